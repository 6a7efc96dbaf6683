"""What the headings of a table's columns say of the cells below them.

ชื่อ - สกุล │ ตำแหน่ง          names without a title
บุญมี ใจดี   │ ประธาน

ชื่อ │ หน้าที่ │ ตำแหน่ง          posts right of the duty
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.committee.seat import Seat, Text
from extractors.text.clauses import read_marker
from extractors.text.offices import starts_office
from extractors.text.passage import Evidence
from extractors.text.people import is_person, is_post

_NAMES = re.compile(r"(?:ราย)?(?:ชื่อ|นาม)(?:[\s–/-]*(?:และ)?(?:นาม)?(?:ชื่อ)?สกุล)?")
_NAME = re.compile(r"[ก-ฮเ-ไ][ก-๎]+ (?:ณ )?[ก-ฮเ-ไ][ก-๎]+")
_POSTS = re.compile(r"ตำแหน่ง(?!ใน|คณะ).*")
_LEVEL = 0.015  # of the page's width: how level a cell begins with the heading of its column


def told_by_headings(events: Sequence[Seat | Text]) -> list[Seat | Text]:
    """Members below such headings bear what their columns are headed as. Where none stand, what is
    known as a post right of a duty is its bearer's."""
    found: list[Seat | Text] = []
    headings: tuple[Evidence, ...] = ()
    for event in events:
        if isinstance(event, Text):
            headings = event.row.cells if len(event.row.cells) > 1 else ()
            found.append(event)
            continue
        names = any(_NAMES.fullmatch(cell.text) for cell in headings)
        found.append(_posted(_named(event) if names else event, headings))
    return found


def _named(seat: Seat) -> Seat:
    """The seat with the name that its post begins with, if its cell holds that and no more."""
    post = " ".join((seat.member.position or "").split())
    if seat.member.name or is_post(post) or starts_office(post):
        return seat
    for cell in seat.rows[0].cells:
        marker = read_marker(cell.text)
        told = " ".join(cell.text[marker[1] if marker else 0 :].split())
        if _NAME.fullmatch(told) and post.startswith(told):
            rest = post.removeprefix(told).strip() or None
            changed = seat.member.model_copy(update={"name": told, "position": rest})
            return replace(seat, member=changed)
    return seat


def _posted(seat: Seat, headings: Sequence[Evidence]) -> Seat:
    """The seat with the post that stands right of the duty, below a heading that says so."""
    if seat.member.position or not seat.member.name or seat.duty_left is None:
        return seat
    right = [cell for cell in seat.rows[0].cells if cell.box.left > seat.duty_left + _LEVEL][:1]
    for cell in (one for one in right if not is_person(one.text)):
        above = [one for one in headings if abs(one.box.left - cell.box.left) < _LEVEL]
        told = any(_POSTS.fullmatch(one.text) for one in above)
        if told or (not headings and not seat.rows[0].whole and is_post(cell.text)):
            changed = seat.member.model_copy(update={"position": " ".join(cell.text.split())})
            return replace(seat, member=changed)
    return seat
