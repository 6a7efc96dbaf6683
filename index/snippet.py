"""The passage of a text that best shows why it was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from index.analysis import fold

_WIDTH = 160  # characters
_BEFORE = 40  # of them before the first match
_MARK = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")
_MOST = 2000  # places of one word that are looked at


@dataclass(frozen=True, slots=True)
class Passage:
    """Plain text; `marks` are (start, end) of what matches in it."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def best_passage(text: str, sought: Sequence[str], head: int | None = None) -> Passage:
    """The window of the text in which most different words of `sought` stand, longer ones worth
    more; its beginning if none does. In the first `head` characters it is looked for first."""
    if head is not None and len(text) > head + _WIDTH:
        found = _best_passage(text[:head], sought, goes_on=True)
        if found.marks:
            return found
    return _best_passage(text, sought)


def _best_passage(text: str, sought: Sequence[str], goes_on: bool = False) -> Passage:
    flat = " ".join(text.split())
    folded = fold(flat)
    if len(folded) != len(flat):  # folding changed the places; show the folded text
        flat = folded
    places = sorted(
        (start, start + len(word), word)
        for word in dict.fromkeys(fold(one) for one in sought if one.strip())
        if word
        for start in islice(_places(folded, word), _MOST)
    )
    best, first = 0, 0
    for at, (start, _, _) in enumerate(places):
        inside = {
            word for begin, end, word in places[at : at + 50] if end <= start + _WIDTH - _BEFORE
        }
        worth = sum(len(word) for word in inside)
        if worth > best:
            best, first = worth, start
    begin = max(0, first - _BEFORE) if best else 0
    while begin and begin < first and _MARK.match(flat[begin]):
        begin += 1  # not between a letter and what stands above it
    end = min(len(flat), begin + _WIDTH)
    lead, trail = ("…" if begin else ""), ("…" if end < len(flat) or goes_on else "")
    marks: list[tuple[int, int]] = []
    for start, stop, _ in places:
        if start < begin or stop > end:
            continue
        shifted = (start - begin + len(lead), stop - begin + len(lead))
        if marks and shifted[0] <= marks[-1][1]:
            marks[-1] = (marks[-1][0], max(marks[-1][1], shifted[1]))
        else:
            marks.append(shifted)
    return Passage(f"{lead}{flat[begin:end]}{trail}", tuple(marks))
