"""What was told as one request and are two that follow one another without a word between: the
first ends with its time, the next begins with its verb (ตรวจวัดน้ำแข็งทุกเดือน │ส่งผลตรวจไม่เกินวันที่ ๘…)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.obligations.judge.duty_at import duty_at
from extractors.obligations.judge.reading import Reading
from extractors.obligations.judge.ways import Weighed
from extractors.obligations.verbs import find_verbs, read_action
from extractors.text.clauses import unspaced

_ENDS_IN_TIME = re.compile(
    r"(?:(?<!บรร)ทุก\s?(?:วัน|เช้า|เย็น|(?:สิ้น)?เดือน|สัปดาห์|(?:สิ้น)?ไตรมาส|ปี|ครั้ง|รอบ|งวด|วัน[ก-๎]{2,9})|(?:วัน|เดือน|ปี|สัปดาห์)ละ\s?\S{1,6}\s?(?:ครั้ง)?"
    r"|เป็นต้นไป|ของ(?:ทุก)?เดือน(?:ถัดไป)?|(?:ภายใน|ก่อน|ในวัน|ไม่เกิน)[^ๆ]{0,30}\s[\d๐-๙]{2,4}|(?:ได้)?รับ(?:หนังสือ)?(?:ฉบับ)?(?:นี้)?|เข้าพัก)\s*$"
)
_LIKELY = 0.1  # chance of a clause from which it may be the second


def in_turn(told: Sequence[Weighed], reading: Reading) -> list[Weighed]:
    """The requests, those told one after another in the words of one told each by itself."""
    found: list[Weighed] = []
    for one in told:
        others = [other.way.place for other in told if other.way.place > one.way.place]
        found += _two(one, min(others, default=None), reading) or [one]
    return found


def _two(one: Weighed, end: int | None, reading: Reading) -> list[Weighed]:
    place, duty = one.way.place, one.way.duty
    if duty.clause is not None:
        return []
    words = unspaced(duty.text)
    for at in range(place + 1, len(reading.clauses) if end is None else end):
        clause = reading.clauses[at]
        if clause.place != reading.clauses[place].place:
            return []
        if unspaced(clause.text) not in words:
            return []
        if not _ENDS_IN_TIME.search(reading.before(at)) or reading.chances[at] < _LIKELY:
            continue
        verbs = find_verbs(clause.text)[:1]
        if not verbs or verbs[0].start or verbs[0].action is None:
            continue
        first = duty_at(reading, place, at, duty.action)
        other = duty_at(reading, at, end, read_action(clause.text))
        if first is None or other is None:
            return []
        action = duty.action if _has(first.text, duty.action) else read_action(first.text)
        first = duty_at(reading, place, at, action) or first
        return [
            one.told_at(place, first),
            one.told_at(at, other),
        ]
    return []


def _has(text: str, action: str) -> bool:
    """Whether a text has a verb of an action."""
    sends = ("report", "reply")
    said = {verb.action for verb in find_verbs(text)}
    return bool(said & ({*sends} if action in sends else {action})) or not said
