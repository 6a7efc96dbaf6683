"""The Thai words people read for the codes that scripts read, and dates as Thai offices write them.

Kinds are named as in the Prime Minister's Office regulation on correspondence, B.E. 2526.
"""

from __future__ import annotations

import unicodedata

from index.official import thai_date as thai_date
from index.official import thai_period as thai_period

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

ACTIONS = {
    "appoint": "แต่งตั้ง",
    "monitor": "ติดตาม",
    "report": "รายงาน",
    "reply": "ตอบ",
    "attend": "เข้าร่วม",
    "publish": "เผยแพร่",
    "other": "อื่น ๆ",
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
