"""Papers as the network of clauses learns from them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import get_args

import numpy as np

from corpus.training.asking.network import Lesson, learn_net
from corpus.training.asking.papers import Paper
from extractors.obligations.judge.clause_judge import ACTIONS
from extractors.obligations.judge.clause_likeness import families
from extractors.obligations.judge.clause_net import HEADS, Net, look_up, presence
from extractors.obligations.judge.clause_signs import words_of
from extractors.obligations.judge.reading import seen_signs
from extractors.obligations.verb_objects import Role
from extractors.record import Action
from extractors.text.word_vectors import Array, word_vectors

SEEDS = 3  # networks that are learnt alike
_OF_PLACE = ("first", "last", "amid", "closes", "mark", "over", "if")
_OF_TIME = ("time:until", "time:day", "time:hour", "time:often")
_OF_RULES = ("rule:here", "rule:over", "rule:some", *(f"rule:here:{one}" for one in ACTIONS))
_OF_KIND = ("kind:memo", "kind:external_letter")


@cache
def net_signs() -> dict[str, tuple[str, ...]]:
    """The signs that each head of the network is told. As the linear judge, it learns of the table
    of verbs only what is asked, not whether."""
    like = [f"{before}like:{family}" for before in ("", "+") for family in families()]
    begins = (*_OF_PLACE, *_OF_TIME, *_OF_RULES, *_OF_KIND, *like)
    verbs = [f"{which}:{action}" for which in ("verb", "verbs") for action in ACTIONS]
    roles = [f"verb:{role}" for role in get_args(Role) if role]
    return dict(zip(HEADS, (begins, (*begins, *verbs, *roles)), strict=True))


def views_of(paper: Paper) -> tuple[dict[str, Array] | None, dict[str, Array]]:
    """The signs of a paper's clauses by head, with what the rules told of it, if that is known, and
    as if they had told nothing."""
    told, blind = (
        {
            head: presence(seen_signs(paper.clauses, signs), names)
            for head, names in net_signs().items()
        }
        for signs in (paper.signs, paper.blind)
    )
    return (told if paper.found is not None else None), blind


def numbers_of(asks: Sequence[Action | None]) -> Array:
    """What clauses ask for, as the networks number it; -1 for none."""
    return np.array([-1 if action is None else ACTIONS.index(action) for action in asks])


def lesson_of(paper: Paper, worth: float) -> Lesson:
    """A paper as the network sees it."""
    seen, starts = look_up([words_of(one.text) for one in paper.clauses], word_vectors())
    told, blind = views_of(paper)
    return Lesson(seen, starts, told, blind, numbers_of(paper.asks), worth)


def learn_nets(papers: Sequence[tuple[Paper, float]], seeds: int = SEEDS) -> Net:
    """Networks learnt from papers, each of its worth, one after another."""
    lessons = [lesson_of(paper, worth) for paper, worth in papers if paper.clauses]
    layers = [learn_net(lessons, len(ACTIONS), seed) for seed in range(seeds)]
    return Net(layers, net_signs(), word_vectors())
