"""Even light: the page divided by its own background."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.cleanup.shrinking import shrunk

Grey = npt.NDArray[np.uint8]

_EIGHTH = 8  # background is looked for at an eighth of the size, where that is cheap


def flatten(grey: Grey, tolerance: int = 6) -> Grey:
    """Divide a grey page by its background, so that paper is white wherever it was shaded.

    The background is what remains of the page when everything thinner than a heading's stroke
    is closed away. A page already white and evenly lit, to within `tolerance`, is given back as it
    is.
    """
    height, width = grey.shape
    small = shrunk(grey, _EIGHTH)
    if _is_even(small, tolerance):
        return grey
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 9)
    background = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(grey, np.maximum(background, 1), scale=255), dtype=np.uint8)


def _is_even(small: npt.NDArray[np.generic], tolerance: int) -> bool:
    """Judged by the brightest tenth of each cell of a 16 by 16 grid."""
    square = cv2.resize(np.asarray(small), (256, 256), interpolation=cv2.INTER_AREA)
    cells = square.reshape(16, 16, 16, 16).swapaxes(1, 2).reshape(256, 256)
    paper = np.percentile(cells, 90, axis=1)
    return bool(paper.min() >= 255 - tolerance)
