"""To who is not cleared, a secret document is not there: by whatever way it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from extractors.record import Citation, Record
from index import database, register
from index.catalogue import Catalogue
from index.find import find_document
from index.links.linker import link_documents
from index.search import search
from index.trace import trace
from index.viewer import LOCAL, Viewer
from index.whoosh_index import open_index
from pipeline.errors import NotFound

Put = Callable[..., list[str]]
Make = Callable[..., Record]


@pytest.fixture
def ids(catalogue: Catalogue, put: Put, record: Make) -> dict[str, str]:
    """An open letter that cites a secret one, and a packet that holds both sorts."""
    told = record(number="กข 1/ว 7", date="2022-03-05", issuer="กรมทดสอบ", subject="แผนทดสอบ")
    secret = record(
        number="กข 1/ว 8",
        date="2022-03-06",
        issuer="กรมทดสอบ",
        subject="แผนทดสอบลับ",
        secrecy="ลับ",
    )
    citing = record(
        number="กข 1/ว 9",
        date="2022-04-01",
        issuer="กรมทดสอบ",
        subject="ติดตามแผนทดสอบ",
        citations=(
            Citation(
                role="reference",
                text="หนังสือกรมทดสอบ ที่ กข ๑/ว ๘ ลงวันที่ ๖ มีนาคม ๒๕๖๕",
                number="กข 1/ว 8",
                date="2022-03-06",
                issuer="กรมทดสอบ",
            ),
        ),
    )
    first = put(told, secret.model_copy(update={"pages": (2, 2)}), name="packet.pdf")
    second = put(citing, name="later.pdf")
    link_documents(catalogue, [*first, *second])
    return dict(zip(("told", "secret", "citing"), [*first, *second], strict=True))


def test_the_catalogue_does_not_know_it(catalogue: Catalogue, ids: dict[str, str]) -> None:
    seen = catalogue.seen_by(cleared=False)
    assert (catalogue.count(), seen.count()) == (3, 2)
    assert set(seen.ids()) == {ids["told"], ids["citing"]}
    assert catalogue.document(ids["secret"]).record.secrecy == "ลับ"
    for ask in (seen.document, lambda id_: find_document(seen, id_)):
        with pytest.raises(NotFound):
            ask(ids["secret"])
    with pytest.raises(NotFound):
        find_document(seen, "ว 8")
    assert find_document(catalogue, "ว 8") == ids["secret"]


def test_nor_its_pages_or_the_file_it_came_in(catalogue: Catalogue, ids: dict[str, str]) -> None:
    seen = catalogue.seen_by(cleared=False)
    sha256 = catalogue.document(ids["told"]).sha256
    assert [page.number for page in catalogue.pages(sha256)] == [1, 2]
    assert [page.number for page in seen.pages(sha256)] == [1]
    assert seen.source(sha256).name == "packet.pdf"
    assert seen.ids_of(sha256) == [ids["told"]]
    assert catalogue.opens(sha256) and not seen.opens(sha256)
    assert seen.opens(catalogue.document(ids["citing"]).sha256)


def test_a_file_of_secrets_alone_is_not_there(catalogue: Catalogue, put: Put, record: Make) -> None:
    (id_,) = put(record(secrecy="ลับที่สุด"))
    sha256 = catalogue.document(id_).sha256
    assert catalogue.source(sha256).sha256 == sha256
    with pytest.raises(NotFound):
        catalogue.seen_by(cleared=False).source(sha256)


def test_the_register_neither_lists_nor_counts_it(
    catalogue: Catalogue, ids: dict[str, str]
) -> None:
    seen = catalogue.seen_by(cleared=False)
    assert register.meeting(seen, []) == [ids["citing"], ids["told"]]
    assert register.bearing(seen, "กข 1/ว 8") == []
    assert register.citing(seen, "กข 1/ว 8") == [ids["citing"]]
    assert register.counts(seen, "issuer") == {"กรมทดสอบ": 2}


@pytest.mark.parametrize(("typed", "found"), [("แผนทดสอบ", 2), ("กข 1/ว 8", 1), ("มี.ค. 2565", 1)])
def test_a_search_neither_finds_nor_counts_it(
    catalogue: Catalogue, ids: dict[str, str], tmp_path: Path, typed: str, found: int
) -> None:
    with open_index(tmp_path / "index", catalogue) as index:
        answer = search(catalogue.seen_by(cleared=False), index, typed)
        everything = search(catalogue, index, typed)
    assert answer.total == found
    assert everything.total == found + 1
    assert ids["secret"] not in {hit.id for hit in answer.hits}


def test_a_trace_leads_as_far_as_it_would_if_it_were_not_there(
    catalogue: Catalogue, ids: dict[str, str]
) -> None:
    (known,) = trace(catalogue, ids["citing"]).up
    assert known.document is not None and known.document.id == ids["secret"]
    (link,) = trace(catalogue.seen_by(cleared=False), ids["citing"]).up
    assert (link.document, link.certainty) == (None, "unresolved")
    assert link.why == "the document is not in the archive"
    assert link.cited_as == known.cited_as


def test_nor_does_the_reason_of_a_citation_that_leads_nowhere_name_it(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    """The citation bears another date than the secret letter: to who is cleared the reason says
    which."""
    put(record(number="กข 1/ว 8", date="2022-03-06", issuer="กรมทดสอบ", secrecy="ลับ"))
    other = Citation(
        role="reference",
        text="หนังสือกรมทดสอบ ที่ กข ๑/ว ๘ ลงวันที่ ๑ มกราคม ๒๕๖๐",
        number="กข 1/ว 8",
        date="2017-01-01",
        issuer="กรมทดสอบ",
        page=1,
        confidence=0.99,
    )
    (id_,) = put(record(number="กข 1/ว 9", date="2022-04-01", citations=(other,)))
    link_documents(catalogue, [*catalogue.ids()])
    (open_,), (shut,) = (
        trace(one, id_).up for one in (catalogue, catalogue.seen_by(cleared=False))
    )
    assert open_.certainty == shut.certainty == "unresolved"
    assert "2022-03-06" in open_.why or "6 March 2022" in open_.why
    assert "2022" not in shut.why and "ว 8" not in shut.why


def test_an_archive_of_before_knows_its_secrets(tmp_path: Path, record: Make) -> None:
    path = tmp_path / "catalogue.db"
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "schema"))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        connection.execute(text("INSERT INTO source VALUES ('ab', 'a.pdf', '', 1, 2, '', '[]')"))
        for ordinal, secrecy in enumerate((None, "ลับ"), start=1):
            said = record(secrecy=secrecy).model_dump_json()
            connection.execute(
                text(
                    "INSERT INTO document (id, sha256, ordinal, first_page, last_page, kind, "
                    "circular, template, record) VALUES (:id, 'ab', :n, 1, 1, 'other', 0, 0, :said)"
                ),
                {"id": f"ab-{ordinal}", "n": ordinal, "said": said},
            )
    engine.dispose()
    with Catalogue.open(str(path)) as catalogue:
        assert catalogue.seen_by(cleared=True).ids() == ["ab-1", "ab-2"]
        assert catalogue.seen_by(cleared=False).ids() == ["ab-1"]


def test_what_people_may_do() -> None:
    assert LOCAL.may_change and LOCAL.cleared
    assert Viewer("ก", "clerk", cleared=False).may_change
    assert not Viewer("ข", "auditor", cleared=True).may_change
