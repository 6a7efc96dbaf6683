"""A report form, blank or filled: what it reports on, for whom, as of when, and its table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from extractors.committee.columns import cell_text, is_grid
from extractors.dates import find_dates
from extractors.head.blocks import cut_blocks
from extractors.kind import REPORTING
from extractors.obligations.times.frequency import find_frequency
from extractors.periods import find_period, fiscal_year, period_before
from extractors.record import Frequency, Kind, Period, Report
from extractors.subject import title_lines
from extractors.text.clauses import body_rows, tidy
from extractors.text.offices import name_end
from pipeline.layout import Row, join_wrapped
from pipeline.models import Document, Line, Page
from pipeline.thai_digits import arabic

# The unit that reports, on a line of its own; what stands before the colon is no part of its name.
# จังหวัด.....แพร่..... | จังหวัดแพร่ | หน่วยงาน : โรงพยาบาล… | ชื่อโรงเรียน ....
_UNIT = re.compile(
    r"^(?:(?P<label>(?:ชื่อ)?\s?(?:หน่วยงาน|ส่วนราชการ|สถานศึกษา|หน่วยงานที่รายงาน|หน่วยงานผู้รายงาน|ผู้รายงาน))"
    r"|(?:ชื่อ)?(?P<kind>จังหวัด|อำเภอ|เทศบาล(?:ตำบล|เมือง|นคร)?|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|อบต\.|อบจ\."
    r"|โรงเรียน|โรงพยาบาล(?:ส่งเสริมสุขภาพตำบล)?|สำนักงาน|วิทยาลัย|มหาวิทยาลัย|กรม|ศูนย์|สถานี|กอง))"
    r"(?P<name>.*)$"
)
_MORE_THAN_A_NAME = re.compile(r"รายงาน|ผลการ|ตาม|ประจำ|ข้อมูล|ปีงบ|จำนวน|ไตรมาส|การดำเนิน")
_BELONGS = re.compile(r"\s+(?:ใน)?สังกัด")  # โรงเรียน… สังกัด สพป.…
# อำเภอ...........จังหวัดน่าน: the blank is the unit, what follows is where it lies
_BLANK_BEFORE = re.compile(r"[\s.…_]{3,}(?:ตำบล|อำเภอ|จังหวัด|สังกัด|เขต|ประจำ|[^ก-๙]*$)")
_PARTED = re.compile(r"(?<=\s)(ตำบล|อำเภอ|จังหวัด)\s+(?=[ก-ฮเ-ไ])")  # จังหวัด....น่าน....
_LONGEST_NAME = 80
_AS_OF = re.compile(r"ณ\s*วันที่|ข้อมูล\s*(?:ณ|วันที่)|สิ้นสุด\s*ณ|วันที่รายงาน")
_LEADERS = re.compile(r"(?:[.…_]\s?){2,}|…|_+")
_TOP = 12  # lines above the table among which the unit and the date stand
_ROW_NUMBER = re.compile(r"\d{1,4}[.)]?")
_COUNTS = re.compile(r"(?:ที่|ลำดับ|ข้อ|No\.?)")  # heads a column of row numbers
_TOTAL = re.compile(r"(?:ผล|ยอด)?รวม")
_ABBREVIATED = re.compile(r"(?:^|.*\s)(?:[ก-๎]{1,4}\.){2,}", re.DOTALL)  # เม.ย. | ปี พ.ศ.
_FIGURE = re.compile(r"[\d\s.,%/()+-]+")
_TABLE_END = re.compile(r"^(?:หมายเหตุ|ลงชื่อ|\(|ผู้รายงาน|ผู้รับรอง|ขอรับรอง|ข้อมูล\s*ณ|\*)")
_SAYS_QUARTER = re.compile(r"ไตรมาส(?:ที่)?\s*[1-4]")
_FEWEST_COLUMNS = 3
# แบบตรวจสภาพท่าเทียบเรือ | แบบฟอร์มบันทึกอุณหภูมิตู้เย็น: with a table, what was found is reported
_CHECKS = re.compile(r"แบบ(?:ฟอร์ม)?(?:ตรวจ|บันทึก|เก็บข้อมูล|จัดเก็บ|คัดกรอง|เฝ้าระวัง)")


def read_report(document: Document, kind: Kind) -> Report | None:
    """The report of a form or a report; None for other kinds."""
    if kind not in ("form", "report"):
        return None
    blocks = cut_blocks(document)
    title_text = " ".join(line.text for line in blocks.title)
    reports = REPORTING.search(title_text) or title_text.startswith("บัญชี")
    if kind == "form" and not reports and not (_CHECKS.match(title_text) and _rows(document)):
        return None  # a form to apply, to reply or to be paid with reports on nothing
    title = _title(title_lines(blocks.title, kind)) if blocks.title else ()
    top = [line for line in document.pages[0].lines if line not in title]
    head = _before_table(document.pages[0], top)[:_TOP]
    name = tidy(join_wrapped([line.text for line in title]))
    as_of = _as_of(head) or _as_of(document.pages[-1].lines)
    heads = [name, *(line.text for line in head)]
    return Report(
        title=_LEADERS.sub(" ", name).strip() or None,
        reporting_unit=_unit(head),
        as_of=as_of,
        period=_period(" ".join(heads), as_of),
        rows=_rows(document),
    )


def _title(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of the title above the unit that reports (หน่วยงาน : …)."""
    for place, line in enumerate(lines):
        unit = _UNIT.match(line.text.strip())
        if place and unit and (unit["label"] or _LEADERS.search(line.text)):
            return lines[:place]
    return lines


