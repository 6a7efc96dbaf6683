"""Who issues a document: the letterhead of a letter, ส่วนราชการ of a memo, the title of an order."""

from __future__ import annotations

import re

from extractors.blocks import Blocks, cut_blocks
from extractors.dates import is_date_line
from extractors.keywords import TITLES, after_word
from extractors.kind import is_template, read_kind
from extractors.number import match_number
from extractors.offices import (
    UNFINISHED,
    is_address,
    is_part,
    name_end,
    office_name,
    starts_office,
)
from extractors.passage import Evidence, Passage
from extractors.record import Field, Kind
from pipeline.models import Document, Line

_TITLED: frozenset[Kind] = frozenset(
    {"order", "announcement", "regulation", "bylaw", "statement", "news", "certificate"}
)
_TITLE_END = re.compile(
    r"\s(?:ที่\s*[\d๐-๙/.…]|เรื่อง(?:\s|$)|พ\.ศ\.)|\s?\(?ฉบับที่|ว่าด้วย|\s?\((?:เฉพาะ|สำเนา|ร่าง)|\s*(?:โทร|www\.|http)"
)
_ADDRESS = re.compile(r"\s+(?:ตำบล|ต\.|อำเภอ|อ\.)\s?[ก-๎]+\s+(?:อำเภอ|อ\.|จังหวัด|จ\.)\s?[ก-๎]+")
_SPAN = re.compile(r"\s+(?:ประจำ|ณ\s|รอบ|ไตรมาส|ปีงบประมาณ)")  # โรงพยาบาลริมน้ำ ประจำปีงบประมาณ
_PHONE = re.compile(r"\s*[(,]?\s*(?:โทร|ต่อ\s*[\d๐-๙])")
_UNNAMED = re.compile(  # a form's own words, with nothing filled in behind them
    r"(?:จังหวัด|อำเภอ|เทศบาล(?:ตำบล|เมือง|นคร)?|ตำบล|โรงเรียน(?:บ้าน|วัด)?|โรงพยาบาล|กรม|กระทรวง|สำนักงาน|หน่วยงาน|"
    r"มหาวิทยาลัย|วิทยาลัย|คณะ|กอง|สำนัก|ศูนย์|องค์การบริหารส่วน(?:ตำบล|จังหวัด)?)?"
)
# An office that every ministry has: whose it is stands on the next line.
_OF_WHOM = re.compile(r"\s*สำนักงาน(?:ปลัดกระทรวง|รัฐมนตรี)")
_RIGHT_HALF, _IN_THE_MIDDLE = 0.52, 0.06  # of the page's width
_HIDDEN = "a line of the letterhead above this one could not be read"
_PROVINCE = re.compile(r"\s*จังหวัด[ก-๎]+\s*")  # โรคที่ ๑๐ / จังหวัดอุบลราชธานี / ถนน…
_UNIT_LINE = re.compile(r"\s*(?:หน่วยงาน|ชื่อหน่วยงาน|ส่วนราชการ)\s*[:.…]*\s*")


def read_issuer(document: Document) -> Field | None:
    """The office that issues the document; None if it is not named (a blank form, a template)."""
    kind = read_kind(document)
    blocks = cut_blocks(document)
    if kind in _TITLED and blocks.title:
        return _from_title(blocks)
    if kind == "memo":
        return _from_memo(blocks)
    if kind in ("report", "form"):
        return None if is_template(document) else _from_form(blocks)
    if kind == "minutes" or (kind == "other" and not blocks.items):
        return None
    return _from_letterhead(blocks) or (_from_foot(blocks) if kind == "stamped_letter" else None)


def _field(evidence: Evidence, note: str | None = None) -> Field | None:
    name = office_name(evidence.text)
    return Field.of(evidence, name, note) if name and not _UNNAMED.fullmatch(name) else None


def _from_title(blocks: Blocks) -> Field | None:
    """คำสั่งจังหวัดน่าน → จังหวัดน่าน; a bare คำสั่งจังหวัด names nobody."""
    passage = Passage.of(blocks.title)
    for word, kind in TITLES:
        start = after_word(passage.text, word, loose=len(word) > 6)
        if start is None or kind not in _TITLED:
            continue
        ending = _TITLE_END.search(passage.text, start)
        end = ending.start() if ending else len(passage.text)
        if not passage.text[start:end].strip(" .…_"):
            return None
        return _field(passage.cut(start, end))
    return None


def _from_memo(blocks: Blocks) -> Field | None:
    item = blocks.items.get("office")
    if item is None:
        return None
    found = _PHONE.search(item.content)
    end = found.start() if found else len(item.content)
    address = _ADDRESS.search(item.content, 0, end)
    end = address.start() if address else end
    return _field(item.cut(0, end)) if item.content[:end].strip(" .…_") else None


