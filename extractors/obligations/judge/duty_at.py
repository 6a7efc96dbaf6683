"""A clause of which the judge holds that it asks for something, as a duty with its day."""

from __future__ import annotations

import re

from extractors.dates import find_dates
from extractors.obligations.asking import end_of_request
from extractors.obligations.clause_duties import of_clause
from extractors.obligations.duty import make_obligation
from extractors.obligations.duty_action import OTHER_RHYTHM
from extractors.obligations.judge.reading import Reading
from extractors.obligations.part import Part
from extractors.obligations.times.context import Context
from extractors.obligations.times.due_after import is_due_after_event, is_due_after_receipt
from extractors.obligations.times.held_days import find_day_of_work, find_meeting_day
from extractors.record import Action, Obligation
from pipeline.thai_digits import arabic

# ลงวันที่… | เมื่อวันที่… | ณ วันที่… | รุ่น…: days of other papers, of the past and of figures
_PAST = re.compile(r"(?:ลง|เมื่อ|ของ|ณ|รุ่น|หนังสือ\S{0,30})\s?(?:วัน[ก-๎]{0,8}ที่?)?\s*$")
# โดยนำบัญชีรายชื่อลูกจ้างไปด้วย | เตรียมพวงมาลาไปเอง | จัดเตรียมสถิติมานำเสนอในที่ประชุม
# พร้อมทั้งนำใบรับรองแพทย์มาด้วย | นำสำเนาบัตรไปคนละ ๑ แผ่น | นำรถดับเพลิงมาให้เด็กได้ชม
_BRINGS = re.compile(
    r"(?:พร้อม(?:ทั้ง|กับ)?|และ|โดย|โปรด|ขอให้|ให้|ขอความร่วมมือ|ทุกคน|หน่วยงาน)*(?:จัดเตรียม|เตรียม|นำ(?!เสนอ|เข้า|ส่ง))[^ๆ]{2,80}?"
    r"(?:มา|ไป)(?:ด้วย|เอง|แสดง|คนละ|ให้\S{0,16}(?:ตรวจ|ดู|ชม)|นำเสนอ|มอบ|จัดแสดง|ถวาย|วาง|ประกอบ)"
)


def duty_at(reading: Reading, place: int, end: int | None, action: Action) -> Obligation | None:
    """What a clause asks for, up to the next request in its paragraph or to where its sentence
    turns to conditions."""
    clause = reading.clauses[place]
    item = reading.body[clause.place]
    offset = item.passage.text.index(item.text) if item.text else 0
    text, begin = item.text, max(0, clause.start - offset)
    stop = len(text)
    if (
        end is not None
        and end < len(reading.clauses)
        and reading.clauses[end].place == clause.place
    ):
        stop = reading.clauses[end].start - offset
    stop = end_of_request(text, begin + 1, stop)
    if not text[begin:stop].strip():
        return None
    context = Context(
        tuple(one.text for one in reading.body[: clause.place]),
        text[:begin],
        reading.written,
        tuple(one.text for one in reading.body[clause.place + 1 :]),
        text[stop:],
    )
    marker = item.marker if item.numbered and begin == 0 else None
    ruled = of_clause([item], context) if marker and stop == len(text) else None
    if ruled and ruled.action != "other":  # ๒) สำรวจเครื่องคอมพิวเตอร์…แล้วส่งบัญชีมาที่ศูนย์ภายใน…
        return _on_named_day(ruled, reading.written) if ruled.action == "reply" else ruled
    whole = Part(begin, stop, action)
    duty = make_obligation([item], whole, marker, context)
    return _brought(_on_named_day(duty, reading.written), context)


def _brought(duty: Obligation, context: Context) -> Obligation:
    """What is to be brought to a meeting is due on its day: โดยนำทะเบียนลูกจ้างไปด้วย."""
    timeless = duty.action == "other" and not (duty.first_due or duty.frequency)
    if not timeless or not _BRINGS.match(duty.text):
        return duty
    said = (context.sentence, *reversed(context.before))
    held = [find_meeting_day(one, True, context.written) for one in said]
    held += [find_meeting_day(one, False, context.written) for one in said]
    day = next((one for one in held if one), None)
    return duty.model_copy(update={"first_due": day, "frequency": "once"}) if day else duty


def _on_named_day(duty: Obligation, written: str | None) -> Obligation:
    """The duty with the day that its text names, if the rules of time know none; no day that was
    over when the letter was `written`, and none where a number of days is told."""
    if duty.first_due or duty.frequency not in (None, "once") or duty.action == "publish":
        return duty  # แจ้งข่าวงานวันที่ ๒๘ กุมภาพันธ์: a day of what is told
    plain = arabic(duty.text)
    if duty.action == "appoint":  # แต่งตั้งผู้ดูแลข้อมูล ๑ คน │เข้ารับการอบรมวันที่…
        return duty
    if duty.action in ("report", "reply") and OTHER_RHYTHM.search(plain):
        return duty  # แจ้งราคาผักสดวันละครั้ง ระหว่างวันที่ ๑๕ - ๒๙ ตุลาคม: how long it lasts
    if is_due_after_receipt(duty.text) or is_due_after_event(duty.text):
        return duty
    named = [
        mention.value
        for mention in find_dates(duty.text)
        if mention.precision == "day"
        and mention.value
        and (mention.value >= (written or ""))
        and not _PAST.search(plain[: mention.start])
    ]
    if not named:
        return duty
    held = find_meeting_day(duty.text) if duty.action == "attend" else find_day_of_work(duty.text)
    return duty.model_copy(update={"first_due": held or named[0], "frequency": "once"})
