"""A network that reads a whole letter, clause by clause, each with all that stands around it.

The network of clauses (`clause_net`) looks at five words and at five clauses at a time. This one
looks at seven words on either side within a paragraph, layer by layer (dilated convolutions, Bai,
Kolter and Koltun 2018), and carries what it made of each clause forth and back through the letter
(gated recurrent units, Cho et al. 2014): a request told twice, or together with the one before it,
is told by what came before. Besides the words' vectors it has some of its own for words that its
papers use often. Learnt by `python -m corpus.training.asking.letter_network`, in float16 in
`data/letter_net.npz`; of several, learnt alike from other beginnings, the mean counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from extractors.obligations.judge.clause_net import (
    HEADS,
    PLACES,
    Numbers,
    as_log_chances,
    in_pieces,
    layers_in,
    names_in,
    pool,
    presence,
    signs_in,
)
from extractors.text.word_vectors import UNKNOWN, Array, WordVectors, word_vectors

DILATIONS = (1, 2, 4)  # words to either side that a layer looks at
_DIRECTIONS = ("", "_reverse")
GAP = -1  # the number of the clause of a gap
_FILE = Path(__file__).parents[2] / "data" / "letter_net.npz"
_ALMOST_NOTHING = np.float32(1e-5)  # of a layer's norm, as in torch


@dataclass(frozen=True, slots=True)
class LetterNet:
    """Layers of several networks by name, their own words by number, and the signs that each head
    is told of a clause. `scale` makes the vectors' numbers of the size of 1."""

    layers: Sequence[Mapping[str, Array]]
    own: Mapping[str, int]
    signs: Mapping[str, Sequence[str]]
    vectors: WordVectors
    scale: float

    def read(
        self,
        words: Sequence[Sequence[str]],
        paragraphs: Sequence[int],
        signs: Sequence[Sequence[str]],
    ) -> tuple[Array, Array]:
        """Of each clause, given as its words, the number of its paragraph and its signs: the log
        odds that it begins a request, and the logarithms of the chances of each action."""
        if not words:
            return np.zeros(0, np.float32), np.zeros((0, 1), np.float32)
        seen, own, places = self.look_up(words, paragraphs)
        told = {head: presence(signs, self.signs[head]) for head in HEADS}
        found = [_forward(one, seen, own, places, told) for one in self.layers]
        begins, does = (np.mean([each[part] for each in found], axis=0) for part in (0, 1))
        return begins[:, 0], as_log_chances(does)

    def look_up(
        self, words: Sequence[Sequence[str]], paragraphs: Sequence[int]
    ) -> tuple[Array, Numbers, Numbers]:
        """What is seen of words, the number of each as the network's own, and where they stand:
        clause by clause, with a gap before each paragraph but the first."""
        rows = laid_out(words, paragraphs)
        numbers = self.vectors.of([word for word, _, _ in rows])
        own = np.array([self.own.get(word, 0) for word, _, _ in rows])
        places = np.eye(PLACES, dtype=np.float32)[[place for _, place, _ in rows]]
        clauses = np.array([clause for _, _, clause in rows])
        gaps = clauses == GAP
        unknown = (numbers == UNKNOWN) & ~gaps
        parts = (self.vectors.table[numbers] * self.scale, places, unknown[:, None], gaps[:, None])
        return np.hstack(parts, dtype=np.float32), own, clauses


def laid_out(
    words: Sequence[Sequence[str]], paragraphs: Sequence[int]
) -> list[tuple[str, int, int]]:
    """The words of clauses one after the other, each with its place in its clause and the number of
    that, and a gap before each paragraph but the first. A clause without words has an unknown one.
    """
    rows: list[tuple[str, int, int]] = []
    for clause, (said, paragraph) in enumerate(zip(words, paragraphs, strict=True)):
        if clause and paragraph != paragraphs[clause - 1]:
            rows.append(("", 0, GAP))
        rows += [(word, min(at, PLACES - 1), clause) for at, word in enumerate(said or ("",))]
    return rows


