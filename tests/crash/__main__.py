"""`make crash N=1000`: kill the program so many times, and look whether all is as it must be."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Annotated

import typer

from bot import logs
from tests.crash.test_crash import survive


def main(
    kills: Annotated[int, typer.Option(help="how many times")] = 1000,
    seed: Annotated[int, typer.Option(help="another seed is another story")] = 1,
) -> None:
    """Kill the program again and again while people use it."""
    logs.set_up("error")
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        typer.echo(survive(Path(folder), kills=kills, seed=seed))
    typer.echo(f"{kills} kills in {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    typer.run(main)
