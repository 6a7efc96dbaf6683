"""Every command explains itself, with examples that the program understands."""

from __future__ import annotations

import shlex
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner

from saraban.cli import app

GROUP: Any = typer.main.get_command(app)
COMMANDS = sorted(GROUP.commands)


def examples(command: str) -> list[str]:
    """The example lines of a command's help."""
    text = GROUP.commands[command].help.split("Examples:")[1]
    return [line.strip() for line in text.splitlines() if line.strip()]


def test_the_contract_is_whole() -> None:
    contract = ["extract", "ingest", "watch", "search", "show", "trace", "due", "verify", "serve"]
    assert set(contract) <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_examples_are_understood(command: str) -> None:
    assert examples(command)
    for example in examples(command):
        program, name, *arguments = shlex.split(example.split(" | ")[0].split(" > ")[0])
        assert (program, name) == ("saraban", command)
        found = GROUP.commands[name]
        while hasattr(found, "commands"):  # saraban account add
            found, arguments = found.commands[arguments[0]], arguments[1:]
        context = found.make_context(name, arguments)  # raises on wrong usage
        assert context.params


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help(command: list[str]) -> None:
    shown = CliRunner().invoke(app, [*command, "--help"])
    assert shown.exit_code == 0
    assert "saraban" in shown.output
