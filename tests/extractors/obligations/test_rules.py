"""What made-up letters of other offices require, and how they say when, where and how."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extractors.obligations.rules import read_obligations
from extractors.obligations.times.frequency import find_frequency
from extractors.obligations.times.schedule import find_due_day, find_first_period
from extractors.obligations.verbs import read_action
from extractors.record import Kind
from pipeline.models import Document

Make = Callable[..., Document]

_HEAD = "ที่ กข ๐๑๐๑/ว ๑\nเรื่อง ตัวอย่าง\nเรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด\n"
_FOOT = "\nจึงเรียนมาเพื่อโปรดพิจารณา\nขอแสดงความนับถือ\n(นายเอก มั่นคง)\nอธิบดีกรมตัวอย่าง"


def asked(document: Document, kind: Kind = "external_letter") -> list[dict[str, Any]]:
    return [
        found.model_dump(exclude={"page", "box", "confidence"})
        for found in read_obligations(document, kind, "2023-02-01")
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "ด้วยกรมตัวอย่างจะรวบรวมข้อมูล จึงขอให้จังหวัดรายงานผลการดำเนินงานให้กรมตัวอย่างทราบ"
            "ภายในวันที่ ๕ ของเดือนถัดไป เป็นประจำทุกเดือน ทางโทรสาร ๐ ๒๑๒๓ ๔๕๖๘",
            {
                "action": "report",
                "deliver_to": "กรมตัวอย่าง",
                "frequency": "monthly",
                "due_day": 5,
                "channels": ("fax:0 2123 4568",),
            },
        ),
        (
            "เพื่อให้การประเมินเป็นไปด้วยความเรียบร้อย ขอความร่วมมือโรงพยาบาลส่งรายงานไปยัง"
            "สำนักงานสาธารณสุขจังหวัด ปีละ ๒ ครั้ง ในรูปแบบไฟล์ Excel ทางอีเมล data@example.go.th",
            {
                "action": "report",
                "deliver_to": "สำนักงานสาธารณสุขจังหวัด",
                "frequency": "half_yearly",
                "channels": ("email:data@example.go.th",),
                "format": "Excel",
            },
        ),
        (
            "ในการนี้ จึงขอเชิญท่านเข้าร่วมประชุม ในวันศุกร์ที่ ๑๗ กุมภาพันธ์ ๒๕๖๖ เวลา ๐๙.๓๐ น."
            " ณ ห้องประชุม ๑ ศาลากลางจังหวัด",
            {"action": "attend", "frequency": "once", "first_due": "2023-02-17"},
        ),
        (
            "จึงขอความอนุเคราะห์ตอบแบบสำรวจผ่านทาง https://example.go.th/survey ภายในวันที่ ๑๐ มีนาคม ๒๕๖๖",
            {
                "action": "reply",
                "frequency": "once",
                "first_due": "2023-03-10",
                "channels": ("url:https://example.go.th/survey",),
            },
        ),
        (
            "ขอให้หน่วยงานจัดทำรายงานปีละครั้ง ส่งให้สำนักงานตัวอย่างทางไปรษณีย์ "
            "ภายใน ๑๕ วันนับแต่วันสิ้นปีงบประมาณ โดยดาวน์โหลดแบบได้ที่ www.example.go.th",
            {
                "action": "report",
                "deliver_to": "สำนักงานตัวอย่าง",
                "frequency": "yearly",
                "due_day": 15,
                "channels": ("post",),
            },
        ),
        (
            "ด้วยมีความจำเป็นต้องใช้ข้อมูล จึงขอให้สถานศึกษารายงานผลไตรมาสที่ ๑ (ตุลาคม - ธันวาคม) เป็นรายไตรมาส",
            {
                "action": "report",
                "frequency": "quarterly",
                "first_period": {
                    "fiscal_year": 2566,
                    "quarter": 1,
                    "start": "2022-10-01",
                    "end": "2022-12-31",
                },
            },
        ),
        (
            "ด้วยกรมตัวอย่างจะจัดงาน จึงขอให้อำเภอประชาสัมพันธ์ให้ประชาชนในพื้นที่ทราบโดยทั่วกัน",
            {"action": "publish"},
        ),
    ],
)
def test_one_request(typed: Make, body: str, expected: dict[str, Any]) -> None:
    (found,) = asked(typed(_HEAD + body + _FOOT))
    blank = dict.fromkeys(
        ("clause", "deliver_to", "frequency", "due_day", "first_due", "first_period", "format")
    )
    assert {key: value for key, value in found.items() if key != "text"} == {
        **blank,
        "channels": (),
        **expected,
    }


def test_numbered_clauses_with_what_stands_under_them(typed: Make) -> None:
    document = typed(
        _HEAD
        + """ด้วยกรมตัวอย่างกำหนดให้มีการสำรวจ จึงขอให้จังหวัดดำเนินการ ดังนี้
