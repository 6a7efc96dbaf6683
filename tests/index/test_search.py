"""Documents are found by what people remember of them; the index is disposable."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from extractors.record import Record
from index import whoosh_index, whoosh_store
from index.catalogue import Catalogue
from index.find import find_document
from index.index_state import count_indexed_in, not_indexed_in
from index.search import SearchResult, search
from index.snippet import best_passage
from index.whoosh_index import SearchIndex, open_index
from pipeline.errors import Ambiguous, BadQuery, NotFound
from pipeline.models import Page
from pipeline.thai_digits import arabic

Put = Callable[..., list[str]]
Make = Callable[..., Record]


@pytest.fixture
def archive(
    catalogue: Catalogue, put: Put, packet: tuple[Record, ...], packet_pages: tuple[Page, ...]
) -> Catalogue:
    put(*packet, name="packet.pdf", pages=packet_pages)
    return catalogue


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


def places(found: SearchResult) -> list[int]:
    """The places in the packet of the documents found, the best first."""
    return [int(hit.id.split("-")[1]) for hit in found.hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("มท0810.7/ว2563", [2]),
        ("ว ๒๕๖๓", [2]),
        ("2563", [2]),
        ("ที่ 117/2564", [5]),
        ("217/2564", [1]),  # nothing bears it; the cover letter cites it
        ("มท 0892.2/ว 803", [2]),
        ("๑๕ กุมภาพันธ์ ๒๕๖๔", [2, 3]),  # the sample is of February, its day blank
        ("15/2/2564", [2, 3]),
        ("มี.ค. 2564", [1, 5]),
        ("2564", [1, 2, 3, 4, 5]),
        ("2550", [2]),
        ("สาธารณสุข", [3, 5]),
        ("ส่งเสริม", [1, 2, 3, 4, 5]),
        ("ส่งเสริมการปกครอง", [1, 2, 3, 4, 5]),
        ('"การปกครองท้องถิ่น"', [1, 2, 3, 4, 5]),
        ('"ท้องถิ่นการปกครอง"', []),
        ("กิตตินันท์", [1, 5]),
        ("คณะกรรมการ มี.ค. 2564", [5]),
        ("กรรมการ 117", [5]),
        ("sopansubb", [2, 4]),
        ("ปลากะพง", []),
    ],
)
def test_what_is_found(archive: Catalogue, folder: Path, query: str, expected: list[int]) -> None:
    with open_index(folder, archive) as index:
        found = search(archive, index, query)
    assert sorted(places(found)) == expected
    assert found.total == len(expected)


def test_who_types_a_number_gets_its_bearer_first(archive: Catalogue, folder: Path) -> None:
    with open_index(folder, archive) as index:
        assert places(search(archive, index, "117/2564"))[0] == 5


def test_filters_sorting_and_limit(archive: Catalogue, folder: Path) -> None:
    with open_index(folder, archive) as index:
        assert places(search(archive, index, "ท้องถิ่น", kind="form")) == [4]
        assert sorted(places(search(archive, index, "ท้องถิ่น", date_from="2021-03-01"))) == [1, 5]
        assert places(search(archive, index, "ท้องถิ่น", date_to="2021-02-14")) == [3]
        assert places(search(archive, index, "ท้องถิ่น", issuer="กรมส่งเสริม การปกครอง")) == [2]
        assert places(search(archive, index, "ท้องถิ่น", issuer="%")) == []
        by_date = search(archive, index, "ท้องถิ่น", sort="date", limit=3)
    assert by_date.total == 5
    assert places(by_date) == [5, 1, 2]


def test_the_json_is_the_contract_s(archive: Catalogue, folder: Path) -> None:
    with open_index(folder, archive) as index:
        found = search(archive, index, "สาธารณสุข", limit=1)
    dumped = json.loads(found.model_dump_json())
    assert set(dumped) == {"query", "total", "took_ms", "hits"}
    summary = {"id", "kind", "number", "date", "issuer", "subject", "recipients", "pages", "source"}
    assert set(dumped["hits"][0]) == summary | {"score", "snippet"}


def test_the_snippet_shows_the_match(archive: Catalogue, folder: Path) -> None:
    with open_index(folder, archive) as index:
        for query, shown in (("ร้องทุกข์", "ร้องทุกข์"), ("มท0810.7/ว2563", "๐๘๑๐.๗/ว ๒๕๖๓")):
            hit = search(archive, index, query).hits[0]
            marked = [hit.snippet[start:end] for start, end in hit.marks]
            assert any(shown in one for one in marked)


def test_a_passage_of_nothing_is_the_beginning() -> None:
    assert best_passage("ก ข ค", ["ง"]).text == "ก ข ค"
    assert best_passage("", ["ง"]).text == ""


def test_a_passage_of_a_number_or_a_date_is_looked_for_at_the_head() -> None:
    text = "ที่ กข ๐๐๑๒/๑ " + "ก" * 500 + " ลงวันที่ ๕ มกราคม ๒๕๖๔ " + "ข" * 500
    for sought in ("๐๐๑๒/๑", "๕ มกราคม ๒๕๖๔"):
        for passage in (best_passage(text, [sought], head=100), best_passage(text, [sought])):
            (mark,) = passage.marks
            assert arabic(passage.text[slice(*mark)]) == arabic(sought)
            assert passage.text.endswith("…")


@pytest.mark.parametrize("query", ["*", "((((", "\0", "ก" * 40_000])
def test_a_query_without_sense_is_refused(archive: Catalogue, folder: Path, query: str) -> None:
    with open_index(folder, archive) as index, pytest.raises(BadQuery):
        search(archive, index, query)


# --- the index is disposable ---------------------------------------------------------------------


def current(folder: Path) -> Path:
    return folder / str(json.loads((folder / "current.json").read_text())["generation"])


def test_an_index_that_is_whole_is_not_made_again(archive: Catalogue, folder: Path) -> None:
    open_index(folder, archive).close()
    before = current(folder)
    open_index(folder, archive).close()
    assert current(folder) == before
    assert len([path for path in folder.iterdir() if path.is_dir()]) == 1


def missing(folder: Path) -> None:
    (folder / "current.json").unlink()


def emptied(folder: Path) -> None:
    for path in current(folder).iterdir():
        path.unlink()


def truncated(folder: Path) -> None:
    for path in current(folder).glob("*.seg"):
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])


def garbled(folder: Path) -> None:
    (folder / "current.json").write_text("{")


def other_version(folder: Path) -> None:
    said = json.loads((folder / "current.json").read_text())
    (folder / "current.json").write_text(json.dumps({**said, "version": "0 other words"}))


def led_astray(folder: Path) -> None:
    (folder / "current.json").write_text(
        json.dumps({"generation": "../elsewhere", "version": whoosh_index.VERSION})
    )


# Whoosh leaves a damaged segment's file open, and Python closes it with a warning
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    "damage", [missing, emptied, truncated, garbled, other_version, led_astray]
)
def test_a_damaged_index_is_made_anew(
    archive: Catalogue, folder: Path, damage: Callable[[Path], None]
) -> None:
    open_index(folder, archive).close()
    damage(folder)
    with open_index(folder, archive) as index:
        assert index.ids() == set(archive.ids())
        assert places(search(archive, index, "117/2564 คำสั่ง")) == [5]


class Killed(BaseException):
    """Stands for a kill: nothing in the program catches it."""


@pytest.mark.parametrize("moment", ["before the commit", "after the commit"])
def test_a_run_killed_while_indexing_is_made_up_for(
    archive: Catalogue,
    put: Put,
    record: Make,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    moment: str,
) -> None:
    open_index(folder, archive).close()
    (new,) = put(record(subject="เรื่องใหม่เอี่ยม"), name="new.pdf")

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch, pytest.raises(Killed):
        target = "searched_text" if moment == "before the commit" else "note_indexed"
        patch.setattr(whoosh_store, target, killed)
        open_index(folder, archive)
    with open_index(folder, archive) as index:
        assert index.ids() == set(archive.ids())
        assert [hit.id for hit in search(archive, index, "เอี่ยม").hits] == [new]
        assert count_indexed_in(archive, index.generation) == len(archive.ids())
        assert not_indexed_in(archive, index.generation, 10) == []


def test_a_rebuild_killed_halfway_leaves_no_half_index(
    archive: Catalogue, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []
    add = SearchIndex.add

    def killed(self: SearchIndex, catalogue: Catalogue, ids: Sequence[str], merge: bool) -> None:
        if calls:
            raise Killed
        calls.append(1)
        add(self, catalogue, ids, merge)

    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(whoosh_store, "_MANY", 2)
        patch.setattr(SearchIndex, "add", killed)
        open_index(folder, archive)
    with open_index(folder, archive) as index:
        assert index.ids() == set(archive.ids())
    assert len([path for path in folder.iterdir() if path.is_dir()]) == 1


# --- a document by its number --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("มท ๐๘๑๐.๗/ว ๒๕๖๓", 2),
        ("มท0810.7/ว2563", 2),
        ("ว 2563", 2),
        ("ที่ ๑๑๗/๒๕๖๔", 5),
        ("1162", 1),
    ],
)
def test_a_number_as_typed_finds_the_document(archive: Catalogue, typed: str, place: int) -> None:
    found = find_document(archive, typed)
    assert found.endswith(f"-{place}")
    assert find_document(archive, found) == found


@pytest.mark.parametrize("typed", ["ว 1", "", "\0", "คำสั่ง", "0f3a9c2b7d10-9", "9" * 5000])
def test_what_is_not_there_is_not_found(archive: Catalogue, typed: str) -> None:
    with pytest.raises(NotFound):
        find_document(archive, typed)


def test_a_number_that_several_bear_is_refused_with_all(
    archive: Catalogue, put: Put, record: Make
) -> None:
    other = put(record(number="117/2564", kind="order", issuer="จังหวัดน่าน"), name="nan.pdf")
    with pytest.raises(Ambiguous) as refused:
        find_document(archive, "117/2564")
    assert set(other) < set(refused.value.candidates)
    assert len(refused.value.candidates) == 2
