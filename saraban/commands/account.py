"""saraban account: who may look at the archive where its pages are shown to other machines."""

from __future__ import annotations

import getpass
import sys
from typing import Annotated

import typer

from index import accounts
from index.viewer import ROLES
from saraban.options import HomeOption, JsonOption, archive_to_fill, existing_archive
from saraban.terminal import emit, put, refusals, row, say, table

app = typer.Typer(no_args_is_help=True)

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="As one will type it to log in.")]


@app.callback()
def account() -> None:
    """Keep the accounts of who may open the web pages from other machines.

    A password is asked for, and not shown; a script gives it on standard input.

    Examples:

      saraban account add สมศรี --role clerk --cleared

      saraban account list

      saraban account passwd สมศรี

      saraban account remove สมศรี
    """


@app.command()
def add(
    name: NameArgument,
    role: Annotated[str, typer.Option(help=f"One of: {', '.join(ROLES)}.")],
    cleared: Annotated[
        bool, typer.Option("--cleared", help="May see secret documents (ลับ and above).")
    ] = False,
    home: HomeOption = None,
) -> None:
    """Make an account: the clerk changes what the archive says, officer and auditor read, the admin
    does all and keeps the accounts."""
    with refusals(as_json=False), archive_to_fill(home) as archive:
        accounts.add_account(archive.catalogue, name, _password(), role, cleared)
        say(f"เพิ่มบัญชี {name} แล้ว · made", style="green")


@app.command()
def passwd(name: NameArgument, home: HomeOption = None) -> None:
    """Give an account another password; who is logged in with it is logged out."""
    with refusals(as_json=False), existing_archive(home) as archive:
        accounts.set_password(archive.catalogue, name, _password())
        say(f"ตั้งรหัสผ่านของ {name} แล้ว · changed", style="green")


@app.command("list")
def list_(home: HomeOption = None, as_json: JsonOption = False) -> None:
    """Show all accounts."""
    with refusals(as_json), existing_archive(home) as archive:
        listing = table("ชื่อ", "บทบาท", "เอกสารลับ", "ตั้งแต่")
        for one in accounts.accounts(archive.catalogue):
            if as_json:
                emit({"name": one.name, "role": one.role, "cleared": one.cleared})
            row(listing, one.name, one.role, "✓" if one.cleared else "", one.created_at[:10])
        if not as_json:
            put(listing)


@app.command()
def remove(name: NameArgument, home: HomeOption = None) -> None:
    """End an account; who is logged in with it is logged out."""
    with refusals(as_json=False), existing_archive(home) as archive:
        accounts.remove_account(archive.catalogue, name)
        say(f"ลบบัญชี {name} แล้ว · removed", style="green")


def _password() -> str:
    """What is typed, twice the same; of a script, the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    while True:
        password = getpass.getpass("รหัสผ่าน · password: ")
        if password == getpass.getpass("อีกครั้ง · again: "):
            return password
        say("ไม่ตรงกัน · they differ", style="yellow")
