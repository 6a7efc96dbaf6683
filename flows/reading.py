"""A source file → its pages, its documents, and what each document says.

Needs no archive and no Prefect: `saraban extract` is this and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from extractors.describe import describe_all
from extractors.record import Extraction, Source
from pipeline.digitise import page_count, read_page
from pipeline.models import Document, Page, SourceFile
from pipeline.split import split

OnPage = Callable[[int, int], None]
"""Called with how many pages are read, and of how many: at first, and after each page."""


@dataclass(frozen=True)
class Reading:
    """What reading one file gave; `extraction.documents[i]` describes `documents[i]`."""

    pages: tuple[Page, ...]
    documents: tuple[Document, ...]
    extraction: Extraction


def read(source: SourceFile, workers: int = 2, on_page: OnPage | None = None) -> Reading:
    """Read all pages, `workers` at a time, split them into documents and describe each.

    Raises FileRefused if a page cannot be read, ToolMissing if the recogniser is not installed.
    """
    pages = read_pages(source, workers, on_page)
    documents = split(pages)
    return Reading(pages, documents, extract(source, pages, documents))


def read_pages(
    source: SourceFile, workers: int = 2, on_page: OnPage | None = None
) -> tuple[Page, ...]:
    """All pages in their order. The recogniser is a program of its own, so threads suffice."""
    total = page_count(source)
    pages: list[Page] = []
    if on_page is not None:
        on_page(0, total)
    with ThreadPoolExecutor(max_workers=workers) as pool:
        try:
            for page in pool.map(lambda number: read_page(source, number), range(1, total + 1)):
                pages.append(page)
                if on_page is not None:
                    on_page(len(pages), total)
        finally:  # one page failed, or a person interrupted: the rest need not be read
            pool.shutdown(wait=True, cancel_futures=True)
    return tuple(pages)


def extract(source: SourceFile, pages: Sequence[Page], documents: Sequence[Document]) -> Extraction:
    """What the documents of one file say."""
    return Extraction(
        source=Source(
            name=source.name,
            sha256=source.sha256,
            media_type=source.media_type,
            page_count=len(pages),
        ),
        documents=describe_all(documents),
    )
