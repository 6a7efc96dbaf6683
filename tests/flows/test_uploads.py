"""Files that come by the web pages wait whole or not at all."""

from __future__ import annotations

import errno
import io
from pathlib import Path

import pytest

from flows.uploads import lay_aside, waiting
from pipeline.home import Home


def test_what_was_laid_aside_waits_under_its_own_name(tmp_path: Path) -> None:
    home = Home(tmp_path)
    laid = [lay_aside(home, "สแกน/หนังสือ.pdf", io.BytesIO(each)) for each in (b"one", b"two")]
    assert sorted(waiting(home)) == sorted(laid)
    assert [path.name for path in laid] == ["หนังสือ.pdf", "หนังสือ.pdf"]
    assert [path.read_bytes() for path in laid] == [b"one", b"two"]


class Broken(io.BytesIO):
    """A disk that is full."""

    def read(self, _size: int | None = -1, /) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_of_a_file_that_could_not_be_kept_whole_nothing_is_left(tmp_path: Path) -> None:
    home = Home(tmp_path)
    with pytest.raises(OSError, match="No space"):
        lay_aside(home, "letter.pdf", Broken())
    assert waiting(home) == []
    assert list(home.uploads.iterdir()) == []
