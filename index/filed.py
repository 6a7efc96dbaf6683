"""A document as the archive holds it, and its summary as every list shows it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from extractors.record import Kind, Model, Record


class SummarySource(Model):
    """The file a document came in."""

    sha256: str
    name: str


class Summary(Model):
    """SUMMARY of the command line's contract: values normalised as in the schema."""

    id: str
    kind: Kind
    number: str | None
    date: str | None
    issuer: str | None
    subject: str | None
    recipients: tuple[str, ...]
    pages: tuple[int, int]
    source: SummarySource


@dataclass(frozen=True)
class Filed:
    """One document of the catalogue with all its fields."""

    id: str
    sha256: str
    ordinal: int
    source_name: str
    accessioned_at: str  # ISO, UTC
    record: Record

    @property
    def number(self) -> str | None:
        return self.record.number.value if self.record.number else None

    @property
    def date(self) -> str | None:
        """ISO; 'YYYY-MM' where the day is left blank."""
        return self.record.date.value if self.record.date else None

    @property
    def issuer(self) -> str | None:
        return self.record.issuer.value if self.record.issuer else None

    @property
    def subject(self) -> str | None:
        return self.record.subject.value if self.record.subject else None

    @cached_property
    def summary(self) -> Summary:
        return Summary(
            id=self.id,
            kind=self.record.kind,
            number=self.number,
            date=self.date,
            issuer=self.issuer,
            subject=self.subject,
            recipients=tuple(recipient.value for recipient in self.record.recipients),
            pages=self.record.pages,
            source=SummarySource(sha256=self.sha256, name=self.source_name),
        )


@dataclass(frozen=True, slots=True)
class FiledSource:
    """A source file as the catalogue holds it."""

    sha256: str
    name: str
    media_type: str
    size: int
    page_count: int
    accessioned_at: str
    notes: tuple[str, ...]


def document_id(sha256: str, ordinal: int) -> str:
    """`0f3a9c2b7d10-2`: the second document of the file whose SHA-256 begins so."""
    return f"{sha256[:12]}-{ordinal}"


def is_of_file(document_id: str, sha256: str) -> bool:
    """Whether a document came in the file of this SHA-256.

    >>> is_of_file("0f3a9c2b7d10-2", "0f3a9c2b7d10" + 52 * "0")
    True
    """
    return sha256.startswith(document_id.partition("-")[0])
