"""Read every case (or take its reading from before), describe its documents, compare with truth."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.score.cases import Case, true_pages
from benchmarks.score.compare import Verdict, compare
from benchmarks.score.readings import reader_version, reading
from extractors.describe import describe_all
from pipeline.intake.accept import look_at
from pipeline.models import Page
from pipeline.split import split


@dataclass(frozen=True)
class Scored:
    """One case with its verdicts. Seconds are CPU time: of reading, and of all after reading."""

    case: Case
    pages: tuple[Page, ...]
    verdicts: tuple[Verdict, ...]
    reading_seconds: float
    describing_seconds: float
    stale: bool = False  # scored on a reading that an older reader made


def score(
    cases: Iterable[Case], from_text: bool = False, stale: bool = False, workers: int = 1
) -> Iterator[Scored]:
    """Score cases one after the other. Cases without a true text are left out of `from_text`.

    Raises FileRefused if a file cannot be read: a case that cannot be scored must not pass unseen.
    """
    for case in cases:
        if from_text and not case.text_path.exists():
            continue
        if from_text:
            pages, seconds, version = true_pages(case), 0.0, reader_version()
        else:
            read = reading(look_at(case.path), workers, stale)
            pages, seconds, version = read.pages, read.cpu_seconds, read.version
        start = time.process_time()
        found = [one.model_dump(mode="json") for one in describe_all(split(pages))]
        describing = time.process_time() - start
        verdicts = compare(found, case.truth["documents"], case.whole)
        yield Scored(case, pages, tuple(verdicts), seconds, describing, version != reader_version())
