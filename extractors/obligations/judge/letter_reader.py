"""A language model that reads a whole letter, clause by clause, for what it asks.

The linear judge knows words, the networks of clauses what words are like; neither has read more
than a few million words of official Thai. This one begins with the first layers of a model that has
read the web in a hundred languages (multilingual-e5-small, Wang and others 2024), and was taught on
to tell requests: it looks at all words of a letter at once, makes of each clause the strongest, the
first and the mean of what it saw there, and carries that forth and back from clause to clause, so
that a request told twice is told by what came before. Learnt by
`python -m corpus.training.asking.learn_letters`; run by ONNX Runtime, in whole numbers of eight
bits, on one core.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from onnxruntime import InferenceSession, SessionOptions
from sentencepiece import SentencePieceProcessor

from extractors.obligations.judge.clause_net import HEADS, Numbers, as_log_chances, presence
from extractors.text.word_vectors import Array

_DATA = Path(__file__).parents[2] / "data"
PIECES = _DATA / "letter_pieces.model"
NETWORK = _DATA / "letter_reader.onnx"
GAP = -1  # the number of the clause of what parts paragraphs
_SPACES = re.compile(r" {2,}")
# Learnt papers make it surer than it is right to be: on bodies that it had not seen, its odds were
# likeliest with their logarithms divided by this.
_TOO_SURE = 1.5
PLACES = 510  # in a row; the next begins anew


@dataclass(frozen=True, slots=True)
class LetterReader:
    """`signs` are those that each head is told of a clause."""

    network: InferenceSession
    pieces: SentencePieceProcessor
    signs: Mapping[str, Sequence[str]]

    def read(
        self, texts: Sequence[str], paragraphs: Sequence[int], signs: Sequence[Sequence[str]]
    ) -> tuple[Array, Array]:
        """Of each clause, given as its text, the number of its paragraph and its signs: the log
        odds that it begins a request, and the logarithms of the chances of each action."""
        if not texts:
            return np.zeros(0, np.float32), np.zeros((0, 1), np.float32)
        pieces, clauses = laid_out(texts, paragraphs, self.pieces)
        told = {head: presence(signs, self.signs[head]) for head in HEADS}
        begins, does = self.network.run(
            ("log_odds", "scores"), {"pieces": pieces, "clauses": clauses, **told}
        )
        return begins / _TOO_SURE, as_log_chances(does / _TOO_SURE)


def laid_out(
    texts: Sequence[str], paragraphs: Sequence[int], pieces: SentencePieceProcessor
) -> tuple[Numbers, Numbers]:
    """The pieces of clauses one after the other, and of each the number of its clause; a sign of
    the end before each paragraph but the first."""
    row, clauses = [pieces.bos_id()], [GAP]
    for clause, text in enumerate(texts):
        if clause and paragraphs[clause] != paragraphs[clause - 1]:
            row.append(pieces.eos_id())
            clauses.append(GAP)
        cut = pieces.encode(as_spelt(text)) or [pieces.unk_id()]
        row += cut
        clauses += [clause] * len(cut)
    return np.array(row), np.array(clauses)


def as_spelt(text: str) -> str:
    """A text as the language model has learnt to spell: ำ as two letters, one space at a time."""
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text)).lstrip(" ")


@cache
def letter_reader() -> LetterReader:
    """The one that is shipped."""
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors alone
    network = InferenceSession(NETWORK, options, providers=["CPUExecutionProvider"])
    told = network.get_modelmeta().custom_metadata_map
    signs = {head: told[head].split("\n") for head in HEADS}
    return LetterReader(network, SentencePieceProcessor(model_file=str(PIECES)), signs)
