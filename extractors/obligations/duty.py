"""One thing that is asked for, in all its fields: what, how often, by when, to whom, how."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from extractors.obligations.duty_action import (
    OTHER_RHYTHM,
    action_of,
)
from extractors.obligations.first_due import first_day_due
from extractors.obligations.part import Part
from extractors.obligations.times.context import Context
from extractors.obligations.times.due_after import is_due_after_event, is_due_after_receipt
from extractors.obligations.times.due_days import (
    due_days,
)
from extractors.obligations.times.frequency import find_frequency
from extractors.obligations.times.held_days import (
    find_day_at_end,
    find_day_at_head,
)
from extractors.obligations.times.reckoned import first_reckoned
from extractors.obligations.times.schedule import (
    find_channels,
    find_deliver_to,
    find_due_day,
    find_first_period,
    find_format,
)
from extractors.obligations.times.told_days import LEADS_NEXT
from extractors.record import Action, Frequency, Obligation, where
from extractors.text.clauses import Paragraph, tidy
from pipeline.thai_digits import arabic

_LEAD = re.compile(r"^(?:จึง|และ|ทั้งนี้|โดย|แล้ว)\s?(?!เสร็จ)(?=\S)")
_ASKS = re.compile(r"\s*(?:ขอ|ให้|โปรด|กรุณา)")
_DONE_ONCE: tuple[Action, ...] = ("appoint", "reply")  # even where no day is told
_LASTS = re.compile(
    r"จนถึง(?:วัน|\s?\d)|ถึงวันที่|ตลอดเดือน"
)  # ออกอากาศวันละ ๓ ครั้ง จนถึงวันที่ ๓๑ พฤษภาคม ๒๕๖๗
# ล้างล้อรถบรรทุกทุกคันก่อนออกจากโรงงาน: each time
# ประกาศทางออกฉุกเฉินก่อนเริ่มการแสดงทุกรอบ
_EACH_BEFORE = re.compile(
    r"ทุก(?:คัน|ราย|เที่ยว|คน|ชิ้น|ตัว|ตู้|ใบ|แปลง|ครั้ง|ฉบับ|วัน|เช้า|เย็น|รอบ)\s?ก่อน"
    r"|ก่อน(?!วัน)[ก-๎]{2,40}ทุก(?:คัน|ราย|เที่ยว|ครั้ง|ฉบับ|วัน|เช้า|เย็น|คืน|รอบ)"
)
# ชี้แจงผู้ปกครองว่าต้องแปรงฟันก่อนรับการตรวจ | กำกับให้อำเภอตรวจสอบก่อนรับลงทะเบียน: a time of others
_TIME_OF_OTHERS: dict[Action, re.Pattern[str]] = {
    "publish": re.compile(r"(?:(?<!ก)ว่า|ทราบถึง)(?!.*ภายใน)"),
    "monitor": re.compile(r"กำกับ(?:ดูแล)?ให้(?!.*ภายใน)|ของวันก่อนวัน"),
}
_BY_DAYS_APART: tuple[tuple[range, Frequency], ...] = (
    (range(25, 36), "monthly"),
    (range(80, 101), "quarterly"),
    (range(170, 196), "half_yearly"),
    (range(350, 381), "yearly"),
)

# How sure a duty is whose wording leaves something to guess. On letters that no rule was written
# on, six in ten duties of no named action were right, and nine in ten of the others.
_UNKNOWN_VERB = 0.6
_NO_NAMED_ACTION = 0.75
_WITHOUT_DAY = 0.8  # of a meeting, or of what recurs
_RECKONED = 0.85
_TWO_DAYS = 0.6


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
    if _ASKS.match(context.rest) and (led := LEADS_NEXT.search(arabic(text))):
        text = text[: led.start()]
    often = find_frequency(text)
    action = action_of(part, text, often)
    due, sureness = first_day_due(action, text, often, context)
    period = find_first_period(text, due, context.written)
    day = find_due_day(text) if often else None
    if due is None and clause is not None and not often:
        due = find_day_at_end(text) or find_day_at_head(text)
    if due is None and often:
        due = first_reckoned(text, often, period, context)
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
    lasts = action in ("other", "publish", "monitor") and first_due and _LASTS.search(arabic(text))
    if OTHER_RHYTHM.search(arabic(text)) and not lasts:
        return None
    if action in ("other", "monitor", "publish") and not first_due and _EACH_BEFORE.search(text):
        return None
    single = first_due or is_due_after_receipt(text)
    of_others = _TIME_OF_OTHERS[action].search(text) if action in _TIME_OF_OTHERS else None
    own = text[: of_others.start()] if of_others else text
    return "once" if single or is_due_after_event(own) else None


def is_dated(duty: Obligation) -> bool:
    """Whether a duty tells a day, a rhythm, or a number of days."""
    recurs = duty.frequency not in (None, "once")
    return bool(duty.first_due or recurs or is_due_after_event(duty.text))
