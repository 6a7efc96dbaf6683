"""Characters of a PDF page put together to lines, by their places alone.

The order in which a PDF draws its characters is its own affair, and so are its spaces: Thai marks
may be drawn long after their consonants, and words be parted by moving the pen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.models import Box, Line, Word
from pipeline.normalise import normalise
from pipeline.text_layer.characters import MARK, Character

COLUMN_GAP = 1.2  # ems; wider gaps part columns, as on a scan
_SPACE_GAP = 0.09  # ems beyond the row's usual distance; measured: letters to 0.05, words from 0.1
_ENOUGH_GAPS = 10  # for a row to tell how far its letters are spread
_SAME_ROW = 0.3  # ems between baselines
# Vowels before tones, tones before the rest: the order in which they are typed.
_MARK_ORDER = {
    mark: place
    for place, mark in enumerate(
        "\u0e38\u0e39\u0e3a\u0e34\u0e35\u0e36\u0e37\u0e31\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d"
    )
}

Rule = tuple[float, float, float, float]  # left, top, right, bottom of a ruled line, in points


@dataclass(slots=True)
class _Letter:
    """A character that takes room of its own, and the marks over and under it."""

    character: Character
    marks: list[Character] = field(default_factory=list)

    @property
    def text(self) -> str:
        marks = sorted(self.marks, key=lambda mark: _MARK_ORDER.get(mark.text, 0))
        return self.character.text + "".join(mark.text for mark in marks)

    @property
    def parts(self) -> list[Character]:
        return [self.character, *self.marks]


def lines_of(
    characters: Iterable[Character],
    page: int,
    width: float,
    height: float,
    vertical_rules: Sequence[Rule] = (),
) -> tuple[Line, ...]:
    """Lines in reading order, cut at wide gaps and at vertical rules. Measures in points."""
    lines: list[Line] = []
    for row in _rows(characters):
        for words in _columns(row, vertical_rules):
            made = [_word(word, width, height) for word in words]
            text = normalise(" ".join(word.text for word in made))
            if not text:
                continue
            box = made[0].box
            for word in made[1:]:
                box = box.union(word.box)
            lines.append(Line(text, page, box, 1.0, tuple(made)))
    return tuple(lines)


def _rows(characters: Iterable[Character]) -> list[list[_Letter]]:
    """Letters of each row from left to right, rows from top to bottom."""
    found = list(characters)
    rows: list[list[_Letter]] = []
    for character in sorted(
        (each for each in found if not MARK.match(each.text)), key=lambda each: each.y
    ):
        first = rows[-1][0].character if rows else None
        if first and character.y - first.y < _SAME_ROW * min(character.size, first.size):
            rows[-1].append(_Letter(character))
        else:
            rows.append([_Letter(character)])
    for row in rows:
        row.sort(key=lambda letter: (letter.character.x, letter.character.left))
    for mark in (each for each in found if MARK.match(each.text)):
        _bearer(mark, rows).marks.append(mark) if rows else None
    return rows


def _bearer(mark: Character, rows: list[list[_Letter]]) -> _Letter:
    """The consonant that a mark stands over or under: in its row, where most of it lies."""
    row = min(rows, key=lambda row: abs(row[0].character.y - mark.y))

    def fits(letter: _Letter) -> tuple[bool, float, float]:
        bearer = letter.character
        common = min(mark.right, bearer.right) - max(mark.left, bearer.left)
        apart = abs((mark.left + mark.right) - (bearer.left + bearer.right))
        return "ก" <= bearer.text <= "ฮ", round(min(common, 0.1 * mark.size), 2), -apart

    return max(row, key=fits)


def _columns(row: list[_Letter], rules: Sequence[Rule]) -> list[list[list[_Letter]]]:
    """The row's columns, each a list of words, each a list of letters."""
    columns: list[list[list[_Letter]]] = []
    usual = _usual_gap(row)
    before: Character | None = None
    spaced = False
    for letter in row:
        character = letter.character
        if character.text.isspace() or character.text == "\u200b":
            spaced = spaced or character.text.isspace()
            continue
        gap = character.x - before.end if before else 0.0
        if not before or gap > COLUMN_GAP * character.size or _crosses(before, character, rules):
            columns.append([[]])
        elif spaced or gap > usual + _SPACE_GAP * character.size:
            columns[-1].append([])
        columns[-1][-1].append(letter)
        before, spaced = character, False
    return columns


def _usual_gap(row: list[_Letter]) -> float:
    """The distance between letters of the row: more than nothing where it is spread out."""
    inked = [letter.character for letter in row if not letter.character.text.isspace()]
    gaps = sorted(after.x - before.end for before, after in pairwise(inked))
    return max(0.0, gaps[len(gaps) // 2]) if len(gaps) >= _ENOUGH_GAPS else 0.0


def _crosses(before: Character, after: Character, rules: Sequence[Rule]) -> bool:
    """Whether a vertical rule stands between two neighbours."""
    middle = (before.top + before.bottom) / 2
    return any(
        before.right - 1 <= (left + right) / 2 <= after.left + 1 and top <= middle <= bottom
        for left, top, right, bottom in rules
    )


def _word(letters: list[_Letter], width: float, height: float) -> Word:
    parts = [part for letter in letters for part in letter.parts]
    box = Box(
        _share(min(part.left for part in parts), width),
        _share(min(part.top for part in parts), height),
        _share(max(part.right for part in parts), width),
        _share(max(part.bottom for part in parts), height),
    )
    return Word(normalise("".join(letter.text for letter in letters)), box, 1.0)


def _share(value: float, whole: float) -> float:
    return min(1.0, max(0.0, value / whole))
