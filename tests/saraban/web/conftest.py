"""An archive whose pages the tests open: letters, one of them secret, and one that was refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from flows.accession import accession
from flows.archive import Archive
from index import passwords
from index.accounts import add_account
from saraban.web.app import create_app

PASSWORD = "ฝนตกที่หน้าต่าง"
EVIL = "<script>alert(1)</script>"


@pytest.fixture(scope="session", autouse=True)
def quick_hashes() -> Iterator[None]:
    """Passwords hashed as weakly as argon2 can: there are many logins here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", PasswordHasher(1, 8, 1))
        yield


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, write_letter: Callable[..., Path]) -> Path:
    """The folder of an archive: letter ว 123 whose subject is an attack, ว 456 that cites it,
    ว 789 which is secret and cites it too, and a program that calls itself a letter."""
    folder = tmp_path_factory.mktemp("web")
    cited = "หนังสือกรมทดสอบระบบ ที่ กข ๐๐๑๒.๓/ว ๑๒๓ ลงวันที่ ๕ มีนาคม ๒๕๖๕"
    letters = (
        write_letter(folder, "a.docx", subject=f"การทดสอบ {EVIL}"),
        write_letter(folder, "b.docx", "กข ๐๐๑๒.๓/ว ๔๕๖", "๙ มิถุนายน ๒๕๖๕", reference=cited),
        write_letter(
            folder,
            "secret.docx",
            "กข ๐๐๑๒.๓/ว ๗๘๙",
            "๑๐ มิถุนายน ๒๕๖๕",
            subject="แผนปกปิด",
            reference=cited,
            secrecy="ลับมาก",
        ),
    )
    program = folder / "letter.pdf"
    program.write_bytes(b"MZ this is a program")
    with Archive.open(folder / "home") as archive:
        for letter in letters:
            assert accession(letter, archive).status == "archived"
        assert accession(program, archive).status == "quarantined"
        for name, role, cleared in (
            ("สมศรี", "clerk", True),
            ("สมชาย", "officer", False),
            ("สมหมาย", "auditor", True),
            ("นายทะเบียน", "admin", False),
        ):
            add_account(archive.catalogue, name, PASSWORD, role, cleared)
    return folder / "home"


@pytest.fixture
def archive(filled: Path) -> Iterator[Archive]:
    with Archive.open(filled) as opened:
        yield opened


@pytest.fixture
def client(archive: Archive) -> Iterator[TestClient]:
    """A browser without scripts, on the archive's own machine."""
    with TestClient(create_app(archive), base_url="http://localhost") as opened:
        yield opened


LogIn = Callable[[str], TestClient]


@pytest.fixture
def log_in(archive: Archive) -> Iterator[LogIn]:
    """A browser on another machine, where somebody has logged in."""
    opened: list[TestClient] = []

    def enter(name: str) -> TestClient:
        app = create_app(archive, ("*",), demand_login=True)
        browser = TestClient(app, base_url="http://archive.example")
        opened.append(browser)
        form = {"name": name, "password": PASSWORD, "csrf": token_in(browser.get("/login").text)}
        assert browser.post("/login", data=form, follow_redirects=False).status_code == 303
        return browser

    yield enter
    for one in opened:
        one.close()


def token_in(page: str) -> str:
    """The token that the forms of a page carry."""
    found = re.search(r'<meta name="csrf" content="(\w+)">', page)
    assert found
    return found[1]
