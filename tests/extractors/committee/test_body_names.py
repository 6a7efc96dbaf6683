"""Where the name of a body is over in the sentence that appoints it, and in a heading."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.committee.body_names import named_in
from extractors.committee.read import read_committees
from pipeline.models import Document

Make = Callable[..., Document]

_HEAD = "คำสั่งอำเภอธารทอง\nที่ ๑๒/๒๕๖๗\nเรื่อง แต่งตั้งคณะทำงานดูแลตลาดสด\n"
_WHO = "๑. นายเอก มั่นคง\tหัวหน้าคณะทำงาน\n๒. นางโท แสนดี\tคณะทำงาน\n"


@pytest.mark.parametrize(
    "behind",
    [
        "ดังนี้",
        "ซึ่งประกอบด้วยบุคคลต่อไปนี้",
        "อันประกอบด้วย",
        "ได้แก่",
        "มีรายนาม ดังนี้",
        "จำนวน ๓ ท่าน ดังนี้",
        "จำนวนสามคน ดังนี้",
        "ขึ้นใหม่ ดังนี้",
        "แทนชุดเดิม ดังนี้",
        "เพิ่มเติม ดังนี้",
        "และกำหนดอำนาจหน้าที่ ดังนี้",
        "พร้อมทั้งกำหนดหน้าที่ ไว้ดังนี้",
        "โดยปฏิบัติตามระเบียบว่าด้วยการพัสดุ",
        "ซึ่งมีวาระสองปี ดังนี้",
        "ตั้งแต่วันที่ ๑ มกราคม ๒๕๖๗ เป็นต้นไป ดังนี้",
        "ณ ที่ว่าการอำเภอ ดังนี้",
        "วาระ ๒ ปี ดังนี้",
    ],
)
def test_a_name_is_over_where_the_sentence_goes_on(behind: str) -> None:
    assert named_in(f"จึงแต่งตั้งคณะกรรมการตลาดสะอาด {behind}") == "คณะกรรมการตลาดสะอาด"


@pytest.mark.parametrize(
    "sentence",
    [
        "จึงให้ตั้งคณะกรรมการตลาดสะอาด ดังนี้",
        "ที่ประชุมมีมติเลือกตั้งคณะกรรมการตลาดสะอาด ประกอบด้วย",
        "จึงให้นายทหารต่อไปนี้เป็นคณะกรรมการตลาดสะอาด",
        "จึงมอบหมายผู้มีรายชื่อต่อไปนี้ ทำหน้าที่คณะกรรมการตลาดสะอาด",
        "จึงปรับปรุงคณะกรรมการตลาดสะอาด ดังนี้",
        "จึงเปลี่ยนแปลงคณะกรรมการตลาดสะอาด เป็นดังนี้",
        "จึงกำหนดองค์ประกอบคณะกรรมการตลาดสะอาด ดังนี้",
        "จึงแต่งตั้งกรรมการเพิ่มเติมในคณะกรรมการตลาดสะอาด ดังนี้",
        "จึงแต่งตั้งผู้มีนามต่อไปนี้เป็นกรรมการผู้ทรงคุณวุฒิในคณะกรรมการตลาดสะอาด",
        "จึงแต่งตั้งบุคคลต่อไปนี้เป็นคณะกรรมการตลาดสะอาดดังกล่าว",
    ],
)
def test_ways_to_appoint(sentence: str) -> None:
    assert named_in(sentence) == "คณะกรรมการตลาดสะอาด"


@pytest.mark.parametrize(
    "sentence",
    [
        "อำเภอจึงแต่งตั้งคณะทำงาน ฯ ดังนี้",
        "จึงแต่งตั้งคณะทำงานชุดนี้ขึ้น ประกอบด้วยบุคคลดังต่อไปนี้",
        "จึงแต่งตั้งคณะทำงานขึ้นคณะหนึ่ง มีองค์ประกอบ ดังนี้",
        "อำเภอจึงให้ตั้งคณะทำงานขึ้นชุดหนึ่ง เพื่อดำเนินการดังกล่าว ประกอบด้วย",
        "จึงแต่งตั้งคณะทำงาน เพื่อทำหน้าที่ตรวจตลาด ประกอบด้วย",
        "จึงแต่งตั้งบุคคลต่อไปนี้",
        "อาศัยอำนาจตามคำสั่งแต่งตั้งคณะกรรมการกลาง จึงแต่งตั้งผู้มีรายชื่อต่อไปนี้",
    ],
)
def test_a_body_without_a_name_bears_that_of_the_subject(typed: Make, sentence: str) -> None:
    (found,) = read_committees(typed(f"{_HEAD}{sentence}\n{_WHO}"))
    assert found.name == "คณะทำงานดูแลตลาดสด"


def test_who_bear_seats_and_are_no_body_known_by_its_word(typed: Make) -> None:
    document = typed(
        "คำสั่งอำเภอธารทอง\nที่ ๑๒/๒๕๖๗\nเรื่อง แต่งตั้งผู้ตรวจสอบพัสดุประจำปี\n"
        f"จึงแต่งตั้งผู้ตรวจสอบพัสดุประจำปี ดังนี้\n{_WHO}"
    )
    (found,) = read_committees(document)
    assert found.name == "ผู้ตรวจสอบพัสดุประจำปี"


@pytest.mark.parametrize(
    "heading",
    [
        "๑. ให้มีคณะกรรมการรับสมัคร ประกอบด้วย",
        "๑. ชื่อคณะทำงาน : คณะกรรมการรับสมัคร",
        "๑. คณะกรรมการรับสมัคร จำนวน ๒ คน",
        "๑. คณะกรรมการรับสมัคร ทำหน้าที่รับเอกสาร ได้แก่",
        "๑. คณะกรรมการรับสมัคร โดยมีองค์ประกอบและอำนาจหน้าที่ดังต่อไปนี้",
        "๑. คณะกรรมการรับสมัคร ให้มีหน้าที่ ดังนี้\n๑.๑ รับสมัคร\n๑.๒ ตรวจเอกสาร\nประกอบด้วย",
        "* คณะกรรมการรับสมัคร *",
    ],
)
def test_a_name_in_a_heading(typed: Make, heading: str) -> None:
    sentence = "จึงแต่งตั้งคณะกรรมการฝ่ายต่าง ๆ ดังต่อไปนี้"
    (found,) = read_committees(typed(f"{_HEAD}{sentence}\n{heading}\n{_WHO}"))
    assert found.name == "คณะกรรมการรับสมัคร"


def test_duties_between_the_name_and_its_list(typed: Make) -> None:
    heading = "๑. คณะกรรมการรับสมัคร มีหน้าที่ ดังนี้\n๑.๑ รับสมัคร\n๑.๒ ตรวจเอกสาร\nประกอบด้วย"
    (found,) = read_committees(typed(f"{_HEAD}จึงแต่งตั้งคณะกรรมการ ดังนี้\n{heading}\n{_WHO}"))
    assert found.duties == ("รับสมัคร", "ตรวจเอกสาร")


def test_the_heading_behind_the_end_of_a_sentence_is_the_name() -> None:
    said = "จึงแต่งตั้งผู้มีรายนามต่อไปนี้เป็นคณะกรรมการคณะกรรมการอำนวยการ"
    assert named_in(said) == "คณะกรรมการอำนวยการ"
