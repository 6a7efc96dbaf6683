"""Search: numbers, dates and filters by the register, words and ranking by the index."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from extractors.record import Model
from index import register
from index.catalogue import Catalogue
from index.filed import Filed, Summary
from index.query import Query, parse_query
from index.snippet import best_passage
from index.text import running_text
from index.whoosh_index import SearchIndex

Sort = Literal["relevance", "date"]

# What a match is worth beside the score of its words, which stays below: who types a number wants
# the document that bears it, then those that speak of it.
_BEARS, _CITES, _RUNNING = 1000.0, 100.0, 500.0


class Hit(Summary):
    """SUMMARY with its score and the best passage. `marks`, for pages that people read, are the
    (start, end) of the matches in `snippet`; they are not part of the JSON."""

    score: float
    snippet: str
    marks: tuple[tuple[int, int], ...] = Field(default=(), exclude=True)


class SearchResult(Model):
    """`total` counts all documents that match; `hits` are the first of them."""

    query: str
    total: int
    took_ms: int
    hits: tuple[Hit, ...]


def search(
    catalogue: Catalogue,
    index: SearchIndex,
    query: str,
    kind: str | None = None,
    date_from: str | None = None,
    date_to: str | None = None,
    issuer: str | None = None,
    limit: int = 20,
    sort: Sort = "relevance",
) -> SearchResult:
    """Find documents. Dates are ISO days, both included. Raises BadQuery, IndexDamaged."""
    started = time.perf_counter()
    asked = parse_query(query)
    wanted = register.narrowing(asked.dates, kind, date_from, date_to, issuer)
    if not catalogue.cleared:  # the index knows all documents
        wanted.append(catalogue.visible)
    order, worth = _by_numbers(catalogue, index, asked)
    if wanted:
        meeting = register.meeting(catalogue, wanted)
        if order is None:
            order = meeting
        else:
            known = set(meeting)
            order = [id_ for id_ in order if id_ in known]
    total, ranked = _by_words(catalogue, index, asked, order, worth, limit, sort)
    documents = {one.id: one for one in catalogue.documents(id_ for id_, _ in ranked)}
    hits = tuple(
        _hit(catalogue, documents[id_], score, asked) for id_, score in ranked if id_ in documents
    )
    took = round((time.perf_counter() - started) * 1000)
    return SearchResult(query=query, total=total, took_ms=took, hits=hits)


def _by_numbers(
    catalogue: Catalogue, index: SearchIndex, asked: Query
) -> tuple[list[str] | None, dict[str, float]]:
    """The documents that meet every number typed, and what that is worth; None: no number."""
    worth: dict[str, float] = {}
    some: list[list[str]] = []
    for typed in asked.numbers:
        bearing = register.bearing(catalogue, typed)
        others = [*register.citing(catalogue, typed), *_mentioning(index, typed)]
        some.append(_worth(worth, (bearing, _BEARS), (others, _CITES)))
    for bare in asked.bare:
        meeting = register.of_bare(catalogue, bare)
        running = register.bearing(catalogue, bare.digits)
        others = [*meeting, *_mentioning(index, bare.digits)]
        some.append(_worth(worth, (running, _RUNNING), (others, 0.0)))
    if not some:
        return None, worth
    order = [id_ for id_ in some[0] if all(id_ in set(other) for other in some[1:])]
    return sorted(order, key=lambda id_: -worth.get(id_, 0.0)), worth


def _worth(worth: dict[str, float], *groups: tuple[Iterable[str], float]) -> list[str]:
    """All ids of the groups, the first group's first; each adds the worth of its best group."""
    order: dict[str, None] = {}
    for ids, value in groups:
        for id_ in ids:
            if id_ not in order:
                order[id_] = None
                worth[id_] = worth.get(id_, 0.0) + value
    return list(order)


def _mentioning(index: SearchIndex, number: str) -> list[str]:
    """Documents in whose text the number stands."""
    return [id_ for id_, _ in index.find((), (number,), limit=None).best]


def _by_words(
    catalogue: Catalogue,
    index: SearchIndex,
    asked: Query,
    order: list[str] | None,
    worth: dict[str, float],
    limit: int,
    sort: Sort,
) -> tuple[int, list[tuple[str, float]]]:
    """How many documents match, and the first of them with their scores."""
    if not asked.words and not asked.phrases:
        found = order or []
        if sort == "date":
            found = register.latest_first(catalogue, found)
        return len(found), [(id_, worth.get(id_, 0.0)) for id_ in found[:limit]]
    everything = sort == "date" or bool(worth)
    matches = index.find(asked.words, asked.phrases, order, None if everything else limit)
    scores = {id_: score + worth.get(id_, 0.0) for id_, score in matches.best}
    if sort == "date":
        best = register.latest_first(catalogue, scores)
    else:
        best = sorted(scores, key=lambda id_: -scores[id_])
    return matches.total, [(id_, scores[id_]) for id_ in best[:limit]]


def _hit(catalogue: Catalogue, document: Filed, score: float, asked: Query) -> Hit:
    pages = catalogue.pages(document.sha256, *document.record.pages)
    numbers = [*asked.numbers, *(bare.digits for bare in asked.bare)]
    sought = [*asked.typed, *asked.words, *numbers]
    if asked.numbers and document.record.number:
        sought.append(document.record.number.text)
    if asked.dates and document.record.date:
        sought.append(document.record.date.text)
    passage = best_passage(running_text(pages), [one for one in sought if len(one) > 1])
    return Hit(
        **document.summary.model_dump(),
        score=round(score, 4),
        snippet=passage.text,
        marks=passage.marks,
    )
