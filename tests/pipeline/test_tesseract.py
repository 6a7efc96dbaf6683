"""Strips go in, text with boxes comes out; a missing model is said plainly."""

from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import ToolMissing
from pipeline.tesseract import read_strips


def test_no_strips_start_no_process() -> None:
    assert read_strips([]) == ()


def test_one_result_a_strip_in_order() -> None:
    bars = np.full((70, 600), 255, np.uint8)
    bars[20:50, 100:500:7] = 0
    lines = read_strips([bars, bars[:, :300], bars])
    assert len(lines) == 3
    assert lines[0] == lines[2]
    assert all(0 <= word.confidence <= 1 for line in lines for word in line.words)


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ToolMissing, match="saraban") as caught:
        read_strips([np.full((70, 400), 255, np.uint8)], tessdata=tmp_path)
    assert caught.value.code == "tesseract_failed"


def test_a_missing_tesseract_tells_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ToolMissing, match="make install"):
        read_strips([np.full((70, 400), 255, np.uint8)])
