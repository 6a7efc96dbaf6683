"""What is known of a document: the contract's JSON as frozen models, names as in the schema.

`model_dump(mode="json")` of an `Extraction` is valid against the contract (a copy stands in
`tests/contract/extraction.schema.json`): evidence that a value does not have (page, box,
confidence, note) is left out rather than null.
"""

from __future__ import annotations

from typing import Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    model_serializer,
)
from pydantic import Field as PydanticField

from extractors.text.passage import Evidence
from extractors.text.vocabulary import Action as Action
from extractors.text.vocabulary import CitationRole as CitationRole
from extractors.text.vocabulary import Effect as Effect
from extractors.text.vocabulary import Frequency as Frequency
from extractors.text.vocabulary import Kind as Kind
from extractors.text.vocabulary import MemberRole as MemberRole
from extractors.text.vocabulary import Secrecy as Secrecy
from extractors.text.vocabulary import Urgency as Urgency
from pipeline.thai_digits import arabic

BoxTuple = tuple[float, float, float, float]

DOUBT = 0.5  # confidence that a value with a doubt keeps at most: it goes to a clerk
_EVIDENCE = ("page", "box", "confidence", "note")
KEPT = {"kept": True}  # serialisation context: everything, for reading back
BY_A_PERSON = "By a person: "  # a note that begins so tells who stands for the value
JUDGED = "No rule knows this wording; it is like other requests in: "  # of a request learnt of
REREAD = "The rules read this otherwise; it is more like other requests in: "


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Evident(Model):
    """A value that carries the ink it came from."""

    page: int | None = None
    box: BoxTuple | None = None
    confidence: float | None = None

    @model_serializer(mode="wrap")
    def _as_in_the_contract(
        self, handler: SerializerFunctionWrapHandler, info: SerializationInfo
    ) -> dict[str, Any]:
        dumped: dict[str, Any] = handler(self)
        told = info.mode == "json" and info.context != KEPT
        if not dumped.get("readings") or told:
            dumped.pop("readings", None)  # the contract tells them in the note
        if dumped.get("effect") is None or told:
            dumped.pop("effect", None)  # told with the link
        if told and isinstance(self, Obligation):
            dumped.pop("note", None)  # the contract has no place for it
        return {k: v for k, v in dumped.items() if v is not None or k not in _EVIDENCE}


class Reading(Model):
    """One way to read a value that is partly written by hand, and its chance, 0..1."""

    text: str
    value: str
    chance: float


class Field(Evident):
    """`text` as printed; `value` normalised (Arabic digits, ISO dates, single spaces).

    `readings` of a value that is partly written by hand, likeliest first: kept in the catalogue
    (`model_dump(mode="json", context=KEPT)`), told in the note by the contract's JSON.
    """

    text: str
    value: str
    note: str | None = None
    readings: tuple[Reading, ...] = ()

    @classmethod
    def of(cls, evidence: Evidence, value: str | None = None, note: str | None = None) -> Self:
        """A field from its evidence; `value` defaults to the text, digits Arabic, spaces single.

        What was repaired in the text is told in the note.
        """
        repaired = [f"Read “{each.read}”, taken for “{each.became}”." for each in evidence.repairs]
        return cls(
            text=evidence.text,
            value=" ".join(arabic(evidence.text).split()) if value is None else value,
            note=" ".join([*([note] if note else []), *dict.fromkeys(repaired)]) or None,
            **where(evidence),
        )


def doubted(field: Field, note: str, at_most: float = DOUBT) -> Field:
    """The field with what is doubtful about it said, and no more confidence than doubt leaves."""
    sure = min(at_most, 1.0 if field.confidence is None else field.confidence)
    return field.model_copy(update={"note": note, "confidence": sure})


def where(evidence: Evidence) -> dict[str, Any]:
    """The keyword arguments page, box and confidence of any `Evident`."""
    return {
        "page": evidence.page,
        "box": tuple(min(1.0, max(0.0, round(side, 5))) for side in evidence.box.as_tuple()),
        "confidence": round(min(1.0, max(0.0, evidence.confidence)), 4),
    }


