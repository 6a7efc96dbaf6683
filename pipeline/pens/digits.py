"""Reading a handwritten or number-stamped row of digits, Thai or Arabic, with honest chances.

A small convolutional network looks along the row and says, for each pair of columns, which sign
stands there (connectionist temporal classification, Graves et al. 2006); a beam search adds up the
ways to read the same text. Recipe and figures: corpus/training/handwriting/.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.models import Candidate
from pipeline.pens.row_network import HEIGHT, WIDTH, step_chances
from pipeline.thai_digits import ARABIC, THAI

Grey = npt.NDArray[np.uint8]
Ink = npt.NDArray[np.float32]

SIGNS = "๐๑๒๓๔๕๖๗๘๙0123456789ว/.-"  # class 0 is the blank, these are 1, 2, ...

# Each network's say. The second learnt on from the first, on rows as real pens write them.
_NETWORKS = {"handwriting_later.onnx": 1.0, "handwriting_pens.onnx": 1.5}
_MARGIN = 4  # rows above and below the ink
_DENSEST = 0.12  # share of rows as inked as those through the middle of the bodies, or more
_TAIL_INK = 0.5  # of the ink of those: rows with less hold tails only
_TAIL_KEPT = 0.6  # heights of the bodies
_LONG_TAIL = 0.15  # share of the rows that is worth cutting off
_SIDE = 8  # columns of paper before and behind it
_SPECK = 0.0015  # share of the squared height of the ink; a full point is larger
TEMPERATURE = 1.2  # measured on rows of writers not trained on, by corpus/training/handwriting
# How likely a row is of the kind of digits that the print beside it uses; of the other; of both.
_AS_PRINT, _OTHER_KIND, _MIXED = 0.9, 0.07, 0.03
# What was meant where a sign was read, and how often, beyond what the network owns: the commonest
# mistakes in rows of the writers held out. A notch or a loop is soon lost under a long tail.
_MEANT = {
    "๔": (("๕", 0.05), ("๘", 0.03)),
    "๘": (("๕", 0.03),),
    "๙": (("๗", 0.04),),
    "๓": (("๗", 0.02),),
    "๗": (("๓", 0.02),),
}
_BEAM = 24
_LIKELY = 1e-4  # signs less likely than this at a column are not followed


def read_digits(
    picture: Grey, *, thai: bool | None = None, leave_out: str = "", most: int = 5
) -> tuple[Candidate, ...]:
    """Read a row cut out of a page, dark on light; best first, none if there is no ink.

    `thai` tells the kind of digits that the print beside it uses, which tells ๑ from 9;
    `leave_out` the signs that cannot stand there: a day has no ว, which pens write like ๑.
    """
    views = (prepare(picture), prepare(picture, whole=False))
    read = [
        (say, _by_kind(_columns(ink, network), thai, leave_out))
        for ink in views
        if ink is not None
        for network, say in _NETWORKS.items()
    ]
    return tuple(_with_doubles(believed_together(read))[:most])


def believed_together(read: Sequence[tuple[float, Sequence[Candidate]]]) -> list[Candidate]:
    """What several told of one row, likeliest first, each believed as much as it has say: networks
    of its views, readers."""
    chances: dict[str, float] = defaultdict(float)
    total = sum(say for say, _ in read)
    for say, view in read:
        for reading in view:
            chances[reading.text] += reading.chance * say / total
    return sorted((Candidate(*one) for one in chances.items()), key=lambda one: -one.chance)


def _with_doubles(readings: Sequence[Candidate]) -> list[Candidate]:
    """The readings, and those in which one sign is another that pens write much like it."""
    chances: dict[str, float] = defaultdict(float)
    for reading in readings:
        left = reading.chance
        for place, sign in enumerate(reading.text):
            for other, share in _MEANT.get(sign, ()):
                text = reading.text[:place] + other + reading.text[place + 1 :]
                chances[text] += share * reading.chance
                left -= share * reading.chance
        chances[reading.text] += left
    return sorted((Candidate(*one) for one in chances.items()), key=lambda one: -one.chance)


def _by_kind(
    chances: npt.NDArray[np.float64], thai: bool | None, leave_out: str
) -> list[Candidate]:
    """Readings weighed by their kind of digits: a hand hardly ever mixes the two in one number."""
    chances = _without(chances, leave_out)
    masses: dict[str, float] = {}
    for other_kind in (ARABIC, THAI, ""):
        allowed = chances.copy()
        allowed[:, _classes(other_kind)] = 0
        for reading in decode(allowed):
            masses[reading.text] = max(reading.chance, masses.get(reading.text, 0.0))
    weighed = {text: mass * _likelihood(text, thai) for text, mass in masses.items()}
    total = sum(weighed.values())
    readings = [Candidate(text, mass / total) for text, mass in weighed.items()]
    return sorted(readings, key=lambda reading: -reading.chance)


def _classes(signs: str) -> list[int]:
    return [SIGNS.index(sign) + 1 for sign in signs]


def _without(chances: npt.NDArray[np.float64], signs: str) -> npt.NDArray[np.float64]:
    """The chances if these signs cannot be: what else may stand in their places gains theirs."""
    kept = chances.copy()
    kept[:, _classes(signs)] = 0
    return np.asarray(kept / np.maximum(kept.sum(axis=1, keepdims=True), 1e-12))


def _likelihood(text: str, thai: bool | None) -> float:
    has_thai, has_arabic = (any(sign in kind for sign in text) for kind in (THAI, ARABIC))
    if has_thai and has_arabic:
        return _MIXED
    if thai is None or not (has_thai or has_arabic):
        return (_AS_PRINT + _OTHER_KIND) / 2
    return _AS_PRINT if has_thai == thai else _OTHER_KIND


def prepare(
    picture: Grey, *, whole: bool = True, size: tuple[int, int] = (HEIGHT, WIDTH)
) -> Ink | None:
    """Ink as 0..1, cut to its box and brought to `size`, rows and at most so many columns; None if
    there is no ink.

    Not `whole`: tails that rise high above the digits' bodies are cut short, so that the bodies
    are larger; None also if there are none such.
    """
    paper = float(np.percentile(picture, 90))
    threshold, _ = cv2.threshold(picture, 0, 255, cv2.THRESH_OTSU)
    mask = np.asarray(picture <= threshold, np.uint8)
    if paper - float(picture.min()) < 40 or not mask.any():
        return None
    dark = float(np.median(picture[mask > 0]))
    box = _ink_box(mask)
    if box is None or paper - dark < 20:
        return None
    left, top, right, bottom = box
    if not whole:
        short = _tail_end(mask[top:bottom, left:right])
        if short < _LONG_TAIL * (bottom - top):
            return None
        top += short
    cut = picture[top:bottom, left:right].astype(np.float32)
    ink = np.clip((paper - cut) / (paper - dark), 0, 1)
    high, wide = size
    scale = min((high - 2 * _MARGIN) / ink.shape[0], (wide - 2 * _SIDE) / ink.shape[1])
    fitted = (max(2, round(ink.shape[1] * scale)), max(2, round(ink.shape[0] * scale)))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    small = cv2.resize(ink, fitted, interpolation=way)
    above = (high - fitted[1]) // 2
    below = high - fitted[1] - above
    framed = cv2.copyMakeBorder(
        small, above, below, _SIDE, _SIDE, cv2.BORDER_CONSTANT, value=(0.0,)
    )
    return np.asarray(framed, np.float32)


def _tail_end(mask: Grey) -> int:
    """The row from which the ink is kept: a little above where most of the strokes begin."""
    inked = np.asarray(np.count_nonzero(mask, axis=1))
    usual = np.sort(inked)[-max(1, round(_DENSEST * len(inked)))]
    body = int(np.flatnonzero(inked >= _TAIL_INK * usual)[0])
    return int(max(0, body - _TAIL_KEPT * (len(inked) - body)))


def _ink_box(mask: Grey) -> tuple[int, int, int, int] | None:
    """The box of all shapes but specks."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    shapes = np.asarray(stats, dtype=np.intp)[1:]
    shapes = shapes[shapes[:, 4] >= _SPECK * shapes[:, 3].max() ** 2]
    if not len(shapes):
        return None
    left, top = shapes[:, 0].min(), shapes[:, 1].min()
    right, bottom = (shapes[:, 0] + shapes[:, 2]).max(), (shapes[:, 1] + shapes[:, 3]).max()
    return int(left), int(top), int(right), int(bottom)


