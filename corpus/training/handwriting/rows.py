"""A written row: digits of one hand side by side, sometimes touching, as a scan shows them."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from corpus.training.handwriting.glyphs import ARABIC, THAI, Glyph, Hands, pen_stroke

Rng = np.random.Generator
Grey = NDArray[np.uint8]
Ink = NDArray[np.float32]  # 0 paper .. 1 ink

_TAILED = "๒๔๕๖๗๘๙"
_SCALE = 2  # rows are drawn at twice the size they are kept in


@dataclass(frozen=True)
class Row:
    text: str
    picture: Grey  # dark on light


def compose(hands: Hands, rng: Rng, text: str | None = None) -> Row:
    """One row of a text chosen here unless given."""
    text = text or choose_text(rng)
    body = rng.uniform(24, 46) * _SCALE  # pixels at 200 to 300 dpi
    signs = _signs(text, hands, rng)
    pen = body * rng.uniform(0.07, 0.17)
    lean = rng.normal(0.08, 0.16)
    tail = rng.uniform(0.1, 2.4) if rng.random() < 0.5 else 0.0
    pieces = [
        _ink(letter, sign, body, pen, lean, tail, rng)
        for letter, sign in zip(text, signs, strict=True)
    ]
    canvas = _side_by_side(pieces, body, text, rng)
    canvas = turned(canvas, rng.normal(0, 2.5))
    canvas = with_surroundings(canvas, body, pen, rng)
    small = cv2.resize(canvas, None, fx=1 / _SCALE, fy=1 / _SCALE, interpolation=cv2.INTER_AREA)
    return Row(text, scanned(small, rng))


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


def _side_by_side(pieces: list[_Piece], body: float, text: str, rng: Rng) -> Grey:
    usual = rng.uniform(-0.12, 0.4)
    joined = rng.choice((0.0, 0.3, 0.8), p=(0.6, 0.25, 0.15))  # how often this pen is not lifted
    apart = 0.15 if rng.random() < 0.3 else 0.0  # 13 723
    above = round(body * 4.2)
    canvas = np.zeros((above + round(body * 2), round(body * (2.2 * len(pieces) + 3))), np.uint8)
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
        x += right - left + max(-0.2, gap) * body
        if place + 1 < len(pieces) and rng.random() < joined:
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


def turned(canvas: Grey, degrees: float) -> Grey:
    rows, columns = canvas.shape
    matrix = cv2.getRotationMatrix2D((columns / 2, rows / 2), degrees, 1)
    return np.asarray(cv2.warpAffine(canvas, matrix, (columns, rows)), np.uint8)


def with_surroundings(canvas: Grey, body: float, pen: float, rng: Rng) -> Grey:
    """Cut near the ink; then dots to write on, a rule, specks, a neighbour's edge."""
    rows, columns = np.flatnonzero((canvas > 100).any(1)), np.flatnonzero((canvas > 100).any(0))
    room = round(body * rng.uniform(0.1, 0.3)) + 3
    top, left = max(0, rows[0] - room), max(0, columns[0] - room)
    cut = canvas[top : rows[-1] + room, left : columns[-1] + room].copy()
    height, width = cut.shape
    kind = rng.random()
    baseline = min(height - 2, round(height - room - rng.uniform(-0.3, 0.2) * body))
    if kind < 0.14:
        step = round(body * rng.uniform(0.12, 0.25)) + 1
        radius = max(1, round(body * rng.uniform(0.02, 0.05)))
        long = round(step * rng.choice((0.0, 0.5)))  # dots or dashes
        for x in range(int(rng.integers(step)), width, step):
            cv2.line(cut, (x, baseline), (x + long, baseline), 255, 2 * radius)
    elif kind < 0.18:
        cv2.line(cut, (0, baseline), (width, baseline + int(rng.integers(-3, 4))), 255, 2)
    if rng.random() < 0.2:
        for _ in range(int(rng.integers(1, 6))):
            spot = (int(rng.integers(width)), int(rng.integers(height)))
            cv2.circle(cut, spot, int(rng.integers(1, max(2, round(pen * 0.6)) + 1)), 255, -1)
    if rng.random() < 0.08:  # a tail from the line above, or a stroke of a signature
        x, reach = rng.uniform(0, width), rng.uniform(0.2, 0.5) * height
        end = (round(x + rng.normal(0, 0.4) * body), round(reach))
        cv2.line(cut, (round(x), 0), end, 255, max(1, round(pen)), cv2.LINE_AA)
    if rng.random() < 0.06:  # the edge of a printed letter left or right
        x = 0 if rng.random() < 0.5 else width - 1
        reach = int(rng.integers(2, max(3, room)))
        y = int(rng.integers(height // 3, height))
        cv2.ellipse(cut, (x, y), (reach, round(body * 0.3)), 0, 0, 360, 255, round(pen))
    return cut


def _coarse(values: Ink, scale: float) -> Ink:
    small = cv2.resize(values, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(small, values.shape[::-1], interpolation=cv2.INTER_LINEAR))


def scanned(ink: Grey, rng: Rng) -> Grey:
    """Ink on paper: blurred, paler or darker, noisy, or cut to black and white."""
    values = ink.astype(np.float32) / 255
    values = cv2.GaussianBlur(values, (0, 0), rng.uniform(0.3, 1.1))
    if rng.random() < 0.25:  # scanned at 100 to 200 dpi, or made smaller since
        values = _coarse(values, rng.uniform(0.3, 0.7))
    if rng.random() < 0.3:
        cut = rng.uniform(0.3, 0.65)
        ragged = rng.normal(0, 0.08, values.shape).astype(np.float32)
        values = (values + cv2.GaussianBlur(ragged, (0, 0), 0.8) > cut).astype(np.float32)
    else:
        patchy = rng.normal(1, 0.35, (max(2, values.shape[0] // 9), max(2, values.shape[1] // 9)))
        patchy = cv2.resize(patchy.astype(np.float32), values.shape[::-1])
        values = values * np.clip(patchy, 0.45, 1.0)
    paper, dark = rng.uniform(215, 255), rng.uniform(0, 130)
    grey = paper - (paper - dark) * values + rng.normal(0, rng.uniform(0, 7), values.shape)
    return np.asarray(np.clip(grey, 0, 255), np.uint8)
