"""Letters of one office and day, their numbers one digit apart: what tells which is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extractors.record import Citation, Record
from index.catalogue import Catalogue
from index.corrections.acts import put_right
from index.links.check import check as links_check
from index.links.linker import link_documents, unlinked
from index.links.rows import links_of

Put = Callable[..., list[str]]
Make = Callable[..., Record]

CITED: dict[str, Any] = {
    "number": "มท 0808.2/ว 4044",
    "date": "2020-07-10",
    "issuer": "กรมส่งเสริมการปกครองท้องถิ่น",
}
CITATION = Citation(role="reference", text="หนังสือ", kind="external_letter", **CITED)
SUBJECT = "การจัดทำแผนพัฒนาท้องถิ่น"
NEIGHBOUR = {**CITED, "number": "มท 0808.2/ว 4045"}
ABOUT_ROADS = "การซ่อมถนน"


def cite(record: Make, **fields: Any) -> Record:
    return record(date="2020-08-01", issuer="จังหวัดแพร่", citations=(CITATION,), **fields)


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (2, 1, 0)])
def test_a_neighbour_of_the_same_day_makes_a_link_probable(
    catalogue: Catalogue, put: Put, record: Make, order: tuple[int, ...]
) -> None:
    """Whoever mistypes 4045 may write 4044; whichever letter came first."""
    letters = [cite(record), record(**CITED), record(**NEIGHBOUR)]
    ids: dict[int, str] = {}
    for place in order:
        (ids[place],) = put(letters[place], name=f"{place}.pdf")
        link_documents(catalogue, [ids[place]])
    (link,) = links_of(catalogue, [ids[0]])
    assert (link.to_id, link.certainty) == (ids[1], "probable")
    assert "ว 4045" in link.why.en and "ว 4045" in link.why.th
    assert check(catalogue) == []


def check(catalogue: Catalogue) -> list[Any]:
    with catalogue.reading() as connection:
        return [one for one in links_check(connection) if one is not None]


@pytest.mark.parametrize(
    ("own", "theirs", "expected"),
    [
        (SUBJECT, ABOUT_ROADS, "exact"),
        (SUBJECT, SUBJECT, "probable"),
        (ABOUT_ROADS, SUBJECT, "probable"),
        (ABOUT_ROADS, ABOUT_ROADS, "probable"),
    ],
)
def test_a_subject_tells_neighbours_apart(
    catalogue: Catalogue, put: Put, record: Make, own: str, theirs: str, expected: str
) -> None:
    (citing,) = put(cite(record, subject=SUBJECT), name="citing.pdf")
    (meant,) = put(record(**CITED, subject=own), name="meant.pdf")
    (other,) = put(record(**NEIGHBOUR, subject=theirs), name="neighbour.pdf")
    link_documents(catalogue, [citing, meant, other])
    (link,) = links_of(catalogue, [citing])
    assert (link.to_id, link.certainty) == (meant, expected)


def test_what_came_in_one_file_is_told_from_a_neighbour(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    citing, meant = put(cite(record), record(**CITED, pages=(2, 2)), name="packet.pdf")
    link_documents(catalogue, [citing, meant, *put(record(**NEIGHBOUR), name="neighbour.pdf")])
    (link,) = links_of(catalogue, [citing])
    assert (link.to_id, link.certainty) == (meant, "exact")


@pytest.mark.parametrize(
    "neighbour",
    [
        {"date": "2020-07-11"},
        {"number": "มท 0808.2/ว 4050"},  # two digits away
        {"number": "มท 0808.2/4045"},  # of another series
        {"number": "มท 0808.2/ว 4045", "template": True},
    ],
)
def test_what_is_no_neighbour_leaves_a_link_exact(
    catalogue: Catalogue, put: Put, record: Make, neighbour: dict[str, Any]
) -> None:
    (citing,) = put(cite(record), name="citing.pdf")
    (meant,) = put(record(**CITED), name="meant.pdf")
    (other,) = put(record(**{**NEIGHBOUR, **neighbour}), name="neighbour.pdf")
    link_documents(catalogue, [citing, meant, other])
    (link,) = links_of(catalogue, [citing])
    assert (link.to_id, link.certainty) == (meant, "exact")


def test_a_secret_neighbour_is_not_named(catalogue: Catalogue, put: Put, record: Make) -> None:
    (citing,) = put(cite(record), name="citing.pdf")
    ids = [*put(record(**CITED)), *put(record(**NEIGHBOUR, secrecy="ลับ"), name="secret.pdf")]
    link_documents(catalogue, [citing, *ids])
    (link,) = links_of(catalogue, [citing])
    assert link.certainty == "probable"
    assert "4045" not in link.why.en + link.why.th


def test_a_neighbour_whose_number_was_misread_is_none(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    """Once a person has put its number right, the link is exact."""
    (citing,) = put(cite(record), name="citing.pdf")
    (other,) = put(record(**NEIGHBOUR), name="neighbour.pdf")
    link_documents(catalogue, [citing, *put(record(**CITED)), other])
    put_right(catalogue, other, "number", {"value": "มท 0808.2/ว 9"}, "สมหญิง")
    link_documents(catalogue, unlinked(catalogue))
    (link,) = links_of(catalogue, [citing])
    assert link.certainty == "exact"
    assert check(catalogue) == []


def test_a_number_close_to_one_of_that_day_may_be_of_a_letter_that_never_came(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    """It is named; and it is a slip after all if the archive holds the number under another day."""
    (citing,) = put(cite(record), name="citing.pdf")
    (neighbour,) = put(record(**NEIGHBOUR), name="neighbour.pdf")
    link_documents(catalogue, [citing, neighbour])
    (link,) = links_of(catalogue, [citing])
    assert (link.to_id, link.certainty) == (None, "unresolved")
    assert "ว 4045" in link.why.en and "ว 4045" in link.why.th
    link_documents(catalogue, put(record(**{**CITED, "date": "2020-06-01"}), name="own.pdf"))
    (link,) = links_of(catalogue, [citing])
    assert (link.to_id, link.certainty) == (neighbour, "probable")
    assert check(catalogue) == []
