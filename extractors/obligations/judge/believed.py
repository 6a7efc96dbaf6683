"""What the judge of clauses knows of a duty that a rule found: facts by which it is believed."""

from __future__ import annotations

from math import log

from extractors.obligations.judge.asked_clauses import Told
from extractors.obligations.judge.clause_judge import ACTIONS, ALWAYS, Judge
from extractors.obligations.judge.reading import Reading
from extractors.record import Action, Obligation, where

_LONG = 120  # letters of a request that may be more than one
_SENDS: tuple[Action, ...] = ("report", "reply")


def ink_of(reading: Reading, place: int) -> float:
    """How surely the words of a clause were read."""
    clause = reading.clauses[place]
    passage = reading.body[clause.place].passage
    sure = where(passage.cut(clause.start, clause.end)).get("confidence")
    return float(sure) if sure else 1.0


def facts_of(reading: Reading, one: Told, by: Judge) -> dict[str, float]:
    """What is known of a duty that a rule found, by name: numbers of the size of 1."""
    duty = one.duty
    places = {one.first, one.verb}
    chance = max(reading.chances[place] for place in places)
    shares = [reading.shares(place, by) for place in places]
    same = max(share[duty.action] for share in shares)
    sends = max(sum(share[action] for action in _SENDS) for share in shares)
    ink = ink_of(reading, one.first)
    sure = 1.0 if duty.confidence is None else min(1.0, duty.confidence / ink)
    recurs = duty.frequency not in (None, "once")
    within = [place for place in range(one.first + 1, one.last + 1) if place != one.verb]
    facts = {
        ALWAYS: 1.0,
        "chance": log_odds(chance),
        "action": log_odds(same),
        "sends": log_odds(sends) if duty.action in _SENDS else 0.0,
        "rule in doubt": 1 - sure,
        "dated": float(duty.first_due is not None),
        "recurs": float(recurs),
        "recurs, no day": float(recurs and not duty.first_due),
        "once, no day": float(duty.frequency == "once" and not duty.first_due),
        "a clause": float(duty.clause is not None),
        "long": float(len(duty.text) > _LONG),
        "asks within": max((reading.chances[place] for place in within), default=0.0),
        "told twice": float(sum(short(each.duty) == short(duty) for each in reading.told) > 1),
        "many": min(1.0, len(reading.told) / 5),
        "alone": float([each.first for each in reading.told].count(one.first) == 1),
    }
    actions = {action: float(duty.action == action) for action in ACTIONS}
    return facts | _beside(reading, one) | actions


def _beside(reading: Reading, one: Told) -> dict[str, float]:
    """What is known of a duty from those told before and after it in its paragraph. To look into a
    thing │and answer by a day, to appoint │and tell the name by a day are one request each."""
    place = reading.clauses[one.first].place
    same = [each for each in reading.told if reading.clauses[each.first].place == place]
    before = [each.duty for each in same if each.first < one.first][-1:]
    after = [each.duty for each in same if each.first > one.first][:1]
    dated = _is_free(one.duty) and any(each.first_due for each in after)
    named = one.duty.action == "appoint" and any(each.action in _SENDS for each in after)
    names = one.duty.action == "reply" and any(
        each.action == "appoint" and _is_free(each) for each in before
    )
    return {
        "a day after it": float(dated),
        "an answer after its appointing": float(dated and named),
        "an appointing before its answer": float(names),
    }


def _is_free(duty: Obligation) -> bool:
    """Whether a duty is told without a day or a rhythm."""
    return duty.first_due is None and duty.frequency in (None, "once")


def log_odds(chance: float) -> float:
    """The odds of a chance, held within 1 to 999."""
    held = min(0.999, max(0.001, chance))
    return log(held / (1 - held))


def short(duty: Obligation) -> tuple[str, str | None, str | None]:
    """What counts of a duty when it is compared: action, frequency, first due date."""
    return duty.action, duty.frequency, duty.first_due
