"""How many pixels a page should have, where the file may lie about its size.

Letters are on A4, seldom on A5 slips or A3 tables. A phone states 72 dpi for whatever it took, a
faulty scanner 1 or 0, a drawing program paper of five metres: sizes beyond those of paper are not
believed, and the short side is then taken for that of A4.
"""

from __future__ import annotations

import math

_A4_SHORT = 8.27  # inches, ISO 216
_SHORTEST = 3.4  # inches; a slip or envelope
_LONGEST = 12.4  # inches; A3 and a little
MAX_DRAWN_PIXELS = 60_000_000
MAX_DRAWN_SIDE = 32_000  # pixels; OpenCV turns no picture of more than 32,767


def drawing_dpi(width: float, height: float, dpi: int) -> int:
    """Dots per stated inch at which a page of `width` × `height` inches should be drawn.

    >>> drawing_dpi(8.27, 11.69, 300), drawing_dpi(34.4, 48.7, 300)
    (300, 72)
    """
    short, long = sorted((width, height))
    if short <= 0:
        return dpi
    believed = _SHORTEST <= short <= _LONGEST
    wanted = float(dpi) if believed else dpi * _A4_SHORT / short
    return max(1, int(min(wanted, _most(short, long))))


def paper_dpi(width: int, height: int, stated: float | None) -> float:
    """Dots per inch of paper of a picture of `width` × `height` pixels, `stated` if believed.

    >>> paper_dpi(1654, 2339, 200.0), round(paper_dpi(2480, 3508, 72.0))
    (200.0, 300)
    """
    short = min(width, height)
    if stated is not None and stated > 0 and _SHORTEST <= short / stated <= _LONGEST:
        return stated
    return short / _A4_SHORT


def scale_to(width: int, height: int, stated: float | None, dpi: float = 300) -> float:
    """Factor by which a picture of `width` × `height` pixels should be resized for `dpi`.

    `stated` is the resolution that the file gives, believed only where it makes the picture the
    size of paper. Small differences are left alone, since resampling blurs.

    >>> scale_to(2480, 3508, 72.0), scale_to(1654, 2339, 200.0), round(scale_to(827, 1169, None), 1)
    (1.0, 1.5, 3.0)
    """
    scale = min(4.0, dpi / paper_dpi(width, height, stated))
    if 0.85 <= scale <= 1.15:
        scale = 1.0
    return min(scale, _most(width, height))


def _most(width: float, height: float) -> float:
    """The factor beyond which a picture has too many pixels, or too many along a side."""
    return min(math.sqrt(MAX_DRAWN_PIXELS / (width * height)), MAX_DRAWN_SIDE / max(width, height))
