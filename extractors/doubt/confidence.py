"""How likely a value is right: what the recogniser doubted, and what the value itself looks like.

An extractor gives the lowest confidence of the words it took, lowered where its rule had to guess.
Here that becomes the chance that the value is right, by a logistic map for each kind of field. The
maps stand in `data/calibration.tsv`. `make calibrate` fits them on the half of the corpus that
rules may be written on, and draws how they hold on the half that only measures. On that half the
rules are right; how often they are on papers they were not written on, `data/carry_over.tsv` says.

All weights are 0 or more: a value is never surer for having been read worse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from math import exp, log
from typing import Any, NamedTuple

from extractors.dated_field import NO_DAY
from extractors.doubt.carry_over import carried
from extractors.doubt.forms import LOOKED_AT, ODD_NUMBER, has_form, is_odd
from extractors.doubt.ink import is_handwritten, lines_of, words_of
from extractors.doubt.look_alikes import is_misread_word
from extractors.doubt.reasons import reason_against
from extractors.doubt.signed_names import by_lists, is_cut, is_faintly_pressed, names_no_post
from extractors.doubt.unread_ink import is_partly_unread
from extractors.record import DOUBT
from extractors.text import table
from extractors.text.segment import unknown_letters
from extractors.written import WITNESSED
from pipeline.models import Box, Page
from pipeline.thai_digits import arabic

Json = dict[str, Any]

_SINGLE = ("number", "date", "issuer", "subject", "signatory")
_LISTED = ("recipients", "citations", "receipts", "obligations")
_NOTED = ("number", "date", "issuer", "subject", "recipients")  # whose values say what is doubted
_GUESSED = ("obligations", "issuer", "members")  # whose rules say how surely they found it
_NAMING = ("issuer", "recipients", "signatory", "members")  # an office or a post
CALIBRATED = frozenset((*_SINGLE, *_LISTED, "members"))

_LETTER = ("number", "date", "issuer", "subject", "recipients", "signatory")
_ANY = ("issuer", "subject")
_MINUTES = ("date", "subject", "signatory")  # they bear no issuer
USUAL = {  # of each kind, what the regulation on correspondence has it bear
    "external_letter": _LETTER,
    "memo": _LETTER,
    "stamped_letter": ("number", "date", "issuer", "recipients"),
    "order": ("number", "date", "issuer", "subject", "signatory"),
    "regulation": ("date", "issuer", "subject", "signatory"),
    "bylaw": ("date", "issuer", "subject", "signatory"),
    "announcement": ("date", "issuer", "subject", "signatory"),
    "certificate": ("date", "issuer", "signatory"),
}

HANDWRITTEN_AT_MOST = 0.5  # a pen's reading is never sure on its own
# What is asked of whom is interpretation: of what was believed from 0.8 on, 6 of 77 were wrong on
# papers of one unseen author, 10 of some 25 on another's. So a person looks at each.
ASKED_AT_MOST = 0.79
_SUREST = 0.995  # beyond that, confidences of recognised words mean nothing
_LETTER_OF_THAI = re.compile("[ก-ฮ]")
_OF_A_SENTENCE = 20  # letters beside a date: formulas before one have fewer
_HALVED_BY = 4  # letters in words that no dictionary knows


class Signals(NamedTuple):
    """What tells a right value from a wrong one; each grows with the chance that it is right.

    `ink`: log odds of the lowest confidence of its words; `mean`: of their mean; `form`: 1 if the
    value has the form its field must have, else 0; `language`: 1 if all its words are known,
    less the more are not; `whole`: share of what such a document usually bears that was found,
    since a page that was not understood in one thing may not be in another.
    """

    ink: float
    mean: float
    form: float
    language: float
    whole: float


def with_confidence(document: Json, pages: Mapping[int, Page]) -> Json:
    """A dumped `Record` whose confidences are the chance of being right, 0..1."""
    told = dict(document)
    found, kind = understood(document), document["kind"]

    def sure(field: str, value: Json | None) -> Json | None:
        known = _sure(field, value, pages, found, document)
        if known is None or known.get("confidence") is None:
            return known
        against = None if _is_settled(known) else reason_against(field, known, pages, kind)
        if against:
            known = _doubted(field, known, against)
        if document["template"]:
            return known
        misled = any(doubts(field, known, pages) for doubts in _MISLED)
        misled = misled or (field == "date" and known.get("note") == NO_DAY)  # in pale ink, perhaps
        if field == "signatory":
            misled = misled or is_cut(known, pages) or names_no_post(known)
            worded = _language(field, known, pages) == 1
            misled = misled or is_faintly_pressed(known, pages, worded)
        if not (misled or is_odd(field, known)):
            return known
        most = ODD_NUMBER if field == "number" else LOOKED_AT
        return {**known, "confidence": min(known["confidence"], most)}

    for field in _SINGLE:
        told[field] = sure(field, document[field])
    for field in _LISTED:
        told[field] = [sure(field, value) for value in document[field]]
    told["recipients"] = _looked_at_together(told["recipients"])
    told["committees"] = [
        {**one, "members": [sure("members", value) for value in one["members"]]}
        for one in document["committees"]
    ]
    return told


def understood(document: Json) -> float:
    """Share of what a document of its kind usually bears that was found, 0..1."""
    usual = _MINUTES if document["kind"] == "minutes" else USUAL.get(document["kind"], _ANY)
    return sum(bool(document[field]) for field in usual) / len(usual)


def signals(field: str, value: Json, pages: Mapping[int, Page], whole: float = 1.0) -> Signals:
    """The signals of a value with its evidence (page, box, confidence); boxes of straight pages."""
    words = words_of(value, pages)
    lowest = float(value["confidence"])
    length = sum(len(word.text) for word in words)
    mean = sum(word.confidence * len(word.text) for word in words) / length if length else lowest
    return Signals(
        _log_odds(lowest),
        _log_odds(max(mean, lowest)),
        float(has_form(field, value)),
        _language(field, value, pages),
        whole,
    )


class Map(NamedTuple):
    """The logistic map of one field; weights in the order of `Signals`."""

    constant: float
    weights: tuple[float, ...]


def chance(field: str, told: Signals, by: Mapping[str, Map] | None = None) -> float:
    """The chance that a value with these signals is right; `by`: other maps than the shipped."""
    weights = (maps() if by is None else by)[field]
    score = weights.constant + sum(w * s for w, s in zip(weights.weights, told, strict=True))
    return 1 / (1 + exp(-score))


@cache
def maps() -> dict[str, Map]:
    """Every field's map."""
    return {
        row["field"]: Map(
            float(row["constant"]), tuple(float(row[signal]) for signal in Signals._fields)
        )
        for row in table.rows("calibration")
    }


