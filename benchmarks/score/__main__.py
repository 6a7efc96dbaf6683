"""How well what was read agrees with the truth, field by field.

    python -m benchmarks.score corpus/built                      # every file beside its truth
    python -m benchmarks.score corpus/letters --half measure --level ordinary -v
    python -m benchmarks.score corpus/letters --from-text        # the extractors alone, no OCR
    python -m benchmarks.score --real FOLDER                     # real files and their truth.json

Readings are kept in build/score/cache, so that a change to an extractor is scored in seconds;
--stale scores on kept readings even when the reader has changed since.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from benchmarks.score.cases import HALVES, Case, cases
from benchmarks.score.history import record
from benchmarks.score.real import real_cases
from benchmarks.score.report import write_report
from benchmarks.score.run import Scored, score
from benchmarks.score.table import misses, tables


def main() -> None:
    arguments = _arguments()
    scored: list[Scored] = []
    for one in score(_chosen(arguments), arguments.from_text, arguments.stale, arguments.workers):
        scored.append(one)
        right = sum(verdict.right for verdict in one.verdicts)
        if arguments.verbose:
            print(f"{one.case.name}: {right} of {len(one.verdicts)} right", flush=True)
            print("\n".join(misses(one)), flush=True)
        elif sys.stderr.isatty():
            print(f"{one.case.name}: {right} of {len(one.verdicts)} right", file=sys.stderr)
    if not scored:
        sys.exit("nothing to score: no file there has a truth beside it that fits what was asked")
    told = list(tables(scored, arguments.from_text))
    print("\n".join(told))
    if arguments.record:
        names = [folder.name for folder in arguments.folder] + ["real"] * bool(arguments.real)
        record(scored, "+".join(names), arguments.from_text)
    if arguments.report:
        count = write_report(scored, told, arguments.report, arguments.pictures)
        print(f"{count} misses, each beside its paper: {arguments.report}")


def _chosen(arguments: argparse.Namespace) -> Iterator[Case]:
    chosen = chain.from_iterable(cases(folder) for folder in arguments.folder)
    if arguments.real:
        chosen = chain(chosen, real_cases(arguments.real))
    for case in chosen:
        if arguments.level and case.level not in arguments.level:
            continue
        if arguments.half and case.half != arguments.half:
            continue
        yield case


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.score",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, nargs="*", help="folders with files and their truth")
    parser.add_argument("--real", type=Path, help="a folder of real files with their truth.json")
    parser.add_argument("--level", action="append", help="only this scan level (may be repeated)")
    parser.add_argument("--half", choices=HALVES, help="only the half that rules may be written on")
    parser.add_argument("--from-text", action="store_true", help="the true text instead of OCR")
    parser.add_argument("--stale", action="store_true", help="use kept readings of older readers")
    parser.add_argument("--workers", type=int, default=1, help="pages read at a time")
    parser.add_argument("--report", type=Path, help="write the misses beside their paper as HTML")
    parser.add_argument("--record", action="store_true", help="add the run to history.jsonl")
    parser.add_argument("--pictures", type=int, default=60, help="how many of each field")
    parser.add_argument("-v", "--verbose", action="store_true", help="print each miss")
    return parser.parse_args()


if __name__ == "__main__":
    main()
