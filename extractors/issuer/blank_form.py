"""The office that issues a blank form: it stands in full over its title or right under it.

A name with a blank in it (อำเภอ……) awaits an office; one that the title goes on with, of an event
or of a place (การเข้าร่วมประชุม │ เครือข่าย… ประจำปี…), issues nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.head.blocks import Blocks
from extractors.head.end import is_first
from extractors.head.title import is_code
from extractors.issuer.letterhead_name import office_in
from extractors.issuer.named import named_office
from extractors.record import Field
from extractors.text.clauses import read_marker
from extractors.text.keywords import opens_body
from extractors.text.offices import (
    UNNAMED,
    is_address,
    is_part,
    name_end,
    starts_office,
    whole_of_unit,
)
from extractors.text.passage import Passage
from pipeline.layout import rows
from pipeline.models import Document, Line

_ABOVE, _BELOW = 4, 3  # lines over the title, rows under it, among which the office stands
_BLANK = re.compile(r"\.{2,}|…|_{2,}|\(\s*\)|[☐□]")
_GOES_ON = re.compile(  # a title that ends so is not at its end
    r"(?:ของ|กับ|และ|ณ|แห่ง|โดย|สำหรับ|จาก|เพื่อ|ประชุม|สัมมนา|(?:ฝึก)?อบรม|กิจกรรม|โครงการ)\s*$"
)
_OF_AN_EVENT = re.compile(r"\sประจำปี|\sครั้งที่|\sรุ่นที่")  # behind the name of who holds it
_UNIT = re.compile(r"\s*(?:งาน|ส่วน|หมวด|สำนัก(?!งาน|นายก))[ก-๎]")
_ROOM, _AT_THE_EDGE = 2.0, 0.015  # heights of a line; of the page's width
_CORNER = 0.7  # of the page's width
_LONGEST_NAME = 80  # letters of a line that names an office and says nothing of it


def from_blank_form(document: Document, blocks: Blocks) -> Field | None:
    """The office over the title of a blank form or under it, also over two lines; else None."""
    page = document.pages[0].lines
    if not blocks.title or blocks.title[0] not in page:
        return None
    first = page.index(blocks.title[0])
    last = page.index(blocks.title[-1]) if blocks.title[-1] in page else first
    under = [*blocks.title[1:], *_under(page[last + 1 :])]
    over = [one for one in page[max(0, first - _ABOVE) : first] if not _is_in_corner(one)]
    return _named(over) or _named(under, blocks.title[0])


def awaits_its_name(found: Field, document: Document) -> bool:
    """Whether room is left behind the words for an office where a sample's text names it again,
    on dots or on none: …การบริหารจัดการน้ำของโครงการชลประทาน              เป็นไป."""
    dotted = re.compile(rf"{re.escape(found.text)}\s?(?:\.{{3,}}|…|_{{3,}})")
    for page in document.pages:
        edge = max((line.box.right for line in page.lines), default=1.0)
        for row in rows(page.lines):
            if any(dotted.search(line.text) for line in row.lines):
                return True
            full = row.box.right > edge - _AT_THE_EDGE and read_marker(row.text) is None
            for left, right in pairwise(row.lines) if full else ():
                if is_address(right.text):
                    continue  # การประปาดอนงาม │ ๑๒ ถนนริมน้ำ…: the name in its letterhead
                room = right.box.left - left.box.right > _ROOM * left.box.height
                if room and left.text.rstrip(" .…_").endswith(found.text):
                    return True
    return False


def _is_in_corner(line: Line) -> bool:
    """Whether a line is the code of the form, and no office in short: ศพด. ๐๔"""
    return line.box.left > _CORNER and is_code(line)


def _under(lines: Sequence[Line]) -> list[Line]:
    """The lines right under a title, before anything to fill in."""
    found: list[Line] = []
    for row in rows(lines)[:_BELOW]:
        if len(row.lines) > 1 or is_first(row.text) or opens_body(row.text):
            break
        if _BLANK.search(row.text) or len(row.text) > _LONGEST_NAME:
            break
        found += row.lines
    return found


def _named(lines: Sequence[Line], title: Line | None = None) -> Field | None:
    above = title
    for index, line in enumerate(lines):
        goes_on = above is not None and _GOES_ON.search(above.text) is not None
        above = line
        below = [one for one in lines[index + 1 :] if _is_under(one, line)][:1]
        whole = _UNIT.match(line.text) and below and whole_of_unit(f"{line.text} {below[0].text}")
        if not (starts_office(line.text) or whole_of_unit(line.text) or whole):
            continue
        if _is_blank(line) or is_address(line.text):
            return None
        if goes_on or _OF_AN_EVENT.search(line.text):
            continue
        return _over_two_lines(line, below) if below else _whole(line)
    return None


def _is_blank(line: Line) -> bool:
    return _BLANK.search(line.text) is not None or UNNAMED.fullmatch(line.text.strip()) is not None


def _is_under(line: Line, above: Line) -> bool:
    beside = line.box.left < above.box.right and above.box.left < line.box.right
    return beside and line.box.top > above.box.middle


def _over_two_lines(line: Line, below: Sequence[Line]) -> Field | None:
    """A whole and its part, or a part and its whole, on a line each; else what the first names."""
    other = below[0]
    full = not _is_blank(other) and not is_address(other.text)
    part = is_part(other.text) or _UNIT.match(other.text)
    led = _UNIT.match(line.text) and starts_office(other.text)
    if full and (led or (part and not is_part(line.text))):
        joined = Passage.of([line, other], " ")
        at = len(joined.text) - len(other.text)
        return named_office(joined.cut(0, name_end(joined.text, at)))
    if not full or whole_of_unit(line.text) is not None:
        return _whole(line)
    return office_in([line, other])


def _whole(line: Line) -> Field | None:
    whole = whole_of_unit(line.text) or 0
    return named_office(Passage.of([line]).cut(0, name_end(line.text, whole)))
