"""Received stamps as offices really press them: askew, worn, clotted, cut by the page's edge.

One stamp is a mapping of a letter's `pressed`; what it may say stands in corpus/README.md. Rubber,
dater and pen are laid apart, each in its own ink and at its own angle. Measures of a layout are
pixels at 300 dpi.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from corpus.overlay import signature
from corpus.pen_row import Mask, Rng, SignOf, by_strokes, written
from corpus.raster import DPI, Image
from corpus.rubber_ink import band, inked, mix, turned, worn
from corpus.rubber_type import FOOT, letters, pick, rotated

INKS = {
    "black": (28, 27, 30),
    "violet": (92, 58, 160),
    "red": (200, 34, 48),
    "blue": (28, 62, 170),
    "pale": (150, 146, 152),
}
_MM = DPI / 25.4
_PT = DPI / 72
_DATERS = ("Loma-Bold", "Garuda-Bold", "Umpush-Bold", "Waree-Bold")
_MACHINES = ("Kinnari-Bold", "Norasi-Bold", "TlwgTypewriter-Bold")


@dataclass
class _Layers:
    """Masks of a stamp's size with white around it, by whose ink it is; and the texts."""

    room: int
    size: tuple[int, int]  # height, width, with the room
    masks: dict[str, Mask] = field(default_factory=dict)
    texts: list[tuple[str, tuple[int, int, int, int], bool]] = field(default_factory=list)

    def of(self, ink: str) -> Mask:
        return self.masks.setdefault(ink, np.zeros(self.size, np.uint8))

    def lay(self, ink: str, mask: Mask, left: float, top: float) -> None:
        x, y = round(left) + self.room, round(top) + self.room
        above, before = max(0, -y), max(0, -x)
        mask = mask[above:, before:]
        place = self.of(ink)[max(0, y) : max(0, y) + mask.shape[0], max(0, x) :]
        place = place[:, : mask.shape[1]]
        np.maximum(place, mask[: place.shape[0], : place.shape[1]], out=place)


@dataclass(frozen=True)
class Pressed:
    """A sheet with the stamp on it, and its lines: text, box in pixels of the sheet, and whether
    something was filled in."""

    image: Image
    lines: tuple[tuple[str, tuple[float, float, float, float], bool], ...]


def press_stamp(
    sheet: Image, stamp: dict[str, Any], rng: Rng, sign_of: SignOf = by_strokes
) -> Pressed:
    """The sheet with one stamp pressed and filled in. Raises ValueError for a font not at hand."""
    layers = _drawn(stamp, rng, sign_of)
    matrix = _onto_page(layers, stamp, rng)
    image = sheet.copy()
    for name, mask in layers.masks.items():
        cover = worn(mask, stamp, rng) if name == "rubber" else inked(mask, name, stamp, rng)
        colour = INKS[stamp.get("ink" if name == "rubber" else name, _usual(name, stamp))]
        mix(image, cover, matrix, colour)
    lines = tuple(
        (text, turned(box, layers.room, matrix), hand) for text, box, hand in layers.texts
    )
    return Pressed(image, lines)


def _usual(name: str, stamp: dict[str, Any]) -> str:
    return "blue" if name == "pen" else str(stamp.get("ink", "violet"))


def _drawn(stamp: dict[str, Any], rng: Rng, sign_of: SignOf) -> _Layers:
    """Everything of the stamp, level, before it was pressed."""
    size = round(stamp.get("size", 13) * _PT)
    step, pad = round(size * stamp.get("leading", 1.05)), round(1.4 * _MM)
    office = stamp.get("office", [])
    wide = round(stamp.get("wide", 48) * _MM)
    tall = 2 * pad + step * (len(office) + len(stamp["rows"]))
    room = round(12 * _MM)
    layers = _Layers(room, (tall + 2 * room, wide + 2 * room))
    _frame(layers, stamp.get("frame", "single"), (wide, tall), round(stamp.get("line", 1.2) * _PT))
    face = stamp.get("font", "THSarabunNew-Bold")
    for number, line in enumerate(office):
        mask = letters(line, face, round(size * stamp.get("title", 1.0)))
        top = pad + (number + 0.8) * step
        left = (wide - mask.shape[1]) / 2 if stamp.get("centred", True) else pad
        layers.lay("rubber", mask, left, top - FOOT * mask.shape[0])
        layers.texts.append((line, (pad, round(top - 0.7 * size), wide - pad, round(top)), False))
    for number, row in enumerate(stamp["rows"], start=len(office)):
        foot = pad + round((number + 0.8) * step)
        entries = row if isinstance(row, list) else [row]
        edges = _edges(entries, pad, wide - pad)
        told = []
        for entry, left, right in zip(entries, edges, edges[1:], strict=False):
            text = _entry(layers, entry, (left, right, foot), (size, face), stamp, rng, sign_of)
            told.append(text)
        box = (pad, foot - round(0.7 * size), wide - pad, foot)
        layers.texts.append((" ".join(told), box, any("....." in entry for entry in entries)))
    return layers


