"""The time of a duty within whose words, as rules read them, the judge tells another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from extractors.obligations.follow_up import says_how_to_send
from extractors.obligations.judge.duty_at import duty_at
from extractors.obligations.judge.reading import Reading
from extractors.obligations.judge.ways import Way
from extractors.obligations.part import SENDING
from extractors.obligations.verbs import find_verbs
from extractors.record import Action


class _Chosen(Protocol):
    @property
    def way(self) -> Way: ...


def in_own_time(told: Sequence[_Chosen], reading: Reading) -> Iterator[Way]:
    """The ways that were chosen, a rule's without the time of what the judge tells within it:
    ประชาสัมพันธ์แก่เจ้าของสัตว์ │รวบรวมรายชื่อส่งสำนักงานภายในวันที่… has no day of its own."""
    ends = {one.first: one.last for one in reading.told}
    for place, one in enumerate(told):
        way = one.way
        within = [
            other.way
            for other in told[place + 1 :]
            if not other.way.ruled and way.place < other.way.place <= ends.get(way.place, -1)
        ]
        yield _cut(way, within[0], reading) if way.ruled and within else way


def _is_done_in(text: str, action: Action) -> bool:
    """Whether a text has the verb that an action was told by."""
    done = {verb.action for verb in find_verbs(text)} - {None}
    alike = set(SENDING) if action in SENDING else {action}
    return bool(done if action == "other" else done & alike)


def _cut(way: Way, other: Way, reading: Reading) -> Way:
    """A way with the time that its words tell up to another's."""
    duty = way.duty
    text = reading.clauses[other.place].text
    sends = other.duty.action in SENDING and duty.action not in SENDING
    if duty.clause is not None or (text.startswith("และ") and not sends):
        return way  # a numbered clause is one thing; ยื่นแบบ│และชำระภาษีภายในวันที่… are of one day
    if (
        duty.action in SENDING
        and other.duty.action in SENDING
        and says_how_to_send(other.duty.text)
    ):
        return way  # รายงานทุกรอบ ๖ เดือน โดยรอบแรก │ให้ส่งถึงสำนักงานแรงงานภายในวันที่…
    own = duty_at(reading, way.place, other.place, duty.action)
    if own is None or not _is_done_in(own.text, duty.action):
        return way
    names = ("text", "frequency", "due_day", "first_due", "first_period")
    return replace(way, duty=duty.model_copy(update={name: getattr(own, name) for name in names}))
