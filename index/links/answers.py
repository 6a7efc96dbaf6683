"""A filled report → the clause that asked for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.record import Obligation, Period, Report
from index.addressees import addressed
from index.comparing import is_later
from index.filed import Filed
from index.links.model import Link
from index.links.reasons import Fact, because, titles_fact
from index.schedule import expected_periods, period_of
from index.similarity import Agreement, compare
from index.titles import head_of, obliges


@dataclass(frozen=True, slots=True)
class Demand:
    """A clause that asks for reports, the letter it stands in, and the titles of its forms: as
    the letter names them and as the enclosed forms bear them."""

    directive: Filed
    obligation: Obligation
    titles: tuple[str, ...]


def demands_of(directive: Filed, forms: Sequence[Filed]) -> list[Demand]:
    """The demands of one letter; a form only repeats its letter's demand."""
    if not obliges(directive.record):
        return []
    titles = [enclosure.title for enclosure in directive.record.enclosures]
    titles += [title for form in forms for title in _titles(form)]
    return [
        Demand(directive, obligation, tuple(dict.fromkeys(titles)))
        for obligation in directive.record.obligations
        if obligation.action == "report"
    ]


def answered(report: Filed, demands: Sequence[Demand], cited: frozenset[str]) -> list[Link]:
    """The clauses that a report answers. A blank form answers nothing.

    The title must be that of a form of the demand, the unit one of the addressees, and the letter
    written by then; the link is `exact` if the titles are the same, the unit itself reports, and
    the period is one that is asked for; else `probable`. Demands of letters that the report, or
    the letter that encloses it, cites (`cited`) are all answered; of others only one: that of the
    nearest title, then of the latest letter.
    """
    filled = report.record.report
    if filled is None or report.record.template or not filled.reporting_unit:
        return []
    found = [one for demand in demands if (one := _weighed(report, filled, demand, cited))]
    found.sort(key=lambda one: one.rank, reverse=True)
    named = [one for one in found if one.rank[0]]
    meant: dict[str, _Answer] = {}
    for one in named or found[:1]:
        meant.setdefault(one.demand.directive.number or one.demand.directive.id, one)
    return [
        _link(report, place, one, [] if named else found)
        for place, one in enumerate(meant.values())
    ]


@dataclass(frozen=True, slots=True)
class _Answer:
    """A demand that a report can answer. `rank`: cited, period fits, likeness, date."""

    demand: Demand
    unit: str
    office: str
    agreement: Agreement
    period: Fact
    rank: tuple[bool, bool, float, str]


def _weighed(
    report: Filed, filled: Report, demand: Demand, cited: frozenset[str]
) -> _Answer | None:
    office = filled.reporting_unit or ""
    directive = demand.directive
    recipients = [one.value for one in directive.record.recipients]
    unit = addressed(recipients, office, directive.issuer)
    agreement = _best(report, demand, office)
    if directive.id == report.id or unit is None or agreement.level == "different":
        return None
    if is_later(directive.date, filled.as_of or report.date):  # it cannot have asked
        return None
    period = period_of(filled, demand.obligation)
    first = demand.obligation.first_period
    if period and first and period.end < first.start:
        return None  # before the duty began
    fact = _period_fact(filled, demand.obligation, period)
    fits = fact[0] == "period_fits" if isinstance(fact, tuple) else False
    rank = (directive.id in cited, fits, round(agreement.score, 3), directive.date or "")
    return _Answer(demand, unit, office, agreement, fact, rank)


def _link(report: Filed, place: int, one: _Answer, found: Sequence[_Answer]) -> Link:
    clause, agreement = one.demand.obligation.clause, one.agreement
    rivals = {
        other.demand.directive.number or other.demand.directive.id
        for other in found
        if other.rank[:3] == one.rank[:3]
    }
    facts: list[Fact] = [
        ("reports", {"clause": clause}) if clause else "reports_no_clause",
        titles_fact(agreement.level, agreement.in_words),
        ("unit_addressed", {"unit": one.unit})
        if one.unit == one.office
        else ("unit_speaks_for", {"office": one.office, "unit": one.unit}),
        one.period,
    ]
    if one.rank[0]:
        facts.append("cites_it")
    if len(rivals) > 1:
        facts.append(("latest_of", {"count": str(len(rivals))}))
    sure = agreement.level == "same" and one.unit == one.office and one.rank[1]
    return Link(
        from_id=report.id,
        slot=f"answers/{place}" if place else "answers",
        relation="answers",
        to_id=one.demand.directive.id,
        certainty="exact" if sure and len(rivals) < 2 else "probable",
        score=one.rank[2],
        why=because(*facts),
        clause=clause,
    )


def _titles(document: Filed) -> list[str]:
    titles = [document.subject] if document.subject else []
    filled = document.record.report
    if filled is not None and filled.title:
        titles.append(filled.title)
    return titles


def _best(report: Filed, demand: Demand, unit: str) -> Agreement:
    found = [
        compare(head_of(asked)[2], head_of(own)[2], [unit])
        for asked in demand.titles
        for own in dict.fromkeys(_titles(report))
    ]
    return max(
        found,
        key=lambda one: (one.level != "different", one.score, not one.differences),
        default=Agreement("different", 0.0),
    )


def _period_fact(filled: Report, obligation: Obligation, period: Period | None) -> Fact:
    if filled.period is None or period is None:
        return "period_unstated"
    said = {"start": period.start, "end": period.end}
    asked = expected_periods(obligation, until=period.end)
    fits = not asked or any((one.start, one.end) == (period.start, period.end) for one in asked)
    return ("period_fits" if fits else "period_odd", said)
