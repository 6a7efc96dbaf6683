"""An order → the directive whose clause told its issuer to appoint."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.record import Obligation
from index.addressees import addressed
from index.comparing import is_later
from index.filed import Filed
from index.links.model import Link
from index.links.reasons import because, titles_fact
from index.similarity import Agreement, begins_alike, compare
from index.titles import asked_committees, head_of, obliges, offered_titles, without_appointing


def implemented(order: Filed, directives: Sequence[Filed], cited: frozenset[str]) -> Link | None:
    """The directive that an order carries out, None if there is none.

    A directive is one if it tells its addressees to appoint, addresses the issuer, is not dated
    after the order, and asks for a committee of this title. Of several, one that the order cites
    (`cited`) prevails, then the nearest title, then the latest. Never more than probable, unless
    the order itself cites the directive. A sample order carries out nothing.
    """
    if order.record.kind != "order" or order.record.template or not order.issuer:
        return None
    offered = offered_titles(order.record)
    found: list[tuple[tuple[bool, float, str], Filed, Obligation, Agreement]] = []
    for directive in directives:
        if directive.id == order.id or is_later(directive.date, order.date):
            continue
        if not obliges(directive.record):
            continue
        recipients = [recipient.value for recipient in directive.record.recipients]
        if addressed(recipients, order.issuer, directive.issuer) is None:
            continue
        for obligation in directive.record.obligations:
            if obligation.action != "appoint":
                continue
            agreement = _agreement(directive, obligation, offered, order.issuer)
            if agreement is not None:
                rank = (directive.id in cited, round(agreement.score, 3), directive.date or "")
                found.append((rank, directive, obligation, agreement))
    if not found:
        return None
    rank, directive, obligation, agreement = max(found, key=lambda one: one[0])
    clause = obligation.clause
    facts = [
        ("appoints", {"clause": clause}) if clause else "appoints_no_clause",
        "issuer_addressed",
        titles_fact(agreement.level, agreement.in_words),
    ]
    if rank[0]:
        facts.append("cites_it")
    return Link(
        from_id=order.id,
        slot="implements",
        relation="implements",
        to_id=directive.id,
        certainty="exact" if rank[0] and agreement.level == "same" else "probable",
        score=rank[1],
        why=because(*facts),
        clause=clause,
    )


def _agreement(
    directive: Filed, obligation: Obligation, offered: Sequence[str], issuer: str
) -> Agreement | None:
    """How the order's committee agrees with what the clause, or an enclosed sample, asks for."""
    asked = list(asked_committees(obligation.text))
    for enclosure in directive.record.enclosures:
        kinds, _, bare = head_of(enclosure.title)
        if kinds == ("order",):
            asked.append(without_appointing(bare))
    best: Agreement | None = None
    for title in asked:
        for own in offered:
            agreement = compare(title, own, [issuer])
            if agreement.level == "different":
                if not begins_alike(title, own):
                    continue
                agreement = Agreement("near", 0.8)
            if best is None or agreement.score > best.score:
                best = agreement
    return best
