"""Posts that a stamp pressed under a signatory's name, read anew from all of the page's ink.

Where inks are parted by colour a dark stamp's letters come apart, and pieces of them stay among the
print: รักษ เราชการแทน, and าษช beside it. So the rows of such posts are read twice more, whole. Of
readings that are alike the one is taken that has fewest letters in no word, and of these fewest
words; what differs stays in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein

from pipeline.models import Change, Line, Page, Stamp
from pipeline.names.signed_rows import SignedRow
from pipeline.normalise import normalise
from pipeline.tesseract import ReadLine, read_strips
from pipeline.thai_words import known

Rgb = npt.NDArray[np.uint8]

_POST = re.compile(r"\W{0,3}[ก-๎][ก-๎ .,()/\w]{7,90}\W{0,3}")
_OPENS, _CLOSES = re.compile(r"^\W{0,3}[(\[{]"), re.compile(r"[)\]}]\W{0,3}$")
_UNSURE, _DOUBTED = (
    0.9,
    0.6,
)  # confidence of a row that is read again; of what is read anew, at most
_FARTHEST = 0.3  # share of its letters by which readings of one row differ
_STRANGE = 2  # letters in no word, for which one counts that is not Thai
_PIECE = 0.5  # of a row's width: a piece of it is no wider
_MOST = 6  # rows of a page
_WIDTHS = (1.0, 1.2)  # of the width that goes with the network's height
_ANEW = "pressed by a stamp; read anew from all of its ink"


def with_signed_posts(page: Page, picture: Rgb) -> Page:
    """The page with the posts of signatories' stamps as they read best.

    `picture` is the page in colour (height × width × 3), upright, not yet straightened. Raises
    ToolMissing as `read_strips`.
    """
    pressed = [line for stamp in page.stamps for line in below_a_name(stamp)]
    posts = [line for line in pressed if _POST.fullmatch(line.text)][:_MOST]
    if not posts:
        return page
    cuts = [SignedRow.around(line.box, page, picture, whole=True) for line in posts]
    pictures = [cut_.without_strokes()[0] for cut_ in cuts]
    read = read_strips([*pictures, *pictures], widths=[one for one in _WIDTHS for _ in posts])
    for place, line in enumerate(posts):
        page = _with_post(page, line, read[place :: len(posts)])
    return page


def below_a_name(stamp: Stamp) -> Iterator[Line]:
    """Lines of a stamp without brackets of their own under a name in brackets: posts, though they
    may begin as titles do."""
    named = [one for one in stamp.lines if _OPENS.search(one.text) or _CLOSES.search(one.text)]
    for line in stamp.lines:
        bare = not (_OPENS.search(line.text) or _CLOSES.search(line.text))
        if bare and any(one.box.bottom < line.box.middle for one in named):
            yield line


def _pieces(page: Page, line: Line) -> Iterator[Line]:
    """What was read of the row's ink among the print."""
    for one in (*page.lines, *page.marks):
        if line.box.holds_middle_of(one.box) and one.box.width < _PIECE * line.box.width:
            yield one


def unknown_letters(text: str) -> tuple[int, int]:
    """Letters in no dictionary, and the number of words: the fewer, the better a text is known.

    >>> unknown_letters("ผู้อำนวยการโรงพยาบาล") < unknown_letters("ผู้อำนวยการ รงพยาบาล")
    True
    """
    told = known(" ".join(re.findall(r"[ก-๎]+", text)))
    strange = len(re.findall(r"[^ก-๎\s.,()/]", text))
    return told.letters_unknown + _STRANGE * strange, told.words + told.pieces_unknown


def _with_post(page: Page, line: Line, read: Sequence[ReadLine]) -> Page:
    """The page with the post as it is best known, and without the pieces of its ink."""
    gone = list(_pieces(page, line))
    told = [(normalise(one.text).strip(), one.confidence) for one in read]
    near = [
        (unknown_letters(text), -sure, text)
        for text, sure in told
        if _POST.fullmatch(text)
        and Levenshtein.distance(text, line.text) <= _FARTHEST * len(line.text)
    ]
    if not near:
        return page
    first = () if gone else ((unknown_letters(line.text), -line.confidence, line.text),)
    text = min((*first, *near))[2]
    agreed = all(one == line.text for one, _ in told)
    change = Change(0, line.text, text, _ANEW, encoding=False, box=line.box)
    became = replace(
        line,
        text=text,
        words=() if text != line.text else line.words,
        confidence=line.confidence if agreed else min(line.confidence, _DOUBTED),
        changes=(change,) if text != line.text else line.changes,
    )

    def without(lines: Sequence[Line]) -> tuple[Line, ...]:
        return tuple(one for one in lines if all(one is not piece for piece in gone))

    return replace(
        page,
        lines=without(page.lines),
        marks=without(page.marks),
        stamps=tuple(
            replace(stamp, lines=tuple(became if one is line else one for one in stamp.lines))
            for stamp in page.stamps
        ),
    )
