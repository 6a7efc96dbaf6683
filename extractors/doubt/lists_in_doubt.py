"""Lists most of whose members are in doubt: what was taken for a committee may be none.

A roster of a guard, or of who drives what, has persons with duties as a committee has. One duty in
it that sounds like a seat (หัวหน้าชุด) makes that one member no surer than the rest.
"""

from __future__ import annotations

from extractors.doubt.contradictions import less_sure
from extractors.record import Committee, Record

_UNSURE = 0.75  # chance under which a member counts among those in doubt


def with_doubtful_lists(record: Record) -> Record:
    """The record, all members of lists without a name in doubt of which half are.

    At first reading of eight halves and batches all four members that were thought sure in such
    lists were no members; in a list that has a name, all of 47 were.
    """
    held = tuple(_doubted(one) if _is_doubtful(one) else one for one in record.committees)
    return record.model_copy(update={"committees": held})


def _is_doubtful(committee: Committee) -> bool:
    unsure = sum((one.confidence or 0.0) < _UNSURE for one in committee.members)
    return committee.name is None and 2 * unsure >= len(committee.members)


def _doubted(committee: Committee) -> Committee:
    members = tuple(map(less_sure, committee.members))
    return committee.model_copy(update={"members": members})
