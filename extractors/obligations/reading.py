"""A letter's clauses as the judge sees them: signs, chances, and what rules found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.obligations.asked_clauses import AskedClause, Told, cut_clauses, places_of
from extractors.obligations.clause_judge import Judge
from extractors.obligations.clause_signs import signs_of
from extractors.record import Kind, Obligation
from extractors.text.clauses import Paragraph


@dataclass(frozen=True, slots=True)
class Reading:
    """A letter's clauses with signs and chances, and the duties that rules found."""

    body: Sequence[Paragraph]
    clauses: Sequence[AskedClause]
    signs: Sequence[Sequence[str]]
    told: Sequence[Told]
    chances: Sequence[float]


def look(body: Sequence[Paragraph], found: Sequence[Obligation], kind: Kind, by: Judge) -> Reading:
    """The clauses of a body and how likely each begins a request."""
    clauses = cut_clauses(body)
    told = places_of(found, body, clauses)
    signs = signs_of(clauses, body, told, kind)
    return Reading(body, clauses, signs, told, [by.chance(one) for one in signs])
