"""The learnt judge: what its tables say, and how it weighs signs."""

from __future__ import annotations

import pytest

from extractors.obligations.judge.clause_judge import ACTIONS, Judge, judge


def test_chances_grow_with_the_weights_of_the_signs_that_are_there() -> None:
    made = Judge({"always": -2.0, "w:โปรด": 3.0, "if": -4.0}, {}, {})
    assert made.chance([]) == pytest.approx(0.1192, abs=1e-4)
    assert made.chance(["w:โปรด", "w:โปรด", "unheard of"]) == pytest.approx(0.7311, abs=1e-4)
    assert made.chance(["w:โปรด", "if"]) < made.chance([])


def test_the_likeliest_action_is_told_with_its_chance() -> None:
    weights = tuple(2.0 if action == "report" else 0.0 for action in ACTIONS)
    made = Judge({}, {"verb:report": weights}, {})
    assert made.action(["verb:report"]) == ("report", pytest.approx(0.5518, abs=1e-4))
    assert made.action(["unheard of"])[1] == pytest.approx(1 / len(ACTIONS))


def test_the_words_that_speak_most_for_a_request_are_told_first() -> None:
    made = Judge(
        {"always": 0.0, "w:โปรด": 1.0, "b:ส่ง_คืน": 2.0, "w:นั้น": -1.0, "ask:โปรด": 9.0}, {}, {}
    )
    assert made.reasons(["w:โปรด", "w:นั้น", "b:ส่ง_คืน", "ask:โปรด"]) == ("ส่ง คืน", "โปรด")


def test_trust_rests_on_facts_that_are_numbers() -> None:
    made = Judge({}, {}, {"always": 1.0, "chance": 0.5})
    assert made.trust({"always": 1.0, "chance": -2.0}) == 0.5


def test_the_shipped_judge_knows_all_actions_and_holds_a_repeated_request_unlikely() -> None:
    shipped = judge()
    assert all(len(weights) == len(ACTIONS) for weights in shipped.actions.values())
    facts = {"always": 1.0, "chance": 2.0, "dated": 1.0}
    assert shipped.trust({**facts, "told already": 1.0}) < shipped.trust(facts)
