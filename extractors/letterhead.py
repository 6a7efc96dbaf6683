"""Number and date of a document, where the regulation on correspondence puts them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.dated_field import RIVALS, first_date, with_its_day
from extractors.dates import find_dates, is_date_line, is_issued
from extractors.foot_date import foot_date, year_completed
from extractors.form_head import FILLED_IN, form_day, form_number
from extractors.head.blocks import Blocks, cut_blocks
from extractors.head.own_number import own_number, read_in_pieces, unsure_number
from extractors.kind import is_template, read_kind
from extractors.number_doubts import doubt_of_number
from extractors.record import Field, Kind, doubted
from extractors.signing_day import signing_day
from extractors.subject_ends import day_below
from extractors.text.passage import Passage
from extractors.worn_day import worn_issue_day
from extractors.written import written_number
from extractors.written_date import weighed
from pipeline.layout import rows
from pipeline.models import Document, Line
from pipeline.pens.read_apart import single_lines

# Kinds whose date stands at their end: สั่ง ณ วันที่ …, ประกาศ ณ วันที่ …
_DATED_AT_END: frozenset[Kind] = frozenset(
    {"order", "announcement", "regulation", "bylaw", "statement", "certificate", "news"}
)
# Statements and news end with the office that gives them out and, below it, the date.
_OFFICE_AND_DATE: frozenset[Kind] = frozenset({"statement", "news", "announcement"})
_NO_NUMBER: frozenset[Kind] = frozenset({"form", "report", "minutes", "news", "statement"})
_STAMPED = "the date is stamped"
_AT_THE_FOOT = "the head bears no date; this one stands at the foot and may be another's"
_TOP_OF_MINUTES = 10  # lines
_TOP_OF_NEWS = 5  # rows
_ISSUED = re.compile(
    r"\s*(?:ฉบับที่|ข่าวที่)\s*[\d๐-๙]+(?:\s?/\s?[\d๐-๙]+)?\s*[|│,]\s*(?=[\d๐-๙])"  # ข่าวที่ ๑๘ | ๙ ธันวาคม …
    r"|\s*(?:ปีที่\s*[\d๐-๙]+\s*,?\s*)?(?:ฉบับที่|ข่าวที่|ที่)\s*[\d๐-๙]+\s*(?:/\s*[\d๐-๙]+)?\s*(?:ประจำ)?วันที่"
    # เผยแพร่วันที่ … | วันที่เผยแพร่ …
    r"|\s*(?:(?:เผยแพร่|ส่งข่าว|ออกข่าว|ประจำ)(?:ข่าว)?(?:เมื่อ)?\s?วัน|วันที่(?:เผยแพร่|ส่งข่าว|ออกข่าว))"
)
_SPOKEN_AT = re.compile(r"\s*ณ\s(?!วันที่)\S[^\d๐-๙]{3,60}\sวัน(?:ที่|\S{3,9}ที่)\s*[\d๐-๙]")
_FROM_WHERE = re.compile(
    r"\s*[ก-ฮเ-ไ][ก-๎]{2,20}(?:\s[ก-๎]{2,20})?\s*,?\s+"
)  # ลำปาง │ ๑๙ มกราคม ๒๕๖๗
_PLACE, _DASH = re.compile(r"\s*\(?(?:[ก-๎.]{2,20}\s*[-–—,:]\s*)?"), re.compile(r"\s*\)?\s*[-–—:]")
# Of the page's width: a row of text is as wide; gaps within it are narrower
_TEXT, _WORD_SPACE = 0.6, 0.03
_FOOT = 14  # lines at the end of a stamped letter among which its date stands


def read_number(document: Document) -> Field | None:
    """The document's own number as printed; None if it has none or it is left blank."""
    kind = read_kind(document)
    if kind in FILLED_IN and not is_template(document):
        return form_number(document)
    if kind in _NO_NUMBER or (kind == "certificate" and is_template(document)):
        return None
    own = own_number(cut_blocks(document))
    if own is None:
        return unsure_number(document)
    passage, mention = own
    written = written_number(passage, mention)
    if written is not None:
        return written
    field = Field.of(passage.cut(mention.start, mention.end), mention.number.value)
    note = doubt_of_number(mention.number, mention.text) or read_in_pieces(passage, mention)
    return doubted(field, note) if note else field


