"""A number or day written by hand is believed where a letter that cites it says the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extractors.record import Citation, Field, Reading, Record
from extractors.written import UNWITNESSED, is_witnessed
from index import judgements
from index.catalogue import Catalogue
from index.corrections.hearing import hear_witnesses
from index.links.linker import link_documents, unlinked
from index.links.rows import links_of
from index.verify import Problem, _rows
from index.witness import Mention, chance_of, heard

Put = Callable[..., list[str]]
Make = Callable[..., Record]

ISSUER = "สำนักงานปลัดกระทรวงเกษตรและสหกรณ์"


def written(*readings: tuple[str, float]) -> Field:
    """A value as the page reader gives it: its readings, the likeliest first."""
    value, chance = readings[0]
    return Field(
        text=value,
        value=value,
        page=1,
        confidence=min(UNWITNESSED, chance),
        note="Part of it is written by hand.",
        readings=tuple(Reading(text=v, value=v, chance=c) for v, c in readings),
    )


NUMBER = written(("กษ 0201/ว 714", 0.6), ("กษ 0201/ว 774", 0.3), ("กษ 0201/ว 114", 0.02))
DAY = written(("2023-05-14", 0.7), ("2023-05-17", 0.2))
CITED = {"number": "กษ 0201/ว 774", "date": "2023-05-17", "issuer": ISSUER}


@pytest.mark.parametrize(
    ("mention", "number", "date"),
    [
        ({}, "กษ 0201/ว 774", "2023-05-17"),
        ({"number": "กษ ๐๒๐๑/ว๗๑๔", "date": "2023-05-14"}, "กษ 0201/ว 714", "2023-05-14"),
        ({"issuer": None}, "กษ 0201/ว 774", "2023-05-17"),
        ({"number": "กษ 0201/ว 888"}, None, None),  # no reading of it
        ({"number": "กษ 0202/ว 774"}, None, None),  # the print differs
        ({"date": "2023-05-20"}, None, None),
        ({"date": None}, None, None),  # numbers begin anew each year
        ({"issuer": "กรมการปกครอง"}, None, None),
    ],
)
def test_a_citation_picks_the_reading_with_which_it_agrees(record, mention, number, date):
    letter = record(number=NUMBER, date=DAY, issuer=ISSUER)
    told = heard(letter, [Mention(**{"by": "พร 0017/88", **CITED, **mention})])
    for field, value, alone in ((told.number, number, NUMBER), (told.date, date, DAY)):
        assert is_witnessed(field) == (value is not None)
        assert field.value == (value or alone.value)
        assert (field.confidence > 0.6) == (value is not None)
        if value:
            assert field.note.startswith("Witnessed: พร 0017/88 cites")
            assert field.note.endswith(alone.note)


def test_an_order_is_known_by_number_year_and_issuer(record):
    order = record(kind="order", number=written(("541/2566", 0.9)), issuer=ISSUER)
    cited = {"number": "541/2566", "date": None}
    assert chance_of(order, Mention(by="x", issuer=ISSUER, **cited)) == 0.9
    assert chance_of(order, Mention(by="x", issuer=None, **cited)) == 0.0
    assert chance_of(order, Mention(by="x", issuer="จังหวัดแพร่", **cited)) == 0.0


def test_witnesses_that_disagree_are_named_and_believed_neither(record):
    letter = record(number=NUMBER, date="2023-05-17", issuer=ISSUER)
    said = [
        Mention(**{"by": "A", **CITED}),
        Mention(**{"by": "B", **CITED, "number": "กษ 0201/ว 714"}),
    ]
    told = heard(letter, said).number
    assert (told.value, told.confidence) == ("กษ 0201/ว 714", UNWITNESSED)
    assert "Witnesses disagree: B states กษ 0201/ว 714; A states กษ 0201/ว 774" in told.note


def test_without_a_witness_the_likeliest_reading_stands_unsure(record):
    letter = record(number=NUMBER, date=DAY, issuer=ISSUER)
    believed = heard(letter, [Mention(**{"by": "A", **CITED})])
    assert heard(believed, []) == letter


@pytest.fixture
def answer(record: Make) -> Record:
    """A letter of a province that cites the written one."""
    cited = Citation(role="reference", text="หนังสือ", kind="external_letter", **CITED)
    return record(
        number="พร 0017/88", date="2023-06-01", issuer="จังหวัดแพร่", subject="ส่งรายงาน",
        citations=(cited,),
    )  # fmt: skip


def file_both(catalogue: Catalogue, put: Put, first: Record, second: Record) -> None:
    for name, one in (("a.pdf", first), ("b.pdf", second)):
        put(one, name=name)
        hear_witnesses(catalogue, unlinked(catalogue))
        link_documents(catalogue, unlinked(catalogue))


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_in_the_archive_the_value_changes_and_the_history_keeps_what_it_was(
    catalogue, put, record, answer, order
):
    letter = record(number=NUMBER, date=DAY, issuer=ISSUER, subject="การสำรวจพื้นที่เพาะปลูก")
    both = (letter, answer)
    file_both(catalogue, put, both[order[0]], both[order[1]])
    (found,) = [one for one in map(catalogue.document, catalogue.ids()) if one.issuer == ISSUER]
    assert (found.number, found.date) == ("กษ 0201/ว 774", "2023-05-17")
    events = [event for event in catalogue.events() if event.what == "witnessed"]
    assert {event.detail["field"] for event in events} == {"number", "date"}
    before = {event.detail["before"]["value"] for event in events}
    assert before == {"กษ 0201/ว 714", "2023-05-14"}
    assert hear_witnesses(catalogue, catalogue.ids()) == []
    (link,) = links_of(catalogue, [found.id])
    assert link.to_id == found.id
    assert link.certainty == "probable"  # the citation itself chose a reading of 30 %
    assert "written by hand" in link.why.en
    assert not [problem for problem in _rows(catalogue) if isinstance(problem, Problem)]


def test_a_citation_of_the_likeliest_reading_makes_the_link_exact(catalogue, put, record, answer):
    number = written(("กษ 0201/ว 774", 0.9), ("กษ 0201/ว 714", 0.1))
    letter = record(number=number, date="2023-05-17", issuer=ISSUER, subject="การสำรวจ")
    file_both(catalogue, put, letter, answer)
    (link,) = links_of(catalogue, catalogue.ids())
    assert link.certainty == "exact"


def test_two_letters_that_may_be_meant_have_no_witness(catalogue, put, record, answer):
    """Neighbouring numbers of one day: each is a reading of the other."""
    other = written(("กษ 0201/ว 775", 0.5), ("กษ 0201/ว 774", 0.25))
    put(record(number=NUMBER, date="2023-05-17", issuer=ISSUER, subject="การอบรม"), name="c.pdf")
    letter = record(number=other, date="2023-05-17", issuer=ISSUER, subject="การสำรวจ")
    file_both(catalogue, put, letter, answer)
    assert not [event for event in catalogue.events() if event.what == "witnessed"]
    link = next(one for one in links_of(catalogue, catalogue.ids()))
    assert link.certainty in ("unresolved", "probable")


def test_a_person_who_confirms_the_link_vouches_for_the_number(catalogue, put, record, answer):
    undated = answer.citations[0].model_copy(update={"date": None})
    put(record(number=NUMBER, date=DAY, issuer=ISSUER, subject="การสำรวจ"), name="a.pdf")
    (citing,) = put(answer.model_copy(update={"citations": (undated,)}), name="b.pdf")
    hear_witnesses(catalogue, unlinked(catalogue))
    link_documents(catalogue, unlinked(catalogue))
    (letter,) = [one.id for one in map(catalogue.document, catalogue.ids()) if one.id != citing]
    assert not is_witnessed(catalogue.document(letter).record.number)
    judgements.confirm(catalogue, citing, "citation/0", "ผู้ดูแล", letter)
    told: Any = catalogue.document(letter).record.number
    assert told.value == "กษ 0201/ว 774" and "a person has confirmed" in told.note
