"""The same code on PostgreSQL: a cluster of its own, where PostgreSQL is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from extractors.record import Record
from index.access_log import Noting
from index.accounts import add_account, check_login
from index.arrivals import arrivals
from index.catalogue import Catalogue
from index.corrections import acts
from index.corrections.check import check
from index.due import due
from index.find import find_document
from index.links.linker import link_documents
from index.links.rows import links_of
from index.received import day_of, number_received, register_of
from index.review import queue
from index.search import search
from index.trace import trace
from index.whoosh_index import open_index

Put = Callable[..., list[str]]


def _programs() -> Path | None:
    """Where initdb and pg_ctl are: on the path, or where Debian puts them."""
    found = shutil.which("initdb")
    places = [Path(found).parent] if found else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((place for place in places if (place / "initdb").is_file()), None)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    pytest.importorskip("psycopg", reason="the PostgreSQL driver is not installed")
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed: neither initdb nor /usr/lib/postgresql is there")
    # Not under pytest's folder: that is root's alone, and too long a path for a socket.
    folder = Path(tempfile.mkdtemp(prefix="saraban-postgresql-"))
    data, become = folder / "data", []
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        if shutil.which("runuser") is None:
            pytest.skip("PostgreSQL cannot run as root, and there is no runuser")
        become = ["runuser", "-u", "postgres", "--"]
        shutil.chown(folder, "postgres")

    def run(program: str, *arguments: str) -> None:
        command = [*become, str(programs / program), *arguments]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, timeout=120)

    run("initdb", "-D", str(data), "-U", "saraban", "-A", "trust", "-E", "UTF8", "--locale=C")
    options = f"-c listen_addresses='' -k {folder} -c fsync=off"
    run("pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql://saraban@/postgres?host={folder}"
    finally:
        run("pg_ctl", "-D", str(data), "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder)


def test_an_archive_on_postgresql(
    url: str, put_into: Put, packet: tuple[Record, ...], tmp_path: Path
) -> None:
    with Catalogue.open(url) as catalogue:
        ids = put_into(catalogue, *packet, name="packet.pdf")
        assert put_into(catalogue, *packet, name="packet.pdf") == ids
        link_documents(catalogue, ids)
        assert len(links_of(catalogue, ids)) == 6
        assert tuple(one.record for one in catalogue.documents(ids)) == packet
        assert find_document(catalogue, "ว ๒๕๖๓") == ids[1]
        with open_index(tmp_path / "index", catalogue) as index:
            assert search(catalogue, index, "117/2564").hits[0].id == ids[4]
            found = search(catalogue, index, "แต่งตั้ง", issuer="แพร่", sort="date")
            assert [hit.id for hit in found.hits] == [ids[4]]
        assert len(due(catalogue, date(2021, 5, 1))) == 152
        assert trace(catalogue, ids[4]).up[0].clause == "1"
    with Catalogue.open(url) as again:
        assert again.count() == again.seen_by(cleared=False).count() == 5
        Noting(again, "สมศรี", "10.0.0.1", "GET /")(ids[:1])
        with pytest.raises(DBAPIError, match="append-only"), again.writing() as connection:
            connection.execute(text("DELETE FROM secret_access"))
        add_account(again, "สมศรี", "ฝนตกที่หน้าต่าง", "admin")
        assert check_login(again, "สมศรี", "ฝนตกที่หน้าต่าง", "10.0.0.1").role == "admin"


def test_corrections_on_postgresql(url: str, put_into: Put, packet: tuple[Record, ...]) -> None:
    with Catalogue.open(url) as catalogue:
        ids = put_into(catalogue, *packet, name="corrected.pdf")
        link_documents(catalogue, ids)
        number_received(catalogue)
        sha256 = catalogue.document(ids[0]).sha256
        right = acts.put_right(catalogue, ids[1], "number", {"value": "มท 0810.7/ว 9999"}, "ก")
        acts.accept(catalogue, ids[1], "subject", "ก")
        joined = acts.join(catalogue, sha256, 7, "ก")
        assert len(catalogue.ids_of(sha256)) == 4
        acts.undo(catalogue, joined.id, "ก")
        acts.undo(catalogue, right.id, "ก")
        after = [one.record for one in catalogue.documents(ids)]
        assert [one.number for one in after] == [one.number for one in packet]
        assert [one.field for one in after[1].persons] == ["subject"]
        with catalogue.reading() as connection:
            assert [one for one in check(connection) if one] == []
        assert queue(catalogue).total >= 0 and arrivals(catalogue, 5)
        day = day_of(catalogue.source(sha256).accessioned_at)
        assert register_of(catalogue, day, day)
        with pytest.raises(DBAPIError, match="append-only"), catalogue.writing() as connection:
            connection.execute(text("DELETE FROM correction"))
