"""The record that is shown: what the machine read, with what persons said of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.doubt.doubts import doubtful
from extractors.record import (
    BY_A_PERSON,
    JUDGED,
    Citation,
    Committee,
    Field,
    Member,
    Obligation,
    Reading,
    Record,
)
from index.corrections.fold import folded
from index.corrections.model import Action, Correction, standing
from index.corrections.parts import parts_of

Make = Callable[..., Record]

BOXES = [(0.1, top, 0.9, top + 0.02) for top in (0.1, 0.2, 0.3)]
MACHINE = Record(
    pages=(1, 2),
    kind="external_letter",
    circular=True,
    template=False,
    number=Field(
        text="มท ๐๘๑๐.๗/ว ๒๙๖",
        value="มท 0810.7/ว 296",
        page=1,
        box=BOXES[0],
        confidence=0.4,
        readings=(Reading(text="๒๙๖", value="มท 0810.7/ว 296", chance=0.4),),
    ),
    subject=Field(text="การติดตาม", value="การติดตาม", page=1, confidence=0.99),
    recipients=tuple(
        Field(text=f"นายอำเภอ {n}", value=f"นายอำเภอ {n}", page=1, box=BOXES[n], confidence=0.9)
        for n in range(3)
    ),
    citations=(
        Citation(
            role="reference",
            text="หนังสือกรม ที่ มท 1/2",
            issuer="กรม",
            number="มท 1/2",
            date=None,
            page=1,
            box=BOXES[2],
            confidence=0.5,
        ),
    ),
)


def said(id_: int, field: str, after: Any, action: Action = "value", **more: Any) -> Correction:
    made = {"at": "2026-11-28T09:00:00Z", "by": "สมหญิง", "sha256": "0" * 64, "page": 1, **more}
    return Correction(id=id_, action=action, field=field, after=after, **made)


def test_a_number_put_right_keeps_the_machines_reading_beside_it() -> None:
    right = said(1, "number", {"value": "มท 0810.7/ว 2963", "text": "มท๐๘๑๐.๗/ว๒๙๖๓"})
    record = folded(MACHINE, [right]).record
    assert record.number is not None and record.number.note is not None
    assert (record.number.value, record.number.confidence) == ("มท 0810.7/ว 2963", 1.0)
    assert record.number.note.startswith(f"{BY_A_PERSON}สมหญิง wrote this on 2026-11-28")
    assert "มท ๐๘๑๐.๗/ว ๒๙๖" in record.number.note
    assert record.number.readings == (), "what a pen may have meant is settled"
    (told,) = record.persons
    assert (told.field, told.by, told.accepted, told.machine) == (
        "number",
        "สมหญิง",
        False,
        "มท 0810.7/ว 296",
    )
    assert "number" in doubtful(MACHINE) and "number" not in doubtful(record)


def test_a_value_found_right_is_no_longer_doubtful_and_stays_as_read() -> None:
    record = folded(MACHINE, [said(1, "number", {"value": "มท 0810.7/ว 296"}, "accept")]).record
    assert record.number is not None and MACHINE.number is not None
    assert (record.number.value, record.number.text) == (MACHINE.number.value, MACHINE.number.text)
    assert record.persons[0].accepted
    assert "number" not in doubtful(record)


def test_the_json_of_the_contract_tells_it_in_the_note_alone() -> None:
    record = folded(MACHINE, [said(1, "number", {"value": "1/2564"})]).record
    told = record.model_dump(mode="json")
    assert "persons" not in told and told["number"]["note"].startswith(BY_A_PERSON)


def test_lists_are_corrected_lengthened_and_shortened() -> None:
    anchors = [{"text": one.text, "box": list(one.box or ())} for one in MACHINE.recipients]
    record = folded(
        MACHINE,
        [
            said(1, "recipients", {"value": "นายอำเภอสอง"}, anchor=anchors[1]),
            said(2, "recipients", None, anchor=anchors[0]),
            said(3, "recipients", {"value": "ปลัดจังหวัด"}),
            said(4, "recipients", {"value": "ปลัดจังหวัดแพร่"}, anchor={"added": 3}),
        ],
    ).record
    assert [one.value for one in record.recipients] == ["นายอำเภอสอง", "นายอำเภอ 2", "ปลัดจังหวัดแพร่"]
    assert [told.field for told in record.persons] == ["recipients", "recipients.0", "recipients.2"]


def test_a_request_that_was_not_made_out_is_added() -> None:
    """In the paper's words, or where none are typed, in those of its parts."""
    report = {"action": "report", "frequency": "monthly", "due_day": 5}
    printed = {**report, "text": "ให้รายงานผลทุกวันที่ ๕ ของเดือน"}
    events = [said(1, "obligations", printed), said(2, "obligations", {"due_day": 7})]
    asked = folded(MACHINE.model_copy(update={"obligations": ()}), events).record.obligations
    assert [(one.action, one.due_day) for one in asked] == [("report", 5), ("other", 7)]
    assert [one.text for one in asked] == ["ให้รายงานผลทุกวันที่ ๕ ของเดือน", "7"]
    assert asked[0].confidence == 1.0 and asked[0].page == 1


