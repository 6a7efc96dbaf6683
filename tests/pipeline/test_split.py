from __future__ import annotations

import pytest

from pipeline.models import Page
from pipeline.plain_text import page_from_text
from pipeline.split import signs, split
from tests.extractors import print_shop

LETTER = (
    "ที่ ยธ ๐๗๐๑/๕๕\tกรมคุมประพฤติ\n๒ กุมภาพันธ์ ๒๕๖๖\nเรื่อง ส่งแผน\nเรียน ผู้ว่าราชการจังหวัดตาก\nด้วยกรมขอส่งแผน"
)
SIGNED = "จึงเรียนมาเพื่อทราบ\nขอแสดงความนับถือ\n(นายสมมุติ ใจงาม)\nอธิบดี\nโทร. ๐ ๒๐๐๐ ๐๐๐๐"
MEMO = "บันทึกข้อความ\nส่วนราชการ กองคลัง\nที่ ตก ๑/๒\tวันที่ ๓ มกราคม ๒๕๖๖\nเรื่อง ขออนุมัติ\nเรียน ปลัด"
ORDER = "คำสั่งจังหวัดตาก\nที่ ๑๒/๒๕๖๖\nเรื่อง แต่งตั้งคณะทำงาน\nด้วยจังหวัดตาก\n๑. นายอำเภอ\tประธาน"
ORDER_END = "๗. ปลัดอำเภอ\tกรรมการ\nสั่ง ณ วันที่ ๑ มกราคม ๒๕๖๖\n(นายสมมุติ ใจงาม)"
FORM = "แบบรายงานผลการดำเนินงาน\nจังหวัด..........\nข้อมูล ณ วันที่ ........\nที่\tเรื่อง\n๑"
ANNOUNCEMENT = "ประกาศจังหวัดตาก\nเรื่อง รับสมัคร\nด้วยจังหวัด\nประกาศ ณ วันที่ ๑ มกราคม ๒๕๖๖"
REPORT = "รายงานผลการจัดเก็บรายได้\nเทศบาลเมืองตาก\nประจำเดือนธันวาคม ๒๕๖๕\nที่\tรายได้\tจัดเก็บได้\n๑\tภาษี\t๕๐"
MINUTES = "รายงานการประชุมคณะทำงาน\nครั้งที่ ๑/๒๕๖๖\nผู้มาประชุม"
SEALED = "ที่ ยธ ๐๗๐๑/ว ๕๕\nถึง สำนักงานคุมประพฤติจังหวัดตาก\nพร้อมหนังสือนี้ ขอส่ง"
ANNEX = "กำหนดการประชุม\n๐๘.๓๐ น. ลงทะเบียน\n๐๙.๐๐ น. พิธีเปิด"
LIST = "รายชื่อโรงเรียน\n๑. บ้านนา\n๒. บ้านไร่"
BLANKS = "ชื่อ............\nที่ตั้ง............\nจำนวน............คน"

