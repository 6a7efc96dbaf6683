"""The digest of a day, as a file and as a real letter to a real mail server."""

from __future__ import annotations

import email
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from email.message import Message
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as MessageHandler

from extractors.periods import fiscal_quarter
from extractors.record import Extraction, Field, Obligation, Record, Source
from flows.archive import Archive
from flows.digest import make_digest
from flows.mail import mail_server
from pipeline.errors import BadOption
from pipeline.models import SourceFile
from pipeline.plain_text import page_from_text

ASKED = Obligation(
    clause="3",
    action="report",
    text="รายงานเป็นรายไตรมาส",
    frequency="quarterly",
    due_day=25,
    first_due="2021-04-25",
    first_period=fiscal_quarter(2564, 2),
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An archive with one letter that asks two provinces for reports."""

    def read(text: str) -> Field:
        return Field(text=text, value=text)

    letter = Record(
        pages=(1, 1),
        kind="external_letter",
        circular=False,
        template=False,
        issuer=read("กรมตัวอย่าง"),
        subject=read("สำรวจบ่อน้ำ"),
        recipients=(read("ผู้ว่าราชการจังหวัดเลย และตาก"),),
        obligations=(ASKED,),
    )
    source = SourceFile(Path("letter.pdf"), "letter.pdf", "a" * 64, "application/pdf", 1)
    said = Source(
        name=source.name, sha256=source.sha256, media_type=source.media_type, page_count=1
    )
    with Archive.open(tmp_path / "home") as opened:
        extraction = Extraction(source=said, documents=(letter,))
        opened.catalogue.add(source, [page_from_text("สำรวจบ่อน้ำ", 1)], extraction)
        yield opened


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2021, 4, 10), (0, 0, 0, 0)),
        (date(2021, 4, 18), (0, 2, 0, 0)),
        (date(2021, 4, 25), (2, 0, 0, 0)),
        (date(2021, 4, 26), (0, 0, 2, 0)),
        (date(2021, 4, 27), (0, 0, 0, 2)),
        (date(2021, 7, 20), (0, 2, 0, 2)),
    ],
)
def test_what_a_day_brings(archive: Archive, day: date, counts: tuple[int, ...]) -> None:
    digest = make_digest(archive, day)
    parts = (digest.due_today, digest.due_soon, digest.late, digest.missing)
    assert tuple(map(len, parts)) == counts


def test_a_digest_says_who_owes_what(archive: Archive) -> None:
    text = make_digest(archive, date(2021, 4, 26)).text
    assert "เลยกำหนดตั้งแต่วันนี้ (2)" in text
    assert "หนังสือกรมตัวอย่าง เรื่อง สำรวจบ่อน้ำ ข้อ 3 ไตรมาส 2/2564" in text
    assert "กำหนด ๒๕ เมษายน ๒๕๖๔ (วันอาทิตย์)" in text
    assert "จังหวัดเลย, จังหวัดตาก" in text


class Letters(MessageHandler):
    """Keeps what a mail server is given."""

    def __init__(self) -> None:
        super().__init__()
        self.received: list[Message] = []

    def handle_message(self, message: Message) -> None:
        self.received.append(email.message_from_bytes(bytes(message)))


@pytest.fixture
def post_office() -> Iterator[tuple[Letters, int]]:
    letters = Letters()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(letters, hostname="127.0.0.1", port=port)
    controller.start()
    yield letters, port
    controller.stop()


@pytest.mark.prefect
@pytest.mark.timeout(300)
def test_a_digest_goes_out_once(
    archive: Archive, post_office: tuple[Letters, int], tmp_path: Path
) -> None:
    letters, port = post_office
    home = archive.home.root
    environment = {
        **os.environ,
        "PREFECT_HOME": str(tmp_path / "prefect"),
        "SARABAN_SMTP": f"smtp://127.0.0.1:{port}",
        "SARABAN_MAIL_FROM": "saraban@example.go.th",
        "SARABAN_MAIL_TO": "clerk@example.go.th, head@example.go.th",
    }
    command = [sys.executable, "-m", "saraban", "daily", "--once", "--as-of", "2021-04-26"]
    for _ in range(2):  # run again, it mails nothing anew
        run = subprocess.run(
            [*command, "--json", "--home", str(home)],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
    path = Path(json.loads(run.stdout)["file"])
    assert path == home / "digests" / "2021-04-26.txt"
    (letter,) = letters.received
    assert letter["To"] == "clerk@example.go.th, head@example.go.th"
    body = letter.get_payload(decode=True)
    assert isinstance(body, bytes)
    assert body.decode().splitlines() == path.read_text(encoding="utf-8").splitlines()
    (event,) = archive.catalogue.events(what="digest_sent")
    assert event.detail["day"] == "2021-04-26"
    with archive.open_index() as index:  # merged into one segment, and whole
        assert index.ids() == set(archive.catalogue.ids())


def test_mail_settings() -> None:
    settings = {
        "SARABAN_SMTP": "smtp+starttls://clerk:p%40ss@mail.example.go.th",
        "SARABAN_MAIL_FROM": "a@example.go.th",
        "SARABAN_MAIL_TO": "b@example.go.th",
    }
    server = mail_server(settings)
    assert server is not None
    assert (server.port, server.user, server.password) == (587, "clerk", "p@ss")
    assert "p@ss" not in repr(server)
    assert mail_server({}) is None


@pytest.mark.parametrize(
    "settings",
    [
        {"SARABAN_SMTP": "smtp://mail.example.go.th"},
        {"SARABAN_SMTP": "http://mail", "SARABAN_MAIL_FROM": "a@b", "SARABAN_MAIL_TO": "c@d"},
        {"SARABAN_SMTP": "smtp://h:port", "SARABAN_MAIL_FROM": "a@b", "SARABAN_MAIL_TO": "c@d"},
    ],
)
def test_half_a_setting_is_refused(settings: dict[str, str]) -> None:
    with pytest.raises(BadOption):
        mail_server(settings)
