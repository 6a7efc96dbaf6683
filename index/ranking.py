"""What comes first, and what is shown besides where few are found as typed."""

from __future__ import annotations

from collections.abc import Sequence

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
_SPOKEN = ("words", "phrase", "name")


def typed_keys(parts: Sequence[Part]) -> tuple[str, ...]:
    """The words and phrases that were typed, to be compared with headings."""
    said = [
        part.readings[0].value
        for part in parts
        if part.field is None and all(one.what in _SPOKEN for one in part.readings)
    ]
    return resembling.keys_of(said)


def closest_first(
    catalogue: Catalogue, best: Sequence[tuple[str, float]], keys: Sequence[str]
) -> list[tuple[str, float]]:
    """The best hits in order of score and of how close their headings are to what was typed."""
    if not keys or len(best) < 2:
        return list(best)
    compared = best[:COMPARED]
    known = resembling.headings(catalogue, [id_ for id_, _ in compared])
    scored = [
        (id_, score + _worth(resembling.closeness(known.get(id_, ()), keys)))
        for id_, score in compared
    ]
    return [*sorted(scored, key=lambda one: -one[1]), *best[COMPARED:]]


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
    single = [group[0] for group in texts if len(group) == 1]
    words = misspelt.sought_words(single)
    if not words:
        return match
    taken = {word.part for word in words}
    others = [group for group in texts if group[0] not in taken]
    rest = matcher.match(others, asked.unwanted)
    rest = Match(rest.found & seen.found, rest.score)
    if not rest.any:
        return match
    most = 0 if match.any else len(words) // _MAY_LACK
    near = rest
    for lack in range(min(most, 2) + 1):
        near = misspelt.nearly(matcher, words, lack)
        near = Match(near.found & rest.found, near.score + rest.score)
        if near.any:
            break
    found, score = near.found.copy(), np.where(near.found, near.score, np.float32(0))
    for place, worth in _alike(catalogue, matcher, single, rest):
        score[place] = worth + rest.score[place] + (score[place] if found[place] else 0)
        found[place] = True
    score = np.where(match.found, match.score + np.float32(_AS_TYPED), score)
    return Match(found | match.found, score.astype(np.float32))


def _alike(
    catalogue: Catalogue, matcher: Matcher, parts: Sequence[Part], rest: Match
) -> list[tuple[int, float]]:
    """Places of documents with a heading like what was typed, and what that is worth."""
    keys = typed_keys(parts)
    places = resembling.candidates(matcher.view, keys, rest.found) if keys else ()
    ids = matcher.view.ids()
    known = resembling.headings(catalogue, [ids[place] for place in places], names=True)
    close = ((int(p), resembling.closeness(known.get(ids[p], ()), keys)) for p in places)
    return [(place, _worth(closeness)) for place, closeness in close if closeness >= _NEARLY]
