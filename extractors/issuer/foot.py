"""The issuer below the text, where a stamped letter, a statement or news says whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import chain, pairwise

from extractors.dates import is_date_line
from extractors.head.blocks import Blocks, says_received
from extractors.head.memo import begins_unit
from extractors.issuer.letterhead_lines import FACULTY, is_branch
from extractors.issuer.named import named_office, office_on
from extractors.record import Field, Kind, doubted
from extractors.seal_pieces import over_print, says_again
from extractors.signed_name import outside_tables
from extractors.text.keywords import after_word
from extractors.text.offices import (
    PROVINCE,
    UNFINISHED,
    is_address,
    is_part,
    name_end,
    starts_office,
)
from extractors.text.passage import Passage
from pipeline.models import Document, Line

PHONE = re.compile(
    r"\s*[(,]?\s*(?:โท[ุู]?ร|ต่อ\s*[\d๐-๙]|☎|Tel|IP\s?Phone|(?:หมายเลข)?ภายใน\s*[\d๐-๙]|E-?mail"
    r"|[\d๐-๙]{4,}[\d๐-๙ -]*\)?\s*$)",
    re.I,
)
_FOOT_LINES = 3  # lines above the date at the foot among which the office stands
_LAST_LINES = 8  # of an undated letter: the office, a day that was not read, who deals with it
_RIM = re.compile(r"\s+[ก-ฮเ-ไ]?\W*$")
_OFF_AXIS = 0.03  # of the page's width: how far apart the axes of a name's lines may lie
_LONGEST_FOOT = 80  # letters of such a line
SEAL = "named in the seal"
_OWNER = "the office that deals with the letter; who sends it was not found"
_MINISTRY = re.compile(r"\s*กระทรวง[ก-๎ ]+$")
# An office that every whole has: whose it is stands below
_OF_WHOM = re.compile(
    r"\s*(?:สำนักงาน(?:ปลัดกระทรวง|รัฐมนตรี|อธิการบดี|เลขานุการ(?:กรม)?|คณบดี)|สำนัก(?!งาน)[ก-๎]+)\s*"
)
_OF_THE_SEAL = re.compile(r"\s*\(?\s*(?:ตราประทับ|ประทับตรา|ลงชื่อย่อ|ตราส่วนราชการ)[ก-๎ ]{0,20}\)?\s*")
# the end of a name that is told apart from its like by a number
_NUMBERED_PLACE = re.compile(r"\s*(?:(?:ที่|เขต|ภาค|เขตพื้นที่|หน่วย|สาย|กลุ่ม)(?:ที่)?\s?)?[\d๐-๙]{1,3}\s*")
_GAP = 2.0  # of a line's height: what stands further above belongs to something else
_SAME_EDGE = 0.06  # of the page's width
_NO_MARGIN = 0.3  # of it: what begins further right is set in the middle or to the right
BELOW = "named below the text, where a seal or a signature stands"


def from_seal(document: Document) -> Field | None:
    """The office in the seal of a stamped letter, no received stamp taken for it.

    Others must vouch for it.
    """
    for page in document.pages:
        received = [stamp.box for stamp in page.stamps if says_received(stamp.lines)]
        pressed = [stamp.lines for stamp in page.stamps if stamp.box not in received]
        marks = [
            one for one in page.marks if not any(box.holds_middle_of(one.box) for box in received)
        ]
        for above, line in pairwise(chain([None], *pressed, marks)):
            if line is None or not starts_office(line.text):
                continue
            province = PROVINCE.fullmatch(line.text)
            if province and above and _on_one_axis(above, line):
                continue  # อุตสาหกรรม │ จังหวัดระยอง: the end of a name that was cut to fit the seal
            if province or not is_address(line.text):
                found = named_office(Passage.of([line]).cut(0, _end_of_name(line.text)))
                return found and found.model_copy(update={"note": SEAL})
    return None


def as_printed(found: Field | None, blocks: Blocks) -> Field | None:
    """The office in a seal, as a line of its own names it whole: สำนักงานประกันสังคม, over
    สำนักงานประกันสังคมจังหวัดน่าน."""
    for line in (*blocks.body, *blocks.closing) if found else ():
        text = line.text.strip()
        whole = found is not None and text.startswith(found.value) and text != found.value
        if whole and _may_stand_below(line) and name_end(text) == len(text):
            return office_on(line, SEAL)
    return found


def from_foot(document: Document, blocks: Blocks, kind: Kind) -> Field | None:
    """The office below the text: right above or below the date at the foot, or as the last line.

    A stamped letter ends with who deals with it, above a telephone: not who sends it.
    """
    lines = outside_tables(document, (*blocks.body, *blocks.closing))
    if kind == "stamped_letter":
        lines = tuple(
            line for line in lines if not (over_print(line, lines) or says_again(line, lines))
        )
    dated = [index for index, line in enumerate(lines) if is_date_line(line.text)]
    end = dated[-1] if dated else len(lines)
    for index in range(end - 1, max(-1, end - 1 - _FOOT_LINES), -1):
        if not _may_stand_below(lines[index]):
            continue
        aside = not dated or lines[index].box.left < _NO_MARGIN < lines[end].box.left
        if kind == "stamped_letter" and aside and _is_owner(lines, index):
            continue
        parts = [lines[index]]
        for below in lines[index + 1 : end]:  # สำนักงานคณะกรรมการ / การศึกษาขั้นพื้นฐาน
            goes_on = _on_one_axis(parts[-1], below) or _ends_at_the_edge(parts[-1], below)
            goes_on = goes_on and not _OF_THE_SEAL.fullmatch(below.text)
            if not (dated and goes_on and len(below.text) < _LONGEST_FOOT):
                break
            parts.append(below)
        above = lines[index - 1] if index else None
        if above is not None and _ends_a_name(above, parts[0]):
            parts.insert(0, above)  # สำนักงานพัฒนาสังคม… / จังหวัดน่าน
            above = lines[index - 2] if index > 1 else None
        if above and _may_stand_below(above) and is_branch(above.text, parts[0].text):
            passage = Passage.of([above, *parts], " ")  # องค์การส่งเสริม… │ สำนักงานภาคใต้
            return named_office(passage.whole(), BELOW)
        if above and _has_its_superior(above, parts[0]):
            parts = [above]  # สำนักงานปลัดกระทรวง… / กระทรวง…: where it belongs, as an address
            above = None
        if above is not None and _may_stand_below(above) and _awaits_its_whole(above, parts[0]):
            name = Passage.of(parts)
            passage = Passage.of([above, *parts], " ")  # กองคลัง / มหาวิทยาลัย…
        else:
            passage = name = Passage.of(parts)
        end_of_name = len(passage.text) - len(name.text) + name_end(name.text)
        return named_office(passage.cut(0, end_of_name), BELOW)
    if kind != "stamped_letter":
        return None
    if not dated:  # the day was written in, or was lost under the seal
        return _set_aside(lines)
    return _right_below(lines, end) or _of_any_name(lines, end)


def _set_aside(lines: Sequence[Line]) -> Field | None:
    """The office that stands alone on its row, away from the margin, among the last lines."""
    for place in range(len(lines) - 1, max(-1, len(lines) - 1 - _LAST_LINES), -1):
        line = lines[place]
        alone = not any(one is not line and one.box.on_row_of(line.box) for one in lines)
        if line.box.left > _NO_MARGIN and alone and _may_stand_below(line):
            return _with_its_part(lines, place) or _with_its_number(lines, place)
    return None


def _with_its_part(lines: Sequence[Line], place: int) -> Field | None:
    """The office on a line, with the part of it, or that of which it is a branch, on the line above
    it: สถาบัน… │ มหาวิทยาลัย…"""
    above, line = lines[place - 1] if place else None, lines[place]
    if above is None or not _may_stand_below(above) or not _is_level(above, line):
        return None
    if not (_awaits_its_whole(above, line) or is_branch(above.text, line.text)):
        return None
    passage = Passage.of([above, line], " ")
    return named_office(passage.whole(), BELOW)


def _with_its_number(lines: Sequence[Line], place: int) -> Field | None:
    """The office on a line, with the number on the line below: สำนักงานเขตพื้นที่… │ เขต ๓"""
    line = lines[place]
    rest = [one for one in lines[place + 1 : place + 2] if _NUMBERED_PLACE.fullmatch(one.text)]
    if any(map(partial(_is_level, line), rest)):
        passage = Passage.of([line, *rest], " ")
        return named_office(passage.whole(), BELOW)
    return named_office(Passage.of([line]).cut(0, _end_of_name(line.text)), BELOW)


def _is_level(line: Line, below: Line) -> bool:
    """Whether two lines stand on one axis, or begin or end at one edge."""
    ends = line.page == below.page and abs(line.box.right - below.box.right) < _OFF_AXIS
    return ends or _on_one_axis(line, below) or _ends_at_the_edge(line, below)


def _end_of_name(text: str) -> int:
    """Where the name of an office ends: before a letter alone, a piece of a seal's rim."""
    rim = _RIM.search(text)
    return min(name_end(text), rim.start() if rim else len(text))


