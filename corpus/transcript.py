"""The packet's text, line by line, as the templates need it: words from here, layout from there."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
PACKET = HERE / "packet" / "packet.txt"

# The line of packet.txt that each of the seven pages starts at. The text has no page breaks;
# page 3 starts at clause ๓ and page 5 at duty ๔.
PAGE_STARTS = (5, 48, 80, 101, 131, 143, 158)


@dataclass
class Transcript:
    """The lines of one page by their line number in the file; remembers which were printed."""

    lines: dict[int, str]
    used: set[int] = field(default_factory=set)

    def __getitem__(self, number: int) -> str:
        self.used.add(number)
        return self.lines[number]

    def between(self, first: int, last: int) -> list[str]:
        """Those of the lines first..last that hold text."""
        return [self[number] for number in self.lines if first <= number <= last]

    def cells(self, number: int) -> list[str]:
        """The columns of a line: of a Markdown row, or set apart by tabs."""
        line = self[number]
        if "\t" in line:
            return [cell.strip() for cell in line.split("\t")]
        return [cell.strip() for cell in line.strip("|").split("|")]

    def rows(self, first: int, last: int) -> list[list[str]]:
        return [self.cells(n) for n in self.lines if first <= n <= last]

    @property
    def unused(self) -> list[str]:
        return [line for number, line in self.lines.items() if number not in self.used]


def read_packet(path: Path = PACKET) -> list[Transcript]:
    """The packet's pages.

    The text is the reading of an OCR engine that also writes Markdown: table rules and the dash
    that it put before a list's heading are its own, not the letter's, and are left out.
    """
    pages: list[dict[int, str]] = []
    open_row = 0
    for number, raw in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if number in PAGE_STARTS:
            pages.append({})
        line = unicodedata.normalize("NFC", raw).rstrip(" ")
        if not line.strip() or not pages or set(line) <= set("-| "):
            continue
        if open_row:  # a table cell that went on in the next line
            pages[-1][open_row] += "\n" + line
        else:
            pages[-1][number] = _without_markdown(line)
        row_from = open_row or (number if line.lstrip().startswith("|") else 0)
        open_row = 0 if line.endswith("|") else row_from
    return [Transcript(page) for page in pages]


def _without_markdown(line: str) -> str:
    for start in ("- สิ่งที่ส่งมาด้วย", "- ทั้งนี้"):
        if line.startswith(start):
            return line.removeprefix("- ")
    return line if "\t" in line else line.strip(" ")
