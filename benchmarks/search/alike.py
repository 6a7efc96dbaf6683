"""Which known items nobody can tell apart: how many other letters fit what was typed as well.

Strictly, so that nothing that a better search could find is left out of the figures: another letter
must have all that is remembered of the one that is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from benchmarks.search.letters import Letter
from extractors.number import number_key
from index.names import name_key


class Fitting:
    """Letters by the numbers that they bear and by what they are about, as they were written."""

    def __init__(self, letters: Sequence[Letter]) -> None:
        self._numbers: dict[str, list[tuple[str, str]]] = {}  # of orders by issuer, else together
        self._subjects: dict[str, list[Letter]] = {}
        for letter in letters:
            assert letter.record.number
            borne = (number_key(letter.record.number.value), letter.id)
            self._numbers.setdefault(_series(letter), []).append(borne)
            key = name_key(written_subject(letter))
            self._subjects.setdefault(key[:_FIRST], []).append(letter)

    def number(self, letter: Letter, typed: str) -> int:
        """Letters other than this one whose number is as near to the typed one, or nearer: those
        that bear it, and if none does those that are one slip away."""
        series = _series(letter)
        bare = typed.removeprefix(f"คำสั่ง{series} ").removeprefix("ที่ ")
        keys = [key for key, _ in self._numbers[series]]
        near = process.extract_iter(
            number_key(bare), keys, scorer=OSA.distance, processor=None, score_cutoff=1
        )
        distances = [(distance, self._numbers[series][place][1]) for _, distance, place in near]
        least = min((distance for distance, _ in distances), default=0)
        return len({id_ for distance, id_ in distances if distance == least} - {letter.id})

    def subject(self, letter: Letter, way: str, words: str) -> int:
        """Letters other than this one whose subject begins with the words, and that agree in what
        is remembered besides. Of words that are a whole subject those that have no more."""
        key, whole = name_key(words), name_key(written_subject(letter))
        alike = 0
        for other in self._subjects.get(key[:_FIRST], ()):
            there = name_key(written_subject(other))
            same = there == key if whole == key else there.startswith(key)
            alike += (
                same and other.id != letter.id and _besides(other, way) == _besides(letter, way)
            )
        return alike


_FIRST = 6  # letters by which subjects are looked up; what is remembered is longer


def written_subject(letter: Letter) -> str:
    """The subject as it was written, before a scan of it was misread."""
    line = next(line for line in letter.text.splitlines() if line.startswith("เรื่อง "))
    return line.removeprefix("เรื่อง ")


def signed_by(letter: Letter) -> str:
    """Who signed, with title."""
    return letter.text.rsplit("(", 1)[1].rstrip(")")


def _series(letter: Letter) -> str:
    """An order counts by itself: its issuer was typed with it."""
    assert letter.record.issuer
    return letter.record.issuer.value if letter.record.kind == "order" else ""


def _besides(letter: Letter, way: str) -> str:
    record = letter.record
    assert record.issuer and record.date
    said = {"issuer": record.issuer.value, "month": record.date.value[:7]}
    return signed_by(letter) if way == "name" else said.get(way, "")
