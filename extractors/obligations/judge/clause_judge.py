"""The learnt judge of clauses: how likely one asks for something, and for what.

Four small linear models, learnt by `python -m corpus.training.asking` from papers whose requests
are known, and beside the first two the networks of clauses (`clause_net`) and a language model that
reads whole letters (`letter_reader`), of which more is made. Each weight of the linear ones stands
beside its sign in `data/`, so that a person can read why a clause was taken for a request:
    clause_chance.tsv   whether a clause begins a request (logistic)
    clause_action.tsv   what it asks for (softmax over the actions of the contract)
    clause_trust.tsv    whether all that is told of a request that no rule found is right (logistic)
    clause_belief.tsv   whether all that a rule told of a request is right (logistic)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp, log
from typing import get_args

from extractors.obligations.judge.clause_net import Net, clause_net
from extractors.obligations.judge.letter_reader import LetterReader, letter_reader
from extractors.text import table
from extractors.text.vocabulary import Action

ACTIONS: tuple[Action, ...] = get_args(Action)
ALWAYS = "always"  # the sign that every clause has
_OF_NETS = 0.8  # how much is made of what the networks read, beside the signs
_WORDS = ("w:", "b:", "does:")  # signs that are words of the clause


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights by sign; those of an action in the order of `ACTIONS`."""

    chances: Mapping[str, float]
    actions: Mapping[str, tuple[float, ...]]
    trusts: Mapping[str, float]
    beliefs: Mapping[str, float] = field(default_factory=dict)
    net: Net | None = None
    whole: LetterReader | None = None

    def chance(self, signs: Iterable[str], read: float | None = None) -> float:
        """The chance, 0..1, that a clause with these signs begins a request. `read` are the log
        odds that the networks give it: four times as much is made of them as of the signs."""
        weights = filter(None, map(self.chances.get, set(signs)))  # of those that have one
        score = self.chances[ALWAYS] + sum(weights)
        return 1 / (1 + exp(-score if read is None else -_with_nets(score, read)))

    def action(
        self, signs: Iterable[str], read: Sequence[float] | None = None
    ) -> tuple[Action, float]:
        """What a clause with these signs most likely asks for, and the chance of that."""
        shares = self.shares(signs, read)
        likeliest = max(ACTIONS, key=lambda action: shares[action])
        return likeliest, shares[likeliest]

    def shares(
        self, signs: Iterable[str], read: Sequence[float] | None = None
    ) -> dict[Action, float]:
        """Of each action the chance that a clause with these signs asks for it; 1 together. `read`
        are the logarithms of those that the networks give."""
        told = [self.actions[sign] for sign in set(signs) if sign in self.actions]
        scores = [sum(weights) for weights in zip(*told, strict=True)] or [0.0] * len(ACTIONS)
        if read is not None:
            held = log(sum(map(exp, scores)))
            scores = [
                _with_nets(one - held, other) for one, other in zip(scores, read, strict=True)
            ]
        highest = max(scores)
        powers = [exp(score - highest) for score in scores]
        return {action: one / sum(powers) for action, one in zip(ACTIONS, powers, strict=True)}

    def reasons(self, signs: Iterable[str], most: int = 3) -> tuple[str, ...]:
        """The words of a clause that speak most for its being a request, the strongest first."""
        told = {
            sign.partition(":")[2].replace("_", " "): self.chances.get(sign, 0.0)
            for sign in sorted(set(signs))
            if sign.startswith(_WORDS)
        }
        strongest = sorted(told, key=lambda word: -told[word])
        return tuple(word for word in strongest[:most] if told[word] > 0)

    def trust(self, facts: Mapping[str, float]) -> float:
        """The chance, 0..1, that a request of which these facts are known is told right."""
        return _weighed(self.trusts, facts)

    def belief(self, facts: Mapping[str, float]) -> float:
        """The chance, 0..1, that a request which a rule found is told right."""
        return _weighed(self.beliefs, facts)


def _with_nets(signs: float, nets: float) -> float:
    return (1 - _OF_NETS) * signs + _OF_NETS * nets


def _weighed(weights: Mapping[str, float], facts: Mapping[str, float]) -> float:
    score = sum(weights.get(name, 0.0) * value for name, value in facts.items())
    return 1 / (1 + exp(-score))


@cache
def judge() -> Judge:
    """The judge that is shipped."""
    return Judge(
        {row["sign"]: float(row["weight"]) for row in table.rows("clause_chance")},
        {
            row["sign"]: tuple(float(row[action]) for action in ACTIONS)
            for row in table.rows("clause_action")
        },
        {row["fact"]: float(row["weight"]) for row in table.rows("clause_trust")},
        {row["fact"]: float(row["weight"]) for row in table.rows("clause_belief")},
        clause_net(),
        letter_reader(),
    )
