"""One thing that is asked for, in all its fields: what, how often, by when, to whom, how."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractors.dates import find_dates
from extractors.obligations.due_days import (
    day_after,
    due_days,
    find_bare_day,
    find_day_of_same_month,
    find_first_due,
    is_due_after_event,
    is_due_after_receipt,
    last_day,
)
from extractors.obligations.duty_action import (
    BROUGHT,
    IN_TIME_TOLD,
    OTHER_RHYTHM,
    action_of,
    recurs,
)
from extractors.obligations.held_days import (
    find_beginning,
    find_day_at_end,
    find_day_at_head,
    find_day_of_work,
    find_end_of_span,
    find_first_day,
    find_meeting_day,
)
from extractors.obligations.part import Part
from extractors.obligations.schedule import (
    find_channels,
    find_deliver_to,
    find_due_day,
    find_first_month,
    find_first_period,
    find_format,
    find_frequency,
    is_due_the_month_after,
)
from extractors.obligations.told_days import day_of_event, day_told, end_of_span_told
from extractors.record import Action, Frequency, Obligation, Period, where
from extractors.text.clauses import Paragraph, tidy
from extractors.text.digits import arabic

_LEAD = re.compile(r"^(?:จึง|และ|ทั้งนี้|โดย|แล้ว)\s?(?!เสร็จ)(?=\S)")
_DONE_ONCE: tuple[Action, ...] = ("appoint", "reply")  # even where no day is told
_HANDS_IN = re.compile(
    r"ยื่น|บันทึก|กรอก|ผ่านระบบ|ทางระบบ|นำเข้า|ส่งมอบ|ตอบแบบ|ลงทะเบียน|สมัคร|แสดงความ(?:คิด)?เห็น|ส่งข้อเสนอ|ส่งผลงาน|ส่ง(?:ราย)?ชื่อ|เสนอชื่อ|เสนอผลงาน"
)
# รายงานผลให้กองบังคับการทราบในวันศุกร์ที่… | ส่งคืนในวันที่…
_TOLD_ON = re.compile(
    r"(?:(?:ส่ง|รายงาน|แจ้ง)(?:ผล|ข้อมูล|รายชื่อ|เอกสาร|คืน|กลับ|มา|(?:แบบ|หลักฐาน|ใบ|สำเนา|แผน|บัญชี|เล่ม)[ก-๎]{0,24}?)?|ทราบ|(?:มายัง|ไปยัง|ให้|ต่อ)[ก-๎]{2,60})\s?(?<!ภาย)ในวัน"
)
# แจ้งให้นักเรียนทราบ│ในวันศุกร์ที่… | ประกาศผลการสอบ│ในวันที่…
_MADE_KNOWN_ON = re.compile(
    r"(?:ทราบ(?:โดยทั่วกัน)?|(?:^|ให้|ท่าน)(?:ติด|ปิด)?ประกาศ(?:ราย|ผล|ผู้)[ก-๎]{2,60})\s?(?<!ภาย)ในวัน"
)
# ขยายเวลาลงทะเบียนจนถึงวันที่… ขอให้แจ้งผู้ประสงค์เข้าร่วม│ลงทะเบียนภายในกำหนด
# ไปช่วยราชการ…มีกำหนด ๓ เดือน ตั้งแต่วันที่…ถึงวันที่…: how long it lasts, no day to be done by
_TERM = re.compile(
    r"(?:ช่วยราชการ|ลา(?=ศึกษา|อุปสมบท|ไป|พัก|คลอด)|รักษา(?:ราช)?การ|ดำรงตำแหน่ง|มีกำหนด|เป็น(?:ระยะ)?เวลา).*ตั้งแต่วัน"
)
_BY_DAYS_APART: tuple[tuple[range, Frequency], ...] = (
    (range(25, 36), "monthly"),
    (range(80, 101), "quarterly"),
    (range(170, 196), "half_yearly"),
    (range(350, 381), "yearly"),
)

_DAY_LABEL = re.compile(
    r"(?:กำหนด)?วัน(?:ที่|เวลา|เดือนปี|จัด|ประชุม|อบรม|งาน|นัด|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|[\s:,])"
)
# เข้านั่งประจำที่ก่อนเวลา ๐๙.๓๐ น. ของวันดังกล่าว | ไปเบิกความในวันนัด
_AS_TOLD = re.compile(
    r"วัน(?:ดังกล่าว|นั้น|เดียวกัน|นัด)|ตามนัด|ตามกำหนด(?:การ|เวลา)?(?:ใหม่|ข้างต้น|ดังกล่าว)|ตามตาราง|วัน(?:และ)?เวลา(?:ข้างต้น|ดังกล่าว|นี้)"
)
# ให้หยุดใช้เครื่องนับธนบัตร…ตั้งแต่วันที่ ๑ ธันวาคม ๒๕๖๘ | บรรจุแต่งตั้งให้มีผลตั้งแต่วันที่…
_FROM_THEN = re.compile(
    r"(?:หยุด|เลิก|เริ่มใช้|ให้มีผล|เปลี่ยนมาใช้|บังคับใช้|(?:^|ให้|ท่าน|\s)(?:งด|ระงับ|ปิด|เริ่ม))[^ๆ]{0,60}?(?:ตั้งแต่)?วันที่(?!.*ถึงวันที่)"
    # ห้ามลาพักผ่อนตั้งแต่ ๒๕ ธ.ค. ๒๕๖๑ เป็นต้นไป | สวมเครื่องแบบใหม่ตั้งแต่วันจันทร์ที่…
    r"|(?:งด|ระงับ|ปิด|ห้าม|มิให้|ใช้[ก-๎]{0,30}(?:ใหม่|แทน)|สวม|แต่งกาย|เปลี่ยน)[^ๆ]{0,60}?ตั้งแต่(?:วัน[ก-๎]{0,8}ที่?)?\s?[\d๐-๙](?!.*(?:ถึง|[-–]))"
)
# แจ้งราคา…ในวันที่ ๒๐, ๒๓ และ ๒๗ มกราคม ๒๕๖๘: the first of several days
_ON_DAYS = re.compile(r"(?<!ภาย)ในวันที่\s?\d{1,2}\s?(?:,\s?\d{1,2}\s?)*(?:,|และ)\s?\d{1,2}\s[ก-๎]")
_LEADS = re.compile(
    r"(?:(?:ทั้งนี้|อนึ่ง)\s?)?(?:ภายใน|ก่อน|ไม่เกิน)วัน(?!ที่ได้รับ)[^ๆ]{4,40}\d{4}\s(?:ขอ|ให้|โปรด)?"
)
# ในห้วงเวลาดังกล่าว │ขอให้ท่านห้ามราษฎร… | ในวันดูงาน │ให้นำบัตรประชาชนมา
_LEADS_IN = re.compile(r"(?:ใน|ตลอด|ระหว่าง)(?:วัน|ช่วง|ห้วง|ระยะ)[ก-๎]+\s?$")
# เคลื่อนย้ายโต๊ะและเก้าอี้…ในคืนดังกล่าว | งดใช้กล่องโฟม…ตั้งแต่วันดังกล่าว
_ON_THAT_DAY = re.compile(r"(?:(?<!ภาย)ใน(?:วัน(?:และ)?(?:เวลา)?|คืน)|ตั้งแต่วัน)(?:ดังกล่าว|นั้น)")
_FIRST_DAY = re.compile(r"(?:ใน|ตั้งแต่|ภายใน|เช้า|ของ|ก่อน)วันแรก(?!ของเดือน|ของแต่ละ)")
_AT_MONTHS_END = re.compile(r"ทุก(?:วัน)?สิ้นเดือน")  # ส่งยอดทุกสิ้นเดือน เริ่มเดือนมีนาคม ๒๕๖๗
_LISTED = 6  # paragraphs below an invitation that may tell its day

# How sure a duty is whose wording leaves something to guess. On letters that no rule was written
# on, six in ten duties of no named action were right, and nine in ten of the others.
_UNKNOWN_VERB = 0.6
_NO_NAMED_ACTION = 0.75
_WITHOUT_DAY = 0.8  # of a meeting, or of what recurs
_ELSEWHERE = 0.9  # the day stands in another sentence
_RECKONED = 0.85
_TWO_DAYS = 0.6


@dataclass(frozen=True, slots=True)
class Context:
    """What a duty may be told by besides its own words: the paragraphs before and after it, what
    stands before it in its own, when it was written (ISO)."""

    before: tuple[str, ...] = ()
    sentence: str = ""
    written: str | None = None
    after: tuple[str, ...] = ()


def make_obligation(
    items: Sequence[Paragraph],
    part: Part,
    clause: str | None,
    context: Context,
    doubt: float = 1.0,
) -> Obligation:
    """The obligation that a part of the first paragraph asks for, with what stands under it in the
    others. Places of the part are those of the paragraph's `text`."""
    first = items[0]
    offset = first.passage.text.index(first.text) if first.text else 0
    text = tidy(
        " ".join([first.text[part.start : part.end], *(item.passage.text for item in items[1:])])
    )
    text = _LEAD.sub("", text) if clause is None else text
    often = find_frequency(text)
    action = action_of(part, text, often)
    due, sureness = _first_due(action, text, often, context)
    period = find_first_period(text, due, context.written)
    day = find_due_day(text) if often else None
    if due is None and clause is not None and not often:
        due = find_day_at_end(text) or find_day_at_head(text)
    if due is None and often:
        due = _reckoned(text, often, period)
        sureness *= _RECKONED if due else _WITHOUT_DAY if day is None else 1.0
    if day and due and int(due[-2:]) != day:
        sureness *= _TWO_DAYS  # by the 10th of each quarter, and a first day that is no 10th
    if action == "attend" and due is None:
        sureness *= _WITHOUT_DAY
    if action == "other" and clause is None:
        sureness *= _NO_NAMED_ACTION
    evidence = where(first.passage.cut(offset + part.start, offset + part.end))
    sure = evidence.get("confidence")
    if sure is not None:
        evidence["confidence"] = sure * sureness * doubt * (1 if part.known else _UNKNOWN_VERB)
    return Obligation(
        clause=clause,
        action=action,
        text=text,
        deliver_to=find_deliver_to(text),
        frequency=_frequency(action, text, often, due),
        due_day=day,
        first_due=due,
        first_period=period,
        channels=find_channels(text),
        format=find_format(text),
        **evidence,
    )


