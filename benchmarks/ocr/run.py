"""saraban, stock Tesseract and OCRmyPDF on the same pages, in the same run.

    make bench-ocr                                           # everything, into benchmarks/ocr/
    python -m benchmarks.ocr.run --sample 2                  # two pages a file, into build/bench/
    python -m benchmarks.ocr.run --engines ours --model new.traineddata
    python -m benchmarks.ocr.run --engines ours --cores 1    # and the median CPU of a page

Writes results.json, results.md and plots into `--out`, and what our reader missed, each with a crop
of the page, into build/bench/misses.html. Score.py tells what is counted, pages.py what is read.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.ocr import cases, misses, pages, report, transcripts
from benchmarks.ocr.engines import ENGINES, Reading, read_apart
from benchmarks.ocr.score import Tally

BUILD = Path("build/bench")


@dataclass(frozen=True, slots=True)
class Row:
    """What one reader made of one file. CPU in seconds, memory in MiB; the median of the pages' CPU
    is known where pages were read one by one."""

    engine: str
    part: str
    font: str
    condition: str
    pages: int
    characters: int
    errors: int
    thai_digits: int
    thai_digits_wrong: int
    numbers: int
    numbers_exact: int
    dates: int
    dates_exact: int
    cpu: float
    cpu_median: float | None
    wall: float
    peak_memory: float


def measure(
    engine: str, case: cases.Case, cores: int, tessdata: Path | None
) -> tuple[Row, Tally, Reading]:
    """Run one reader on one file."""
    reading = read_apart(engine, case.pdf, cores, tessdata)
    tally = Tally()
    for truth, page in zip(case.truths, reading.pages, strict=True):
        tally.add(truth, page.text)
    singly = [page.cpu for page in reading.pages if page.cpu is not None]
    counted = asdict(tally)
    del counted["misses"]
    row = Row(
        engine=engine,
        part=case.part,
        font=case.font,
        condition=case.condition,
        cpu=reading.cpu,
        cpu_median=statistics.median(singly) if singly else None,
        wall=reading.wall,
        peak_memory=reading.peak_memory,
        **counted,
    )
    return row, tally, reading


def as_tessdata(model: Path, folder: Path) -> Path:
    """A folder in which our reader finds the model under the name it looks for."""
    shutil.copyfile(model, folder / "saraban.traineddata")
    return folder


def run(arguments: argparse.Namespace, tessdata: Path | None) -> list[Row]:
    rows: list[Row] = []
    missed: list[misses.Missed] = []
    wanted = cases.all_cases(
        arguments.parts.split(","), arguments.fonts.split(","), arguments.conditions.split(",")
    )
    if arguments.sample:
        wanted = [cases.sample(case, arguments.sample, BUILD / "sample") for case in wanted]
    print(report.HEADING)
    for case in wanted:
        for engine in arguments.engines.split(","):
            row, tally, reading = measure(engine, case, arguments.cores, tessdata)
            rows.append(row)
            print(report.line(row), flush=True)
            if engine == "ours":
                missed.append(misses.Missed(case, reading, tally))
    if missed:
        misses.write(missed, BUILD / "misses.html")
    return rows


def conditions_of(arguments: argparse.Namespace) -> dict[str, object]:
    """What the figures depend on besides the readers."""
    model = arguments.model.name if arguments.model else "the repository's"
    return {
        "model": model,
        "sample": arguments.sample,
        "cores": arguments.cores,
        "load_before": round(os.getloadavg()[0], 1),
    }


def main(given: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--parts", default="pages,packet")
    parser.add_argument("--fonts", default=",".join(pages.FONTS))
    parser.add_argument("--conditions", default=",".join((*pages.CONDITIONS, "photocopy")))
    parser.add_argument("--sample", type=int, default=0, help="the first so many pages a file")
    parser.add_argument("--cores", type=int, default=2, help="pages read at a time")
    parser.add_argument("--model", type=Path, help="another saraban.traineddata to read with")
    parser.add_argument("--out", type=Path, default=BUILD)
    parser.add_argument("--transcripts", type=Path, help="folder of transcripts of real scans")
    parser.add_argument("--real", type=Path, help="folder of the files that were transcribed")
    arguments = parser.parse_args(given)
    with tempfile.TemporaryDirectory() as folder:
        tessdata = as_tessdata(arguments.model, Path(folder)) if arguments.model else None
        if arguments.transcripts:
            transcripts.measure(arguments.transcripts, arguments.real, tessdata)
            return
        about = conditions_of(arguments)
        rows = [asdict(row) for row in run(arguments, tessdata)]
    arguments.out.mkdir(parents=True, exist_ok=True)
    results = json.dumps({"run": about, "rows": rows}, ensure_ascii=False, indent=1)
    (arguments.out / "results.json").write_text(results + "\n", encoding="utf-8")
    report.write(arguments.out)


if __name__ == "__main__":
    main()
