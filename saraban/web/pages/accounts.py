"""The accounts, kept by the admin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response

from index import accounts
from index.viewer import ROLES
from pipeline.errors import AccountRefused
from saraban.messages import message
from saraban.web.render import page, redirect
from saraban.web.session import TheArchive, language_of, require

router = APIRouter(include_in_schema=False, dependencies=[Depends(require("admin"))])

Typed = Annotated[str, Form(max_length=1000)]


@router.get("/accounts")
def listed(request: Request, archive: TheArchive) -> Response:
    """Everybody who may log in."""
    known = accounts.accounts(archive.catalogue)
    return page(request, "accounts.html", {"accounts": known, "roles": ROLES})


@router.post("/accounts")
def add(
    request: Request,
    archive: TheArchive,
    name: Typed,
    password: Typed,
    role: Typed,
    cleared: Annotated[bool, Form()] = False,
) -> Response:
    """Make an account."""
    return _done(
        request,
        lambda: accounts.add_account(archive.catalogue, name, password, role, cleared),
        message("accounts.added", language_of(request), name=name),
    )


@router.post("/accounts/rights")
def rights(
    request: Request,
    archive: TheArchive,
    name: Typed,
    role: Typed,
    cleared: Annotated[bool, Form()] = False,
) -> Response:
    """Give an account another role or clearance."""
    return _done(
        request,
        lambda: accounts.set_rights(archive.catalogue, name, role, cleared),
        message("accounts.changed", language_of(request), name=name),
    )


@router.post("/accounts/password")
def password(request: Request, archive: TheArchive, name: Typed, password: Typed) -> Response:
    """Give an account another password."""
    return _done(
        request,
        lambda: accounts.set_password(archive.catalogue, name, password),
        message("accounts.changed", language_of(request), name=name),
    )


@router.post("/accounts/remove")
def remove(request: Request, archive: TheArchive, name: Typed) -> Response:
    """End an account."""
    return _done(
        request,
        lambda: accounts.remove_account(archive.catalogue, name),
        message("accounts.removed", language_of(request), name=name),
    )


def _done(request: Request, change: Callable[[], None], told: str) -> Response:
    """Make the change, and say on the list what became of it."""
    try:
        change()
    except AccountRefused as error:
        known = f"accounts.{error.code}"
        text = message(known, language_of(request)) if known in _TOLD else error.message
        return redirect(request, "/accounts", text, "bad")
    return redirect(request, "/accounts", told)


_TOLD = ("accounts.name_taken", "accounts.weak_password", "accounts.last_admin")
