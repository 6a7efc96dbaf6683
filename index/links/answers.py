"""A filled report → the clause that asked for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.record import Obligation, Period, Report
from index.addressees import addressed
from index.filed import Filed
from index.links.model import Link
from index.links.reasons import because, titles_fact
from index.schedule import expected_periods, period_of
from index.similarity import Agreement, compare
from index.titles import head_of, obliges

Fact = str | tuple[str, dict[str, str]]


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


def answered(report: Filed, demands: Sequence[Demand], cited: frozenset[str]) -> Link | None:
    """The clause that a report answers, None if there is none. A blank form answers nothing.

    The title must be that of a form of the demand, and the unit one of the addressees; then it
    is `exact` if the titles are the same, the unit itself reports, and the period is one that is
    asked for; else `probable`. Of several demands one in a letter that the report cites (`cited`)
    prevails, then the nearest title, then the latest letter that had been written by then.
    """
    filled = report.record.report
    if filled is None or report.record.template or not filled.reporting_unit:
        return None
    found: list[tuple[tuple[bool, bool, float, str], Demand, Agreement, str, Fact]] = []
    for demand in demands:
        recipients = [one.value for one in demand.directive.record.recipients]
        unit = addressed(recipients, filled.reporting_unit, demand.directive.issuer)
        agreement = _best(report, demand, filled.reporting_unit)
        if demand.directive.id == report.id or unit is None or agreement.level == "different":
            continue
        period = period_of(filled, demand.obligation)
        first = demand.obligation.first_period
        if period and first and period.end < first.start:
            continue  # before the duty began
        fact = _period_fact(filled, demand.obligation, period)
        rank = (
            demand.directive.id in cited,
            fact[0] == "period_fits" if isinstance(fact, tuple) else False,
            round(agreement.score, 3),
            demand.directive.date or "",
        )
        found.append((rank, demand, agreement, unit, fact))
    if not found:
        return None
    rank, demand, agreement, unit, period_fact = max(found, key=lambda one: one[0])
    rivals = {
        one[1].directive.number or one[1].directive.id for one in found if one[0][:3] == rank[:3]
    }
    clause, office = demand.obligation.clause, filled.reporting_unit
    facts: list[Fact] = [
        ("reports", {"clause": clause}) if clause else "reports_no_clause",
        titles_fact(agreement.level, agreement.in_words),
        ("unit_addressed", {"unit": unit})
        if unit == office
        else ("unit_speaks_for", {"office": office, "unit": unit}),
        period_fact,
    ]
    if rank[0]:
        facts.append("cites_it")
    if len(rivals) > 1:
        facts.append(("latest_of", {"count": str(len(rivals))}))
    sure = agreement.level == "same" and unit == office and rank[1] and len(rivals) == 1
    return Link(
        from_id=report.id,
        slot="answers",
        relation="answers",
        to_id=demand.directive.id,
        certainty="exact" if sure else "probable",
        score=rank[2],
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