class Citation(Evident):
    """A mention of another document (อ้างถึง, สิ่งที่ส่งมาด้วย, or in running text).

    `effect` is what the citing document does to it: kept in the catalogue as `readings` are.
    """

    role: CitationRole
    text: str
    kind: Kind | None = None
    issuer: str | None
    number: str | None
    date: str | None
    effect: Effect | None = None


class Enclosure(Model):
    """สิ่งที่ส่งมาด้วย"""

    title: str
    quantity: str | None


class Signatory(Evident):
    """ผู้ลงนาม; `acting_for` is whom it is signed for (ปฏิบัติราชการแทน, รักษาราชการแทน)."""

    name: str | None
    position: str | None
    acting_for: str | None


class Contact(Model):
    """ส่วนราชการเจ้าของเรื่อง: who deals with the matter, at the foot of the letter."""

    office: str | None
    phones: tuple[str, ...] = ()
    faxes: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    officer: str | None = None


class Receipt(Evident):
    """A received stamp (ตรารับหนังสือ). `date` is ISO, `time` is HH:MM."""

    office: str | None
    number: str | None
    date: str | None
    time: str | None


class WebLink(Evident):
    """A web address, printed or inside a QR code."""

    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)

    url: str
    origin: Literal["qr", "text"] = PydanticField(alias="from")


class Member(Evident):
    """One line of a committee: a person (`name`) or an office (`position`)."""

    order: int | None
    name: str | None
    position: str | None
    role: MemberRole
    role_text: str | None


class Committee(Model):
    """คณะกรรมการ / คณะทำงาน that an order appoints."""

    name: str | None
    members: tuple[Member, ...]
    duties: tuple[str, ...] = ()


class Period(Model):
    """A span of the Thai fiscal year (B.E.), which starts on 1 October. Dates are ISO."""

    fiscal_year: int
    quarter: int | None
    start: str
    end: str


class Obligation(Evident):
    """What the document tells its recipients to do; `clause` is "3" for ข้อ ๓.

    `note` begins with `JUDGED` where no rule found it, with `REREAD` where one read it otherwise;
    it is kept in the catalogue as `readings` are.
    """

    clause: str | None
    action: Action
    text: str
    deliver_to: str | None = None
    frequency: Frequency | None = None
    due_day: int | None = None
    first_due: str | None = None
    first_period: Period | None = None
    channels: tuple[str, ...] = ()
    format: str | None = None
    note: str | None = None


class Report(Model):
    """A filled or blank report form: `rows` is its table, heading row first."""

    title: str | None
    reporting_unit: str | None
    as_of: str | None
    period: Period | None
    rows: tuple[tuple[str, ...], ...] = ()


class Said(Model):
    """What a person said of one field (`field` is its path: 'number', 'citations.0', 'kind').

    `accepted`: the reading was found right. `machine` is the reading beside it, None where there
    was none. `correction` is the event in the history of corrections.
    """

    field: str
    by: str
    at: str
    accepted: bool
    machine: str | None
    correction: int


class Record(Model):
    """All fields of one document.

    `persons` tells which of them a person stands for: kept in the catalogue as `readings` are.
    """

    pages: tuple[int, int]
    kind: Kind
    circular: bool
    template: bool
    urgency: Urgency | None = None
    secrecy: Secrecy | None = None
    number: Field | None = None
    date: Field | None = None
    issuer: Field | None = None
    subject: Field | None = None
    recipients: tuple[Field, ...] = ()
    citations: tuple[Citation, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    signatory: Signatory | None = None
    contact: Contact | None = None
    receipts: tuple[Receipt, ...] = ()
    links: tuple[WebLink, ...] = ()
    committees: tuple[Committee, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    report: Report | None = None
    persons: tuple[Said, ...] = ()

    @model_serializer(mode="wrap")
    def _as_in_the_contract(
        self, handler: SerializerFunctionWrapHandler, info: SerializationInfo
    ) -> dict[str, Any]:
        dumped: dict[str, Any] = handler(self)
        if not dumped["persons"] or (info.mode == "json" and info.context != KEPT):
            del dumped["persons"]  # told in the notes of its fields
        return dumped


class Source(Model):
    """The source file as the contract shows it."""

    name: str
    sha256: str
    media_type: str
    page_count: int


class Extraction(Model):
    """What one source file holds."""

    schema_version: Literal[1] = 1
    source: Source
    documents: tuple[Record, ...]
