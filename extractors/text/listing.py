"""Lists inside one text, numbered ๑. … ๒. …, and the words that announce one."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.text.passage import Passage
from pipeline.layout import rows
from pipeline.thai_digits import arabic

_ANNOUNCES = re.compile(r"(?:(?:ดัง|ต่อไป)นี้|ประกอบด้วย)[\s:：]*$")
# "๑. ", "2)", not "๐๓๐๒.๔" nor "๑.๒"; "๑: " is a dot that was read as two
_ORDINAL = re.compile(r"(?<!\S)[-–(]?\s*(?P<number>\d{1,2})\s?(?:[.)]+\s*|:\s+)(?=[^\d\s.)])")
# "๑ แผนที่" at the beginning of a line, "- แผนที่": lists without dots
_PLAIN_ORDINAL = re.compile(r"(?P<number>\d{1,2})\s+(?=[^\d\s.)/–-])")
_SUB_ORDINAL = re.compile(r"\d{1,2}\.\d{1,2}\.?\s+(?=[^\d\s.)/–-])")  # ๑.๑ …
_DASH = re.compile(r"[-–•]\s*(?=[^\d\s])")

_AGAIN = re.compile(r"\s*(?:อ้างถึง|สิ่งที่ส่งมาด้วย|สิ่งที่แนบมาด้วย)\s*$")  # the keyword, said again
_MARGIN = 0.8  # of the page's width: where full lines end at least
_LONGEST_WORD = 8  # letters that a line is not ended for
_SLACK = 0.02  # of the page's width


def announces_list(text: str) -> bool:
    """Whether a text ends in words below which a list stands.

    >>> announces_list("จึงแต่งตั้งคณะทำงาน ดังต่อไปนี้ :"), announces_list("คณะทำงานชุดนี้")
    (True, False)
    """
    return _ANNOUNCES.search(text) is not None


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
        for mark in (_DASH, _PLAIN_ORDINAL, _SUB_ORDINAL):
            marks = marks or _unmarked(text, begins, mark)
    if not marks:
        return [(start, len(text))] if text[start:].strip(" .…_-–") else []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    ends = [len(_AGAIN.sub("", text[:end])) for end in ends]
    return [(mark.end(), end) for mark, end in zip(marks, ends, strict=True)]


def split_lines(
    passage: Passage, places: list[tuple[int, int]], begins: re.Pattern[str]
) -> list[tuple[int, int]]:
    """The one place of a list without marks, cut where a line was ended by choice.

    A line that leaves room for the first word of the next was ended by whoever wrote it. The next
    begins an item if `begins` matches its text. Where pieces stand beside titles (quantities), the
    room ends at their column.
    """
    if len(places) != 1:
        return places
    start, end = places[0]
    printed = rows(passage.lines)
    aside = [line.box.left for row in printed for line in row.lines[1:]]
    edge = min(aside, default=max(_MARGIN, *(line.box.right for line in passage.lines)))
    at = dict(zip(map(id, passage.lines), passage.starts, strict=True))
    cuts = [start]
    for above, row in pairwise(printed):
        first = at[id(row.lines[0])]
        title = above.lines[0]
        room = edge - title.box.right
        word = row.lines[0].text.split(maxsplit=1)[0]
        needed = min(len(word), _LONGEST_WORD) * row.lines[0].box.width / len(row.lines[0].text)
        ended = title.page != row.lines[0].page or room > needed + _SLACK
        if start < first < end and ended and begins.match(row.text):
            cuts.append(first)
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _unmarked(text: str, begins: list[int], mark: re.Pattern[str]) -> list[re.Match[str]]:
    """The marks at the beginnings of lines, if the first has one and their numbers count up."""
    found = [match for at in begins if (match := mark.match(text, at))]
    if not found or found[0].start() != begins[0]:
        return []
    if "number" not in mark.groupindex:
        return found
    counted = [match for place, match in enumerate(found, 1) if int(match["number"]) == place]
    return counted if len(counted) > 1 else []
