"""The received register (ทะเบียนหนังสือรับ, form 13 of the regulation on correspondence, B.E. 2526).

Every letter gets a number in the order of accession, from 1 in each Buddhist year, for ever: it is
neither changed nor given again. What a letter of the same file encloses, and blank forms and
samples behind a letter, come with it and get none of their own; nor do pages on which nothing is,
until a person says what they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from index import correction_tables, tables
from index.catalogue import Catalogue
from index.copies import Copy, earlier_copies
from index.database import in_chunks
from index.filed import Filed
from index.find import now_of
from index.handling import Handled, handled

THAILAND = timezone(timedelta(hours=7))  # the day an office writes down, whatever the machine's
_BUDDHIST = 543


@dataclass(frozen=True, slots=True)
class Received:
    """A line of the register. `document` is None once a person has joined it to another, or taken
    out all of its pages (`joined` says which): its number stays, struck out. `attached` are the
    documents of the same file that came with it, `handled` is what the office wrote of what it
    did, `copies` what came before and may be the same letter."""

    year: int
    number: int
    day: str
    document_id: str
    document: Filed | None
    attached: tuple[Filed, ...] = ()
    handled: Handled | None = None
    copies: tuple[Copy, ...] = ()
    joined: bool = False


def day_of(moment: str) -> date:
    """The day in Thailand of a moment in UTC as the catalogue writes it.

    >>> day_of("2021-04-22T18:30:00.000000Z")
    datetime.date(2021, 4, 23)
    """
    at = datetime.fromisoformat(moment.replace("Z", "+00:00"))
    return at.astimezone(THAILAND).date()


def today() -> date:
    """Today in Thailand."""
    return datetime.now(UTC).astimezone(THAILAND).date()


def number_received(catalogue: Catalogue) -> int:
    """Give numbers to letters that have none, in order of accession; how many. Idempotent."""
    with catalogue.writing() as connection:
        waiting = _waiting(connection)
        state = tables.index_state
        seen = state.c.linked & ~state.c.registered
        connection.execute(update(state).where(seen).values(registered=True))
        if not waiting:
            return 0
        table = correction_tables.received
        last: dict[int, int] = {
            row[0]: row[1]
            for row in connection.execute(
                select(table.c.year, func.max(table.c.number)).group_by(table.c.year)
            )
        }
        rows = []
        for id_, moment in waiting:
            day = day_of(moment)
            year = day.year + _BUDDHIST
            last[year] = last.get(year, 0) + 1
            named = {"year": year, "number": last[year], "document_id": id_}
            rows.append({**named, "day": day.isoformat()})
        connection.execute(insert(table), rows)
    return len(rows)


def register_of(
    catalogue: Catalogue, first: date, last: date, most: int | None = None, skip: int = 0
) -> list[Received]:
    """The lines of the days from `first` to `last`, both included, by their numbers; `most` of
    them after the first `skip`.

    Of a secret document a viewer who is not cleared sees no line.
    """
    table = correction_tables.received
    wanted = _of_days(catalogue, select(table), first, last)
    wanted = wanted.order_by(table.c.year, table.c.number).limit(most).offset(skip)
    with catalogue.reading() as connection:
        rows = connection.execute(wanted).all()
        ids = [row.document_id for row in rows]
        written = handled(connection, [(row.year, row.number) for row in rows])
    found = {one.id: one for one in catalogue.documents(ids)}
    attached = _attached(catalogue, list(found.values()))
    copies = earlier_copies(catalogue, list(found.values()))
    return [
        Received(
            row.year,
            row.number,
            row.day,
            row.document_id,
            found.get(row.document_id),
            attached.get(row.document_id, ()),
            written.get((row.year, row.number)),
            tuple(copies.get(row.document_id, ())),
            row.document_id not in found and now_of(catalogue, row.document_id) != row.document_id,
        )
        for row in rows
    ]


def count_received(catalogue: Catalogue, first: date, last: date) -> int:
    """How many lines `register_of` has of these days."""
    counted = select(func.count()).select_from(correction_tables.received)
    with catalogue.reading() as connection:
        return connection.scalar(_of_days(catalogue, counted, first, last)) or 0


def _of_days(catalogue: Catalogue, asked: Select[Any], first: date, last: date) -> Select[Any]:
    table = correction_tables.received.c
    wanted = asked.where(table.day.between(first.isoformat(), last.isoformat()))
    if catalogue.cleared:
        return wanted
    hidden = select(tables.document.c.id).where(~catalogue.visible)
    return wanted.where(table.document_id.not_in(hidden))


def check_numbers(connection: Connection) -> Iterator[tuple[str, str, str] | None]:
    """For `index/verify.py`: the numbers of every year are 1 to their count."""
    table = correction_tables.received.c
    wanted = select(table.year, func.count(), func.min(table.number), func.max(table.number))
    for year, count, low, high in connection.execute(wanted.group_by(table.year)):
        whole = (low, high) == (1, count)
        said = f"Numbers are missing: {count} of them, up to {high}."
        yield None if whole else ("received_odd", f"received register of {year}", said)


def _waiting(connection: Connection) -> list[tuple[str, str]]:
    """Letters without a number that are linked, in order of accession, with the moment of it.

    What is not linked yet may still turn out to be an enclosure. What was looked at before is
    looked at again only when it has changed.
    """
    found = connection.execute(_without_number()).all()
    return [(row.id, row.accessioned_at) for row in found if not _is_blank(connection, row)]


def _is_blank(connection: Connection, row: Row[Any]) -> bool:
    """Whether nothing was read of a document and nobody has said anything of it."""
    if any((row.number, row.date, row.issuer, row.subject)) or row.kind != "other":
        return False
    page = tables.page.c
    pages = select(page.content).where(
        page.sha256 == row.sha256, page.number.between(row.first_page, row.last_page)
    )
    written = ("lines", "stamps", "codes", "marks")
    return not any(content.get(what) for content in connection.scalars(pages) for what in written)


def _without_number() -> Select[Any]:
    document, source, state = tables.document.c, tables.source.c, tables.index_state.c
    link, name = tables.link.c, correction_tables.received.c
    first = tables.document.alias("first")
    other = tables.document.alias("other")
    enclosed = (
        select(link.id)
        .join(other, link.from_id == other.c.id)
        .where(
            link.to_id == document.id,
            link.relation == "encloses",
            link.certainty != "rejected",
            other.c.sha256 == document.sha256,
            other.c.id != document.id,
        )
        .exists()
    )
    behind = (
        select(first.c.id)
        .where(first.c.sha256 == document.sha256, first.c.first_page < document.first_page)
        .exists()
    )
    told = (document.kind, document.number, document.date, document.issuer, document.subject)
    place = (document.sha256, document.first_page, document.last_page)
    return (
        select(document.id, source.accessioned_at, *place, *told)
        .join(tables.source, document.sha256 == source.sha256)
        .join(tables.index_state, state.document_id == document.id)
        .outerjoin(correction_tables.received, name.document_id == document.id)
        .where(name.number.is_(None), state.linked, ~state.registered, ~enclosed)
        .where(~(behind & (document.template | (document.kind == "form"))))
        .order_by(source.accessioned_at, document.sha256, document.first_page, document.ordinal)
    )


def _attached(catalogue: Catalogue, letters: Sequence[Filed]) -> dict[str, tuple[Filed, ...]]:
    """The documents without numbers of the letters' files, each with the letter before it."""
    document, received = tables.document.c, correction_tables.received
    wanted = (
        select(document.id, document.sha256, received.c.number)
        .outerjoin(received, received.c.document_id == document.id)
        .order_by(document.sha256, document.first_page, document.ordinal)
    )
    with catalogue.reading() as connection:
        files = sorted({one.sha256 for one in letters})
        rows = list(in_chunks(connection, wanted, document.sha256, files))
    brought: dict[str, str] = {}  # by whom
    letter = file = None
    for row in rows:
        if row.sha256 != file:
            letter, file = None, row.sha256
        if row.number is not None:
            letter = row.id
        elif letter is not None:
            brought[row.id] = letter
    shown = {one.id for one in letters}
    found: dict[str, list[Filed]] = {}
    for one in catalogue.documents(id_ for id_, letter in brought.items() if letter in shown):
        found.setdefault(brought[one.id], []).append(one)
    return {id_: tuple(some) for id_, some in found.items()}
