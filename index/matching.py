"""A query → which documents of the index match, and how well: BM25, subjects and names worth more.

A match is a mark and a score for every place of the index, so that AND, OR and minus are sums over
arrays. What the register says of numbers is given by the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index import analysis
from index.names import date_span, name_key
from index.query_model import EARLIEST, LATEST, Part, Reading, Span
from index.whoosh_lists import Floats, Ints
from index.whoosh_view import Bools, IndexView

Bearers = Callable[[str], Mapping[str, float]]
"""A number as typed → the documents that the register names for it, and what each is worth."""

_K1, _B = 1.2, 0.75  # of BM25
_BOOSTS = (("subject", 3.0), ("issuer", 1.0), ("recipients", 1.0), ("names", 2.0))
_WORTH = {"running": 500.0, "unit": 20.0, "kind": 10.0, "dates": 10.0}
_LESS_LIKELY = 0.02  # of that, if it is not the first way to understand what was typed
_BEGINNINGS = 64  # words that an unknown word may be the beginning of
_VERIFIED = 500  # documents whose text is looked at for a phrase


@dataclass(frozen=True)
class Match:
    """For each place of the index whether the document matches, and its score (0 where not)."""

    found: Bools
    score: Floats

    @property
    def any(self) -> bool:
        return bool(self.found.any())


class Matcher:
    """Asks one state of the index."""

    def __init__(self, view: IndexView, bearers: Bearers) -> None:
        self.view = view
        self.bearers = bearers

    def match(self, groups: Iterable[Sequence[Part]], unwanted: Iterable[Part] = ()) -> Match:
        """What meets every group, and nothing unwanted; all documents if no group is given."""
        whole = self.everything()
        for group in groups:
            whole = both(whole, any_of([self.part(part) for part in group], self.view.count))
        for part in unwanted:
            whole = without(whole, self.part(part))
        return whole

    def everything(self) -> Match:
        """Every document, worth nothing."""
        return Match(self.view.alive.copy(), np.zeros(self.view.count, np.float32))

    def part(self, part: Part) -> Match:
        """What meets a part in any of the ways to take it."""
        ways = [self._reading(one, part, place) for place, one in enumerate(part.readings)]
        return any_of(ways, self.view.count)

    def _reading(self, reading: Reading, part: Part, place: int) -> Match:
        worth = _WORTH.get(reading.what, 0.0) * (_LESS_LIKELY if place else 1.0)
        if reading.what == "number":
            return any_of(
                [self._number(reading.value), self.phrase(reading.value)], self.view.count
            )
        if reading.what == "unit":
            deeper = self.view.begins("unit", f"{reading.value}.", 1000)
            return self._constant("unit", [reading.value, *deeper], worth)
        if reading.what == "running":
            return self._constant("running", [reading.value.lstrip("0") or "0"], worth)
        if reading.what == "kind":
            return self._constant("kind", [reading.value], worth)
        if reading.what == "dates" and reading.span is not None:
            return self._constant("day", self._days(reading.span), worth)
        if reading.what == "file":
            return self.words(reading.value, "source")
        if reading.what == "phrase":
            found = self.phrase(reading.value)
            return both(found, self.words(reading.value, part.field)) if part.field else found
        return self.words(reading.value, part.field)

    def words(self, text: str, field: str | None = None) -> Match:
        """What holds all the words of a text, in any order."""
        whole = self.everything()
        for word in dict.fromkeys(analysis.words(text)):
            whole = both(whole, self.word(word, field))
        return whole

    def word(self, word: str, field: str | None = None) -> Match:
        """What holds a word; one that the index does not know as such, by its parts, else as a
        beginning."""
        found = self.known(word, field)
        if found.any:
            return found
        if len(analysis.smallest_words(word)) > 1:
            return self.phrase(word) if field is None else self._pieces(word, field)
        if len(word) < 3:
            return found
        longer = self.view.begins(field or "text", word, _BEGINNINGS)
        return any_of([self.known(one, field) for one in longer], self.view.count)

    def known(self, word: str, field: str | None = None) -> Match:
        """What holds exactly this word, in a field or anywhere."""
        places, score = self._scored(field or "text", word)
        match = self._at(places, score)
        if field is None and len(places):
            for other, boost in _BOOSTS:
                near, more = self._scored(other, word)
                match.score[near] += boost * more
        return match

    def phrase(self, text: str) -> Match:
        """What holds the words of a text in their order, punctuation aside."""
        small = list(dict.fromkeys(analysis.smallest_words(text)))
        if not small:
            return self._at(*_NOTHING)
        if len(small) == 1:
            return self.known(small[0])
        pairs = list(dict.fromkeys(analysis.pairs(text)))
        paired = {word for pair in pairs for word in pair.split(" ")}
        sought = [("text", word) for word in small if word not in paired]
        sought += [("pairs", pair) for pair in pairs]
        lists = [self.view.postings(field, word) for field, word in sought]
        in_all = common([places for places, _ in lists])
        whole = self._at(in_all, np.zeros(len(in_all), np.float32))
        for (field, _), (places, often) in zip(sought, lists, strict=True):
            if len(in_all):
                here = np.searchsorted(places, in_all)
                whole.score[in_all] += self._weights(field, in_all, often[here], len(places))
        whole.score[~whole.found] = 0.0
        if len(small) == 2 and pairs:
            return whole
        return self._verified(whole, text)

    def _verified(self, match: Match, text: str) -> Match:
        """Those whose text holds the phrase, letter by letter; all, if there are very many."""
        sought = name_key(analysis.fold(text))
        places = np.flatnonzero(match.found)
        if len(places) <= _VERIFIED:
            for place in places:
                passage = self.view.stored(int(place))["passage"]
                if text not in passage and sought not in name_key(analysis.fold(passage)):
                    match.found[place], match.score[place] = False, 0.0
        return match

    def _pieces(self, word: str, field: str) -> Match:
        whole = self.everything()
        for piece in analysis.smallest_words(word):
            whole = both(whole, self.known(piece, field))
        return whole

    def _number(self, typed: str) -> Match:
        match = self._at(*_NOTHING)
        for id_, worth in self.bearers(typed).items():
            place = self.view.place(id_)
            if place is not None:
                match.found[place] = True
                match.score[place] = worth
        return match

    def _days(self, span: Span) -> list[str]:
        first, last = span
        if EARLIEST not in span and LATEST not in span:
            for mark, length in (("y", 4), ("m", 7), ("d", 10)):
                if span == _span_of(first[:length]):
                    return [f"{mark}{first[:length]}"]
        start = "d" if first == EARLIEST else f"d{first}"
        return self.view.between("day", start, "d9" if last == LATEST else f"d{last}")

    def _constant(self, field: str, words: Iterable[str], worth: float) -> Match:
        match = self._at(*_NOTHING)
        for word in words:
            places, _ = self.view.postings(field, word)
            match.found[places] = True
            match.score[places] = worth
        np.logical_and(match.found, self.view.alive, out=match.found)
        return match

    def _at(self, places: Ints, score: Floats) -> Match:
        match = Match(np.zeros(self.view.count, np.bool_), np.zeros(self.view.count, np.float32))
        match.found[places] = True
        match.score[places] = score
        np.logical_and(match.found, self.view.alive, out=match.found)
        return match

    def _scored(self, field: str, word: str) -> tuple[Ints, Floats]:
        """The places that hold a word, and the BM25 of it there."""
        places, often = self.view.postings(field, word)
        if not len(places):
            return _NOTHING
        return places, self._weights(field, places, often, len(places))

    def _weights(self, field: str, places: Ints, often: Floats, having: int) -> Floats:
        """BM25 of a word at places that hold it so often; `having` documents hold it in all."""
        rarity = np.log1p((self.view.count - having + 0.5) / (having + 0.5))
        lengths = self.view.lengths(field)[places]
        weight = often * (_K1 + 1) / (often + _K1 * (1 - _B + _B * lengths))
        found: Floats = (rarity * weight).astype(np.float32)
        return found


_NOTHING: tuple[Ints, Floats] = (np.empty(0, np.int32), np.empty(0, np.float32))


def _span_of(iso: str) -> Span:
    return (f"{iso}-01-01", f"{iso}-12-31") if len(iso) == 4 else date_span(iso)


def common(lists: Sequence[Ints]) -> Ints:
    """The places that stand in all of the ordered lists, from the shortest one on."""
    first, *others = sorted(lists, key=len)
    for other in others:
        if not len(first):
            break
        near = np.minimum(np.searchsorted(other, first), len(other) - 1)
        first = first[other[near] == first]
    return first


def both(one: Match, other: Match) -> Match:
    """What meets both; scores add up."""
    found = one.found & other.found
    return Match(found, np.where(found, one.score + other.score, np.float32(0)))


def any_of(some: Sequence[Match], count: int) -> Match:
    """What meets one of them at least; the best score counts."""
    if len(some) == 1:
        return some[0]
    found, score = np.zeros(count, np.bool_), np.zeros(count, np.float32)
    for one in some:
        found |= one.found
        np.maximum(score, one.score, out=score)
    return Match(found, score)


def without(one: Match, other: Match) -> Match:
    """What meets the first and not the second."""
    found = one.found & ~other.found
    return Match(found, np.where(found, one.score, np.float32(0)))
