"""Numbers of letters (ที่ กษ ๐๓๐๒.๔/ว ๒๕๖๑) and of orders (ที่ ๘๔/๒๕๖๒).

A number is read as printed: digits become Arabic and spaces are made even, nothing is repaired.
Its parts follow the regulation on correspondence (งานสารบรรณ, B.E. 2526), annex 1: code of the
ministry or province, unit within it, ว for a circular, running number. Universities, hospitals and
local bodies write more parts; real forms stand beside the patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from extractors.letter_number import LetterNumber, NumberMention
from extractors.number_forms import (
    AFTER_KEYWORD,
    ALSO,
    ANY,
    CIRCULAR_ALONE,
    CIRCULAR_ONLY,
    DATED,
    FOUND_ANY,
    FOUND_LETTER,
    FOUND_NO_CODE,
    FOUND_ORDER,
    FOUND_SHORT,
    FOUND_YEARLY,
    LETTER,
    NO_CODE,
    NO_SLASH,
    ORDER,
    REGULAR,
    SPECIAL,
    TYPED_CIRCULAR,
    TYPED_RUNNING,
    TYPED_UNIT,
)
from extractors.number_parts import letter_of, order_of
from pipeline.thai_digits import arabic

_FIGURE = re.compile(r"\d")
_LEADERS = re.compile(r"[\s:.…_]*")
# A number does not end before a slash
_GOES_ON = re.compile(r".(?:[/-][\dก-ฮA-Z]|\.\d)|/[ \t]?\(|/[ก-ฮ]{2,4}\sว\s?\d")
_LETTERS_AND_FIGURES = re.compile(r"(?!ลง|ลว|กม)[ก-ฮA-Z]{2,}[ก-ฮ.]*\s?\d{2}")  # งผ.123
_POINT_READ_AS_COMMA = re.compile(r"(?<=\d{4}),(?=\d{1,3}(?:[./(]|\s?ว))")  # ยส 0009,5/ว 148
_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")  # 13/09/2567: a date
_CIRCULAR = re.compile(r"(?<![ก-๎])ว\s?\.?\s?(?=\d)")  # สอ.ชย. ว 147/2567 | สก.นว. ว.14/2567
_NEAR = 60  # characters from one number to the next that shares its beginning
# เลขที่ 04512, of a certificate | ที่ ง 271, of a section
_BARE = re.compile(r"[\s:.…_]*(?P<figures>(?:[ก-ฮ]\s)?\d{2,7})\s*")
_KEYWORD = re.compile(
    r"\s*(?:เลข)?ที่\s*[:.…_]*\s*|\s*(?:(?:Our\s)?Ref(?:erence)?[\s.:]*)?No[\s.:]*|\s*(?:Our\s)?Ref[\s.:]+",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)  # several rooms ask for the number of a head
def match_number(text: str, start: int = 0) -> NumberMention | None:
    """The number that stands at `start`, after the word ที่ if there is one.

    Made for the place where a number must stand (the head of a letter): it also takes forms that
    would be too bold to look for in running text, such as ศธ 04056.12 or 84/62.
    """
    plain = _POINT_READ_AS_COMMA.sub(".", arabic(text))
    keyword = _KEYWORD.match(plain, start) or _LEADERS.match(plain, start)
    at = keyword.end() if keyword else start
    number: LetterNumber | None = None
    match = ORDER.match(plain, at)
    if match:
        number = order_of(match)
    else:
        match = LETTER.match(plain, at) or NO_SLASH.match(plain, at)
        if match or (match := NO_CODE.match(plain, at)):
            number = letter_of(match)
        elif match := CIRCULAR_ONLY.match(plain, at):
            number = LetterNumber(circular=True, running=match["running"])
        elif match := SPECIAL.match(plain, at):
            number = LetterNumber(other=re.sub(r"\s", "", match.group()))
    if match is None or _GOES_ON.match(plain, match.start() + len(match.group().rstrip()) - 1):
        whole = _other(plain, at)
        if whole and (match is None or re.search(r"\d", plain[match.end() : whole[0].end()])):
            match, number = whole
    if match is None or number is None:
        return None
    end = match.start() + len(match.group().rstrip())
    if number.slash and not number.circular and number.running is None:
        printed = CIRCULAR_ALONE.match(plain, end)  # /ว is printed, what follows is handwriting
        if printed:
            number, end = replace(number, circular=True), printed.end()
    return NumberMention(match.start(), end, text[match.start() : end], number)


def _other(plain: str, at: int) -> tuple[re.Match[str], LetterNumber] | None:
    """A number of no foreseen form: letters with digits, or figures parted by slashes."""
    match = ANY.match(plain, at)
    if match is None or _DAY.fullmatch(match["any"]) or not re.search(r"\d", match["any"]):
        return None
    if not re.search(r"[/-]", match["any"]) and not _LETTERS_AND_FIGURES.match(match["any"]):
        return None
    told = re.sub(r"\s*([/-])\s*", r"\1", " ".join(match["any"].split()))
    if ANY.fullmatch(told) is None or _DAY.fullmatch(told):  # but for its spaces: 0/ขี/
        return None
    if alone := NO_SLASH.fullmatch(told):  # กข0000(: what stands behind it is none of it
        return match, letter_of(alone)
    told, circular = _CIRCULAR.subn("ว ", told)
    if (again := ANY.match(told)) is None or again.end() < len(told):
        return None  # 0/ข ว0: told so it would be read as another
    return match, LetterNumber(other=told, circular=circular > 0)


def bare_number(text: str, start: int) -> NumberMention | None:
    """A number that is figures alone or behind one letter, with nothing behind them: certificates
    and sections count so."""
    found = _BARE.fullmatch(arabic(text), start)
    if found is None:
        return None
    begin, end = found.span("figures")
    return NumberMention(begin, end, text[begin:end], LetterNumber(other=found["figures"]))


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
    # Most lines lack the signs that all numbers of a pattern have: so they are looked for first
    slashed, dated = "/" in plain, "ลง" in plain or "ลว" in plain
    if not (slashed or dated) or not _FIGURE.search(plain):
        return []
    found: dict[int, NumberMention] = {}
    for mention in _with_a_slash(text, plain) if slashed else ():
        found.setdefault(mention.start, mention)
    for match in FOUND_ANY.finditer(plain) if dated else ():
        longer = match_number(text, match.start("any"))
        if longer and (longer.start not in found or longer.end > found[longer.start].end):
            found[longer.start] = longer
    for mention in _orders(FOUND_YEARLY, text, plain) if slashed else ():
        found.setdefault(mention.start, mention)
    for match in FOUND_SHORT.finditer(plain) if found and dated else ():
        before = [one for one in found.values() if one.end <= match.start("number")]
        near = max(before, key=lambda one: one.end, default=None)
        if near and match.start() - near.end < _NEAR and (short := _shares(text, match, near)):
            found.setdefault(short.start, short)
    for first in list(found.values()):
        joined: NumberMention | None = first
        while joined and (joined := _also(text, plain, joined)):
            found.setdefault(joined.start, joined)
    return _apart(found.values())


def _with_a_slash(text: str, plain: str) -> Iterator[NumberMention]:
    """Letters' numbers, then orders', of patterns that may find the same place."""
    for pattern in (AFTER_KEYWORD, FOUND_LETTER):
        for match in pattern.finditer(plain):
            start = match.start("number" if pattern is AFTER_KEYWORD else "code")
            digits = len(re.match(r"\d*", match["unit"]).group())  # type: ignore[union-attr]
            bare = pattern is FOUND_LETTER and match["at"] is None and digits < 4
            if bare and not DATED.match(plain, match.end()):
                continue
            end = match.start() + len(match.group().rstrip())
            yield NumberMention(start, end, text[start:end], letter_of(match))
    for match in FOUND_NO_CODE.finditer(plain):
        start, end = match.start("number"), match.start() + len(match.group().rstrip())
        yield NumberMention(start, end, text[start:end], letter_of(match))
    yield from _orders(FOUND_ORDER, text, plain)


def _orders(pattern: re.Pattern[str], text: str, plain: str) -> Iterator[NumberMention]:
    for match in pattern.finditer(plain):
        start, end = match.span("number")
        if order := ORDER.match(plain, start):
            yield NumberMention(start, end, text[start:end], order_of(order))


def _apart(found: Iterable[NumberMention]) -> list[NumberMention]:
    """The mentions in order, without those that begin within another."""
    kept: list[NumberMention] = []
    for mention in sorted(found, key=lambda one: one.start):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _also(text: str, plain: str, first: NumberMention) -> NumberMention | None:
    """The number that a conjunction joins to another and that leaves out what they share."""
    return _shares(text, match, first) if (match := ALSO.match(plain, first.end)) else None


def _shares(text: str, match: re.Match[str], first: NumberMention) -> NumberMention | None:
    """A number cut short, made whole by the one before it; None if they are of two forms."""
    start, end = match.span("number")
    if match["circular"] is None:
        if first.number.year is None:
            return None
        number = LetterNumber(running=match["running"], year=match["year"])
    elif first.number.circular and first.number.year is None:
        number = replace(first.number, running=match["circular"])
    else:
        return None
    return NumberMention(start, end, text[start:end], number)


@lru_cache(maxsize=1 << 14)  # linking and searching ask again and again about a few
def parse_typed_number(text: str) -> LetterNumber | None:
    """A number as a person types it to find a letter; parts that were not typed are None.

    >>> parse_typed_number("ว 2561")
    LetterNumber(code=None, bracket=None, unit=None, parts=(), circular=True, series=None, \
running='2561', year=None, slash=True, other=None)
    """
    plain = arabic(text).strip().rstrip(".")
    keyword = _KEYWORD.match(plain)
    if keyword:
        plain = plain[keyword.end() :]
    for pattern in (LETTER, ORDER, NO_SLASH):
        match = pattern.fullmatch(plain)
        if match:
            if pattern is ORDER:
                return order_of(match)
            return letter_of(match)
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


@lru_cache(maxsize=1 << 14)
def number_key(value: str) -> str:
    """One key for all ways of writing a number, for looking it up.

    >>> {number_key(n) for n in ("กษ ๐๓๐๒.๔/ว ๒๕๖๑", "กษ0302.4/ว2561", "กษ. 0302.4 / ว. 2561")}
    {'กษ0302.4/ว2561'}
    """
    if plain := REGULAR.fullmatch(value):  # most are, and a fiftieth of the time is enough
        return "".join(plain.groups(""))
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
