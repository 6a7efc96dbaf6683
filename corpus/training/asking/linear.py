"""Logistic and softmax regression over sparse signs, held to small weights, without chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
_STEPS = 150
_RATE = 0.1


class Signs:
    """Examples as lists of signs; those that fewer than `least` examples bear are left out."""

    def __init__(self, examples: Sequence[Sequence[str]], least: int) -> None:
        counted = Counter(sign for example in examples for sign in set(example))
        self.names = sorted(sign for sign, count in counted.items() if count >= least)
        number = {sign: place for place, sign in enumerate(self.names)}
        pairs = [
            (row, number[sign])
            for row, example in enumerate(examples)
            for sign in sorted(set(example))
            if sign in number
        ]
        self.rows = np.array([row for row, _ in pairs])
        self.columns = np.array([column for _, column in pairs])
        self.examples = len(examples)

    def scores(self, weights: Array) -> Array:
        """Of each example the sum of its weights; weights of signs × classes give a table."""
        return np.stack(
            [
                np.bincount(self.rows, weights=of_class[self.columns], minlength=self.examples)
                for of_class in weights.T
            ],
            axis=1,
        )

    def slope(self, missed: Array) -> Array:
        """Of each sign the sum over its examples."""
        return np.stack(
            [
                np.bincount(self.columns, weights=of_class[self.rows], minlength=len(self.names))
                for of_class in missed.T
            ],
            axis=1,
        )


def logistic(
    examples: Sequence[Sequence[str]],
    right: Sequence[bool],
    worth: Sequence[float],
    hold: float,
    least: int,
) -> dict[str, float]:
    """Weights of signs by which to tell right examples; `hold` pulls them to 0."""
    signs = Signs(examples, least)
    target = np.array(right, dtype=np.float64)[:, None]
    share = np.array(worth, dtype=np.float64)[:, None]

    def slope(weights: Array) -> Array:
        chances = 1 / (1 + np.exp(-signs.scores(weights)))
        return signs.slope(share * (chances - target)) + hold * weights

    weights = _descend(slope, (len(signs.names), 1))
    return dict(zip(signs.names, weights[:, 0].tolist(), strict=True))


def softmax(
    examples: Sequence[Sequence[str]], classes: Sequence[int], count: int, hold: float, least: int
) -> dict[str, tuple[float, ...]]:
    """Weights of signs for each of `count` classes."""
    signs = Signs(examples, least)
    target = np.eye(count)[list(classes)]

    def slope(weights: Array) -> Array:
        scores = signs.scores(weights)
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        return signs.slope(shares - target) + hold * weights

    weights = _descend(slope, (len(signs.names), count))
    return {name: tuple(row) for name, row in zip(signs.names, weights.tolist(), strict=True)}


def of_facts(
    facts: Sequence[Mapping[str, float]], right: Sequence[bool], worth: Sequence[float], hold: float
) -> dict[str, float]:
    """Weights of a few numbers by which to tell right ones: Newton's steps."""
    names = sorted({name for one in facts for name in one})
    table = np.array([[one.get(name, 0.0) for name in names] for one in facts])
    target, share = np.array(right, dtype=np.float64), np.array(worth)
    weights = np.zeros(len(names))
    for _ in range(50):
        chances = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (share * (chances - target)) + hold * weights
        bend = (table * (share * chances * (1 - chances))[:, None]).T @ table
        weights -= np.linalg.solve(bend + hold * np.eye(len(names)), slope)
    return dict(zip(names, weights.tolist(), strict=True))


def _descend(slope: object, shape: tuple[int, int]) -> Array:
    """Adam from 0, its stride falling to nothing."""
    assert callable(slope)
    weights, drift, spread = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    for step in range(1, _STEPS + 1):
        found = slope(weights)
        drift = 0.9 * drift + 0.1 * found
        spread = 0.99 * spread + 0.01 * found**2
        stride = drift / (1 - 0.9**step) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
        weights -= (_RATE * (1 - step / _STEPS) + 0.005) * stride
    return weights
