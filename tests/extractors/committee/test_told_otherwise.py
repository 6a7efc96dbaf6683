"""Duties and names that stand elsewhere than in a row of the list."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.committee.read import read_committees
from extractors.committee.roles import read_role
from extractors.text.people import split_person
from pipeline.models import Document

Make = Callable[..., Document]

_HEAD = "คำสั่งอำเภอธารทอง\nที่ ๑๒/๒๕๖๗\nเรื่อง แต่งตั้งคณะทำงานดูแลตลาดสด\n"
_WHO = "๑. นายเอก มั่นคง\tหัวหน้าคณะทำงาน\n๒. นางโท แสนดี\tคณะทำงาน\n"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("อาศัยมติที่ประชุม จึงแต่งตั้งคณะทำงานดังกล่าว ประกอบด้วย", "คณะทำงานดูแลตลาดสด"),
        ("ให้มีคณะทำงานคณะหนึ่ง เรียกว่า “คณะทำงานตลาดสะอาด” ประกอบด้วย", "คณะทำงานตลาดสะอาด"),
        ("เพื่อความต่อเนื่อง จึงแต่งตั้งคณะทำงานตลาดสะอาด เพิ่มเติม ดังนี้", "คณะทำงานตลาดสะอาด"),
        ("เพื่อความต่อเนื่อง จึงแต่งตั้งคณะทำงานตลาดสะอาดชุดใหม่ ดังนี้", "คณะทำงานตลาดสะอาด"),
        ("เพื่อความโปร่งใส จึงประกาศรายชื่อคณะทำงานตลาดสะอาด ดังนี้", "คณะทำงานตลาดสะอาด"),
    ],
)
def test_what_a_sentence_calls_a_body(typed: Make, sentence: str, name: str) -> None:
    (found,) = read_committees(typed(f"{_HEAD}{sentence}\n{_WHO}"))
    assert found.name == name


def test_a_subject_that_names_a_body_without_appointing_it(typed: Make) -> None:
    document = typed(
        "คำสั่งธนาคารธารทอง\nที่ ๑๒/๒๕๖๗\nเรื่อง คณะทำงานย้ายสาขา\n"
        f"เพื่อให้เป็นไปตามแผน ธนาคารจึงแต่งตั้งคณะทำงาน ดังนี้\n{_WHO}"
    )
    (found,) = read_committees(document)
    assert found.name == "คณะทำงานย้ายสาขา"


def test_a_duty_on_a_line_of_its_own_below_the_post(scanned: Make) -> None:
    document = scanned(
        [
            [(0.2, "จึงแต่งตั้งคณะกรรมการขายทอดตลาด ประกอบด้วย")],
            [(0.2, "๑. นายเอก มั่นคง")],
            [(0.23, "รองอัยการจังหวัด")],
            [(0.23, "เป็นประธานกรรมการ")],
            [(0.2, "๒. นางโท แสนดี")],
            [(0.23, "นักจัดการงานทั่วไป")],
            [(0.23, "เป็นกรรมการและเลขานุการ")],
        ]
    )
    (found,) = read_committees(document)
    assert [(one.position, one.role) for one in found.members] == [
        ("รองอัยการจังหวัด", "chair"),
        ("นักจัดการงานทั่วไป", "secretary"),
    ]


def test_a_brace_beside_names_without_numbers(scanned: Make) -> None:
    document = scanned(
        [
            [(0.2, "จึงแต่งตั้งคณะกรรมการดำเนินงาน ดังนี้")],
            [(0.2, "นายเอก มั่นคง"), (0.6, "ประธานกรรมการ")],
            [(0.2, "นางโท แสนดี"), (0.55, "}"), (0.6, "กรรมการ")],
            [(0.2, "นายตรี ใจเย็น"), (0.55, "}")],
            [(0.2, "นางสาวจัตวา พูนผล"), (0.6, "เลขานุการ")],
        ]
    )
    (found,) = read_committees(document)
    assert [(one.name, one.role) for one in found.members] == [
        ("นายเอก มั่นคง", "chair"),
        ("นางโท แสนดี", "member"),
        ("นายตรี ใจเย็น", "member"),
        ("นางสาวจัตวา พูนผล", "secretary"),
    ]


def test_persons_whom_the_sentence_makes_members_by_naming_their_body(typed: Make) -> None:
    document = typed(
        f"{_HEAD}เพื่อความเรียบร้อย จึงแต่งตั้งคณะทำงานจัดทำวารสาร ดังรายชื่อต่อไปนี้\n"
        "๑. นายเอก มั่นคง\n๒. นางโท แสนดี\n"
    )
    (found,) = read_committees(document)
    assert [(one.name, one.role) for one in found.members] == [
        ("นายเอก มั่นคง", "member"),
        ("นางโท แสนดี", "member"),
    ]


def test_substitutes_below_a_heading_sit_in_the_same_committee(typed: Make) -> None:
    document = typed(
        f"{_HEAD}อาศัยระเบียบว่าด้วยการเก็บรักษาเงิน จึงแต่งตั้งคณะกรรมการเก็บรักษาเงิน ดังนี้\nกรรมการ\n"
        "๑. นายเอก มั่นคง  นักวิชาการคลัง\n๒. นางโท แสนดี  นักวิชาการพัสดุ\n"
        "กรรมการแทน\n๑. นายตรี ใจเย็น  เจ้าพนักงานธุรการ\n"
    )
    (found,) = read_committees(document)
    assert found.name == "คณะกรรมการเก็บรักษาเงิน"
    assert [one.order for one in found.members] == [1, 2, 1]


def test_offices_behind_bullets_with_their_duty_in_brackets(typed: Make) -> None:
    document = typed(
        f"{_HEAD}เพื่อความเรียบร้อย จึงแต่งตั้งคณะทำงานควบคุมโรค ดังนี้\n"
        "- สาธารณสุขอำเภอธารทอง (ประธาน)\n- นางโท แสนดี นักวิชาการสาธารณสุข (เลขานุการ)\n"
    )
    (found,) = read_committees(document)
    assert [one.role for one in found.members] == ["chair", "secretary"]


def test_words_no_table_holds_in_the_column_of_one_known_duty(typed: Make) -> None:
    document = typed(
        f"{_HEAD}เพื่อความเรียบร้อย จึงแต่งตั้งคณะทำงานดูแลตลาดสด ดังนี้\n"
        "๑. นายเอก มั่นคง\tนักวิชาการ\tหัวหน้า\n๒. นางโท แสนดี\tครู\tผู้ฝึกซ้อม\n"
    )
    (found,) = read_committees(document)
    assert [(one.position, one.role_text) for one in found.members] == [
        ("นักวิชาการ", "หัวหน้า"),
        ("ครู", "ผู้ฝึกซ้อม"),
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("ประธาน กก.", "chair"),
        ("กก./เลขาฯ", "secretary"),
        ("ผช.เลขาฯ", "assistant_secretary"),
        ("กรรมการผู้ช่วยเลขานุการ", "assistant_secretary"),
        ("ที่ปรึกษาด้านกฎหมาย", "adviser"),
        ("ผู้ร่วมคณะ", "member"),
    ],
)
def test_duties_in_short_hand_and_run_together(text: str, role: str) -> None:
    read = read_role(text)
    assert read is not None and read.role == role


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("นาวาโท เอก มั่นคง ร.น. นายทหารพัสดุ", "นาวาโท เอก มั่นคง ร.น.", "นายทหารพัสดุ"),
        ("พระครูปลัดเอก ฐิตธมฺโม ผู้แทนพระภิกษุ", "พระครูปลัดเอก ฐิตธมฺโม", "ผู้แทนพระภิกษุ"),
        ("พระโท ธมฺมโชโต", "พระโท ธมฺมโชโต", ""),
        ("คุณตรี ใจเย็น", "คุณตรี ใจเย็น", ""),
        ("อ.นพ.ตรี ใจเย็น", "อ.นพ.ตรี ใจเย็น", ""),
    ],
)
def test_names_with_what_belongs_to_them(text: str, name: str, rest: str) -> None:
    person = split_person(text)
    assert person is not None and (person.name, person.rest) == (name, rest)


@pytest.mark.parametrize(
    "end",
    [
        "ให้ยกเลิกคำสั่งอำเภอธารทอง ที่ ๙/๒๕๖๕ ลงวันที่ ๓ มกราคม ๒๕๖๕",
        "โดยมีวาระการดำรงตำแหน่ง ๒ ปี",
        "คำสั่งนี้ให้ใช้บังคับตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๗ เป็นต้นไป",
    ],
)
def test_what_an_order_says_of_itself_is_no_duty(typed: Make, end: str) -> None:
    duties = "ให้คณะทำงานมีหน้าที่\n๑. ตรวจความสะอาด\n๒. รายงานผลต่ออำเภอ"
    document = typed(f"{_HEAD}จึงแต่งตั้งคณะทำงานตลาดสะอาด ดังนี้\n{_WHO}{duties}\n{end}\n")
    (found,) = read_committees(document)
    assert found.duties == ("ตรวจความสะอาด", "รายงานผลต่ออำเภอ")
