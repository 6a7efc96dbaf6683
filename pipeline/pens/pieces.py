"""A piece that a pen wrote into a number or a day, and what stands in print right before it.

Of a letter's number the letters behind the stroke may be print, and the last part of the code may
have been taken for writing: ที่ กษ ๑๐๐๕/ว 738 | ที่ ศย ๓๑๖.๐๐๒/(อ) 2041 | ที่ นร 1004.1/ว 973.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.models import Word
from pipeline.pens.header_lines import SURE, HeaderLine, Kind
from pipeline.pens.ink import point_between
from pipeline.pens.readings import Written
from pipeline.straight_cut import StraightCut
from pipeline.word_places import word_places

_WO_SURE = 0.4  # confidence from which a ว that no pen covers is print: a pen behind it disturbs it
_WO_FAINT = 0.2  # the same, where the pen wrote in another ink, of which the ว is none
# What stands before figures in print: /(อ) | /ง; of an order วก | สกช.
_LETTERS: dict[Kind, re.Pattern[str]] = {
    "letter": re.compile(r"\s*\.?\s*/\s*(?P<letters>\([ก-ฮ]{1,2}\)|[ก-ฮ])[\s.…_]*"),
    "order": re.compile(r"\s*(?P<letters>(?:[ก-ฮ]{1,5}\s?\.\s?){1,3}|[ก-ฮ]{2,4}\s)[\s.…_]*"),
}
_BRACKETED = re.compile(r"\.?\(?(?P<figure>[\d๐-๙])\)\s?/")  # (๔)/๓๗
_IN_BRACKETS = re.compile(r"[/1๑]?(?P<figure>\d)[1๑-๓/]?/")  # what the network makes of that
_LAST_PART = re.compile(r"(?P<point>\.?)\s?[\d๐-๙]{1,2}\s?/")  # .๒/๑๑๔, behind ๘๓๙๓(๘)


@dataclass(frozen=True, slots=True)
class Piece:
    """A written piece and the words of its row that it covers."""

    found: Written
    words: tuple[Word, ...]


def letters_before(place: HeaderLine, pieces: Sequence[Piece]) -> str:
    """The letters in print between the stroke of a letter's number, or ที่ of an order's, and the
    writing, as they stand before figures: ว, "ง ", "(อ) ", "วก "; nothing if there are none."""
    if place.kind == "day":
        return ""
    covered = {word for piece in pieces for word in piece.words}
    inked = all("in another ink" in piece.found.reasons for piece in pieces)
    text, sure = list(place.line.text), True
    for first, last, word in word_places(place.line):
        if not place.start <= first < place.end:
            continue
        if word in covered or re.search(r"\d", word.text):
            text[first:last] = " " * (last - first)
            continue
        led = place.line.text[place.start : first].strip(" .") in ("/", "")
        if place.kind == "letter" and led and word.text.startswith("ว"):
            return "ว" if word.confidence >= (_WO_FAINT if inked else _WO_SURE) else ""
        sure = sure and word.confidence >= SURE
    told = _LETTERS[place.kind].fullmatch("".join(text[place.start : place.end]))
    return f"{told['letters'].strip()} " if told and sure else ""


def code_end(
    place: HeaderLine, pieces: Sequence[Piece], seen: StraightCut, in_ink: str = ""
) -> str:
    """The last part of a printed code that was taken for writing, as .1/ of ที่ นร 1004.1/ว 973.

    `in_ink` is what print's reader made of the impression, if one is there: it knows the brackets
    of (๕)/๓๗, the pen's reader the figure in them.
    """
    code, part = place.line.text[place.code : place.start], place.line.text[place.start : place.end]
    as_read = _LAST_PART.match(part)
    if place.kind != "letter" or (part.strip() and not as_read):
        return ""
    if not (code[-1:].isdigit() or code.endswith(")")):
        return ""
    if bracketed := _BRACKETED.match(in_ink):
        told = (_IN_BRACKETS.match(one.text) for one in pieces[0].found.candidates)
        figure = next((one["figure"] for one in told if one), bracketed["figure"])
        return f"({figure})/"
    if not (as_read and as_read["point"]):
        last = max(last for last, _ in _words_before(place))
        left = max(seen.pixels(word.box)[2] for end, word in _words_before(place) if end == last)
        at = seen.pixels(place.line.box)
        if not point_between(seen.picture, at, left, pieces[0].found.box[0]):
            return ""
    for candidate in pieces[0].found.candidates:
        end, stroke, _ = candidate.text.rpartition("/")
        if stroke and end.strip(".").isdigit() and len(end.strip(".")) <= 2:
            return f".{end.strip('.')}/"
    return ""


def _words_before(place: HeaderLine) -> list[tuple[int, Word]]:
    return [(last, word) for _, last, word in word_places(place.line) if last <= place.start]


def filled_in(text: str, kind: Kind) -> str:
    """Without the stroke, which is print, and what is joined to the writing beyond it."""
    if kind == "letter":
        text = text.rpartition("/")[2]
    elif kind == "order":
        text = text.partition("/")[0]
    return text.strip(".-")


def as_print(place: HeaderLine, pieces: Sequence[Piece]) -> str:
    """What the recogniser of print made of the pieces, in the line and apart from it."""
    own = place.line.text[place.start : place.end].strip()
    apart = [w.text for piece in pieces for w in piece.words if w not in place.line.words]
    return " ".join([*([own] if own else []), *(["".join(apart)] if apart else [])])
