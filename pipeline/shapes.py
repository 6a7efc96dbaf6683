"""The connected components of a page's ink: found once, for whatever looks for shapes."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Shapes:
    """A row for each shape, in pixels; index 0 is the paper. `labels` has the page's size."""

    labels: npt.NDArray[np.int32]
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


def find_shapes(ink: Mask) -> Shapes:
    """What hangs together in `ink`, which is not 0 where there is print; corners touch."""
    _, found, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    labels = np.asarray(found, dtype=np.int32)
    left, top, width, height, area = np.asarray(stats, dtype=np.intp).T.copy()
    left[0] = top[0] = width[0] = height[0] = area[0] = 0
    return Shapes(labels, left, top, left + width, top + height, area)
