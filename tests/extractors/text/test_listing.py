from __future__ import annotations

import pytest

from extractors.text.listing import announces_list


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("จึงแต่งตั้งคณะทำงานตรวจรับ ดังนี้", True),
        ("ให้ถือปฏิบัติดังต่อไปนี้ :", True),
        ("คณะทำงานประกอบด้วย", True),
        ("ดังนี้จึงเรียนมาเพื่อทราบ", False),
        ("ให้ใช้แบบนี้", False),
    ],
)
def test_what_announces_a_list(text: str, announced: bool) -> None:
    assert announces_list(text) is announced
