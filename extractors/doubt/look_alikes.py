"""Whether a name or a word was probably misread: one letter that looks alike would make it known.

That a name or a word is in no list says nothing: most surnames are borne by one family alone, and
places are many. That it lacks one letter of one in a list, and one that readers of print take for
it, does. Names are those of the lists that PyThaiNLP brings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from extractors.text.people import without_title
from extractors.text.segment import personal_names, segment, terms, unknown_letters
from extractors.text.table import column

# Letters that look alike in print that was copied: ซูช่วย for ชูช่วย, วิโลวรรณ for วิไลวรรณ,
# ควนกาหสง for ควนกาหลง. Those that our reader confused twice or more in 272,000 letters of the
# opened halves (ซ ช 13 times, ท ห 6, ื ี ึ 6, ส ล 2, ข ช 2), and some that others do
_ALIKE = ("ขชซ", "กภถ", "บป", "ผฝ", "พฟ", "ฎฏ", "โใไ", "ทห", "สล", "ีึื")
_MENDED_BY = 2  # letters and words by which the mended one is less broken
TAKEN_FOR = {one: set(group) - {one} for group in _ALIKE for one in group}
# What stands above and below letters, the first to be lost in copies and to be seen in specks
_MARKS = "ัิีึืฺุู็่้๊๋์ํ๎"
_BARE: dict[int, str | None] = {**dict.fromkeys(map(ord, _MARKS)), ord("ำ"): "า"}
_SPECKS = "่้"  # what is read of a speck over a letter
_SHORTEST_TERM = 5  # letters without marks: shorter ones are other words too (หน้า, หนา)
_THAI = re.compile("[ก-๎]+")


def without_marks(word: str) -> str:
    """The letters of a word without what stands above and below them."""
    return word.translate(_BARE)


def is_misread_name(name: str) -> bool:
    """Whether a word of the name is in no list, and one letter that looks alike would make it so.

    >>> is_misread_name("พ.ต.อ.สมคิด ซูช่วย"), is_misread_name("พ.ต.อ.สมคิด ชูช่วย")
    (True, False)
    """
    words = [word for word in without_title(name).split() if word not in personal_names()]
    listed = any(like in personal_names() for word in words for like in _like(word))
    return listed or any(_has_plainer_reading(word) for word in words)


def _has_plainer_reading(word: str) -> bool:
    """Whether one letter that looks alike, or one speck less, leaves fewer words, all known.

    พีช ผล for พืชผล, กิจ เจริญ ผ่ล for กิจเจริญผล. Of 526 names that are right, two have one.
    """
    broken = unknown_letters(word) + len(segment(word))
    specks = (word[:at] + word[at + 1 :] for at, sign in enumerate(word) if sign in _SPECKS)
    return any(
        not unknown_letters(like) and len(segment(like)) < broken
        for like in (*_like(word), *specks)
    )


def has_misread_title(name: str) -> bool:
    """Whether marks were lost or added in the title of a person.

    >>> has_misread_title("นางส่าวมุกดา ฉิมพลี"), has_misread_title("นางสาวมุกดา ฉิมพลี")
    (True, False)
    """
    return _has_other_marks(name, _by_letters(_titles()))


def has_misread_term(text: str) -> bool:
    """Whether a term of office, or the name of a ministry or province, stands there but for the
    marks above and below its letters.

    >>> has_misread_term("การไฟฟ้าส่วนภูมิภาคจงหวดลาพูน"), has_misread_term("จังหวัดลำพูน")
    (True, False)
    >>> has_misread_term("สานักงานเกษตร"), has_misread_term("เรือนจำจังหวัดกระบี")
    (True, True)
    """
    provinces = (_THAI.match(text, at.end()) for at in re.finditer("จังหวัด", text))
    named = (told[0] for told in provinces if told)
    return _has_other_marks(text, _by_letters(_official())) or any(
        map(_is_nearly_a_province, named)
    )


def _is_nearly_a_province(name: str) -> bool:
    known = column("provinces", "name_th")
    return name not in known and without_marks(name) in _bare_provinces()


@cache
def _bare_provinces() -> frozenset[str]:
    return frozenset(map(without_marks, column("provinces", "name_th")))


@cache
def _official() -> frozenset[str]:
    return terms() | frozenset(column("office_words", "word"))


@cache
def _titles() -> frozenset[str]:
    return frozenset(column("titles", "title"))


_ByLetters = Mapping[str, Mapping[str, set[str]]]


@cache
def _by_letters(words: frozenset[str]) -> _ByLetters:
    """The longer words by their letters without marks, those by the first of them."""
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for word in words:
        bare = without_marks(word)
        if len(bare) >= _SHORTEST_TERM and _THAI.fullmatch(word):
            found[bare[:_SHORTEST_TERM]][bare].add(word)
    return {first: dict(those) for first, those in found.items()}


def _has_other_marks(text: str, words: _ByLetters) -> bool:
    """Whether a word stands in the text with other marks than any of its letters has."""
    letters = [at for at, sign in enumerate(text) if sign not in _MARKS]
    bare, ends = without_marks(text), [*letters[1:], len(text)]
    place = 0
    while place < len(bare):
        those = words.get(bare[place : place + _SHORTEST_TERM])
        if those is None:  # as at most places
            place += 1
            continue
        word = max((one for one in those if bare.startswith(one, place)), key=len, default="")
        if word and text[letters[place] : ends[place + len(word) - 1]] not in those[word]:
            return True
        place += max(1, len(word))
    return False


def is_misread_word(text: str, elsewhere: str = "") -> bool:
    """Whether a part of the text falls apart into letters and small words that no dictionary knows,
    nor the rest of the paper (`elsewhere`), and one letter that looks alike would mend it.

    >>> is_misread_word("นายอำเภอ ทุภอำเภอ"), is_misread_word("นายอำเภอ ทุกอำเภอ")
    (True, False)
    """
    for part in text.split():
        unknown = unknown_letters(part, elsewhere)
        if not unknown or "." in part:
            continue  # abbreviations are in no dictionary
        broken = unknown + len(segment(part)) - _MENDED_BY
        if any(unknown_letters(like) + len(segment(like)) <= broken for like in _like(part)):
            return True
    return False


def _like(word: str) -> Iterator[str]:
    for place, letter in enumerate(word):
        for other in TAKEN_FOR.get(letter, ()):
            yield word[:place] + other + word[place + 1 :]
