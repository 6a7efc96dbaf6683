"""What a link takes to be sure, to be probable, and what must not be linked at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.record import Citation, Record
from index.catalogue import Catalogue
from index.comparing import compare_issuers, differs_by_one_digit, offices_like
from index.links.linker import link_documents
from index.links.rows import links_of

Put = Callable[..., list[str]]
Make = Callable[..., Record]

CITED: dict[str, Any] = {
    "number": "มท 0808.2/ว 4044",
    "date": "2020-07-10",
    "issuer": "กรมส่งเสริมการปกครองท้องถิ่น",
}
SUBJECT = "การจัดทำแผนพัฒนาท้องถิ่น"


def citation(**changed: Any) -> Citation:
    fields = {"role": "reference", "text": "หนังสือ", "kind": "external_letter", **CITED}
    return Citation(**{**fields, **changed})


def outcome(
    catalogue: Catalogue, put: Put, record: Make, cited: Citation, **target: Any
) -> tuple[str | None, str]:
    """File a letter that cites, then what it may cite: what it is linked to, and how surely."""
    letter = record(
        number="พร 0023.3/ว 7", date="2020-08-01", issuer="จังหวัดแพร่", subject=SUBJECT,
        citations=(cited,),
    )  # fmt: skip
    (citing,) = put(letter, name="citing.pdf")
    link_documents(catalogue, [citing])
    (before,) = links_of(catalogue, [citing])
    assert (before.to_id, before.certainty) == (None, "unresolved")
    ids = put(record(**{**CITED, "subject": SUBJECT, **target}), name="target.pdf")
    link_documents(catalogue, ids)
    link = next(one for one in links_of(catalogue, [citing]) if one.from_id == citing)
    assert link.to_id in (None, *ids)
    return ("found" if link.to_id else None), link.certainty


@pytest.mark.parametrize(
    ("cited", "target", "expected"),
    [
        ({}, {}, "exact"),
        ({"issuer": None}, {}, "exact"),
        ({"number": "มท ๐๘๐๘.๒/ว๔๐๔๔"}, {}, "exact"),
        ({"date": None}, {}, "probable"),
        ({"issuer": "กรมการปกครอง"}, {}, "probable"),
        ({"date": "2020-07-16"}, {}, "probable"),  # the same year: numbers run for a year
        ({"number": "มท 0808.2/ว 4014"}, {}, "probable"),
        ({"number": "มท 0808.2/ว 404"}, {}, "probable"),
        ({"number": "มท 0810.7/ว 2563"}, {}, "probable"),
        ({"number": None}, {}, "probable"),
        ({}, {"date": "2020-07"}, "probable"),
        ({}, {"kind": "order"}, "probable"),
        # of the same year, but of quite another day: a number mistyped as like as a date
        ({"date": "2020-02-21"}, {}, "unresolved"),
        # nobody cites what is yet to come: one of the days is wrong
        ({"date": "2020-08-10"}, {"date": "2020-08-10"}, "probable"),
        # close to the number of that day, and of another subject: rather another letter
        ({"number": "มท 0808.2/ว 4040"}, {"subject": "การเลือกตั้งท้องถิ่น"}, "unresolved"),
        ({"number": "มท 0808.2/ว 4444"}, {"subject": "การเลือกตั้งท้องถิ่น"}, "probable"),
        # the same number in another year is another letter
        ({}, {"date": "2019-07-10"}, "unresolved"),
        ({}, {"date": "2021-07-10"}, "unresolved"),
        # another letter of the same office on the same day
        ({"number": "มท 0810.7/ว 2563"}, {"subject": "การเลือกตั้งท้องถิ่น"}, "unresolved"),
        # the same subject on the same day, by another office
        ({"number": "มท 0810.7/ว 2563"}, {"issuer": "กรมการปกครอง"}, "unresolved"),
        # next year's letter of the series
        ({"number": "มท 0810.7/ว 2563"}, {"date": "2021-07-10"}, "unresolved"),
        # an order is not a letter
        ({"number": "มท 0810.7/ว 2563"}, {"kind": "order"}, "unresolved"),
        # a sample is never in force
        ({}, {"template": True}, "unresolved"),
    ],
)
def test_a_cited_letter(
    catalogue: Catalogue,
    put: Put,
    record: Make,
    cited: dict[str, Any],
    target: dict[str, Any],
    expected: str,
) -> None:
    where, certainty = outcome(catalogue, put, record, citation(**cited), **target)
    assert certainty == expected
    assert (where is None) == (expected == "unresolved")


ORDER: dict[str, Any] = {
    "number": "217/2563",
    "date": "2020-07-10",
    "issuer": "จังหวัดแพร่",
    "kind": "order",
}


@pytest.mark.parametrize(
    ("cited", "target", "expected"),
    [
        ({}, {}, "exact"),
        ({"date": None}, {}, "exact"),  # the number bears its year, and the subject agrees
        ({"date": None}, {"subject": "แต่งตั้งคณะกรรมการ"}, "probable"),
        ({"issuer": None}, {}, "exact"),  # the writer's own
        ({"number": "117/2563"}, {}, "probable"),
        # one digit of the year makes another order
        ({"number": "217/2562"}, {"subject": "อื่น"}, "unresolved"),
        # every office counts its own orders
        ({}, {"issuer": "จังหวัดน่าน"}, "unresolved"),
        ({"issuer": None}, {"issuer": "จังหวัดน่าน"}, "unresolved"),
        ({"number": "117/2563"}, {"issuer": "จังหวัดน่าน"}, "unresolved"),
        ({"number": "117/2563"}, {"date": "2020-07-11"}, "unresolved"),
    ],
)
def test_a_cited_order(
    catalogue: Catalogue,
    put: Put,
    record: Make,
    cited: dict[str, Any],
    target: dict[str, Any],
    expected: str,
) -> None:
    named = citation(**{**ORDER, **cited})
    _, certainty = outcome(catalogue, put, record, named, **{**ORDER, **target})
    assert certainty == expected


@pytest.mark.parametrize("writer", [0, 1])
def test_two_provinces_with_orders_of_one_number_on_one_day(
    catalogue: Catalogue, put: Put, record: Make, writer: int
) -> None:
    """Each province's own letter means its own order; a named issuer settles it for others."""
    provinces = ("จังหวัดแพร่", "จังหวัดน่าน")
    orders = [
        put(record(**{**ORDER, "issuer": name, "subject": "แต่งตั้งคณะกรรมการ"}), name=name)[0]
        for name in provinces
    ]
    own = citation(**{**ORDER, "issuer": None})
    named = citation(**{**ORDER, "issuer": provinces[writer]})
    letter = {"date": "2020-08-01", "subject": SUBJECT}
    citing = [
        put(record(**letter, issuer=issuer, citations=(cited,)), name=f"{place}.pdf")[0]
        for place, (issuer, cited) in enumerate(
            ((provinces[writer], own), ("กรมการปกครอง", named), ("กรมการปกครอง", own))
        )
    ]
    link_documents(catalogue, [*orders, *citing])
    found = {one.from_id: (one.to_id, one.certainty) for one in links_of(catalogue, citing)}
    assert found[citing[0]] == found[citing[1]] == (orders[writer], "exact")
    assert found[citing[2]] == (None, "unresolved")  # the department has no such order


