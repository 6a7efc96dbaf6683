"""Which pieces of words the network of letters keeps of its language model."""

from __future__ import annotations

import pytest

from corpus.training.asking.letter_pieces import shipped
from extractors.obligations.judge.letter_reader import as_spelt


@pytest.mark.parametrize("text", ["ขอให้รายงานผลภายในวันที่ ๕ มกราคม ๒๕๖๘ ", "ส่งแบบ ผด.๒ (2 ชุด) "])
def test_thai_and_signs_are_cut_without_loss(text: str) -> None:
    cut = shipped().encode(as_spelt(text))
    assert shipped().unk_id() not in cut
    assert shipped().decode(cut).strip() == as_spelt(text).strip()


def test_the_special_ones_stand_first() -> None:
    kept = shipped()
    assert [kept.bos_id(), kept.pad_id(), kept.eos_id(), kept.unk_id()] == [0, 1, 2, 3]
