"""Rows that strokes run through, as read at first and as read without them (`over_print.py`).

Of two readings of one row the one stays that has more letters of known words, read more surely;
where they differ it stays in doubt. A row that was not there at all (a name within the box of the
signature over it) is taken where it reads as print.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.models import Box, Change, Line
from pipeline.post_words import with_post_words
from pipeline.thai_words import known

_LETTER, _STRANGE = re.compile(r"[ก-ฮ]"), re.compile(r"[^ก-๎๐-๙\s.,()/A-Za-z0-9-]")
_NAMED = re.compile(r"\W{0,3}(?:นาย|นาง|\(?(?:พล|พัน|ร้อย|ว่าที่|ดร\.))")
_LEFT_OVER = re.compile(r"(?<=[ก-๎])(?:\s?[^ก-๎\s.()\[\]{}]+\s?)(?=[ก-๎])")
_FEWEST = 4  # letters of a row that was not there at first
_AS_PRINT = 0.7  # confidence from which it is taken
_BESIDE = 0.55  # the same of another reading of a row
_SURE = 0.9  # confidence of a first reading that another does not bring into doubt
_DOUBTED = 0.6  # confidence, at most, of a row that reads otherwise without strokes
_UNKNOWN = 0.5  # what a letter counts that is in no word: names are in none
_OF_IT = 0.8  # of the width of what was read at first; less is a piece of it
_NOTHING = "…"  # what was read at first of a row that was not there
ANEW = "a pen's strokes or a seal run through it; read anew without them"

Lines = list[Line]


def with_rows_anew(
    lines: Iterable[Line], marks: Iterable[Line], anew: Iterable[Line]
) -> tuple[Lines, Lines]:
    """A page's lines and marks, in their order, with the rows read anew in their places."""
    kept, dim = list(lines), list(marks)
    for row in anew:
        letters = len(_LETTER.findall(row.text))
        old = [one for one in kept if _is_of(one.box, row.box)]
        if letters < _FEWEST or row.confidence < (_BESIDE if old else _AS_PRINT):
            continue
        if not old:
            kept = _placed(kept, _doubted(row, ""))
        elif " ".join(one.text for one in old) != row.text:
            if _worth([row]) > _worth(old):
                read = " ".join(one.text for one in old)
                kept[kept.index(old[0])] = _doubted(row, read)
                kept = [one for one in kept if one not in old[1:]]
            else:
                if row.box.width > _OF_IT * Box.around([one.box for one in old]).width:
                    kept = [_unsure(one) if one in old else one for one in kept]
                continue
        dim = [one for one in dim if not row.box.holds_middle_of(one.box)]
    return kept, dim


def _is_of(old: Box, row: Box) -> bool:
    """Whether a line holds the ink of a row or of a part of it."""
    shared = min(old.right, row.right) - max(old.left, row.left)
    return old.on_row_of(row) and shared > min(old.width, row.width) / 2


def _worth(lines: Sequence[Line]) -> float:
    """Letters, those in no word for less, as surely as they were read."""
    worth = 0.0
    for line in lines:
        letters = len("".join(line.text.split()))
        strange = len(_STRANGE.findall(line.text))
        unknown = known(" ".join(re.findall(r"[ก-๎]+", line.text))).letters_unknown
        worth += line.confidence * (letters - (1 - _UNKNOWN) * unknown - 2 * strange)
    return worth


def _placed(lines: Sequence[Line], row: Line) -> Lines:
    below = (place for place, one in enumerate(lines) if one.box.middle > row.box.middle)
    place = next(below, len(lines))
    return [*lines[:place], row, *lines[place:]]


def _doubted(row: Line, read: str) -> Line:
    text = _as_name(row.text) if _NAMED.match(row.text) else with_post_words(row.text)
    change = Change(0, read or _NOTHING, text, ANEW, encoding=False, box=row.box)
    words = row.words if text == row.text else ()
    changes = (*row.changes, change)
    return replace(_no_surer(row, _DOUBTED), text=text, words=words, changes=changes)


def _as_name(text: str) -> str:
    """A name without the signs that are left of strokes within it: (นายสม- าย มั่นคง)."""
    return " ".join(_LEFT_OVER.sub("", text).split())


def _unsure(line: Line) -> Line:
    return line if line.confidence >= _SURE else _no_surer(line, _DOUBTED)


def _no_surer(line: Line, most: float) -> Line:
    words = tuple(replace(one, confidence=min(one.confidence, most)) for one in line.words)
    return replace(line, confidence=min(line.confidence, most), words=words)
