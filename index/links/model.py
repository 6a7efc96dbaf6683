"""What a link between two documents is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from extractors.record import Kind, Record
from index.links.reasons import Why

Relation = Literal["answers", "cites", "encloses", "implements"]
Certainty = Literal["exact", "probable", "confirmed", "unresolved", "rejected"]
SURE: tuple[Certainty, ...] = ("exact", "confirmed")  # to end or to answer a demand
"""`confirmed` and `rejected` are a person's words; `rejected` is kept, never shown as a link."""

PROGRAM = "program"
ORPHANED = "kept/"  # how the slot of a judgement begins whose citation is no longer read


@dataclass(frozen=True, slots=True)
class Link:
    """One link, as it reads: `from_id` answers, cites, encloses or implements `to_id`.

    `slot` names what in the document makes the link (`citation/0`, `enclosure/2`, `implements`,
    `answers`): one slot holds one link. `to_id` is None while `certainty` is unresolved. `score`
    is 0..1 and only ranks candidates; what is known stands in `certainty` and `why`.
    """

    from_id: str
    slot: str
    relation: Relation
    to_id: str | None
    certainty: Certainty
    score: float | None
    why: Why
    cited_as: str | None = None
    clause: str | None = None
    made_by: str = PROGRAM
    made_at: str | None = field(default=None, compare=False)  # ISO, UTC; None until it is kept

    @property
    def orphaned(self) -> bool:
        """A person's judgement of words that are no longer read in the document."""
        return self.slot.startswith(ORPHANED)


class Absent(NamedTuple):
    """How likely, beside the slips that it may be, a citation means a letter that never came.
    `odds`: of those that never came for each that came, in the year cited; `of_number`: of letters
    that never came how many are expected to bear this number and day (`index.links.absence`)."""

    odds: float
    of_number: float


class Target(NamedTuple):  # millions are made, and a dataclass takes five times as long
    """A document that a citation may mean, as far as deciding that takes.
    `accessioned_at` and `subject` are None where nothing hangs on them; `written` is its record
    where a pen wrote part of its number or date, else None. `absent`: of the citation, for each of
    its candidates alike."""

    id: str
    kind: Kind
    number: str | None
    number_key: str | None
    date: str | None
    issuer: str | None
    secret: bool
    accessioned_at: str | None
    subject: str | None
    written: Record | None
    absent: Absent