# pages → (first, last) of each document
CASES = {
    "one page": ([LETTER], [(1, 1)]),
    "two letters": ([f"{LETTER}\n{SIGNED}", f"{LETTER}\n{SIGNED}"], [(1, 1), (2, 2)]),
    "letter of two pages, page number": ([LETTER, f"๒\n{SIGNED}"], [(1, 2)]),
    "page number between dashes, a cited letter on top": (
        [LETTER, f"- ๒ -\nตามหนังสือ\nที่ มท ๐๑๐๑/๒ เรื่อง แผน\n{SIGNED}"],
        [(1, 2)],
    ),
    "continued with a clause": ([LETTER, f"๓. รายงานผล\n{SIGNED}"], [(1, 2)]),
    "word that calls the next page": (
        [f"{LETTER}\n/ประกาศ...", f"ประกาศจังหวัด\n{SIGNED}"],
        [(1, 2)],
    ),
    "the post of a day on a sheet between letters": (
        [f"{LETTER}\n{SIGNED}", "หนังสือเข้า\n๘ กรกฎาคม ๒๕๖๕", f"{LETTER}\n{SIGNED}"],
        [(1, 1), (3, 3)],
    ),
    "the post of an office on a day": (
        [f"{LETTER}\n{SIGNED}", "หนังสือรับ\nงานธุรการ\n8 ก.ค. 2565", f"{LETTER}\n{SIGNED}"],
        [(1, 1), (3, 3)],
    ),
    "a folder of what is to be signed, a sheet before forms": (
        [f"{LETTER}\n{SIGNED}", "แฟ้มเสนอเซ็น\n๘ กรกฎาคม ๒๕๖๕", MEMO, "แบบพิมพ์\nงานทะเบียน", FORM],
        [(1, 1), (3, 3), (5, 5)],
    ),
    "a sheet that counts the papers behind it and says what they are": (
        [f"{LETTER}\n{SIGNED}", "ชุดที่ ๓\nคำตอบของหน่วยงาน", MEMO],
        [(1, 1), (3, 3)],
    ),
    "guidance, numbered as the second page of a form that is signed on its first": (
        [f"{LETTER}\n{SIGNED}", f"{FORM}\nลงชื่อ..........\nหน้า ๑/๒", "คำชี้แจง\nหน้า ๒/๒", LIST],
        [(1, 1), (2, 3), (4, 4)],
    ),
    "a receipt behind a form": (
        [FORM, "เล่มที่ ๔\tเลขที่ ๙๑\nใบรับเงินค่าบำรุง\nเทศบาลเมืองตาก"],
        [(1, 1), (2, 2)],
    ),
    "a form, its label on the row of its title": (
        [f"{ORDER}\n{ORDER_END}", f"สิ่งที่ส่งมาด้วย ๒\t{FORM}"],
        [(1, 1), (2, 2)],
    ),
    "letter, its order, its form": (
        [f"{LETTER}\n{SIGNED}", ORDER, ORDER_END, FORM],
        [(1, 1), (2, 3), (4, 4)],
    ),
    "order right behind an unsigned page": ([LETTER, ORDER], [(1, 1), (2, 2)]),
    "sample": ([f"{LETTER}\n{SIGNED}", f"- ตัวอย่าง -\n{ORDER}"], [(1, 1), (2, 2)]),
    "memo": ([f"{LETTER}\n{SIGNED}", MEMO], [(1, 1), (2, 2)]),
    "announcement and minutes": ([MEMO, ANNOUNCEMENT, MINUTES], [(1, 1), (2, 2), (3, 3)]),
    "stamped letter": ([f"{MEMO}\n{SIGNED}", SEALED], [(1, 1), (2, 2)]),
    "a programme and a list behind a letter are a part of it": (
        [f"{LETTER}\n{SIGNED}", ANNEX, f"สิ่งที่ส่งมาด้วย ๒\n{LIST}", "สิ่งที่ส่งมาด้วย ๒\n๓. บ้านตาก"],
        [(1, 4)],
    ),
    "a programme behind what a letter encloses may be enclosed by the letter": (
        [
            f"{LETTER.replace('ด้วย', 'สิ่งที่ส่งมาด้วย ๑. คำสั่ง ๒. กำหนดการ', 1)}\n{SIGNED}",
            f"{ORDER}\n{ORDER_END}",
            ANNEX,
        ],
        [(1, 1), (2, 2), (3, 3)],
    ),
    "a programme behind an order that comes by itself is a part of it": (
        [f"{ORDER}\n{ORDER_END}", ANNEX],
        [(1, 2)],
    ),
    "what somebody signed is a paper of its own": (
        [f"{LETTER}\n{SIGNED}", f"สิ่งที่ส่งมาด้วย ๑\n{LIST}\n(นายสมมุติ ใจงาม)\nผู้จัดทำ"],
        [(1, 1), (2, 2)],
    ),
    "what is to be filled in is a paper of its own": (
        [f"{LETTER}\n{SIGNED}", f"สิ่งที่ส่งมาด้วย ๑\nข้อมูลโรงเรียน\n{BLANKS}"],
        [(1, 1), (2, 2)],
    ),
    "a project that is sent along is a paper of its own": (
        [f"{LETTER}\n{SIGNED}", "สิ่งที่ส่งมาด้วย ๑\nโครงการปลูกป่า\nหลักการและเหตุผล"],
        [(1, 1), (2, 2)],
    ),
    "a list behind a form is no part of it": (
        [FORM, f"สิ่งที่ส่งมาด้วย ๒\n{LIST}"],
        [(1, 1), (2, 2)],
    ),
    "a programme begins on the page that a letter ends on": ([LETTER, ANNEX], [(1, 2)]),
    "what is annexed to an order is a part of it": (
        [f"{ORDER}\n{ORDER_END}", f"บัญชีรายชื่อแนบท้ายคำสั่งจังหวัดตาก\n{ANNEX}", ANNEX],
        [(1, 3)],
    ),
    "table that goes on under its title": ([FORM, FORM.replace("๑", "๒")], [(1, 2)]),
    "blank page stays with what came before": (
        [f"{LETTER}\n{SIGNED}", "", ORDER],
        [(1, 2), (3, 3)],
    ),
    "blank page at the beginning": (["", LETTER], [(1, 2)]),
    "nothing but blank pages": (["", ""], [(1, 2)]),
    "misread keywords": (
        [f"{LETTER}\n{SIGNED}", LETTER.replace("เรื่อง", "เรือง").replace("ที่ ยธ", "ที ยธ")],
        [(1, 1), (2, 2)],
    ),
    "stamp lines first": (
        [f"{LETTER}\n{SIGNED}", f"สำนักงานจังหวัดตาก\nเลขรับ 12\nวันที่ ๓ ม.ค. ๖๖\n{LETTER}"],
        [(1, 1), (2, 2)],
    ),
    "reports by other titles": (
        [FORM, REPORT, REPORT.replace("เมืองตาก", "เมืองเถิน").replace("ธันวาคม", "มกราคม")],
        [(1, 1), (2, 2), (3, 3)],
    ),
    "a page that goes on with what to report": (
        [LETTER, f"รายงานผลการดำเนินงานให้\nจังหวัดทราบภายในวันที่ ๕\n{SIGNED}"],
        [(1, 2)],
    ),
    "a certificate of training behind a signed letter": (
        [
            f"{LETTER}\n{SIGNED}",
            "โรงพยาบาลตาก\nประกาศนียบัตรฉบับนี้ให้ไว้เพื่อแสดงว่า\nนางสมมุติ ใจงาม\nให้ไว้ ณ วันที่ ๑ มกราคม ๒๕๖๖",
        ],
        [(1, 1), (2, 2)],
    ),
    "a news sheet, its kind on the right": (
        [ANNOUNCEMENT, "เทศบาลเมืองตาก\tข่าว\nข่าวที่ ๙/๒๕๖๖\tวันที่ ๓ มกราคม ๒๕๖๖\nเปิดถนนคนเดิน"],
        [(1, 1), (2, 2)],
    ),
    "a news sheet, the office whose news it is in its band": (
        [
            f"{MEMO}\n{SIGNED}",
            "ข่าวโรงพยาบาลตาก\tวันที่ ๓ มกราคม ๒๕๖๖\nเปิดคลินิกนอกเวลาให้ผู้ป่วย\nผู้อำนวยการเปิดเผยว่า",
        ],
        [(1, 1), (2, 2)],
    ),
    "a sheet of statistics, its unit and its day on one row": (
        [
            REPORT,
            "รายงานสถิติผู้ป่วยนอก ประจำเดือนมกราคม ๒๕๖๖\nโรงพยาบาลตาก\tข้อมูล ณ วันที่ ๓ ก.พ. ๖๖\nแผนก\tรวม",
        ],
        [(1, 1), (2, 2)],
    ),
    "a sheet that only says that enclosures follow": (
        [f"{LETTER}\n{SIGNED}", "สิ่งที่ส่งมาด้วย ๑ - ๓", ORDER],
        [(1, 1), (3, 3)],
    ),
    "a sheet before a volume of enclosures, flecks of its frame read as figures": (
        [f"{LETTER}\n{SIGNED}", ".9\nเอกสารแนบ\t1\n(เล่มที ๒)", ORDER],
        [(1, 1), (3, 3)],
    ),
    "a sheet before a sample of news, which its band names by the office": (
        [
            f"{MEMO}\n{SIGNED}",
            "เอกสารแนบ\nตัวอย่างข่าว",
            "ข่าวโรงพยาบาลแม่สอด\n๒๖ มิถุนายน ๒๕๖๘\nโรงพยาบาลแม่สอดเปิดคลินิกนอกเวลา",
        ],
        [(1, 1), (3, 3)],
    ),
    "a page with nothing but its number": ([f"{MEMO}\n{SIGNED}", "- ๒ -"], [(1, 2)]),
    "no pages": ([], []),
}