def _looked_at_together(recipients: list[Json | None]) -> list[Json | None]:
    """Recipients that stand on one row may be one (คณบดี ผู้อำนวยการ และหัวหน้าหน่วยงาน): posts that run
    on in a sentence are one addressee, those on rows of their own one each."""
    told = []
    for one in recipients:
        beside = any(_are_of_one_row(one, other) for other in recipients if other is not one)
        if one and beside and one.get("confidence") is not None:
            one = {**one, "confidence": min(one["confidence"], LOOKED_AT)}
        told.append(one)
    return told


def _are_of_one_row(one: Json | None, other: Json | None) -> bool:
    boxes = [Box(*each["box"]) for each in (one, other) if each and each.get("box")]
    same_page = one and other and one.get("page") == other.get("page")
    return bool(same_page) and len(boxes) == 2 and boxes[0].on_row_of(boxes[1])


def _sure(
    field: str, value: Json | None, pages: Mapping[int, Page], whole: float, document: Json
) -> Json | None:
    if value is None or value.get("confidence") is None:
        return value
    if _is_settled(value):
        return value
    if field == "date" and document["template"] and value.get("note") == NO_DAY:
        value = _of_a_sample(value, pages)
    likely = value["confidence"]
    if field in maps():
        told = signals(field, value, pages, whole)
        if field == "signatory" and document["template"] and value["position"]:
            told = told._replace(form=1.0)  # the post alone: nobody has signed yet
        likely = chance(field, told)
        lines = lines_of(value, pages)
        likely *= carried(field, value, document["kind"], lines, sureness(value, pages))
        if field == "signatory" and told.form and told.language == 1:
            likely = max(likely, by_lists(value, pages))
    if field in _GUESSED:
        likely *= sureness(value, pages)
    if field == "obligations":
        likely = min(likely, ASKED_AT_MOST)
    if is_handwritten(value, pages):
        likely = min(likely, HANDWRITTEN_AT_MOST, value["confidence"])  # the pen's own chance
    return {**value, "confidence": round(likely, 4)}


