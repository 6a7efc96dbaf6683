"""What a pen wrote behind a form's เลขที่ is no number of a received stamp, of the same words."""

from __future__ import annotations

from pipeline.models import Box, Page
from pipeline.stamps.areas import inside


def tells_a_forms_number(page: Page, box: Box) -> bool:
    """Whether what is in the box was told as the number of a form: เลขที่ ๓๗/๒๕๖๘."""
    told = [line for line in page.lines if line.written]
    pens = [writing.box for line in told for writing in line.written]
    return any(inside(line, box) for line in told) or any(
        box.left < (pen.left + pen.right) / 2 < box.right
        and pen.top < box.bottom
        and box.top < pen.bottom
        for pen in pens
    )
