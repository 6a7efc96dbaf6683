"""When a stamp on a page may have been pressed: on the letter's own day, or soon after.

The letter's day is print in its head, or half of it is: pens fill in a day before a printed month.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date

from pipeline.models import Line, Page
from pipeline.pens.header_lines import SURE
from pipeline.pens.read_apart import single_lines
from pipeline.stamps.labels import parts_named
from pipeline.thai_digits import arabic
from pipeline.thai_months import MONTHS, SHORT_MONTHS
from pipeline.word_places import word_places

_TOP = 0.5  # of the page, in which a letter bears its date
_SHORT = tuple(re.escape(month) for month in SHORT_MONTHS)
# ๒ มีนาคม ๒๕๖๙ | วันที่ ๑๖ ม.ค. ๒๕๖๗ | ..... สิงหาคม ๒๕๕๙ | 9 R สิงหาคม ๒๕๕๙, whose day a pen filled
# in; cited dates say ลงวันที่, those of stamps stand behind dots
_OWN = re.compile(
    r"(?P<before>^|(?<![ก-๎])วันที(?:่|(?!่))(?!\s?\.\.))[\W_]*"
    r"(?P<day>\d{1,2}(?=[\W_]))?(?P<part>[^ก-๎]{0,6})(?:เดือน\s*)?"
    rf"(?P<month>{'|'.join((*MONTHS, *_SHORT))})\s*(?:พ\.ศ\.)?\s*(?P<year>2[45]\d\d)[\W_]*$"
)
_YEAR = re.compile(r"(?<!\d)25[3-9]\d(?!\d)")
# Days from the letter's to the stamp's: at most so many, and how likely each of them is beside
# that of the first week.
_DELAYS = ((7, 1.0), (21, 0.4), (45, 0.12), (366, 0.01))
_MONTH = 31  # days among which the letter's may be before each counts less


@dataclass(frozen=True, slots=True)
class LetterDay:
    """The letter's day: between `first` and `last`, which are one if its day was read."""

    first: date
    last: date

    def weight(self, day: date) -> float:
        """How likely a stamp is of a day, beside the likeliest; 0 before the letter's and late."""
        if day < self.first:
            return 0.0
        late = max(0, (day - self.last).days)
        near = next((weight for most, weight in _DELAYS if late <= most), 0.0)
        return near * min(1.0, _MONTH / ((self.last - self.first).days + 1))


def letter_day(page: Page) -> LetterDay | None:
    """The day in the head of a page, or that alone on a line below; else the year that the page
    tells most often; None if it tells none."""
    found = [(line, told) for line in (*page.lines, *_dated(page)) if (told := _own(line))]
    # Daters and memos shorten months; letters under a seal bear their day at the foot.
    found.sort(key=lambda one: (one[0].box.top >= _TOP, one[1]["month"] in SHORT_MONTHS))
    for line, told in found[:1]:
        year, name = int(told["year"]) - 543, told["month"]
        month = (MONTHS.index(name) if name in MONTHS else SHORT_MONTHS.index(name)) + 1
        last = monthrange(year, month)[1]
        day = int(told["day"] or 0)
        sure = not told["part"].strip(" .…_") and 1 <= day <= last
        if sure and _is_print(line, told.start("day"), told.end("day")):
            return LetterDay(date(year, month, day), date(year, month, day))
        return LetterDay(date(year, month, 1), date(year, month, last))
    text = arabic(" ".join(line.text for line in page.lines))
    years = Counter(int(year) - 543 for year in _YEAR.findall(text)).most_common(1)
    return LetterDay(date(years[0][0], 1, 1), date(years[0][0], 12, 31)) if years else None


def _dated(page: Page) -> list[Line]:
    """What stands alone in its own ink: a letter's day may be pressed or written in its head."""
    alone = single_lines(page.stamps)
    return [line for line in alone if line.box.top < _TOP and not parts_named(line.text)]


def _own(line: Line) -> re.Match[str] | None:
    """The letter's day in a line: at its end, and low on the page its all."""
    told = _OWN.search(arabic(line.text))
    return None if told and told["before"] and line.box.top >= _TOP else told


def _is_print(line: Line, start: int, end: int) -> bool:
    """Whether what stands there was read surely: a day that a pen filled in is not."""
    words = [word for first, last, word in word_places(line) if first < end and start < last]
    return bool(words) and all(word.confidence >= SURE for word in words)
