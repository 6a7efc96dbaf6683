"""Where a text begins right below the items of a head, with words that sound like more of them."""

from __future__ import annotations

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
