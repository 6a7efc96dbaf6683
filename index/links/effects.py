"""Letters that cancel or amend earlier ones: from when a demand no longer stands."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from index import tables
from index.catalogue import Catalogue
from index.filed import Filed
from index.links.model import SURE
from index.load import load
from index.names import date_span
from index.titles import obliges


def ended_on(catalogue: Catalogue, directives: Sequence[str]) -> str | None:
    """The day, ISO, from which a letter (all its copies) asks for nothing more; None if it stands.

    It ends with a letter that cancels it, and with one that amends it and itself says what is to be
    reported. A link that is only probable ends nothing: a guess is no fact.
    """
    link = tables.link.c
    wanted = select(link.from_id, link.slot).where(
        link.to_id.in_(directives), link.relation == "cites", link.certainty.in_(SURE)
    )
    with catalogue.reading() as connection:
        rows = connection.execute(wanted).all()
        letters = {one.id: one for one in load(connection, sorted({row.from_id for row in rows}))}
    days = [
        date_span(letter.date)[0]
        for row in rows
        if (letter := letters[row.from_id]).date and _ends(letter, row.slot)
    ]
    return min(days, default=None)


def _ends(letter: Filed, slot: str) -> bool:
    name, _, place = slot.partition("/")
    citations = letter.record.citations
    if name != "citation" or not place.isdigit() or int(place) >= len(citations):
        return False
    effect = citations[int(place)].effect
    anew = any(one.action == "report" for one in letter.record.obligations)
    return obliges(letter.record) and (effect == "cancels" or (effect == "amends" and anew))
