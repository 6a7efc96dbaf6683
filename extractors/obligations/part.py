"""One thing that a request asks for, and the words that tie it to what stands before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.record import Action

LINK = re.compile(
    r"(?:^|\s|(?<=[ก-๎\d)]))(?P<link>และ|แล้ว(?:จึง)?|จากนั้น|ต่อจากนั้น|พร้อมทั้ง|พร้อมกับ|พร้อมกันนี้|พร้อมกันนั้น|พร้อม|รวมทั้ง|รวมถึง|ตลอดจน|ตลอดทั้ง|อีกทั้ง|กับทั้ง|(?<=\s)กับ|โดย|ทั้งนี้)\s?"
    r"(?:ขอให้|ขอได้โปรด|โปรด|กรุณา|ให้)?\s?(?:ท่าน)?\s?(?:เดินทาง)?(?:ไป|มา)?(?:ร่วม)?$"
)
COUNTED = re.compile(
    r"\s(?:และ\s?)?(?:\(?[\d๑-๙]{1,2}[.)]|(?:ประการ|ข้อ)?(?:ที่)?(?:หนึ่ง|สอง|สาม|สี่|ห้า|แรก)\s)\s*$"
)
_DONE = re.compile(r"ที่[^\s]{2,16}แล้ว\s?$")  # ต้นฉบับที่แก้ไขแล้ว│คืน
WITH = ("พร้อมทั้ง", "พร้อมกับ", "พร้อม")  # what comes along with the thing
ALSO = (
    "รวมทั้ง",
    "รวมถึง",
    "ตลอดจน",
    "ตลอดทั้ง",
    "อีกทั้ง",
    "กับทั้ง",
    "กับ",
    "พร้อมกันนี้",
    "พร้อมกันนั้น",
)  # another thing
HOW = ("โดย", "ทั้งนี้")  # how it is to be done
DATED = re.compile(r"ภายใน|ไม่เกิน|อย่างช้า|ก่อนวัน|จนถึงวัน|ระหว่างวัน")
# มอบหมายผู้ประสานงาน… | กำหนดผู้อนุมัติลำดับที่ ๑ และลำดับที่ ๒: who is to do it from then on
APPOINTS = (
    r"(?:(?:มอบหมาย|แต่งตั้ง|กำหนด)(?:ให้)?(?:เจ้าหน้าที่|พนักงาน|บุคลากร|ครู|อาจารย์)?"
    r"(?:ผู้(?!เข้า|มีสิทธิเข้า|แทน|ได้รับ|สมัคร|ผ่าน|สอบ)|รับผิดชอบ|นำตรวจ))"
)
APPOINTING = re.compile(APPOINTS)
SENDING: tuple[Action, ...] = ("report", "reply")


@dataclass(frozen=True, slots=True)
class Part:
    """`text[start:end]` asks for one thing; `action` None: for nothing but courtesy. `link` is the
    word that ties it to what stands before it; `known`: its verb is one of the table; `bare`:
    its verb has no object (ตรวจสอบข้อมูล│และแก้ไข│ให้ถูกต้อง)."""

    start: int
    end: int
    action: Action | None
    link: str = ""
    role: str = ""
    known: bool = True
    bare: bool = False


def link_before(before: str) -> str:
    """The word that ties what follows to a text; empty if none does."""
    found = LINK.search(before)
    if found is None or (found["link"] == "แล้ว" and _DONE.search(before)):
        return ""
    return found["link"].removesuffix("จึง")


def without_link(text: str, part: Part) -> int:
    """Where a part ends, the word that ties the next to it left out."""
    said = text[part.start : part.end]
    found = COUNTED.search(said) or LINK.search(said)
    return part.start + found.start() if found else part.end


def has_deadline(text: str, part: Part) -> bool:
    """Whether a part tells by when it is to be done; a span of days may be that of what is told."""
    found = DATED.search(text, part.start, part.end)
    return found is not None and found[0] != "ระหว่างวัน"


def is_dated(text: str, part: Part) -> bool:
    """Whether a part tells by when, or within which days."""
    return DATED.search(text, part.start, part.end) is not None
