"""Print in colour: the letterhead of a university or a company, a heading, a line that is stressed.

It was set apart with the stamps and pens, whose ink is coloured too. Print lies level with the
page and is read surely; what is pressed or written leans, or is read with doubt. A received stamp
that happens to lie level is known by its words (เลขรับ, วันที่, เวลา); what tells urgency, secrecy or
that a copy is true is pressed, and a number or a date alone may be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.models import Line
from pipeline.pens.header_lines import header_line
from pipeline.stamps.labels import parts_named

_LEVEL = 0.4  # degrees
_SURE = 0.85  # confidence of each line
_FEWEST = 6  # letters
_LETTER = re.compile(r"[ก-ฮA-Za-z]")
_FILLED_IN = {"number", "time"}  # parts of a received stamp; of letters the date is one
# Their words as they are spelt: of a line that was read surely no other is taken for one, as
# within ห้วยเสลา, which is no เวลา, or รับทำบัญชี
_SPELT = re.compile(r"เลข[ก-๎]{0,10}รับ|(?<!ผู้)รับ(?:เลข)?ที่|เลข\s?ที่|(?:^|[^ก-๎])เวลา(?!ราชการ|นี้)")
_PRESSED = re.compile(r"ด่วน|ลับ|ปกปิด|สำเนา|รับรอง|เลขรับ|รับที่|ผู้รับ|ตรวจแล้ว|ทราบ|อนุมัติ|ต้นฉบับ|คู่ฉบับ")


def coloured_print(lean: float, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of coloured ink that are print; none of an impression that leans (by degrees) or
    is a received stamp."""
    if abs(lean) > _LEVEL or any(map(_is_of_a_received_stamp, lines)):
        return ()
    return tuple(line for line in lines if _is_print(line))


def _is_of_a_received_stamp(line: Line) -> bool:
    named = bool(_FILLED_IN & parts_named(line.text))
    return named and (line.confidence < _SURE or _SPELT.search(line.text) is not None)


def among(lines: Sequence[Line], coloured: Sequence[Line]) -> list[Line]:
    """The lines with those in colour where they stand, from the top."""
    found = list(lines)
    for line in coloured:
        below = (place for place, one in enumerate(found) if one.box.middle > line.box.middle)
        found.insert(next(below, len(found)), line)
    return found


def _is_print(line: Line) -> bool:
    if line.confidence < _SURE or len(_LETTER.findall(line.text)) < _FEWEST:
        return False
    return _PRESSED.search(line.text) is None and header_line(line) is None
