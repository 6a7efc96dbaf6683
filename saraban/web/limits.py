"""How much a request may bring: uploads what a file may have, anything else little."""

from __future__ import annotations

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.intake.accept import MAX_BYTES

FORM = 1 << 20  # bytes of a form without files
UPLOAD = MAX_BYTES + (1 << 20)  # of a form with files
UPLOADS = ("/inbox",)  # addresses that take files


class _TooMuch(OSError):  # on which Starlette's parser of forms closes what it has begun to keep
    pass


class LimitBody:
    """Refuses what brings more than it may (413), by what it says of its length and by what comes:
    before any of it is kept."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = UPLOAD if scope["path"] in UPLOADS else FORM
        said = dict(scope["headers"]).get(b"content-length", b"0")
        if said.isdigit() and int(said) > limit:
            await _refuse(scope, receive, send)
            return
        came, begun = 0, False

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > limit:
                raise _TooMuch
            return message

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, counted, watched)
        except _TooMuch:
            if not begun:
                await _refuse(scope, receive, send)


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    said = "แฟ้มใหญ่เกินกำหนด กรุณาแบ่งแฟ้ม · This is larger than the archive takes; split the file."
    await PlainTextResponse(said, 413)(scope, receive, send)
