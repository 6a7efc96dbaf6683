"""Words that a recogniser has surely misread, and what they are. Text in, places out.

A word is repaired only if it is no word as it stands, lies where the recogniser was in doubt, and
exactly one official term differs from it in marks alone. Digits are never touched, nor letters but
those of a month between a day and a year, nor names: what follows the title of a person or the
kind of a place or firm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from pipeline.lexicon import is_word, marks_apart, only_term_near, phrases, skeleton
from pipeline.normalise import MARK
from pipeline.thai_months import MONTHS
from pipeline.thai_words import cut

_SHORTEST = 4  # letters of a skeleton: shorter words have too many neighbours
_PIECES = 8  # most pieces that a misread word is cut into
_THAI = re.compile(r"[ก-ฮะ-ฺเ-๎]+")
_NAME = re.compile(
    # A person, after a title, rank or degree: two words and the rest of its own.
    # นายสมชาย ใจดี · พ.ต.อ. สมชาย ใจดี · ผศ.ดร. สมชาย ใจดี
    r"(?:นาย|นาง|น\.ส\.|ด\.[ชญ]\.|เด็กชาย|เด็กหญิง|คุณ(?!ธรรม|ภาพ|สมบัติ|ลักษณะ|ค่า|วุฒิ)|ว่าที่|หม่อม|ม\.[รลจ]\.|"
    r"ท่านผู้หญิง|พระ(?!ราช)|พล(?:เอก|โท|ตรี|ตำรวจ|เรือ|อากาศ|\.[อทตร])|พัน(?:เอก|โท|ตรี|ตำรวจ|จ่า)|พ\.[อทต]\.|"
    r"ร้อย(?:เอก|โท|ตรี|ตำรวจ)|ร\.[อทต]\.|เรือ(?:เอก|โท|ตรี|อากาศ)|นาวา|จ่า(?!ย)|สิบ(?:เอก|โท|ตรี|ตำรวจ)|"
    r"[จส]\.[สอทต]\.|ศาสตราจารย์|อาจารย์|[รผ]?ศ\.|ดร\.|[นพท]พ\.|พญ\.|ภ[กญ]\.|แพทย์หญิง|เภสัชกร)"
    r" *[^ ]*(?: +[ก-๎.]+){0,2}"
    # A firm or a place: the rest of the word. บริษัทสมชายการค้า จำกัด · อำเภอเมือง
    r"|(?:บริษัท|บจก\.|หจก\.|ห้างหุ้นส่วน|ร้าน|โรงเรียน|โรงพยาบาล|โรงแรม|(?<!จังห)วัด|บ้าน|ตำบล|ต\.|อำเภอ|อ\.|ถนน|ถ\.|"
    r"ซอย|แขวง|เขต(?!พื้นที่)|แม่น้ำ) ?[^ ]*"
    # What stands in brackets, as the name under a signature.
    r"|\([^)]*\)?"
)


@dataclass(frozen=True, slots=True)
class Item:
    """A keyword that a place on the line makes certain, though it is misread as another word."""

    term: str
    place: re.Pattern[str]  # its group is the keyword as read
    example: str


ITEMS = (
    Item("เรื่อง", re.compile(r"^(เร[ิ-ื]?[่-๋]?อง)(?= )"), "เรือง ขอเชิญประชุม"),
    Item(
        "ที่", re.compile(r"^(ท[ิ-ื็][่-๋]?)(?= ?[ก-ฮ]{2,3} ?[๐-๙0-9]| [ก-ฮ]{2,3}$)"), "ที มท ๐๘๑๐.๗/ว ๒๕๖๓"
    ),
    Item("วันที่", re.compile(r"(วันท[ิ-ื][่-๋]?)(?= ?[๐-๙0-9])"), "ลงวันที ๑๑ มีนาคม ๒๕๖๔"),
)

_MONTH_SLIPS = 2  # letters or marks; where two months are as near, nothing is repaired
# ๑๕ กันย่ายน ๒๕๖๑ · ๒๙ มีน่าคม์ พ.ศ. ๒๕๖๗ · กรกฎ่าคม ๒๕๖๘, where a pen filled in the day; a seal's
# ring between them may be read as a point
_MONTH_PLACE = re.compile(
    r"(?:^|(?<=[\d๐-๙] ))([ก-๎]{5,13})(?=[ .]?(?:พ ?\. ?ศ ?\. ?)?[2๒][4-6๔-๖][\d๐-๙]{2}(?![\d๐-๙]))"
)
_CODE_PLACE = re.compile(r"^ที่ ([ก-ฮ][่-๎]?[ก-ฮ][่-๎]?)(?= ?[๐0][\d๐-๙]{3,4}[\d๐-๙.]*/)")


@dataclass(frozen=True, slots=True)
class Misreading:
    """`text[start:end]` stands for `word`."""

    start: int
    end: int
    word: str
    reason: str


def misreadings(text: str, doubtful: Sequence[bool]) -> tuple[Misreading, ...]:
    """What is to be repaired in a line, from left to right, nothing twice.

    `doubtful[i]` tells that the recogniser was not sure of `text[i]`. A lost mark shows in the
    letters beside it, so a word's neighbours count as the word.
    """
    names = [found.span() for found in _NAME.finditer(text)]

    def open_to_doubt(found: Misreading) -> bool:
        return any(doubtful[max(0, found.start - 1) : found.end + 1]) and not any(
            left < found.end and found.start < right for left, right in names
        )

    pieces = _pieces(text)
    kept: list[Misreading] = []
    for each in (
        *_items(text),
        *_codes(text),
        *_months(text),
        *_phrases(text, pieces),
        *_joined(pieces),
        *_terms(pieces),
    ):
        clear = all(each.end <= other.start or other.end <= each.start for other in kept)
        if clear and open_to_doubt(each):
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: each.start))


class _Piece(NamedTuple):
    """A word or less, as the text is cut."""

    text: str
    start: int
    thai: bool
    known: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def _pieces(text: str) -> list[_Piece]:
    pieces = []
    start = 0
    for piece in cut(text):
        thai = _THAI.fullmatch(piece) is not None
        pieces.append(_Piece(piece, start, thai, thai and is_word(piece)))
        start += len(piece)
    return pieces


def _items(text: str) -> Iterator[Misreading]:
    for item in ITEMS:
        for found in item.place.finditer(text):
            if found[1] != item.term:
                yield Misreading(
                    *found.span(1), item.term, f"{item.term} stands here in every letter"
                )


def _codes(text: str) -> Iterator[Misreading]:
    """The letters of an office before its number, which bear no tone: ที่ ส่ร ๐๐๓๓.๓๐๑.๗/"""
    found = _CODE_PLACE.match(text)
    if found is not None and MARK.search(found[1]):
        bare = MARK.sub("", found[1])
        yield Misreading(*found.span(1), bare, f"{bare}: an office's letters bear no mark")


def _months(text: str) -> Iterator[Misreading]:
    """A month's name between a day and a year, where nothing else stands."""
    for found in _MONTH_PLACE.finditer(text):
        near = [
            month
            for month in MONTHS
            if Levenshtein.distance(found[1], month, score_cutoff=_MONTH_SLIPS) <= _MONTH_SLIPS
        ]
        if len(near) == 1 and near[0] != found[1]:
            reason = f"only {near[0]} is like it of what stands between a day and a year"
            yield Misreading(*found.span(1), near[0], reason)