def read_date(document: Document) -> Field | None:
    """The date of issue: at the end of an order, in the head of a letter. None if there is none.

    The dates of received stamps, of meetings, of cited letters and of a report's data are not it.
    A day that is neither printed nor written leaves 'YYYY-MM'.
    """
    date = _date_of_issue(document)
    return weighed(date, document) if date is not None and date.readings else date


def _date_of_issue(document: Document) -> Field | None:
    kind = read_kind(document)
    blocks = cut_blocks(document)
    if kind in FILLED_IN:
        return None if is_template(document) else form_day(document) or signing_day(document)
    if kind == "other" and not blocks.of_a_letter:
        return signing_day(document)  # the other dates of an annex are its meetings'
    if kind in _DATED_AT_END:
        closing = [Passage.of(blocks.closing[:3], " ")] if blocks.closing else []
        date = first_date(closing) or year_completed(blocks.closing[:1], document)
        if (date is None or len(date.value) < len("2021-02-15")) and blocks.closing:
            date = _stamped_beside(blocks.closing[0], document) or date
        if date is None and kind in _OFFICE_AND_DATE:
            date = _last_date(document, blocks)
        if date is None and kind == "certificate":  # Date: 14 August 2024, over its text
            date = first_date(Passage.of([line]) for line in _dated_lines(document, blocks))
            date = date or _last_date(document, blocks)
        if date is None and "subject" in blocks.items:
            below = day_below(blocks.items["subject"])
            date = first_date([Passage.of([below])]) if below else None
        if kind == "news":
            return _date_of_issue_number(blocks) or date or _dateline(blocks)
        return date or worn_issue_day(document)
    if kind == "minutes":
        return _date_of_meeting(document)
    printed = _letter_date(blocks)
    if printed is not None and (rivals := _rivals(blocks, printed)):
        printed = doubted(printed, RIVALS.format(", ".join(rivals)))
    if printed is None or len(printed.value) < len("2021-02-15"):
        printed = _stamped_date(document, blocks) or printed
    return printed or foot_date(document) or _date_anywhere(document)


def _dated_lines(document: Document, blocks: Blocks) -> list[Line]:
    """The lines at the top of a certificate that bear its day: วันที่ออกใบรับรอง ๑๗ พ.ค. ๒๕๖๗."""
    labelled = blocks.items["date"].passage.lines if "date" in blocks.items else ()
    alone = [line for line in document.lines[:_TOP_OF_MINUTES] if is_date_line(line.text)]
    return [*alone, *labelled]


def _date_of_meeting(document: Document) -> Field | None:
    """The first date at the top of minutes that is not a cited letter's (ลงวันที่)."""
    for line in document.lines[:_TOP_OF_MINUTES]:
        if "ลงวันที่" not in line.text and (date := first_date([Passage.of([line])])):
            return date
    return None


def _letter_date(blocks: Blocks) -> Field | None:
    """The date of a memo's วันที่, or of a line of its own; else one among other words."""
    passages = []
    if "date" in blocks.items:
        passages.append(blocks.items["date"].passage)
    head = sorted(blocks.head, key=lambda line: not is_date_line(line.text))
    alone = sum(is_date_line(line.text) for line in head)
    own = sorted(head[:alone], key=lambda line: _is_over_number(line, blocks))
    passages += [with_its_day(line, blocks.head) for line in own]
    if "number" in blocks.items:  # ที่ … วันที่ … read as one line
        passages.append(blocks.items["number"].passage)
    return first_date(passages + [Passage.of([line]) for line in head[alone:]])


def _is_over_number(line: Line, blocks: Blocks) -> bool:
    """Whether a line stands above the letter's number, below which the letter bears its date; above
    it offices press the day on which they received it."""
    if "number" not in blocks.items:
        return False
    number = blocks.items["number"].passage.lines[0]
    return line.page == number.page and line.box.bottom < number.box.top


def _rivals(blocks: Blocks, date: Field) -> list[str]:
    """Other days on lines of their own in the head of a letter."""
    alone = (line for line in blocks.head if is_date_line(line.text))
    lines = (line for line in alone if not _is_over_number(line, blocks))
    days = (find_dates(line.text)[0] for line in lines)
    return sorted(
        {day.value for day in days if day.value and day.precision == "day"} - {date.value}
    )


