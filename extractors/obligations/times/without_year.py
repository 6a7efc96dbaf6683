"""A day that is told without its year: ภายใน ๓๑ ต.ค., ในวันเสาร์ที่ ๒๗ สิงหาคมนี้, ๑ ส.ค. ๖๗."""

from __future__ import annotations

import re
from datetime import date

from extractors.dates import THAI_MONTH, common_year, month_number
from pipeline.thai_digits import arabic

_DAY = re.compile(
    r"(?P<lead>(?:ภายใน|(?<!ณ\s)ใน|ก่อน|ไม่เกิน|ไม่ช้ากว่า|ตั้งแต่|จนถึง|ถึง|ให้เสร็จ|เช้า|เย็น|บ่าย|ค่ำ|คืน)\s?|(?<!ณ\s)(?<!ลง)(?<!เมื่อ)(?<!ของ)(?<!ประจำ)(?=วัน))"
    rf"(?P<named>วัน[ก-๎]{{0,10}}ที่)?\s?(?P<day>\d{{1,2}})\s(?P<month>{THAI_MONTH})"
    r"(?:\.?\s?(?P<year>\d\d)(?!\d))?(?!\.?\s*(?:พ\.?\s?ศ\.?|ศก)?\s*\d|\s?(?:ของ)?(?:ทุก|แต่ละ)|\s?[-–ถ])"
)
_PAST = re.compile(
    r"(?:ณ|ทุก|ว่า|เลื่อนเป็น|ลง|เมื่อ|ของ|ประจำ|ระหว่าง|[-–,]|และ)\s?(?:วัน[ก-๎]{0,10}ที่)?\s?$"
)
_FAR = 250  # days: what lies farther was rather in the past


def find_day_without_year(text: str, written: str | None) -> str | None:
    """The day that a text tells without its year, if it is one alone: the next such day from that
    on which the letter was `written` (ISO); None without it.

    >>> find_day_without_year("แจ้งหมายเลขตู้ใหม่ใน ๓ ม.ค.", "2024-10-24")
    '2025-01-03'
    >>> find_day_without_year("ตามอายุ ณ วันที่ ๓๐ กันยายน", "2024-10-24")
    """
    plain = arabic(text)
    told = [
        one
        for one in _DAY.finditer(plain)
        if (one["lead"] or one["named"]) and not _PAST.search(plain[: one.start()])
    ]
    if written is None or len(told) != 1:
        return None
    since = date.fromisoformat(written)
    month, day = month_number(told[0]["month"]), int(told[0]["day"])
    told_year = common_year(told[0]["year"]) if told[0]["year"] else None
    years = (told_year,) if told_year else (since.year, since.year + 1)
    days = (found for year in years if (found := _day(year, month, day)) is not None)
    near = (found for found in days if 0 <= (found - since).days <= _FAR)
    return next((found.isoformat() for found in near), None)


def _day(year: int, month: int | None, day: int) -> date | None:
    try:
        return date(year, month or 0, day)
    except ValueError:
        return None
