"""Search: words by the index, numbers by the register, limits, counts and order by its columns.

Who may not see secret documents asks with a catalogue that is `seen_by` him: they are in no hit,
count, facet, passage or suggestion.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Literal

import numpy as np
from pydantic import Field

from extractors.record import Model
from index import facets, misspelt, register
from index.catalogue import Catalogue
from index.columns import Columns, Facet, columns_of
from index.facets import FacetValue, Limits
from index.filed import Summary
from index.matching import Match, Matcher
from index.nearest import nearest_numbers
from index.query import parse_query
from index.query_model import EARLIEST, LATEST, Chip, Part, Query, Span
from index.query_text import LONGEST
from index.ranking import COMPARED, FEW, closest_first, typed_words, widened, with_headings
from index.shown import Shown, shown
from index.snippet import best_passage
from index.whoosh_store import SearchIndex
from index.whoosh_view import IndexView
from pipeline.errors import BadQuery

Sort = Literal["relevance", "date"]

_HEAD = 600  # letters of a document in which its number and date stand
_BEARS, _CITES = 1000.0, 100.0  # who types a number wants its bearer, then those that speak of it


class Hit(Summary):
    """SUMMARY with its score and the best passage. For pages that people read, and no part of the
    JSON: `marks`, the (start, end) of matches in `snippet`; `period` and `stamps` as in Shown."""

    score: float
    snippet: str
    marks: tuple[tuple[int, int], ...] = Field(default=(), exclude=True)
    period: dict[str, Any] | None = Field(default=None, exclude=True)
    stamps: tuple[str, ...] = Field(default=(), exclude=True)


class Suggestion(Model):
    """หมายถึง … หรือไม่: a query that may have been meant, and what in it is other than typed."""

    query: str
    instead: str


class SearchResult(Model):
    """`total` counts all documents that match; `hits` are some of them, in order.

    For pages, and no part of the JSON: `chips` tell how the query was understood, `nearly` that
    words nearly as typed were taken as well.
    """

    query: str
    total: int
    took_ms: int
    hits: tuple[Hit, ...]
    chips: tuple[Chip, ...] = Field(default=(), exclude=True)
    counts: dict[Facet, tuple[FacetValue, ...]] = Field(default={}, exclude=True)
    suggestions: tuple[Suggestion, ...] = Field(default=(), exclude=True)
    nearly: bool = Field(default=False, exclude=True)


@dataclass(frozen=True)
class _Found:
    """The documents to show, in order, with their scores; how many there are in all."""

    total: int
    best: Sequence[tuple[str, float]]
    counts: dict[Facet, tuple[FacetValue, ...]]
    suggestions: tuple[Suggestion, ...] = ()
    nearly: bool = False


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
    exactly: Mapping[Facet, str] | None = None,
    offset: int = 0,
    count: bool = False,
    passages: bool = True,
) -> SearchResult:
    """Find documents; without a query all of them, the latest first. Dates are ISO days, both
    included; `exactly` are chosen values of facets; `count` counts by facet; without `passages`
    hits have none, which is much quicker for long lists. Raises IndexDamaged,
    BadQuery: `query_too_long`, or `query_empty` for what has neither letter nor digit."""
    started = time.perf_counter()
    asked = _understood(query)
    texts, dates = _parted(asked)
    if date_from or date_to:
        dates.append(((date_from or EARLIEST, date_to or LATEST),))
    chosen: dict[Facet, str] = {**exactly} if exactly else {}
    if kind is not None:
        chosen["kind"] = kind
    limits = Limits(tuple(dates), issuer, chosen)
    with index.reading() as view:
        if texts or asked.unwanted:
            found = _by_words(catalogue, view, asked, texts, limits, offset + limit, sort, count)
        else:
            found = _by_register(catalogue, limits, offset + limit, count)
        hits = _hits(catalogue, view, asked, found.best[offset:], passages)
    return SearchResult(
        query=query,
        total=found.total,
        took_ms=round((time.perf_counter() - started) * 1000),
        hits=hits,
        chips=asked.chips,
        counts=found.counts,
        suggestions=found.suggestions,
        nearly=found.nearly,
    )


def _understood(query: str) -> Query:
    asked = parse_query(query)
    if asked.cut:
        raise BadQuery(
            f"The query has {len(query)} characters; shorten it to {LONGEST}.",
            code="query_too_long",
        )
    if not asked and query.strip():
        raise BadQuery("Type a word, a number or a date to look for.", code="query_empty")
    return asked


def _parted(asked: Query) -> tuple[list[tuple[Part, ...]], list[tuple[Span, ...]]]:
    """The groups that the index answers, and those that are dates and nothing else."""
    texts: list[tuple[Part, ...]] = []
    dates: list[tuple[Span, ...]] = []
    for group in asked.wanted:
        ways = [one for part in group for one in part.readings]
        spans = tuple(one.span for one in ways if one.span is not None)
        if len(spans) == len(ways):
            dates.append(spans)
        else:
            texts.append(group)
    return texts, dates


def _by_register(catalogue: Catalogue, limits: Limits, most: int, count: bool) -> _Found:
    """What the register alone answers, the latest first."""
    if count:
        columns = columns_of(catalogue)
        with columns.lock:
            found = facets.narrowed(catalogue, columns, limits)
            places = facets.latest_first(columns, found, most)
            counts = facets.counted(catalogue, columns, found)
            best = [(columns.ids[place], 0.0) for place in places]
        return _Found(int(found.sum()), best, counts)
    wanted = register.narrowing(limits.dates, issuer=limits.issuer, exactly=limits.exactly)
    ids = register.meeting(catalogue, wanted, most)
    return _Found(register.count(catalogue, wanted), [(id_, 0.0) for id_ in ids], {})


def _by_words(
    catalogue: Catalogue,
    view: IndexView,
    asked: Query,
    texts: list[tuple[Part, ...]],
    limits: Limits,
    most: int,
    sort: Sort,
    count: bool,
) -> _Found:
    columns = columns_of(catalogue)
    with columns.lock:
        seen = _in_view(view, columns, facets.narrowed(catalogue, columns, limits))
        matcher = Matcher(view, cache(partial(_bearers, catalogue)))
        match = _within(matcher.match(texts, asked.unwanted), seen)
        suggestions = _suggestions(catalogue, matcher, asked, match, seen)
        total = int(match.found.sum())
        if total < FEW:
            match = widened(catalogue, matcher, asked, texts, match, seen)
        elif sort == "relevance":
            match = with_headings(catalogue, matcher, asked, texts, match, seen)
        found = np.zeros(len(columns.ids), np.bool_)
        score = np.zeros(len(columns.ids), np.float32)
        where = _places(view, columns)[match.found]
        found[where], score[where] = True, match.score[match.found]
        if sort == "date":
            places = facets.latest_first(columns, found, most)
        else:
            places = facets.best_first(columns, found, score, max(most, COMPARED))
        counts = facets.counted(catalogue, columns, found) if count else {}
        best = [(columns.ids[place], float(score[place])) for place in places]
    if sort == "relevance":
        best = closest_first(catalogue, best, typed_words(asked, texts))[:most]
    return _Found(int(found.sum()), best, counts, suggestions, nearly=int(found.sum()) > total)


def _suggestions(
    catalogue: Catalogue, matcher: Matcher, asked: Query, match: Match, seen: Match
) -> tuple[Suggestion, ...]:
    """Numbers near to those that nothing found bears; where nothing is found, words put right."""
    found: list[Suggestion] = []
    for part in asked.parts:
        for reading in part.readings[:1]:
            if reading.what != "number" or _is_met(matcher, reading.value, match):
                continue
            rest = f"{asked.text[: part.start]} {asked.text[part.end :]}"
            for number in nearest_numbers(catalogue, reading.value, said=rest):
                query = f"{asked.text[: part.start]}{number}{asked.text[part.end :]}"
                found.append(Suggestion(query=query, instead=number))
    if not match.any:
        better = misspelt.better_words(matcher, asked, seen)
        if better is not None:
            found.append(Suggestion(query=better, instead=better))
    return tuple(found)


def _is_met(matcher: Matcher, number: str, match: Match) -> bool:
    """Whether one that bears the number is found: an order of another office may bear it too."""
    bearing = (id_ for id_, worth in matcher.bearers(number).items() if worth == _BEARS)
    places = [matcher.view.place(id_) for id_ in bearing]
    return any(place is not None and match.found[place] for place in places)


def _bearers(catalogue: Catalogue, typed: str) -> dict[str, float]:
    worth = dict.fromkeys(register.citing(catalogue, typed), _CITES)
    return worth | dict.fromkeys(register.bearing(catalogue, typed), _BEARS)


def _places(view: IndexView, columns: Columns) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    """For each place of the index the place in the columns; -1 for what is no longer filed."""
    kept = view.memo.get("columns")
    state = (columns, columns.event)
    if kept is None or kept[0] != state:
        places = kept[1] if kept is not None and kept[0][0] is columns else None
        if places is None or (places[view.alive] < 0).any():
            known = columns.place
            places = np.fromiter((known.get(id_, -1) for id_ in view.ids()), np.int32, view.count)
        kept = view.memo["columns"] = (state, places)
    found: np.ndarray[tuple[int], np.dtype[np.int32]] = kept[1]
    return found


def _in_view(view: IndexView, columns: Columns, met: facets.Bools) -> Match:
    """What is met in the columns, at the places of the index."""
    places = _places(view, columns)
    found = (places >= 0) & view.alive
    found[found] = met[places[found]]
    return Match(found, np.zeros(view.count, np.float32))


def _within(match: Match, seen: Match) -> Match:
    found = match.found & seen.found
    return Match(found, np.where(found, match.score, np.float32(0)))


def _hits(
    catalogue: Catalogue,
    view: IndexView,
    asked: Query,
    best: Sequence[tuple[str, float]],
    passages: bool,
) -> tuple[Hit, ...]:
    documents = shown(catalogue, [id_ for id_, _ in best])
    found = ((documents[id_], score) for id_, score in best if id_ in documents)
    if not passages:
        return tuple(Hit(**dict(one.summary), score=score, snippet="") for one, score in found)
    words = asked.shown_words()
    return tuple(_hit(view, one, score, asked, words) for one, score in found)


def _hit(view: IndexView, document: Shown, score: float, asked: Query, words: Sequence[str]) -> Hit:
    sought = list(words)
    for part in asked.parts:
        for reading in part.readings:
            if reading.what == "number" and document.number:
                sought.append(document.number)
            if reading.what == "dates" and document.date:
                sought.append(document.date)
    summary = document.summary
    place = view.place(summary.id) if asked else None
    text = view.stored(place)["passage"] if place is not None else summary.subject or ""
    passage = best_passage(
        text if asked else "", [one for one in sought if len(one) > 1], _HEAD if not words else None
    )
    told: dict[str, Any] = {**dict(summary), "score": round(score, 4), "marks": passage.marks}
    return Hit(**told, snippet=passage.text, period=document.period, stamps=document.stamps)
