"""The chance that a value is right, from the ink it came from and from what it looks like."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.dated_field import NO_DAY
from extractors.describe import describe, read_record
from extractors.doubt.confidence import CALIBRATED, Signals, chance, maps, signals, with_confidence
from extractors.doubt.doubts import DOUBTFUL
from pipeline.models import Box, Candidate, Document, Line, Page, Stamp, Word, Writing

BOX = Box(0.1, 0.1, 0.5, 0.12)


def page(*confidences: float, written: tuple[Writing, ...] = ()) -> dict[int, Page]:
    step = BOX.width / len(confidences)
    words = tuple(
        Word("กษ", Box(BOX.left + i * step, BOX.top, BOX.left + (i + 1) * step, BOX.bottom), sure)
        for i, sure in enumerate(confidences)
    )
    line = Line("กษ" * len(words), 1, BOX, min(confidences), words, written=written)
    return {1: Page(1, (line,))}


def value(text: str, confidence: float = 0.9, **more: Any) -> dict[str, Any]:
    evidence = {"page": 1, "box": BOX.as_tuple(), "confidence": confidence}
    return {"text": text, "value": text, "note": None, **evidence, **more}


@pytest.mark.parametrize(
    ("field", "text", "form"),
    [
        ("number", "กษ 0302.4/ว 2561", 1.0),
        ("number", "84/2562", 1.0),
        ("number", "ฮฮ 0302.4/ว 2561", 0.0),  # no office has this code
        ("number", "กษ 0302.4/", 0.0),  # the running number was not read
        ("date", "2021-02-15", 1.0),
        ("date", "2021-02", 0.0),
    ],
)
def test_a_value_has_the_form_of_its_field_or_not(field: str, text: str, form: float) -> None:
    assert signals(field, value(text), page(0.9)).form == form


@pytest.mark.parametrize(("template", "note"), [(True, None), (False, NO_DAY)])
def test_the_day_of_a_sample_waits_to_be_filled_in(template: bool, note: str | None) -> None:
    blank = read_record(Document((Page(1),)), "order").model_dump()
    month = {**value("2025-10", 0.5), "note": NO_DAY}
    told = with_confidence({**blank, "template": template, "date": month}, page(0.93))["date"]
    assert told["note"] == note and (told["confidence"] >= DOUBTFUL) is template


def test_the_mean_of_the_ink_tells_more_than_the_worst_word() -> None:
    told = signals("subject", value("ขอเชิญประชุม", 0.5), page(0.5, 0.99, 0.99, 0.99))
    assert told.ink == pytest.approx(0.0)
    assert told.mean > 1.5


def test_words_that_no_dictionary_knows_speak_against_a_reading() -> None:
    good = signals("subject", value("ขอเชิญประชุมคณะกรรมการ"), page(0.9)).language
    bad = signals("subject", value("ขอเซีญประชบฺคฌะกรรบกวร"), page(0.9)).language
    assert good == 1.0 and bad < 0.7


@pytest.mark.parametrize("field", sorted(CALIBRATED & maps().keys()))
def test_better_ink_is_never_less_sure(field: str) -> None:
    poor, fair, good = (chance(field, Signals(ink, ink, 1, 1, 1)) for ink in (-1.0, 1.0, 4.0))
    assert poor <= fair <= good <= 1


def test_what_a_pen_wrote_is_never_sure_on_its_own() -> None:
    pen = Writing(BOX, (Candidate("๑๒", 0.9),), ("in another ink",))
    order = read_record(Document((Page(1),)), "order").model_dump()
    sure = {**order, "number": value("84/2562", 0.99)}
    told = with_confidence(sure, page(0.99, written=(pen,)))
    assert told["number"]["confidence"] <= 0.5
    assert with_confidence(sure, page(0.99))["number"]["confidence"] > 0.5


def test_a_code_with_a_figure_too_many_is_doubted_however_sharp_its_ink() -> None:
    letter = read_record(Document((Page(1),)), "order").model_dump()
    for number, sure in (("มท 08107/12", False), ("มท 0810.7/12", True)):
        told = with_confidence({**letter, "number": value(number, 0.99)}, page(0.99))
        assert (told["number"]["confidence"] > 0.5) is sure


def test_a_document_without_values_stays_without() -> None:
    assert describe(Document((Page(1),))).number is None


def letter(asked: str) -> Document:
    lines = ["ที่ มท ๐๘๑๐/ว ๑", "เรื่อง ตัวอย่าง", "เรียน นายอำเภอ", "ด้วยกรมมีเหตุ", asked]
    placed = (Box(0.1, 0.1 + 0.03 * row, 0.9, 0.12 + 0.03 * row) for row in range(len(lines)))
    printed = tuple(Line(text, 1, box, 0.97) for text, box in zip(lines, placed, strict=True))
    return Document((Page(1, printed),))


_PLAIN = "จึงขอให้อำเภอรายงานผลให้จังหวัดทราบภายในวันที่ ๕ มีนาคม ๒๕๖๗"


@pytest.mark.parametrize(
    "guessed",
    [
        "จึงขอให้อำเภอสำรวจข้อมูลครัวเรือน",  # no action of the contract, no day
        "จึงขอเชิญท่านเข้าร่วมประชุม",  # on which day?
        "จึงขอให้อำเภอรายงานผลเป็นระยะ",  # how often?
    ],
)
def test_an_obligation_of_which_something_was_guessed_is_told_less_surely(guessed: str) -> None:
    believed = [read_record(letter(asked)).obligations[0].confidence for asked in (_PLAIN, guessed)]
    assert (believed[0] or 0.0) > (believed[1] or 0.0)


@pytest.mark.parametrize("asked", [_PLAIN, "จึงขอให้อำเภอส่งแบบตอบรับโดยเร็ว"])
def test_what_is_asked_of_whom_waits_for_a_person(asked: str) -> None:
    (duty,) = describe(letter(asked)).obligations
    assert duty.confidence is not None and 0.5 < duty.confidence < DOUBTFUL


def test_so_does_what_an_order_bids() -> None:
    duty = value(
        "ให้รายงานผล", 0.99, action="report", clause="1", frequency="once", first_due="2024-03-05"
    )
    order = {**read_record(Document((Page(1),)), "order").model_dump(), "obligations": [duty]}
    (told,) = with_confidence(order, page(0.99))["obligations"]
    assert 0.5 < told["confidence"] < DOUBTFUL


def test_recipients_on_one_row_may_be_one() -> None:
    blank = read_record(Document((Page(1),))).model_dump()
    row = [value("คณบดี", 0.99), value("ผู้อำนวยการ", 0.99, box=(0.55, 0.1, 0.7, 0.12))]
    below = value("อธิการบดี", 0.99, box=(0.1, 0.14, 0.5, 0.16))
    told = with_confidence({**blank, "recipients": [*row, below]}, page(0.99))["recipients"]
    assert [one["confidence"] < DOUBTFUL for one in told] == [True, True, False]


@pytest.mark.parametrize(
    ("before", "sure"),
    [
        ("", True),
        ("ประกาศ ณ วันที่ ", True),
        ("เมื่อวันพฤหัสบดีที่ ", True),
        ("จังหวัดให้สำนักงานปลัดกระทรวงศึกษาธิการภายในวันศุกร์ที่ ", False),  # another day
    ],
)
def test_a_date_within_a_sentence_may_not_be_the_papers_own(before: str, sure: bool) -> None:
    printed = "๓๐ สิงหาคม ๒๕๖๗"
    pages = {1: Page(1, (Line(before + printed, 1, BOX, 0.97),))}
    blank = read_record(Document((Page(1),)), "order").model_dump()
    date = {**value("2024-08-30", 0.97), "text": printed}
    told = with_confidence({**blank, "date": date}, pages)["date"]
    assert (told["confidence"] >= DOUBTFUL) is sure


@pytest.mark.parametrize(
    ("printed", "sure"),
    [
        ("(นายวีระชัย พรหมสาขา ณ สกลนคร)", False),  # the name goes on
        ("(นายวีระชัย พรหมสาขา)", True),
        ("นายวีระชัย พรหมสาขา เจ้าพนักงานที่ดิน", True),  # his post beside it
    ],
)
def test_a_signatory_whose_name_goes_on_within_its_brackets(printed: str, sure: bool) -> None:
    words = tuple(Word(printed, BOX, 0.97) for _ in range(1))
    pages = {1: Page(1, (Line(printed, 1, BOX, 0.97, words),))}
    blank = read_record(Document((Page(1),)), "order").model_dump()
    signed = {**value("", 0.97), "name": "นายวีระชัย พรหมสาขา", "position": "ปลัดอำเภอ"}
    told = with_confidence({**blank, "signatory": {**signed, "acting_for": None}}, pages)
    assert (told["signatory"]["confidence"] >= DOUBTFUL) is sure


@pytest.mark.parametrize(
    ("post", "sure", "passes"),
    [
        ("ปลัดอำเภอ", 0.93, True),
        ("ปลัดอำเภอ", 0.7, True),  # the lists of names know it
        ("ปลัดอำเภอ", 0.5, False),  # a letter of the name was faint
        ("ปลัฎอำเฎอ", 0.93, False),
    ],
)
def test_a_signatory_whom_a_stamp_tells(post: str, sure: float, passes: bool) -> None:
    name = "นายสมชาย ใจดี"
    words = (Word(name, Box(0.1, 0.1, 0.3, 0.12), sure), Word(post, Box(0.3, 0.1, 0.5, 0.12), 0.93))
    pressed = Line(f"{name} {post}", 1, BOX, sure, words)
    pages = {1: Page(1, (), stamps=(Stamp(1, BOX, (pressed,)),))}
    blank = read_record(Document((Page(1),)), "order").model_dump()
    signed = {**value("", sure), "name": name, "position": post, "acting_for": None}
    told = with_confidence({**blank, "signatory": signed}, pages)["signatory"]
    assert (told["confidence"] >= DOUBTFUL) is passes


@pytest.mark.parametrize(("template", "passes"), [(True, True), (False, False)])
def test_a_blank_order_has_a_post_that_waits_for_a_name(template: bool, passes: bool) -> None:
    blank = read_record(Document((Page(1),)), "order").model_dump()
    signed = {**value("", 0.93), "name": None, "position": "นายอำเภอ", "acting_for": None}
    told = with_confidence({**blank, "template": template, "signatory": signed}, page(0.93))
    assert (told["signatory"]["confidence"] >= DOUBTFUL - 0.1) is passes


def test_a_reason_is_said_where_a_value_has_room_for_it() -> None:
    blank = read_record(Document((Page(1),)), "form").model_dump()
    told = with_confidence({**blank, "subject": value("แบบ ทน. 05", 0.97)}, page(0.97))["subject"]
    assert told["confidence"] <= 0.5
    assert "code" in told["note"]


@pytest.mark.parametrize(
    ("position", "passes"), [("กรรมการผู้จัดการ", True), ("กรรมกรรผู้จัดการ", False)]
)
def test_what_begins_as_no_post_does_is_looked_at(position: str, passes: bool) -> None:
    letter = read_record(Document((Page(1),)), "external_letter").model_dump()
    signed = {**value("นายเอก มั่นคง", 0.95), "name": "นายเอก มั่นคง"}
    signed |= {"position": position, "acting_for": None}
    told = with_confidence({**letter, "signatory": signed}, page(0.95))["signatory"]
    assert (told["confidence"] >= DOUBTFUL) is passes
