"""The records clerk's day in a real browser: a scan goes in, is read, is filed; a value written by
hand is compared with the paper by keyboard and put right; the register shows it, and the original
is as it came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from flows.archive import Archive
from pipeline.intake.store import file_sha256
from saraban import answers
from saraban.web.app import create_app
from tests.saraban.web.serving import serving

SCAN = Path("corpus/built/letters/rules/ministry-circular-survey.pdf")  # number and day by hand
READ_WITHIN = 120_000  # milliseconds; two pages take a few seconds of an idle machine
expect.set_options(timeout=60_000)  # other tests run beside this one
RIGHT = "กษ 1005/ว 999"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "home") as opened:
        yield opened


def test_the_clerks_day(page: Page, archive: Archive) -> None:
    with serving(create_app(archive)) as address:
        walk(page, archive, address)


def walk(page: Page, archive: Archive, address: str) -> None:
    # a scan is put into the inbox, and one looks on while it is read
    page.goto(address + "/inbox")
    page.set_input_files("#file", str(SCAN))
    page.get_by_role("button", name="ส่งเข้าคลัง").click()
    expect(page.locator("#sending")).to_have_text("ส่งแล้ว 1 แฟ้ม กำลังอ่าน")
    expect(page.locator(".works")).to_contain_text(SCAN.name, timeout=READ_WITHIN)
    # how far it is, unless it was read between two looks
    told = re.compile("จาก 2 หน้า|เลขรับ 1")
    expect(page.locator("main")).to_contain_text(told, timeout=READ_WITHIN)
    # it is filed under received number 1, and says that values should be compared with the paper
    arrived = page.locator("section:has(#arrived) tbody tr")
    expect(arrived).to_contain_text(SCAN.name, timeout=READ_WITHIN)
    expect(arrived).to_contain_text("เลขรับ 1", timeout=READ_WITHIN)
    (filed,) = archive.catalogue.sources()
    assert file_sha256(archive.store.path(filed.sha256)) == file_sha256(SCAN) == filed.sha256
    # the desk: the doubtful value first, its box on the paper marked
    page.goto(address + "/review")
    page.get_by_role("link", name="เริ่มตรวจเรื่องแรก").click()
    expect(page.locator("body.scripted")).to_be_visible()  # before that no key does anything
    in_hand = page.locator(".row.in-hand")
    expect(in_hand).to_have_class("row doubtful in-hand")
    while in_hand.get_attribute("data-path") != "number":
        before = in_hand.get_attribute("data-path")
        page.keyboard.press("j")
        expect(in_hand).not_to_have_attribute("data-path", before or "")
    box = page.locator("rect.in-hand")
    expect(box).to_have_attribute("data-path", "number")
    # by keyboard: into the field, the number as the paper says, kept
    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.type("กษ๑๐๐๕/ว๙๙๙")
    page.keyboard.press("Enter")
    expect(page.locator(".flash")).to_contain_text("บันทึกแล้ว")
    number = page.locator("#row-number")
    expect(number.locator("input[name='part.value']")).to_have_value(RIGHT)
    expect(number.locator(".said")).to_contain_text("local")
    expect(page.locator(".history")).to_contain_text(RIGHT)
    # what is left in doubt is found right, one key each
    while page.locator(".row.doubtful").count():
        left = page.locator(".row.doubtful").count()
        page.keyboard.press("a")
        expect(page.locator(".row.doubtful")).to_have_count(left - 1)
    # the register and the archive say what the clerk said
    page.goto(address + "/register")
    line = page.locator(".received tbody tr[id]")
    expect(line).to_contain_text(RIGHT)
    expect(line).to_contain_text("แก้โดย local")
    assert answers.show(archive, "ว 999")["number"] == RIGHT
    # a page is split off and joined again
    (id_,) = archive.catalogue.ids()
    page.goto(f"{address}/review/{id_}")
    page.locator(".leaf[data-page='2'] button[value=split]").click()
    expect(page.locator(".leaf")).to_have_count(1)
    assert len(archive.catalogue.ids()) == 2
    page.keyboard.press("u")
    expect(page.locator(".leaf")).to_have_count(2)
    assert archive.catalogue.ids() == [id_]
    # nothing of this touched the original, and all fits together
    assert file_sha256(archive.store.path(filed.sha256)) == filed.sha256
    assert answers.verify(archive)["problems"] == []
