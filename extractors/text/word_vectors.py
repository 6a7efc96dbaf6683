"""What words are like, in numbers: words that stand among the same words lie near each other.

`data/word_vectors.npz` is learnt from press texts of the Thai government by
`python -m corpus.training.asking.vectors`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
UNKNOWN = 0  # the number of every word that has no vector
_FILE = Path(__file__).parents[1] / "data" / "word_vectors.npz"


@dataclass(frozen=True, slots=True)
class WordVectors:
    """`table[numbers[word]]` is the vector of a word; `table[UNKNOWN]` is 0."""

    numbers: Mapping[str, int]
    table: Array  # words + 1 × width

    def of(self, words: Sequence[str]) -> npt.NDArray[np.int64]:
        """The numbers of words."""
        return np.array([self.numbers.get(word, UNKNOWN) for word in words], dtype=np.int64)

    def likeness(self, one: str, other: str) -> float:
        """How alike two words are used, -1..1; 0 if one of them is unknown."""
        a, b = self.table[self.of([one, other])]
        return float(a @ b / max(1e-9, float(np.linalg.norm(a) * np.linalg.norm(b))))


def save(words: Sequence[str], vectors: Array, file: Path = _FILE) -> None:
    """Writes vectors, rounded to a 127th of the greatest number in them."""
    step = float(np.abs(vectors).max()) / 127
    np.savez_compressed(
        file,
        words=as_bytes(words),
        vectors=np.rint(vectors / step).astype(np.int8),
        step=np.float32(step),
    )


@cache
def word_vectors(file: Path = _FILE) -> WordVectors:
    """The vectors that are shipped."""
    with np.load(file) as kept:
        words = names_in(kept, "words")
        table = kept["vectors"].astype(np.float32) * kept["step"]
    numbers = {word: number for number, word in enumerate(words, 1)}
    return WordVectors(numbers, np.vstack([np.zeros_like(table[:1]), table]))


def names_in(kept: Mapping[str, npt.NDArray[Any]], name: str) -> list[str]:
    """Words that were saved as the bytes of their lines."""
    return kept[name].tobytes().decode().split("\n")


def as_bytes(names: Iterable[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(names).encode(), dtype=np.uint8)