def _first_due(
    action: Action, text: str, often: Frequency | None, context: Context
) -> tuple[str | None, float]:
    """The first day, and how surely it is that of this duty."""
    said = (context.sentence, *reversed(context.before))
    if _FIRST_DAY.search(text) and not (due_days(text) or find_meeting_day(text)):
        begun = (find_beginning(one, context.written) for one in said)
        return next((day for day in begun if day), None), _ELSEWHERE
    if action == "attend":
        day = find_meeting_day(text) or find_first_due(text, context.written)
        day = day or find_beginning(text, context.written)  # ทุกวันทำการตั้งแต่วันที่…
        day = day or day_of_event(text, said, context.written)
        if day:
            return day, 1.0
        since = context.written
        around = (find_meeting_day(one, True, since) for one in reversed(context.before))
        near = find_meeting_day(context.sentence, since=since) or next(
            (found for found in around if found), None
        )
        found = near or _listed_day(context.after)
        return found or (
            day_told(said, context.written) if _AS_TOLD.search(text) else None
        ), _ELSEWHERE
    day = find_first_due(text, context.written)
    before = " ".join((*context.before, context.sentence))
    day = (
        day or find_day_of_same_month(text, before) or find_bare_day(text, before, context.written)
    )
    if day is None and not often and _LEADS.fullmatch(arabic(context.sentence)):
        told = due_days(context.sentence)  # ภายในวันที่ ๑๖ กุมภาพันธ์ ๒๕๖๗ │ขอให้ท่านตรวจสอบ…
        day = told[-1].value if told else None
    if day is None and (BROUGHT.search(text) or _ON_THAT_DAY.search(text)):
        if action == "publish":
            return None, 1.0  # เชิญชวนประชาชนงดเว้นการดื่มสุราในวันดังกล่าว: when others do
        held = (find_meeting_day(one, True, context.written) for one in said)
        day = next((one for one in held if one), None)
        return day or day_told(said, context.written), _ELSEWHERE
    same = IN_TIME_TOLD.search(text) if day is None else None
    if same and (own := [one.value for one in find_dates(text[: same.start()]) if one.value]):
        return last_day(own[-1]), 1.0  # รายงานจำนวนนักเรียน ณ วันที่ ๑๐ กรกฎาคม ๒๕๖๓ ภายในวันเดียวกัน
    if same:
        day = day_of_event(text, said, context.written)
        return day or day_told(said, context.written), _ELSEWHERE
    if day is None and recurs(text, often):
        return find_first_day(text, find_due_day(text)), 1.0
    if day is None and action in ("reply", "report") and _ON_DAYS.search(arabic(text)):
        return find_meeting_day(text), _ELSEWHERE
    lasts = action != "publish" and often is None  # ปิดประกาศตั้งแต่วันที่ ๑ ถึงวันที่ ๑๕: how long
    if day is None and lasts and _FROM_THEN.search(text):
        span = find_end_of_span(text, context.written)  # หยุดสูบน้ำวันที่ ๕ - ๗ มีนาคม ๒๕๖๗
        return span or find_beginning(text, context.written), _ELSEWHERE
    if day is None and often is None and _is_done_on_a_day(action, text):
        found = _day_of_doing(action, text, context)
        return found, _ELSEWHERE if found else 1.0
    return day, 1.0


