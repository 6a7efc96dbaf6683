"""When, where and how something is to be delivered, as a sentence says it.

All functions take plain text; patterns run over it with Arabic digits, so places stay the same.
"""

from __future__ import annotations

import re
from datetime import date

from extractors.dates import THAI_MONTH, find_dates, month_number
from extractors.obligations.times.due_days import last_day
from extractors.obligations.times.frequency import find_frequency
from extractors.periods import (
    find_period,
    fiscal_half,
    fiscal_quarter,
    fiscal_year,
    month_of,
    named_month,
)
from extractors.record import Frequency, Period
from extractors.text.electronic import find_emails, find_urls
from extractors.text.offices import PREFIXES
from pipeline.thai_digits import arabic

# ภายในวันที่ 25 ของเดือนเริ่มไตรมาส | ไม่เกินวันที่ 5 ของเดือนถัดไป | ทุกวันที่ 10 ของเดือน
_DUE_DAY = re.compile(
    r"(?:ภายใน|ไม่เกิน|ไม่ช้ากว่า|ก่อน|ทุก|ใน)\s?(?:ทุก)?วันที่\s*(?P<day>\d{1,2})\s*"
    r"(?:ของ(?:ทุก)?\s?(?:เดือน|สิ้น)|ทุกเดือน|ทุกไตรมาส|หลังสิ้น)"
)
# เป็นประจำทุกเดือน ภายในวันที่ 10 เริ่มตั้งแต่… | รายเดือน ทุกวันที่ 5: no month follows the day
# ไม่เกินวันที่ 28 เริ่มจากผลการนับเดือนมกราคม 2568
_BARE_DAY = re.compile(
    rf"(?:ทุก\s?(?:ต้น|สิ้น)?เดือน\s?(?:ภายใน|ไม่เกิน)\s?|ทุก)วันที่\s*(?P<day>\d{{1,2}})(?!\d)(?!\s*(?:และ|{THAI_MONTH}))"
)
_DAY_AND_BEGIN = re.compile(r"(?:ภายใน|ไม่เกิน)วันที่\s*(?P<day>\d{1,2})(?=\s(?:โดย)?เริ่ม[ก-๎]{0,24}เดือน)")
# ภายในวันที่ 31 ตุลาคมของทุกปี: October is the month that follows the fiscal year
_DAY_OF_OCTOBER = re.compile(
    r"(?:ภายใน|ไม่เกิน|ก่อน|ทุก)\s?วันที่\s*(?P<day>\d{1,2})\s*(?:เดือน)?\s?(?:ตุลาคม|ต\.\s?ค\.)\s*(?:ของ)?\s?ทุกปี"
)
# ภายใน 15 วันนับแต่วันสิ้นไตรมาส | ภายใน 10 วัน หลังจากสิ้นเดือน
_DAYS_AFTER = re.compile(
    r"ภายใน\s*(?P<day>\d{1,2})\s*วัน(?!ทำการ)\s*(?:นับ(?:แต่|จาก|ตั้งแต่)|หลังจาก|หลัง|ภายหลัง)?\s?(?:วัน)?\s?"
    r"(?:ที่)?(?:สิ้นสุด|สิ้น)"
)
_DAYS = (_DUE_DAY, _BARE_DAY, _DAY_AND_BEGIN, _DAYS_AFTER, _DAY_OF_OCTOBER)
_NAMES_PERIOD = re.compile(
    r"(?<!ภายใน)ไตรมาส(?:ที่)?\s*[1-4]|ประจำเดือน|(?:6|หก)\s?เดือน\s?(?:แรก|หลัง)|ครึ่งปี(?:แรก|หลัง)"
)
# โดยรอบแรกสิ้นสุดวันที่ 31 มีนาคม 2568
_FIRST_ENDS = re.compile(r"(?:รอบ|งวด|ครั้ง|ไตรมาส)แรก\s?สิ้นสุด(?:ใน)?(?:วันที่|(?=เดือน))")
# เริ่มไตรมาสแรกของปีงบประมาณ พ.ศ. 2565
_FIRST_QUARTER = re.compile(r"ไตรมาสแรก\s?(?:ของ)?\s?(?=ปีงบประมาณ)")
# รายงาน…ของเดือนที่ผ่านมา…ภายในวันที่ 3 ของทุกเดือน เริ่มตั้งแต่รายงานของเดือนตุลาคม 2567
_MONTH_AFTER = re.compile(
    r"ถัดไป|เดือนถัดจาก|(?:หลัง|นับแต่|จาก)(?:วัน)?สิ้นเดือน"
    r"|เดือน(?:ที่ผ่านมา|ที่แล้ว|ก่อน(?:หน้า)?)(?=.*(?:เริ่ม|ตั้งแต่)[ก-๎]{0,16}(?:รายงาน|ข้อมูล|ผล|ยอด)[ก-๎]{0,12}เดือน)"
)
# เริ่มตั้งแต่ปีงบประมาณ พ.ศ. 2567
_FIRST_FISCAL_YEAR = re.compile(
    r"เริ่ม(?:รายงาน|ดำเนินการ|ส่ง)?(?:ตั้งแต่|จาก|ใน)?\s?ปีงบประมาณ\s?(?:พ\.?\s?ศ\.?)?\s*(?P<year>2[45]\d\d)(?!\d)"
)
# เริ่มจากผลงานเดือนมกราคม - มีนาคม 2569 | เริ่มจากรอบเดือนตุลาคม 2568 - มีนาคม 2569 | โดยรอบแรก
# (เมษายน - กันยายน 2567): a quarter or a half, told by its months
_FIRST_ROUND = re.compile(
    rf"(?:เริ่ม[ก-๎]{{0,20}}(?:เดือน|ไตรมาส)|(?:รอบ|งวด)แรก\s?\(?\s?(?:เดือน)?)\s?(?:{THAI_MONTH})\s*"
    rf"(?:(?:พ\.?\s?ศ\.?)?\s*2[45]\d\d\s*)?(?:จนถึง|ถึง|-|–)\s?(?:เดือน)?\s?(?=(?:{THAI_MONTH})\s*(?:พ\.?\s?ศ\.?)?\s*2[45]\d\d)"
)
# เริ่มตั้งแต่ไตรมาสที่ 1 - 4: the first of them
_RANGE = re.compile(r"(ไตรมาส(?:ที่)?\s*[1-4])\s*(?:-|–|ถึง)\s*(?:ไตรมาส(?:ที่)?\s*)?[1-4](?![\d.])")
# ตั้งแต่เดือนพฤษภาคมถึงเดือนตุลาคม 2569
_FIRST_OF_MONTHS = re.compile(
    rf"(?:เริ่ม|ตั้งแต่|ระหว่าง)\s?(?:ตั้งแต่)?เดือน\s?(?P<month>{THAI_MONTH})\s?(?:จนถึง|ถึง|-|–)\s?(?:เดือน)?\s?(?P<last>{THAI_MONTH})\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>2[45]\d\d)(?!\d)"
)
# เริ่มตั้งแต่เดือนกรกฎาคม 2566 | เริ่มรายงานข้อมูลเดือน ต.ค. 66 | โดยเดือนแรกคือเดือนตุลาคม 2566
_FIRST_MONTH = re.compile(
    rf"(?:เริ่ม|ตั้งแต่|นับ(?:แต่|จาก)|เดือนแรก(?:คือ)?)[^\d,]{{0,30}}?\s?(?P<month>{THAI_MONTH})\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>2[45]\d\d|[5-7]\d)(?!\d)"
)

