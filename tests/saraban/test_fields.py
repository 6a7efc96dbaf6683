"""Which fields of a document a clerk is asked to compare with the paper."""

from typing import Any

import pytest

from extractors.record import Citation, Field, Record, Report
from extractors.text.passage import Evidence
from pipeline.models import Box
from saraban.fields import doubts, rows


def field(text: str, confidence: float, note: str | None = None) -> Field:
    return Field.of(Evidence(text, 1, Box(0.1, 0.1, 0.4, 0.12), confidence), note=note)


def document(**fields: object) -> dict[str, object]:
    record = Record(pages=(1, 1), kind="external_letter", circular=False, template=False, **fields)
    return record.model_dump(mode="json")


def test_what_was_read_surely_is_not_asked_about() -> None:
    assert doubts(document(number=field("กข ๐๐๑๒/๓", 0.95))) == []


def test_a_faint_number_and_a_noted_subject_are_named_in_the_order_of_the_letter() -> None:
    faint = document(number=field("กข ๐๐๑๒/๓", 0.4), subject=field("ขอเชิญประชุม", 0.9, "repaired"))
    assert doubts(faint) == ["ที่", "เรื่อง"]


def test_the_second_of_several_names_the_field_once() -> None:
    cited = [
        Citation(role="reference", text="x", issuer=None, number=n, date=None, confidence=c)
        for n, c in (("กข 1/1", 0.9), ("กข 1/2", 0.3), ("กข 1/3", 0.2))
    ]
    assert doubts(document(citations=tuple(cited))) == ["อ้างถึง"]


HEADING = ("ที่", "กิจกรรม", "ผล", "ปัญหา")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, ""),
        ({"rows": (HEADING, ("1", "อบรม", "ทำแล้ว", ""), ("2", "ตรวจ", "ทำแล้ว", ""))}, ""),
        ({"rows": (HEADING, ("1", "-", "-", "-"))}, ""),  # nothing to tell is told
        ({"reporting_unit": None}, "หน่วยงาน"),
        ({"as_of": None}, "วันที่ของข้อมูล"),
        ({"rows": (HEADING, ("1", "", "....", ""), ("2", "", "", ""))}, "ตาราง"),
        ({"rows": (HEADING, ("1", "อบรม", "", ""), ("2", "", "", ""))}, "5 จาก 6 ช่องในตาราง"),
    ],
)
def test_a_report_that_is_blank_or_half_filled_is_said_to_be_so(
    changed: dict[str, Any], told: str
) -> None:
    filled = {
        "title": "แบบรายงาน",
        "reporting_unit": "จังหวัดเลย",
        "as_of": "2021-04-20",
        "period": None,
        "rows": (HEADING, ("1", "อบรม", "ทำแล้ว", "ไม่มี")),
    }
    report = Report(**{**filled, **changed})
    (row,) = (one for one in rows(document(report=report)) if one.name == "รายงาน")
    assert row.doubt == (f"กรอกไม่ครบ ว่างไว้: {told}" if told else "")
    assert doubts(document(report=report)) == (["รายงาน"] if told else [])


def test_a_blank_form_that_a_letter_encloses_is_no_fault() -> None:
    form = Report(title="แบบรายงาน", reporting_unit=None, as_of=None, period=None, rows=(HEADING,))
    blank = {**document(report=form), "template": True}
    assert doubts(blank) == []
