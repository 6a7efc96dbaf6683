"""What comes first, and what is shown besides where few are found as typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index import misspelt, resembling
from index.catalogue import Catalogue
from index.matching import Match, Matcher
from index.query_model import Part, Query

FEW = 10  # with fewer hits, what is nearly as typed is taken as well
COMPARED = 40  # of the best hits, whose headings are compared with what was typed
_AS_TYPED = 50.0  # what is found as typed comes before what is nearly so
_MAY_LACK = 3  # words of which one may be missing where nothing else is found; two of six
_ALIKE = 60.0  # what a heading is worth that has all that was typed, letter by letter
_BARELY, _NEARLY = 0.6, 0.78  # closeness that is worth nothing yet, and that makes a hit
_HEADED, _LONG = 0.85, 10  # closeness from which on, and letters with which a heading alone decides
_WHOLLY = 0.95  # a heading that has what was typed letter by letter
_DECIDES, _TELLS_LITTLE = 1000.0, 0.1  # what it is worth then, and what the score still is
_SPOKEN = ("words", "phrase", "name")
_COUNTED = ("number", "running", "unit")


@dataclass(frozen=True, slots=True)
class Typed:
    """Words and phrases that were typed, as keys to be compared with headings. `long`: they are
    all that was typed and long enough to be a heading, or the most of one."""

    keys: tuple[str, ...]
    long: bool


def typed_words(asked: Query, texts: Sequence[tuple[Part, ...]]) -> Typed:
    """What was typed that a heading may hold."""
    said = [
        part.readings[0].value
        for part in _single(texts)
        if part.field is None and all(one.what in _SPOKEN for one in part.readings)
    ]
    keys = resembling.keys_of(said)
    counted = any(one.what in _COUNTED for part in asked.parts for one in part.readings)
    return Typed(keys, not counted and sum(map(len, keys)) >= _LONG)


def _single(texts: Sequence[tuple[Part, ...]]) -> list[Part]:
    return [group[0] for group in texts if len(group) == 1]


def closest_first(
    catalogue: Catalogue, best: Sequence[tuple[str, float]], typed: Typed
) -> list[tuple[str, float]]:
    """The best hits, those first whose headings are closest to what was typed."""
    if not typed.keys or len(best) < 2:
        return list(best)
    close = _closeness(catalogue, [id_ for id_, _ in best[:COMPARED]], typed)
    scored = [(id_, _by_heading(score, close[id_], typed)) for id_, score in best[:COMPARED]]
    return [*sorted(scored, key=lambda one: -one[1]), *best[COMPARED:]]


def _closeness(catalogue: Catalogue, ids: Sequence[str], typed: Typed) -> dict[str, float]:
    """How close the headings of documents are to what was typed. Who signed is looked at, which
    takes longer to read, only where something typed is in no subject and no issuer."""
    known = resembling.headings(catalogue, ids)
    if len(typed.keys) > 1 and not all(
        any(resembling.closeness(heading, [key]) >= _HEADED for heading in known.values())
        for key in typed.keys
    ):
        known = resembling.headings(catalogue, ids, names=True)
    return {id_: resembling.closeness(known.get(id_, ()), typed.keys) for id_ in ids}


def _by_heading(score: float, closeness: float, typed: Typed) -> float:
    """A score with what the heading is worth. Where a heading has all that was typed, but for a
    letter or two, it alone decides: which words stand elsewhere in the letter tells little then."""
    if closeness < _HEADED or not typed.long:
        return score + _worth(closeness)
    return _DECIDES * closeness + score * _TELLS_LITTLE


def _worth(closeness: float) -> float:
    return _ALIKE * max(0.0, closeness - _BARELY) / (1 - _BARELY)


def widened(
    catalogue: Catalogue,
    matcher: Matcher,
    asked: Query,
    texts: Sequence[tuple[Part, ...]],
    match: Match,
    seen: Match,
) -> Match:
    """What was found, and what has nearly the words, all but one of many, or a heading alike."""
    words = misspelt.sought_words(_single(texts))
    if not words:
        return match
    rest = _besides({word.part for word in words}, matcher, asked, texts, seen)
    if not rest.any:
        return match
    typed = typed_words(asked, texts)
    near = Match(match.found & rest.found, rest.score)
    if not _has_heading(catalogue, matcher, typed, match):
        most = 0 if match.any else len(words) // _MAY_LACK
        for lack in range(min(most, 2) + 1):
            near = misspelt.nearly(matcher, words, lack)
            near = Match(near.found & rest.found, near.score + rest.score)
            if near.any:
                break
    found, score = near.found.copy(), np.where(near.found, near.score, np.float32(0))
    for place, worth in _alike(catalogue, matcher, typed, rest, _NEARLY):
        score[place] = worth + rest.score[place] + (score[place] if found[place] else 0)
        found[place] = True
    score = np.where(match.found, match.score + np.float32(_AS_TYPED), score)
    return Match(found | match.found, score.astype(np.float32))


def with_headings(
    catalogue: Catalogue,
    matcher: Matcher,
    asked: Query,
    texts: Sequence[tuple[Part, ...]],
    match: Match,
    seen: Match,
) -> Match:
    """What was found, and documents with a heading like what was typed, if none that was found has
    it letter by letter: many letters may hold all pieces of a word mistyped."""
    typed = typed_words(asked, texts)
    if not typed.long or _has_heading(catalogue, matcher, typed, match):
        return match
    spoken = {part for part in _single(texts) if part.readings[0].what in _SPOKEN}
    rest = _besides(spoken, matcher, asked, texts, seen)
    found, score = match.found.copy(), match.score.copy()
    for place, worth in _alike(catalogue, matcher, typed, rest, _HEADED):
        if not found[place]:
            found[place], score[place] = True, worth + rest.score[place]
    return Match(found, score)


def _has_heading(catalogue: Catalogue, matcher: Matcher, typed: Typed, match: Match) -> bool:
    """Whether one of the best that were found has what was typed for a heading, letter by letter:
    then words nearly as typed need not be looked for, which takes long."""
    if not typed.long or not match.any:
        return False
    best = np.argpartition(-match.score, min(FEW, len(match.score) - 1))[:FEW]
    ids = matcher.view.ids()
    there = [ids[place] for place in best if match.found[place]]
    return max(_closeness(catalogue, there, typed).values(), default=0.0) >= _WHOLLY


def _besides(
    spoken: set[Part],
    matcher: Matcher,
    asked: Query,
    texts: Sequence[tuple[Part, ...]],
    seen: Match,
) -> Match:
    """What meets all that was asked but for these words."""
    others = [group for group in texts if group[0] not in spoken]
    rest = matcher.match(others, asked.unwanted)
    return Match(rest.found & seen.found, rest.score)


def _alike(
    catalogue: Catalogue, matcher: Matcher, typed: Typed, rest: Match, least: float
) -> list[tuple[int, float]]:
    """Places of documents with a heading at least so like what was typed, and what it is worth."""
    places = resembling.candidates(matcher.view, typed.keys, rest.found) if typed.keys else ()
    ids = matcher.view.ids()
    known = resembling.headings(catalogue, [ids[place] for place in places], names=True)
    close = ((int(p), resembling.closeness(known.get(ids[p], ()), typed.keys)) for p in places)
    return [(place, _worth(closeness)) for place, closeness in close if closeness >= least]
