"""Requests that no rule found, by the learnt judge of clauses: told with little confidence and a
note, so that a person looks at each; and duties of the rules that the judge does not believe.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from extractors.obligations.asked_clauses import Told
from extractors.obligations.asking import own_part
from extractors.obligations.believed import as_judged, facts_of, ink_of, log_odds
from extractors.obligations.clause_judge import ACTIONS, ALWAYS, Judge, judge
from extractors.obligations.duty_action import is_given_back
from extractors.obligations.duty_at import duty_at
from extractors.obligations.follow_up import acts_as_told, tells_first_time
from extractors.obligations.own_requests import only_asks_leave
from extractors.obligations.reading import Reading, look
from extractors.obligations.rules import body_of, read_obligations
from extractors.record import JUDGED, Kind, Obligation
from pipeline.models import Document

LETTERS: tuple[Kind, ...] = ("external_letter", "memo", "stamped_letter")
LOOKED_AT = 0.1  # chance from which a clause is looked at as a request
_ENDS_OTHER = 0.3  # chance of a clause from which the request before it ends there
# Chance from which a request is told, whoever found it: half of the F1 that is reached with it
# (Lipton et al. 2014, Optimal thresholding of classifiers to maximize F1 measure)
_TOLD = 0.42
# Chance of a clause from which a person is told that it may ask something. By batches, of letters
# in which nothing was told 18 of the 40 that ask had such a clause, 31 of the 230 that ask nothing;
# of the others 40 of the 162 that ask more and 32 of the 1,087 that do not.
_NOTED_ALONE = 0.3
_NOTED = 0.5
MAY_ASK = "Something may be asked that was not made out: “{}”."
_QUOTES = re.compile(r"[“”;]")
_HOW_SENT = re.compile(r"\s*(?:จัด)?ส่ง(?:คืน|ที่|ไปยัง|มายัง|ไปที่|มาที่|ทาง|ให้|ถึง)")
_WHOEVER = re.compile(
    r"\s*[ก-๎]{0,20}(?:ผู้|ราย|ท่าน|แห่ง|หน่วย)ใด(?:ที่)?\s?(?:ไม่)?(?:ประสงค์|สนใจ|ต้องการ)"
)
_NAMES = re.compile(r"\s*(?:และ|แล้ว)?\s?แจ้ง(?:ราย)?ชื่อ")
_OR = re.compile(r"[^\s]{0,40}\s?(?:[^\s]{0,40}\s)?หรือ")
_SHORT = 25  # letters of a request that says little
# เงินค่าผ้าจะส่งเข้าบัญชี…ภายใน ๖๐ วัน: what somebody will do, no day of what is asked before it
_WILL = re.compile(r"^จะ(?!ต้อง|ขอ)|(?<=[ก-๎])(?<!ที่)(?<!ซึ่ง)(?<!เพื่อ)จะ(?!ต้อง|ขอ|ได้)")
_TIME = re.compile(r"ภายใน|ก่อน|ไม่เกิน|วันที่|วัน[ก-๎]+ที่|เดือน|ไตรมาส|ทุก|ปีละ|ครั้ง")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A request that no rule found. `facts` are what the judge's trust in it rests on."""

    duty: Obligation
    place: int
    facts: dict[str, float]


class Duties(NamedTuple):
    """What a document asks, in the order on paper, and notes on what it may ask besides."""

    told: tuple[Obligation, ...]
    notes: tuple[str, ...] = ()


def read_duties(document: Document, kind: Kind, written: str | None) -> Duties:
    """What a document asks, as rules and judge tell it. `written` is its date, ISO."""
    return judged(read_obligations(document, kind, written), document, kind, written)