def _date_anywhere(document: Document) -> Field | None:
    """The date of a letter whose head bears none: under its signature, else on a line at its foot.

    It may be another's, so it is doubted.
    """
    date = signing_day(document)
    if date is None:
        lines = [line for line in cut_blocks(document).closing if is_date_line(line.text)]
        date = first_date(Passage.of([line]) for line in lines)
    return doubted(date, _AT_THE_FOOT) if date and not date.note else date


def _stamped_date(document: Document, blocks: Blocks) -> Field | None:
    """A date stamped in another ink: on the row where the date of a memo stands, or alone above the
    subject of a letter that has no other."""
    item, subject = blocks.items.get("date"), blocks.items.get("subject")
    stamps = document.pages[0].stamps
    if item is None:
        top = subject.passage.lines[0].box.top if subject else 0.0
        alone = single_lines(stamps)
        found = [one for one in alone if is_date_line(one.text) and one.box.bottom < top]
        return first_date([Passage.of(found)], _STAMPED) if len(found) == 1 else None
    return _stamped_beside(item.passage.lines[0], document)


def _stamped_beside(place: Line, document: Document) -> Field | None:
    """The date stamped on the row of a line, behind วันที่ of a memo or สั่ง ณ วันที่ of an order."""
    pages = (page for page in document.pages if page.number == place.page)
    for stamp in (one for page in pages for one in page.stamps):
        for line in stamp.lines:
            level = abs(line.box.middle - place.box.middle) < max(line.box.height, place.box.height)
            if level and line.page == place.page and is_date_line(line.text):
                return first_date([Passage.of([line])], _STAMPED)
    return None


def _date_of_issue_number(blocks: Blocks) -> Field | None:
    """The date beside the number of an issue at the top of news: ฉบับที่ … วันที่ …"""
    own = blocks.items["date"].passage.lines if "date" in blocks.items else ()
    top = (*own, *blocks.title, *blocks.head, *_top(blocks))
    text = _pieces_of_text(blocks.body)
    alone = [line for line in top if is_issued(line.text) or _ISSUED.match(line.text)]
    return first_date(Passage.of([line]) for line in alone if line not in text)


def _top(blocks: Blocks) -> list[Line]:
    """The lines of the first rows of a text, which may be read in pieces."""
    return [line for row in rows(blocks.body)[:_TOP_OF_NEWS] for line in row.lines]


def _pieces_of_text(body: Sequence[Line]) -> list[Line]:
    """The pieces of a row that is read in pieces and runs on as text does: ระหว่างวันที่ ๑๙ - │๒๑
    ธันวาคม ๒๕๖๘ เวลา ๑๗.๐๐ │- ๒๑.๐๐ น. ณ จวนผู้ว่าราชการจังหวัด…"""
    found: list[Line] = []
    for row in rows(body):
        gaps = (other.box.left - one.box.right for one, other in pairwise(row.lines))
        if len(row.lines) > 1 and row.box.width > _TEXT and max(gaps) < _WORD_SPACE:
            found += row.lines
    return found


def _dateline(blocks: Blocks) -> Field | None:
    """The day that the text of news begins with: เชียงใหม่ - ๒๙ มีนาคม ๒๕๖๗ - ดร.…"""
    for line in _top(blocks):
        for day in find_dates(line.text)[:1]:
            if _PLACE.fullmatch(line.text[: day.start]) and _DASH.match(line.text[day.end :]):
                return first_date([Passage.of([line])])
    return None


def _tells_where_and_when(text: str) -> bool:
    """Whether a line is a place and the day and no more, as over the signature of a statement."""
    place = _FROM_WHERE.match(text)
    return place is not None and is_date_line(text[place.end() :])


def _last_date(document: Document, blocks: Blocks) -> Field | None:
    """The last line that is nothing but a date, at the end of statements and news."""
    lines = [line for line in document.lines[-_FOOT:] if is_issued(line.text)]
    if not lines:  # under its subject
        head = (*blocks.head, *_top(blocks))
        lines = [line for line in head if is_issued(line.text)][:1]
    if not lines and blocks.closing:
        above = document.lines[: document.lines.index(blocks.closing[0])][-1:]
        lines = [line for line in above if _tells_where_and_when(line.text)]
    if not lines:  # ณ ศาลากลางบ้าน… วันที่ ๑๔ มีนาคม ๒๕๖๗
        lines = [line for line in document.lines[-_FOOT:] if _SPOKEN_AT.match(line.text)]
    return first_date(Passage.of([line]) for line in lines[-1:])
