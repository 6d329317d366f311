"""`make bench`: measure Accord's speed in one run, as ratios where that is fair, and write the numbers to a file."""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys
import time
from pathlib import Path

from bot import logs
from tests.bench import copying, lists, sending, stage, start, ticking, web
from tests.bench.figures import HEAD, Figure, line, machine, write
from tests.databases import NoPostgreSQL

PARTS = ("start", "web", "tick", "send", "copy", "list")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="shorter rounds, smaller tables")
    parser.add_argument("--only", choices=(*PARTS, *web.KINDS), help="one part, or one kind of request")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), help="one of the two databases")
    parser.add_argument("--out", type=Path, default=stage.ROOT / ".bench.json")
    asked = parser.parse_args()
    logs.set_up("error")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the servers below are stopped
    measured: list[Figure] = []
    notes: list[str] = []

    def tell(figure: Figure) -> None:
        measured.append(figure)
        say(line(figure))

    started = time.monotonic()
    say(", ".join(f"{name} {value}" for name, value in machine().items()))
    with contextlib.ExitStack() as stack:
        postgresql, databases = None, ("sqlite", "postgresql") if asked.database is None else (asked.database,)
        if "postgresql" in databases:
            try:
                postgresql = stack.enter_context(stage.server())
                notes.append(f"PostgreSQL {postgresql.version}, fsync and synchronous_commit on")
            except NoPostgreSQL as why:
                databases = tuple(name for name in databases if name != "postgresql")
                notes.append(f"PostgreSQL was not measured: {why}")
        if "sqlite" in databases:
            notes.append("SQLite: write-ahead log, synchronous FULL")
        say("\n".join(notes) + f"\n\n{HEAD}")
        if asked.only in (None, "start"):
            start.measure(3 if asked.quick else 9, tell)
        kinds = {name: kind for name, kind in web.KINDS.items() if asked.only in (None, "web", name)}
        if kinds:
            size = web.Size(0.6, 1, 400, at_once=()) if asked.quick else web.Size(0.8, 3, 1000)
            web.measure(kinds, postgresql, databases, size, tell)
        if asked.only in (None, "tick"):
            sizes = (20_000, 100_000) if asked.quick else (100_000, 1_000_000)
            ticking.measure(postgresql, databases, sizes, (1_000, 10_000), tell)
        if asked.only in (None, "send"):
            sending.measure(postgresql, databases, 1_000 if asked.quick else 5_000, 250, tell)
            sending.measure_claim(postgresql, databases, (1_000, 10_000) if asked.quick else (1_000, 100_000), tell)
        if asked.only in (None, "copy"):
            copying.measure(30, 3 if asked.quick else 9, tell)
        if asked.only in (None, "list"):
            sizes, entries, pack = ((100, 1_000), 10_000, 100) if asked.quick else ((1_000, 10_000), 100_000, 2_000)
            lists.measure(postgresql, databases, sizes, entries, pack, tell)
    missed = [figure for figure in measured if figure.outcome == "MISSED"]
    say(f"\n{len(measured)} measured in {time.monotonic() - started:.0f} s; {len(missed)} aims missed.")
    write(asked.out, measured, notes)


def say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 (it is what this program is for)


if __name__ == "__main__":
    main()
