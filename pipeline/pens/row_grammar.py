"""Which sign may follow which in a row: small grammars that a reader of letters keeps to.

A grammar is made of sets of signs, one after the other, or one of several, and runs as a machine
without memory: from a state a sign leads to a state, or nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

Part = Callable[["Grammar", int], int]  # builds itself from a state on; the state behind it


@dataclass(eq=False)
class Grammar:
    """Its states are sets of places; `start` holds the first, a state that holds `end` is whole."""

    ways: list[dict[str, set[int]]] = field(default_factory=list)
    skips: list[set[int]] = field(default_factory=list)
    end: int = 0
    known: dict[tuple[frozenset[int], str], frozenset[int]] = field(default_factory=dict)
    allowed: dict[frozenset[int], frozenset[str]] = field(default_factory=dict)
    start: frozenset[int] = frozenset()

    @classmethod
    def of(cls, part: Part) -> Grammar:
        made = cls()
        first = made.place()
        made.end = part(made, first)
        made.start = made._closed({first})
        return made

    def place(self) -> int:
        self.ways.append({})
        self.skips.append(set())
        return len(self.ways) - 1

    def after(self, state: frozenset[int], sign: str) -> frozenset[int]:
        """The state behind a sign; empty if it cannot stand there."""
        key = (state, sign)
        if key not in self.known:
            reached = (self.ways[place].get(sign, set()) for place in state)
            self.known[key] = self._closed(set().union(*reached))
        return self.known[key]

    def after_all(self, text: str) -> frozenset[int]:
        """The state behind a text; empty if no row begins so."""
        state = self.start
        for sign in text:
            state = self.after(state, sign)
        return state

    def behind(self, prefix: str) -> Grammar | None:
        """The grammar of what follows a prefix; None if nothing can."""
        start = self.after_all(prefix)
        return replace(self, start=start) if self.signs(start) else None

    def signs(self, state: frozenset[int]) -> frozenset[str]:
        if state not in self.allowed:
            self.allowed[state] = frozenset(sign for place in state for sign in self.ways[place])
        return self.allowed[state]

    def is_whole(self, state: frozenset[int]) -> bool:
        return self.end in state

    def _closed(self, places: set[int]) -> frozenset[int]:
        waiting, seen = list(places), set(places)
        while waiting:
            for other in self.skips[waiting.pop()] - seen:
                seen.add(other)
                waiting.append(other)
        return frozenset(seen)


def one_of(signs: str) -> Part:
    def build(grammar: Grammar, start: int) -> int:
        end = grammar.place()
        for sign in signs:
            grammar.ways[start].setdefault(sign, set()).add(end)
        return end

    return build


def word(text: str) -> Part:
    return in_turn(*map(one_of, text))


def in_turn(*parts: Part) -> Part:
    def build(grammar: Grammar, start: int) -> int:
        for part in parts:
            start = part(grammar, start)
        return start

    return build


def any_of(*parts: Part) -> Part:
    def build(grammar: Grammar, start: int) -> int:
        ends = [part(grammar, _apart(grammar, start)) for part in parts]
        end = grammar.place()
        for one in ends:
            grammar.skips[one].add(end)
        return end

    return build


def words(texts: Iterable[str]) -> Part:
    return any_of(*map(word, texts))


def maybe(part: Part) -> Part:
    return any_of(part, in_turn())


def times(part: Part, least: int, most: int) -> Part:
    return in_turn(*[part] * least, *[maybe(part)] * (most - least))


def _apart(grammar: Grammar, start: int) -> int:
    """A place of its own that is reached from `start`: what begins there cannot come back to it."""
    own = grammar.place()
    grammar.skips[start].add(own)
    return own