def test_a_request_put_right_in_all_its_parts_is_sure() -> None:
    """Its words as printed are no part of what is put right."""
    machine = Obligation(clause=None, action="other", text="ให้ส่ง", page=1, confidence=0.4)
    read = MACHINE.model_copy(update={"obligations": (machine,)})
    parts = dict.fromkeys(("clause", "deliver_to", "frequency", "due_day", "first_due"))
    right = said(1, "obligations", {**parts, "action": "reply"}, anchor={"text": "ให้ส่ง"})
    (asked,) = folded(read, [right]).record.obligations
    assert (asked.action, asked.text, asked.confidence) == ("reply", "ให้ส่ง", 1.0)


def test_a_request_found_right_is_sure_whatever_was_said_of_it() -> None:
    machine = Obligation(clause=None, action="reply", text="ให้ส่ง", note=JUDGED, confidence=0.6)
    read = MACHINE.model_copy(update={"obligations": (machine,)})
    assert "obligations.0" in doubtful(read)
    found_right = said(
        1, "obligations", parts_of(read, "obligations", 0), action="accept", anchor={"text": "ให้ส่ง"}
    )
    assert "obligations.0" not in doubtful(folded(read, [found_right]).record)


def test_a_list_read_anew_is_known_by_its_places() -> None:
    """Read again, a line before it is found as well, and its own letters otherwise."""
    (citation,) = MACHINE.citations
    anchor = {"text": citation.text, "box": list(citation.box or ())}
    before = citation.model_copy(update={"text": "ระเบียบ", "number": None, "box": BOXES[0]})
    again = MACHINE.model_copy(
        update={"citations": (before, citation.model_copy(update={"number": "มท 1/7"}))}
    )
    right = said(1, "citations", {"number": "มท 1/3"}, anchor=anchor)
    assert [one.number for one in folded(again, [right]).record.citations] == [None, "มท 1/3"]


def test_what_no_longer_fits_is_told() -> None:
    lost = said(1, "citations", {"number": "1"}, anchor={"text": "ไม่มีแล้ว", "box": [0, 0.9, 1, 1]})
    assert folded(MACHINE, [lost]).unfit == (lost,)
    assert folded(MACHINE, [lost]).record == MACHINE


def test_of_joined_documents_the_number_on_the_machines_page_is_meant() -> None:
    first = said(1, "number", {"value": "1/2564"})
    second = said(2, "number", {"value": "2/2564"}, page=2)
    both = folded(MACHINE, [first, second])
    assert both.record.number and both.record.number.value == "1/2564"
    assert both.unfit == (second,)


def test_a_circular_is_one_by_the_number_a_person_gives_it() -> None:
    assert not folded(MACHINE, [said(1, "number", {"value": "มท 0810.7/296"})]).record.circular


def test_a_member_of_a_committee() -> None:
    member = Member(order=1, name="นายกอ", position=None, role="member", role_text=None, page=1)
    committee = Committee(name=None, members=(member, member))
    order = MACHINE.model_copy(update={"committees": (committee,), "kind": "order"})
    right = said(1, "members", {"name": "นายขอ"}, anchor={"text": "นายกอ"})
    names = [one.name for one in folded(order, [right]).record.committees[0].members]
    assert names == ["นายขอ", "นายกอ"]


