"""A citation → the document it means: `cites`, and `encloses` where the enclosure has a number.

A number alone is no name: circulars count from 1 every calendar year, orders in every office. So
number and date, and for orders the issuer, must agree for `exact`. A number that differs while
issuer, date and subject agree, or differs by one digit while issuer and date agree, is a slip of
somebody's pen or of the reader: `probable`, with both numbers said.

Offices number their letters one after the other, so a slip can name to the letter the neighbour of
what is meant. Where such a neighbour of the same day and office stands in the archive, number, date
and issuer do not tell the two apart, and a link is `exact` only if something else does: the
subject, or that both came in one file. So it is with an order cited without its date. The other way
round, a number that the archive does not hold, close to one of the same day, is rather a letter
that never came than a slip, if the office gives so many a day: it leads nowhere, and the neighbour
is named for a person to judge. So it is with every slip for which only number, day and office
speak, where the archive holds little of what is cited of that year.

What a letter is about tells what it means: its own subject, and where that says nothing those of
the letters that it surely cites beside, as one affair is mostly cited together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from math import ceil

from extractors.number import number_key
from extractors.record import Citation
from index.comparing import compare_dates, compare_numbers, running_of
from index.filed import Filed
from index.links.model import Link, Relation, Target
from index.links.reasons import Fact, Why, because
from index.links.verdicts import (
    Verdict,
    is_beside_its_like,
    is_on_the_matter,
    judge,
    subjects_agree,
)

_OTHER = ("year", "other")  # as compare_dates says
_SLIPS = ("next", "slip")  # of the day, as compare_dates says
_SLIP = 0.85  # score of a slip, of whatever kind, before witnesses
_BUSY = 3  # times its average: so many numbers an office may give on a busy day
_RARE = 0.1  # of a number: from an office that gives fewer on such a day, a slip is likelier


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

    held = any(_is_of_the_year(citation, one) for one in candidates)
    verdicts, rather = _without_guesses(citing, citation, verdicts)
    if rather and not verdicts:
        return link(None, _missing(citation, candidates, rather, "of_few"))
    near = [] if held else _next_to(citing, citation, verdicts, beside)
    if near:
        verdicts = [
            one
            for one in verdicts
            if one.number != "digit"
            or (one.target not in near and _is_witnessed(citing, citation, one.target, beside))
        ]
    if not verdicts:
        return link(None, _missing(citation, candidates, near, "next_to"))
    rivals = _foremost(citing, citation, verdicts, beside)
    identities = {(one.target.number, one.target.date, one.target.issuer) for one in rivals}
    if len(identities) > 1:
        named = ", ".join(sorted(one.target.number or one.target.id for one in rivals))
        return link(None, because(("several", {"candidates": named})))
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
    matter, that of what is cited beside. Which slip it would be counts less than what else speaks
    for a document. Of one whose number agrees but its day is one off, and one other of the day with
    one digit off, the first: two slips of the day are likely, of a digit nine. It is behind several
    such."""

    def rank(one: Verdict) -> tuple[bool, float]:
        slip = _is_a_slip(citation, one)
        return one.certainty == "exact", _SLIP if slip else round(one.score, 3)

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
    of_number = [one for one in first if one.number == "same"]
    others = {one.target.number_key for one in first if one.number != "same"}
    return of_number if of_number and len(others) < 2 else first


def _of_the_highest(
    verdicts: Sequence[Verdict], rank: Callable[[Verdict], tuple[float, ...] | float]
) -> list[Verdict]:
    ranks = [rank(one) for one in verdicts]
    return [one for one, its in zip(verdicts, ranks, strict=True) if its == max(ranks)]


Witnesses = tuple[bool, bool]  # what else than number, date and issuer speaks for a candidate


def _witnesses(citing: Filed, citation: Citation, candidate: Target) -> Witnesses:
    """Whether it came in the same file, and whether it is on the subject."""
    return candidate.sha256 == citing.sha256, subjects_agree(citing, citation, candidate.subject)


def _is_witnessed(
    citing: Filed, citation: Citation, candidate: Target, beside: Sequence[Target]
) -> bool:
    """Whether anything else than number, date and issuer speaks for a candidate."""
    return (
        any(_witnesses(citing, citation, candidate))
        or is_on_the_matter(citing, citation, candidate.subject)
        or is_beside_its_like(citing, citation, candidate, beside)
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


def _next_to(
    citing: Filed, citation: Citation, verdicts: Sequence[Verdict], beside: Sequence[Target]
) -> list[Target]:
    """Documents of the cited day close to the cited number, for which nothing else speaks, or
    whatever does, if the number cited is a gap: where the archive does not hold that number, it may
    be of a letter that never came."""
    cited = running_of(number_key(citation.number)) if citation.number else None
    found = []
    for one in verdicts:
        running = running_of(one.target.number_key or "") if one.number == "digit" else None
        if cited is None or running is None:
            continue
        if one.target.beside_a_gap:
            other = one.target.sha256 != citing.sha256
        else:
            other = abs(cited - running) <= _apart(running, citation)
            other = other and not _is_witnessed(citing, citation, one.target, beside)
        if other:
            found.append(one.target)
    return found


def _without_guesses(
    citing: Filed, citation: Citation, verdicts: list[Verdict]
) -> tuple[list[Verdict], list[Target]]:
    """Verdicts, and what is none: where nothing bears number and day, and the archive holds little
    of what is cited of the year, slips for which neither the file nor a subject speaks."""
    if any(one.number == "same" and one.target.date == citation.date for one in verdicts):
        return verdicts, []
    guesses = [
        one.target
        for one in verdicts
        if one.target.of_few
        and _is_a_slip(citation, one)
        and not _is_witnessed(citing, citation, one.target, ())
    ]
    return [one for one in verdicts if one.target not in guesses], guesses


def _is_a_slip(citation: Citation, verdict: Verdict) -> bool:
    other_day = compare_dates(citation.date, verdict.target.date) in _SLIPS
    return verdict.number == "digit" or other_day


def _is_of_the_year(citation: Citation, candidate: Target) -> bool:
    """Whether a document bears the number cited, and is of the year cited."""
    same = compare_numbers(citation.number, candidate.number_key) == "same"
    return same and (citation.date or "-")[:4] == (candidate.date or "")[:4]


def _apart(running: int, citation: Citation) -> int:
    """How far apart two numbers of one office and the day cited may well be: by what the office has
    given a day since the year began, as numbers begin with 1 every calendar year."""
    given = running / date.fromisoformat(citation.date or "").timetuple().tm_yday
    return ceil(_BUSY * given - _RARE)


def _named(documents: Sequence[Target]) -> str:
    return ", ".join(sorted({one.number or one.id for one in documents}))


def _missing(
    citation: Citation, candidates: Sequence[Target], near: Sequence[Target], reason: str
) -> Why:
    here: Fact = ("not_here", {"date": citation.date}) if citation.date else "not_here_undated"
    if near:
        return because(here, (reason, {"others": _named(near)}))
    for candidate in candidates:
        same = compare_numbers(citation.number, candidate.number_key) == "same"
        if same and candidate.date and compare_dates(citation.date, candidate.date) in _OTHER:
            return because(here, ("other_day", {"date": candidate.date}))
    return because(here)
