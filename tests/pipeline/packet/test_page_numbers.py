"""Page numbers, and what they tell of pages that lie out of order or in another's place."""

from __future__ import annotations

import pytest

from pipeline.packet.page_numbers import PageNumber, printed_number
from pipeline.plain_text import page_from_text
from pipeline.split import split

# text of a page → the number it bears, of how many, and whether it is more than a bare digit
NUMBERS = [
    ("- ๒ -\nต่อจากหน้าก่อน", (2, None, True)),
    ("-๒-\nต่อ", (2, None, True)),
    ("(๓)\nต่อ", (3, None, True)),
    ("๒\nต่อ", (2, None, False)),
    ("หน้า ๒\nต่อ", (2, None, True)),
    ("หน้า ๒/๓\nต่อ", (2, 3, True)),
    ("หน้าที่ ๒ จาก ๓\nต่อ", (2, 3, True)),
    ("คู่มือการตรวจ\tหน้า : 4\nต่อ", (4, None, True)),
    ("ต่อ\nอีกบรรทัด\nอีกบรรทัด\nPage 2 of 3", (2, 3, True)),
    ("ต่อ\nอีกบรรทัด\nอีกบรรทัด\n๒/๓", (2, 3, True)),
    ("ต่อ\nอีกบรรทัด\nอีกบรรทัด\n๒", None),  # a bare digit at the foot may be anything
    ("๕/๓\nต่อ", None),
    ("๒๕๖๖\nต่อ", None),
    ("๒. ให้รายงาน", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_printed_number(text: str, expected: tuple[int, int | None, bool] | None) -> None:
    found = printed_number(page_from_text(text))
    assert found == (None if expected is None else PageNumber(*expected))


FIRST = "ที่ ยธ ๐๗๐๑/{n}\tกรมคุมประพฤติ\n๒ กุมภาพันธ์ ๒๕๖๖\nเรื่อง ส่งแผน\nเรียน อธิบดี\nด้วยกรมขอส่งแผน"
END = "ขอแสดงความนับถือ\n(นายสมมุติ ใจงาม)\nอธิบดี"
MIDDLE = "- {n} -\nรายละเอียดของแผนมีดังนี้"
LAST = f"- {{n}} -\nจึงเรียนมาเพื่อทราบ\n{END}"
ONE, OTHER = FIRST.format(n=1), FIRST.format(n=2)
SHEET = "ใบคั่นเอกสาร"
MINUTES = "๑. ประธานแจ้งให้ทราบ\n๒. รับรองรายงาน"
LIST = "บัญชีรายชื่อ\n๑. นายหนึ่ง สมมุติ"
LIST_2 = "- ๒ -\n๒๑. นายสอง สมมุติ"

# pages → numbers of the pages of each document, in reading order
ORDERS = {
    "in order": ([ONE, MIDDLE.format(n="๒"), LAST.format(n="๓")], [[1, 2, 3]]),
    "two pages exchanged": ([ONE, LAST.format(n="๓"), MIDDLE.format(n="๒")], [[1, 3, 2]]),
    "exchanged, an annex behind": (
        [ONE, LAST.format(n="๓"), MIDDLE.format(n="๒"), MINUTES],
        [[1, 3, 2, 4]],
    ),
    "a blank back goes with its leaf": (
        [ONE, LAST.format(n="๓"), "", MIDDLE.format(n="๒")],
        [[1, 4, 2, 3]],
    ),
    "a page is missing: left as it lies": (
        [ONE, LAST.format(n="๔"), MIDDLE.format(n="๒")],
        [[1, 2, 3]],
    ),
    "scanned from the last page": (
        [LAST.format(n="๓"), MIDDLE.format(n="๒"), ONE],
        [[3, 2, 1]],
    ),
    "a later page before its first, behind a signed paper": (
        [f"{ONE}\n{END}", LAST.format(n="๒"), OTHER],
        [[1], [3, 2]],
    ),
    "a later page behind a signed paper, and the next is whole": (
        [f"{ONE}\n{END}", LAST.format(n="๒"), f"{OTHER}\n{END}"],
        [[1, 2], [3]],
    ),
    "a number that comes twice begins a paper that bears no title": (
        [ONE, LAST.format(n="๒"), MINUTES, LIST_2],
        [[1, 2], [3, 4]],
    ),
    "a first page says so": (
        [f"หน้า ๑/๒\n{ONE}", f"หน้า ๒/๒\n{END}", "หน้า ๑/๒\nกำหนดการ", "หน้า ๒/๒\nพิธีปิด"],
        [[1, 2], [3, 4]],
    ),
    "a separator sheet is part of no paper": ([f"{ONE}\n{END}", SHEET, MINUTES], [[1], [3]]),
    "nor is its blank back": ([f"{ONE}\n{END}", SHEET, "", MINUTES], [[1], [4]]),
    "a sheet that names a file and what it holds": (
        ["แฟ้มที่ ๔\nงานบวงสรวงศาลหลักบ้าน\nพฤษภาคม ๒๕๖๖", f"{ONE}\n{END}", MINUTES],
        [[2, 3]],
    ),
    "a sheet that counts, and names the registry": (
        [f"{ONE}\n{END}", "ลำดับที่ ๒\nงานสารบรรณ", MINUTES],
        [[1], [3]],
    ),
    "a paper that only begins so is none": ([f"แฟ้มที่ ๔\n{ONE}\n{END}", SHEET, OTHER], [[1], [3]]),
    "nothing but a separator sheet": ([SHEET, ""], [[1, 2]]),
}


@pytest.mark.parametrize(("texts", "expected"), ORDERS.values(), ids=ORDERS.keys())
def test_order(texts: list[str], expected: list[list[int]]) -> None:
    pages = [page_from_text(text, number) for number, text in enumerate(texts, 1)]
    documents = split(pages)
    assert [[page.number for page in document.pages] for document in documents] == expected
    for document in documents:
        numbers = [page.number for page in document.pages]
        assert (document.first, document.last) == (min(numbers), max(numbers))
        assert bool(document.notes) is (numbers != sorted(numbers))
        assert all("order of their page numbers" in note for note in document.notes)
