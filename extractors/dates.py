"""Dates as official letters write them, read into ISO dates.

Thai or Arabic digits, full or short months, Buddhist or Common Era, a day left blank. A year of
four digits from 2484 to 2699 is Buddhist (543 ahead; before 2484 the year began in April, so such
years are not converted), one from 1900 to 2200 Common; two digits are the end of a Buddhist year
of the 2500s. A date that no calendar holds is reported as doubt, never bent into one that exists.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz, process

from extractors.spelt_date import find_spelt
from pipeline.thai_digits import arabic
from pipeline.thai_months import MONTHS, SHORT_MONTHS

_SHORT = tuple(month.replace(".", "") for month in SHORT_MONTHS)
_ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_BUDDHIST_FROM = 50  # of two digits behind an English month, those that are a year of the 2500s

Precision = Literal["day", "month", "none"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date found in a text: `text[start:end]`.

    `value` is ISO ('2021-02-15'; '2021-02' where the day is left blank), None with precision
    'none' for a date that cannot be; `note` says the doubt in words.
    """

    start: int
    end: int
    text: str
    value: str | None
    precision: Precision
    note: str | None = None


def _short_pattern(short: str) -> str:
    """มี.ค. | มี.ค | มีค. | มี. ค."""
    return re.escape(short[:-1]) + r"\s?\.?\s?" + short[-1] + r"(?![ก-๎])\.?"


_MONTH_NUMBERS: dict[str, int] = {}
for _index, (_full, _short, _english) in enumerate(
    zip(MONTHS, _SHORT, _ENGLISH, strict=True), start=1
):
    for _name in (_full, _short, _english.lower(), _english[:3].lower(), _english[:4].lower()):
        _MONTH_NUMBERS[_name] = _index

_GAP = r"[\s.…·_]*"  # dotted leaders: วันที่.....๒๒.....เดือน.....ก.พ.....
# The first letter is easily misread: บุทธศักราช
_ERA = r"(?:(?P<era>[ก-ฮ]?ุ?ทธศักราช|คริสต์ศักราช|พ\s?\.?\s?ศ|ค\s?\.?\s?ศ)\s?\.?)?"
_YEAR = r"(?P<year>\d{4}|\d{2})(?![\d/])"
THAI_MONTH = "|".join([*MONTHS, *(_short_pattern(short) for short in _SHORT)])
_ENGLISH_MONTH = "|".join(rf"{name}|{name[:3]}\.?|{name[:4]}\.?" for name in _ENGLISH)
# 2 0 ต.ค. 2568: a dater sets its figures apart, on a line of their own or behind วันที่
_APART = r"(?:^\s*|(?<=วันที่ )|(?<=วันที่))"
_DAY = rf"(?<!\d)(?<!\d[.,/])(?P<day>\d{{1,2}}|{_APART}[0-3] \d)(?!\d)"

