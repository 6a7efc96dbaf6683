"""What the places of its rows tell of a page: a title in the middle, a table first, a short end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from pipeline.layout import Row, rows
from pipeline.models import Page, Table
from pipeline.packet.page_rows import row_text

_OFF = 0.05  # of the page's width that the middle of a title is off at most
_WIDEST = 0.6  # of a title; what is wider may be the line of a paragraph
_WIDEST_BELOW = 0.45  # of the rows of a cover below its first; a wider one may be a sentence
_INDENT = 0.05  # how far a title stands from the left margin
_MARGIN, _MIDDLE = 0.15, 0.51  # of a page that is not filled from margin to margin
_COVER, _THIN_COVER = range(3, 9), range(1, 3)  # rows; a title above a picture has few
_TITLE_ALONE = range(1, 4)
_SHORT = 0.72  # a page whose print ends above was ended there, not broken off by the foot
_FULL_TABLE = 3  # columns
_ALIKE, _KIND = 85, 7  # per cent; letters that two headings of one kind have in common
_NOT_A_TITLE = re.compile(r"^[\W\d_]*$|^\(|^ลงชือ|[.…]{4,}|\d\s*(?:น\.|บาท)\s*$")
# บทที่ ๒ | ส่วนที่ ๓ | หมวด ๒ | ตอนที่ 4: a part of what the first part began
_PART = re.compile(r"^\W*(?:บทที|สวนที|หมวด(?:ที)?|ตอนที|ภาคที)\s*(?:[2-9๒-๙]|\d\d)")

_BLANK, _BLANKS = re.compile(r"[.…_]{4,}"), 3  # รายงาน..... of a sheet to be filled in
_SIGNATURES = re.compile(r"^\s*(?:ลายมือ|ลงชื|ลงนาม|ลายเซ็น)")  # over a column that is signed
_LETTER = re.compile(r"[ก-ฮA-Za-z]")
_CLAUSE = re.compile(r"^(?:ขอ\s*)?(?P<number>\d{1,2})\s*\.\s*[ก-๎]")
_CONTENTS = re.compile(r"^\W*สารบัญ")
# What contents seldom list, at the end of a booklet
_BACK = re.compile(r"^\W*(?:ภาคผนวก|บรรณานุกรม|เอกสารอางอิง|คณะผูจัดทำ|ผูจัดทำ|ดัชนี)")
# What stands behind a cover of one or two rows, so that it is one
_FRONT = re.compile(r"^\W*(?:คำนำ|สารบัญ|คำชีแจง|บทคัดยอ)")
# What stands behind the cover of a booklet
_OPENING = re.compile(r"^\W*(?:คำนำ|สารบัญ|บทนำ|บทที|สวนที|คำชีแจง|บทคัดยอ|บทสรุปผูบริหาร)")


def title_rows(page: Page) -> int:
    """How many rows of a title in the middle the page begins with; 0 if it begins otherwise."""
    print_ = _content(page)
    if not print_:
        return 0
    left, middle = _margin_and_middle(page)
    count = 0
    for row in print_[:4]:
        if not _centred(row, left, middle):
            break
        count += 1
    return count


def is_cover(page: Page) -> bool:
    """Whether the page bears a few rows in the middle and nothing else."""
    return _bears_only_a_title(page, _COVER)


def bears_title_alone(page: Page) -> bool:
    """Whether the page bears a title of up to three rows in the middle and nothing else."""
    return _bears_only_a_title(page, _TITLE_ALONE)


def _bears_only_a_title(page: Page, rows_of_it: range) -> bool:
    left, middle = _margin_and_middle(page)
    print_ = _content(page)
    centred = all(_in_the_middle(row, left, middle) for row in print_)
    narrow = all(row.box.width < _WIDEST_BELOW for row in print_[1:])
    return len(print_) in rows_of_it and centred and narrow


def is_of_a_booklet(before: Sequence[Page], page: Page) -> bool:
    """Whether a cover lies first, and behind it, at `page` at the latest, what opens a booklet."""
    heads = [row_text(print_[0]) for each in (*before[1:], page) if (print_ := _content(each))]
    if is_cover(before[0]):
        opened = any(_OPENING.search(head) for head in heads)
    else:
        thin = _bears_only_a_title(before[0], _THIN_COVER)
        opened = thin and bool(heads) and _FRONT.search(heads[0]) is not None
    return opened and not _is_missing_in_contents(before, page)


def _is_missing_in_contents(before: Sequence[Page], page: Page) -> bool:
    """Whether a booklet lists its parts (สารบัญ) and the heading over `page` is none of them."""
    print_ = _content(page)
    heading = row_text(print_[0]) if print_ else ""
    if _PART.search(heading) or _OPENING.search(heading) or _BACK.search(heading):
        return False
    for other in before[1:]:
        listed = [row_text(row) for row in _content(other)]
        if listed and _CONTENTS.search(listed[0]):
            return max(fuzz.partial_ratio(heading, one) for one in listed) < _ALIKE
    return False


def counts_on(before: Page, page: Page) -> bool:
    """Whether the first clause on the page has the number after the last on the page before."""
    last, first = _clauses(before)[-1:], _clauses(page)[:1]
    return bool(last and first) and first[0] == last[0] + 1


def _clauses(page: Page) -> list[int]:
    """Numbers of the clauses that stand at the left margin: ๔. ค่าปรับ, but not ๔.๑."""
    left, _ = _margin_and_middle(page)
    margin = [row for row in _content(page) if row.box.left < left + _INDENT]
    found = [_CLAUSE.match(row_text(row)) for row in margin]
    return [int(match["number"]) for match in found if match]


def _margin_and_middle(page: Page) -> tuple[float, float]:
    left = min((line.box.left for line in page.lines), default=_MARGIN)
    right = max((line.box.right for line in page.lines), default=1 - _MARGIN)
    return min(left, _MARGIN), (left + right) / 2 if right - left > 0.6 else _MIDDLE


def _centred(row: Row, left: float, middle: float) -> bool:
    return _in_the_middle(row, left, middle) and not _NOT_A_TITLE.search(row_text(row))


def _in_the_middle(row: Row, left: float, middle: float) -> bool:
    box = row.box
    return (
        len(row.lines) == 1
        and min(abs((box.left + box.right) / 2 - each) for each in (middle, _MIDDLE)) < _OFF
        and box.width < _WIDEST
        and box.left > left + _INDENT
    )


def goes_on_with_a_heading(before: Sequence[Page], page: Page) -> bool:
    """Whether the heading over `page` is one of many of its kind: the pages before bear it too, or
    one that begins alike (คณะกรรมการฝ่าย…), or it counts on (บทที่ ๒)."""
    first = next((row_text(row) for row in _content(page)), "")
    if _PART.search(first):
        return True
    for other in before:
        print_ = _content(other)
        if not print_:
            continue
        if fuzz.ratio(first, row_text(print_[0])) >= _ALIKE:
            return True
        left, _ = _margin_and_middle(other)
        headings = [row for row in print_[1:] if len(row.lines) == 1 and row.box.width < 0.5]
        if any(
            row.box.left > left + _INDENT and _kind(row_text(row)) == _kind(first)
            for row in headings
        ):
            return True
    return False


def _kind(heading: str) -> str:
    """How a heading begins, whatever its number: ภาพที่ ๑ and ภาพที่ ๒ are of one kind."""
    return re.sub(r"\d", "0", heading[:_KIND])


def begins_with_a_table(page: Page) -> bool:
    """Whether nothing stands over the page's table."""
    print_ = _content(page)[:3]
    return len(print_) == 3 and min(len(row.lines) for row in print_[:2]) >= _FULL_TABLE


