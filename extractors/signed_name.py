"""The name on the line of a signature: in brackets, behind ลงชื่อ, or with a bracket unread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.head.blocks import TAKEN_DOWN, TAKES_DOWN
from extractors.record import DOUBT
from extractors.text.english import is_english_name
from extractors.text.keywords import CLOSINGS, begins_with
from extractors.text.offices import starts_office
from extractors.text.passage import Evidence, Passage
from extractors.text.people import (
    is_given_name_only,
    is_person,
    is_post,
    is_title,
    split_person,
    title_alone,
)
from pipeline.models import Document, Line
from pipeline.packet.page_places import is_measured

_BRACKETED = re.compile(  # (นาย ก ข)   ผู้ขออนุญาต: as what he signs, on the same row
    r"^[^(\[{]{0,40}[(\[{][\s'’‘`]*(?P<name>[^()\[\]{}]*?)\s*"
    r"(?:[)\]}](?:[\s.…'’\"“”|~–—-]*|\s+(?P<as>ผู้[ก-๎]{2,30}))|[\s.…]*)$"
)
_OPEN_END = re.compile(r"^(?P<name>[^()\[\]{}]+?)\s*[)\]}]$")  # the first bracket was not read
_SIGNED = re.compile(r"^\(?\s*(?:ลงชื่อ|ลงนาม)\s*\)?[\s.…:]*(?P<name>\S.*)$")  # (ลงชื่อ) นาย ก ข
_TWO_WORDS = re.compile(r"[ก-๎.]+(?:-[ก-๎]+)*(?:\s+[ก-๎.]+(?:-[ก-๎]+)*){1,3}")  # จักรพงษ์ เส-ลา
_NAMED = re.compile(r"[ก-ฮเ-ไ][ก-๎]{2,15}\s+(?:ณ\s)?[ก-ฮเ-ไ][ก-๎]{2,20}")
_WRITTEN = re.compile(
    r"\s*\(?(?:ลงชื่อ|ลงนาม)\)?[\s.…:]*(?P<name>(?!ผู้|วันที่)[ก-ฮเ-ไ][ก-๎]{1,15}\s+(?:ณ\s)?(?!ผู้|วันที่)[ก-ฮเ-ไ][ก-๎]{2,20})"
    r"[\s.…]*(?:(?:ผู้(?!รายงาน|จัดทำ|บันทึก)|ทนาย)[ก-๎]{2,20}|จำเลย|โจทก์|พยาน[ก-๎]{0,10})?[\s.…]*"
)
_OFF_AXIS = 0.1  # of the page's width, twice how far a post's middle may stand from the name's
_SIGNATURE, _LEFT_OF_IT = 0.13, 0.2  # of the page's height, of its width: what a signature takes up
_OPENED = re.compile(r"\s*\(\s*(?P<name>[ก-๎.]+(?:\s[ก-๎.]+)?)[\s\-–_.]*")
_ENDED = re.compile(r"\s*(?P<name>[ก-๎]{2,}(?:\s[ก-๎]+)?)\s*\)\W*")
_BLANK_OPENED, _BLANK_CLOSED = re.compile(r"\s*\([\s.…_]*"), re.compile(r"[\s.…_]*\)\s*")
SIGN_HERE = re.compile(r"^\s*\(?\s*(?:ลงชื่อ|ลงนาม)\s*\)?[\s.…]*$")
_ROOM = 4.0  # heights of a line that a signature takes up
_HALF_BLANK = re.compile(r"\s*(?:\([\s.…_]{2,}|[\s.…_]{2,}\))\s*")
_PITCH = 2.4  # heights of small print at most from one row to the next
_PIECES_APART = 0.04  # of the page's width
_BLANK = re.compile(r"^[\s.…_\-–]*$")
_BLANKS = re.compile(r"\s*(?:[.…_]\s?){3,}")
_LEADERS = re.compile(r"^[.…_\s]{2,}|[.…_\s]{2,}$")
_MONK = re.compile(r"พระ[ก-๎]{4,}(?:,|\s|$)")  # (พระราชวชิรเมธี, รศ.ดร.): his rank is his name


def printed_name(line: Line) -> Evidence | None:
    """The name in a line such as (นายสมชาย ใจดี); one bracket may be unread if a title stands."""
    text = line.text.strip()
    offset = len(line.text) - len(line.text.lstrip())
    for pattern in (_BRACKETED, _OPEN_END, _SIGNED, TAKES_DOWN, TAKEN_DOWN):
        match = pattern.match(text)
        if match is None or _BLANK.match(match["name"]):
            continue
        name = match["name"].strip("…_ ")  # ( ......นายเอก มั่นคง...... )
        name = _BLANKS.split(_LEADERS.sub("", name))[0]  # ลงชื่อ ....นาย ก ข.... ผู้บริจาค
        titled = is_person(name)
        closed = pattern is _BRACKETED and re.search(r"[)\]}]", text) is not None
        two_words = _TWO_WORDS.fullmatch(name)
        titled = titled or (closed and _MONK.match(name) is not None)
        english = closed and match.start("name") == 1 and is_english_name(name)
        before = text[: match.start("name")].rstrip("([{ ") if closed else ""
        ranked = two_words is not None and is_title(before)  # พันโท (ก ข)
        if titled or english or ranked or (closed and two_words and not match.start("name") > 3):
            start = offset + match.start("name") + match["name"].find(name)
            found = Passage.of([line]).cut(start, start + len(name))
            return replace(found, text=f"{title_alone(before)} {name}") if ranked else found
    return None


def in_english(name: str, below: Sequence[Line]) -> bool:
    """Whether the line under a Thai name is that name in English, in brackets again:
    (นายเอก มั่นคง) │ (Mr. Ek Mankhong)."""
    printed = printed_name(below[0]) if below else None
    return printed is not None and is_english_name(printed.text) and not is_english_name(name)


def with_pieces_joined(closing: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a closing, a name in brackets that a pen parts as one line.

    (นายเอก - │ มั่นคง), or ( │ ) on a form.
    """
    joined: list[Line] = []
    for line in closing:
        above = joined[-1] if joined else None
        if above and _is_blank_between(above, line):
            joined[-1] = replace(
                above, text="( )", box=above.box.union(line.box), words=(), changes=()
            )
            continue
        if above and SIGN_HERE.match(above.text) and _is_half_a_blank(line, closing):
            box = above.box.union(line.box)  # the room that the name is to be written in
            joined.append(replace(line, text="( )", box=box, words=(), changes=()))
            continue
        opened = _OPENED.fullmatch(above.text) if above else None
        ends = _ENDED.fullmatch(line.text)
        if above and opened and ends and is_person(opened["name"]) and _is_next_on_row(above, line):
            joined[-1] = replace(
                above,
                text=f"({opened['name']} {ends['name']})",
                box=above.box.union(line.box),
                confidence=min(above.confidence, line.confidence),
                words=(),
                changes=(),
            )
        else:
            joined.append(line)
    return tuple(joined)


