"""The process that children are forked from: it has imported and done everything once, so that a kill costs a moment.

A line of JSON on its standard input is one child to start; its id and its port come back on standard output.
"""

from __future__ import annotations

import contextlib
import gc
import json
import mmap
import os
import signal
import socket
import struct
import sys
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.orm import Session
from werkzeug.serving import WSGIRequestHandler, make_server

from bot import clock, demo, logs
from bot.__main__ import app
from bot.now import read_clock
from bot.practice import Hands
from bot.settings import Settings
from bot.wiring import build
from tests.patience import LONG


class Ahead:
    """How far the story is ahead of the machine's clock: one number in a file that all processes share."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(struct.pack("d", 0.0))
        with path.open("r+b") as file:
            self._shared = mmap.mmap(file.fileno(), 8)

    def __call__(self) -> datetime:
        """The story's present instant."""
        return read_clock() + timedelta(seconds=struct.unpack("d", self._shared[:8])[0])

    def move(self, seconds: float) -> None:
        """Go on, or with less than nothing back, by so many seconds."""
        self._shared[:8] = struct.pack("d", struct.unpack("d", self._shared[:8])[0] + seconds)

    def move_to(self, moment: datetime) -> None:
        """Set the clock to an instant; it goes on from there."""
        self.move((moment - self()).total_seconds())


class Quiet(WSGIRequestHandler):
    """No line for each request."""

    def log_request(self, *args: object, **kwargs: object) -> None:
        pass


def run(order: dict[str, Any], listening: socket.socket) -> None:
    """Be the shipped program: web, sender and clock, or a command. Die by SIGKILL at the commit that the order names."""
    if order.get("commit"):
        _die_at(order["commit"], order["moment"])
    if "argv" in order:
        command(order)
        return
    now = Ahead(Path(order["clock"]))
    settings = Settings(
        database_url=order["database"],
        slack_bot_token=demo.TOKEN,
        slack_signing_secret=demo.SECRET,
        slack_api_url=order["api"],
        seconds_between_messages=0,
        files_folder=Path(order["folder"]) / "files",
        seal_folder=Path(order["folder"]) / "seal",
    )
    program = build(settings, now=now, patience=LONG)
    program.outbox.start()
    clock.start(program.engine, now, program.outbox.wake, every_seconds=0.2)
    server = make_server("127.0.0.1", 0, program.web, threaded=True, fd=listening.fileno(), request_handler=Quiet)
    server.serve_forever(0.05)


def command(order: dict[str, Any]) -> None:
    """Be one command of the command line."""
    folder = Path(order["folder"])
    places = {"FILES_FOLDER": str(folder / "files"), "SEAL_FOLDER": str(folder / "seal")}
    os.environ.update({"DATABASE_URL": order["database"], **places})
    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
        app(order["argv"], standalone_mode=False)


def _die_at(number: int, moment: str) -> None:
    left = [number]

    def count(*_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    if moment == "before":
        event.listen(Engine, "commit", count)
    else:
        event.listen(Session, "after_commit", count)


def _warm_up() -> None:
    """Raise an issue in a demo and stop it: what is compiled and read on first use, each child then has."""
    with tempfile.TemporaryDirectory() as folder:
        stage = demo.start(Path(folder), agreement="sefton-2022", port=0, starts_on=date(2022, 12, 16), patience=LONG)
        raiser = Hands(stage.workspace, "U03LEAD")
        raiser.types("/raise-issue", channel=demo.CHANNEL)
        affected = [stage.terms.partners[0].key]
        raiser.submits({"title": "A", "particulars": "B", "concerns": "any-matter", "affected": affected})
        stage.program.outbox.drain()
        stage.stop()
    gc.collect()
    gc.freeze()


def main() -> None:
    """Fork a child for each order."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    logs.set_up("error")
    _warm_up()
    for line in sys.stdin:
        with socket.create_server(("127.0.0.1", 0), backlog=64) as listening:  # closed with the child: nobody waits
            child = os.fork()
            if child == 0:
                os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
                os.dup2(2, 1)  # what a child logs is an error, and is seen
                run(json.loads(line), listening)
                os._exit(0)
            sys.stdout.write(f"{child} {listening.getsockname()[1]}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
