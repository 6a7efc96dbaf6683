"""The web pages and the HTTP API, put together: `create_app(archive)`.

To add a page NAME: (1) `pages/NAME.py` with `router = APIRouter(include_in_schema=False)` and plain
functions that ask `TheArchive` (the archive as this viewer may see it: secret documents are not
there unless cleared; an SQL question of your own names `catalogue.visible`), `TheViewer`, and for
what changes the archive `Depends(require("clerk"))` from session.py, and end in
`page(request, "NAME.html", {...})` or, after a POST, `redirect(request, address, flash)` from
render.py; (2) `templates/NAME.html`, which extends base.html, fills the blocks `title` and `main`
(also `style` and `script` for files of its own: nothing inline, the Content-Security-Policy forbids
it), uses the macros of parts.html, and has `{{ csrf_field() }}` in every form with method="post"
(a script sends the same from `<meta name="csrf">` as the header X-CSRF-Token); (3) its words in
`messages/NAME.tsv`; (4) the module's name in `PAGES` below; (5) its address in
`tests/saraban/web/addresses.py`, by which it is photographed and shown to axe-core.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from flows.archive import Archive
from flows.uploads import Worker
from pipeline.errors import SarabanError
from saraban.web import api, failures
from saraban.web.limits import LimitBody
from saraban.web.makings import Makings
from saraban.web.pages import (
    accounts,
    dashboard,
    document,
    due,
    exports,
    files,
    inbox,
    log,
    login,
    register,
    review,
    search,
    trace,
)
from saraban.web.session import check_token, enter

PAGES = (
    search,
    document,
    files,
    trace,
    due,
    exports,
    inbox,
    review,
    register,
    dashboard,
    login,
    accounts,
    log,
)

_HERE = Path(__file__).parent
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
LOCAL = ("localhost", "127.0.0.1", "[::1]")


def create_app(
    archive: Archive, hosts: tuple[str, ...] = LOCAL, demand_login: bool = False
) -> FastAPI:
    """The application over one open archive, answering to requests for `hosts` only; with
    `demand_login` to those only who have an account.

    A page of another site that calls itself by this machine's address gets no answer, as its host
    is not one of `hosts`.
    """
    app = FastAPI(
        title="saraban",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,  # FastAPI would tell it to everybody: saraban/web/api.py has it
        dependencies=[Depends(enter), Depends(check_token)],
    )
    app.state.archive = archive
    app.state.demand_login = demand_login
    app.state.uploads = Worker(archive)
    app.state.makings = Makings()
    app.add_middleware(LimitBody)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.mount("/static", StaticFiles(directory=_HERE / "static"))
    app.include_router(api.router, prefix="/api/v1")
    for module in PAGES:
        app.include_router(module.router)

    @app.middleware("http")
    async def add_headers(
        request: Request, call_next: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        response = await call_next(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        if not request.url.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    app.add_exception_handler(SarabanError, failures.tell)
    app.add_exception_handler(HTTPException, failures.tell)
    app.add_exception_handler(RequestValidationError, failures.tell)
    return app
