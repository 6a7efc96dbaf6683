"""Papers as the network of letters learns from them, in torch.

A paper is a row of pieces of words, clause by clause, as
`extractors.obligations.judge.letter_reader` reads it. Some papers at once are filled up to the
length of the longest of them.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from corpus.training.asking.lessons import numbers_of, views_of
from corpus.training.asking.letter_pieces import shipped
from corpus.training.asking.papers import Paper
from corpus.training.asking.trial import worth
from extractors.obligations.judge.clause_net import HEADS
from extractors.obligations.judge.letter_reader import GAP, laid_out
from extractors.text.word_vectors import Array

NO_CLAUSE = -2  # what is asked where there is no clause any more
_TOLD = 0.6  # how often a paper is shown with what the rules told of it
_ALIKE = 20  # batches that are sorted by length together

Batch = dict[str, torch.Tensor]


@dataclass(frozen=True)
class LetterLesson:
    """`pieces` and `clauses` are of each piece of a word: its number, the number of its clause.
    `asks[i]` is the number of the action that clause i asks for, -1 if it begins no request."""

    pieces: Array
    clauses: Array
    told: dict[str, Array] | None
    blind: dict[str, Array]
    asks: Array
    worth: float


def letter_lesson(paper: Paper) -> LetterLesson:
    texts = [clause.text for clause in paper.clauses]
    pieces, clauses = laid_out(texts, [clause.place for clause in paper.clauses], shipped())
    told, blind = views_of(paper)
    return LetterLesson(pieces, clauses, told, blind, numbers_of(paper.asks), float(worth(paper)))


def shuffled(lessons: Sequence[LetterLesson], size: int) -> list[list[LetterLesson]]:
    """Batches of lessons about as long as each other, in an order drawn by lot."""
    drawn = random.sample(list(lessons), len(lessons))
    batches: list[list[LetterLesson]] = []
    for first in range(0, len(drawn), size * _ALIKE):
        alike = sorted(drawn[first : first + size * _ALIKE], key=lambda one: len(one.pieces))
        batches += [alike[place : place + size] for place in range(0, len(alike), size)]
    random.shuffle(batches)
    return batches


def batch_of(lessons: Sequence[LetterLesson]) -> Batch:
    """Lessons beside each other, filled up; of each a view with or without what rules told."""
    long = max(len(one.pieces) for one in lessons)
    most = max(len(one.asks) for one in lessons)
    views = [
        one.told if one.told is not None and random.random() < _TOLD else one.blind
        for one in lessons
    ]
    return {
        "pieces": _filled([one.pieces for one in lessons], long, 0),
        "clauses": _filled([one.clauses for one in lessons], long, GAP),
        **{head: _tables([view[head] for view in views], most) for head in HEADS},
        "there": torch.arange(long) < torch.tensor([[len(one.pieces)] for one in lessons]),
        "asks": _filled([one.asks for one in lessons], most, NO_CLAUSE),
        "lengths": torch.tensor([len(one.asks) for one in lessons]),
        "worth": torch.tensor([one.worth for one in lessons]),
    }


def _filled(rows: Sequence[Array], length: int, value: int) -> torch.Tensor:
    padded = [np.pad(row, (0, length - len(row)), constant_values=value) for row in rows]
    return torch.tensor(np.stack(padded))


def _tables(tables: Sequence[Array], length: int) -> torch.Tensor:
    padded = [np.pad(table, ((0, length - len(table)), (0, 0))) for table in tables]
    return torch.tensor(np.stack(padded))
