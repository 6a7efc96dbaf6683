"""What a letter asks, as rules and the learnt judge of clauses read it: where they differ the
likelier way is told; what is too little to be told, but too much to be passed over, is noted."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from extractors.obligations.follow_up import granted_by_answer, tells_whom
from extractors.obligations.judge.believed import ink_of
from extractors.obligations.judge.clause_judge import Judge, judge
from extractors.obligations.judge.own_time import in_own_time
from extractors.obligations.judge.reading import Reading, look
from extractors.obligations.judge.settled import asked_of_somebody, settled
from extractors.obligations.judge.ways import Way as Way
from extractors.obligations.judge.ways import Weighed as Weighed
from extractors.obligations.judge.ways import ways
from extractors.obligations.rules import asked_in, read_obligations
from extractors.obligations.verbs import find_verbs
from extractors.record import JUDGED, REREAD, Kind, Obligation
from pipeline.models import Document

LETTERS: tuple[Kind, ...] = ("external_letter", "memo", "stamped_letter")
# Chance from which a request is told, whoever read it: half of the F1 that is reached with it
# (Lipton et al. 2014, Optimal thresholding of classifiers to maximize F1 measure)
_TOLD = 0.42
# Chance of a clause from which its likeliest way is told whatever its own chance, where nothing
# else is told of it: of 36 such clauses in 390 letters 22 asked for just that.
_SURELY = 0.6
# Chance of a clause from which a person is told that it may ask something. By batches, of letters
# in which nothing was told 18 of the 40 that ask had such a clause, 31 of the 230 that ask nothing;
# of the others 40 of the 162 that ask more and 32 of the 1,087 that do not.
_NOTED_ALONE = 0.3
_NOTED = 0.5
MAY_ASK = "Something may be asked that was not made out: “{}”."
_QUOTES = re.compile(r"[“”;]")


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
    """What a letter asks, where `found` is what rules told of it; of other kinds that alone."""
    if kind not in LETTERS:
        return Duties(found)
    shipped = judge()
    reading = look(asked_in(document, kind), found, kind, shipped, written)
    chosen = choose(ways(reading, found, shipped), shipped)
    told = _with_names(_believed(chosen, reading))
    duties = [one.way.duty for one in told]
    told = [one for one in told if not granted_by_answer(one.way.duty, duties)]
    told = asked_of_somebody(told, reading)
    told = [
        one._replace(way=way) for one, way in zip(told, in_own_time(told, reading), strict=True)
    ]
    told = settled(told, reading)
    unplaced = [duty for duty in found if all(one.duty is not duty for one in reading.told)]
    believed = _believed(chosen, reading)
    noted = [one.way.duty.text for one in chosen if one.way.known and one not in believed]
    left = _left_over(reading, [one.way.place for one in told])
    if left and left[0] >= (_NOTED if told else _NOTED_ALONE):
        noted.append(left[1])
    plain = (" ".join(_QUOTES.sub("", one).split()) for one in noted)
    return Duties(
        (*(as_told(one, reading, shipped) for one in told), *unplaced),
        tuple(dict.fromkeys(MAY_ASK.format(one) for one in plain)),
    )


def _believed(chosen: Sequence[Weighed], reading: Reading) -> list[Weighed]:
    """The requests that are believed: likely ones, and what else a clause is read as that surely
    asks for something."""
    places = Counter(one.way.place for one in chosen)
    return [
        one
        for one in chosen
        if one.chance >= _TOLD
        or (
            reading.chances[one.way.place] >= _SURELY
            and places[one.way.place] == 1
            and find_verbs(one.way.duty.text)  # but not ให้ ผกก.สน.│ แต่งตั้ง…
        )
    ]


def _left_over(reading: Reading, told: Sequence[int]) -> tuple[float, str] | None:
    """The clause likeliest to ask something of those in which nothing is told, with its chance."""
    known = {*told, *(one.verb for one in reading.told)}
    left = [
        (chance, clause.text)
        for place, (chance, clause) in enumerate(zip(reading.chances, reading.clauses, strict=True))
        if place not in known
    ]
    return max(left, default=None)


def choose(read: Iterable[Way], by: Judge) -> list[Weighed]:
    """Of each clause the likelier way to read it, in the order on paper. Where rules tell two
    duties in one clause those stand: the judge reads one in each."""
    beginning: defaultdict[int, list[Weighed]] = defaultdict(list)
    for way in read:
        beginning[way.place].append(
            Weighed(way, by.belief(way.facts) if way.ruled else by.trust(way.facts))
        )
    found: list[Weighed] = []
    for place in sorted(beginning):
        ruled = [one for one in beginning[place] if one.way.ruled]
        found += ruled if len(ruled) > 1 else [_likelier(beginning[place])]
    return _without_repeats(_without_verbs_of_rules(found))


def _likelier(read: Sequence[Weighed]) -> Weighed:
    """The likelier of two ways; where both tell the same it is as rules read it."""
    best = max(read, key=lambda one: one.chance)
    alike = (one.way for one in read if one.way.ruled and _tells_all_of(one.way, best.way))
    return Weighed(next(alike, best.way), best.chance)


def _tells_all_of(ruled: Way, way: Way) -> bool:
    """Whether a rule tells the same action and time, or also the first day of the same rhythm."""
    one, other = ruled.duty, way.duty
    same = (one.action, one.frequency) == (other.action, other.frequency)
    recurs = one.frequency not in (None, "once")
    return ruled.tells(way) or (same and recurs and other.first_due is None)


def _without_verbs_of_rules(found: Sequence[Weighed]) -> list[Weighed]:
    """Without what the judge reads where a rule's duty that is told has its verb."""
    told = {one.way.place for one in found if one.way.ruled}
    return [one for one in found if one.way.of not in told]


def _without_repeats(found: Sequence[Weighed]) -> list[Weighed]:
    """Without what the judge alone takes for an invitation to a day that is told already."""
    days = {
        one.way.duty.first_due
        for one in found
        if one.way.duty.action == "attend" and one.way.known and one.chance >= _TOLD
    }
    kept: list[Weighed] = []
    for one in found:
        invites = one.way.duty.action == "attend" and one.chance >= _TOLD
        if invites and not one.way.known:
            if one.way.duty.first_due in days:
                continue
            days.add(one.way.duty.first_due)
        kept.append(one)
    return kept


def _with_names(told: Sequence[Weighed]) -> list[Weighed]:
    """Whom somebody is to appoint, and the name told by a day, as one thing."""
    kept: list[Weighed] = []
    for one in told:
        last = kept[-1].way if kept else None
        if last is not None and tells_whom(last.duty, one.way.duty):
            told_by = {"first_due": last.duty.first_due or one.way.duty.first_due}
            named = replace(last, duty=last.duty.model_copy(update=told_by))
            kept[-1] = kept[-1]._replace(way=named)
        else:
            kept.append(one)
    return kept


def as_told(one: Weighed, reading: Reading, by: Judge) -> Obligation:
    """A request with its chance as confidence, as surely as its ink was read; one that is not as
    rules read it bears a note that says why."""
    sure = {"confidence": round(one.chance * ink_of(reading, one.way.place), 4)}
    if one.way.ruled:
        return one.way.duty.model_copy(update=sure)
    why = REREAD if one.way.known else JUDGED
    note = why + ", ".join(by.reasons(reading.signs[one.way.place]))
    return one.way.duty.model_copy(update={**sure, "note": note})
