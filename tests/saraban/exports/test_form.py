"""A form made ready for a unit: its own columns and note, the unit and period filled in."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from extractors.record import Obligation, Period, Record, Report
from index.filed import Filed
from pipeline.errors import FileRefused, NotFound
from saraban.exports.form import write_form
from saraban.exports.forms import write_each

PERIOD = Period(fiscal_year=2564, quarter=2, start="2021-01-01", end="2021-03-31")


def form(rows: tuple[tuple[str, ...], ...]) -> Filed:
    note = Obligation(clause=None, action="report", text="ส่งแบบรายงานทุกไตรมาส")
    report = Report(title="แบบสำรวจบ่อน้ำ", reporting_unit=None, as_of=None, period=None, rows=rows)
    record = Record(
        pages=(1, 1),
        kind="form",
        circular=False,
        template=True,
        obligations=(note,),
        report=report,
    )
    return Filed("aa-2", "a" * 64, 2, "form.pdf", "2021-02-20T00:00:00Z", record)


def test_a_form_for_one_unit(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    rows = (("ที่", "บ่อ", "ความลึก"), ("1", "", ""), ("2", "", ""))
    write_form(path, form(rows), "จังหวัดเลย", PERIOD, "2021-04-25")
    made = docx.Document(str(path))
    text = "\n".join(paragraph.text for paragraph in made.paragraphs)
    assert text.startswith("แบบสำรวจบ่อน้ำ\nจังหวัดเลย\nไตรมาส ๒/๒๕๖๔\nข้อมูล ณ วันที่ ....")
    assert "ภายในวันที่ ๒๕ เมษายน ๒๕๖๔" in text
    assert "หมายเหตุ : ส่งแบบรายงานทุกไตรมาส" in text
    (table,) = made.tables
    read = [[cell.text for cell in row.cells] for row in table.rows]
    assert read == [["ที่", "บ่อ", "ความลึก"], ["๑", "", ""], ["๒", "", ""]]


def test_what_has_no_columns_is_no_form(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no form"):
        write_form(tmp_path / "form.docx", form(()), "จังหวัดเลย", PERIOD, None)


def test_a_form_that_is_filled_in_is_never_written_over(tmp_path: Path) -> None:
    """Nor does what one clause asks for take the place of what another does."""
    blank = form((("ที่", "บ่อ"), ("1", "")))
    line = {"unit": "จังหวัดเลย", "period": PERIOD.model_dump(), "clause": "3", "due": "2021-04-25"}
    written = write_each(blank, [line, {**line, "clause": "4"}], tmp_path)
    assert len(set(written)) == 2
    written[0].write_bytes(b"filled in")
    with pytest.raises(FileRefused, match="is not written over"):
        write_each(blank, [line], tmp_path)
    assert written[0].read_bytes() == b"filled in"
