"""Letters that the tests of the desk put into archives."""

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory, write_letter: Callable[..., Path]) -> Path:
    """Two letters, one citing the other, and a file that is no document."""
    folder = tmp_path_factory.mktemp("letters")
    write_letter(folder, "a.docx")
    write_letter(
        folder,
        "b.docx",
        number="กข ๐๐๑๒.๓/ว ๔๕๖",
        date="๙ มิถุนายน ๒๕๖๕",
        reference="หนังสือกรมทดสอบระบบ ที่ กข ๐๐๑๒.๓/ว ๑๒๓ ลงวันที่ ๕ มีนาคม ๒๕๖๕",
    )
    (folder / "letter.pdf").write_bytes(b"MZ this is a program")
    return folder
