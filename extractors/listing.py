"""Numbered lists inside one text: ๑. … ๒. …"""

from __future__ import annotations

import re

from extractors.digits import arabic
from extractors.passage import Passage

# "๑. ", "2)", not "๐๓๐๒.๔" nor "๑.๒"
_ORDINAL = re.compile(r"(?<!\S)[-–(]?\s*(?P<number>\d{1,2})\s?[.)]+\s*(?=[^\d\s.)])")


# "๑ แผนที่" at the beginning of a line, "- แผนที่": lists without dots
_PLAIN_ORDINAL = re.compile(r"(?P<number>\d{1,2})\s+(?=[^\d\s.)/–-])")
_DASH = re.compile(r"[-–•]\s*(?=[^\d\s])")


def split_list(passage: Passage, start: int = 0) -> list[tuple[int, int]]:
    """The places of a list's items in `passage.text`, from `start`, their ordinals left off.

    Ordinals count up from 1; one that begins a line is taken whatever it was read as. A text that
    is no list is one item; a blank one has none. Dashes, and ordinals without dots, must begin
    lines.
    """
    text = arabic(passage.text)
    line_starts = {
        at + len(line.text) - len(line.text.lstrip())
        for at, line in zip(passage.starts, passage.lines, strict=True)
    }
    marks: list[re.Match[str]] = []
    for match in _ORDINAL.finditer(text, start):
        leads = not text[start : match.start()].strip(" -–:.") if not marks else True
        expected = int(match["number"]) == len(marks) + 1
        if leads and (expected or match.start() in line_starts):
            marks.append(match)
    if not marks:
        begins = sorted({start + len(text[start:]) - len(text[start:].lstrip()), *line_starts})
        begins = [at for at in begins if at >= start]
        marks = _unmarked(text, begins, _DASH) or _unmarked(text, begins, _PLAIN_ORDINAL)
    if not marks:
        return [(start, len(text))] if text[start:].strip(" .…_-–") else []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [(mark.end(), end) for mark, end in zip(marks, ends, strict=True)]


def _unmarked(text: str, begins: list[int], mark: re.Pattern[str]) -> list[re.Match[str]]:
    """The marks at the beginnings of lines, if the first has one and their numbers count up."""
    found = [match for at in begins if (match := mark.match(text, at))]
    if not found or found[0].start() != begins[0]:
        return []
    if "number" not in mark.groupindex:
        return found
    counted = [match for place, match in enumerate(found, 1) if int(match["number"]) == place]
    return counted if len(counted) > 1 else []
