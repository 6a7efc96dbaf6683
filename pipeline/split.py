"""Where one document of a packet ends and the next begins.

Each page is judged by signs at its top (a title by its words or by its place, a letter's number, a
page number, a clause that goes on) and at the end of the page before (a signature, an end well
above the foot, a word that calls the next page). A sign has a weight and a reason; a page whose
weights reach `ENOUGH` begins a document.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.layout import rows
from pipeline.models import Document, Page
from pipeline.packet.enclosed_pages import announces_an_annex, is_enclosed, is_no_record
from pipeline.packet.page_numbers import printed_number
from pipeline.packet.page_order import (
    is_signed,
    put_in_order,
    where_the_count_begins_anew,
    with_strays,
)
from pipeline.packet.page_places import (
    begins_with_a_table,
    counts_on,
    ends_short,
    goes_on_with_a_heading,
    is_of_a_booklet,
    title_rows,
)
from pipeline.packet.page_rows import HEAD, TOP, row_texts
from pipeline.packet.separators import is_separator, sheets_between
from pipeline.packet.title_words import (
    ADDRESSEE,
    ANNEX_TITLE,
    ANNEXED,
    CALLS_NEXT,
    CERTIFIES,
    CLAUSE,
    CLOSED,
    DEAR,
    FORM,
    FROM,
    LABEL,
    NAMES_ITSELF,
    NUMBER,
    OFFICE,
    PAGE_NUMBER,
    PART_ALONE,
    REPORT,
    REPORTED,
    SPECIMEN,
    SUBJECT,
    TITLE,
    WHOLE_TITLE,
)

Papers = Sequence[Sequence[Page]]  # pages of one document each

ENOUGH = 3
_ALIKE = 85  # per cent; two readings of one line differ by a letter or two
_BOTTOM = 14  # rows at the foot of a page where a document ends
_COLUMNS = 3  # of a table at least
_LEAVES = 10  # among which the last leaf of what is sent along is looked for
_GAZETTE, _GAZETTE_LINES = "ราชกิจจานุเบกษา", 5


@dataclass(frozen=True, slots=True)
class Sign:
    """Something on a page that speaks for (weight > 0) or against a new document."""

    weight: int
    reason: str


def split(pages: Sequence[Page]) -> tuple[Document, ...]:
    """Consecutive pages as documents. A blank page stays with the document before it; a separator
    sheet is part of none.

    Pages of a document that lie out of order are put right if their page numbers say so; the
    document's `notes` tell it.
    """
    found: list[list[Page]] = []
    apart = sheets_between(pages)
    for place, page in enumerate(pages):
        before = found[-1] if found else []
        behind = pages[place + 1 :]
        beside = page in apart or (bool(before) and before[-1] in apart)
        if not any(other.lines for other in before) and found:
            before.append(page)  # nothing but blank pages so far
        elif beside or not before or begins_document(before, page, found, behind):
            found.append([page])
        else:
            before.append(page)
    first = found[:1]
    papers = [*first, *(group for group in found[1:] if not _is_part_alone((), group[0]))]
    papers = [one for one in papers if not (is_separator(one[0]) or one[0] in apart)] or found
    parted = [part for group in papers for part in where_the_count_begins_anew(group)]
    return tuple(put_in_order(Document(tuple(group))) for group in with_strays(parted))


def begins_document(
    before: Sequence[Page], page: Page, papers: Papers = (), behind: Sequence[Page] = ()
) -> bool:
    """Whether `page` begins a document, the pages of the one so far being `before`.

    `papers`: those of the packet so far, that one the last. `behind`: the pages that follow.
    """
    weights = [sign.weight for sign in signs(before, page, papers, behind)]
    return bool(page.lines) and sum(weights) >= ENOUGH


def signs(
    before: Sequence[Page], page: Page, papers: Papers = (), behind: Sequence[Page] = ()
) -> tuple[Sign, ...]:
    """What speaks for and against a new document at this page, with reasons."""
    top = row_texts(page)[:HEAD]
    written = [other for other in before if other.lines]
    above = row_texts(written[-1])[-_BOTTOM:] if written else []
    at_top = _signs_at_top(top)
    found = [*at_top]
    if _same_title(written[0] if written else None, page):
        found.append(Sign(-4, "bears the same title as the page the document began with"))
    if written and is_signed(written[-1]):
        found.append(Sign(1, "the page before is signed"))
    if above and CALLS_NEXT.search(above[-1]) and not is_signed(written[-1]):
        found.append(Sign(-3, "the page before calls this one"))
    found += _signs_of_count(written[-1] if written else None, page)
    between = [
        is_separator(each) or _is_part_alone(written, each) for each in (page, *written[-1:])
    ]
    if any(between):
        found.append(Sign(9, "is a separator sheet, or follows one"))
    beside = _signs_of_enclosure(written, top)
    if not any(ANNEXED.search(text) for text in top[:4]):
        beside += _signs_of_place(written, page, above)
    told = any(sign.weight > 0 for sign in at_top)
    if not told and any(sign.weight > 0 for sign in beside):
        covers = behind and is_of_a_booklet((page,), behind[0])
        stands_alone = covers or is_enclosed(papers)
        if not stands_alone and is_no_record(written, page, top, _leaves_of(behind)):
            beside = [sign for sign in beside if sign.weight < 0]
    return (*found, *beside)


def _leaves_of(behind: Sequence[Page]) -> list[Page]:
    """The next pages, as far as they bear no head and no title of their own."""
    return list(itertools.takewhile(_goes_on, behind[:_LEAVES]))


def _goes_on(page: Page) -> bool:
    top = row_texts(page)[:HEAD]
    headed = any(sign.weight > 0 for sign in _signs_at_top(top)) or title_rows(page)
    return not (headed or is_separator(page) or any(LABEL.search(text) for text in top[:3]))


def _signs_of_enclosure(written: Sequence[Page], top: list[str]) -> list[Sign]:
    """A label, or the title of what is sent along; what is annexed to an order is a part of it."""
    label = next((match for text in top[:3] if (match := LABEL.search(text))), None)
    if label is not None:
        labels = [LABEL.search(text) for page in written for text in row_texts(page)[:3]]
        if any(other and other["which"] == label["which"] for other in labels):
            return [Sign(-4, "bears the same label as a page before")]
        return [Sign(3, "is labelled as an enclosure")]
    lettered = _first(NUMBER, top[:4]) is not None and _first(ADDRESSEE, top) is not None
    titled = _first(TITLE, top[:3]) is not None
    if not lettered and not titled and any(ANNEXED.search(text) for text in top[:4]):
        return [Sign(-3, "is annexed to what is before it")]
    if top and ANNEX_TITLE.match(top[0]):
        first = row_texts(written[0])[:4] if written else []
        form = _first(FORM, first) is not None
        return [Sign(3 if form else 2, "bears the title of what is sent along")]
    return []


def _signs_of_place(written: Sequence[Page], page: Page, above: list[str]) -> list[Sign]:
    """A title in the middle of the page, where the page before came to its end."""
    if not written or _waits_for_signature(written):
        return []
    found: list[Sign] = []
    labelled = any(LABEL.search(text) for text in row_texts(page)[:3])
    if announces_an_annex(written) and not is_signed(page) and not labelled:
        found.append(Sign(-4, "the paper that ends before it tells of what is annexed"))
    if counts_on(written[-1], page):
        found.append(Sign(-3, "its clauses count on from the page before"))
    goes_on = goes_on_with_a_heading(written, page) or is_of_a_booklet(written, page)
    if title_rows(page) and not goes_on:
        found.append(Sign(2, "begins with a title in the middle"))
        if ends_short(written[-1]):
            found.append(Sign(1, "the page before ends well above its foot"))
    elif begins_with_a_table(page):
        found.append(Sign(1, "begins with a table"))
    if found and found[-1].weight > 0 and _first(CLOSED, above) is not None:
        found.append(Sign(1, "the letter before is closed"))
    return found


def _waits_for_signature(written: Sequence[Page]) -> bool:
    """Whether the paper is of a kind that ends with a signature, and bears none so far."""
    top = row_texts(written[0])[:TOP]
    of_such = any(_first(sign, top) is not None for sign in (TITLE, OFFICE, NUMBER))
    return of_such and not any(is_signed(page) for page in written)


def _signs_of_count(last: Page | None, page: Page) -> list[Sign]:
    number = printed_number(page)
    if number is None or any(_GAZETTE in line.text for line in page.lines[:_GAZETTE_LINES]):
        return []  # the gazette counts its own pages
    if number.number >= 2:
        return [Sign(-4, "bears the number of a later page")]
    before = printed_number(last) if last else None
    if number.sure and before and before.number >= 1:
        return [Sign(2, "bears the number of a first page")]
    return []


def _is_part_alone(before: Sequence[Page], page: Page) -> bool:
    """Whether a page says ส่วนที่ ๒ and nothing else, and is no leaf of the booklet before it."""
    text = " ".join(row_texts(page))
    booklet = bool(before) and before[0] is not page and is_of_a_booklet(before, page)
    return PART_ALONE.fullmatch(text) is not None and not booklet


def _signs_at_top(top: list[str]) -> list[Sign]:
    found: list[Sign] = []
    title = _first(TITLE, top[:TOP])
    form = _first(FORM, top[:4])
    report = _first(REPORT, top[:3])
    number = _first(NUMBER, top[:TOP])
    subject = _first(SUBJECT, top)
    addressee = _first(ADDRESSEE, top)
    if _first(SPECIMEN, top[:4]) is not None:
        found.append(Sign(3, "is marked as a specimen"))
    if _first(WHOLE_TITLE, top[:TOP]) is not None:
        found.append(Sign(3, "says in a title what it is"))
    elif title is not None:
        below = top[title : title + 8]
        named = any(
            _first(sign, below) is not None for sign in (SUBJECT, NUMBER, NAMES_ITSELF, CERTIFIES)
        )
        found.append(Sign(3 if named else 1, "bears a title"))
    elif form is not None:
        found.append(Sign(3, "bears the title of a form"))
    elif report is not None and _first(REPORTED, top[report + 1 : report + 4]) is not None:
        found.append(Sign(3, "bears the title of a report"))
    elif addressee is None and _first(CERTIFIES, top[:TOP]) is not None:
        found.append(Sign(3, "certifies something"))
    if _first(DEAR, top) is not None:
        found.append(Sign(3, "addresses somebody in English"))
    if _first(OFFICE, top[:TOP]) is not None:
        found.append(Sign(2, "names ส่วนราชการ as a memo does"))
    if number is not None and SUBJECT.match(top[number]) is None:
        found.append(Sign(2, "bears a number"))
        if subject is not None and subject > number:
            found.append(Sign(2, "has a subject under its number"))
        elif addressee is not None and addressee > number:
            found.append(Sign(2, "has an addressee under its number"))
    elif subject is not None and addressee is not None and 0 <= addressee - subject <= 4:
        found.append(Sign(3, "has a subject and an addressee"))
    elif addressee is not None and _first(FROM, top[: subject or 0]) is not None:
        found.append(Sign(3, "tells from whom and to whom it goes"))
    content = next((text for text in top if not PAGE_NUMBER.match(text)), "")
    clause = CLAUSE.match(content)
    if clause and _value(clause["number"]) >= 2:
        found.append(Sign(-3, "begins in the middle of a list"))
    return found


def _same_title(first: Page | None, page: Page) -> bool:
    """A table that goes on repeats its title; a packet of like forms repeats more than that."""
    if first is None:
        return False
    one = row_texts(first)[:5]
    other = row_texts(page)[:5]
    unnumbered = _first(NUMBER, one) is None and _first(TITLE, one) is None
    alike = [fuzz.ratio(a, b) >= _ALIKE for a, b in zip(one[:3], other[:3], strict=False)]
    goes_on = len(alike) == 3 and all(alike[:2]) and (alike[2] or _counts_rows_on(first, page))
    return unnumbered and goes_on


def _counts_rows_on(first: Page, page: Page) -> bool:
    """Whether the table under two pages' like titles counts its rows on: ๑ งานดิน │ ๒ งานคอนกรีต."""
    one, other = (rows(each.lines)[1:3] for each in (first, page))
    if len(one) < 2 or len(other) < 2 or len(one[0].lines) < _COLUMNS:
        return False
    counts = [re.fullmatch(r"\d{1,3}", row[1].lines[0].text.strip(" .")) for row in (one, other)]
    return all(counts) and int(counts[1][0]) > int(counts[0][0])  # type: ignore[index]


def _first(pattern: re.Pattern[str], texts: list[str]) -> int | None:
    return next((index for index, text in enumerate(texts) if pattern.search(text)), None)


def _value(digits: str) -> int:
    return int(digits)  # int() reads Thai digits too