def _forward(
    layer: Mapping[str, Array],
    seen: Array,
    own: Numbers,
    clauses: Numbers,
    told: Mapping[str, Array],
) -> tuple[Array, Array]:
    rows = np.hstack([seen, layer["own.weight"][own]])
    rows = _bent(in_pieces(rows, layer["inp.weight"]) + layer["inp.bias"])
    for number, dilation in enumerate(DILATIONS):
        normal = _normal(rows, layer[f"norms.{number}.weight"], layer[f"norms.{number}.bias"])
        wide = np.pad(normal, ((dilation, dilation), (0, 0)))
        near = np.hstack([wide[: -2 * dilation], normal, wide[2 * dilation :]])
        weights, bias = layer[f"convs.{number}.weight"], layer[f"convs.{number}.bias"]
        rows = rows + _bent(in_pieces(near, weights) + bias)
    kept = clauses != GAP
    starts = np.flatnonzero(np.diff(clauses[kept], prepend=-1))
    pooled = pool(rows[kept], starts)
    into = {
        head: _bent(
            in_pieces(np.hstack([pooled, told[head]]), layer[f"cl.{head}.weight"])
            + layer[f"cl.{head}.bias"]
        )
        for head in HEADS
    }
    carried = _carried(layer, into)
    begins, does = (
        np.hstack([into[head], carried[head]]) @ layer[f"out.{head}.weight"]
        + layer[f"out.{head}.bias"]
        for head in HEADS
    )
    return begins, does


def _carried(layer: Mapping[str, Array], into: Mapping[str, Array]) -> dict[str, Array]:
    """What is carried forth and back from clause to clause; both ways of both heads at once."""
    ways = [(head, back) for head in HEADS for back in _DIRECTIONS]
    fed = np.stack(
        [
            (into[head][::-1] if back else into[head]) @ layer[f"gru.{head}.weight_ih_l0{back}"]
            + layer[f"gru.{head}.bias_ih_l0{back}"]
            for head, back in ways
        ]
    )
    weights = np.stack([layer[f"gru.{head}.weight_hh_l0{back}"] for head, back in ways])
    bias = np.stack([layer[f"gru.{head}.bias_hh_l0{back}"] for head, back in ways])
    width = weights.shape[1]
    held = np.zeros((len(ways), width), np.float32)
    steps = np.empty((len(ways), fed.shape[1], width), np.float32)
    for step in range(fed.shape[1]):
        now = np.matmul(held[:, None], weights)[:, 0] + bias
        gates = 1 / (1 + np.exp(-(fed[:, step, : 2 * width] + now[:, : 2 * width])))
        new: Array = np.tanh(fed[:, step, 2 * width :] + gates[:, :width] * now[:, 2 * width :])
        held = new + gates[:, width:] * (held - new)
        steps[:, step] = held
    return {
        head: np.hstack([steps[2 * number], steps[2 * number + 1][::-1]])
        for number, head in enumerate(HEADS)
    }


def _bent(rows: Array) -> Array:
    """The Gaussian error linear unit, by its tanh (Hendrycks and Gimpel 2016)."""
    bent: Array = np.tanh(rows * (0.7978846 + 0.035677408 * rows * rows))
    return rows * (0.5 + 0.5 * bent)


def _normal(rows: Array, weight: Array, bias: Array) -> Array:
    """Each row with mean 0 and spread 1, then by what was learnt (Ba, Kiros and Hinton 2016)."""
    held = rows - rows.mean(axis=1, keepdims=True)
    spread = np.sqrt((held * held).mean(axis=1, keepdims=True) + _ALMOST_NOTHING)
    normal: Array = held / spread * weight + bias
    return normal


@cache
def letter_net(file: Path = _FILE) -> LetterNet:
    """The networks that are shipped."""
    with np.load(file) as kept:
        own = {word: number for number, word in enumerate(names_in(kept, "own"), 1)}
        scale = float(kept["scale"])
        return LetterNet(layers_in(kept), own, signs_in(kept), word_vectors(), scale)
