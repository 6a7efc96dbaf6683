"""What a citation that leads nowhere offers a person, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from extractors.record import Citation, Record
from index import judgements
from index.catalogue import Catalogue
from index.links.linker import link_documents
from index.links.model import Link
from index.links.offered import offered
from index.links.rows import links_of

Put = Callable[..., list[str]]
Make = Callable[..., Record]

NAMED: dict[str, Any] = {
    "number": "มท 0808.2/ว 4044",
    "date": "2020-07-10",
    "issuer": "กรมส่งเสริมการปกครองท้องถิ่น",
}
CITATION = Citation(role="reference", text="หนังสือ", kind="external_letter", **NAMED)
SUBJECT, ABOUT_ROADS = "การจัดทำแผนพัฒนาท้องถิ่น", "การซ่อมถนน"


def cited(catalogue: Catalogue, put: Put, record: Make, *letters: Any) -> tuple[Link, list[str]]:
    """The link of a letter that cites `NAMED`, and the ids of those letters."""
    own = record(date="2020-08-01", issuer="จังหวัดแพร่", subject=SUBJECT, citations=(CITATION,))
    (citing,) = put(own, name="citing.pdf")
    ids = [
        put(record(**{**NAMED, **one}, subject=ABOUT_ROADS), name=f"{at}.pdf")[0]
        for at, one in enumerate(letters)
    ]
    link_documents(catalogue, [citing, *ids])
    (link,) = links_of(catalogue, [citing])
    return link, ids


def ids_offered(catalogue: Catalogue, link: Link) -> list[str]:
    return [one.id for some in offered(catalogue, [link]).values() for one in some]


def test_a_neighbour_that_may_be_another_letter_is_offered(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    """So near a number may be of a letter that never came: a person must say."""
    link, (near, *_) = cited(
        *(catalogue, put, record),
        {"number": "มท 0808.2/ว 4045"},
        {"number": "มท 0808.2/ว 3122"},  # of the day, and quite another
        {"number": "มท 0808.2/ว 4046", "date": "2020-01-02"},
    )
    assert (link.certainty, ids_offered(catalogue, link)) == ("unresolved", [near])


def test_the_same_number_of_another_year_is_offered_last(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    link, (of_2018, of_2019, near) = cited(
        *(catalogue, put, record),
        {"date": "2018-07-10"},
        {"date": "2019-07-02"},
        {"number": "มท 0808.2/ว 4045"},
    )
    assert (link.certainty, ids_offered(catalogue, link)) == (
        "unresolved",
        [near, of_2019, of_2018],
    )


def test_what_a_person_refused_is_not_offered_again(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    link, (near,) = cited(catalogue, put, record, {"number": "มท 0808.2/ว 4045"})
    judgements.confirm(catalogue, link.from_id, link.slot, "สมหญิง", near)
    judgements.reject(catalogue, link.from_id, link.slot, "สมหญิง")
    again = [one for one in links_of(catalogue, [link.from_id]) if one.certainty == "unresolved"]
    assert [ids_offered(catalogue, one) for one in again] == [[]]


def test_a_secret_letter_is_not_offered_to_whoever_may_not_see_it(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    link, (near,) = cited(catalogue, put, record, {"number": "มท 0808.2/ว 4045", "secrecy": "ลับ"})
    assert ids_offered(catalogue, link) == [near]
    assert ids_offered(catalogue.seen_by(cleared=False), link) == []


def test_a_link_that_leads_somewhere_offers_nothing(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    link, _ = cited(catalogue, put, record, {})
    assert (link.certainty, offered(catalogue, [link])) == ("exact", {})
