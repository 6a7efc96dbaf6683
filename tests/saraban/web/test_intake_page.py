"""What the inbox tells of files that are no new letters: sent before, scanned twice, blank, or
refused; and that one dealt with them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from flows import uploads
from flows.accession import accession
from flows.archive import Archive
from index.find import find_document
from index.review import queue
from saraban.web.app import create_app
from tests.saraban.web.conftest import LogIn, token_in
from tests.saraban.web.serving import serving

WriteLetter = Callable[..., Path]


@pytest.fixture
def archive(filled: Path, tmp_path: Path) -> Iterator[Archive]:
    """The archive that `log_in` opens, which the test may change."""
    shutil.copytree(filled, tmp_path / "filled")
    with Archive.open(tmp_path / "filled") as opened:
        yield opened


@pytest.fixture
def own(tmp_path: Path, write_letter: WriteLetter) -> Iterator[Archive]:
    """An archive of one letter, which the test may change."""
    with Archive.open(tmp_path / "own") as archive:
        assert accession(write_letter(tmp_path, "แรก.docx"), archive).status == "archived"
        yield archive


@pytest.fixture
def desk(own: Archive) -> Iterator[TestClient]:
    with TestClient(create_app(own), base_url="http://localhost") as browser:
        yield browser


def send(own: Archive, path: Path, name: str) -> None:
    """What the page does with an uploaded file, without waiting for its thread."""
    with path.open("rb") as content:
        laid = uploads.lay_aside(own.home, name, content)
    assert uploads.take_in(own, laid)


def test_a_file_that_was_there_already_is_told_and_not_filed_twice(
    desk: TestClient, own: Archive, tmp_path: Path
) -> None:
    send(own, tmp_path / "แรก.docx", "อีกครั้ง.docx")
    assert len(own.catalogue.ids()) == 1
    row = desk.get("/inbox/now").text.split("<tbody>")[1].split("</tr>")[0]
    assert "อีกครั้ง.docx" in row and "มีอยู่แล้ว" in row
    assert "เป็นแฟ้มเดียวกับ แรก.docx ที่มาถึง" in row and "เลขรับ 1" in row


def test_a_file_that_cannot_be_kept_is_said_not_to_be_taken(desk: TestClient, own: Archive) -> None:
    own.home.uploads.write_bytes(b"no folder")  # as good as a disk that cannot be written
    token = token_in(desk.get("/inbox").text)
    sent = {"file": ("letter.docx", b"PK", "application/octet-stream")}
    answer = desk.post("/inbox", data={"csrf": token}, files=sent)
    assert answer.status_code == 503
    assert "รับแฟ้มไว้ไม่ได้" in answer.text


def test_a_letter_that_was_scanned_twice_is_filed_twice_and_flagged(
    desk: TestClient, own: Archive, tmp_path: Path, write_letter: WriteLetter
) -> None:
    """Other bytes, the same number, day and issuer; another day or number is another letter."""
    for name, changed in (
        ("สแกนซ้ำ.docx", {"subject": "การทดสอบระบบงานสารบรรณ "}),
        ("วันอื่น.docx", {"date": "๖ มีนาคม ๒๕๖๕"}),
        ("เลขอื่น.docx", {"number": "กข ๐๐๑๒.๓/ว ๑๒๔"}),
    ):
        send(own, write_letter(tmp_path / "sent", name, **changed), name)
    rows = desk.get("/inbox/now").text.split("<tbody>")[1].split("</tr>")
    flagged = [row for row in rows if "อาจเป็นเรื่องเดียวกับเลขรับ 1/" in row]
    assert len(flagged) == 1 and "สแกนซ้ำ.docx" in flagged[0]
    second, first = (
        next(one.id for one in own.catalogue.documents(own.catalogue.ids()) if wanted(one))
        for wanted in (
            lambda one: one.source_name == "สแกนซ้ำ.docx",
            lambda one: one.source_name == "แรก.docx",
        )
    )
    assert f"/documents/{first}" in desk.get(f"/documents/{second}").text
    assert f"/documents/{second}" in desk.get(f"/documents/{first}").text, "told of both"
    register = desk.get("/register").text
    assert register.count("อาจเป็นเรื่องเดียวกับเลขรับ 1/") == 1


def test_a_secret_copy_is_flagged_to_nobody_who_is_not_cleared(
    log_in: LogIn, archive: Archive, tmp_path: Path, write_letter: WriteLetter
) -> None:
    """ว 789 of the archive is secret."""
    again = write_letter(
        tmp_path, "again.docx", "กข ๐๐๑๒.๓/ว ๗๘๙", "๑๐ มิถุนายน ๒๕๖๕", subject="ไม่ปกปิด"
    )
    (id_,) = accession(again, archive).documents
    assert "อาจเป็นเรื่องเดียวกับ" in log_in("สมศรี").get(f"/documents/{id_}").text
    hidden = log_in("สมชาย").get(f"/documents/{id_}")
    assert hidden.status_code == 200 and "อาจเป็นเรื่องเดียวกับ" not in hidden.text
    assert "อาจเป็นเรื่องเดียวกับ" not in log_in("สมศรี").get("/inbox/now").text


def test_a_page_of_which_nothing_was_read_waits_for_a_person(
    desk: TestClient, own: Archive, tmp_path: Path
) -> None:
    blank = tmp_path / "เปล่า.png"
    Image.new("RGB", (1240, 1754), "white").save(blank, dpi=(150, 150))
    (id_,) = accession(blank, own).documents
    assert id_ in [one.id for one, _ in queue(own.catalogue).documents]
    page = desk.get(f"/review/{id_}").text
    assert "ตรวจครบแล้ว" not in page and "ไม่พบบนกระดาษ" in page
    arrived = desk.get("/inbox/now").text.split("<tbody>")[1].split("</tr>")[0]
    assert "เปล่า.png" in arrived and "เลขรับ" not in arrived, "a page of nothing is no letter"


def test_what_was_refused_is_dealt_with_and_told_anew_if_it_comes_again(
    desk: TestClient, own: Archive, tmp_path: Path
) -> None:
    program = tmp_path / "setup.pdf"
    program.write_bytes(b"MZ this is a program")
    send(own, program, program.name)
    page = desk.get("/inbox").text
    (address,) = re.findall(r'action="(/inbox/refused/\d+)"', page)
    form = {"csrf": token_in(page)}
    after = desk.post(address, data=form).text
    assert "นำออกจากรายการแล้ว" in after and "setup.pdf" not in after
    assert desk.post(address, data=form).status_code == 404, "once is enough"
    (told,) = own.catalogue.events(what="settled")
    assert told.detail["name"] == "setup.pdf" and told.detail["by"] == "local"
    assert list(own.home.quarantine.iterdir()), "the file itself is kept"
    send(own, program, program.name)
    assert "setup.pdf" in desk.get("/inbox").text


def test_who_is_cleared_is_told_where_secret_letters_stand(log_in: LogIn) -> None:
    assert "เอกสารลับไม่แสดงในหน้านี้" in log_in("สมศรี").get("/inbox").text


def test_files_are_sent_one_by_one_and_the_end_is_told(
    page: Page, own: Archive, tmp_path: Path, write_letter: WriteLetter
) -> None:
    letters = [
        write_letter(tmp_path / "sent", f"{n}.docx", number=f"กข ๐๐๑๒.๓/ว {n}") for n in (7, 8)
    ]
    with serving(create_app(own)) as address:
        asked: list[str] = []
        page.on("request", lambda one: asked.append(one.method))
        page.goto(address + "/inbox")
        page.set_input_files("#file", [str(one) for one in letters])
        page.get_by_role("button", name="ส่งเข้าคลัง").click()
        expect(page.locator("#sending")).to_have_text(
            re.compile("ส่งแล้ว 2 แฟ้ม|อ่านแฟ้มที่ส่งครบแล้ว"), timeout=60_000
        )
        expect(page.locator("#sending")).to_contain_text("อ่านแฟ้มที่ส่งครบแล้ว", timeout=60_000)
        assert asked.count("POST") == 2
        assert find_document(own.catalogue, "ว 7") != find_document(own.catalogue, "ว 8")
