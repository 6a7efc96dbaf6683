"""A citation → the document it means: `cites`, and `encloses` where the enclosure has a number.

A number alone is no name: circulars count from 1 every calendar year, orders in every office. So
number and date, and for orders the issuer, must agree for `exact`. A number that differs while
issuer, date and subject agree, or differs by one digit while issuer and date agree, is a slip of
somebody's pen or of the reader: `probable`, with both numbers said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from extractors.number import number_key, parse_typed_number
from extractors.record import Citation, Field
from extractors.written import is_witnessed
from index.filed import Filed
from index.links.model import Certainty, Link, Relation, Target
from index.links.reasons import Why, because
from index.names import date_span, name_key
from index.similarity import compare

_SAME_NAME = 90  # per cent: a name misread by a letter
_WELL_WITNESSED = 0.9  # confidence from which a witnessed reading counts as print
_LETTERS = frozenset({"external_letter", "memo", "stamped_letter"})
_SUBJECT = re.compile(r"เรื่อง\s*(?P<subject>.+?)(?:\s*ลงวันที่|$)")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be said of one candidate."""

    target: Target
    certainty: Certainty
    score: float
    why: tuple[str | tuple[str, dict[str, str]], ...]


def resolve(
    citing: Filed, place: int, citation: Citation, candidates: Sequence[Target]
) -> Link | None:
    """The link of one citation, unresolved if no candidate or no single one can be meant.

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

    if not verdicts:
        return link(None, _missing(citation, candidates))
    best = max(verdicts, key=lambda verdict: _rank(citing, verdict))
    rivals = [one for one in verdicts if _rank(citing, one)[:3] == _rank(citing, best)[:3]]
    identities = {(one.target.number, one.target.date, one.target.issuer) for one in rivals}
    if len(identities) > 1:
        named = ", ".join(sorted(one.target.number or one.target.id for one in rivals))
        return link(None, because(("several", {"candidates": named})))
    first = min(rivals, key=lambda one: (one.target.accessioned_at, one.target.id))
    facts = list(first.why)
    if citation.effect is not None:
        facts.append(citation.effect)
    if len(rivals) > 1:
        facts.append(("copies", {"count": str(len(rivals))}))
    return link(first, because(*facts))


def _rank(citing: Filed, verdict: Verdict) -> tuple[bool, float, bool]:
    return (
        verdict.certainty == "exact",
        round(verdict.score, 3),
        verdict.target.sha256 == citing.sha256,
    )


def judge(citing: Filed, citation: Citation, candidate: Target) -> Verdict | None:
    """Whether a candidate can be what is cited; None if not."""
    if candidate.id == citing.id or _same_letter(citing, candidate):
        return None
    number = _numbers(citation.number, candidate.number_key)
    date = _dates(citation.date, candidate.date)
    issuer = compare_issuers(citation.issuer, candidate.issuer)
    order = is_order_number(citation.number)
    if order and issuer == "unknown":  # คำสั่งที่ 1/2564 without an office is the writer's own
        issuer = compare_issuers(citing.issuer, candidate.issuer)
    if number == "same":
        return _same_number(citation, candidate, date, issuer, order)
    if _among_readings(citation, candidate) and issuer != "other" and date in ("same", "month"):
        told = {"cited": citation.number or "", "printed": candidate.number or ""}
        return Verdict(candidate, "probable", 0.7, (("another_reading", told),))
    if date != "same" or _kinds_clash(citation, candidate):
        return None
    if number == "digit" and (issuer in ("same", "close") or (issuer == "unknown" and not order)):
        cited, printed = citation.number or "", candidate.number or ""
        fact = ("one_digit", {"cited": cited, "printed": printed})
        return Verdict(candidate, "probable", 0.85 if issuer == "same" else 0.8, (fact,))
    if issuer not in ("same", "close") or not _subjects_agree(citing, citation, candidate):
        return None
    if number == "unknown":
        return Verdict(candidate, "probable", 0.75, ("no_number",))
    likeness = fuzz.ratio(number_key(citation.number or ""), candidate.number_key or "")
    fact = ("issuer_date_subject", {"printed": candidate.number or ""})
    return Verdict(candidate, "probable", 0.6 + likeness / 1000, (fact,))


def _same_number(
    citation: Citation, candidate: Target, date: str, issuer: str, order: bool
) -> Verdict | None:
    if order and issuer not in ("same", "close"):
        return None
    doubts: list[str | tuple[str, dict[str, str]]] = []
    if issuer == "other":
        named = {"cited": citation.issuer or "", "printed": candidate.issuer or ""}
        doubts.append(("issuer_differs", named))
    if _kinds_clash(citation, candidate):
        doubts.append("kind_differs")
    written = candidate.written
    if written and not all(map(_is_settled, (written.number, written.date))):
        doubts.append("written_by_hand")
    if date == "same":
        fact = "number_date_issuer" if issuer == "same" else "number_and_date"
        sure = not doubts and not (order and issuer != "same")
        return Verdict(
            candidate, "exact" if sure else "probable", 1.0 if sure else 0.9, (fact, *doubts)
        )
    if date == "unknown":
        if order and issuer == "same" and not doubts:
            return Verdict(candidate, "exact", 0.97, ("order_and_issuer",))
        return Verdict(candidate, "probable", 0.8, ("no_date_cited", *doubts))
    if date == "month":
        return Verdict(candidate, "probable", 0.85, ("date_incomplete", *doubts))
    if date == "year" and issuer != "other":
        printed = ("date_differs", {"printed": candidate.date or ""})
        return Verdict(candidate, "probable", 0.82, (printed, *doubts))
    return None  # the same number in another year is another letter


def _is_settled(field: Field | None) -> bool:
    """Whether a number or date is print, or a witness vouches well for what a pen wrote."""
    if field is None or not field.readings:
        return True
    return is_witnessed(field) and (field.confidence or 0.0) >= _WELL_WITNESSED


def _among_readings(citation: Citation, candidate: Target) -> bool:
    """Whether the number cited is another reading of a number partly written by hand."""
    field = candidate.written.number if candidate.written else None
    cited = citation.number
    return bool(cited and field) and any(
        number_key(one.value) == number_key(cited or "")
        for one in (field.readings if field else ())
    )


def _same_letter(one: Filed, other: Target) -> bool:
    """Two copies of one letter: neither cites the other."""
    return (
        one.number is not None
        and (one.date, one.issuer) == (other.date, other.issuer)
        and number_key(one.number) == other.number_key
    )


def _numbers(cited: str | None, printed_key: str | None) -> str:
    if cited is None or printed_key is None:
        return "unknown"
    key = number_key(cited)
    if key == printed_key:
        return "same"
    return "digit" if differs_by_one_digit(key, printed_key) else "other"


def differs_by_one_digit(one: str, other: str) -> bool:
    """Whether two keys differ by one slip in their digits: one replaced, left out or added, or two
    neighbours changed about.

    >>> differs_by_one_digit("12/2566", "13/2566"), differs_by_one_digit("12/2566", "12/2567")
    (True, False)
    >>> differs_by_one_digit("124/2566", "142/2566")
    True
    """
    if OSA.distance(one, other, score_cutoff=1) != 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    at = min(len(one), len(other)) if at is None else at
    longer = max(one, other, key=len)
    touched = one[at] + other[at] if len(one) == len(other) else longer[at]
    in_year = is_order_number(one) and at > one.index("/")
    return touched.isdigit() and not in_year


def _dates(cited: str | None, printed: str | None) -> str:
    if cited is None or printed is None:
        return "unknown"
    if cited == printed:
        return "same" if len(cited) == 10 else "month"
    (start, end), (other_start, other_end) = date_span(cited), date_span(printed)
    if start <= other_end and other_start <= end:
        return "month"
    return "year" if cited[:4] == printed[:4] else "other"


@lru_cache(maxsize=1 << 16)  # offices are few, and their letters many
def compare_issuers(cited: str | None, printed: str | None) -> str:
    """How two names of offices agree: same, close, other; unknown where one is not given."""
    if not cited or not printed:
        return "unknown"
    one, other = name_key(cited), name_key(printed)
    if one == other:
        return "same"
    if one in other or other in one or fuzz.ratio(one, other) >= _SAME_NAME:
        return "close"
    return "other"


def is_order_number(number: str | None) -> bool:
    """Whether it is a number such as 84/2562, which many offices give every year."""
    parsed = parse_typed_number(number) if number else None
    return parsed is not None and parsed.code is None and parsed.year is not None


def _kinds_clash(citation: Citation, candidate: Target) -> bool:
    """A letter is cited and the candidate is an order, or the other way round."""
    if citation.kind is None or "other" in (citation.kind, candidate.kind):
        return False
    return (citation.kind in _LETTERS) != (candidate.kind in _LETTERS) or (
        citation.kind not in _LETTERS and citation.kind != candidate.kind
    )


def _subjects_agree(citing: Filed, citation: Citation, candidate: Target) -> bool:
    """The candidate's subject is the one the citation names, or the letter's own."""
    named = _SUBJECT.search(citation.text)
    cited = named["subject"] if named else citing.subject
    if not cited or not candidate.subject:
        return False
    return compare(cited, candidate.subject).level != "different"


def _missing(citation: Citation, candidates: Sequence[Target]) -> Why:
    here = ("not_here", {"date": citation.date}) if citation.date else "not_here_undated"
    for candidate in candidates:
        same = _numbers(citation.number, candidate.number_key) == "same"
        if same and candidate.date and _dates(citation.date, candidate.date) == "other":
            return because(here, ("other_year", {"date": candidate.date}))
    return because(here)
