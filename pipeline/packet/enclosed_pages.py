"""Pages that lie behind a paper: a part of it, or a paper of their own?

What is annexed belongs to what it is annexed to. Of what is enclosed a page that is no record of
its own belongs to the paper it lies behind: an office registers the two as one. A record is what
bears a number, an issuer or a signature, is to be filled in or signed, has a cover, or tells news.
Only a record has parts: behind a form, a report or another list, whose it may not be, a list
stands alone; so it does behind what a letter encloses, since the letter may enclose it too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from re import Pattern

from rapidfuzz import fuzz

from pipeline.models import Page
from pipeline.packet.page_order import is_signed, is_signed_by_name
from pipeline.packet.page_places import is_filled_in, paragraph_below, title_rows
from pipeline.packet.page_rows import HEAD, TITLE_ROWS, TOP, row_texts
from pipeline.packet.separators import is_separator
from pipeline.packet.title_words import (
    ADDRESSEE,
    ANNEXED_HERE,
    CERTIFIES,
    ENCLOSES,
    FORM,
    LABEL,
    NUMBER,
    OFFICE,
    OFFICE_NAME,
    RECORD_NUMBER,
    RECORD_TITLE,
    REPORT,
    SENDS,
    SUBJECT,
    TITLE,
    WHOLE_TITLE,
)

_ALIKE = 85  # per cent; two readings of one office differ by a letter or two
# โรงเรียน… │ปีการศึกษา ๒๕๖๗: what stands behind an office on its row and is no part of its name
_BEHIND_A_NAME = re.compile(
    r"\s+(?:ประจำ|ปี(?:การศึกษา|งบประมาณ)|ภาคเรียน|รุน|ครังที|ระหวาง|วันที|พ\.ศ\.|ณ\s|[\d๐-๙]{4}).*$"
)
_LETTERED = (NUMBER, OFFICE, SUBJECT)
_OF_A_RECORD = (TITLE, WHOLE_TITLE, RECORD_TITLE, CERTIFIES, *_LETTERED)


def is_no_record(
    written: Sequence[Page], page: Page, top: list[str], later: Sequence[Page] = ()
) -> bool:
    """Whether what lies behind a paper (a programme, an agenda, a list) is a part of it.

    `written`: the paper so far; `top`: the rows of `page`; `later`: its pages behind that.
    """
    if not _has_parts(written):
        return False
    title = next((text for text in top if not LABEL.search(text)), "")
    signed = any(is_signed_by_name(each) for each in (page, *later))
    stands = RECORD_TITLE.match(title) or signed or is_filled_in(page)
    return not (
        stands or _is_numbered(top) or _names_another_issuer(written, page) or _tells_news(page)
    )


def _has_parts(written: Sequence[Page]) -> bool:
    """Whether a paper is a record of its own, and no form or report, which are a table themselves
    and are signed by whoever fills them in."""
    if not written:
        return True
    first = _head(written[0])
    if _any((FORM, REPORT), first[:TITLE_ROWS]):
        return False
    if is_filled_in(written[0]) and not _any((TITLE, *_LETTERED), first):
        return False
    return _any(_OF_A_RECORD, first) or any(is_signed_by_name(page) for page in written)


def _is_numbered(top: list[str]) -> bool:
    return _any((RECORD_NUMBER,), top[:TITLE_ROWS])


def _names_another_issuer(written: Sequence[Page], page: Page) -> bool:
    """Whether an office stands over or under the title in the middle (บัญชีโอน… │ เทศบาลเมืองตาก), and
    it is none that the paper before names in its head."""
    title = row_texts(page)[: title_rows(page)]
    title = [text for text in title if not LABEL.search(text)]
    offices = [text for text in title if OFFICE_NAME.search(text)] if len(title) > 1 else []
    head = "".join(_head(written[0])) if written else ""
    names = [_BEHIND_A_NAME.sub("", office) for office in offices]
    return any(fuzz.partial_ratio(name, head) < _ALIKE for name in names)


def _tells_news(page: Page) -> bool:
    """Whether a headline stands over a paragraph that tells what an office does."""
    return OFFICE_NAME.match(paragraph_below(page)) is not None


def _any(patterns: Sequence[Pattern[str]], texts: Sequence[str]) -> bool:
    return any(pattern.search(text) for pattern in patterns for text in texts)


def is_enclosed(papers: Sequence[Sequence[Page]]) -> bool:
    """Whether the last of the papers found so far lies behind one that tells what it encloses
    (สิ่งที่ส่งมาด้วย), or behind a letter that sends papers (ขอส่ง…, ตามเอกสารแนบ) and does not list
    them. In that case a list behind a letter, an order or an announcement is a part of it."""
    if any(ENCLOSES.match(text) for paper in papers[:-1] for text in _head(paper[0])):
        return True
    last = _head(papers[-1][0]) if papers else []
    if _is_letter(last) or _any((TITLE,), last[:TOP]):
        return False
    behind = takewhile(lambda paper: not is_separator(paper[0]), reversed(papers[:-1]))
    heads = (_head(paper[0]) for paper in behind)
    return any(_is_letter(head) and _any((SENDS,), ["".join(head)]) for head in heads)


def _is_letter(head: Sequence[str]) -> bool:
    return _any((ADDRESSEE,), head) and _any((NUMBER, OFFICE), head[:TOP])


def _head(page: Page) -> list[str]:
    return row_texts(page)[:HEAD]


def announces_an_annex(written: Sequence[Page]) -> bool:
    """Whether a paper, signed on its last page so far, says ตามบัญชีแนบท้ายคำสั่งนี้ or the like."""
    top = row_texts(written[0])[:TOP]
    if not _any((TITLE, NUMBER), top) or not is_signed(written[-1]):
        return False
    told = "".join(text for page in written for text in row_texts(page))
    return ANNEXED_HERE.search(told) is not None
