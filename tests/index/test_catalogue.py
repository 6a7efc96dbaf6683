"""The catalogue keeps what was read, whole and once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from extractors.record import Extraction, Record, Source
from index import correction_tables, tables
from index.catalogue import Catalogue
from index.page_json import page_from_json, page_to_json
from pipeline.errors import ArchiveUnusable, NotFound, SarabanError
from pipeline.models import Box, Cell, Change, Code, Line, Page, SourceFile, Stamp, Table, Word

Put = Callable[..., list[str]]
Make = Callable[..., Record]

BOX = Box(0.125, 0.25, 0.5, 0.3)
LINE = Line("ที่ มท ๐๘๑๐.๗/ว ๒๕๖๓", 1, BOX, 0.75, (Word("ที่", BOX, 0.5),))
PAGE = Page(
    number=1,
    lines=(
        LINE,
        Line(
            "เรื่อง",
            1,
            Box(0.1, 0.3, 0.2, 0.32),
            changes=(Change(0, "เรือง", "เรื่อง", "a mark was lost", False, BOX),),
        ),
    ),
    tables=(Table(1, BOX, ((Cell(BOX, (LINE,)), Cell(BOX, (Line("นอกหน้า", 1, BOX),))),)),),
    stamps=(Stamp(1, BOX, (Line("เลขรับ 810", 1, BOX, 0.9),)),),
    codes=(Code(1, "https://example.org/a", BOX),),
    marks=(Line("ลายมือ", 1, BOX, 0.1),),
    rotation=90,
    skew=-1.5,
    notes=("turned",),
)


def source_of(pages: int = 1, sha256: str = "ab" * 32) -> tuple[SourceFile, Source]:
    file = SourceFile(Path("a.pdf"), "a.pdf", sha256, "application/pdf", 7, ("looked at",))
    said = Source(name="a.pdf", sha256=sha256, media_type="application/pdf", page_count=pages)
    return file, said


def test_a_page_comes_back_as_it_was_and_its_text_is_kept_once(catalogue: Catalogue) -> None:
    file, said = source_of()
    catalogue.add(file, [PAGE], Extraction(source=said, documents=()))
    assert catalogue.pages(file.sha256) == (PAGE,)
    assert str(page_to_json(PAGE)).count("๐๘๑๐") == 1
    assert page_from_json(page_to_json(Page(number=3)), 3, "scan", 0, 0.0, ()) == Page(number=3)


def test_a_record_comes_back_as_it_was(
    catalogue: Catalogue, put: Put, packet: tuple[Record, ...]
) -> None:
    ids = put(*packet, name="packet.pdf")
    assert [id_.split("-")[1] for id_ in ids] == ["1", "2", "3", "4", "5"]
    assert tuple(one.record for one in catalogue.documents(ids)) == packet
    assert catalogue.document(ids[1]).summary.model_dump(mode="json") == {
        "id": ids[1],
        "kind": "external_letter",
        "number": "มท 0810.7/ว 2563",
        "date": "2021-02-15",
        "issuer": "กรมส่งเสริมการปกครองท้องถิ่น",
        "subject": packet[1].subject.value if packet[1].subject else None,
        "recipients": ["ผู้ว่าราชการจังหวัด ทุกจังหวัด"],
        "pages": [2, 3],
        "source": {"sha256": catalogue.sources()[0].sha256, "name": "packet.pdf"},
    }


def test_the_same_bytes_twice_change_nothing(
    catalogue: Catalogue, put: Put, packet: tuple[Record, ...]
) -> None:
    ids = put(*packet)
    before = catalogue.sources(), catalogue.events()
    assert put(*packet) == ids
    assert (catalogue.sources(), catalogue.events()) == before


def test_a_file_is_filed_whole_or_not_at_all(
    catalogue: Catalogue, packet: tuple[Record, ...]
) -> None:
    """The second page bears the first one's number, which the catalogue refuses."""
    file, said = source_of(2)
    with pytest.raises(IntegrityError):
        catalogue.add(file, [PAGE, PAGE], Extraction(source=said, documents=packet))
    assert not catalogue.has(file.sha256)
    assert (catalogue.count(), catalogue.sources(), catalogue.events()) == (0, [], [])


def test_what_is_not_there_is_said(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound):
        catalogue.document("0f3a9c2b7d10-2")
    with pytest.raises(NotFound):
        catalogue.source("00" * 32)
    assert catalogue.documents(["0f3a9c2b7d10-2"]) == []


def test_a_refused_file_is_noted_once_for_each_reason(catalogue: Catalogue) -> None:
    for _ in range(2):
        catalogue.quarantine("a.exe", "not_supported", "This is a program.", "cd" * 32)
    catalogue.quarantine("b.pdf", "empty", "The file is empty.")
    assert [(one.name, one.code) for one in catalogue.quarantined()] == [
        ("a.exe", "not_supported"),
        ("b.pdf", "empty"),
    ]
    assert [one.what for one in catalogue.events("cd" * 32)] == ["quarantined"]


def test_every_event_says_when_and_by_which_program(catalogue: Catalogue) -> None:
    catalogue.note_event("read", "ab" * 32, pages=7)
    (event,) = catalogue.events()
    assert (event.what, event.detail) == ("read", {"pages": 7})
    assert event.version.startswith("saraban") and event.at.endswith("Z")


def test_the_steps_make_the_tables_that_the_program_knows(catalogue: Catalogue) -> None:
    with catalogue.reading() as connection:
        context = MigrationContext.configure(connection)
        assert correction_tables.handling.metadata is tables.metadata  # its tables are among them
        assert compare_metadata(context, tables.metadata) == []


def test_an_archive_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = str(tmp_path / "catalogue.db")
    with Catalogue.open(path) as catalogue, catalogue.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SarabanError) as refused:
        Catalogue.open(path)
    assert refused.value.code == "archive_newer"


def test_a_file_that_is_no_database_is_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.db"
    path.write_bytes(b"not a database, though it has the name of one")
    with pytest.raises(ArchiveUnusable, match="file is not a database"):
        Catalogue.open(str(path))


def test_two_processes_may_read_while_one_writes(tmp_path: Path) -> None:
    path = str(tmp_path / "catalogue.db")
    file, said = source_of()
    with Catalogue.open(path) as one, Catalogue.open(path) as other:
        with one.writing() as connection:
            connection.execute(text("DELETE FROM event"))
            assert other.count() == 0
        other.add(file, [PAGE], Extraction(source=said, documents=()))
        assert one.has(file.sha256)


@contextmanager
def undone(catalogue: Catalogue) -> Iterator[None]:
    with pytest.raises(KeyboardInterrupt), catalogue.writing() as connection:
        connection.execute(text("DELETE FROM document"))
        yield
        raise KeyboardInterrupt


def test_an_interrupted_transaction_leaves_all_as_it_was(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    put(record(kind="other"))
    with catalogue.writing() as connection:  # nothing refers to the document now
        for table in ("index_state", "event"):
            connection.execute(text(f"DELETE FROM {table}"))
    with undone(catalogue):
        pass
    assert catalogue.count() == 1


@pytest.mark.parametrize("url", ["mysql://nowhere/x", "nonsense://", "://"])
def test_what_no_catalogue_can_be_kept_in_is_told(url: str) -> None:
    with pytest.raises(ArchiveUnusable):
        Catalogue.open(url)


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    path = tmp_path / "คลัง ?mode=100%41#" / "catalogue.db"
    path.parent.mkdir()
    Catalogue.open(str(path)).close()
    assert path.is_file()
