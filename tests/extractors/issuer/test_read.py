"""Which of the names at the head of a letter is the issuer."""

from __future__ import annotations

from collections.abc import Callable

from extractors.issuer.read import read_issuer
from pipeline.models import Document


def test_the_building_that_an_office_sits_in_is_not_the_issuer(
    scanned: Callable[..., Document],
) -> None:
    letter = [
        [(0.3, "สำนักงานคณะกรรมการการเลือกตั้งประจำจังหวัดแพร่")],
        [],
        [(0.14, "ที่ ลต (พร) ๐๐๐๒/ว ๓๑๘"), (0.61, "ศูนย์ราชการจังหวัดแพร่")],
        [(0.61, "ถนนไชยบูรณ์ พร ๕๔๐๐๐")],
        [(0.46, "๓ ธันวาคม ๒๕๖๘")],
        [(0.14, "เรื่อง การเตรียมรับสมัครเลือกตั้ง")],
        [(0.14, "เรียน นายอำเภอเมืองแพร่")],
    ]
    found = read_issuer(scanned(letter))
    assert found is not None
    assert found.value == "สำนักงานคณะกรรมการการเลือกตั้งประจำจังหวัดแพร่"
