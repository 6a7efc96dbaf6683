"""A letter's clauses as the judge sees them: signs, chances, and what rules found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.obligations.judge.asked_clauses import AskedClause, Told, cut_clauses, places_of
from extractors.obligations.judge.clause_judge import Judge
from extractors.obligations.judge.clause_signs import (
    signs_of,
    signs_of_action,
    verb_signs,
    words_of,
)
from extractors.record import Action, Kind, Obligation
from extractors.text.clauses import Paragraph

_OF_WHOLE = 0.6  # how much is made of the network that reads the whole letter, of all networks
# A letter whose every clause the other readers are surer of than this is not shown to the language
# model, which takes as long as all of them.
_UNSURE = 0.03
_SURE_OF_ACTION = 0.8


@dataclass(frozen=True, slots=True)
class Reading:
    """A letter's clauses with signs and chances, and the duties that rules found. `read` is what
    the judge's networks make of what each asks for (`Judge.shares`); `written` the letter's date,
    ISO."""

    body: Sequence[Paragraph]
    clauses: Sequence[AskedClause]
    signs: Sequence[Sequence[str]]
    told: Sequence[Told]
    chances: Sequence[float]
    read: Sequence[Sequence[float]] = ()
    written: str | None = None

    def before(self, place: int) -> str:
        """What stands in its paragraph before the clause at a place."""
        clause = self.clauses[place]
        return self.body[clause.place].passage.text[: clause.start]

    def is_tied(self, place: int) -> bool:
        """Whether the clause at a place goes on with และ."""
        return self.before(place).endswith("และ") or self.clauses[place].text.startswith("และ")

    def shares(self, place: int, by: Judge) -> dict[Action, float]:
        """Of each action the chance that the clause at a place asks for it."""
        signs = signs_of_action(place, self.clauses, self.signs)
        return by.shares(signs, self.read[place] if self.read else None)

    def action(self, place: int, by: Judge) -> tuple[Action, float]:
        """What the clause at a place most likely asks for, and the chance of that."""
        shares = self.shares(place, by)
        likeliest = max(shares, key=lambda action: shares[action])
        return likeliest, shares[likeliest]


def look(
    body: Sequence[Paragraph],
    found: Sequence[Obligation],
    kind: Kind,
    by: Judge,
    written: str | None = None,
) -> Reading:
    """The clauses of a body and how likely each begins a request."""
    clauses = cut_clauses(body)
    told = places_of(found, body, clauses)
    return weigh(body, clauses, signs_of(clauses, body, told, kind), told, by, written)


def weigh(
    body: Sequence[Paragraph],
    clauses: Sequence[AskedClause],
    signs: Sequence[Sequence[str]],
    told: Sequence[Told],
    by: Judge,
    written: str | None,
) -> Reading:
    """Clauses whose signs are known."""
    if by.net is None:
        chances = [by.chance(one) for one in signs]
        return Reading(body, clauses, signs, told, chances, (), written)
    words = [words_of(clause.text) for clause in clauses]
    seen = seen_signs(clauses, signs)
    begins, does = by.net.read(words, seen)
    chances = [by.chance(one, read) for one, read in zip(signs, begins.tolist(), strict=True)]
    light = Reading(body, clauses, signs, told, chances, does.tolist(), written)
    if by.whole is None or not _is_open(light, by):
        return light
    paragraphs = [clause.place for clause in clauses]
    texts = [clause.text for clause in clauses]
    whole_begins, whole_does = by.whole.read(texts, paragraphs, seen)
    begins = (1 - _OF_WHOLE) * begins + _OF_WHOLE * whole_begins
    does = (1 - _OF_WHOLE) * does + _OF_WHOLE * whole_does
    chances = [by.chance(one, read) for one, read in zip(signs, begins.tolist(), strict=True)]
    return replace(light, chances=chances, read=does.tolist())


def _is_open(light: Reading, by: Judge) -> bool:
    """Whether it is open of a clause if it asks for something, or of one that asks for what."""
    return any(
        chance > _UNSURE and (chance < 1 - _UNSURE or light.action(place, by)[1] < _SURE_OF_ACTION)
        for place, chance in enumerate(light.chances)
    )


def seen_signs(clauses: Sequence[AskedClause], signs: Sequence[Sequence[str]]) -> list[list[str]]:
    """What the network may be told of each clause beside its words."""
    return [[*one, *verb_signs(clause.text)] for clause, one in zip(clauses, signs, strict=True)]
