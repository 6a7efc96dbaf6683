"""The language model that reads a whole letter for what it asks."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.obligations.judge.clause_judge import ACTIONS
from extractors.obligations.judge.letter_reader import GAP, as_spelt, laid_out, letter_reader

_SIGNS = ["kind:external_letter", "rule:free", "rule:none"]


def _chances(clauses: list[str], paragraphs: list[int]) -> list[float]:
    """The chance of each clause to begin a request."""
    begins, _ = letter_reader().read(clauses, paragraphs, [_SIGNS] * len(clauses))
    chances: list[float] = (1 / (1 + np.exp(-begins))).tolist()
    return chances


def _action(clause: str) -> str:
    _, does = letter_reader().read([clause], [0], [_SIGNS])
    return ACTIONS[int(does[0].argmax())]


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


@pytest.mark.parametrize(
    ("clause", "action"),
    [
        ("ขอเชิญท่านร่วมงานทอดผ้าป่าเพื่อการศึกษา ในวันเสาร์ที่ ๔ มกราคม ๒๕๖๘ ", "attend"),
        ("ขอให้ปิดประกาศไว้ ณ ที่ทำการผู้ใหญ่บ้าน ", "publish"),
        ("โปรดแจ้งรายชื่อผู้เข้ารับการอบรมให้ทราบ ภายในวันที่ ๙ พฤษภาคม ๒๕๖๘ ", "reply"),
    ],
)
def test_what_a_clause_asks_for(clause: str, action: str) -> None:
    assert _action(clause) == action


def test_each_action_has_a_chance_and_they_make_one() -> None:
    _, does = letter_reader().read(["โปรดส่งแบบตอบรับภายในวันที่ ๓ มีนาคม ๒๕๖๘"], [0], [_SIGNS])
    assert does.shape == (1, len(ACTIONS))
    assert float(np.exp(does).sum()) == pytest.approx(1, abs=1e-5)


def test_nothing_is_made_of_no_clauses() -> None:
    begins, _ = letter_reader().read([], [], [])
    assert begins.tolist() == []


def test_between_paragraphs_stands_an_end() -> None:
    cutter = letter_reader().pieces
    pieces, clauses = laid_out(["ขอเชิญ", "ประชุม", ""], [0, 0, 1], cutter)
    assert clauses.tolist()[0] == clauses.tolist()[-2] == GAP
    assert sorted(set(clauses.tolist())) == [GAP, 0, 1, 2]
    assert pieces.tolist()[0] == cutter.bos_id()
    assert pieces.tolist()[-2:] == [cutter.eos_id(), cutter.unk_id()]


def test_a_text_is_spelt_as_the_model_has_learnt() -> None:
    assert as_spelt("  จำนวน   ๒ คน ") == "จํานวน ๒ คน "
