"""The day of a received stamp weighed by the letter's own, where pen or dater filled it in.

A letter is received on its day or soon after. That tells likelier readings from others, and makes
what is read unsurely likelier right than wrong, or not: it never makes a reading that nobody saw.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from extractors.dates import find_dates, is_date_line
from pipeline.models import Candidate, Document, Line

_TOP = 0.5  # of the page, in which a letter bears its date
_OWN = re.compile(r"(?<!ลง)วันที่")
# Days from the letter's to the stamp's, and how much likelier such a day is than any other.
_SOON, _LATE = (0, 45, 1.0), (0, 150, 0.2)
_ELSE = 0.02
_UNREAD = 0.3  # how likely what no reading tells is a day that soon


def letter_day(document: Document) -> date | None:
    """The day that is printed in the head of the first page, not written; None if none is."""
    for line in document.pages[0].lines if document.pages else ():
        if line.box.top < _TOP and not line.written:
            told = [each for each in find_dates(line.text) if each.precision == "day"]
            if told and (is_date_line(line.text) or _OWN.search(line.text)):
                return date.fromisoformat(told[0].value) if told[0].value else None
    return None


def by_letter_day(line: Line, own: date | None) -> Line:
    """A stamp's line with the readings of its day in the order that the letter's day leaves."""
    if own is None or len(line.written) != 1 or not find_dates(line.text):
        return line
    writing = line.written[0]
    weighed = [(_share(one.text, own) * one.chance, one.text) for one in writing.candidates]
    unread = max(0.0, 1 - sum(one.chance for one in writing.candidates))
    total = sum(chance for chance, _ in weighed) + _UNREAD * unread
    if total <= 0:
        return line
    best = sorted(weighed, key=lambda one: -one[0])
    candidates = tuple(Candidate(text, round(chance / total, 4)) for chance, text in best)
    text = line.text.replace(writing.candidates[0].text, candidates[0].text)
    return replace(line, text=text, written=(replace(writing, candidates=candidates),))


def _share(text: str, own: date) -> float:
    told = find_dates(text)
    if not told or told[0].precision != "day" or not told[0].value:
        return _ELSE
    days = (date.fromisoformat(told[0].value) - own).days
    return next((share for first, last, share in (_SOON, _LATE) if first <= days <= last), _ELSE)
