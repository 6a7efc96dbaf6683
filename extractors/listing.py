"""Numbered lists inside one text: ๑. … ๒. …"""

from __future__ import annotations

import re

from extractors.digits import arabic
from extractors.passage import Passage

# "๑. ", "2)", not "๐๓๐๒.๔" nor "๑.๒"
_ORDINAL = re.compile(r"(?<!\S)[-–(]?\s*(?P<number>\d{1,2})\s?[.)]+\s*(?=[^\d\s.)])")


def split_list(passage: Passage, start: int = 0) -> list[tuple[int, int]]:
    """The places of a list's items in `passage.text`, from `start`, their ordinals left off.

    Ordinals count up from 1; one that begins a line is taken whatever it was read as. A text that
    is no list is one item; a blank one has none.
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
        return [(start, len(text))] if text[start:].strip(" .…_-–") else []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [(mark.end(), end) for mark, end in zip(marks, ends, strict=True)]