def _edges(entries: list[str], left: int, right: int) -> list[int]:
    """Where entries of a row begin: each as wide as its words and a blank ask."""
    shares = [max(len(one.split(".....")[0]), 4) + (9 if "....." in one else 2) for one in entries]
    ends = np.cumsum([0, *shares]) / sum(shares)
    return [round(left + (right - left) * float(end)) for end in ends]


def _entry(
    layers: _Layers,
    entry: str,
    place: tuple[int, int, int],
    type_: tuple[int, str],
    stamp: dict[str, Any],
    rng: Rng,
    sign_of: SignOf,
) -> str:
    """One label with its dots and what is filled in, or a box to tick; its text as it is read."""
    left, right, foot = place
    size, face = type_
    if entry.startswith("[]"):
        return _check(layers, entry[2:], place, type_, rng)
    label, blank, value = entry.partition(".....")
    value, _, unit = value.strip().partition("|")
    value = value.strip()
    mask = letters(label, face, size)
    layers.lay("rubber", mask, left, foot - FOOT * mask.shape[0])
    if not blank:
        return label
    start, end = left + mask.shape[1], right - round(0.1 * size)
    if unit:
        small = letters(unit, face, size)
        end -= small.shape[1]
        layers.lay("rubber", small, end, foot - FOOT * small.shape[0])
    _dots(layers, start, end, foot, stamp)
    room = (start, end, foot, size)
    if value == "~":
        drawn = signature(rng)
        shrunk = cv2.resize(drawn, None, fx=rng.uniform(0.3, 0.5), fy=rng.uniform(0.35, 0.6))
        layers.lay("pen", np.asarray(shrunk, np.uint8), start, foot - shrunk.shape[0] * 0.8)
    elif value.startswith("@"):
        _dated(layers, value[1:], room, stamp, rng)
    elif value.startswith("#"):
        face = pick(_MACHINES, rng)
        mask = letters(value[1:], face, round(1.25 * size), spread=0.12)
        layers.lay("number", mask, start + 0.4 * size, foot - (FOOT - 0.08) * mask.shape[0])
    elif value:
        _penned(layers, value, room, stamp, rng, sign_of)
    shown = "" if value == "~" else value.lstrip("@#")
    return " ".join(part for part in (label, shown, unit.strip()) if part)


def _penned(
    layers: _Layers,
    value: str,
    room: tuple[int, int, int, int],
    stamp: dict[str, Any],
    rng: Rng,
    sign_of: SignOf,
) -> None:
    start, end, foot, size = room
    high = round(size * 0.52 * stamp.get("hand", 1.0) * rng.uniform(0.85, 1.15))
    mask = written(value, high, stamp.get("nib", 5) * rng.uniform(0.8, 1.2), rng, sign_of)
    back = -stamp.get("tilt", 0) * rng.uniform(
        0, 0.7
    )  # the pen keeps to the page, not to the stamp
    mask = rotated(mask, back)
    loose = max(0.0, end - start - mask.shape[1])
    left = start + loose * rng.uniform(0.1, 0.6) + stamp.get("shift", 0) * _MM
    top = foot - mask.shape[0] + (rng.normal(0.0, 0.1) - stamp.get("lift", 0.1)) * size
    layers.lay("pen", mask, left, top)


