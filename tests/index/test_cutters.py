"""Many texts are cut in processes of their own, to the same words."""

from __future__ import annotations

import pytest

from index import cutters
from index.analysis import analyse

TEXTS = [f"ที่ มท ๐๘๑๐.๗/ว {n}\nเรื่อง การจัดบริกาธสาธารณะ \ud800" for n in range(7)]


@pytest.mark.parametrize("texts", [len(TEXTS), 1_000_000])  # few: here; many: in programs
@pytest.mark.parametrize("cores", [1, 2])
def test_the_same_words_in_the_same_order(
    texts: int, cores: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    batches = [TEXTS[:3], TEXTS[3:4], [], TEXTS[4:]]
    found = list(cutters.analyses(iter(batches), texts))
    assert found == [[analyse(text) for text in batch] for batch in batches]


def test_a_program_that_ends_early_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/true")
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    with pytest.raises(OSError):
        list(cutters.analyses([["ก"], ["ข"], ["ค"]], 1_000_000))