def _from_form(blocks: Blocks) -> Field | None:
    """The unit that a filled form names under its title, on a line of its own."""
    for line in (*blocks.title[1:], *blocks.head, *blocks.body[:8]):
        labelled = _UNIT_LINE.match(line.text)
        start = labelled.end() if labelled else 0
        if not starts_office(line.text[start:]) or re.search(r"[.…]\s*$", line.text) is not None:
            bare = re.sub(r"[.…_\s]", "", line.text[start:])
            if not starts_office(bare) or _UNNAMED.fullmatch(bare):
                continue
        end = start + name_end(line.text[start:])
        span = _SPAN.search(line.text, start, end)
        end = span.start() if span else end
        found = _field(Passage.of([line]).cut(start, end))
        if found:
            return found
    return None


def _from_letterhead(blocks: Blocks) -> Field | None:
    candidates = _beside_the_emblem(list(blocks.head))
    number = blocks.items.get("number")
    if number is not None:  # number and letterhead were read as one line
        mention = match_number(number.passage.text, number.start)
        if mention and starts_office(number.passage.text[mention.end :]):
            end = mention.end + name_end(number.passage.text[mention.end :])
            return _field(number.passage.cut(mention.end, end))
    for index, line in enumerate(candidates):
        if starts_office(line.text) and not is_address(line.text):
            found = _letterhead(_column(line, candidates[index + 1 :]))
            hidden = number is not None and _hides_a_line(
                number.passage.lines[0], candidates[:index]
            )
            return found.model_copy(update={"note": _HIDDEN}) if found and hidden else found
    return None


def _beside_the_emblem(lines: list[Line]) -> list[Line]:
    """The lines without a name inside the emblem, if a letterhead stands to the right of it."""
    offices = [line for line in lines if starts_office(line.text) and not is_address(line.text)]
    if len(offices) < 2:
        return lines
    first, rest = offices[0], offices[1:]
    middle = (first.box.left + first.box.right) / 2
    beside = any(line.page == first.page and line.box.left > _RIGHT_HALF for line in rest)
    in_the_middle = abs(middle - 0.5) < _IN_THE_MIDDLE and first.box.left < _RIGHT_HALF
    return [line for line in lines if line is not first] if beside and in_the_middle else lines


def _hides_a_line(number: Line, above: list[Line]) -> bool:
    """Whether print beside the number, where a letterhead begins, was read as no office."""
    return any(
        line.page == number.page
        and line.box.left > number.box.right + 0.1
        and abs(line.box.middle - number.box.middle) < number.box.height
        for line in above
    )


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
    for index, line in enumerate(lines[1:3], start=1):
        above = taken[-1].text.rstrip()
        addressed = index + 1 < len(lines) and is_address(lines[index + 1].text)
        if _PROVINCE.fullmatch(line.text) and addressed and name_end(above) == len(above):
            taken.append(line)
            continue
        if name_end(above) < len(above) or is_address(line.text):
            break
        whole = starts_office(line.text)
        addressed = name_end(line.text) < len(line.text) or (
            index + 1 < len(lines) and is_address(lines[index + 1].text)
        )
        broken = above.endswith(UNFINISHED) or (not whole and addressed and _goes_on(above, line))
        if not broken and not (whole and (is_part(taken[0].text) or _OF_WHOM.fullmatch(above))):
            break
        taken.append(line)
    separator = " " if len(taken) > 1 and starts_office(taken[1].text) else None
    passage = Passage.of(taken, separator)
    last = passage.starts[-1] if _PROVINCE.fullmatch(taken[-1].text) else 0
    return _field(passage.cut(0, name_end(passage.text, last)))


def _goes_on(above: str, line: Line) -> bool:
    """Whether a line reads as the rest of a long name: a Thai word, no number."""
    return len(above) > 20 and re.match(r"\s*[ก-ฮเ-ไ][ก-๎]{2}", line.text) is not None


def _from_foot(blocks: Blocks) -> Field | None:
    """A stamped letter names its office below the text, right above the date."""
    lines = (*blocks.body, *blocks.closing)
    dated = [index for index, line in enumerate(lines) if is_date_line(line.text)]
    for line in reversed(lines[max(0, dated[-1] - 3) : dated[-1]] if dated else ()):
        if len(line.text) < 80 and starts_office(line.text):
            return _field(
                Passage.of([line]).cut(0, name_end(line.text)),
                "named below the text, where a stamped letter bears its seal",
            )
    return None