def _is_done_on_a_day(action: Action, text: str) -> bool:
    """Whether a day that stands in a duty may be that on which it is to be done."""
    if action == "publish":  # แจ้งข่าวงานประชุมวันที่ ๒๘ กุมภาพันธ์: the day of what is told
        return _MADE_KNOWN_ON.search(text) is not None
    by_day = action in ("other", "monitor") or _HANDS_IN.search(text) or _TOLD_ON.search(text)
    return bool(by_day) and not _TERM.search(text)


def _day_of_doing(action: Action, text: str, context: Context) -> str | None:
    """The day on which, or the last of those within which, something is to be done; none that is
    over: ตรวจสอบข้อมูล ๑ - ๓๑ มกราคม ๒๕๖๗."""
    said = (context.sentence, *reversed(context.before))
    leads = _LEADS_IN.search(context.sentence)
    whole = f"{leads[0]} {text}" if leads else text
    found = find_day_of_work(text) or day_of_event(whole, said, context.written)
    if found is None and action in ("other", "monitor"):
        found = end_of_span_told(whole, said, context.written)
    return None if found and context.written and found < context.written else found


def _listed_day(after: Sequence[str]) -> str | None:
    """The day in what is listed under an invitation: วันประชุม : วันพฤหัสบดีที่ ๒๑ มีนาคม ๒๕๖๗."""
    days = (find_meeting_day(f" {one}") for one in after[:_LISTED] if _DAY_LABEL.match(one))
    return next((day for day in days if day), None)


