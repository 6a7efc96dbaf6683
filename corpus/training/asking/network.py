"""Learns the networks of `extractors.clause_net` in numpy: forward and back, Adam, dropout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi

import numpy as np

from extractors.obligations.judge.clause_net import (
    HEADS,
    REACH,
    Numbers,
    as_log_chances,
    pool,
    windows,
)
from extractors.text.word_vectors import Array

_WIDE = 64  # what each layer makes of what it sees
_EPOCHS = 24
_AT_ONCE = 16  # papers
_RATE, _DECAY, _WARM = 2e-3, 1e-2, 0.1
_DROPPED, _DROPPED_WORDS = 0.3, 0.1
_TOLD = 0.6  # how often a paper is shown with what the rules told of it
_OF_ACTION = 0.3  # weight of the second head
_CLIP = 1.0


@dataclass(frozen=True)
class Lesson:
    """A paper as the network sees it (`look_up`, `presence`), with and without what rules told.
    `asks[i]` is the number of the action that clause i asks for, -1 if it begins no request."""

    seen: Array
    starts: Numbers
    told: Mapping[str, Array] | None
    blind: Mapping[str, Array]
    asks: Numbers
    worth: float


@dataclass(frozen=True)
class _Batch:
    """Papers one after the other with gaps of 0: `words` and `clauses` are the rows that are
    none."""

    seen: Array
    words: Numbers
    starts: Numbers  # among the words
    clauses: Numbers
    slots: int  # rows of clauses with gaps
    told: Mapping[str, Array]
    asks: Numbers
    worth: Array


def learn_net(lessons: Sequence[Lesson], actions: int, seed: int) -> dict[str, Array]:
    """The layers of one network; the same seed gives the same."""
    lot = np.random.default_rng(seed)
    layers = _beginning(lessons[0], actions, lot)
    drift = {name: np.zeros_like(one) for name, one in layers.items()}
    spread = {name: np.zeros_like(one) for name, one in layers.items()}
    steps = _EPOCHS * -(-len(lessons) // _AT_ONCE)
    step = 0
    for _ in range(_EPOCHS):
        order = lot.permutation(len(lessons))
        for begin in range(0, len(order), _AT_ONCE):
            some = [lessons[place] for place in order[begin : begin + _AT_ONCE]]
            slope = slope_of(layers, _together(some, lot), lot)
            step += 1
            _descend(layers, slope, drift, spread, step, steps)
    return layers


def _beginning(lesson: Lesson, actions: int, lot: np.random.Generator) -> dict[str, Array]:
    span, layers = 2 * REACH + 1, dict[str, Array]()
    sizes = {"words": (span * lesson.seen.shape[1], _WIDE)}
    for head, count in zip(HEADS, (1, actions), strict=True):
        sizes[f"{head}:own"] = (3 * _WIDE + lesson.blind[head].shape[1], _WIDE)
        sizes[f"{head}:around"] = (span * _WIDE, _WIDE)
        sizes[f"{head}:says"] = (2 * _WIDE, count)
    for name, (into, out) in sizes.items():
        bound = into**-0.5
        layers[name] = lot.uniform(-bound, bound, (into, out)).astype(np.float32)
        layers[f"{name}+"] = lot.uniform(-bound, bound, out).astype(np.float32)
    return layers


def _together(lessons: Sequence[Lesson], lot: np.random.Generator) -> _Batch:
    seen: list[Array] = []
    words: list[Numbers] = []
    starts: list[Numbers] = []
    clauses: list[Numbers] = []
    told: dict[str, list[Array]] = {head: [] for head in HEADS}
    row, word, slot = 0, 0, 0
    for one in lessons:
        count, width = one.seen.shape
        seen += [one.seen, np.zeros((REACH, width), np.float32)]
        words.append(np.arange(row, row + count))
        starts.append(one.starts + word)
        clauses.append(np.arange(slot, slot + len(one.asks)))
        view = one.told if one.told is not None and lot.random() < _TOLD else one.blind
        for head in HEADS:
            told[head].append(view[head])
        row, word, slot = row + count + REACH, word + count, slot + len(one.asks) + REACH
    return _Batch(
        np.concatenate(seen),
        np.concatenate(words),
        np.concatenate(starts),
        np.concatenate(clauses),
        slot,
        {head: np.concatenate(tables) for head, tables in told.items()},
        np.concatenate([one.asks for one in lessons]),
        np.concatenate([np.full(len(one.asks), one.worth, np.float32) for one in lessons]),
    )


def slope_of(
    layers: Mapping[str, Array], batch: _Batch, lot: np.random.Generator | None
) -> dict[str, Array]:
    """How the loss grows with each weight; without `lot` nothing is dropped."""
    seen = batch.seen
    if lot is not None:
        left = lot.random((len(seen), 1)) >= _DROPPED_WORDS
        seen = seen * left * _mask(seen.shape, lot)
    near = windows(seen)
    rows = np.maximum(near @ layers["words"] + layers["words+"], 0)[batch.words]
    pooled = pool(rows, batch.starts)
    kept = _mask(pooled.shape, lot)
    slope: dict[str, Array] = {}
    back = np.zeros_like(pooled)
    for head in HEADS:
        told = batch.told[head] * _mask(batch.told[head].shape, lot)
        back += _of_head(layers, head, np.hstack([pooled * kept, told]), batch, lot, slope)
    down = _unpool(back * kept, rows, batch.starts) * (rows > 0)
    slope["words"] = near[batch.words].T @ down
    slope["words+"] = down.sum(axis=0)
    return slope


def _of_head(
    layers: Mapping[str, Array],
    head: str,
    into: Array,
    batch: _Batch,
    lot: np.random.Generator | None,
    slope: dict[str, Array],
) -> Array:
    """Adds the slope of a head's layers; returns how the loss grows with what was pooled."""
    own_, around_, says_ = (layers[f"{head}:{name}"] for name in ("own", "around", "says"))
    own = np.maximum(into @ own_ + layers[f"{head}:own+"], 0)
    kept = _mask(own.shape, lot)
    spaced = np.zeros((batch.slots, own.shape[1]), np.float32)
    spaced[batch.clauses] = own * kept
    near = windows(spaced)[batch.clauses]
    around = np.maximum(near @ around_ + layers[f"{head}:around+"], 0)
    both = np.hstack([own, around])
    left = _mask(both.shape, lot)
    both = both * left
    missed = _missed(head, both @ says_ + layers[f"{head}:says+"], batch)
    slope[f"{head}:says"], slope[f"{head}:says+"] = both.T @ missed, missed.sum(axis=0)
    back = missed @ says_.T * left
    down, back = back[:, own.shape[1] :] * (around > 0), back[:, : own.shape[1]]
    slope[f"{head}:around"], slope[f"{head}:around+"] = near.T @ down, down.sum(axis=0)
    back = back + _unwind(down @ around_.T, batch)[batch.clauses] * kept
    down = back * (own > 0)
    slope[f"{head}:own"], slope[f"{head}:own+"] = into.T @ down, down.sum(axis=0)
    pooled: Array = (down @ own_.T)[:, : 3 * _WIDE]
    return pooled


