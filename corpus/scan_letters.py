"""Draw the letters and scan them: `letters/HALF/NAME.pdf`, its truth and true text beside it."""

from __future__ import annotations

import fnmatch
from pathlib import Path

import numpy as np

from corpus import degrade, flow, image_pdf, letters, page_text, truth
from corpus.raster import Image

LEVELS = ("clean", "ordinary", "200dpi", "photocopy")
_JPEG_QUALITY = {"ordinary": 60, "200dpi": 60}  # as an office saves space
_BLACK = 136  # a copier that scans to fax takes what is darker than this for ink


def build(out: Path, seed: int, name: str = "*/*", all_levels: bool = False) -> None:
    """The letters whose HALF/NAME fits the pattern `name`, each at the level its JSON says, or each
    at every level: `letters/HALF/LEVEL/NAME.pdf`."""
    with flow.open_browser() as chromium:
        for half in letters.HALVES:
            for letter in letters.read_letters(half):
                if not fnmatch.fnmatch(f"{half}/{letter.name}", name):
                    continue
                drawn = letters.draw(chromium, letter, seed)
                folder = out / "letters" / half
                for level in LEVELS if all_levels else [letter.level]:
                    target = (folder / level if all_levels else folder) / f"{letter.name}.pdf"
                    scan(drawn, letter, level, target, seed)


def scan(drawn: letters.Drawn, letter: letters.Letter, level: str, target: Path, seed: int) -> None:
    """One letter at one level. A photocopy is black and white, as a fax is."""
    images = degrade.degrade(drawn.images, level, seed, letter.name)
    if level == "photocopy":
        images = [_two_tones(image) for image in images]
    image_pdf.write(images, degrade.RESOLUTION[level], target, _JPEG_QUALITY.get(level))
    truth.write(target, drawn.truths, len(images))
    about = {"half": letter.half, "level": level, "families": letter.families}
    texts = [sheet.text for sheet in drawn.sheets]
    page_text.write(target.with_suffix(".text.json"), texts, about)
    print(f"{target}  {len(images)} pages  {target.stat().st_size / 1e3:.0f} kB", flush=True)


def _two_tones(page: Image) -> Image:
    return np.asarray(np.where(page < _BLACK, 0, 255), dtype=np.uint8)
