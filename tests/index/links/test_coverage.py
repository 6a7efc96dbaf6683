"""Where little of what is cited ever came, a slip is no more than offered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extractors.record import Citation, Record
from index.catalogue import Catalogue
from index.links.check import check
from index.links.coverage import coverage
from index.links.linker import link_documents, relink, relink_if_coverage_changed
from index.links.offered import offered
from index.links.rows import links_of

Put = Callable[..., list[str]]
Make = Callable[..., Record]

ISSUER = "กรมส่งเสริมการปกครองท้องถิ่น"
SUBJECT = "การจัดทำแผนพัฒนาท้องถิ่น"
NAMED: dict[str, Any] = {"number": "มท 0808.2/ว 404", "date": "2020-07-10", "issuer": ISSUER}


def cited(**fields: Any) -> Citation:
    return Citation(role="reference", text="หนังสือ", kind="external_letter", **{**NAMED, **fields})


def others(year: int, count: int) -> tuple[Citation, ...]:
    """Citations of letters that never came."""
    return tuple(
        cited(number=f"ศธ 04011/{7_000 + at}", date=f"{year}-03-02") for at in range(count)
    )


def letters(
    put: Put, record: Make, own: Citation, absent: tuple[Citation, ...], **meant: Any
) -> tuple[str, str]:
    """A letter that cites `own`, and what it may mean; another cites what never came."""
    (citing,) = put(record(date="2020-08-01", subject=SUBJECT, citations=(own,)), name="a.pdf")
    put(record(date="2020-09-01", citations=absent), name="absent.pdf")
    return citing, put(record(**{**NAMED, **meant}), name="meant.pdf")[0]


def found(catalogue: Catalogue, citing: str) -> Any:
    (link,) = links_of(catalogue, [citing])
    with catalogue.reading() as connection:
        assert [one for one in check(connection) if one is not None] == []
    return link


@pytest.mark.parametrize(
    "slip", [{"number": "มท 0808.2/ว 484"}, {"date": "2020-07-11"}, {"date": "2020-07-20"}]
)
def test_a_slip_that_only_number_and_day_tell_is_offered(
    catalogue: Catalogue, put: Put, record: Make, slip: dict[str, Any]
) -> None:
    citing, meant = letters(put, record, cited(**slip), others(2020, 250))
    relink(catalogue)
    link = found(catalogue, citing)
    assert (link.to_id, link.certainty) == (None, "unresolved")
    assert "holds little" in link.why.en and "ว 404" in link.why.th
    assert [one.id for one in offered(catalogue, [link])[citing, link.slot]] == [meant]


@pytest.mark.parametrize(
    ("absent", "meant"),
    [
        (others(2020, 150), {}),  # too few to say
        (others(2019, 250), {}),  # of another year
        (others(2020, 250), {"subject": SUBJECT}),
        (others(2020, 250), {"subject": "แจ้งผลการจัดทำแผนพัฒนาท้องถิ่น"}),
    ],
)
def test_nothing_is_known_of_it_or_a_subject_speaks(
    catalogue: Catalogue,
    put: Put,
    record: Make,
    absent: tuple[Citation, ...],
    meant: dict[str, Any],
) -> None:
    citing, to = letters(put, record, cited(number="มท 0808.2/ว 484"), absent, **meant)
    relink(catalogue)
    link = found(catalogue, citing)
    assert (link.to_id, link.certainty) == (to, "probable")


def test_what_bears_number_and_day_is_linked_all_the_same(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    citing, meant = letters(put, record, cited(), others(2020, 250))
    relink(catalogue)
    assert (found(catalogue, citing).to_id, found(catalogue, citing).certainty) == (meant, "exact")


def test_it_is_reckoned_when_all_is_linked_and_holds_until_then(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    absent = others(2020, 250)
    citing, meant = letters(put, record, cited(number="มท 0808.2/ว 484"), absent)
    link_documents(catalogue, [citing, meant])
    assert found(catalogue, citing).certainty == "probable"
    assert relink_if_coverage_changed(catalogue) == 3
    assert found(catalogue, citing).certainty == "unresolved"
    assert relink_if_coverage_changed(catalogue) == 0
    came = [
        put(record(number=one.number, date=one.date, issuer=ISSUER), name=f"{at}.pdf")[0]
        for at, one in enumerate(absent)
    ]
    link_documents(catalogue, came)
    assert found(catalogue, citing).certainty == "unresolved"
    assert relink_if_coverage_changed(catalogue) == 3 + len(came)
    assert found(catalogue, citing).certainty == "probable"
    with catalogue.reading() as connection:
        assert coverage(connection)["2020"].held == 0.996
