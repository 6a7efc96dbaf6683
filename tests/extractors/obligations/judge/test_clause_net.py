"""The network that reads clauses by what their words are like."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from extractors.obligations.judge.clause_judge import ACTIONS
from extractors.obligations.judge.clause_net import (
    Net,
    clause_net,
    look_up,
    pool,
    presence,
    save,
    windows,
)
from extractors.obligations.judge.clause_signs import words_of
from extractors.text.word_vectors import word_vectors

_SIGNS = ["kind:external_letter", "rule:free", "rule:none"]


def _asked(*clauses: str) -> list[float]:
    """The chance of each clause, in one paragraph, to begin a request."""
    begins, _ = clause_net().read([words_of(one) for one in clauses], [_SIGNS] * len(clauses))
    chances: list[float] = (1 / (1 + np.exp(-begins))).tolist()
    return chances


def test_a_clause_that_asks_is_told_from_one_that_tells() -> None:
    tells, asks = _asked(
        "ด้วยเทศบาลได้รับงบประมาณก่อสร้างถนนในเขตตำบล ", "จึงขอให้ท่านย้ายเสาไฟฟ้าให้พ้นแนวเขตทาง"
    )
    assert asks > 0.5 > tells


def test_each_action_has_a_chance_and_they_make_one() -> None:
    _, does = clause_net().read([words_of("โปรดส่งแบบตอบรับภายในวันที่ # มีนาคม #")], [_SIGNS])
    assert does.shape == (1, len(ACTIONS))
    assert float(np.exp(does).sum()) == pytest.approx(1, abs=1e-5)


def test_nothing_is_made_of_no_clauses() -> None:
    begins, _ = clause_net().read([], [])
    assert begins.tolist() == []


def test_what_the_network_sees_of_words() -> None:
    seen, starts = look_up([("โปรด", "ส่ง"), (), ("กขฃคฅฆ",)], word_vectors())
    width = word_vectors().table.shape[1]
    assert starts.tolist() == [0, 2, 3]  # a clause of no words has one that nobody knows
    assert seen[:, width:].argmax(axis=1).tolist() == [0, 1, 0, 0]  # places in the clause
    assert seen[:, -1].tolist() == [0, 0, 1, 1]  # unknown


def test_windows_hold_two_rows_on_either_side() -> None:
    rows = np.array([[1], [2], [3]], dtype=np.float32)
    assert windows(rows)[0].tolist() == [0, 0, 1, 2, 3]
    assert windows(rows)[2].tolist() == [1, 2, 3, 0, 0]


def test_a_clause_is_its_strongest_its_first_and_its_mean_word() -> None:
    rows = np.array([[1, 8], [3, 0], [5, 5]], dtype=np.float32)
    assert pool(rows, np.array([0, 2])).tolist() == [[3, 8, 1, 8, 2, 4], [5, 5, 5, 5, 5, 5]]


def test_signs_become_numbers() -> None:
    assert presence([["a"], ["b", "c"]], ["c", "a"]).tolist() == [[0, 1], [1, 0]]


def test_a_network_is_kept_in_half_precision(tmp_path: Path) -> None:
    shipped = clause_net()
    save(Net(shipped.layers[:1], shipped.signs, shipped.vectors), tmp_path / "one.npz")
    read = clause_net(tmp_path / "one.npz")
    assert read.signs == shipped.signs
    np.testing.assert_array_equal(read.layers[0]["words"], shipped.layers[0]["words"])
