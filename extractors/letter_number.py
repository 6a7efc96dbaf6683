"""A number of a letter or an order in its parts, and where it stands in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetterNumber:
    """A number in its parts, digits Arabic.

    `code` มท, `bracket` กวจ, `unit` 0302.4, `parts` ("รพ.2",), `series` ล of ว(ล), `running` 2561
    with its leading zeros, None where it is left blank. An order has only `running` and `year`
    (B.E. as printed). `slash` is False for the rare number without one (ศธ 04056.12). `other` is
    the whole number of an office that counts in its own way (สภ.01/09/0442); it has no parts then.
    """

    code: str | None = None
    bracket: str | None = None
    unit: str | None = None
    parts: tuple[str, ...] = ()
    circular: bool = False
    series: str | None = None
    running: str | None = None
    year: str | None = None
    slash: bool = True
    other: str | None = None

    @property
    def _mark(self) -> str:
        return ("ว" if self.circular else "") + (f"({self.series})" if self.series else "")

    @property
    def value(self) -> str:
        """As the contract writes it: 'กษ 0302.4/ว 2561', 'กค (กวจ) 0405.2/ว 119', '84/2562'."""
        if self.other is not None:
            return self.other
        if self.code is None and self.year is not None:
            return f"{'ว ' if self.circular else ''}{self.running}/{self.year}"
        end = " ".join(piece for piece in (self._mark, self.running) if piece)
        if self.unit is None:
            return end
        code = self.code or ""
        if code and not code.endswith("."):
            code = f"{code.rstrip()} "
        head = code + (f"({self.bracket}) " if self.bracket else "") + self.unit
        return "/".join((head, *self.parts, end)) if self.slash else head

    @property
    def key(self) -> str:
        """Equal for two ways of writing one number: no spaces, no leading zeros at the end."""
        if self.other is not None:
            return re.sub(r"\s", "", self.other)
        printed = re.sub(r"\([ก-ฮ]\)$", "", self.running or "")  # 417(ป) of a court is 417
        running = printed.lstrip("0") or ("0" if printed else "")
        if self.code is None and self.year is not None:
            return f"{self._mark}{running}/{self.year}"
        end = self._mark + running
        if self.unit is None:
            return end
        bracket = f"({self.bracket})" if self.bracket else ""
        code = re.sub(r"[\s.]", "", self.code or "").upper()
        head = f"{code}{bracket}{self.unit}"
        return re.sub(r"\s", "", "/".join((head, *self.parts, end)) if self.slash else head)


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number found in a text: `text[start:end]`, without the word ที่ before it."""

    start: int
    end: int
    text: str
    number: LetterNumber
