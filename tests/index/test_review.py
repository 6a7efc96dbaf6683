"""The review queue."""

from __future__ import annotations

from collections.abc import Callable

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import text

from extractors.record import Field, Record
from index.catalogue import Catalogue
from index.corrections import acts
from index.review import following, queue
from index.schema.versions import v0006_corrections

Put = Callable[..., list[str]]
Make = Callable[..., Record]


def unsure(value: str) -> Field:
    return Field(text=value, value=value, page=1, confidence=0.5)


def test_the_most_doubtful_first_and_gone_when_settled(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    (one,) = put(record(kind="other", number=unsure("กข 1/1")), name="1.pdf")
    (two,) = put(
        record(kind="other", number=unsure("กข 1/2"), subject=unsure("เรื่อง")), name="2.pdf"
    )
    put(record(kind="other", number="กข 1/3"), name="3.pdf")
    waiting = queue(catalogue)
    assert (waiting.total, waiting.values) == (2, 3)
    assert [(document.id, doubts) for document, doubts in waiting.documents] == [(two, 2), (one, 1)]
    assert (following(catalogue, two), following(catalogue, one)) == (one, two)
    acts.accept(catalogue, two, "number", "สมหญิง")
    acts.put_right(catalogue, two, "subject", {"value": "เรื่องจริง"}, "สมหญิง")
    assert [document.id for document, _ in queue(catalogue).documents] == [one]
    assert following(catalogue, one) is None


def test_an_archive_of_before_knows_its_doubts(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    put(record(kind="other", number=unsure("กข 1/1")))
    with catalogue.writing() as connection:
        for statement in _NEVER_MADE:
            connection.execute(text(statement))
        with Operations.context(MigrationContext.configure(connection)):
            v0006_corrections.upgrade()
    assert queue(catalogue).total == 1


_NEVER_MADE = (  # what step 0006 makes
    "DROP INDEX document_doubts",
    "ALTER TABLE document DROP COLUMN doubts",
    "ALTER TABLE link DROP COLUMN anchor",
    "ALTER TABLE page DROP COLUMN excluded",
    "ALTER TABLE source DROP COLUMN grouping",
    *(f"DROP TABLE {name}" for name in ("received", "document_name", "machine_record")),
    "DROP TABLE correction",
)