def _joined(pieces: list[_Piece]) -> Iterator[Misreading]:
    """กร ม → กรม: a space in a word, where a part of it is no word but the whole is."""
    for index in range(1, len(pieces) - 1):
        left, space, right = pieces[index - 1 : index + 2]
        if space.text != " " or not (left.thai and right.thai) or (left.known and right.known):
            continue
        whole = left.text + right.text
        # ก ข ค number the parts of a list
        if not any(_alone(pieces, each) for each in (index - 1, index + 1)) and is_word(whole):
            yield Misreading(left.start, right.end, whole, "a space inside a word")


def _alone(pieces: list[_Piece], index: int) -> bool:
    """Whether a letter stands between spaces."""
    beside = pieces[max(0, index - 1) : index] + pieces[index + 1 : index + 2]
    return len(pieces[index].text) == 1 and not any(piece.thai for piece in beside)


def _phrases(text: str, pieces: Sequence[_Piece]) -> Iterator[Misreading]:
    """Set phrases, which are known even where their misreading happens to be words."""
    bones = skeleton(text)
    found = [each for each in phrases().items() if each[0] in bones]
    if not found:
        return
    letters = [place for place, letter in enumerate(text) if not MARK.match(letter)]
    ends = [*letters[1:], len(text)]
    edges = {0, *(piece.end for piece in pieces)}  # ตาม|อำนาจหน้าที่ holds no มีอำนาจหน้าที่
    for wanted, phrase in found:
        at = bones.find(wanted)
        while at >= 0:
            start, end = letters[at], ends[at + len(wanted) - 1]
            if {start, end} <= edges and only_term_near(text[start:end]) == phrase:
                yield _misread(text[start:end], start, phrase)
            at = bones.find(wanted, at + 1)


def _terms(pieces: Sequence[_Piece]) -> Iterator[Misreading]:
    """Misread terms, the longest first."""
    spans = {
        (first, last)
        for strange in (index for index, piece in enumerate(pieces) if piece.thai > piece.known)
        for first in range(max(0, strange - _PIECES + 1), strange + 1)
        for last in range(strange + 1, min(len(pieces), first + _PIECES) + 1)
        if all(piece.thai for piece in pieces[first:last])
    }
    for first, last in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        read = "".join(piece.text for piece in pieces[first:last])
        rest = pieces[last].text if last < len(pieces) else ""
        if len(skeleton(read)) < _SHORTEST or MARK.match(read) or MARK.match(rest) or is_word(read):
            continue
        term = only_term_near(read)
        if term is not None:
            yield _misread(read, pieces[first].start, term)


def _misread(read: str, start: int, term: str) -> Misreading:
    lost = marks_apart(read, term)
    marks = "a mark" if lost == 1 else f"{lost} marks"
    reason = f"not a word; of all terms only {term} is like it but for {marks}"
    return Misreading(start, start + len(read), term, reason)
