"""Rows of letters and digits of one hand: letters from fonts, bent and with their heads closed or
left off as hands do, digits from people's drawings, made-up pens, MNIST or the same font."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from corpus.pen_row import clusters
from corpus.training.handwriting import rows
from corpus.training.handwriting.glyphs import ARABIC, THAI, Glyph, Hands, cropped, pen_stroke
from corpus.training.handwriting.letter_texts import choose_text
from corpus.training.handwriting.penned import PenHand

Rng = np.random.Generator
Mask = NDArray[np.uint8]

# Like handwriting; and looped ones of one stroke width, which neat hands are like once bent
LIKE_HANDS = (
    "Sriracha_400Regular",
    "Itim_400Regular",
    "Charm_400Regular",
    "THCharmofAU-Regular",
    "THSrisakdi-Regular",
    "THKodchasal-Regular",
    "THKoHo-Regular",
    "THK2DJuly8-Regular",
)
LOOPED = (
    "THSarabun-Regular",
    "THKrub-Italic",
    "THBaijam-Regular",
    "THNiramitAS-Regular",
    "Umpush",
    "Kinnari-Italic",
    "Garuda",
    "Loma-Oblique",
    "Waree",
    "TlwgTypist",
    "Sawasdee",
)
# Never learnt from: of Mali are the pens of the corpus, by which its halves are measured
HELD_OUT = (
    "THMaliGrade6-Regular",
    "THMaliGrade6-Bold",
    "Mali_400Regular",
    "Purisa",
    "Purisa-Oblique",
    "Charmonman_400Regular",
    "THCharmonman-Regular",
)
_LOOSE = 0.3  # how often the heads of a hand's letters are closed


@dataclass
class Face:
    """A font whose clusters are drawn when they are asked for."""

    path: Path
    drawn: dict[str, Glyph] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.font = ImageFont.truetype(str(self.path), 96)
        self.usual = -self.font.getbbox("๐", anchor="ls")[1] or 50

    def glyph(self, cluster: str) -> Glyph:
        if cluster not in self.drawn:
            image = Image.new("L", (260, 330))
            ImageDraw.Draw(image).text((70, 200), cluster, 255, self.font, anchor="ls")
            mask, top, bottom = cropped(np.asarray(image, np.uint8))
            size, drop = (bottom - top) / self.usual, (bottom - 200) / self.usual
            self.drawn[cluster] = Glyph(mask, size, drop)
        return self.drawn[cluster]


@dataclass(frozen=True)
class Writers:
    """Fonts for letters, and what digits are made of."""

    faces: Sequence[Face]
    looped: Sequence[Face]
    hands: Hands


def find(names: Sequence[str], folders: Sequence[Path]) -> list[Face]:
    """The fonts of these names; FileNotFoundError names the missing."""
    found = {path.stem: path for folder in folders for path in folder.rglob("*.[to]tf")}
    if missing := [name for name in names if name not in found]:
        raise FileNotFoundError(f"fonts are missing: {', '.join(missing)}")
    return [Face(found[name]) for name in names]


def compose(writers: Writers, rng: Rng, text: str | None = None) -> rows.Row:
    """One row, its text without the spaces between words."""
    text = text or choose_text(rng)
    parts: list[str] = []
    spaces = set()
    for word in text.split(" "):
        parts += clusters(word)
        spaces.add(len(parts) - 1)
    faces = writers.looped if rng.random() < 0.4 and writers.looped else writers.faces
    face = faces[rng.integers(len(faces))]
    digits = _digits(writers.hands, face, rng)
    closed = rng.random() < _LOOSE
    signs = []
    for part in parts:
        if part in THAI or part in ARABIC:
            signs.append(digits(part))
        elif part in "/-." and rng.random() < 0.7:
            signs.append(_point(rng) if part == "." else pen_stroke(part, rng))
        elif part == "ว" and rng.random() < 0.25:
            signs.append(pen_stroke(part, rng))
        else:
            glyph = face.glyph(part)
            mask = _closed(glyph.mask) if closed and rng.random() < 0.8 else glyph.mask
            signs.append(Glyph(_reshaped(mask, rng), glyph.size, glyph.drop))
    picture = rows.drawn(
        parts,
        signs,
        rng,
        real_pens=bool(rng.random() < 0.5),
        spaces=frozenset(spaces - {len(parts) - 1}),
    )
    return rows.Row("".join(parts), picture)


def _digits(hands: Hands, face: Face, rng: Rng) -> Callable[[str], Glyph]:
    """How the row's digits are written, all alike: made up, drawn by a person, or of the font."""
    kind = rng.random()
    person = hands.thai[rng.integers(len(hands.thai))]
    made_up = PenHand.some(rng)
    mnist = rng.random() < 0.75

    def digit(sign: str) -> Glyph:
        if sign in ARABIC:
            choice = hands.arabic[sign]
            return choice[rng.integers(len(choice))] if mnist else face.glyph(sign)
        if kind < 0.35:
            return made_up.write(sign, rng)
        if kind < 0.65 and sign in person:
            return person[sign]
        return face.glyph(sign)

    return digit


def _point(rng: Rng) -> Glyph:
    high, wide = int(rng.integers(6, 14)), int(rng.integers(6, 14))
    mask = np.zeros((high + 2, wide + 2), np.uint8)
    cv2.ellipse(
        mask, ((wide + 2) // 2, (high + 2) // 2), (wide // 2, high // 2), 0, 0, 360, 255, -1
    )
    return Glyph(cropped(mask)[0], high / 78, float(rng.uniform(-0.1, 0.08)))


def _closed(mask: Mask) -> Mask:
    """The small holes of a letter filled: a head that became a thickening."""
    paper = np.pad(np.asarray(mask <= 110, np.uint8), 1, constant_values=1)
    count, which, stats, _ = cv2.connectedComponentsWithStats(paper, connectivity=4)
    most = 0.02 * mask.shape[0] * mask.shape[1] + 60
    filled = mask.copy()
    for place in range(1, count):
        if which[0, 0] != place and stats[place][4] < most:
            filled[which[1:-1, 1:-1] == place] = 255
    return filled


def _reshaped(mask: Mask, rng: Rng) -> Mask:
    """A letter whose parts are wider or lower than the font has them, smoothly along both ways."""
    rows_, columns = mask.shape
    if min(rows_, columns) < 8:
        return mask
    across, down = (_stretch(side, rng) for side in (columns, rows_))
    x, y = np.meshgrid(across, down)
    return np.asarray(cv2.remap(mask, x, y, cv2.INTER_LINEAR, borderValue=0), np.uint8)


def _stretch(side: int, rng: Rng) -> NDArray[np.float32]:
    steps = np.exp(rng.normal(0, 0.28, 4))
    ends = np.concatenate([[0.0], np.cumsum(steps)]) / steps.sum() * (side - 1)
    return np.interp(np.linspace(0, 4, side), np.arange(5), ends).astype(np.float32)
