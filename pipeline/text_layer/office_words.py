"""Words that stand in every office's letters, and what a text layer makes of them.

A layer that loses tones, vowels above or ำ does so all over a page, and such a page has always some
of these words. Without their marks they are no words, nor parts of any: of 714 sound letters none
has one. So one spoilt word tells more than any share of marks, which varies with what is written.
"""

from __future__ import annotations

import re
from functools import lru_cache

_TABLE = """
เพื่อให้ ด้วย แต่งตั้ง ตั้งแต่ ได้รับ ระหว่าง หัวหน้า พร้อม ดังกล่าว แล้วเสร็จ ต้องการ
หน่วยงาน ข้อมูล ส่งเสริม เริ่ม ส่วนราชการ เรียบร้อย รายชื่อ เข้าร่วม ผู้ช่วย ท้องถิ่น ป้องกัน
เจ้าหน้าที่ เรียนมา เป็น จึงขอให้ ให้การ ผู้อำนวยการ ผู้ว่าราชการ ลงวันที่ ถูกต้อง หมู่บ้าน
ที่ประชุม ที่เกี่ยวข้อง ที่อ้างถึง ที่ส่งมา ที่ว่าการ ที่ปรึกษา
จำนวน อำนวยการ อำเภอ สำนักงาน กำหนด ดำเนิน คำสั่ง ตำบล ประจำ สำเนา คณะทำงาน จัดทำ ตำแหน่ง ชำนาญ อำนาจ
จังหวัด เดือน ขอแสดง พิจารณา หนังสือ ปฏิบัติ เลขานุการ มิถุนายน ฉบับ ตุลาคม กุมภาพันธ์ กันยายน
ธันวาคม พฤศจิกายน สิงหาคม กรกฎาคม พฤษภาคม ประชุม ปีงบประมาณ พัฒนา รักษา ราชการ กรรมการ โรงเรียน
สาธารณสุข อนุมัติ อนุญาต บุคคล ทุกจังหวัด สนับสนุน
"""
_WORDS = frozenset(_TABLE.split())
_WITH_AA = frozenset(word.replace("ำ", "า") for word in _WORDS)
_MARK = re.compile("[ัิ-ฺ็-๎]")


def spoilt_words(text: str) -> list[str]:
    """The office's words that are spoilt, as they stand in a normalised text."""
    return [found for found in _pattern().findall(text) if found not in _WORDS]


def is_confused(word: str) -> bool:
    """Whether a spoilt word has า for ำ or ำ for า, and no other fault."""
    return word.replace("ำ", "า") in _WITH_AA


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Each word with any of its marks missing or doubled, and า and ำ taken for one another."""
    longest_first = sorted(_WORDS, key=len, reverse=True)
    return re.compile("|".join("".join(map(_perhaps, word)) for word in longest_first))


def _perhaps(letter: str) -> str:
    if _MARK.match(letter):
        return letter + "{0,2}"
    return "[ำา]" if letter in "ำา" else letter
