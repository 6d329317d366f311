"""The programs as the Procfile starts them, two of each at once, killed while people act."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from sqlalchemy import update

from bot import demo
from bot.now import read_clock
from bot.wiring import SLACK_PATH
from storage.database import transaction
from storage.outbox import Message, MessageState
from storage.people import Person
from tests.crash.story import LEASE_SECONDS, Story
from tests.crash.surviving import in_order
from tests.patience import LONG_SECONDS

PROCFILE = Path(__file__).absolute().parents[2] / "Procfile"
ROUNDS = (("web",), ("clock",), ("web", "clock", "web", "clock"))  # six kills


def the_procfile() -> dict[str, str]:
    """Its commands by their names."""
    lines = PROCFILE.read_text().splitlines()
    return {name: command.strip() for name, _, command in (line.partition(":") for line in lines)}


class Process:
    """A process that runs a command of the Procfile, in a session of its own so that all of it can be killed."""

    def __init__(self, name: str, environment: dict[str, str]) -> None:
        self.name = name
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        own = {"PORT": str(self.port), "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
        self.popen = subprocess.Popen(
            ["/bin/sh", "-c", the_procfile()[name]], env=os.environ | environment | own, start_new_session=True
        )

    def listens(self) -> bool:
        """Return whether a web process takes connections."""
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=LONG_SECONDS):
            return True
        return False

    def kill(self) -> None:
        """Kill all of it at once."""
        with suppress(ProcessLookupError):
            os.killpg(self.popen.pid, signal.SIGKILL)
        self.popen.wait()

    def children(self) -> list[int]:
        """Return the ids of the processes below it."""
        listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
        pairs = (map(int, line.split()) for line in listed.splitlines())
        return [own for own, parent in pairs if parent == self.popen.pid]


class Deployment(Story):
    """Two web and two clock processes on one database."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.environment = {
            "DATABASE_URL": self.url,
            "FILES_FOLDER": str(self.folder / "files"),
            "SEAL_FOLDER": str(self.folder / "seal"),
            "SLACK_BOT_TOKEN": demo.TOKEN,
            "SLACK_SIGNING_SECRET": demo.SECRET,
            "SLACK_API_URL": self.page.api_url,
            "TICK_SECONDS": "0.2",
            "SECONDS_BETWEEN_MESSAGES": "0",
            "LOG_LEVEL": "error",
        }
        self.processes: list[Process] = []

    def start_all(self) -> None:
        """Start what does not run, and wait until both web processes listen."""
        running = [process.name for process in self.processes]
        for name in ("web", "clock"):
            self.processes += [Process(name, self.environment) for _ in range(2 - running.count(name))]
        end = time.monotonic() + LONG_SECONDS
        while not all(process.listens() for process in self.processes if process.name == "web"):
            assert time.monotonic() < end, "the web processes do not listen"
            time.sleep(0.05)

    def act(self) -> None:
        webs = [process.port for process in self.processes if process.name == "web"]
        self.workspace.request_url = f"http://127.0.0.1:{self.random.choice(webs)}{SLACK_PATH}"
        super().act()

    def kill_round(self, names: tuple[str, ...]) -> None:
        """Kill these processes at a moment while people act."""
        condemned = [self.processes.pop(self._index(name)) for name in names]
        spared, self.processes = self.processes, self.processes + condemned
        end = time.monotonic() + self.random.uniform(0, 0.5)
        while time.monotonic() < end:
            self.act()
        with transaction(self.engine) as session:  # and everybody's daily list falls due
            session.execute(update(Person).values(next_digest_at=self.clock() - timedelta(minutes=1)))
        time.sleep(self.random.uniform(0, 0.2))
        for process in condemned:
            process.kill()
            self.kills[process.name] += 1
        self.processes = spared
        if any(process.name == "web" for process in spared):
            self.act()

    def _index(self, name: str) -> int:
        return [process.name for process in self.processes].index(name)

    def come_to_rest(self) -> None:
        self.a_minute_passes()
        self.start_all()
        self.act()
        self.finish_all()

    def a_minute_passes(self) -> None:
        """Let the claims of the dead run out, without waiting for it."""
        with transaction(self.engine) as session:
            earlier = self.clock() - timedelta(seconds=LEASE_SECONDS)
            being_sent = update(Message).where(Message.state == MessageState.SENDING)
            session.execute(being_sent.values(claimed_at=earlier))

    def stop(self) -> None:
        for process in self.processes:
            process.kill()
        super().stop()


def test_two_of_each_killed_six_times(tmp_path: Path, database_url: str) -> None:
    deployment = Deployment(tmp_path, database_url, seed=1, begins=read_clock())
    try:
        for names in ROUNDS:
            deployment.start_all()
            for _ in range(3):
                deployment.act()
            deployment.kill_round(names)
        assert deployment.processes == []
        assert "6 kills (3 clock, 3 web)" in in_order(deployment)
    finally:
        deployment.stop()


def test_a_web_process_whose_worker_is_killed_ends(tmp_path: Path) -> None:
    """Otherwise it would stand there and answer nobody, and nobody would start it again."""
    environment = {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'accord.sqlite3'}",
        "FILES_FOLDER": str(tmp_path / "files"),
        "SLACK_BOT_TOKEN": demo.TOKEN,
        "SLACK_SIGNING_SECRET": demo.SECRET,
        "LOG_LEVEL": "error",
    }
    web = Process("web", environment)
    try:
        end = time.monotonic() + LONG_SECONDS
        while not web.listens() and time.monotonic() < end:
            time.sleep(0.05)
        for worker in web.children():
            os.kill(worker, signal.SIGKILL)
        assert web.popen.wait(timeout=LONG_SECONDS) != 0
    finally:
        web.kill()