๑. มอบหมายเจ้าหน้าที่รับผิดชอบ จำนวน ๑ คน
๒. แจ้งรายชื่อตามข้อ ๑ ให้กรมตัวอย่างทราบ ภายในวันที่ ๓ มีนาคม ๒๕๖๖
๓. กำกับติดตามให้หน่วยงานปฏิบัติ ดังนี้
๓.๑ สำรวจข้อมูล
๓.๒ บันทึกข้อมูลในระบบ"""
        + _FOOT
    )
    found = asked(document)
    assert [(one["clause"], one["action"], one["first_due"]) for one in found] == [
        ("1", "appoint", None),
        ("2", "reply", "2023-03-03"),
        ("3", "monitor", None),
    ]
    assert found[2]["text"] == ("กำกับติดตามให้หน่วยงานปฏิบัติ ดังนี้ ๓.๑ สำรวจข้อมูล ๓.๒ บันทึกข้อมูลในระบบ")


@pytest.mark.parametrize(
    ("body", "clauses"),
    [
        ("ด้วยมีเหตุ จึงขอให้อำเภอ\n๑. สำรวจข้อมูล\n๒. รายงานผล", [("1", "other"), ("2", "report")]),
        (
            "๑. ตามที่ได้แจ้งแนวทาง นั้น\n๒. ขอให้ทุกหน่วยถือปฏิบัติ ดังนี้\n๒.๑ เร่งรัดการสำรวจ\n๒.๒ รายงานผล",
            [("2.1", "other"), ("2.2", "report")],
        ),
        (
            "๑. ด้วยมีเหตุ\n๒. ขอให้หน่วยดำเนินการ ดังนี้\n(๑) คัดเลือกหมู่บ้านเป้าหมาย\n(๒) คัดเลือกบุคลากร",
            [("1", "other"), ("2", "appoint")],
        ),
    ],
)
def test_clauses_however_they_are_opened(
    typed: Make, body: str, clauses: list[tuple[str, str]]
) -> None:
    found = asked(typed(_HEAD + body + _FOOT))
    assert [(one["clause"], one["action"]) for one in found] == clauses


def test_a_request_that_a_catchword_carries_over_the_page(typed: Make) -> None:
    first = _HEAD + "ด้วยมีเหตุ จึงขอให้อำเภอถือปฏิบัติ\n/และรายงาน..."
    second = "- ๒ -\nและรายงานผลให้จังหวัดตัวอย่างทราบทุกเดือน ภายในวันที่ ๒๘ ของเดือน"
    (found,) = asked(typed(first, second + _FOOT))
    assert "/" not in found["text"]
    assert (found["deliver_to"], found["frequency"]) == ("จังหวัดตัวอย่าง", "monthly")


def test_a_letter_without_text_asks_nothing(typed: Make) -> None:
    assert asked(typed(_HEAD)) == []


@pytest.mark.parametrize(
    ("text", "frequency", "due_day"),
    [
        ("รายงานทุกวันที่ ๓ ของเดือน", "monthly", 3),
        ("ให้ผู้สูงอายุได้รับเบี้ยยังชีพเดือนละ ๖๐๐ บาท", None, None),
        ("รายงานปีละ ๑ ครั้ง ภายในวันที่ ๓๑ ตุลาคมของทุกปี", "yearly", 31),
        ("รายงานปีละ ๑ ครั้ง ภายในวันที่ ๑๕ ธันวาคมของทุกปี", "yearly", None),
        ("รายงานภายใน ๑๕ วันทำการนับแต่วันสิ้นไตรมาส เป็นรายไตรมาส", "quarterly", None),
        ("รายงานภายใน ๑๕ วันหลังสิ้นงวด ทุก ๖ เดือน", "half_yearly", 15),
        ("รายงานภายในวันที่ ๑๐ ของเดือนถัดไปหลังสิ้นไตรมาส", "quarterly", 10),
    ],
)
def test_how_often_and_by_which_day(text: str, frequency: str | None, due_day: int | None) -> None:
    assert (find_frequency(text), find_due_day(text)) == (frequency, due_day)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("ทุกเดือน ภายในวันที่ ๕ ของเดือนถัดไป เริ่มตั้งแต่เดือนตุลาคม ๒๕๖๖", "2023-10-01"),
        ("ทุกเดือน เริ่มตั้งแต่เดือนตุลาคม ๒๕๖๖", None),  # of October, or in October?
        ("เป็นรายไตรมาส ไตรมาสที่ ๑ - ๔ ปีงบประมาณ พ.ศ. ๒๕๖๗", "2023-10-01"),
    ],
)
def test_first_period(text: str, start: str | None) -> None:
    period = find_first_period(text, None, "2023-09-01")
    assert (period and period.start) == start


def test_clauses_of_a_scan_wrap_and_run_over_the_page(scanned: Make) -> None:
    first = [
        [(0.12, "ที่ กข ๐๑๐๑/ว ๑")],
        [(0.12, "เรื่อง ตัวอย่าง")],
        [(0.12, "เรียน ผู้อำนวยการโรงเรียนทุกแห่ง")],
        [(0.2, "ด้วยสำนักงานตัวอย่างประสงค์จะเก็บข้อมูลนักเรียนรายบุคคลในความรับผิดชอบ")],
        [(0.12, "เพื่อใช้ในการจัดสรรงบประมาณ ขอให้โรงเรียนดำเนินการ ดังนี้")],
        [(0.2, "๑. ตรวจสอบข้อมูลนักเรียนให้เป็นปัจจุบัน พร้อมทั้งบันทึกข้อมูลลงในระบบให้")],
        [(0.12, "ครบถ้วน")],
        [(0.2, "๒. รายงานผลให้สำนักงานตัวอย่างทราบทุกเดือน ภายในวันที่ ๒๕ ของทุกเดือน โดยส่ง")],
    ]
    second = [
        [(0.12, "ทาง school@example.go.th")],
        [(0.2, "จึงเรียนมาเพื่อทราบและถือปฏิบัติ")],
        [(0.5, "ขอแสดงความนับถือ")],
    ]
    one, two = asked(scanned(first, second))
    assert one["text"].endswith("ลงในระบบให้ครบถ้วน")
    assert (two["frequency"], two["due_day"]) == ("monthly", 25)
    assert two["channels"] == ("email:school@example.go.th",)
    assert two["deliver_to"] == "สำนักงานตัวอย่าง"


@pytest.mark.parametrize(
    "body",
    [
        "ด้วยจังหวัดได้รับแจ้งจากกรมตัวอย่างว่า ขอให้แจ้งหน่วยงานทราบ รายละเอียดตามสิ่งที่ส่งมาด้วย",
        "ตามที่กรมตัวอย่างขอให้จังหวัดรายงานผลภายในวันที่ ๕ มีนาคม ๒๕๖๖ นั้น จังหวัดได้ดำเนินการแล้ว",
        "ตามที่ได้ขอความร่วมมือจังหวัดดำเนินการ ดังนี้\n๑. รายงานผล\n๒. ติดตามผล",
        "ด้วยกรมตัวอย่างได้จัดทำคู่มือแล้ว จึงส่งมาพร้อมนี้",
    ],
)
def test_what_others_asked_or_nobody(typed: Make, body: str) -> None:
    assert asked(typed(_HEAD + body + _FOOT)) == []


def test_a_request_after_what_is_recalled(typed: Make) -> None:
    body = "ตามที่กรมตัวอย่างได้ขอให้รายงานผล นั้น จึงขอให้จังหวัดแจ้งผลภายในวันที่ ๙ มีนาคม ๒๕๖๖"
    (found,) = asked(typed(_HEAD + body + _FOOT))
    assert (found["action"], found["first_due"]) == ("reply", "2023-03-09")
    assert found["text"] == "ขอให้จังหวัดแจ้งผลภายในวันที่ ๙ มีนาคม ๒๕๖๖"


@pytest.mark.parametrize(
    ("body", "days"),
    [
        (
            "ด้วยกำหนดประชุม ในวันอังคารที่ ๒๙ เมษายน ๒๕๖๘ จึงขอเชิญท่านเข้าร่วมประชุม "
            "ทั้งนี้ ขอให้แจ้งยืนยันการเข้าร่วมภายในวันที่ ๒๒ เมษายน ๒๕๖๘",
            [("attend", "2025-04-29"), ("reply", "2025-04-22")],
        ),
        (
            "จึงขอเชิญนักวิจัยเข้าร่วมประชุมดังกล่าว โดยส่งแบบตอบรับภายในวันที่ ๑๕ ตุลาคม ๒๕๖๗",
            [("attend", None), ("reply", "2024-10-15")],
        ),
    ],
)
def test_an_invitation_and_the_answer_it_asks_for(
    typed: Make, body: str, days: list[tuple[str, str | None]]
) -> None:
    found = asked(typed(_HEAD + body + _FOOT))
    assert [(one["action"], one["first_due"]) for one in found] == days


def test_a_request_that_follows_a_cancellation(typed: Make) -> None:
    body = "กรมตัวอย่างขอยกเลิกหนังสือที่อ้างถึง และให้รายงานผลเป็นรายไตรมาส ครั้งแรกภายในวันที่ ๑๕ มกราคม ๒๕๖๖"
    (found,) = asked(typed(_HEAD + body + _FOOT))
    assert (found["frequency"], found["first_due"]) == ("quarterly", "2023-01-15")


def test_the_closing_sentence_counts_if_it_names_a_day(typed: Make) -> None:
    closing = "จึงเรียนมาเพื่อโปรดแจ้งผลการพิจารณาให้จังหวัดตัวอย่างทราบภายในวันที่ ๙ มีนาคม ๒๕๖๖"
    document = typed(f"{_HEAD}ด้วยมีเรื่องแจ้ง\n{closing}\nขอแสดงความนับถือ\n(นายเอก มั่นคง)")
    (found,) = asked(document)
    assert (found["action"], found["deliver_to"]) == ("reply", "จังหวัดตัวอย่าง")


@pytest.mark.parametrize("kind", ["order", "announcement", "minutes", "report"])
def test_these_ask_nothing_of_recipients(typed: Make, kind: Kind) -> None:
    assert asked(typed(_HEAD + "ขอให้คณะกรรมการรายงานผลเป็นรายเดือน" + _FOOT), kind) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("แต่งตั้งคณะกรรมการติดตามผล", "appoint"),
        ("ติดตามและรายงานผล", "monitor"),
        ("รายงานผลการติดตาม", "report"),
        ("ส่งแบบตอบรับการเข้าร่วมประชุม", "reply"),
        ("เข้าร่วมการประชุมชี้แจง", "attend"),
        ("ปิดประกาศ ณ ที่ว่าการอำเภอ", "publish"),
        ("ดำเนินการตามระเบียบ", "other"),
    ],
)
def test_action(text: str, action: str) -> None:
    assert read_action(text) == action
