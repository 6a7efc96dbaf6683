"""An office with accounts as people click through it: in, keeping accounts, and out again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from flows.archive import Archive
from index.access_log import Noting
from index.accounts import accounts, add_account
from index.accounts import log_out as end_session
from saraban.web import limits
from saraban.web.app import create_app
from tests.saraban.web.addresses import WITH_ACCOUNTS
from tests.saraban.web.conftest import PASSWORD, Served
from tests.saraban.web.serving import serving
from tests.saraban.web.test_axe import grave_faults


@pytest.fixture(scope="module")
def office(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    home = tmp_path_factory.mktemp("office") / "home"
    shutil.copytree(sample_home, home)
    with Archive.open(home) as archive:
        add_account(archive.catalogue, "สมศรี", PASSWORD, "admin", cleared=True)
        Noting(archive.catalogue, "สมศรี", "10.0.0.7", "GET /documents/x")(
            archive.catalogue.ids()[:1]
        )
        with serving(create_app(archive, demand_login=True)) as address:
            yield Served(archive, address)


def log_in(office: Served, page: Page, name: str, password: str) -> None:
    page.get_by_label("ชื่อผู้ใช้").fill(name)
    page.get_by_label("รหัสผ่าน").fill(password)
    page.get_by_role("button", name="เข้าสู่ระบบ").click()


def test_the_admin_lets_somebody_in_and_out_again(office: Served, page: Page) -> None:
    page.goto(office.at("/accounts"))
    log_in(office, page, "สมศรี", "ไม่ใช่รหัสผ่าน")
    expect(page.get_by_role("alert")).to_have_text("ชื่อหรือรหัสผ่านไม่ถูกต้อง")
    log_in(office, page, "สมศรี", PASSWORD)
    expect(page).to_have_url(office.at("/accounts"))
    form = page.locator("form[action='/accounts']")
    form.get_by_label("ชื่อผู้ใช้").fill("สมชาย")
    form.get_by_label("รหัสผ่าน").fill(PASSWORD)
    form.get_by_label("บทบาท").select_option("auditor")
    form.get_by_role("button").click()
    expect(page.get_by_role("status")).to_have_text("เพิ่มบัญชี สมชาย แล้ว")
    page.get_by_role("button", name="ออกจากระบบ").click()
    log_in(office, page, "สมชาย", PASSWORD)
    expect(page.get_by_role("navigation", name="งานประจำ")).not_to_contain_text("ตรวจทาน")
    page.goto(office.at("/accounts"))
    expect(page.get_by_role("main")).to_contain_text("ไม่มีสิทธิ์")
    page.get_by_role("button", name="ออกจากระบบ").click()
    log_in(office, page, "สมศรี", PASSWORD)
    page.goto(office.at("/accounts"))
    page.get_by_text("แก้ไขบัญชี สมชาย").click()
    page.get_by_label("ลบ สมชาย จริง").check()
    page.get_by_role("row", name="สมชาย").get_by_role("button", name="ลบบัญชี").click()
    expect(page.get_by_role("status")).to_have_text("ลบบัญชี สมชาย แล้ว")
    assert [one.name for one in accounts(office.archive.catalogue)] == ["สมศรี"]


def test_the_pages_of_an_office_have_no_grave_fault(office: Served, page: Page) -> None:
    for name, address in WITH_ACCOUNTS.items():
        page.goto(office.at(address))
        if name == "login":
            assert grave_faults(page) == []
            log_in(office, page, "สมศรี", PASSWORD)
            continue
        page.set_viewport_size({"width": 390, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name
        page.set_viewport_size({"width": 1280, "height": 800})
        assert grave_faults(page) == [], name


def end(office: Served, page: Page) -> None:
    """The session ends while its pages are open, as after a working day."""
    cookies = {one["name"]: one["value"] for one in page.context.cookies()}
    end_session(office.archive.catalogue, cookies["saraban_session"])


def test_what_was_typed_outlives_the_session(office: Served, page: Page) -> None:
    page.goto(office.at("/review/{report}"))
    log_in(office, page, "สมศรี", PASSWORD)
    expect(page.locator("body.scripted")).to_be_visible()
    end(office, page)
    page.locator("#row-subject textarea").fill("เรื่องที่พิมพ์ไว้ก่อนหมดเวลา")
    page.locator("#row-subject textarea").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("หมดเวลาใช้งาน")
    log_in(office, page, "สมศรี", "ไม่ใช่รหัสผ่าน")
    log_in(office, page, "สมศรี", PASSWORD)
    expect(page.get_by_role("main")).to_contain_text("เรื่องที่พิมพ์ไว้ก่อนหมดเวลา")
    assert office.archive.catalogue.document(id_of(office)).subject != "เรื่องที่พิมพ์ไว้ก่อนหมดเวลา"
    page.get_by_role("button", name="ส่งอีกครั้ง").click()
    expect(page.get_by_role("status")).to_contain_text("บันทึกแล้ว")
    assert office.archive.catalogue.document(id_of(office)).subject == "เรื่องที่พิมพ์ไว้ก่อนหมดเวลา"


def id_of(office: Served) -> str:
    return office.at("{report}").removeprefix(office.address)


def test_a_file_is_not_called_sent_once_the_session_has_ended(office: Served, page: Page) -> None:
    page.goto(office.at("/inbox"))
    log_in(office, page, "สมศรี", PASSWORD)
    page.set_input_files("#file", {"name": "ก.pdf", "mimeType": "", "buffer": b"%PDF-1.4"})
    end(office, page)
    page.get_by_role("button", name="ส่งเข้าคลัง").click()
    expect(page.locator("#sending")).to_contain_text("หมดเวลาใช้งาน")
    expect(page.locator("#now")).to_contain_text("มาถึงล่าสุด")
    page.locator("#sending").get_by_role("link", name="เข้าสู่ระบบ").click()
    log_in(office, page, "สมศรี", PASSWORD)
    expect(page).to_have_url(office.at("/inbox"))
    assert not list(office.archive.home.root.rglob("ก.pdf*"))


def test_a_file_that_is_refused_says_why(
    office: Served, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "UPLOAD", 1000)
    page.goto(office.at("/inbox"))
    log_in(office, page, "สมศรี", PASSWORD)
    page.set_input_files("#file", {"name": "ก.pdf", "mimeType": "", "buffer": b"x" * 2000})
    page.get_by_role("button", name="ส่งเข้าคลัง").click()
    expect(page.locator("#sending")).to_contain_text("ก.pdf: แฟ้มใหญ่เกินกำหนด")
