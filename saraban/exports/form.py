"""A directive's own report form, made ready for one unit and period."""

from __future__ import annotations

from pathlib import Path

from extractors.record import Period
from index.filed import Filed
from index.official import full_date
from pipeline.errors import NotFound
from saraban.exports import word
from saraban.words import thai_period

_PAPER = 16.0  # centimetres between the margins
_NARROW = 1.2  # of a column of running numbers
_BLANK_ROWS = 3


def write_form(path: Path, form: Filed, unit: str, period: Period | None, due: str | None) -> None:
    """Write the form with its title, columns and note, the unit and period filled in, the rest
    blank. Raises NotFound if nothing of a form was read, OSError."""
    read = form.record.report
    if read is None or not read.rows:
        raise NotFound(
            f"{form.id} is no form with columns, so none can be filled in from it.",
            code="no_form",
        )
    page = word.new_page()
    word.line(page, read.title or form.subject or "แบบรายงาน", bold=True, centred=True)
    word.line(page, unit, bold=True, centred=True)
    if period is not None:
        word.line(page, thai_period(period.model_dump()), centred=True)
    word.line(page, "ข้อมูล ณ วันที่ " + "." * 40, centred=True)
    word.line(page)
    heading = read.rows[0]
    blank = [row for row in read.rows[1:] if not any(cell.strip() for cell in row[1:])]
    empty = [""] * (len(heading) - 1)
    rows = blank or [(str(number), *empty) for number in range(1, _BLANK_ROWS + 1)]
    word.ruled(page, [heading, *rows], _widths(heading))
    word.line(page)
    if due:
        word.line(page, f"กำหนดส่ง : ภายในวันที่ {full_date(due)}")
    for obligation in form.record.obligations:
        word.line(page, f"หมายเหตุ : {obligation.text}")
    page.save(str(path))


def _widths(heading: tuple[str, ...]) -> list[float]:
    """A narrow column for running numbers, the others alike."""
    numbered = len(heading) > 1 and heading[0].strip() in ("ที่", "ลำดับ", "ลำดับที่", "ข้อ")
    rest = len(heading) - numbered
    wide = (_PAPER - _NARROW * numbered) / rest
    return [_NARROW] * numbered + [wide] * rest
