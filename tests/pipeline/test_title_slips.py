"""Titles of persons that lost strokes."""

import pytest

from pipeline.models import Box, Line, Word
from pipeline.repair import repair
from pipeline.title_slips import title_slips

PLACE = Box(0.1, 0.1, 0.5, 0.12)


def mended(text: str) -> str:
    """A line's text as it stands after its repair; each letter was surely read."""
    words = tuple(Word(letter, PLACE, 0.93) for letter in text if not letter.isspace())
    return repair(Line(text=text, page=1, box=PLACE, confidence=0.93, words=words)).text


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("น่ายสมศักดิ์ เวียงทอง", "นายสมศักดิ์ เวียงทอง"),
        ("๓. นางส่าวสมศรี ฉิมพลี", "๓. นางสาวสมศรี ฉิมพลี"),
        ("๔. นวงสาวสมศรี ตั้งจิต", "๔. นางสาวสมศรี ตั้งจิต"),
        ("งสาวสมศรี ตั้งจิต", "นางสาวสมศรี ตั้งจิต"),
        ("(ผวยสมชาย ใจดี)", "(นายสมชาย ใจดี)"),
        ("ผู้ วยศาสตราจารย์อรวี มณีเนตร)", "ผู้ช่วยศาสตราจารย์อรวี มณีเนตร)"),
        ("ดำสั่งอำเภอท่าไม้", "คำสั่งอำเภอท่าไม้"),
        ("น เยกเทศมนตรีตำบลท่าไม้", "นายกเทศมนตรีตำบลท่าไม้"),
    ],
)
def test_a_title_before_a_listed_name_is_put_right(read: str, printed: str) -> None:
    assert mended(read) == printed


@pytest.mark.parametrize(
    "text",
    [
        "๓. ขายทอดตลาด พัสดุชำรุด",  # a word, and no name behind it
        "ขายทอง คำแท่ง",  # ขาย is a word, though ทอง is a name
        "(ต่างชาติ กำหนดไว้)",
        "สายสมร พึ่งธรรม",  # a given name of its own
        "นายสมชาย ใจเย็น",
        "ดำสั่งให้มา",  # a name, perhaps
        "ทราบว่าสมชาย ใจเย็น มาแล้ว",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert list(title_slips(text)) == []
    assert mended(text) == text
