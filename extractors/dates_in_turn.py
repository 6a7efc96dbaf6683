"""Days that several numbers bear in turn: ที่ … และที่ … ลงวันที่ ๒๐ และ ๒๖ กรกฎาคม ๒๕๖๗ ตามลำดับ."""

from __future__ import annotations

import re

from extractors.dates import find_dates
from pipeline.thai_digits import arabic

_DATED = re.compile(r"\s*,?\s*(?:ฉบับ)?(?:ลงวันที่|ลว\.?|ลง)\s*")
_AND = re.compile(r"\s*(?:,|และ|กับ)\s*(?:(?:ลง)?วันที่\s*)?")
_DAY = re.compile(r"(?P<day>\d{1,2})(?=\s*(?:,|และ|กับ)\s*\d)")


def days_in_turn(text: str, start: int) -> tuple[list[str], int]:
    """The days (ISO) that a list of dates at `start` tells, and where it ends; none if no list.

    A day without month and year has those of the date behind it.

    >>> days_in_turn("ลงวันที่ ๒๐ และ ๒๖ กรกฎาคม ๒๕๖๗ ตามลำดับ", 0)
    (['2024-07-20', '2024-07-26'], 31)
    """
    plain = arabic(text)
    dated = _DATED.match(plain, start)
    if dated is None:
        return [], start
    days: list[str] = []
    waiting: list[int] = []
    end = at = dated.end()
    while True:
        if day := _DAY.match(plain, at):
            waiting.append(int(day["day"]))
            end = day.end()
        else:
            date = next(iter(find_dates(text[at : at + 40])), None)
            if date is None or date.start or date.precision != "day" or date.value is None:
                break
            days += [f"{date.value[:8]}{one:02}" for one in waiting] + [date.value]
            waiting, end = [], at + date.end
        joined = _AND.match(plain, end)
        if joined is None:
            break
        at = joined.end()
    return (days, end) if len(days) > 1 and not waiting else ([], start)