def _right_below(lines: Sequence[Line], dated: int) -> Field | None:
    """The office under the day at the foot, both on one axis or ending at one edge: ๒ มิถุนายน ๒๕๖๗ │
    ศาลจังหวัดน่าน. Who deals with the letter stands further left."""
    day, below = lines[dated], lines[dated + 1 : dated + 2]
    for line in below:
        level = _on_one_axis(day, line) or abs(day.box.right - line.box.right) < _OFF_AXIS
        if level and _may_stand_below(line) and day.box.left > _NO_MARGIN:
            return _with_its_number(lines, dated + 1)
    return None


def _has_its_superior(above: Line, line: Line) -> bool:
    """Whether a superior office or a ministry stands under an office that needs no whole's name:
    โรงพยาบาล… │ สำนักงานสาธารณสุขจังหวัด…"""
    level = abs(above.box.left - line.box.left) < _OFF_AXIS or _on_one_axis(above, line)
    set_apart = above.box.left > _NO_MARGIN
    near = (
        set_apart and above.page == line.page and line.box.top - above.box.bottom < line.box.height
    )
    alone = starts_office(line.text) and not above.text.rstrip().endswith(UNFINISHED)
    alone = alone and not _awaits_its_whole(above, line)
    told = _MINISTRY.match(line.text) is not None or not _OF_WHOM.fullmatch(above.text)
    return level and near and told and _may_stand_below(above) and alone


