"""What is due: who was asked to report what by when, and what has come.

Units are the letter's addressees; periods run from the first that the letter names. A report
counts from the day its received stamp bears, else the day its data bear, else the day it was taken
into the archive; one that came after the day asked about does not count yet. The first version
of a report decides whether it was in time, the latest is the one shown. A due day that falls
on a weekend is not moved: the letter names the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field as PydanticField
from sqlalchemy import select

from extractors.doubt.doubts import is_doubtful
from extractors.record import Model, Obligation, Period
from index import tables
from index.addressees import addressed, addressees
from index.catalogue import Catalogue
from index.directives import directives
from index.filed import Filed, Summary
from index.links.effects import ended_on
from index.links.model import Link
from index.links.reasons import Why, also
from index.load import load
from index.names import date_span, name_key
from index.received import day_of
from index.schedule import due_date, first_period, period_of, periods
from index.units import Group

Status = Literal["received", "late", "missing", "not_yet_due"]
Source = Literal["stamp", "as_of", "accession"]
"""What a report's day of receipt is known by: its received stamp; where it has none, by a rule of
this archive: the day its data are of, or where that is not said, the day it was taken in."""


class DueItem(Model):
    """One report that one unit owes for one period, as the contract shows it."""

    directive: Summary
    clause: str | None
    unit: str
    period: Period | None
    due: str
    status: Status
    report: Summary | None
    received_on: str | None
    # not in the contract
    received_by: Source | None = PydanticField(default=None, exclude=True)
    doubtful: bool = PydanticField(default=False, exclude=True)
    """Whether nobody has compared the demand itself with the paper: none is sure before."""


@dataclass(frozen=True, slots=True)
class _Received:
    """A report that has come, the unit it is of, and what it covers."""

    report: Filed
    unit: str
    period: Period | None
    day: str
    by: Source

    def covers(self, period: Period | None) -> bool:
        if period is None or self.period is None:
            return period is None
        return self.period.start <= period.start and period.end <= self.period.end


def due(
    catalogue: Catalogue,
    as_of: date,
    directive: str | None = None,
    unit: str | None = None,
    groups: Sequence[Group] = (),
    latest: int | None = None,
) -> list[DueItem]:
    """All reports asked for by the day `as_of`, and the next that will be; by letter, period and
    unit. `directive` is a document's id; `unit` a unit's name; `groups` the units that the office
    listed; `latest` how many periods of each demand, the last ones, are told: all if None. Raises
    NotFound for the directive.
    """
    found: list[DueItem] = []
    for copies in directives(catalogue, directive):
        letter, ids = copies[0], [one.id for one in copies]
        ended = ended_on(catalogue, ids)
        asked = [
            (one, _terms(one, as_of.isoformat(), ended)[-latest if latest else None :])
            for one in letter.record.obligations
            if one.action == "report"
        ]
        reports = _reports(catalogue, ids, [period for _, terms in asked for period, _ in terms])
        owed = _units(letter, unit, groups)
        for obligation, terms in asked:
            found += _of(letter, obligation, terms, reports, as_of.isoformat(), owed)
    return _without_secrets(catalogue, found)


def _without_secrets(catalogue: Catalogue, items: list[DueItem]) -> list[DueItem]:
    """That a report came is told to everybody, as who has reported must not be called missing;
    which it is, only to who may see it."""
    if catalogue.cleared:
        catalogue.notice_secret(
            one.id for item in items for one in (item.directive, item.report) if one
        )
        return items
    named = (item.report.id for item in items if item.report)
    seen = {one.id for one in catalogue.documents(named)}
    return [
        item.model_copy(update={"report": None})
        if item.report and item.report.id not in seen
        else item
        for item in items
    ]


def _reports(
    catalogue: Catalogue, directives: Sequence[str], periods: Sequence[Period | None]
) -> list[tuple[Filed, str | None]]:
    """The reports that answer these letters, each with the clause it answers; none that say to be
    of a time before all of these periods."""
    link, report = tables.link.c, tables.report.c
    wanted = select(link.from_id, link.clause).where(
        link.to_id.in_(directives), link.relation == "answers", link.certainty != "rejected"
    )
    starts = [period.start if period else "" for period in periods]
    if min(starts, default=""):
        earlier = select(report.document_id).where(
            report.document_id == link.from_id, report.period_end < min(starts)
        )
        wanted = wanted.where(~earlier.exists())
    with catalogue.reading() as connection:
        clauses = {row.from_id: row.clause for row in connection.execute(wanted)}
        return [(one, clauses[one.id]) for one in load(connection, sorted(clauses))]


def _of(
    letter: Filed,
    obligation: Obligation,
    terms: Sequence[tuple[Period | None, str]],
    reports: Sequence[tuple[Filed, str | None]],
    as_of: str,
    units: Sequence[str],
) -> list[DueItem]:
    came: dict[str, list[_Received]] = {}
    by_key = {name_key(unit): unit for unit in units}
    for report, clause in reports:
        if clause == obligation.clause:
            for one in _received(report, obligation, letter, by_key, as_of):
                came.setdefault(one.unit, []).append(one)
    return [
        _item(letter, obligation, unit, period, day, came.get(unit, ()), as_of)
        for period, day in terms
        for unit in units
    ]


def _units(letter: Filed, only: str | None, groups: Sequence[Group]) -> list[str]:
    """The units that owe what a letter asks for, each once; `only` one of them, if it is asked: the
    one of this name or that an office of this name speaks for, else those in whose names it is."""
    recipients = [recipient.value for recipient in letter.record.recipients]
    units = [unit for text in recipients for unit in addressees(text).units(letter.issuer, groups)]
    if only is not None:
        wanted = addressed(recipients, only, letter.issuer) or only
        exact = [unit for unit in units if name_key(unit) in (name_key(wanted), name_key(only))]
        units = exact or [unit for unit in units if name_key(only) in name_key(unit)]
    return list(dict.fromkeys(units))


def _terms(
    obligation: Obligation, as_of: str, ended: str | None
) -> list[tuple[Period | None, str]]:
    """Periods with the day each is due: all that are due by now, and the next; none from the day
    on which the demand `ended`."""
    found: list[tuple[Period | None, str]] = []
    if first_period(obligation) is None and obligation.first_due:
        found.append((None, obligation.first_due))
    for period in periods(obligation):
        day = due_date(obligation, period)
        if day is None:
            break
        found.append((period, day.isoformat()))
        if day.isoformat() > as_of:
            break
    return [(period, day) for period, day in found if ended is None or day < ended]


def _received(
    report: Filed, obligation: Obligation, letter: Filed, units: Mapping[str, str], as_of: str
) -> Iterator[_Received]:
    """The report, if it had come by then and is of one of the `units` (by their name keys)."""
    filled = report.record.report
    if filled is None or not filled.reporting_unit:
        return
    recipients = [recipient.value for recipient in letter.record.recipients]
    unit = units.get(name_key(filled.reporting_unit))
    if unit is None:
        spoken_for = addressed(recipients, filled.reporting_unit, letter.issuer)
        unit = units.get(name_key(spoken_for)) if spoken_for else None
    day, by = received_on(report)
    if unit is not None and day <= as_of:
        yield _Received(report, unit, period_of(filled, obligation), day, by)


def received_on(report: Filed) -> tuple[str, Source]:
    """The day a report came, ISO, and by what it is known."""
    stamped = [receipt.date for receipt in report.record.receipts if receipt.date]
    if stamped:
        return min(stamped), "stamp"
    filled = report.record.report
    if filled is not None and filled.as_of:
        return date_span(filled.as_of)[1], "as_of"
    return day_of(report.accessioned_at).isoformat(), "accession"


def with_receipt(link: Link, maker: Filed) -> Why:
    """Why a link is made; of one to the demand that a report answers, also on what day the report
    came, and by what that is known."""
    if link.relation != "answers":
        return link.why
    day, by = received_on(maker)
    return also(link.why, (f"came_{by}", {"day": day}))


def _item(
    letter: Filed,
    obligation: Obligation,
    unit: str,
    period: Period | None,
    day: str,
    came: Sequence[_Received],
    as_of: str,
) -> DueItem:
    answers = [one for one in came if one.covers(period)]
    first = min(answers, key=lambda one: (one.day, one.report.id), default=None)
    latest = max(answers, key=lambda one: (one.day, one.report.accessioned_at), default=None)
    status: Status
    if first is not None:
        status = "received" if first.day <= day else "late"
    else:
        status = "missing" if day < as_of else "not_yet_due"
    return DueItem(
        directive=letter.summary,
        clause=obligation.clause,
        unit=unit,
        period=period,
        due=day,
        status=status,
        report=latest.report.summary if latest else None,
        received_on=first.day if first else None,
        received_by=first.by if first else None,
        doubtful=is_doubtful(obligation),
    )
