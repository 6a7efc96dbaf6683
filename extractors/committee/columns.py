"""Rows of a page as cells, whether they were ruled, tabbed, or only set apart by white space."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.committee.roles import read_role
from extractors.text.clauses import body_rows, read_marker
from extractors.text.passage import Evidence, Passage
from extractors.text.people import is_given_name_only, is_post, split_person
from pipeline.layout import join_wrapped
from pipeline.models import Box, Cell, Document, Line, Page, Table

_NO_MEMBERS = re.compile(r"งบประมาณ|ระยะเวลา|จำนวนเงิน|วงเงิน|ตัวชี้วัด|เป้าหมาย")
_APART = re.compile(r"\s*[|¦\t}]\s*|\s{3,}|\s*[.…]{4,}\s*")  # นาย ก   กรรมการ | นาย ก......กรรมการ
# Dirt of the paper at the edges of a cell: - ยิ่งยวด | ผู้บังคับหมวดบริการ, | ประจำชุด .
_FLECK_BEFORE = re.compile(r"[-–—.,'’“”\"|·~]+\s+(?=[ก-ฮเ-ไ])")
_FLECK_BEHIND = re.compile(r"(?<=[ก-๎])(?:\s?[-–—,'’“”\"|·~]+|\s[.])+\s*$")
# … and between the words of a name: นางสาวปาลิตา.เอี่ยมสะอาด
_FLECK_WITHIN = re.compile(
    r"^(?P<given>[^ก-๎]{0,6}(?:[ก-๎]+\s)?(?:นาย|นาง|นางสาว|[ก-๎]*ดร\.)[ก-๎]{3,})[.,](?=[ก-ฮเ-ไ][ก-๎]{3})"
)
# … and over a title: น่ายสมศักดิ์ | อาจารย์ นายุแพทย์กานต์
_FLECK_ON_TITLE = re.compile(
    r"(?<![ก-๎])น[่-๋็]?า[่-๋]?(?:ย|(?P<f>ง)(?P<miss>ส[่-๋]?า[่-๋]?ว)?)[ุู่-๋]?(?=[ก-ฮเ-ไ])"
)


@dataclass(frozen=True, slots=True)
class CellRow:
    """Cells beside each other, left to right, and the lines that they were cut from.

    `whole` says that the cells are complete (a row of a real table): nothing of them stands on the
    rows below; `first` that it is the first row of its table.
    """

    cells: tuple[Evidence, ...]
    lines: tuple[Line, ...]
    whole: bool = False
    first: bool = False

    @property
    def page(self) -> int:
        return self.cells[0].page

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells)

    @property
    def top(self) -> float:
        return min(cell.box.top for cell in self.cells)

    @property
    def bottom(self) -> float:
        return max(cell.box.bottom for cell in self.cells)


def cell_rows(document: Document) -> list[CellRow]:
    """All rows of a document. A row of a table is one row, however many lines its cells hold."""
    return [row for page in document.pages for row in _page_rows(page)]


def is_grid(table: Table) -> bool:
    """Whether a table has rows and columns in earnest, not a frame or a box around a note."""
    wide = [row for row in table.rows if len(row) > 1]
    return len(table.rows) > 1 and 2 * len(wide) >= len(table.rows)


def cell_text(cell: Cell) -> str:
    """The lines of a cell joined as one wrapped sentence."""
    return " ".join(join_wrapped([line.text for line in cell.lines]).split())


def _page_rows(page: Page) -> list[CellRow]:
    grids = [table for table in page.tables if is_grid(table) and not _many_in_a_cell(table)]
    held = {line for table in grids for row in table.rows for cell in row for line in cell.lines}
    found = []
    for row in body_rows(page):
        lines = [line for line in row.lines if line not in held]
        cells = [cell for place, line in enumerate(lines) for cell in _split(line, place == 0)]
        if cells:
            found.append(CellRow(tuple(cells), tuple(lines)))
    for table in grids:
        if any(_tells_no_member(cell_text(cell)) for cell in table.rows[0]):
            continue  # what is done when and for how much, not who serves as what
        merged = _merged_duties(table)
        whole = [
            _whole((*row, *merged[place]), first=place == 0) for place, row in enumerate(table.rows)
        ]
        found += [row for row in whole if row is not None]
    return sorted(found, key=lambda row: row.top) if grids else found


def _tells_no_member(text: str) -> bool:
    """Whether a heading is of money or time; a post may name them: ผู้อำนวยการกองแผนและงบประมาณ."""
    return _NO_MEMBERS.search(text) is not None and not is_post(text)


def _merged_duties(table: Table) -> list[list[Cell]]:
    """For each row the duty that stands at its right in a cell merged with rows above it."""
    found: list[list[Cell]] = []
    open_cell: Cell | None = None
    for row in table.rows:
        filled = [cell for cell in row if cell.lines]
        if open_cell and not any(open_cell.box.bottom > cell.box.middle for cell in filled):
            open_cell = None
        apart = all(open_cell and cell.box.right <= open_cell.box.left + 0.01 for cell in filled)
        found.append([open_cell] if open_cell and apart else [])
        if filled and read_role(cell_text(filled[-1])):
            open_cell = filled[-1]
    return found


def _many_in_a_cell(table: Table) -> bool:
    """Whether a cell holds several numbered lines: the columns are ruled, the rows are not."""
    number = re.compile(r"\(?[๐-๙0-9]{1,3}[.)]?(?:\s|$)")
    return any(
        sum(bool(number.match(line.text)) for line in cell.lines) > 1
        for row in table.rows
        for cell in row
    )


def _whole(row: Sequence[Cell], first: bool) -> CellRow | None:
    cells: list[Evidence] = []
    lines: list[Line] = []
    for cell in row:
        passage = Passage.of(cell.lines, _between(cell))
        if passage.text.strip():
            cells.append(_without_fleck(passage.whole()))
            lines += cell.lines
    return CellRow(tuple(cells), tuple(lines), whole=True, first=first) if cells else None


def _between(cell: Cell) -> str | None:
    """What joins a cell's lines: a surname or a post below a name stands apart."""
    first, below = (line.text for line in cell.lines[:2]) if len(cell.lines) > 1 else ("", "")
    marker = read_marker(first)
    name = split_person(first[marker[1] :] if marker else first)
    alone = name is not None and not name.rest
    apart = name is not None and (is_given_name_only(name.name) or is_post(below))
    return " " if alone and apart else None


