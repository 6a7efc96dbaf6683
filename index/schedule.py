"""When reports are asked for: the periods of a demand, and the day each is due.

Nothing is moved silently: a due day on a weekend or holiday stays as the letter writes it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile

from extractors.periods import period_after, period_before
from extractors.record import Obligation, Period, Report
from index.names import date_span


def first_period(obligation: Obligation) -> Period | None:
    """The first period asked for: as the letter says, else the one that has ended, or ends, on the
    first due date. None if the letter gives neither."""
    if obligation.first_period is not None:
        return obligation.first_period
    if obligation.first_due and obligation.frequency:
        day_after = date.fromisoformat(obligation.first_due) + timedelta(days=1)
        return period_before(day_after, obligation.frequency)
    return None


def periods(obligation: Obligation) -> Iterator[Period]:
    """The periods asked for, in order, without end where the duty has none; none at all if the
    letter does not say when it begins."""
    period = first_period(obligation)
    if period is None:
        return
    yield period
    while obligation.frequency not in (None, "once"):
        period = period_after(period)
        yield period


def expected_periods(obligation: Obligation, until: str) -> list[Period]:
    """The periods asked for that have begun by the day `until`, in order."""
    return list(takewhile(lambda period: period.start <= until, periods(obligation)))


def due_date(obligation: Obligation, period: Period) -> date | None:
    """The day a period's report is due; None if the letter does not say.

    The first as the letter dates it; the others on `due_day` of the month after the period, or
    as long after it as the first was. A 31st that a month lacks is its last day.

    >>> asked = Obligation(clause="3", action="report", text="", frequency="quarterly", due_day=25)
    >>> due_date(asked, Period(fiscal_year=2564, quarter=2, start="2021-01-01", end="2021-03-31"))
    datetime.date(2021, 4, 25)
    """
    first = first_period(obligation)
    first_due = date.fromisoformat(obligation.first_due) if obligation.first_due else None
    if first_due and (first is None or period == first):
        return first_due
    end = date.fromisoformat(period.end)
    months, day = 1, obligation.due_day
    if day is None:
        if first is None or first_due is None:
            return None
        first_end = date.fromisoformat(first.end)
        months = (first_due.year - first_end.year) * 12 + first_due.month - first_end.month
        day = first_due.day
    month = end.year * 12 + end.month - 1 + months
    year, month = month // 12, month % 12 + 1
    return date(year, month, min(day, monthrange(year, month)[1]))


def period_of(report: Report, obligation: Obligation) -> Period | None:
    """The period a report covers: as it says, else by the date of its data.

    Data as of a day up to the due day of the following month belong to the period that has ended
    (data as of 25 April are the first quarter's); later ones to the period under way.
    """
    if report.period is not None:
        return report.period
    if not report.as_of or not obligation.frequency or obligation.frequency == "once":
        return None
    day = date.fromisoformat(date_span(report.as_of)[0])
    before = period_before(day, obligation.frequency)
    if before is None:
        return None
    due = due_date(obligation, before)
    return before if due is None or day <= due else period_after(before)
