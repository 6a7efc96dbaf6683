"""Bodies of letters in which their authors marked where a request begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.training.asking.bodies import from_bodies

_FILE = """## memo 2024-05-03
ด้วยฝนตกหนัก ฝายจึงชำรุด
๑. {other once 2024-05-10}ให้กองช่างซ่อมฝายภายใน ๑๐ พ.ค. ๖๗ {report once -}และรายงานผลภายใน ๓ วัน
จึงเรียนมาเพื่อทราบ
## stamped 2024-05-04
ขอส่งรายงานมาเพื่อทราบ
"""


def test_a_mark_stands_before_the_clause_that_asks(tmp_path: Path) -> None:
    (tmp_path / "first-1.txt").write_text(_FILE, "utf-8")
    memo, stamped = from_bodies(tmp_path)
    asking = {c.text.strip(): a for c, a in zip(memo.clauses, memo.asks, strict=True) if a}
    assert asking == {
        "ให้กองช่างซ่อมฝายภายใน ๑๐ พ.ค. ๖๗": "other",
        "และรายงานผลภายใน ๓ วัน": "report",
    }
    assert memo.kind == "memo" and memo.written == "2024-05-03"
    assert stamped.asked == () and not any(stamped.asks)


def test_an_unknown_action_is_refused(tmp_path: Path) -> None:
    (tmp_path / "first-1.txt").write_text("## letter 2024-05-03\n{sing once -}ขอให้ร้องเพลง", "utf-8")
    with pytest.raises(ValueError, match="sing"):
        list(from_bodies(tmp_path))
