"""Accounts: who may look at the archive from other machines, and as what.

A name is compared without regard to case and to how its marks were typed. After some logins that
failed the next must wait, longer each time (OWASP, authentication cheat sheet): who guesses at a
name from one address, and who guesses at many. It is never the name alone that waits, or anybody
could lock out anybody. What is tried counts before the password is looked at, so that many at once
gain nothing.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from index import passwords, tables
from index.catalogue import Catalogue
from index.viewer import ROLES, Role, Viewer
from pipeline.errors import AccountRefused, LoginRefused, NotFound

SHORTEST, LONGEST = 10, 200  # characters of a password
_LONGEST_NAME = 64
_SESSION = timedelta(hours=12)  # a working day; then log in again
_TRIES_OF_NAME, _TRIES_FROM_ADDRESS = 5, 20  # that fail before the next must wait
_DAY, _WHILE = timedelta(days=1), timedelta(minutes=15)  # for which they count
_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=30), timedelta(minutes=15)  # twice as long each time

_ACCOUNT, _FAILURE = tables.account.c, tables.login_failure.c


@dataclass(frozen=True, slots=True)
class Account:
    """An account, without its password."""

    name: str
    role: Role
    cleared: bool
    created_at: str


def accounts(catalogue: Catalogue) -> list[Account]:
    """All accounts, by name."""
    wanted = select(_ACCOUNT.name, _ACCOUNT.role, _ACCOUNT.cleared, _ACCOUNT.created_at)
    with catalogue.reading() as connection:
        rows = connection.execute(wanted.order_by(_ACCOUNT.key)).all()
    return [Account(**row._mapping) for row in rows]


def has_admin(catalogue: Catalogue) -> bool:
    """Whether somebody can keep the accounts."""
    return any(one.role == "admin" for one in accounts(catalogue))


def add_account(
    catalogue: Catalogue, name: str, password: str, role: str, cleared: bool = False
) -> None:
    """Make an account. Raises AccountRefused: the name is taken or empty, the password too short
    (`weak_password`), the role unknown."""
    name = " ".join(unicodedata.normalize("NFC", name).split())
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise AccountRefused(f"A name has 1 to {_LONGEST_NAME} letters.")
    row = {
        "key": _key(name),
        "name": name,
        "role": _role(role),
        "cleared": cleared,
        "password": _password(password, name),
        "created_at": catalogue.moment,
    }
    with catalogue.writing() as connection:
        if _find(connection, name) is not None:
            raise AccountRefused(f"There is an account “{name}” already.", code="name_taken")
        connection.execute(insert(tables.account).values(**row))


def set_password(catalogue: Catalogue, name: str, password: str) -> None:
    """Give an account another password; its sessions end. Raises NotFound, AccountRefused."""
    kept = _password(password, name)
    with catalogue.writing() as connection:
        _change(connection, name, password=kept)


def set_rights(catalogue: Catalogue, name: str, role: str, cleared: bool) -> None:
    """Give an account another role or clearance; its sessions end. Raises NotFound, AccountRefused
    (`last_admin`)."""
    role = _role(role)
    with catalogue.writing() as connection:
        if role != "admin":
            _keep_an_admin(connection, name)
        _change(connection, name, role=role, cleared=cleared)


def remove_account(catalogue: Catalogue, name: str) -> None:
    """End an account and its sessions. Raises NotFound, AccountRefused (`last_admin`)."""
    with catalogue.writing() as connection:
        _keep_an_admin(connection, name)
        _change(connection, name)
        connection.execute(delete(tables.account).where(_ACCOUNT.key == _key(name)))


def check_login(catalogue: Catalogue, name: str, password: str, address: str) -> Viewer:
    """Who has this name and password. Raises LoginRefused (`login_throttled`: tried too often)."""
    key = _key(name)
    with catalogue.writing() as connection:
        _count_try(connection, key, address, catalogue.moment)
        row = _find(connection, name)
    kept = None if row is None else row.password
    if not passwords.fits(password, kept) or row is None:
        raise LoginRefused("ชื่อหรือรหัสผ่านไม่ถูกต้อง · Name or password is not right.")
    with catalogue.writing() as connection:
        mine = (_FAILURE.account == key, _FAILURE.address == address)
        connection.execute(delete(tables.login_failure).where(*mine))
        if passwords.outdated(row.password):
            values = {"password": passwords.hashed(password)}
            connection.execute(update(tables.account).where(_ACCOUNT.key == key).values(**values))
    return Viewer(row.name, row.role, row.cleared)


def log_in(catalogue: Catalogue, name: str, password: str, address: str) -> str:
    """Begin a session; what its cookie holds. Raises what check_login raises."""
    check_login(catalogue, name, password, address)
    token, now = secrets.token_urlsafe(32), catalogue.moment
    session = tables.session
    with catalogue.writing() as connection:
        connection.execute(delete(session).where(session.c.expires_at <= now))
        connection.execute(
            insert(session).values(
                token=_digest(token),
                account=_key(name),
                created_at=now,
                expires_at=_later(now, _SESSION),
            )
        )
    return token


def viewer_of_session(catalogue: Catalogue, token: str) -> Viewer | None:
    """Whose session it is, with the rights they have now; None if it has ended."""
    session = tables.session.c
    wanted = (
        select(_ACCOUNT.name, _ACCOUNT.role, _ACCOUNT.cleared)
        .join(tables.session, session.account == _ACCOUNT.key)
        .where(session.token == _digest(token), session.expires_at > catalogue.moment)
    )
    with catalogue.reading() as connection:
        row = connection.execute(wanted).first()
    return None if row is None else Viewer(row.name, row.role, row.cleared)


def log_out(catalogue: Catalogue, token: str) -> None:
    """End a session."""
    with catalogue.writing() as connection:
        connection.execute(delete(tables.session).where(tables.session.c.token == _digest(token)))


def _count_try(connection: Connection, key: str, address: str, now: str) -> None:
    """Note a try as failed, which it is until the password fits. Raises LoginRefused."""
    connection.execute(delete(tables.login_failure).where(_FAILURE.at <= _later(now, -_DAY)))
    here = _FAILURE.address == address
    for whose, count_for, free in (
        ((here, _FAILURE.account == key), _DAY, _TRIES_OF_NAME),
        ((here,), _WHILE, _TRIES_FROM_ADDRESS),
    ):
        asked = select(func.count(), func.max(_FAILURE.at)).where(
            *whose, _FAILURE.at > _later(now, -count_for)
        )
        failed, last = connection.execute(asked).one()
        if failed < free:
            continue
        until = _later(last, min(_LONGEST_WAIT, _FIRST_WAIT * 2 ** min(failed - free, 10)))
        if now < until:
            wait = ceil((_moment(until) - _moment(now)).total_seconds())
            raise LoginRefused(
                f"เข้าสู่ระบบผิดหลายครั้ง กรุณารอ {wait} วินาทีแล้วลองใหม่ · "
                f"Too many logins failed; wait {wait} seconds and try again.",
                code="login_throttled",
                wait=wait,
            )
    values = {"at": now, "account": key, "address": address}
    connection.execute(insert(tables.login_failure).values(**values))


def _find(connection: Connection, name: str) -> Row[Any] | None:
    return connection.execute(select(tables.account).where(_ACCOUNT.key == _key(name))).first()


def _change(connection: Connection, name: str, **values: object) -> None:
    """Change an account's row and end its sessions. Raises NotFound."""
    if _find(connection, name) is None:
        raise NotFound(f"There is no account “{name}”.")
    key = _key(name)
    connection.execute(delete(tables.session).where(tables.session.c.account == key))
    if values:
        connection.execute(update(tables.account).where(_ACCOUNT.key == key).values(**values))


def _keep_an_admin(connection: Connection, leaving: str) -> None:
    admins = set(connection.scalars(select(_ACCOUNT.key).where(_ACCOUNT.role == "admin")))
    if admins == {_key(leaving)}:
        raise AccountRefused("The last admin must stay; make another first.", code="last_admin")


def _role(role: str) -> str:
    if role not in ROLES:
        raise AccountRefused(f"“{role}” is no role; the roles are: {', '.join(ROLES)}.")
    return role


def _password(password: str, name: str) -> str:
    if not SHORTEST <= len(password) <= LONGEST or _key(password) == _key(name):
        raise AccountRefused(
            f"A password has {SHORTEST} to {LONGEST} characters, and is not the name.",
            code="weak_password",
        )
    return passwords.hashed(password)


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())[:_LONGEST_NAME]


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _later(moment: str, by: timedelta) -> str:
    return (_moment(moment) + by).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _moment(iso: str) -> datetime:
    return datetime.fromisoformat(iso)
