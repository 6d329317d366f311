"""`python -m bot`: the command line. `bot/cli/commands.py` lists it; a command is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import typer
from typer.core import TyperCommand

from bot.cli.commands import COMMANDS, GROUPS


class Listed(TyperCommand):
    """A command as it is listed. What it calls gives the command's function, which knows its own options."""

    def make_context(self, *said: Any, **more: Any) -> Any:
        """Return what the command itself makes of the words that were written behind its name."""
        import_it = cast("Callable[[], Callable[..., None]]", self.callback)
        alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        alone.command(self.name)(import_it())
        return typer.main.get_command(alone).make_context(*said, **more)


app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Accord runs partnership agreements.",
)
groups = {"": app} | {name: typer.Typer(no_args_is_help=True, help=line) for name, line in GROUPS.items()}
for name in GROUPS:
    app.add_typer(groups[name], name=name)
for words, command in COMMANDS.items():
    group, _, name = words.rpartition(" ")
    groups[group].command(name, cls=Listed, help=command.line)(command.function)

if __name__ == "__main__":
    app(prog_name="python -m bot")
