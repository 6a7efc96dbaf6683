"""Numbers that a pen wrote whole, letters and figures: ที่ ศธ ๐๗๐๗๘.๐๕/๔๘ in another ink, or in
black, where print's recogniser doubts a figure of the code.

Print's recogniser tells the letters, the points and the stroke of such a number, the pen's reader
its figures: of eight hands print's made ๙ of ๘ and of ๔, which the pen's told apart. The figures of
both are laid side by side; what the pen's reader makes of the letters falls away.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import product, zip_longest

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein

from pipeline.models import Box, Candidate, Line, Page, Word, Writing, mean_confidence
from pipeline.pens.header_lines import HEAD, SURE
from pipeline.pens.readings import read_between
from pipeline.straight_cut import StraightCut
from pipeline.tesseract import ReadWord
from pipeline.word_places import word_places

Rgb = npt.NDArray[np.uint8]

# Its letters, the figures of its code with points and brackets, the stroke, the running number
_WHOLE = re.compile(
    r"(?P<letters>(?:.*[ก-ฮ)|]\.?\s*)?)(?P<code>[\d๐-๙][\d๐-๙.]*(?:\([\d๐-๙]{1,3}\))?)\s?/\s?"
    r"(?P<circular>ว\s?\.?\s?)?(?P<running>[\d๐-๙]{1,7})"
)
_SHORT = re.compile(
    r"(?P<letters>[ก-ฮ]{1,5}(?:\.\s?|\s))(?P<running>[\d๐-๙]{2,5})"
)  # กบ.๕๔๗ | ง ๒๗๑
_YEAR = re.compile(r"[2๒][5๕][\d๐-๙]{2}")
_LABELLED = re.compile(r"\s*(?:เลข)?ที่\s*")
_DOUBTED, _DOUBTED_SHORT, _DOUBT = 0.5, 0.75, ("not read surely",)
_LEFT, _RIGHT = 0.1, 0.2  # heights of the impression around it, in which a stroke of it may end
_MOST, _KEPT = 24, 5  # readings laid beside print's, and kept
_LEAST_CODE = 4  # figures
_LEAST = 0.25  # of all chances, that must fall to readings of its form
_LIKELIEST = 0.001


def with_whole_numbers(page: Page, picture: Rgb) -> Page:
    """The page with the figures of such numbers as the pen's reader reads them.

    `picture` is the page in colour (height × width × 3), upright, not yet straightened.
    """
    lines = tuple(
        _told(_as_written(line), page, picture) if line.box.top < HEAD else line
        for line in page.lines
    )
    return replace(page, lines=lines)


def _as_written(line: Line) -> Line:
    """A line with its number as one that a pen wrote, where a figure of its code is in doubt."""
    labelled = None if line.written else _LABELLED.match(line.text)
    if labelled is None:
        return line
    short = _SHORT.fullmatch(line.text, labelled.end())
    form = short or _WHOLE.fullmatch(line.text, labelled.end())
    if form is None:
        return line
    first = form.end("running") if short else form.end("code")  # what is looked at for doubt
    places = word_places(line)
    start, end = labelled.end(), len(line.text)
    own = [word for first, _, word in places if first >= start]
    code = [word for begin, last, word in places if begin < first and last > start]
    figures = [word.confidence for word in code if re.search(r"\d", word.text)]
    least = _DOUBTED_SHORT if short else SURE if _lacks_letters(form) else _DOUBTED
    if min(figures, default=1.0) >= least:
        return line
    box, sure = Box.around([word.box for word in own]), mean_confidence(own)
    said = Writing(box, (Candidate(form.group(), round(sure, 4)),), _DOUBT, form.group())
    words = (
        *(word for first, _, word in places if first < start),
        Word(line.text[start:end], box, sure),
    )
    return replace(line, words=words, written=(said,))


def _lacks_letters(form: re.Match[str]) -> bool:
    """Whether the letters of a code were not read, and it is none of the police: ๐๓๓๙.๕/ว ๘๗."""
    figures = re.sub(r"\D", "", form["code"])
    return not form["letters"] and len(figures) >= _LEAST_CODE and not re.match("[0๐]{2}", figures)


def _told(line: Line, page: Page, picture: Rgb) -> Line:
    for writing in line.written:
        printed = writing.candidates[0].text
        if not (_WHOLE.fullmatch(printed) or _SHORT.fullmatch(printed)):
            continue
        at = next((one for one in word_places(line) if one[2].box == writing.box), None)
        if at is None or line.text[at[0] : at[1]] != printed:
            continue
        seen = StraightCut.around(line.box, page, picture)
        box = seen.pixels(writing.box)
        high = box[3] - box[1]
        room = (box[0] - _LEFT * high, box[2] + _RIGHT * high)
        word = ReadWord(re.sub(r"\D", "", printed), box, 1.0)  # its kind of figures
        read = read_between(seen.picture, box, [word], room, most=_MOST)
        chances = _laid_beside(printed, read.candidates if read else ())
        if chances:
            return _with(line, at, writing, chances)
    return line


def _laid_beside(printed: str, read: tuple[Candidate, ...]) -> list[Candidate]:
    """The number with the figures of each reading, likeliest first; none if hardly any has its
    form."""
    chances: dict[str, float] = defaultdict(float)
    for one in read:
        if (text := with_figures(printed, one.text)) is not None:
            chances[text] += one.chance
    total = sum(chances.values())
    if total < _LEAST:
        return []
    best = sorted(chances.items(), key=lambda item: -item[1])[:_KEPT]
    told = [Candidate(text, round(chance / total, 4)) for text, chance in best]
    return [one for one in told if one.chance >= _LIKELIEST]


def with_figures(printed: str, read: str) -> str | None:
    """A number as print's recogniser told it, with the figures of a pen's reading; None if the
    reading shows no stroke and no ว between two numbers.

    >>> with_figures("อว ๐๖๙๔.๐๓/ ๓๙", "๑๖๐๖๘๔.๐๓ว๓๔")
    'อว ๐๖๘๔.๐๓/ว ๓๔'
    >>> with_figures("พร ๐๓๓/๓๕๙", "9๗๐๔๓๓/๓๔๘")
    'พร ๐๔๓๓/๓๔๘'
    """
    if short := _SHORT.fullmatch(printed):
        told = re.search(rf"\d{{{len(short['running'])}}}$", read)
        return f"{short['letters']}{told.group()}" if told else None
    form = _WHOLE.fullmatch(printed)
    before, stroke, running = read.rpartition("/")
    if not stroke:
        before, stroke, running = read.rpartition("ว")
        running = f"ว{running}"
    if form is None or not stroke or re.fullmatch(r"ว?\d{1,7}", running) is None:
        return None
    if _YEAR.fullmatch(form["running"]) and not _YEAR.fullmatch(running):
        return None  # an order's
    circular = "ว " if running.startswith("ว") or form["circular"] else ""
    code = _with_points(form["code"], before) or _figures_of(
        form["code"], re.sub(r"\D", "", before)
    )
    if _YEAR.fullmatch(running) and not form["letters"] and re.fullmatch(r"\d{1,5}", before):
        code = before  # an order's own number: print's reader may have lost a figure of it
    return f"{form['letters']}{code}/{circular}{running.removeprefix('ว')}"


def _with_points(code: str, before: str) -> str | None:
    """A code as a pen's reader tells it, where print's lost its point, or a figure behind that:
    ๐๔๘๔๕๓ for ๐๔๘๔.๕๓, ๐๙๓๗.๐ for ๐๙๓๗.๐๘."""
    printed = [len(part) for part in re.split(r"\D", code)]
    for first in (_LEAST_CODE, _LEAST_CODE + 1):
        told = re.search(rf"\d{{{first}}}(?:\.\d{{1,3}})+$", before)
        parts = [len(part) for part in told.group().split(".")] if told else []
        if told and len(printed) == 1 and sum(parts) == printed[0]:
            return told.group()
        if told and parts[:-1] == printed[:-1] and parts[-1] == printed[-1] + 1:
            return told.group()
    return None


def _figures_of(code: str, read: str) -> str:
    """A code with the figures of a reading in their places: the last ones, nearest to print's. What
    is more before them was made of the letters, what is more at a point of the point; the first
    part of a code has four figures at least, of which print's recogniser may have lost one."""
    parts = [len(part) for part in re.findall(r"\d+", code)]
    printed = re.sub(r"\D", "", code)
    told = []
    for first in {parts[0], max(parts[0], _LEAST_CODE)}:
        lengths = [first, *parts[1:]]
        gaps = len(parts) if code.endswith(")") else len(parts) - 1  # a bracket is read as a figure
        for joints in product(("", r"\d"), repeat=gaps):
            pieces = zip_longest((rf"(\d{{{length}}})" for length in lengths), joints, fillvalue="")
            if found := re.search("".join(map("".join, pieces)) + "$", read):
                told.append(found.groups())
    if not told:
        return code

    def unlikeness(one: tuple[str, ...]) -> int:
        lost = parts[0] < _LEAST_CODE == len(one[0]) and one[0][0] in "๐0"  # ๔๘๔. for ๐๔๘๔.
        return Levenshtein.distance("".join(one), printed) - 2 * lost

    best = min(told, key=lambda one: (unlikeness(one), -len(one[0])))
    figures = iter(best)
    return re.sub(r"\d+", lambda _: next(figures), code)


def _with(line: Line, at: tuple[int, int, Word], writing: Writing, read: list[Candidate]) -> Line:
    start, end, word = at
    text = read[0].text
    said = replace(writing, candidates=tuple(read))
    return replace(
        line,
        text=line.text[:start] + text + line.text[end:],
        words=tuple(replace(one, text=text) if one is word else one for one in line.words),
        written=tuple(said if one is writing else one for one in line.written),
    )