def test_a_member_that_was_not_read_joins_the_committee_that_is_named() -> None:
    member = Member(order=1, name="นายกอ", position=None, role="chair", role_text=None, page=1)
    two = tuple(Committee(name=name, members=(member,)) for name in ("อำนวยการ", "ติดตาม"))
    order = MACHINE.model_copy(update={"committees": two, "kind": "order"})
    first = said(7, "members", {"name": "นายขอ", "role": "member", "committee": 1})
    again = said(8, "members", {"name": "นายคอ"}, anchor={"added": 7})
    shown = folded(order, [first, again]).record
    names = [[member.name for member in one.members] for one in shown.committees]
    assert names == [["นายกอ", "นายคอ"], ["นายกอ"]]
    assert [one.field for one in shown.persons] == ["members.1"]
    alone = folded(MACHINE, [first]).record
    assert [one.name for one in alone.committees[0].members] == ["นายขอ"], "no committee was read"
    gone = said(9, "members", None, anchor={"added": 7})
    assert folded(MACHINE, [first, gone]).record.committees == ()


PARTS: list[tuple[str, list[Any]]] = [
    ("number", [{"value": "1/2564"}, {"value": "กข 1/ว 2"}, None]),
    ("date", [{"value": "2021-02-15"}, {"value": "2021-02"}, None]),
    ("kind", [{"value": "order"}, {"value": "memo"}]),
    ("recipients", [{"value": "ปลัด"}, None]),
    ("citations", [{"number": "1/2"}, {"number": None, "date": "2020-01-01"}, None]),
    ("signatory", [{"name": "นายกอ"}, {"position": "ปลัด", "name": "ข"}, None]),
]
ANCHORS: dict[str, list[Any]] = {
    "recipients": [
        None,
        *({"text": one.text, "box": list(one.box or ())} for one in MACHINE.recipients),
    ],
    "citations": [None, {"text": "หนังสือกรม ที่ มท 1/2"}, {"text": "ไม่มีในหนังสือนี้"}],
}


@st.composite
def histories(draw: st.DrawFn) -> list[Correction]:
    """What persons may do one after the other: say, take back, take the taking back back."""
    events: list[Correction] = []
    for id_ in range(1, draw(st.integers(0, 8)) + 1):
        if events and draw(st.booleans()):
            events.append(said(id_, "", None, "undo", undoes=draw(st.sampled_from(events)).id))
            continue
        field, values = draw(st.sampled_from(PARTS))
        anchor = draw(st.sampled_from(ANCHORS.get(field, [None])))
        after = draw(st.sampled_from(values))
        page = draw(st.integers(1, 2))
        events.append(said(id_, field, after, anchor=anchor, page=page))
    return events


@given(histories())
def test_what_persons_say_is_shown_or_told_not_to_fit(events: list[Correction]) -> None:
    before = MACHINE.model_dump()
    held = standing(events)
    made = folded(MACHINE, held)
    assert MACHINE.model_dump() == before, "the machine's record is never changed"
    assert made == folded(MACHINE, held), "the same events make the same record"
    shown = {told.correction for told in made.record.persons}
    assert shown <= {one.id for one in held}
    assert {one.id for one in made.unfit} <= {one.id for one in held}
    assert bool(held) == bool(shown or made.unfit), "nothing that holds is dropped"
    for told in made.record.persons:
        assert told.field.split(".")[0] in dict(PARTS)


@given(histories(), st.data())
def test_taking_back_and_taking_that_back(events: list[Correction], data: st.DataObject) -> None:
    held = standing(events)
    if not held:
        return
    one = data.draw(st.sampled_from(held))
    undo = said(len(events) + 1, "", None, "undo", undoes=one.id)
    redo = said(len(events) + 2, "", None, "undo", undoes=undo.id)
    assert standing([*events, undo]) == [other for other in held if other != one]
    assert standing([*events, undo, redo]) == held
    taken = folded(MACHINE, standing([*events, undo]))
    assert taken == folded(MACHINE, [other for other in held if other != one])


@given(histories())
def test_once_all_is_taken_back_the_record_is_the_machines(events: list[Correction]) -> None:
    undone = [
        said(len(events) + n, "", None, "undo", undoes=one.id)
        for n, one in enumerate(standing(events), start=1)
    ]
    assert folded(MACHINE, standing([*events, *undone])).record == MACHINE


def test_the_last_who_speaks_is_heard() -> None:
    first = said(1, "date", {"value": "2021-02-15"})
    second = dataclasses.replace(first, id=2, by="สมชาย", after={"value": "2021-02-16"})
    record = folded(MACHINE, [first, second]).record
    assert record.date and record.date.value == "2021-02-16"
    assert record.persons[0].by == "สมชาย"


@pytest.mark.parametrize("kind", ["order", "memo"])
def test_the_kind(kind: str) -> None:
    assert folded(MACHINE, [said(1, "kind", {"value": kind})]).record.kind == kind
