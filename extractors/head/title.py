"""The line that says what a paper is: คำสั่ง…, บันทึกข้อความ, ข่าวประชาสัมพันธ์."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.dates import is_date_line
from extractors.head.items import opens_item
from extractors.record import Kind
from extractors.text.keywords import begins_with, title_kind
from extractors.text.offices import starts_office
from pipeline.layout import Row
from pipeline.models import Line

_FORM_CODE = re.compile(
    r"\s*แบบ\s*[ก-ฮ][ก-ฮ.\s]{0,9}[\d๐-๙./-]*[\s)|]*"
)  # แบบ สขร. ๑, above the title
_LETTER_ITEMS = ("เรื่อง ", "เรียน ")
_LABEL = re.compile(
    r"\W*(?:ข่าวประชาสัมพันธ์|ข่าวแจก(?:สื่อมวลชน)?|แถลงการณ์|ข่าว|บันทึกข้อความ|หนังสือรับรอง)\W*"
)

_TOP = 2  # rows at the top of a sheet among which the code of a form stands
_RIGHT = 0.55  # of the page's width: a title that begins there only labels the sheet


def title_line(rows: Sequence[Row], index: int) -> Line | None:
    """The line of a row that says what the paper is; the code of a form above it does not.

    In a frame other print may stand beside it: ข่าวประชาสัมพันธ์ │ ฉบับที่ ๑๒/๒๕๖๖.
    """
    row = rows[index]
    if len(row.lines) > 1:
        first, *others = row.lines
        if title_kind(first.text) == "news" and all(is_date_line(one.text) for one in others):
            return first  # ข่าวกรมชลประทาน │ วันที่ ๕ มิถุนายน ๒๕๖๗
        if index <= _TOP and _is_coded(first, others):
            return first
        return next((line for line in row.lines if _LABEL.fullmatch(line.text)), None)
    if title_kind(row.text) is None:
        return None
    if _FORM_CODE.fullmatch(row.text) and any(
        begins_with(other.text, _LETTER_ITEMS, loose=False)
        for other in rows[index + 1 : index + 14]
    ):
        return None  # แบบ ก.ส. ๗, over the pattern of a letter
    below = rows[index + 1 : index + 3]
    titled = any(title_kind(other.text) is not None for other in below)
    return None if titled and _FORM_CODE.fullmatch(row.text) else row.lines[0]


def _is_coded(title: Line, others: Sequence[Line]) -> bool:
    """Whether the code of a form stands beside what it asks for: บัญชีพัสดุชำรุด… │ แบบ พด. ๓"""
    coded = any(_FORM_CODE.fullmatch(other.text) for other in others)
    return coded and not (starts_office(title.text) or opens_item(title.text, {}))


def kind_of_title(title: Sequence[Line]) -> Kind | None:
    """The kind that a title tells, by its words or by the code of a form beside it; None without
    a title."""
    return (title_kind(title[0].text) or "form") if title else None


def only_labels(title: Line, rows: Sequence[Row], index: int) -> bool:
    """Whether a title only labels the sheet beside its letterhead (│ แถลงการณ์), and the row at
    `index` says the same in full."""
    row = rows[index]
    aside = title.box.left > _RIGHT or any(
        title in other.lines and len(other.lines) > 1 for other in rows[:index]
    )
    same = row.text.strip().startswith(title.text.strip())
    return aside and len(row.lines) == 1 and same and len(row.text) > len(title.text)