# เริ่มกุมภาพันธ์นี้ | ตั้งแต่เดือนเมษายนเป็นต้นไป | เริ่มเดือนกันยายน | เริ่มสิ้นเดือนนี้: the next such month
_FIRST_MONTH_NEAR = re.compile(
    rf"(?:เริ่ม(?:ตั้งแต่|จาก|ใน|ส่ง|รายงาน)?|ตั้งแต่|นับแต่)\s?(?:สิ้น)?(?:เดือน)?\s?(?:(?P<month>{THAI_MONTH})(?:\s?(?:นี้|ศกนี้|เป็นต้นไป)|\s*$)|(?P<now>(?<=เดือน)นี้))"
)
_LONG_AGO = 8  # months: what lies farther ahead was rather in the past

_OFFICE = (
    "(?:"
    + "|".join(prefix for prefix in PREFIXES if prefix not in ("วัด", "หน่วย", "ศาล", "ที่ดิน"))
    # ให้│งานบริหารทั่วไป, a unit; but not ให้งานเสร็จ
    + "|งาน(?:บริหาร|ธุรการ|สารบรรณ|พัสดุ|การเงิน|การเจ้าหน้าที่|แผน"
    r"|นโยบาย|ทะเบียน|นิติการ|ป้องกัน|ประชาสัมพันธ์|สวัสดิการ|ทรัพยากร)" + ")"
)
_OFFICE_END = (
    r"(?=ทราบ|เป็นราย|เป็นประจำ|(?<!ตรวจสอบ)ภายใน(?=วัน|\s|กำหนด|เวลา|เดือน|สัปดาห์)|ไม่เกิน|ก่อน|ทุก(?:สิ้น)?(?:ไตรมาส|เดือน|ปี|วัน|\s?\d)|โดย|ตามแบบ|ตามที่|ทาง|ผ่าน|พร้อม|เพื่อ|ราย(?:เดือน|ไตรมาส|ปี)"
    r"|ปีละ|เดือนละ|ไตรมาสละ|ต่อไป|อีก|จำนวน|\s(?!เขต\s?\d)|,|\.(?![ก-ฮ\d])|$)"
)
# รายงาน…ให้กรม…เป็นรายไตรมาส | ส่งไปยังสำนักงาน… ภายใน | แจ้งจังหวัด…ทราบ
_DELIVER_TO = re.compile(
    rf"(?:(?:ส่ง|รายงาน|แจ้ง|เสนอ|จัดทำ|ตอบ|สรุป|นำเรียน).*?)"
    rf"(?P<link>ให้|ไปยัง|ไปที่|มายัง|ต่อ|ถึง|ที่|แก่)\s?(?P<office>{_OFFICE}(?:[^\s,.]|\.(?=[ก-ฮ\d]))*?(?:\s?เขต\s?\d+)?){_OFFICE_END}"
)
_DELIVER_STRAIGHT = re.compile(
    rf"(?:แจ้ง|รายงาน|ส่ง)\s?(?P<office>{_OFFICE}[^\s,.]*?(?:\s?เขต\s?\d+)?)\s?(?=ทราบ|ภายใน)"
)
_POST = re.compile(r"ทางไปรษณีย์(?!\s?อิเล็ก)|ไปรษณีย์(?:ลงทะเบียน|ด่วน)|\bEMS\b")
# ทางโทรสาร | ทางโทรสารหมายเลข 0 2123 4568 | โทรสาร 0 2123 4568
_FAX = re.compile(
    r"(?P<by>ทาง)?(?:หมายเลข)?โทรสาร(?:หมายเลข)?\s*(?:ที่)?\s*(?P<number>\d[\d\s-]{6,14}\d)?"
)
_DOWNLOAD = re.compile(r"(?:ดาวน์โหลด|download|รายละเอียด|ศึกษา|ดูได้|สืบค้น|เข้าถึง)", re.IGNORECASE)
# ในรูปแบบไฟล์ Word | ไฟล์ Excel | เป็นไฟล์ PDF
_FORMAT = re.compile(
    r"(?:รูปแบบ|ไฟล์|แฟ้ม|file|โปรแกรม|Microsoft|MS)[^ก-๎A-Za-z]{0,3}(?:ไฟล์|ของ|เอกสาร|ข้อมูล)?\s*(?:Microsoft|MS)?[\s.(]*"
    r"(?P<format>Word|Excel|PDF|PowerPoint|CSV|JPE?G|Docx?|Xlsx?)",
    re.IGNORECASE,
)
_FORMAT_NAMES = {"doc": "Word", "docx": "Word", "xls": "Excel", "xlsx": "Excel", "pdf": "PDF"}


