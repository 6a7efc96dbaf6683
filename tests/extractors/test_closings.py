"""Who signs, as the lines under a letter's closing words tell it."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.describe import read_record
from pipeline.split import split
from pipeline.thai_digits import arabic
from tests.extractors.print_shop import pages

_ABOVE = """
ที่ นน ๐๐๓๓.๑/๑๒\tสำนักงานสาธารณสุขจังหวัดน่าน
\tถนนสุริยพงษ์ นน ๕๕๐๐๐
\t๑ มีนาคม ๒๕๖๗
เรื่อง  การประชุมติดตามงาน
เรียน  นายอำเภอปัว
      ด้วยสำนักงานมีเรื่องแจ้ง
      จึงเรียนมาเพื่อโปรดทราบ
"""


def _closings() -> list[list[str]]:
    table = Path(__file__).with_name("signed") / "closings.tsv"
    return [row.split("\t") for row in table.read_text("utf-8").splitlines()[2:]]


@pytest.mark.parametrize(("lines", "signed"), _closings())
def test_who_signs(lines: str, signed: str) -> None:
    (document,) = split(pages(_ABOVE + "\n".join(f"~{line}" for line in lines.split("|"))))
    told = read_record(document).signatory
    assert told is not None
    parts = filter(None, (told.name, told.position, told.acting_for))
    assert arabic("|".join(parts)).replace(" ", "") == signed.replace(" ", "")
