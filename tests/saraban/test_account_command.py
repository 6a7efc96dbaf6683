"""saraban account, and that serve shows an archive to others only with accounts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from typer.testing import CliRunner, Result

from index import passwords
from index.accounts import check_login
from index.catalogue import Catalogue
from index.viewer import Viewer
from saraban.cli import app
from saraban.commands.keep import _is_loopback

PASSWORD = "ฝนตกที่หน้าต่าง"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(1, 8, 1))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def catalogue(home: Path) -> Iterator[Catalogue]:
    """The catalogue behind the commands, once one of them has made it."""
    assert account(home, "add", "สมศรี", "--role", "admin", "--cleared").exit_code == 0
    with Catalogue.open(str(home / "catalogue.db")) as opened:
        yield opened


def account(home: Path, *arguments: str, password: str = PASSWORD) -> Result:
    command = ["account", *arguments, "--home", str(home)]
    return CliRunner().invoke(app, command, input=f"{password}\n")


def test_an_account_is_made_changed_and_ended(home: Path, catalogue: Catalogue) -> None:
    admin = Viewer("สมศรี", "admin", cleared=True)
    assert check_login(catalogue, "สมศรี", PASSWORD, "here") == admin
    assert account(home, "passwd", "สมศรี", password="แดดออกตอนบ่าย").exit_code == 0
    assert check_login(catalogue, "สมศรี", "แดดออกตอนบ่าย", "here") == admin
    account(home, "add", "สมชาย", "--role", "officer")
    listed = account(home, "list", "--json").stdout.splitlines()
    assert [line for line in listed if line.startswith("{")] == [
        '{"name": "สมชาย", "role": "officer", "cleared": false}',
        '{"name": "สมศรี", "role": "admin", "cleared": true}',
    ]
    assert account(home, "remove", "สมชาย").exit_code == 0
    assert "สมชาย" not in account(home, "list").stdout


@pytest.mark.parametrize(
    ("arguments", "password", "told"),
    [
        (("add", "ใหม่", "--role", "king"), PASSWORD, "is no role"),
        (("add", "ใหม่", "--role", "clerk"), "สั้น", "10 to 200 characters"),
        (("remove", "สมศรี"), "", "last admin"),
        (("passwd", "ใคร"), PASSWORD, "no account"),
    ],
)
def test_what_cannot_be_is_told(
    home: Path, catalogue: Catalogue, arguments: tuple[str, ...], password: str, told: str
) -> None:
    run = account(home, *arguments, password=password)
    assert run.exit_code == 1
    assert told in run.output


@pytest.mark.parametrize("way", [["--host", "0.0.0.0"], ["--host", "::"], ["--login"]])
def test_nothing_is_shown_to_others_before_there_is_an_admin(home: Path, way: list[str]) -> None:
    account(home, "add", "สมชาย", "--role", "clerk")
    run = CliRunner().invoke(app, ["serve", "--home", str(home), *way])
    assert run.exit_code == 1
    assert "saraban account add NAME --role admin" in run.output


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.5", False),
        ("archive.example", False),
    ],
)
def test_which_addresses_are_this_machines_own(host: str, own: bool) -> None:
    assert _is_loopback(host) is own
