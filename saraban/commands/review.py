"""saraban review, saraban correct: what waits for a person, and what a person says of it."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from index.corrections import acts
from index.corrections.history import must_concern
from index.corrections.model import Correction
from index.corrections.parts import PARTS, take_apart
from index.find import find_document
from index.judgements import orphaned
from index.review import queue
from pipeline.errors import BadOption
from saraban.fields import to_check
from saraban.options import (
    DocumentArgument,
    HomeOption,
    JsonOption,
    existing_archive,
    person,
)
from saraban.terminal import emit, put, refusals, row, say, table
from saraban.words import KINDS, thai_date


def review(
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 50,
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the documents with values that a person should compare with the paper, worst first.

    Examples:

      saraban review

      saraban review --json | head -1
    """
    with refusals(as_json), existing_archive(home) as archive:
        waiting = queue(archive.catalogue, limit)
        if as_json:
            for document, _ in waiting.documents:
                summary = document.summary.model_dump(mode="json")
                emit({**summary, "doubts": to_check(document.record)})
            return
        listing = table("รหัส", "ที่", "วันที่", "ชนิด", "เรื่อง", "ควรตรวจ")
        for document, _ in waiting.documents:
            named = ", ".join(to_check(document.record))
            said = (document.number, thai_date(document.date), KINDS[document.record.kind])
            row(listing, document.id, *said, document.subject, named)
        put(listing)
        say(f"รอตรวจ {waiting.total} เรื่อง {waiting.values} ช่อง")
        for link in orphaned(archive.catalogue):
            say(f"saraban judge {link.from_id}: {link.cited_as or link.slot} ({link.why.th})")


def correct(
    document: DocumentArgument,
    field: Annotated[
        str,
        typer.Argument(
            help="number, date, issuer, subject, kind, recipients.0, citations.1.number, …; "
            "a list without a place adds to it. split, join, exclude, rotate and undo as well.",
            show_default=False,
        ),
    ],
    value: Annotated[
        str | None,
        typer.Argument(
            help="What the paper says; '' if it says nothing. Of split, join and exclude the "
            "page; of rotate page:degrees; of undo the number of the correction.",
            show_default=False,
        ),
    ] = None,
    by: Annotated[str | None, typer.Option(help="Who says so; else the user's name.")] = None,
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Put a value of a document right. Without a value: it was read right.

    Corrections are kept as events with who and when; what the machine read stays beside them, the
    original is never touched, and every correction can be taken back.

    Examples:

      saraban correct 0f3a9c2b7d10-2 number "กข 0012.3/ว 123"

      saraban correct 0f3a9c2b7d10-2 date

      saraban correct 0f3a9c2b7d10-2 split 3

      saraban correct 0f3a9c2b7d10-2 undo 17 --by สมหญิง
    """
    with refusals(as_json), existing_archive(home) as archive:
        from flows import corrections  # only turning a page needs what reads pictures

        id_ = find_document(archive.catalogue, document)
        sha256 = archive.catalogue.document(id_).sha256
        who = person(by)
        if field == "undo":
            number = _whole(value)
            must_concern(archive.catalogue, id_, number)
            event = corrections.undo(archive, number, who)
        elif field == "rotate":
            page, _, degrees = (value or "").partition(":")
            event = corrections.rotate(archive, sha256, _whole(page), _whole(degrees), who)
        elif field in _OF_PAGES:
            act = _OF_PAGES[field]
            number = _whole(value)
            event = corrections.correct(archive, lambda c: act(c, sha256, number, who))
        else:
            event = corrections.correct(archive, lambda c: _say(c, id_, field, value, who))
        if as_json:
            emit(told(event))
            return
        say(f"บันทึกการแก้ไขที่ {event.id} แล้ว · kept as correction {event.id}", style="green")


_OF_PAGES = {"split": acts.split, "join": acts.join, "exclude": acts.exclude}


def _say(catalogue: Any, id_: str, path: str, value: str | None, who: str) -> Correction:
    field, place, part = take_apart(path)
    if value is None:
        return acts.accept(catalogue, id_, path, who)
    if part is None and len(PARTS[field]) > 1 and value == "":
        return acts.remove(catalogue, id_, path, who)
    if part is None and len(PARTS[field]) > 1:
        raise BadOption(f"Name a part of {path}: {', '.join(PARTS[field])}.")
    named = field if place is None else f"{field}.{place}"
    return acts.put_right(catalogue, id_, named, {part or "value": value}, who)


def _whole(text: str | None) -> int:
    if text is None or not text.isascii() or not text.isdecimal() or len(text) > 9:
        raise BadOption(f"“{text or ''}” is no whole number.")
    return int(text)


def told(event: Correction) -> dict[str, Any]:
    """A correction as JSON."""
    names = ("id", "at", "by", "sha256", "page", "action", "field", "before", "after", "undoes")
    return {name: getattr(event, name) for name in names}
