"""Archives whose pages the tests open, and browsers to open them with.

`archive` and `client` are the common case: a small archive and a browser without scripts on its own
machine; `log_in` gives one on another machine. `sample` and `page` are for what a person clicks:
the packet and its reports, served, and a page of a real Chromium. `sample` is shared by all tests
of a run; one that changes it takes `own_sample`.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.testclient import TestClient

from flows import accession as accessions
from flows.accession import accession
from flows.archive import Archive
from flows.reading import extract
from index import passwords
from index.accounts import add_account
from index.find import find_document
from pipeline.models import Document
from pipeline.models import Page as ReadPage
from saraban.web.app import create_app
from tests.saraban.web.serving import chromium_path, serving

BUILT = Path(__file__).parents[3] / "corpus" / "built"
PASSWORD = "ฝนตกที่หน้าต่าง"
REPORT = "phrae-2564-q2.docx"  # of the sample: answers the letter
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


@dataclass(frozen=True)
class Served:
    """An archive whose pages are served on this machine."""

    archive: Archive
    address: str

    def at(self, address: str) -> str:
        """A full address; `{letter}`, `{order}` and `{report}` stand for ids of the packet."""
        filed = self.archive.catalogue.documents(self.archive.catalogue.ids())
        ids = {
            "letter": find_document(self.archive.catalogue, "มท 0810.7/ว 2563"),
            "order": find_document(self.archive.catalogue, "117/2564"),
            "report": next(one.id for one in filed if one.source_name == REPORT),
        }
        return self.address + address.format(**ids)


@pytest.fixture(scope="session")
def sample_home(
    tmp_path_factory: pytest.TempPathFactory,
    packet_pages: tuple[ReadPage, ...],
    packet_documents: tuple[Document, ...],
) -> Path:
    """The folder of an archive of the packet, as a perfect scan would be read, and its reports."""
    home = tmp_path_factory.mktemp("sample") / "home"
    with Archive.open(home) as archive:
        source = accessions.keep(archive, accessions.accept(BUILT / "packet" / "packet-clean.pdf"))
        extraction = extract(source, packet_pages, packet_documents)
        accessions.file(archive, source, packet_pages, extraction)
        for report in sorted((BUILT / "reports").glob("*.docx")):
            assert accession(report, archive).status == "archived"
        assert accessions.complete(archive) is None
    return home


@pytest.fixture(scope="session")
def sample(sample_home: Path) -> Iterator[Served]:
    """The packet and its reports, served; to be read only."""
    with Archive.open(sample_home) as archive, serving(create_app(archive)) as address:
        yield Served(archive, address)


@pytest.fixture
def own_sample(sample_home: Path, tmp_path: Path) -> Iterator[Served]:
    """The same for one test alone, which may change it."""
    home = tmp_path / "home"
    shutil.copytree(sample_home, home)
    with Archive.open(home) as archive, serving(create_app(archive)) as address:
        yield Served(archive, address)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium."""
    path = chromium_path()
    if path is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page of a browser as wide as a desk's; what goes wrong in it fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    opened.set_default_timeout(60_000)
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on(
        "console",
        lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None,
    )
    yield opened
    context.close()
    assert wrong == []
