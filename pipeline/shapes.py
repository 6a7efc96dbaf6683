"""The connected components of a page's ink: found once, for whatever looks for shapes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.intp]
Labels = npt.NDArray[np.integer[Any]]
ShapeBox = tuple[int, int, int, int, int]  # left, top, right, bottom, area in pixels

_MOST = 60_000  # shapes; two bytes count to 65,535, and letters may be cut loose later


@dataclass(frozen=True, slots=True)
class Shapes:
    """A row for each shape, in pixels; index 0 is the paper. `labels` has the page's size."""

    labels: Labels
    left: Ints
    top: Ints
    right: Ints
    bottom: Ints
    area: Ints

    @property
    def height(self) -> Ints:
        return self.bottom - self.top

    @property
    def middle(self) -> npt.NDArray[np.float64]:
        return (self.top + self.bottom) / 2


def _most_shapes(ink: Mask) -> int:
    """No fewer than the shapes, and the labels tried on the way: pixels with none before them."""
    before = cv2.bitwise_or(ink[:-1, 1:], ink[1:, :-1])
    first = cv2.compare(ink[1:, 1:], before, cv2.CMP_GT)
    edges = int(np.count_nonzero(ink[0])) + int(np.count_nonzero(ink[:, 0]))
    return int(cv2.countNonZero(first)) + edges


def find_shapes(ink: Mask) -> Shapes:
    """What hangs together in `ink`, which is not 0 where there is print; corners touch."""
    # Labels of two bytes take a third of the time, and are enough but for a page full of specks.
    short = _most_shapes(ink) < _MOST
    _, found, stats, _ = cv2.connectedComponentsWithStatsWithAlgorithm(
        ink, 8, cv2.CV_16U if short else cv2.CV_32S, cv2.CCL_SPAGHETTI
    )
    labels: Labels = np.asarray(found, np.uint16) if short else np.asarray(found, np.int32)
    left, top, width, height, area = np.asarray(stats, dtype=np.intp).T.copy()
    left[0] = top[0] = width[0] = height[0] = area[0] = 0
    return Shapes(labels, left, top, left + width, top + height, area)


def grown(shapes: Shapes, labels: Labels, boxes: Sequence[ShapeBox]) -> Shapes:
    """`shapes` with more of them at the end, to which `labels` already gives their numbers."""
    added = np.array(boxes, dtype=np.intp).T
    columns = ("left", "top", "right", "bottom", "area")
    longer = {
        name: np.concatenate([getattr(shapes, name), more])
        for name, more in zip(columns, added, strict=True)
    }
    return replace(shapes, labels=labels, **longer)
