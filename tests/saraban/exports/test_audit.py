"""An audit sheet: the chain with its evidence, every value leading to the page it stands on."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from flows.accession import accession
from flows.archive import Archive
from saraban.exports.audit import audit
from saraban.exports.audit_pdf import write_audit

BUILT = Path(__file__).parents[3] / "corpus" / "built"
AT = datetime(2021, 5, 1, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """A circular, and a scanned letter that cites it."""
    with Archive.open(tmp_path_factory.mktemp("home")) as opened:
        for name in ("circular-like-number-2562.pdf", "letter-nan-cites-circular.pdf"):
            accession(BUILT / "singles" / name, opened)
        yield opened


@pytest.fixture(scope="module")
def sheet_pdf(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("audit") / "audit.pdf"
    assert write_audit(path, archive, audit(archive, "นน 0023.4/4835"), AT) == 3
    return path


def text_of(path: Path) -> str:
    run = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    return run.stdout


def test_what_a_sheet_tells(archive: Archive) -> None:
    sheet = audit(archive, "นน 0023.4/4835")
    (cites,) = sheet.up
    assert (cites.relation, cites.to) == ("อ้างถึง", None)  # what it cites is not in the archive
    assert cites.passage is not None
    number, row = cites.passage
    assert number == 1
    assert {"page", "box", "confidence"} <= row.evidence.keys()


def test_the_sheet_names_the_original_and_the_day(archive: Archive, sheet_pdf: Path) -> None:
    text = text_of(sheet_pdf)
    document = audit(archive, "นน 0023.4/4835").documents[0]
    assert document.summary["source"]["sha256"] in text.replace("\n", "")
    assert "1 พ.ค. 2564 16:30 น. · หน้า 1 จาก 3" in text, "by the clock of Thailand"
    assert "หน้า 3 จาก 3" in text
    assert "22 เม.ย. 2564" in text


def test_what_several_steps_rest_on_is_shown_once(archive: Archive, tmp_path: Path) -> None:
    """A clause that seventy-six reports answer; and who said so stands beside each."""
    sheet = audit(archive, "นน 0023.4/4835")
    (step,) = sheet.up
    sheet.up = [step, replace(step, judged_by="สมหญิง 2 พ.ค. 2564")]
    write_audit(tmp_path / "audit.pdf", archive, sheet, AT)
    text = text_of(tmp_path / "audit.pdf")
    assert "ดูหน้า 1 กรอบที่ 1 ของ [1] ข้างต้น" in text
    assert "ผู้พิจารณา: สมหญิง 2 พ.ค. 2564" in text


def test_every_value_leads_to_its_page(sheet_pdf: Path) -> None:
    with pikepdf.open(sheet_pdf) as pdf:
        page_of = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        leads = [
            page_of[annotation.Dest[0].objgen]
            for page in list(pdf.pages)[:2]
            for annotation in page.get("/Annots", [])
        ]
        assert leads.count(2) >= 10  # values of the document, to the page with its boxes
        assert "/XObject" in pdf.pages[2].Resources
