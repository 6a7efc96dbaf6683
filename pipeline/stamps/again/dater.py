"""Digits and months that daters and numbering machines press, told one by one.

Two small networks of one hidden layer, learnt from worn and clotted type by
corpus/training/daters.py: one looks at a digit, one at the letters of a month, each cut out and
brought to one height.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import cv2
import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]

_DIGIT = (20, 20)  # height and width of a digit's picture
_MONTH = (24, 64)  # of a month's, which is drawn to this width
_LOW, _DIGIT_TALL, _BROAD, _MOST = 0.3, 0.7, 1.05, 4  # of the tallest: specks, digits, two in one
_INKED = 195  # shade of ink in what is cut out alone
_SOFTER = 1.6  # by which scores are divided: type of other makes is read less surely than learnt


def as_digit(mask: Grey) -> Floats:
    """A digit's ink (255) cut out, in its shape, in the middle of the network's picture."""
    high, wide = _DIGIT
    scale = min(high / mask.shape[0], wide / mask.shape[1])
    size = (max(1, round(mask.shape[1] * scale)), max(1, round(mask.shape[0] * scale)))
    small = cv2.resize(mask, size, interpolation=cv2.INTER_AREA)
    canvas = np.zeros(_DIGIT, np.float32)
    top, left = (high - size[1]) // 2, (wide - size[0]) // 2
    canvas[top : top + size[1], left : left + size[0]] = small / 255.0
    return np.asarray(canvas.ravel(), np.float32)


def as_month(mask: Grey) -> Floats:
    """A month's ink (255) cut out, drawn to the network's picture; and how long it was."""
    high, wide = _MONTH
    small = cv2.resize(mask, (wide, high), interpolation=cv2.INTER_AREA) / 255.0
    return np.append(small.ravel(), mask.shape[1] / mask.shape[0] / 4).astype(np.float32)


def digit_chances(masks: Sequence[Grey]) -> npt.NDArray[np.float64]:
    """For each the chance of 0 to 9, and at last that it is no digit."""
    return _chances("digit", np.stack([as_digit(mask) for mask in masks]))


def month_chances(masks: Sequence[Grey]) -> npt.NDArray[np.float64]:
    """For each the chance of January (0) to December, and at last that it is no month."""
    return _chances("month", np.stack([as_month(mask) for mask in masks]))


def _chances(name: str, inputs: Floats) -> npt.NDArray[np.float64]:
    first, bias, second, other = _layers(name)
    scores = (np.maximum(inputs @ first + bias, 0) @ second + other) / _SOFTER
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(chances / chances.sum(axis=1, keepdims=True), np.float64)


@cache
def _layers(name: str) -> tuple[Floats, Floats, Floats, Floats]:
    with np.load(str(files("pipeline") / "data" / "daters.npz")) as data:
        first, bias, second, other = (
            data[f"{name}{place}"].astype(np.float32) for place in range(4)
        )
    return first, bias, second, other


def read_row(picture: Grey, most: int = 8) -> dict[str, float]:
    """A row of one to four digits that stand apart, dark on light, by its chance; empty if they do
    not stand apart."""
    dark = np.asarray((picture < _INKED) * 255, np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    if len(stats) < 2:
        return {}
    tall = int(stats[1:, 3].max())
    groups: list[list[int]] = []
    for left, top, wide, high, _ in sorted(stats[1:].tolist()):
        if high < _LOW * tall and wide < _LOW * tall:
            continue
        if groups and left < groups[-1][2]:
            own = groups[-1]
            own[1:] = [min(own[1], top), max(own[2], left + wide), max(own[3], top + high)]
        else:
            groups.append([left, top, left + wide, top + high])
    groups = [one for one in groups if one[3] - one[1] >= _DIGIT_TALL * tall]
    if not 1 <= len(groups) <= _MOST or any(one[2] - one[0] > _BROAD * tall for one in groups):
        return {}
    read = digit_chances([dark[top:bottom, left:right] for left, top, right, bottom in groups])
    found = {"": 1.0}
    for chances in read:
        grown = {
            text + str(digit): share * float(chances[digit])
            for text, share in found.items()
            for digit in np.argsort(chances[:10])[-4:]
        }
        found = dict(sorted(grown.items(), key=lambda item: -item[1])[:most])
    return found


def read_month(picture: Grey) -> dict[int, float]:
    """The letters of a month, dark on light: how likely each month is; the rest is that of none."""
    dark = np.asarray((picture < _INKED) * 255, np.uint8)
    rows, columns = np.flatnonzero(dark.any(1)), np.flatnonzero(dark.any(0))
    if not len(rows):
        return {}
    cut = dark[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return dict(enumerate(month_chances([cut])[0][:12].tolist()))
