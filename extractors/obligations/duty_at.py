"""A clause of which the judge holds that it asks for something, as a duty with its day."""

from __future__ import annotations

import re

from extractors.dates import find_dates
from extractors.obligations.asking import end_of_request
from extractors.obligations.clause_duties import of_clause
from extractors.obligations.duty import Context, make_obligation
from extractors.obligations.held_days import find_day_of_work, find_meeting_day
from extractors.obligations.part import Part
from extractors.obligations.reading import Reading
from extractors.record import Action, Obligation
from extractors.text.digits import arabic

# ลงวันที่… | เมื่อวันที่…: days of other papers and of the past
_PAST = re.compile(r"(?:ลง|เมื่อ|ของ|หนังสือ\S{0,30})\s?(?:วัน[ก-๎]{0,8}ที่?)?\s*$")


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
    )
    marker = item.marker if item.numbered and begin == 0 else None
    ruled = of_clause([item], context) if marker and stop == len(text) else None
    if ruled and ruled.action != "other":  # ๒) สำรวจเครื่องคอมพิวเตอร์…แล้วส่งบัญชีมาที่ศูนย์ภายใน…
        return ruled
    whole = Part(begin, stop, action)
    return _on_named_day(make_obligation([item], whole, marker, context))


def _on_named_day(duty: Obligation) -> Obligation:
    """The duty with the day that its text names, if the rules of time know none."""
    if duty.first_due or duty.frequency not in (None, "once") or duty.action == "publish":
        return duty  # แจ้งข่าวงานวันที่ ๒๘ กุมภาพันธ์: a day of what is told
    plain = arabic(duty.text)
    named = [
        mention.value
        for mention in find_dates(duty.text)
        if mention.precision == "day" and mention.value and not _PAST.search(plain[: mention.start])
    ]
    if not named:
        return duty
    held = find_meeting_day(duty.text) if duty.action == "attend" else find_day_of_work(duty.text)
    return duty.model_copy(update={"first_due": held or named[0], "frequency": "once"})
