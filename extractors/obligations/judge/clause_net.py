"""A small network that reads a letter's clauses by what their words are like (`word_vectors`).

The linear judge knows only words that papers have shown it; the network knows their neighbours. It
looks at five words at a time, makes of each clause the strongest, the first and the mean of what
it saw there, looks at that of five clauses at a time with a few of their signs, and says of each
whether it begins a request, and what it asks for. Learnt by `python -m corpus.training.asking`;
`data/clause_net.npz` holds a few networks, learnt alike from other beginnings: their mean counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from extractors.text.word_vectors import (
    UNKNOWN,
    Array,
    WordVectors,
    as_bytes,
    names_in,
    word_vectors,
)

Numbers = npt.NDArray[np.int64]
PLACES = 6  # of a word in its clause that are told apart: first, second, …, later
REACH = 2  # words, or clauses, on either side that are looked at
HEADS = ("begins", "does")
# Rows multiplied at once. OpenBLAS shares out a product of 262,144 numbers (rows × width × 64) and
# more to all cores, which then wait for each other: on a busy machine fifty times as long.
_ROWS = 8
_FILE = Path(__file__).parents[2] / "data" / "clause_net.npz"


@dataclass(frozen=True, slots=True)
class Net:
    """Layers of several networks by name, and the signs that each head is told of a clause."""

    layers: Sequence[Mapping[str, Array]]
    signs: Mapping[str, Sequence[str]]
    vectors: WordVectors

    def read(
        self, words: Sequence[Sequence[str]], signs: Sequence[Sequence[str]]
    ) -> tuple[Array, Array]:
        """Of each clause, given as its words and its signs: the log odds that it begins a request,
        and the logarithms of the chances of each action."""
        if not words:
            return np.zeros(0, np.float32), np.zeros((0, 1), np.float32)
        seen, starts = look_up(words, self.vectors)
        told = {head: presence(signs, self.signs[head]) for head in HEADS}
        near = windows(seen)
        found = [_forward(one, near, starts, told) for one in self.layers]
        begins, does = (np.mean([each[part] for each in found], axis=0) for part in (0, 1))
        return begins[:, 0], as_log_chances(does)


def look_up(words: Sequence[Sequence[str]], vectors: WordVectors) -> tuple[Array, Numbers]:
    """What the network sees of words: a vector each, its place in its clause, whether it is
    unknown; and where each clause starts."""
    clauses = [clause or ("",) for clause in words]
    numbers = vectors.of([word for clause in clauses for word in clause])
    places = [min(place, PLACES - 1) for clause in clauses for place in range(len(clause))]
    starts = np.cumsum([0, *map(len, clauses[:-1])])
    unknown = (numbers == UNKNOWN)[:, None]
    told = np.eye(PLACES, dtype=np.float32)[places]
    return np.hstack([vectors.table[numbers], told, unknown], dtype=np.float32), starts


def presence(signs: Sequence[Sequence[str]], names: Sequence[str]) -> Array:
    """A table of clauses × names: 1 where a clause has the sign."""
    held = [set(one) for one in signs]
    return np.array([[name in one for name in names] for one in held], dtype=np.float32)


def windows(rows: Array) -> Array:
    """Each row with those before and behind it, side by side; 0 beyond the ends."""
    wide = np.zeros((len(rows) + 2 * REACH, rows.shape[1]), rows.dtype)  # np.pad takes longer
    wide[REACH : REACH + len(rows)] = rows
    return np.hstack([wide[place : place + len(rows)] for place in range(2 * REACH + 1)])


def pool(rows: Array, starts: Numbers) -> Array:
    """Of the rows of each clause the greatest, the first and the mean numbers, side by side."""
    counts = np.diff([*starts, len(rows)]).astype(np.float32)[:, None]
    mean = np.add.reduceat(rows, starts) / counts
    return np.hstack([np.maximum.reduceat(rows, starts), rows[starts], mean])


def as_log_chances(scores: Array) -> Array:
    """Scores of classes, less the logarithm of the sum of their powers."""
    held = scores - scores.max(axis=1, keepdims=True)
    shares: Array = held - np.log(np.exp(held).sum(axis=1, keepdims=True))
    return shares


def _forward(
    layer: Mapping[str, Array], near: Array, starts: Numbers, told: Mapping[str, Array]
) -> tuple[Array, Array]:
    pooled = pool(np.maximum(_in_pieces(near, layer["words"]) + layer["words+"], 0), starts)
    begins, does = (_head(layer, head, np.hstack([pooled, told[head]])) for head in HEADS)
    return begins, does


def _in_pieces(rows: Array, weights: Array) -> Array:
    """The product, a few rows at a time."""
    return np.concatenate(
        [rows[place : place + _ROWS] @ weights for place in range(0, len(rows), _ROWS)]
    )


def _head(layer: Mapping[str, Array], head: str, clauses: Array) -> Array:
    own = np.maximum(_in_pieces(clauses, layer[f"{head}:own"]) + layer[f"{head}:own+"], 0)
    around = _in_pieces(windows(own), layer[f"{head}:around"]) + layer[f"{head}:around+"]
    around = np.maximum(around, 0)
    scores: Array = np.hstack([own, around]) @ layer[f"{head}:says"] + layer[f"{head}:says+"]
    return scores


def save(net: Net, file: Path = _FILE) -> None:
    """Writes the layers in half precision."""
    told = {f"signs:{head}": as_bytes(net.signs[head]) for head in HEADS}
    np.savez_compressed(file, **told, **_as_kept(net.layers))  # type: ignore[arg-type]


def _as_kept(layers: Sequence[Mapping[str, Array]]) -> dict[str, npt.NDArray[np.float16]]:
    """Layers of several networks as NUMBER:NAME, in half precision."""
    return {
        f"{number}:{name}": weights.astype(np.float16)
        for number, one in enumerate(layers)
        for name, weights in one.items()
    }


@cache
def clause_net(file: Path = _FILE) -> Net:
    """The networks that are shipped."""
    with np.load(file) as kept:
        signs = {head: names_in(kept, f"signs:{head}") for head in HEADS}
        return Net(_layers_in(kept), signs, word_vectors())


def _layers_in(kept: Mapping[str, npt.NDArray[Any]]) -> tuple[Mapping[str, Array], ...]:
    """Layers that were saved as NUMBER:NAME, of each network by name."""
    layers: dict[str, dict[str, Array]] = {}
    for name in kept:
        number, _, layer = name.partition(":")
        if number.isdigit():
            layers.setdefault(number, {})[layer] = kept[name].astype(np.float32)
    return tuple(layers.values())
