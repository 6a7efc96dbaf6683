"""Who a member is: the cells left of a duty as a name and a position, or an office alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.text.clauses import tidy
from extractors.text.offices import starts_office
from extractors.text.passage import Evidence
from extractors.text.people import (
    is_bare_post,
    is_given_name_only,
    is_person,
    is_post,
    is_title,
    split_person,
)
from pipeline.layout import join_wrapped

# ๐๘ ๑๑๑๑ ๒๒๒๒ | somchai@example.go.th, in a column of its own
REACHED_AT = re.compile(r"(?:โทร\.?|Tel\.?)?[\s\d๐-๙()–-]{7,}|[\w.+-]+@[\w.-]+")

_BRACKETED = re.compile(r"\(\s*(?P<post>[^()]+?(?:\([^()]+\)[^()]*)?)\s*\)")
# ปลัดอำเภอ│ เป็น, the duty on the next line
_SERVES = re.compile(r"\s+(?:ให้)?(?:เป็น|(?:ทำ|ปฏิบัติ)หน้าที่(?:เป็น)?)$")
_POST_AND_NAME = re.compile(r"(?P<post>[^()]+?)\s*\((?P<name>[^()]+)\)")  # ปลัดเทศบาล (นาย ก ข)

# ปราชญ์ชาวบ้าน นางสาวแพร ไหมทอง: who it is behind as what
_NAME_BEHIND = re.compile(
    r"(?P<post>[^()]{4,}?)\s+(?P<name>(?:นาย|นาง(?:สาว)?|น\.ส\.)\s?[ก-๎]+\s[ก-๎]+)"
)

# ผู้อำนวยการสำนักงาน│ทรัพยากรธรรมชาติ…: the word for an office that goes on below
_OFFICE_BEGUN = re.compile(
    r"(?:สำนัก(?:งาน)?|กอง|ฝ่าย|กลุ่ม(?:งาน)?|ศูนย์|สถาบัน|สถานี|โรงเรียน|โรงพยาบาล|วิทยาลัย|แผนก)$"
)
# How a surname broken below its number is told: level with it, under a wide line, in few letters
_FLUSH, _WIDE, _SHORT = 0.004, 0.18, 9

Columns = Sequence[list[Evidence]]  # cells by column, each column top to bottom


def who(columns: Columns) -> tuple[str | None, str | None]:
    """Name and position of a member; None for what is not told."""
    columns = [_with_title(column) for column in columns]
    if not any(is_person(column[0].text) for column in columns):
        texts = [_running_text(columns)]
    else:
        alone = len(columns) == 1
        texts = [_column_text(column, alone) for column in columns]
    return _parted([text for text in texts if text])


def _with_title(column: list[Evidence]) -> list[Evidence]:
    """A column whose first line is a title alone, joined with the name below it:
    ศาสตราจารย์เกียรติคุณ │ ดร.เอก มั่นคง."""
    if len(column) < 2 or not is_title(column[0].text):
        return column
    whole = replace(column[0], text=f"{column[0].text} {column[1].text}")
    return [whole, *column[2:]] if is_person(whole.text) else column


def _column_text(column: list[Evidence], alone: bool) -> str:
    texts = [cell.text for cell in column]
    first = split_person(texts[0])
    given = first is not None and not first.rest and is_given_name_only(first.name)
    beside = first is not None and not first.rest and not alone and len(texts) == 2
    flush = alone and len(texts) == 2 and abs(column[0].box.left - column[1].box.left) < _FLUSH
    wide = column[0].box.width > _WIDE and len(texts[-1]) <= _SHORT
    if flush and wide and first and not first.rest and not given and _ends_a_name(texts[1], 1):
        return tidy("".join(texts))  # ๑. รองศาสตราจารย์ ดร.ประภา ตันติ│เวช, at the number
    if beside and _ends_a_name(texts[1], 2 if given else 1):
        return tidy("".join(texts))  # ศาสตราจารย์ ดร.ประภา ตันติ│เวช, the post beside it
    if given:
        return tidy(" ".join(texts))  # the surname stands on the next line
    if first and len(texts) > 1 and not _OFFICE_BEGUN.search(first.rest):
        return tidy(texts[0] + " " + _post_text(texts[1:]))
    return tidy(_post_text(texts))


def _ends_a_name(text: str, words: int) -> bool:
    """Whether a line is the end of a name that was broken, no post and no office: one word of a
    surname, or with the end of the given name two (กิตติ│พงษ์ ผ่องใส)."""
    told = text.split()
    spelt = len(told) == words and all(re.fullmatch(r"[ก-๎]+", word) for word in told)
    return spelt and not (is_post(text) or starts_office(text))


def _post_text(texts: list[str]) -> str:
    """The lines of a post: an office stands apart from a post that is whole without it."""
    joined = texts[0]
    for above, text in pairwise(texts):
        whole = not (is_bare_post(above) or _OFFICE_BEGUN.search(above))
        apart = starts_office(text) and is_post(above) and whole
        joined = f"{joined} {text}" if apart else join_wrapped([joined, text])
    return joined


def _running_text(columns: Columns) -> str:
    """An office over several rows: wide spaces within a row are no columns."""
    if not columns:
        return ""
    cells = [cell for column in columns for cell in column]
    cells.sort(key=lambda cell: (cell.page, round(cell.box.middle, 2), cell.box.left))
    text, above = "", cells[0]
    for cell in cells:
        beside = cell.page == above.page and abs(cell.box.middle - above.box.middle) < (
            cell.box.height / 2
        )
        text = f"{text} {cell.text}" if beside and text else join_wrapped([text, cell.text])
        above = cell
    return tidy(text)


def _parted(texts: list[str]) -> tuple[str | None, str | None]:
    """Whose turn it is: a person is the name, everything else the position."""
    for place, text in enumerate(texts):
        person = split_person(text)
        if person and not person.rest and is_given_name_only(person.name):
            following = texts[place + 1 : place + 2]
            if following and len(following[0].split()) == 1 and not is_post(following[0]):
                texts = [*texts[: place + 1], *texts[place + 2 :]]  # a surname set apart
                person = split_person(f"{person.name} {following[0]}")
        if person:
            rest = [*texts[:place], person.rest, *texts[place + 1 :]]
            return person.name, _position(rest)
    position = _position(texts)
    told = position or ""
    bracketed = _POST_AND_NAME.fullmatch(told) or _NAME_BEHIND.fullmatch(told)
    if bracketed and (person := split_person(bracketed["name"])) and not person.rest:
        return person.name, bracketed["post"]
    return None, position


def _position(texts: list[str]) -> str | None:
    """The pieces of a position, without the word for it."""
    told = [part for part in texts if part and not REACHED_AT.fullmatch(part)]
    joined = _SERVES.sub("", re.sub(r"^ตำแหน่ง\s*[:：]?\s*", "", " ".join(told)))
    framed = _BRACKETED.fullmatch(joined)  # นาย ก (ปลัดอำเภอ)
    joined = framed["post"] if framed else joined
    joined = re.sub(r"\s+[-–(]+$", "", joined)  # the dash or bracket of a duty on the next line
    return joined if re.search(r"\w", joined) else None  # a speck reads as a point