def _of_a_sample(day: Json, pages: Mapping[int, Page]) -> Json:
    """The month of a sample or a blank form, whose day is left to be filled in: 20 of 20 were right
    at first sight (five files)."""
    read = (word.confidence for word in words_of(day, pages))
    return {**day, "note": None, "confidence": min(read, default=day["confidence"])}


def _is_settled(value: Json) -> bool:
    """Whether a pen wrote it: its chance comes from its readings, and from a witness."""
    return bool(value.get("readings")) or (value.get("note") or "").startswith(WITNESSED)


def _doubted(field: str, value: Json, reason: str) -> Json:
    """The value no surer than doubt leaves, with the reason said where it has room for one."""
    told = {**value, "confidence": min(DOUBT, value["confidence"])}
    if field not in _NOTED:
        return told
    said = value.get("note")
    return {**told, "note": f"{said}; {reason}" if said else reason}


def sureness(value: Json, pages: Mapping[int, Page]) -> float:
    """How sure the rule was that found the value, 0..1: its confidence beside that of its words."""
    lowest = min((word.confidence for word in words_of(value, pages)), default=0.0)
    return min(1.0, float(value["confidence"]) / lowest) if lowest else 1.0


def _log_odds(confidence: float) -> float:
    held = min(_SUREST, max(0.02, confidence))
    return log(held / (1 - held))


def _language(field: str, value: Json, pages: Mapping[int, Page]) -> float:
    """1 if a dictionary, or the rest of the paper, knows every Thai word of two letters or more;
    halved by a few others. It is not a share: one word misread in a long subject is as wrong as in
    a short one."""
    unknown = unknown_letters(_TEXTS[field](value)) if field in _TEXTS else 0
    if unknown:
        unknown = unknown_letters(_TEXTS[field](value), _elsewhere(value, pages))
    return 1 / (1 + unknown / _HALVED_BY)


def _is_misread(field: str, value: Json, pages: Mapping[int, Page]) -> bool:
    """Whether one letter that looks alike would make a word known that is not."""
    if field not in _NAMING:
        return False
    text = _TEXTS[field](value)
    return unknown_letters(text) > 0 and is_misread_word(text, _elsewhere(value, pages))


def _is_told(field: str, value: Json, pages: Mapping[int, Page]) -> bool:
    """Whether a date stands within a sentence: ให้จังหวัดรายงานภายในวันศุกร์ที่ ๓๐ สิงหาคม ๒๕๖๗.

    A paper's own has at most a formula before it (ประกาศ ณ วันที่), a day of the week and an hour.
    """
    if field != "date":
        return False
    text = " ".join(line.text for line in lines_of(value, pages))
    return len(_LETTER_OF_THAI.findall(text.replace(value["text"], "", 1))) >= _OF_A_SENTENCE


def _elsewhere(value: Json, pages: Mapping[int, Page]) -> str:
    """The text of the document but for the lines that the value stands on."""
    own = set(map(id, lines_of(value, pages)))
    lines = (line for page in pages.values() for line in page.lines if id(line) not in own)
    return arabic("\n".join(line.text for line in lines))


_MISLED = (_is_misread, _is_told, is_partly_unread)
_TEXTS: dict[str, Callable[[Json], str]] = {
    "issuer": lambda value: str(value["value"]),
    "subject": lambda value: str(value["value"]),
    "recipients": lambda value: str(value["value"]),
    "signatory": lambda value: f"{value['position'] or ''} {value['acting_for'] or ''}",
    "members": lambda value: value["position"] or "",
    "obligations": lambda value: str(value["text"]),
}
