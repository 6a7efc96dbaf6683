"""Who owes which report when, and what has come."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from extractors.periods import fiscal_quarter, period_after
from extractors.record import Enclosure, Obligation, Period, Receipt, Record, Report
from index.catalogue import Catalogue
from index.directives import newest_directives
from index.due import due
from index.links.linker import link_documents
from index.received import day_of
from index.schedule import due_date, expected_periods, first_period, period_of
from index.trace import trace
from index.units import provinces
from pipeline.errors import NotFound

Put = Callable[..., list[str]]
Make = Callable[..., Record]

FORM = "แบบรายงานผลการใช้จ่ายเงินอุดหนุน"
SECOND = fiscal_quarter(2564, 2)
QUARTERLY = Obligation(
    clause="3",
    action="report",
    text="รายงานเป็นรายไตรมาส",
    frequency="quarterly",
    due_day=25,
    first_due="2021-04-26",
    first_period=SECOND,
)


def directive(record: Make, **changed: Any) -> Record:
    fields = {
        "number": "มท 0808.2/ว 4044",
        "date": "2021-02-15",
        "issuer": "กรมการปกครอง",
        "subject": "การใช้จ่ายเงินอุดหนุน",
        "recipients": ["ผู้ว่าราชการจังหวัด ทุกจังหวัด"],
        "enclosures": (Enclosure(title=FORM, quantity=None),),
        "obligations": (QUARTERLY,),
    }
    return record(**{**fields, **changed})


def report(
    record: Make, unit: str, as_of: str | None, period: Period | None = SECOND, **changed: Any
) -> Record:
    filled = Report(title=FORM, reporting_unit=unit, as_of=as_of, period=period)
    return record(kind="report", report=filled, **changed)


@pytest.fixture
def filed(catalogue: Catalogue, put: Put, record: Make) -> Catalogue:
    stamp = Receipt(office="กรมการปกครอง", number="1", date="2021-04-28", time=None)
    ids = put(directive(record), name="directive.pdf")
    ids += put(report(record, "จังหวัดแพร่", "2021-04-20"), name="in time.docx")
    ids += put(report(record, "จังหวัดน่าน", "2021-04-20", receipts=(stamp,)), name="late.pdf")
    ids += put(report(record, "จังหวัดตรัง", "2021-05-20"), name="after.docx")
    link_documents(catalogue, ids)
    return catalogue


def test_what_is_due_on_a_day(filed: Catalogue) -> None:
    items = due(filed, date(2021, 5, 1))
    first = {one.unit: one for one in items if one.due == "2021-04-26"}
    assert len(first) == 76
    counts = Counter(one.status for one in first.values())
    assert counts == {"received": 1, "late": 1, "missing": 74}
    assert (first["จังหวัดแพร่"].status, first["จังหวัดแพร่"].received_on) == (
        "received",
        "2021-04-20",
    )
    assert (first["จังหวัดน่าน"].status, first["จังหวัดน่าน"].received_on) == ("late", "2021-04-28")
    assert first["จังหวัดตรัง"].report is None  # it came after the day asked about
    following = [one for one in items if one.due != "2021-04-26"]
    assert {(one.due, one.status) for one in following} == {("2021-07-25", "not_yet_due")}
    assert len(following) == 76


def test_a_demand_that_waits_for_a_person_is_marked(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    unsure = QUARTERLY.model_copy(update={"clause": "4", "confidence": 0.5})
    put(directive(record, obligations=(QUARTERLY, unsure)), name="directive.pdf")
    items = due(catalogue, date(2021, 5, 1), unit="จังหวัดแพร่")
    assert {(one.clause, one.doubtful) for one in items} == {("3", False), ("4", True)}


def test_only_the_latest_periods(filed: Catalogue) -> None:
    """Reports of other periods are not looked at; those told are told as among all."""
    day = date(2022, 2, 1)  # four quarters are due, and the next
    every = due(filed, day)
    assert len({one.due for one in every}) == 5
    latest = due(filed, day, latest=2)
    assert latest == [one for one in every if one.due >= "2022-01-25"]
    assert due(filed, day, latest=5) == due(filed, day, latest=9) == every


def test_a_report_that_came_meanwhile_is_late(filed: Catalogue) -> None:
    (first, _) = due(filed, date(2021, 6, 1), unit="จังหวัดตรัง")
    assert (first.status, first.received_on) == ("late", "2021-05-20")


@pytest.mark.parametrize(
    ("as_of", "stamped", "day", "by", "said", "in_thai"),
    [
        ("2021-04-20", "2021-04-23", "2021-04-23", "stamp", "by its stamp", "ตามตราประทับรับ"),
        ("2021-04-20", None, "2021-04-20", "as_of", "its data are of", "ตามวันที่ของข้อมูล"),
        (None, None, None, "accession", "it was filed", "ตามวันที่เก็บเข้าคลัง"),
    ],
)
def test_the_day_a_report_came_is_told_with_what_it_is_known_by(
    catalogue: Catalogue,
    put: Put,
    record: Make,
    as_of: str | None,
    stamped: str | None,
    day: str | None,
    by: str,
    said: str,
    in_thai: str,
) -> None:
    stamps = (Receipt(office=None, number="1", date=stamped, time=None),) if stamped else ()
    (letter,) = put(directive(record), name="directive.pdf")
    (came,) = put(report(record, "จังหวัดแพร่", as_of, receipts=stamps), name="report.docx")
    link_documents(catalogue, [letter, came])
    day = day or day_of(catalogue.document(came).accessioned_at).isoformat()
    item = due(catalogue, date.fromisoformat(day) + timedelta(400), unit="จังหวัดแพร่")[0]
    assert (item.received_on, item.received_by) == (day, by)
    (link,) = trace(catalogue, came).up
    assert day in link.why and said in link.why
    (link,) = trace(catalogue, letter, "th").down
    assert in_thai in link.why


def test_on_its_day_a_report_is_not_missing_yet(filed: Catalogue) -> None:
    (item,) = due(filed, date(2021, 4, 20), unit="จังหวัดพะเยา")
    assert item.status == "not_yet_due"
    assert due(filed, date(2021, 4, 26), unit="จังหวัดพะเยา")[0].status == "not_yet_due"
    assert due(filed, date(2021, 4, 27), unit="จังหวัดพะเยา")[0].status == "missing"


def test_one_directive_one_unit(filed: Catalogue, put: Put, record: Make) -> None:
    other = directive(record, number="มท 0808.2/ว 1", subject="อื่น", enclosures=())
    (id_,) = put(other, name="other.pdf")
    assert {one.directive.id for one in due(filed, date(2021, 5, 1), directive=id_)} == {id_}
    assert len(due(filed, date(2021, 5, 1), unit="จังหวัด แพร่")) == 4
    assert due(filed, date(2021, 5, 1), unit="จังหวัดไม่มี") == []
    with pytest.raises(NotFound):
        due(filed, date(2021, 5, 1), directive="000000000000-1")


def test_two_copies_of_a_letter_ask_once(filed: Catalogue, put: Put, record: Make) -> None:
    put(directive(record), name="a second scan.pdf")
    items = due(filed, date(2021, 4, 1), unit="จังหวัดแพร่")
    assert len(items) == 1


def test_a_filled_form_asks_for_nothing(filed: Catalogue, put: Put, record: Make) -> None:
    """The form repeats its letter's demand in a note."""
    before = due(filed, date(2021, 5, 1))
    put(report(record, "จังหวัดเลย", None, None, obligations=(QUARTERLY,)), name="form.docx")
    put(directive(record, template=True, subject="ตัวอย่าง"), name="sample.pdf")
    assert due(filed, date(2021, 5, 1)) == before


