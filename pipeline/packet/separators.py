"""Sheets that a clerk laid between papers: they are part of none."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.models import Page
from pipeline.packet.page_order import is_signed
from pipeline.packet.page_places import bears_title_alone
from pipeline.packet.page_rows import TOP, row_texts
from pipeline.packet.title_words import (
    COUNTS_PAPERS,
    ENCLOSURES_FOLLOW,
    NAMES_A_CLASS,
    NAMES_A_FILE,
    NUMBER,
    POST_OF_A_DAY,
    SEPARATOR,
    TITLE,
    WHOLE_TITLE,
)

_FEW_WORDS = 120
_BARE = (
    ENCLOSURES_FOLLOW,
    COUNTS_PAPERS,
    POST_OF_A_DAY,
    NAMES_A_CLASS,
)  # all that such a sheet bears


def is_separator(page: Page) -> bool:
    """Whether a sheet of few words says that it parts papers."""
    text = " ".join(row_texts(page))
    coded = any(SEPARATOR.search(code.text) for code in page.codes)
    bare = bool(text) and any(one.fullmatch(text) for one in _BARE)
    told = SEPARATOR.search(text) or NAMES_A_FILE.fullmatch(text)
    return coded or bare or (len(text) < _FEW_WORDS and told is not None)


def sheets_between(pages: Sequence[Page]) -> list[Page]:
    """Sheets with a few words in the middle (เรื่องตอบกลับ │ ธันวาคม ๒๕๖๗), a paper that is signed
    before them and one that bears a number or a title behind them, whatever their words are."""
    print_ = [page for page in pages if page.lines]
    return [
        page
        for before, page, after in zip(print_, print_[1:], print_[2:], strict=False)
        if is_signed(before) and bears_title_alone(page) and _begins_a_paper(after)
    ]


def _begins_a_paper(page: Page) -> bool:
    top = row_texts(page)[:TOP]
    return any(sign.search(text) for sign in (NUMBER, TITLE, WHOLE_TITLE) for text in top)
