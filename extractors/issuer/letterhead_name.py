"""The name at the head of a sheet: the letterhead of a letter, the band over news or a certificate.

Words tell first: a line that begins as offices do. Where no line does, the place tells: what stands
right of the number, or above all items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.dates import is_date_line
from extractors.head.blocks import Blocks
from extractors.head.memo import begins_unit
from extractors.issuer.named import named_office
from extractors.number import match_number
from extractors.record import Field
from extractors.text.english import is_english_office
from extractors.text.offices import (
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
_RIGHT_HALF, _IN_THE_MIDDLE = 0.52, 0.06  # of the page's width
HIDDEN = "a line of the letterhead above this one could not be read"
_PROVINCE = re.compile(r"\s*จังหวัด[ก-๎]+\s*")  # โรคที่ ๑๐ / จังหวัดอุบลราชธานี / ถนน…
# …บรรเทาสาธารณภัย / จังหวัดน่าน ศาลากลางจังหวัด: the building begins behind the name
_SEATED_PROVINCE = re.compile(r"\s*จังหวัด(?!\s)[ก-๎]+\s+(?:ศาลากลาง|ศูนย์ราชการ)")
# What stands beside or above the items of a letter and names nobody
_NO_NAME = re.compile(
    r"[\s\-–—*]*(?:ด่วน|ลับ|สำเนา|ตัวอย่าง|ร่าง|คู่ฉบับ|โทร(?!ทัศน์|คมนาคม)|ฉบับที่|วันที่|เลข|(?:เกียรติ|วุฒิ|ประกาศนีย)บัตร|รับ|หน้า|\(|\[|เขียนที่|ทำที่|ข่าว|ครั้งที่|ปีที่)"
)
_STATUS = re.compile(r"\s*\((?:องค์การ)?มหาชน\)\s*")  # on a line of its own under a name
# ท่าอากาศยานหาดใหญ่ / บริษัท ท่าอากาศยานไทย จำกัด (มหาชน): whose the unit above is
_COMPANY = re.compile(r"\s*บริษัท\s?[ก-๎][^\d๐-๙]*จำกัด(?:\s*\(มหาชน\))?\s*")
# กระทรวงการพัฒนาสังคม / และความมั่นคงของมนุษย์ | …การเลือกตั้ง / ประจำจังหวัดน่าน
_AND = re.compile(r"\s*(?:และ|ประจำ)(?=[ก-ฮเ-ไ])")
_AREA = re.compile(r"\s*(?:ประถม|มัธยม)ศึกษา")  # …เขตพื้นที่การศึกษา / ประถมศึกษานครนายก
_POSTED = re.compile(r"\s*[ก-๎.]+\s+[\d๐-๙]{5}\s*")  # ปราจีนบุรี ๒๕๐๐๐
# ธนาคารออมสิน / สาขามหาวิทยาลัย… | มหาวิทยาลัย… / วิทยาเขต…: a branch below the whole
_BRANCH = re.compile(r"\s*(?:สาขา(?!วิชา)|วิทยาเขต)[ก-๎]")
_LOCAL = re.compile(
    r"\s*(?:สำนักงาน(?:จังหวัด|เขต|ภาค|พื้นที่|สาขา)[ก-๎\s\d๐-๙]|(?:ภาค|เขต)\s?[\d๐-๙]{1,2}\s*$)"
)  # of a firm or a bank
_FIRM = re.compile(r"\s*(?:ธนาคาร|บริษัท|การ(?:ไฟฟ้า|ประปา|ยาง|เคหะ|ท่องเที่ยว|กีฬา)|สภากาชาด)")
# มหาวิทยาลัย… / สำนักทะเบียน…: a part below the whole
_FACULTY = re.compile(
    r"\s*(?:คณะ(?!กรรม|ทำงาน)|สำนัก(?!งาน|นายก)|สถาบัน|กอง|บัณฑิตวิทยาลัย|วิทยาลัย|ศูนย์(?!ราชการ))[ก-๎]"
)
_UNIVERSITY = re.compile(r"\s*มหาวิทยาลัย[ก-๎]+")
_OF_UNIVERSITY = re.compile(r"\s*(?:สถาบัน|วิทยาลัย|หอสมุด|โครงการ)[ก-๎]")  # with its whole below it
_WHOLE_WITH_BRANCHES = re.compile(r"\s*(?:ธนาคาร|การไฟฟ้า|การประปา|มหาวิทยาลัย|สถาบัน|บริษัท|สำนักงาน)")
_RUNG = re.compile(r"โทร(?!ทัศน์|คมนาคม)")
_BUREAU = re.compile(r"\s*สำนัก(?!งาน|นายก)[ก-๎]")  # a part: the office that it is of stands below
_REGIONAL = re.compile(r"(?:เขต|ภาค)(?:ที่)?\s?[\d๐-๙]{1,2}$")  # สำนักทรัพยากรน้ำบาดาล เขต ๑๓: an office
_MINISTRY = re.compile(r"\s*กระทรวง")  # below an office: its address, no whole that it is a part of
_CAMP = re.compile(r"\s*ค่าย")  # where a unit is garrisoned: part of its address
_THAI_WORD = re.compile(r"[ก-ฮเ-ไ][ก-๎]{3}")
_MOST_LINES = 4  # of a name
_SAME_EDGE = 0.03  # of the page's width
_LONGEST = 75  # letters of a line of a letterhead


def letterhead_by_words(blocks: Blocks) -> Field | None:
    """The first line of the head that begins as an office does, with the lines that go on."""
    for index, line in enumerate(blocks.head):
        if part := _part_beside(line, blocks.head[index + 1 :]):
            return _letterhead([line, *part])
    candidates = _beside_the_emblem(list(blocks.head))
    number = blocks.items.get("number")
    if number is not None:  # number and letterhead were read as one line
        mention = match_number(number.passage.text, number.start)
        if mention and starts_office(number.passage.text[mention.end :]):
            end = mention.end + name_end(number.passage.text[mention.end :])
            return named_office(number.passage.cut(mention.end, end))
    for index, line in enumerate(candidates):
        if starts_office(line.text) and not is_address(line.text):
            unit = _unit_above(line, candidates[:index])
            first = unit or line
            found = _letterhead(_column(first, candidates[candidates.index(first) + 1 :]))
            hidden = number is not None and _hides_a_line(
                number.passage.lines[0], candidates[: candidates.index(first)]
            )
            return found.model_copy(update={"note": HIDDEN}) if found and hidden else found
    for line in candidates if not any(_THAI_WORD.search(line.text) for line in candidates) else ():
        if is_english_office(line.text):
            return named_office(Passage.of([line]).cut(0, len(line.text)))
    return None


def letterhead_by_place(blocks: Blocks) -> Field | None:
    """What stands where a letterhead does: on the row of the number, right of it; else above all
    items. Of a sheet whose places are real, an office of any name: ฐานทัพเรือพังงา."""
    number = blocks.items.get("number")
    named = [line for line in blocks.head if _may_name(line)]
    if number is not None:
        at = number.passage.lines[0]
        beside = [line for line in named if _on_the_row(at, line)]
        if beside:
            below = [line for line in blocks.head if line.box.top > beside[0].box.top]
            return _letterhead(_column(beside[0], below))
    items = [item.passage.lines[0] for item in blocks.items.values()]
    first = min(((line.page, line.box.top) for line in items), default=None)
    above = [line for line in named if first and (line.page, line.box.bottom) <= first]
    if not above:
        return None
    below = [line for line in blocks.head if line.box.top > above[0].box.top]
    return _letterhead(_column(above[0], below))


def office_in(lines: Sequence[Line]) -> Field | None:
    """The first of some lines that is an office, and what goes on under it."""
    for index, line in enumerate(lines):
        short = len(line.text) < _LONGEST
        if short and starts_office(line.text) and not is_address(line.text):
            return _letterhead(_column(line, list(lines[index + 1 : index + 3])))
    return None


def _may_name(line: Line) -> bool:
    text = line.text
    told = _THAI_WORD.search(text) is not None and len(text) < _LONGEST
    return told and not (is_address(text) or is_date_line(text) or _NO_NAME.match(text))


def _on_the_row(number: Line, line: Line) -> bool:
    level = abs(line.box.middle - number.box.middle) < 1.5 * number.box.height
    return line.page == number.page and level and line.box.left > number.box.right


def _beside_the_emblem(lines: list[Line]) -> list[Line]:
    """The lines without a name inside the emblem, if a letterhead stands to the right of it."""
    offices = [line for line in lines if starts_office(line.text) and not is_address(line.text)]
    if len(offices) < 2:
        return lines
    first, rest = offices[0], offices[1:]
    beside = any(line.page == first.page and line.box.left > _RIGHT_HALF for line in rest)
    in_the_middle = _is_in_the_middle(first) and first.box.left < _RIGHT_HALF
    return [line for line in lines if line is not first] if beside and in_the_middle else lines


def _is_in_the_middle(line: Line) -> bool:
    return abs((line.box.left + line.box.right) / 2 - 0.5) < _IN_THE_MIDDLE


def _part_beside(crest: Line, below: Sequence[Line]) -> list[Line]:
    """The letterhead of a university's part, right of the crest that the whole's name stands under,
    where it does not name the whole itself: มหาวิทยาลัย… │ คณะ… ถนน…"""
    if not (_UNIVERSITY.fullmatch(crest.text.strip()) and _is_in_the_middle(crest)):
        return []
    right = [one for one in below if one.page == crest.page and one.box.left > _RIGHT_HALF]
    part = bool(right) and _FACULTY.match(right[0].text) is not None
    return right if part and not any("มหาวิทยาลัย" in one.text for one in right) else []


def _hides_a_line(number: Line, above: list[Line]) -> bool:
    """Whether print beside the number, where a letterhead begins, was read as no office."""
    return any(
        line.page == number.page
        and line.box.left > number.box.right + 0.1
        and abs(line.box.middle - number.box.middle) < number.box.height
        for line in above
    )


def _unit_above(office: Line, above: list[Line]) -> Line | None:
    """The unit right above an office at its edge: งานบัณฑิตศึกษา │ คณะ…"""
    last = above[-1] if above else None
    if last is None or not begins_unit(last.text) or last.page != office.page:
        return None
    near = office.box.top - last.box.bottom < last.box.height
    level = abs(last.box.left - office.box.left) < _SAME_EDGE
    return last if near and level else None


def _column(first: Line, below: list[Line]) -> list[Line]:
    """The letterhead's lines: those below that stand in the same column."""
    column = [first]
    for line in below:
        beside = line.box.left < first.box.right and first.box.left < line.box.right
        if beside and line.page == first.page:
            column.append(line)
    return column


