"""QR codes on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import zxingcpp

Grey = npt.NDArray[np.uint8]

_MARGIN = 8  # pixels: the edge of a code that a slant leaves outside its box
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A decoded QR code and where it stands, in pixels."""

    text: str
    box: tuple[int, int, int, int]


def find_codes(grey: Grey) -> tuple[FoundCode, ...]:
    """Decode the QR codes of a page, from the top; those that cannot be decoded are left out."""
    found = []
    for code in zxingcpp.read_barcodes(grey, formats=_QR):
        if not code.text:
            continue
        place = code.position
        corners = (place.top_left, place.top_right, place.bottom_left, place.bottom_right)
        across, down = [corner.x for corner in corners], [corner.y for corner in corners]
        box = (min(across), min(down), max(across), max(down))
        found.append(FoundCode(code.text, box))
    return tuple(sorted(found, key=lambda code: (code.box[1], code.box[0])))


def blank_codes(ink: Grey, found: Sequence[FoundCode]) -> None:
    """Take the codes out of a page's ink, in place."""
    for code in found:
        left, top, right, bottom = code.box
        ink[max(0, top - _MARGIN) : bottom + _MARGIN, max(0, left - _MARGIN) : right + _MARGIN] = 0
