"""How the network of clauses and the vectors of words are learnt."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.training.asking import network, vectors
from corpus.training.asking.network import Lesson, learn_net
from extractors.obligations.judge.clause_net import HEADS, Net, look_up
from extractors.text.word_vectors import WordVectors

# Words as the network sees them: 0 is unknown, 1 to 4 ask for one thing, 5 to 8 for another, 9 on
# for nothing.
_VECTORS = WordVectors(
    {str(word): word for word in range(1, 13)},
    np.vstack([np.zeros(12, np.float32), 3 * np.eye(12, dtype=np.float32)]),
)


def _lesson(words: list[int]) -> Lesson:
    seen, starts = look_up([[str(word)] for word in words], _VECTORS)
    asks = np.array([0 if word < 5 else 1 if word < 9 else -1 for word in words])
    none = {head: np.zeros((len(words), 1), np.float32) for head in HEADS}
    return Lesson(seen, starts, None, none, asks, 1.0)


def test_a_network_learns_which_clauses_ask_and_for_what(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "_EPOCHS", 25)
    monkeypatch.setattr(network, "_AT_ONCE", 8)  # so little that BLAS stays on one core
    lot = np.random.default_rng(3)
    lessons = [_lesson(lot.integers(1, 13, 4).tolist()) for _ in range(32)]
    layers = learn_net(lessons, actions=2, seed=0)
    net = Net([layers], dict.fromkeys(HEADS, ("sign",)), _VECTORS)
    begins, does = net.read([["2"], ["11"], ["7"], ["12"]], [[]] * 4)
    assert (begins > 0).tolist() == [True, False, True, False]
    assert does.argmax(axis=1)[[0, 2]].tolist() == [0, 1]


def test_the_same_seed_gives_the_same_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "_EPOCHS", 1)
    lessons = [_lesson([1, 9, 6])]
    one, same, other = (learn_net(lessons, 2, seed)["words"] for seed in (4, 4, 5))
    np.testing.assert_array_equal(one, same)
    assert not np.array_equal(one, other)


def test_the_slope_is_that_of_the_loss_of_the_network_that_is_shipped() -> None:
    lot = np.random.default_rng(1)
    batch = network._together([_lesson([1, 9, 6]), _lesson([10, 4])], lot)
    layers = network._beginning(_lesson([1]), 2, lot)
    layers = {name: one.astype(np.float64) for name, one in layers.items()}  # type: ignore[misc]

    def loss(changed: dict[str, np.ndarray]) -> float:
        net = Net([changed], dict.fromkeys(HEADS, ("sign",)), _VECTORS)
        told = [
            net.read([[str(word)] for word in each], [[]] * len(each))
            for each in ([1, 9, 6], [10, 4])
        ]
        begins = np.concatenate([one for one, _ in told]).astype(np.float64)
        does = np.concatenate([other for _, other in told])
        asks = batch.asks >= 0
        missed = np.logaddexp(0, begins) - asks * begins
        return float(missed.mean() - 0.3 * does[asks, batch.asks[asks]].mean())

    slope = network.slope_of(layers, batch, None)
    for name in ("begins:says", "does:around", "begins:own+", "words"):
        place = np.unravel_index(np.abs(slope[name]).argmax(), slope[name].shape)
        step = np.zeros_like(layers[name])
        step[place] = 1e-5
        rise = loss({**layers, name: layers[name] + step}) - loss(
            {**layers, name: layers[name] - step}
        )
        assert slope[name][place] == pytest.approx(rise / 2e-5, rel=0.01)


def test_words_that_stand_among_the_same_words_get_like_vectors() -> None:
    lines = ["โปรด ส่ง บัญชี", "โปรด ยื่น บัญชี", "ถนน กว้าง มาก", "ถนน ยาว มาก"] * 5
    words, found = vectors.learn_vectors(lines, least=2)
    told = WordVectors(
        {word: number for number, word in enumerate(words, 1)},
        np.vstack([np.zeros_like(found[:1]), found]),
    )
    assert told.likeness("ส่ง", "ยื่น") > 0.9 > 0.5 > told.likeness("ส่ง", "กว้าง")
