"""What stands around one thing that is asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """What a duty may be told by besides its own words: the paragraphs before and after it, what
    stands before it in its own, when it was written (ISO), the `rest` of its own."""

    before: tuple[str, ...] = ()
    sentence: str = ""
    written: str | None = None
    after: tuple[str, ...] = ()
    rest: str = ""
