"""Lists of persons that were read only in part: whom an order names and no committee took up.

A member is dropped where the paper gives no duty that a rule knows. Then the list says so: a note
for a clerk, and no member of that committee is surer than doubt leaves; where its numbers tell who
was left out, those beside the gap: of 42 members of such lists, read at first sight from five files
at four levels, 41 were right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from extractors.committee.columns import CellRow, cell_rows
from extractors.committee.roles import read_role
from extractors.record import DOUBT, Committee
from extractors.text.clauses import read_marker
from extractors.text.listing import announces_list
from extractors.text.people import is_given_name_only, is_post, split_person
from pipeline.models import Document

_APPOINTS_BODY = re.compile(r"แต่งตั้ง[^\n]{0,200}?(?:กรรมการ|คณะทำงาน|คณะ(?:ผู้|ครู|เจ้าหน้าที่|บุคคล))")
_COUNTED = re.compile(r"\s\(?[\d๐-๙]{1,2}[.)]\s*(?=[ก-ฮเ-ไ])")  # within a line
_NAMES_TOLD = 3  # names that a note gives, of however many


@dataclass(frozen=True, slots=True)
class Unread:
    """A person at the head of a row who is in no committee; `below` is the committee's place in
    the list of committees under whose first member the row stands, None above all of them."""

    name: str
    page: int
    below: int | None


def unread_persons(
    document: Document, committees: Sequence[Committee], signatory: str | None
) -> tuple[Unread, ...]:
    """The persons listed under แต่งตั้ง … ดังนี้ who are in none of the committees, once each.

    Without any committee, only an order that says that it appoints one is missing somebody.
    """
    if not committees and not _APPOINTS_BODY.search(document.text):
        return ()
    taken = {_plain(text) for text in _taken(committees)}
    starts = [_place(committee) for committee in committees]
    found: dict[str, Unread] = {}
    announced = False
    for row in cell_rows(document):
        name = _listed_person(row)
        announced = announced or announces_list(row.text)
        names = [*([name] if name and announced else []), *_in_running_text(row.text)]
        for name in names:
            if name != signatory and not any(_plain(name) in text for text in taken):
                above = [place for place, at in enumerate(starts) if at <= (row.page, row.top)]
                found.setdefault(name, Unread(name, row.page, above[-1] if above else None))
    return tuple(found.values())


def _in_running_text(text: str) -> Iterator[str]:
    """Persons behind numbers within a line: ดังนี้ ๑. นาย ก ปลัดอำเภอ ประธานกรรมการ ๒. นาง ข …"""
    for number in _COUNTED.finditer(text):
        person = split_person(text[number.end() :])
        if person and not is_given_name_only(person.name):
            yield person.name


def with_doubt(
    committees: Sequence[Committee], unread: Sequence[Unread]
) -> tuple[tuple[Committee, ...], tuple[str, ...]]:
    """The committees, those of which somebody is missing with doubt; and what is to be said."""
    lacking = {one.below or 0 for one in unread}
    notes = [_said(unread)] if unread else []
    held: list[Committee] = []
    for place, committee in enumerate(committees):
        gaps = _gaps(committee)
        doubted = {at for gap in gaps for at in (gap.above, gap.below)}
        if place in lacking:
            doubted = set(range(len(committee.members)))
        held.append(_doubted(committee, doubted))
        if gaps:
            numbers = ", ".join(str(number) for gap in gaps for number in gap.numbers)
            notes.append(f"Of the list “{committee.name or '-'}” no number {numbers} was read.")
    return tuple(held), tuple(notes)


def _said(unread: Sequence[Unread]) -> str:
    names = ", ".join(one.name for one in unread[:_NAMES_TOLD])
    more = f" and {len(unread) - _NAMES_TOLD} more" if len(unread) > _NAMES_TOLD else ""
    return f"Listed on page {unread[0].page} but read into no committee: {names}{more}."


def _doubted(committee: Committee, places: set[int]) -> Committee:
    members = tuple(
        one.model_copy(update={"confidence": min(DOUBT, one.confidence or 0.0)})
        if place in places
        else one
        for place, one in enumerate(committee.members)
    )
    return committee.model_copy(update={"members": members})


class _Gap(NamedTuple):
    """Numbers of a list that were not read, and the places of the members above and below them;
    above the first stands -1."""

    numbers: range
    above: int
    below: int


def _gaps(committee: Committee) -> list[_Gap]:
    """The numbers left out within a list that is counted upwards: 3 of 1, 2, 4.

    Where as many members without a number stand there, only their numbers were not read.
    """
    places = [(0, -1)]  # each number that was read, and the place of its bearer
    places += [(one.order, at) for at, one in enumerate(committee.members) if one.order is not None]
    if any(one >= other for (one, _), (other, _) in pairwise(places)):
        return []
    return [
        _Gap(range(low + 1, high), above, below)
        for (low, above), (high, below) in pairwise(places)
        if high - low != below - above and high - low > 1
    ]


def _listed_person(row: CellRow) -> str | None:
    """Who stands at the head of a row of a list: behind a number, or alone with a post."""
    marker = read_marker(row.cells[0].text)
    cells: list[str] = [cell.text for cell in row.cells]
    if marker:
        cells[0] = cells[0][marker[1] :]
    elif re.fullmatch(r"[\d๐-๙]{1,3}", cells[0]):
        marker, cells = ("", 0), cells[1:]
    first = next((text for text in cells if text.strip()), "")
    duty, *rest = re.split(r"[\s:：]+", first, maxsplit=1)
    person = split_person(rest[0] if rest and read_role(duty) else first)  # ประธาน นาย ก
    if person is None or is_given_name_only(person.name):
        return None
    listed = marker is not None or len(cells) > 1 or not person.rest or is_post(person.rest)
    return person.name if listed else None


def _taken(committees: Sequence[Committee]) -> Iterator[str]:
    for committee in committees:
        for member in committee.members:
            yield member.name or member.position or ""  # who is swallowed by another's post is not


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _place(committee: Committee) -> tuple[int, float]:
    """Page and height where the members of a committee begin."""
    first = committee.members[0]
    return (first.page or 0, first.box[1] if first.box else 0.0)
