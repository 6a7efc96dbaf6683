"""saraban daily: what falls due and what is late, each day, as a file and by e-mail."""

from __future__ import annotations

import asyncio
import signal
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import BadOption
from saraban.options import HomeOption, JsonOption, existing_archive
from saraban.terminal import emit, refusals, say


def daily(
    at: Annotated[str, typer.Option(help="The time of day, by this machine's clock.")] = "07:00",
    once: Annotated[bool, typer.Option("--once", help="Make one digest now, and stop.")] = False,
    as_of: Annotated[
        str | None, typer.Option(help="With --once: the day it is for; today if left out.")
    ] = None,
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write a digest of what falls due and what is late, every day, until stopped with Ctrl-C.

    It stands in the archive's folder, under digests, and goes out by e-mail where SARABAN_SMTP
    (smtp://host:25, smtp+starttls://user:password@host:587, smtps://…), SARABAN_MAIL_FROM and
    SARABAN_MAIL_TO are set. Each digest is a flow run of Prefect.

    Examples:

      saraban daily

      saraban daily --once --as-of 2021-04-26
    """

    async def run() -> None:
        from flows.daily import daily as make  # Prefect takes seconds to import
        from flows.daily import every_day
        from flows.server import own_server

        with existing_archive(home) as archive, own_server():
            if once:
                tell(await make(archive, _day(as_of)))
                return
            say(f"สรุปทุกวัน เวลา {at} น. · a digest every day")
            async for path in every_day(archive, _time(at)):
                tell(path)

    def tell(path: Path) -> None:
        if as_json:
            emit({"file": str(path)})
        else:
            say(str(path))

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with refusals(as_json):
        asyncio.run(run())


def _time(text: str) -> time:
    try:
        return datetime.strptime(text, "%H:%M").time()
    except ValueError:
        raise BadOption(f"--at {text}: write the time as 07:00.") from None


def _day(text: str | None) -> date:
    try:
        return date.fromisoformat(text) if text else date.today()
    except ValueError:
        raise BadOption(f"--as-of {text}: write the day as 2021-04-26.") from None
