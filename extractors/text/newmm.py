"""Cuts text into the fewest words of a dictionary, as PyThaiNLP's newmm does, but sooner.

The algorithm is that of `pythainlp.tokenize.newmm` (K. Chaovavanich; Apache-2.0): the fewest words
that end where clusters of letters do (Theeramunkong et al. 2000, Character cluster based Thai
information retrieval). Where one word alone can begin, as at most places, no way is searched; words
are looked up in an ordered list, not letter by letter; clusters are found in one pass.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import heappop, heappush

_MOST_WAYS = 50  # that are kept open at once
_NOT_THAI = re.compile(r"[-a-zA-Z]+|\d+([,\.]\d+)*|[ \t]+|\r?\n|[^\u0E00-\u0E7F \t\r\n]+")
_TWO_LETTERS = re.compile("[ก-ฮ]{,2}$")  # no words: an unknown word goes on over them


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words in the order of their letters: those that begin a text are the last that stands before
    it and those which that begins with."""

    words: Sequence[str]
    within: Sequence[tuple[str, ...]]  # of each word those that it begins with, and itself
    spans: Mapping[str, tuple[int, int]]  # where the words with these first two letters stand
    letters: frozenset[str]  # words of one letter
    longest: int  # letters

    @classmethod
    def of(cls, words: Iterable[str]) -> Lexicon:
        ordered = sorted({word.strip() for word in words} - {""})
        within: list[tuple[str, ...]] = []
        spans: dict[str, tuple[int, int]] = {}
        for place, word in enumerate(ordered):
            before = within[-1] if within else ()
            within.append((*(one for one in before if word.startswith(one)), word))
            spans[word[:2]] = (spans.get(word[:2], (place,))[0], place + 1)
        letters = frozenset(word for word in ordered if len(word) == 1)
        return cls(ordered, within, spans, letters, max(map(len, ordered)))

    def ends(self, text: str, place: int, clusters: bytearray) -> list[int]:
        """Where the words end that begin at a place of a text, the shortest first."""
        span = self.spans.get(text[place : place + 2])
        if span is None:
            alone = text[place] in self.letters and clusters[place + 1]
            return [place + 1] if alone else []
        last = bisect_right(self.words, text[place : place + self.longest], *span) - 1
        found = []
        for word in self.within[last]:
            if not text.startswith(word, place):
                break
            if clusters[place + len(word)]:
                found.append(place + len(word))
        return found


def cut(text: str, lexicon: Lexicon) -> list[str]:
    """The words of a text in order: joined they give the text again.

    >>> cut("มานา", Lexicon.of(["มา", "มานะ", "นา"]))
    ['มา', 'นา']
    """
    clusters = _cluster_ends(text)
    found: list[str] = []
    begun, open_ways = 0, 0  # where the words not yet told begin; how many there may be
    ways: dict[int, Sequence[int]] = {}
    places = [0]  # to look at, a heap
    while places[0] < len(text):
        place = heappop(places)
        ends = lexicon.ends(text, place, clusters)
        if len(ends) == 1 and place == begun:
            found.append(text[begun : ends[0]])
            begun, places = ends[0], ends
            continue
        ways[place] = ends[: max(1, _MOST_WAYS + 1 - open_ways)]
        open_ways += len(ways[place])
        for end in ways[place]:
            if end not in places:
                heappush(places, end)
        if len(places) > 1:
            continue
        if places:  # one way leads on
            for end in _fewest(ways, begun, places[0]):
                found.append(text[begun:end])
                begun = end
        else:  # no word begins here
            begun = _unknown_end(text, place, clusters, lexicon)
            found.append(text[place:begun])
            places = [begun]
        ways, open_ways = {}, 0
    return found


@cache
def _cluster() -> re.Pattern[str]:
    """A cluster of Thai letters as newmm knows them, else any sign. Loaded when first asked for."""
    from pythainlp.tokenize import tcc_p

    return re.compile(rf"{tcc_p._PAT_TCC.pattern}|(?s:.)")


def _cluster_ends(text: str) -> bytearray:
    """1 where a cluster of letters ends, else 0."""
    ends = bytearray(len(text) + 1)
    for cluster in _cluster().finditer(text):
        ends[cluster.end()] = 1
    return ends


def _fewest(ways: Mapping[int, Sequence[int]], start: int, goal: int) -> list[int]:
    """The ends of the fewest words that lead from one place to another; of ways of as many the one
    whose first words are shorter."""
    before = {start: start}
    queue = [start]
    for place in queue:
        for end in ways.get(place, ()):
            if end not in before:
                before[end] = place
                queue.append(end)
        if goal in before:
            break
    path = [goal]
    while before[path[-1]] != start:
        path.append(before[path[-1]])
    return path[::-1]


def _unknown_end(text: str, place: int, clusters: bytearray, lexicon: Lexicon) -> int:
    """Where an unknown word ends: before a word of the dictionary or a sign that is not Thai."""
    if other := _NOT_THAI.match(text, place):
        return other.end()
    for at in range(place + 1, len(text)):
        if clusters[at]:
            ends = lexicon.ends(text, at, clusters)
            if any(not _TWO_LETTERS.match(text[at:end]) for end in ends):
                return at
            if _NOT_THAI.match(text, at):
                return at
    return len(text)
