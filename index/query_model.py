"""A query as it was understood: its parts, each with what was typed and the ways to take it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

What = Literal["number", "unit", "running", "dates", "kind", "words", "phrase", "name", "file"]
FieldName = Literal["subject", "issuer", "recipients", "names"]
Span = tuple[str, str]

EARLIEST, LATEST = "0000-00-00", "9999-99-99"  # the ends of a span that is open

_FIELD_LABELS: dict[FieldName, tuple[str, str]] = {
    "subject": ("เรื่อง", "subject"),
    "issuer": ("จาก", "from"),
    "recipients": ("ถึง", "to"),
    "names": ("ชื่อ", "name"),
}
_OR_BEFORE = re.compile(r"(?:^|(?<=\s))(?:OR|หรือ|\|)\s*$")
_OR_AFTER = re.compile(r"^\s*(?:OR|หรือ|\|)(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Label:
    """Words for a person, in both languages."""

    th: str
    en: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a part.

    `value` is a number in full or in part (`number`), the code of an office (`unit`: มท 0810.7), a
    running number (`running`), a kind's code (`kind`), words or a phrase as typed (`words`,
    `phrase`), a person's name without title (`name`), a piece of a file's name (`file`). `dates`
    looks for `span`, ISO days with both ends included, or EARLIEST and LATEST.
    """

    what: What
    value: str
    label: Label
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """`text[start:end]` of a query. Any of its readings will do; the likeliest comes first.

    `field` is where alone words are looked for, None: anywhere. Parts of one `group` are
    alternatives (OR); `without`: documents that have it are left out.
    """

    start: int
    end: int
    readings: tuple[Reading, ...]
    group: int = 0
    field: FieldName | None = None
    without: bool = False

    @property
    def label(self) -> Label:
        """How the part was understood, in words."""
        th = " หรือ ".join(one.label.th for one in self.readings)
        en = " or ".join(one.label.en for one in self.readings)
        if self.field is not None:
            in_thai, in_english = _FIELD_LABELS[self.field]
            th, en = f"{in_thai}: {th}", f"{in_english}: {en}"
        return Label(f"ไม่มี {th}", f"not {en}") if self.without else Label(th, en)


@dataclass(frozen=True, slots=True)
class Chip:
    """A part as a page shows it: what was typed, how it was taken, and the query without it;
    whether it stands in place of the part before (OR)."""

    typed: str
    label: Label
    rest: str
    either: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """`text` is the query as one line of plain characters; the parts' places lie in it.

    `cut` says that more was typed than is read. All groups of parts must hold.
    """

    text: str
    parts: tuple[Part, ...] = ()
    cut: bool = False

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.parts)

    @property
    def wanted(self) -> tuple[tuple[Part, ...], ...]:
        """The groups that must hold, each with its alternatives."""
        parts = [part for part in self.parts if not part.without]
        return tuple(tuple(some) for _, some in groupby(parts, key=lambda part: part.group))

    @property
    def unwanted(self) -> tuple[Part, ...]:
        """What must be absent."""
        return tuple(part for part in self.parts if part.without)

    @property
    def chips(self) -> tuple[Chip, ...]:
        groups = [None, *(None if part.without else part.group for part in self.parts)]
        return tuple(
            Chip(
                self.text[part.start : part.end],
                part.label,
                self._without(part),
                not part.without and before == part.group,
            )
            for part, before in zip(self.parts, groups, strict=False)
        )

    def _without(self, part: Part) -> str:
        before, after = self.text[: part.start], self.text[part.end :]
        if _OR_BEFORE.search(before):
            before = _OR_BEFORE.sub("", before)
        else:
            after = _OR_AFTER.sub("", after)
        return f"{before.rstrip()} {after.lstrip()}".strip()

    def shown_words(self) -> tuple[str, ...]:
        """What to mark in a passage, as typed."""
        said = [
            one.value
            for part in self.parts
            if not part.without
            for one in part.readings
            if one.what in ("words", "phrase", "name", "number", "running")
        ]
        return tuple(dict.fromkeys(said))
