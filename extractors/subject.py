"""What a document is about: เรื่อง, or the title of a form, of minutes, of a regulation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from extractors.dates import find_dates, is_date_line, is_issued
from extractors.filled_form import LEADERS
from extractors.form_head import form_item
from extractors.head.blocks import cut_blocks
from extractors.head.end import ends_title
from extractors.head.memo import begins_unit
from extractors.kind import kind_by_words, read_kind
from extractors.obligations.verbs import find_verbs
from extractors.record import Field, Kind, doubted
from extractors.subject_ends import end_of_counted, end_of_title, is_drawn, trimmed, undated
from extractors.text.keywords import after_word
from extractors.text.offices import UNFINISHED, office_name, starts_office, whole_of_unit
from extractors.text.passage import Evidence, Passage
from extractors.text.segment import segment
from extractors.text.table import column
from pipeline.layout import Row, rows
from pipeline.models import Box, Document, Line, Page
from pipeline.packet.page_places import is_measured
from pipeline.packet.page_rows import row_text
from pipeline.packet.title_words import ANNEX_TITLE
from pipeline.thai_digits import arabic

_TITLE_IS_SUBJECT: frozenset[Kind] = frozenset({"form", "report", "minutes", "regulation", "bylaw"})
# เทศบัญญัติเทศบาล… │ เรื่อง การควบคุม… │ พ.ศ. ๒๕๖๘: all of it is the name that it gives itself
_WHOLE_TITLE: frozenset[Kind] = frozenset({"regulation", "bylaw"})
# Lines under the title of a form that are blanks or data of it, not its title.
_NOT_TITLE = re.compile(
    r"\s*[(]?\s*(?:ข้อมูล\s|ณ\s|โดย\s*$|(?:ใน|ระหว่าง|ประจำ)?วัน(?:ที่|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|ไตรมาส(?:\s*ที่)?\s*(?:[.…]|$)|ครั้งที่|เมื่อวัน|หมู่ที่|ชื่อ|เขียนที่|ทำที่|(?:เลข\s?ที่|เล่มที่)[\s:]*(?:[ก-ฮ]{1,4}\.?\s?)?[\d๐-๙.…]|"
    r"คำชี้แจง|โปรด|กรุณา|ข้าพเจ้า|ส่วนที่|ตอนที่|[☐□]|[\d๐-๙]{1,2}[.)]\s"
    r"|ประจำเดือน[\s.…_]*(?:พ\.ศ|$))"
)
_SPAN = re.compile(  # of a report: (ระหว่างวันที่ ๗ - ๑๓ …) | ครั้งที่ ๒ ภาคเรียนที่ ๑
    r"\s*\(?\s*(?:ระหว่างวันที่|ครั้งที่|ห้วง(?:วันที่)?)\s*[\d๐-๙]"
)
_ISSUE = re.compile(
    r"\s*\(?(?:(?:ฉบับ|ข่าว|ปี)ที่|เลขที่(?:ข่าว)?|ข่าวเลขที่)\s*[\d๐-๙]"
)  # ฉบับที่ ๑๒/๒๕๖๗, in the band over news
# What a headline says of an office; a line without any of them is the office's name alone.
_HEADLINE_VERBS = frozenset(column("headline_verbs", "verb"))
# Above a heading: a page number, สิ่งที่ส่งมาด้วย ๒, a scrap of dirt
_NOT_HEADING = re.compile(
    r"[^ก-ฮA-Za-z]*|\W*(?:สิ่งที่ส่งมาด้วย|เอกสาร(?:แนบ|ประกอบ)(?:ท้าย)?|ผนวก)\W*[ก-ฮ]?\W*\d*\W*|[^ก-ฮ]*[ก-ฮ][^ก-ฮ]*"
)
# ระเบียบวาระการประชุม │ คณะกรรมการ… │ ครั้งที่ ๒/๒๕๖๗: whose meeting it is belongs to the title
AGENDA = re.compile(r"\s*(?:ระเบียบ)?วาระการประชุม")
# …ครั้งที่ ๔/๒๕๖๖│ วันที่ ๒๔ สิงหาคม ๒๕๖๖: the day and the place of a meeting are no part of it
_UNTITLED = "no title says what the paper is; its words do"
_LISTED = re.compile(r"\s*(?:[\d๐-๙]+[.)](?![\d๐-๙])|[-–•]|\()")  # ๖.๒ หมื่นไร่ is no item
_HEADING_ROWS, _LONGEST_HEADING, _LONGEST_UNIT = 8, 110, 70
_OFF_AXIS, _GAP, _STEP = 0.07, 1.5, 1.35  # of the page's width; a line's height; the usual step
# Of the page's width: how level rows at the margin begin, where a row ends short of the other, how
# wide a paragraph's first row is; rows of a headline at the margin at most
_AT_MARGIN, _NOT_FULL, _FULL_ROW, _FLUSH_ROWS = 0.02, 0.8, 0.55, 3
_LARGER = 1.2  # times the height of the text: a headline that fills its row
_RIGHT, _CORNER = 0.6, 2  # of the page's width: a row in the corner; rows at the top it may be
_WORD_GAP = 0.025  # of the page's width: less parts the words of one line
_FROM_THE_FIRST = 0.025  # of the page's width: how far the axis of a title's lines may move
# Words that begin a line of a title, and stand apart where the lines are joined: │ พ.ศ. ๒๕๖๖
_PARTS = re.compile(r"(?<=[ก-๎])(?=พ\.ศ\.|ว่าด้วย|ประจำ(?:เดือน|ปี)|ไตรมาสที่|เรื่อง\s)")
_COUNTED = re.compile(r"ครั้งที่\s*[\d๐-๙]")
_NOT_MINUTES = re.compile(r"\s*(?:เมื่อ|ระหว่าง|วันที่|วัน|ณ\s|ผู้|[-–—])")
_MORE_THAN_A_NAME = re.compile(r"^เครือข่าย|ประจำ|(?<!ประเมิน)ผลการ|ปีงบประมาณ|การดำเนิน|(?<!ติด)ตาม")


def read_subject(document: Document) -> Field | None:
    """The subject as printed; None for a stamped letter, which has none."""
    blocks = cut_blocks(document)
    item = blocks.items.get("subject") or form_item(document, "subject")
    if item is not None and blocks.title and read_kind(document) in _WHOLE_TITLE:
        printed = (*blocks.title, *item.passage.lines)
        whole = Passage.of([one for one in printed if not is_drawn(one.text)], " ")
        return _field(whole.whole())
    if item is not None:
        return _field(trimmed(undated(item)))
    if blocks.title and read_kind(document) in _TITLE_IS_SUBJECT:
        kind = read_kind(document)
        separator = " " if kind == "minutes" else None  # …บริหารโรงพยาบาล / ครั้งที่ ๑/๒๕๖๖
        lines = title_lines(blocks.title, kind)
        passage = Passage.of(lines, separator)
        if kind == "minutes":
            return _field(passage.cut(0, end_of_counted(passage.text)))
        start = _after_about(lines, passage) if kind == "report" else 0
        field = _field(passage.cut(start, end_of_title(passage.text)))
        return field and field.model_copy(update={"value": _PARTS.sub(" ", field.value)})
    if blocks.title and read_kind(document) == "announcement":
        return _what_is_announced(blocks.title)
    if blocks.title and read_kind(document) == "statement":
        matter = stated(blocks.title)
        return _field(Passage.of(matter, " ").cut(0, 10**6)) if matter else None
    if read_kind(document) in ("other", "news", "form"):
        heading = sheet_heading(document)
        passage = Passage.of(heading, " ")
        end = end_of_counted(passage.text) if heading and AGENDA.match(heading[0].text) else 10**6
        found = _field(passage.cut(0, end)) if heading else None
        return doubted(found, _UNTITLED) if found and kind_by_words(blocks) else found
    return None


def _after_about(lines: tuple[Line, ...], passage: Passage) -> int:
    """Where a title goes on behind a line's เรื่อง: รายงานผลการตรวจสอบ │ เรื่อง การบริหารพัสดุ."""
    for line, at in zip(lines[1:], passage.starts[1:], strict=True):
        end = after_word(line.text, "เรื่อง", loose=False)
        if end is not None and line.text[end:].strip():
            return at + end
    return 0


