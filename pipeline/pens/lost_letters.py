"""Letters that a pen wrote before a number and that were not read: ที่ ๐๐๓๓.๓๐๕/ว ๓๕ for ที่ นฐ ๐๐๓๓...

Print's recogniser and the reader of digits tell the figures of such a number better; the reader of
letters tells what stands before them. Offices whose numbers have no letters keep theirs.
"""

from __future__ import annotations

import re
from collections import defaultdict

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein

from pipeline.models import Box, Candidate, Line, Page, Writing
from pipeline.pens import row_forms
from pipeline.pens.filled_behind import filled_behind, in_place_of
from pipeline.pens.header_lines import HEAD, SURE
from pipeline.pens.lettered_heads import ink_of
from pipeline.pens.lettered_places import LetteredPlace
from pipeline.pens.letters import read_row
from pipeline.thai_digits import arabic
from pipeline.word_places import word_places

Rgb = npt.NDArray[np.uint8]

_BARE = re.compile(
    r"(?P<label>\W*ที่\s*)(?P<number>[\d๐-๙]{4,5}(?:\.[\d๐-๙]{1,3})*/\s?(?:ว\s?)?[\d๐-๙]{1,6})\s*"
)
_LED = re.compile(r"(?P<letters>[ก-ฮ]{1,4}) (?P<number>.+)")
_FITS = -1.0  # see `letters`
_LIKELY = 0.5  # chance of the letters under which none are told
_OTHER = 3  # figures in which the two readings may differ
_WHY = ("not read surely", "written in letters")


def with_lost_letters(page: Page, picture: Rgb) -> Page:
    """The page with such letters in its numbers, as written.

    `picture` is the page in colour (height × width × 3), upright, not yet straightened.
    """
    for line in page.lines:
        bare = _BARE.fullmatch(line.text) if line.box.bottom < HEAD else None
        if bare and (line.written or line.confidence < SURE):
            page = _with_letters(page, line, bare, picture)
    return page


def _with_letters(page: Page, line: Line, bare: re.Match[str], picture: Rgb) -> Page:
    label = [word for _, last, word in word_places(line) if last <= bare.end("label")]
    if not label:
        return page
    left = max(word.box.right for word in label)
    place = LetteredPlace(line, bare.end("label"), "", left, line.box.right + 0.005, False)
    found = ink_of(page, place, picture)
    if found is None:
        return page
    grammars = [row_forms.number(digits) for digits in row_forms.KINDS]
    read = read_row(found[0], grammars, row_forms.spaced_number)
    if read is None or read.fit < _FITS:
        return page
    shares: dict[str, float] = defaultdict(float)
    for one in read.candidates:
        led = _LED.fullmatch(one.text)
        if led and _differ(led["number"], bare["number"]) <= _OTHER:
            shares[led["letters"]] += one.chance
    if sum(shares.values()) < _LIKELY:
        return page
    return _led(page, place, bare["number"], dict(shares), found[1])


def _differ(one: str, other: str) -> int:
    return Levenshtein.distance(arabic(one).replace(" ", ""), arabic(other).replace(" ", ""))


def _led(page: Page, place: LetteredPlace, number: str, shares: dict[str, float], box: Box) -> Page:
    line = place.line
    numbers = line.written[0].candidates if line.written else (Candidate(number, line.confidence),)
    chances: dict[str, float] = defaultdict(float)
    for letters, share in shares.items():
        for one in numbers:
            chances[f"{letters} {one.text}"] += share * one.chance
    best = sorted(chances.items(), key=lambda item: -item[1])[:8]
    told = tuple(Candidate(text, round(chance, 4)) for text, chance in best)
    said = Writing(box, told, _WHY, number)
    return in_place_of(page, line, filled_behind(line, place.kept, said))
