"""Pages that lie behind a paper: a part of it, or a paper of their own?

What is annexed belongs to what it is annexed to. Of what is enclosed a page that is no record of
its own (no number, no issuer, no day, no signature, nothing to be filled in) belongs to the paper
it lies behind, an office registers the two as one, unless that paper is enclosed itself: a
programme behind the order that a letter encloses may be enclosed by the letter.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout import rows
from pipeline.models import Page
from pipeline.page_numbers import row_text
from pipeline.page_order import is_signed, is_signed_by_name
from pipeline.page_places import is_filled_in
from pipeline.title_words import (
    ANNEXED_HERE,
    ENCLOSES,
    FORM,
    LABEL,
    NUMBER,
    RECORD_TITLE,
    REPORT,
    TITLE,
)

# rows in which a title, what a paper is, and the head of a letter stand
_TITLE_ROWS, _TOP, _HEAD = 4, 12, 30


def is_no_record(written: Sequence[Page], page: Page, top: list[str]) -> bool:
    """Whether what lies behind a paper (a programme, an agenda, a list) is a part of it: nobody
    signs it, it is not filled in, and it is not of a kind that stands for itself. Behind a form or
    a report, which are a table themselves, it is not."""
    first = [row_text(row) for row in rows(written[0].lines)[:_TITLE_ROWS]] if written else []
    if any(sign.search(text) for sign in (FORM, REPORT) for text in first):
        return False
    title = next((text for text in top if not LABEL.search(text)), "")
    return not (RECORD_TITLE.match(title) or is_signed_by_name(page) or is_filled_in(page))


def is_enclosed(papers: Sequence[Sequence[Page]]) -> bool:
    """Whether the last of the papers found so far lies behind one that tells what it encloses."""
    heads = (rows(page.lines)[:_HEAD] for paper in papers[:-1] for page in paper[:1])
    return any(ENCLOSES.match(row_text(row)) for head in heads for row in head)


def announces_an_annex(written: Sequence[Page]) -> bool:
    """Whether a paper, signed on its last page so far, says ตามบัญชีแนบท้ายคำสั่งนี้ or the like."""
    top = [row_text(row) for row in rows(written[0].lines)[:_TOP]]
    titled = any(sign.search(text) for sign in (TITLE, NUMBER) for text in top)
    if not titled or not is_signed(written[-1]):
        return False
    told = "".join(row_text(row) for page in written for row in rows(page.lines))
    return ANNEXED_HERE.search(told) is not None
