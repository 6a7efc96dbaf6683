"""Verdicts counted into figures: per field, kind of document and scan level."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.score.compare import SPLIT, Verdict
from benchmarks.score.fields import FIELDS
from extractors.doubt.doubts import DOUBTFUL, says_doubt

TARGETS = {  # group: on clean 300 dpi, on an ordinary scan, from true text (issue C)
    SPLIT: (0.99, 0.97, 0.99),
    "kind, circular, template": (0.99, 0.97, 0.99),
    "number, date": (0.98, 0.95, 0.99),
    "issuer, subject, recipients, signatory": (0.97, 0.94, 0.99),
    "citations": (0.97, 0.93, 0.99),
    "committee members": (0.97, 0.94, 0.99),
    "obligations": (0.92, 0.90, 0.99),
}
LISTED = frozenset(field.name for field in FIELDS if field.listed) | {SPLIT}


@dataclass(frozen=True)
class Figures:
    """Counts of one field (or group): of the truth, of what was read, and of what agrees."""

    expected: int = 0
    found: int = 0
    right: int = 0
    exact: int = 0
    pairs: int = 0  # values of the truth and values read besides

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        both = self.expected + self.found
        return 2 * self.right / both if both else 1.0

    @property
    def share(self) -> float:
        """Right among all that is there on either side; what is absent on both does not count."""
        return self.right / self.pairs if self.pairs else 1.0


def figures(verdicts: Iterable[Verdict]) -> Figures:
    expected = found = right = exact = pairs = 0
    for one in verdicts:
        expected += one.expected is not None
        found += one.found is not None
        right += one.right
        exact += one.exact
        pairs += 1
    return Figures(expected, found, right, exact, pairs)


def judged(field: str, counted: Figures) -> float:
    """The figure that the target speaks of: F1 of lists, else the share that is right."""
    return counted.f1 if field in LISTED else counted.share


def by_field(verdicts: Iterable[Verdict]) -> dict[str, Figures]:
    """In the order of the table of fields; fields with nothing to say left out."""
    sorted_out: dict[str, list[Verdict]] = {SPLIT: [], **{field.name: [] for field in FIELDS}}
    for one in verdicts:
        sorted_out[one.field].append(one)
    return {name: figures(them) for name, them in sorted_out.items() if them}


def by_group(verdicts: Iterable[Verdict]) -> dict[str, float]:
    """Each line of the table of targets: the worst of its fields, so that none hides another."""
    worst: dict[str, float] = {}
    group = {field.name: field.group for field in FIELDS} | {SPLIT: SPLIT}
    for name, counted in by_field(verdicts).items():
        line = group[name]
        worst[line] = min(worst.get(line, 1.0), judged(name, counted))
    return worst


@dataclass(frozen=True)
class Calibration:
    """How far the confidence of printed fields can be believed, at the threshold for review."""

    fields: int
    passed: int  # above the threshold and without a note that doubts it
    passed_wrong: int
    error: float  # expected calibration error over ten bins, 0..1

    @property
    def review_share(self) -> float:
        return 1 - self.passed / self.fields if self.fields else 0.0

    @property
    def wrong_share(self) -> float:
        return self.passed_wrong / self.passed if self.passed else 0.0


def calibration(verdicts: Iterable[Verdict]) -> Calibration:
    """Over all values read that carry a confidence and that no pen wrote."""
    told = [
        (float(one.found["confidence"]), says_doubt(one.found.get("note")), one.right)
        for one in verdicts
        if one.found is not None and one.found.get("confidence") is not None and not one.handwritten
    ]
    passed = [right for confidence, note, right in told if confidence >= DOUBTFUL and not note]
    return Calibration(len(told), len(passed), passed.count(False), _error(told))


def _error(told: list[tuple[float, bool, bool]]) -> float:
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, _, right in told:
        bins.setdefault(min(9, int(confidence * 10)), []).append((confidence, right))
    gaps = (
        abs(sum(confidence for confidence, _ in them) - sum(right for _, right in them))
        for them in bins.values()
    )
    return sum(gaps) / len(told) if told else 0.0
