"""The Thai words people read for the codes that scripts read, and dates as Thai offices write them.

Kinds are named as in the Prime Minister's Office regulation on correspondence, B.E. 2526.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from index.official import ends_of
from index.official import thai_date as thai_date
from index.official import thai_period as thai_period
from saraban.messages import Language

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ISO = re.compile(r"(?<![\d-])(?:1[89]|2[01])\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?(?![\d-])")

KINDS = {
    "external_letter": "หนังสือภายนอก",
    "memo": "บันทึกข้อความ",
    "stamped_letter": "หนังสือประทับตรา",
    "order": "คำสั่ง",
    "regulation": "ระเบียบ",
    "bylaw": "ข้อบังคับ",
    "announcement": "ประกาศ",
    "statement": "แถลงการณ์",
    "news": "ข่าว",
    "certificate": "หนังสือรับรอง",
    "minutes": "รายงานการประชุม",
    "report": "รายงานผล",
    "form": "แบบฟอร์ม",
    "other": "อื่น ๆ",
}

# how a document stands to the one it points at, and to the one that points at it
RELATIONS_UP = {
    "answers": "รายงานตาม",
    "implements": "ปฏิบัติตาม",
    "cites": "อ้างถึง",
    "encloses": "ส่งมาด้วย",
}
RELATIONS_DOWN = {
    "answers": "มีรายงานจาก",
    "implements": "มีการปฏิบัติโดย",
    "cites": "ถูกอ้างถึงโดย",
    "encloses": "แนบมากับ",
}

CERTAINTIES = {
    "exact": "ตรงกัน",
    "probable": "น่าจะใช่",
    "confirmed": "ยืนยันแล้ว",
    "unresolved": "ยังไม่พบในคลัง",
}

DUE = {
    "received": "ได้รับแล้ว",
    "late": "ส่งล่าช้า",
    "missing": "ขาดส่ง",
    "not_yet_due": "ยังไม่ถึงกำหนด",
}

# what the day of a report's receipt is known by: only a stamp is a fact
RECEIVED_BY = {
    "stamp": "ตราประทับรับ",
    "as_of": "วันที่ของข้อมูล (ไม่มีตรารับ)",
    "accession": "วันที่เก็บเข้าคลัง (ไม่มีตรารับ)",
}

INTAKE = {
    "archived": "เก็บแล้ว",
    "duplicate": "มีอยู่แล้ว",
    "quarantined": "กักไว้",
}


def visible(text: object) -> str:
    """Text made safe for a terminal: what would steer it (control and direction characters) is
    replaced, line breaks become spaces.

    >>> visible("a\\x1b[31mb\\u202ec")
    'a�[31mb�c'
    """
    return "".join(
        " " if character in "\n\r\t" else "�" if _steers(character) else character
        for character in str(text)
    )


def _steers(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs"} and character != "\u200b"


def day(iso: str | None, language: Language = "th") -> str:
    """An ISO date in the Buddhist Era, as the documents themselves have it.

    >>> day("2021-02-15"), day("2021-02-15", "en"), day("2021-02", "en")
    ('15 ก.พ. 2564', '15 Feb 2564', 'Feb 2564')
    """
    if language == "th" or not iso:
        return thai_date(iso)
    year, *rest = iso.split("-")
    parts = [str(int(rest[1]))] if len(rest) > 1 else []
    parts += [_MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*parts, str(int(year) + 543)])


def period(span: dict[str, Any] | None, language: Language = "th") -> str:
    """A span of the fiscal year (`period` of the contract).

    >>> period({"fiscal_year": 2564, "quarter": 2, "start": "2021-01-01", "end": "…"}, "en")
    'quarter 2/2564'
    """
    if language == "th" or not span:
        return thai_period(span)
    if span["quarter"] is not None:
        return f"quarter {span['quarter']}/{span['fiscal_year']}"
    first, last = ends_of(span["start"], span["end"])
    return day(first, "en") if first == last else f"{day(first, 'en')} – {day(last, 'en')}"


def in_buddhist_era(text: str, language: Language = "th") -> str:
    """A text with its ISO dates as people write them.

    >>> in_buddhist_era("dated 2021-01-01 to 2021-06-30", "en")
    'dated 1 Jan 2564 to 30 Jun 2564'
    """
    return _ISO.sub(lambda found: day(found[0], language), text)
