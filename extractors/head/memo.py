"""The line ส่วนราชการ of a memo where it takes more than one line, or cells beside each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.dates import find_dates
from extractors.text.offices import starts_office
from pipeline.layout import Row
from pipeline.models import Line

# What may be pressed or typed between ส่วนราชการ and ที่, and is no more of the office
_ASIDE = re.compile(
    r"[\s(*–-]*(?:ด่วน|ลับ|สำเนา|ตัวอย่าง|ร่าง|คู่ฉบับ|รับ|เลขรับ|วันที่|เวลา|จาก\s|ผ่าน|ที่[\s.…]|เลขที่)"
)
# ตำรวจภูธรจังหวัด… (ฝอ.๓) │โทร. … | ที่ทำการปกครองอำเภอ… (กลุ่มงานความมั่นคง) │โทร. …
_RUNG = re.compile(r"\(\s*(?P<unit>[^()]+?)\s*\)\s*$")
_UNIT = re.compile(
    r"ฝ[ก-ฮ]{0,3}\.|[ก-ฮ]{2,4}\.\s?[\d๐-๙]{1,2}$"
    r"|(?:กลุ่ม|ฝ่าย|งาน|กอง(?!ทุน)|แผนก|ศูนย์|หมวด|หน่วย|ส่วน(?!กลาง|ภูมิภาค|หน้า))[ก-๎]"
)
_APART = 0.02  # of the page's width: pieces of a row this far apart are cells of their own


def office_goes_on(row: Row, office: Sequence[Line]) -> bool:
    """Whether a row below ส่วนราชการ goes on with it: a long name, a telephone, an e-mail."""
    below = row.lines[0].page == office[-1].page
    dated = bool(find_dates(row.text))
    return below and not dated and not any(_ASIDE.match(line.text) for line in row.lines)


def begins_unit(text: str) -> bool:
    """Whether a line begins the name of an office or of a part of one: กลุ่ม… | งาน… | ส่วน…"""
    return starts_office(text) or text.lstrip().startswith(("งาน", "ส่วน", "หมวด"))


def rung_unit(before: str) -> re.Match[str] | None:
    """The unit in brackets between the office of a memo and its telephone: who is to be rung, no
    part of the issuer's name. `before`: what stands before the telephone.

    >>> rung_unit("ตำรวจภูธรจังหวัดน่าน (ฝอ.๓) ")["unit"], rung_unit("กรมป่าไม้ (ปม.) ")
    ('ฝอ.๓', None)
    """
    found = _RUNG.search(before)
    behind = found is not None and before[: found.start()].strip() != ""
    return found if found and behind and _UNIT.match(found["unit"]) else None


def in_cells(lines: Sequence[Line]) -> list[Line]:
    """The lines of an item as its cells are read: each to its end before the next to its right.

    ส่วนงาน การประปา… งาน │ โทร. ๑๒ / บริการ… → การประปา… งานบริการ… โทร. ๑๒
    """
    cells: list[list[Line]] = []
    for line in lines:
        under = [cell for cell in cells if _under(cell, line)]
        if len(under) == 1 and len(cells) > 1:
            under[0].append(line)
        elif cells and not _beside(cells[-1][0], line):
            cells[-1].append(line)
        else:
            cells.append([line])
    return [line for cell in cells for line in cell]


def _beside(one: Line, other: Line) -> bool:
    level = abs(one.box.middle - other.box.middle) < one.box.height / 2
    return level and other.box.left - one.box.right > _APART


def _under(cell: Sequence[Line], line: Line) -> bool:
    first = cell[0].box
    return line.box.middle > first.bottom and first.left < line.box.right < first.right + _APART
