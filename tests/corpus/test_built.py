"""The committed sample documents: each has its truth, and is what it says it is."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import cv2
import jsonschema
import numpy as np
import pypdfium2
import pytest
from docx import Document

from corpus import degrade
from pipeline.thai_digits import thai

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "corpus" / "built"
SCHEMA = json.loads((ROOT / "tests/contract/extraction.schema.json").read_text(encoding="utf-8"))
FILES = sorted(file for file in BUILT.glob("*/*") if file.suffix in (".pdf", ".docx"))
PDFS = [file for file in FILES if file.suffix == ".pdf"]


def truth_of(file: Path) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads(file.with_suffix(".truth.json").read_text(encoding="utf-8"))
    return truth


def short(file: Path) -> str:
    return file.name


def picture(file: Path, page: int) -> np.ndarray:
    """A page of a packet at the resolution it was scanned at, BGR."""
    dpi = degrade.RESOLUTION[file.stem.removeprefix("packet-")]
    with pypdfium2.PdfDocument(file) as document:
        image: np.ndarray = document[page - 1].render(scale=dpi / 72).to_numpy()[:, :, :3]
        return image.copy()


@pytest.mark.parametrize("file", FILES, ids=short)
def test_truth_is_valid_and_of_this_very_file(file: Path) -> None:
    truth = truth_of(file)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(SCHEMA, format_checker=checker).validate(truth)
    assert truth["source"]["name"] == file.name
    assert truth["source"]["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert truth["documents"][-1]["pages"][1] == truth["source"]["page_count"]


@pytest.mark.parametrize("file", PDFS, ids=short)
def test_pdfs_hold_images_alone(file: Path) -> None:
    with pypdfium2.PdfDocument(file) as document:
        assert len(document) == truth_of(file)["source"]["page_count"]
        for page in document:
            assert page.get_textpage().get_text_bounded().strip() == ""
            width, height = page.get_size()
            assert (width, height) == pytest.approx((595, 842), abs=1)  # A4


@pytest.mark.parametrize("file", sorted((BUILT / "packet").glob("*.pdf")), ids=short)
def test_the_qr_code_of_the_packet_can_be_read(file: Path) -> None:
    address, _, _ = cv2.QRCodeDetector().detectAndDecode(picture(file, page=3))
    circular = truth_of(file)["documents"][1]
    assert address == circular["links"][0]["url"]


@pytest.mark.parametrize(
    ("name", "coloured"),
    [("clean", True), ("ordinary", True), ("200dpi", True), ("photocopy", False)],
)
def test_the_stamp_keeps_its_colour(name: str, coloured: bool) -> None:
    hue = cv2.cvtColor(picture(BUILT / f"packet/packet-{name}.pdf", page=2), cv2.COLOR_BGR2HSV)
    corner = hue[: hue.shape[0] // 5, hue.shape[1] // 2 :]
    blue = cv2.inRange(corner, (100, 60, 40), (160, 255, 255))
    assert (cv2.countNonZero(blue) > 1000) == coloured


def test_word_reports_hold_their_table_and_font() -> None:
    for file in (file for file in FILES if file.suffix == ".docx"):
        document = Document(str(file))
        report = truth_of(file)["documents"][0]["report"]
        (table,) = document.tables
        fonts = {run.font.name for paragraph in document.paragraphs for run in paragraph.runs}
        shown = [cell.text for cell in table.rows[1].cells]
        if fonts == {"TH SarabunIT๙"}:  # which draws every digit as a Thai one
            shown = [thai(text) for text in shown]
        assert shown[1:] == report["rows"][1][1:]
        assert all(font.startswith("TH Sarabun") for font in fonts)


def test_one_packet_is_the_clean_one_and_all_is_small() -> None:
    assert len(list((ROOT / "corpus").glob("**/*packet*clean*.pdf"))) == 1
    assert sum(file.stat().st_size for file in FILES) < 25_000_000  # letters: test_letters.py


def test_the_inbox_names_every_letter_once() -> None:
    inbox = (BUILT / "inbox.txt").read_text(encoding="utf-8").split()
    others = {file.relative_to(BUILT).as_posix() for file in FILES if file.parent.name != "packet"}
    assert set(inbox) == others | {"packet/packet-clean.pdf"}
    assert len(inbox) == len(set(inbox))