def _letterhead(lines: list[Line]) -> Field | None:
    """The name at the top of a letterhead: to its address, over as many lines as it is broken."""
    taken = [lines[0]]
    for index, line in enumerate(lines[1:_MOST_LINES], start=1):
        above = taken[-1].text.rstrip()
        addressed = index + 1 < len(lines) and is_address(lines[index + 1].text)
        if _PROVINCE.fullmatch(line.text) and addressed and name_end(above) == len(above):
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
        if _STATUS.fullmatch(line.text):
            taken.append(line)
            continue
        whole = starts_office(line.text)
        addressed = name_end(line.text) < len(line.text) or (
            index + 1 < len(lines) and is_address(lines[index + 1].text)
        )
        broken = (
            unfinished
            or _is_branch(above, line.text)
            or (above.endswith("พื้นที่การศึกษา") and _AREA.match(line.text) is not None)
            or _AND.match(line.text) is not None
            or _names_ministry(above, line)
            or (not whole and addressed and _goes_on(above, line))
        )
        unit = any(map(is_part, above.split())) or above.startswith(("งาน", "ส่วน"))
        unit = unit or (_UNIVERSITY.match(line.text) and _OF_UNIVERSITY.match(above)) is not None
        bureau = _BUREAU.match(above) and not _REGIONAL.search(above)
        part = (unit or bureau) and not _names_the_whole(above)
        part = part and not _MINISTRY.match(line.text)
        part = part or (_COMPANY.fullmatch(line.text) is not None and "บริษัท" not in above)
        if not broken and not (whole and (part or _OF_WHOM.fullmatch(above))):
            break
        taken.append(line)
    passage = Passage.of(taken, apart=lambda text: _stands_apart(text, taken))
    below = taken[-1].text if len(taken) > 1 else ""
    province = _PROVINCE.fullmatch(below) or _SEATED_PROVINCE.match(below)
    last = passage.starts[-1] if province else 0
    return named_office(passage.cut(0, name_end(passage.text, last)))