def _of_any_name(lines: Sequence[Line], end: int) -> Field | None:
    """What stands alone right above the date, and is told in the text above: ภาคบริการโลหิตที่ ๗"""
    line = lines[end - 1] if end else None
    if line is None or len(line.text) >= _LONGEST_FOOT or not _on_one_axis(line, lines[end]):
        return None
    text = "".join(one.text for one in lines[: end - 1])
    told = re.sub(r"\s", "", line.text) in re.sub(r"\s", "", text)
    thai = re.match(r"\s*[ก-ฮเ-ไ][ก-๎]{3}", line.text) is not None
    return office_on(line, BELOW) if told and thai else None


def above_the_name(blocks: Blocks) -> Field | None:
    """The office between the day of a certificate and the name of who signs: ออกให้ ณ วันที่ … │
    สำนักงานเกษตรอำเภอ… │ (นางสาว…)."""
    for line in blocks.closing[1:_FOOT_LINES]:
        if "(" in line.text:
            break
        if _may_stand_below(line):
            return named_office(Passage.of([line]).cut(0, name_end(line.text)), BELOW)
    return None


def owner(blocks: Blocks) -> Field | None:
    """The office that deals with a stamped letter, where nothing tells who sends it."""
    lines = (*blocks.body, *blocks.closing)
    for index, line in enumerate(lines):
        if _may_stand_below(line) and _is_owner(lines, index):
            found = named_office(Passage.of([line]).cut(0, name_end(line.text)))
            return doubted(found, _OWNER) if found else None
    return None


def _is_owner(lines: Sequence[Line], index: int) -> bool:
    """Whether a telephone stands under an office, at its edge, or under the part of it below."""
    office = lines[index]
    behind = [one for one in lines[index + 1 : index + 4] if not one.box.on_row_of(office.box)]
    for above, line in pairwise([office, *behind[:2]]):
        gap = line.box.top - above.box.bottom
        if abs(line.box.left - office.box.left) > _SAME_EDGE or gap > _GAP * line.box.height:
            return False
        if PHONE.match(line.text):
            return True
        if not begins_unit(line.text):
            return False
    return False


def _awaits_its_whole(above: Line, whole: Line) -> bool:
    """Whether a line names a part, and the line under it whose: กองคลัง │ มหาวิทยาลัย…, สถาบัน… │
    มหาวิทยาลัย…, สำนักงานเลขานุการ คณะ… │ มหาวิทยาลัย…"""
    behind = any(map(is_part, above.text.split())) or FACULTY.match(above.text) is not None
    behind = behind and after_word(whole.text, "มหาวิทยาลัย") is not None
    return is_part(above.text) or (behind and "มหาวิทยาลัย" not in above.text)


def _on_one_axis(one: Line, other: Line) -> bool:
    middles = [(line.box.left + line.box.right) / 2 for line in (one, other)]
    return one.page == other.page and abs(middles[0] - middles[1]) < _OFF_AXIS


def _ends_at_the_edge(above: Line, line: Line) -> bool:
    """Whether a line under another's left edge is what its name still lacks: ตำรวจภูธร / ภาค ๑๑"""
    level = above.page == line.page and abs(above.box.left - line.box.left) < _OFF_AXIS
    return level and _NUMBERED_PLACE.fullmatch(line.text) is not None


def _ends_a_name(above: Line, line: Line) -> bool:
    """Whether a province alone on its line ends the name of the office on the line above."""
    alone = PROVINCE.fullmatch(line.text) and _may_stand_below(above)
    level = abs(above.box.left - line.box.left) < _OFF_AXIS or _on_one_axis(above, line)
    return bool(alone) and level and not PROVINCE.match(above.text)


def _may_stand_below(line: Line) -> bool:
    short = len(line.text) < _LONGEST_FOOT
    return short and starts_office(line.text) and not PHONE.search(line.text)
