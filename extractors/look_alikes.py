"""Whether a name or a word was probably misread: one letter that looks alike would make it known.

That a name or a word is in no list says nothing: most surnames are borne by one family alone, and
places are many. That it lacks one letter of one in a list, and one that readers of print take for
it, does. Names are those of the lists that PyThaiNLP brings.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.people import without_title
from extractors.segment import personal_names, segment, unknown_letters

# Letters that look alike in print that was copied: ซูช่วย for ชูช่วย, วิโลวรรณ for วิไลวรรณ
_ALIKE = ("ชซ", "กภถ", "บป", "ผฝ", "พฟ", "ฎฏ", "โใไ")
_MENDED_BY = 2  # letters and words by which the mended one is less broken
_TAKEN_FOR = {one: set(group) - {one} for group in _ALIKE for one in group}


def is_misread_name(name: str) -> bool:
    """Whether a word of the name is in no list, and one letter that looks alike would make it so.

    >>> is_misread_name("พ.ต.อ.สมคิด ซูช่วย"), is_misread_name("พ.ต.อ.สมคิด ชูช่วย")
    (True, False)
    """
    words = without_title(name).split()
    return any(
        word not in personal_names() and any(like in personal_names() for like in _like(word))
        for word in words
    )


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
        for other in _TAKEN_FOR.get(letter, ()):
            yield word[:place] + other + word[place + 1 :]
