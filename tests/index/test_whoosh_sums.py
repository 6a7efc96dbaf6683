"""What is not what was written is told, though Whoosh would find nothing in it and say no more."""

import os
from pathlib import Path

from index.whoosh_sums import damaged, note_sums


def segments(folder: Path) -> tuple[Path, Path]:
    one, other = folder / "a.seg", folder / "b.seg"
    one.write_bytes(b"words" * 1000)
    other.write_bytes(b"lists" * 1000)
    note_sums(folder)
    return one, other


def test_what_stands_as_written_is_whole(tmp_path: Path) -> None:
    one, _ = segments(tmp_path)
    os.utime(one, (1, 1))  # put back from a backup
    assert damaged(tmp_path) is None
    assert damaged(tmp_path, thorough=True) is None


def test_a_changed_file_is_told(tmp_path: Path) -> None:
    _, other = segments(tmp_path)
    other.write_bytes(b"lists" * 999 + b"lost!")
    assert damaged(tmp_path) == "b.seg"


def test_a_file_that_rotted_unseen_is_told_to_who_reads_all(tmp_path: Path) -> None:
    one, _ = segments(tmp_path)
    time = one.stat().st_mtime_ns
    one.write_bytes(b"w0rds" + b"words" * 999)
    os.utime(one, ns=(time, time))
    assert damaged(tmp_path) is None
    assert damaged(tmp_path, thorough=True) == "a.seg"


def test_new_segments_are_noted_and_merged_ones_forgotten(tmp_path: Path) -> None:
    one, other = segments(tmp_path)
    one.unlink()
    other.unlink()
    new = tmp_path / "c.seg"
    new.write_bytes(b"both")
    note_sums(tmp_path)
    assert damaged(tmp_path) is None
    new.write_bytes(b"bot")
    assert damaged(tmp_path) == "c.seg"


def test_without_sums_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.seg").write_bytes(b"words")
    assert damaged(tmp_path, thorough=True) is None
    (tmp_path / "sums.json").write_text("[1, 2]")
    assert damaged(tmp_path, thorough=True) is None
