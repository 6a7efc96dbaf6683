"""Automatic numbers of a Word file: the ๑. that no run holds (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"  # 17.18.59, thaiLetters
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def _letters(alphabet: str) -> Callable[[int], str]:
    """a … z, aa … zz: a letter is repeated on each further round."""

    def write(number: int) -> str:
        turns, place = divmod(number - 1, len(alphabet))
        return alphabet[place] * (turns + 1)

    return write


def _roman(number: int) -> str:
    written = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        written += sign * times
    return written


# Formats of 17.18.59 that Thai offices use; an unknown one is written as decimal.
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "thaiNumbers": lambda number: str(number).translate(_THAI_DIGITS),
    "thaiLetters": _letters(_THAI_LETTERS),
    "lowerLetter": _letters(_LATIN),
    "upperLetter": _letters(_LATIN.upper()),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _: "",
}
# A tab after a number is no column: it is as wide as a space or two.
_AFTER = {"tab": " ", "space": " ", "nothing": ""}
_MAX_NUMBER = 9_999


class Numbering:
    """Counts the numbered paragraphs of a document, which must be asked about in order."""

    def __init__(self, root: Any | None) -> None:
        """`root` is the numbering part's root element, None where there is none."""
        abstract = {}
        for each in () if root is None else root.findall(f"{_W}abstractNum"):
            abstract[each.get(f"{_W}abstractNumId")] = each
        self._lists = {}
        self._overrides = {}
        for each in () if root is None else root.findall(f"{_W}num"):
            base = each.find(f"{_W}abstractNumId")
            self._lists[each.get(f"{_W}numId")] = abstract.get(_val(base))
            self._overrides[each.get(f"{_W}numId")] = each
        self._counts: dict[int, dict[int, int]] = {}  # by identity of the abstract list, by level
        self._started: set[tuple[str, int]] = set()

    def next(self, places: list[Any]) -> tuple[str, Any | None]:
        """The number of the next paragraph, with what follows it, and its level's properties.

        `places` are the paragraph properties that apply, nearest first. ("", None) for a paragraph
        that is not numbered.
        """
        list_id, level = self._found(places)
        shape = self._lists.get(list_id) if list_id not in (None, "0") else None
        definition = None if shape is None else self._level(shape, level)
        if shape is None or definition is None or list_id is None:
            return "", None
        counts = self._counts.setdefault(id(shape), {})
        self._count(counts, list_id, shape, level)
        written = self._written(shape, definition, counts)
        after = _AFTER.get(_val(definition.find(f"{_W}suff")) or "tab", " ")
        properties = definition.find(f"{_W}pPr")
        return (written + after if written else ""), properties

    def _found(self, places: list[Any]) -> tuple[str | None, int]:
        list_id = level = None
        for place in places:
            given = place.find(f"{_W}numPr")
            if given is None:
                continue
            list_id = list_id or _val(given.find(f"{_W}numId"))
            level = level or _val(given.find(f"{_W}ilvl"))
        return list_id, int(level or 0)

    def _level(self, shape: Any, level: int) -> Any | None:
        return next(
            (each for each in shape.findall(f"{_W}lvl") if each.get(f"{_W}ilvl") == str(level)),
            None,
        )

    def _count(self, counts: dict[int, int], list_id: str, shape: Any, level: int) -> None:
        restart = self._restart(list_id, level)
        if restart is not None:
            counts[level] = restart
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = self._start(shape, level)
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]

    def _restart(self, list_id: str, level: int) -> int | None:
        """The number at which a list that shares another's shape begins anew, the first time."""
        if (list_id, level) in self._started:
            return None
        self._started.add((list_id, level))
        for override in self._overrides[list_id].findall(f"{_W}lvlOverride"):
            if override.get(f"{_W}ilvl") == str(level):
                start = _val(override.find(f"{_W}startOverride"))
                return None if start is None else int(start)
        return None

    def _start(self, shape: Any, level: int) -> int:
        definition = self._level(shape, level)
        start = None if definition is None else _val(definition.find(f"{_W}start"))
        return int(start or 0)

    def _written(self, shape: Any, definition: Any, counts: dict[int, int]) -> str:
        if _val(definition.find(f"{_W}numFmt")) == "bullet":
            return "-"  # bullets are drawn with symbol fonts; which one says nothing
        pattern = _val(definition.find(f"{_W}lvlText")) or ""

        def number(match: re.Match[str]) -> str:
            wanted = int(match[1]) - 1
            of_level = self._level(shape, wanted)
            kind = None if of_level is None else _val(of_level.find(f"{_W}numFmt"))
            count = counts.get(wanted, self._start(shape, wanted))
            if not 0 < count <= _MAX_NUMBER:
                return str(count)
            return _FORMATS.get(kind or "decimal", str)(count)

        return re.sub(r"%([1-9])", number, pattern)


def _val(element: Any | None) -> str | None:
    found = None if element is None else element.get(f"{_W}val")
    return None if found is None else str(found)
