"""Reading a row of letters and digits that a pen wrote whole: a day with its month, a number with
the code of its office.

A network like that of `digits` tells for each pair of columns which sign stands there; a beam
search that keeps to a grammar (`row_forms`) adds up the ways to read the same text. How well the
row fits the grammar is told by what it would be read as without one. Recipe and figures:
corpus/training/handwriting/.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.models import Candidate
from pipeline.pens.digits import prepare
from pipeline.pens.row_grammar import Grammar
from pipeline.pens.row_network import step_chances

Grey = npt.NDArray[np.uint8]
Chances = npt.NDArray[np.float64]

CONSONANTS = "".join(chr(code) for code in range(0x0E01, 0x0E2F))
SIGNS = "๐๑๒๓๔๕๖๗๘๙0123456789/.-()" + CONSONANTS + "ัาิีืุเ่์"  # class 0 is the blank
HEIGHT, WIDTH = 56, 512
TEMPERATURE = (
    1.5  # of fonts and writers held out the least surprise, by corpus/training/handwriting
)
_NETWORK = "handwriting_letters.onnx"
_BEAM = 24
_FLOOR = 2e-4  # chance that any sign of a grammar has at least
_LIKELY = 2e-3  # what is less likely at a column is not followed,
_FEW = 12  # unless the grammar allows no more signs than these: the letters of months
_MOST = 8
_BELIEVED = 3.0  # what fits by so much worse is e times less believed
_CLASS = {sign: index for index, sign in enumerate(SIGNS, 1)}


@dataclass(frozen=True, slots=True)
class Read:
    """The readings that keep to the grammar, and how well they fit: the mean, over their signs, of
    the logarithm of how much likelier the row is read as anything; 0 is as well as can be."""

    candidates: tuple[Candidate, ...]
    fit: float


def read_row(
    picture: Grey, grammars: Sequence[Grammar], spaced: Callable[[str], str] = str
) -> Read | None:
    """Read a row cut out of a page, dark on light, as each of the grammars allows; None if there is
    no ink, or nothing that they allow. `spaced` puts spaces into a reading."""
    ink = prepare(picture, size=(HEIGHT, WIDTH))
    if ink is None:
        return None
    chances = step_chances(_NETWORK, len(SIGNS), ink, TEMPERATURE, (HEIGHT, WIDTH))
    found: dict[str, float] = defaultdict(float)
    for grammar in grammars:
        for text, chance in decode(chances, grammar).items():
            found[text] += chance
    if not found:
        return None
    best = max(found, key=found.__getitem__)
    freely = float(np.log(np.maximum(chances.max(axis=1), 1e-12)).sum())
    fit = (float(np.log(max(found[best], 1e-300))) - freely) / len(best)
    told: dict[str, float] = defaultdict(float)
    total = sum(found.values())
    for text, chance in found.items():
        told[spaced(text)] += chance / total
    believed = math.exp(min(0.0, fit) / _BELIEVED)
    ranked = sorted(told.items(), key=lambda one: -one[1])[:_MOST]
    return Read(tuple(Candidate(text, believed * chance) for text, chance in ranked), fit)


def decode(chances: Chances, grammar: Grammar) -> dict[str, float]:
    """Prefix beam search over steps × classes, as `digits.decode`, within a grammar: the chance of
    each whole text."""
    floored = np.maximum(chances, _FLOOR)
    steps = floored / floored.sum(axis=1, keepdims=True)
    beam = {"": (1.0, 0.0)}  # text: (ends in blank, in its sign)
    states = {"": grammar.start}
    scale = 0.0
    for step in steps.tolist():
        grown: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        likely = {sign for sign, chance in zip(SIGNS, step[1:], strict=True) if chance > _LIKELY}
        for text, (blank, sign) in beam.items():
            both = blank + sign
            own = grown[text]
            own[0] += both * step[0]
            if text:
                own[1] += sign * step[_CLASS[text[-1]]]
            allowed = grammar.signs(states[text])
            for letter in allowed if len(allowed) <= _FEW else likely & allowed:
                longer = text + letter
                if longer not in states:
                    states[longer] = grammar.after(states[text], letter)
                before = blank if text.endswith(letter) else both
                grown[longer][1] += before * step[_CLASS[letter]]
        best = sorted(grown.items(), key=lambda item: -sum(item[1]))[:_BEAM]
        total = sum(best[0][1])
        scale += math.log(total)
        beam = {text: (blank / total, sign / total) for text, (blank, sign) in best}
    whole = {text: sum(ends) for text, ends in beam.items() if grammar.is_whole(states[text])}
    return {text: chance * math.exp(scale) for text, chance in whole.items()}
