"""Fit the maps from signals to chances, and show how they hold on documents not fitted on.

    make calibrate                                   # python -m benchmarks.calibration FOLDER…

Fits on the half that rules may be written on, writes extractors/data/calibration.tsv, and draws
benchmarks/reliability.svg from the half that only measures. Values that the truth knows to be
written by hand are left out of both: they are never sure on their own, whatever the map says.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.calibration.fit import as_table, fit
from benchmarks.calibration.pairs import Pair, pairs
from benchmarks.calibration.reliability import plot
from benchmarks.score.cases import cases
from benchmarks.score.readings import ROOT
from extractors.doubt.confidence import ASKED_AT_MOST, CALIBRATED, Map, chance
from extractors.doubt.confidence import maps as shipped
from extractors.doubt.doubts import DOUBTFUL

TABLE = ROOT / "extractors" / "data" / "calibration.tsv"
PLOT = ROOT / "benchmarks" / "reliability.svg"
REMARKS = (
    "The chance that a value is right: 1 / (1 + exp(-(constant + weights × signals))); the signals",
    "are told in extractors/doubt/confidence.py. source: fitted by make calibrate on letters that",
    "rules may be written on ({count} values, {wrong} of them wrong); not to be edited by hand",
)
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.calibration",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, nargs="+", help="folders with files and their truth")
    parser.add_argument("--stale", action="store_true", help="use kept readings of older readers")
    parser.add_argument(
        "--plot", action="store_true", help="fit nothing; draw the chances that ship"
    )
    parser.add_argument("--dry", action="store_true", help="print only, write nothing")
    parser.add_argument("--threshold", type=float, default=DOUBTFUL, help="for --verbose")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what passes wrong")
    arguments = parser.parse_args()
    everything = [
        pair
        for folder in arguments.folder
        for pair in pairs(cases(folder), arguments.stale)
        if not (pair.by_hand or pair.handwritten)
    ]
    rules = [pair for pair in everything if pair.half == "rules"]
    measure = [pair for pair in everything if pair.half == "measure"]
    if arguments.plot:
        _draw(measure or rules, shipped(), "measuring" if measure else "rules")
        return
    maps = {
        field: fit([one for one in rules if one.field == field]) for field in sorted(CALIBRATED)
    }
    for name, mine in (("fitted on", rules), ("measured on", measure)):
        print(f"\n{name}: {len(mine)} values, {sum(not one.right for one in mine)} wrong")
        print("\n".join(_figures(mine, maps)))
    if arguments.verbose:
        for one in measure + rules:
            if not one.right and passes(one, maps, arguments.threshold):
                told = _told(one, maps)
                print(f"{one.half} {one.file} {one.level} {one.field} {told:.2f}: {one.shown}")
    if arguments.dry:
        return
    wrong = sum(not one.right for one in rules)
    remarks = [remark.format(count=len(rules), wrong=wrong) for remark in REMARKS]
    TABLE.write_text(as_table(maps, remarks), encoding="utf-8")
    _draw(measure or rules, maps, "measuring" if measure else "rules")


def _draw(pairs: Sequence[Pair], maps: Mapping[str, Map], half: str) -> None:
    title = f"Chances told and kept: the {half} half"
    PLOT.write_text(plot(title, _by_group(pairs, maps), DOUBTFUL), encoding="utf-8")


def _told(one: Pair, maps: Mapping[str, Map]) -> float:
    """The chance that is told; on the half that rules were written on, the map's alone."""
    told = chance(one.field, one.signals, maps) * (one.carried if one.half == "measure" else 1.0)
    return min(told, ASKED_AT_MOST) if one.field == "obligations" else told


def passes(one: Pair, maps: Mapping[str, Map], threshold: float) -> bool:
    return not one.noted and _told(one, maps) >= threshold


def _figures(mine: Sequence[Pair], maps: Mapping[str, Map]) -> Iterable[str]:
    if not mine:
        return
    yield f"{'threshold':>9}{'for review':>12}{'passed':>8}{'wrong':>7}{'share':>9}"
    for threshold in THRESHOLDS:
        passed = [one for one in mine if passes(one, maps, threshold)]
        wrong = sum(not one.right for one in passed)
        yield (
            f"{threshold:9.2f}{1 - len(passed) / len(mine):12.1%}{len(passed):8}{wrong:7}"
            f"{wrong / max(1, len(passed)):9.2%}"
        )
    before = [one for one in mine if one.ink >= 0.6 and not one.noted]
    wrong = sum(not one.right for one in before)
    yield (
        f"the ink alone at 0.6: {1 - len(before) / len(mine):.1%} for review, "
        f"{wrong} of {len(before)} passed wrong ({wrong / max(1, len(before)):.2%})"
    )
    for field in sorted({one.field for one in mine}):
        of = [one for one in mine if one.field == field]
        told = sum(_told(one, maps) for one in of)
        right = sum(one.right for one in of)
        yield f"  {field:14}{len(of):6} values, {right:5} right, {told:7.1f} told"


GROUPS = {
    "number": "number, date",
    "date": "number, date",
    "issuer": "head",
    "subject": "head",
    "recipients": "head",
    "signatory": "head",
    "citations": "citations",
    "members": "members",
    "obligations": "obligations",
    "receipts": "received stamps",
}


def _by_group(mine: Sequence[Pair], maps: Mapping[str, Map]) -> dict[str, list[tuple[float, bool]]]:
    told: dict[str, list[tuple[float, bool]]] = {"all fields": []}
    for one in mine:
        value = (_told(one, maps), one.right)
        told["all fields"].append(value)
        told.setdefault(GROUPS[one.field], []).append(value)
    return told


if __name__ == "__main__":
    main()
