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
    tail = rng.uniform(1.2, 4.5) if rng.random() < 0.5 else 1.0
    pieces = [_ink(sign, body, pen, lean, tail, rng) for sign in signs]
    canvas = _side_by_side(pieces, body, text, rng)
    canvas = _turned(canvas, rng.normal(0, 2.5))
    canvas = _with_surroundings(canvas, body, pen, rng)
    small = cv2.resize(canvas, None, fx=1 / _SCALE, fy=1 / _SCALE, interpolation=cv2.INTER_AREA)
    return Row(text, _scanned(small, rng))


def choose_text(rng: Rng) -> str:
    """Running numbers and days: mostly one to three digits, Thai more often than Arabic."""
    digits = THAI if rng.random() < 0.64 else ARABIC
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


def _ink(sign: Glyph, body: float, pen: float, lean: float, tail: float, rng: Rng) -> _Piece:
    """The sign in its size, its stroke brought near the pen's, bent a little."""
    height = max(3.0, body * sign.size * rng.uniform(0.85, 1.15))
    scale = height / sign.mask.shape[0]
    width = max(2.0, sign.mask.shape[1] * scale * rng.uniform(0.8, 1.2))
    pad = int(body * 0.35) + 2
    inner = cv2.resize(sign.mask, (round(width), round(height)), interpolation=cv2.INTER_CUBIC)
    if tail > 1 and sign.size > 0.8 and rng.random() < 0.6:
        inner = _long_tail(inner, tail)
    mask = cv2.copyMakeBorder(inner, pad, pad, pad, pad, cv2.BORDER_CONSTANT, value=0)
    mask = _penned(mask, pen)
    rows, columns = mask.shape
    slant = lean + rng.normal(0, 0.06)
    turn = rng.normal(0, 0.05)
    matrix = np.array([[1, -slant, slant * rows / 2], [turn, 1, -turn * columns / 2]])
    mask = cv2.warpAffine(mask, matrix, (columns, rows), flags=cv2.INTER_LINEAR)
    return _Piece(_bent(mask, body, rng), pad, sign.drop * body)


@dataclass(frozen=True)
class _Piece:
    ink: Grey
    pad: int
    drop: float

    @property
    def extent(self) -> tuple[int, int]:
        columns = np.flatnonzero((self.ink > 100).any(0))
        return (int(columns[0]), int(columns[-1]) + 1) if len(columns) else (0, 1)


def _long_tail(mask: Grey, times: float) -> Grey:
    """The upper part drawn out, as pens do with ๒ ๔ ๕ ๘ ๙; the rest may be under half of it all."""
    cut = max(2, mask.shape[0] // 4 if times > 2.5 else mask.shape[0] // 3)
    upper = cv2.resize(mask[:cut], (mask.shape[1], max(1, round(cut * times))))
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


def _bent(mask: Grey, body: float, rng: Rng) -> Grey:
    rows, columns = mask.shape
    coarse = rng.normal(0, body * 0.045, (2, 4, 4)).astype(np.float32)
    across = cv2.resize(coarse[0], (columns, rows), interpolation=cv2.INTER_CUBIC)
    down = cv2.resize(coarse[1], (columns, rows), interpolation=cv2.INTER_CUBIC)
    x, y = np.meshgrid(np.arange(columns, dtype=np.float32), np.arange(rows, dtype=np.float32))
    return np.asarray(cv2.remap(mask, x + across, y + down, cv2.INTER_LINEAR), np.uint8)


def _side_by_side(pieces: list[_Piece], body: float, text: str, rng: Rng) -> Grey:
    usual = rng.uniform(-0.12, 0.4)
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
        if text[place] == "ว" and rng.random() < 0.4:
            gap += rng.uniform(0.2, 1.0)
        x += right - left + max(-0.2, gap) * body
    return canvas


def _turned(canvas: Grey, degrees: float) -> Grey:
    rows, columns = canvas.shape
    matrix = cv2.getRotationMatrix2D((columns / 2, rows / 2), degrees, 1)
    return np.asarray(cv2.warpAffine(canvas, matrix, (columns, rows)), np.uint8)


def _with_surroundings(canvas: Grey, body: float, pen: float, rng: Rng) -> Grey:
    """Cut near the ink; then dots to write on, a rule, specks, a neighbour's edge."""
    rows, columns = np.flatnonzero((canvas > 100).any(1)), np.flatnonzero((canvas > 100).any(0))
    room = round(body * rng.uniform(0.1, 0.3)) + 3
    top, left = max(0, rows[0] - room), max(0, columns[0] - room)
    cut = canvas[top : rows[-1] + room, left : columns[-1] + room].copy()
    height, width = cut.shape
    kind = rng.random()
    baseline = min(height - 2, round(height - room - rng.uniform(-0.3, 0.15) * body))
    if kind < 0.12:
        step = round(body * rng.uniform(0.12, 0.25)) + 1
        radius = max(1, round(body * rng.uniform(0.02, 0.05)))
        for x in range(int(rng.integers(step)), width, step):
            cv2.circle(cut, (x, baseline), radius, 255, -1)
    elif kind < 0.16:
        cv2.line(cut, (0, baseline), (width, baseline + int(rng.integers(-3, 4))), 255, 2)
    if rng.random() < 0.2:
        for _ in range(int(rng.integers(1, 6))):
            spot = (int(rng.integers(width)), int(rng.integers(height)))
            cv2.circle(cut, spot, int(rng.integers(1, max(2, round(pen * 0.6)) + 1)), 255, -1)
    if rng.random() < 0.06:  # the edge of a printed letter left or right
        x = 0 if rng.random() < 0.5 else width - 1
        reach = int(rng.integers(2, max(3, room)))
        y = int(rng.integers(height // 3, height))
        cv2.ellipse(cut, (x, y), (reach, round(body * 0.3)), 0, 0, 360, 255, round(pen))
    return cut


def _scanned(ink: Grey, rng: Rng) -> Grey:
    """Ink on paper: blurred, paler or darker, noisy, or cut to black and white."""
    values = ink.astype(np.float32) / 255
    values = cv2.GaussianBlur(values, (0, 0), rng.uniform(0.3, 1.1))
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
