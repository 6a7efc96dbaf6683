"""Numbers whose unit puts its letters before them: ช ๒๑๘ | ปลอ.๑๙๔ | ง ๒๗๑.

The network reads figures and ว only, and makes a figure of any other letter, or leaves it out where
it is print. Print's own reading of the same place tells the letters; it is believed where its
figures are the network's. Of a line in another ink it tells ว too, of which the network leaves out
one that stands apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipeline.models import Box, Candidate, Line, Stamp
from pipeline.pens.read_apart import single_lines
from pipeline.tesseract import read_strips
from pipeline.thai_digits import arabic

Grey = npt.NDArray[np.uint8]

# One letter that a pen wrote stands a space from its figures; letters with a dot are print's.
_LETTERED = re.compile(
    r"[^ก-ฮ\d๐-๙]*(?P<letters>[ก-ฮ](?=\s)|[ก-ฮ]{1,5}\.|[ก-ฮ](?:\.[ก-ฮ]){1,3}\.?)(?P<gap>\s?)"
    r"(?P<figures>[\d๐-๙]{2,6})\s*/?\s*"
)
_FIGURES = re.compile(r"[\d๐-๙]{2,6}")
_SUREST = 0.925  # of print that nothing disturbs, as in `readings`
_OF_PRINT = 0.6  # share of the chance of what is so surely read in ink
_AS_LETTER = 0.6  # share of a reading whose first figure print reads as a letter, a space before
_WIDTHS = (0.8, 1.0, 1.2, 1.4)  # at which a sign alone is read as print
_ALONE = re.compile(r"[^ก-ฮ\d๐-๙]*(?P<letter>[ก-ฮ])[^ก-ฮ\d๐-๙]*")
_IN_BRACKETS = re.compile(r"[/.\s]*[(|]?(?P<letters>[ก-ฮ]{1,2})[)|]\s*")
_AGREED, _LIKELY = 2, 0.7  # widths that must read one letter, one of them at least so surely


def with_letters(reading: str, as_print: str) -> list[tuple[str, float]]:
    """A network's reading, and with its share of the chance the letters that print reads there.

    `as_print` is what print's recogniser made of the place, with the stroke before or behind it.

    >>> with_letters("๑๙๔", "ปลอ.๑๙๔")
    [('ปลอ.๑๙๔', 1.0)]
    >>> with_letters("๘๒๑๘", "ช ๒๑๘")
    [('๘๒๑๘', 0.4), ('ช ๒๑๘', 0.6)]
    >>> with_letters("๙๓", "ด๓")
    [('๙๓', 1.0)]
    """
    found = _LETTERED.fullmatch(as_print)
    if found is None:
        return [(reading, 1.0)]
    figures, letters = found["figures"], f"{found['letters']}{found['gap']}"
    if not reading[:1].isdigit():
        return [(reading, 1.0)]  # the network, or its letter alone, told one already
    if arabic(reading) == arabic(figures):
        return [(letters + reading, 1.0)]
    if len(reading) == len(figures) + 1 and arabic(reading[1:]) == arabic(figures):
        return [(reading, 1 - _AS_LETTER), (letters + reading[1:], _AS_LETTER)]
    return [(reading, 1.0)]


def with_letter_alone(picture: Grey, read: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The readings of a sign that stands alone before a number's figures, and the letter that
    print's recogniser makes of it: ค ๑๑๖. Digits of one number seldom stand so far apart.

    `picture` is the sign, dark on white. Raises ToolMissing as `read_strips`.
    """
    if not read or len(read[0].text) != 1 or not read[0].text.isdigit():
        return tuple(read)
    told = read_strips([picture] * len(_WIDTHS), widths=_WIDTHS)
    letters = [(found["letter"], one) for one in told if (found := _ALONE.fullmatch(one.text))]
    votes = Counter(letter for letter, _ in letters).most_common(1)
    if not votes or votes[0][1] < _AGREED:
        return tuple(read)
    letter = votes[0][0]
    if max(one.confidence for own, one in letters if own == letter) < _LIKELY:
        return tuple(read)
    rest = (Candidate(one.text, one.chance * (1 - _AS_LETTER)) for one in read)
    return (Candidate("ว" if letter == "ว" else f"{letter} ", _AS_LETTER), *rest)


def weighed_by_ink(
    chances: dict[str, float], stamps: Sequence[Stamp], box: Box, printed: str = ""
) -> dict[str, float]:
    """A pen's readings and their chances, with the figures that print's recogniser surely read of
    the impression in which they stand: the first may touch print, and the pen's reader lose it.
    `printed` is what stands in print before them: the ว of a circular."""
    lines = [line for line in _impressions(stamps, box) if _FIGURES.fullmatch(line.text.strip())]
    if not lines or lines[0].confidence < _SUREST:
        return chances
    told = printed + lines[0].text.strip()
    first = max(chances, key=chances.__getitem__)
    if len(first) == len(told):  # print's reader counts figures well; a hand's shapes it knows less
        return chances
    same = next((one for one in chances if arabic(one) == arabic(told)), told)
    weighed = {one: (1 - _OF_PRINT) * chance for one, chance in chances.items()}
    weighed[same] = weighed.get(same, 0.0) + _OF_PRINT
    return weighed


def told_in_ink(stamps: Sequence[Stamp], box: Box) -> str:
    """What print's recogniser made of the impression of one line in which writing was found."""
    return next((one.text for one in _impressions(stamps, box)), "").strip()


def bracketed_in_ink(stamps: Sequence[Stamp], box: Box) -> tuple[Candidate, ...]:
    """Letters in brackets that a pen wrote before a number's figures, as print's reader tells them;
    none if it tells none: (อ) ๒๐๔๑. The network knows no bracket."""
    told = _IN_BRACKETS.fullmatch(told_in_ink(stamps, box))
    return (Candidate(f"({told['letters']}) ", 1.0),) if told else ()


def _impressions(stamps: Sequence[Stamp], box: Box) -> list[Line]:
    """The impressions of one line in which the box lies."""
    return [
        one
        for one in single_lines(stamps)
        if one.box.on_row_of(box) and one.box.holds_middle_of(box)
    ]
