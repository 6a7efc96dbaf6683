"""What changes a demand after it was made: letters that cancel or amend it, later versions of a
report, a report under two letters, next year's letter of the same series."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from extractors.periods import fiscal_quarter
from extractors.record import Citation, Effect, Enclosure, Obligation, Record, Report
from index.catalogue import Catalogue
from index.due import due
from index.links.linker import link_documents
from index.trace import trace

Put = Callable[..., list[str]]
Make = Callable[..., Record]

FORM = "แบบรายงานผลการใช้จ่ายเงินอุดหนุน"
NUMBER, DAY, ISSUER = "มท 0808.2/ว 4044", "2021-02-15", "กรมการปกครอง"
QUARTERLY = Obligation(
    clause="3",
    action="report",
    text="รายงานเป็นรายไตรมาส",
    frequency="quarterly",
    due_day=25,
    first_due="2021-04-25",
    first_period=fiscal_quarter(2564, 2),
)


def letter(record: Make, **changed: Any) -> Record:
    fields = {
        "number": NUMBER,
        "date": DAY,
        "issuer": ISSUER,
        "subject": "การใช้จ่ายเงินอุดหนุน",
        "recipients": ["ผู้ว่าราชการจังหวัดแพร่ และน่าน"],
        "enclosures": (Enclosure(title=FORM, quantity=None),),
        "obligations": (QUARTERLY,),
    }
    return record(**{**fields, **changed})


def citation(effect: Effect | None = None, **changed: Any) -> Citation:
    named = {"number": NUMBER, "date": DAY, "issuer": ISSUER, **changed}
    return Citation(role="reference", text=f"หนังสือ ที่ {named['number']}", effect=effect, **named)


def report(record: Make, as_of: str, **changed: Any) -> Record:
    filled = Report(
        title=FORM, reporting_unit="จังหวัดแพร่", as_of=as_of, period=fiscal_quarter(2564, 2)
    )
    return record(kind="report", report=filled, **changed)


@pytest.fixture
def file(catalogue: Catalogue, put: Put) -> Callable[..., list[str]]:
    def filed(*records: Record, name: str) -> list[str]:
        ids = put(*records, name=name)
        link_documents(catalogue, ids)
        return ids

    return filed


def days(catalogue: Catalogue, as_of: date) -> set[str]:
    return {item.due for item in due(catalogue, as_of, unit="จังหวัดแพร่")}


def test_a_demand_ends_with_the_letter_that_cancels_it(
    catalogue: Catalogue, file: Callable[..., list[str]], record: Make
) -> None:
    first = file(letter(record), name="letter.pdf")
    assert days(catalogue, date(2021, 12, 1)) == {
        *("2021-04-25", "2021-07-25", "2021-10-25", "2022-01-25")
    }
    cancelling = letter(
        record,
        number="มท 0808.2/ว 9999",
        date="2021-09-01",
        subject="ยกเลิกการรายงาน",
        obligations=(),
        enclosures=(),
        citations=(citation("cancels"),),
    )
    (id_,) = file(cancelling, name="cancelling.pdf")
    assert days(catalogue, date(2021, 12, 1)) == {"2021-04-25", "2021-07-25"}
    (link,) = trace(catalogue, id_).up
    assert link.document is not None and link.document.id == first[0]
    assert "cancels it" in link.why


@pytest.mark.parametrize(
    ("effect", "cited", "anew", "ended"),
    [
        ("amends", {}, True, True),
        ("amends", {}, False, False),  # it amends something else of the letter
        (None, {}, True, False),  # it only recalls it
        ("cancels", {"number": "มท 0808.2/ว 4045"}, False, False),  # probable: a guess ends nothing
    ],
)
def test_what_ends_a_demand(
    catalogue: Catalogue,
    file: Callable[..., list[str]],
    record: Make,
    effect: Effect | None,
    cited: dict[str, str],
    anew: bool,
    ended: bool,
) -> None:
    file(letter(record), name="letter.pdf")
    later = QUARTERLY.model_copy(update={"first_due": "2021-10-10", "due_day": 10})
    later = later.model_copy(update={"first_period": fiscal_quarter(2564, 4)})
    amending = letter(
        record,
        number="มท 0808.2/ว 9999",
        date="2021-09-01",
        obligations=(later,) if anew else (),
        citations=(citation(effect, **cited),),
    )
    file(amending, name="amending.pdf")
    assert ("2021-10-25" in days(catalogue, date(2021, 11, 1))) is not ended
    assert ("2021-10-10" in days(catalogue, date(2021, 11, 1))) is anew


def test_a_later_version_is_shown_and_the_first_was_in_time(
    catalogue: Catalogue, file: Callable[..., list[str]], record: Make
) -> None:
    file(letter(record), name="letter.pdf")
    file(report(record, "2021-04-20"), name="first.docx")
    (second,) = file(report(record, "2021-04-30"), name="corrected.docx")
    item = due(catalogue, date(2021, 5, 10), unit="จังหวัดแพร่")[0]
    assert (item.status, item.received_on) == ("received", "2021-04-20")
    assert item.report is not None and item.report.id == second


def test_a_report_under_a_letter_that_cites_two_answers_both(
    catalogue: Catalogue, file: Callable[..., list[str]], record: Make
) -> None:
    file(letter(record), name="one.pdf")
    file(letter(record, number="มท 0808.2/ว 5000", date="2021-02-20"), name="two.pdf")
    cover = record(
        pages=(1, 1),
        issuer="จังหวัดแพร่",
        number="พร 0023/1",
        date="2021-04-20",
        recipients=["อธิบดีกรมการปกครอง"],
        citations=(citation(), citation(number="มท 0808.2/ว 5000", date="2021-02-20")),
        enclosures=(Enclosure(title=FORM, quantity=None),),
    )
    ids = file(cover, report(record, "2021-04-20", pages=(2, 2)), name="packet.pdf")
    answers = [one for one in trace(catalogue, ids[1]).up if one.relation == "answers"]
    numbers = {one.document.number for one in answers if one.document}
    assert numbers == {NUMBER, "มท 0808.2/ว 5000"}
    assert {item.status for item in due(catalogue, date(2021, 4, 25), unit="จังหวัดแพร่")} >= {
        "received"
    }


def test_a_report_does_not_answer_a_letter_of_the_year_after(
    catalogue: Catalogue, file: Callable[..., list[str]], record: Make
) -> None:
    undated = Obligation(clause="3", action="report", text="รายงานผล", frequency="quarterly")
    file(letter(record), name="this year.pdf")
    next_year = letter(record, number="มท 0808.2/ว 1", date="2022-02-15", obligations=(undated,))
    file(next_year, name="next year.pdf")
    (id_,) = file(report(record, "2021-04-20"), name="report.docx")
    (link,) = trace(catalogue, id_).up
    assert link.document is not None and link.document.number == NUMBER
