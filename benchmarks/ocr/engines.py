"""The readers that are compared: each takes a PDF of scans and gives the text of its pages.

    python -m benchmarks.ocr.engines ENGINE FILE.pdf --cores 2     # the reading, as JSON

A reading is made in a process of its own, so that its CPU and memory can be told apart.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

OCRMYPDF = Path("build/bench/bin/ocrmypdf")
Source = TypeVar("Source")


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line and its box, as fractions of the page as it was straightened."""

    text: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PageReading:
    """One page. `lines` and `skew` (degrees) are told by our reader alone; `cpu` (seconds) only
    where pages were read one by one."""

    text: str
    lines: tuple[PlacedLine, ...] = ()
    skew: float = 0.0
    cpu: float | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole file. CPU and wall in seconds, start of the process and all; memory in MiB."""

    pages: tuple[PageReading, ...]
    cpu: float
    wall: float
    peak_memory: float


def _cpu() -> float:
    """Seconds that this process and its children have worked."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(used.ru_utime + used.ru_stime for used in spent)


def _own_peak() -> int:
    """KiB. What getrusage tells of a process itself counts in the memory of who started it."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmHWM:")[1].split()[0])


def _each(
    read: Callable[[Source], PageReading], sources: Sequence[Source], cores: int
) -> list[PageReading]:
    """Read the pages, `cores` at a time; one by one, each is timed."""
    if cores > 1:
        with ThreadPoolExecutor(cores) as pool:
            return list(pool.map(read, sources))
    pages = []
    for source in sources:
        begun = _cpu()
        page = read(source)
        pages.append(PageReading(page.text, page.lines, page.skew, _cpu() - begun))
    return pages


def ours(pdf: Path, cores: int) -> list[PageReading]:
    """saraban's whole recipe. Stamps stand apart from the lines and are not counted, as the truth
    leaves them out too."""
    from pipeline.rasterise import pdf_page_count, render_pdf_page
    from pipeline.scan import read_scan

    def read(number: int) -> PageReading:
        page = read_scan(render_pdf_page(pdf, number), number)
        lines = tuple(PlacedLine(line.text, line.box.as_tuple()) for line in page.lines)
        return PageReading(page.text, lines, page.skew)

    return _each(read, range(1, pdf_page_count(pdf) + 1), cores)


def tesseract(language: str, pdf: Path, cores: int) -> list[PageReading]:
    """Stock Tesseract at its defaults on pages drawn at 300 dpi, one thread each."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "300", pdf, f"{folder}/page"], check=True)

        def read(picture: Path) -> PageReading:
            command: list[str | Path] = ["tesseract", picture, "-", "-l", language, "--dpi", "300"]
            done = subprocess.run(
                command,
                check=True,
                capture_output=True,
                text=True,
            )
            return PageReading(done.stdout)

        return _each(read, sorted(Path(folder).glob("*.ppm")), cores)


def ocrmypdf(pdf: Path, cores: int) -> list[PageReading]:
    """OCRmyPDF at its defaults; the text is its own sidecar."""
    with tempfile.TemporaryDirectory() as folder:
        sidecar = Path(folder) / "text.txt"
        options: list[str | Path] = [
            "-q",
            "-l",
            "tha+eng",
            "--jobs",
            str(cores),
            "--sidecar",
            sidecar,
        ]
        subprocess.run([OCRMYPDF, *options, pdf, Path(folder) / "out.pdf"], check=True)
        texts = sidecar.read_text("utf-8").removesuffix("\f").split("\f")
    return [PageReading(text) for text in texts]


ENGINES: dict[str, Callable[[Path, int], list[PageReading]]] = {
    "ours": ours,
    "tha": partial(tesseract, "tha"),
    "tha+eng": partial(tesseract, "tha+eng"),
    "script/Thai": partial(tesseract, "Thai"),
    "ocrmypdf": ocrmypdf,
}


def read_apart(engine: str, pdf: Path, cores: int, tessdata: Path | None = None) -> Reading:
    """Read a file in a process of its own; `tessdata` is the folder of another model of ours."""
    # Tesseract's own threads fight each other: by default all its users would be slower, and
    # OCRmyPDF skips a page that takes minutes.
    told = {"OMP_THREAD_LIMIT": "1"}
    if tessdata:
        told["SARABAN_TESSDATA"] = str(tessdata)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.ocr.engines", engine, pdf, "--cores", str(cores)],
        env=os.environ | told,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    reading = json.loads(done.stdout.splitlines()[-1])
    pages = []
    for page in reading.pop("pages"):
        lines = tuple(PlacedLine(line["text"], tuple(line["box"])) for line in page.pop("lines"))
        pages.append(PageReading(lines=lines, **page))
    return Reading(pages=tuple(pages), **reading)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("engine", choices=ENGINES)
    parser.add_argument("pdf", type=Path)
    parser.add_argument("--cores", type=int, default=2)
    arguments = parser.parse_args()
    begun = time.perf_counter()
    pages = ENGINES[arguments.engine](arguments.pdf, arguments.cores)
    wall = time.perf_counter() - begun
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    peak = max(_own_peak(), children)
    print(json.dumps(asdict(Reading(tuple(pages), _cpu(), wall, peak / 1024))))


if __name__ == "__main__":
    main()
