"""Who saw which secret document: noted before it is shown, and for ever."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from extractors.record import Record
from index.access_log import Noting, accesses
from index.catalogue import Catalogue
from pipeline.errors import NotFound

Put = Callable[..., list[str]]
Make = Callable[..., Record]


@pytest.fixture
def ids(put: Put, record: Make) -> list[str]:
    """An open letter and two secret ones, in one file."""
    pages = [{"pages": (n, n)} for n in (1, 2, 3)]
    secrecy = (None, "ลับ", "ลับที่สุด")
    return put(*(record(**one, secrecy=s) for one, s in zip(pages, secrecy, strict=True)))


def noting(catalogue: Catalogue, what: str = "GET /") -> Noting:
    return Noting(catalogue, "สมศรี", "10.0.0.1", what)


def test_what_is_open_is_not_noted(catalogue: Catalogue, ids: list[str]) -> None:
    seen = catalogue.seen_by(True, noting(catalogue))
    assert seen.document(ids[0]).id == ids[0]
    assert len(seen.pages(catalogue.document(ids[0]).sha256, 1, 1)) == 1
    assert accesses(catalogue) == []


def test_a_secret_document_is_noted_once_a_request(catalogue: Catalogue, ids: list[str]) -> None:
    seen = catalogue.seen_by(True, noting(catalogue, f"GET /documents/{ids[1]}"))
    for _ in range(2):
        seen.document(ids[1])
    (row,) = accesses(catalogue)
    assert (row.who, row.address, row.document_id) == ("สมศรี", "10.0.0.1", ids[1])
    assert row.what == f"GET /documents/{ids[1]}"


def test_so_are_its_pages_and_the_file_it_came_in(catalogue: Catalogue, ids: list[str]) -> None:
    sha256 = catalogue.document(ids[0]).sha256
    catalogue.seen_by(True, noting(catalogue)).pages(sha256, 2, 2)
    assert [one.document_id for one in accesses(catalogue)] == [ids[1]]
    assert catalogue.seen_by(True, noting(catalogue)).opens(sha256)
    assert {one.document_id for one in accesses(catalogue)} == {ids[1], ids[2]}


def test_who_is_not_cleared_sees_nothing_to_note(catalogue: Catalogue, ids: list[str]) -> None:
    seen = catalogue.seen_by(False, noting(catalogue))
    with pytest.raises(NotFound):
        seen.document(ids[1])
    assert not seen.opens(catalogue.document(ids[0]).sha256)
    assert accesses(catalogue) == []


@pytest.mark.parametrize("change", ["DELETE FROM secret_access", "UPDATE secret_access SET who=''"])
def test_nothing_noted_can_be_changed(catalogue: Catalogue, ids: list[str], change: str) -> None:
    noting(catalogue)([ids[1]])
    with pytest.raises(DBAPIError, match="append-only"), catalogue.writing() as connection:
        connection.execute(text(change))
    assert len(accesses(catalogue)) == 1


def test_the_log_is_read_a_page_at_a_time(catalogue: Catalogue, ids: list[str]) -> None:
    for _ in range(3):
        noting(catalogue)([ids[1]])
    first = accesses(catalogue, limit=2)
    assert [one.id for one in first] == [3, 2]
    assert [one.id for one in accesses(catalogue, limit=2, before=2)] == [1]
