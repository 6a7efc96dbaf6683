"""Whether a document can be what a citation means, and how surely by what the two say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from extractors.number import number_key
from extractors.record import Citation, Field
from extractors.written import is_witnessed
from index.comparing import (
    compare_dates,
    compare_issuers,
    compare_numbers,
    is_later,
    is_order_number,
    kinds_clash,
)
from index.filed import Filed
from index.links.model import Certainty, Target
from index.links.reasons import Fact
from index.similarity import compare, on_one_matter

SLIP = 0.85  # the highest score of a slip: of a digit, or of the day by one
_WELL_WITNESSED = 0.9  # confidence from which a witnessed reading counts as print
_SUBJECT = re.compile(r"เรื่อง\s*(?P<subject>.+?)(?:\s*ลงวันที่|$)")


class Verdict(NamedTuple):  # as Target
    """What can be said of one candidate. `number`: how its number agrees with the one cited, as
    `compare_numbers` says."""

    target: Target
    certainty: Certainty
    score: float
    number: str
    why: tuple[Fact, ...]


def judge(citing: Filed, citation: Citation, candidate: Target) -> Verdict | None:
    """Whether a candidate can be what is cited; None if not."""
    if candidate.id == citing.id or _same_letter(citing, candidate):
        return None
    number = compare_numbers(citation.number, candidate.number_key)
    date = compare_dates(citation.date, candidate.date)
    issuer = compare_issuers(citation.issuer, candidate.issuer)
    order = is_order_number(citation.number)
    if order and issuer == "unknown":  # คำสั่งที่ 1/2564 without an office is the writer's own
        issuer = compare_issuers(citing.issuer, candidate.issuer)
    if number == "same":
        return _same_number(citing, citation, candidate, date, issuer, order)
    if _among_readings(citation, candidate) and issuer != "other" and date in ("same", "month"):
        told = {"cited": citation.number or "", "printed": candidate.number or ""}
        return Verdict(candidate, "probable", 0.7, number, (("another_reading", told),))
    if date != "same" or kinds_clash(citation.kind, candidate.kind):
        return None
    if number == "digit" and (issuer in ("same", "close") or (issuer == "unknown" and not order)):
        cited, printed = citation.number or "", candidate.number or ""
        fact = ("one_digit", {"cited": cited, "printed": printed})
        score = SLIP if issuer == "same" else 0.8
        return Verdict(candidate, "probable", score, number, (fact,))
    if issuer not in ("same", "close") or not subjects_agree(citing, citation, candidate.subject):
        return None
    if number == "unknown":
        return Verdict(candidate, "probable", 0.75, number, ("no_number",))
    likeness = fuzz.ratio(number_key(citation.number or ""), candidate.number_key or "")
    fact = ("issuer_date_subject", {"printed": candidate.number or ""})
    return Verdict(candidate, "probable", 0.6 + likeness / 1000, number, (fact,))


def _same_number(
    citing: Filed, citation: Citation, candidate: Target, date: str, issuer: str, order: bool
) -> Verdict | None:
    if order and issuer not in ("same", "close"):
        return None
    doubts: list[Fact] = []
    if issuer == "other":
        named = {"cited": citation.issuer or "", "printed": candidate.issuer or ""}
        doubts.append(("issuer_differs", named))
    if kinds_clash(citation.kind, candidate.kind):
        doubts.append("kind_differs")
    if is_later(candidate.date, citing.date):  # one of the days is wrong
        doubts.append(("later", {"printed": candidate.date or "", "own": citing.date or ""}))
    written = candidate.written
    if written and not all(map(_is_settled, (written.number, written.date))):
        doubts.append("written_by_hand")
    if date == "same":
        fact = "number_date_issuer" if issuer == "same" else "number_and_date"
        sure = not doubts and not (order and issuer != "same")
        if not sure:
            return Verdict(candidate, "probable", 0.9, "same", (fact, *doubts))
        return Verdict(candidate, "exact", 1.0, "same", (fact,))
    if date == "unknown":
        if order and issuer == "same":
            if not doubts and subjects_agree(citing, citation, candidate.subject):
                return Verdict(candidate, "exact", 0.97, "same", ("order_issuer_subject",))
            return Verdict(candidate, "probable", 0.88, "same", ("order_and_issuer", *doubts))
        return Verdict(candidate, "probable", 0.8, "same", ("no_date_cited", *doubts))
    if date == "month":
        return Verdict(candidate, "probable", 0.85, "same", ("date_incomplete", *doubts))
    if date in ("next", "slip") and issuer != "other":
        printed = ("date_differs", {"printed": candidate.date or ""})
        score = SLIP if date == "next" and not doubts else 0.82
        return Verdict(candidate, "probable", score, "same", (printed, *doubts))
    return None  # of quite another day, and all the more of another year, it is another letter


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
        one.date == other.date
        and one.issuer == other.issuer
        and one.number is not None
        and number_key(one.number) == other.number_key
    )


def subjects_agree(citing: Filed, citation: Citation, subject: str | None) -> bool:
    """A candidate's subject is the one the citation names, or the letter's own."""
    cited = _cited_subject(citing, citation)
    return bool(cited and subject) and compare(cited or "", subject or "").level != "different"


def is_on_the_matter(citing: Filed, citation: Citation, subject: str | None) -> bool:
    """A candidate's subject speaks of the same matter: less than `subjects_agree`, enough to
    choose by where otherwise nothing does."""
    cited = _cited_subject(citing, citation)
    return bool(cited and subject) and on_one_matter(cited or "", subject or "")


def is_beside_its_like(
    citing: Filed, citation: Citation, candidate: Target, beside: Sequence[Target]
) -> bool:
    """A candidate speaks of the matter of another letter that is cited beside it, where its own
    subject is not on the matter and the citation names none: what is cited together mostly
    belongs together."""
    if not candidate.subject or "เรื่อง" in citation.text:
        return False
    if is_on_the_matter(citing, citation, candidate.subject):
        return False
    return any(
        on_one_matter(one.subject, candidate.subject)
        for one in beside
        if one.subject and one.id != candidate.id
    )


def _cited_subject(citing: Filed, citation: Citation) -> str | None:
    named = _SUBJECT.search(citation.text) if "เรื่อง" in citation.text else None
    return named["subject"] if named else citing.subject