def _is_blank_between(left: Line, right: Line) -> bool:
    """Whether two brackets on one row wait for a name, what they stand on not read: ( │ )"""
    blank = _BLANK_OPENED.fullmatch(left.text) and _BLANK_CLOSED.fullmatch(right.text)
    return bool(blank) and left.page == right.page and right.box.on_row_of(left.box)


def _is_half_a_blank(line: Line, closing: Sequence[Line]) -> bool:
    """Whether all that was read of a row is one bracket and the dots before or behind it."""
    alone = not any(one is not line and one.box.on_row_of(line.box) for one in closing)
    return alone and _HALF_BLANK.fullmatch(line.text) is not None


def _is_next_on_row(left: Line, right: Line) -> bool:
    gap = right.box.left - left.box.right
    return left.page == right.page and right.box.on_row_of(left.box) and -0.01 < gap < _PIECES_APART


def outside_tables(document: Document, closing: tuple[Line, ...]) -> tuple[Line, ...]:
    """The closing without the tables among its lines, unless somebody signs in one."""
    cells = (
        cell
        for page in document.pages
        for table in page.tables
        for row in table.rows
        for cell in row
    )
    ruled = {line for cell in cells for line in cell.lines}
    if any(line in ruled and printed_name(line) for line in closing):
        return closing
    return tuple(line for line in closing if line not in ruled)


