"""Words and numbers that are nearly what was typed: mistyped by who asks, or misread on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from index import analysis
from index.matching import Match, Matcher, any_of, both
from index.query_model import Part, Query
from index.whoosh_view import IndexView

_SHORTEST = 4  # letters of a word that another may be taken for
_LONG = 7  # letters from which on two may differ
_MOST = 12  # words that one is taken for
_ALL = 10**9
_LETTERS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮเแโใไabcdefghijklmnopqrstuvwxyz"
_NEARLY = 0.5  # what a word nearly as typed is worth of one that is as typed
_TAKEN_APART = ("words", "name")


@dataclass(frozen=True, slots=True)
class Sought:
    """A word of a query; `ways` are the pieces of text it may be, `part` where it was typed."""

    ways: tuple[str, ...]
    part: Part


def sought_words(parts: Iterable[Part]) -> list[Sought]:
    """The words of the parts that are words and nothing else, those that no dictionary knows with
    their neighbours."""
    return [
        Sought(ways, part)
        for part in parts
        if all(one.what in _TAKEN_APART for one in part.readings)
        for ways in analysis.lookups(part.readings[0].value)
    ]


def near_words(view: IndexView, word: str) -> tuple[str, ...]:
    """Words of the index that differ from one by a letter, two in long words; nearest first."""
    if len(word) < _SHORTEST:
        return ()
    if ("near", word) not in view.memo:
        view.memo["near", word] = _near(view, word)
    found: tuple[str, ...] = view.memo["near", word]
    return found


def _near(view: IndexView, word: str) -> tuple[str, ...]:
    most = 2 if len(word) >= _LONG else 1
    found: dict[str, int] = {}
    for field in ("text", "unknown"):
        for length in range(len(word) - most, len(word) + most + 1):
            known = _beginning(view, field, word[0]).get(length, ())
            for text, distance, _ in process.extract_iter(
                word, known, scorer=OSA.distance, score_cutoff=most
            ):
                if distance:
                    found[text] = min(distance, found.get(text, distance))
        for text in _otherwise_begun(word):
            if view.knows(field, text):
                found[text] = 1
    return tuple(sorted(found, key=lambda text: (found[text], text))[:_MOST])


def _beginning(view: IndexView, field: str, letter: str) -> dict[int, list[str]]:
    """The words of a field that begin with a letter, by their length: looking through all words of
    a large archive takes too long."""
    known: dict[int, list[str]] | None = view.memo.get(("beginning", field, letter))
    if known is not None:
        return known
    words: dict[int, list[str]] = {}
    for word in view.begins(field, letter, _ALL):
        if len(word) >= _SHORTEST - 1:
            words.setdefault(len(word), []).append(word)
    view.memo["beginning", field, letter] = words
    return words


def _otherwise_begun(word: str) -> set[str]:
    """What differs from a word by one letter, the first."""
    other = {letter + word[1:] for letter in _LETTERS} | {letter + word for letter in _LETTERS}
    other |= {word[1:], word[1] + word[0] + word[2:]}
    return {text for text in other if text[0] != word[0] and len(text) >= _SHORTEST - 1}


def nearly(matcher: Matcher, words: Sequence[Sought], may_lack: int) -> Match:
    """What holds the words as typed or nearly so, all but `may_lack` of them."""
    count = matcher.view.count
    met = np.zeros(count, np.int16)
    score = np.zeros(count, np.float32)
    for word in words:
        match = any_of([_nearly(matcher, way, word.part) for way in word.ways], count)
        met += match.found
        score += match.score
    found = (met >= len(words) - may_lack) & matcher.view.alive
    return Match(found, np.where(found, score, np.float32(0)))


def _nearly(matcher: Matcher, word: str, part: Part) -> Match:
    some = [matcher.word(word, part.field)]
    for other in near_words(matcher.view, word):
        match = matcher.known(other, part.field)
        if part.field is None:
            unknown, _ = matcher.view.postings("unknown", other)
            match.found[unknown] = True
            match.score[unknown] += 1.0
        some.append(Match(match.found & matcher.view.alive, match.score * np.float32(_NEARLY)))
    if part.field is None:
        unknown, _ = matcher.view.postings("unknown", word)
        same = Match(np.zeros_like(some[0].found), np.zeros_like(some[0].score))
        same.found[unknown] = True
        same.score[unknown] = 3.0
        some.append(Match(same.found & matcher.view.alive, same.score))
    return any_of(some, matcher.view.count)


def better_words(matcher: Matcher, query: Query, seen: Match) -> str | None:
    """The query with words that nobody wrote put right, as far as documents that may be `seen`
    have the better ones; None if nothing is to be put right."""
    text = query.text
    changed = False
    for part in reversed(query.parts):
        if part.without or any(one.what not in _TAKEN_APART for one in part.readings):
            continue
        said = analysis.fold(part.readings[0].value)
        for word in sought_words([part]):
            if any(both(matcher.word(way, part.field), seen).any for way in word.ways):
                continue
            better = _better(matcher, word, seen)
            if better is not None and better[0] in said:
                said = said.replace(*better)
                changed = True
        typed = text[part.start : part.end]
        if analysis.fold(part.readings[0].value) in analysis.fold(typed):
            typed = analysis.fold(typed).replace(analysis.fold(part.readings[0].value), said)
            text = text[: part.start] + typed + text[part.end :]
    return text if changed else None


def _better(matcher: Matcher, word: Sought, seen: Match) -> tuple[str, str] | None:
    """Which way to take the word, and the word that most documents have in its place."""
    best: tuple[int, tuple[str, str]] | None = None
    for way in word.ways:
        for other in near_words(matcher.view, way):
            if not analysis.is_word(other):
                continue
            often = int(both(matcher.known(other, word.part.field), seen).found.sum())
            if often and (best is None or often > best[0]):
                best = often, (way, other)
    return best[1] if best else None
