"""The unit that a filled form or a report names: หน่วยงาน …, or …ของโรงเรียน… in its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from extractors.head.blocks import Blocks
from extractors.issuer.letterhead_lines import is_branch
from extractors.issuer.letterhead_name import office_in
from extractors.issuer.named import named_office, office_on
from extractors.record import Field
from extractors.text.offices import UNNAMED, name_end, starts_office, whole_of_unit
from extractors.text.passage import Passage
from pipeline.models import Line

_SPAN = re.compile(
    r"\s+(?:ประจำ(?!จังหวัด|อำเภอ|เขต|ประเทศ)|ข้อมูล|ณ\s|รอบ|ไตรมาส|ปีงบประมาณ)"
)  # โรงพยาบาลริมน้ำ ประจำปีงบประมาณ
_LEVEL = 0.02  # of the page's width
_LONGEST_NAME = 70  # letters of a line that names a unit and says nothing of it
# where somebody writes or works who fills it in: ที่ทำการ คณะ… | ที่ทำการ อบต.… of a claim; of the
# offices that are called so themselves nothing parts the word from what follows
_PLACE = re.compile(
    r"\s*\(?(?:(?:เขียน|ทำ)ที่|ที่ทำการ(?=[\s:.…]+(?!ปกครอง|ไปรษณีย์|ผู้ใหญ่บ้าน|กำนัน|แพทย์)[ก-ฮเ-ไ]))"
)
_PLACE_ALONE = re.compile(
    r"\s*\(?(?:(?:เขียน|ทำ)ที่?|ที่ทำการ)\)?[\s.…:]*"
)  # what stands beside it is the place
_AUDITED = re.compile(r"\s*หน่วยรับ(?:การ)?ตรวจ")  # who is audited does not report
_WHO_ASKS = re.compile(r"\s*(?:ด้วย)?\s?ข้าพเจ้า")  # whose post and whose office follow is a person
_UNIT_LINE = re.compile(
    r"\s*(?:(?:ชื่อ)?(?:หน่วยงาน|สถานศึกษา|โรงเรียน(?=\s*[:.…]))|ส่วนราชการ|สังกัด|ของ)\s*[:.…]*\s*"
)
# รายงานผลการดำเนินงานของโรงเรียนบ้านสวน ประจำปี…
# โรงเรียน…│ สำนักงานเขตพื้นที่…: where it lies; of a group of such an office it is the whole
_OF_A_SCHOOL = re.compile(r"(?:โรงเรียน|ร\.?ร\.)[ก-๎\d๐-๙ ]*?(?P<area>\s+สำนักงานเขตพื้นที่การศึกษา)")
# สำนักงานสาธารณสุขอำเภอดอนงาม จังหวัดแพร่, alone under a title: the province tells which district
_OF_A_DISTRICT = re.compile(r"\s*สำนักงาน[ก-๎]+อำเภอ[ก-๎]+\s+จังหวัด[ก-๎]+\s*")
_WHOSE = re.compile(
    r"ของ\s*(?P<name>[ก-๎][ก-๎\d๐-๙ ]{4,60}?)"
    r"(?=\s*(?:ประจำ|ปี|รอบ|เดือน|ไตรมาส|ณ\s|\(|\"|“|$))"
)
_ANY_OFFICE = re.compile(  # …ขององค์กรปกครองส่วนท้องถิ่น: of many, none of them named
    r"(?:องค์กร(?:ปกครอง)?|หน่วย|ส่วนราชการ|สถานศึกษา|สถานี$|กลุ่ม|คณะกรรมการ$|คณะทำงาน|ศูนย์$|ฝ่าย$|วัด(?:ผล|ระดับ)|สถาน(?:ประกอบ|พยาบาล)).*"
)


def _right_below(line: Line, head: Sequence[Line]) -> list[Line]:
    """The lines of a head that stand under a line, at its edge or on its axis."""
    axis = line.box.left + line.box.right
    below = (one for one in head if one.page == line.page and one.box.top > line.box.middle)
    return [
        one
        for one in below
        if starts_office(one.text) or is_branch(line.text, one.text)
        if abs(one.box.left - line.box.left) < _LEVEL
        or abs(one.box.left + one.box.right - axis) < _LEVEL
    ]


def _is_behind(line: Line, label: Line) -> bool:
    level = line.page == label.page and line.box.on_row_of(label.box)
    return level and label.box.left < line.box.left


def from_form(blocks: Blocks) -> Field | None:
    """The unit that a filled form names in or under its title: …ของเทศบาล… │ หน่วยงาน เทศบาล…"""
    above = takewhile(lambda line: not _WHO_ASKS.match(line.text), blocks.body[:8])
    lines = (*blocks.title[1:], *blocks.head, *above)
    places = [line for line in lines if _PLACE_ALONE.fullmatch(line.text)]
    for line in lines:
        if any(_is_behind(line, place) for place in places):
            continue
        if _OF_A_DISTRICT.fullmatch(line.text):
            return office_on(line)
        labelled = _UNIT_LINE.match(line.text)
        runs_on = labelled is None and len(line.text) > _LONGEST_NAME
        if runs_on or _AUDITED.match(line.text) or _PLACE.match(line.text):
            continue
        start = labelled.end() if labelled else 0
        whole = whole_of_unit(line.text[start:])
        named = starts_office(line.text[start:]) or whole is not None
        if not named or re.search(r"[.…]\s*$", line.text) is not None:
            bare = re.sub(r"[.…_\s]", "", line.text[start:])
            if not starts_office(bare) or UNNAMED.fullmatch(bare):
                continue
        end = start + name_end(line.text[start:], whole or 0)
        span, school = (
            _SPAN.search(line.text, start, end),
            _OF_A_SCHOOL.match(line.text, start, end),
        )
        end = min(
            [end, *([span.start()] if span else []), *([school.start("area")] if school else [])]
        )
        if not line.text[start:end].strip():
            continue
        found = named_office(Passage.of([line]).cut(start, end))
        if found:  # อำเภอ..เชียงของ.. จังหวัด..เชียงราย..: the leaders hid where the address begins
            name = found.value[: name_end(found.value)].strip()
            longer = (
                None
                if labelled or span or school
                else office_in([line, *_right_below(line, lines)])
            )
            rest = longer.value.removeprefix(name) if longer else ""
            if (
                longer
                and rest not in ("", longer.value)
                and (rest[0] != " " or starts_office(rest) or is_branch(name, rest))
            ):
                return longer  # สำนักส่งเสริมวิชาการ… │ มหาวิทยาลัย…
            return found.model_copy(update={"value": name})
    title = Passage.of(blocks.title)
    for match in _WHOSE.finditer(title.text):
        if starts_office(match["name"]) and not _ANY_OFFICE.fullmatch(match["name"].strip()):
            return named_office(title.cut(match.start("name"), match.end("name")))
    return None
