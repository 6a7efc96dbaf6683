"""The watcher and Prefect together, as they are run: one process, a folder, files landing in it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.accession import accession
from flows.archive import Archive

pytestmark = [pytest.mark.prefect, pytest.mark.timeout(300)]

Watching = subprocess.Popen[str]


@pytest.fixture(scope="module")
def prefect_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("prefect")


@pytest.fixture
def watch(tmp_path: Path, prefect_home: Path) -> Iterator[Callable[..., Watching]]:
    """Starts `saraban watch` on tmp_path/home; what still runs at the end is stopped."""
    started: list[Watching] = []

    def start(*arguments: str) -> Watching:
        command = [sys.executable, "-m", "saraban", "watch", "--settle", "1", "--json", *arguments]
        environment = {
            **os.environ,
            "SARABAN_HOME": str(tmp_path / "home"),
            "PREFECT_HOME": str(prefect_home),
        }
        environment.pop("PREFECT_API_URL", None)
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
            start_new_session=True,  # Prefect's own server is of the group, and dies with it
        )
        started.append(process)
        return process

    yield start
    for process in started:
        kill(process)


def kill(process: Watching) -> None:
    """As a power cut would: the program and all that it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)


def runs(prefect_home: Path, table: str) -> list[tuple[str, str]]:
    """The names and states that Prefect's UI would show."""
    database = sqlite3.connect(prefect_home / "prefect.db")
    found = database.execute(f"SELECT name, state_name FROM {table} ORDER BY created").fetchall()
    database.close()
    return found


def test_watch_once(
    tmp_path: Path,
    watch: Callable[..., Watching],
    prefect_home: Path,
    write_letter: Callable[..., Path],
) -> None:
    inbox = tmp_path / "home" / "inbox"
    letter = write_letter(inbox, "a.docx")
    (inbox / "b.docx").write_bytes(letter.read_bytes())
    (inbox / "c.pdf").write_bytes(b"%PDF-1.7 cut off")
    (inbox / "~$a.docx").write_bytes(b"Word has it open")
    foreign = os.fsdecode("สแกน.pdf".encode("cp874"))  # as an old Windows would name it
    (inbox / foreign).write_bytes(b"MZ a program")
    for age, name in enumerate((foreign, "c.pdf", "b.docx", "a.docx")):
        os.utime(inbox / name, (1_700_000_000 - age, 1_700_000_000 - age))

    process = watch("--once")
    told, said = process.communicate(timeout=240)

    results = [json.loads(line) for line in told.splitlines()]
    assert [(Path(one["file"]).name, one["status"]) for one in results] == [
        ("a.docx", "archived"),
        ("b.docx", "duplicate"),
        ("c.pdf", "quarantined"),
        ("สแกน.pdf", "quarantined"),
    ], "in the order in which they came"
    assert process.returncode == 1, "one was refused"
    assert [path.name for path in inbox.iterdir()] == ["~$a.docx"]
    assert "Warning" not in said
    assert "Traceback" not in said
    assert runs(prefect_home, "flow_run") == [
        ("a.docx", "Archived"),
        ("b.docx", "Duplicate"),
        ("c.pdf", "Quarantined"),
        ("สแกน.pdf", "Quarantined"),
    ]
    steps = {name for name, _ in runs(prefect_home, "task_run")}
    assert {"accept", "read page 1", "split", "extract", "index", "link"} <= steps


def children(pid: int) -> list[int]:
    told = Path(f"/proc/{pid}/task/{pid}/children")
    every = [int(one) for one in told.read_text().split()] if told.exists() else []
    return every + [deeper for one in every for deeper in children(one)]


def is_there(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


@pytest.mark.parametrize("way", [signal.SIGKILL, signal.SIGTERM])
def test_when_the_watcher_is_killed_prefects_server_ends_too(
    tmp_path: Path,
    watch: Callable[..., Watching],
    write_letter: Callable[..., Path],
    way: signal.Signals,
) -> None:
    """The watcher alone is killed, as the system does when memory runs out."""
    write_letter(tmp_path / "home" / "inbox", "a.docx")
    process = watch()
    assert process.stdout
    process.stdout.readline()  # the file is in, so the server runs
    started = children(process.pid)
    assert any(b"uvicorn" in Path(f"/proc/{pid}/cmdline").read_bytes() for pid in started)
    os.kill(process.pid, way)
    process.wait(timeout=60)
    until = time.monotonic() + 30
    while any(map(is_there, started)) and time.monotonic() < until:
        time.sleep(0.2)
    assert [pid for pid in started if is_there(pid)] == []


def test_a_growing_file_is_taken_whole_and_a_restart_goes_on(
    tmp_path: Path,
    watch: Callable[..., Watching],
    write_letter: Callable[..., Path],
    contents: Callable[[Path], dict[str, Any]],
) -> None:
    home = tmp_path / "home"
    first = write_letter(tmp_path, "first.docx")
    second = write_letter(tmp_path, "second.docx", number="กข ๐๐๑๒.๓/ว ๔๕๖")
    (home / "inbox").mkdir(parents=True)

    process = watch()
    assert process.stdout
    data = first.read_bytes()
    with (home / "inbox" / first.name).open("wb") as slow:
        for start in range(0, len(data), len(data) // 4 + 1):
            slow.write(data[start : start + len(data) // 4 + 1])
            slow.flush()
            time.sleep(1.5)  # longer than --settle, but it is still open
    told = json.loads(process.stdout.readline())
    assert (told["status"], told["error"]) == ("archived", None)
    kill(process)

    (home / "inbox" / second.name).write_bytes(second.read_bytes())
    assert watch("--once").wait(timeout=240) == 0
    with Archive.open(tmp_path / "undisturbed") as archive:
        for letter in (first, second):
            accession(letter, archive)
    assert contents(home) == contents(tmp_path / "undisturbed")
    assert not list((home / "inbox").iterdir())
