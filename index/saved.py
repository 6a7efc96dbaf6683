"""Searches that a person keeps under a name."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from index import tables
from index.catalogue import Catalogue
from pipeline.errors import BadOption

LONGEST_NAME, LONGEST_ADDRESS = 80, 4000  # characters
_SAVED = tables.saved_search


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """`address` is the query of the search page's address: q=…&kind=…"""

    id: int
    name: str
    address: str


def save_search(catalogue: Catalogue, owner: str, name: str, address: str) -> None:
    """Keep a search; one that its owner has under the same name is replaced. Raises BadOption for
    a name that is empty or too long."""
    name = " ".join(name.split())
    if not 0 < len(name) <= LONGEST_NAME or len(address) > LONGEST_ADDRESS:
        raise BadOption(
            f"ตั้งชื่อการค้นหาไม่เกิน {LONGEST_NAME} ตัวอักษร · "
            f"Name the search with {LONGEST_NAME} letters at most."
        )
    same = (_SAVED.c.owner == owner, _SAVED.c.name == name)
    with catalogue.writing() as connection:
        changed = connection.execute(update(_SAVED).where(*same).values(address=address))
        if not changed.rowcount:
            row = {"owner": owner, "name": name, "address": address, "at": catalogue.moment}
            connection.execute(insert(_SAVED).values(row))


def saved_searches(catalogue: Catalogue, owner: str) -> list[SavedSearch]:
    """The searches of a person, by name."""
    asked = select(_SAVED.c.id, _SAVED.c.name, _SAVED.c.address).where(_SAVED.c.owner == owner)
    with catalogue.reading() as connection:
        return [SavedSearch(*row) for row in connection.execute(asked.order_by(_SAVED.c.name))]


def forget_search(catalogue: Catalogue, owner: str, id_: int) -> None:
    """Forget a search of a person; nothing happens if it is not his."""
    with catalogue.writing() as connection:
        connection.execute(delete(_SAVED).where(_SAVED.c.owner == owner, _SAVED.c.id == id_))
