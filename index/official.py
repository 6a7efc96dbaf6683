"""Official Thai as letters write it: dates, digits, and how one document names another.

A reference names the office that issued the document, its number and its date (regulation on
correspondence B.E. 2526, annex 1: อ้างถึง).
"""

from __future__ import annotations

from typing import Any

from index.names import date_span
from pipeline.thai_digits import thai
from pipeline.thai_months import MONTHS, SHORT_MONTHS

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


def thai_date(iso: str | None) -> str:
    """An ISO date in the Buddhist Era, short; a day left blank stays out.

    >>> thai_date("2021-02-15"), thai_date("2021-02"), thai_date(None)
    ('15 ก.พ. 2564', 'ก.พ. 2564', '')
    """
    if not iso:
        return ""
    year, *rest = iso.split("-")
    parts = [str(int(year) + 543)]
    if rest:
        parts.insert(0, SHORT_MONTHS[int(rest[0]) - 1])
    if len(rest) > 1:
        parts.insert(0, str(int(rest[1])))
    return " ".join(parts)


def thai_period(period: dict[str, object] | None) -> str:
    """A span of the fiscal year; of whole months without their days.

    >>> thai_period({"fiscal_year": 2564, "quarter": 2, "start": "2021-01-01", "end": "2021-03-31"})
    'ไตรมาส 2/2564'
    >>> thai_period({"quarter": None, "start": "2021-01-01", "end": "2021-01-31"})
    'ม.ค. 2564'
    """
    if not period:
        return ""
    if period["quarter"] is not None:
        return f"ไตรมาส {period['quarter']}/{period['fiscal_year']}"
    first, last = ends_of(str(period["start"]), str(period["end"]))
    return thai_date(first) if first == last else f"{thai_date(first)} – {thai_date(last)}"


def ends_of(start: str, end: str) -> tuple[str, str]:
    """The first and the last day of a span, ISO; its months where they are whole.

    >>> ends_of("2020-10-01", "2021-02-28"), ends_of("2021-01-01", "2021-01-15")
    (('2020-10', '2021-02'), ('2021-01-01', '2021-01-15'))
    """
    if start == date_span(start[:7])[0] and end == date_span(end[:7])[1]:
        return start[:7], end[:7]
    return start, end
