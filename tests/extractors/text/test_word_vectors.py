"""What words are like."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from extractors.text.word_vectors import UNKNOWN, save, word_vectors


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("สำรวจ", "ตรวจสอบ", "บาท"),
        ("โปรด", "กรุณา", "ถนน"),
        ("ยื่น", "ยื่นคำขอ", "แม่น้ำ"),
        ("แขวน", "ห้อย", "ประชุม"),
    ],
)
def test_words_used_alike_lie_nearer_than_others(word: str, near: str, far: str) -> None:
    known = word_vectors()
    assert known.likeness(word, near) > known.likeness(word, far) + 0.2


def test_a_word_never_seen_is_like_none() -> None:
    known = word_vectors()
    assert known.of(["สำรวจ", "กขฃคฅฆ"])[1] == UNKNOWN
    assert known.likeness("สำรวจ", "กขฃคฅฆ") == 0


def test_vectors_are_kept_in_a_byte_a_number(tmp_path: Path) -> None:
    vectors = np.array([[1.0, -0.5], [0.25, 0.0]], dtype=np.float32)
    save(["ส่ง", "นำส่ง"], vectors, tmp_path / "two.npz")
    read = word_vectors(tmp_path / "two.npz")
    assert read.of(["นำส่ง", "ส่ง", "ยื่น"]).tolist() == [2, 1, UNKNOWN]
    np.testing.assert_allclose(read.table[1:], vectors, atol=0.5 / 127)
