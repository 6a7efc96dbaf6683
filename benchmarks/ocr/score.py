"""How far a reading is from the truth, a page at a time.

Characters are compared in reading order, without spaces and without leaders (rows of dots, which
are drawn rather than written); all dashes count as one. A number or a date is exact when all its
signs, dots and slashes too, stand in the page's text in their order, no digit before or behind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from pipeline.normalise import normalise

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_LEADERS = re.compile(r"[.…·_]{3,}|…|\|")
_DASHES = re.compile("[‐-―−]")
_DIGIT = f"[0-9{THAI_DIGITS}]"


@dataclass(frozen=True, slots=True)
class Truth:
    """What stands on one page. `ordered` is false where columns leave the order open: there only
    `numbers` and `dates`, the values that must be exact, are looked for."""

    text: str
    numbers: tuple[str, ...]
    dates: tuple[str, ...]
    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Miss:
    """Something read wrongly. `at` counts characters in `essence` of the reading."""

    kind: str  # "number" | "date" | "digit" | "text"
    expected: str
    found: str
    at: int


@dataclass
class Tally:
    """Sums over pages."""

    pages: int = 0
    characters: int = 0
    errors: int = 0
    thai_digits: int = 0
    thai_digits_wrong: int = 0
    numbers: int = 0
    numbers_exact: int = 0
    dates: int = 0
    dates_exact: int = 0
    misses: list[list[Miss]] = field(default_factory=list)  # a list a page

    def add(self, truth: Truth, found: str) -> None:
        expected, read = essence(truth.text), essence(found)
        edits = Levenshtein.editops(expected, read)
        misses = []
        if truth.ordered:
            self.characters += len(expected)
            self.errors += len(edits)
            self.thai_digits += sum(letter in THAI_DIGITS for letter in expected)
            misses += list(_misread(edits, expected, read))
            self.thai_digits_wrong += sum(miss.kind == "digit" for miss in misses)
        wrong = {
            "number": [value for value in truth.numbers if not stands_in(value, found)],
            "date": [value for value in truth.dates if not stands_in(value, found)],
        }
        self.numbers += len(truth.numbers)
        self.numbers_exact += len(truth.numbers) - len(wrong["number"])
        self.dates += len(truth.dates)
        self.dates_exact += len(truth.dates) - len(wrong["date"])
        for kind, values in wrong.items():
            misses += [_miss(kind, essence(value), expected, read, edits) for value in values]
        self.misses.append(misses)
        self.pages += 1

    def confusions(self) -> Counter[tuple[str, str]]:
        pairs = (miss for page in self.misses for miss in page if miss.kind in ("digit", "text"))
        return Counter((miss.expected, miss.found) for miss in pairs)


def essence(text: str) -> str:
    """A text as it is compared, line by line so that parts of pages can be joined."""
    plain = _DASHES.sub("-", normalise(text))
    return "".join("".join(_LEADERS.sub("", line).split()) for line in plain.splitlines())


def stands_in(value: str, text: str) -> bool:
    """Whether a number or date stands in a text to the letter, spaces aside."""
    signs = r"\s*".join(re.escape(sign) for sign in essence(value))
    pattern = rf"(?<!{_DIGIT}){signs}(?!{_DIGIT})"
    return re.search(pattern, _DASHES.sub("-", normalise(text))) is not None


def _misread(edits: Iterable[Levenshtein.Editop], expected: str, read: str) -> Iterator[Miss]:
    for edit in edits:
        was = "" if edit.tag == "insert" else expected[edit.src_pos]
        now = "" if edit.tag == "delete" else read[edit.dest_pos]
        kind = "digit" if was and was in THAI_DIGITS else "text"
        yield Miss(kind, was, now, edit.dest_pos)


def _miss(kind: str, value: str, expected: str, read: str, edits: Levenshtein.Editops) -> Miss:
    """A value that is not there: what stands where it should, as the texts are laid together."""
    start = max(0, expected.find(value))
    begin, end = (_place(edits, position, len(read)) for position in (start, start + len(value)))
    return Miss(kind, value, read[begin:end], min(begin, max(0, len(read) - 1)))


def _place(edits: Levenshtein.Editops, position: int, end: int) -> int:
    """The place in the reading of a place in the truth."""
    shift = 0
    for edit in edits:
        if edit.src_pos >= position:
            break
        shift += {"insert": 1, "delete": -1}.get(edit.tag, 0)
    return min(position + shift, end)
