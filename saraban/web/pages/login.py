"""Logging in and out, and one's own password. Only where accounts are demanded."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from index import accounts
from pipeline.errors import LoginRefused, NotFound, SarabanError
from saraban.messages import message, messages
from saraban.web.render import page, redirect
from saraban.web.resend import fields_of, typed_of
from saraban.web.session import (
    SESSION,
    VISIT,
    TheArchive,
    TheViewer,
    address_of,
    language_of,
    set_cookie,
)

router = APIRouter(include_in_schema=False)

Typed = Annotated[str, Form(max_length=1000)]
Kept = Annotated[str, Form(max_length=1 << 20)]


@router.get("/login")
def login(request: Request, next: str = "/") -> Response:
    """The form."""
    _accounts_only(request)
    told = {"onward": _inside(next), "name": "", "problem": "", "kept": "", "to": ""}
    return page(request, "login.html", told)


@router.post("/login")
def log_in(
    request: Request,
    name: Typed = "",
    password: Typed = "",
    onward: Typed = "/",
    kept: Kept = "",
    to: Typed = "",
) -> Response:
    """Begin a session, and go on to where one wanted to go; a form that was sent after the last
    session had ended (`kept`, sent `to` an address) is offered to be sent again."""
    _accounts_only(request)
    onward = _inside(onward)
    catalogue = request.app.state.archive.catalogue
    try:
        session = accounts.log_in(catalogue, name, password, address_of(request))
    except LoginRefused as error:
        key = "login.throttled" if error.wait else "login.wrong"
        told = message(key, language_of(request), seconds=error.wait)
        context = {"onward": onward, "name": name, "problem": told, "kept": kept, "to": to}
        headers = {"Retry-After": str(error.wait)} if error.wait else None
        return page(request, "login.html", context, 429 if error.wait else 401, headers)
    if kept:
        request.state.session = session
        request.state.viewer = accounts.viewer_of_session(catalogue, session)
        form = {"to": _inside(to), "fields": fields_of(kept), "typed": list(typed_of(kept))}
        response = page(request, "resend.html", {"onward": onward, **form})
    else:
        response = redirect(request, onward)
        response.delete_cookie(VISIT)  # forms of before the login are worth nothing after it
    set_cookie(request, response, SESSION, session)
    return response


@router.post("/logout")
def log_out(request: Request) -> Response:
    """End the session."""
    session = request.cookies.get(SESSION)
    if session:
        accounts.log_out(request.app.state.archive.catalogue, session)
    response = redirect(request, "/login" if request.app.state.demand_login else "/")
    for cookie in (SESSION, VISIT):
        response.delete_cookie(cookie)
    return response


@router.get("/account")
def account(request: Request) -> Response:
    """Who one is here, and a form for another password."""
    return page(request, "account.html", {"problem": ""})


@router.post("/account")
def change_password(
    request: Request,
    viewer: TheViewer,
    archive: TheArchive,
    old: Typed = "",
    new: Typed = "",
    again: Typed = "",
) -> Response:
    """Take another password; all sessions end, so one logs in with it."""
    _accounts_only(request)
    language = language_of(request)
    try:
        if new != again:
            raise SarabanError(message("account.differ", language))
        accounts.check_login(archive.catalogue, viewer.name, old, address_of(request))
        accounts.set_password(archive.catalogue, viewer.name, new)
    except SarabanError as error:
        known = f"accounts.{error.code}"
        context = {"problem": message(known, language) if known in messages() else error.message}
        return page(request, "account.html", context, 400)
    return redirect(request, "/login", message("account.changed", language))


def _accounts_only(request: Request) -> None:
    if not request.app.state.demand_login:
        raise NotFound(message("error.no_page", language_of(request)), "no_page")


def _inside(address: str) -> str:
    """An address of this site; its first page in place of any other."""
    plain = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if plain and address.isprintable() else "/"
