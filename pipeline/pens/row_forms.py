"""What a pen writes whole in the heads of papers: days with their months, numbers with letters.

The forms are those of the regulation on correspondence (งานสารบรรณ, B.E. 2526), as `header_lines`
has them, without the spaces, which the reader of letters does not see.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from pipeline.pens.row_grammar import (
    Grammar,
    Part,
    any_of,
    in_turn,
    maybe,
    one_of,
    times,
    word,
    words,
)
from pipeline.thai_digits import ARABIC, THAI
from pipeline.thai_months import MONTHS, SHORT_MONTHS

# ฃ and ฅ are not written any more, ฤ and ฦ begin no name of an office
CODE_LETTERS = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"


@cache
def day(digits: str, years: tuple[str, ...] = ()) -> Grammar:
    """๒๔ พฤษภาคม ๒๕๖๘ | วันที่ ๗ เดือน ส.ค. พ.ศ. ๖๙ | ๕/๑๑/๖๙, in these digits, 0 first; of `years`
    ("2568") alone, where they are known."""
    d = digits
    year = _year_of(d, years) if years else _year(d)
    named = in_turn(maybe(word("เดือน")), _month(), year)
    of_year = any_of(
        in_turn(maybe(one_of(d[0])), one_of(d[1:])), in_turn(one_of(d[1]), one_of(d[:3]))
    )
    slashed = in_turn(one_of("/"), of_year, one_of("/"), year)
    return Grammar.of(in_turn(maybe(word("วันที่")), _of_month(d), any_of(named, slashed)))


@cache
def day_between_strokes(digits: str, years: tuple[str, ...]) -> Grammar:
    """22/ก.ค./67, in these digits, 0 first, and of these years."""
    stroke = one_of("/")
    return Grammar.of(in_turn(_of_month(digits), stroke, _month(), stroke, _year_of(digits, years)))


@cache
def month() -> Grammar:
    """สิงหาคม between a printed day and a printed year."""
    return Grammar.of(_month())


@cache
def month_and_year(digits: str) -> Grammar:
    return Grammar.of(in_turn(_month(), _year(digits)))


@cache
def number(digits: str) -> Grammar:
    """ศธ ๐๔๒๕๗.๐๕/ว ๑๒ | วก ๑๑๘ | สก.ทร. ๓๔/๒๕๖๗ | ๓๘/๒๕๖๙ | พิเศษ/๕๔, in these digits."""
    letter, figure, stroke = one_of(CODE_LETTERS), one_of(digits), one_of("/")
    counted = one_of(digits[1:])
    short = times(letter, 1, 3)
    bracketed = in_turn(one_of("("), times(any_of(letter, one_of(".")), 1, 4), one_of(")"))
    units = in_turn(times(in_turn(times(letter, 1, 4), one_of(".")), 1, 3), maybe(bracketed))
    office = in_turn(any_of(short, units, in_turn()), maybe(bracketed))
    unit = in_turn(one_of("("), any_of(times(figure, 1, 2), times(letter, 1, 3)), one_of(")"))
    code = in_turn(
        times(figure, 3, 5),
        times(in_turn(one_of("."), times(figure, 1, 3)), 0, 3),
        maybe(in_turn(unit, maybe(in_turn(one_of("."), times(figure, 1, 2))))),
    )
    running = any_of(
        in_turn(maybe(any_of(in_turn(letter, maybe(one_of("."))), _in_brackets(letter))), figure),
        word("พิเศษ"),
    )
    running = any_of(in_turn(running, times(figure, 0, 4)), running)
    year = _year(digits)
    lettered = any_of(in_turn(short, maybe(bracketed)), units)
    return Grammar.of(
        any_of(
            in_turn(office, code, stroke, running),
            in_turn(lettered, counted, times(figure, 1, 4)),
            in_turn(lettered, counted, times(figure, 0, 3), stroke, year),
            in_turn(counted, times(figure, 0, 3), stroke, year),
            in_turn(short, word("พิเศษ"), stroke, counted, times(figure, 0, 3)),
        )
    )


def _in_brackets(letter: Part) -> Part:
    return in_turn(one_of("("), letter, one_of(")"))


def _of_month(d: str) -> Part:
    return any_of(
        in_turn(maybe(one_of(d[0])), one_of(d[1:])),
        in_turn(one_of(d[1:3]), one_of(d)),
        in_turn(one_of(d[3]), one_of(d[:2])),
    )


def _month() -> Part:
    bare = [name.removesuffix(".") for name in SHORT_MONTHS]  # a point is soon lost
    pointless = [name.replace(".", "") for name in SHORT_MONTHS]
    return words([*MONTHS, *SHORT_MONTHS, *bare, *pointless])


def _year(digits: str) -> Part:
    of_now = in_turn(one_of(digits[4:8]), one_of(digits))
    century = in_turn(one_of(digits[2]), one_of(digits[5]))
    return in_turn(maybe(word("พ.ศ.")), maybe(century), of_now)


def _year_of(digits: str, years: tuple[str, ...]) -> Part:
    told = ["".join(digits[int(figure)] for figure in year) for year in years]
    return in_turn(maybe(word("พ.ศ.")), words([*told, *(year[2:] for year in told)]))


def spaced_day(text: str) -> str:
    """A day as it is printed.

    >>> spaced_day("๒๔พฤษภาคม๒๕๖๘"), spaced_day("๗เดือนสคพ.ศ.๖๙")
    ('๒๔ พฤษภาคม ๒๕๖๘', '๗ เดือน ส.ค. พ.ศ. ๖๙')
    """
    found = re.fullmatch(r"(วันที่)?(\d*)(เดือน)?([^\d]+?)(พ\.ศ\.)?(\d*)", text)
    if found is None:
        return text
    label, own, of_month, name, era, year = found.groups()
    parts = (label, own, of_month, _as_spelt(name), era, year)
    return " ".join(part for part in parts if part)


def _as_spelt(name: str) -> str:
    same = (one for one in SHORT_MONTHS if one.replace(".", "") == name.replace(".", ""))
    return name if name in MONTHS else next(same, name)


def spaced_number(text: str) -> str:
    """A number as it is printed.

    >>> [spaced_number(one) for one in ("ศธ๐๔๒๕๗.๐๕/ว๑๒", "กบ.๕๔๗", "กษ(สกช)๐๓๓๘.๕/(ค)๕๘๓")]
    ['ศธ ๐๔๒๕๗.๐๕/ว ๑๒', 'กบ.๕๔๗', 'กษ (สกช) ๐๓๓๘.๕/(ค) ๕๘๓']
    >>> [spaced_number(one) for one in ("ตชพิเศษ/๕๔", "ง.(ก)๘๓๔", "สก.ทร.๓๔/๒๕๖๗")]
    ['ตช พิเศษ/๕๔', 'ง.(ก) ๘๓๔', 'สก.ทร. ๓๔/๒๕๖๗']
    """
    text = re.sub(r"^([ก-ฮ]+)(?=[\d(]|พิเศษ)", r"\1 ", text)
    text = re.sub(r"^([ก-ฮ. ]+\([ก-ฮ.]+\)|(?:[ก-ฮ]+\.){2,})(?=\d)", r"\1 ", text)
    return re.sub(r"/(ว\.?|[ก-ฮ]|\([ก-ฮ]\))(?=\d)", r"/\1 ", text)


Spaced = Callable[[str], str]
KINDS = (THAI, ARABIC)
