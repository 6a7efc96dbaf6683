"""An order and the clause it carries out; a report and the clause that asked for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extractors.periods import fiscal_quarter
from extractors.record import Committee, Enclosure, Obligation, Record, Report
from index.catalogue import Catalogue
from index.links.linker import link_documents
from index.links.model import Link
from index.links.rows import links_of

Put = Callable[..., list[str]]
Make = Callable[..., Record]

ISSUER = "กรมส่งเสริมการปกครองท้องถิ่น"
FORM = "แบบรายงานผลการใช้จ่ายเงินอุดหนุน"
DIRECTIVE: dict[str, Any] = {
    "number": "มท 0808.2/ว 4044",
    "date": "2020-07-10",
    "issuer": ISSUER,
    "circular": True,
    "subject": "การใช้จ่ายเงินอุดหนุน",
    "recipients": ["ผู้ว่าราชการจังหวัด ทุกจังหวัด (ยกเว้นจังหวัดน่าน)"],
    "enclosures": (Enclosure(title=FORM, quantity="1 ฉบับ"),),
    "obligations": (
        Obligation(
            clause="1",
            action="appoint",
            text="แต่งตั้งผู้แทนเป็นคณะทำงานติดตามเงินอุดหนุนระดับจังหวัด เพื่อติดตาม",
        ),
        Obligation(
            clause="2",
            action="report",
            text="รายงานเป็นรายไตรมาส",
            frequency="quarterly",
            due_day=15,
            first_period=fiscal_quarter(2564, 1),
        ),
    ),
}


def order(record: Make, **changed: Any) -> Record:
    fields = {
        "kind": "order",
        "number": "9/2563",
        "date": "2020-08-01",
        "issuer": "จังหวัดตรัง",
        "subject": "แต่งตั้งคณะทำงานติดตามเงินอุดหนุนระดับจังหวัด จังหวัดตรัง",
    }
    return record(**{**fields, **changed})


def report(record: Make, unit: str | None = "จังหวัดตรัง", **changed: Any) -> Record:
    fields = {
        "title": FORM,
        "reporting_unit": unit,
        "as_of": "2021-01-10",
        "period": fiscal_quarter(2564, 1),
    }
    return record(kind="report", report=Report(**{**fields, **changed}))


def made(catalogue: Catalogue, put: Put, document: Record, *letters: Record) -> list[Link]:
    (new,) = put(document, name="new.pdf")
    ids = [id_ for place, one in enumerate(letters) for id_ in put(one, name=f"{place}.pdf")]
    link_documents(catalogue, [new])
    link_documents(catalogue, ids)  # the letters come later, and are found all the same
    return [one for one in links_of(catalogue, [new]) if one.from_id == new]


@pytest.mark.parametrize(
    ("changed", "linked"),
    [
        ({}, True),
        ({"date": "2020-07-10"}, True),
        ({"subject": "อื่น", "committees": (Committee(
            name="คณะทำงานติดตามเงินอุดหนุนระดับจังหวัดจังหวัดตรัง", members=()),)}, True),
        ({"template": True}, False),
        ({"date": "2020-07-09"}, False),
        ({"issuer": "จังหวัดน่าน"}, False),
        ({"issuer": "กรมการปกครอง"}, False),
        ({"subject": "แต่งตั้งคณะทำงานจัดงานกาชาด จังหวัดตรัง"}, False),
        ({"kind": "announcement"}, False),
    ],
)  # fmt: skip
def test_an_order_that_carries_out_a_clause(
    catalogue: Catalogue, put: Put, record: Make, changed: dict[str, Any], linked: bool
) -> None:
    links = made(catalogue, put, order(record, **changed), record(**DIRECTIVE))
    found = [(one.relation, one.clause, one.certainty) for one in links]
    assert found == ([("implements", "1", "probable")] if linked else [])


def test_of_a_series_the_letter_before_the_order_is_carried_out(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    years = [record(**{**DIRECTIVE, "date": f"{year}-07-10"}) for year in (2019, 2020, 2021)]
    (link,) = made(catalogue, put, order(record), *years)
    assert catalogue.document(link.to_id or "").date == "2020-07-10"


@pytest.mark.parametrize(
    ("unit", "changed", "certainty"),
    [
        ("จังหวัดตรัง", {}, "exact"),
        ("จังหวัดตรัง", {"title": "แบบรายงานผลการใช้จ่ายเงินอุดหนุน จังหวัดตรัง"}, "exact"),
        ("จังหวัดตรัง", {"title": "แบบรายงานผลการใช้จ่ายเงินอุดหนุณ"}, "probable"),
        ("จังหวัดตรัง", {"period": None}, "probable"),
        ("สำนักงานจังหวัดตรัง", {}, "probable"),
        ("จังหวัดน่าน", {}, None),  # excepted
        ("อำเภอเมืองตรัง", {}, None),
        (None, {}, None),  # a blank form answers nothing
        ("จังหวัดตรัง", {"period": fiscal_quarter(2563, 4)}, None),  # before the duty began
        ("จังหวัดตรัง", {"title": "แบบรายงานผลการเลือกตั้ง"}, None),
    ],
)
def test_a_report_and_the_clause_that_asked_for_it(
    catalogue: Catalogue,
    put: Put,
    record: Make,
    unit: str | None,
    changed: dict[str, Any],
    certainty: str | None,
) -> None:
    links = made(catalogue, put, report(record, unit, **changed), record(**DIRECTIVE))
    found = [(one.relation, one.clause, one.certainty) for one in links]
    assert found == ([("answers", "2", certainty)] if certainty else [])
    for link in links:
        assert "clause 2" in link.why.en and "ข้อ 2" in link.why.th


def test_the_letter_is_answered_not_the_one_that_passed_it_on(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    """A province passes the letter on to its districts, with the same form."""
    passed_on = {**DIRECTIVE, "recipients": ["นายอำเภอ ทุกอำเภอ"], "issuer": "จังหวัดตรัง"}
    (link,) = made(catalogue, put, report(record), record(**passed_on), record(**DIRECTIVE))
    assert catalogue.document(link.to_id or "").issuer == ISSUER
