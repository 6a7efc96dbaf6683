"""The rows of a page as texts, in which signs of what a page is are looked for.

A title, what a paper is, and the head of a letter stand within the first `TITLE_ROWS`, `TOP` and
`HEAD` rows.
"""

from __future__ import annotations

import re
import unicodedata

from pipeline.layout import Row, rows
from pipeline.models import Page

TITLE_ROWS, TOP, HEAD = 4, 12, 30


def row_texts(page: Page) -> list[str]:
    """The texts of all rows from the top to the foot."""
    return [row_text(row) for row in rows(page.lines)]


def row_text(row: Row) -> str:
    """The row's text without tone marks, so that a misread tone does no harm."""
    text = unicodedata.normalize("NFC", row.text).replace("ํา", "ำ")
    return re.sub(r"[่-์]", "", text).strip()
