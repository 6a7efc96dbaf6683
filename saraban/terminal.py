"""Standard output for answers, standard error for everything else.

With `--json` standard output holds nothing but the JSON of the contract.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import typer
from rich.console import Console, Group, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from pipeline.errors import Ambiguous, SarabanError
from saraban import fields
from saraban.thai_text import ThaiText
from saraban.words import visible

_PIPED_WIDTH = 140  # columns of a table that goes into a file or a pipe


def _console(stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else _PIPED_WIDTH
    return Console(stderr=stderr, width=width, highlight=False, markup=False, emoji=False)


def put(*things: RenderableType) -> None:
    """Print an answer for a person."""
    for thing in things:
        _console(stderr=False).print(thing)


def say(text: str, style: str = "") -> None:
    """Tell a person something that is not the answer."""
    _console(stderr=True).print(Text(visible(text), style=style), soft_wrap=True)


def emit(value: object) -> None:
    """Print one line of JSON for a script, at once."""
    line = json.dumps(value, ensure_ascii=False) + "\n"
    sys.stdout.buffer.write(line.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def table(*headings: str, title: str = "") -> Table:
    """A table whose last column takes the room that is left."""
    made = Table(title=title or None, title_justify="left", header_style="bold", expand=False)
    for heading in headings:
        made.add_column(heading, overflow="fold", no_wrap=False)
    return made


def row(made: Table, *cells: object, style: str = "") -> None:
    made.add_row(*(ThaiText(visible("" if cell is None else cell)) for cell in cells), style=style)


def sheet(title: str, document: dict[str, Any]) -> RenderableType:
    """One document (`document` of the schema) as names and values."""
    made = Table.grid(padding=(0, 2))
    made.add_column(style="bold", no_wrap=True)
    made.add_column(overflow="fold")
    for row in fields.rows(document):
        made.add_row(Text(row.name), ThaiText(visible(row.value)))
        if row.doubt:
            made.add_row(Text(), ThaiText(f"↑ {visible(row.doubt)}", style="yellow"))
    top = f"{title} · {fields.heading(document)}"
    return Group(Text(visible(top), style="bold underline"), made, Text())


def error_json(error: SarabanError) -> dict[str, Any]:
    """An error as it stands in the JSON."""
    told: dict[str, Any] = {"code": error.code, "message": error.message}
    if isinstance(error, Ambiguous):
        told["candidates"] = list(error.candidates)
    return told


@contextmanager
def refusals(as_json: bool) -> Iterator[None]:
    """The one edge where an error becomes words on standard error, JSON and an exit status."""
    try:
        yield
    except SarabanError as error:
        if as_json:
            emit({"error": error_json(error)})
        say(error.message, style="red")
        if isinstance(error, Ambiguous):
            for candidate in error.candidates:
                say(f"  {candidate}")
        raise typer.Exit(error.exit_status) from error
    except BrokenPipeError:
        raise  # who read the answer has read enough
    except OSError as error:
        where = "" if error.filename is None else f": {error.filename}"
        told = SarabanError(
            f"The machine refused ({error.strerror or error}{where}). See to the disk or to the "
            "rights of the folder, and try again; nothing that was archived is lost.",
            code="machine",
        )
        if as_json:
            emit({"error": error_json(told)})
        say(told.message, style="red")
        raise typer.Exit(told.exit_status) from error


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error for long work, where someone is looking; call it with done, total."""
    console = _console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task(visible(what), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
