"""Letters that the judge learns from where the whole program tells them as their authors do."""

from __future__ import annotations

from pathlib import Path

from corpus.training.asking.settled import from_settled

_LETTER = """
[[letter]]
name = "a report by a day"
written = "2024-05-02"
body = '''
ด้วยอำเภอจัดโครงการปลูกป่า จึงขอให้ตำบลรายงานผลภายในวันที่ ๑๗ พฤษภาคม ๒๕๖๗
จึงเรียนมาเพื่อโปรดดำเนินการ
'''
asked = [{asked}]
"""


def _papers(folder: Path, asked: str) -> list[tuple[str | None, ...]]:
    settled = folder / "settled"
    settled.mkdir()
    (settled / "one.toml").write_text(_LETTER.replace("{asked}", asked), "utf-8")
    return [paper.asks for paper in from_settled(folder, settled)]


def test_what_is_told_rightly_is_placed(tmp_path: Path) -> None:
    (asks,) = _papers(tmp_path, '"report once 2024-05-17"')
    assert [one for one in asks if one] == ["report"]
    assert len(asks) > 1


def test_what_is_told_otherwise_is_left_out(tmp_path: Path) -> None:
    assert _papers(tmp_path, '"attend once 2024-05-17"') == []
