"""What the judge knows of a duty that a rule found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.obligations.believed import as_judged, facts_of, ink_of, log_odds
from extractors.obligations.clause_judge import judge
from extractors.obligations.reading import look
from extractors.obligations.rules import body_of, read_obligations
from pipeline.models import Document
from tests.extractors.test_asking_letters import _FOOT, _HEADS


def test_facts_of_a_duty(typed: Callable[..., Document]) -> None:
    said = "จึงขอให้ท่านรายงานผลให้จังหวัดทราบทุกเดือน ภายในวันที่ ๕ ของเดือนถัดไป"
    document = typed(_HEADS["memo"] + said + _FOOT)
    found = read_obligations(document, "memo", "2024-02-10")
    reading = look(body_of(document), found, "memo", judge())
    (one,) = reading.told
    facts = facts_of(reading, one, judge())
    assert (facts["report"], facts["reply"], facts["recurs"], facts["dated"]) == (1, 0, 1, 0)
    assert facts["chance"] > 0 and facts["told twice"] == 0
    assert ink_of(reading, one) == 1.0


def test_what_stands_before_and_after_a_duty_is_known_of_it(typed: Callable[..., Document]) -> None:
    said = "จึงขอให้ท่านแต่งตั้งผู้ดูแลระบบ ๑ คน และส่งรายชื่อให้กองคลังภายในวันที่ ๕ มีนาคม ๒๕๖๗"
    document = typed(_HEADS["external_letter"] + said + _FOOT)
    found = read_obligations(document, "external_letter", "2024-02-10")
    reading = look(body_of(document), found, "external_letter", judge(), "2024-02-10")
    appointing, answer = (facts_of(reading, one, judge()) for one in reading.told)
    assert appointing["a day after it"] == appointing["an answer after its appointing"] == 1
    assert answer["an appointing before its answer"] == 1 and answer["a day after it"] == 0


def test_odds_are_held() -> None:
    assert log_odds(0.5) == 0
    assert log_odds(0) == pytest.approx(-log_odds(1))


def test_two_duties_of_one_clause_keep_the_actions_that_rules_told(
    typed: Callable[..., Document],
) -> None:
    said = "จึงขอให้แจ้งผลมายังสำนักงานภายในวันที่ ๑๕ มีนาคม ๒๕๖๗ กับปิดประกาศเตือนผู้ประกอบการ"
    document = typed(_HEADS["external_letter"] + said + _FOOT)
    found = read_obligations(document, "external_letter", "2024-02-10")
    reading = look(body_of(document), found, "external_letter", judge(), "2024-02-10")
    assert [as_judged(reading, one, judge()).duty.action for one in reading.told] == [
        one.action for one in found
    ]


def test_a_duty_is_told_anew_with_the_action_of_which_the_judge_is_sure(
    typed: Callable[..., Document],
) -> None:
    said = "จึงขอเชิญท่านเข้าร่วมประชุม ในวันที่ ๕ มีนาคม ๒๕๖๗ เวลา ๑๓.๓๐ น. ณ ห้องประชุม"
    document = typed(_HEADS["external_letter"] + said + _FOOT)
    found = read_obligations(document, "external_letter", "2024-02-10")
    wrong = found[0].model_copy(update={"action": "other", "first_due": None})
    reading = look(body_of(document), [wrong], "external_letter", judge(), "2024-02-10")
    (one,) = (as_judged(reading, each, judge()) for each in reading.told)
    assert (one.duty.action, one.duty.first_due) == ("attend", "2024-03-05")
