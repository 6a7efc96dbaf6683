"""Named cleaning steps for recognised text: they repair how Thai is encoded, never what it says.

Each step is pure and small; digits, letters and the order of what is said are left alone. The
faults are those of recognisers and of text layers of PDF files (a space before a combining mark,
ำ in two pieces, a tone typed before its vowel).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

_TONE = "[่-๋]"
_ABOVE_OR_BELOW = "[ัิ-ฺ็์]"  # vowels and signs that stand over or under a consonant
_MARK = "[ัิ-ฺ็-๎]"
MARK = re.compile(_MARK)  # what stands over or under a letter


def _compose(text: str) -> str:
    """NFC: one way to write each character."""
    return unicodedata.normalize("NFC", text)


def _drop_invisible(text: str) -> str:
    """Zero-width spaces and joiners, soft hyphens and byte order marks go."""
    return re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", text)


def _plain_spaces(text: str) -> str:
    """No-break and other wide spaces become a space."""
    return re.sub("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", " ", text)


def _close_syllables(text: str) -> str:
    """ท ี่ → ที่, เ รื่อง → เรื่อง, จั ด → จัด: no space stands inside a syllable."""
    text = re.sub(rf"(?<=[ก-๎]) +(?={_MARK})", "", text)
    text = re.sub(r"(?<=[เ-ไ]) +(?=[ก-ฮ])", "", text)
    text = re.sub(rf"(ั{_TONE}?) +(?=[ก-ฮ])", r"\1", text)
    return re.sub(r"(?<=[ก-ฮ่-๋]) +(?=[ำ])|(?<=ํ) +(?=า)", "", text)


def _single_marks(text: str) -> str:
    """ที่่ → ที่: a mark is printed once."""
    return re.sub(rf"({_MARK})\1+", r"\1", text)


def _sara_am(text: str) -> str:
    """Nikhahit and sara aa become sara am, a tone standing before it: นํ้า, น้ํา, นำ้ → น้ำ."""
    text = re.sub(rf"ํ({_TONE}?)า", r"\1ำ", text)
    text = re.sub(rf"({_TONE})ํา", r"\1ำ", text)
    return re.sub(rf"ำ({_TONE})", r"\1ำ", text)


def _sara_ae(text: str) -> str:
    """เเ → แ."""
    return text.replace("เเ", "แ")


def _mark_order(text: str) -> str:
    """The vowel over or under a consonant comes before its tone: ท่ี → ที่."""
    return re.sub(rf"({_TONE})((?!์){_ABOVE_OR_BELOW})", r"\2\1", text)


STEPS: dict[str, Callable[[str], str]] = {
    "composed": _compose,
    "invisible characters dropped": _drop_invisible,
    "spaces made plain": _plain_spaces,
    "syllables closed": _close_syllables,
    "marks put in order": _mark_order,
    "doubled marks made single": _single_marks,
    "sara am composed": _sara_am,
    "sara ae composed": _sara_ae,
}


# The steps after which the page would look the same: another way to write what is drawn. The others
# take away a space or a mark that was read.
ENCODING = frozenset(STEPS) - {"syllables closed", "doubled marks made single"}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text, and the names of the steps that changed it."""

    text: str
    steps: tuple[str, ...]


@lru_cache(maxsize=1024)
def clean(text: str) -> Cleaned:
    """Run all steps; one pass may make room for another, so they run until nothing changes."""
    taken: dict[str, None] = {}
    while True:
        before = text
        for name, step in STEPS.items():
            after = step(text)
            if after != text:
                taken[name] = None
                text = after
        if text == before:
            return Cleaned(text, tuple(taken))


def normalise(text: str) -> str:
    """The cleaned text alone.

    >>> normalise("คําสั่ง ท ี่")
    'คำสั่ง ที่'
    """
    return clean(text).text
