"""What orders and announcements lay on those who serve or are named: in lists, in running text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.obligations.rules import read_obligations
from extractors.record import Kind
from pipeline.models import Document

Make = Callable[..., Document]

_FOOT = "\nสั่ง ณ วันที่ ๑ กุมภาพันธ์ พ.ศ. ๒๕๖๗\n(นายเอก มั่นคง)\nผู้อำนวยการ"


def asked(typed: Make, body: str, kind: Kind = "order") -> list[str]:
    head = "คำสั่งวิทยาลัยสว่าง\nที่ ๑๒/๒๕๖๗\n" if kind == "order" else "ประกาศวิทยาลัยสว่าง\n"
    document = typed(f"{head}เรื่อง การปฏิบัติราชการ\n{body}{_FOOT}")
    found = read_obligations(document, kind, "2024-02-01")
    return [f"{one.action} {one.frequency or '-'} {one.first_due or '-'}" for one in found]


@pytest.mark.parametrize(
    ("sentence", "clause", "expected"),
    [
        ("จึงให้นายทหารเวรปฏิบัติดังนี้", "ตรวจคลังอาวุธทุกคืน", "monitor - -"),
        ("จึงให้เจ้าหน้าที่ปฏิบัติดังนี้", "อยู่ประจำสำนักงานตลอดเวลาเวร", "other - -"),
        (
            "จึงให้ข้าราชการปฏิบัติหน้าที่ประจำหน่วยเลือกตั้ง โดยถือปฏิบัติ ดังนี้",
            "ห้ามเข้าคูหา",
            "other - -",
        ),
        (
            "จึงห้ามมิให้ผู้ใดเผาในที่โล่ง และให้กำนันทุกตำบลดำเนินการ ดังนี้",
            "จัดชุดลาดตระเวน",
            "other - -",
        ),
        ("จึงสั่งการดังนี้", "ให้กองร้อยส่งสมุดรายงานเวรให้ ฝอ.๓ ทุกเช้า", "report - -"),
        (
            "จึงสั่งการดังนี้",
            "ให้ฝ่ายธุรการจัดทำบรรยายสรุป เสนอผู้กำกับการ ภายในวันที่ ๙ มีนาคม ๒๕๖๗",
            "reply once 2024-03-09",
        ),
        (
            "จึงสั่งการดังนี้",
            "ให้กำลังพลพร้อมกันที่หน้ากองร้อย ในวันที่ ๙ มีนาคม ๒๕๖๗ เวลา ๐๗.๓๐ น.",
            "attend once 2024-03-09",
        ),
        (
            "จึงสั่งการดังนี้",
            "ให้งดการเยี่ยมทุกประเภท ตั้งแต่วันที่ ๙ มีนาคม ๒๕๖๗ จนกว่าจะมีคำสั่ง",
            "other once 2024-03-09",
        ),
        (
            "จึงให้ครูปฏิบัติดังนี้",
            "มาปฏิบัติราชการเพื่อจัดห้องเรียน ในวันที่ ๙ มีนาคม ๒๕๖๗",
            "attend once 2024-03-09",
        ),
        (
            "ด้วยจะมีการสอบ ในวันที่ ๙ มีนาคม ๒๕๖๗ จึงให้ครูปฏิบัติดังนี้",
            "ไปถึงสนามก่อนเวลา ๐๗.๐๐ น. ของวันสอบ",
            "attend once 2024-03-09",
        ),
        ("จึงให้ช่างปฏิบัติดังนี้", "ซ่อมรั้วที่ชำรุดให้ทันวันเปิดเรียน", "other once -"),
        (
            "จึงให้ผู้ยืมปฏิบัติดังนี้",
            "ส่งกล้องคืนงานพัสดุ ภายในวันที่ ๙ มีนาคม ๒๕๖๗",
            "other once 2024-03-09",
        ),
        (
            "จึงให้ประธานหลักสูตรปฏิบัติดังนี้",
            "จัดทำรายงานการประเมิน และส่งที่สำนักงานคณบดี ภายในวันที่ ๙ มีนาคม ๒๕๖๗",
            "report once 2024-03-09",
        ),
    ],
)
def test_a_clause_under_an_order_to_those_who_serve(
    typed: Make, sentence: str, clause: str, expected: str
) -> None:
    second = "รายงานผลต่อผู้อำนวยการ ภายในวันที่ ๒๐ มีนาคม ๒๕๖๗"
    body = f"{sentence}\n๑. {clause}\n๒. {second}"
    assert asked(typed, body) == [expected, "report once 2024-03-20"]


@pytest.mark.parametrize(
    "whom",
    ["นักเรียนทุกระดับชั้น", "ผู้ปกครองนักเรียนประจำ", "หน่วยงานในวิทยาลัย", "สมาชิกทุกท่าน", "บุคลากร"],
)
def test_an_announcement_to_the_issuers_own(typed: Make, whom: str) -> None:
    body = (
        f"จึงประกาศให้{whom}ถือปฏิบัติ ดังนี้\n๑. ยื่นคำร้องที่ห้องทะเบียน ภายในวันที่ ๕ มีนาคม ๒๕๖๗\n"
        "๒. วิทยาลัยจะประกาศผลการพิจารณาในวันที่ ๙ มีนาคม ๒๕๖๗"
    )
    assert asked(typed, body, "announcement") == ["reply once 2024-03-05"]


def test_a_list_of_biddings_without_a_sentence_above_it(typed: Make) -> None:
    body = "๑. ให้ทุกหมวดส่งบัญชีเวรให้ ฝอ.๒ ภายในวันที่ ๑ มีนาคม ๒๕๖๗\n๒. ห้ามนำบุคคลภายนอกเข้าหน่วย"
    assert asked(typed, body) == ["reply once 2024-03-01", "other - -"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ด้วยจะมีการตรวจเวชระเบียน จึงให้หัวหน้าหอผู้ป่วยทุกหอจัดส่งเวชระเบียนที่ค้าง ภายในวันที่ ๑๑ มีนาคม ๒๕๖๗ "
            "และให้แพทย์เจ้าของไข้ตรวจสอบความครบถ้วน ภายในวันที่ ๘ มีนาคม ๒๕๖๗",
            ["reply once 2024-03-11", "monitor once 2024-03-08"],
        ),
        ("ด้วยกรมแจ้งให้หน่วยงานส่งแผน ภายในวันที่ ๕ มีนาคม ๒๕๖๗ จึงแจ้งให้ทราบ", []),
        ("ให้หัวหน้าฝ่ายปฏิบัติงานด้วยความเรียบร้อย", []),
    ],
)
def test_running_text(typed: Make, text: str, expected: list[str]) -> None:
    assert asked(typed, text) == expected


def test_what_is_bidden_below_the_names_of_those_who_are_sent(typed: Make) -> None:
    body = (
        "จึงให้บุคลากรดังต่อไปนี้เดินทางไปเข้าร่วมประชุม ในวันที่ ๔ มีนาคม ๒๕๖๗\n"
        "๑. นายชัย มั่นคง วิศวกรโยธา\n๒. นายดำ แดงดี นายช่างโยธา\n"
        "โดยให้เดินทางด้วยรถราชการ และให้รายงานผลต่ออธิบดีภายใน ๗ วัน นับแต่วันเดินทางกลับ"
    )
    assert asked(typed, body) == ["attend once 2024-03-04", "report once -"]


def test_what_is_bidden_once_the_work_is_done(typed: Make) -> None:
    body = (
        "ให้ผู้มีรายชื่อข้างต้นรายงานตัวต่อนายอำเภอ ในวันที่ ๔ มีนาคม ๒๕๖๗ "
        "และเมื่อเสร็จสิ้นภารกิจให้จัดทำรายงานเสนออธิบดี ภายในวันที่ ๒๒ มีนาคม ๒๕๖๗"
    )
    assert asked(typed, body) == ["attend once 2024-03-04", "report once 2024-03-22"]


def test_papers_handed_in_on_the_day_of_reporting(typed: Make) -> None:
    body = (
        "ผู้สอบแข่งขันได้ให้ไปรายงานตัว ในวันจันทร์ที่ ๔ มีนาคม ๒๕๖๗ เวลา ๐๘.๓๐ น. "
        "พร้อมทั้งยื่นหลักฐานการตรวจร่างกายในวันรายงานตัวด้วย"
    )
    told = asked(typed, f"รายชื่อผู้สอบแข่งขันได้\n{body}", "announcement")
    assert told == ["attend once 2024-03-04", "reply once 2024-03-04"]


@pytest.mark.parametrize(
    "sentence",
    [
        "จึงกำหนดแนวทางปฏิบัติไว้ดังนี้",
        "จึงออกคำสั่งไว้ ดังต่อไปนี้",
        "จึงมอบหมายให้ฝ่ายต่าง ๆ เตรียมการดังนี้",
        "จึงสั่งให้ปฏิบัติดังนี้",
        "จึงขอแจ้งให้บุคลากรทราบและถือปฏิบัติ ดังนี้",
        "จึงกำชับให้ทุกคนปฏิบัติ คือ",
    ],
)
def test_whoever_is_bidden_or_nobody_by_name(typed: Make, sentence: str) -> None:
    body = f"{sentence}\n๑. ส่งรายชื่อผู้เกี่ยวข้อง ภายในวันที่ ๕ มีนาคม ๒๕๖๗\n๒. ทำความสะอาดอาคาร"
    assert asked(typed, body) == ["reply once 2024-03-05", "other - -"]


@pytest.mark.parametrize(
    "sentence",
    [
        "ให้คณะกรรมการมีหน้าที่ดังนี้",
        "จึงมอบอำนาจให้รองผู้อำนวยการปฏิบัติราชการแทน ดังนี้",
        "จึงให้ผู้ประกอบการปฏิบัติดังนี้",
    ],
)
def test_duties_powers_and_rules_for_the_public_are_none(typed: Make, sentence: str) -> None:
    assert asked(typed, f"{sentence}\n๑. ตรวจสอบเอกสาร\n๒. ทำความสะอาดอาคาร") == []


def test_a_list_of_dashes_and_one_below_a_clause(typed: Make) -> None:
    items = "ส่งรายชื่อผู้เกี่ยวข้อง ภายในวันที่ ๕ มีนาคม ๒๕๖๗", "ทำความสะอาดอาคาร"
    told = ["reply once 2024-03-05", "other - -"]
    assert asked(typed, f"จึงให้ทุกฝ่ายปฏิบัติ ดังนี้\n- {items[0]}\n- {items[1]}") == told
    below = f"๒. ให้หน่วยขึ้นตรงปฏิบัติดังนี้\n๒.๑ {items[0]}\n๒.๒ {items[1]}"
    assert asked(typed, f"๑. จะมีการตรวจราชการ\n{below}") == told


def test_a_row_that_begins_with_its_day(typed: Make) -> None:
    rows = "๑. วันที่ ๕ มีนาคม ๒๕๖๗ รายงานตัว\n๒. วันที่ ๑๒ มีนาคม ๒๕๖๗ ชำระเงินบำรุงการศึกษา"
    told = asked(typed, f"จึงประกาศกำหนดการสำหรับนักเรียนใหม่ ดังนี้\n{rows}", "announcement")
    assert told == ["attend once 2024-03-05", "other once 2024-03-12"]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "จึงให้พักราชการ นายเอก มั่นคง และให้ส่งมอบทรัพย์สินให้แล้วเสร็จภายใน ๗ วัน",
            "order",
            ["other once -"],
        ),
        (
            "เพื่อความปลอดภัย ให้ปิดสถานศึกษา ตั้งแต่วันที่ ๕ มีนาคม ๒๕๖๗ จนกว่าจะมีคำสั่ง "
            "และให้ครูรายงานผู้อำนวยการทุกวันศุกร์",
            "order",
            ["other once 2024-03-05", "report - -"],
        ),
        (
            "ด้วยจะปิดระบบไฟฟ้า จึงขอให้ทุกแผนกสำรองข้อมูลก่อนเวลา ๑๖.๐๐ น. ของวันที่ ๘ มีนาคม ๒๕๖๗",
            "announcement",
            ["other once 2024-03-08"],
        ),
        ("ขอให้ประชาชนชำระภาษี ภายในวันที่ ๘ มีนาคม ๒๕๖๗", "announcement", []),
    ],
)
def test_running_text_that_names_no_unit(
    typed: Make, text: str, kind: Kind, expected: list[str]
) -> None:
    assert asked(typed, text, kind) == expected


def test_lists_below_the_units_that_are_bidden(typed: Make) -> None:
    body = (
        "จึงให้ทุกงานดำเนินการ ดังนี้\nงานอาคารสถานที่\n"
        "๑. จัดโต๊ะเก้าอี้ ภายในวันที่ ๕ มีนาคม ๒๕๖๗\n๒. ทำความสะอาดอาคาร\n"
        "งานการเงิน\n๑. เตรียมค่าตอบแทนวิทยากร\n๒. เบิกจ่ายให้แล้วเสร็จภายในวันที่ ๙ มีนาคม ๒๕๖๗"
    )
    told = ["other once 2024-03-05", "other - -", "other - -", "other once 2024-03-09"]
    assert asked(typed, body) == told


def test_a_post_like_a_title_keeps_no_list_from_being_told(typed: Make) -> None:
    body = (
        "จึงให้ทุกนายปฏิบัติ ดังนี้\n๑. นายสิบเวร ตรวจยอดกำลังพลทุกเย็น\n๒. ห้ามออกนอกหน่วย\n"
        "๓. รายงานผลต่อผู้บังคับกองพันทุกวันศุกร์"
    )
    assert asked(typed, body) == ["monitor - -", "other - -", "report - -"]
