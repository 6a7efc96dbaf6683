"""The search page: chips, facets, order, suggestions, saved searches, lists to take away."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from html import unescape
from urllib.parse import parse_qsl

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page
from starlette.testclient import TestClient

from saraban.web.app import create_app
from tests.saraban.web.conftest import Served

EVIL = "<script>alert(1)</script>"
LogIn = Callable[[str], TestClient]


def test_chips_say_what_was_understood_and_can_be_taken_away(client: TestClient) -> None:
    page = client.get("/", params={"q": "ทดสอบ มี.ค. 2565", "kind": "external_letter"}).text
    assert "คำ “ทดสอบ”" in page
    assert "ลงวันที่ มี.ค. 2565" in page
    assert "ชนิด: หนังสือภายนอก" in page
    without = re.findall(r'<li class="chip".*?href="([^"]*)"', page, re.DOTALL)
    left = [dict(parse_qsl(unescape(one).removeprefix("/?"))) for one in without]
    assert left == [
        {"q": "มี.ค. 2565", "kind": "external_letter"},
        {"q": "ทดสอบ", "kind": "external_letter"},
        {"q": "ทดสอบ มี.ค. 2565"},
    ]
    assert "ว 123" in client.get(unescape(without[0])).text


def test_hits_are_marked_and_escaped(client: TestClient) -> None:
    page = client.get("/", params={"q": "alert"}).text
    assert "<mark>alert</mark>" in page
    assert EVIL not in page


def test_hits_come_in_the_order_asked_and_narrowed(client: TestClient) -> None:
    page = client.get("/", params={"q": "ทดสอบ", "sort": "date"}).text
    assert page.index("ว 789") < page.index("ว 456") < page.index("ว 123")
    assert "พบ 0 เรื่อง" in client.get("/?q=ทดสอบ&year=1999").text


def test_a_mistyped_number_offers_the_nearest(client: TestClient) -> None:
    page = client.get("/", params={"q": "กข 0012.3/ว 132"}).text
    assert "หมายถึง" in page
    assert ">กข 0012.3/ว 123</a>" in page


def test_what_is_stamped_on_a_letter_is_told_beside_it(log_in: LogIn) -> None:
    page = log_in("สมศรี").get("/", params={"q": "ว 789"}).text
    assert '<span class="tag secret" lang="th">ลับมาก</span>' in page


def test_secrets_are_not_there_for_who_is_not_cleared(log_in: LogIn) -> None:
    for path in ("/", "/search.csv"):
        for query in ("", "ปกปิด", "ว 789", "ว 788", "10 มิ.ย. 2565"):
            told = log_in("สมชาย").get(path, params={"q": query}).text
            assert "แผนปกปิด" not in told
            assert "ว 789</a>" not in told
    assert "แผนปกปิด" in log_in("สมศรี").get("/", params={"q": "ปกปิด"}).text


def test_a_search_is_kept_and_forgotten_by_its_owner_alone(log_in: LogIn) -> None:
    one, other = log_in("สมชาย"), log_in("สมหมาย")
    page = one.get("/", params={"q": "ทดสอบ", "sort": "date"}).text
    token = re.search(r'name="csrf" value="(\w+)"', page)
    address = re.search(r'name="address" value="([^"]*)"', page)
    assert token
    assert address
    form = {"csrf": token[1], "name": " เรื่อง  ทดสอบ ", "address": unescape(address[1])}
    kept = one.post("/searches", data=form).text
    assert "บันทึกการค้นหา “เรื่อง ทดสอบ” แล้ว" in kept
    (forget,) = set(re.findall(r'action="(/searches/\d+/forget)"', kept))
    assert "เรื่อง ทดสอบ" not in other.get("/").text
    assert one.post("/searches", data={**form, "csrf": "x"}).status_code == 403
    assert ">เรื่อง ทดสอบ<" not in one.post(forget, data={"csrf": token[1]}).text


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_list_is_taken_away(client: TestClient, form: str) -> None:
    answer = client.get(f"/search.{form}", params={"q": "ทดสอบ"})
    assert answer.headers["content-disposition"].startswith("attachment")
    if form == "csv":
        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    else:
        sheet = load_workbook(io.BytesIO(answer.content)).active
        assert sheet is not None
        rows = [[str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert rows[0][0] == "ที่"
    assert {row[0] for row in rows[1:]} >= {"กข 0012.3/ว 123", "กข 0012.3/ว 456"}


@pytest.mark.parametrize(
    "address", ["/?page=0", "/?sort=best", "/?year=x", "/search.pdf", "/?kind=poem", "/?from=soon"]
)
def test_a_wrong_address_is_refused_in_words(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code in (400, 404, 422)
    assert "<h1>" in answer.text


def test_in_a_browser_a_chip_is_removed_and_a_facet_chosen(page: Page, sample) -> None:  # type: ignore[no-untyped-def]
    page.goto(sample.at("/?q=รายงาน"))
    everything = page.locator(".hits > li").count()
    page.get_by_role("link", name="แบบฟอร์ม", exact=True).click()
    assert 0 < page.locator(".hits > li").count() < everything
    page.get_by_role("link", name="เอา แบบฟอร์ม ออก").click()
    assert page.locator(".hits > li").count() == everything


def test_alternatives_are_told_as_such(client: TestClient) -> None:
    chips = client.get("/", params={"q": "ทดสอบ OR ปกปิด -เลย"}).text
    shown = re.findall(
        r"<li>หรือ</li>|คำ “[^”]+”", chips.split('class="chips"')[1].split("</ul>")[0]
    )
    assert list(dict.fromkeys(shown)) == ["คำ “ทดสอบ”", "<li>หรือ</li>", "คำ “ปกปิด”", "คำ “เลย”"]
    assert "<li>หรือ</li>" not in client.get("/", params={"q": "ทดสอบ ปกปิด"}).text


@pytest.mark.parametrize("query", ["q=***", "q=ทดสอบ&from=เมื่อวาน"])
def test_what_cannot_be_looked_for_stays_in_the_box(client: TestClient, query: str) -> None:
    answer = client.get(f"/?{query}")
    assert answer.status_code == 400 and 'role="alert"' in answer.text
    typed = dict(parse_qsl(query))
    assert all(f'value="{one}"' in answer.text for one in typed.values())


def test_a_page_behind_the_last_leads_to_the_first(client: TestClient) -> None:
    page = client.get("/", params={"q": "ทดสอบ", "page": 9}).text
    assert "ผลการค้นหาไม่มีหน้านี้" in page and "ลองใช้คำน้อยลง" not in page
    assert "ว 123" in client.get(unescape(re.findall(r'ไม่มีหน้านี้ <a href="([^"]+)', page)[0])).text


def test_reports_are_told_apart_by_their_periods(sample: Served) -> None:
    with TestClient(create_app(sample.archive), base_url="http://localhost") as browser:
        page = browser.get("/", params={"q": "จาก:น่าน", "kind": "report"}).text
    assert ">ไตรมาส 3/2564</span>" in page