def judged(
    found: tuple[Obligation, ...], document: Document, kind: Kind, written: str | None
) -> Duties:
    """The duties that rules found in a letter, and those that the judge holds likely besides; what
    is too little for that, but too much to be passed over, is noted."""
    if kind not in LETTERS:
        return Duties(found)
    shipped = judge()
    reading = look(body_of(document), found, kind, shipped, written)
    result, firsts, doubted = tell(reading, found, shipped)
    verbs = {one.verb for one in reading.told}
    left = [
        (chance, clause.text)
        for place, (chance, clause) in enumerate(zip(reading.chances, reading.clauses, strict=True))
        if place not in firsts and place not in verbs
    ]
    chance, text = max(left, default=(0.0, ""))
    noted = [duty.text for duty in doubted]
    if chance >= (_NOTED if result else _NOTED_ALONE):
        noted.append(text)
    told = (" ".join(_QUOTES.sub("", one).split()) for one in noted)
    return Duties(tuple(result), tuple(dict.fromkeys(MAY_ASK.format(one) for one in told)))


def tell(
    reading: Reading, found: Sequence[Obligation], by: Judge
) -> tuple[list[Obligation], list[int], list[Obligation]]:
    """What a letter asks, in order, and the clause with which each begins; and what rules found and
    the judge does not believe. What a rule told ends where something begins that it did not know.
    """
    added = [
        (one, trust)
        for one in candidates(reading, found, by)
        if (trust := by.trust(one.facts)) >= _TOLD
    ]
    added = _without_repeats(reading, found, added)
    places = [one.place for one, _ in added]
    result: list[Obligation] = []
    firsts: list[int] = []
    doubted: list[Obligation] = []
    for duty in found:
        told = next((one for one in reading.told if one.duty is duty), None)
        cut = told and _cut(reading, told, places, by)
        belief, read = (1.0, cut) if cut else _believed(duty, told, reading, by)
        if belief < _TOLD:
            doubted.append(read)
            continue
        result.append(read)
        firsts.append(told.first if told else 0)
    for one, trust in added:
        place = sum(first < one.place for first in firsts)
        result.insert(place, _told(one.duty, trust, by.reasons(reading.signs[one.place])))
        firsts.insert(place, one.place)
    return result, firsts, doubted


def _without_repeats(
    reading: Reading, found: Sequence[Obligation], added: Sequence[tuple[Candidate, float]]
) -> list[tuple[Candidate, float]]:
    """The requests without those that invite to the same day again, or are a piece of a numbered
    paragraph that is told whole."""
    days = {one.first_due for one in found if one.action == "attend"}
    whole: set[int] = set()
    kept: list[tuple[Candidate, float]] = []
    for one, trust in added:
        paragraph = reading.clauses[one.place].place
        again = one.duty.action == "attend" and one.duty.first_due in days
        if again or paragraph in whole:
            continue
        kept.append((one, trust))
        if one.duty.action == "attend":
            days.add(one.duty.first_due)
        if one.duty.clause is not None:
            whole.add(paragraph)
    return kept


def _cut(reading: Reading, one: Told, places: Sequence[int], by: Judge) -> Obligation | None:
    """A duty that a rule found, up to where a request begins that the rule took for a part of it;
    None if there is none, or if it is a clause, which is one."""
    end = min((place for place in places if one.first < place <= one.last), default=None)
    if end is None or one.duty.clause is not None:
        return None
    action = one.duty.action
    likeliest, _ = reading.action(one.first, by)
    if one.verb >= end or (action, likeliest) == ("report", "reply"):
        action = likeliest  # แจ้งชื่อผู้ประสาน… │รายงานความก้าวหน้าทุกวันที่ ๗ ของเดือน
    duty = duty_at(reading, one.first, end, action)
    if duty is None:
        return None
    belief = by.belief(facts_of(reading, replace(one, duty=duty), by))
    return duty.model_copy(update={"confidence": round(belief * ink_of(reading, one), 4)})


def candidates(reading: Reading, found: Sequence[Obligation], by: Judge) -> list[Candidate]:
    """The clauses that may begin a request that no rule found, each as one."""
    known = {place for one in reading.told for place in (one.first, one.verb)}
    for one in reading.told:
        if one.duty.clause is not None:  # a clause with a number is one thing
            known.update(range(one.first, one.last + 1))
    starts = {place for place, chance in enumerate(reading.chances) if chance >= _ENDS_OTHER}
    starts |= {one.first for one in reading.told}
    starts |= {place for place, one in enumerate(reading.clauses) if _WILL.search(one.text)}
    result: list[Candidate] = []
    for place, chance in enumerate(reading.chances):
        if chance < LOOKED_AT or place in known or _tells_more(reading, place):
            continue
        if _is_told_of_others(reading, place):
            continue
        action, sure = reading.action(place, by)
        end = min((start for start in starts if start > place), default=None)
        duty = duty_at(reading, place, end, action)
        held = duty is not None and (duty.action != "attend" or duty.first_due is not None)
        if duty is not None and held and not acts_as_told(duty):
            result.append(Candidate(duty, place, _facts(reading, place, duty, sure, found)))
    return result