def find_due_day(text: str) -> int | None:
    """The day of the month after each period by which it is due.

    >>> find_due_day("ภายในวันที่ ๒๕ ของเดือนเริ่มไตรมาส")
    25
    """
    plain = arabic(text)
    named = (pattern.search(plain) for pattern in _DAYS)
    day = next((int(match["day"]) for match in named if match), 0)
    return day if 1 <= day <= 31 else None


def find_deliver_to(text: str) -> str | None:
    """The office that what is asked for goes to.

    >>> find_deliver_to("รายงานผลการดำเนินงานให้กรมการปกครองทราบภายในวันที่ ๕")
    'กรมการปกครอง'
    """
    match = _DELIVER_TO.search(text) or _DELIVER_STRAIGHT.search(text)
    return " ".join(match["office"].split()) if match else None


def find_first_month(text: str, written: str | None = None) -> Period | None:
    """The month with which something is to begin; one without a year is the next from that in which
    the letter was `written` (ISO).

    >>> find_first_month("เริ่มตั้งแต่เดือนกรกฎาคม ๒๕๖๖").start
    '2023-07-01'
    >>> find_first_month("ตั้งแต่เดือนมกราคมเป็นต้นไป", "2024-11-20").start
    '2025-01-01'
    """
    plain = arabic(text)
    if span := _FIRST_OF_MONTHS.search(plain):
        turns = (month_number(span["month"]) or 0) > (month_number(span["last"]) or 0)
        return named_month(span["month"], str(int(span["year"]) - turns))
    begins = _FIRST_MONTH.search(plain)
    if begins:
        return named_month(begins["month"], begins["year"])
    near = _FIRST_MONTH_NEAR.search(plain) if written else None
    if near is None or written is None:
        return None
    year, month = int(written[:4]), int(written[5:7])
    number = month if near["now"] else month_number(near["month"]) or month
    later = (number - month) % 12
    if later > _LONG_AGO:
        return None
    return month_of(date(year + (number < month), number, 1))


