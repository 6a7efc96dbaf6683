"""Official Thai as letters write it: dates, digits, and how one document names another.

A reference names the office that issued the document, its number and its date (regulation on
correspondence B.E. 2526, annex 1: อ้างถึง).
"""

from __future__ import annotations

from typing import Any

from extractors.dates import MONTHS
from extractors.digits import thai

Json = dict[str, Any]

_NAMED = {
    "external_letter": "หนังสือ",
    "stamped_letter": "หนังสือ",
    "memo": "บันทึกข้อความ",
    "order": "คำสั่ง",
    "announcement": "ประกาศ",
    "regulation": "ระเบียบ",
    "bylaw": "ข้อบังคับ",
    "certificate": "หนังสือรับรอง",
}
_BY_SUBJECT = ("announcement", "regulation", "bylaw", "minutes", "report", "form")


def full_date(iso: str) -> str:
    """A date in full, its day left out where it is blank.

    >>> full_date("2021-02-15"), full_date("2021-02")
    ('๑๕ กุมภาพันธ์ ๒๕๖๔', 'กุมภาพันธ์ ๒๕๖๔')
    """
    year, month, *day = iso.split("-")
    parts = [*(str(int(one)) for one in day), MONTHS[int(month) - 1], str(int(year) + 543)]
    return thai(" ".join(parts))


def cite(document: Json) -> str:
    """How a letter names this document (a SUMMARY of the contract) under อ้างถึง.

    >>> cite({"kind": "order", "issuer": "จังหวัดเลย", "number": "9/2564", "date": "2021-02-15",
    ...       "subject": "แต่งตั้งคณะทำงาน"})
    'คำสั่งจังหวัดเลย ที่ ๙/๒๕๖๔ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๔'
    """
    kind = document["kind"]
    parts = [_NAMED.get(kind, "") + (document["issuer"] or "")]
    if document["subject"] and (kind in _BY_SUBJECT or not document["number"]):
        parts.append(f"เรื่อง {document['subject']}")
    if document["number"]:
        parts.append(f"ที่ {thai(document['number'])}")
    if document["date"]:
        parts.append(f"ลงวันที่ {full_date(document['date'])}")
    return " ".join(part for part in parts if part)
