"""Corrections from the desk to the original's reading: turned pages, files read again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from flows import corrections
from flows.accession import accession
from flows.archive import Archive
from index.corrections import acts
from pipeline.errors import BadOption, FileRefused, NotFound
from pipeline.intake.store import file_sha256
from saraban import answers

BY = "สมหญิง"


def test_a_letter_put_right_is_searched_by_its_new_number_and_keeps_it_when_read_again(
    tmp_path: Path, write_letter: Callable[..., Path]
) -> None:
    letter = write_letter(tmp_path, number="กข ๐๐๑๒.๓/ว ๑๒๓")
    with Archive.open(tmp_path / "home") as archive:
        filed = accession(letter, archive)
        (id_,) = filed.documents
        sha256 = filed.sha256 or ""
        event = corrections.correct(
            archive, lambda c: acts.put_right(c, id_, "number", {"value": "กข 0012.3/ว 124"}, BY)
        )
        assert answers.search(archive, "ว 124")["hits"][0]["id"] == id_
        assert corrections.reread(archive, sha256) == [], "the same program reads the same"
        assert answers.show(archive, "ว 124")["id"] == id_
        assert answers.verify(archive)["problems"] == []
        assert file_sha256(archive.store.path(sha256)) == sha256, "the original is as it came"
        corrections.undo(archive, event.id, BY)
        assert answers.show(archive, "ว 123")["id"] == id_
        with pytest.raises(FileRefused):  # a Word file has no pictures to turn
            corrections.rotate(archive, sha256, 1, 90, BY)


def test_a_page_is_turned_stays_turned_and_is_turned_back(tmp_path: Path) -> None:
    Image.new("RGB", (600, 800), "white").save(tmp_path / "scan.png", dpi=(150, 150))
    with Archive.open(tmp_path / "home") as archive:
        sha256 = accession(tmp_path / "scan.png", archive).sha256 or ""

        def turned() -> int:
            (page,) = archive.catalogue.pages(sha256)
            return page.rotation

        corrections.rotate(archive, sha256, 1, 90, BY)
        second = corrections.rotate(archive, sha256, 1, 90, BY)
        assert turned() == 180
        corrections.reread(archive, sha256)
        assert turned() == 180
        back = corrections.undo(archive, second.id, BY)
        assert turned() == 90
        corrections.undo(archive, back.id, BY)  # taking it back was a mistake
        assert turned() == 180
        with pytest.raises(BadOption):
            corrections.rotate(archive, sha256, 1, 45, BY)
        with pytest.raises(NotFound):
            corrections.rotate(archive, sha256, 2, 90, BY)
        assert answers.verify(archive)["problems"] == []


@pytest.mark.parametrize("altered", [True, False])
def test_an_original_that_is_altered_or_gone_speaks_for_nothing(
    altered: bool, tmp_path: Path, write_letter: Callable[..., Path]
) -> None:
    with Archive.open(tmp_path / "home") as archive:
        sha256 = accession(write_letter(tmp_path), archive).sha256 or ""
        original = archive.original(sha256).path
        assert file_sha256(original) == sha256
        original.unlink()
        if altered:
            shutil.copyfile(write_letter(tmp_path, "other.docx", subject="ถูกแก้"), original)
        for ask in (archive.original, lambda sha256: corrections.reread(archive, sha256)):
            with pytest.raises(NotFound, match="saraban verify"):
                ask(sha256)
        assert answers.show(archive, "ว 123")["subject"] == "การทดสอบระบบงานสารบรรณ"
