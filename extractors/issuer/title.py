"""The issuer in a title: คำสั่งจังหวัดน่าน, or the band over news, or under the title of a plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from extractors.dates import is_date_line
from extractors.head.blocks import Blocks
from extractors.issuer.letterhead_lines import is_division
from extractors.issuer.letterhead_name import office_in
from extractors.issuer.name_over_lines import STATUS
from extractors.issuer.named import DEPARTMENT, named_office, office_on
from extractors.kind import read_kind
from extractors.record import Field, Kind
from extractors.subject import AGENDA, sheet_heading, stated
from extractors.text.keywords import after_word
from extractors.text.offices import (
    PROVINCE,
    is_address,
    is_part,
    name_end,
    office_name,
    starts_office,
    whole_of_unit,
)
from extractors.text.passage import Passage
from extractors.text.titles import NEWS_BAND, TITLES
from pipeline.models import Document, Line

TITLED: frozenset[Kind] = frozenset(
    {"order", "announcement", "regulation", "bylaw", "statement", "news", "certificate"}
)
# Titles that say what the paper is; whose it is may stand above, below, or nowhere in them.
_TITLED_ALONE: frozenset[Kind] = frozenset({"statement", "news", "certificate"})
_TITLE_END = re.compile(
    r"\s?(?:ข่าว|ฉบับ)?ที่\s*[\d๐-๙.…]*\s*/|\s(?:ข่าว|ฉบับ)ที่\s*[\d๐-๙]|\s(?:เรื่อง(?:\s|$)|พ\.ศ\.)|\s?\(?ฉบับ(?:ที่|แก้ไข|ปรับปรุง)|\s?ปีที่\s*[\d๐-๙]|ว่าด้วย|\s?แก้ไขเพิ่มเติม|\s?ประจำวัน|\s?\((?:เฉพาะ|สำเนา|ร่าง)"
    r"|\s*(?:โทร|www\.|http)|\s*[A-Za-z]{2,}\s+[A-Za-z]{2,}"
)
# What a certificate says it is given for: ฉบับนี้ให้ไว้เพื่อแสดงว่า | ขอมอบเกียรติบัตรให้แก่ | ขอรับรองว่า
_GIVEN = re.compile(r"ให้ไว้|(?:แสดง|รับรอง)ว่า|(?:ขอ)?มอบ\S{0,20}(?:บัตร|เกียรติ)|ให้แก่")
# หน่วยฝึกอบรมลูกเสือ จังหวัดอ่างทอง: no address stands over a diploma, but for a school's
_OF_A_PROVINCE = re.compile(r"(?!โรงเรียน)(?P<unit>\S+)\s+จังหวัด[ก-๎]+$")
_OF = re.compile(r"\s*(?:ของ|ร่วม(?:ของ)?)\s?(?=[ก-ฮเ-ไ])")  # คำแถลง│ของสมาคม… | แถลงการณ์│ร่วมองค์กร…
# คำสั่ง...........(ชื่อหน่วยงาน): what is to be filled in
_TO_FILL_IN = re.compile(
    r"\(\s*(?:ระบุ)?\s*ชื่อ\s?(?:หน่วยงาน|ส่วนราชการ|สถานศึกษา|โรงเรียน|องค์กร)[^()]*\)?$"
)
_UNIT_LABEL = re.compile(r"\s*(?:ชื่อ)?(?:หน่วยงาน|ส่วนราชการ|ส่วนงาน|สถานศึกษา)\s*[:.…]*\s*")
_SEAT = re.compile(r"\s*(?:ศาลากลางจังหวัด|ที่ว่าการอำเภอ)")  # where the office above it sits
# Offices of which each province has one, so that the province is of their name
_TOLD_BY_PROVINCE = re.compile(
    r"\s*(?:สำนักงาน(?!เทศบาล|เขต)|คณะ(?:อนุ)?กรรมการ|คณะทำงาน|ศูนย์|กองอำนวยการ|สภา|ตำรวจภูธร|สมาคม|สโมสร|ชมรม"
    r"|หอการค้า|เหล่ากาชาด|กองทุน|เครือข่าย|สมัชชา|ที่ทำการ|เรือนจำ|ทัณฑสถาน)"
)
_BUREAU = re.compile(r"สำนัก(?!งาน|นายก)[ก-๎]+")  # of a university: its name stands below
_BRACKETED = re.compile(r"\s*\((?!มหาชน|องค์การ|ส่วน)[^()]+\)\s*")  # what sort of office it is
_MINISTRY = re.compile(r"\s*กระทรวง[ก-๎]+\s*$")
_NAME = re.compile(r"\s*[ก-ฮเ-ไ][ก-๎]{5,}(?:\s[ก-๎()]{2,})*\s*")  # words of Thai alone
_NEXT_ROW, _OFF_AXIS = 2.0, 0.04  # heights of a row; of the page's width, twice how far aside
_TOP = 5  # lines over the name of who is given a certificate
_NUMBERED_TITLE_END = re.compile(r"\s(?:ที่\s*[\d๐-๙/.…])")  # its number stands in the title itself


def from_title(document: Document, blocks: Blocks, kind: Kind) -> Field | None:
    """คำสั่งจังหวัดน่าน → จังหวัดน่าน; a bare คำสั่งจังหวัด names nobody."""
    told = kind in ("news", "statement")
    passage = Passage.of(_without_headline(document, blocks) if told else blocks.title)
    band = NEWS_BAND.fullmatch(blocks.title[0].text) if kind == "news" else None
    if band and starts_office(band["name"]):
        return named_office(Passage.of(blocks.title[:1]).cut(*band.span("name")))
    for word, titled in TITLES:
        start = after_word(passage.text, word, loose=len(word) > 6)
        if start is None or titled not in TITLED:
            continue
        if of := _OF.match(passage.text, start):
            start = of.end()
        # คณะกรรมการกลางว่าด้วยราคาสินค้าและบริการ: of a board, where no rule is titled by the words
        board = kind in ("order", "announcement") and passage.text.startswith("คณะ", start)
        found = _TITLE_END.finditer(passage.text, start)
        endings = [next((end for end in found if not board or end.group() != "ว่าด้วย"), None)]
        if "number" not in blocks.items:
            endings.append(_NUMBERED_TITLE_END.search(passage.text, start))
        ends = [ending.start() for ending in endings if ending]
        ends += [
            at
            for line, at in zip(passage.lines, passage.starts, strict=True)
            if at > start
            and (is_address(line.text) or _SEAT.match(line.text) or _BRACKETED.fullmatch(line.text))
            and not _ends_with_its_province(passage.text[start:at], line.text)
        ]
        ends += _ministry_below(passage, start)
        end = min(ends, default=len(passage.text))
        name = passage.text[start:end].strip(" .…_")
        unnamed = kind in _TITLED_ALONE or (
            kind == "announcement" and "subject" not in blocks.items
        )
        if not name or _TO_FILL_IN.match(name) or (unnamed and not starts_office(name)):
            return office_in(blocks.title[1:]) if kind == "certificate" else None
        if kind in _TITLED_ALONE:  # under it, a date or an issue may stand
            dated = [line for line in blocks.title if is_date_line(line.text)]
            below = [passage.starts[passage.lines.index(line)] for line in dated]
            end = min([end, *(place for place in below if place > start)])
            end = min([end, *_own_lines(passage, start)])
        return _with_the_whole(named_office(passage.cut(start, end)), passage, start, end)
    return None


def with_its_status(found: Field | None, blocks: Blocks) -> Field | None:
    """The name in a title with who patronises it on the row below, a space apart: คำสั่งสมาคม… │
    ในพระอุปถัมภ์. That row may be read as no part of the title."""
    last = blocks.title[-1].box
    told = " ".join(blocks.title[-1].text.split())
    if found and STATUS.fullmatch(told) and found.value.endswith(told):
        value = f"{found.value.removesuffix(told).rstrip()} {told}"
        return found.model_copy(update={"value": value})
    for line in blocks.head if found else ():
        near = 0 < line.box.middle - last.middle < _NEXT_ROW * last.height
        level = abs(line.box.left + line.box.right - last.left - last.right) < _OFF_AXIS
        if found and near and level and STATUS.fullmatch(line.text):
            value = f"{found.value} {' '.join(line.text.split())}"
            return found.model_copy(update={"value": value})
    return found


def _ends_with_its_province(name: str, text: str) -> bool:
    """Whether a line of a title that is a province alone ends the name above it, and is no address:
    คณะกรรมการจัดงาน… │ จังหวัดน่าน."""
    own = _TOLD_BY_PROVINCE.match(name) is not None and "จังหวัด" not in name
    return own and PROVINCE.fullmatch(text) is not None


def _headline(document: Document, blocks: Blocks) -> Sequence[Line]:
    item = blocks.items.get("subject")
    if item or read_kind(document) == "news":
        return item.passage.lines if item else sheet_heading(document)
    return stated(blocks.title) if read_kind(document) == "statement" else ()


def _without_headline(document: Document, blocks: Blocks) -> list[Line]:
    """The title of news, to the lines under it that tell what happened."""
    headline = _headline(document, blocks)
    above = takewhile(lambda line: line not in headline, blocks.title[1:])
    return [*blocks.title[:1], *above]


def _own_lines(passage: Passage, start: int) -> list[int]:
    """Where lines begin, behind a whole name, that name a part of it: ข่าวกระทรวง… │ กองกลาง"""
    lines = zip(passage.lines, passage.starts, strict=True)
    parts = [at for line, at in lines if at > start and _is_part(line.text)]
    return [at for at in parts if not _is_part(passage.text[start:at].strip())]


def _ministry_below(passage: Passage, start: int) -> list[int]:
    """Where a line begins that tells the ministry of a department: แถลงการณ์กรม… │ กระทรวง…"""
    lines = zip(passage.lines, passage.starts, strict=True)
    below = [at for line, at in lines if at > start and _MINISTRY.match(line.text)]
    return [at for at in below if DEPARTMENT.match(passage.text, start, at)]


def _awaits_its_whole(name: str) -> bool:
    return is_part(name) or _BUREAU.fullmatch(name) is not None


def _is_part(text: str) -> bool:
    return is_part(text) or text.lstrip().startswith(("งาน", "ส่วน"))


def _with_the_whole(found: Field | None, passage: Passage, start: int, end: int) -> Field | None:
    """A part, and what it is a part of on the next line of the title, a space apart."""
    for line, at in zip(passage.lines, passage.starts, strict=True):
        upper = passage.text[start:at].strip()
        whole = starts_office(line.text) and not PROVINCE.fullmatch(line.text)
        whole = (whole and _awaits_its_whole(upper)) or is_division(upper, line.text)
        if not (found and start < at < end and whole):
            continue
        part = office_name(upper)
        if found.value.startswith(part):
            rest = found.value[len(part) :].strip()
            return found.model_copy(update={"value": f"{part} {rest}"})
    return found


def from_the_band(document: Document, blocks: Blocks) -> Field | None:
    """The office in the band over news: beside or under its title, before the headline."""
    headline = _headline(document, blocks)
    band = [*blocks.head, *blocks.title[1:]]
    parts = ([line for line in part if line not in headline] for part in (band, blocks.body[:4]))
    for part in parts:
        if (found := _with_its_part(part)) is not None:
            return _without_motto(found, part, document)
    return _province_in(band) or _over_its_address([*band, *blocks.body[:2]])


def _province_in(band: Sequence[Line]) -> Field | None:
    """A province alone in the band: จังหวัดน่าน ⇥ ข่าวสารจังหวัด."""
    first = next((line for line in band if PROVINCE.fullmatch(line.text)), None)
    return office_on(first) if first else None


def _over_its_address(band: Sequence[Line]) -> Field | None:
    """A name of any sort that an address stands right under: การเขื่อนแห่งลุ่มน้ำ │ ถนน…"""
    for name, below in pairwise(band):
        addressed = is_address(below.text) and abs(below.box.left - name.box.left) < _OFF_AXIS
        whole = name_end(name.text) == len(name.text) and not is_date_line(name.text)
        if addressed and whole and not is_address(name.text) and _NAME.fullmatch(name.text):
            return office_on(name)
    return None


def _without_motto(found: Field, band: Sequence[Line], document: Document) -> Field:
    """The office without what stands under it in the band, where the text names it without:
    โรงพยาบาล… │ เพื่อสุขภาพที่ดีของชาว…"""
    squeezed = re.sub(r"\s", "", document.text)
    for line in band:
        name = line.text.strip()
        if not (found.value.startswith(name) and found.value != name and starts_office(name)):
            continue
        bare, whole = (re.sub(r"\s", "", one) for one in (name, found.value))
        if squeezed.count(bare) > max(1, squeezed.count(whole)):
            return office_on(line) or found
    return found


def _with_its_part(lines: Sequence[Line]) -> Field | None:
    """The first office of a band; a small unit leads its own: งานธุรการ เทศบาลตำบล…"""
    first = lines[0] if lines else None
    if first and (whole := whole_of_unit(first.text)) is not None:
        return named_office(Passage.of([first]).cut(0, name_end(first.text, whole)))
    return office_in(lines)


def above_the_certificate(blocks: Blocks) -> Field | None:
    """The office over a diploma, before it says what it is given for: สำนักงาน… │ ขอมอบเกียรติบัตร…"""
    top = list(takewhile(lambda line: not _GIVEN.search(line.text), blocks.body[:_TOP]))
    found = office_in(top) if len(top) < min(_TOP, len(blocks.body)) else None
    if found and (of := _OF_A_PROVINCE.match(top[0].text)) and of["unit"] == found.value:
        return found.model_copy(update={"value": " ".join(of.group().split())})
    return found


def over_the_heading(document: Document) -> Field | None:
    """The office on a line over the title of a plan or list: หน่วยงาน : กองบำรุงทาง… │ บัญชี…"""
    lines = document.pages[0].lines
    heading = sheet_heading(document)
    if not heading or heading[0] not in lines or AGENDA.match(heading[0].text):
        return None
    for line in lines[: lines.index(heading[0])]:
        label = _UNIT_LABEL.match(line.text)
        start = label.end() if label else 0
        if starts_office(line.text[start:]) and not is_address(line.text[start:]):
            return named_office(Passage.of([line]).cut(start, start + name_end(line.text[start:])))
    return None


def under_the_heading(document: Document) -> Field | None:
    """The office on the line under the title of a plan or list; an agenda is of a meeting's."""
    lines = document.pages[0].lines
    heading = sheet_heading(document)
    if not heading or heading[-1] not in lines or AGENDA.match(heading[0].text):
        return None
    below = lines[lines.index(heading[-1]) + 1 :][:1]
    return _with_its_part(below) if below and below[0].box.middle > heading[-1].box.bottom else None
