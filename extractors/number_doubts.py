"""What makes a number that was read doubtful, in words for a clerk."""

from __future__ import annotations

import re
from functools import cache

from extractors.letter_number import LetterNumber
from extractors.text import table

_NO_RUNNING = "the running number is left blank, written by hand or was not read"
_NO_SLASH = "no slash was read; the running number may be missing"
_MIXED = "Thai and Arabic digits stand in one number; one of them may be misread"
_APART = "figures of the number stand apart; what was between them may not have been read"
_OTHER = "the regulation on correspondence knows no number of this form; compare it with the page"
_UNKNOWN = "the code {code} is in no list of letter codes"
_TOO_LONG = "offices of {code} have no such five figures; a full point may not have been read"
_NO_DOT = "letters of an office's own end in a full point, which may not have been read"
_UNPARTED = re.compile(r"(?P<code>[ก-ฮ]{2})\.?\s?\d{6,}")  # อต 52004681
_CUT_YEAR = "of the year only two figures were read; it may be cut"
_CUT = frozenset({"24", "25"})  # what a year of the era begins with
_OWN_LETTERS, _YEAR = re.compile("[ก-ฮ]{3,5}"), re.compile(r"25\d\d")
_LOCAL = re.compile("[5-9]")  # what the five figures of a province's local bodies begin with


@cache
def known_codes() -> frozenset[str]:
    """The codes of ministries, agencies and provinces (annex 1 of the regulation)."""
    return frozenset((*table.column("ministries", "code"), *table.column("provinces", "code")))


@cache
def _long_codes() -> frozenset[tuple[str, str]]:
    return frozenset((row["code"], row["begins"]) for row in table.rows("long_codes"))


def doubt_of_number(number: LetterNumber, printed: str) -> str | None:
    """Why a number may be wrong; None if nothing speaks against it.

    >>> doubt_of_number(LetterNumber("มท", None, "0810.7", running="12"), "มท ๐๘๑๐.๗/12")
    'Thai and Arabic digits stand in one number; one of them may be misread'
    """
    if not number.slash or lacks_stroke(number):
        return _NO_SLASH
    if not (number.running or "").strip("0") and number.other is None:
        return _NO_RUNNING  # no paper is the noughth: figures behind the nought were not read
    if has_two_kinds(printed):
        return _MIXED
    if re.search(r"[0-9๐-๙]\s+[0-9๐-๙]", printed):
        return _APART
    if has_cut_year(number):
        return _CUT_YEAR
    if number.other is not None:
        return _OTHER
    code = (number.code or "").strip()
    if code and not code.endswith(".") and code not in known_codes() and len(code) <= 2:
        return _UNKNOWN.format(code=number.code)
    if lacks_dot(number):
        return _NO_DOT
    return _TOO_LONG.format(code=code) if is_too_long(number) else None


def lacks_letters(number: LetterNumber) -> bool:
    """Whether a code of five figures and a part stands without letters: 07078.05/48 of ศธ."""
    return re.fullmatch(r"\d{5}\.\d+/\d+", number.other or "") is not None


def has_two_kinds(printed: str) -> bool:
    """Whether Thai and Arabic digits stand in one number: 9 behind ๐๓๓๘.๕/ was made of a ว."""
    return re.search("[0-9]", printed) is not None and re.search("[๐-๙]", printed) is not None


def has_cut_year(number: LetterNumber) -> bool:
    """Whether an order's year is the beginning of one: ๑๗/๒๕ for ๑๗/๒๕๖๘."""
    return number.year in _CUT


def lacks_stroke(number: LetterNumber) -> bool:
    """Whether more figures follow a known code than any has: the stroke among them was not read."""
    found = _UNPARTED.fullmatch(number.other or "")
    return found is not None and found["code"] in known_codes()


def lacks_dot(number: LetterNumber) -> bool:
    """Whether three letters and more stand without a full point before a number counted by the
    year, as those do that an office gave itself: กมน 224/2567 for กมน. 224/2567."""
    own = _OWN_LETTERS.fullmatch((number.code or "").strip()) is not None
    of_year = _YEAR.fullmatch(number.year or number.running or "") is not None
    return own and of_year and "." not in (number.unit or "")


def is_too_long(number: LetterNumber) -> bool:
    """Whether five figures stand where offices of this code have four: กษ 03024 for กษ 0302.4."""
    code, unit = (number.code or "").strip(), number.unit or ""
    if re.match(r"\d{5}(?!\d)", unit) is None or code not in known_codes():
        return False
    if code in table.column("provinces", "code"):
        return _LOCAL.match(unit) is None
    return not any(code == long and unit.startswith(begins) for long, begins in _long_codes())
