"""Originals: kept once, byte for byte, whatever happens meanwhile."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import multiprocessing
import os
import signal
import stat
import time
from pathlib import Path

import pytest
from PIL import Image

from pipeline.errors import FileRefused
from pipeline.home import Home
from pipeline.intake import safe_copy
from pipeline.intake.accept import look_at
from pipeline.intake.quarantine import Quarantine
from pipeline.intake.store import Store
from pipeline.models import SourceFile
from pipeline.refusals import refused


@pytest.fixture
def source(tmp_path: Path) -> SourceFile:
    path = tmp_path / "หนังสือ.png"
    Image.effect_noise((300, 400), 50).save(path)
    return look_at(path)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Home(tmp_path / "archive").create().root


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_kept_byte_for_byte_and_read_only(source: SourceFile, root: Path) -> None:
    kept = Store(root).put(source)
    sha256 = source.sha256
    assert kept == root / "originals" / sha256[:2] / sha256[2:4] / sha256
    assert kept.read_bytes() == source.path.read_bytes()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o444
    assert source.path.exists()


def test_twice_is_once(source: SourceFile, root: Path) -> None:
    store = Store(root)
    first = store.put(source).stat()
    assert store.put(source).stat().st_ino == first.st_ino
    assert list(store) == [source.sha256]
    assert files(root / "originals") == [store.path(source.sha256)]


def test_file_that_changed_since_it_was_looked_at(source: SourceFile, root: Path) -> None:
    source.path.write_bytes(source.path.read_bytes() + b"more")
    with pytest.raises(FileRefused) as refusal:
        Store(root).put(source)
    assert refusal.value.code == "changing"
    assert files(root) == []


def test_file_that_vanished(source: SourceFile, root: Path) -> None:
    source.path.unlink()
    with pytest.raises(FileRefused) as refusal:
        Store(root).put(source)
    assert refusal.value.code == "not_found"
    assert files(root) == []


def test_check(source: SourceFile, root: Path) -> None:
    store = Store(root)
    kept = store.put(source)
    assert store.check(source.sha256) is None
    kept.chmod(0o644)
    kept.write_bytes(b"\x00" + kept.read_bytes()[1:])
    assert "altered" in str(store.check(source.sha256))
    kept.unlink()
    assert "missing" in str(store.check(source.sha256))


def test_altered_original_is_replaced_by_the_true_bytes_and_kept(
    source: SourceFile, root: Path
) -> None:
    store = Store(root)
    kept = store.put(source)
    kept.chmod(0o644)
    kept.write_bytes(b"altered")
    assert store.put(source) == kept
    assert store.check(source.sha256) is None
    assert [path.read_bytes() for path in store.strangers()] == [b"altered"]
    assert list(store) == [source.sha256]


def test_strangers_are_found(source: SourceFile, root: Path) -> None:
    store = Store(root)
    store.put(source)
    stranger = root / "originals" / "letter.pdf"
    stranger.write_bytes(b"x")
    assert list(store.strangers()) == [stranger]


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "a" * 63])
def test_only_a_sha256_names_an_original(root: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not a SHA-256"):
        Store(root).path(name)


def _put_slowly(root: Path, source: SourceFile) -> None:
    write = safe_copy._write

    def slow(writer: int, data: bytes) -> None:
        write(writer, data[:10])
        time.sleep(60)

    safe_copy._write = slow
    Store(root).put(source)


def test_killed_while_copying(source: SourceFile, root: Path) -> None:
    worker = multiprocessing.get_context("spawn").Process(target=_put_slowly, args=(root, source))
    worker.start()
    until = time.monotonic() + 30
    while not files(root / "originals") and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.1)
    (unfinished,) = files(root / "originals")
    Store(root)
    assert unfinished.exists(), "another process is still writing it"
    assert list(Store(root)) == [] and list(Store(root).strangers()) == []
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGKILL)
    worker.join()
    store = Store(root)
    assert not unfinished.exists()
    store.put(source)
    assert files(root / "originals") == [store.path(source.sha256)]


def test_quarantine_keeps_bytes_and_reason(tmp_path: Path, root: Path) -> None:
    path = tmp_path / 'สอง\nบรรทัด "x".pdf'
    path.write_bytes(b"MZ not a letter")
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    for _ in range(2):
        refusal = Store(root).quarantine(path, refused("executable"))
    assert [entry.name for entry in files(root / "quarantine")] == [sha256, f"{sha256}.json"]
    assert (root / "quarantine" / sha256).read_bytes() == path.read_bytes()
    (entry,) = json.loads((root / "quarantine" / f"{sha256}.json").read_text())
    assert entry == dataclasses.asdict(refusal)
    assert (entry["code"], entry["name"], entry["sha256"]) == ("executable", path.name, sha256)
    assert path.exists()


def test_same_bytes_under_two_names_have_two_reasons(tmp_path: Path, root: Path) -> None:
    quarantine = Quarantine(root)
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"")
        quarantine.put(tmp_path / name, refused("empty"))
    assert [refusal.name for refusal in quarantine.all()] == ["a.pdf", "b.pdf"]


def test_what_has_no_bytes_still_has_its_reason(tmp_path: Path, root: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("/etc/hostname")
    os.mkfifo(tmp_path / "pipe")
    store = Store(root)
    for name, code in (
        ("folder", "folder"),
        ("link", "symlink"),
        ("pipe", "not_a_file"),
        ("gone", "not_found"),
        (os.fsdecode(b"\xff"), "not_found"),
    ):
        assert store.quarantine(tmp_path / name, refused(code)).sha256 is None
    assert len(Quarantine(root).all()) == 5
    assert all(path.suffix == ".json" for path in files(root / "quarantine"))
