"""Learns what words are like: `python -m corpus.training.asking.vectors FOLDER`.

FOLDER holds texts, a file each, such as those of github.com/PyThaiNLP/thaigov-v2-corpus (press
texts of the Thai government; `git archive HEAD data | tar -x -C FOLDER`). They are cut into words
as clauses are, what stands within three words of each word is counted, on the left and on the
right apart, and the table of how much oftener than by chance (positive pointwise mutual
information, Levy and Goldberg 2014) is brought down to 64 numbers a word. Ten minutes of one core
for the cutting, which is kept in work/, two for the rest.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.training.asking.first_sight import FOLDERS, WORK, papers_of
from extractors.obligations.judge.clause_signs import words_of
from extractors.text.word_vectors import Array, save

KEPT = WORK / "words.txt"
_FILES = 43_000  # of them drawn by lot, with a seed
_SHORTEST, _LONGEST = 40, 3000  # letters of a line
_LEAST = 15  # times that a word stands somewhere
_AROUND = 6000  # words that are counted where they stand beside others
_REACH = 3  # words on either side; one n words away counts 1/n
_WIDTH, _MORE, _ROUNDS = 64, 20, 4  # numbers a word; of the search for them
_OWN = 5  # how much oftener the papers' own words count
_AT_ONCE = 4_000_000
Numbers = npt.NDArray[np.int64]


def lines_of(folder: Path) -> Iterator[str]:
    """The lines of text, each once, without a file's heading and its source."""
    files = sorted(folder.rglob("*.txt"))
    random.Random(1).shuffle(files)
    known: set[str] = set()
    for file in files[:_FILES]:
        for row in file.read_text("utf-8", errors="ignore").splitlines()[1:]:
            line = row.strip()[:_LONGEST]
            told = len(line) >= _SHORTEST and not line.startswith("ที่มา") and "http" not in line
            if told and line not in known:
                known.add(line)
                yield line


def cut(folder: Path, kept: Path = KEPT) -> Path:
    """The words of the texts of a folder, a line each, a space between; kept for the next time."""
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with kept.open("w", encoding="utf-8") as file:
            file.writelines(" ".join(words_of(line)) + "\n" for line in lines_of(folder))
    return kept


def learn_vectors(lines: Sequence[str], least: int = _LEAST) -> tuple[list[str], Array]:
    """From lines of words, a space between: those that are frequent enough, the most frequent
    first, and a vector of each: their mean is 0, each 3 long."""
    counted: Counter[str] = Counter()
    for line in lines:
        counted.update(line.split())
    words = [word for word, count in counted.most_common() if count >= least]
    number = {word: place for place, word in enumerate(words, 1)}  # 0: another word, or a gap
    around = min(_AROUND, len(words) + 1)
    table = np.zeros((len(words) + 1) * 2 * around, dtype=np.float32)
    row: list[int] = []
    for line in lines:
        row += [*(number.get(word, 0) for word in line.split()), *[0] * _REACH]
        if len(row) > _AT_ONCE:
            _count(table, np.array(row), around)
            row = []
    _count(table, np.array(row), around)
    vectors = _narrowed(_above_chance(table.reshape(-1, 2 * around)))[1:]
    vectors -= vectors.mean(axis=0)
    length = np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    return words, (3 * vectors / length).astype(np.float32)


def _count(table: Array, row: Numbers, around: int) -> None:
    """Adds what stands beside what in a row of words: left neighbours first, then right ones."""
    for apart in range(1, _REACH + 1):
        left, right = row[:-apart], row[apart:]
        for word, other, side in ((left, right, around), (right, left, 0)):
            told = (word > 0) & (other > 0) & (other < around)
            cells, times = np.unique(
                word[told] * 2 * around + side + other[told], return_counts=True
            )
            table[cells] += times.astype(np.float32) / apart


def _above_chance(counts: Array) -> Array:
    """The logarithm of how much oftener two words stand together than by chance, if they do; rare
    neighbours are held for less rare (to the power of ¾)."""
    whole = counts.sum(dtype=np.float64)
    of_word = counts.sum(axis=1, dtype=np.float64)
    of_other = counts.sum(axis=0, dtype=np.float64) ** 0.75
    of_other *= whole / of_other.sum()
    for place, found in enumerate(counts):  # a row at a time: the table is large
        chance = of_word[place] * of_other / whole
        held = found > chance
        found[~held] = 0
        found[held] = np.log(found[held] / chance[held])
    return counts


def _narrowed(table: Array) -> Array:
    """The strongest directions of a table (randomised, Halko and others 2011), each by the root of
    its strength."""
    lot = np.random.default_rng(1)
    width = min(_WIDTH, *table.shape)
    base = lot.standard_normal((table.shape[1], width + _MORE)).astype(np.float32)
    for _ in range(_ROUNDS):
        base, _rest = np.linalg.qr(table.T @ (table @ base))
    left, strength, _rest = np.linalg.svd(table @ base, full_matrices=False)
    found: Array = (left[:, :width] * np.sqrt(strength[:width])).astype(np.float32)
    return found


def _own_words() -> Iterator[str]:
    """The words of the papers that the judge learns from, line by line."""
    for file in (one for folder in FOLDERS for one in sorted(folder.glob("*.toml"))):
        for paper in papers_of(file):
            yield from (" ".join(words_of(line.strip())) for line in paper["text"].splitlines())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m corpus.training.asking.vectors")
    parser.add_argument("folder", type=Path, help="of texts, a file each")
    texts = cut(parser.parse_args().folder)
    lines = [*texts.read_text("utf-8").splitlines(), *(_OWN * list(_own_words()))]
    words, vectors = learn_vectors(lines)
    save(words, vectors)
    print(f"{len(words)} words of {len(lines)} lines")


if __name__ == "__main__":
    main()
