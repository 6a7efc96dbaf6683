"""Papers as the network of letters learns from them, in torch.

A paper is a row of words, clause by clause, with a gap before each paragraph but the first, as
`extractors.obligations.judge.letter_net` reads it. Some papers at once are filled up to the length
of the longest of them.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from corpus.training.asking.lessons import numbers_of, views_of
from corpus.training.asking.papers import Paper
from corpus.training.asking.trial import worth
from extractors.obligations.judge.clause_net import HEADS
from extractors.obligations.judge.clause_signs import words_of
from extractors.obligations.judge.letter_net import GAP, laid_out
from extractors.text.word_vectors import UNKNOWN, Array, word_vectors

NO_CLAUSE = -2  # what is asked where there is no clause any more
_OFTEN = 3  # clauses in which a word stands that the network gets numbers of its own for
_TOLD = 0.6  # how often a paper is shown with what the rules told of it
_ALIKE = 20  # batches that are sorted by length together

Batch = dict[str, torch.Tensor]


@dataclass(frozen=True)
class LetterLesson:
    """`words`, `own`, `places` and `clauses` are of each word: its number, its own number, its
    place in its clause, the number of that. `asks[i]` is the number of the action that clause i
    asks for, -1 if it begins no request."""

    words: Array
    own: Array
    places: Array
    clauses: Array
    told: dict[str, Array] | None
    blind: dict[str, Array]
    asks: Array
    worth: float


def own_words(papers: Iterable[Paper]) -> dict[str, int]:
    """The words that stand in several clauses of the papers, numbered from 1."""
    counts = Counter(
        word
        for paper in papers
        for clause in paper.clauses
        for word in dict.fromkeys(words_of(clause.text))
    )
    often = [word for word, count in counts.items() if count >= _OFTEN]
    return {word: number for number, word in enumerate(often, 1)}


def letter_lesson(paper: Paper, own: dict[str, int]) -> LetterLesson:
    numbers = word_vectors().numbers
    said = [words_of(clause.text) for clause in paper.clauses]
    rows = [
        (GAP if clause == GAP else numbers.get(word, UNKNOWN), own.get(word, 0), place, clause)
        for word, place, clause in laid_out(said, [clause.place for clause in paper.clauses])
    ]
    words, mine, places, clauses = (np.array(column) for column in zip(*rows, strict=True))
    told, blind = views_of(paper)
    asks = numbers_of(paper.asks)
    return LetterLesson(words, mine, places, clauses, told, blind, asks, float(worth(paper)))


def shuffled(lessons: Sequence[LetterLesson], size: int) -> list[list[LetterLesson]]:
    """Batches of lessons about as long as each other, in an order drawn by lot."""
    drawn = random.sample(list(lessons), len(lessons))
    batches: list[list[LetterLesson]] = []
    for first in range(0, len(drawn), size * _ALIKE):
        alike = sorted(drawn[first : first + size * _ALIKE], key=lambda one: len(one.words))
        batches += [alike[place : place + size] for place in range(0, len(alike), size)]
    random.shuffle(batches)
    return batches


def batch_of(lessons: Sequence[LetterLesson]) -> Batch:
    """Lessons beside each other, filled up; of each a view with or without what rules told."""
    long = max(len(one.words) for one in lessons)
    most = max(len(one.asks) for one in lessons)
    filled = {
        name: _filled([getattr(one, name) for one in lessons], long, value)
        for name, value in (("words", GAP), ("own", 0), ("places", 0), ("clauses", GAP))
    }
    asks = _filled([one.asks for one in lessons], most, NO_CLAUSE)
    of = filled["clauses"]
    counts = torch.stack([(of == clause).sum(1) for clause in range(most)], dim=1)
    first = torch.stack([(of == clause).int().argmax(1) for clause in range(most)], dim=1)
    views = [
        one.told if one.told is not None and random.random() < _TOLD else one.blind
        for one in lessons
    ]
    told = {head: _tables([view[head] for view in views], most) for head in HEADS}
    return {
        **filled,
        **told,
        "clauses": torch.where(of < 0, most, of),
        "there": torch.arange(long) < torch.tensor([[len(one.words)] for one in lessons]),
        "asks": asks,
        "counts": counts.clamp(min=1),
        "first": first,
        "lengths": torch.tensor([len(one.asks) for one in lessons]),
        "worth": torch.tensor([one.worth for one in lessons]),
    }


def _filled(rows: Sequence[Array], length: int, value: int) -> torch.Tensor:
    padded = [np.pad(row, (0, length - len(row)), constant_values=value) for row in rows]
    return torch.tensor(np.stack(padded))


def _tables(tables: Sequence[Array], length: int) -> torch.Tensor:
    padded = [np.pad(table, ((0, length - len(table)), (0, 0))) for table in tables]
    return torch.tensor(np.stack(padded))
