"""Readers of the day by which a duty is due, for `first_due.READERS`: each tells the day, that
there is none, or passes (None) where the wording is not its own."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.dates import find_dates
from extractors.obligations.duty_action import IN_TIME_TOLD
from extractors.obligations.times.context import ELSEWHERE, Asked, FirstDay
from extractors.obligations.times.due_days import (
    due_days,
    find_bare_day,
    find_day_of_same_month,
    find_first_due,
    last_day,
)
from extractors.obligations.times.loose_days import find_day_pointed_at, find_loose_day
from extractors.obligations.times.told_days import ALL_BY, LEADS_NEXT, day_of_event, day_told
from pipeline.thai_digits import arabic

# ๑ คน │พร้อมแจ้งชื่อและหมายเลขโทรศัพท์ให้กองกลางทราบ│ภายในวันที่ ๕ มีนาคม ๒๕๖๗: up to the first day
_NAME_FOLLOWS = re.compile(
    r"\s*(?:(?:และ|แล้ว|พร้อม(?:ทั้ง|กับ)?|โดย)\s?)?(?:ขอ)?(?:ให้)?(?:แจ้ง|จัดส่ง|ส่ง|เสนอ|บอก)(?:ราย)?"
    r"(?:ชื่อ(?!ผู้(?:เข้า|สมัคร|ประสงค์|สนใจ))|นาม|ยศ|หมายเลขโทรศัพท์|สำเนาคำสั่ง|คำสั่ง)[^ๆ]{0,160}?[\d๐-๙]{1,2}\s[ก-๎.\s]{3,12}\s?[\d๐-๙]{2,4}"
)
_NAMED_ON = re.compile(
    r"(?:แจ้ง|ส่ง|บอก)(?:ราย)?ชื่อ(?:ใน)?(?:วัน[ก-๎]{0,8}ที่)?\s?[\d๐-๙]{1,2}\s[ก-๎.\s]{3,12}\s?[\d๐-๙]{2,4}"
)
# ภายในวันที่ ๑๖ กุมภาพันธ์ ๒๕๖๗ │ขอให้ท่าน… | วันที่ ๖ กันยายน ๒๕๖๕ │ขอให้โยธาธิการส่งแผนผัง…
_LEADS_ON = re.compile(r"(?:ใน)?วัน[ก-๎]{0,8}ที่\s?\d{1,2}\s[ก-๎.]{3,12}\s(?:พ\.ศ\.\s?)?\d{4}\s*")
_LEADS = re.compile(
    r"(?:(?:ทั้งนี้|อนึ่ง)\s?)?(?:ภายใน|ก่อน|ไม่เกิน)วัน(?!ที่ได้รับ)[^ๆ]{4,40}\d{4}\s(?:ขอ|ให้|โปรด)?"
)
# ประชาสัมพันธ์ให้ทราบ โดย│ผู้ที่สนใจส่งข้อเสนอได้ภายในวันที่…
_WHOEVER_WISHES = re.compile(r"ผู้(?:ที่|ใด|ซึ่ง)?\s?(?:มีความ)?(?:สนใจ|ประสงค์)")
# ออกนิเทศนักศึกษา │โดยให้นิเทศครั้งที่ ๑ แล้วเสร็จภายในวันที่…
_FIRST_ROUND = re.compile(
    r"\s*(?:โดย|ทั้งนี้\s?)(?:ขอ)?(?:ให้)?[ก-๎]{0,30}?(?:ครั้ง|รอบ|งวด|ระยะ)(?:ที่\s?1|แรก)[^ๆ]{0,60}?\d{1,2}\s[ก-๎.\s]{3,12}\s?\d{2,4}"
)
_BY_THEN = re.compile(r"ภายใน|เสร็จ")  # but not แจ้งข่าวงานในคืนนั้น: a day of what is told
# รายงานจุดความร้อนทุกวัน…จนถึงวันที่ ๓๑ พฤษภาคม ๒๕๖๗: how long it lasts
_DAILY_UNTIL = re.compile(r"(?:ทุกวัน|วันละ)(?!ที่)[^ๆ]*?(?:จนถึง|ถึงวันที่)")


def whose_name_is_told_by(asked: Asked) -> FirstDay | None:
    """Whoever is appointed is told by a day, which comes before that of his first meeting:
    แต่งตั้งผู้แทน แจ้งรายชื่อภายในวันที่ ๕ มีนาคม โดยประชุมครั้งแรกในวันที่ ๑๒ มีนาคม is due on the 5th, also
    where the name is told in what follows (มอบหมายผู้ประสานงาน │พร้อมแจ้งชื่อภายในวันที่…)."""
    if asked.action != "appoint":
        return None
    named = due_days(asked.text)
    if named:
        return FirstDay(named[0].value)
    for said in (asked.text, asked.context.rest):
        if on_day := _NAMED_ON.search(said):  # …แจ้งชื่อวันที่ ๑๖ มิ.ย. ๖๘
            told = find_dates(on_day[0])
            return FirstDay(told[0].value if told else None)
    chosen = "คัดเลือก" in asked.text  # to choose and to send the names are two
    follows = None if chosen else _NAME_FOLLOWS.match(asked.context.rest)
    named = due_days(follows[0]) if follows else []
    return FirstDay(named[0].value, ELSEWHERE) if named else None


def by_a_day(asked: Asked) -> FirstDay | None:
    """By a day that the duty tells (ภายในวันที่ ๓๑ มีนาคม ๒๕๖๖, ภายในสิ้นเดือนนี้) or that leads it.
    A day for whoever wishes (ผู้สนใจสมัครภายใน…) is none of making it known.
    What is told every day until then (รายงานทุกวัน…จนถึงวันที่…) has none."""
    if asked.action == "publish" and (wishes := _WHOEVER_WISHES.search(asked.text)):
        asked = replace(asked, text=asked.text[: wishes.start()])
    day = _own_day(asked) or _day_that_leads(asked) or _day_of_first_round(asked)
    if day is None:
        return None
    told = asked.often is None and asked.action in ("report", "reply")
    return FirstDay(None if told and _DAILY_UNTIL.search(asked.text) else day)


def in_the_time_told(asked: Asked) -> FirstDay | None:
    """In the same time as what was told before, or as the figures of a day that it tells itself:
    ส่งคืนภายในวันเดียวกัน; รายงานจำนวนนักเรียน ณ วันที่ ๑๐ กรกฎาคม ๒๕๖๓ ภายในวันเดียวกัน."""
    same = IN_TIME_TOLD.search(asked.text)
    if same is None:
        return None
    said, written = asked.context.said, asked.context.written
    own = [last_day(one.value) for one in find_dates(asked.text[: same.start()]) if one.value]
    if own and own[-1] >= (written or ""):  # ชำระค่าบริการของเดือนพฤศจิกายน…ภายในวันเดียวกัน: of the past
        return FirstDay(own[-1])
    day = day_of_event(asked.text, said, written) or day_told(said, written)
    return FirstDay(day or find_day_pointed_at(asked.text, said, written), ELSEWHERE)


def told_loosely(asked: Asked) -> FirstDay | None:
    """By a day told loosely or pointed back to, where nothing else is told: ภายใน มี.ค. ๒๕๖๔,
    ภายในวันศุกร์ที่ ๒๕ นี้, ก่อน ๒๐.๐๐ น. ของคืนดังกล่าว."""
    if asked.often or (asked.action == "publish" and not _BY_THEN.search(asked.text)):
        return None
    written = asked.context.written
    day = find_loose_day(asked.text, written)
    day = day or find_day_pointed_at(asked.text, asked.context.said, written)
    return FirstDay(day, ELSEWHERE) if day and day >= (written or "") else None


def by_one_day_for_all(asked: Asked) -> FirstDay | None:
    """By one day told for all at the end: ส่งแบบ คืนเงิน ทั้งหมดนี้ภายในวันที่ ๒๐ ธันวาคม ๒๕๖๗."""
    by = ALL_BY.search(arabic(asked.context.rest)) if asked.often is None else None
    if by is None:
        return None
    return FirstDay(find_first_due(by[0], asked.context.written), ELSEWHERE)


def _own_day(asked: Asked) -> str | None:
    """The day that the words of a duty tell, those before it the month or year of it."""
    written = asked.context.written
    before = " ".join((*asked.context.before, asked.context.sentence))
    day = find_first_due(asked.text, written) or find_day_of_same_month(asked.text, before)
    if day is None and asked.often is None:  # ส่งสถิติรายเดือนภายในวันที่ ๕: of every month
        day = find_bare_day(asked.text, before, written)
    return day


def _day_of_first_round(asked: Asked) -> str | None:
    """The day of the first of several rounds, told right after: โดยให้นิเทศครั้งที่ ๑ แล้วเสร็จภายในวันที่…"""
    follows = _FIRST_ROUND.match(arabic(asked.context.rest)) if asked.often is None else None
    told = due_days(follows[0]) if follows else []
    return told[0].value if told else None


def _day_that_leads(asked: Asked) -> str | None:
    """The day that stands right before a duty: ภายในวันที่ ๑๖ กุมภาพันธ์ ๒๕๖๗ │ขอให้ท่าน…"""
    leads = arabic(asked.context.sentence)
    if not asked.often and _LEADS_ON.fullmatch(leads):
        day = find_dates(leads)[0].value
        return day if day and day >= (asked.context.written or "") else None
    if asked.often or not (_LEADS.fullmatch(leads) or LEADS_NEXT.search(leads)):
        return None
    told = due_days(asked.context.sentence)
    return told[-1].value if told else None
