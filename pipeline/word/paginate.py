"""Blocks of a Word file parted into pages and columns, as its writer broke them on purpose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from pipeline.word.blocks import (
    Block,
    ColumnBreak,
    ColumnsBlock,
    NoteBlock,
    PageBreak,
    SectionBreak,
    TextBlock,
)
from pipeline.word.styles import value, w


@dataclass(frozen=True, slots=True)
class Section:
    """What a section says of itself (ECMA-376 part 1, 17.6)."""

    on_new_page: bool = True
    columns: int = 1

    @staticmethod
    def of(properties: Any) -> Section:
        """From a w:sectPr."""
        columns = value(properties.find(w("cols")), "num") or "1"
        return Section(
            value(properties.find(w("type"))) != "continuous",
            int(columns) if columns.isdecimal() else 1,
        )


@dataclass(frozen=True, slots=True)
class WordPage:
    """Blocks without breaks, footnotes last; `section` counts from 0."""

    blocks: tuple[Block, ...]
    section: int
    first: bool  # of its section


def paginate(blocks: Iterable[Block], sections: Sequence[Section]) -> list[WordPage]:
    """The pages; one on which nothing stands is none, unless it is the only one."""
    pages: list[WordPage] = []
    for section, page in _all_pages(blocks, sections):
        if any(not isinstance(each, TextBlock) or each.text.strip() for each in page):
            first = not pages or pages[-1].section != section
            pages.append(WordPage(page, section, first))
    return pages or [WordPage((), 0, True)]


def _all_pages(
    blocks: Iterable[Block], sections: Sequence[Section]
) -> Iterator[tuple[int, tuple[Block, ...]]]:
    """The section that each page begins in, and its blocks."""
    page: list[Block] = []
    part: list[Block] = []  # of the page, in the section at hand
    section = begun = 0
    for block in chain(blocks, [SectionBreak()]):
        if not isinstance(block, PageBreak | SectionBreak):
            part.append(block)
            continue
        page += _in_columns(part, sections[section] if section < len(sections) else Section())
        part = []
        if isinstance(block, SectionBreak):
            section += 1
            if section < len(sections) and not sections[section].on_new_page:
                continue
        notes = [each for each in page if isinstance(each, NoteBlock)]
        yield begun, (*(each for each in page if not isinstance(each, NoteBlock)), *notes)
        begun, page = section, []


def _in_columns(blocks: list[Block], section: Section) -> list[Block]:
    """The blocks of a section's part of a page. Where no break tells, how Word fills columns is not
    known: they follow one another."""
    columns: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, ColumnBreak):
            columns.append([])
        else:
            columns[-1].append(block)
    if section.columns < 2 or len(columns) < 2:
        return [block for column in columns for block in column]
    return [ColumnsBlock(tuple(map(tuple, columns)))]
