"""Numbers of letters and orders, in full or in part, as people type them into a search box.

    มท 0810.7/ว 2563 · มท๐๘๑๐.๗/ว๒๕๖๓ · 0810.7/ว 2563 · ว 2563 · 117/2564 · 117/64
    มท 0810.7 (an office) · 2564

A numeral that stands alone may be a running number, a year, or a word of the text; 12/2564 is the
order 12 of 2564 or December of it. All of these are looked for, the likeliest first.
"""

from __future__ import annotations

import re

from extractors.dates import common_year
from extractors.number import find_numbers, parse_typed_number
from extractors.text.segment import segment
from index.names import date_span
from index.query_dates import Found
from index.query_dates import reading as dated
from index.query_model import Label, Reading

_BEFORE = re.compile(r"^(?:เลข)?ที่\s*")
_KEYWORD = re.compile(r"(?:เลข)?ที่\s*$")
# 0402.5/ว 45 | 0402.5/12 | ว 45 | ว45 | ที่ 12/2566
_FRAGMENT = re.compile(
    r"(?<![ก-๎\d./])(?:(?:เลข)?ที่\s*)?(?:\d[\d.]*\s*/\s*ว\s?\.?\s*\d{1,7}|ว\s?\.?\s*\d{1,7}"
    r"|\d[\d.]*\s*/\s*\d{1,7})(?![\d/])"
)
# มท 0810.7 | ศธ04056: an office, without the number of a letter
_UNIT = re.compile(
    r"(?<![ก-๎\d.])(?P<code>(?!ว)[ก-ฮ](?:\.?[ก-ฮ]){1,3}\.?)\s?(?P<unit>0\d{3,4}(?:\.\d{1,3})*)(?![\d/.])"
)
_BARE = re.compile(r"(?<![\w.,/-])(?:(?:เลข)?ที่\s*)?(?P<digits>\d{1,7})(?![\w./-])")
_ORDER = re.compile(r"(?:(?:เลข)?ที่\s*)?(?P<running>\d{1,5})\s*/\s*(?P<year>\d{4}|\d\d)")


def find_typed_numbers(text: str) -> list[Found]:
    """(start, end, readings) of numbers that cannot be anything else, or hardly; in order."""
    whole = text.strip()
    start = text.find(whole)
    if whole and not whole.isdigit() and parse_typed_number(whole) is not None:
        return [(start, start + len(whole), _readings(whole))]
    found: list[Found] = []
    for mention in find_numbers(text):
        start = _keyword_before(text[: mention.start])
        found.append((start, mention.end, _readings(mention.text)))
    for match in _FRAGMENT.finditer(text):
        if _free(found, match) and parse_typed_number(match.group()) is not None:
            start = _keyword_before(text[: match.start()])
            found.append((start, match.end(), _readings(match.group().strip())))
    for match in _UNIT.finditer(text):
        if _free(found, match):
            found.append((match.start(), match.end(), (_unit(match),)))
    return sorted(found)


def find_bare_numbers(text: str, alone: bool) -> list[Found]:
    """(start, end, readings) of numerals that stand by themselves. `alone`: nothing else was typed,
    so that a numeral is a running number before it is a year."""
    found: list[Found] = []
    for match in _BARE.finditer(text):
        digits = match["digits"]
        running = Reading("running", digits, Label(f"เลขที่ {digits}", f"number {digits}"))
        word = Reading("words", digits, Label("ตัวเลขในเนื้อความ", "a numeral in the text"))
        year = common_year(digits) if len(digits) == 4 else None
        ways = [running]
        if year is not None:
            ways.insert(int(alone), dated((f"{year}-01-01", f"{year}-12-31")))
        found.append((match.start(), match.end(), (*ways, word)))
    return found


def _keyword_before(text: str) -> int:
    """Where the word ที่ or เลขที่ begins with which a text ends, else the end of the text: it is
    no word by itself in คำสั่งสำนักงานเขตพื้นที่ 12/2564, but is in คำสั่งจังหวัดแพร่ที่ 12/2564."""
    match = _KEYWORD.search(text)
    if match is None:
        return len(text)
    word = match.group().rstrip()
    glued = re.search(r"[ก-๎]+$", text[: match.start()])
    if glued and segment(glued.group() + word)[-1] not in (word, "ที่"):
        return len(text)
    return match.start()


def _free(found: list[Found], match: re.Match[str]) -> bool:
    return all(match.end() <= start or end <= match.start() for start, end, _ in found)


def _readings(typed: str) -> tuple[Reading, ...]:
    """A number; written with a short year also with the long one, and m/year also as a month."""
    ways = [_number(typed)]
    unit = _UNIT.fullmatch(_BEFORE.sub("", typed))
    if unit is not None:
        ways.append(_unit(unit))
    order = _ORDER.fullmatch(typed)
    if order is not None:
        running, printed = int(order["running"]), order["year"]
        if len(printed) == 2:
            ways.append(_number(f"{order['running']}/25{printed}"))
        elif 1 <= running <= 12 and (year := common_year(printed)) is not None:
            ways.append(dated(date_span(f"{year}-{running:02}")))
    return tuple(ways)


def _unit(match: re.Match[str]) -> Reading:
    value = f"{match['code'].replace('.', '')} {match['unit']}"
    return Reading("unit", value, Label(f"หน่วยงานรหัส {value}", f"office {value}"))


def _number(typed: str) -> Reading:
    parsed = parse_typed_number(typed)
    shown = parsed.value if parsed else typed
    return Reading("number", typed, Label(f"เลขที่ {shown}", f"number {shown}"))
