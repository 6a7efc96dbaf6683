from __future__ import annotations

import pytest

from extractors.enclosures import read_enclosures
from pipeline.models import Document
from pipeline.plain_text import page_from_text
from tests.extractors.print_shop import pages

HEAD = "ที่ ยธ ๐๗๐๑/๕๕\n๒ กุมภาพันธ์ ๒๕๖๖\nเรื่อง ส่งแผน\nเรียน ผู้ว่าราชการจังหวัดตาก\n"
CASES = [
    ("สิ่งที่ส่งมาด้วย แผนการตรวจ จำนวน ๑ ชุด", [("แผนการตรวจ", "1 ชุด")]),
    ("สิ่งที่ส่งมาด้วย แผนการตรวจ\tจำนวน ๑ ชุด", [("แผนการตรวจ", "1 ชุด")]),
    ("สิ่งที่ส่งมาด้วย แผนการตรวจ ๒ แผ่น", [("แผนการตรวจ", "2 แผ่น")]),
    ("สิ่งที่ส่งมาด้วย ภาพถ่ายความเสียหาย ๖ ภาพ", [("ภาพถ่ายความเสียหาย", "6 ภาพ")]),
    ("สิ่งที่ส่งมาด้วย แผนการตรวจ ปี ๒๕๖๖", [("แผนการตรวจ ปี ๒๕๖๖", None)]),
    (
        "สิ่งที่ส่งมาด้วย\n๑. แผน จำนวน ๑ ชุด\n๒) รายชื่อ (แบบ ๒.๑) จำนวน ๑๐ ฉบับ\n๓.ปฏิทิน",
        [("แผน", "1 ชุด"), ("รายชื่อ (แบบ ๒.๑)", "10 ฉบับ"), ("ปฏิทิน", None)],
    ),
    (
        "สิ่งที่ส่งมาด้วย ๑. แบบสำรวจการใช้งาน\tจำนวน ๑ ชุด\nเครื่องคอมพิวเตอร์\n๒. รายชื่อ\tจำนวน ๒ ชุด",
        [("แบบสำรวจการใช้งานเครื่องคอมพิวเตอร์", "1 ชุด"), ("รายชื่อ", "2 ชุด")],
    ),
    (
        "สิ่งที่ส่งมาด้วย แผน จำนวน ๑ ชุด\nรายชื่อ จำนวน ๒ ชุด",
        [("แผน", "1 ชุด"), ("รายชื่อ", "2 ชุด")],
    ),
    ("สิ่งทีส่งมาดวย แผน จำนวน ๑ ชุด", [("แผน", "1 ชุด")]),
    (  # the clauses of the text count anew
        "สิ่งที่ส่งมาด้วย ๑. แผน จำนวน ๑ ชุด\n๒. รายชื่อ\n๑. ตามที่กรมกำหนดให้ส่งแผน\n๒. ขอให้ส่งภายในวันศุกร์",
        [("แผน", "1 ชุด"), ("รายชื่อ", None)],
    ),
    ("สิ่งที่ส่งมาด้วย ๑: แผนการตรวจ\n๒. รายชื่อ", [("แผนการตรวจ", None), ("รายชื่อ", None)]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_enclosures(text: str, expected: list[tuple[str, str | None]]) -> None:
    document = Document((page_from_text(f"{HEAD}{text}\nด้วยกรมกำหนดแผน จำนวน ๙ ชุด"),))
    assert [(e.title, e.quantity) for e in read_enclosures(document)] == expected


@pytest.mark.parametrize(
    "opening",
    [
        "วันที่ ๑๐ กันยายนของทุกปี องค์การระหว่างประเทศกำหนดให้เป็นวันแห่งการป้องกัน และในเขตนี้",
        "ปรากฏว่าในแต่ละปียังมีผู้ปล่อยให้ใบอนุญาตขาดอายุโดยไม่รู้ตัวอีกเป็นจำนวนมาก ซึ่งผู้ที่ขาดอายุ",
        "พนักงานผู้มีหน้าที่ตรวจสอบได้ลงพื้นที่แล้วพบว่าอาคารหลายหลังไม่มีทางหนีไฟ และประตูบางบาน",
    ],
)
@pytest.mark.parametrize("printed", [True, False])
def test_a_paragraph_of_any_words_is_no_enclosure(opening: str, printed: bool) -> None:
    paragraph = f"{opening} ยังมีแนวโน้มเพิ่มขึ้นติดต่อกันหลายปี จึงขอให้ท่านแจ้งผู้เกี่ยวข้องทราบต่อไป"
    text = f"{HEAD}สิ่งที่ส่งมาด้วย  บัญชีรายชื่อผู้เกี่ยวข้อง\n  {paragraph}"
    sheets = tuple(pages(text)) if printed else (page_from_text(text),)
    (enclosure,) = read_enclosures(Document(sheets))
    assert (enclosure.title, enclosure.quantity) == ("บัญชีรายชื่อผู้เกี่ยวข้อง", None)
