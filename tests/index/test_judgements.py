"""What a person says of a link stays, whatever the program would say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extractors.record import Citation, Enclosure, Obligation, Record, Report
from index.catalogue import Catalogue
from index.judgements import confirm, reject
from index.links.linker import link_documents
from index.links.rows import links_of
from pipeline.errors import NotFound

Put = Callable[..., list[str]]
Make = Callable[..., Record]

LETTER: dict[str, Any] = {
    "number": "มท 0808.2/ว 4044",
    "date": "2020-07-10",
    "issuer": "กรมการปกครอง",
    "subject": "การจัดทำแผน",
}
CITATION = Citation(
    role="reference",
    text="หนังสือ",
    issuer="กรมการปกครอง",
    number="มท 0808.2/ว 4744",
    date="2020-07-10",
)


@pytest.fixture
def linked(catalogue: Catalogue, put: Put, record: Make) -> tuple[str, str]:
    """A letter that cites another, its number off by a digit; and that other."""
    (citing,) = put(record(citations=(CITATION,)), name="citing.pdf")
    (target,) = put(record(**LETTER), name="target.pdf")
    link_documents(catalogue, [citing, target])
    (link,) = links_of(catalogue, [citing])
    assert (link.to_id, link.certainty) == (target, "probable")
    return citing, target


def test_a_confirmed_link_stays(catalogue: Catalogue, linked: tuple[str, str]) -> None:
    citing, target = linked
    confirm(catalogue, citing, "citation/0", "สมหญิง", target)
    link_documents(catalogue, catalogue.ids())
    (link,) = links_of(catalogue, [citing])
    assert (link.certainty, link.made_by, link.cited_as) == (
        "confirmed",
        "สมหญิง",
        "มท 0808.2/ว 4744",
    )


def test_a_rejected_link_is_never_made_again(
    catalogue: Catalogue, linked: tuple[str, str], put: Put, record: Make
) -> None:
    citing, _ = linked
    reject(catalogue, citing, "citation/0", "สมหญิง")
    link_documents(catalogue, catalogue.ids())
    (link,) = links_of(catalogue, [citing])
    assert (link.to_id, link.certainty) == (None, "unresolved")
    meant = put(record(**{**LETTER, "number": "มท 0808.2/ว 4744"}), name="meant.pdf")
    link_documents(catalogue, meant)
    (link,) = links_of(catalogue, [citing])
    assert (link.to_id, link.certainty) == (meant[0], "exact")


def test_what_is_rejected_as_an_answer_may_still_be_cited(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    """And the other way round: each link is judged by itself."""
    asked = Obligation(clause="3", action="report", text="รายงาน")
    form = Enclosure(title="แบบรายงานการจัดทำแผน", quantity=None)
    recipients = ["ผู้ว่าราชการจังหวัด ทุกจังหวัด"]
    letter = record(**LETTER, recipients=recipients, obligations=(asked,), enclosures=(form,))
    cited = CITATION.model_copy(update={"number": LETTER["number"]})
    filled = Report(title=form.title, reporting_unit="จังหวัดตรัง", as_of=None, period=None)
    (directive,) = put(letter, name="letter.pdf")
    (answer,) = put(record(kind="report", report=filled, citations=(cited,)), name="report.docx")
    link_documents(catalogue, [directive, answer])
    assert {one.relation for one in links_of(catalogue, [answer])} == {"answers", "cites"}
    reject(catalogue, answer, "answers", "สมหญิง")
    (link,) = links_of(catalogue, [answer])
    assert (link.relation, link.to_id, link.certainty) == ("cites", directive, "exact")


def test_a_person_may_know_better_than_number_and_date(
    catalogue: Catalogue, linked: tuple[str, str], put: Put, record: Make
) -> None:
    citing, _ = linked
    (other,) = put(record(subject="ไม่มีเลขที่"), name="other.pdf")
    confirm(catalogue, citing, "citation/0", "สมหญิง", other)
    link_documents(
        catalogue, put(record(**{**LETTER, "number": "มท 0808.2/ว 4744"}), name="late.pdf")
    )
    (link,) = links_of(catalogue, [citing])
    assert (link.to_id, link.certainty) == (other, "confirmed")


def test_only_links_that_are_there_can_be_judged(
    catalogue: Catalogue, linked: tuple[str, str]
) -> None:
    citing, target = linked
    with pytest.raises(NotFound):
        confirm(catalogue, citing, "citation/7", "สมหญิง", target)
    with pytest.raises(NotFound):
        confirm(catalogue, citing, "citation/0", "สมหญิง", "000000000000-1")
    with pytest.raises(NotFound):
        reject(catalogue, citing, "citation/7", "สมหญิง")


def test_history_says_who_judged(catalogue: Catalogue, linked: tuple[str, str]) -> None:
    citing, target = linked
    confirm(catalogue, citing, "citation/0", "สมหญิง", target)
    event = catalogue.events()[-1]
    assert (event.what, event.document_id, event.detail["by"]) == ("confirmed", citing, "สมหญิง")
