"""What a list of hits shows of documents: their summaries, and number and date as printed.

Reading whole documents takes thrice as long: a record has its boxes and doubts for every value.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select

from index import tables
from index.catalogue import Catalogue
from index.database import in_chunks
from index.filed import Summary, SummarySource

_DOCUMENT = tables.document.c
_SHOWN = select(
    *(_DOCUMENT.id, _DOCUMENT.kind, _DOCUMENT.number, _DOCUMENT.date, _DOCUMENT.issuer),
    *(_DOCUMENT.subject, _DOCUMENT.first_page, _DOCUMENT.last_page, _DOCUMENT.sha256),
    *(_DOCUMENT.secret, _DOCUMENT.record, tables.source.c.name),
).join_from(tables.document, tables.source)


@dataclass(frozen=True, slots=True)
class Shown:
    """A document in a list; `number` and `date` as printed, `period` what a report covers,
    `stamps` its urgency and secrecy as stamped (ด่วนที่สุด, ลับ)."""

    summary: Summary
    number: str | None
    date: str | None
    period: dict[str, Any] | None
    stamps: tuple[str, ...]


def shown(catalogue: Catalogue, ids: Iterable[str]) -> dict[str, Shown]:
    """The documents with these ids that may be seen; whoever watches is told of secret ones."""
    with catalogue.reading() as connection:
        asked = _SHOWN.where(catalogue.visible)
        rows = list(in_chunks(connection, asked, _DOCUMENT.id, list(ids)))
    catalogue.notice([row.id for row in rows if row.secret])
    return {row.id: _shown(row) for row in rows}


def _shown(row: Row[Any]) -> Shown:
    record = row.record
    summary = Summary(
        id=row.id,
        kind=row.kind,
        number=row.number,
        date=row.date,
        issuer=row.issuer,
        subject=row.subject,
        recipients=tuple(one["value"] for one in record["recipients"]),
        pages=(row.first_page, row.last_page),
        source=SummarySource(sha256=row.sha256, name=row.name),
    )
    number, date = record.get("number"), record.get("date")
    report = record.get("report") or {}
    period = report.get("period")
    stamps = tuple(one for name in ("urgency", "secrecy") if (one := record.get(name)))
    return Shown(summary, number and number["text"], date and date["text"], period, stamps)
