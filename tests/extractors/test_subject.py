"""Subjects and titles: what belongs to them, and what only decorates the sheet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.subject import read_subject
from pipeline.models import Document


@pytest.mark.parametrize("row", ["o o o o o o o", "๐๐๐๐๐๐๐", "* * * * * *"])
def test_a_row_of_rings_under_a_title_is_no_part_of_it(
    scanned: Callable[..., Document], row: str
) -> None:
    bylaw = [
        [(0.38, "เทศบัญญัติเทศบาลตำบลปากน้ำ")],
        [(0.36, "เรื่อง การระบายน้ำเสียจากแพปลา พ.ศ. ๒๕๖๗")],
        [(0.45, row)],
        [(0.26, "โดยที่เป็นการสมควรกำหนดหลักเกณฑ์การระบายน้ำเสียจากแพปลาลงสู่แม่น้ำ")],
    ]
    found = read_subject(scanned(bylaw))
    assert found is not None
    assert found.value == "เทศบัญญัติเทศบาลตำบลปากน้ำ เรื่อง การระบายน้ำเสียจากแพปลา พ.ศ. 2567"