def _split(line: Line, first: bool) -> list[Evidence]:
    """A line cut where it is set apart; leaders, bars and dirt are left off. `first`: nothing
    stands left of it, and what it begins with may be a bullet."""
    passage = Passage.of([line])
    found: list[Evidence] = []
    start = 0
    for gap in [*_APART.finditer(line.text), None]:
        end = gap.start() if gap else len(line.text)
        if line.text[start:end].strip():
            fleck = None if first and not found else _FLECK_BEFORE.match(line.text, start, end)
            behind = _FLECK_BEHIND.search(line.text, start, end)
            begins, ends = fleck.end() if fleck else start, behind.start() if behind else end
            cell = _cut(passage, line, begins, ends)
            found.append(_without_fleck(cell))
        start = gap.end() if gap else end
    return found


def _without_fleck(cell: Evidence) -> Evidence:
    text = _FLECK_ON_TITLE.sub(_title, cell.text)
    return replace(cell, text=_FLECK_WITHIN.sub(r"\g<given> ", text))


def _title(read: re.Match[str]) -> str:
    return "นางสาว" if read["miss"] else "นาง" if read["f"] else "นาย"


def _cut(passage: Passage, line: Line, start: int, end: int) -> Evidence:
    """As `Passage.cut`; a line whose words have no boxes lends a share of its own."""
    cut = passage.cut(start, end)
    if line.words:
        return cut
    width = line.box.width / max(1, len(line.text))
    box = Box(
        line.box.left + start * width, line.box.top, line.box.left + end * width, line.box.bottom
    )
    return Evidence(cut.text, cut.page, box, cut.confidence)