def _missed(head: str, scores: Array, batch: _Batch) -> Array:
    """How the loss grows with the scores of a head."""
    asks = batch.asks >= 0
    if head == "begins":
        chances = 1 / (1 + np.exp(-scores))
        found: Array = (chances - asks[:, None]) * (batch.worth / batch.worth.sum())[:, None]
        return found
    worth = np.where(asks, batch.worth, 0)
    shares = np.exp(as_log_chances(scores))
    shares[asks, batch.asks[asks]] -= 1
    found = _OF_ACTION * shares * (worth / max(1.0, float(worth.sum())))[:, None]
    return found.astype(np.float32)


def _unpool(back: Array, rows: Array, starts: Numbers) -> Array:
    counts = np.diff([*starts, len(rows)])
    greatest, first, mean = np.split(back, 3, axis=1)
    clause = np.repeat(np.arange(len(starts)), counts)
    found = (rows == np.maximum.reduceat(rows, starts)[clause]) * greatest[clause]
    found = found + (mean / counts[:, None].astype(np.float32))[clause]
    found[starts] += first
    return found


def _unwind(back: Array, batch: _Batch) -> Array:
    """The slope of what `windows` was made of."""
    width = back.shape[1] // (2 * REACH + 1)
    found = np.zeros((batch.slots + 2 * REACH, width), np.float32)
    for place in range(2 * REACH + 1):
        found[batch.clauses + place] += back[:, place * width : (place + 1) * width]
    return found[REACH:-REACH]


def _mask(shape: tuple[int, ...], lot: np.random.Generator | None) -> Array:
    """What is not dropped, made so much greater that the sum stays."""
    if lot is None:
        return np.ones(shape, np.float32)
    kept: Array = (lot.random(shape, dtype=np.float32) >= _DROPPED) * np.float32(1 / (1 - _DROPPED))
    return kept


def _descend(
    layers: dict[str, Array],
    slope: Mapping[str, Array],
    drift: dict[str, Array],
    spread: dict[str, Array],
    step: int,
    steps: int,
) -> None:
    """A step of Adam with decay; its stride grows at first, then falls to nothing."""
    length = float(sum(float((one**2).sum()) for one in slope.values())) ** 0.5
    share = min(1.0, _CLIP / max(length, 1e-9))
    done = step / steps
    rise = done / _WARM if done < _WARM else (1 + cos(pi * (done - _WARM) / (1 - _WARM))) / 2
    rate = np.float32(_RATE * rise)
    for name, weights in layers.items():
        found = slope[name] * np.float32(share)
        drift[name] = 0.9 * drift[name] + 0.1 * found
        spread[name] = 0.999 * spread[name] + 0.001 * found**2
        stride = drift[name] / (1 - 0.9**step)
        stride = stride / (np.sqrt(spread[name] / (1 - 0.999**step)) + 1e-8)
        layers[name] = ((1 - rate * _DECAY) * weights - rate * stride).astype(np.float32)
