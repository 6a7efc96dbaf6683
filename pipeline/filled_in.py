"""What stamps, daters and pens put on a page, each in its place, one after the other."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.dated_lines import with_dated
from pipeline.models import Page
from pipeline.pressed_lines import with_pressed
from pipeline.received import with_received
from pipeline.written_lines import with_writing

Rgb = npt.NDArray[np.uint8]


def with_filled_in(page: Page, picture: Rgb) -> Page:
    """The page with its received stamps, and with what was filled in beside its print.

    `picture` is the page in colour (height × width × 3), upright, not yet straightened by the
    page's skew. A dater's type is looked for last: where no pen was found.
    """
    page = with_pressed(with_received(page, picture))
    return with_dated(with_writing(page, picture), picture)
