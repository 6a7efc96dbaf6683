"""Whether each number and date written by hand on real letters is right at once, or among three.

    python -m benchmarks.written FOLDER        # real files with their truth.json, as score --real
    python -m benchmarks.written FOLDER -v     # show what was read; it is kept nowhere

A field counts as right where its value is; all readings of a written field are told by the record.
Received stamps, whose parts a pen or a dater fills in, are told below, part by part.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.score.compare import pairs
from benchmarks.score.readings import reading
from benchmarks.score.real import real_cases
from extractors.describe import describe_all
from extractors.record import KEPT
from pipeline.intake.accept import look_at
from pipeline.split import split

Json = dict[str, Any]

_AMONG = 3
_PARTS = ("number", "date", "time")


@dataclass(frozen=True)
class Told:
    """One field of one document: what stands there and what was read, likeliest first."""

    name: str
    field: str
    expected: str
    read: tuple[tuple[str, float], ...]

    @property
    def place(self) -> int | None:
        values = [value for value, _ in self.read[:_AMONG]]
        return values.index(self.expected) + 1 if self.expected in values else None


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.written",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stale", action="store_true", help="use kept readings of older readers")
    parser.add_argument("-v", "--verbose", action="store_true", help="show the values")
    given = parser.parse_args()
    fields: list[Told] = []
    parts: list[Told] = []
    for case in real_cases(given.folder):
        pages = reading(look_at(case.path), stale=given.stale).pages
        found = [each.model_dump(context=KEPT) for each in describe_all(split(pages))]
        for told, read in pairs(found, case.truth["documents"]):
            if told is not None:
                name = f"{case.name} {told['pages'][0]}–{told['pages'][1]}"
                fields += _fields(name, told, read or {})
                parts += _parts(name, told, read or {})
    for heading, all_told in (("written by hand", fields), ("parts of received stamps", parts)):
        print(f"{heading}:")
        for one in all_told:
            print(f"  {one.name:<16} {one.field:<8} {_verdict(one, given.verbose)}")
        places = Counter(one.place for one in all_told)
        three = sum(count for place, count in places.items() if place)
        print(f"  of {len(all_told)}: right at once {places[1]}, among the first three {three}")


def _fields(name: str, told: Json, read: Json) -> Iterator[Told]:
    for field in told["handwritten"]:
        if field in told and field in ("number", "date"):
            value = read.get(field) or {}
            one = [(value["value"], value["confidence"] or 0.0)] if value else []
            readings = [(each["value"], each["chance"]) for each in value.get("readings", ())]
            yield Told(name, field, told[field]["value"], tuple(readings or one))


def _parts(name: str, told: Json, read: Json) -> Iterator[Told]:
    """The parts of each stamp beside those of the stamp read that agrees in most of them."""
    waiting = list(read.get("receipts", ()))
    for stamp in told.get("receipts", ()):
        known = [part for part in _PARTS if stamp.get(part)]
        best = max(waiting, key=lambda one: sum(one[p] == stamp[p] for p in known), default={})
        if best:
            waiting.remove(best)
        for part in known:
            value = best.get(part)
            sure = best.get("confidence") or 0.0
            yield Told(name, part, stamp[part], ((value, sure),) if value else ())


def _verdict(one: Told, verbose: bool) -> str:
    verdict = {1: "right", None: "not read" if not one.read else "wrong"}.get(
        one.place, f"reading {one.place}"
    )
    if not verbose:
        return verdict
    shown = ", ".join(f"{value} ({chance:.2f})" for value, chance in one.read[:_AMONG])
    return f"{verdict:<10} {one.expected}  read as  {shown or '—'}"


if __name__ == "__main__":
    main()
