"""Word files (.docx) as pages. The only file that knows python-docx.

A Word file has no pages until it is printed; here only what its writer broke on purpose is a page:
page breaks and new sections.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml

from pipeline.models import Page
from pipeline.refusals import refused
from pipeline.word.blocks import Block, BlockReader, PageBreak, TextBlock
from pipeline.word.layout import Paper, lay_out
from pipeline.word.styles import Styles, w

MOST_LINES = (
    20_000  # of a file: five hundred pages; the longest rules of an office have half as many
)
_CHANGES = "The Word file has tracked changes; it was read as if they were accepted."
# What python-docx and lxml raise on parts that are missing or not what they should be.
_BROKEN = (
    PackageNotFoundError,
    zipfile.BadZipFile,
    AttributeError,
    IndexError,
    KeyError,
    SyntaxError,
    ValueError,
)


def word_page_count(path: Path) -> int:
    """Number of pages that the file's own breaks make. Raises FileRefused (damaged_word,
    too_many_lines)."""
    return len(_pages(path, path.stat().st_mtime_ns))


def read_word_page(path: Path, number: int) -> Page:
    """Page `number` (from 1): paragraphs, tables, text boxes, header and footer in order.

    Raises FileRefused as above.
    """
    pages = _pages(path, path.stat().st_mtime_ns)
    if not 1 <= number <= len(pages):
        raise IndexError(f"page {number} of {len(pages)}")
    return pages[number - 1]


@lru_cache(maxsize=4)
def _pages(path: Path, _changed: int) -> tuple[Page, ...]:
    """All pages; kept for the few files being read, as their pages are asked for one by one."""
    try:
        return tuple(_read(docx.Document(str(path))))
    except _BROKEN as error:
        raise refused("damaged_word", detail=str(error)[:200] or type(error).__name__) from error


def _read(document: Any) -> Iterator[Page]:
    body = document.element.body
    reader = BlockReader(Styles(_root(document, "styles"), _root(document, "numbering")))
    pages = list(_split(reader.blocks(body)))
    notes = (_CHANGES,) if _has_changes(body) else ()
    paper = _paper(document.sections[0])
    left = MOST_LINES
    for number, blocks in enumerate(pages, start=1):
        header, footer = _running(document.sections[0], reader, number)
        lines, tables = lay_out([*header, *blocks, *footer], number, paper)
        left -= len(lines)
        if left < 0:
            raise refused("too_many_lines", limit=MOST_LINES)
        yield Page(number, lines, tables, origin="word_file", notes=notes)


def _split(blocks: Iterator[Block]) -> Iterator[list[Block]]:
    """Blocks of each page; a page on which nothing stands is none, unless it is the only one."""
    page: list[Block] = []
    given = False
    for block in chain(blocks, [PageBreak()]):
        if not isinstance(block, PageBreak):
            page.append(block)
        elif any(not isinstance(each, TextBlock) or each.text.strip() for each in page):
            yield page
            given, page = True, []
    if not given:
        yield page


def _running(section: Any, reader: BlockReader, number: int) -> tuple[list[Block], list[Block]]:
    """Header and footer of a page, as blocks."""
    first = number == 1 and section.different_first_page_header_footer
    header = section.first_page_header if first else section.header
    footer = section.first_page_footer if first else section.footer
    return _filled(reader, header), _filled(reader, footer)


def _filled(reader: BlockReader, part: Any) -> list[Block]:
    if part.is_linked_to_previous:  # of the first section: there is none
        return []
    blocks: list[Block] = [
        block for block in reader.blocks(part._element) if not isinstance(block, PageBreak)
    ]
    while blocks and isinstance(blocks[-1], TextBlock) and not blocks[-1].text.strip():
        blocks.pop()
    return blocks


def _root(document: Any, kind: str) -> Any | None:
    """The root element of a part that the document refers to, None if it has none."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            part = relation.target_part
            element = getattr(part, "element", None)
            return parse_xml(part.blob) if element is None else element
    return None


def _has_changes(body: Any) -> bool:
    return next(body.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo")), None) is not None


def _paper(section: Any) -> Paper:
    usual = Paper()
    if not section.page_width:
        return usual
    width = section.page_width.twips
    left = section.left_margin.twips if section.left_margin is not None else usual.left
    right = section.right_margin.twips if section.right_margin is not None else usual.right
    return Paper(width, left, right) if 0 <= left < width - max(0, right) else usual
