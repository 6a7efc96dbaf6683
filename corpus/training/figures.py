"""How well lines were read: the figures that models are compared by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from corpus.training.texts import model_spelling

THAI_DIGITS = frozenset("๐๑๒๓๔๕๖๗๘๙")
DIGITS = frozenset("0123456789")
MARKS = frozenset("\u0e48\u0e49\u0e4a\u0e4b")  # tone marks
LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


@dataclass
class Tally:
    """Letters of one kind: how many there are, how many were read otherwise or not at all."""

    there: int = 0
    wrong: int = 0

    @property
    def rate(self) -> float:
        return self.wrong / max(1, self.there)

    def __str__(self) -> str:
        return f"{self.wrong}/{self.there} ({100 * self.rate:.2f} %)"


@dataclass
class Figures:
    edits: int
    letters: int
    lines: int
    exact: int
    thai_digits: Tally
    digits: Tally
    marks: Tally
    latin: Tally
    invented_digits: int  # Thai digits read where there are none

    @property
    def cer(self) -> float:
        """Edits a letter, spaces aside."""
        return self.edits / max(1, self.letters)

    def __str__(self) -> str:
        return (
            f"CER {100 * self.cer:.2f} %, lines exact {self.exact}/{self.lines}, "
            f"wrong: Thai digits {self.thai_digits} (+{self.invented_digits} invented), "
            f"digits {self.digits}, tone marks {self.marks}, Latin {self.latin}"
        )


def compare(pairs: Iterable[tuple[str, str]]) -> Figures:
    """Figures of (truth, reading) pairs; spaces count for nothing, ำ in either spelling is one."""
    result = Figures(0, 0, 0, 0, Tally(), Tally(), Tally(), Tally(), 0)
    kinds = (
        (THAI_DIGITS, result.thai_digits),
        (DIGITS, result.digits),
        (MARKS, result.marks),
        (LATIN, result.latin),
    )
    for truth, reading in pairs:
        want, got = (model_spelling(text).replace(" ", "") for text in (truth, reading))
        edits = Levenshtein.editops(want, got)
        result.edits += len(edits)
        result.letters += len(want)
        result.lines += 1
        result.exact += not edits
        for kind, tally in kinds:
            tally.there += sum(letter in kind for letter in want)
            tally.wrong += sum(
                edit.tag != "insert" and want[edit.src_pos] in kind for edit in edits
            )
        result.invented_digits += sum(
            edit.tag == "insert" and got[edit.dest_pos] in THAI_DIGITS for edit in edits
        )
    return result
