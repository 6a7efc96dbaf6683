"""What the tests of flows share."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.archive import Archive
from index.whoosh_index import open_index
from pipeline.intake.store import file_sha256

# differ from run to run: places in a table, moments, and the name of an index's making
_VOLATILE = {"id", "at", "accessioned_at", "made_at", "version", "index_version"}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An empty archive."""
    with Archive.open(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def contents() -> Callable[[Path], dict[str, Any]]:
    """Everything an archive holds that does not depend on when it was put there."""
    return contents_of


def contents_of(home: Path) -> dict[str, Any]:
    held: dict[str, Any] = {
        "files": {
            path.relative_to(home).as_posix(): file_sha256(path)
            for part in ("originals", "quarantine")
            for path in (home / part).rglob("*")
            if path.is_file() and path.suffix != ".json"
        }
    }
    with Archive.open(home) as archive, open_index(home / "index", archive.catalogue) as index:
        held["index"] = index.ids()
    database = sqlite3.connect(home / "catalogue.db")
    database.row_factory = sqlite3.Row
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        if table.startswith("sqlite_"):
            continue
        keep_id = {"id"} if table == "document" else set()
        rows = (dict(row) for row in database.execute(f"SELECT * FROM {table}"))
        held[table] = sorted(
            repr({k: v for k, v in row.items() if k not in _VOLATILE - keep_id}) for row in rows
        )
    database.close()
    return held
