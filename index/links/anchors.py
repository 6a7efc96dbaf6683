"""Judgements of links outlive splits, joins, corrections and reading again.

A link's slot counts the citations of a document (`citation/2`), and an id may be joined to
another; so a judgement is anchored to what a person saw: the number and words cited, their page and
place, and the two documents that were meant. When a file's documents are made anew, its judgements
are laid where those now are: on the citation of the same number; else on that of the same spot or
of like words, its number a slip away, unless it stood beside the judged one before and so is
another. One whose citation is no longer read stays on its document, in a slot of its own, and is
shown as such (`judgements.orphaned`): nothing that a person said is dropped, or moved to what it
was not said of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, or_, select, update

from extractors.number import number_key
from extractors.record import Citation, Enclosure
from index import tables
from index.comparing import differs_by_one_digit
from index.filed import Filed
from index.links.model import ORPHANED, PROGRAM
from index.value_anchors import anchor_of, find, page_of, same_spot

_LISTS = {"citation": "citations", "enclosure": "enclosures"}
Json = dict[str, Any]
Holder = Callable[[str], str | None]
"""The id of the document that now holds what began as the document of that id."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A link that a person has judged, and its anchor."""

    id: int
    from_id: str
    slot: str
    to_id: str | None
    anchor: Json


def anchor_of_slot(document: Filed, slot: str, to_id: str | None) -> Json:
    """What a link is known by, whatever becomes of its slot."""
    anchor: Json = {"from": document.id, "to": to_id, "slot": slot.partition("!")[0]}
    name, _, place = anchor["slot"].partition("/")
    values = getattr(document.record, _LISTS[name]) if name in _LISTS else ()
    if place.isdecimal() and int(place) < len(values):
        value = values[int(place)]
        page = page_of(value, document.record.pages[0])
        anchor |= {"list": name, "page": page, **anchor_of(value)}
        if _key(value):
            others = {_key(one) for one in values} - {_key(value), None}
            anchor |= {"number": _key(value), "others": sorted(filter(None, others))}
    return anchor


def _key(value: Citation | Enclosure) -> str | None:
    number = getattr(value, "number", None)
    return number_key(number) if number else None


def _find(values: Sequence[Citation | Enclosure], anchor: Json, page: int) -> int | None:
    """The place of the value that a judgement was said of; None if it is not there."""
    number = anchor.get("number")
    if number is None:
        return find(values, anchor, page)
    of_number = [place for place, one in enumerate(values) if _key(one) == number]
    others = [place for place, one in enumerate(values) if _key(one) not in anchor["others"]]
    for places in (of_number, others):
        found = find([values[place] for place in places], anchor, page)
        if found is None:
            continue
        value = values[places[found]]
        key = _key(value)
        if key in (None, number) or same_spot(value, anchor) or differs_by_one_digit(number, key):
            return places[found]
    on_page = [n for n in of_number if page_of(values[n], page) == page]
    return on_page[0] if len(on_page) == 1 else None


def judged(connection: Connection, before: Mapping[str, Filed]) -> list[Judged]:
    """The judged links of these documents and to them, with their anchors."""
    link = tables.link.c
    ids = list(before)
    wanted = select(tables.link).where(
        or_(link.from_id.in_(ids), link.to_id.in_(ids)), link.made_by != PROGRAM
    )
    return [_judged(row, before) for row in connection.execute(wanted.order_by(link.id))]


def _judged(row: Row[Any], before: Mapping[str, Filed]) -> Judged:
    anchor = row.anchor
    if anchor is None and row.from_id in before:  # judged by a program that kept no anchors
        anchor = anchor_of_slot(before[row.from_id], row.slot, row.to_id)
    anchor = anchor or {"from": row.from_id, "to": row.to_id, "slot": row.slot.partition("!")[0]}
    return Judged(row.id, row.from_id, row.slot, row.to_id, anchor)


def take_out_of(connection: Connection, gone: Iterable[str]) -> None:
    """Remove the program's links from and to documents that end; it finds others."""
    link = tables.link.c
    ids = list(gone)
    either = or_(link.from_id.in_(ids), link.to_id.in_(ids))
    connection.execute(delete(tables.link).where(either, link.made_by == PROGRAM))


def lay(
    connection: Connection, judgements: Sequence[Judged], after: Mapping[str, Filed], holder: Holder
) -> list[Json]:
    """Lay judgements where what they speak of now is; the moves, for the history."""
    moves: list[Json] = []
    table = tables.link
    for one in judgements:  # out of each other's way first
        aside = update(table).where(table.c.id == one.id).values(slot=f"aside/{one.id}")
        connection.execute(aside)
    for one in judgements:
        from_id, slot = _place(one, after, holder)
        to_id = one.anchor["to"] and (holder(one.anchor["to"]) or one.anchor["to"])
        rejected = f"!{to_id}" if "!" in one.slot else ""
        there = select(table.c.id, table.c.made_by).where(
            table.c.from_id == from_id, table.c.slot == slot + rejected, table.c.id != one.id
        )
        taken = connection.execute(there).first()
        if taken is not None and taken.made_by == PROGRAM:
            connection.execute(delete(table).where(table.c.id == taken.id))
        elif taken is not None:
            slot = f"{ORPHANED}{one.id}"
        values = {"from_id": from_id, "to_id": to_id, "slot": slot + rejected, "anchor": one.anchor}
        connection.execute(update(table).where(table.c.id == one.id).values(**values))
        if (one.from_id, one.slot, one.to_id) != (from_id, slot + rejected, to_id):
            was, now = [one.from_id, one.slot], [from_id, slot + rejected]
            moves.append({"was": was, "now": now, "to": to_id})
    return moves


def _place(one: Judged, after: Mapping[str, Filed], holder: Holder) -> tuple[str, str]:
    """The document and slot in which a judgement now stands."""
    anchor = one.anchor
    from_id = holder(anchor["from"]) or anchor["from"]
    if "list" not in anchor:
        return from_id, str(anchor["slot"])
    mine = [after[from_id]] if from_id in after else []
    for document in (*mine, *(other for id_, other in after.items() if id_ != from_id)):
        first, last = document.record.pages
        values = getattr(document.record, _LISTS[anchor["list"]])
        if not first <= anchor["page"] <= last:
            continue
        place = _find(values, anchor, anchor["page"])
        if place is not None:
            return document.id, f"{anchor['list']}/{place}"
    if not mine:
        return from_id, str(anchor["slot"])  # of another file, whose documents stay as they are
    return from_id, f"{ORPHANED}{one.id}"
