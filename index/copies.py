"""Letters that may be the same: of another file, with the same number, day and issuer.

A letter that is scanned twice comes as two files with other bytes. Both are kept, and both have
their numbers in the register; a person is told, and decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from index import correction_tables, tables
from index.catalogue import Catalogue
from index.database import in_chunks
from index.filed import Filed


@dataclass(frozen=True, slots=True)
class Copy:
    """Another document that may be the same letter, and its number in the register if it has one,
    with the Buddhist year."""

    document: Filed
    received: tuple[int, int] | None


def copies_of(catalogue: Catalogue, letters: Sequence[Filed]) -> dict[str, list[Copy]]:
    """By the ids of letters what may be the same letter, the earliest first; of letters that have
    number and date. Samples and forms are meant to be alike, and are none."""
    other, own = tables.document.c, tables.document.alias("own")
    given = correction_tables.received.c
    wanted = (
        select(own.c.id.label("of"), other.id, given.number, given.year)
        .join(own, (own.c.number_key == other.number_key) & (own.c.date == other.date))
        .outerjoin(correction_tables.received, given.document_id == other.id)
        .where(
            # not the bare column: an index by issuer, which has thousands, would be taken
            own.c.issuer_key == func.coalesce(other.issuer_key, ""),
            own.c.sha256 != other.sha256,
            other.template.is_(False),
            catalogue.visible,
        )
    )
    ids = [one.id for one in letters if one.number and one.date and not one.record.template]
    with catalogue.reading() as connection:
        rows = list(in_chunks(connection, wanted, own.c.id, ids))
    known = {one.id: one for one in catalogue.documents(row.id for row in rows)}
    found: dict[str, list[Copy]] = {}
    for row in sorted(rows, key=lambda row: (known[row.id].accessioned_at, row.id)):
        received = (row.year, row.number) if row.number is not None else None
        found.setdefault(row.of, []).append(Copy(known[row.id], received))
    return found


def earlier_copies(catalogue: Catalogue, letters: Sequence[Filed]) -> dict[str, list[Copy]]:
    """The same, but only what came before the letter."""
    at = {one.id: one.accessioned_at for one in letters}
    return {
        id_: earlier
        for id_, copies in copies_of(catalogue, letters).items()
        if (earlier := [one for one in copies if one.document.accessioned_at < at[id_]])
    }