def _before_table(page: Page, lines: Sequence[Line]) -> list[Line]:
    tops = [table.box.top for table in page.tables if is_grid(table)]
    edge = min(tops, default=1.0)
    return [line for line in lines if line.box.middle < edge]


def _unit(lines: Sequence[Line]) -> str | None:
    """The unit that the form names; None where it is left blank, whatever it lies in."""
    blank = False
    for line in lines:
        text = line.text.strip()
        match = _UNIT.match(text)
        if match is None or len(text) > _LONGEST_NAME or _AS_OF.search(text):
            continue
        name = tidy(_LEADERS.sub(" ", match["name"])).strip(" .:：-–")
        if match["kind"] and (not name or _BLANK_BEFORE.match(match["name"])):
            blank = True
        if not name or _MORE_THAN_A_NAME.search(name) or (blank and match["kind"]):
            continue
        name = _PARTED.sub(r"\1", arabic(_BELONGS.split(name)[0]))
        if match["label"]:
            return name
        return match["kind"] + (
            name if match["kind"] == "อำเภอ" else name[: name_end(name)].strip()
        )
    return None


def _as_of(lines: Sequence[Line]) -> str | None:
    """The date of ข้อมูล ณ วันที่; None if a part of it is left blank."""
    for place, line in enumerate(lines):
        found = _AS_OF.search(line.text)
        if found is None:
            continue
        below = [other.text for other in lines[place + 1 :] if other.box.middle < line.box.bottom]
        text = " ".join([line.text[found.start() :], *below])
        return next((day.value for day in find_dates(text) if day.precision == "day"), None)
    return None


def _period(text: str, as_of: str | None) -> Period | None:
    """The period that the head names, else the last that had ended on the day of the data.

    Data as of the last day of a quarter are that quarter's. A form that does not say how often it
    is filled in is taken to be quarterly.
    """
    day = date.fromisoformat(as_of) if as_of else None
    after = day + timedelta(days=1) if day else None
    named = find_period(text, near=day)
    whole_year = named is not None and named == fiscal_year(named.fiscal_year)
    if named is None and _SAYS_QUARTER.search(arabic(text)):
        return None  # ไตรมาสที่ ๑ - ๓, or one whose months are another's
    if after is None or (named is not None and not whole_year):
        return named
    often: Frequency = find_frequency(text) or "quarterly"
    return named if named and often == "yearly" else period_before(after, often)


