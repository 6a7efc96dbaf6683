"""Notes of the program are read in Thai on Thai pages."""

from __future__ import annotations

import re

import pytest

from extractors import letterhead, number_doubts, record, worn_day, written
from extractors.doubt.reasons import REASONS
from extractors.issuer import foot as issuer_foot
from extractors.record import Field
from index.corrections.fold import _field
from index.corrections.model import Correction
from pipeline import scan, spreadsheet_file
from pipeline.intake import pdf_check
from pipeline.word import file as word_file
from saraban.notes import in_thai

_ENGLISH = re.compile(r"[a-z]{3,}")


def constants(*modules: object) -> list[str]:
    """The notes that modules keep as constants of their own."""
    found = [vars(module) for module in modules]
    named = [value for names in found for key, value in names.items() if key.lstrip("_").isupper()]
    return [one for one in named if isinstance(one, str) and len(_ENGLISH.findall(one)) > 3]


@pytest.mark.parametrize(
    "note",
    [
        *constants(number_doubts, letterhead, issuer_foot, worn_day),
        *REASONS,
        *constants(pdf_check, scan, spreadsheet_file, word_file),
        "นาย: a listed name stands behind it",
        "ศธ: an office's letters bear no mark",
        "Part of it is written by hand or stamped, not printed (written in letters)",
        "month read as กุมภาพันธุ์, taken for กุมภาพันธ์",
        "Part of it is written by hand or stamped, not printed (in another ink, off the line); "
        "read as print, the part was “๑๒”. The likeliest reading is กข 12/3 (61%); others: กข 12/8 "
        "(under 1%).",
        f"{written.WITNESSED}กค 0402.5/ว 45 cites this number; what is printed here agrees with "
        "the citation. Part of it is written by hand or stamped, not printed (not read surely).",
        "Listed on page 3 but read into no committee: นายสมชาย ใจดี, นางสมศรี ใจงาม and 4 more.",
        "its pages lay as 2, 1 in the file and were put in the order of their page numbers",
        "turned 90 degrees clockwise to stand upright",
    ],
)
def test_nothing_english_is_left(note: str) -> None:
    said = in_thai(note.format(code="กข") if "{code}" in note else note.replace("{}", "กรมทดสอบ"))
    assert not _ENGLISH.findall(re.sub("PDF|Word|Office|Adobe XFA", "", said)), said


def test_what_stands_in_a_note_is_kept_its_days_as_people_write_them() -> None:
    note = "Witnesses disagree: กข 12/3 states 2021-02-15; กข 12/4 states 2021-02-16."
    assert in_thai(note) == "พยานไม่ตรงกัน: กข 12/3 ระบุ 15 ก.พ. 2564; กข 12/4 ระบุ 16 ก.พ. 2564."


def test_what_a_person_wrote_is_told_in_thai() -> None:
    said = Correction(1, "2021-04-22T01:00:00Z", "สมหญิง", "0", 1, "value", after={"value": "ก"})
    for read, told in ((Field(text="ข", value="ข"), "เครื่องอ่านได้ “ข”"), (None, "เครื่องไม่ได้อ่านอะไร")):
        note = _field(read, "ก", said).note or ""
        assert note.startswith(record.BY_A_PERSON)
        assert in_thai(note) == f"โดยบุคคล: สมหญิง เขียนไว้เมื่อ 22 เม.ย. 2564 {told}"


def test_a_note_that_no_table_has_stays_as_it_is() -> None:
    assert in_thai("something else") == "something else"
