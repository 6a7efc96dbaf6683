"""Whether the links kept are those that the documents give, and what persons said of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from index import tables
from index.database import in_chunks
from index.links.glance import Asked
from index.links.linker import meant_links, named_links
from index.links.model import PROGRAM, Link
from index.links.rows import from_row
from index.load import load

_AT_ONCE = 200
_SAID = ("confirmed", "rejected", "withdrawn")
_MOVED = "judgements_moved"  # index/links/anchors.py

Told = tuple[str, str, str]  # code, subject, message


def check(connection: Connection) -> Iterator[Told | None]:
    """For each linked document None, or what is wrong: `link_differs`, `judgement_lost`. Documents
    that wait to be linked are passed over."""
    state = tables.index_state.c
    ids = list(connection.scalars(select(state.document_id).where(state.linked)))
    for start in range(0, len(ids), _AT_ONCE):
        yield from _links(connection, ids[start : start + _AT_ONCE])
    yield from _judgements(connection)


def _links(connection: Connection, ids: list[str]) -> Iterator[Told | None]:
    documents = list(load(connection, ids))
    held: dict[str, dict[str, Link]] = {id_: {} for id_ in ids}
    for row in in_chunks(connection, select(tables.link), tables.link.c.from_id, ids):
        held[row.from_id][row.slot] = from_row(row)
    named = named_links(connection, documents, Asked(connection))
    meant = meant_links(connection, documents)
    for document in documents:
        made = {one.slot: one for one in (*named[document.id], *meant.get(document.id, ()))}
        before = held[document.id]
        judged = {slot for slot, one in before.items() if one.made_by != PROGRAM}
        odd = [
            slot
            for slot in sorted((made.keys() | before.keys()) - judged)
            if made.get(slot) != before.get(slot)
        ]
        yield _differs(document.id, odd) if odd else None


def _differs(id_: str, slots: list[str]) -> Told:
    return (
        "link_differs",
        id_,
        f"Its links are not those that its words give: {', '.join(slots)}. They were changed from "
        "outside; run: saraban relink",
    )


def _judgements(connection: Connection) -> Iterator[Told | None]:
    """What persons said last of each link must be kept as they said it, wherever their corrections
    of documents have moved it since."""
    event = tables.event
    said: dict[tuple[str, str], tuple[str, str, str]] = {}  # what, to which document, by whom
    wanted = select(event).where(event.c.what.in_((*_SAID, _MOVED))).order_by(event.c.id)
    for row in connection.execute(wanted):
        if row.what == _MOVED:
            _follow(said, row.detail["moves"])
            continue
        slot = row.detail["slot"]
        if row.what == "rejected":
            said.pop((row.document_id, slot), None)
            slot = f"{slot}!{row.detail['to']}"
        said[row.document_id, slot] = (row.what, row.detail["to"], row.detail["by"])
    link = tables.link.c
    judged = select(tables.link).where(link.made_by != PROGRAM)
    held = {(row.from_id, row.slot): row for row in connection.execute(judged)}
    for key, (what, to, by) in said.items():
        kept = held.get(key)
        expected = None if what == "withdrawn" else (what, to)
        found = (kept.certainty, kept.to_id) if kept is not None else None
        if expected != found:
            message = f"What {by} said of its link {key[1]} is not kept so."
            yield ("judgement_lost", key[0], message)
        else:
            yield None


def _follow(said: dict[tuple[str, str], tuple[str, str, str]], moves: list[dict[str, Any]]) -> None:
    """What was said of links that moved is said of where they are now."""
    moved = [(one, said.pop((one["was"][0], one["was"][1]), None)) for one in moves]
    for one, before in moved:
        if before is not None:
            said[one["now"][0], one["now"][1]] = (before[0], one["to"], before[2])
