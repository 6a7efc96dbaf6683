"""Pages to measure with: fonts, words and layouts that the recogniser was not trained on.

    python -m benchmarks.ocr.pages        # draws what is missing into build/bench/pages

Two of the three fonts (Laksaman and Norasi, Debian's fonts-thai-tlwg) are kept out of training; of
TH Sarabun, the face of official print, the words and pages are new. Each font's sheets are printed
once and scanned in each of CONDITIONS, so that conditions differ in nothing else.
"""

from __future__ import annotations

import html
import json
from pathlib import Path

from benchmarks.ocr.page_texts import Block, PageText, write_pages
from benchmarks.ocr.score import Truth
from corpus import degrade, fonts, image_pdf, raster
from corpus.handwriting import signature_path

FOLDER = Path("build/bench/pages")
SEED = 4321
CONDITIONS = ("clean", "ordinary", "200dpi", "stamp", "lowcontrast")
# Letters as high as those of TH Sarabun at 16 pt, on rows as far apart: these two are larger on
# their body: at 16 pt on rows of a letter their marks would run into the row above.
FONTS = {
    "sarabun": '16pt/1.14 "TH Sarabun"',
    "laksaman": '10.7pt/1.70 "Laksaman"',
    "norasi": '11.4pt/1.60 "Norasi"',
}
_STYLE = """<style>
.page {{ font: {font}; padding: 20mm 20mm 12mm 30mm; }}
.page .centre {{ text-align: center; font-weight: bold; }}
.page .title {{ text-align: center; font-weight: bold; font-size: 1.6em; }}
.page .right {{ padding-left: 95mm; }}
.page .item {{ padding-left: 10mm; text-indent: -6mm; text-align: justify; }}
.page .sign {{ margin: 0 0 0 60mm; width: 90mm; text-align: center; }}
.page .signed {{ margin-top: 15mm; }}
.page .signature {{ position: absolute; width: 45mm; margin: -15mm 0 0 20mm; }}
</style>"""
_SIGNATURE = (
    '<svg class="ink signature" viewBox="0 0 300 100"><path d="{path}" fill="none"'
    ' stroke="#1c2f9c" stroke-width="3.2"/></svg>'
)


def _block(block: Block) -> str:
    signature = ""
    if "signed" in block.kind:
        signature = _SIGNATURE.format(path=signature_path(block.text))
    return f'<p class="{block.kind}">{signature}{html.escape(block.text)}</p>'


def sections(font: str, pages: tuple[PageText, ...]) -> list[str]:
    """The pages as HTML for corpus/layout/base.html.j2, the style in the first of them."""
    bodies = ["\n".join(map(_block, page.blocks)) for page in pages]
    made = [f'<section class="page">{body}</section>' for body in bodies]
    made[0] = _STYLE.format(font=FONTS[font]) + made[0]
    return made


def draw(font: str, folder: Path = FOLDER, seed: int = SEED) -> None:
    """Print the font's pages and scan them in every condition; write what they say beside them."""
    fonts.fetch()
    pages = write_pages(seed, font)
    sheets = raster.print_sheets(sections(font, pages), seed)
    for condition in CONDITIONS:
        scanned = degrade.degrade(sheets, condition, seed, font)
        quality = degrade.JPEG_QUALITY.get(condition)
        target = folder / f"{font}-{condition}.pdf"
        image_pdf.write(scanned, degrade.RESOLUTION[condition], target, quality)
    truths = [{"text": p.text, "numbers": p.numbers, "dates": p.dates} for p in pages]
    text = json.dumps(truths, ensure_ascii=False, indent=1)
    _truth_file(font, folder).write_text(text, encoding="utf-8")


def _truth_file(font: str, folder: Path) -> Path:
    return folder / f"{font}.json"


def read_truth(font: str, folder: Path = FOLDER) -> list[Truth]:
    """What stands on each of the font's pages, whatever their condition."""
    rows = json.loads(_truth_file(font, folder).read_text("utf-8"))
    return [Truth(row["text"], tuple(row["numbers"]), tuple(row["dates"])) for row in rows]


def draw_missing(folder: Path = FOLDER) -> None:
    """Draw the fonts that have no pages yet; remove the folder to draw all of them anew."""
    for font in FONTS:
        if not _truth_file(font, folder).exists():
            draw(font, folder)


if __name__ == "__main__":
    draw_missing()
