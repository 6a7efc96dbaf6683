"""The auditor's day in a real browser: from a report to the clause that asked for it, to who has
not answered, to the reminder, to the audit sheet in which every number leads to its page; and what
a clerk says of a doubtful link stays."""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path

import docx
import pikepdf
import pytest
from playwright.sync_api import Page, expect

from flows.archive import Archive
from index.find import find_document
from index.links.rows import links_of
from saraban.web.makings import Tell
from saraban.web.pages import exports
from tests.saraban.web.conftest import Served
from tests.saraban.web.test_axe import grave_faults


def saved(page: Page, name: str, folder: Path) -> Path:
    """The file that a link of this name gives."""
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).first.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_the_auditors_day(sample: Served, page: Page, tmp_path: Path) -> None:
    # a report leads up to the clause of the directive
    page.goto(sample.at("/documents/{report}/trace"))
    reason = page.locator("article.reason").first
    expect(reason).to_contain_text("รายงานตาม ข้อ 3")
    expect(reason).to_contain_text("ตรงกัน")
    expect(reason.locator(".passage").nth(1)).to_contain_text("เป็นรายไตรมาส")
    # one walks on in the picture
    page.locator(".picture a", has_text="มท 0810.7/ว 2563").first.click()
    expect(page).to_have_url(sample.at("/documents/{letter}/trace"))
    expect(page.locator(".picture")).to_contain_text("อ้างถึง")
    expect(page.locator(".picture")).to_contain_text("ยังไม่พบในคลัง")
    # who has answered and who has not, on a day
    page.get_by_role("link", name="ติดตาม", exact=True).click()
    page.get_by_label("ณ วันที่").fill("1 พ.ค. 2564")
    page.get_by_role("button", name="แสดง").click()
    rows = page.locator(".matrix tbody tr")
    expect(rows).to_have_count(76)
    counted = {one: page.locator(f".matrix td.{one}").count() for one in ("received", "missing")}
    assert counted == {"received": 2, "missing": 74}
    expect(page.locator("ul.chips")).to_contain_text("ขาดส่ง 74")
    expect(page.get_by_text("เป็นหลักเกณฑ์ของระบบ")).to_be_visible()  # what has no stamp
    # the cell of who is missing gives the reminder, that of a report leads to its chain
    late = page.locator(".matrix tr", has_text="จังหวัดตรัง")
    with page.expect_download() as download:
        late.get_by_role("link").first.click()
    letter = tmp_path / "reminder.docx"
    download.value.save_as(letter)
    said = "\n".join(one.text for one in docx.Document(str(letter)).paragraphs)
    assert "ผู้ว่าราชการจังหวัดตรัง" in said and "มท ๐๘๑๐.๗/ว ๒๕๖๓" in said
    assert saved(page, "ตารางคำนวณ (.xlsx)", tmp_path).read_bytes().startswith(b"PK")
    page.locator(".matrix tr", has_text="จังหวัดแพร่").get_by_role("link").first.click()
    expect(page.locator("article.reason").first).to_contain_text("จังหวัดแพร่")
    # the audit sheet: the chain, and every value leads to a page of the sheet
    sheet = saved(page, "แผ่นตรวจสอบ (.pdf)", tmp_path)
    text = subprocess.run(
        ["pdftotext", sheet, "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "จังหวัดแพร่" in text and "ข้อ 3" in text and "SHA-256" in text
    with pikepdf.open(sheet) as pdf:
        page_of = {one.obj.objgen: number for number, one in enumerate(pdf.pages)}
        leads = [
            page_of[note.Dest[0].objgen]
            for one in pdf.pages
            for note in one.get("/Annots", [])
            if "/Dest" in note
        ]
        pictured = {number for number, one in enumerate(pdf.pages) if "/XObject" in one.Resources}
    assert len(leads) > 40
    assert pictured & set(leads), "values lead to the pictures of their pages"


def test_a_sheet_that_takes_long_tells_how_far_it_is(
    sample: Served, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, write = threading.Event(), exports._write_audit

    def slowly(archive: Archive, id_: str, path: Path, tell: Tell) -> None:
        tell(3, 8)
        assert seen.wait(60)
        write(archive, id_, path, tell)

    monkeypatch.setattr(exports, "_write_audit", slowly)
    monkeypatch.setattr(exports, "_AT_ONCE", 0.0)
    page.goto(sample.at("/documents/{letter}/trace"))
    page.get_by_role("link", name="แผ่นตรวจสอบ (.pdf)", exact=True).click()
    expect(page.get_by_role("progressbar")).to_have_attribute("value", "3")
    assert grave_faults(page) == []
    with page.expect_download() as download:
        seen.set()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    expect(page.get_by_role("status")).to_have_text("แผ่นตรวจสอบเสร็จแล้ว")


def test_a_clerk_judges_a_link(own_sample: Served, page: Page) -> None:
    archive = own_sample.archive
    order = find_document(archive.catalogue, "117/2564")
    page.goto(own_sample.at("/documents/{order}/trace"))
    reason = page.locator("article.reason", has_text="ปฏิบัติตาม").first
    expect(reason).to_contain_text("น่าจะใช่")
    reason.locator("summary").click()
    reason.get_by_role("button", name="ใช่", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("บันทึกคำพิจารณาแล้ว")
    expect(page.locator("article.reason", has_text="ปฏิบัติตาม").first).to_contain_text("ยืนยันแล้ว")
    (link,) = (
        one
        for one in links_of(archive.catalogue, [order])
        if one.from_id == order and one.relation == "implements"
    )
    assert (link.certainty, link.made_by) == ("confirmed", "local")
    assert link.made_at is not None
