"""A misread word is put right only where nothing else can be meant."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import marks_apart, only_term_near, phrases, terms
from pipeline.misread import ITEMS, misreadings
from pipeline.thai_words import words


def repaired(text: str, doubtful: bool = True) -> str:
    for found in reversed(misreadings(text, [doubtful] * len(text))):
        text = text[: found.start] + found.word + text[found.end :]
    return text


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        # a tone mark is lost or confused, or a vowel
        ("การดำเนินงานจัดซือจัดจ้าง", "การดำเนินงานจัดซื้อจัดจ้าง"),
        ("ขอแก๋ไขคำสั่ง", "ขอแก้ไขคำสั่ง"),
        ("ประจำปึงบประมาณ ๒๕๖๔", "ประจำปีงบประมาณ ๒๕๖๔"),
        ("ตามหนังสิอ", "ตามหนังสือ"),
        ("หมายเหต", "หมายเหตุ"),
        ("สงเสรมการปกครองท้องถิน", "ส่งเสริมการปกครองท้องถิ่น"),
        # a set phrase is known though its misreading is words
        ("ปรากฏตามสิงที่ส่งมาด้วย ๑", "ปรากฏตามสิ่งที่ส่งมาด้วย ๑"),
        # keywords by their place
        ("เรือง ขออนุมัติจัดอบรม", "เรื่อง ขออนุมัติจัดอบรม"),
        ("ที ลพ ๐๐๒๓.๓/๑๒", "ที่ ลพ ๐๐๒๓.๓/๑๒"),
        ("ท็ วก", "ที่ วก"),  # a pen fills in what follows
        ("ที่ ล่พ ๐๐๒๓.๓/๑๒", "ที่ ลพ ๐๐๒๓.๓/๑๒"),
        ("ลงวันที ๑๑ มีนาคม ๒๕๖๔", "ลงวันที่ ๑๑ มีนาคม ๒๕๖๔"),
        # a month between a day and a year, the one place where a letter may be put right
        ("ลงวันที่ ๑๕ กันย่ายน ๒๕๖๑", "ลงวันที่ ๑๕ กันยายน ๒๕๖๑"),
        ("๒๓ มกราคมง พ.ศ. ๒๕๖๔", "๒๓ มกราคม พ.ศ. ๒๕๖๔"),
        ("กรกฎ่าคม ๒๕๖๘", "กรกฎาคม ๒๕๖๘"),  # a pen filled in its day
        # a space inside a word
        ("การบริห ารงาน", "การบริหารงาน"),
        ("งานประชาสัม พันธ์", "งานประชาสัมพันธ์"),
    ],
)
def test_surely_misread(read: str, meant: str) -> None:
    assert repaired(read) == meant


@pytest.mark.parametrize(
    "text",
    [
        "ขอพิจารณา",  # a word, though ข้อพิจารณา is one mark away
        "แสงเรืองรอง",  # no keyword: not at the start of a line, before a space
        "วันทีเดียว",  # no number follows
        "ตามอำนาจหน้าที่",  # holds the letters of มีอำนาจหน้าที่
        "ขอแสดงความนับกือ",  # a letter is wrong: never
        "นายชัยวัฒน วิชาการ",  # names, of persons
        "(นายบคคล จัดซือ)",
        "พ.ต.อ. หมายเหต ท้องถิน",
        "ว่าที่ร้อยตรี หนังสิอ",
        "บริษัทจัดซือจัดจ้าง จำกัด",  # and of firms and places
        "อำเภอท้องถิน",
        "ข้อ ก ข ค",  # no spaces inside a word
        "๑๒๓๔ 1234",
        "วันที่ ๕ มกนาคม ๒๕๖๔",  # มกราคม and มีนาคม are as near
        "ครั้งที่ ๑ มกราคมง ๕๐ คน",  # no year follows
    ],
)
def test_left_alone(text: str) -> None:
    assert repaired(text) == text


def test_nothing_is_changed_where_the_recogniser_is_sure() -> None:
    assert repaired("จัดซือจัดจ้าง", doubtful=False) == "จัดซือจัดจ้าง"
    doubt_elsewhere = [False] * len("จัดซือจัดจ้าง") + [False] * 4 + [True]
    assert misreadings("จัดซือจัดจ้าง ขอดู", doubt_elsewhere) == ()


def test_the_reason_is_told() -> None:
    (found,) = misreadings("หนังสิอ", [True] * 7)
    assert found.reason == "not a word; of all terms only หนังสือ is like it but for a mark"


THAI_WORDS = st.lists(st.sampled_from(sorted(words())), min_size=1, max_size=8)


@given(THAI_WORDS, st.sampled_from(["", " "]))
def test_a_text_of_true_words_is_never_changed(text: list[str], between: str) -> None:
    assert repaired(between.join(text)) == between.join(text)


@given(st.text(alphabet="กขงจดตถทนบปพมรลวสอหเแใาำะัิีึืุู่้็์ ๐๑๒123()./", max_size=40))
def test_digits_and_letters_stay(text: str) -> None:
    kept = re.compile(r"[^ัิ-ฺ็-๎ ]")
    assert kept.findall(repaired(text)) == kept.findall(text)


def test_marks_apart() -> None:
    assert marks_apart("สิงที่", "สิ่งที่") == 1
    assert marks_apart("ตั่ว", "ตัว") == 1
    assert marks_apart("ปึง", "ปีง") == 1
    assert marks_apart("ปุง", "ปีง") == 2  # they do not look alike
    assert marks_apart("นับกือ", "นับถือ") == 99


def test_a_true_word_as_near_is_doubt() -> None:
    assert only_term_near("สถานศึกษ") is None
    assert only_term_near("นักวิชาการศกษา") == "นักวิชาการศึกษา"


def test_the_tables() -> None:
    assert "หนังสือ" in terms() and "เรือง" not in terms()
    assert not any(re.search(r"[0-9๐-๙\s]", term) for term in terms())
    assert phrases()["สงทสงมาดวย"] == "สิ่งที่ส่งมาด้วย"
    for item in ITEMS:
        assert item.place.search(item.example)
