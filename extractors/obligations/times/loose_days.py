"""Days told loosely: the end of a month, a day of the week with its number, the day that a
word points back to.

All functions take plain text; `written` is the letter's date, ISO. What they tell is taken only
where no stricter wording tells a day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from extractors.dates import THAI_MONTH, common_year, find_dates, month_number
from extractors.obligations.times.due_days import due_days, end_of_month, last_day
from pipeline.thai_digits import arabic

_YEAR = r"\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>2[45]\d\d|[5-7]\d)(?!\d)"
# ภายใน มี.ค. ๒๕๖๔ | แล้วเสร็จสิ้นเดือนพฤษภาคม ๒๕๖๔ | ภายในวันสิ้นเดือนตุลาคม | ภายในเดือนพฤศจิกายน
_BY_MONTH = re.compile(
    r"(?:(?:ภายใน|ไม่เกิน|ก่อน|อย่างช้า)\s?(?:วัน)?(?:สิ้น)?|เสร็จ(?:สิ้น)?(?:ใน)?(?:งวด)?(?:วัน)?(?:สิ้น)?|(?:ใน|จน|ถึง|หมด|ครบ|งวด)(?:วัน)?สิ้น)"
    rf"\s?(?:เดือน)?\s?(?P<month>{THAI_MONTH})(?:{_YEAR}|(?!\.?\s*(?:พ\.?\s?ศ\.?)?\s*\d)(?!\s?(?:ของ)?(?:ทุก|แต่ละ|ปีถัดไป|[-–,]|และ|ถึง)))"
)
_BY_MONTH_END = re.compile(r"(?:ภายใน|ก่อน|จน(?:ถึง)?|ไม่เกิน)\s?(?:วัน)?สิ้นเดือน(?:นี้)?(?=\s|$)")
# ภายในวันศุกร์ที่ ๒๕ นี้ | ในวันศุกร์ที่ ๑๑ | ไม่เกินวันที่ ๑๕ นี้: the next such day
_WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
_OF_WEEK = re.compile(
    rf"(?:ภายใน|ไม่เกิน|ก่อน|ใน|ตั้งแต่|เช้า|เย็น|บ่าย|คืน)\s?(?:วัน)?(?P<week>{'|'.join(_WEEKDAYS)}|พฤหัส)?ที่\s?(?P<day>\d{{1,2}})"
    rf"(?P<this>\s?(?:เดือน)?นี้)?(?!\d|[/.]\d|\s*(?:{THAI_MONTH}|เดือน|ของ|-|–|,|ถึง|และ))"
)
# ในเช้าวันดังกล่าว | ก่อน ๒๐.๐๐ น. ของคืนนั้น | จนถึงวันนั้น | คืนเดียวกัน | ในวันงาน
_POINTS_BACK = re.compile(
    r"(?:(?:ใน|ของ|จนถึง|ตลอด|ตั้งแต่|มาถึง|(?<!ณ)\s)(?:เช้า|เย็น|บ่าย|ค่ำ|คืน)?วัน|(?:ใน|ของ|ตลอด|\s)(?:ค่ำ)?คืน)"
    r"(?:และเวลา)?(?:ดังกล่าว|นั้น|เดียวกัน|(?<=วัน)งาน(?=\s|$))"
    r"|ตลอด(?:ช่วง)?เวลาดังกล่าว|ตามวันนัด(?:ดังกล่าว)?|ไม่เกินวัน(?:ดังกล่าว|นั้น)"
)
# สวมเสื้อขาว…ในวันพิธี | เปิดโรงยิม…ในวันปฏิบัติงาน: no day by which something is due
_AT_THE_EVENT = re.compile(
    r"(?:(?<!ภาย)ใน|ตั้งแต่)(?:เช้า|บ่าย|เย็น)?วัน(?:เปิด[ก-๎]{0,20}|(?:ทำ|จัด)?(?:งาน|พิธี|ประชุม|อบรม|สัมมนา|ฝึก|ซ้อม|แข่งขัน|สอบ|ตรวจ|เดินทาง|ปฏิบัติงาน|ไป|กิจกรรม))(?=\s|$)"
)
# งดปล่อยโคมลอยตลอดทั้งเดือนดังกล่าว | หว่านลงแปลงให้เสร็จในเดือนเดียวกัน: its last day
_IN_THAT_MONTH = re.compile(r"(?:(?:ตลอด|ภายใน)(?:ทั้ง)?|เสร็จใน)เดือน(?:ดังกล่าว|นั้น|เดียวกัน)")
# ก่อนวันตรวจ คือ ๒๔ มี.ค. ๖๘ | ภายในวันถัดไป คือวันที่ ๑๑ กรกฎาคม ๒๕๖๗
_THAT_IS = re.compile(
    r"(?:ก่อน|ภายใน|จนถึง|ไม่เกิน|เมื่อ(?:สิ้น|เสร็จ|ครบ))[^ๆ\d]{2,40}\sคือ\s?(?:วัน[ก-๎]{0,8}ที่)?\s?$"
)


def find_loose_day(text: str, written: str | None) -> str | None:
    """The day that a text tells loosely, of a month its last; without a year the next after the
    letter was `written`.

    >>> find_loose_day("ซ่อมหีบบัตรภายใน มี.ค. ๒๕๖๔", None)
    '2021-03-31'
    >>> find_loose_day("ส่งยอดภายในวันศุกร์ที่ ๒๕ นี้", "2024-10-21")
    '2024-10-25'
    """
    plain = arabic(text)
    that_is = (
        mention.value
        for mention in find_dates(text)
        if mention.precision == "day" and _THAT_IS.search(plain[: mention.start])
    )
    if told := next(that_is, None):
        return told
    if by := _BY_MONTH.search(plain):
        return _end_of(by["month"], by["year"], written)
    if written is None or len(written) != len("2024-02-10"):
        return None
    since = date.fromisoformat(written)
    if _BY_MONTH_END.search(plain):
        return end_of_month(since.year, since.month)
    return _of_week(plain, since)


def find_day_pointed_at(text: str, said: Sequence[str], written: str | None) -> str | None:
    """The day told last before a text that points back to it; `said` tells the nearest first.

    >>> find_day_pointed_at("แต่งกายชุดกากีในวันดังกล่าว", ["พิธีพระราชทานเพลิงศพ ๒๑ ม.ค. ๖๗"], None)
    '2024-01-21'
    """
    event, month = _AT_THE_EVENT.search(text), _IN_THAT_MONTH.search(text)
    if not (event or month or _POINTS_BACK.search(text)):
        return None
    for one in said:
        due = {mention.start for mention in due_days(one)} if event else ()
        days = [
            last_day(mention.value[:7]) if month else mention.value
            for mention in find_dates(one)
            if mention.value
            and (month or mention.precision == "day")
            and mention.start not in due
            and mention.value >= (written or "")[: len(mention.value)]
        ]
        if days:
            return days[-1]
    return None


def _end_of(month: str, year: str | None, written: str | None) -> str | None:
    """The last day of a month; of one without a year the next after the letter was written."""
    number = month_number(month)
    told = common_year(year) if year else None
    if told is None and written and number and not year:
        told = int(written[:4]) + (number < int(written[5:7]))
    if number is None or told is None:
        return None
    return end_of_month(told, number)


def _of_week(plain: str, since: date) -> str | None:
    """The next day with its number, if its name is right or the text says that it is this."""
    found = _OF_WEEK.search(plain)
    if found is None or not (found["week"] or found["this"]):
        return None
    for later in range(31):
        day = since + timedelta(days=later)
        named = found["week"] is None or _WEEKDAYS[day.weekday()].startswith(found["week"])
        if day.day == int(found["day"]) and named:
            return day.isoformat()
    return None
