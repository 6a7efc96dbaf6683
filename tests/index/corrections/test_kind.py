"""What a person says that a document is decides what is looked for in it."""

from __future__ import annotations

from pathlib import Path

from index.catalogue import Catalogue
from index.corrections import acts, machine
from tests.index.corrections.settling import settle

BY = "สมหญิง"


def test_a_document_of_another_kind_is_described_as_one_and_corrections_stay(
    catalogue: Catalogue, filed: str, tmp_path: Path
) -> None:
    """An order appoints a committee; taken for a statement, nobody is looked for."""
    id_ = next(one.id for one in catalogue.documents(catalogue.ids()) if one.record.committees)
    acts.put_right(catalogue, id_, "subject", {"value": "แต่งตั้งคณะทำงานทดสอบ"}, BY)
    before = catalogue.document(id_).record
    event = acts.put_right(catalogue, id_, "kind", {"value": "statement"}, BY)
    settle(catalogue, tmp_path)
    shown = catalogue.document(id_).record
    assert (shown.kind, shown.committees) == ("statement", ())
    assert shown.subject == before.subject
    assert [(one.field, one.machine) for one in shown.persons if one.field == "kind"] == [
        ("kind", "order")
    ]
    again = acts.put_right(catalogue, id_, "kind", {"value": "order"}, BY)
    settle(catalogue, tmp_path)
    assert catalogue.document(id_).record.committees == before.committees
    acts.undo(catalogue, again.id, BY)
    acts.undo(catalogue, event.id, BY)
    settle(catalogue, tmp_path)
    assert catalogue.document(id_).record == before
    with catalogue.reading() as connection:
        kept = [one.described_as for one in machine.of_file(connection, filed)]
    assert kept == [None, "statement"], "described once for each kind that persons gave"
