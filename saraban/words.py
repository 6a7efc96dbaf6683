"""The Thai words people read for the codes that scripts read, and dates as Thai offices write them.

Kinds are named as in the Prime Minister's Office regulation on correspondence, B.E. 2526.
"""

from __future__ import annotations

import unicodedata

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

MONTHS = (
    *("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย."),
    *("ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."),
)


def thai_date(iso: str | None) -> str:
    """An ISO date in the Buddhist Era; a day left blank stays out.

    >>> thai_date("2021-02-15"), thai_date("2021-02"), thai_date(None)
    ('15 ก.พ. 2564', 'ก.พ. 2564', '')
    """
    if not iso:
        return ""
    year, *rest = iso.split("-")
    parts = [str(int(year) + 543)]
    if rest:
        parts.insert(0, MONTHS[int(rest[0]) - 1])
    if len(rest) > 1:
        parts.insert(0, str(int(rest[1])))
    return " ".join(parts)


def thai_period(period: dict[str, object] | None) -> str:
    """A span of the fiscal year.

    >>> thai_period({"fiscal_year": 2564, "quarter": 2, "start": "2021-01-01", "end": "2021-03-31"})
    'ไตรมาส 2/2564'
    """
    if not period:
        return ""
    if period["quarter"] is not None:
        return f"ไตรมาส {period['quarter']}/{period['fiscal_year']}"
    return f"{thai_date(str(period['start']))} – {thai_date(str(period['end']))}"


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