def is_filled_in(page: Page) -> bool:
    """Whether the page leaves blanks, or columns of a table, for whoever is to fill it in."""
    blanks = sum(len(_BLANK.findall(line.text)) for line in page.lines) >= _BLANKS
    return blanks or any(_awaits_entries(table) for table in page.tables)


def _awaits_entries(table: Table) -> bool:
    """Whether half of a table's columns, or the one for signatures, are empty under their heads."""
    head, *below = table.rows
    entries = [line.box for row in below for cell in row for line in cell.lines]
    if len(head) < _FULL_TABLE or not entries:
        return False
    empty = [
        "".join(line.text for line in cell.lines)
        for cell in head
        if not any(box.left < cell.box.right and cell.box.left < box.right for box in entries)
    ]
    return len(empty) * 2 >= len(head) or any(_SIGNATURES.search(text) for text in empty)


def paragraph_below(page: Page) -> str:
    """The first row of the running text under a title in the middle; empty if none follows it."""
    print_ = _content(page)
    row = next(iter(print_[title_rows(page) :]), None) if title_rows(page) else None
    runs = row is not None and len(row.lines) == 1 and row.box.width > _WIDEST
    return row_text(row) if row is not None and runs else ""


def is_measured(page: Page) -> bool:
    """Whether its boxes tell places on paper; those of a typed file tell the order alone."""
    return page.origin in ("scan", "text_layer")


def ends_short(page: Page) -> bool:
    """Whether the page's print ends well above its foot."""
    print_ = _content(page)
    return bool(print_) and is_measured(page) and print_[-1].box.bottom < _SHORT


def _content(page: Page) -> list[Row]:
    """The rows but for the page number at the top or the foot, also one read as ะ๒-."""
    return [row for row in rows(page.lines) if _LETTER.search(row_text(row))]
