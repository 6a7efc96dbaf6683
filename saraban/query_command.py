"""A command whose argument may begin with a minus: `saraban search '-ยกเลิก'`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand


class QueryCommand(TyperCommand):
    """What begins with one minus and is no option of the command is part of the query, as in the
    query language it leaves a word out; an option begins with two, but for `-h`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        own = (one for one in self.get_params(ctx) if getattr(one, "is_flag", False))
        flags = {name for one in own for name in one.opts} | set(ctx.help_option_names)
        return super().parse_args(ctx, _with_dashes_last(args, flags))


def _with_dashes_last(args: list[str], flags: Iterable[str]) -> list[str]:
    """The arguments with those that look like short options behind `--`, where they are none.

    >>> _with_dashes_last(["--kind", "order", "-ยกเลิก", "--json"], {"--json", "-h"})
    ['--kind', 'order', '--json', '--', '-ยกเลิก']
    """
    if "--" in args:
        return args
    flags = set(flags)
    options: list[str] = []
    words: list[str] = []
    for arg in args:
        value = options and options[-1].startswith("--") and "=" not in options[-1]
        if value and options[-1] not in flags:
            options.append(arg)  # what an option was given
        elif arg.startswith("-") and not arg.startswith("--") and arg not in flags:
            words.append(arg)
        else:
            options.append(arg)
    return [*options, "--", *words] if words else args
