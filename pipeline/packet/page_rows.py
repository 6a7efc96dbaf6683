"""The rows of a page as texts, in which signs of what a page is are looked for.

A title, what a paper is, and the head of a letter stand within the first `TITLE_ROWS`, `TOP` and
`HEAD` rows.
"""

from __future__ import annotations

import re
import unicodedata

from pipeline.layout import Row, rows
from pipeline.models import Line, Page
from pipeline.packet.title_words import LABEL

TITLE_ROWS, TOP, HEAD = 4, 12, 30


def row_texts(page: Page) -> list[str]:
    """The texts of all rows from the top to the foot; a label in the corner beside the title
    (สิ่งที่ส่งมาด้วย ๒ │ แบบสำรวจ…) is a row of its own, above it."""
    found: list[str] = []
    for place, row in enumerate(rows(page.lines)):
        label = next(filter(is_label, row.lines), None) if place < TITLE_ROWS else None
        if label is not None and len(row.lines) > 1:
            found.append(row_text(Row((label,))))
            row = Row(tuple(line for line in row.lines if line is not label))
        found.append(row_text(row))
    return found


def is_label(line: Line) -> bool:
    """Whether a line only says which enclosure a sheet is: สิ่งที่ส่งมาด้วย ๒."""
    return LABEL.search(row_text(Row((line,)))) is not None


def row_text(row: Row) -> str:
    """The row's text without tone marks, so that a misread tone does no harm."""
    text = unicodedata.normalize("NFC", row.text).replace("ํา", "ำ")
    return re.sub(r"[่-์]", "", text).strip()
