"""How often a rule holds on papers never seen depends on what guided it there."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.doubt.carry_over import carried, formula
from extractors.doubt.forms import is_odd
from extractors.text import table
from pipeline.models import Box, Line


def line(text: str) -> Line:
    return Line(text, 1, Box(0.1, 0.1, 0.5, 0.12))


def named(value: str, **more: Any) -> dict[str, Any]:
    return {"value": value, **more}


def asked(action: str, first_due: str | None = None) -> dict[str, Any]:
    return {"action": action, "first_due": first_due}


def cited(role: str = "body", **more: Any) -> dict[str, Any]:
    told = {"number": None, "date": None, "kind": None, "issuer": None}
    return {"role": role, **told, **more}


@pytest.mark.parametrize(
    ("field", "value", "kind", "printed", "told"),
    [
        ("subject", named("ขอเชิญประชุม"), "memo", "เรื่อง ขอเชิญประชุม", "subject"),
        ("subject", named("น้ำท่วมตลาด"), "news", "น้ำท่วมตลาด", "subject, by its place"),
        ("subject", named("แบบตอบรับ"), "form", "แบบตอบรับ", "subject, of a form or report"),
        ("subject", named("ว่าด้วยตลาด พ.ศ. 2566"), "bylaw", "ว่าด้วยตลาด", "subject"),
        ("signatory", named("นายสมชาย ใจดี"), "form", "", "signatory, of a form"),
        ("recipients", named("ทุกอำเภอ"), "stamped_letter", "ถึง ทุกอำเภอ", "recipients"),
        ("recipients", named("ความเป็นมา"), "memo", "ความเป็นมา", "recipients, of no form"),
        (
            "citations",
            cited(number="19/2567", date="2024-01-10", kind="order"),
            "memo",
            "",
            "citations",
        ),
        # ภาคเรียนที่ 1/2567: no word says that it is a paper
        ("citations", cited(number="1/2567"), "memo", "", "citations, in part"),
        ("citations", cited(date="2024-01-10", kind="memo"), "memo", "", "citations, in part"),
        ("citations", cited("reference", kind="regulation"), "memo", "", "citations"),
        # ประกาศจังหวัดน่าน ลงวันที่ ๙ มกราคม ๒๕๖๗: an announcement seldom bears a number
        (
            "citations",
            cited(date="2024-01-09", kind="announcement", issuer="จังหวัดน่าน"),
            "memo",
            "",
            "citations",
        ),
        ("citations", cited("reference", kind="order"), "memo", "", "citations, in part"),
        ("issuer", named("จังหวัดแพร่"), "report", "จังหวัดแพร่", "issuer, of a free sheet"),
        ("issuer", named("จังหวัดแพร่"), "order", "คำสั่งจังหวัดแพร่", "issuer"),
        ("date", named("2024-07-05"), "other", "", "field, of a sheet of no kind"),
        ("signatory", {"name": "นาย ก"}, "minutes", "", "signatory"),
        ("obligations", asked("attend", "2026-01-05"), "order", "", "obligations, dated"),
        ("obligations", asked("reply"), "order", "", "obligations"),
        ("obligations", asked("monitor"), "order", "", "obligations, unnamed"),
    ],
)
def test_what_guided_a_rule(
    field: str, value: dict[str, Any], kind: str, printed: str, told: str
) -> None:
    assert formula(field, value, kind, [line(printed)]) == told
    assert 0 < carried(field, value, kind, [line(printed)]) < 1


def test_an_issuer_of_a_free_sheet_that_something_vouches_for_is_as_good_as_a_letters() -> None:
    issuer = named("โรงพยาบาลท่าไม้")
    over_it = [line("โรงพยาบาลท่าไม้")]
    assert formula("issuer", issuer, "certificate", over_it, sureness=1.0) == "issuer"
    assert formula("issuer", issuer, "certificate", over_it, 0.74) == "issuer, of a free sheet"
    assert formula("issuer", issuer, "form", over_it, 1.0) == "issuer, of a free sheet"


def test_a_title_of_minutes_that_tells_which_meeting_is_one_of_the_regulation() -> None:
    told = named("รายงานการประชุมสภา ครั้งที่ 2/2567")
    assert formula("subject", told, "minutes", [line(told["value"])]) == "subject"
    cut = named("รายงานการประชุมสภา")
    assert formula("subject", cut, "minutes", [line(cut["value"])]) == "subject, by its place"


def test_the_judge_has_told_how_far_a_letters_request_is_believed() -> None:
    assert carried("obligations", asked("reply"), "memo", [line("")]) == 1.0


def test_the_shares_are_what_the_counts_allow_at_least() -> None:
    for row in table.rows("carry_over"):
        right, told = int(row["right"]), int(row["told"])
        assert float(row["share"]) <= right / told or row["formula"] == "obligations, unnamed"
        assert right <= told


def test_a_received_stamp_of_which_a_part_was_not_read_is_odd() -> None:
    whole = {"office": None, "number": "203", "date": "2025-03-25", "time": None}
    assert not is_odd("receipts", whole)
    assert is_odd("receipts", {**whole, "date": None})
    assert is_odd("receipts", {**whole, "number": None})


@pytest.mark.parametrize(
    ("field", "value", "odd"),
    [
        ("subject", "ขออนุมัติจัดหาพัสดุจึงเสนอมาเพื่อกรุณาพิจารณา", True),
        ("subject", "ขอเรียนเชิญเป็นวิทยากร", False),
        ("subject", "ระเบียบว่าด้วยตลาด พ.ศ. 2568 หลักการ ให้มีระเบียบ", True),
        ("recipients", "ผู้จัดการสาขาทุกสาขาเลขที่", True),  # the word for the next item
        ("subject", "การดูแลนักท่องเที่ยว × × × × ×", True),
        ("subject", "การประชุม (ครั้งที่ 2) - วาระพิเศษ, พ.ศ. 2568", False),
        ("recipients", "เจ้าหน้าที่ผู้รับผิดชอบพื้นที่", False),
        ("subject", "การประชุมผู้วาราชการจังหวัด", True),
        ("subject", "ระเบียบว่าด้วยตลาด (ฉบับที่ 2) พ.ศ. 2568", False),
        ("subject", "แบบรายงานเด็กออกกลางคันปีการศึกษา", True),  # which is to be filled in
        ("issuer", "กระทรวงการพัฒนาสังคม", True),  # …และความมั่นคงของมนุษย์ was not read
        ("issuer", "กระทรวงพาณิชย์กองประชาสัมพันธ์", True),
        ("issuer", "สำนักงานปลัดกระทรวงพาณิชย์", False),
        ("issuer", "สำนักงานปลัดกระทรวง", True),  # of which?
        ("issuer", "สำนักงานคณะกรรมการ", True),
        ("subject", "ขอ" + "ให้ส่งรายงาน" * 20, True),  # longer than two rows
    ],
)
def test_a_value_that_broke_off_or_ran_on_is_odd(field: str, value: str, odd: bool) -> None:
    assert is_odd(field, named(value)) is odd
