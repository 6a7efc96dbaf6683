"""Verdicts on what was read, beside the truth."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.score.compare import Verdict, compare
from benchmarks.score.figures import by_field, by_group, calibration, judged
from corpus.truth import document

LETTER = document(
    (1, 2),
    "external_letter",
    number={"text": "กษ ๐๓๐๒/๑๒", "value": "กษ 0302/12"},
    subject={"text": "ขอเชิญประชุมคณะทำงาน", "value": "ขอเชิญประชุมคณะทำงาน"},
    recipients=[{"text": "ปลัดอำเภอ", "value": "ปลัดอำเภอ"}],
)


def read(**changed: Any) -> dict[str, Any]:
    return {**LETTER, **changed}


def of(field: str, verdicts: list[Verdict]) -> list[tuple[bool, bool]]:
    return [(one.right, one.exact) for one in verdicts if one.field == field]


def test_a_perfect_reading_is_right_in_everything() -> None:
    verdicts = compare([LETTER], [LETTER])
    assert {one.field for one in verdicts} >= {"split", "kind", "number", "subject", "recipients"}
    assert all(one.right and one.exact for one in verdicts)


@pytest.mark.parametrize(
    ("field", "value", "right", "exact"),
    [
        ("number", "กษ 0302/12", True, True),
        ("number", "กษ 0302/13", False, False),  # a digit off is another letter
        ("subject", "ขอเชิญประชุมคณะทำงาน", True, True),
        ("subject", "ขอเชิญประชุมคณะทำงา", True, False),  # a letter off in twenty is near
        ("subject", "ขอเชิญประชุม", False, False),
    ],
)
def test_numbers_to_the_letter_and_words_nearly(
    field: str, value: str, right: bool, exact: bool
) -> None:
    seen = read(**{field: {"text": value, "value": value}})
    assert of(field, compare([seen], [LETTER])) == [(right, exact)]


def test_what_is_missing_and_what_is_too_much_both_count() -> None:
    other = {"text": "นายอำเภอเมือง", "value": "นายอำเภอเมือง"}
    verdicts = compare([read(number=None, recipients=[*LETTER["recipients"], other])], [LETTER])
    counted = by_field(verdicts)
    assert counted["number"].recall == 0 and counted["number"].found == 0
    assert counted["recipients"].precision == 0.5 and counted["recipients"].recall == 1
    assert judged("recipients", counted["recipients"]) == pytest.approx(2 / 3)


def test_a_list_in_another_order_is_the_same_list() -> None:
    two = [{"text": word, "value": word} for word in ("ปลัดจังหวัด", "นายอำเภอ")]
    verdicts = compare([read(recipients=two[::-1])], [{**LETTER, "recipients": two}])
    assert of("recipients", verdicts) == [(True, True), (True, True)]


def test_a_document_cut_in_two_costs_split_but_its_values_are_still_compared() -> None:
    verdicts = compare([read(pages=[1, 1]), document((2, 2), "other")], [LETTER])
    split = by_field(verdicts)["split"]
    assert (split.expected, split.found, split.right) == (1, 2, 0)
    assert of("number", verdicts) == [(True, True)]


def test_what_the_truth_does_not_record_is_not_judged() -> None:
    unrecorded = {key: value for key, value in LETTER.items() if key != "number"}
    seen = [read(), document((3, 3), "memo", subject={"text": "ก", "value": "ก"})]
    verdicts = compare(seen, [unrecorded], whole=False)
    assert not of("number", verdicts)
    assert {one.pages for one in verdicts} == {(1, 2)}


def test_a_group_is_as_good_as_its_worst_field() -> None:
    seen = read(number={"text": "กษ ๐๓๐๒/๑๗", "value": "กษ 0302/17"})
    groups = by_group(compare([seen], [LETTER]))
    assert groups["number, date"] == 0.0
    assert groups["issuer, subject, recipients, signatory"] == 1.0


def test_a_wrong_value_that_is_sure_passes_and_one_with_a_note_goes_to_a_clerk() -> None:
    wrong = {"text": "กษ ๐๓๐๒/๑๗", "value": "กษ 0302/17", "confidence": 0.99}
    told = calibration(compare([read(number=wrong)], [LETTER]))
    assert (told.fields, told.passed, told.passed_wrong) == (1, 1, 1)
    doubted = calibration(compare([read(number={**wrong, "note": "half written"})], [LETTER]))
    assert (doubted.passed, doubted.review_share) == (0, 1.0)
