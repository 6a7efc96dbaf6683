"""A circular that asks every province for a report each quarter, and three years of reports."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from extractors.periods import fiscal_quarter, period_after
from extractors.record import Enclosure, Field, Obligation, Record, Report
from index.units import provinces

QUARTERS = 12
_FORM = "แบบรายงานผลการดำเนินงานตามแผนงานบูรณาการ"

Made = tuple[str, Record]


def directive() -> Made:
    """The circular, as benchmarks/linking files documents."""
    asked = Obligation(
        clause="3",
        action="report",
        text="รายงานผลเป็นรายไตรมาส ภายในวันที่ ๒๕ ของเดือนแรกถัดจากไตรมาส",
        frequency="quarterly",
        due_day=25,
        first_due="2021-04-25",
        first_period=fiscal_quarter(2564, 2),
    )
    record = Record(
        pages=(1, 1),
        kind="external_letter",
        circular=True,
        template=False,
        number=_field("รง 0001/ว 1"),
        date=_field("2021-02-15"),
        issuer=_field("กรมตัวอย่าง"),
        subject=_field("การรายงานผลการดำเนินงานตามแผนงานบูรณาการ"),
        recipients=(_field("ผู้ว่าราชการจังหวัด ทุกจังหวัด"),),
        enclosures=(Enclosure(title=_FORM, quantity="1 ฉบับ"),),
        obligations=(asked,),
    )
    return _sha256("directive"), record


def reports() -> Iterator[Made]:
    """The reports of all provinces for all quarters."""
    period = fiscal_quarter(2564, 2)
    for quarter in range(QUARTERS):
        for name in provinces():
            filled = Report(
                title=_FORM, reporting_unit=f"จังหวัด{name}", as_of=period.end, period=period
            )
            record = Record(
                pages=(1, 1), kind="report", circular=False, template=False, report=filled
            )
            yield _sha256(f"{name} {quarter}"), record
        period = period_after(period)


def _field(text: str) -> Field:
    return Field(text=text, value=text)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
