"""Signs that cannot stand so in Thai were misread, whatever the word."""

from __future__ import annotations

import pytest

from extractors.doubt.spelling import impossible_signs


@pytest.mark.parametrize(
    "text",
    [
        "ผูั้ใหญ่บ้าน",  # two vowels on one letter
        "นายสมชาย ข๋ำดี",  # ข has no ๋
        "โรงเรียนพื๊นที่สูง",
        "ชุมชนแ",
        "นาย ัมพร ใจดี",  # a mark on nothing
        "านทะเบียน",  # the letter before it was lost
        "ครูั",
    ],
)
def test_no_word_is_spelt_so(text: str) -> None:
    assert impossible_signs(text)


@pytest.mark.parametrize(
    "text",
    [
        "ผู้ใหญ่บ้าน สิทธิ์ พันธุ์ ก๋วยเตี๋ยว โต๊ะ จ๊ะ ตั๋ว น้ำ ค่ำ",
        "นายอาแซ มะโซ๊ะ",
        "พระธมฺมธโร",
        "ชื่อ มือ หรือ คืน เป็น เห็น ก็",
        "ฯพณฯ ๓ มี.ค. ๒๕๖๗ ๆ",
        "",
    ],
)
def test_words_that_are(text: str) -> None:
    assert impossible_signs(text) is None
