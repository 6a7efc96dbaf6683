"""A written row: digits of one hand side by side, sometimes touching, as a scan shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from corpus.training.handwriting.glyphs import ARABIC, THAI, Glyph, Hands, pen_stroke
from corpus.training.handwriting.paper import copied, scanned, turned, with_surroundings
from corpus.training.handwriting.penned import PenHand, with_small_notch

Rng = np.random.Generator
Grey = NDArray[np.uint8]

_TAILED = "๒๔๕๖๗๘๙"
_SCALE = 2  # rows are drawn at twice the size they are kept in


@dataclass(frozen=True)
class Row:
    text: str
    picture: Grey  # dark on light


def compose(
    hands: Hands, rng: Rng, text: str | None = None, *, real_pens: bool | None = None
) -> Row:
    """One row of a text chosen here unless given.

    `real_pens`: in the forms, the strokes and the scans of pens on real letters; unless given, half
    of the rows are.
    """
    if real_pens is None:
        real_pens = bool(rng.random() < 0.5)
    text = text or choose_text(rng)
    signs = _as_pens_write(text, hands, rng) if real_pens else _signs(text, hands, rng)
    return Row(text, drawn(text, signs, rng, real_pens=real_pens))


def drawn(
    letters: Sequence[str],
    signs: Sequence[Glyph],
    rng: Rng,
    *,
    real_pens: bool,
    spaces: frozenset[int] = frozenset(),
) -> Grey:
    """The signs side by side as one pen writes them, on paper, scanned; `letters` say what each is,
    behind those at `spaces` the pen leaves room."""
    body = rng.uniform(24, 46) * _SCALE  # pixels at 200 to 300 dpi
    pen = body * (rng.uniform(0.05, 0.2) if real_pens else rng.uniform(0.07, 0.17))
    lean = rng.normal(0.08, 0.16)
    tail = rng.uniform(0.1, 2.4) if rng.random() < 0.5 else 0.0
    pieces = [
        _ink(letter, sign, body, pen, lean, tail, rng)
        for letter, sign in zip(letters, signs, strict=True)
    ]
    canvas = _side_by_side(pieces, body, letters, spaces, rng)
    canvas = turned(canvas, rng.normal(0, 2.5))
    canvas = with_surroundings(canvas, body, pen, rng)
    small = cv2.resize(canvas, None, fx=1 / _SCALE, fy=1 / _SCALE, interpolation=cv2.INTER_AREA)
    return copied(small, rng) if real_pens and rng.random() < 0.5 else scanned(small, rng)


def choose_text(rng: Rng) -> str:
    """Running numbers and days: mostly one to three digits, Thai more often than Arabic."""
    digits = THAI if rng.random() < 0.6 else ARABIC
    count = int(rng.choice((1, 2, 3, 4, 5, 6), p=(0.24, 0.3, 0.25, 0.12, 0.06, 0.03)))
    text = "".join(rng.choice(list(digits), count))
    if rng.random() < 0.03:
        other = ARABIC if digits is THAI else THAI
        text = text[:-1] + str(rng.choice(list(other)))
    kind = rng.random()
    if kind < 0.24:
        return "ว" + text
    if kind < 0.33 and count > 1:
        place = int(rng.integers(1, count))
        return text[:place] + str(rng.choice(list("//.-"))) + text[place:]
    if kind < 0.35:
        return "/" + text
    if kind < 0.38:  # all that stands behind a printed code
        return "/ว" + text
    return text


def _signs(text: str, hands: Hands, rng: Rng) -> list[Glyph]:
    font = hands.fonts[rng.integers(len(hands.fonts))]
    person = hands.thai[rng.integers(len(hands.thai))]
    if rng.random() < 0.2:  # all of it like a font
        person = font
    mnist = rng.random() < 0.75
    signs = []
    for sign in text:
        if sign in THAI:
            signs.append(person.get(sign) or font[sign])
        elif sign in ARABIC:
            choice = hands.arabic[sign]
            signs.append(choice[rng.integers(len(choice))] if mnist else font[sign])
        elif sign == "ว" and rng.random() < 0.5:
            signs.append(font[sign])
        else:
            signs.append(pen_stroke(sign, rng))
    return signs


def _as_pens_write(text: str, hands: Hands, rng: Rng) -> list[Glyph]:
    """The signs in the forms of pens: strokes of a hand made up here, or drawings whose ๕ has a
    small notch."""
    made_up = PenHand.some(rng)
    own = _signs(text, hands, rng)
    drawn = rng.random() < 0.45
    for place, sign in enumerate(text):
        if (sign in THAI and not drawn) or (sign == "ว" and rng.random() < 0.7):
            own[place] = made_up.write(sign, rng)
        elif sign == "๕" and rng.random() < 0.6:
            own[place] = replace(own[place], mask=with_small_notch(own[place].mask, rng))
    return own


def _ink(
    text: str, sign: Glyph, body: float, pen: float, lean: float, tail: float, rng: Rng
) -> _Piece:
    """The sign in its size, its stroke brought near the pen's, bent a little."""
    height = max(3.0, body * sign.size * rng.uniform(0.85, 1.15))
    scale = height / sign.mask.shape[0]
    width = max(2.0, sign.mask.shape[1] * scale * rng.uniform(0.8, 1.2))
    pad = int(body * 0.35) + 2
    inner = cv2.resize(sign.mask, (round(width), round(height)), interpolation=cv2.INTER_CUBIC)
    if tail and sign.size > 0.8 and rng.random() < (0.7 if text in _TAILED else 0.1):
        inner = _long_tail(inner, tail * rng.uniform(0.3, 1), rng)
    mask = cv2.copyMakeBorder(inner, pad, pad, pad, pad, cv2.BORDER_CONSTANT, value=0)
    mask = _penned(mask, pen)
    rows, columns = mask.shape
    slant = lean + rng.normal(0, 0.06)
    turn = rng.normal(0, 0.05)
    matrix = np.array([[1, -slant, slant * rows / 2], [turn, 1, -turn * columns / 2]])
    mask = cv2.warpAffine(mask, matrix, (columns, rows), flags=cv2.INTER_LINEAR)
    return _Piece(bent(mask, body, rng), pad, sign.drop * body)


