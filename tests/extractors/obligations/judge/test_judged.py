"""Requests that no rule found: told with little confidence, with a note, in their place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.describe import describe
from extractors.doubt.confidence import with_confidence
from extractors.doubt.doubts import doubtful, is_doubtful
from extractors.obligations.judge import judged as judging
from extractors.obligations.judge.judged import MAY_ASK, judged, read_duties
from extractors.obligations.rules import read_obligations
from extractors.record import JUDGED, Obligation
from pipeline.models import Document
from tests.extractors.test_asking_letters import _FOOT, _HEADS

Typed = Callable[..., Document]

# Nothing says that these are to be done, but what they say; made up.
_ASKS = (
    "ด้วยสำนักงานจะเปิดใช้อาคารใหม่ ขอแจ้งข้อปฏิบัติร่วมกันดังนี้\n"
    "๑. ปิดไฟและเครื่องปรับอากาศเมื่อเลิกใช้ห้อง\n"
    "๒. ติดป้ายแจ้งผู้ใช้อาคารล่วงหน้าภายในวันที่ ๕ มีนาคม ๒๕๖๗\n"
    "๓. แจ้งยอดผู้ใช้อาคารให้สำนักงานทุกสิ้นเดือน"
)


def letter(typed: Typed, body: str, kind: str = "external_letter") -> Document:
    return typed(_HEADS[kind] + body + _FOOT)


def without_rules(document: Document) -> tuple[Obligation, ...]:
    """What the judge alone tells of a letter."""
    return judged((), document, "external_letter", "2024-02-10").told


def test_a_request_that_no_rule_found_is_told_with_its_day_and_why(typed: Typed) -> None:
    found = without_rules(letter(typed, _ASKS))
    told = [f"{one.action} {one.frequency} {one.first_due}" for one in found]
    assert "publish once 2024-03-05" in told
    for one in found:
        assert one.note is not None
        assert one.note.startswith(JUDGED) and len(one.note) > len(JUDGED)
        assert one.confidence is not None and 0.3 < one.confidence < 1


@pytest.mark.parametrize(
    "body",
    [
        "ตามที่กรมขอให้จังหวัดส่งรายงาน นั้น จังหวัดขอส่งรายงานมาพร้อมหนังสือนี้",
        "ด้วยกรมได้ย้ายที่ทำการไปยังอาคารใหม่แล้ว\nจึงเรียนมาเพื่อโปรดทราบ",
        "ขอขอบคุณที่ท่านได้ให้ความอนุเคราะห์วิทยากรด้วยดีเสมอมา",
    ],
)
def test_what_asks_nothing_stays_so(typed: Typed, body: str) -> None:
    assert without_rules(letter(typed, body)) == ()


def test_what_rules_found_is_not_told_twice_and_keeps_its_order(typed: Typed) -> None:
    document = letter(typed, "ด้วยกรมมีเรื่องแจ้ง\nจึงขอให้ท่านรายงานผลภายในวันที่ ๕ มีนาคม ๒๕๖๗")
    rules = read_obligations(document, "external_letter", "2024-02-10")
    assert len(rules) == 1
    (told,), notes = read_duties(document, "external_letter", "2024-02-10")
    assert (told.text, told.first_due, told.note) == (rules[0].text, rules[0].first_due, None)
    assert notes == ()


def test_what_may_be_asked_but_was_not_made_out_is_noted_with_the_subject(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "_TOLD", 0.9)  # whatever it learns, it doubts a bare wish
    monkeypatch.setattr(judging, "_NOTED_ALONE", 0.05)
    wish = "ด้วยสำนักงานได้จัดทำแผนเสร็จแล้ว ขอท่านช่วยดูให้ด้วยทุกหน้า\nจึงเรียนมาเพื่อทราบ"
    record = describe(letter(typed, wish))
    assert record.obligations == () and record.subject is not None
    assert record.subject.note == MAY_ASK.format("ขอท่านช่วยดูให้ด้วยทุกหน้า")
    assert "obligations" in doubtful(record) and not is_doubtful(record.subject)
    moved = "ด้วยกรมได้ย้ายที่ทำการไปยังอาคารใหม่แล้ว\nจึงเรียนมาเพื่อโปรดทราบ"
    plain = describe(letter(typed, moved)).subject
    assert plain is not None and plain.note is None


def test_only_letters_are_judged(typed: Typed) -> None:
    assert judged((), letter(typed, _ASKS), "order", "2024-02-10") == ((), ())


def test_a_duty_in_a_clause_that_is_like_no_request_is_noted_and_not_told(typed: Typed) -> None:
    said = "ด้วยกรมได้ย้ายที่ทำการไปยังอาคารใหม่แล้ว"
    duty = Obligation(clause=None, action="other", text=said, confidence=0.9)
    assert judged((duty,), letter(typed, said), "external_letter", None) == (
        (),
        (MAY_ASK.format(said),),
    )


def test_a_judged_duty_goes_to_review_and_its_note_stays_out_of_the_contract(typed: Typed) -> None:
    record = describe(letter(typed, _ASKS))
    noted = [one for one in record.obligations if one.note]
    assert noted and all(is_doubtful(one) for one in noted)
    told = record.model_dump(mode="json")
    assert all("note" not in one for one in told["obligations"])


def test_its_chance_is_the_trust_and_no_share_of_rules(typed: Typed) -> None:
    document = letter(typed, _ASKS)
    record = describe(document)
    pages = {page.number: page for page in document.pages}
    dumped = record.model_dump(by_alias=True)
    first = next(one for one in dumped["obligations"] if one["note"])
    again = with_confidence({**dumped, "obligations": [{**first, "confidence": 0.6}]}, pages)
    assert again["obligations"][0]["confidence"] == pytest.approx(0.6, abs=0.1)


def test_what_a_rule_found_in_plain_words_is_believed_more_than_what_it_guessed(
    typed: Typed,
) -> None:
    plain = "จึงขอให้ท่านรายงานผลให้จังหวัดทราบภายในวันที่ ๕ มีนาคม ๒๕๖๗"
    guessed = "กับให้ผู้ใหญ่บ้านวางตัวเป็นกลางแล้วแต่กรณีโดยไม่ชักช้า"
    chances = [
        read_duties(letter(typed, f"ด้วยกรมมีเรื่องแจ้ง\n{said}"), "external_letter", "2024-02-10")
        for said in (plain, f"จึงขอให้ท่านช่วยดูแล {guessed}")
    ]
    sure = [min(one.confidence or 0.0 for one in told.told) for told in chances]
    assert sure[0] > sure[1]
