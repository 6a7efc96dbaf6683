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
from pathlib import Path

from benchmarks.score.cases import HALVES, Case, cases
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
    print("\n".join(tables(scored, arguments.from_text)))


def _chosen(arguments: argparse.Namespace) -> Iterator[Case]:
    for folder in arguments.folder:
        for case in cases(folder):
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
    parser.add_argument("--level", action="append", help="only this scan level (may be repeated)")
    parser.add_argument("--half", choices=HALVES, help="only the half that rules may be written on")
    parser.add_argument("--from-text", action="store_true", help="the true text instead of OCR")
    parser.add_argument("--stale", action="store_true", help="use kept readings of older readers")
    parser.add_argument("--workers", type=int, default=1, help="pages read at a time")
    parser.add_argument("-v", "--verbose", action="store_true", help="print each miss")
    return parser.parse_args()


if __name__ == "__main__":
    main()