def _pages(texts: list[str]) -> list[Page]:
    return [page_from_text(text, number) for number, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(("texts", "expected"), CASES.values(), ids=CASES.keys())
def test_split(texts: list[str], expected: list[tuple[int, int]]) -> None:
    assert [(d.first, d.last) for d in split(_pages(texts))] == expected


def test_a_sheet_of_a_few_words_between_two_letters_is_part_of_neither() -> None:
    sheet = "\n\n^เรื่องตอบกลับ\n^ธันวาคม ๒๕๖๗"
    letter = f"{LETTER}\n{SIGNED}"
    printed = print_shop.pages(f"{letter}<<PAGE>>{sheet}<<PAGE>>{letter}")
    assert [(d.first, d.last) for d in split(printed)] == [(1, 1), (3, 3)]
    printed = print_shop.pages(f"{letter}<<PAGE>>{sheet}<<PAGE>>{ANNOUNCEMENT}")
    assert [(d.first, d.last) for d in split(printed)] == [(1, 1), (3, 3)]


# What lies behind a letter, as print in its places → (first, last) of each document
BEHIND_A_LETTER = {
    "a price list": ("^ราคาวัสดุ\n|ที่|รายการ|ราคา|\n|๑|ปูน|๑๒๐|", [(1, 2)]),
    "a sheet whose columns await entries, and a list that may be anybody's": (
        "^ลงเวลามาประชุม\n|ที่|ชื่อ|ลายมือชื่อ|\n|๑|นายดี งาม||<<PAGE>>^รายชื่อแขก\n๑. นายมา ดี",
        [(1, 1), (2, 2), (3, 3)],
    ),
    "an estimate that is signed on its second leaf": (
        "^ประมาณการค่าซ่อม\n|ที่|รายการ|ราคา|\n|๑|ปูน|๑๒๐|<<PAGE>>|๒|ทราย|๙๐|\n~(นายช่าง ดีงาม)",
        [(1, 1), (2, 3)],
    ),
    "a cover with contents behind it": (
        "^ล้างมืออย่างไร\n^ฉบับปรับปรุง\n^มีนาคม ๒๕๖๖<<PAGE>>^สารบัญ\nขั้นตอน\t๑",
        [(1, 1), (2, 3)],
    ),
    "news: a headline, and an office that does something": (
        "^เปิดถนนคนเดินแล้ว\n    เทศบาลเมืองตากเปิดถนนคนเดินเลียบแม่น้ำปิงให้ประชาชนเที่ยวชมทุกเย็นวันเสาร์",
        [(1, 1), (2, 2)],
    ),
    "a speech": (
        "^คำกล่าวขอบคุณ\n    ขอขอบคุณทุกท่านที่ร่วมสมทบทุนสร้างถนนคนเดินเลียบแม่น้ำปิงให้ประชาชนเที่ยวชม",
        [(1, 2)],
    ),
    "a list of the office that writes": ("^รายชื่อโรงเรียน\n^กรมคุมประพฤติ\n๑. บ้านนา", [(1, 2)]),
    "a list of another office": (
        "^รายชื่อโรงเรียน\n^เทศบาลเมืองตาก\n๑. บ้านนา",
        [(1, 1), (2, 2)],
    ),
}


@pytest.mark.parametrize(
    ("behind", "expected"), BEHIND_A_LETTER.values(), ids=BEHIND_A_LETTER.keys()
)
def test_behind_a_letter(behind: str, expected: list[tuple[int, int]]) -> None:
    printed = print_shop.pages(f"{LETTER}\n{SIGNED}<<PAGE>>{behind}")
    assert [(d.first, d.last) for d in split(printed)] == expected


def test_packet(packet_pages: tuple[Page, ...]) -> None:
    documents = split(packet_pages)
    assert [(d.first, d.last) for d in documents] == [(1, 1), (2, 3), (4, 5), (6, 6), (7, 7)]


def test_no_page_is_lost(packet_pages: tuple[Page, ...]) -> None:
    pages = [page for document in split(packet_pages) for page in document.pages]
    assert tuple(pages) == packet_pages


def test_every_sign_has_a_reason() -> None:
    one, other = _pages([f"{LETTER}\n{SIGNED}", ORDER])
    found = signs([one], other)
    assert sum(sign.weight for sign in found) >= 3
    assert all(sign.reason for sign in found)
