"""The ways to read a clause, and which of them is told."""

from __future__ import annotations

from collections.abc import Callable

from extractors.obligations.judge.clause_judge import judge
from extractors.obligations.judge.judged import choose, judged
from extractors.obligations.judge.reading import Reading, look
from extractors.obligations.judge.ways import ways
from extractors.obligations.rules import body_of, read_obligations
from extractors.record import REREAD, Obligation
from pipeline.models import Document
from tests.extractors.test_asking_letters import _FOOT, _HEADS

Typed = Callable[..., Document]


def read(typed: Typed, said: str) -> tuple[Reading, tuple[Obligation, ...], Document]:
    document = typed(f"{_HEADS['external_letter']}ด้วยกรมมีเรื่องแจ้ง\n{said}{_FOOT}")
    found = read_obligations(document, "external_letter", "2024-02-10")
    reading = look(body_of(document), found, "external_letter", judge(), "2024-02-10")
    return reading, found, document


def test_rules_and_judge_read_the_same_clause_and_know_of_each_other(typed: Typed) -> None:
    reading, found, _ = read(typed, "จึงขอให้ท่านรายงานผลให้จังหวัดทราบภายในวันที่ ๕ มีนาคม ๒๕๖๗")
    ruled, own = ways(reading, found, judge())
    assert ruled.ruled and not own.ruled and own.known
    assert ruled.place == own.place
    assert ruled.facts["judge: the same"] == own.facts["rule: the same"] == 1
    assert ruled.facts["judge: another action"] == 0


def test_where_they_differ_each_knows_in_what(typed: Typed) -> None:
    reading, found, _ = read(typed, "จึงขอให้ท่านรายงานผลให้จังหวัดทราบภายในวันที่ ๕ มีนาคม ๒๕๖๗")
    wrong = found[0].model_copy(update={"action": "publish", "first_due": None})
    reading = look(reading.body, [wrong], "external_letter", judge(), "2024-02-10")
    ruled, own = ways(reading, [wrong], judge())
    assert (ruled.facts["judge: the same action"], ruled.facts["judge: a day, here none"]) == (0, 1)
    assert own.facts["rule: another action"] > 0 and own.facts["rule: no day, here one"] == 1


def test_the_likelier_way_is_told_and_says_why_it_is_no_rule_s(typed: Typed) -> None:
    said = "จึงขอเชิญท่านเข้าร่วมประชุม ในวันที่ ๕ มีนาคม ๒๕๖๗ เวลา ๑๓.๓๐ น. ณ ห้องประชุม"
    _, found, document = read(typed, said)
    wrong = found[0].model_copy(update={"action": "other", "first_due": None})
    (told,) = judged((wrong,), document, "external_letter", "2024-02-10").told
    assert (told.action, told.first_due) == ("attend", "2024-03-05")
    assert told.note is not None and told.note.startswith(REREAD)
    (plain,) = judged(found, document, "external_letter", "2024-02-10").told
    assert (plain.action, plain.first_due, plain.note) == ("attend", "2024-03-05", None)


def test_where_both_tell_the_same_it_is_as_rules_read_it(typed: Typed) -> None:
    reading, found, _ = read(typed, "จึงขอให้ท่านรายงานผลให้จังหวัดทราบภายในวันที่ ๕ มีนาคม ๒๕๖๗")
    (chosen,) = choose(ways(reading, found, judge()), judge())
    assert chosen.way.ruled
    by_hand = judge().belief(chosen.way.facts)
    assert chosen.chance >= by_hand  # that of the likelier way


def test_two_duties_that_rules_tell_in_one_clause_both_stand(typed: Typed) -> None:
    said = "จึงขอให้แจ้งผลมายังสำนักงานภายในวันที่ ๑๕ มีนาคม ๒๕๖๗ กับปิดประกาศเตือนผู้ประกอบการ"
    reading, found, _ = read(typed, said)
    twice = [found[0], found[0].model_copy(update={"action": "publish"})]
    reading = look(reading.body, twice, "external_letter", judge(), "2024-02-10")
    chosen = choose(ways(reading, twice, judge()), judge())
    assert [one.way.duty.action for one in chosen if one.way.ruled] == [
        twice[0].action,
        "publish",
    ]


def test_a_duty_whose_words_stand_nowhere_is_told_as_it_is(typed: Typed) -> None:
    _, found, document = read(typed, "จึงขอให้ท่านรายงานผลให้จังหวัดทราบ")
    lost = found[0].model_copy(update={"text": "ไม่มีในหน้านี้"})
    assert lost in judged((lost,), document, "external_letter", "2024-02-10").told


def test_the_papers_that_a_request_lists_are_no_requests(typed: Typed) -> None:
    said = "จึงขอให้ท่านจัดส่งสำเนาเอกสารต่อไปนี้ภายในวันที่ ๕ มีนาคม ๒๕๖๗"
    items = "๑. รายงานการจัดทำเช็ค\n๒. ทะเบียนคุมสัญญาจ้าง\n๓. บัญชีวัสดุคงเหลือ"
    reading, found, document = read(typed, f"{said}\n{items}")
    own = {
        reading.body[reading.clauses[way.place].place].marker
        for way in ways(reading, found, judge())
    }
    assert own == {None}
    told = judged(found, document, "external_letter", "2024-02-10").told
    assert [one.action for one in told] == ["reply"]


def test_what_is_sent_along_belongs_to_the_sending_before_it(typed: Typed) -> None:
    said = "จึงขอให้ท่านจัดส่งรายการเดินบัญชีภายในวันที่ ๕ มีนาคม ๒๕๖๗ พร้อมสำเนาภาพจากกล้องวงจรปิดให้พนักงานสอบสวน"
    _, found, document = read(typed, said)
    told = judged(found, document, "external_letter", "2024-02-10").told
    assert [one.action for one in told] == ["reply"]


def test_two_who_may_come_are_no_second_way_to_send(typed: Typed) -> None:
    """What a rule took into one request is read by itself: …หรือ… joins names there."""
    said = "จึงขอให้ท่านแจ้งชาวบ้านให้ทราบ และจัดกำนันหรือสารวัตรมานำชี้แนวเขตในวันที่ ๑๒ มีนาคม ๒๕๖๗"
    other = "จึงขอให้ท่านส่งเงินค่ามัดจำ ณ กองคลัง แล้วส่งหลักฐานที่ชั้น ๓ หรือส่งทางไปรษณีย์"
    assert _read_within(typed, said) == ["จัดกำนันหรือสารวัตรมานำชี้แนวเขตในวันที่ ๑๒ มีนาคม ๒๕๖๗"]
    assert _read_within(typed, other) == []


def _read_within(typed: Typed, said: str) -> list[str]:
    """What the judge reads within a request that a rule took to be the whole of what is said."""
    reading, found, _ = read(typed, said)
    whole = [found[0].model_copy(update={"text": said})]
    reading = look(reading.body, whole, "external_letter", judge(), "2024-02-10")
    own = [one for one in ways(reading, whole, judge()) if not one.ruled]
    return [one.duty.text for one in own if one.place > reading.told[0].first]
