"""`make crash N=1000`: kill the program so many times, and look whether all is as it must be."""

from __future__ import annotations

import contextlib
import tempfile
import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot import logs
from storage import migrate
from tests import databases
from tests.crash.surviving import survive


class Database(StrEnum):
    """Where the rows are."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


def main(
    kills: Annotated[int, typer.Option(help="how many times")] = 1000,
    seed: Annotated[int, typer.Option(help="another seed is another story")] = 1,
    database: Annotated[Database, typer.Option(help="where the rows are")] = Database.SQLITE,
) -> None:
    """Kill the program again and again while people use it."""
    logs.set_up("error")
    started = time.monotonic()
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = f"sqlite:///{folder / 'accord.sqlite3'}"
        if database is Database.POSTGRESQL:
            url = databases.text(stack.enter_context(databases.postgresql()).url)
        migrate.upgrade(url)
        typer.echo(survive(folder, url, kills=kills, seed=seed))
    typer.echo(f"{kills} kills in {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    typer.run(main)
