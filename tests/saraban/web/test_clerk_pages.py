"""Inbox, review desk and received register without scripts: plain forms, and who may send them."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError
from starlette.testclient import TestClient

from flows import uploads
from flows.accession import accession
from flows.archive import Archive
from flows.progress import InWork, in_work, told
from index import correction_tables
from index.received import today
from saraban import answers
from saraban.web import limits
from saraban.web.app import create_app
from saraban.web.pages import register
from tests.saraban.web.conftest import EVIL, LogIn, token_in


@pytest.fixture
def own(tmp_path: Path, write_letter: Callable[..., Path]) -> Iterator[Archive]:
    """An archive of one letter, which the test may change."""
    letter = write_letter(tmp_path, subject=f"การทดสอบ {EVIL}")
    with Archive.open(tmp_path / "own") as archive:
        assert accession(letter, archive).status == "archived"
        yield archive


@pytest.fixture
def desk(own: Archive) -> Iterator[TestClient]:
    with TestClient(create_app(own), base_url="http://localhost") as browser:
        yield browser


def press(browser: TestClient, id_: str, **form: object) -> str:
    """Send a form of the review desk; the page that it leads to."""
    token = token_in(browser.get(f"/review/{id_}").text)
    names = {name.replace("__", "."): str(value) for name, value in form.items()}
    answer = browser.post(f"/review/{id_}", data={**names, "csrf": token})
    assert answer.status_code in (200, 400), answer.text
    return answer.text


def test_a_value_is_put_right_accepted_and_taken_back(desk: TestClient, own: Archive) -> None:
    (id_,) = own.catalogue.ids()
    page = press(desk, id_, act="value", path="number", part__value="กข๐๐๑๒.๓/ว๙๙")
    assert "กข 0012.3/ว 99" in page and EVIL not in page
    assert answers.show(own, "ว 99")["id"] == id_
    press(desk, id_, act="accept", path="subject")
    press(desk, id_, path="recipients", part__value="ปลัดจังหวัด")
    shown = own.catalogue.document(id_).record
    assert [one.field for one in shown.persons] == ["number", "subject", "recipients.1"]
    press(desk, id_, act="undo", event=1)
    assert answers.show(own, "ว 123")["id"] == id_
    page = press(desk, id_, act="value", path="date", part__value="เมื่อวาน")
    assert "ไม่ใช่วันที่" in page, "what makes no sense is said, and nothing is kept"
    page = press(desk, id_, act="split", page=1)
    assert "เป็นหน้าแรกอยู่แล้ว" in page and "begins a document" not in page
    assert answers.verify(own)["problems"] == []


def test_what_was_not_found_is_given_or_said_not_to_be_there(
    tmp_path: Path, write_letter: Callable[..., Path]
) -> None:
    letter = write_letter(tmp_path, date="วันนี้")  # no date that can be read
    with Archive.open(tmp_path / "own") as archive:
        (id_,) = accession(letter, archive).documents
        with TestClient(create_app(archive), base_url="http://localhost") as browser:
            assert "ไม่พบบนกระดาษ" in browser.get(f"/review/{id_}").text
            assert "วันที่ (ไม่พบ)" in browser.get("/review").text
            assert "ไม่พบบนกระดาษ" not in press(browser, id_, act="accept", path="date")
            press(browser, id_, act="value", path="date", part__value="5 มี.ค. 2565")
        assert archive.catalogue.document(id_).date == "2022-03-05"


@pytest.mark.parametrize(
    "form",
    [
        {"act": "burn"},
        {"act": "undo", "event": "7"},
        {"act": "rotate", "page": "x"},
        {"act": "exclude", "page": "99"},
        {"act": "value", "path": "../x", "part__value": "1"},
        {"act": "value", "path": "number"},
        {"act": "remove", "path": "kind"},
        {"act": "choose", "path": "number"},
    ],
)
def test_nonsense_changes_nothing(desk: TestClient, own: Archive, form: dict[str, str]) -> None:
    (id_,) = own.catalogue.ids()
    before = own.catalogue.document(id_)
    assert 'class="flash bad"' in press(desk, id_, **form)
    assert own.catalogue.document(id_) == before


@pytest.mark.parametrize(
    ("address", "status"),
    [("/review/zz", 404), (f"/review/zz-{'9' * 30}", 404), (f"/review?skip={'9' * 30}", 422)],
)
def test_an_address_that_makes_no_sense_is_told(
    desk: TestClient, address: str, status: int
) -> None:
    assert desk.get(address).status_code == status


def test_the_desk_shows_a_box_for_each_value_and_marks_the_one_in_hand(
    desk: TestClient, own: Archive
) -> None:
    (id_,) = own.catalogue.ids()
    page = desk.get(f"/review/{id_}?field=subject").text
    assert re.search(r'class="row[^"]* in-hand"[^>]* id="row-subject"', page)
    assert "&lt;script&gt;" in page and EVIL not in page


def test_only_clerks_come_to_the_desk(log_in: LogIn, archive: Archive) -> None:
    id_ = answers.show(archive, "ว 123")["id"]
    for name in ("สมชาย", "สมหมาย"):  # an officer and an auditor
        browser = log_in(name)
        for address in ("/inbox", "/inbox/now", "/review", f"/review/{id_}"):
            assert browser.get(address).status_code == 403
        token = token_in(browser.get("/register").text)
        sent = browser.post(
            f"/review/{id_}", data={"act": "accept", "path": "number", "csrf": token}
        )
        assert sent.status_code == 403
    clerk = log_in("สมศรี")
    assert clerk.get(f"/review/{id_}").status_code == 200
    assert clerk.post(f"/review/{id_}", data={"act": "accept", "path": "number"}).status_code == 403


def test_a_secret_letter_is_at_the_desk_of_the_cleared_alone(
    log_in: LogIn, archive: Archive
) -> None:
    id_ = answers.show(archive, "ว 789")["id"]
    assert log_in("สมศรี").get(f"/review/{id_}").status_code == 200
    assert log_in("นายทะเบียน").get(f"/review/{id_}").status_code == 404
    assert "แผนปกปิด" not in log_in("นายทะเบียน").get("/register").text


def test_what_is_sent_in_is_read_and_leaves_the_uploads(
    desk: TestClient, own: Archive, tmp_path: Path, write_letter: Callable[..., Path]
) -> None:
    letter = write_letter(tmp_path, "b.docx", number="กข ๐๐๑๒.๓/ว ๔๕๖")
    token = token_in(desk.get("/inbox").text)
    files = [
        ("file", ("../../หนังสือ.docx", letter.read_bytes())),
        ("file", ("letter.pdf", b"MZ this is a program")),
    ]
    answer = desk.post("/inbox", data={"csrf": token}, files=files)
    assert "รับแฟ้มแล้ว 2 แฟ้ม" in answer.text
    until = time.monotonic() + 120
    while uploads.waiting(own.home) and time.monotonic() < until:
        time.sleep(0.2)
    assert uploads.waiting(own.home) == []
    page = desk.get("/inbox/now").text
    assert "หนังสือ.docx" in page and "กข 0012.3/ว 456" in page and "เลขรับ 2" in page
    assert "เป็นโปรแกรม" in page, "what is refused says why, and what to do"
    assert not list(tmp_path.glob("*.docx.*")) and not (tmp_path.parent / "หนังสือ.docx").exists()


def test_an_upload_needs_its_token_and_a_measure(
    desk: TestClient, own: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.post("/inbox", files={"file": ("a.pdf", b"%PDF")}).status_code == 403
    token = token_in(desk.get("/inbox").text)
    assert 'class="flash bad"' in desk.post("/inbox", data={"csrf": token}).text
    monkeypatch.setattr(limits, "UPLOAD", 1000)
    large = desk.post("/inbox", data={"csrf": token}, files={"file": ("a.pdf", b"x" * 2000)})
    assert large.status_code == 413

    def dribbled() -> Iterator[bytes]:  # says nothing of its length
        for _ in range(20):
            yield b"x" * 100

    headers = {"X-CSRF-Token": token, "Content-Type": "multipart/form-data; boundary=b"}
    assert desk.post("/inbox", content=dribbled(), headers=headers).status_code == 413
    assert uploads.waiting(own.home) == []


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("C:\\สแกน\\ก.pdf", "ก.pdf"),
        ("/etc/passwd", "passwd"),
        (".hidden", "hidden"),
        ("a\x1b[31m\u202eb.pdf", "a [31m b.pdf"),
        ("ก" * 300 + ".pdf", "ก" * 76 + ".pdf"),
        ("", "file"),
    ],
)
def test_names_of_files_are_made_safe(sent: str, kept: str) -> None:
    name = uploads.safe_name(sent)
    assert name == kept and len(name.encode()) <= 255


def test_progress_is_told_by_page_and_forgotten_with_its_process(own: Archive) -> None:
    with told(own.home, Path("scan.pdf")) as on_page:
        assert [(one.name, one.total) for one in in_work(own.home)] == [("scan.pdf", None)]
        on_page(3, 7)
        assert [(one.done, one.total) for one in in_work(own.home)] == [(3, 7)]
    assert in_work(own.home) == []
    note = own.home.progress / "dead.json"
    dead = InWork("scan.pdf", 1, 2, time.time(), 2**22 + 1)
    note.write_text(str({k: getattr(dead, k) for k in dead.__slots__}).replace("'", '"'))
    assert in_work(own.home) == [] and not note.exists()


def test_the_register_of_this_month_and_as_a_spreadsheet(desk: TestClient) -> None:
    day = today()
    month, name = f"{day.year + 543}-{day:%m}", f"{day.year + 543}-{day:%m-%d}"
    for address in ("/register", f"/register?when={month}", f"/register?when={name}"):
        page = desk.get(address).text
        assert "กข 0012.3/ว 123" in page and EVIL not in page
        for column in ("เลขทะเบียนรับ", "ลงวันที่", "การปฏิบัติ", "หมายเหตุ"):
            assert f">{column}</th>" in page
    answer = desk.get(f"/register.xlsx?when={name}")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    heading, line = sheet.iter_rows(values_only=True)
    assert heading[0] == "เลขทะเบียนรับ" and line[:3] == ("1", "กข 0012.3/ว 123", "5 มี.ค. 2565")
    assert heading[-1] == "วันที่รับ" and line[-1].date() == day
    assert desk.get("/register?when=2564-13").status_code == 400
    assert "ไม่มีหนังสือ" in desk.get("/register?when=2500-01").text


def test_a_long_month_is_shown_in_parts_and_whole_to_be_printed(
    desk: TestClient,
    own: Archive,
    tmp_path: Path,
    write_letter: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    accession(
        write_letter(tmp_path, "second.docx", subject="เรื่องที่สอง", number="กข 0012.3/ว 124"), own
    )
    whole = desk.get("/register").text
    assert "2 เรื่อง" in whole and "part=" not in whole
    monkeypatch.setattr(register, "_PART", 1)
    first, second, last = (desk.get(f"/register?part={n}").text for n in (1, 2, 99))
    assert "ว 123<" in first and "ว 124<" not in first and "2 เรื่อง" in first
    for page in (second, last):
        assert "ว 124<" in page and "ว 123<" not in page
    printed = desk.get("/register?part=0").text
    assert "ว 123<" in printed and "ว 124<" in printed
    sheet = load_workbook(io.BytesIO(desk.get("/register.xlsx").content)).active
    assert sheet is not None and sheet.max_row == 3


def test_what_was_done_with_a_letter_is_written_into_the_register(
    desk: TestClient, own: Archive
) -> None:
    day = today()
    year = day.year + 543
    name = f"{year}-{day:%m-%d}"
    shown = desk.get(f"/register?when={name}").text
    assert f'action="/register/{year}/1"' in shown

    def write(text: str, number: int = 1) -> str:
        page = desk.get(f"/register?when={name}").text
        seen = re.findall(r'name="seen" value="([^"]*)"', page)[0]
        fields = {"text": text, "seen": unescape(seen), "when": name, "csrf": token_in(shown)}
        return desk.post(f"/register/{year}/{number}", data=fields).text

    assert "บันทึกการปฏิบัติของเลขทะเบียนรับ 1" in write(f"มอบ นางสมศรี {EVIL}")
    assert EVIL not in write("ตอบแล้ว  ตาม มท 1/2")
    assert write("ตอบแล้ว ตาม มท 1/2").count("ตอบแล้ว ตาม มท 1/2") == 3  # told, to be changed, seen
    sheet = load_workbook(io.BytesIO(desk.get(f"/register.xlsx?when={name}").content)).active
    assert sheet is not None
    assert list(sheet.iter_rows(values_only=True))[1][6] == "ตอบแล้ว ตาม มท 1/2"
    write("")
    assert "ตอบแล้ว" not in desk.get(f"/register?when={name}").text
    assert "ไม่มีเลขทะเบียนรับ 99" in write("ก", number=99)
    table = correction_tables.handling.c
    with own.catalogue.reading() as connection:
        kept = connection.execute(select(table.text, table.by).order_by(table.id)).all()
    assert [row.text for row in kept] == [f"มอบ นางสมศรี {EVIL}", "ตอบแล้ว ตาม มท 1/2", ""]
    with pytest.raises(DBAPIError, match="append-only"), own.catalogue.writing() as connection:
        connection.execute(update(correction_tables.handling).values(text="ลบ"))


def test_only_clerks_write_into_the_register(log_in: LogIn) -> None:
    for name in ("สมชาย", "สมหมาย"):
        browser = log_in(name)
        shown = browser.get("/register").text
        assert "<textarea" not in shown
        sent = browser.post("/register/2569/1", data={"text": "ก", "csrf": token_in(shown)})
        assert sent.status_code == 403