def _rows(document: Document) -> tuple[tuple[str, ...], ...]:
    """The table with its heading first; a heading repeated on the next page is left out."""
    found: list[tuple[str, ...]] = []
    for page in document.pages:
        for part in _tables(page):
            if found and part[0] == found[0]:
                part = part[1:]
            found += part
    return tuple(found)


def _tables(page: Page) -> list[list[tuple[str, ...]]]:
    grids = [table for table in page.tables if is_grid(table)]
    if not grids:
        spaced = _spaced(page)
        return [spaced] if spaced else []
    return [
        [
            tuple(_cell(cell_text(cell), heading=place == 0) for cell in row)
            for place, row in enumerate(table.rows)
        ]
        for table in grids
    ]


def _cell(text: str, heading: bool = False) -> str:
    """A cell's value: figures in Arabic digits, words as printed; a heading's last dot is none,
    but where it ends an abbreviation."""
    plain = tidy(text).strip("|¦ ")
    if heading:
        figures = _FIGURE.fullmatch(arabic(plain))
        bare = arabic(plain).rstrip(".") if figures else plain.strip(". ")
        return plain.lstrip(". ") if _ABBREVIATED.fullmatch(plain) else bare
    if _ROW_NUMBER.fullmatch(arabic(plain)):
        return arabic(plain).rstrip(".)")
    return arabic(plain) if plain and _FIGURE.fullmatch(arabic(plain)) else plain


def _spaced(page: Page) -> list[tuple[str, ...]]:
    """A table without rules: columns stand where the heading's do, a number begins each row."""
    all_rows = body_rows(page)
    start = next((i for i, row in enumerate(all_rows) if len(row.lines) >= _FEWEST_COLUMNS), None)
    if start is None:
        return []
    columns = all_rows[start].lines
    counted = _COUNTS.match(columns[0].text.strip()) is not None
    below = [line.text for row in all_rows[start + 1 :] for line in row.lines if len(row.lines) > 1]
    figures = (_FIGURE.fullmatch(arabic(text)) and re.search(r"\d", text) for text in below)
    if not counted and not any(figures):
        return []  # วันที่      เดือน      พ.ศ.: the blanks of a form, no columns
    parts: list[list[list[str]]] = []
    for row in all_rows[start:]:
        first = row.lines[0]
        if _TABLE_END.match(first.text.strip()):
            break
        numbered = _ROW_NUMBER.fullmatch(arabic(first.text.strip())) is not None
        begins = numbered or _TOTAL.match(first.text.strip()) is not None
        if not counted and len(row.lines) > max(1, len(columns) // 2):
            begins = True  # rows without numbers, each with something in most columns
        if not parts or (begins and _column_of(first, columns) == 0):
            parts.append([[] for _ in columns])
        elif len(row.lines) == 1 and len(parts) > 1 and _spans(row, columns):
            break
        for line in row.lines:
            parts[-1][_column_of(line, columns)].append(line.text)
    return [
        tuple(_cell(join_wrapped(cell), heading=place == 0) for cell in part)
        for place, part in enumerate(parts)
    ]


def _column_of(line: Line, columns: Sequence[Line]) -> int:
    """The column whose heading overlaps a line most, or starts nearest to it."""

    def fit(place: int) -> tuple[float, float]:
        heading = columns[place].box
        overlap = min(heading.right, line.box.right) - max(heading.left, line.box.left)
        return (-max(0.0, overlap), abs(heading.left - line.box.left))

    return min(range(len(columns)), key=fit)


def _spans(row: Row, columns: Sequence[Line]) -> bool:
    """Whether a line runs through more than two columns: text again, no cell."""
    box = row.box
    return (
        sum(column.box.left < box.right and box.left < column.box.right for column in columns) > 2
    )
