"""Word files (.docx) as pages. The only file that knows python-docx.

A Word file has no pages until it is printed; here only what its writer broke on purpose is a page:
page breaks and new sections.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml

from pipeline.models import Page
from pipeline.refusals import refused
from pipeline.word.blocks import Block, BlockReader, Break, TextBlock
from pipeline.word.layout import Paper, lay_out
from pipeline.word.paginate import Section, paginate
from pipeline.word.styles import Styles, value, w
from pipeline.word.unread import unread

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
    styles = Styles(_root(document, "styles"), _root(document, "numbering"))
    reader = BlockReader(styles, _notes(document))
    own = [each for each in body.iter(w("sectPr")) if each.getparent().tag != w("sectPrChange")]
    pages = paginate(reader.blocks(body), [Section.of(each) for each in own])
    notes = ((_CHANGES,) if _has_changes(body) else ()) + unread(body)
    paper = _paper(document.sections[0])
    left = MOST_LINES
    for number, page in enumerate(pages, start=1):
        section = min(page.section, len(document.sections) - 1)
        header, footer = _running(document.sections, section, page.first, reader)
        lines, tables = lay_out([*header, *page.blocks, *footer], number, paper)
        left -= len(lines)
        if left < 0:
            raise refused("too_many_lines", limit=MOST_LINES)
        yield Page(number, lines, tables, origin="word_file", notes=notes)


def _running(
    sections: Any, place: int, first: bool, reader: BlockReader
) -> tuple[list[Block], list[Block]]:
    """Header and footer of a page of a section, as blocks; `first`: it is the section's first."""
    special = "first_page_" if first and sections[place].different_first_page_header_footer else ""
    return tuple(
        _filled(reader, [getattr(section, special + kind) for section in sections[: place + 1]])
        for kind in ("header", "footer")
    )  # type: ignore[return-value]


def _filled(reader: BlockReader, parts: Sequence[Any]) -> list[Block]:
    """The blocks of the last part that is not the one before it again."""
    own = next((part for part in reversed(parts) if not part.is_linked_to_previous), None)
    if own is None:
        return []
    blocks: list[Block] = [
        block for block in reader.blocks(own._element) if not isinstance(block, Break)
    ]
    while blocks and isinstance(blocks[-1], TextBlock) and not blocks[-1].text.strip():
        blocks.pop()
    return blocks


def _notes(document: Any) -> dict[tuple[str, str], Any]:
    """Footnotes and endnotes by the tag that calls them and their ids."""
    found = {}
    for kind in ("footnote", "endnote"):
        root = _root(document, f"{kind}s")
        for note in () if root is None else root.findall(w(kind)):
            found[w(f"{kind}Reference"), value(note, "id") or ""] = note
    return found


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
    top = section.top_margin.twips if section.top_margin is not None else usual.top
    return Paper(width, left, right, abs(top)) if 0 <= left < width - max(0, right) else usual
