"""The received register: its days, days as people type them, and numbers that no letter bears any
more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import update
from starlette.testclient import TestClient

from flows.accession import accession
from flows.archive import Archive
from index import correction_tables
from index.accounts import add_account
from index.received import today
from saraban.web.app import create_app
from tests.saraban.web.conftest import PASSWORD, token_in


@pytest.fixture
def own(tmp_path: Path, write_letter: Callable[..., Path]) -> Iterator[Archive]:
    """An archive of two letters, which the test may change."""
    with Archive.open(tmp_path / "own") as archive:
        for number in ("๑๒๓", "๔๕๖"):
            letter = write_letter(tmp_path, f"{number}.docx", number=f"กข ๐๐๑๒.๓/ว {number}")
            assert accession(letter, archive).status == "archived"
        yield archive


@pytest.fixture
def desk(own: Archive) -> Iterator[TestClient]:
    with TestClient(create_app(own), base_url="http://localhost") as browser:
        yield browser


def test_a_month_says_on_which_day_each_letter_came(desk: TestClient, own: Archive) -> None:
    table = correction_tables.received
    days = {1: "2021-04-22", 2: "2021-04-23"}
    with own.catalogue.writing() as connection:
        for number, day in days.items():
            connection.execute(update(table).where(table.c.number == number).values(day=day))
    page = desk.get("/register?when=2564-04").text
    rows = re.findall(r"รับวันที่ [^<]+|ว (?:123|456)<", page)
    assert rows == ["รับวันที่ 22 เม.ย. 2564", "ว 123<", "รับวันที่ 23 เม.ย. 2564", "ว 456<"]
    assert 'href="/register?when=2564-04-22"' in page
    day_alone = desk.get("/register?when=2564-04-22").text
    assert "รับวันที่" not in day_alone and "ว 123<" in day_alone and "ว 456<" not in day_alone


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("22 เม.ย. 2564", "วันที่ 22 เม.ย. 2564"),
        ("22/4/64", "วันที่ 22 เม.ย. 2564"),
        ("เมษายน ๒๕๖๔", "เดือน เม.ย. 2564"),
        ("2564-04", "เดือน เม.ย. 2564"),
    ],
)
def test_a_day_or_month_is_taken_as_people_type_it(
    desk: TestClient, typed: str, title: str
) -> None:
    page = desk.get("/register", params={"when": typed}).text
    assert title in page and f'value="{title.split(maxsplit=1)[1]}"' in page


def test_a_letter_that_was_taken_out_says_so_and_can_be_put_back(
    desk: TestClient, own: Archive
) -> None:
    id_ = next(one.id for one in own.catalogue.documents(own.catalogue.ids()) if one.number)
    form = {"csrf": token_in(desk.get("/review").text), "act": "exclude", "page": "1"}
    after = desk.post(f"/review/{id_}", data=form)
    assert after.url.path == "/review" and "บันทึกแล้ว: ตัด หน้า 1" in after.text
    assert id_ not in own.catalogue.ids()
    assert "ยกเลิกเลขนี้ เพราะตัดหน้าออกทั้งหมด" in desk.get("/register").text
    (address,) = re.findall(r'action="(/review/taken-out/\d+)"', after.text)
    back = desk.post(address, data={"csrf": token_in(after.text)})
    assert back.url.path == f"/review/{id_}" and "บันทึกแล้ว: เลิกทำ" in back.text
    assert id_ in own.catalogue.ids() and "ยกเลิกเลขนี้" not in desk.get("/register").text
    assert "taken-out" not in desk.get("/review").text
    assert desk.post(address, data={"csrf": token_in(after.text)}).status_code == 404


def test_who_is_not_cleared_puts_back_only_what_he_took_out(own: Archive) -> None:
    """Nothing says whether a page without a document is secret."""
    first, second = own.catalogue.ids()
    for name, cleared in (("สมศรี", True), ("สมชาย", False)):
        add_account(own.catalogue, name, PASSWORD, "clerk", cleared)
    app = create_app(own, ("*",), demand_login=True)
    told = []
    for name, id_ in (("สมศรี", first), ("สมชาย", second)):
        with TestClient(app, base_url="http://archive.example") as browser:
            form = {"name": name, "password": PASSWORD}
            form["csrf"] = token_in(browser.get("/login").text)
            browser.post("/login", data=form)
            form = {"csrf": token_in(browser.get("/review").text), "act": "exclude", "page": "1"}
            told.append(browser.post(f"/review/{id_}", data=form).text)
    assert told[0].count("/review/taken-out/") == 1
    assert told[1].count("/review/taken-out/") == 1, "สมชาย sees his own alone"


def test_today_is_asked_for_by_its_day(desk: TestClient) -> None:
    day = today()
    assert "2 เรื่อง" in desk.get(f"/register?when={day.year + 543}-{day:%m-%d}").text
