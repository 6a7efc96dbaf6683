"""A line of text as print: shaped, spaced as word processors and typewriters space it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from corpus.training.typefaces import Typeface

Rng = np.random.Generator
Grey = NDArray[np.uint8]

ABOVE, BELOW = 2.9, 1.7  # body heights of canvas over and under the baseline
_SARA_AM = "\u0e33"


@dataclass(frozen=True)
class Drawn:
    """Ink 0 on paper 255. `baseline` is a row; `body` a letter's height; both in pixels.

    `ink` is the box of the line's own print (left, top, right, bottom), whatever is added later.
    """

    picture: Grey
    baseline: int
    body: float
    ink: tuple[int, int, int, int]

    def with_picture(self, picture: Grey) -> Drawn:
        return replace(self, picture=picture)


def clusters(text: str) -> list[str]:
    """Letters with the marks that hang on them."""
    groups: list[str] = []
    for letter in text:
        if groups and (unicodedata.category(letter) == "Mn" or letter == _SARA_AM):
            groups[-1] += letter
        else:
            groups.append(letter)
    return groups


def draw(text: str, face: Typeface, rng: Rng) -> Drawn:
    """12–20 pt, headings up to 24, at 300 or 200 dpi; the letter spacing and gaps of real pages."""
    dpi = 300 if rng.random() < 0.75 else 200
    points = float(rng.choice((12, 13, 14, 15, 16, 16, 16, 16, 18, 20, 24)))
    pixels = max(18, round(points * face.size * dpi / 72))
    font, body = face.at(pixels), face.body(pixels)
    up, down = round(ABOVE * body), round(BELOW * body)
    spacing = rng.uniform(0.01, 0.16) * pixels if rng.random() < 0.12 else 0.0
    gap = rng.uniform(0.8, 2.6) if rng.random() < 0.4 else 1.0
    pieces, width = _place(text, font, spacing, gap, rng)
    margin = round(1.2 * body)
    image = Image.new("L", (int(width) + 2 * margin, up + down), 255)
    pen = ImageDraw.Draw(image)
    stroke = 1 if rng.random() < 0.04 and pixels > 50 else 0
    for x, piece in pieces:
        pen.text((margin + x, up), piece, font=font, fill=0, anchor="ls", stroke_width=stroke)
    picture = np.asarray(image)
    if rng.random() < 0.6:  # print that a copier, a driver or the reader makes narrower or wider
        across = rng.uniform(0.78, 1.1)
        picture = np.asarray(cv2.resize(picture, None, fx=across, fy=1.0), dtype=np.uint8)
    rows = np.flatnonzero((picture < 128).any(axis=1))
    columns = np.flatnonzero((picture < 128).any(axis=0))
    if len(rows) == 0:
        raise ValueError(f"nothing was drawn for {text!r}")
    ink = (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    return Drawn(picture, up, body, ink)


def _place(
    text: str, font: ImageFont.FreeTypeFont, spacing: float, gap: float, rng: Rng
) -> tuple[list[tuple[float, str]], float]:
    """Pieces with their places along the line, and the whole width."""
    if not spacing and gap == 1.0 and rng.random() < 0.7:
        return [(0.0, text)], font.getlength(text)
    x, placed = 0.0, []
    blank = font.getlength(" ")
    for word in text.split(" "):
        for piece in clusters(word) if spacing else [word]:
            placed.append((x, piece))
            x += font.getlength(piece) + spacing
        x += blank * gap * (rng.uniform(1.5, 9.0) if rng.random() < 0.06 else 1.0)
    return placed, x


def cut(drawn: Drawn, rng: Rng) -> Grey:
    """The strip a line finder would cut out of the page: never through the line's own print."""
    picture, base = drawn.picture, drawn.baseline
    body = drawn.body * rng.uniform(0.88, 1.15)
    left, top, right, bottom = drawn.ink
    form = rng.random()
    if form < 0.65:  # the archive's own line finder (pipeline/lines.py)
        top = min(top, round(base - 2.05 * body)) - 2
        bottom = max(bottom, round(base + 0.65 * body)) + 3
        margins = (round(0.5 * body), round(0.5 * body))
    elif form < 0.88:  # Tesseract's rows
        top = min(top, round(base - rng.uniform(1.3, 2.4) * body)) - 2
        bottom = max(bottom, round(base + rng.uniform(0.2, 0.9) * body)) + 2
        margins = (int(rng.integers(1, 20)), int(rng.integers(1, 20)))
    else:  # close around the ink
        top, bottom = top - int(rng.integers(0, 5)), bottom + int(rng.integers(0, 5))
        margins = (int(rng.integers(0, 6)), int(rng.integers(0, 6)))
    height, width = picture.shape
    left, right = max(0, left - margins[0]), min(width, right + margins[1])
    return picture[max(0, top) : min(height, bottom), left:right]
