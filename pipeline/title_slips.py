"""Titles that lost strokes: น่ายสมชาย ใจดี, (ผวยสมชาย ใจดี), ผู้ วยศาสตราจารย์, ดำสั่งกรม….

Thin print and a signature cost a title a letter or give it a mark, and a name without its title is
taken for no person. A title is put right only where a name stands: at the head of a line, behind a
number or a bracket, before a given name that PyThaiNLP lists and one more word. What was read for
it is no word (ขาย, บาง), or a listed surname follows within the bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from pipeline.lexicon import is_word
from pipeline.misread import Misreading
from pipeline.thai_words import family_names, given_names

_MARK = re.compile("[ัิ-ฺ็-๎]")
_TITLES = ("นางสาว", "นาย", "นาง")
# ๓. | ๒.๑ | ( before the word with the title, a flourish, and a surname behind it
_NAMED = re.compile(
    r"\s*(?P<lead>(?:[\d๐-๙]{1,3}(?:\.[\d๐-๙]{1,2})*[.)]|\()?)[^\wก-๎]{0,3}"
    r"(?P<word>[ก-๎]{5,24})\s+(?P<surname>[ก-ฮเ-ไ][ก-๎]{2,})"
)
_SHORTEST_GIVEN = 3  # letters
_HALF_LOST = 4  # letters at the end of นางสาว that tell it: งสาว
_WORN = 2  # letters of three, in brackets
_PROFESSOR = re.compile(r"ผู้\s?[ก-ฮ]?[่-๋]?\s?วยศาสตราจารย์")
_ASSISTANT = "ผู้ช่วยศาสตราจารย์"
_MAYOR = re.compile(r"(?:^|(?<=\s))น\s?[เ่้ำ]?\s?ย(?=ก(?:เทศมนตรี|องค์การบริหาร))")
_NAY = "นาย"
# ดำสั่งจังหวัดแพร่: the title of an order whose first letter lost its loop
_ORDER = re.compile(
    r"^\s*(?P<read>[ดตศภ]ำสั่ง)(?=\s?(?:ที่\s|กระทรวง|กรม|สำนัก|จังหวัด|อำเภอ|เทศบาล|องค์การ|โรงเรียน|มหาวิทยาลัย"
    r"|วิทยาลัย|โรงพยาบาล|กอง|คณะ|ศูนย์|มณฑล|สถาน|สถาบัน|ศาล|ตำรวจ))"
)


def title_slips(text: str) -> Iterator[Misreading]:
    """The titles of a line that are misread, and what they are.

    >>> [one.word for one in title_slips("๓. น่ายสมศักดิ์ เวียงทอง")]
    ['นาย']
    >>> list(title_slips("๓. ขายทอดตลาด พัสดุชำรุด"))
    []
    """
    for found, word in ((_PROFESSOR, _ASSISTANT), (_MAYOR, _NAY)):
        for place in found.finditer(text):
            if place.group() != word:
                yield Misreading(*place.span(), word, f"{word} stands here in every letter")
    if order := _ORDER.match(text):
        yield Misreading(*order.span("read"), "คำสั่ง", "คำสั่ง stands here in every letter")
    named = _NAMED.match(text)
    if named is None or _is_titled(named["word"]) or is_word(named["word"]):
        return
    known = named["lead"] == "(" and named["surname"] in family_names()
    if title := _title_of(named["word"], named["lead"], known):
        start, end = named.start("word"), named.start("word") + title[1]
        yield Misreading(start, end, title[0], f"{title[0]}: a listed name stands behind it")


def _is_titled(word: str) -> bool:
    """Whether a word begins with a title in every letter, and no longer title is meant: นางส่าว."""
    longer = _MARK.sub("", word).startswith("นางสาว") and not word.startswith("นางสาว")
    return word.startswith(_TITLES) and not longer


def _title_of(word: str, lead: str, known: bool) -> tuple[str, int] | None:
    """The title that a word may begin with, and how many of its signs were read for it. `known`: a
    listed surname follows, so that what was read for the title may be a word."""
    if word in given_names():
        return None
    found: dict[str, tuple[int, int]] = {}  # for a title its slips, and the signs read for it
    for length in range(2, len(word) - _SHORTEST_GIVEN + 1):
        read, given = word[:length], word[length:]
        if _MARK.match(given) or given not in given_names():
            continue
        bare = _MARK.sub("", read)
        for title in _TITLES:
            if bare == title or ((known or not is_word(read)) and _may_be(bare, title, lead)):
                slips = Levenshtein.distance(bare, title)
                found[title] = min(found.get(title, (slips, length)), (slips, length))
    return next((title, length) for title, (_, length) in found.items()) if found else None


def _may_be(bare: str, title: str, lead: str) -> bool:
    """Whether letters may be read for a title that lost strokes."""
    if title == "นางสาว":
        lost = title.endswith(bare) and len(bare) >= _HALF_LOST
        return lost or Levenshtein.distance(bare, title) == 1
    most = _WORN if lead == "(" else 1 if lead else 0
    alike = len(bare) == len(title) and bare[-1] == title[-1]
    return alike and Levenshtein.distance(bare, title) <= most
