"""What a person does at the review desk: each act adds one event and brings the file up to date.

Every act is one transaction, returns its event, and raises BadOption for what makes no sense on
this document, NotFound for what is not there. Links and the search index follow in
`flows.accession.complete`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, or_, select

from extractors.record import Record
from index import tables
from index.catalogue import Catalogue
from index.corrections import events, machine
from index.corrections.arrange import Arrangement, arranged
from index.corrections.model import Action, Correction, Json, rotations, standing, taken_back
from index.corrections.parts import (
    COMMITTEE,
    LISTED,
    PARTS,
    SINGLE,
    parts_of,
    plain,
    take_apart,
    typed,
    values_of,
)
from index.corrections.remake import remake, state_of
from index.corrections.reread import put_in_place
from index.filed import Filed
from index.links.model import PROGRAM
from index.value_anchors import anchor_of, page_of
from pipeline.errors import BadOption, NotFound
from pipeline.models import Page


def accept(catalogue: Catalogue, id_: str, path: str, by: str) -> Correction:
    """The value at `path` ('number', 'citations.0') is as on the paper; of what was not found
    ('signatory', 'recipients') that it is not there."""
    document = catalogue.document(id_)
    field, place, _ = take_apart(path)
    none_of_it = field in LISTED and place is None and not values_of(document.record, field)
    before = None if none_of_it else parts_of(document.record, field, place)
    if field in LISTED and before is None and not none_of_it:
        raise NotFound(f"Document {id_} has no {path}.")
    after = None if before is None else _with_text(document, field, place, before)
    return _of_value(catalogue, document, "accept", field, place, before, after, by)


def put_right(
    catalogue: Catalogue, id_: str, path: str, said: Mapping[str, str], by: str
) -> Correction:
    """The value at `path` is what a person typed, part by part; all parts empty: there is none.

    A path of a list without a place ('recipients') adds a value to it; a member to the committee
    that the part `committee` counts, from 1, else to the last.
    """
    document = catalogue.document(id_)
    field, place, _ = take_apart(path)
    new = field in LISTED and place is None
    unknown = set(said) - set(PARTS[field]) - ({COMMITTEE} if new and field == "members" else set())
    if unknown or not said:
        raise BadOption(f"{field} has the parts {', '.join(PARTS[field])}.")
    before = None if new else parts_of(document.record, field, place)
    if place is not None and before is None:
        raise NotFound(f"Document {id_} has no {path}.")
    after: Json | None = {part: typed(field, part, text) for part, text in said.items()}
    if new and after and field == "members":
        _must_be_member(document.record, after)
    if all(value is None for value in {**(before or {}), **(after or {})}.values()):
        after = None
    elif after and (field in SINGLE or field == "recipients"):
        after["text"] = plain(said["value"])
    if before is not None and after is not None and before == {**before, **_parts(after, field)}:
        return accept(catalogue, id_, path, by)  # typed as it was read
    if after is None and before is None:
        raise BadOption("ไม่มีอะไรให้บันทึก · There is nothing to keep.")
    return _of_value(catalogue, document, "value", field, place, before, after, by)


def _must_be_member(record: Record, said: Json) -> None:
    """Raise BadOption for a member without a role, without name and post, or of no committee."""
    if not said.get("role") or not (said.get("name") or said.get("position")):
        raise BadOption(
            "กรรมการที่เพิ่มต้องมีหน้าที่ และมีชื่อหรือตำแหน่ง · A member that is added has a role, and a name "
            "or a position."
        )
    count = len(record.committees)
    if (said.get(COMMITTEE) or 1) > max(count, 1):
        raise BadOption(f"เอกสารนี้มีคณะกรรมการ {count} คณะ · The document has {count} committees.")


def remove(catalogue: Catalogue, id_: str, path: str, by: str) -> Correction:
    """There is no such value on the paper: 'recipients.1', 'date'."""
    document = catalogue.document(id_)
    field, place, part = take_apart(path)
    before = parts_of(document.record, field, place)
    if before is None or part is not None or field in ("kind", "circular", "template"):
        raise BadOption(f"{path} cannot be taken away.")
    return _of_value(catalogue, document, "value", field, place, before, None, by)


def split(catalogue: Catalogue, sha256: str, page: int, by: str) -> Correction:
    """A document begins with this page."""
    return _of_pages(catalogue, "split", sha256, page, by)


def join(catalogue: Catalogue, sha256: str, page: int, by: str) -> Correction:
    """The document that begins with this page goes on with the one before it."""
    return _of_pages(catalogue, "join", sha256, page, by)


def exclude(catalogue: Catalogue, sha256: str, page: int, by: str) -> Correction:
    """This page is part of no document: a separator, a sheet scanned by mistake."""
    return _of_pages(catalogue, "exclude", sha256, page, by)


def rotate(catalogue: Catalogue, sha256: str, read: Page, by: str) -> Correction:
    """A page stands upright as a person turned it: `read` is its new reading."""
    with catalogue.writing() as connection:
        before = _page(connection, sha256, read.number)
        said = Correction(
            **_made(catalogue, by, sha256, read.number, "rotate"),
            before={"degrees": before.rotation},
            after={"degrees": read.rotation},
        )
        event = events.append(connection, said)
        put_in_place(connection, sha256, [read], catalogue.moment)
    return event


def turned_by_undoing(history: Sequence[Correction], one: Correction) -> dict[int, int | None]:
    """The pages that stand otherwise when an event of their file is taken back, with the degrees
    that persons then say they must be turned (None: as the machine finds)."""
    last = Correction(sys.maxsize, "", "", one.sha256, one.page, "undo", undoes=one.id)
    before, after = rotations(standing(history)), rotations(standing([*history, last]))
    return {n: after.get(n) for n in {*before, *after} if before.get(n) != after.get(n)}


def undo(catalogue: Catalogue, id_: int, by: str, read: Page | None = None) -> Correction:
    """Take a correction back; `read`: of a rotation, the page as it is read without it."""
    with catalogue.writing() as connection:
        one = events.get(connection, id_)
        history = events.of_file(connection, one.sha256)
        if id_ in taken_back(history):
            raise BadOption(f"ครั้งที่ {id_} ถูกเลิกไปแล้ว · Correction {id_} does not hold any more.")
        if read is None and turned_by_undoing(history, one):
            raise BadOption("A rotation is taken back by reading its page again.")
        made = _made(catalogue, by, one.sha256, one.page, "undo")
        event = events.append(
            connection,
            Correction(
                **made,
                field=one.field,
                anchor=one.anchor,
                before=one.after,
                after=one.before,
                undoes=id_,
            ),
        )
        _refuse_orphans(connection, one.sha256)
        if read is not None:
            put_in_place(connection, one.sha256, [read], catalogue.moment)
        remake(connection, one.sha256, catalogue.moment)
    return event


def read_anew(catalogue: Catalogue, sha256: str, pages: list[Page]) -> list[str]:
    """Put in place what reading some pages again gave; the documents that changed. What the
    machine had read before is kept; what persons said is folded into the new reading."""
    with catalogue.writing() as connection:
        for page in pages:
            _page(connection, sha256, page.number)
        return put_in_place(connection, sha256, pages, catalogue.moment)


def _made(catalogue: Catalogue, by: str, sha256: str, page: int, action: Action) -> dict[str, Any]:
    at = catalogue.moment
    return {"id": 0, "at": at, "by": by, "sha256": sha256, "page": page, "action": action}


def _parts(said: Json, field: str) -> Json:
    return {part: value for part, value in said.items() if part in PARTS[field]}


def _with_text(document: Filed, field: str, place: int | None, parts: Json) -> Json:
    if field not in SINGLE and field != "recipients":
        return parts
    value = getattr(document.record, field)
    return {**parts, "text": (value if place is None else value[place]).text}


def _of_value(
    catalogue: Catalogue,
    document: Filed,
    action: Action,
    field: str,
    place: int | None,
    before: Json | None,
    after: Json | None,
    by: str,
) -> Correction:
    with catalogue.writing() as connection:
        page, anchor = _where(connection, document, field, place)
        made = _made(catalogue, by, document.sha256, page, action)
        said = Correction(**made, field=field, anchor=anchor, before=before, after=after)
        event = events.append(connection, said)
        remake(connection, document.sha256, catalogue.moment)
    return event


def _where(
    connection: Connection, document: Filed, field: str, place: int | None
) -> tuple[int, Json | None]:
    """The page that a correction is of, and what its value is known by."""
    record, first = document.record, document.record.pages[0]
    path = field if place is None else f"{field}.{place}"
    for said in record.persons:
        if said.field == path:  # somebody spoke of it before: it is what that one meant
            earlier = events.get(connection, said.correction)
            added = {"added": earlier.id} if field in LISTED else None
            return earlier.page, earlier.anchor or added
    if field not in LISTED:
        kept = machine.current(connection, document.id)
        return page_of(getattr((kept.record if kept else record), field), first), None
    if place is None:
        return first, None
    values = values_of(record, field)
    return page_of(values[place], first), anchor_of(values[place])


def _of_pages(catalogue: Catalogue, action: Action, sha256: str, page: int, by: str) -> Correction:
    with catalogue.writing() as connection:
        _page(connection, sha256, page)
        state = state_of(connection, sha256)
        before = state.arrangement
        made = _made(catalogue, by, sha256, page, action)
        after = arranged(state.grouping, [*state.held, Correction(**made)])
        if (after.groups, after.excluded) == (before.groups, before.excluded):
            raise BadOption(_SENSELESS[action].format(page=page))
        said = Correction(**made, before=_told(before), after=_told(after))
        event = events.append(connection, said)
        _refuse_orphans(connection, sha256)
        remake(connection, sha256, catalogue.moment)
    return event


_SENSELESS: Mapping[Action, str] = {
    "split": "หน้า {page} เป็นหน้าแรกอยู่แล้ว · Page {page} begins a document already.",
    "join": "หน้า {page} ต่อกับฉบับก่อนไม่ได้ · Page {page} begins no document that another is before.",
    "exclude": "หน้า {page} ไม่อยู่ในเอกสารใด · Page {page} is in no document.",
}


def _told(arrangement: Arrangement) -> Json:
    return {"documents": [list(group.pages) for group in arrangement.groups]}


def _refuse_orphans(connection: Connection, sha256: str) -> None:
    """A document that persons have tied to others by judging a link must not lose all its pages."""
    state = state_of(connection, sha256)
    lost = [id_ for id_ in state.documents if state.holder(id_) is None]
    link = tables.link.c
    tied = select(link.id).where(
        or_(link.from_id.in_(lost), link.to_id.in_(lost)), link.made_by != PROGRAM
    )
    if connection.execute(tied).first() is not None:
        raise BadOption(
            "หนังสือนี้มีการยืนยันความเชื่อมโยงแล้ว นำออกทั้งฉบับไม่ได้ · Somebody has judged a link of this "
            "document, so not all of its pages can be taken out; join it to another instead."
        )


def _page(connection: Connection, sha256: str, number: int) -> Any:
    page = tables.page
    wanted = select(page).where(page.c.sha256 == sha256, page.c.number == number)
    row = connection.execute(wanted).first()
    if row is None:
        raise NotFound(f"There is no page {number} in that file.")
    return row
