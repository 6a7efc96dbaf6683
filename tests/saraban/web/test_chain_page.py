"""The auditor's and the clerk's page of a chain: reasons, judgements, papers to save."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from starlette.testclient import TestClient

from flows.accession import accession
from flows.archive import Archive
from index.links.rows import links_of
from saraban import answers
from saraban.web.app import create_app
from tests.saraban.web.conftest import LogIn, token_in


@pytest.fixture
def own(filled: Path, tmp_path: Path) -> Iterator[Archive]:
    """An archive that the test may change."""
    copytree(filled, tmp_path / "home")
    with Archive.open(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def browser(own: Archive) -> Iterator[TestClient]:
    with TestClient(create_app(own), base_url="http://localhost") as opened:
        yield opened


def test_reasons_stand_beside_their_passages(browser: TestClient, own: Archive) -> None:
    below = answers.show(own, "ว 456")["id"]
    told = browser.get(f"/documents/{below}/trace").text
    assert "เลขที่ วันที่ และผู้ออกหนังสือตรงกัน" in told
    assert "ที่ กข ๐๐๑๒.๓/ว ๑๒๓ ลงวันที่ ๕ มีนาคม ๒๕๖๕" in told
    assert "<svg" in told and "<script>" not in told
    english = browser.get(f"/documents/{below}/trace?lang=en").text
    assert "number, date and issuer agree" in english


def judge(browser: TestClient, id_: str, **form: str) -> int:
    token = token_in(browser.get(f"/documents/{id_}/trace").text)
    answer = browser.post(
        f"/documents/{id_}/trace",
        data={"maker": id_, "slot": "citation/0", "csrf": token, **form},
        follow_redirects=False,
    )
    return answer.status_code


def test_a_clerk_rejects_points_elsewhere_and_takes_back(browser: TestClient, own: Archive) -> None:
    below, above = (answers.show(own, typed)["id"] for typed in ("ว 456", "ว 123"))
    other = answers.show(own, "ว 789")["id"]

    def link() -> tuple[str | None, str, str]:
        found = [one for one in links_of(own.catalogue, [below]) if one.from_id == below]
        (one,) = [one for one in found if one.slot == "citation/0"]
        return one.to_id, one.certainty, one.made_by

    assert link() == (above, "exact", "program")
    assert judge(browser, below, verdict="reject") == 303
    assert link() == (None, "unresolved", "program")
    assert "ที่มีผู้พิจารณาว่าไม่ใช่" in browser.get(f"/documents/{below}/trace").text
    assert judge(browser, below, verdict="elsewhere", other="ว ๗๘๙") == 303
    assert link() == (other, "confirmed", "local")
    assert "local" in browser.get(f"/documents/{below}/trace").text
    assert judge(browser, below, verdict="withdraw") == 303
    assert judge(browser, below, slot=f"citation/0!{above}", verdict="withdraw") == 303
    assert link() == (above, "exact", "program")
    assert judge(browser, below, verdict="confirm", other=above) == 303
    assert judge(browser, below, verdict="nonsense") == 400
    assert link() == (above, "confirmed", "local")
    assert judge(browser, below, slot="citation/9", verdict="reject") == 404


def test_a_citation_that_leads_nowhere_offers_what_is_nearest(
    browser: TestClient, own: Archive, tmp_path: Path, write_letter: Callable[..., Path]
) -> None:
    near = "หนังสือกรมทดสอบระบบ ที่ กข ๐๐๑๒.๓/ว ๑๒๔ ลงวันที่ ๕ มีนาคม ๒๕๖๕"
    letter = write_letter(tmp_path, "d.docx", "กข ๐๐๑๒.๓/ว ๔๕๗", "๙ มิถุนายน ๒๕๖๕", "การซ่อมถนน", near)
    assert accession(letter, own).status == "archived"
    citing, above = (answers.show(own, typed)["id"] for typed in ("ว 457", "ว 123"))
    told = browser.get(f"/documents/{citing}/trace").text
    assert "ใกล้เคียงที่สุดในคลัง" in told and f'name="other" value="{above}"' in told
    desk = browser.get(f"/review/{citing}").text
    assert "ยังไม่พบฉบับที่อ้าง" in desk and f'href="/documents/{above}"' in desk
    assert judge(browser, citing, verdict="confirm", other=above) == 303
    assert "ใกล้เคียงที่สุดในคลัง" not in browser.get(f"/documents/{citing}/trace").text


def test_an_auditor_may_look_but_not_judge(log_in: LogIn, archive: Archive) -> None:
    auditor = log_in("สมหมาย")
    below = answers.show(archive, "ว 456")["id"]
    assert "ถอนคำพิจารณา" not in auditor.get(f"/documents/{below}/trace").text
    assert judge(auditor, below, verdict="reject") == 403


def test_papers_to_save(browser: TestClient, own: Archive) -> None:
    below = answers.show(own, "ว 456")["id"]
    for name, begins in (("audit.pdf", b"%PDF"), ("trace.svg", b"<svg xmlns=")):
        answer = browser.get(f"/documents/{below}/{name}")
        assert answer.status_code == 200 and answer.content.startswith(begins)
        assert answer.headers["content-disposition"].startswith("attachment")
    assert browser.get("/due.xlsx").content.startswith(b"PK")
    assert browser.get("/due.ics").content.startswith(b"BEGIN:VCALENDAR")
    assert browser.get(f"/documents/{below}/reminder.docx").status_code == 404


def test_an_uncleared_reader_sees_no_secret_in_the_chain(log_in: LogIn, archive: Archive) -> None:
    above, secret = (answers.show(archive, typed)["id"] for typed in ("ว 123", "ว 789"))
    officer = log_in("สมชาย")
    for page in ("trace", "trace.svg"):
        told = officer.get(f"/documents/{above}/{page}").text
        assert secret not in told and "แผนปกปิด" not in told and "ว 789" not in told
    assert officer.get(f"/documents/{secret}/trace").status_code == 404
    assert officer.get(f"/documents/{secret}/audit.pdf").status_code == 404
