"""What a command would do, said before it does it: on a terminal it asks, and with `--preview` it changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from bot.cli.database import database, stop

Preview = Annotated[bool, typer.Option("--preview", help="Say what would change, and change nothing")]


class _Undo(Exception):  # noqa: N818 (it takes back what was only tried, and is no error)
    pass


def carried_out(do: Callable[[Session], str], *, preview: bool) -> None:
    """Do something in one transaction and print what it says of it, once it is done.

    With `preview` it is taken back. On a terminal it is shown first, and done when somebody says so, if it still comes
    to the same then. A refusal ends the command and changes nothing.
    """
    if preview:
        print(_tried(do), "This is what would change. Nothing has been changed.", sep="\n")
        return
    shown = None
    if sys.stdin.isatty() and sys.stdout.isatty():
        shown = _tried(do)
        print(shown)
        if not typer.confirm("Do this?"):
            stop("Nothing was changed.")
    with database() as session:
        said = do(session)
        if shown not in (None, said):
            stop(
                "Somebody has changed something meanwhile, and this would come to something else. Nothing was changed."
            )
    print(said if shown is None else "Done.")


def _tried(do: Callable[[Session], str]) -> str:
    said = ""
    with suppress(_Undo), database() as session:
        said = do(session)
        raise _Undo
    return said
