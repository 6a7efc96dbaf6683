"""How well the shipped reader of letters reads fonts and writers that it was not trained on.

Days and numbers as pens write them whole, drawn from the fonts held out and the digits of the
writers held out; chances against how often they hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import numpy as np

from corpus.training.handwriting import glyphs, letter_rows, letter_texts
from corpus.training.handwriting.given import materials_parser
from corpus.training.handwriting.letter_rows import Writers
from pipeline.pens import row_forms
from pipeline.pens.letters import read_row
from pipeline.pens.row_grammar import Grammar
from pipeline.thai_digits import thai

_BINS = (0.0, 0.3, 0.5, 0.8, 0.95, 1.001)
_THAI = 0.75  # share of rows in Thai digits
_WORDS = re.compile(r"วันที่|เดือน|พ\.ศ\.|[ .]")  # what two readings of one day may differ in
Grammars = Callable[[str], Grammar]


def main() -> None:
    parser = materials_parser(__doc__)
    parser.add_argument("--rows", type=int, default=160)
    given = parser.parse_args()
    strangers = glyphs.load(given.drawings, given.mnist, [], held_out=True)
    writers = Writers(letter_rows.find(letter_rows.HELD_OUT, given.fonts), [], strangers)
    for name, whole, text_of, grammars in (
        ("days", r"(วันที่ )?\d.*\d", letter_texts.day, row_forms.day),
        ("numbers", r"[ก-ฮ].*\d", letter_texts.number, row_forms.number),
    ):
        rng = np.random.default_rng(77)
        texts: list[str] = []
        while len(texts) < given.rows:
            text = text_of(rng)
            text = thai(text) if rng.random() < _THAI else text
            if re.fullmatch(whole, text) and _is_whole(text, grammars):
                texts.append(text)
        _tell(name, texts, writers, rng, grammars)


def _tell(
    name: str, texts: list[str], writers: Writers, rng: np.random.Generator, grammars: Grammars
) -> None:
    right, among, said = 0, 0, []
    for text in texts:
        row = letter_rows.compose(writers, rng, text)
        read = read_row(row.picture, [grammars(digits) for digits in row_forms.KINDS])
        told = [_plain(one.text) for one in read.candidates] if read else []
        right += told[:1] == [_plain(text)]
        among += _plain(text) in told[:3]
        if read:
            said.append((read.candidates[0].chance, told[0] == _plain(text)))
    first, three = right / len(texts), among / len(texts)
    print(f"{name}: {len(texts)}, right {first:.1%}, among the first three {three:.1%}")
    for low, high in pairwise(_BINS):
        held = [one for chance, one in said if low <= chance < high]
        if held:
            print(f"  said {low:.2f} to {high:.2f}: {len(held)} rows, held {np.mean(held):.2f}")


def _is_whole(text: str, grammars: Grammars) -> bool:
    own = [grammars(digits) for digits in row_forms.KINDS]
    return any(one.is_whole(one.after_all(text.replace(" ", ""))) for one in own)


def _plain(text: str) -> str:
    return _WORDS.sub("", text)


if __name__ == "__main__":
    main()