# All patterns run over text with Arabic digits, and none is without the two of a year.
_YEAR_ENDS = re.compile(r"\d\d")
_PATTERNS = (
    # 9 กันยายน 2565 | 22 ก.พ. 64 | 25 เดือน เมษายน พ.ศ. 2564 | กุมภาพันธ์ พ.ศ. 2564
    re.compile(
        rf"(?:{_DAY}{_GAP})?(?:เดือน{_GAP})?(?P<month>{THAI_MONTH}){_GAP}(?:-\s?(?=25\d\d(?!\d)))?"
        rf"{_ERA}{_GAP}['’‘]?{_YEAR}"
    ),
    # 12/ม.ค./2567 | 12-ม.ค.-67
    re.compile(rf"{_DAY}\s?([/-])\s?(?P<month>{THAI_MONTH})\s?\2\s?{_YEAR}"),
    # 15 กุมภาพนธ์ 2564: a full month misread by a letter or two
    re.compile(rf"{_DAY}\s*(?P<month>[ก-ฮเ-ไ][ก-๎]{{4,11}})\s*{_ERA}\s*(?P<year>2[45]\d\d)(?!\d)"),
    # 5 เดือน 3 พ.ศ. 2566
    re.compile(
        rf"{_DAY}{_GAP}เดือน{_GAP}(?P<month>\d{{1,2}}){_GAP}(?P<era>พ\s?\.?\s?ศ)\s?\.?{_GAP}{_YEAR}"
    ),
    # 15 February 2021 | 15th Feb. 2021 | 15th day of February B.E. 2564 | 15-Feb-2021
    re.compile(
        rf"{_DAY}(?:st|nd|rd|th)?(?:\s+day\s+of)?(?:\s+|-)(?P<month>{_ENGLISH_MONTH})(?:,?\s+|-)"
        r"(?:B\.?E\.?\s*|A\.?D\.?\s*)?(?P<year>\d{4})(?!\d)",
        re.I,
    ),
    # 15 Mar 24 | 15 Mar 67
    re.compile(
        rf"{_DAY}(?:\s+|-)(?P<month>{_ENGLISH_MONTH})(?:\s+|-)['’‘]?(?P<short>\d{{2}})(?![\d/:.])",
        re.I,
    ),
    # February 15, 2021
    re.compile(
        rf"\b(?P<month>{_ENGLISH_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+"
        r"(?:B\.?E\.?\s*|A\.?D\.?\s*)?(?P<year>\d{4})(?!\d)",
        re.I,
    ),
    # 13/09/67 | 13/9/2567
    re.compile(r"(?<![\d/.])(?P<day>\d{1,2})\s?/\s?(?P<month>\d{1,2})\s?/\s?" + _YEAR),
    # 13-09-2567 | 13.9.2567
    re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})([.-])(?P<month>\d{1,2})\2(?P<year>\d{4})(?![\d/-])"),
    # 2021-02-15
    re.compile(r"(?<![\d/.-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])"),
)
# ๖ กุมภาพันธ์ พ.ค. ๒๕๖๓: behind a month in full a second one is the era, of which a stroke was lost
_WORN_ERA = re.compile(
    rf"(?:{'|'.join(MONTHS)})\s*พ\s?\.\s?(?P<worn>[คตกดสย])(?=\s?\.?\s*2[45]\d\d)"
)
# In their order what all has that they find: looked for first, since most texts lack most of it.
_LATIN = "[AEOUaeou]"  # of every month
_SIGNS = tuple(
    map(
        re.compile,
        ("[คพย]", "[/-]", r"2[45]\d\d", "เดือน", _LATIN, _LATIN, _LATIN, "/", "[.-]", "-"),
    )
)
_SPELT_SIGN = "สองพันห้าร้อย"


def _month(text: str) -> tuple[int | None, str | None]:
    """The month's number, and a note if its name had to be guessed from a misreading."""
    if text.isdigit():
        return int(text), None
    bare = re.sub(r"[\s.]", "", text).lower()
    if bare in _MONTH_NUMBERS:
        return _MONTH_NUMBERS[bare], None
    near = process.extractOne(bare, MONTHS, scorer=fuzz.ratio, score_cutoff=80)
    if near is None:
        return None, None
    return MONTHS.index(near[0]) + 1, f"month read as {text}, taken for {near[0]}"


def month_number(text: str) -> int | None:
    """The number of a month as `THAI_MONTH` finds it: มีนาคม, มี.ค., มีค."""
    return _month(text)[0]


def common_year(year: str, era: str | None = None) -> int | None:
    """The year of the Common Era; None if it is neither that nor a Buddhist year we convert."""
    number = int(year)
    if len(year) == 2:
        return 2500 + number - 543
    if 2484 <= number <= 2699 and not (era or "").startswith("ค"):
        return number - 543
    if 1900 <= number <= 2200 and not (era or "").startswith("พ"):
        return number
    return None


def _read(match: re.Match[str], text: str) -> DateMention | None:
    groups = match.groupdict()
    month, note = _month(groups["month"])
    if month is None:
        return None
    if short := groups.get("short"):  # 15 Mar 24 counts as its language does, 15 Mar 67 cannot
        groups["year"] = f"20{short}" if int(short) < _BUDDHIST_FROM else short
        note = f"year read as {short}, taken for {groups['year']}"
    if len(groups["year"]) == 2 and groups["day"] is None:
        return None  # กุมภาพันธ์ 10 …: not a year
    start = min(
        match.start(part)
        for part in ("day", "month", "year")
        if groups[part] and part in match.re.groupindex
    )
    end = match.end()
    year = common_year(groups["year"], groups.get("era"))
    printed = text[start:end]
    if year is None or not 1 <= month <= 12:
        if groups["month"].isdigit():
            return None  # 1/22/2564: more likely not a date at all
        return DateMention(start, end, printed, None, "none", "the year cannot be right")
    if groups["day"] is None:
        return DateMention(start, end, printed, f"{year}-{month:02}", "month", note)
    day = int("".join(groups["day"].split()))
    if not 1 <= day <= monthrange(year, month)[1]:
        return DateMention(start, end, printed, None, "none", "no such day in the calendar")
    return DateMention(start, end, printed, f"{year}-{month:02}-{day:02}", "day", note)