def _stands_apart(text: str, name: Sequence[Line]) -> bool:
    """Whether a space parts a line of a name from the one above it."""
    above = next((one.text for one, line in pairwise(name) if line.text == text), "")
    if above.rstrip().endswith(UNFINISHED) or _SEATED_PROVINCE.match(text):
        return False
    return starts_office(text) or any(one.match(text) for one in (_STATUS, _BRANCH, _LOCAL))


def _is_branch(above: str, text: str) -> bool:
    """Whether a line names a branch or a part of the whole that the line above it names."""
    wholes = ((_BRANCH, _WHOLE_WITH_BRANCHES), (_LOCAL, _FIRM), (_FACULTY, _UNIVERSITY))
    return any(branch.match(text) and whole.match(above) for branch, whole in wholes)


def _names_ministry(above: str, line: Line) -> bool:
    """Whether a line tells which ministry: สำนักงานปลัดกระทรวง / ทรัพยากรธรรมชาติและสิ่งแวดล้อม"""
    named = _THAI_WORD.match(line.text.strip()) is not None and not is_date_line(line.text)
    return above.endswith("กระทรวง") and named and not _NO_NAME.match(line.text)


def _names_the_whole(text: str) -> bool:
    """Whether a line names a part and what it is a part of: กองคลัง เทศบาลเมืองน่าน."""
    return any(starts_office(rest) and not is_part(rest) for rest in text.split()[1:])


def _goes_on(above: str, line: Line) -> bool:
    """Whether a line reads as the rest of a long name: a Thai word, no number."""
    if _NO_NAME.match(line.text):
        return False
    return len(above) > 20 and re.match(r"\s*[ก-ฮเ-ไ][ก-๎]{2}", line.text) is not None
