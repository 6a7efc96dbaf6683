"""On which day something is held or done, as a sentence says it.

All functions take plain text; patterns run over it with Arabic digits, so places stay the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.dates import THAI_MONTH, common_year, find_dates, month_number
from extractors.obligations.times.due_days import day_of, end_of_month
from pipeline.thai_digits import arabic

_SPAN = re.compile(  # 11 - 15 มีนาคม 2567 | 5 และ 6 มีนาคม 2567: what stands before the last day
    r"(?<=[ก-๎]\s)(?P<bare>\d{1,2})\s*(?:-|–|ถึง)\s?$|"  # เทศกาลสงกรานต์ │11 - 17 เมษายน
    r"(?:วัน(?:[ก-๎]{2,8})?ที่?|(?<=ใน)|(?<=ห้วง)|(?<=ตั้งแต่)|(?<=ระหว่าง)|(?<=ช่วง)|(?<=เวลา)|(?<=ห้วงการฝึก)|(?<=ห้วงการอบรม))\s*(?P<day>\d{1,2})\s*(?:(?:-|–|ถึง|และ)\s?(?:วัน[ก-๎]{0,8}ที่?)?|,)\s*(?:\d{1,2}\s*(?:,|และ)\s*)*$"
)
_AT_AN_HOUR = r"(?:เวลา\s?\d{1,2}[.:]\d\d\s?(?:น\.?|นาฬิกา)\s?)?"
_LONG_SPAN = re.compile(  # 30 พฤษภาคม - 2 มิถุนายน 2567
    rf"(?:วัน(?:[ก-๎]{{2,8}})?ที่?|(?<=ใน)|(?<=ห้วง)|(?<=ตั้งแต่)|(?<=ระหว่าง)|(?<=ช่วง)|(?<=เวลา)|(?<=[ก-๎]\s))\s*(?P<day>\d{{1,2}})\s*(?P<month>{THAI_MONTH})\s*(?:(?:พ\.?\s?ศ\.?)?\s*(?P<year>2[45]\d\d|[5-7]\d))?\s*{_AT_AN_HOUR}(?:-|–|(?:จน)?ถึง(?:วัน[ก-๎]{{0,8}}ที่?)?)\s*$"
)
# ในวันจันทร์ที่ … | ใน ๒๖ ก.พ. ๖๗ | ห้วง ๒ - ๕ ก.พ. ๖๗, as the army writes
# ระหว่างวันที่ 8 มกราคม 2567 │ถึงวันที่ 29 กุมภาพันธ์ 2567: the first day of a span
_TO_A_DAY = re.compile(
    rf"\s*{_AT_AN_HOUR}(?:-|–|(?:จน)?ถึง)\s*(?:วัน[ก-๎]{{0,8}}(?:ที่)?)?\s*\d{{1,2}}\s*(?:เดือน\s*)?(?:{THAI_MONTH})"
)
_ON_DAY = re.compile(
    r"วัน(?:วัน)?(?:[ก-๎]{2,8})?(?:ที่?)?\s*$|(?:(?<=[^ย]ใน)|(?<=ห้วง)|(?<=เริ่ม)|(?<=ตั้งแต่))\s*$"
)
# วันพรุ่งนี้ (๑๖ พฤษภาคม ๒๕๖๖) | ก่อนเวลา ๐๙๓๐ ของ ๒๙ ส.ค. ๖๘
_BESIDE_IT = re.compile(r"(?:วัน(?:พรุ่งนี้|นี้)\s?\(|เวลา\s?\d{1,2}[.:]?\d\d\s?(?:น\.\s?)?ของ)\s*$")
# กำหนดซ้อมอพยพหนีไฟ │๒๙ มกราคม ๒๕๖๙: a day told without a word
_SET_FOR = re.compile(
    r"(?<!ครบ)(?<!ภายใน)กำหนด(?!ส่ง|รายงาน|แจ้ง|ยื่น|ชำระ|ให้|แล้ว|เสร็จ|การส่ง)[ก-๎]{2,60}\s$"
)
# ประชุมครั้งต่อไป │๖ พ.ย. ๒๕๖๗ เวลา ๑๓.๐๐ น. | ชี้แจงคณะกรรมการ │๑๑ ก.พ. ๖๘ เวลา ๑๓.๓๐ น.
_AN_HOUR_FOLLOWS = re.compile(r"\s*(?:ตั้งแต่)?\s?เวลา\s?\d{1,2}[.:]?\d\d")
_NO_WORD = re.compile(r"[ก-๎)]\s$")
# what stands before the word วันที่: ในเย็นวันศุกร์ที่ | ปีนี้ตรงกับวันพฤหัสบดีที่ | ประชุมร่วมกันวันจันทร์ที่
_HELD = re.compile(
    r"(?:ใน(?:เย็น|เช้า|ค่ำ|คืน|บ่าย)?|ระหว่าง|ตรงกับ|ประชุมร่วมกัน"
    r"|(?:หัวข้อ|เรื่อง|(?:ภายใต้)?ชื่อ(?:งาน)?)\s?“[^“”]{2,80}”"  # จัดสัมมนาหัวข้อ “…” │วันพฤหัสบดีที่
    # กำหนดซ้อมแผนป้องกันอัคคีภัย │วันที่…
    r"|(?<!ครบ)(?<!ภายใน)กำหนด(?=จัด|ซ้อม|ประชุม|อบรม|แข่ง|ฝึก|เปิด|ปฐม|ทำ|สัมมนา|สอบ|ประกอบ|เลือก)[ก-๎]{2,60}\s?"
    r"|กำหนด(?:จัด)?(?:ขึ้น)?|(?:รุ่น|ครั้ง)ที่ \d{1,2})\s*$"
)
_BEGINS = re.compile(r"เริ่ม(?:ต้น)?(?:รายงาน|ส่ง|จัดส่ง|ดำเนินการ)?(?:ครั้งแรก)?(?:ตั้งแต่|ใน|เดือนหน้า)?\s*$")
_MOVED = re.compile(r"เลื่อน[^ๆ]{2,80}เป็น(?:ใน)?\s?$")  # ขอเลื่อนการประชุม…ออกไปเป็น│วันที่…
# ในวันประชุมประจำเดือน │วันจันทร์ที่ ๕ มกราคม ๒๕๖๙
_WORKED = re.compile(
    r"(?:(?<!ภาย)ใน|ตลอด|ระหว่าง|ห้วง(?:การฝึก|การอบรม)?|(?:ระยะ|ห้วง|ช่วง)เวลา|ช่วง|จัด(?:กิจกรรม|งาน|พิธี)[^ๆ]{2,60}?\s|(?<!ภาย)ในวัน[ก-๎]{2,24}\s(?:คือ)?)\s*$"
)
# ประดับธงตลอดเดือนกรกฎาคม ๒๕๖๙: done until its last day
_ALL_MONTH = re.compile(
    rf"ตลอด(?:ทั้ง)?เดือน\s?(?P<month>{THAI_MONTH})\s*(?:(?:พ\.?\s?ศ\.?)?\s*(?P<year>2[45]\d\d)(?!\d)|(?!\d))"
)
_NEAR_EVENT = 160  # letters before a day within which it is said of what
_MAY_BE_HELD = re.compile(
    r"(?<!จาก)(?<!แทน)(?<!ลง)(?<!เมื่อ)(?<!ตั้งแต่)(?<!ก่อน)(?<!หลัง)(?<!จน)(?<!ณ)(?<!ณ )(?<!นับแต่)$"
)
_IS_OVER = re.compile(
    r"(?:สิ้นสุด|หมดอายุ|ครบกำหนด|ครบวาระ)(?:ลง)?(?:ใน)?\s?$"
)  # of a contract, no meeting
_RUNS_OUT = re.compile(r"สิ้นอายุ(?:ลง)?(?:ใน)?\s?$")  # of a licence; but ต่ออายุภายในวันดังกล่าว
_SAYS_WHEN = re.compile(r"(?:วัน[ก-๎]*|ที่|เมื่อ|ณ|ถึง|แต่|และ|[-–,]|[\d๐-๙])\s*$")
_UNTIL_ITS_END = re.compile(
    r"(?:ภายใน|ไม่เกิน|ไม่ช้ากว่า|ก่อน|อย่างช้า|จนถึง)\s*(?:เวลา\s*\d{1,2}[.:]\d\d\s*(?:น\.?|นาฬิกา)?\s*(?:ของ|ใน)?\s*)?$"
)


def find_meeting_day(text: str, held: bool = False, since: str | None = None) -> str | None:
    """The day on which one is asked to attend, the first of several: ในวันศุกร์ที่ ๑๙ มีนาคม ๒๕๖๔.

    With `held`, only a day on which something is said to be held (ในวันที่, ระหว่างวันที่): of the text
    around a request. With `since` (ISO), none before that day.

    >>> find_meeting_day("อบรมระหว่างวันที่ ๑๑ - ๑๕ มีนาคม ๒๕๖๗")
    '2024-03-11'
    """
    days = [day for day in _days(text) if since is None or day[1] >= since]
    moved = [first for first, _, lead in days if _MOVED.search(lead)]
    if moved:
        return moved[-1]
    for first, last, lead in days:
        span = first != last and lead.endswith("ตั้งแต่")
        held_then = span or (_HELD if held else _MAY_BE_HELD).search(lead)
        ends = (_UNTIL_ITS_END, _IS_OVER, _RUNS_OUT)
        if held_then and not any(one.search(lead) for one in ends):
            return first
    return None


def find_last_held(text: str, since: str | None = None) -> tuple[int, str] | None:
    """The last day on which a text tells something to be held, the first of a span, with the place
    where it stands; none before `since`, ISO.

    >>> find_last_held("ประเมินในวันที่ ๑๔ กรกฎาคม ๒๕๖๙ สังเกตการสอนในวันพฤหัสบดีที่ ๙ กรกฎาคม ๒๕๖๙")[1]
    '2026-07-09'
    """
    held = [
        (len(lead), first)
        for first, _, lead in _days(text)
        if _MAY_BE_HELD.search(lead)
        and not (_UNTIL_ITS_END.search(lead) or _IS_OVER.search(lead))
        and first >= (since or "")
    ]
    return held[-1] if held else None


def find_day_of(event: str, told: str, since: str | None = None) -> str | None:
    """The day on which a text tells something to be (ฝึกซ้อม, สิ้นปีทางบัญชี), none before `since`. ISO.

    >>> find_day_of("สิ้นปีทางบัญชี", "สหกรณ์มีวันสิ้นปีทางบัญชีวันที่ ๓๑ มีนาคม ๒๕๖๙")
    '2026-03-31'
    """
    for first, last, lead in _days(told):
        if (
            (since is None or last >= since)
            and event in lead[-_NEAR_EVENT:]
            and not _UNTIL_ITS_END.search(lead)
        ):
            return first
    return None


def find_beginning(text: str, since: str | None) -> str | None:
    """The first day of the last thing that a text tells to be held or to last, ISO.

    >>> find_beginning("เข้าตรวจสอบในระหว่างวันที่ ๒๒ - ๒๖ เมษายน ๒๕๖๗", None)
    '2024-04-22'
    """
    days = [first for first, last, _ in _days(text) if since is None or last >= since]
    return days[-1] if days else None


def find_end_of_span(told: str, since: str | None = None) -> str | None:
    """The last day of the last span of days that a text tells, ISO; none that is over by `since`.

    >>> find_end_of_span("งานประจำปี ตั้งแต่วันที่ ๑๕ - ๑๙ กุมภาพันธ์ ๒๕๖๒ รวม ๕ วัน ๕ คืน")
    '2019-02-19'
    """
    ends = [last for first, last, _ in _days(told) if first != last and last >= (since or "")]
    return ends[-1] if ends else None


def find_day_at_end(text: str) -> str | None:
    """The day that stands at the end of a row of a list, without a word: ส่งแบบ ผจ. ๑ │๔ ตุลาคม ๒๕๖๗.

    >>> find_day_at_end("ส่งแบบถึงกองแผนงาน ๔ ตุลาคม ๒๕๖๗"), find_day_at_end("หนังสือลงวันที่ ๔ ตุลาคม ๒๕๖๗")
    ('2024-10-04', None)
    """
    last = next(reversed(list(find_dates(text))), None)
    if last is None or last.precision != "day" or arabic(text)[last.end :].strip():
        return None
    before = text[: last.start]
    return last.value if before.endswith(" ") and not _SAYS_WHEN.search(before) else None


def find_day_at_head(text: str) -> str | None:
    """The day with which a row of a list begins: วันที่ ๕ มีนาคม ๒๕๖๗│ ชำระเงิน.

    >>> find_day_at_head("วันที่ ๕ มีนาคม ๒๕๖๗ ชำระเงิน"), find_day_at_head("ชำระเงินวันที่ ๕ มีนาคม ๒๕๖๗")
    ('2024-03-05', None)
    """
    first = next(iter(_days(text)), None)
    return first[1] if first and first[2].strip() in ("", "ใน") else None


def find_first_day(text: str, due_day: int | None = None) -> str | None:
    """The day with which something that recurs is to begin; since a day that is the `due_day` of a
    month (ทุกวันที่ ๑ นับตั้งแต่วันที่ ๑ สิงหาคม ๒๕๖๗), that day.

    >>> find_first_day("ทุกวันพุธ เริ่มตั้งแต่วันพุธที่ ๒๑ กุมภาพันธ์ ๒๕๖๗")
    '2024-02-21'
    """
    for first, _, lead in _days(text):
        since = int(first[-2:]) == due_day and lead.endswith("ตั้งแต่")
        if since or _BEGINS.search(lead):
            return first
    return None


def find_day_of_work(text: str, since: str | None = None) -> str | None:
    """The last of the days within which work is to be done, or its one day; of a month told
    without a year the next after `since`.

    >>> find_day_of_work("สำรวจทุกตำบล ระหว่างวันที่ ๑ - ๒๐ มิถุนายน ๒๕๖๖")
    '2023-06-20'
    """
    for first, last, lead in _days(text):
        if _WORKED.search(lead) or (first != last and lead.endswith(("ตั้งแต่", " "))):
            return last
    return find_end_of_month(text, since)


def find_end_of_month(text: str, since: str | None = None) -> str | None:
    """The last day of the month all through which something is to be done; of one without a year
    the next after `since`, ISO.

    >>> find_end_of_month("ประดับธงตลอดเดือนกรกฎาคม ๒๕๖๙"), find_end_of_month("ตลอดเดือนมีนาคม")
    ('2026-07-31', None)
    """
    all_month = _ALL_MONTH.search(arabic(text))
    number = month_number(all_month["month"]) if all_month else None
    if all_month is None or number is None or not (all_month["year"] or since):
        return None
    year = common_year(all_month["year"]) if all_month["year"] else None
    if year is None and since:
        year = int(since[:4]) + (number < int(since[5:7]))
    return end_of_month(year, number) if year else None


def _days(text: str) -> Iterator[tuple[str, str, str]]:
    """The days and spans that a text names with วันที่: first, last, and what stands before."""
    plain = arabic(text)
    for mention in find_dates(text):
        before = plain[: mention.start]
        if mention.precision != "day" or not mention.value or _TO_A_DAY.match(plain, mention.end):
            continue
        span = _SPAN.search(before) or _LONG_SPAN.search(before)
        first = _first_of(span, mention.value) if span else None
        on_day = _ON_DAY.search(before) or _BESIDE_IT.search(before)
        set_for = None if on_day else _SET_FOR.search(before)
        if span and first:
            yield first, mention.value, before[: span.start()]
        elif on_day:
            yield mention.value, mention.value, before[: on_day.start()]
        elif set_for or (_NO_WORD.search(before) and _AN_HOUR_FOLLOWS.match(plain, mention.end)):
            yield mention.value, mention.value, before


def _first_of(span: re.Match[str], last: str) -> str | None:
    """The first day of a span that ends on the day `last`."""
    year, month = int(last[:4]), int(last[5:7])
    named = span.groupdict().get("month")
    if named:
        month = month_number(named) or month
        year = (
            common_year(span["year"]) or year if span["year"] else year - (month > int(last[5:7]))
        )
    return day_of(year, month, int(span["day"] or span["bare"]))