@dataclass(frozen=True)
class _Piece:
    ink: Grey
    pad: int
    drop: float

    @property
    def extent(self) -> tuple[int, int]:
        columns = np.flatnonzero((self.ink > 100).any(0))
        return (int(columns[0]), int(columns[-1]) + 1) if len(columns) else (0, 1)


def _long_tail(mask: Grey, length: float, rng: Rng) -> Grey:
    """The upper part drawn out to so many heights, as pens do; the rest may be a third of it all.

    The part is a tenth to a third of the sign: the notch of ๕ may stay small below a long tail.
    """
    cut = max(2, round(mask.shape[0] * rng.uniform(0.1, 0.33)))
    upper = cv2.resize(mask[:cut], (mask.shape[1], cut + round(length * mask.shape[0])))
    return np.vstack([upper, mask[cut:]])


def _penned(mask: Grey, pen: float) -> Grey:
    """Strokes widened or thinned towards `pen` pixels, by distance from their edge."""
    solid = np.asarray(mask > 110, np.uint8)
    if not solid.any():
        return mask
    inside = cv2.distanceTransform(solid, cv2.DIST_L2, 3)
    outside = cv2.distanceTransform(1 - solid, cv2.DIST_L2, 3)
    ridge = inside[inside >= cv2.dilate(inside, np.ones((3, 3))) - 1e-3]
    now = 2 * float(np.median(ridge[ridge > 0.5])) if (ridge > 0.5).any() else 2.0
    grow = float(np.clip((pen - now) / 2, -0.3 * now, 0.8 * now + 2))
    return np.asarray(np.clip((inside - outside + grow + 0.5) * 255, 0, 255), np.uint8)


def bent(mask: Grey, body: float, rng: Rng) -> Grey:
    rows, columns = mask.shape
    coarse = rng.normal(0, body * 0.045, (2, 4, 4)).astype(np.float32)
    across = cv2.resize(coarse[0], (columns, rows), interpolation=cv2.INTER_CUBIC)
    down = cv2.resize(coarse[1], (columns, rows), interpolation=cv2.INTER_CUBIC)
    x, y = np.meshgrid(np.arange(columns, dtype=np.float32), np.arange(rows, dtype=np.float32))
    return np.asarray(cv2.remap(mask, x + across, y + down, cv2.INTER_LINEAR), np.uint8)


def _side_by_side(
    pieces: list[_Piece], body: float, text: Sequence[str], spaces: frozenset[int], rng: Rng
) -> Grey:
    usual = rng.uniform(-0.12, 0.4)
    joined = rng.choice((0.0, 0.3, 0.8), p=(0.6, 0.25, 0.15))  # how often this pen is not lifted
    apart = 0.15 if rng.random() < 0.3 else 0.0  # 13 723
    above = round(body * 4.2)
    inked = sum(right - left for left, right in (piece.extent for piece in pieces))
    wide = max(2.2 * body * len(pieces), inked + body * len(pieces))
    long = round(wide + body * (1.3 * len(spaces) + 3)) + pieces[-1].ink.shape[1]
    canvas = np.zeros((above + round(body * 2), long), np.uint8)
    x = body
    climb = rng.normal(0, 0.03)
    for place, piece in enumerate(pieces):
        left, right = piece.extent
        rows, columns = piece.ink.shape
        start = round(x - left)
        foot = above + piece.drop + rng.normal(0, 0.07) * body - climb * (x - body)
        top = round(foot - rows + piece.pad)
        top, start = max(0, top), max(0, start)
        rows, columns = (
            min(rows, canvas.shape[0] - top),
            min(columns, canvas.shape[1] - start),
        )
        window = canvas[top : top + rows, start : start + columns]
        np.maximum(window, piece.ink[:rows, :columns], out=window)
        gap = usual + rng.normal(0, 0.09)
        if rng.random() < (0.4 if text[place] == "ว" else apart):
            gap += rng.uniform(0.2, 1.0)
        if place in spaces:
            gap += rng.uniform(0.1, 0.9)
        x += right - left + max(-0.2, gap) * body
        if place + 1 < len(pieces) and place not in spaces and rng.random() < joined:
            x = _where_they_touch(canvas, pieces[place + 1], x, above) + rng.uniform(0, 0.06) * body
    return canvas


def _where_they_touch(canvas: Grey, piece: _Piece, x: float, foot: int) -> float:
    """Where the next sign must begin to touch the ink left of it, about on the line."""
    rows = piece.ink.shape[0]
    top = max(0, round(foot + piece.drop - rows + piece.pad))
    written, coming = canvas[top : top + rows] > 100, piece.ink > 100
    both = [
        (int(np.flatnonzero(left)[-1]), int(np.flatnonzero(right)[0]))
        for left, right in zip(written, coming, strict=False)
        if left.any() and right.any()
    ]
    if not both:
        return x
    gap = min(x - piece.extent[0] + right - left for left, right in both)
    return x - float(np.clip(gap, -0.1 * rows, 0.5 * rows))
