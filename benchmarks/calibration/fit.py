"""The logistic map from a field's signals to its chance of being right."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from benchmarks.calibration.pairs import Pair
from extractors.doubt.confidence import Map, Signals

Array = npt.NDArray[np.float64]

# Where the corpus says little, the map stays near this one: the ink believed as it is, and a value
# without its form, in words that no dictionary knows or on a page half understood hardly at all.
PRIOR = Map(-4.0, (0.6, 0.4, 2.0, 1.5, 2.0))
_HOLD = 1.0  # how strongly a weight is held to the prior: pairs of evidence it is worth
_STEPS = 4000
_RATE = 0.05


def fit(pairs: Sequence[Pair]) -> Map:
    """The likeliest map with weights of 0 or more, held towards the prior.

    Adam on the mean log loss; a weight that would fall under 0 stops there.
    """
    if not pairs:
        return PRIOR
    signals = np.array([[1.0, *pair.signals] for pair in pairs])
    right = np.array([float(pair.right) for pair in pairs])
    prior = np.array([PRIOR.constant, *PRIOR.weights])
    hold = _HOLD / len(pairs)
    weights = prior.copy()
    drift, spread = np.zeros_like(prior), np.zeros_like(prior)
    for step in range(1, _STEPS + 1):
        missed = _chances(signals, weights) - right
        slope = signals.T @ missed / len(pairs) + hold * (weights - prior)
        drift = 0.9 * drift + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        stride = drift / (1 - 0.9**step) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-9)
        weights = weights - _RATE * stride
        weights[1:] = np.maximum(weights[1:], 0.0)
    return Map(float(weights[0]), tuple(float(weight) for weight in weights[1:]))


def _chances(signals: Array, weights: Array) -> Array:
    chances: Array = 1 / (1 + np.exp(-np.clip(signals @ weights, -30, 30)))
    return chances


def as_table(maps: dict[str, Map], remarks: Sequence[str]) -> str:
    """The maps as `extractors/data/calibration.tsv`."""
    rows = ["# " + remark for remark in remarks]
    rows.append("\t".join(("field", "constant", *Signals._fields)))
    for field, found in maps.items():
        cells = (f"{number:.3f}" for number in (found.constant, *found.weights))
        rows.append("\t".join((field, *cells)))
    return "\n".join(rows) + "\n"
