"""Readings of one signatory's name, and which of them Thais may bear.

A signature over a name costs its first bracket, marks, or a letter of its title; what is read of it
at several widths differs. Of the readings that is taken whose words PyThaiNLP's lists of names and
its dictionary know best. Of 600 rows drawn under signatures and kept to
measure (150 names at four levels), 308 were read right before, 379 with this; one that had been
right was not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz.distance import Levenshtein

from pipeline.normalise import normalise
from pipeline.thai_words import family_names, given_names, known

# Ranks and titles as they are set before a name, with or without a space.
_TITLE = re.compile(
    r"(?:ว่าที่\s?)?(?:พล|พันจ่า|พัน|ร้อย|จ่าสิบ|จ่า|สิบ|นาวา|เรือ)(?:ตำรวจ|อากาศ|เรือ)?"
    r"(?:เอก|โท|ตรี)(?:หญิง)?|(?:ดาบ|จ่าสิบ)ตำรวจ"
    r"|(?:ผู้ช่วย|รอง)?ศาสตราจารย์(?:เกียรติคุณ)?|นายแพทย์|แพทย์หญิง|อาจารย์|นางสาว|นาง|นาย"
    r"|(?:[ก-ฮ]{1,3}\.\s?){2,3}|(?:ดร|ผศ|รศ|ศ|นพ|พญ|ทพ|ทพญ|ภก|สพ|อ)\.\s?"
)
_COMMON = ("นางสาว", "นาง", "นาย")
_ARMS = ("", "ตำรวจ", "อากาศ", "เรือ")
_WHOLE = ("นาย", "นาง")  # that another title may go on from, and no slip made
_AFTER_JUNK = 4  # characters of a bracket and a stroke before the title
_MARK = "[ัิ-ื็-๎]"  # above a letter, where a flourish hides it or leaves one more
_JUNK, _REST = re.compile(r"^[^ก-๎]+"), re.compile(r"[^ก-๎.]+$")
_WORDS = re.compile(r"[ก-๎.]+(?:[\s-]+[ก-๎.]+)+")
_NO_TITLE, _WORDS_OFF = 3.0, 4.0  # costs, in letters that nobody knows
_UNKNOWN_GIVEN, _UNKNOWN_FAMILY, _PIECE = 1.5, 0.5, 0.3
_LETTERS_LOST = 2  # at least; a stroke alone may be read as one
_FEWEST_LETTERS = 4  # a shorter name has too many like it


@dataclass(frozen=True, slots=True)
class NameReading:
    """A name with its title as it was read, without brackets; confidence 0..1."""

    name: str
    confidence: float

    @property
    def is_whole(self) -> bool:
        """Whether it is a title, a given name and a surname."""
        return self.is_named and _without_title(self.name) != self.name

    @property
    def is_named(self) -> bool:
        """Whether it is a given name and a surname, be it without a title: that of an officer,
        whose rank stands over it."""
        return _WORDS.fullmatch(_without_title(self.name)) is not None

    @property
    def cost(self) -> float:
        """How little of it is known, in letters; a listed name behind a title costs nothing."""
        named = _without_title(self.name)
        cost = _NO_TITLE if named == self.name else 0.0
        parts = named.split()
        cost += _WORDS_OFF * abs(len(parts) - 2)
        for place, part in enumerate(parts):
            listed = family_names() if place else given_names()
            if part not in listed:
                told = known(part)
                cost += _UNKNOWN_FAMILY if place else _UNKNOWN_GIVEN
                cost += _PIECE * told.words + told.letters_unknown
        return cost


def name_reading(text: str, confidence: float) -> NameReading:
    """What was read of a row, without its brackets and what a pen left beside them.

    >>> name_reading("เนายสมชาย ใจดี)", 0.9).name, name_reading("(ฉายสมชาย ใจดี)", 0.9).name
    ('นายสมชาย ใจดี', 'นายสมชาย ใจดี')
    """
    plain = _REST.sub("", normalise(text).strip())
    title = _TITLE.search(plain)
    if title and title.start() <= _AFTER_JUNK:
        plain = plain[title.start() :]
    plain = _titled(_JUNK.sub("", plain))
    return NameReading(" ".join(plain.split()), confidence)


def with_marks_restored(reading: NameReading) -> NameReading:
    """The reading with each word that no list knows as the one known name of the same letters."""
    named = _without_title(reading.name)
    title = reading.name[: len(reading.name) - len(named)]
    parts = [_restored(part, place > 0) for place, part in enumerate(named.split())]
    return replace(reading, name=title + " ".join(parts))


def _restored(part: str, surname: bool) -> str:
    known = family_names() if surname else given_names()
    letters = re.sub(_MARK, "", part)
    if part in known or len(letters) < _FEWEST_LETTERS:
        return part
    same = [one for one in _by_letters(surname).get(letters, ()) if _is_within(part, one)]
    return same[0] if len(same) == 1 else part


@cache
def _by_letters(surnames: bool) -> dict[str, list[str]]:
    """Known names by their letters without the marks above them."""
    found: dict[str, list[str]] = {}
    for name in sorted(family_names() if surnames else given_names()):
        found.setdefault(re.sub(_MARK, "", name), []).append(name)
    return found


def _is_within(short: str, long: str) -> bool:
    """Whether the signs of the first stand in the second in their order."""
    rest = iter(long)
    return all(sign in rest for sign in short)


def is_less_of(one: NameReading, others: Sequence[NameReading]) -> bool:
    """Whether a reading lacks letters that another of the same name has: where strokes were taken
    out, letters went with them. A word behind a surname that is none was made of strokes, and
    is not lacked.

    >>> read = name_reading("(นายสมชาย แสงจันทร์)", 0.9)
    >>> is_less_of(name_reading("(นายสมชาย จันทร์)", 0.9), [read])
    True
    """
    short = re.sub(r"[^ก-ฮ]", "", one.name)
    return any(
        len(long) >= len(short) + _LETTERS_LOST and _is_within(short, long)
        for long in (re.sub(r"[^ก-ฮ]", "", _without_strokes(other.name)) for other in others)
    )


def _without_strokes(name: str) -> str:
    """A name without a third word that is in no list of names, ณ … aside."""
    *before, last = name.split()
    third = len(_without_title(name).split()) > 2 and "ณ" not in before
    return " ".join(before) if third and last not in family_names() else name


def best_of(first: NameReading, others: Sequence[NameReading]) -> NameReading:
    """The reading whose words are known best, of those the one read most surely.

    If none has a given name that is known, names are tried that only lack marks in a reading.
    """
    best = min((first, *others), key=_rank)
    if best.cost < _UNKNOWN_GIVEN:
        return best
    return min((best, *map(with_marks_restored, (first, *others))), key=_rank)


def _rank(reading: NameReading) -> float:
    return reading.cost - reading.confidence


def _titled(name: str) -> str:
    """The name with its title put right, if a slip of one letter, marks, or a beginning lost keep
    it from being one and a known given name follows: ฉายสมชาย, งสาวสมศรี, นายิสมชาย."""
    name = re.sub(rf"^({'|'.join(_COMMON)}){_MARK}+(?=[ก-ฮเ-ไ])", r"\1", name)
    first = name.split(" ", 1)[0]
    if rank := _ranks().get(re.sub(_MARK, "", first)):
        return rank + name[len(first) :]  # เรอเอก กิตติ มั่นคง
    if _TITLE.match(name) and _without_title(name).split(" ", 1)[0] in given_names():
        return name
    found = set()
    for title in _COMMON:
        for length in range(1, len(first)):
            read = re.sub(_MARK, "", first[:length])
            slips = title.endswith(read) or Levenshtein.distance(read, title) <= 1
            slips = slips or (len(read) == len(title) and read[-1] == title[-1])
            fits = len(read) <= len(title) and (title == "นางสาว" or not name.startswith(_WHOLE))
            if slips and fits and first[length:] in given_names():
                found.add((title, length))
    if len({title for title, _ in found}) != 1:
        return name
    title, length = max(found, key=lambda one: one[1])
    return title + name[length:]


@cache
def _ranks() -> dict[str, str]:
    """Ranks of the forces and the police by their letters without the marks above them."""
    grades = ("เอก", "โท", "ตรี")
    of_forces = ("พล", "พัน", "ร้อย", "จ่าสิบ", "สิบ", "นาวา", "เรือ", "พันจ่า", "จ่า")
    ranks = [f"{one}{arm}{grade}" for one in of_forces for arm in _ARMS for grade in grades]
    ranks += [f"{rank}หญิง" for rank in ranks]
    return {re.sub(_MARK, "", rank): rank for rank in ranks}


def is_title_alone(text: str) -> bool:
    """Whether a row is nothing but a rank or titles, over the name of who signs.

    >>> is_title_alone("พันตำรวจเอก"), is_title_alone("ศาสตราจารย์ ดร."), is_title_alone("นายก")
    (True, True, False)
    """
    plain = normalise(text).strip(" .…") + ("." if text.rstrip().endswith(".") else "")
    return bool(plain) and not _without_title(plain)


def is_titled(text: str) -> bool:
    """Whether a row begins with a title, be it behind a bracket and a stroke of a pen."""
    title = _TITLE.search(text)
    return title is not None and title.start() < _AFTER_JUNK


def _without_title(name: str) -> str:
    while match := _TITLE.match(name):
        name = name[match.end() :].strip()
    return name
