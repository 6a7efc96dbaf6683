"""saraban verify, relink, reread, serve: keeping the archive whole, and showing it."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Annotated

import typer

from index.accounts import has_admin
from index.find import find_document
from pipeline.errors import NoAccounts
from saraban import answers
from saraban.options import DocumentArgument, HomeOption, JsonOption, existing_archive
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


def relink(home: HomeOption = None) -> None:
    """Make all links between documents anew; what persons have said of them stays.

    Examples:

      saraban relink --home /srv/archive
    """
    from index.links.linker import relink as make_anew

    with refusals(as_json=False), existing_archive(home) as archive, archive.writing():
        say(f"เชื่อมโยงใหม่ {make_anew(archive.catalogue)} เรื่อง", style="green")


def reread(
    document: DocumentArgument, home: HomeOption = None, as_json: JsonOption = False
) -> None:
    """Read the file of a document again with this program, which may read better than it did.

    What persons corrected stays, pages that they turned stay turned, and what was read before is
    kept. A change of values is in the document's history.

    Examples:

      saraban reread 0f3a9c2b7d10-2

      saraban reread "กข 0012.3/ว 123"
    """
    with refusals(as_json), existing_archive(home) as archive:
        from flows import corrections  # needs what reads pictures

        id_ = find_document(archive.catalogue, document)
        changed = corrections.reread(archive, archive.catalogue.document(id_).sha256)
        if as_json:
            emit({"changed": changed})
        elif changed:
            say(f"อ่านใหม่แล้ว เปลี่ยน {len(changed)} เรื่อง: {', '.join(changed)}", style="green")
        else:
            say("อ่านใหม่แล้ว ไม่มีอะไรเปลี่ยน · read again, nothing changed", style="green")


def serve(
    host: Annotated[
        str, typer.Option(help="The address to answer on; other machines see only their own.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8526,
    login: Annotated[
        bool,
        typer.Option("--login", help="Demand accounts on this machine's own address too."),
    ] = False,
    home: HomeOption = None,
) -> None:
    """Serve the web pages and the HTTP API, to this machine only unless told otherwise.

    On another address only who has an account gets in: saraban account add NAME --role admin makes
    the first. --login is for a web server in front (nginx, Caddy) that speaks https.

    Examples:

      saraban serve

      saraban serve --home /srv/archive --port 8080

      saraban serve --host 0.0.0.0
    """
    import uvicorn  # takes a while to import, as the web pages do

    from saraban.web.app import LOCAL, create_app
    from saraban.web.garbage import rarely_look_for_garbage

    with refusals(as_json=False), existing_archive(home) as archive:
        demand_login = login or not _is_loopback(host)
        if demand_login and not has_admin(archive.catalogue):
            raise NoAccounts(
                "Other machines may look only with accounts, and there is no admin yet; make one: "
                "saraban account add NAME --role admin --cleared"
            )
        app = create_app(archive, ("*",) if demand_login else LOCAL, demand_login)
        config = uvicorn.Config(app, host=host, port=port, log_level="warning")
        bound = config.bind_socket()  # says why and ends the program if the address is taken
        name, port = f"[{host}]" if ":" in host else host, bound.getsockname()[1]
        say(f"http://{name}:{port}/  (หยุดด้วย Ctrl-C)")
        rarely_look_for_garbage()
        uvicorn.Server(config).run(sockets=[bound])


def _is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
