"""The first day of what recurs, reckoned from its rhythm and from the time it is to begin with."""

from __future__ import annotations

import re

from extractors.dates import THAI_MONTH
from extractors.obligations.times.context import Context
from extractors.obligations.times.due_days import day_after
from extractors.obligations.times.schedule import (
    find_due_day,
    find_first_month,
    find_first_period,
    is_due_the_month_after,
)
from extractors.record import Frequency, Period
from pipeline.thai_digits import arabic

# ส่งยอดทุกสิ้นเดือน เริ่มเดือนมีนาคม ๒๕๖๗ | ภายในวันสุดท้ายของทุกเดือน | ทุกวันสุดท้ายของเดือน
_AT_MONTHS_END = re.compile(r"ทุก(?:วัน)?สิ้นเดือน|สิ้น(?:ทุก|ของทุก)เดือน|วันสุดท้ายของ(?:ทุก|แต่ละ)?\s?เดือน")
# ตั้งแต่เดือนตุลาคม ๒๕๖๓ เป็นต้นไป │ขอให้ส่ง…ทุกเดือน | นับแต่เดือนมกราคม ๒๕๖๗ │ให้รายงาน…
_FROM_A_MONTH = re.compile(
    rf"(?:ตั้งแต่|นับแต่|นับจาก|เริ่ม(?:ตั้งแต่|จาก)?)เดือน\s?(?:{THAI_MONTH})\s*(?:พ\.?\s?ศ\.?)?\s*2[45]\d\d"
    r"(?:\s?เป็นต้นไป|\s*(?:จึง)?\s?$)"
)
# ตั้งแต่ปีงบประมาณ พ.ศ. ๒๕๖๑ เป็นต้นไป │ขอให้รายงาน…เป็นรายไตรมาส
_FROM_A_YEAR = re.compile(
    r"(?:ตั้งแต่|นับแต่|เริ่ม(?:ตั้งแต่)?)\s?ปีงบประมาณ\s?(?:พ\.?\s?ศ\.?)?\s*2[45]\d\d\s?เป็นต้นไป"
)
# …ภายในวันที่ ๓ ของเดือนถัดไป │ทั้งนี้ ให้เริ่มจากรายงานของเดือนมกราคม ๒๕๖๗
_BEGINS_AFTER = re.compile(
    rf"\s*(?:(?:ทั้งนี้|โดย)\s?)?(?:ขอ)?(?:ให้)?(?:เริ่ม|เดือนแรกคือ)[^\d]{{0,40}}?(?:{THAI_MONTH})\s*(?:พ\.?\s?ศ\.?)?\s*2[45]\d\d"
)
_QUARTERS = (1, 4, 7, 10)  # months after a quarter


def first_reckoned(
    text: str, often: Frequency, period: Period | None, context: Context
) -> str | None:
    """The first day where a duty tells the day of the month, and it, or what stands around it,
    the time to begin with. ISO."""
    return (
        _reckoned(text, often, period, context.written)
        or _from_before(text, often, context)
        or _from_after(text, often, context)
    )


def _from_before(text: str, often: Frequency, context: Context) -> str | None:
    """Reckoned from a beginning told right before a duty, or a fiscal year told there."""
    said = arabic(context.sentence)
    begins = [*_FROM_A_MONTH.finditer(said)]
    if begins and often == "monthly":
        return _reckoned(f"{text} เริ่ม{begins[-1][0]}", often, None)
    years = [*_FROM_A_YEAR.finditer(said)]
    if years and often in ("quarterly", "half_yearly"):
        whole = f"{text} เริ่ม{years[-1][0].removeprefix('เริ่ม')}"
        return _reckoned(text, often, find_first_period(whole, None, context.written))
    return None


def _from_after(text: str, often: Frequency, context: Context) -> str | None:
    """Reckoned from a beginning told right after a duty."""
    begins = _BEGINS_AFTER.match(arabic(context.rest))
    return _reckoned(f"{text} {begins[0]}", often, None) if begins else None


def _reckoned(
    text: str, often: Frequency, period: Period | None, written: str | None = None
) -> str | None:
    """The first day where the text tells the day of the month and the period to begin with."""
    month = find_first_month(text, written) if often == "monthly" else None
    if month and _AT_MONTHS_END.search(text) and not is_due_the_month_after(text):
        return month.end
    day = find_due_day(text)
    if day is None:
        return None
    if month and not is_due_the_month_after(text):
        return f"{month.start[:-2]}{min(day, int(month.end[-2:])):02}"
    if month:
        return day_after(month, day)
    if period is None and often == "quarterly":
        month = find_first_month(text)  # …ของเดือนแรกของไตรมาสถัดไป เริ่มเดือนกรกฎาคม ๒๕๖๒
        if month and int(month.start[5:7]) in _QUARTERS:
            return f"{month.start[:-2]}{day:02}"
    return day_after(period, day) if period else None
