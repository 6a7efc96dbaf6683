"""Opens the database of the catalogue and brings its tables up to date."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    Engine,
    Row,
    Select,
    create_engine,
    event,
    inspect,
    make_url,
    text,
)
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from index import read_only
from pipeline.errors import ArchiveBusy, ArchiveUnusable, SarabanError

HEAD = "0014"  # the newest step in index/schema/versions
_BUSY_SECONDS = 30
_CHUNK = 400  # values in one question: below every database's limit, pairs of them too
_MIGRATION_LOCK = 0x5A4B  # PostgreSQL advisory lock: one process migrates


def open_database(url: str) -> Engine:
    """An engine on tables of the newest form.

    `url` is SQLAlchemy's (`sqlite:///path`, `postgresql://…`), or the path of a SQLite file.
    Raises SarabanError (code `archive_newer`) if a newer program wrote the archive,
    ArchiveBusy if another process holds it, ArchiveUnusable if it is no database. A SQLite file
    that may not be written to is opened to be read only (`is_read_only`).
    """
    engine = _engine(url)
    with reading(engine) as connection:
        ready = _revision(connection) == HEAD
    if not ready and is_read_only(engine):
        raise read_only.refuse("its catalogue is of an older form")
    if not ready:
        with writing(engine) as connection:
            _migrate(connection)
    return engine


def is_read_only(engine: Engine) -> bool:
    """Whether nothing can be written, as file or folder may not be."""
    return bool(engine.get_execution_options().get("saraban_read_only"))


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the catalogue throughout."""
    with _in_words(), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: all of it or nothing. SQLite takes the write lock at once, so
    that two writers queue instead of failing half way. Raises ArchiveUnusable (`archive_read_only`)
    where nothing may be written."""
    if is_read_only(engine):
        raise read_only.refuse("nothing can be changed in it")
    with (
        _in_words(),
        engine.connect().execution_options(saraban_writes=True) as connection,
        connection.begin(),
    ):
        yield connection


def in_chunks(
    connection: Connection,
    wanted: Select[Any],
    column: ColumnElement[Any],
    values: Collection[Any],
) -> Iterator[Row[Any]]:
    """Rows of a question in which `column` is one of so many values, a few hundred at a time."""
    ordered = list(values)
    for start in range(0, len(ordered), _CHUNK):
        asked = wanted.where(column.in_(ordered[start : start + _CHUNK]))
        yield from connection.execute(asked).all()  # one by one costs four times as much


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        if type(error) not in (OperationalError, DatabaseError):
            raise  # a question wrongly put, or a rule of the tables broken: the program's fault
        if "locked" in str(error.orig) or "lock timeout" in str(error.orig):
            raise ArchiveBusy(
                "Another process is writing to the archive; wait until it is done and try again."
            ) from error
        raise ArchiveUnusable(
            f"The catalogue cannot be used ({error.orig}). If its disk is full, make room; if its "
            "folder may only be read, get the right to write there; if its server is away, start "
            "it; if its file is damaged, put it back from the last copy."
        ) from error


def _engine(url: str) -> Engine:
    try:
        parsed = _address(url)
        path = _file_of(parsed)
        if path is not None and read_only.may_only_be_read(path):
            return _read_only_engine(path)
        engine = create_engine(parsed, json_serializer=_compact)
    except (ArgumentError, ImportError) as error:
        raise ArchiveUnusable(
            f"SARABAN_DATABASE_URL names nothing that a catalogue can be kept in ({error}); give "
            "the path of a SQLite file or postgresql://…"
        ) from error
    if parsed.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _on_sqlite_connect)
        event.listen(engine, "begin", _on_sqlite_begin)
    else:
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    return engine


def _file_of(url: URL) -> Path | None:
    """The file of a SQLite catalogue that is named as such."""
    named = url.get_backend_name() == "sqlite" and url.database and not url.query
    return Path(str(url.database)) if named else None


def _read_only_engine(path: Path) -> Engine:
    address = read_only.address(path)
    engine = create_engine(address, json_serializer=_compact)
    unchanging = "immutable" in address.query

    def on_begin(connection: Connection) -> None:
        read_only.check_still(path, unchanging)
        connection.exec_driver_sql("BEGIN")

    event.listen(engine, "connect", _without_transactions)
    event.listen(engine, "begin", on_begin)
    return engine.execution_options(saraban_read_only=True)


def _address(url: str) -> URL:
    if "://" not in url:  # a path may hold what an address may not
        return URL.create("sqlite", database=str(Path(url)))
    parsed = make_url(url)
    if parsed.drivername == "postgresql":  # psycopg 3, not SQLAlchemy's default psycopg2
        return parsed.set(drivername="postgresql+psycopg")
    return parsed


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _on_sqlite_connect(connection: Any, _record: Any) -> None:
    _without_transactions(connection, _record)
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "cache_size=-32768",  # KiB; two pages in three of a large archive are read again and again
        f"busy_timeout={_BUSY_SECONDS * 1000}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _without_transactions(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions are opened where they begin, not guessed


def _on_sqlite_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("saraban_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _migrate(connection: Connection) -> None:
    # Alembic takes a third of a second to import, and most commands have nothing to migrate
    from alembic import command
    from alembic.config import Config

    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})"))
    revision = _revision(connection)
    if revision is not None and revision > HEAD:
        raise SarabanError(
            f"This archive was written by a newer saraban (catalogue {revision}, this program "
            f"knows {HEAD}); update the program.",
            code="archive_newer",
        )
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "schema"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
