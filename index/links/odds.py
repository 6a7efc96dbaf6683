"""Which slip a citation is: the documents that it may mean are weighed against each other, and
against a letter that never came.

Each weight says how often one would meet the citation if that document were meant: how often one
slips so, times how much likelier its subject makes it. Of 100,000 letters of an archive as in life
(`benchmarks.linking`, of another seed than the one that measures) those with a share of 0.75 to 0.9
of all weights were meant in 84 of 100, with 0.9 to 0.99 in 92, with more in 99.9.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Literal

from extractors.record import Citation
from index.comparing import as_written, compare_dates, running_digits
from index.filed import Filed, is_of_file
from index.links.model import Target
from index.links.verdicts import Verdict, is_beside_its_like, is_on_the_matter, subjects_agree
from index.names import date_span

Reason = Literal["next_to", "of_few", "several"] | None
"""Why slips are guesses: another letter, where little is held or not, or one of several."""

_MANY = 0.4  # of letters that never came for each that came: two in three came
FAR_AHEAD = 0.75  # of all weights: what is less is a guess, and is offered to a person
# One citation in twenty has a slip, as issue D assumes; four of five in the number.
_OF_NUMBER, _OF_DAY = 0.04, 0.01
_WAYS = 4  # a digit replaced, left out, written twice, or changed about with the next: all alike
_DIGITS = 9  # that one may be replaced by
_LIKELY_DAYS, _ONE_OF_THEM, _ANOTHER_DAY = (1, 10), 0.25, 0.005  # off, either way
# A letter that never came may be mistyped too, and fall beside what is held: at most so often for
# each that never came. Where three or seven in ten letters of an archive as in life came, of slips
# that no subject tells 75 and 86 % of digits were right, 56 and 70 % of days: 0.04 to 0.26.
_ALSO_MISTYPED = 0.25
# Of 50 letters and what they cite 36 are of one matter (`benchmarks/linking/matters.py`), of
# neighbours of one office and day 3 to 6 in 100 (there). In 2 of 19 the subject is the same; but
# an office may write so to several on one day, which makes it little more.
_ON_THE_MATTER, _ON_ANOTHER = 0.72 / 0.03, 0.28 / 0.97
_SAME_SUBJECT, _SAME_FILE = 30.0, 10_000.0
_CITED_ALREADY = 0.03  # a letter names each of its references once; but its text may name one again


def doubted(
    citing: Filed, citation: Citation, verdicts: Sequence[Verdict], beside: Sequence[Target]
) -> tuple[list[Verdict], Reason]:
    """Of what a citation may mean, where nothing bears its number and day, the slips that are no
    more than a guess: all but the one that is far ahead of the others and of a letter that never
    came; or all, and why."""
    if any(one.number == "same" and one.target.date == citation.date for one in verdicts):
        return [], None
    slips = [one for one in verdicts if is_a_slip(citation, one)]
    if not slips:
        return [], None
    surely = {one.id for one in beside} if citation.role != "body" else set()
    weights: dict[tuple[str | None, ...], float] = {}  # of a letter, however many copies there are
    for one in slips:
        weight = how_often(citation, one) * _told(citing, citation, one.target, beside, surely)
        name = _name(one)
        weights[name] = max(weight, weights.get(name, 0.0))
    best = max(weights, key=lambda name: weights[name])
    odds, of_number = slips[0].target.absent
    likeliest = max(how_often(citation, one) for one in slips)
    absent = of_number + odds * _ALSO_MISTYPED * likeliest
    held = sum(weights.values())
    if weights[best] >= FAR_AHEAD * (held + absent):
        return [one for one in slips if _name(one) != best], None
    if weights[best] >= FAR_AHEAD * held or absent > held:
        return slips, "of_few" if odds > _MANY else "next_to"
    return slips, "several"


def is_a_slip(citation: Citation, verdict: Verdict) -> bool:
    """Whether a document bears a number one digit away, or another day close by."""
    other_day = compare_dates(citation.date, verdict.target.date) in ("next", "slip")
    return verdict.number == "digit" or other_day


def how_often(citation: Citation, slip: Verdict) -> float:
    """Of citations of a document the share that says what this one says."""
    if slip.number == "digit":
        said, meant = as_written(citation.number or ""), slip.target.number_key or ""
        return _OF_NUMBER / _WAYS * _of_one_way(running_digits(said), running_digits(meant))
    start, given = (date.fromisoformat(date_span(one or "")[0]) for one in
                    (slip.target.date, citation.date))  # fmt: skip
    return _OF_DAY * (_ONE_OF_THEM if abs((start - given).days) in _LIKELY_DAYS else _ANOTHER_DAY)


def _of_one_way(said: str, meant: str) -> float:
    """Of slips of one way the share that makes these digits of those.

    >>> _of_one_way("4045", "4044") * 36, _of_one_way("454", "4054"), _of_one_way("44054", "4054")
    (1.0, 0.25, 0.25)
    """
    places = max(1, len(meant))
    if len(said) == len(meant):
        replaced = sum(one != other for one, other in zip(said, meant, strict=True)) == 1
        return 1 / places / _DIGITS if replaced else 1 / max(1, places - 1)
    if len(said) < len(meant):
        return 1 / places
    at = next((i for i, one in enumerate(meant) if said[i] != one), len(meant))
    twice = at > 0 and said[at] == said[at - 1]
    return 1 / places if twice else 1 / places / (_DIGITS + 1)


def _told(
    citing: Filed,
    citation: Citation,
    candidate: Target,
    beside: Sequence[Target],
    surely: Collection[str],
) -> float:
    """How much likelier what else is known of a document makes it."""
    again = _CITED_ALREADY if candidate.id in surely else 1.0
    if is_of_file(candidate.id, citing.sha256):
        return again * _SAME_FILE
    if not candidate.subject:
        return again
    if subjects_agree(citing, citation, candidate.subject):
        return again * _SAME_SUBJECT
    if is_on_the_matter(citing, citation, candidate.subject):
        return again * _ON_THE_MATTER
    if is_beside_its_like(citing, citation, candidate, beside):
        return again * _ON_THE_MATTER
    return again * _ON_ANOTHER


def _name(verdict: Verdict) -> tuple[str | None, ...]:
    return verdict.target.number_key, verdict.target.date, verdict.target.issuer
