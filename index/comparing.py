"""How what a citation names and what a document bears agree: number, date, office and kind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from extractors.number import number_key, parse_typed_number
from extractors.record import Kind
from index.names import date_span, name_key
from pipeline.thai_digits import arabic

_A_FEW = 10  # days: one off, a digit wrong, or the day of receipt for that of issue
_SAME_NAME = 90  # per cent: a name misread by a letter
_LETTERS = frozenset({"external_letter", "memo", "stamped_letter"})
_DIGITS = re.compile(r"\d+")
_NOUGHTS = re.compile(r"(?<![\d.])(?P<noughts>0+)(?=[1-9]\d*\s*(?:/\s*\d{4}\s*)?$)")
_LIKE_AN_ORDER = re.compile(r"\D*\d{1,5}\s*/\s*\d{2,4}[\s.]*")  # told from letters at a glance


def compare_numbers(cited: str | None, printed_key: str | None) -> str:
    """How a number agrees with the key of another: same, digit (one slip apart), other; unknown
    where one is not given."""
    if cited is None or printed_key is None:
        return "unknown"
    key = number_key(cited)
    if key == printed_key:
        return "same"
    if differs_by_one_digit(key, printed_key):
        return "digit"
    written = as_written(cited)
    slip = written != key and differs_by_one_digit(written, printed_key)
    return "digit" if slip else "other"


def as_written(number: str) -> str:
    """The key of a number with the noughts that it begins with: what is left of 1059 without its
    first digit is 059, which no office writes.

    >>> as_written("มท 0810.7/ว 059"), as_written("07/2545"), as_written("มท 0810.7/ว 59")
    ('มท0810.7/ว059', '07/2545', 'มท0810.7/ว59')
    """
    key = number_key(number)
    found = _NOUGHTS.search(arabic(number))
    running = running_of(key) if found else None
    if found is None or running is None:
        return key
    own, slash, year = key.partition("/") if is_order_number(key) else (key, "", "")
    start = own.removesuffix(str(running))
    return key if start == own else f"{start}{found['noughts']}{running}{slash}{year}"


def running_digits(number_key: str) -> str:
    """The running number as it is written.

    >>> running_digits("มท0810.7/ว059"), running_digits("117/2564"), running_digits("ลับ")
    ('059', '117', '')
    """
    part = number_key.split("/")[0] if is_order_number(number_key) else number_key
    found = _DIGITS.findall(part)
    return found[-1] if found else ""


def differs_by_one_digit(one: str, other: str) -> bool:
    """Whether two keys differ by one slip in their digits: one replaced, left out or added, or two
    neighbours changed about.

    >>> differs_by_one_digit("12/2566", "13/2566"), differs_by_one_digit("12/2566", "12/2567")
    (True, False)
    >>> differs_by_one_digit("124/2566", "142/2566")
    True
    """
    if OSA.distance(one, other, score_cutoff=1) != 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    at = min(len(one), len(other)) if at is None else at
    longer = max(one, other, key=len)
    touched = one[at] + other[at] if len(one) == len(other) else longer[at]
    in_year = is_order_number(one) and at > one.index("/")
    return touched.isdigit() and not in_year


def running_of(number_key: str) -> int | None:
    """The running number: of 'มท0810.7/ว2563' 2563, of the order '117/2564' 117.

    >>> running_of("มท0810.7/ว2563"), running_of("117/2564"), running_of("ลับ")
    (2563, 117, None)
    """
    digits = running_digits(number_key)
    return int(digits) if digits else None


def without_digits(number_key: str) -> str:
    """What two keys that differ by a slip in their digits share.

    >>> without_digits("มท0810.7/ว2563")
    'มท./ว'
    """
    return _DIGITS.sub("", number_key)


def is_later(one: str | None, other: str | None) -> bool:
    """Whether all of a date lies behind another; not where one is not given.

    >>> is_later("2021-03-01", "2021-02"), is_later("2021-02-15", "2021-02")
    (True, False)
    """
    if one is None or other is None:
        return False
    return date_span(one)[0] > date_span(other)[1]


def compare_dates(cited: str | None, printed: str | None) -> str:
    """How two dates agree: same day, month where one of them lacks the day, next (one day apart),
    slip (a few days apart, or the same day of another month), year: all in one year; else other;
    unknown where one is not given."""
    if cited is None or printed is None:
        return "unknown"
    if cited == printed:
        return "same" if len(cited) == 10 else "month"
    (start, end), (other_start, other_end) = date_span(cited), date_span(printed)
    if start <= other_end and other_start <= end:
        return "month"
    days = abs((date.fromisoformat(start) - date.fromisoformat(other_start)).days)
    if days == 1:
        return "next"
    if days <= _A_FEW:
        return "slip"
    if cited[:4] != printed[:4]:
        return "other"
    return "slip" if cited[7:] == printed[7:] else "year"


@lru_cache(maxsize=1 << 16)  # offices are few, and their letters many
def compare_issuers(cited: str | None, printed: str | None) -> str:
    """How two names of offices agree: same, close, other; unknown where one is not given."""
    if not cited or not printed:
        return "unknown"
    one, other = _office_key(cited), _office_key(printed)
    if one == other:
        return "same"
    if one in other or other in one or fuzz.ratio(one, other, score_cutoff=_SAME_NAME):
        return "close"
    return "other"


_office_key = lru_cache(maxsize=1 << 14)(name_key)


def offices_like(name: str, offices: Iterable[str]) -> list[str]:
    """Those of many names of offices that `compare_issuers` finds the same or close.

    >>> offices_like("จังหวัดแพร่", ("จังหวัด แพร่", "กรมที่ดิน", "สำนักงานคลังจังหวัดแพร่"))
    ['จังหวัด แพร่', 'สำนักงานคลังจังหวัดแพร่']
    """
    own = _office_key(name)
    keys = {office: _office_key(office) for office in offices}
    found = [office for office, key in keys.items() if own in key or key in own]
    near = process.extract(own, keys, scorer=fuzz.ratio, score_cutoff=_SAME_NAME, limit=None)
    return list(dict.fromkeys((*found, *(office for _, _, office in near))))


@lru_cache(maxsize=1 << 14)  # asked of one number again and again while its citation is weighed
def is_order_number(number: str | None) -> bool:
    """Whether it is a number such as 84/2562, which many offices give every year."""
    if not number or not _LIKE_AN_ORDER.fullmatch(number):
        return False
    parsed = parse_typed_number(number)
    return parsed is not None and parsed.code is None and parsed.year is not None


def kinds_clash(cited: Kind | None, printed: Kind) -> bool:
    """Whether a letter is cited and the document is an order, or the other way round."""
    if cited is None or "other" in (cited, printed):
        return False
    return (cited in _LETTERS) != (printed in _LETTERS) or (
        cited not in _LETTERS and cited != printed
    )
