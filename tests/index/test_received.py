"""The received register: who gets a number, which, and that it is theirs for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from extractors.record import Enclosure, Record
from index.catalogue import Catalogue
from index.corrections import acts
from index.judgements import reject
from index.links.linker import link_documents, unlinked
from index.received import count_received, day_of, number_received, register_of

Put = Callable[..., list[str]]
Make = Callable[..., Record]


class Clock:
    """The catalogue's clock, set by the test."""

    now = datetime(2021, 4, 22, 3, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def catalogue(tmp_path: Path, clock: Clock) -> Iterator[Catalogue]:
    with Catalogue.open(str(tmp_path / "catalogue.db"), clock) as opened:
        yield opened


def number_of(catalogue: Catalogue, id_: str) -> tuple[int, int] | None:
    """Number and Buddhist year of a document in the register; None if it has no line."""
    lines = register_of(catalogue, date(2020, 1, 1), date(2030, 12, 31))
    return next(((one.number, one.year) for one in lines if one.document_id == id_), None)


def settle(catalogue: Catalogue) -> int:
    link_documents(catalogue, unlinked(catalogue))
    return number_received(catalogue)


def test_numbers_run_by_accession_and_begin_anew_each_buddhist_year(
    catalogue: Catalogue, put_into: Put, record: Make, clock: Clock
) -> None:
    days = [datetime(2021, 12, 30, 3, tzinfo=UTC), datetime(2021, 12, 31, 16, 59, tzinfo=UTC)]
    days += [datetime(2021, 12, 31, 17, 0, tzinfo=UTC)]  # midnight in Thailand
    ids = []
    for day in days:
        clock.now = day
        ids += put_into(catalogue, record(number=f"กข 1/{day.day}{day.hour}"), name=str(day))
    assert settle(catalogue) == 3
    assert [number_of(catalogue, id_) for id_ in ids] == [(1, 2564), (2, 2564), (1, 2565)]
    assert settle(catalogue) == 0, "a number is given once"
    lines = register_of(catalogue, date(2021, 12, 31), date(2021, 12, 31))
    assert [(line.number, line.document_id) for line in lines] == [(2, ids[1])]
    assert day_of("2021-12-31T17:00:00.000000Z") == date(2022, 1, 1)


def test_what_a_letter_brings_along_has_no_number_of_its_own(
    catalogue: Catalogue, put_into: Put, record: Make
) -> None:
    letter = record(
        number="กข 1/1", enclosures=(Enclosure(title="คำสั่งแต่งตั้งคณะทำงานตรวจสอบ", quantity=None),)
    )
    order = record(kind="order", pages=(2, 2), subject="แต่งตั้งคณะทำงานตรวจสอบ", number="5/2564")
    form = record(kind="form", pages=(3, 3), subject="แบบรายงาน", template=True)
    other = record(pages=(4, 4), number="กข 1/2", subject="เรื่องอื่น")
    ids = put_into(catalogue, letter, order, form, other)
    settle(catalogue)
    assert [number_of(catalogue, id_) for id_ in ids] == [(1, 2564), None, None, (2, 2564)]
    lines = register_of(catalogue, date(2021, 4, 22), date(2021, 4, 22))
    assert [[one.id for one in line.attached] for line in lines] == [ids[1:3], []]


def test_a_page_on_which_nothing_is_has_no_number_until_a_person_says_what_it_is(
    catalogue: Catalogue, put_into: Put, record: Make
) -> None:
    letter = record(number="กข 1/1", subject="เรื่องแรก")
    blank = record(kind="other", pages=(2, 2))
    ids = put_into(catalogue, letter, blank)
    assert settle(catalogue) == 1
    assert number_of(catalogue, ids[1]) is None
    acts.accept(catalogue, ids[1], "subject", "สมศรี")  # there is none
    assert settle(catalogue) == 0
    acts.put_right(catalogue, ids[1], "subject", {"value": "หนังสือเขียนด้วยมือ"}, "สมศรี")
    assert settle(catalogue) == 1
    assert number_of(catalogue, ids[1]) == (2, 2564)


def test_lines_are_read_in_parts_and_what_came_along_stays_with_its_letter(
    catalogue: Catalogue, put_into: Put, record: Make
) -> None:
    """The form stands behind the second letter, of which the first part has no line."""
    first, second = record(number="กข 1/1"), record(pages=(2, 2), number="กข 1/2")
    form = record(kind="form", pages=(3, 3), subject="แบบรายงาน", template=True)
    ids = put_into(catalogue, first, second, form)
    settle(catalogue)
    day = date(2021, 4, 22)
    assert count_received(catalogue, day, day) == 2
    for skip, attached in ((0, []), (1, ids[2:])):
        (line,) = register_of(catalogue, day, day, most=1, skip=skip)
        assert line.document_id == ids[skip]
        assert [one.id for one in line.attached] == attached


def test_a_number_stays_struck_out_when_its_letter_is_joined_to_another(
    catalogue: Catalogue, put_into: Put, record: Make
) -> None:
    first, second = put_into(
        catalogue, record(number="กข 1/1"), record(pages=(2, 2), number="กข 1/2")
    )
    settle(catalogue)
    joined = acts.join(catalogue, catalogue.document(first).sha256, 2, "สมหญิง")
    settle(catalogue)
    lines = register_of(catalogue, date(2021, 4, 22), date(2021, 4, 22))
    assert [(line.number, line.document is None) for line in lines] == [(1, False), (2, True)]
    acts.undo(catalogue, joined.id, "สมหญิง")
    assert settle(catalogue) == 0
    assert number_of(catalogue, second) == (2, 2564)


def test_secret_letters_have_a_line_for_the_cleared_alone(
    catalogue: Catalogue, put_into: Put, record: Make
) -> None:
    put_into(catalogue, record(number="กข 1/1", secrecy="ลับ"))
    put_into(catalogue, record(number="กข 1/2"), name="other.pdf")
    settle(catalogue)
    day = date(2021, 4, 22)
    assert [line.number for line in register_of(catalogue, day, day)] == [1, 2]
    assert [line.number for line in register_of(catalogue.seen_by(False), day, day)] == [2]


def test_what_no_letter_encloses_any_more_gets_the_next_number(
    catalogue: Catalogue, put_into: Put, record: Make
) -> None:
    title = "คำสั่งแต่งตั้งคณะทำงานตรวจสอบ"
    letter = record(number="กข 1/1", enclosures=(Enclosure(title=title, quantity=None),))
    order = record(kind="order", pages=(2, 2), subject=title[6:], number="5/2564")
    first, second = put_into(catalogue, letter, order)
    settle(catalogue)
    assert number_of(catalogue, second) is None
    reject(catalogue, first, "enclosure/0", "สมหญิง")
    settle(catalogue)
    assert number_of(catalogue, second) == (2, 2564)
