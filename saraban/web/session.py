"""Who asks: the language, the viewer, and the token that every form must bring back.

`saraban_visit` is a random cookie that scripts and other sites cannot read. A form carries a hash
of it and of the session, so a page of another site can send no form in somebody's name (the
double-submit pattern of OWASP's cheat sheet on cross-site request forgery).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request, Response

from flows.archive import Archive
from index import accounts
from index.access_log import Noting
from index.viewer import LOCAL, Role, Viewer
from pipeline.errors import BadQuery, LoginNeeded, NotAllowed
from saraban.messages import LANGUAGES, Language, message

VISIT, SESSION, LANGUAGE, FLASH = (
    "saraban_visit",
    "saraban_session",
    "saraban_language",
    "saraban_flash",
)
TOKEN_FIELD, TOKEN_HEADER = "csrf", "X-CSRF-Token"
_OPEN = ("/login",)  # what may be asked for before one has logged in
_SAFE = {"GET", "HEAD", "OPTIONS"}
_YEAR = 365 * 24 * 3600


def enter(request: Request) -> None:
    """Find out who asks, before any page is made. Raises LoginNeeded where accounts are demanded
    and nobody has logged in; LoginRefused for a wrong password sent along to the API."""
    if b"%00" in request.scope["raw_path"] + request.scope["query_string"]:
        raise BadQuery(message("error.nul", language_of(request)))  # no database takes it
    request.state.viewer = _whoever(request)
    if request.state.viewer is None and request.url.path not in _OPEN:
        raise LoginNeeded(message("error.login", language_of(request)))


def _whoever(request: Request) -> Viewer | None:
    if not request.app.state.demand_login:
        return LOCAL
    catalogue = request.app.state.archive.catalogue
    session = request.cookies.get(SESSION)
    if session:
        return accounts.viewer_of_session(catalogue, session)
    if request.url.path.startswith("/api/") and "authorization" in request.headers:
        name, password = _basic(request.headers["authorization"])
        return accounts.check_login(catalogue, name, password, address_of(request))
    return None


def _basic(header: str) -> tuple[str, str]:
    """Name and password of HTTP's basic authentication (RFC 7617), for programs."""
    scheme, _, coded = header.partition(" ")
    try:
        name, _, password = base64.b64decode(coded, validate=True).decode().partition(":")
    except ValueError:
        return "", ""
    return (name, password) if scheme.lower() == "basic" else ("", "")


def address_of(request: Request) -> str:
    """Where the request comes from."""
    return request.client.host[:64] if request.client else "unknown"


async def check_token(request: Request) -> None:
    """Refuse a form or a script's request that does not bring the token. Raises NotAllowed."""
    if request.method in _SAFE:
        return
    given: object = request.headers.get(TOKEN_HEADER)
    if given is None:
        given = (await request.form()).get(TOKEN_FIELD)
    if not has_token(request, given):
        await request.close()  # files that came with it are not kept
        raise NotAllowed(message("error.token", language_of(request)), code="form_expired")


def has_token(request: Request, given: object) -> bool:
    """Whether what a form brought is the token of this visit and session, ended or not."""
    visit = request.cookies.get(VISIT)
    if not visit or not isinstance(given, str):
        return False
    return hmac.compare_digest(given.encode(), token(request, visit).encode())


def token(request: Request, visit: str) -> str:
    """What a form of this visit and session carries; the session may have begun just now."""
    session = getattr(request.state, "session", None) or request.cookies.get(SESSION, "")
    return hashlib.sha256(f"form {visit} {session}".encode()).hexdigest()


def visit_of(request: Request) -> str:
    """The visit's cookie; a new one if there is none, which `keep_visit` sends along."""
    known = request.cookies.get(VISIT) or getattr(request.state, "visit", None)
    if not known:
        known = secrets.token_urlsafe(32)
        request.state.visit = known
    return str(known)


def keep_visit(request: Request, response: Response) -> None:
    """Send the cookies that this answer gives anew: visit and language."""
    if not request.cookies.get(VISIT):
        set_cookie(request, response, VISIT, visit_of(request))
    if request.query_params.get("lang") in LANGUAGES:
        set_cookie(request, response, LANGUAGE, language_of(request), max_age=_YEAR)


def set_cookie(
    request: Request, response: Response, name: str, value: str, max_age: int | None = None
) -> None:
    """A cookie for this site alone, out of reach of scripts."""
    response.set_cookie(
        name,
        value,
        max_age=max_age,
        httponly=True,
        samesite="strict" if name == SESSION else "lax",
        secure=request.url.scheme == "https",
    )


def language_of(request: Request) -> Language:
    """Thai, unless the address (`?lang=en`) or an earlier choice says otherwise."""
    chosen = request.query_params.get("lang") or request.cookies.get(LANGUAGE)
    return "en" if chosen == "en" else "th"


def viewer_of(request: Request) -> Viewer:
    """Who asks. Raises LoginNeeded."""
    viewer: Viewer | None = getattr(request.state, "viewer", None)
    if viewer is None:
        raise LoginNeeded(message("error.login", language_of(request)))
    return viewer


TheViewer = Annotated[Viewer, Depends(viewer_of)]


def require(*roles: Role) -> Callable[..., Viewer]:
    """`Depends(require("clerk"))`: only these roles, and always the admin. Raises NotAllowed."""

    def allowed(request: Request, viewer: TheViewer) -> Viewer:
        if viewer.role != "admin" and viewer.role not in roles:
            raise NotAllowed(message("error.role", language_of(request)))
        return viewer

    return allowed


def archive_of(request: Request, viewer: TheViewer) -> Archive:
    """The archive as the viewer may see it: secret documents are not there unless cleared, and then
    every look at one is noted in the access log."""
    archive: Archive = request.app.state.archive
    asked = f"{request.method} {request.url.path}"
    note = Noting(archive.catalogue, viewer.name, address_of(request), asked)
    return archive.seen_by(viewer.cleared, note if viewer.cleared else None)


TheArchive = Annotated[Archive, Depends(archive_of)]
