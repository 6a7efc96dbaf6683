"""saraban, stock Tesseract and OCRmyPDF on the same pages, in the same run.

    make bench-ocr            # prints the table and writes benchmarks/ocr/results.json

Characters are compared in reading order, without spaces and without leaders and dashes, which are
drawn rather than written, on the pages without columns: the truth does not tell in which order the
cells of a table are read. A number or a date, on any page, counts when all its characters stand in
the page's text in one piece.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from benchmarks.ocr.engines import ENGINES
from corpus.transcript import read_packet
from pipeline.normalise import normalise

PACKET = Path("corpus/built/packet")
LEVELS = ("clean", "ordinary", "200dpi", "photocopy")
RESULTS = Path("benchmarks/ocr/results.json")
_DRAWN = re.compile(r"[\s.…\-–|_]")
_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_NUMBER = re.compile(r"[ก-ฮ]{2} [๐-๙.]+/ว [๐-๙]+|(?<=ที่ )[๐-๙]+/๒๕[๐-๙]{2}")
_DATE = re.compile(r"[๐-๙]{1,2} [ก-ฮ][ก-๎]+ (?:พ\.ศ\. )?๒๕[๐-๙]{2}")
# What is stamped, or written by hand, by page: lines of the transcript from its start, its end.
_NOT_PRINT = {1: (0, 4), 2: (4, 0)}
_IN_COLUMNS = {4, 6, 7}
_BY_HAND = "103/๕๔"


@dataclass(frozen=True)
class Figures:
    """What one reader made of one level's seven pages. CPU in seconds, memory in MiB."""

    engine: str
    level: str
    cer: float
    digits_wrong: int
    digits: int
    numbers: int
    numbers_exact: int
    dates: int
    dates_exact: int
    cpu_a_page: float
    pages_a_minute: float
    peak_memory: float


def truth() -> list[str]:
    """The print of each page, line by line."""
    pages = []
    for number, page in enumerate(read_packet(), start=1):
        lines = list(page.lines.values())
        first, last = _NOT_PRINT.get(number, (0, 0))
        lines = lines[first : len(lines) - last]
        pages.append("\n".join(line for line in lines if line != _BY_HAND))
    return pages


def measure(engine: str, level: str) -> Figures:
    """Run one reader on one level. CPU and memory are this process's and its children's."""
    begun = time.perf_counter()
    texts = ENGINES[engine](PACKET / f"packet-{level}.pdf")
    wall = time.perf_counter() - begun
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    wrong = length = digits = digits_wrong = 0
    counts = {"numbers": [0, 0], "dates": [0, 0]}
    for number, (page, text) in enumerate(zip(truth(), texts, strict=True), start=1):
        found = _DRAWN.sub("", normalise(text))
        if number not in _IN_COLUMNS:
            expected = _DRAWN.sub("", normalise(page))
            edits = Levenshtein.editops(expected, found)
            wrong += len(edits)
            length += len(expected)
            digits += sum(letter in _THAI_DIGITS for letter in expected)
            digits_wrong += sum(
                edit.tag != "insert" and expected[edit.src_pos] in _THAI_DIGITS for edit in edits
            )
        for name, pattern in (("numbers", _NUMBER), ("dates", _DATE)):
            for value in pattern.findall(page):
                counts[name][0] += 1
                counts[name][1] += _DRAWN.sub("", value) in found
    return Figures(
        engine=engine,
        level=level,
        cer=wrong / length,
        digits_wrong=digits_wrong,
        digits=digits,
        numbers=counts["numbers"][0],
        numbers_exact=counts["numbers"][1],
        dates=counts["dates"][0],
        dates_exact=counts["dates"][1],
        cpu_a_page=sum(used.ru_utime + used.ru_stime for used in spent) / len(texts),
        pages_a_minute=60 * len(texts) / wall,
        peak_memory=max(used.ru_maxrss for used in spent) / 1024,
    )


def main() -> None:
    if len(sys.argv) == 3:  # one measurement, in a process of its own
        print(json.dumps(asdict(measure(sys.argv[1], sys.argv[2]))))
        return
    results = []
    print(
        f"{'reader':22} {'level':10} {'CER':>7} {'digits wrong':>14} {'numbers':>9} {'dates':>9}"
        f" {'CPU s/page':>11} {'pages/min':>10} {'MiB':>6}"
    )
    for level in LEVELS:
        for engine in ENGINES:
            done = subprocess.run(
                [sys.executable, "-m", "benchmarks.ocr.run", engine, level],
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
            figures = Figures(**json.loads(done.stdout.splitlines()[-1]))
            results.append(asdict(figures))
            print(
                f"{figures.engine:22} {figures.level:10} {figures.cer:7.2%}"
                f" {figures.digits_wrong:7} / {figures.digits:4}"
                f" {figures.numbers_exact:4} / {figures.numbers:2}"
                f" {figures.dates_exact:4} / {figures.dates:2}"
                f" {figures.cpu_a_page:11.2f} {figures.pages_a_minute:10.1f}"
                f" {figures.peak_memory:6.0f}",
                flush=True,
            )
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