def _columns(ink: Ink, network: str) -> npt.NDArray[np.float64]:
    return step_chances(network, len(SIGNS), ink, TEMPERATURE)


def decode(chances: npt.NDArray[np.float64]) -> list[Candidate]:
    """Prefix beam search over steps × classes; readings by their chance."""
    beam: dict[str, tuple[float, float]] = {"": (1.0, 0.0)}  # text: (ends in blank, in its sign)
    for step in chances:
        grown: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        likely = [int(i) for i in np.flatnonzero(step > _LIKELY) if i]
        for text, (blank, sign) in beam.items():
            grown[text][0] += (blank + sign) * step[0]
            for index in likely:
                letter = SIGNS[index - 1]
                if text.endswith(letter):
                    grown[text][1] += sign * step[index]
                    grown[text + letter][1] += blank * step[index]
                else:
                    grown[text + letter][1] += (blank + sign) * step[index]
        best = sorted(grown.items(), key=lambda item: -sum(item[1]))[:_BEAM]
        beam = {text: (blank, sign) for text, (blank, sign) in best}
    readings = [Candidate(text, float(sum(ends))) for text, ends in beam.items() if text]
    readings = [reading for reading in readings if reading.chance > 0]
    return sorted(readings, key=lambda candidate: -candidate.chance)
