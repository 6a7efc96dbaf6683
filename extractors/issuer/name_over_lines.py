"""The name at the top of a letterhead: to its address, over as many lines as it is broken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.dates import is_date_line
from extractors.head.memo import begins_unit
from extractors.issuer.letterhead_lines import (
    BRANCH,
    LOCAL,
    NO_NAME,
    THAI_WORD,
    UNIVERSITY,
    is_aside,
    is_branch,
    is_division,
    stands_alone,
)
from extractors.issuer.named import named_office
from extractors.record import Field
from extractors.text.offices import (
    PROVINCE,
    UNFINISHED,
    is_address,
    is_part,
    name_end,
    starts_office,
)
from extractors.text.passage import Passage
from pipeline.models import Line

# An office that every ministry has: whose it is stands on the next line.
_OF_WHOM = re.compile(r"(?:.*\s|\s*)สำนักงาน(?:ปลัดกระทรวง|รัฐมนตรี|อธิการบดี|เลขานุการ|คณบดี)")
# …บรรเทาสาธารณภัย / จังหวัดน่าน ศาลากลางจังหวัด: the building begins behind the name
_SEATED_PROVINCE = re.compile(r"\s*จังหวัด(?!\s)[ก-๎]+\s+(?:ศาลากลาง|ศูนย์ราชการ)")
STATUS = re.compile(  # on a line of its own under a name
    r"\s*(?:\((?:องค์การ)?มหาชน\)|ใน(?:พระ[ก-๎]{0,20}ูปถัมภ์|พระ(?:ราช)?อุปถัมภ์[ก-๎ ]{0,40}))\s*"
)
# โรงเรียนบ้านดอนงาม │ (ประชาสรรค์): what a school is called besides
# or a station: หน่วยพิทักษ์ป่าที่ ดง.๒ │ (ห้วยแม่งาม)
_CALLED_BESIDES = re.compile(r"\s*(?:โรงเรียน|วัด(?!ผล)|(?:หน่วย|สถานี|ด่าน)[ก-๎ ]+ที่\s)[ก-๎\d๐-๙]")
_GIVEN_NAME = re.compile(r"\s*\([ก-๎]{4,30}\)\s*")
# มูลนิธิ… │ โรงพยาบาล…: at whose house it is, which is of its name
_ASSOCIATED = re.compile(
    r"\s*(?:มูลนิธิ|สมาคม|ชมรม|สโมสร|กองทุน|เครือข่าย|องค์การ(?:นักศึกษา|นิสิต)|สภานักศึกษา)"
)
_HOUSE = re.compile(
    r"\s*(?:โรงพยาบาล|โรงเรียน|มหาวิทยาลัย|วิทยาลัย|วัด(?!ผล)|คณะ(?!กรรม)|มัสยิด|เรือนจำ|(?:องค์การ|สโมสร|สภา)(?:นักศึกษา|นิสิต))"
)
# สหกรณ์ออมทรัพย์ครู │ ดอนงาม จำกัด: a legal person whose name is not at its end
_AWAITS_LIMITED = re.compile(r"\s*(?:สหกรณ์|บริษัท|ชุมนุมสหกรณ์)(?!.*จำกัด)")
_LIMITED = re.compile(r"จำกัด\s*(?:\(มหาชน\)\s*)?$")
# …จำกัด (มหาชน) | …(องค์การมหาชน): behind it a name has no more words of its own
_LEGAL_END = re.compile(r"(?:จำกัด|\((?:องค์การ)?มหาชน\))\s*$")
# ท่าอากาศยานหาดใหญ่ / บริษัท ท่าอากาศยานไทย จำกัด (มหาชน): whose the unit above is
_COMPANY = re.compile(r"\s*บริษัท\s?[ก-๎][^\d๐-๙]*จำกัด(?:\s*\(มหาชน\))?\s*")
# กระทรวงการพัฒนาสังคม / และความมั่นคงของมนุษย์ | …การเลือกตั้ง / ประจำจังหวัดน่าน
_AND = re.compile(r"\s*(?:และ|ประจำ)(?=[ก-ฮเ-ไ])")
_AREA = re.compile(r"\s*(?:ประถม|มัธยม)ศึกษา")  # …เขตพื้นที่การศึกษา / ประถมศึกษานครนายก
_POSTED = re.compile(r"\s*[ก-๎.]+\s+[\d๐-๙]{5}\s*")  # ปราจีนบุรี ๒๕๐๐๐
_OF_UNIVERSITY = re.compile(r"\s*(?:สถาบัน|วิทยาลัย|หอสมุด|โครงการ)[ก-๎]")  # with its whole below it
_RUNG = re.compile(r"โทร(?!ทัศน์|คมนาคม)")
_BUREAU = re.compile(r"\s*สำนัก(?!งาน|นายก)[ก-๎]")  # a part: the office that it is of stands below
_REGIONAL = re.compile(r"(?:เขต|ภาค)(?:ที่)?\s?[\d๐-๙]{1,2}$")  # สำนักทรัพยากรน้ำบาดาล เขต ๑๓: an office
_BRANCH_MISREAD = re.compile(r"(?<=\s)สา[ชซ]า(?=[ก-๎]{3})")  # no word
_MINISTRY = re.compile(r"\s*กระทรวง")  # below an office: its address, no whole that it is a part of
_CAMP = re.compile(r"\s*ค่าย")  # where a unit is garrisoned: part of its address
_WORDS = re.compile(r"\s*[ก-ฮเ-ไ][ก-๎]{4,}(?:\s[ก-๎]{3,})*\s*")  # of Thai alone
_SMALLER = 0.85  # times its height: what is set so says another thing
_MUCH_SMALLER = 0.75  # times its height
_SAME_SIZE = 0.12  # of a line's height
_MOST_LINES = 4  # of a name
_SAME_EDGE = 0.03  # of the page's width


def name_over_lines(lines: Sequence[Line], *, divided: bool = False) -> Field | None:
    """The name at the top of a letterhead: to its address, over as many lines as it is broken."""
    lines = [lines[0], *(line for line in lines[1:] if not is_aside(line.text))]
    if len(lines) > 1 and _says_more(lines[0].text, lines[1].text):
        lines = lines[1:]
    taken = [lines[0]]
    for index, line in enumerate(lines[1:_MOST_LINES], start=1):
        above = taken[-1].text.rstrip()
        addressed = index + 1 < len(lines) and is_address(lines[index + 1].text)
        if PROVINCE.fullmatch(line.text) and addressed and name_end(above) == len(above):
            taken.append(line)
            continue
        if _SEATED_PROVINCE.match(line.text) and name_end(above) == len(above):
            taken.append(line)
            break
        unfinished = above.endswith(UNFINISHED)
        placed = above.endswith(("ประจำ", "แห่ง", "(", " ณ"))  # …การเลือกตั้งประจำ / กรุงเทพมหานคร
        aside = _CAMP.match(line.text) or (is_address(line.text) and not placed)
        aside = aside or _POSTED.fullmatch(line.text) is not None
        if name_end(above) < len(above) or aside:
            break
        if begins_unit(line.text) and _RUNG.search(line.text):
            break  # พิพิธภัณฑ์… / งานสื่อสารองค์กร โทร. …: who is to be rung
        given = _CALLED_BESIDES.match(above) and _GIVEN_NAME.fullmatch(line.text)
        if STATUS.fullmatch(line.text) or given:
            taken.append(line)
            continue
        whole, ended = starts_office(line.text), _LEGAL_END.search(above) is not None
        addressed = name_end(line.text) < len(line.text) or (
            index + 1 < len(lines) and is_address(lines[index + 1].text)
        )
        broken = (
            unfinished
            or is_branch(above, line.text)
            or (len(taken) > 1 and is_branch(taken[0].text, line.text))  # three storeys
            or (_AWAITS_LIMITED.match(above) and _LIMITED.search(line.text)) is not None
            or (divided and is_division(above, line.text))
            or (above.endswith("พื้นที่การศึกษา") and _AREA.match(line.text) is not None)
            or (not ended and _AND.match(line.text) is not None)
            or _names_ministry(above, line)
            or (not (whole or ended) and addressed and _goes_on(taken[-1], line))
            or (not ended and _is_its_rest(taken[-1], line, lines[index + 1 :]))
        )
        unit = any(map(is_part, above.split())) or above.startswith(("งาน", "ส่วน"))
        unit = unit or (UNIVERSITY.match(line.text) and _OF_UNIVERSITY.match(above)) is not None
        bureau = _BUREAU.match(above) and not _REGIONAL.search(above)
        part = (unit or bureau) and not _names_the_whole(above)
        part = part and not (_MINISTRY.match(line.text) or stands_alone(above, line.text))
        part = part or _is_its_house(above, line.text)
        part = part or (_COMPANY.fullmatch(line.text) is not None and "บริษัท" not in above)
        if not broken and not (whole and (part or _OF_WHOM.fullmatch(above))):
            break
        taken.append(line)
    passage = Passage.of(taken, apart=lambda _, text: _stands_apart(text, taken))
    below = taken[-1].text if len(taken) > 1 else ""
    province = PROVINCE.fullmatch(below) or _SEATED_PROVINCE.match(below)
    last = passage.starts[-1] if province else 0
    found = named_office(passage.cut(0, name_end(passage.text, last)))
    spelt = _BRANCH_MISREAD.sub("สาขา", found.value) if found else ""
    return found.model_copy(update={"value": spelt}) if found and spelt != found.value else found


def _says_more(name: str, below: str) -> bool:
    """Whether a line names what the one above it names, and a branch: การประปาท้องถิ่น │
    การประปาท้องถิ่นสาขาดอนงาม."""
    rest = below.strip().removeprefix(name.strip())
    branch = BRANCH.match(rest) or LOCAL.match(rest)
    return branch is not None and rest != below.strip() and name_end(below) == len(below)


def _stands_apart(text: str, name: Sequence[Line]) -> bool:
    """Whether a space parts a line of a name from the one above it."""
    above = next((one.text for one, line in pairwise(name) if line.text == text), "")
    if above.rstrip().endswith(UNFINISHED) or _SEATED_PROVINCE.match(text):
        return False
    if starts_office(text) or is_division(above, text) or is_branch(above, text):
        return True
    return any(one.match(text) for one in (STATUS, _GIVEN_NAME, BRANCH, LOCAL))


def _names_ministry(above: str, line: Line) -> bool:
    """Whether a line tells which ministry: สำนักงานปลัดกระทรวง / ทรัพยากรธรรมชาติและสิ่งแวดล้อม"""
    named = THAI_WORD.match(line.text.strip()) is not None and not is_date_line(line.text)
    return above.endswith("กระทรวง") and named and not NO_NAME.match(line.text)


def _names_the_whole(text: str) -> bool:
    """Whether a line names a part and what it is a part of: กองคลัง เทศบาลเมืองน่าน."""
    return any(starts_office(rest) and not is_part(rest) for rest in text.split()[1:])


def _is_its_rest(above: Line, line: Line, below: Sequence[Line]) -> bool:
    """Whether a line is set as the one above it is, and the address or the day follows under it in
    the same column: สำนักงานคณะกรรมการ │ ส่งเสริมการอ่าน │ ถนน…"""
    more = below[0] if below and _may_go_on(line, below[0]) else None
    ends = below[1:] if more else below
    over = not ends or is_address(ends[0].text) or is_date_line(ends[0].text)
    over = over or STATUS.fullmatch(ends[0].text) is not None
    over = over or ends[0].box.height < _SMALLER * line.box.height
    return over and _may_go_on(above, line)


def _is_its_house(above: str, text: str) -> bool:
    """Whether a line tells at whose house a foundation or a club is, and nothing else."""
    of_it = _ASSOCIATED.match(above) is not None and _HOUSE.match(text) is not None
    return of_it and name_end(text) == len(text) and text.strip() not in above


def _may_go_on(above: Line, line: Line) -> bool:
    text = line.text
    told = _WORDS.fullmatch(text) is not None and not starts_office(text)
    told = told and name_end(text) == len(text) and not NO_NAME.match(text)
    return told and _is_set_as(above, line)


def _is_set_as(above: Line, line: Line) -> bool:
    """Whether two lines are as large, and begin at one edge or stand on one axis."""
    large = abs(above.box.height - line.box.height) < _SAME_SIZE * above.box.height
    axes = [(one.box.left + one.box.right) / 2 for one in (above, line)]
    edges = (above.box.left - line.box.left, above.box.right - line.box.right, axes[0] - axes[1])
    level = min(map(abs, edges)) < _SAME_EDGE / 2
    return large and level and line.box.top - above.box.bottom < above.box.height


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line reads as the rest of a long name: a Thai word, no number."""
    smaller = line.box.height < _MUCH_SMALLER * above.box.height  # what it stands for
    if NO_NAME.match(line.text) or smaller:
        return False
    return len(above.text.rstrip()) > 20 and re.match(r"\s*[ก-ฮเ-ไ][ก-๎]{2}", line.text) is not None
