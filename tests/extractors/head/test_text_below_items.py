"""Where a text begins right below the items of a head, with words that sound like more of them."""

from __future__ import annotations

from dataclasses import replace

from extractors.letterhead import read_date
from extractors.recipients import read_recipients
from pipeline.models import Document
from tests.extractors.print_shop import pages


def test_a_day_within_a_sentence_opens_no_item() -> None:
    letter = """
ที่ กท ๑๒๐๗.๒/ว ๓๑
ถึง  สมาชิกห้องสมุดตัวอย่าง
  ห้องสมุดตัวอย่าง ซอยพระนาง จะปิดปรับปรุงระบบไฟฟ้าและพื้นที่อ่านสำหรับเด็ก ตั้งแต่วันที่ ๑ มิถุนายน ๒๕๖๖ ถึง
วันที่ ๓๑ สิงหาคม ๒๕๖๖ ในระหว่างนั้นสมาชิกใช้บริการได้ที่ห้องสมุดแห่งอื่น และระยะเวลาการเป็นสมาชิก
จะขยายให้โดยอัตโนมัติ
~สำนักวัฒนธรรมตัวอย่าง
~๑๔ พฤษภาคม ๒๕๖๖
"""
    document = Document(tuple(pages(letter)))
    assert [one.value for one in read_recipients(document)] == ["สมาชิกห้องสมุดตัวอย่าง"]
    date = read_date(document)
    assert date is not None and date.value == "2023-05-14"


def test_boxes_to_tick_of_a_stamp_beside_an_addressee_are_not_whom_it_goes_to() -> None:
    letter = """
ที่ บด ๐๔๕/๒๕๖๘
เรื่อง  ขอเชิญส่งเจ้าหน้าที่เข้ารับการอบรม
เรียน  ผู้อำนวยการกองช่างเมืองดอนงาม
>สำนักปลัด
อ้างถึง  สัญญาเลขที่ ๓๖/๒๕๖๘
      ตามสัญญาที่อ้างถึง เทศบาลได้จัดซื้อเครื่องสูบน้ำไว้ใช้งานแล้ว
"""
    (page,) = pages(letter)
    lines = [
        replace(line, box=replace(line.box, left=0.68, right=0.8))
        if line.text == "สำนักปลัด"
        else line
        for line in page.lines
    ]
    (found,) = read_recipients(Document((replace(page, lines=tuple(lines)),)))
    assert found.value == "ผู้อำนวยการกองช่างเมืองดอนงาม"


def test_a_word_of_the_head_may_have_lost_its_first_letter() -> None:
    letter = """
ที่ บด ๐๔๕/๒๕๖๘
เรื่อง  ขอเชิญส่งเจ้าหน้าที่เข้ารับการอบรม
เรียน  ผู้อำนวยการกองช่างเมืองดอนงาม
้างถึง  หนังสือกองช่าง ที่ ๓๖/๒๕๖๘ ลงวันที่ ๑ มีนาคม ๒๕๖๘
      ตามหนังสือที่อ้างถึง เทศบาลได้จัดซื้อเครื่องสูบน้ำไว้ใช้งานแล้ว
"""
    (found,) = read_recipients(Document(tuple(pages(letter))))
    assert found.value == "ผู้อำนวยการกองช่างเมืองดอนงาม"
