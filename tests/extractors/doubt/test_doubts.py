"""What a person should compare with the paper."""

from __future__ import annotations

from extractors.doubt.doubts import doubtful, missing
from extractors.record import BY_A_PERSON, Field, Record, Said
from extractors.written import WITNESSED


def field(note: str | None = None, confidence: float | None = 0.99) -> Field:
    return Field(text="ก", value="ก", page=1, confidence=confidence, note=note)


WHOLE = Record(
    pages=(1, 1),
    kind="stamped_letter",
    circular=False,
    template=False,
    number=field(),
    date=field(),
    issuer=field(),
    recipients=(field(),),
)


def test_what_is_read_surely_and_whole_is_not() -> None:
    assert doubtful(WHOLE) == ()


def test_what_is_unsure_or_has_something_said_of_it_is() -> None:
    unsure = WHOLE.model_copy(update={"number": field(confidence=0.7), "date": field("Two days.")})
    assert doubtful(unsure) == ("number", "date")
    of_two = WHOLE.model_copy(update={"recipients": (field(), field(confidence=0.1))})
    assert doubtful(of_two) == ("recipients.1",)


def test_a_note_that_only_tells_more_is_no_doubt() -> None:
    by_way = "sent through (ผ่าน) ปลัดอำเภอ"
    repaired = f"{by_way} Read “นาขอำเภอ”, taken for “นายอำเภอ”."
    for note, doubted in ((by_way, ()), (repaired, ("recipients.0",))):
        assert doubtful(WHOLE.model_copy(update={"recipients": (field(note),)})) == doubted
    assert doubtful(WHOLE.model_copy(update={"recipients": (field(by_way, 0.5),)}))


def test_what_another_document_or_a_person_stands_for_is_not() -> None:
    for note in (f"{WITNESSED}ว 2 cites it.", f"{BY_A_PERSON}ก wrote this."):
        assert doubtful(WHOLE.model_copy(update={"number": field(note, 0.5)})) == ()


def test_what_such_a_letter_usually_bears_is_missed() -> None:
    bare = WHOLE.model_copy(update={"date": None, "recipients": (), "subject": None})
    assert missing(bare) == doubtful(bare) == ("date", "recipients")
    assert missing(bare.model_copy(update={"template": True})) == ()
    said = Said(field="date", by="ก", at="", accepted=True, machine=None, correction=1)
    assert missing(bare.model_copy(update={"persons": (said,)})) == ("recipients",)


def test_a_note_on_a_list_leaves_the_field_that_bears_it_alone() -> None:
    asks = "Something may be asked that was not made out: “ฝากดูด้วย”."
    listed = "Listed on page 2 but read into no committee: พ.ต.ท. มานะ อดทน."
    noted = WHOLE.model_copy(update={"number": field(f"{asks}; {listed}")})
    assert doubtful(noted) == ("obligations", "members")
    said = Said(field="obligations", by="ก", at="", accepted=True, machine=None, correction=1)
    assert doubtful(noted.model_copy(update={"persons": (said,)})) == ("members",)
    both = WHOLE.model_copy(update={"number": field(f"{asks}; named in the seal")})
    assert doubtful(both) == ("number", "obligations")
