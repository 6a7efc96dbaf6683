"""Accounts: passwords, sessions, and logins tried too often."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlalchemy import text

from index import accounts, passwords
from index.catalogue import Catalogue
from index.viewer import Viewer
from pipeline.errors import AccountRefused, LoginRefused, NotFound

PASSWORD, OTHER = "ฝนตกที่หน้าต่าง", "แดดออกตอนบ่าย"
HERE, THERE = "10.0.0.1", "10.0.0.2"


@pytest.fixture(autouse=True, scope="module")
def quick() -> Iterator[None]:
    """Hashes as weak as argon2 makes them: there are many logins here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", PasswordHasher(1, 8, 1))
        yield


class Clock:
    """The time, which tests move on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 5, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[Catalogue]:
    """An archive with an admin and an officer."""
    with Catalogue.open(str(tmp_path / "catalogue.db"), clock) as catalogue:
        accounts.add_account(catalogue, "สมศรี", PASSWORD, "admin", cleared=True)
        accounts.add_account(catalogue, "Somchai", PASSWORD, "officer")
        yield catalogue


def test_who_logs_in_has_a_session_with_his_rights(office: Catalogue) -> None:
    token = accounts.log_in(office, "สมศรี", PASSWORD, HERE)
    assert accounts.viewer_of_session(office, token) == Viewer("สมศรี", "admin", cleared=True)
    assert accounts.viewer_of_session(office, token[:-1]) is None


def test_neither_password_nor_session_is_kept_as_it_is(office: Catalogue) -> None:
    token = accounts.log_in(office, "สมศรี", PASSWORD, HERE)
    with office.reading() as connection:
        kept = [str(row) for row in connection.execute(text("SELECT * FROM account"))]
        kept += [str(row) for row in connection.execute(text("SELECT * FROM session"))]
    assert len(kept) == 3
    assert not any(secret in row for row in kept for secret in (PASSWORD, token))
    assert sum("$argon2id$" in row for row in kept) == 2


@pytest.mark.parametrize(
    ("name", "password"), [("สมศรี", OTHER), ("สมศรี", ""), ("ไม่มี", PASSWORD), ("", "")]
)
def test_who_gives_the_wrong_name_or_password_does_not_get_in(
    office: Catalogue, name: str, password: str
) -> None:
    with pytest.raises(LoginRefused) as refused:
        accounts.log_in(office, name, password, HERE)
    assert refused.value.code == "login_refused"


@pytest.mark.parametrize("typed", ["somchai", "SOMCHAI", " Somchai "])
def test_a_name_is_known_however_it_is_typed(office: Catalogue, typed: str) -> None:
    assert accounts.check_login(office, typed, PASSWORD, HERE).name == "Somchai"
    with pytest.raises(AccountRefused) as refused:
        accounts.add_account(office, typed, PASSWORD, "clerk")
    assert refused.value.code == "name_taken"


def test_who_guesses_at_a_name_waits_longer_each_time_and_nobody_else_does(
    office: Catalogue, clock: Clock
) -> None:
    def guess() -> LoginRefused:
        with pytest.raises(LoginRefused) as refused:
            accounts.check_login(office, "SOMCHAI", OTHER, HERE)
        return refused.value

    assert [guess().code for _ in range(5)] == ["login_refused"] * 5
    for wait in (30, 60, 120, 240, 480, 900, 900):
        assert (guess().code, guess().wait) == ("login_throttled", wait)
        clock.now += timedelta(seconds=wait - 1)
        assert guess().wait == 1
        clock.now += timedelta(seconds=1)
        assert guess().code == "login_refused"
    assert accounts.check_login(office, "somchai", PASSWORD, THERE).name == "Somchai"
    assert accounts.check_login(office, "สมศรี", PASSWORD, HERE).name == "สมศรี"
    clock.now += timedelta(days=1)
    assert guess().code == "login_refused"
    assert accounts.check_login(office, "somchai", PASSWORD, HERE).name == "Somchai"


def test_an_address_is_refused_for_a_while_after_too_many_failures(office: Catalogue) -> None:
    for number in range(20):
        with pytest.raises(LoginRefused):
            accounts.check_login(office, f"guess{number}", OTHER, HERE)
    with pytest.raises(LoginRefused) as refused:
        accounts.check_login(office, "สมศรี", PASSWORD, HERE)
    assert refused.value.code == "login_throttled"
    assert accounts.check_login(office, "สมศรี", PASSWORD, THERE).name == "สมศรี"


def test_who_remembers_at_last_starts_anew(office: Catalogue) -> None:
    for _ in range(2):
        for _ in range(4):
            with pytest.raises(LoginRefused):
                accounts.check_login(office, "สมศรี", OTHER, HERE)
        assert accounts.check_login(office, "สมศรี", PASSWORD, HERE).name == "สมศรี"


def test_a_session_ends_after_a_day_of_work_and_by_logging_out(
    office: Catalogue, clock: Clock
) -> None:
    one, other = (accounts.log_in(office, "สมศรี", PASSWORD, HERE) for _ in range(2))
    accounts.log_out(office, one)
    assert accounts.viewer_of_session(office, one) is None
    clock.now += timedelta(hours=11, minutes=59)
    assert accounts.viewer_of_session(office, other) is not None
    clock.now += timedelta(minutes=1)
    assert accounts.viewer_of_session(office, other) is None


def test_a_changed_account_is_logged_out(office: Catalogue) -> None:
    def session(password: str = PASSWORD) -> str:
        return accounts.log_in(office, "Somchai", password, HERE)

    one = session()
    accounts.set_password(office, "somchai", OTHER)
    assert accounts.viewer_of_session(office, one) is None
    other = session(OTHER)
    accounts.set_rights(office, "somchai", "clerk", cleared=True)
    assert accounts.viewer_of_session(office, other) is None
    assert accounts.viewer_of_session(office, session(OTHER)) == Viewer("Somchai", "clerk", True)
    accounts.remove_account(office, "somchai")
    assert [one.name for one in accounts.accounts(office)] == ["สมศรี"]
    with pytest.raises(LoginRefused):
        session(OTHER)


def test_the_last_admin_stays(office: Catalogue) -> None:
    for change in (
        lambda: accounts.remove_account(office, "สมศรี"),
        lambda: accounts.set_rights(office, "สมศรี", "clerk", cleared=True),
    ):
        with pytest.raises(AccountRefused) as refused:
            change()
        assert refused.value.code == "last_admin"
    accounts.set_rights(office, "Somchai", "admin", cleared=False)
    accounts.remove_account(office, "สมศรี")
    assert accounts.has_admin(office)


@pytest.mark.parametrize(
    ("name", "password", "role", "code"),
    [
        ("ใหม่", "สั้นไป", "clerk", "weak_password"),
        ("ใหม่", "ก" * 201, "clerk", "weak_password"),
        ("สมหญิง ใจดี", "สมหญิง ใจดี", "clerk", "weak_password"),
        ("ใหม่", PASSWORD, "king", "account_refused"),
        ("  ", PASSWORD, "clerk", "account_refused"),
        ("a\x00b", PASSWORD, "clerk", "account_refused"),
        ("ก" * 65, PASSWORD, "clerk", "account_refused"),
    ],
)
def test_accounts_that_cannot_be(
    office: Catalogue, name: str, password: str, role: str, code: str
) -> None:
    with pytest.raises(AccountRefused) as refused:
        accounts.add_account(office, name, password, role)
    assert refused.value.code == code
    assert len(accounts.accounts(office)) == 2


def test_nobody_cannot_be_changed(office: Catalogue) -> None:
    with pytest.raises(NotFound):
        accounts.set_password(office, "ไม่มี", PASSWORD)
    with pytest.raises(NotFound):
        accounts.remove_account(office, "ไม่มี")
