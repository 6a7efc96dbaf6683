"""What is cut from lines knows its ink, and what was repaired there."""

from __future__ import annotations

from extractors.record import Field
from extractors.text.passage import Passage
from pipeline.models import Box, Change, Line, Word

LEFT, RIGHT = Box(0.1, 0.1, 0.2, 0.12), Box(0.22, 0.1, 0.5, 0.12)
LINE = Line(
    "เรื่อง จัดซื้อวัสดุ",
    1,
    Box(0.1, 0.1, 0.5, 0.12),
    0.9,
    (Word("เรือง", LEFT, 0.8), Word("จัดซื้อวัสดุ", RIGHT, 0.9)),
    (
        Change(0, "เรือง", "เรื่อง", "a keyword", False, LEFT),
        Change(7, "จัดซือ", "จัดซื้อ", "the only term like it", False, RIGHT),
        Change(14, "วัสดุ์", "วัสดุ", "encoding", True, RIGHT),
    ),
)


def test_a_cut_tells_what_was_repaired_within_it() -> None:
    passage = Passage.of([Line("ที่ ๑/๒๕๖๔", 1, LEFT), LINE])
    subject = passage.text.index("จัดซื้อ")
    evidence = passage.cut(subject, len(passage.text))
    assert evidence.text == "จัดซื้อวัสดุ"
    assert [change.read for change in evidence.repairs] == ["จัดซือ"]
    assert passage.cut(0, 3).repairs == ()
    assert passage.whole().text == passage.text


def test_a_field_says_in_its_note_what_was_repaired() -> None:
    evidence = Passage.of([LINE]).cut(7, len(LINE.text))
    assert Field.of(evidence).note == "Read “จัดซือ”, taken for “จัดซื้อ”."
    both = Field.of(evidence, note="Doubtful.").note
    assert both == "Doubtful. Read “จัดซือ”, taken for “จัดซื้อ”."
    assert Field.of(Passage.of([Line("เรื่อง", 1, LEFT)]).cut(0, 6)).note is None
