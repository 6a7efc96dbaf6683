"""The type of rubber stamps, daters and numbering machines, as masks of ink."""

from __future__ import annotations

import numpy as np
from PIL import Image as Picture
from PIL import ImageDraw, ImageFont

from corpus import fonts
from corpus.pen_row import Mask, Rng, clusters

_TLWG = "/usr/share/fonts/truetype/tlwg"
FOOT = 0.72  # of the height of `letters`, where the line stands that letters stand on


def letters(text: str, face: str, size: int, spread: float = 0.0) -> Mask:
    """A row of type whose line stands `FOOT` down; `spread` ems between its signs."""
    font = ImageFont.truetype(_file(face), size)
    tall = round(1.5 * size)
    foot = round(FOOT * tall)
    pieces = clusters(text) if spread else [text]
    wide = sum(font.getlength(piece) + spread * size for piece in pieces)
    picture = Picture.new("L", (round(wide) + 6, tall))
    drawing, at = ImageDraw.Draw(picture), 2.0
    for piece in pieces:
        drawing.text((at, foot), piece, 255, font, anchor="ls")
        at += font.getlength(piece) + spread * size
    return np.asarray(picture, np.uint8)


def _file(face: str) -> str:
    return str(fonts.fetch() / f"{face}.ttf") if face.startswith("TH") else f"{_TLWG}/{face}.ttf"


def pick(names: tuple[str, ...], rng: Rng) -> str:
    return names[int(rng.integers(len(names)))]


def rotated(mask: Mask, degrees: float) -> Mask:
    turned = Picture.fromarray(mask).rotate(degrees, Picture.Resampling.BICUBIC, expand=True)
    return np.asarray(turned, np.uint8)
