"""A strip of a page around a line, straightened: what stands in and near the line, in pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.cleanup.skew import turn_part
from pipeline.lines import PixelBox
from pipeline.models import Box, Page

Rgb = npt.NDArray[np.uint8]

_ABOVE, _BELOW = 4.0, 2.0  # heights of the line: how far what is written reaches beyond it


@dataclass(frozen=True, slots=True)
class StraightCut:
    """`picture` is in colour; `top` its first row on the straight page of `width` × `height`."""

    picture: Rgb
    top: int
    width: int
    height: int

    @classmethod
    def around(cls, box: Box, page: Page, picture: Rgb) -> StraightCut:
        """The strip around a box of the straight page; `picture` is not yet straightened."""
        height, width = picture.shape[:2]
        tall = box.height * height
        top = int(max(0, box.top * height - _ABOVE * tall))
        bottom = int(min(height, box.bottom * height + _BELOW * tall))
        return cls(turn_part(picture, page.skew, (0, top, width, bottom)), top, width, height)

    def pixels(self, box: Box) -> PixelBox:
        """A box given as shares of the straight page in pixels of the strip."""
        return (
            round(box.left * self.width),
            round(box.top * self.height) - self.top,
            round(box.right * self.width),
            round(box.bottom * self.height) - self.top,
        )

    def box(self, pixels: PixelBox) -> Box:
        """A box in pixels of the strip as shares of the straight page."""
        return Box(
            pixels[0] / self.width,
            (pixels[1] + self.top) / self.height,
            pixels[2] / self.width,
            (pixels[3] + self.top) / self.height,
        )
