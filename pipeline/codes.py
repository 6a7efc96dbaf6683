"""QR codes on a page."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.shapes import Shapes

Grey = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A decoded QR code and where it stands, in pixels."""

    text: str
    box: tuple[int, int, int, int]


def find_codes(grey: Grey, shapes: Shapes) -> tuple[FoundCode, ...]:
    """Decode the QR codes of a page; those that cannot be decoded are left out.

    `shapes` are those of the same page's ink. Searching a page costs more than all its cleaning, so
    only a page that shows the three corner squares of a code is searched.
    """
    if _corner_squares(shapes) < 3:
        return ()
    detector = cv2.QRCodeDetector()
    found, corners = detector.detectMulti(grey)
    if not found:
        return ()
    decoded = []
    for quad in corners:
        text, _ = detector.decode(grey, np.asarray(quad[None], dtype=np.float32))
        if text:
            (left, top), (right, bottom) = quad.min(axis=0), quad.max(axis=0)
            decoded.append(FoundCode(text, (int(left), int(top), int(right), int(bottom))))
    return tuple(sorted(decoded, key=lambda code: code.box[1]))


def _corner_squares(shapes: Shapes) -> int:
    """How many finder patterns a page shows: a square ring of 7 modules around a block of 3.

    (ISO/IEC 18004, 6.3.3: finder pattern.)
    """
    width, height = shapes.right - shapes.left, shapes.height
    square = (np.abs(width - height) <= 0.2 * np.maximum(width, height)) & (width >= 9)
    fill = shapes.area / np.maximum(1, width * height)
    x, y = shapes.left + width / 2, shapes.top + height / 2
    rings = np.flatnonzero(square & (width >= 18) & (fill > 0.3) & (fill < 0.7))[:, None]
    blocks = np.flatnonzero(square & (fill > 0.7))[None, :]
    near = np.hypot(x[blocks] - x[rings], y[blocks] - y[rings]) < 0.15 * width[rings]
    share = width[blocks] / width[rings]
    return int((near & (share > 0.3) & (share < 0.6)).any(axis=1).sum())
