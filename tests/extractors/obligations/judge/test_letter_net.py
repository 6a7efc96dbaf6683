"""The network that reads a whole letter."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.obligations.judge.clause_judge import ACTIONS
from extractors.obligations.judge.clause_net import HEADS
from extractors.obligations.judge.clause_signs import words_of
from extractors.obligations.judge.letter_net import LetterNet, letter_net
from extractors.text.word_vectors import WordVectors

_SIGNS = ["kind:external_letter", "rule:free", "rule:none"]


def _chances(clauses: list[str], paragraphs: list[int]) -> list[float]:
    """The chance of each clause to begin a request."""
    words = [words_of(one) for one in clauses]
    begins, _ = letter_net().read(words, paragraphs, [_SIGNS] * len(clauses))
    chances: list[float] = (1 / (1 + np.exp(-begins))).tolist()
    return chances


def test_a_clause_that_asks_is_told_from_one_that_tells() -> None:
    clauses = [
        "ด้วยเทศบาลได้รับงบประมาณก่อสร้างถนนในเขตตำบล ",
        "จึงขอให้ท่านย้ายเสาไฟฟ้าให้พ้นแนวเขตทาง",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ]
    tells, asks, closes = _chances(clauses, [0, 0, 1])
    assert asks > 0.5 > max(tells, closes)


def test_what_was_asked_before_counts() -> None:
    """The closing that says once more what was asked begins no request of its own."""
    closing = "จึงเรียนมาเพื่อโปรดพิจารณาให้ความอนุเคราะห์ "
    asks = "ขอความอนุเคราะห์ท่านจัดส่งรายชื่อผู้แทน ภายในวันที่ ๓ มีนาคม ๒๕๖๘ "
    tells = "ด้วยสำนักงานเกษตรอำเภอจะจัดงานวันถ่ายทอดเทคโนโลยี "
    assert _chances([asks, closing], [0, 1])[1] < _chances([tells, closing], [0, 1])[1]


def test_each_action_has_a_chance_and_they_make_one() -> None:
    _, does = letter_net().read([words_of("โปรดส่งแบบตอบรับภายในวันที่ # มีนาคม #")], [0], [_SIGNS])
    assert does.shape == (1, len(ACTIONS))
    assert float(np.exp(does).sum()) == pytest.approx(1, abs=1e-5)


def test_nothing_is_made_of_no_clauses() -> None:
    begins, _ = letter_net().read([], [], [])
    assert begins.tolist() == []


def test_between_paragraphs_stands_a_gap() -> None:
    vectors = WordVectors({"ส่ง": 1}, np.array([[0, 0], [1, 2]], np.float32))
    net = LetterNet((), {"ส่ง": 1}, dict.fromkeys(HEADS, ()), vectors, scale=2)
    seen, own, clauses = net.look_up([("ส่ง", "กขฃ"), ("ส่ง",), ()], [0, 0, 1])
    assert clauses.tolist() == [0, 0, 1, -1, 2]
    assert own.tolist() == [1, 0, 1, 0, 0]
    assert seen[:, :2].tolist() == [[2, 4], [0, 0], [2, 4], [0, 0], [0, 0]]
    assert seen[:, -2].tolist() == [0, 1, 0, 0, 1]  # unknown
    assert seen[:, -1].tolist() == [0, 0, 0, 1, 0]  # a gap
