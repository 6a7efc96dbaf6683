"""Words with which a post under a signature ends or goes on, in a row that strokes cost letters.

Whoever signs for another says so in one of few formulas, and the grades of officials are as few.
In a row that is in doubt anyway a word like one of them alone, but for a letter in four, is it.
"""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

_WORDS = (
    "รักษาราชการแทน",
    "ปฏิบัติราชการแทน",
    "ปฏิบัติหน้าที่",
    "ชำนาญการพิเศษ",
    "ชำนาญการ",
    "ชำนาญงาน",
    "ปฏิบัติการ",
    "ปฏิบัติงาน",
    "ผู้อำนวยการ",
)
_SLIPS = 4  # letters for each that may be wrong
_ALIKE = 2  # letters more or less that words have between which one cannot tell
_LONGER = 2  # letters that a stroke may add to a word


def with_post_words(text: str) -> str:
    """The row with what is nearly a post's word as that word.

    >>> with_post_words("นักวิชาการศึกษาชำน เญการ ปฏิบัติรา-การแทน")
    'นักวิชาการศึกษาชำนาญการ ปฏิบัติราชการแทน'
    >>> with_post_words("(นายชำนาญ ปฏิการ)")
    '(นายชำนาญ ปฏิการ)'
    """
    done = 0
    while found := _nearest(text, done):
        start, end, word = found
        text = text[:start] + word + text[end:]
        done = start + len(word)
    return text


def _nearest(text: str, since: int) -> tuple[int, int, str] | None:
    """The first place from `since` on that is nearly a word of a post, and which; words that stand
    there as they are count, too."""
    for start in range(since, len(text)):
        near: list[tuple[int, int, int, str]] = []
        for word in _WORDS:
            most = len(word) // _SLIPS
            for end in range(start + len(word) - most, start + len(word) + _LONGER + 1):
                read = text[start:end]
                if end > len(text) or read[0] != word[0] or read[-1] != word[-1]:
                    continue
                slips = Levenshtein.distance(read, word, score_cutoff=most)
                if slips <= most:
                    near.append((slips, -len(word), end, word))
        if not near:
            continue
        slips, _, end, word = min(near)
        longer = [one for one in near if one[3].startswith(word) and one[3] != word]
        if longer:
            slips, _, end, word = min(longer)
        others = (one for one in near if one[3] != word and one[0] <= slips + 1)
        if slips == 0 or not any(abs(len(one[3]) - len(word)) <= _ALIKE for one in others):
            return start, end, word
    return None