def _tells_more(reading: Reading, place: int) -> bool:
    """Whether a clause only tells of whom a rule found appointed (มอบหมายครู ๑ คน │แล้วแจ้งรายชื่อ…), or
    where, or when for the first time, what it found asked for is to be sent."""
    within = [one.duty for one in reading.told if one.first < place <= one.last]
    text = reading.clauses[place].text
    if _OR.match(text):
        return bool(within)  # นำเงินไปชำระ ณ กองคลัง │หรือชำระผ่านธนาคาร…
    if tells_first_time(text):
        return any(duty.frequency not in (None, "once") for duty in within)
    if _NAMES.match(text):
        return any(duty.action == "appoint" for duty in within)
    sends = any(duty.action == "reply" or is_given_back(duty.text) for duty in within)
    return sends and _HOW_SENT.match(text) is not None


def _is_told_of_others(reading: Reading, place: int) -> bool:
    """Whether a clause only recalls what was asked (ตามที่…ขอให้…นั้น), or is for whoever wishes."""
    clause = reading.clauses[place]
    text = reading.body[clause.place].passage.text
    own = own_part(text)
    over = own < len(text) or text.rstrip().endswith("นั้น")
    recalled = over and clause.end <= own
    return recalled or only_asks_leave(text) or _WHOEVER.match(clause.text) is not None


def _facts(
    reading: Reading, place: int, duty: Obligation, sure: float, found: Sequence[Obligation]
) -> dict[str, float]:
    """What is known of a request beside its words, by name: numbers of the size of 1."""
    chances = (0.0, *reading.chances, 0.0)
    starts = {one.first for one in reading.told} | {one.verb for one in reading.told}
    told = [(one.action, one.frequency, one.first_due) for one in found]
    recurs = duty.frequency not in (None, "once")
    facts = {
        ALWAYS: 1.0,
        "chance": log_odds(reading.chances[place]),
        "action": log_odds(sure),
        "dated": float(duty.first_due is not None),
        "recurs": float(recurs),
        "once, no day": float(duty.frequency == "once" and not duty.first_due),
        "time not understood": float(
            not duty.first_due and not recurs and _TIME.search(duty.text) is not None
        ),
        "told already": float((duty.action, duty.frequency, duty.first_due) in told),
        "action told already": float(duty.action in [action for action, _, _ in told]),
        "within another": float(any(one.first < place <= one.last for one in reading.told)),
        "nothing else told": float(not found),
        "after another": float(place - 1 in starts),
        "chance before": chances[place],
        "chance after": chances[place + 2],
        "short": float(len(duty.text) < _SHORT),
    }
    return facts | {action: float(duty.action == action) for action in ACTIONS}


def _told(duty: Obligation, trust: float, words: Sequence[str]) -> Obligation:
    """A request that the judge found: its ink's confidence times the trust in it, and why."""
    ink = 1.0 if duty.confidence is None else duty.confidence
    note = JUDGED + ", ".join(words)
    return duty.model_copy(update={"confidence": trust * ink, "note": note})


def _believed(
    duty: Obligation, one: Told | None, reading: Reading, by: Judge
) -> tuple[float, Obligation]:
    """The chance that a duty which a rule found is told right, and the duty with it as its
    confidence, times its ink's. One that the judge reads otherwise bears a note."""
    if one is None:
        return 1.0, duty
    read, ink = as_judged(reading, one, by), ink_of(reading, one)
    belief = by.belief(facts_of(reading, read, by))
    if read is not one:
        words = by.reasons(reading.signs[one.verb])
        return belief, _told(read.duty.model_copy(update={"confidence": ink}), belief, words)
    return belief, duty.model_copy(update={"confidence": round(belief * ink, 4)})
