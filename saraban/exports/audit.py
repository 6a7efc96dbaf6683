"""What an audit sheet tells: the chain a document stands in, step by step, with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from flows.archive import Archive
from index.find import find_document
from index.links.model import PROGRAM, Link
from index.links.rows import links_of
from index.official import cite, thai_date
from index.received import day_of
from saraban import answers, fields
from saraban.fields import Row
from saraban.words import CERTAINTIES, RELATIONS_DOWN, RELATIONS_UP

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One link of the chain, as it reads from the document audited. `to` is the number of the
    document it leads to, None where that is not in the archive."""

    depth: int
    relation: str
    certainty: str
    why: str
    cited_as: str | None
    judged_by: str | None  # and when
    to: int | None
    named: str
    passage: tuple[int, Row] | None = None  # the citation's ink, and whose document it is in


@dataclass(frozen=True, slots=True)
class Audited:
    """A document of the chain with its values, numbered from 1 in the order of the sheet."""

    number: int
    summary: Json
    heading: str
    rows: tuple[Row, ...]


@dataclass(slots=True)
class Sheet:
    """An audit sheet: the first document is the one audited."""

    documents: list[Audited] = field(default_factory=list)
    up: list[Step] = field(default_factory=list)
    down: list[Step] = field(default_factory=list)


def audit(archive: Archive, typed: str) -> Sheet:
    """All that an audit of a document needs. Raises NotFound, Ambiguous."""
    traced = answers.trace(archive, find_document(archive.catalogue, typed), "th")
    sheet = Sheet()
    places = {traced["document"]["id"]: 1}
    for way in ("up", "down"):
        for _, _, link in _walk(traced[way], way, traced["document"]["id"]):
            if link["document"]:
                places.setdefault(link["document"]["id"], len(places) + 1)
    for id_, number in places.items():
        shown = answers.show(archive, id_)
        rows = tuple(fields.rows(shown["document"]))
        sheet.documents.append(Audited(number, shown, fields.heading(shown["document"]), rows))
    made = links_of(archive.catalogue, places)
    for way, words, steps in (
        ("up", RELATIONS_UP, sheet.up),
        ("down", RELATIONS_DOWN, sheet.down),
    ):
        for depth, near, link in _walk(traced[way], way, traced["document"]["id"]):
            steps.append(_step(depth, near, link, way, words, places, made, sheet))
    return sheet


def _walk(
    links: list[Json], way: str, near: str, depth: int = 1
) -> Iterator[tuple[int, str, Json]]:
    """The links of a trace, depth first: how deep, the id of the near document, the link."""
    for link in links:
        yield depth, near, link
        if link["document"]:
            yield from _walk(link[way], way, link["document"]["id"], depth + 1)


def _step(
    depth: int,
    near: str,
    link: Json,
    way: str,
    words: dict[str, str],
    places: dict[str, int],
    made: list[Link],
    sheet: Sheet,
) -> Step:
    far = link["document"]["id"] if link["document"] else None
    source, target = (near, far) if way == "up" else (far, near)
    row = next(
        (
            one
            for one in made
            if (one.from_id, one.to_id, one.relation, one.cited_as)
            == (source, target, link["relation"], link["cited_as"])
        ),
        None,
    )
    judged = None
    if row is not None and row.made_by != PROGRAM:
        judged = (
            f"{row.made_by} {thai_date(day_of(row.made_at).isoformat())}"
            if row.made_at
            else row.made_by
        )
    return Step(
        depth=depth,
        relation=words[link["relation"]],
        certainty=CERTAINTIES[link["certainty"]],
        why=link["why"],
        cited_as=link["cited_as"],
        judged_by=judged,
        to=places[far] if far else None,
        named=cite(link["document"]) if link["document"] else (link["cited_as"] or ""),
        passage=_passage(row, places, sheet) if row is not None else None,
    )


def _passage(row: Link, places: dict[str, int], sheet: Sheet) -> tuple[int, Row] | None:
    """Where the near document names the far one, or the clause that is answered."""
    slot, _, place = row.slot.partition("/")
    if slot == "citation":
        number = places[row.from_id]
        cited = sheet.documents[number - 1].summary["document"]["citations"]
        if int(place) < len(cited):
            return number, fields.evident("อ้างถึง", cited[int(place)]["text"], cited[int(place)])
    if row.clause and row.to_id in places:
        number = places[row.to_id]
        for duty in sheet.documents[number - 1].summary["document"]["obligations"]:
            if duty["clause"] == row.clause:
                return number, fields.evident(f"ข้อ {row.clause}", duty["text"], duty)
    return None
