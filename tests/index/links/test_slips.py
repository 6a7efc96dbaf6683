"""A number or a day mistyped: which slip is likelier, and what else tells what is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extractors.record import Citation, Record
from index.catalogue import Catalogue
from index.links.check import check
from index.links.linker import link_documents
from index.links.rows import links_of

Put = Callable[..., list[str]]
Make = Callable[..., Record]

ISSUER = "กรมส่งเสริมการปกครองท้องถิ่น"
NAMED: dict[str, Any] = {"number": "มท 0808.2/ว 4044", "date": "2020-07-10", "issuer": ISSUER}
CITATION = Citation(role="reference", text="หนังสือ", kind="external_letter", **NAMED)
SUBJECT, ABOUT_ROADS = "การจัดทำแผนพัฒนาท้องถิ่น", "การซ่อมถนน"


def linked(catalogue: Catalogue, put: Put, record: Make, *letters: dict[str, Any]) -> Any:
    """The link of a letter that cites `NAMED`, and the ids of those letters."""
    own = record(date="2020-08-01", issuer="จังหวัดแพร่", subject=SUBJECT, citations=(CITATION,))
    (citing,) = put(own, name="citing.pdf")
    ids = [put(record(**{**NAMED, **one}), name=f"{at}.pdf")[0] for at, one in enumerate(letters)]
    link_documents(catalogue, [citing, *ids])
    (link,) = links_of(catalogue, [citing])
    with catalogue.reading() as connection:
        assert [one for one in check(connection) if one is not None] == []
    return link, ids


@pytest.mark.parametrize(
    ("own", "theirs", "expected"),
    [
        (SUBJECT, ABOUT_ROADS, "probable"),
        (SUBJECT, SUBJECT, "unresolved"),
        (ABOUT_ROADS, ABOUT_ROADS, "unresolved"),
    ],
)
def test_of_two_numbers_one_digit_away_the_subject_tells_which_is_meant(
    catalogue: Catalogue, put: Put, record: Make, own: str, theirs: str, expected: str
) -> None:
    link, ids = linked(
        *(catalogue, put, record),
        {"number": "มท 0808.2/ว 4054", "subject": own},
        {"number": "มท 0808.2/ว 4064", "subject": theirs},
    )
    assert link.certainty == expected
    assert link.to_id == (ids[0] if expected == "probable" else None)


def test_the_day_before_is_likelier_than_a_digit_and_the_other_is_named(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    link, ids = linked(
        catalogue, put, record, {"date": "2020-07-09"}, {"number": "มท 0808.2/ว 4045"}
    )
    assert (link.to_id, link.certainty) == (ids[0], "probable")
    assert "2020-07-09" in link.why.en and "ว 4045" in link.why.en


def test_a_day_further_off_is_not(catalogue: Catalogue, put: Put, record: Make) -> None:
    link, ids = linked(
        catalogue, put, record, {"date": "2020-07-04"}, {"number": "มท 0808.2/ว 4045"}
    )
    assert (link.to_id, link.certainty) == (ids[1], "probable")


def test_nor_is_the_day_before_where_another_is_of_the_matter(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    link, ids = linked(
        *(catalogue, put, record),
        {"date": "2020-07-09", "subject": ABOUT_ROADS},
        {"number": "มท 0808.2/ว 4045", "subject": SUBJECT},
    )
    assert (link.to_id, link.certainty) == (ids[1], "probable")


@pytest.mark.parametrize(
    ("cited", "held"),
    [("มท 0808.2/ว 044", "มท 0808.2/ว 4044"), ("มท 0808.2/ว ๐๔๔", "มท 0808.2/ว 9044")],
)
def test_a_number_that_begins_with_nought_has_lost_its_first_digit(
    catalogue: Catalogue, put: Put, record: Make, cited: str, held: str
) -> None:
    slip = CITATION.model_copy(update={"number": cited})
    (citing,) = put(record(date="2020-08-01", citations=(slip,)), name="citing.pdf")
    (meant,) = put(record(**{**NAMED, "number": held}), name="meant.pdf")
    link_documents(catalogue, [citing, meant])
    (link,) = links_of(catalogue, [citing])
    assert (link.to_id, link.certainty) == (meant, "probable")


def test_a_letter_that_is_surely_cited_is_not_cited_once_more_by_a_slip(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    """4054 is cited beside 4044, and held: 4044 is a letter of its own."""
    other = CITATION.model_copy(update={"number": "มท 0808.2/ว 4054"})
    own = record(date="2020-08-01", issuer="จังหวัดแพร่", citations=(CITATION, other))
    (citing,) = put(own, name="citing.pdf")
    (held,) = put(record(**{**NAMED, "number": "มท 0808.2/ว 4054"}), name="held.pdf")
    link_documents(catalogue, [citing, held])
    assert [one.to_id for one in links_of(catalogue, [citing])] == [None, held]


@pytest.mark.parametrize(
    ("subject", "expected"),
    [("รายงานผลการจัดทำแผนพัฒนาท้องถิ่น ปี ๒๕๖๓", "probable"), (ABOUT_ROADS, "unresolved")],
)
def test_a_number_next_to_one_that_never_came_is_a_slip_if_it_is_of_the_matter(
    catalogue: Catalogue, put: Put, record: Make, subject: str, expected: str
) -> None:
    """A letter is mostly of the matter of what it cites, though its subject be another."""
    link, _ = linked(catalogue, put, record, {"number": "มท 0808.2/ว 4045", "subject": subject})
    assert link.certainty == expected


def test_of_two_a_digit_away_the_one_of_the_matter_is_meant(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    link, ids = linked(
        *(catalogue, put, record),
        {"number": "มท 0808.2/ว 4045", "subject": ABOUT_ROADS},
        {"number": "มท 0808.2/ว 4046", "subject": "แจ้งผลการจัดทำแผนพัฒนาท้องถิ่น"},
    )
    assert (link.to_id, link.certainty) == (ids[1], "probable")


@pytest.mark.parametrize(("day", "expected"), [("2019-12-30", "probable"), ("2019-12-10", None)])
def test_a_day_mistyped_at_the_turn_of_the_year_is_a_slip(
    catalogue: Catalogue, put: Put, record: Make, day: str, expected: str | None
) -> None:
    turn = CITATION.model_copy(update={"date": "2020-01-03"})
    (citing,) = put(record(date="2020-02-01", issuer="จังหวัดแพร่", citations=(turn,)), name="a.pdf")
    (meant,) = put(record(**{**NAMED, "date": day}), name="b.pdf")
    link_documents(catalogue, [citing, meant])
    (link,) = links_of(catalogue, [citing])
    assert (link.to_id, link.certainty) == ((meant, expected) if expected else (None, "unresolved"))


@pytest.mark.parametrize(
    ("about", "expected"), [("แจ้งผลการซ่อมถนน", "probable"), (SUBJECT, "unresolved")]
)
def test_what_is_cited_beside_tells_what_is_meant_once_it_has_come(
    catalogue: Catalogue, put: Put, record: Make, about: str, expected: str
) -> None:
    """One affair is cited together, though the letter that cites it speaks of another."""
    beside: dict[str, Any] = {"number": "มท 0808.2/ว 3120", "date": "2020-05-25", "issuer": ISSUER}
    both = (Citation(role="reference", text="หนังสือ", kind="external_letter", **beside), CITATION)
    own = record(date="2020-08-01", issuer="จังหวัดแพร่", subject="ขอส่งเอกสาร", citations=both)
    (citing,) = put(own, name="citing.pdf")
    neighbour = record(**{**NAMED, "number": "มท 0808.2/ว 4045", "subject": ABOUT_ROADS})
    (meant,) = put(neighbour, name="meant.pdf")
    link_documents(catalogue, [citing, meant])
    assert {one.certainty for one in links_of(catalogue, [citing])} == {"unresolved"}
    (other,) = put(record(**beside, subject=about), name="beside.pdf")
    link_documents(catalogue, [other])
    first, second = links_of(catalogue, [citing])
    assert (first.to_id, first.certainty) == (other, "exact")
    assert second.certainty == expected
    assert ("cited beside it" in second.why.en) == (expected == "probable")
    with catalogue.reading() as connection:
        assert [one for one in check(connection) if one is not None] == []


def test_a_neighbour_that_is_cited_beside_speaks_not_for_itself(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    """Both 4044 and 4045 are cited, and only the latter came."""
    next_ = CITATION.model_copy(update={"number": "มท 0808.2/ว 4045"})
    own = record(date="2020-08-01", issuer="จังหวัดแพร่", citations=(next_, CITATION))
    (citing,) = put(own, name="citing.pdf")
    held = record(**{**NAMED, "number": "มท 0808.2/ว 4045", "subject": ABOUT_ROADS})
    link_documents(catalogue, [citing, *put(held, name="held.pdf")])
    certainties = [one.certainty for one in links_of(catalogue, [citing])]
    assert certainties == ["exact", "unresolved"]
