"""Numbers of letters (ที่ กษ ๐๓๐๒.๔/ว ๒๕๖๑) and of orders (ที่ ๘๔/๒๕๖๒).

A number is read as printed: digits become Arabic and spaces are made even, nothing is repaired.
Its parts follow the regulation on correspondence (งานสารบรรณ, B.E. 2526), annex 1: code of the
ministry or province, unit within it, ว for a circular, running number. Universities, hospitals and
local bodies write more parts; real forms stand beside the patterns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors.digits import arabic
from extractors.number_forms import (
    AFTER_KEYWORD,
    CIRCULAR_ALONE,
    FOUND_LETTER,
    FOUND_NO_CODE,
    FOUND_ORDER,
    LETTER,
    NO_CODE,
    NO_SLASH,
    ORDER,
    TYPED_CIRCULAR,
    TYPED_RUNNING,
    TYPED_UNIT,
)

_LEADERS = re.compile(r"[\s:.…_]*")
_KEYWORD = re.compile(r"\s*(?:เลข)?ที่\s*[:.…_]*\s*|\s*No\.?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LetterNumber:
    """A number in its parts, digits Arabic.

    `code` มท, `bracket` กวจ, `unit` 0302.4, `parts` ("รพ.2",), `series` ล of ว(ล), `running` 2561
    with its leading zeros, None where it is left blank. An order has only `running` and `year`
    (B.E. as printed). `slash` is False for the rare number without one (ศธ 04056.12).
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

    @property
    def _mark(self) -> str:
        return ("ว" if self.circular else "") + (f"({self.series})" if self.series else "")

    @property
    def value(self) -> str:
        """As the contract writes it: 'กษ 0302.4/ว 2561', 'กค (กวจ) 0405.2/ว 119', '84/2562'."""
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
        running = (self.running or "").lstrip("0") or ("0" if self.running else "")
        if self.code is None and self.year is not None:
            return f"{self._mark}{running}/{self.year}"
        end = self._mark + running
        if self.unit is None:
            return end
        bracket = f"({self.bracket})" if self.bracket else ""
        code = re.sub(r"[\s.]", "", self.code or "").upper()
        head = f"{code}{bracket}{self.unit}"
        return "/".join((head, *self.parts, end)) if self.slash else head


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number found in a text: `text[start:end]`, without the word ที่ before it."""

    start: int
    end: int
    text: str
    number: LetterNumber


def _letter(match: re.Match[str]) -> LetterNumber:
    groups = match.groupdict()
    parts = tuple(
        re.sub(r"\s", "", part) for part in (groups.get("parts") or "").split("/") if part.strip()
    )
    bracket = groups["bracket"]
    return LetterNumber(
        code=_code(groups["code"], match),
        bracket=re.sub(r"\s", "", bracket) if bracket else None,
        unit=_unit(groups["unit"]),
        parts=parts,
        circular=bool(groups.get("circular")),
        series=groups.get("series"),
        running=_running(groups.get("running")),
        slash="circular" in groups,
    )


def _code(printed: str, match: re.Match[str]) -> str:
    """มท. → มท; the dot of a longer code is its own: รฟช.1204 keeps it, and stands close to it."""
    bare = re.sub(r"[\s.]", "", printed)
    dotted = "." in printed.strip(" .")  # ม.อ.
    if (len(bare) == 2 and not dotted) or not printed.strip().endswith("."):
        return bare
    spaced = match.string[match.end("code") : match.start("unit")].isspace()
    return re.sub(r"\s", "", printed) + (" " if spaced or printed[-1].isspace() else "")


def _running(printed: str | None) -> str | None:
    """12 | ชม.2345 | ล 41, as printed with no space but the one behind bare letters."""
    plain = re.sub(r"\s", "", printed or "")
    return re.sub(r"^([ก-ฮ]+)(?=\d)", r"\1 ", plain) or None


def _unit(printed: str) -> str:
    """0302 . 4 → 0302.4; the province of 0056ชม stands apart: 0056 ชม."""
    return re.sub(r"(?<=\d)(?=[ก-ฮ])", " ", re.sub(r"\s", "", printed))


def _order(match: re.Match[str]) -> LetterNumber:
    return LetterNumber(
        circular=bool(match["circular"]), running=match["running"], year=match["year"]
    )


def match_number(text: str, start: int = 0) -> NumberMention | None:
    """The number that stands at `start`, after the word ที่ if there is one.

    Made for the place where a number must stand (the head of a letter): it also takes forms that
    would be too bold to look for in running text, such as ศธ 04056.12 or 84/62.
    """
    plain = arabic(text)
    keyword = _KEYWORD.match(plain, start) or _LEADERS.match(plain, start)
    at = keyword.end() if keyword else start
    number: LetterNumber | None = None
    match = ORDER.match(plain, at)
    if match:
        number = _order(match)
    else:
        match = LETTER.match(plain, at) or NO_SLASH.match(plain, at)
        if match:
            number = _letter(match)
        elif match := NO_CODE.match(plain, at):
            number = LetterNumber(unit=match["unit"], running=match["running"])
    if match is None or number is None:
        return None
    end = match.start() + len(match.group().rstrip())
    if number.slash and not number.circular and number.running is None:
        printed = CIRCULAR_ALONE.match(plain, end)  # /ว is printed, what follows is handwriting
        if printed:
            number, end = replace(number, circular=True), printed.end()
    return NumberMention(match.start(), end, text[match.start() : end], number)


def parse_number(text: str) -> LetterNumber | None:
    """The number at the beginning of a text; None if there is none or it is left blank.

    >>> parse_number("ที่ กษ ๐๓๐๒.๔/ว ๒๕๖๑ ลงวันที่ ๙ กันยายน ๒๕๖๕").value
    'กษ 0302.4/ว 2561'
    >>> parse_number("ที่ ๘๔/๒๕๖๒").value, parse_number("ที่ /๒๕๖๔")
    ('84/2562', None)
    """
    found = match_number(text)
    return found.number if found else None


def find_numbers(text: str) -> list[NumberMention]:
    """All numbers in running text, in order.

    Letters' numbers need a slash and either the word ที่ or a unit of four digits; orders' numbers
    need the word ที่.
    """
    plain = arabic(text)
    found: dict[int, NumberMention] = {}
    for pattern in (AFTER_KEYWORD, FOUND_LETTER):
        for match in pattern.finditer(plain):
            start = match.start("number" if pattern is AFTER_KEYWORD else "code")
            digits = len(re.match(r"\d*", match["unit"]).group())  # type: ignore[union-attr]
            if pattern is FOUND_LETTER and match["at"] is None and digits < 4:
                continue
            end = match.start() + len(match.group().rstrip())
            found.setdefault(start, NumberMention(start, end, text[start:end], _letter(match)))
    for match in FOUND_NO_CODE.finditer(plain):
        start, end = match.span("number")
        number = LetterNumber(unit=match["unit"], running=match["running"])
        found.setdefault(start, NumberMention(start, end, text[start:end], number))
    for match in FOUND_ORDER.finditer(plain):
        start, end = match.span("number")
        order = ORDER.match(plain, start)
        if order:
            found.setdefault(start, NumberMention(start, end, text[start:end], _order(order)))
    kept: list[NumberMention] = []
    for mention in sorted(found.values(), key=lambda mention: mention.start):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


@lru_cache(maxsize=4096)  # linking and searching ask again and again about a few
def parse_typed_number(text: str) -> LetterNumber | None:
    """A number as a person types it to find a letter; parts that were not typed are None.

    >>> parse_typed_number("ว 2561")
    LetterNumber(code=None, bracket=None, unit=None, parts=(), circular=True, series=None, \
running='2561', year=None, slash=True)
    """
    plain = arabic(text).strip().rstrip(".")
    keyword = _KEYWORD.match(plain)
    if keyword:
        plain = plain[keyword.end() :]
    for pattern in (LETTER, ORDER, NO_SLASH):
        match = pattern.fullmatch(plain)
        if match:
            if pattern is ORDER:
                return _order(match)
            return _letter(match)
    for pattern in (TYPED_CIRCULAR, TYPED_UNIT, TYPED_RUNNING):
        match = pattern.fullmatch(plain)
        if match:
            groups = match.groupdict()
            return LetterNumber(
                unit=groups.get("unit"),
                circular=bool(groups.get("circular")),
                running=groups["running"],
            )
    return None


@lru_cache(maxsize=4096)
def number_key(value: str) -> str:
    """One key for all ways of writing a number, for looking it up.

    >>> {number_key(n) for n in ("กษ ๐๓๐๒.๔/ว ๒๕๖๑", "กษ0302.4/ว2561", "กษ. 0302.4 / ว. 2561")}
    {'กษ0302.4/ว2561'}
    """
    number = parse_typed_number(value)
    return number.key if number else re.sub(r"\s", "", arabic(value))


def answers_to(value: str, typed: str) -> bool:
    """Whether a document's number is the one that a person typed, in full or in part.

    A part agrees when every piece that was typed is the document's: 'ว 2561' and '0302.4/ว 2561'
    are parts of 'กษ 0302.4/ว 2561'; '2561' alone is any letter's running number 2561.
    """
    if number_key(value) == number_key(typed):
        return True
    wanted, number = parse_typed_number(typed), parse_typed_number(value)
    if wanted is None or number is None or wanted.code is not None or wanted.year is not None:
        return False
    same_running = (wanted.running or "").lstrip("0") == (number.running or "").lstrip("0")
    return (
        same_running
        and (wanted.unit is None or wanted.unit == number.unit)
        and (number.circular or not wanted.circular)
    )
