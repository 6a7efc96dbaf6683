"""What went wrong, said as a page to people and as JSON to programs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from index.filed import Summary
from pipeline.errors import (
    AccountRefused,
    Ambiguous,
    BadQuery,
    LoginNeeded,
    LoginRefused,
    NotAllowed,
    NotFound,
    SarabanError,
)
from saraban.messages import message, messages
from saraban.terminal import error_json
from saraban.web.render import page, redirect
from saraban.web.resend import kept_form
from saraban.web.session import archive_of, language_of, viewer_of

# the HTTP status that says the same as the error; a subclass is found by its parent
_STATUS: tuple[tuple[type[SarabanError], int], ...] = (
    (NotFound, 404),
    (Ambiguous, 300),
    (BadQuery, 400),
    (LoginNeeded, 401),
    (LoginRefused, 401),
    (NotAllowed, 403),
    (AccountRefused, 400),
)
_OTHER = 503


async def tell(request: Request, error: Exception) -> Response:
    """The answer to a request that failed. Raises the error again if it is the program's fault."""
    kept = await kept_form(request) if isinstance(error, LoginNeeded) else ""
    return await run_in_threadpool(_tell, request, error, kept)


def _tell(request: Request, error: Exception, kept: str) -> Response:
    told, status = _in_words(request, error)
    headers = getattr(error, "headers", None)
    if isinstance(told, LoginRefused) and told.wait:
        headers = {"Retry-After": str(told.wait)}
    if request.url.path.startswith("/api/"):
        if status == 401:
            headers = {"WWW-Authenticate": 'Basic realm="saraban", charset="UTF-8"'}
        return JSONResponse({"error": error_json(told)}, status, headers)
    said = in_words(request, told)
    if "application/json" in request.headers.get("accept", ""):  # a script of these pages
        return JSONResponse({"error": {"code": told.code, "message": said}}, status, headers)
    if isinstance(told, LoginNeeded):
        return _log_in_first(request, kept)
    detail = "" if said in told.message else told.message
    candidates = _named(request, told.candidates) if isinstance(told, Ambiguous) else []
    context = {
        "status": status,
        "message": said,
        "detail": "" if candidates else detail,
        "candidates": candidates,
        "back": _from(request),
    }
    return page(request, "error.html", context, status, headers)


def _log_in_first(request: Request, kept: str) -> Response:
    """To the login, and then where one wanted to go. A form that was sent is kept if it can be;
    else it is said that nothing was done."""
    if request.method in ("GET", "HEAD"):
        here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return redirect(request, "/login?" + urlencode({"next": here}))
    onward = _from(request) or "/"
    if not kept:
        said = "" if request.url.path == "/logout" else message("login.lost", language_of(request))
        return redirect(request, "/login?" + urlencode({"next": onward}), said, "bad")
    told = {"onward": onward, "name": "", "kept": kept, "to": request.url.path}
    problem = message("login.kept", language_of(request))
    return page(request, "login.html", {**told, "problem": problem}, 401)


def in_words(request: Request, error: SarabanError) -> str:
    """What is wrong in the reader's language, as far as there are words for it."""
    language = language_of(request)
    thai, both, english = error.message.partition(" · ")
    if both and re.search("[ก-๙]", thai):  # it says the same in both
        return thai if language == "th" else english
    known = language == "th" and f"error.{error.code}" in messages()
    return message(f"error.{error.code}", "th") if known else error.message


def _named(request: Request, ids: Sequence[str]) -> list[Summary]:
    archive = archive_of(request, viewer_of(request))
    return [one.summary for one in archive.catalogue.documents(ids)]


def _from(request: Request) -> str:
    """The page of this site that one came from; empty if it is not known, or this one."""
    here = str(request.base_url)
    came = request.headers.get("referer", "")
    again = request.method == "GET" and came == str(request.url)
    return "/" + came.removeprefix(here) if came.startswith(here) and not again else ""


def _in_words(request: Request, error: Exception) -> tuple[SarabanError, int]:
    language = language_of(request)
    if isinstance(error, SarabanError):
        if error.code == "login_throttled":
            return error, 429
        status = next((code for kind, code in _STATUS if isinstance(error, kind)), _OTHER)
        return error, status
    if isinstance(error, RequestValidationError):
        what = "; ".join(
            f"{'.'.join(str(one) for one in problem['loc'][1:])}: {problem['msg']}"
            for problem in error.errors()
        )
        return SarabanError(message("error.address", language, what=what), "bad_request"), 422
    if isinstance(error, HTTPException):
        if error.status_code == 404:
            return NotFound(message("error.no_page", language), "no_page"), 404
        if error.status_code == 405:
            return SarabanError(message("error.method", language), "bad_method"), 405
        what = str(error.detail)
        told = SarabanError(message("error.address", language, what=what), "bad_request")
        return told, error.status_code
    raise error
