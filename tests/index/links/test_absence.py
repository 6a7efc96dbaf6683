"""A number that is not held, between two that are: the letter was written, and never came."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.linking.archive import fill
from benchmarks.linking.measure import ARCHIVES
from extractors.number import number_key
from extractors.record import Citation, Record
from index.catalogue import Catalogue
from index.comparing import running_of
from index.filed import document_id
from index.links.absence import around_it
from index.links.check import check
from index.links.linker import link_documents
from index.links.rows import links_of

Put = Callable[..., list[str]]
Make = Callable[..., Record]

ISSUER = "กรมส่งเสริมการปกครองท้องถิ่น"
SUBJECT = "การจัดทำแผนพัฒนาท้องถิ่น"
CITATION = Citation(
    role="reference",
    text="หนังสือ",
    kind="external_letter",
    number="มท 0808.2/ว 4044",
    date="2020-07-10",
    issuer=ISSUER,
)
AFTER: dict[str, Any] = {"number": "มท 0808.2/ว 4045", "date": "2020-07-10", "issuer": ISSUER}


def cite(record: Make) -> Record:
    return record(date="2020-08-01", issuer="จังหวัดแพร่", subject=SUBJECT, citations=(CITATION,))


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ({"number": "มท 0808.2/ว 4043", "date": "2020-07-09"}, "unresolved"),
        ({"number": "มท 0808.2/ว 4043", "date": "2020-07-10"}, "unresolved"),
        ({"number": "มท 0808.2/ว 4043", "date": "2020-07-13"}, "probable"),  # not in its place
        ({"number": "มท 0808.2/ว 4043", "date": "2019-07-09"}, "probable"),  # of another year
        ({"number": "มท 0808.2/4043", "date": "2020-07-09"}, "probable"),  # of another series
        ({"number": "มท 0808.2/ว 4038", "date": "2020-07-09"}, "probable"),  # others between
    ],
)
def test_a_number_between_two_of_its_days_is_no_slip_whichever_came_last(
    catalogue: Catalogue, put: Put, record: Make, before: dict[str, Any], expected: str
) -> None:
    """Without the number before, that the letter is of the same matter made it one."""
    (citing,) = put(cite(record), name="citing.pdf")
    (after,) = put(record(**AFTER, subject=SUBJECT), name="after.pdf")
    link_documents(catalogue, [citing, after])
    (link,) = links_of(catalogue, [citing])
    assert (link.to_id, link.certainty) == (after, "probable")
    link_documents(catalogue, put(record(**{**AFTER, **before}), name="before.pdf"))
    (link,) = links_of(catalogue, [citing])
    assert link.certainty == expected
    assert "ว 4045" in link.why.en
    with catalogue.reading() as connection:
        assert [one for one in check(connection) if one is not None] == []


def test_what_came_in_the_same_file_is_meant_all_the_same(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    citing, after = put(cite(record), record(**AFTER, pages=(2, 2)), name="packet.pdf")
    before = record(**{**AFTER, "number": "มท 0808.2/ว 4043"})
    link_documents(catalogue, [citing, after, *put(before, name="before.pdf")])
    (link,) = links_of(catalogue, [citing])
    assert (link.to_id, link.certainty) == (after, "probable")


def test_a_number_that_a_second_letter_cites_is_no_slip(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    """Of two who write of one letter neither makes the other's slip; whichever came last."""
    (citing,) = put(cite(record), name="citing.pdf")
    slip = {**AFTER, "number": "มท 0808.2/ว 4944", "subject": "แจ้งผลการจัดทำแผนพัฒนาท้องถิ่น"}
    (held,) = put(record(**slip), name="held.pdf")
    around = put(record(**{**AFTER, "number": "มท 0808.2/ว 4040"}), name="around.pdf")
    link_documents(catalogue, [citing, held, *around])
    (link,) = links_of(catalogue, [citing])
    assert (link.to_id, link.certainty) == (held, "probable")
    second = put(cite(record), name="second.pdf")
    link_documents(catalogue, second)
    assert [one.to_id for one in links_of(catalogue, [citing, *second])] == [None, None]
    with catalogue.reading() as connection:
        assert [one for one in check(connection) if one is not None] == []


@pytest.mark.parametrize("archive", ["complete", "lifelike"])
def test_links_are_the_same_in_whatever_order_letters_come(
    catalogue: Catalogue, archive: str
) -> None:
    made = [document for document, _ in islice(ARCHIVES[archive](1_000, 11), 220)]
    Random(5).shuffle(made)
    for document in made:
        fill(catalogue, [document])
        link_documents(catalogue, [document_id(document[0], 1)])
    with catalogue.reading() as connection:
        told = list(check(connection))
    assert len(told) >= 220
    assert [one for one in told if one is not None] == []
    certainties = {one.certainty for one in links_of(catalogue, catalogue.ids())}
    assert certainties == {"exact", "probable", "unresolved"}


@given(st.integers(20, 9_900), st.sampled_from(("มท 0808.2/ว {}", "{}/2564", "ศธ 04011/{}")))
def test_the_numbers_around_one_are_the_nearest_on_both_sides(number: int, form: str) -> None:
    around = [running_of(one) for one in around_it(number_key(form.format(number)))]
    assert around == [*range(number - 1, number - 17, -1), *range(number + 1, number + 17)]


@pytest.mark.parametrize("number", ["", "ลับ", "มท 0808.2/9ก"])
def test_what_ends_with_no_number_has_none_around_it(number: str) -> None:
    assert around_it(number) == ()