def written_name(line: Line) -> Evidence | None:
    """Two words behind ลงชื่อ, with who of the parties he is or nothing behind them, where no name is
    printed below: ลงชื่อ วันชัย ใจดี จำเลย."""
    text = line.text.rstrip()
    match = _WRITTEN.fullmatch(text)
    if match is None or is_post(match["name"]) or starts_office(match["name"]):
        return None
    return Passage.of([line]).cut(*match.span("name"))


def bare_name(line: Line, post: Line) -> Evidence | None:
    """Two words that are no office and no post, set right above a post: กิตติพันธ์  ศุภอักษร │
    นายกสภา…"""
    text = line.text.strip()
    step = post.box.middle - line.box.middle
    above = line.page == post.page and 0 < step < _PITCH * post.box.height
    level = abs(line.box.left + line.box.right - post.box.left - post.box.right) < _OFF_AXIS
    named = _NAMED.fullmatch(text) is not None and not (starts_office(text) or is_post(text))
    if not (named and above and level):
        return None
    name = Passage.of([line]).whole()  # in ink its brackets may have been lost
    return name if name.confidence == 1 else replace(name, confidence=min(DOUBT, name.confidence))


def beneath_the_word(closing: Sequence[Line], place: int) -> bool:
    """Whether a line is a person's name and no more, right beneath the row of ลงชื่อ: the brackets
    about it were not read."""
    line = closing[place]
    person = split_person(line.text)
    if person is None or person.rest or is_given_name_only(person.name):
        return False
    word = next(
        (one for one in closing[max(0, place - 3) : place] if SIGN_HERE.match(one.text)), None
    )
    if word is None or word.page != line.page:
        return False
    return (
        0 < line.box.top - word.box.bottom < _ROOM * line.box.height
        and line.box.right > word.box.left
    )


def unbracketed(line: Line) -> Evidence:
    """The name that is all of a line, doubted: ink that hid its brackets may have hidden more."""
    whole = Passage.of([line]).whole()
    return replace(whole, confidence=min(DOUBT, whole.confidence))


def with_rank(name: Evidence, rank: Line) -> Evidence:
    """The name with the rank that stands alone on the line above it: พลตำรวจเอก │ (ก ข)."""
    told = title_alone(rank.text)
    if not is_title(rank.text) or rank.page != name.page or name.text.startswith(told):
        return name
    sure = min(name.confidence, rank.confidence)
    return Evidence(f"{told} {name.text}", name.page, name.box.union(rank.box), sure)


def rank_over(document: Document, name: Line) -> Line | None:
    """The rank that stands over a signature or left of it, above the name: พ.ต.ต....... │ (ก ข).

    Of two who sign side by side each has his own. None where lines were not measured."""
    page = next((one for one in document.pages if one.number == name.page), None)
    if page is None or not is_measured(page):
        return None
    closing = [one.box.top for one in page.lines if begins_with(one.text, CLOSINGS)]
    over = max((top for top in closing if top < name.box.top), default=0.0)
    ranks = [
        line
        for line in page.lines
        if 0 < name.box.top - line.box.top < _SIGNATURE
        and line.box.top > over
        and name.box.left - _LEFT_OF_IT < line.box.left < name.box.right
        and is_title(line.text)
    ]
    return max(ranks, key=lambda one: one.box.left, default=None)


def post_beside(line: Line) -> str | None:
    """As what somebody signs, behind his name: (นาย ก ข)   ผู้ขออนุญาต."""
    text = line.text.strip()
    match = _BRACKETED.match(text) or TAKEN_DOWN.match(text)
    return match["as"] if match else None


def half_bracketed(line: Line) -> Evidence | None:
    """A name below its rank whose first bracket was not read: วีระศักดิ์ ทองคำ). Ink that hid the
    bracket may have hidden part of the letter behind it, so it is doubted."""
    match = _OPEN_END.match(line.text.strip())
    if match is None or not _TWO_WORDS.fullmatch(match["name"]):
        return None
    name = Passage.of([line]).cut(*match.span("name"))
    return replace(name, confidence=min(DOUBT, name.confidence))


def is_blank_name(line: Line) -> bool:
    """( ) or (..............)"""
    match = _BRACKETED.match(line.text.strip())
    return match is not None and bool(_BLANK.match(match["name"])) and ")" in line.text