def find_dates(text: str) -> list[DateMention]:
    """All dates of a text in order, words such as วันที่ and ลงวันที่ left out.

    >>> [date.value for date in find_dates("ลงวันที่ ๙ กันยายน ๒๕๖๕ และ ก.ย. ๒๕๖๕")]
    ['2022-09-09', '2022-09']
    """
    return list(_dates_of(text))


@lru_cache(maxsize=64)  # each request of a paragraph asks for its dates
def _dates_of(text: str) -> tuple[DateMention, ...]:
    plain = arabic(text)
    if not _YEAR_ENDS.search(plain) and _SPELT_SIGN not in plain:
        return ()
    for worn in _WORN_ERA.finditer(plain):
        plain = plain[: worn.start("worn")] + "ศ" + plain[worn.end() :]
    kept: list[DateMention] = []
    for sign, pattern in zip(_SIGNS, _PATTERNS, strict=True):
        for match in pattern.finditer(plain) if sign.search(plain) else ():
            mention = _read(match, text)
            if mention is None:
                continue
            if all(mention.end <= other.start or other.end <= mention.start for other in kept):
                kept.append(mention)
    bare = any(one.precision == "month" for one in kept)  # its day may be spelt before it
    spelt = list(_spelt_out(plain, text)) if bare or _SPELT_SIGN in plain else []
    kept = [one for one in kept if all(one.end <= o.start or o.end <= one.start for o in spelt)]
    kept += spelt
    return tuple(sorted(kept, key=lambda mention: mention.start))


def _spelt_out(plain: str, text: str) -> Iterator[DateMention]:
    for start, end, day, name, year in find_spelt(plain):
        month = _month(name)[0]
        if month and 1 <= day <= monthrange(year - 543, month)[1]:
            value = f"{year - 543}-{month:02}-{day:02}"
            yield DateMention(start, end, text[start:end], value, "day")


def parse_date(text: str) -> str | None:
    """The first date of a text as ISO, None if it has none that can be."""
    return next((date.value for date in find_dates(text) if date.value), None)


_WEEKDAY = "(?:อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์)"
# What may stand around a date on its line: วันที่ .. | พฤหัสบดีที่ .. | วัน/เดือน/ปี .. | (…) | Date:
_AROUND = re.compile(
    rf"^[\s.…_\-–]*(?:(?:ณ\s?)?(?:วัน(?:{_WEEKDAY})?|{_WEEKDAY})ที่|วัน\s?/?\s?เดือน\s?/?\s?ปี|Date\s?:?)"
    r"|เดือน|[\s.…_\-–()\[\]:\"“”'‘’]",
    re.IGNORECASE,
)


_ASIDE = re.compile(r"\s*\([ก-๎ ]{3,40}\)\s*$")  # วันที่ ๑๖ มกราคม ๒๕๖๘ (วันครูแห่งชาติ)
_HOUR = re.compile(r"\s*เวลา\s*[\d๐-๙]{1,2}\s?[.:]\s?[\d๐-๙]{2}\s*(?:น\.?|นาฬิกา)?\s*$")
_MISREAD_DAY = re.compile(r"[\d๐-๙]?[ัิ-ฺ็-๎]{1,2}[/|)(\\]*")  # a mark that no figure bears


def is_date_line(text: str) -> bool:
    """Whether a line is nothing but a date, with วันที่ and leaders at most; its day may be misread,
    as a seal over it does: ๒ู มิถุนายน ๒๕๖๘ //

    >>> is_date_line("วันที่ ..๙.. กันยายน ๒๕๖๕"), is_date_line("ภายในวันที่ ๙ กันยายน ๒๕๖๕")
    (True, False)
    >>> is_date_line('"๑๑ กรกฎาคม ๒๕๖๗')  # a fleck of the paper
    True
    """
    for date in find_dates(text)[:1]:
        rest = text[: date.start] + text[date.end :]
        around = _AROUND.sub("", rest)
        return not around or (date.precision == "month" and bool(_MISREAD_DAY.fullmatch(around)))
    return False


def is_issued(text: str) -> bool:
    """Whether a line is the day and perhaps the hour at which news or a statement is given out.

    >>> is_issued("๑๙ กุมภาพันธ์ ๒๕๖๗ เวลา ๑๘.๐๐ น."), is_issued("เริ่มประชุมเวลา ๑๘.๐๐ น.")
    (True, False)
    """
    return is_date_line(_HOUR.sub("", _ASIDE.sub("", text)))
