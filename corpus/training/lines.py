"""Training lines in files: `python -m corpus.training.lines`, until stopped.

A file holds a few hundred lines of one seed: pictures of 48 rows, as the network takes them, and
their texts. The maker keeps a number of files waiting ahead of the trainer, which deletes them.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from corpus.training import damage, drawing, typefaces
from corpus.training.leptonica import scale_to_height
from corpus.training.texts import ALPHABET, Texts, model_spelling

WORK = Path(__file__).parent / "work"
HEIGHT = 48
WIDEST = 1700


@dataclass(frozen=True)
class TrainingLine:
    text: str  # as written, ำ composed
    strip: NDArray[np.uint8]  # as cut from the page, any height
    face: str


def make_line(texts: Texts, faces: list[typefaces.Typeface], clean: bool = False) -> TrainingLine:
    """One line of print, worn unless `clean`."""
    rng = texts.rng
    while True:
        text = texts.line()
        if not text or not ALPHABET.issuperset(model_spelling(text)):
            continue
        face = typefaces.choose(rng, faces, text)
        if face is None:
            continue
        drawn = drawing.draw(text, face, rng)
        if not clean:
            drawn = damage.wear(drawn, rng)
        strip = drawing.cut(drawn, rng)
        if strip.shape[0] >= 12 and strip.shape[1] / strip.shape[0] * HEIGHT <= WIDEST:
            return TrainingLine(text, np.ascontiguousarray(strip), face.name)


def make_file(path: Path, seed: tuple[int, ...], count: int) -> None:
    """Write `count` lines: `pixels` all pictures side by side, `widths`, `texts`."""
    texts = Texts(np.random.default_rng(seed))
    faces = typefaces.training()
    lines = [make_line(texts, faces) for _ in range(count)]
    pictures = [scale_to_height(line.strip, HEIGHT) for line in lines]
    partial = path.with_suffix(".partial")
    with partial.open("wb") as out:
        np.savez(
            out,
            pixels=np.concatenate(pictures, axis=1),
            widths=np.array([picture.shape[1] for picture in pictures]),
            texts=np.array([model_spelling(line.text) for line in lines]),
        )
    partial.rename(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=2569)
    parser.add_argument("--folder", type=Path, default=WORK / "lines")
    parser.add_argument("--ahead", type=int, default=24, help="files kept waiting")
    parser.add_argument("--count", type=int, default=512, help="lines in a file")
    parser.add_argument("--first", type=int, default=0, help="number of the first file")
    options = parser.parse_args()
    cv2.setNumThreads(1)
    options.folder.mkdir(parents=True, exist_ok=True)
    number = options.first
    while True:
        if len(list(options.folder.glob("*.npz"))) >= options.ahead:
            time.sleep(2)
            continue
        path = options.folder / f"{number:06}.npz"
        make_file(path, (options.seed, number), options.count)
        number += 1


if __name__ == "__main__":
    main()
