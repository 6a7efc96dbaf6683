"""Litter and half-copied files are told by their names."""

from pathlib import Path

import pytest

from pipeline.intake.accept import is_temporary


@pytest.mark.parametrize(
    "name",
    [
        "~$หนังสือ.docx",
        ".~lock.หนังสือ.docx#",
        "scan.pdf.part",
        "scan.pdf.crdownload",
        "scan.PDF.TMP",
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        "._scan.pdf",
        "@eaDir",
        ".hidden.pdf",
        "~WRL0001.tmp",
        "scan.pdf.filepart",
    ],
)
def test_temporary(name: str) -> None:
    assert is_temporary(Path("/inbox") / name)


@pytest.mark.parametrize(
    "name", ["หนังสือ.pdf", "part.pdf", "thumbs.pdf", "~หนังสือ.pdf", "สำเนา (1).docx", "ที่ 1.tiff"]
)
def test_not_temporary(name: str) -> None:
    assert not is_temporary(Path("/inbox") / name)
