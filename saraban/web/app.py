"""The web pages and the HTTP API, put together: `create_app(archive)`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.middleware.trustedhost import TrustedHostMiddleware

from flows.archive import Archive
from pipeline.errors import Ambiguous, BadQuery, NotFound, SarabanError
from saraban.terminal import error_json
from saraban.web import api, pages

_HERE = Path(__file__).parent
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
LOCAL = ("localhost", "127.0.0.1", "[::1]")


def create_app(archive: Archive, hosts: tuple[str, ...] = LOCAL) -> FastAPI:
    """The application over one open archive, answering to requests for `hosts` only.

    It reads and changes nothing. A page of another site that calls itself by this machine's
    address gets no answer, as its host is not one of `hosts`.
    """
    app = FastAPI(
        title="saraban", docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json"
    )
    app.state.archive = archive
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.mount("/static", StaticFiles(directory=_HERE / "static"))
    app.include_router(api.router, prefix="/api/v1")
    app.include_router(pages.router)

    @app.middleware("http")
    async def add_headers(
        request: Request, call_next: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        response = await call_next(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    @app.exception_handler(SarabanError)
    async def tell(request: Request, error: SarabanError) -> Response:
        status = _status(error)
        if request.url.path.startswith("/api/"):
            return JSONResponse({"error": error_json(error)}, status)
        return pages.error_page(request, error, status)

    return app


def _status(error: SarabanError) -> int:
    """The HTTP status that says the same as the error."""
    if isinstance(error, NotFound):
        return 404
    if isinstance(error, Ambiguous):
        return 300
    return 400 if isinstance(error, BadQuery) else 503