def _reckoned(text: str, often: Frequency | None, period: Period | None) -> str | None:
    """The first day where the text tells the day of the month and the period to begin with."""
    month = find_first_month(text) if often == "monthly" else None
    if month and _AT_MONTHS_END.search(text):
        return month.end
    day = find_due_day(text)
    if day is None:
        return None
    if month and not is_due_the_month_after(text):
        return f"{month.start[:-2]}{min(day, int(month.end[-2:])):02}"
    return day_after(period, day) if period else None


def _frequency(
    action: Action, text: str, often: Frequency | None, first_due: str | None
) -> Frequency | None:
    """What is done with when it was done, or has one day to be done by, is asked for once."""
    if action in ("attend", "appoint"):
        return "once"
    if often:
        return often
    if action in _DONE_ONCE and not OTHER_RHYTHM.search(arabic(text)):
        return "once"
    rounds = [mention.value for mention in due_days(text) if mention.value]
    if len(rounds) > 1:
        apart = (date.fromisoformat(rounds[1]) - date.fromisoformat(rounds[0])).days
        for days, frequency in _BY_DAYS_APART:
            if apart in days:
                return frequency
    if OTHER_RHYTHM.search(arabic(text)):
        return None
    single = first_due or is_due_after_receipt(text)
    return "once" if single or is_due_after_event(text) else None


def is_dated(duty: Obligation) -> bool:
    """Whether a duty tells a day, a rhythm, or a number of days."""
    recurs = duty.frequency not in (None, "once")
    return bool(duty.first_due or recurs or is_due_after_event(duty.text))
