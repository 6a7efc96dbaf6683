"""How often the rule that found a value finds the right one on a paper that it was not written on.

A rule that a form of the regulation guides (เรื่อง, ส่วนราชการ, a seal) hardly ever fails; one that
goes by places, on sheets whose form is free, fails more often however sharp the ink. The shares
stand in `data/carry_over.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from extractors.doubt.forms import has_form
from extractors.obligations.judge.judged import LETTERS
from extractors.text import table
from extractors.text.keywords import after_word
from pipeline.models import Line

Json = dict[str, Any]

# Sheets whose head and foot no regulation sets: each office has its own.
_FREE = frozenset({"news", "report", "form", "minutes", "certificate", "other"})
_TITLED = frozenset({"regulation", "bylaw"})  # all of their title is their subject
_NUMBERED = frozenset({"external_letter", "stamped_letter", "memo", "order"})
# The office over their title may be another's; that it is a province of the list tells little there
_NO_LETTERHEAD = frozenset({"report", "form", "other"})
_MINUTED = re.compile(r"รายงานการประชุม.*ครั้งที่")  # as the regulation has the title of minutes
VOUCHED = 0.95  # how sure of itself the rule is that found an issuer something else vouches for


def carried(
    field: str, value: Json, kind: str, lines: Sequence[Line], sureness: float = 0.0
) -> float:
    """The chance that the rule which found a value holds on a paper never seen, 0..1; `lines`: what
    it stands on, in a document of this kind; `sureness`: how sure of itself the rule was, 0..1."""
    return _shares().get(formula(field, value, kind, lines, sureness), 1.0)


def formula(
    field: str, value: Json, kind: str, lines: Sequence[Line], sureness: float = 0.0
) -> str:
    """The row of `data/carry_over.tsv` that tells of such a value.

    An issuer of news or a certificate for which another part of the paper vouches is as good as one
    of a letter: in 25 files of seven halves at first sight all were right.

    Obligations: attend, report or publish on a day of its own, a reply, or no named action. Those
    of letters have no row: the judge of clauses tells how far each is to be believed, as measured
    on papers never seen.
    """
    if field == "obligations" and kind in LETTERS:
        return "obligations, judged"
    if field == "obligations":
        if value["action"] in ("attend", "report", "publish"):
            return "obligations, dated" if value["first_due"] else field
        named = value["action"] not in ("other", "monitor", "appoint")
        return field if named else "obligations, unnamed"
    if field == "subject" and kind not in _TITLED:
        if any(after_word(line.text, "เรื่อง") for line in lines):
            return field
        if kind == "minutes" and _MINUTED.match(value["value"]):
            return field
        formed = kind in ("form", "report")  # whose title is the first line
        return "subject, of a form or report" if formed else "subject, by its place"
    if field == "recipients" and not has_form(field, value):
        return "recipients, of no form"
    if kind == "other" and field in ("number", "date", "members", "signatory"):
        return "field, of a sheet of no kind"
    if field == "citations" and _is_cited_in_part(value):
        return "citations, in part"
    if field == "issuer" and kind in _FREE:
        vouched = sureness >= VOUCHED and kind not in _NO_LETTERHEAD
        return field if vouched else "issuer, of a free sheet"
    if field == "signatory" and kind == "form":
        return "signatory, of a form"
    return field


def _is_cited_in_part(value: Json) -> bool:
    """Whether a mention lacks what tells which paper is meant, or that it is a paper at all: in the
    text and among the enclosures a number, a day and a word for its kind (ภาคเรียนที่ │ 1/2567 has
    none); under อ้างถึง, where all are papers, number and day of a kind that bears both."""
    if value["role"] == "reference" and value["kind"] not in _NUMBERED:
        return False
    if value["kind"] == "announcement" and value["issuer"] and value["date"]:
        return False  # few bear a number; all 22 told so in thirteen halves were right
    return not (value["number"] and value["date"] and value["kind"])


@cache
def _shares() -> dict[str, float]:
    return {row["formula"]: float(row["share"]) for row in table.rows("carry_over")}
