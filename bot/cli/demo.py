"""`python -m bot demo`: Accord in a practice workspace, in the browser."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot import demo as practice, logs
from bot.cli.database import stop
from bot.cli.serve import asked_to_stop
from bot.wiring import DIALECT
from storage.packs import PackFaults, known_packs


def demo(
    port: Annotated[int, typer.Option(help="The page's port; 0 takes any that is free")] = 8123,
    agreement: Annotated[str, typer.Option(help="The agreement, or a pack's file")] = "sefton-2022",
    starts_on: Annotated[str | None, typer.Option("--from", help="The day it starts on; today when left out")] = None,
) -> None:
    """Run Accord in a practice workspace; nothing leaves this machine, and nothing is kept."""
    logs.set_up("warning")
    try:
        first = date.fromisoformat(starts_on) if starts_on else None
    except ValueError:
        stop(f"{starts_on!r} is not a date. Write it as 2022-07-04.", code=2)
    wait_for_a_stop = asked_to_stop()
    with tempfile.TemporaryDirectory(prefix="accord-") as folder:
        try:
            running = practice.start(Path(folder), agreement=agreement, port=port, starts_on=first)
        except PackFaults as faults:
            stop(f"{faults}\nThere are: {', '.join(known_packs())}")
        except OSError as error:
            stop(f"Port {port} can't be used: {error.strerror}. Another one: make demo PORT=8124")
        print(f"Accord's practice workspace for {running.terms.title}:\n\n    {running.page.url}\n")
        raising = DIALECT("raise-issue").text
        print(f"Act as any of its people at the left, and type {raising}. Ctrl-C ends it.", flush=True)
        wait_for_a_stop()
        running.stop()
