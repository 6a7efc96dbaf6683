"""QR codes on a page."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A decoded QR code and where it stands, in pixels."""

    text: str
    box: tuple[int, int, int, int]


def find_codes(grey: Grey, ink: Grey) -> tuple[FoundCode, ...]:
    """Decode the QR codes of a page; those that cannot be decoded are left out.

    `ink` is the same page as 255 on 0. Searching a page costs more than all its cleaning, so only
    a page that shows the three corner squares of a code is searched.
    """
    if _corner_squares(ink) < 3:
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


def _corner_squares(ink: Grey) -> int:
    """How many finder patterns a page shows: a square ring of 7 modules around a block of 3.

    (ISO/IEC 18004, 6.3.3: finder pattern.)
    """
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    left, top, width, height, area = np.asarray(stats, dtype=np.float64)[1:].T
    square = (np.abs(width - height) <= 0.2 * np.maximum(width, height)) & (width >= 9)
    fill = area / (width * height)
    x, y = left + width / 2, top + height / 2
    blocks = np.flatnonzero(square & (fill > 0.7))
    count = 0
    for ring in np.flatnonzero(square & (width >= 18) & (fill > 0.3) & (fill < 0.7)):
        near = np.hypot(x[blocks] - x[ring], y[blocks] - y[ring]) < 0.15 * width[ring]
        share = width[blocks] / width[ring]
        count += bool((near & (share > 0.3) & (share < 0.6)).any())
    return count