def test_a_report_of_two_quarters_answers_both(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    both = Period(fiscal_year=2564, quarter=None, start="2021-01-01", end="2021-06-30")
    ids = put(directive(record), name="directive.pdf")
    ids += put(report(record, "จังหวัดแพร่", "2021-07-20", both), name="both.docx")
    link_documents(catalogue, ids)
    items = due(catalogue, date(2021, 8, 1), unit="จังหวัดแพร่")
    assert [one.status for one in items] == ["late", "received", "not_yet_due"]


def test_the_json_is_the_contract_s(filed: Catalogue) -> None:
    item = json.loads(due(filed, date(2021, 5, 1), unit="จังหวัดแพร่")[0].model_dump_json())
    assert set(item) == {
        "directive", "clause", "unit", "period", "due", "status", "report", "received_on",
    }  # fmt: skip
    assert item["period"] == SECOND.model_dump()
    assert (item["clause"], item["due"]) == ("3", "2021-04-26")


def test_three_years_of_all_provinces_in_a_moment(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    """912 reports are filed; the first question warms the connection."""
    ids = put(directive(record), name="directive.pdf")
    period = SECOND
    reports: list[Record] = []
    for _ in range(12):
        reports += [report(record, f"จังหวัด{name}", period.end, period) for name in provinces()]
        period = period_after(period)
    ids += put(*reports, name="reports.pdf")
    link_documents(catalogue, ids)
    due(catalogue, date(2021, 1, 1))
    started = time.process_time()
    items = due(catalogue, date(2024, 2, 1))
    assert time.process_time() - started < 1.5  # 0.2 s on an idle machine
    assert Counter(one.status for one in items) == {"received": 912, "not_yet_due": 76}


# --- the schedule --------------------------------------------------------------------------------


def test_periods_run_from_the_first() -> None:
    quarters = expected_periods(QUARTERLY, until="2021-10-01")
    assert [(one.fiscal_year, one.quarter) for one in quarters] == [
        (2564, 2),
        (2564, 3),
        (2564, 4),
        (2565, 1),
    ]


@pytest.mark.parametrize(
    ("changed", "period", "expected"),
    [
        ({}, SECOND, date(2021, 4, 26)),  # the first, as the letter dates it
        ({}, fiscal_quarter(2564, 3), date(2021, 7, 25)),  # a Sunday stays a Sunday
        ({"due_day": 31}, fiscal_quarter(2565, 4), date(2022, 10, 31)),
        ({"due_day": 31}, fiscal_quarter(2564, 2), date(2021, 4, 26)),
        ({"due_day": 31, "first_due": None}, SECOND, date(2021, 4, 30)),
        ({"due_day": None}, fiscal_quarter(2564, 3), date(2021, 7, 26)),
        ({"due_day": None, "first_due": "2021-05-10"}, fiscal_quarter(2565, 1), date(2022, 2, 10)),
        ({"due_day": None, "first_due": None}, SECOND, None),
    ],
)
def test_due_dates(changed: dict[str, Any], period: Period, expected: date | None) -> None:
    assert due_date(QUARTERLY.model_copy(update=changed), period) == expected


@pytest.mark.parametrize(
    ("as_of", "quarter"),
    [
        ("2021-03-31", 2),
        ("2021-04-20", 2),
        ("2021-04-26", 2),
        ("2021-04-27", 3),
        ("2021-07-01", 3),
    ],
)
def test_data_of_a_day_belong_to_the_quarter_that_is_reported(as_of: str, quarter: int) -> None:
    filled = Report(title=None, reporting_unit="จังหวัดแพร่", as_of=as_of, period=None)
    found = period_of(filled, QUARTERLY)
    assert found is not None and found.quarter == quarter


@pytest.mark.parametrize(
    ("first_due", "expected_end"),
    [("2022-03-31", "2022-03-31"), ("2022-04-15", "2022-03-31"), ("2022-03-30", "2021-09-30")],
)
def test_a_first_report_due_as_a_period_ends_is_of_that_period(
    first_due: str, expected_end: str
) -> None:
    changed = {"frequency": "half_yearly", "first_due": first_due, "first_period": None}
    period = first_period(QUARTERLY.model_copy(update=changed))
    assert period is not None and period.end == expected_end


def test_who_reported_in_secret_is_not_called_missing(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    """To who is not cleared the report has no name, and a secret letter asks for nothing."""
    ids = put(directive(record), name="directive.pdf")
    ids += put(report(record, "จังหวัดแพร่", "2021-04-20", secrecy="ลับมาก"), name="secret.docx")
    ids += put(directive(record, number="มท 1/ว 2", secrecy="ลับ"), name="other.pdf")
    link_documents(catalogue, ids)
    items = due(catalogue.seen_by(cleared=False), date(2021, 5, 1), unit="จังหวัดแพร่")
    (item,) = [one for one in items if one.due == "2021-04-26"]
    assert (item.status, item.report, item.received_on) == ("received", None, "2021-04-20")
    assert item.directive.id == ids[0]


def test_who_is_shown_secret_letters_and_reports_is_noted(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    put(directive(record), name="directive.pdf")
    secrets = put(report(record, "จังหวัดแพร่", "2021-04-20", secrecy="ลับมาก"), name="secret.docx")
    secrets += put(directive(record, number="มท 1/ว 2", secrecy="ลับ"), name="other.pdf")
    link_documents(catalogue, catalogue.ids())
    noted: set[str] = set()
    due(catalogue.seen_by(True, noted.update), date(2021, 5, 1))
    assert noted == set(secrets)
    noted.clear()
    newest_directives(catalogue.seen_by(True, noted.update), 10)
    assert noted == {secrets[1]}
