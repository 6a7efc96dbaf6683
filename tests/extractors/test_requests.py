"""How letters ask: by request, by order, by invitation; and which asking is somebody else's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.obligations.rules import read_obligations
from extractors.obligations.times.due_after import is_due_after_receipt
from extractors.obligations.times.held_days import find_meeting_day
from pipeline.models import Document

_HEAD = "ที่ กข ๐๑๐๑/ว ๑\nเรื่อง ตัวอย่าง\nเรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด\nด้วยกรมตัวอย่างมีภารกิจติดตามงาน\n"
_FOOT = "\nจึงเรียนมาเพื่อโปรดพิจารณา\nขอแสดงความนับถือ\n(นายเอก มั่นคง)\nอธิบดีกรมตัวอย่าง"

Asked = tuple[str, str | None, str | None]  # action, frequency, first due


def asked(document: Document) -> list[Asked]:
    found = read_obligations(document, "external_letter", "2024-02-10")
    return [(one.action, one.frequency, one.first_due) for one in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "จึงเรียนเชิญท่านหรือผู้แทนเข้าร่วมการประชุมชี้แจง ในวันพฤหัสบดีที่ ๒๙ กุมภาพันธ์ ๒๕๖๗ เวลา ๑๓.๓๐ น.",
            [("attend", "once", "2024-02-29")],
        ),
        (
            "จึงขอให้ท่านจัดส่งเจ้าหน้าที่เข้ารับการฝึกอบรม ระหว่างวันที่ ๑๑ - ๑๕ มีนาคม ๒๕๖๗ ณ ศูนย์ฝึกอบรม"
            " และแจ้งยืนยันภายในวันที่ ๒๓ กุมภาพันธ์ ๒๕๖๗",
            [("attend", "once", "2024-03-11"), ("reply", "once", "2024-02-23")],
        ),
        (
            "ให้อำเภอทุกอำเภอรายงานสถานการณ์ภัยแล้งเป็นประจำทุกเดือน ไปยังสำนักงานจังหวัด",
            [("report", "monthly", None)],
        ),
        (
            "กรมตัวอย่างจึงขอยกเลิกหนังสือที่อ้างถึง และให้จังหวัดรายงานผลการดำเนินงานเป็นรายครึ่งปีแทน",
            [("report", "half_yearly", None)],
        ),
        (
            "ดังนั้น เพื่อให้เป็นไปตามนโยบาย ให้หัวหน้าส่วนราชการทุกแห่งดำเนินการ\n"
            "๑. จัดทำคำสั่งแต่งตั้งผู้ประสานงาน\n๒. รายงานทุก ๓ เดือน ภายในวันที่ ๗ ของเดือนถัดไป",
            [("appoint", "once", None), ("report", "quarterly", None)],
        ),
        (
            "จึงขอให้หน่วยงานจัดส่งแผนปฏิบัติการประจำปีให้กองแผนงาน ภายใน ๑๕ วัน นับแต่วันที่ได้รับหนังสือนี้",
            [("reply", "once", None)],
        ),
        (
            "จึงให้หน่วยงานในสังกัดรวบรวมเอกสารส่งให้กลุ่มตรวจสอบภายในภายในวันที่ ๑๕ ของเดือนถัดไปทุกเดือน",
            [("report", "monthly", None)],
        ),
        ("ตามที่จังหวัดได้ขอให้กรมตัวอย่างรายงานผลภายในวันที่ ๑ มีนาคม ๒๕๖๗ นั้น กรมได้ดำเนินการแล้ว", []),
        ("กระทรวงได้แจ้งว่าขอให้จังหวัดรายงานผลทุกเดือน", []),
    ],
)
def test_how_letters_ask(typed: Callable[..., Document], body: str, expected: list[Asked]) -> None:
    assert asked(typed(_HEAD + body + _FOOT)) == expected


def test_an_office_named_for_auditing_receives(typed: Callable[..., Document]) -> None:
    body = "จึงให้หน่วยงานส่งเอกสารให้กลุ่มตรวจสอบภายในภายในวันที่ ๑๕ ของเดือนถัดไปทุกเดือน"
    (found,) = read_obligations(typed(_HEAD + body + _FOOT), "external_letter")
    assert (found.deliver_to, found.due_day) == ("กลุ่มตรวจสอบภายใน", 15)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ภายใน ๗ วันทำการนับจากวันที่ได้รับหนังสือ", True),
        ("ภายในสิบห้าวัน นับถัดจากวันที่ได้รับแจ้ง", True),
        ("ภายใน ๑๕ วัน นับแต่วันสิ้นไตรมาส", False),
        ("ภายในวันที่ ๑๕ มีนาคม ๒๕๖๗", False),
    ],
)
def test_days_after_receipt(text: str, expected: bool) -> None:
    assert is_due_after_receipt(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ในวันที่ ๑๑ - ๑๕ มีนาคม ๒๕๖๗", "2024-03-11"),
        ("ระหว่างวันจันทร์ที่ ๑๑ ถึงวันที่ ๑๕ มีนาคม ๒๕๖๗", "2024-03-11"),
        ("ภายในวันที่ ๑๕ มีนาคม ๒๕๖๗", None),
    ],
)
def test_the_first_day_of_a_meeting(text: str, expected: str | None) -> None:
    assert find_meeting_day(text) == expected


def test_an_address_that_did_not_fit_on_the_line_ends_no_paragraph(
    scanned: Callable[..., Document],
) -> None:
    document = scanned(
        [
            [(0.16, "เรื่อง  การยืนยันยอดหนี้")],
            [(0.16, "เรียน  ผู้จัดการบริษัท")],
            [(0.24, "จึงขอให้ท่านลงนามยืนยันยอดหนี้ในใบสรุปที่แนบมาพร้อมหนังสือฉบับนี้จำนวนสามฉบับ")],
            [(0.16, "ให้ครบถ้วนถูกต้องทุกรายการ แล้วส่งกลับทางอีเมล")],
            [(0.16, "claim.section@thammachart-hospital.example.com ภายในวันที่ ๓๑ ตุลาคม ๒๕๖๘ ทุกชุด")],
            [(0.24, "จึงเรียนมาเพื่อโปรดดำเนินการ")],
        ]
    )
    assert asked(document) == [("reply", "once", "2025-10-31")]
