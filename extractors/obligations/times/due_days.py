"""By which day something is due, as a sentence says it.

All functions take plain text; patterns run over it with Arabic digits, so places stay the same.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from extractors.dates import THAI_MONTH, DateMention, common_year, find_dates, month_number
from extractors.record import Period
from pipeline.thai_digits import arabic

_UNTIL = (  # ภายในวันที่ | ภายในวันศุกร์ที่ | ภายในเวลา 16.30 น. ของวันที่ | ตั้งแต่บัดนี้จนถึงวันที่
    # ภายในสิ้นปีงบประมาณ วันที่ | ก่อนสิ้นปีงบประมาณ คือวันที่ | ก่อนเปิดหีบวันที่ | ภายในวันศุกร์นี้ (
    r"(?:ภายใน|ไม่เกิน(?:กว่า)?|ไม่ช้ากว่า|ไม่หลัง(?:จาก)?|มิให้เกิน|ก่อน(?:วันนัด[ก-๎]{0,12}?|เปิด[ก-๎]{2,12}?)?|อย่างช้า(?:ที่สุด)?|บัดนี้(?:เป็นต้นไป)?\s?(?:จน)?ถึง|จนถึง(?:ภายใน)?|เสร็จใน|ออกไป(?:จนถึง|ถึง|เป็น)(?:ภายใน)?|ให้ทัน)\s*"
    r"(?:กำหนด\s*)?(?:(?:วัน)?สิ้น(?:สุด)?[ก-๎]{1,12}(?:ที่)?\s?(?:\d{1,4}\s?)?(?:\(|คือ|หรือ)?\s?)?"
    r"(?:(?:เวลา\s*\d{1,2}[.:]?\d\d\s*(?:น\.?|นาฬิกา)?|\d{1,2}[.:]\d\d\s*(?:น\.|นาฬิกา))\s*(?:ของ|ใน)?\s*)?"
    r"(?:(?:เวลา)?เที่ยง(?:วัน|คืน)?(?:ของ|ใน)?\s*)?(?:วัน[ก-๎]{2,12}(?:นี้|หน้า)\s?\(\s?)?(?:(?:วัน)?[ก-๎]{0,8}ที่?)?\s*"
)
_IN_TIME = re.compile(rf"{_UNTIL}$")
# ครั้งแรกวันที่ 5 สิงหาคม 2567 | ฉบับแรกวันที่ | โดยไตรมาสแรกส่งในวันที่ | เริ่มด้วยวันที่: no word of time needed
_FIRST_ON = re.compile(
    r"(?:(?:ครั้ง|งวด|รอบ|ฉบับ|ยอด|ไตรมาส)แรก(?:ให้)?(?:ส่ง|รายงาน)?|เริ่มด้วย|ครบกำหนด(?:รายงาน|ส่ง|แจ้ง|ชำระ)?)\s?(?:ใน|ภายใน)?\s?(?:วัน[ก-๎]{0,8}ที่?)?\s*$"
)
_FIRST_TIME = re.compile(r"(?:ครั้งแรก|ครั้งที่\s?1|งวดแรก|งวดที่\s?1|รอบแรก|ฉบับแรก|ยอดแรก)")
# ภายในเดือนธันวาคม 2567 | ภายในสิ้นเดือน ธ.ค. 67 | ก่อนสิ้นเดือนธันวาคม 2568 | จนสิ้นเดือน ธ.ค. 66
# ให้แล้วเสร็จในเดือนมกราคม 2563
_IN_MONTH = re.compile(
    rf"(?:(?:ภายใน|ไม่เกิน)\s?(?:สิ้น)?|ก่อนสิ้น|อย่างช้าสิ้น|จน(?:ถึง)?สิ้น|เสร็จ(?:สิ้น)?ใน)\s?เดือน\s?(?P<month>{THAI_MONTH})\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>2[45]\d\d|[5-7]\d)(?!\d)"
)
# ภายในไตรมาสที่ 1 ของปีงบประมาณ พ.ศ. 2568 | ภายในสิ้นปีงบประมาณ 2567 | ภายในปีงบประมาณนี้
_IN_PERIOD = re.compile(
    r"(?:ภายใน|ไม่เกิน|ก่อน|เสร็จ(?:สิ้น)?ใน)\s?(?:สิ้น(?:สุด)?)?\s?(?:ไตรมาส(?:ที่)?\s*(?P<quarter>[1-4])\s*(?:ของ|/|แห่ง)?\s*)?(?:ปีงบประมาณ|(?<=[1-4]\s)ปี|(?<=[1-4])ปี|(?<=[1-4]/))\s*"
    r"(?:พ\.?\s?ศ\.?)?\s*(?:(?P<year>2[45]\d\d)(?!\d)|นี้|(?<=สิ้นปีงบประมาณ)(?:\s|$))"
)
# ก่อนวันที่ 8 เมษายนด้วย | ภายในวันที่ 15 เดือนนี้ | ภายในวันที่ 30 พฤศจิกายน โดยเริ่มตั้งแต่ปี 2567
_NO_YEAR = re.compile(
    rf"(?:{_UNTIL}|(?:ใน|ทุก)วัน[ก-๎]{{0,8}}ที่\s*)(?P<day>\d{{1,2}})\s*"
    rf"(?:(?P<now>เดือนนี้)|(?:เดือน\s*)?(?P<month>{THAI_MONTH})(?!\s*(?:พ\.?\s?ศ\.?)?\s*\d)(?P<this>\s?(?:ศก|ปี)?\s?นี้|\s?(?:ด้วย)?(?=\s|$))?)"
)
_SAME_MONTH = re.compile(rf"{_UNTIL}(?P<day>\d{{1,2}})\s*(?:ของ)?\s?เดือน(?:เดียวกัน|ดังกล่าว|นั้น)")
# ภายในสิ้นเดือนนี้ | ภายในสิ้นเดือนเมษายน นี้ | ก่อนสิ้นเดือนกรกฎาคม โดย… | ภายในเดือนนี้
_MONTH_END = re.compile(
    rf"(?:ภายใน|ไม่เกิน|ก่อน)\s?(?:วัน)?สิ้นเดือน\s?(?:(?P<month>{THAI_MONTH})(?!\s*(?:พ\.?\s?ศ\.?)?\s*\d)|นี้)"
    rf"|ภายในเดือน\s?(?P<within>{THAI_MONTH})\s?นี้|ภายในเดือนนี้"
)
# ก่อนสิ้นปี | ก่อนสิ้นปี 2566 | ภายในปี พ.ศ. 2567, but not ใบรับรองที่จะหมดอายุภายในปี 2563
_YEAR_END = re.compile(
    r"(?<!หมดอายุ)(?:(?:ภายใน|ก่อน|ไม่เกิน)\s?สิ้น|ภายใน)ปี(?:\s?(?:พ\.?\s?ศ\.?)?\s*(?P<year>2[45]\d\d)(?!\d)|(?<=สิ้นปี)(?:นี้|\s|$)|นี้)"
)
# รายงานในวันนี้ก่อนเชิญธงลง | แจ้งยอดภายในเวลา 16.00 น. วันนี้
_TODAY = re.compile(r"(?:ภายใน|ใน|ก่อน|ไม่เกิน)[^ๆ]{0,30}?วันนี้(?!เป็นต้น)")
_EVERY_YEAR = re.compile(r"ทุกปี|ปีละ|ทุก\s?(?:6|หก)\s?เดือน|ทุกครึ่งปี|รายปี|รายครึ่งปี")
# ปีละครั้ง ภายในเดือนตุลาคม | ทุกปี ภายในเดือนมีนาคม และภายในเดือนกันยายน: by its last day
_IN_MONTHS_OF_YEAR = re.compile(
    rf"ภายใน(?:สิ้น)?เดือน\s?(?P<months>(?:{THAI_MONTH})(?:\s?(?:และ|,)\s?(?:ภายใน)?(?:เดือน)?\s?(?:{THAI_MONTH}))*)"
    r"(?!\s*(?:พ\.?\s?ศ\.?)?\s*[25-7]\d)(?!\s?ของปีถัดไป)"
)
# ทุก 3 เดือน คือ ภายในสิ้นเดือนธันวาคม มีนาคม มิถุนายน และกันยายน
_ENDS_OF_QUARTERS = re.compile(
    rf"(?:ภายใน|ทุก)สิ้นเดือน\s?(?P<months>(?:(?:{THAI_MONTH})[\s,]*(?:และ)?(?:เดือน)?\s?){{4}})(?!\s*(?:พ\.?\s?ศ\.?)?\s*2)"
)
# เริ่มตั้งแต่เดือนมีนาคม 2555 | เริ่มตั้งแต่วันที่ 31 มีนาคม 2568
_SINCE_MONTH = re.compile(
    rf"(?:เริ่ม|ตั้งแต่)[^\d,]{{0,30}}?(?:วันที่\s?\d{{1,2}}\s?)?(?P<month>{THAI_MONTH})\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>2[45]\d\d)(?!\d)"
)
# ภายในวันที่ 31 มกราคมของปีถัดไป เริ่มรายงานข้อมูลปี 2569
_YEAR_AFTER = re.compile(r"ปีถัดไป")
# ในเย็นวันที่ 23 | ในคืนวันที่ 14 | ก่อนเวลา 06.00 น. ของวันที่ 7: of the month that stands nearest
_BARE_DAY = re.compile(
    rf"(?:ภายใน|ไม่เกิน|ก่อน|ใน)[^ๆ]{{0,28}}?วันที่\s*(?P<day>\d{{1,2}})(?![\d/.])(?!\s*(?:{THAI_MONTH}|เดือน|ของ|นี้|-|–|,|ถึง|และ\s?(?:วัน|\d)|หลัง(?:วัน)?สิ้น))"
)
# ภายในวันที่ 31 มีนาคม… | รอบ 6 เดือน สองครั้ง คือ 30 กันยายน และ 31 มีนาคม ของทุกปี
# ภายใน 15 กันยายนของทุกปี
_ON_A_DAY = re.compile(
    r"(?:(?:ภายใน|ไม่เกิน|ก่อน|ใน|ทุก)\s?วันที่\s*|\sคือ\s?(?:วันที่\s?)?)\d"
    rf"|(?:ภายใน|ไม่เกิน|ก่อน)\s?\d{{1,2}}\s?(?:{THAI_MONTH})"
)
_DAY_OF_YEAR = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\s*(?:เดือน\s*)?(?P<month>{THAI_MONTH})(?!\s*(?:พ\.?\s?ศ\.?)?\s*[25-7]\d)"
)
_FIRST_YEAR = re.compile(
    r"(?:เริ่ม|ตั้งแต่)[^\d,]{0,30}?ปี(?:งบประมาณ)?\s?(?:พ\.?\s?ศ\.?)?\s*(?P<year>2[45]\d\d)(?!\d)"
)
# มิให้เสนอชื่อผู้ที่เกษียณไปแล้วก่อนวันที่… | ผู้ที่จะมีอายุครบหกสิบปี ซึ่งเกิดก่อนวันที่…: of the past, if the
# day is over
_DONE = re.compile(r"(?:แล้ว|เกิด|ผู้(?:ที่|ซึ่ง)[ก-๎]{4,60})ก่อนวัน[ก-๎]{0,8}(?:ที่)?\s?$")
_ANOTHER_DAY = re.compile(rf"\s?(?:{THAI_MONTH})")  # 15 มกราคม 15│ เมษายน: no year


def find_first_due(text: str, written: str | None = None) -> str | None:
    """The date by which it is due (the first time, if it recurs), ISO. A month means its last day;
    a day without a year is the next after the letter was `written` (ISO), or of the year with
    which it is to begin.

    >>> find_first_due("ภายในวันที่ ๓๑ มีนาคม ๒๕๖๖"), find_first_due("ภายในเดือนเมษายน ๒๕๖๖")
    ('2023-03-31', '2023-04-30')
    """
    plain = arabic(text)
    due = [
        mention
        for mention in due_days(text)
        if not (written and str(mention.value) < written and _DONE.search(plain[: mention.start]))
    ]
    for mention in due:
        if _FIRST_TIME.search(plain[max(0, mention.start - 60) : mention.start]):
            return mention.value
    if due:
        return due[0].value
    return _in_month(plain) or _in_period(plain, written) or _without_year(plain, written)


def find_day_of_same_month(text: str, told: str) -> str | None:
    """The day by which something is due in the month that was `told` last before.

    >>> find_day_of_same_month("แจ้งภายในวันที่ ๑๔ เดือนเดียวกัน", "ประชุมวันที่ ๖ กุมภาพันธ์ ๒๕๖๘")
    '2025-02-14'
    """
    match = _SAME_MONTH.search(arabic(text))
    if match is None:
        return None
    days = [mention.value for mention in find_dates(told) if mention.value]
    if not days:
        return None
    return day_of(int(days[-1][:4]), int(days[-1][5:7]), int(match["day"]))


def find_bare_day(text: str, told: str, since: str | None = None) -> str | None:
    """The day by which, or on which, something is to be done that is named without its month: of
    the month of the date that follows, else of the one `told` last before; none before `since`.

    >>> find_bare_day("จัดเก้าอี้ให้เรียบร้อยในเย็นวันที่ ๒๓", "พิธีในวันที่ ๒๔ มีนาคม ๒๕๖๙")
    '2026-03-23'
    """
    match = _BARE_DAY.search(arabic(text))
    if match is None:
        return None
    after = [mention.value for mention in find_dates(text[match.end() :]) if mention.value]
    before = [
        mention.value for mention in find_dates(told + text[: match.start()]) if mention.value
    ]
    near = next(iter(after[:1] or before[-1:]), None)
    found = day_of(int(near[:4]), int(near[5:7]), int(match["day"])) if near else None
    return found if found and (since is None or found >= since) else None


def due_days(text: str) -> list[DateMention]:
    """The full dates of a text by which something is due."""
    plain = arabic(text)
    return [
        mention
        for mention in find_dates(text)
        if mention.precision == "day"
        and mention.value
        and not _ANOTHER_DAY.match(plain[mention.end :])
        and (_IN_TIME.search(plain[: mention.start]) or _FIRST_ON.search(plain[: mention.start]))
    ]


def _in_month(plain: str) -> str | None:
    match = _IN_MONTH.search(plain)
    month = month_number(match["month"]) if match else None
    year = common_year(match["year"]) if match else None
    if month is None or year is None:
        return None
    return end_of_month(year, month)


def _in_period(plain: str, written: str | None) -> str | None:
    """The end of the quarter or fiscal year within which it is due."""
    match = _IN_PERIOD.search(plain)
    if match is None:
        return None
    dated = date.fromisoformat(written) if written and len(written) == len("2024-02-10") else None
    year = common_year(match["year"]) if match["year"] else None
    if year is None and dated is not None:
        year = dated.year + (dated.month > 9)
    if year is None:
        return None
    quarter = int(match["quarter"] or 4)
    month = (12, 3, 6, 9)[quarter - 1]
    return end_of_month(year - (quarter == 1), month)


def _without_year(plain: str, written: str | None) -> str | None:
    match = _NO_YEAR.search(plain)
    dated = written is not None and len(written) == len("2024-02-10")
    first = _FIRST_YEAR.search(plain)
    often = _EVERY_YEAR.search(plain) or len(_DAY_OF_YEAR.findall(plain)) > 2
    if written and dated and not first and often and _ON_A_DAY.search(plain):
        return _next_of(plain, _since(plain, written))
    if written and dated and not first and (of_quarters := _ENDS_OF_QUARTERS.search(plain)):
        return _end_of_next([of_quarters["months"]], _since(plain, written))
    if written and dated and often and (months := _IN_MONTHS_OF_YEAR.findall(plain)):
        return _end_of_next(months, _since(plain, written))
    ends = _MONTH_END.search(plain)
    if ends and written and dated:
        named = ends["month"] or ends["within"]
        month = month_number(named) if named else int(written[5:7])
        year = int(written[:4]) + bool(month and month < int(written[5:7]))
        return end_of_month(year, month) if month else None
    if closes := _YEAR_END.search(plain):
        year_told = common_year(closes["year"]) if closes["year"] else None
        year_told = year_told or (int(written[:4]) if written and dated else None)
        return f"{year_told}-12-31" if year_told else None
    if written and dated and _TODAY.search(plain):
        return written
    if match and match["now"]:
        return day_of(int(written[:4]), int(written[5:7]), int(match["day"])) if written else None
    month = month_number(match["month"]) if match else None
    if match is None or month is None:
        return None
    if first:
        begun = common_year(first["year"])
        later = begun is not None and _YEAR_AFTER.search(plain, match.end()) is not None
        return day_of(begun + 1 if begun and later else begun, month, int(match["day"]))
    if match["this"] is None or not written or not dated:
        return None
    year = int(written[:4])
    found = day_of(year, month, int(match["day"]))
    return (
        found if found is None or found >= written else day_of(year + 1, month, int(match["day"]))
    )


def _next_of(plain: str, since: str) -> str | None:
    """Of the days of every year that a text names, the next one from a day on, ISO."""
    found: list[str] = []
    for match in _DAY_OF_YEAR.finditer(plain):
        month = month_number(match["month"])
        for year in (int(since[:4]), int(since[:4]) + 1):
            day = day_of(year, month, int(match["day"])) if month else None
            found += [day] if day and day >= since else []
    return min(found, default=None)


def _since(plain: str, written: str) -> str:
    """The day from which something is to be done every year: when the letter was written, or the
    year or month that it tells to begin with."""
    if begins := _SINCE_MONTH.search(plain):
        month, year = month_number(begins["month"]), common_year(begins["year"])
        return max(written, f"{year}-{month:02}-01") if month and year else written
    first = _FIRST_YEAR.search(plain)
    year = common_year(first["year"]) if first else None
    return max(written, f"{year}-01-01") if year else written


def _end_of_next(months: Sequence[str], since: str) -> str | None:
    """Of the months of every year that are named, the last day of the next one, ISO."""
    named = [month_number(one) for told in months for one in re.findall(THAI_MONTH, told)]
    years = (int(since[:4]), int(since[:4]) + 1)
    ends = [end_of_month(year, month) for month in named if month for year in years]
    return min((end for end in ends if end >= since), default=None)


def day_of(year: int | None, month: int, day: int) -> str | None:
    """The day, ISO; None if there is no such day."""
    if year is None or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year}-{month:02}-{day:02}"


def end_of_month(year: int, month: int) -> str:
    """The last day of a month, ISO."""
    return f"{year}-{month:02}-{monthrange(year, month)[1]:02}"


def last_day(told: str) -> str:
    """A day as told, or the last day of a month told without one, ISO.

    >>> last_day("2025-03"), last_day("2025-03-15")
    ('2025-03-31', '2025-03-15')
    """
    if len(told) > len("2025-03"):
        return told
    return end_of_month(int(told[:4]), int(told[5:7]))


def day_after(period: Period, day: int) -> str:
    """A day of the month after a period, ISO: the 15th after quarter 1 of 2567 is in January.

    A month too short for the day gives its last.
    """
    end = date.fromisoformat(period.end)
    year, month = end.year + end.month // 12, end.month % 12 + 1
    return f"{year}-{month:02}-{min(day, monthrange(year, month)[1]):02}"
