"""saraban verify, saraban serve: keeping the archive whole, and showing it."""

from __future__ import annotations

from typing import Annotated

import typer

from saraban import answers
from saraban.options import HomeOption, JsonOption, existing_archive
from saraban.terminal import emit, progress, put, refusals, row, say, table

PROBLEMS = 3  # exit status


def verify(home: HomeOption = None, as_json: JsonOption = False) -> None:
    """Check every archived byte, row and index entry against each other; changes nothing.

    The exit status is 3 when problems were found.

    Examples:

      saraban verify

      saraban verify --home /srv/archive --json
    """
    with refusals(as_json), existing_archive(home) as archive:
        with progress("ตรวจคลัง") as on_original:
            found = answers.verify(archive, on_original)
        if as_json:
            emit(found)
        elif found["problems"]:
            listing = table("รหัส", "สิ่งที่พบ", "รายละเอียด")
            for problem in found["problems"]:
                row(listing, problem["code"], problem["subject"], problem["message"])
            put(listing)
        else:
            say(f"ตรวจแล้ว {found['checked']} รายการ ไม่พบปัญหา · no problems", style="green")
    if found["problems"]:
        raise typer.Exit(PROBLEMS)


def serve(
    host: Annotated[
        str, typer.Option(help="The address to answer on; other machines see only their own.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8526,
    home: HomeOption = None,
) -> None:
    """Serve the web pages and the HTTP API, to this machine only unless told otherwise.

    There are no passwords: whoever reaches the address reads the archive.

    Examples:

      saraban serve

      saraban serve --home /srv/archive --port 8080
    """
    import uvicorn  # takes a while to import, as the web pages do

    from saraban.web.app import LOCAL, create_app

    with refusals(as_json=False), existing_archive(home) as archive:
        hosts = LOCAL if host in LOCAL else ("*",)
        if hosts == ("*",):
            say("ใครก็ตามที่ต่อถึงที่อยู่นี้อ่านคลังได้ · Anyone who reaches it can read.", style="yellow")
        say(f"http://{host}:{port}/  (หยุดด้วย Ctrl-C)")
        uvicorn.run(create_app(archive, hosts), host=host, port=port, log_level="warning")