def is_due_the_month_after(text: str) -> bool:
    """Whether what is told of a month is due in the next: ภายในวันที่ 5 ของเดือนถัดไป."""
    return _MONTH_AFTER.search(text) is not None


def find_first_period(text: str, first_due: str | None, written: str | None) -> Period | None:
    """The first period that is asked for, if the text names it.

    A quarter without a year is the last that had begun by the first due date, or else the first
    that was not long over when the letter was written (ISO dates).

    >>> find_first_period("ทุกเดือน ภายในวันที่ ๕ ของเดือนถัดไป เริ่มตั้งแต่เดือนกรกฎาคม ๒๕๖๖", None, None)
    Period(fiscal_year=2566, quarter=None, start='2023-07-01', end='2023-07-31')
    """
    plain = _FIRST_QUARTER.sub("ไตรมาสที่ 1 ", arabic(text))
    if is_due_the_month_after(text) and find_frequency(text) == "monthly":
        begins = find_first_month(text, written)
        if begins:
            return begins
    ends = _FIRST_ENDS.search(plain)
    of_months = find_frequency(text) in ("quarterly", "half_yearly")
    if ends is None and of_months and not _NAMES_PERIOD.search(plain):
        ends = _FIRST_ROUND.search(plain)
    ended = next(iter(find_dates(text[ends.end() :])), None) if ends else None
    if ended and ended.value:
        return _ending(last_day(ended.value), find_frequency(text))
    begins_year = _FIRST_FISCAL_YEAR.search(plain)
    if begins_year and not _NAMES_PERIOD.search(plain):
        return _first_of_year(int(begins_year["year"]), find_frequency(text))
    if not _NAMES_PERIOD.search(plain):
        return None
    return find_period(_RANGE.sub(r"\1", plain), _day(first_due), _day(written))


def _ending(day: str, often: Frequency | None) -> Period | None:
    """The quarter or half that ends on a day, ISO."""
    year = int(day[:4]) + 543 + (int(day[5:7]) > 9)
    quarters = [fiscal_quarter(year, number) for number in (1, 2, 3, 4)]
    halves = [fiscal_half(year, number) for number in (1, 2)]
    periods = {"quarterly": quarters, "half_yearly": halves, "yearly": [fiscal_year(year)]}
    return next((one for one in periods.get(often or "", []) if one.end == day), None)


def _first_of_year(year: int, often: Frequency | None) -> Period | None:
    """The first period of a fiscal year, of the length that is asked for."""
    if often == "quarterly":
        return fiscal_quarter(year, 1)
    if often == "half_yearly":
        return fiscal_half(year, 1)
    return fiscal_year(year) if often == "yearly" else None


def _day(iso: str | None) -> date | None:
    """The date, unless its day is not known."""
    return date.fromisoformat(iso) if iso and len(iso) == len("2021-04-25") else None


def find_channels(text: str) -> tuple[str, ...]:
    """By what ways to deliver: 'email:…', 'url:…', 'post', 'fax'. What is only to be fetched from
    an address is no channel."""
    plain = arabic(text)
    found = [(mail.start, f"email:{mail.value}") for mail in find_emails(text)]
    for url in find_urls(text):
        before = text[max(0, url.start - 60) : url.start]
        if not _DOWNLOAD.search(before):
            found.append((url.start, f"url:{url.value}"))
    post, fax = _POST.search(plain), _FAX.search(plain)
    if post:
        found.append((post.start(), "post"))
    if fax and (fax["by"] or fax["number"]):
        number = " ".join((fax["number"] or "").split())
        found.append((fax.start(), f"fax:{number}" if number else "fax"))
    return tuple(dict.fromkeys(channel for _, channel in sorted(found)))


def find_format(text: str) -> str | None:
    """The kind of file asked for: 'Word', 'Excel', 'PDF'."""
    match = _FORMAT.search(text)
    if match is None:
        return None
    name = match["format"]
    return _FORMAT_NAMES.get(name.lower(), name[0].upper() + name[1:])
