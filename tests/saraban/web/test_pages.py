"""The web pages and the HTTP API: the same answers as the command line, everything escaped."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from starlette.testclient import TestClient

from flows.accession import accession
from flows.archive import Archive
from flows.corrections import correct
from index.catalogue import Catalogue
from index.corrections import acts
from pipeline.models import Box, Change, Line, Page
from saraban import answers
from saraban.web.app import create_app
from tests.saraban.web.conftest import LogIn

EVIL = "<script>alert(1)</script>"


@pytest.mark.parametrize("page", ["/", "/?q=ทดสอบ", "/?q=ว+123", "/due", "/due?as_of=2022-05-01"])
def test_pages_open_and_are_closed_to_scripts(client: TestClient, page: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 200
    assert EVIL not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "://" not in answer.text, "nothing is fetched from elsewhere"


def test_a_document_is_shown_with_its_text(client: TestClient, archive: Archive) -> None:
    shown = answers.show(archive, "ว 123")
    answer = client.get(f"/documents/{shown['id']}")
    assert "กข 0012.3/ว 123" in answer.text
    assert "อธิบดีกรมทดสอบระบบ" in answer.text
    assert "&lt;script&gt;" in answer.text
    assert EVIL not in answer.text


def test_what_was_repaired_is_told_beside_the_text(
    client: TestClient, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = answers.show(archive, "ว 123")
    box = Box(0.1, 0.1, 0.2, 0.2)
    changes = (
        Change(0, "คํา", "คำ", "sara am composed", True, box),
        Change(8, EVIL, "หนังสือ", "the only term like it", False, box),
    )
    pages = (Page(1, (Line("คำสั่ง หนังสือ", 1, box, changes=changes),)),)
    monkeypatch.setattr(Catalogue, "pages", lambda *_: pages)
    answer = client.get(f"/documents/{shown['id']}")
    assert "แก้จากที่อ่านได้ 1 แห่ง" in answer.text
    assert "“&lt;script&gt;alert(1)&lt;/script&gt;” แก้เป็น “หนังสือ”" in answer.text
    assert "sara am" not in answer.text


def test_the_trace_links_the_documents(client: TestClient, archive: Archive) -> None:
    above, below = (answers.show(archive, typed)["id"] for typed in ("ว 123", "ว 456"))
    answer = client.get(f"/documents/{below}/trace")
    assert f'href="/documents/{above}"' in answer.text
    assert "ตรงกัน" in answer.text


def test_the_original_is_given_byte_for_byte(client: TestClient, archive: Archive) -> None:
    sha256 = answers.show(archive, "ว 123")["source"]["sha256"]
    answer = client.get(f"/files/{sha256}")
    assert answer.content == archive.store.path(sha256).read_bytes()
    assert answer.headers["content-disposition"].startswith("attachment")


def test_a_page_of_a_scan_is_shown_as_a_picture(tmp_path: Path) -> None:
    Image.new("RGB", (600, 800), "white").save(tmp_path / "scan.png", dpi=(150, 150))
    with Archive.open(tmp_path / "home") as archive:
        filed = accession(tmp_path / "scan.png", archive)
        assert filed.status == "archived", filed
        with TestClient(create_app(archive), base_url="http://localhost") as client:
            answer = client.get(f"/files/{filed.sha256}/pages/1.jpg")
            assert answer.headers["content-type"] == "image/jpeg"
            sharp = client.get(f"/files/{filed.sha256}/pages/1.jpg?sharp=1")
            sizes = [Image.open(io.BytesIO(one.content)).width for one in (answer, sharp)]
            assert sizes[1] == 2 * sizes[0]
            assert "max-age" in answer.headers["cache-control"]
            (id_,) = filed.documents
            correct(archive, lambda c: acts.put_right(c, id_, "secrecy", {"value": "ลับ"}, "ก"))
            secret = client.get(f"/files/{filed.sha256}/pages/1.jpg")
            assert secret.headers["cache-control"] == "no-store", "for who logs in next"
            assert client.get("/api/v1/documents").headers["cache-control"] == "no-store"
            assert (client.get(f"/files/{filed.sha256}/pages/2.jpg")).status_code == 404


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/documents/0123456789ab-1", 404),
        ("/?q=*", 400),
        (f"/files/{'0' * 64}", 404),
        ("/files/..%2f..%2fetc%2fpasswd", 404),
        (f"/files/{'0' * 64}/pages/{'9' * 30}.jpg", 422),
        ("/static/../app.py", 404),
    ],
)
def test_what_is_not_there_is_said_in_a_page(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status


def test_a_stranger_who_calls_himself_by_our_address_gets_nothing(
    client: TestClient,
) -> None:
    assert (client.get("/", headers={"Host": "evil.example"})).status_code == 400


def test_an_error_leads_back_to_where_one_came_from(client: TestClient) -> None:
    def said(referer: str) -> str:
        return client.get("/documents/0123456789ab-1", headers={"referer": referer}).text

    assert 'href="/due?unit=a"' in said("http://localhost/due?unit=a")
    for elsewhere in ("https://elsewhere.example/due", "http://localhost.example/", ""):
        assert "กลับไปหน้าที่มา" not in said(elsewhere)


def test_several_letters_of_one_number_are_told_apart(
    client: TestClient, tmp_path: Path, write_letter: Callable[..., Path]
) -> None:
    with Archive.open(tmp_path / "home") as archive:
        for name, day in (("a.docx", "๕ มีนาคม ๒๕๖๕"), ("b.docx", "๖ มีนาคม ๒๕๖๖")):
            accession(write_letter(tmp_path, name, date=day), archive)
        with TestClient(create_app(archive), base_url="http://localhost") as browser:
            page = browser.get("/documents/ว 123").text
    assert "5 มี.ค. 2565" in page and "6 มี.ค. 2566" in page and "bear the number" not in page


def test_the_desk_is_a_step_away_for_who_may_correct(log_in: LogIn, archive: Archive) -> None:
    id_ = answers.show(archive, "ว 123")["id"]
    desk = f'href="/review/{id_}"'
    assert desk in log_in("สมศรี").get(f"/documents/{id_}").text
    assert desk not in log_in("สมชาย").get(f"/documents/{id_}").text