def _dated(
    layers: _Layers, value: str, room: tuple[int, int, int, int], stamp: dict[str, Any], rng: Rng
) -> None:
    """A dater's bands, day, month and year, each at its own height and with its own ink."""
    start, end, foot, size = room
    face, narrow = stamp.get("dater_font") or pick(_DATERS, rng), stamp.get("narrow", 0.72)
    spread = stamp.get("spread", 0.12)
    high = round(size * stamp.get("dater_size", 0.82))
    pieces = []
    for part in value.split(" "):
        mask = letters(part, face, high, spread=spread if part[-1].isdigit() else 0.06)
        wide = max(2, round(mask.shape[1] * narrow))
        mask = np.asarray(cv2.resize(mask, (wide, mask.shape[0])), np.uint8)
        if rng.random() < stamp.get("smudged", 0.0):  # one band took too much ink or too little
            mask = band(mask, rng)
        pieces.append(mask)
    gap = round(high * stamp.get("gap", 0.28))
    long = sum(p.shape[1] + gap for p in pieces)
    off = rng.normal(0, 0.05, len(pieces)) * high
    canvas = np.zeros((max(p.shape[0] for p in pieces) + high, long + 8), np.uint8)
    at = 4
    for piece, down in zip(pieces, off, strict=True):
        top = high // 2 + round(float(np.clip(down, -high / 3, high / 3)))
        canvas[top : top + piece.shape[0], at : at + piece.shape[1]] = piece
        at += piece.shape[1] + gap
    canvas = rotated(canvas, rng.normal(0, 1.3))
    left = start + max(-0.1 * size, (end - start - long) * rng.uniform(0.1, 0.7))
    left += stamp.get("dater_shift", 0) * _MM
    top = foot - canvas.shape[0] + high // 2 + rng.normal(0, 0.08) * size
    layers.lay("dater", canvas, left, top + (0.12 - stamp.get("dater_lift", 0.0)) * size)


def _check(
    layers: _Layers,
    label: str,
    place: tuple[int, int, int],
    type_: tuple[int, str],
    rng: Rng,
) -> str:
    """A box with its words, ticked by pen if they begin with "*"."""
    left, _, foot = place
    size, face = type_
    side, line = round(0.42 * size), max(2, round(0.05 * size))
    box = np.zeros((side, side), np.uint8)
    cv2.rectangle(box, (1, 1), (side - 2, side - 2), 255, line)
    layers.lay("rubber", box, left, foot - side)
    text = label.removeprefix("*")
    mask = letters(text, face, size)
    layers.lay("rubber", mask, left + 1.25 * side, foot - FOOT * mask.shape[0])
    if text != label:
        tick = np.zeros((2 * side, 2 * side), np.uint8)
        points = np.array([[0.1, 0.9], [0.45, 1.4], [1.7, 0.1]]) * side
        points += rng.normal(0, 0.1, points.shape) * side
        cv2.polylines(tick, [points.astype(np.int32)], False, 255, 5, cv2.LINE_AA)
        layers.lay("pen", tick, left - 0.1 * side, foot - 1.5 * side)
    return text


def _dots(layers: _Layers, start: int, end: int, foot: int, stamp: dict[str, Any]) -> None:
    apart, radius = stamp.get("dots", 8), max(1, round(stamp.get("dot", 2)))
    across = max(1, end - start)
    strip = np.zeros((2 * radius + 3, across), np.uint8)
    for x in range(radius + 1, across, apart):
        cv2.circle(strip, (x, radius + 1), radius, 255, -1, cv2.LINE_AA)
    layers.lay("rubber", strip, start, foot)


def _frame(layers: _Layers, form: str, size: tuple[int, int], line: int) -> None:
    mask, room = layers.of("rubber"), layers.room
    left, top, right, bottom = room, room, room + size[0], room + size[1]
    if form in ("single", "double", "open"):
        cv2.rectangle(mask, (left, top), (right, bottom), 255, line, cv2.LINE_AA)
    if form == "double":
        apart = 2 * line + 4
        inner = (left + apart, top + apart), (right - apart, bottom - apart)
        cv2.rectangle(mask, *inner, 255, max(2, line // 2), cv2.LINE_AA)
    if form == "open":  # the foot of the frame never touched the paper
        mask[bottom - line :] = 0


def _onto_page(layers: _Layers, stamp: dict[str, Any], rng: Rng) -> NDArray[np.float64]:
    """From the stamp's pixels to the sheet's: turned about its middle, narrower to one side."""
    down, across = layers.size
    room = layers.room
    corners = np.array([[0, 0], [across, 0], [across, down], [0, down]], np.float32)
    angle = np.deg2rad(stamp.get("tilt", 0))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    middle = np.array([across / 2, down / 2])
    left, top = (one * _MM - room for one in stamp["at"])
    placed = (corners - middle) @ turn.T + middle + [left, top]
    placed += rng.normal(0, stamp.get("bent", 0.004) * across, (4, 2))
    return np.asarray(cv2.getPerspectiveTransform(corners, placed.astype(np.float32)), np.float64)