def test_a_corrected_copy_is_another_document(catalogue: Catalogue, put: Put, record: Make) -> None:
    """Of a letter sent again with another subject both stay; what cites it leads to the first, and
    says how many there are."""
    first, second = (
        put(record(**CITED, subject=subject), name=f"{place}.pdf")[0]
        for place, subject in enumerate((SUBJECT, SUBJECT + " (ฉบับแก้ไข)"))
    )
    (citing,) = put(record(date="2020-08-01", issuer="จังหวัดแพร่", citations=(citation(),)))
    link_documents(catalogue, [first, second, citing])
    (link,) = links_of(catalogue, [citing])
    assert (link.to_id, link.certainty) == (first, "exact")
    assert "2 copies" in link.why.en
    assert len(catalogue.documents([first, second])) == 2


def test_two_letters_that_could_be_meant_are_both_named(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    cited = citation(number="มท 0808.2/ว 4040")
    ids = put(record(subject=SUBJECT, citations=(cited,)), name="citing.pdf")
    for number in ("มท 0808.2/ว 4044", "มท 0808.2/ว 4041"):
        ids += put(record(**{**CITED, "number": number, "subject": SUBJECT}), name=number)
    link_documents(catalogue, ids)
    (link,) = links_of(catalogue, ids[:1])
    assert (link.to_id, link.certainty) == (None, "unresolved")
    assert "4044" in link.why.en and "4041" in link.why.th


def test_of_two_copies_the_first_is_taken(catalogue: Catalogue, put: Put, record: Make) -> None:
    copies = [*put(record(**CITED), name="1.pdf"), *put(record(**CITED), name="2.pdf")]
    (citing,) = put(record(subject=SUBJECT, citations=(citation(),)), name="citing.pdf")
    link_documents(catalogue, [*copies, citing])
    (link,) = links_of(catalogue, [citing])
    assert (link.to_id, link.certainty) == (copies[0], "exact")
    assert "2 copies" in link.why.en


def test_the_year_of_a_namesake_is_said(catalogue: Catalogue, put: Put, record: Make) -> None:
    ids = put(record(citations=(citation(),)), name="citing.pdf")
    ids += put(record(**{**CITED, "date": "2019-07-10"}), name="namesake.pdf")
    link_documents(catalogue, ids)
    (link,) = links_of(catalogue, ids[:1])
    assert link.certainty == "unresolved" and "2019-07-10" in link.why.en
    assert "10 กรกฎาคม 2562" in link.why.th


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("217/2564", "117/2564", True),
        ("17/2564", "117/2564", True),
        ("117/2564", "117/2565", False),
        ("มท0810.7/ว2563", "มท0810.3/ว2563", True),
        ("มท0810.7/ว2563", "กท0810.7/ว2563", False),
        ("มท0810.7/ว2563", "มท0810.7/2563", False),
        ("117/2564", "117/2564", False),
    ],
)
def test_one_digit(one: str, other: str, expected: bool) -> None:
    assert differs_by_one_digit(one, other) is expected
    assert differs_by_one_digit(other, one) is expected


@given(
    st.lists(st.text("กขคงจา ดอำเภ", max_size=14), max_size=8), st.text("กขคงจา ดอำเภ", min_size=1)
)
def test_offices_like_one_are_found_among_many_as_one_by_one(others: list[str], name: str) -> None:
    named = [one for one in others if one]
    expected = {one for one in named if compare_issuers(name, one) != "other"}
    assert set(offices_like(name, named)) == expected
