"""What went wrong, said as a page to people and as JSON to programs."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
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
from saraban.terminal import error_json
from saraban.web.messages import message, messages
from saraban.web.render import page, redirect
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


def tell(request: Request, error: Exception) -> Response:
    """The answer to a request that failed. Raises the error again if it is the program's fault."""
    told, status = _in_words(request, error)
    headers = getattr(error, "headers", None)
    if isinstance(told, LoginRefused) and told.wait:
        headers = {"Retry-After": str(told.wait)}
    if request.url.path.startswith("/api/"):
        if status == 401:
            headers = {"WWW-Authenticate": 'Basic realm="saraban", charset="UTF-8"'}
        return JSONResponse({"error": error_json(told)}, status, headers)
    if isinstance(told, LoginNeeded):
        return redirect(request, "/login?" + urlencode({"next": _place(request)}))
    said = in_words(request, told)
    detail = "" if said == told.message else told.message
    candidates = _named(request, told.candidates) if isinstance(told, Ambiguous) else []
    context = {
        "status": status,
        "message": said,
        "detail": "" if candidates else detail,
        "candidates": candidates,
        "back": _from(request),
    }
    return page(request, "error.html", context, status, headers)


def in_words(request: Request, error: SarabanError) -> str:
    """What is wrong in the reader's language, as far as there are words for it."""
    if language_of(request) == "th" and f"error.{error.code}" in messages():
        return message(f"error.{error.code}", "th")
    return error.message


def _named(request: Request, ids: Sequence[str]) -> list[Summary]:
    archive = archive_of(request, viewer_of(request))
    return [one.summary for one in archive.catalogue.documents(ids)]


def _from(request: Request) -> str:
    """The page of this site that one came from; empty if it is not known, or this one."""
    here = str(request.base_url)
    came = request.headers.get("referer", "")
    if not came.startswith(here) or came == str(request.url):
        return ""
    return "/" + came.removeprefix(here)


def _place(request: Request) -> str:
    """Where to go on after the login; a form that was sent is not sent again."""
    if request.method != "GET":
        return "/"
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


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
