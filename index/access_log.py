"""The log of who saw or changed which secret document: rows are added, never changed or deleted;
the database itself refuses that (schema step 0005)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import insert, select

from index import tables
from index.catalogue import Catalogue

_LONGEST = 400  # characters of what was asked for


@dataclass(frozen=True, slots=True)
class Access:
    """One look at a secret document, or change of it. `what`: how it was asked for."""

    id: int
    at: str
    who: str
    address: str
    document_id: str
    what: str


@dataclass
class Noting:
    """What one person is shown in answer to one request, each document noted once. The row is
    there before the document is handed out: what cannot be noted is not shown."""

    catalogue: Catalogue
    who: str
    address: str
    what: str
    _noted: set[str] = field(default_factory=set)

    def __call__(self, ids: Sequence[str]) -> None:
        new = [id_ for id_ in dict.fromkeys(ids) if id_ not in self._noted]
        if not new:
            return
        row = {"who": self.who, "address": self.address, "what": self.what[:_LONGEST]}
        with self.catalogue.writing() as connection:
            at = self.catalogue.moment
            connection.execute(
                insert(tables.secret_access),
                [{**row, "at": at, "document_id": id_} for id_ in new],
            )
        self._noted.update(new)


def accesses(catalogue: Catalogue, limit: int = 200, before: int | None = None) -> list[Access]:
    """The latest rows of the log, the newest first; those older than row `before`, if given."""
    table = tables.secret_access
    wanted = select(table).order_by(table.c.id.desc()).limit(limit)
    if before is not None:
        wanted = wanted.where(table.c.id < before)
    with catalogue.reading() as connection:
        return [Access(**row._mapping) for row in connection.execute(wanted)]
