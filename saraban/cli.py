"""The console command: every command is a function of `saraban.commands`."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Annotated

import typer

from saraban.commands import (
    account,
    ask,
    audit,
    daily,
    due,
    extract,
    ingest,
    judge,
    keep,
    papers,
    pdf,
    review,
)
from saraban.options import named_path
from saraban.query_command import QueryCommand

app = typer.Typer(
    name="saraban",
    help="สารบรรณ: an archive for Thai official letters. Reads scans, splits them into documents, "
    "registers, searches and traces them.",
    epilog="Exit status: 0 all well; 1 something was refused or not found; 2 wrong usage; "
    "3 verify found problems; 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def options(
    home: Annotated[
        Path | None,
        typer.Option(
            envvar="SARABAN_HOME",
            help="The archive's folder, for any command.",
            show_default=False,
            parser=named_path,
        ),
    ] = None,
) -> None:
    if home is not None:
        os.environ["SARABAN_HOME"] = str(home)  # a command's own --home comes before it


for command in (
    extract.extract,
    ingest.ingest,
    ingest.watch,
    ask.search,
    ask.register,
    ask.show,
    ask.trace,
    judge.judge,
    review.review,
    review.correct,
    audit.audit,
    due.due,
    daily.daily,
    papers.remind,
    papers.form,
    pdf.pdf,
    keep.verify,
    keep.relink,
    keep.reread,
    keep.serve,
):
    app.command(cls=QueryCommand if command is ask.search else None)(command)


app.add_typer(account.app, name="account")


def main() -> None:
    """Entry of the console command.

    Whoever presses Ctrl-C again while it is leaving changes nothing: Python would end by the
    signal there, with another status than the one that is promised (130).
    """
    try:
        app()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
