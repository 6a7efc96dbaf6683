"""Which fields of a document a clerk is asked to compare with the paper."""

from extractors.passage import Evidence
from extractors.record import Citation, Field, Record
from pipeline.models import Box
from saraban.fields import doubts


def field(text: str, confidence: float, note: str | None = None) -> Field:
    return Field.of(Evidence(text, 1, Box(0.1, 0.1, 0.4, 0.12), confidence), note=note)


def document(**fields: object) -> dict[str, object]:
    record = Record(pages=(1, 1), kind="external_letter", circular=False, template=False, **fields)
    return record.model_dump(mode="json")


def test_what_was_read_surely_is_not_asked_about() -> None:
    assert doubts(document(number=field("กข ๐๐๑๒/๓", 0.95))) == []


def test_a_faint_number_and_a_noted_subject_are_named_in_the_order_of_the_letter() -> None:
    faint = document(number=field("กข ๐๐๑๒/๓", 0.4), subject=field("ขอเชิญประชุม", 0.9, "repaired"))
    assert doubts(faint) == ["ที่", "เรื่อง"]


def test_the_second_of_several_names_the_field_once() -> None:
    cited = [
        Citation(role="reference", text="x", issuer=None, number=n, date=None, confidence=c)
        for n, c in (("กข 1/1", 0.9), ("กข 1/2", 0.3), ("กข 1/3", 0.2))
    ]
    assert doubts(document(citations=tuple(cited))) == ["อ้างถึง"]
