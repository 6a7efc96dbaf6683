"""A citation → the document it means: `cites`, and `encloses` where the enclosure has a number.

A number alone is no name: circulars count from 1 every calendar year, orders in every office. So
number and date, and for orders the issuer, must agree for `exact`. A number that differs while
issuer, date and subject agree, or differs by one digit while issuer and date agree, is a slip of
somebody's pen or of the reader: `probable`, with both numbers said.

Offices number their letters one after the other, so a slip can name to the letter the neighbour of
what is meant. Where such a neighbour of the same day and office stands in the archive, number, date
and issuer do not tell the two apart, and a link is `exact` only if something else does: the
subject, or that both came in one file. So it is with an order cited without its date. The other way
round, a number and day that the archive does not hold may be a slip for one that it holds, or of a
letter that never came. `index.links.odds` weighs these: one far ahead of the rest is linked, else
the citation leads nowhere, and those close to it are named for a person to judge.

What a letter is about tells what it means: its own subject, and where that says nothing those of
the letters that it surely cites beside, as one affair is mostly cited together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractors.record import Citation
from index.comparing import compare_dates, compare_numbers
from index.filed import Filed, is_of_file
from index.links.model import Link, Relation, Target
from index.links.odds import Reason, doubted, is_a_slip
from index.links.reasons import Fact, Why, because
from index.links.verdicts import (
    SLIP,
    Verdict,
    is_beside_its_like,
    is_on_the_matter,
    judge,
    subjects_agree,
)

_OTHER = ("year", "other")  # as compare_dates says


def resolve(
    citing: Filed,
    place: int,
    citation: Citation,
    candidates: Sequence[Target],
    beside: Sequence[Target] = (),
) -> Link | None:
    """The link of one citation, unresolved if no candidate or no single one can be meant. `beside`:
    what the letter surely cites besides.

    None if the citation has neither number nor date: there is nothing to look for.
    """
    if citation.number is None and citation.date is None:
        return None
    verdicts = [
        verdict
        for candidate in candidates
        if (verdict := judge(citing, citation, candidate)) is not None
    ]
    relation: Relation = "encloses" if citation.role == "enclosure" else "cites"

    def link(verdict: Verdict | None, why: Why) -> Link:
        return Link(
            from_id=citing.id,
            slot=f"citation/{place}",
            relation=relation,
            to_id=verdict.target.id if verdict else None,
            certainty=verdict.certainty if verdict else "unresolved",
            score=round(verdict.score, 3) if verdict else None,
            why=why,
            cited_as=citation.number or citation.text,
        )

    guesses, reason = doubted(citing, citation, verdicts, beside)
    left = [one for one in verdicts if one not in guesses]
    if not left:
        return link(None, _missing(citation, candidates, [one.target for one in guesses], reason))
    rivals = _foremost(citing, citation, left, beside)
    identities = {(one.target.number, one.target.date, one.target.issuer) for one in rivals}
    if len(identities) > 1:
        return link(None, because(_several([one.target for one in rivals])))
    first = min(rivals, key=lambda one: (one.target.accessioned_at or "", one.target.id))
    told = _not_told_apart(citing, citation, first, verdicts) if first.number == "same" else None
    if told:
        first = first._replace(certainty="probable", why=(*first.why, told))
    facts = list(first.why)
    if first.number == "digit" and is_beside_its_like(citing, citation, first.target, beside):
        facts.append("beside_its_like")
    if citation.effect is not None:
        facts.append(citation.effect)
    if len(rivals) > 1:
        facts.append(("copies", {"count": str(len(rivals))}))
    return link(first, because(*facts))


def _foremost(
    citing: Filed, citation: Citation, verdicts: Sequence[Verdict], beside: Sequence[Target]
) -> list[Verdict]:
    """Those that nothing puts behind another: certainty, score, the same file, the subject, the
    matter, that of what is cited beside. A slip that is no guess stands as high as any."""

    def rank(one: Verdict) -> tuple[bool, float]:
        return one.certainty == "exact", SLIP if is_a_slip(citation, one) else round(one.score, 3)

    def witnesses(one: Verdict) -> tuple[bool, ...]:
        return (
            *_witnesses(citing, citation, one.target),
            is_on_the_matter(citing, citation, one.target.subject),
            is_beside_its_like(citing, citation, one.target, beside),
        )

    first = _of_the_highest(verdicts, rank)
    if len(first) > 1:
        first = _of_the_highest(first, witnesses)
        first = _of_the_highest(first, lambda one: round(one.score, 3))
    return first


def _of_the_highest(
    verdicts: Sequence[Verdict], rank: Callable[[Verdict], tuple[float, ...] | float]
) -> list[Verdict]:
    ranks = [rank(one) for one in verdicts]
    return [one for one, its in zip(verdicts, ranks, strict=True) if its == max(ranks)]


Witnesses = tuple[bool, bool]  # what else than number, date and issuer speaks for a candidate


def _witnesses(citing: Filed, citation: Citation, candidate: Target) -> Witnesses:
    """Whether it came in the same file, and whether it is on the subject."""
    return is_of_file(candidate.id, citing.sha256), subjects_agree(
        citing, citation, candidate.subject
    )


def _not_told_apart(
    citing: Filed, citation: Citation, best: Verdict, verdicts: Sequence[Verdict]
) -> Fact | None:
    """The fact that another document, its number one digit away, could be meant as well; None if
    there is none, or witnesses speak for the best one alone."""
    close = [one.target for one in verdicts if one.number == "digit"]
    if not close:
        return None
    own = _witnesses(citing, citation, best.target)
    like = [] if any(own) else close  # what nothing speaks for is better than none of them
    for one in close if any(own) else ():
        its = _witnesses(citing, citation, one)
        better = any(mine > theirs for mine, theirs in zip(own, its, strict=True))
        worse = any(mine < theirs for mine, theirs in zip(own, its, strict=True))
        if worse or not better:
            like.append(one)
    if not like:
        return None
    if any(one.secret for one in like):  # who may not see it is not told its number
        return "neighbour"
    return "neighbours", {"others": _named(like)}


def _named(documents: Sequence[Target]) -> str:
    return ", ".join(sorted({one.number or one.id for one in documents}))


def _several(documents: Sequence[Target]) -> Fact:
    return "several", {"candidates": _named(documents)}


def _missing(
    citation: Citation, candidates: Sequence[Target], guesses: Sequence[Target], reason: Reason
) -> Why:
    if reason == "several":
        return because(_several(guesses))
    here: Fact = ("not_here", {"date": citation.date}) if citation.date else "not_here_undated"
    if reason:
        return because(here, (reason, {"others": _named(guesses)}))
    for candidate in candidates:
        same = compare_numbers(citation.number, candidate.number_key) == "same"
        if same and candidate.date and compare_dates(citation.date, candidate.date) in _OTHER:
            return because(here, ("other_day", {"date": candidate.date}))
    return because(here)