def _what_is_announced(title: tuple[Line, ...]) -> Field | None:
    """The matter of a notice without เรื่อง: ประกาศ │ งดจ่ายน้ำประปาชั่วคราว."""
    passage = Passage.of(title)
    start = after_word(passage.text, "ประกาศ") or 0
    if starts_office(passage.text[start:]):
        start = passage.starts[1] if len(title) > 1 else len(passage.text)
    matter = passage.text[start:].strip()
    return _field(passage.cut(start, len(passage.text))) if matter else None


def stated(title: Sequence[Line]) -> list[Line]:
    """The lines under the title of a statement that tell its matter: no office, day or issue."""
    lines = title[1:] if len(title) > 1 and starts_office(_without_word(title[0].text)) else ()
    return [
        line
        for line in lines
        if not (starts_office(line.text) or is_issued(line.text) or _ISSUE.match(line.text))
    ]


def _without_word(text: str) -> str:
    """What a title says behind the word for a statement: แถลงการณ์│สภาทนายความ…"""
    words = ("แถลงการณ์", "คำแถลง")
    ends = (after_word(text, word, loose=False) for word in words)
    return text[next((end for end in ends if end), 0) :].strip().removeprefix("ของ")


def sheet_heading(document: Document) -> list[Line]:
    """The title of an annex, or the headline of news: the first rows in the middle of its page, to
    a date or a table."""
    page = document.pages[0]
    if not is_measured(page):  # the middle of a page that never was paper is nowhere
        return _typed_headline(document) if read_kind(document) == "news" else _typed_title(page)
    title = cut_blocks(document).title  # ข่าวประชาสัมพันธ์, then its headline
    printed = rows(page.lines)
    above = [place for place, row in enumerate(printed) if any(x in title for x in row.lines)]
    start = above[0] + 1 if above else 0
    news = read_kind(document) == "news"  # whose band may have no title that could be read
    if news and (flush := _flush_headline(printed[:start], printed[start:])):
        return flush
    found: list[Line] = []
    steps = sorted(other.box.top - one.box.top for one, other in pairwise(printed))
    pitch = steps[len(steps) // 4] if steps else 0.0  # few rows, and most of them set apart
    for place, row in enumerate(printed[start : start + _HEADING_ROWS], start):
        text = row.text
        middle = (row.box.left + row.box.right) / 2
        aside = abs(middle - 0.5) > _OFF_AXIS
        near = (one for other in printed[: start + 4] if other is not row for one in other.lines)
        band = [one.text.strip().removeprefix("ข่าว") for one in near]
        name = (above or news) and (aside or _is_in_the_band(text, band))
        corner = place < start + _CORNER and row.box.left > _RIGHT  # พิมพ์วันที่ 12/02/2567 10:44
        name = name or is_issued(text) or _is_over_the_title(printed, place)
        if not found and (_NOT_HEADING.fullmatch(text) or len(row.lines) > 1 or name or corner):
            continue
        if found:
            axis = (found[0].box.left + found[0].box.right) / 2
            aside = aside or abs(middle - axis) > _FROM_THE_FIRST
            aside = aside or ends_title(printed, place, found[0])
        below = bool(found) and _is_apart(found[-1].box, row.box, pitch)
        named = starts_office(text) or whole_of_unit(text) is not None
        unit = bool(found) and named and not _MORE_THAN_A_NAME.search(text)
        unit = unit and len(text) < _LONGEST_UNIT and not found[-1].text.endswith(UNFINISHED)
        agenda = bool(found) and AGENDA.match(found[0].text) is not None
        dated = is_issued(text) and find_dates(text)[0].precision == "day"
        other = dated or _NOT_TITLE.match(text) is not None
        other = other and not (agenda and "ครั้งที่" in text)
        ends = len(row.lines) > 1 or (unit and not agenda) or other or _LISTED.match(text)
        if aside or below or ends or len(text) > _LONGEST_HEADING:
            break
        found.append(row.lines[0])
    return found or _typed_title(page)


def _is_over_the_title(printed: Sequence[Row], place: int) -> bool:
    """Whether a row is an office over the title of a plan or a list: โรงเรียน… │ แผนปฏิบัติการ…"""
    below = [row_text(row) for row in printed[place + 1 : place + 2] if len(row.lines) == 1]
    named = starts_office(printed[place].text) and len(printed[place].text) < _LONGEST_UNIT
    return named and any(ANNEX_TITLE.match(text) for text in below)


def _flush_headline(title: Sequence[Row], printed: Sequence[Row]) -> list[Line]:
    """The rows at the left margin between the band over news and its first indented paragraph."""
    margin = min((row.box.left for row in printed), default=0.0)
    names = [line.text.strip().removeprefix("ข่าว") for row in title for line in row.lines]
    names += [row.text for row in printed[:4]]
    usual = sorted(row.box.height for row in printed)[len(printed) // 2] if printed else 0.0
    large = [row for row in printed if row.box.height > _LARGER * usual]
    band = (
        row.box.left > _RIGHT  # where the office sits, in the band's right half
        or is_date_line(row.text)
        or (_is_in_the_band(row.text, names) and not (row in large and row.box.width > _FULL_ROW))
        or _is_spread(row)
        for row in printed
    )
    below = printed[len(list(takewhile(bool, band))) :]
    found = list(takewhile(lambda row: row.box.left < margin + _AT_MARGIN, below))
    if not found or len(found) == len(below):
        return []
    last, first = found[-1].box, below[len(found)].box
    ends = last.right < _NOT_FULL or last.height > _LARGER * first.height
    opens = ends and first.width > _FULL_ROW
    return (
        [line for row in found for line in row.lines] if opens and len(found) <= _FLUSH_ROWS else []
    )


def _is_spread(row: Row) -> bool:
    """Whether a row is cells beside each other, or whom to ring, and no line of a headline."""
    gaps = (other.box.left - one.box.right for one, other in pairwise(row.lines))
    return any(gap > _WORD_GAP for gap in gaps) or "โทร" in row.text


def _typed_headline(document: Document) -> list[Line]:
    """The short lines between the band over news and its first paragraph, where a paragraph is a
    line."""
    title = cut_blocks(document).title
    lines = document.pages[0].lines
    start = lines.index(title[0]) + 1 if title and title[0] in lines else 0
    band = (is_date_line(line.text) or _is_in_the_band(line.text, []) for line in lines[start:])
    below = lines[start + len(list(takewhile(bool, band))) :]
    found = list(takewhile(lambda line: len(line.text) <= _LONGEST_HEADING, below))
    return found if len(found) < min(len(below), _HEADING_ROWS // 2) else found[:1]


def _typed_title(page: Page) -> list[Line]:
    """The first line of a typed sheet, if it begins as the title of a plan or a list does."""
    first = [row for row in rows(page.lines)[:2] if not _NOT_HEADING.fullmatch(row.text)][:1]
    alone = [row.lines[0] for row in first if len(row.lines) == 1]
    titled = [line for line in alone if ANNEX_TITLE.match(row_text(first[0]))]
    return [line for line in titled if not line.text.startswith("ภาพ")]  # what the picture shows


def _is_apart(above: Box, row: Box, pitch: float) -> bool:
    """Whether white space parts a row from the one above; `pitch`: the usual step of the page."""
    gap, step = row.top - above.bottom, row.top - above.top
    return gap > _GAP * row.height or (gap > row.height and step > _STEP * pitch)


def _is_in_the_band(text: str, band: list[str]) -> bool:
    """Whether a line over the headline of news is the office's name, a date or an issue.

    A headline may begin with a name that the band tells: ศาล… │ ศาล…พิพากษา…
    """
    if _NOT_TITLE.match(text) or _ISSUE.match(text):
        return True
    if any(starts_office(name) and text != name and text.startswith(name) for name in band):
        return False
    acts = any(text[verb.start - 1 : verb.start] == " " for verb in find_verbs(text))  # ทน.… │ติดตั้ง…
    unit, _, office = text.strip().partition(" ")  # งานประชาสัมพันธ์ กองยุทธศาสตร์และงบประมาณ
    named = starts_office(text) or (begins_unit(unit) and starts_office(office))
    return named and not acts and not _HEADLINE_VERBS.intersection(segment(text))


def title_lines(lines: tuple[Line, ...], kind: Kind) -> tuple[Line, ...]:
    """The lines of a title without the unit, date or period that stand under it."""
    kept = [lines[0]]
    for line in lines[1:]:
        counted = any(_COUNTED.search(above.text) for above in kept)  # …ครั้งที่ ๑๐/๒๕๖๖ │ โรงพยาบาล…
        if kind == "minutes" and (
            _NOT_MINUTES.match(line.text) or (counted and starts_office(line.text))
        ):
            break
        if kind in ("form", "report"):
            if _NOT_TITLE.match(line.text) and not (kind == "report" and _SPAN.match(line.text)):
                break
            name = office_name(line.text)
            blank = LEADERS.search(line.text) is not None  # อำเภอ........ ประจำเดือน........
            named = starts_office(name) or whole_of_unit(name) is not None
            if not name or (named and (blank or not _MORE_THAN_A_NAME.search(name))):
                break
        kept.append(line)
    return tuple(kept)


def _field(evidence: Evidence | None) -> Field | None:
    if evidence is None:
        return None
    value = re.sub(r"(?<!ศ)(?:\.\s?){3,}|[…_]{2,}", " ", evidence.text)
    return Field.of(evidence, " ".join(arabic(value).split()))
