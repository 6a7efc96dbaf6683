"""What stands around one thing that is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from extractors.record import Action, Frequency


@dataclass(frozen=True, slots=True)
class Context:
    """What a duty may be told by besides its own words: the paragraphs before and after it, what
    stands before it in its own, when it was written (ISO), the `rest` of its own."""

    before: tuple[str, ...] = ()
    sentence: str = ""
    written: str | None = None
    after: tuple[str, ...] = ()
    rest: str = ""

    @property
    def said(self) -> tuple[str, ...]:
        """What stands before the duty, the nearest first."""
        return (self.sentence, *reversed(self.before))


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that is asked for, of which the first day is sought."""

    action: Action
    text: str
    often: Frequency | None = None
    context: Context = Context()


class FirstDay(NamedTuple):
    """The first day of a duty, ISO, and how surely it is that of this duty, 0 to 1. None where a
    reader holds that the duty has no day, whatever else is told."""

    day: str | None
    sureness: float = 1.0


ELSEWHERE = 0.9  # the day stands in another sentence
