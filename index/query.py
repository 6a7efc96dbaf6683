"""What people type into a search box: numbers, dates, words, "phrases", in any mix and order.

    ว 321 · กค0402.5/ว45 · ที่ ๑๒/๒๕๖๖ · ๙ มิถุนายน ๒๕๖๖ · 9 มิ.ย. 66 · มิ.ย. 2566 · 2566
    คณะกรรมการ "การเบิกจ่ายเงิน" มิ.ย. 2566

All that is typed must hold. A bare number may be a year, a running number or a word of the text;
any of the three will do.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from extractors.dates import common_year, find_dates
from extractors.digits import arabic
from extractors.number import find_numbers, parse_typed_number
from index.analysis import smallest_words, words
from index.names import date_span
from pipeline.errors import BadQuery

LONGEST = 400  # characters

_QUOTED = re.compile('["“”„«]([^"“”„«»]*)["“”»]')
_QUOTE = re.compile('["“”„«»]')
_BEFORE_DATE = re.compile(r"(?:(?:ลง)?วันที่|ลว\.?|เมื่อ|เดือน)\s*$")
# 0402.5/ว 45 | 0402.5/12 | ว 45 | ว45 | ที่ 12/2566
_FRAGMENT = re.compile(
    r"(?<![ก-๎\d./])(?:ที่\s*)?(?:\d[\d.]*\s*/\s*ว\s?\.?\s*\d{1,7}|ว\s?\.?\s*\d{1,7}"
    r"|\d[\d.]*\s*/\s*\d{1,7})(?![\d/])"
)
_BARE = re.compile(r"(?<![\w.,/-])\d{1,7}(?![\w./-])")
_YEAR_WORD = re.compile(r"(?:ปี\s*)?(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?)\s*(?=\d{4})")


@dataclass(frozen=True, slots=True)
class Bare:
    """A number that stands alone: a running number, or a year if `year` spans one."""

    digits: str
    year: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Query:
    """A query in its parts. `dates` are spans of ISO days, both ends included; `words` are
    those of the analyzer, compounds whole; `typed` is what to show in a passage."""

    raw: str
    numbers: tuple[str, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    bare: tuple[Bare, ...] = ()
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()


def parse_query(raw: str) -> Query:
    """Read what was typed. Raises BadQuery: `query_too_long`, or `query_empty` where there is
    neither letter nor digit to look for."""
    if len(raw) > LONGEST:
        raise BadQuery(
            f"The query has {len(raw)} characters; shorten it to {LONGEST}.", code="query_too_long"
        )
    text = _plain(raw)
    phrases: list[str] = []

    def quoted(match: re.Match[str]) -> str:
        phrases.append(match[1].strip())
        return " "

    text = _QUOTE.sub(" ", _QUOTED.sub(quoted, text))
    text, dates = _take_dates(text)
    text, numbers = _take_numbers(text)
    text, bare = _take_bare(text)
    phrases = [phrase for phrase in phrases if smallest_words(phrase)]
    query = Query(
        raw=raw,
        numbers=tuple(dict.fromkeys(numbers)),
        dates=tuple(dict.fromkeys(dates)),
        bare=tuple(dict.fromkeys(bare)),
        words=tuple(dict.fromkeys(words(text))),
        phrases=tuple(dict.fromkeys(phrases)),
        typed=tuple(dict.fromkeys((*phrases, *text.split()))),
    )
    if not (query.numbers or query.dates or query.bare or query.words or query.phrases):
        raise BadQuery("Type a word, a number or a date to look for.", code="query_empty")
    return query


def _plain(raw: str) -> str:
    """One line of plain characters: no control or invisible ones, digits Arabic."""
    kept = (
        " " if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") else character
        for character in unicodedata.normalize("NFC", raw)
    )
    return arabic(" ".join("".join(kept).split()))


def _take_dates(text: str) -> tuple[str, list[tuple[str, str]]]:
    spans: list[tuple[str, str]] = []
    for mention in reversed(find_dates(text)):
        if mention.value is None:
            continue
        spans.append(date_span(mention.value))
        before = _BEFORE_DATE.sub("", text[: mention.start])
        text = f"{before} {text[mention.end :]}"
    return text, spans[::-1]


def _take_numbers(text: str) -> tuple[str, list[str]]:
    whole = text.strip()
    if not whole.isdigit() and parse_typed_number(whole) is not None:
        return "", [whole]
    numbers: list[str] = []
    for mention in reversed(find_numbers(text)):
        numbers.append(mention.text)
        before = text[: mention.start].rstrip().removesuffix("ที่")
        text = f"{before} {text[mention.end :]}"

    def fragment(match: re.Match[str]) -> str:
        if parse_typed_number(match.group()) is None:
            return match.group()
        numbers.append(match.group().strip())
        return " "

    return _FRAGMENT.sub(fragment, text), numbers


def _take_bare(text: str) -> tuple[str, list[Bare]]:
    found: list[Bare] = []

    def bare(match: re.Match[str]) -> str:
        digits = match.group()
        year = common_year(digits) if len(digits) == 4 else None
        found.append(Bare(digits, (f"{year}-01-01", f"{year}-12-31") if year else None))
        return " "

    return _BARE.sub(bare, _YEAR_WORD.sub("", text)), found
