"""The date of a stamped letter (ประทับตรา): below its text, on a line of its own, or in its seal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from extractors.dated_field import RIVALS, first_date, is_day_alone, with_its_day
from extractors.dates import THAI_MONTH, find_dates, is_date_line, month_number
from extractors.head.blocks import says_received, stamp_lines
from extractors.kind import read_kind
from extractors.receipt import read_receipts
from extractors.record import Field, doubted
from extractors.text.offices import name_end, starts_office
from extractors.text.passage import Passage
from extractors.worn_day import worn_day
from pipeline.layout import Row, rows
from pipeline.models import Document, Line
from pipeline.thai_digits import arabic

_FULL_LINE = 0.85  # of the page's width: where a full line ends at least
_INDENT = 0.03  # of the page's width: less is the same margin
_WORD_SPACE = 0.05  # of the page's width: wider gaps part what does not belong together
_LONGEST_OFFICE = 60  # characters
# กระทรวง…ภายในวันศุกร์ที่ │๓๐ สิงหาคม: the end of a sentence, though it begins with an office
_DAY_OF_TEXT = re.compile(r"(?:ภายใน|ก่อน|ระหว่าง|ตั้งแต่|ไม่เกิน|ใน|ถึง|เมื่อ|ลง)\s?(?:วัน\S{0,10})?$")
_INK = " |/)(."  # what the edge of a seal is read as
# ๒๒ เมษายน ๒ | ๑๓ สิงหาคม ๒๕:๗: the edge of a seal runs through the year
_YEARLESS = re.compile(
    rf"(?:\W*|\W*[ก-๎]{{2,8}} ?ณ ?วันที่\s*)(?P<day>[\d๐-๙]{{1,2}})\s+(?P<month>{THAI_MONTH})\s*"
    r"(?:พ\s?\.\s?ศ\s?\.\s*)?(?P<rest>.{0,8})"
)
_YEAR = re.compile(r"\W*(?:[๐-๙]{4}|[0-9]{4})\W*")  # of one kind of digits
_CENTURY = "25"
_NEAR = 200  # days between a letter's date and what else it tells, at most, to tell its year
_HIDDEN = "its year was not read surely; by the other days told it is {}"


def foot_date(document: Document) -> Field | None:
    """The date below the text of a stamped letter; None of other papers.

    A date on which a paragraph ends is none, nor is the day on which it was received; of several
    it is the first that is not later than that day.
    """
    if read_kind(document) != "stamped_letter":
        return None
    received = min((one.date for one in read_receipts(document) if one.date), default=None)
    alone = _standing_alone(document)
    dated = [line for line in alone if is_date_line(line.text) or _signs_and_dates(line.text)]
    whole = [line for line in dated if not _is_year_cut(line.text)]
    own = [with_its_day(line, document.lines) for line in whole]
    printed, sealed = _first_dated(own, received), _date_in_seal(document)
    if printed and sealed and printed.value != sealed.value:
        return doubted(sealed, RIVALS.format(printed.value))
    pressed = [
        line
        for page in document.pages
        for lines in (*(stamp.lines for stamp in page.stamps), page.marks)
        if not says_received(lines)
        for line in lines
        if is_date_line(line.text)
    ]
    found = sealed or printed or _first_dated(map(_alone, pressed), received)
    return found or year_completed(alone, document, received) or worn_day(document, received)


def _standing_alone(document: Document) -> list[Line]:
    """The lines that neither end a paragraph nor follow other print on their row."""
    among = set(map(id, stamp_lines(document.lines)))
    printed = rows(line for line in document.lines if id(line) not in among)
    return [
        line
        for above, row in zip((None, *printed), printed, strict=False)
        for place, line in enumerate(row.lines)
        if not (above and _ends_paragraph(above, line))
        if not (place and _follows(row.lines[place - 1], line))
    ]


def _follows(left: Line, line: Line) -> bool:
    """Whether a line goes on with the print left of it; a day before its month is of one date."""
    near = line.box.left - left.box.right < _WORD_SPACE
    return near and not (is_day_alone(left.text) and is_date_line(line.text))


def _ends_paragraph(above: Row, line: Line) -> bool:
    """Whether a line takes up the text of the row above, which runs to the margin."""
    full = above.box.right > _FULL_LINE and above.box.width > _FULL_LINE / 2
    same_page = line.page == above.lines[0].page
    return full and same_page and line.box.left < above.box.left + _INDENT


def _signs_and_dates(text: str) -> bool:
    """Whether a line is an office and a date: กองคลัง  ๑๕ มี.ค. ๖๖"""
    dates = find_dates(text)
    if len(dates) != 1 or text[dates[0].end :].strip(" .") or not starts_office(text):
        return False
    office = text[: dates[0].start].strip()
    if _DAY_OF_TEXT.search(office):
        return False
    return len(office) < _LONGEST_OFFICE and name_end(office) == len(office)


def _date_in_seal(document: Document) -> Field | None:
    """The date in the seal of a stamped letter, beside the name of an office; no received stamp."""
    for page in document.pages:
        for stamp in page.stamps:
            office = any(starts_office(line.text) for line in stamp.lines)
            if office and not says_received(stamp.lines):
                dated = [line for line in stamp.lines if is_date_line(line.text.strip(_INK))]
                if dated:
                    return _first_dated(map(_alone, dated))
    return None


def _first_dated(places: Iterable[Passage], received: str | None = None) -> Field | None:
    """The first date, of several the first that is no later than the day of receipt."""
    read = (first_date([place]) for place in places)
    dates = [one for one in read if one]
    in_time = (one for one in dates if received is None or one.value <= received)
    return next(in_time, dates[0] if dates else None)


def _alone(line: Line) -> Passage:
    return Passage.of([line])


def _is_year_cut(text: str) -> bool:
    """Whether a stroke crosses the year: Thai and Arabic digits stand in it (๒๕๖3), or no more than
    its first two (๒๕)."""
    cut = _YEARLESS.fullmatch(text)
    digits = [sign for sign in cut["rest"] if sign.isdigit()] if cut else []
    return len({sign.isascii() for sign in digits}) > 1 or arabic("".join(digits)) == _CENTURY


def year_completed(
    lines: Sequence[Line], document: Document, received: str | None = None
) -> Field | None:
    """A date whose year the edge of a seal hides, or the signature below it: of the years that make
    it a day not after it was received, or near to another day that the text tells, the nearest."""
    told = [
        one.value
        for line in document.lines
        if not _is_year_cut(line.text)
        for one in find_dates(line.text)
        if one.value and one.precision == "day"
    ]
    days = [date.fromisoformat(one) for one in ([received] if received else told)]
    for line in reversed(lines):
        cut = _YEARLESS.fullmatch(line.text)
        if cut is None or _YEAR.fullmatch(cut["rest"]):
            continue
        may = [
            (abs((other - own).days), own)
            for other in days
            for year in (other.year - 1, other.year, other.year + 1)
            if (own := _day_in(year, cut)) and (received is None or own <= other)
        ]
        if may and min(may)[0] <= _NEAR:
            value = min(may)[1].isoformat()
            field = Field.of(Passage.of([line]).cut(cut.start("day"), len(line.text)), value)
            return doubted(field, _HIDDEN.format(value[:4]))
    return None


def _day_in(year: int, cut: re.Match[str]) -> date | None:
    try:
        return date(year, month_number(arabic(cut["month"])) or 0, int(arabic(cut["day"])))
    except ValueError:
        return None
