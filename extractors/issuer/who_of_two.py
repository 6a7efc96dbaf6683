"""Which of two offices in a letterhead issues the paper, where neither is a part of the other: the
upper one, unless the signatory heads the lower one, or a department stands under its ministry."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.issuer.letterhead_name import office_in
from extractors.issuer.named import DEPARTMENT
from extractors.issuer.neighbours import below
from extractors.record import Field
from extractors.text.clauses import unspaced
from extractors.text.offices import has_address, office_name, starts_office
from extractors.text.posts import office_of_post
from pipeline.models import Box, Document, Line
from pipeline.thai_digits import arabic

_MINISTRY = re.compile(r"กระทรวง[ก-๎ ]+$")


def who_of_two(found: Field, document: Document, posts: Sequence[str]) -> Field:
    """The office that was found at the head, or the one right under it that issues the paper."""
    page = next((one for one in document.pages if one.number == found.page), None)
    if page is None or found.box is None or found.note:
        return found
    offices = [office for post in posts if (office := office_of_post(arabic(post)))]
    under = below(page.lines, Box(*found.box))
    for line in under[:1]:
        lower = office_in(_from(line, page.lines)) if _names(line) else None
        if lower is None or lower.value in found.value:
            continue
        both = f"{found.value} {lower.value}"
        if any(unspaced(both) in unspaced(arabic(post)) for post in posts):
            box = Box(*found.box).union(line.box)
            sides = (box.left, box.top, box.right, box.bottom)
            told = {"text": f"{found.text} {lower.text}", "value": both, "box": sides}
            return found.model_copy(update=told)
        if found.value in offices:
            continue
        headed = lower.value in offices or office_name(line.text) in offices
        of_ministry = _MINISTRY.fullmatch(found.value) and DEPARTMENT.match(line.text)
        if headed or (of_ministry and not offices):
            return lower
    return found


def _names(line: Line) -> bool:
    return starts_office(line.text) and not has_address(line.text)


def _from(line: Line, lines: Sequence[Line]) -> list[Line]:
    """A line and those below it in its column."""
    own = (one for one in lines if one.box.top > line.box.middle)
    return [
        line,
        *(one for one in own if one.box.left < line.box.right and line.box.left < one.box.right),
    ]
