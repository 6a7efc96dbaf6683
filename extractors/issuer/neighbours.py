"""Whether the name of an office was cut off: what stands beside it in the letterhead, and how the
text of the paper tells it, may say that it goes on."""

from __future__ import annotations

import re

from extractors.issuer.witnesses import ENDS
from extractors.record import Field, doubted
from extractors.signatory import signed_posts
from extractors.text.clauses import unspaced
from extractors.text.offices import has_address, starts_office
from extractors.text.posts import office_of_post
from pipeline.models import Box, Document, Line
from pipeline.thai_digits import arabic

_BESIDE = "an office stands right {} it in the letterhead: {}"
_GOES_ON = "the text tells the name longer: {}"
_IN_BRACKETS = re.compile(  # (องค์การมหาชน), a bracket of it misread perhaps
    r"\s*[(\[{]\s*(?!เฉพาะ|สำเนา)[ก-ฮเ-ไ][ก-๎ ]{3,}[)\]}]\s*$"
)
# ธนาคารดอนงาม สาขาน่าน: what tells which of many it is, behind a space
_BRANCH = re.compile(r"\s*(?:สาขา(?!วิชา)|วิทยาเขต)\s?[ก-๎]")
_REACH = 1.6  # heights of a line: how far the next line of a letterhead lies
_SHARED = 0.3  # of its width, or of the name's: so much of a line of the same letterhead lies below
_SHOWN = 12  # letters of what the text goes on with
_SHORTEST = 8  # letters of a name that other names do not begin with by chance (กรมป่าไม้ is one)


def with_neighbours(found: Field, document: Document, labelled: bool = False) -> Field:
    """The issuer, doubted where it may be a part of a name; `labelled`: ส่วนราชการ says where it
    begins and ends, so that what stands over it is another thing."""
    if found.note or found.box is None:
        return found
    if (beside := None if labelled else _beside(found, document)) is not None:
        return doubted(found, beside)
    longer = _told_longer(found, document)
    if longer is None:
        return found
    whole = _as_signed(found, document) or found.value
    return doubted(found.model_copy(update={"value": whole}), _GOES_ON.format(longer))


def _as_signed(found: Field, document: Document) -> str | None:
    """The name as the signatory's post and the text tell it, both with more letters behind it: a
    stamp covers the end of โครงการส่งน้ำและบำรุงรักษา…"""
    text = unspaced(arabic(" ".join(line.text for page in document.pages for line in page.lines)))
    for post in signed_posts(document):
        office = office_of_post(arabic(post)) or ""
        longer = office.startswith(found.value) and office != found.value
        if longer and text.count(unspaced(office)) > 1:  # the post's own is one of them
            return office
    return None


def _beside(found: Field, document: Document) -> str | None:
    box = Box(*found.box) if found.box else None
    page = next((one for one in document.pages if one.number == found.page), None)
    if box is None or page is None:
        return None
    for where, lines in (("below", below(page.lines, box)), ("above", _above(page.lines, box))):
        for line in lines:
            goes_on = where == "below" and _IN_BRACKETS.match(line.text) is not None
            if goes_on or (starts_office(line.text) and not has_address(line.text)):
                return _BESIDE.format(where, line.text.strip())
    return None


def below(lines: tuple[Line, ...], box: Box) -> list[Line]:
    """The lines right below a place, where its own next line would stand."""
    return [one for one in lines if _is_next(one.box.top - box.bottom, one, box)]


def _above(lines: tuple[Line, ...], box: Box) -> list[Line]:
    return [one for one in lines if _is_next(box.top - one.box.bottom, one, box)]


def _is_next(gap: float, line: Line, box: Box) -> bool:
    shared = min(line.box.right, box.right) - max(line.box.left, box.left)
    beside = shared >= _SHARED * min(line.box.width, box.width)
    return beside and -0.3 * line.box.height < gap < _REACH * line.box.height


def _told_longer(found: Field, document: Document) -> str | None:
    """How the text tells the name, if it never tells it without more letters behind it."""
    letters = re.sub(r"\s", "", found.value)
    if len(letters) < _SHORTEST:
        return None
    box = Box(*found.box) if found.box else None
    rest = (
        line.text
        for page in document.pages
        for line in page.lines
        if not (box and page.number == found.page and box.top <= line.box.middle <= box.bottom)
    )
    text = arabic(" ".join(rest))
    if letters not in re.sub(r"\s", "", text):
        return None
    name = re.compile(r"\s*".join(map(re.escape, letters)))
    told = [(one.start(), one.end()) for one in name.finditer(text)]
    ends = [ENDS.match(text, end) and not _BRANCH.match(text, end) for _, end in told]
    if not told or any(ends):
        return None
    start, end = told[0]
    return text[start : end + _SHOWN].strip() + "…"
