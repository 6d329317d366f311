"""The databases, rows and processes that the measurements need."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from unittest import mock

from sqlalchemy import Engine, func, select, text, update

from bot.outbox import Outbox
from bot.slack.chat import Chat
from bot.slack.door import SlackDoor
from handlers.agreements import loading
from handlers.forms import Values
from handlers.issues import raising
from handlers.people import file as roster_file, roster
from handlers.requests import Request, User
from storage import migrate
from storage.agreements import Agreement, Channel
from storage.database import UTCDateTime, open_engine, transaction
from storage.packs import pack_source, read_pack
from storage.people import Account, Person
from storage.tables import metadata
from tests import databases
from tests.bench.load import SECRET
from tests.cast import SEFTON
from tests.many import multiply, renumber

ROOT = Path(__file__).absolute().parents[2]
KEY, TEAM, CHANNEL = "sefton-2022", "T0BENCH", "C0BENCH"
CAST = tuple(replace(part, account=True) for part in SEFTON)  # so that an issue is ten notices
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "autovacuum": "on"}
ELSEWHERE = 1 << 60  # matter ids from here on belong to open deadlines that no measurement touches; marks are lower
START_SECONDS = 20


@dataclass(frozen=True)
class Database:
    """A fresh, migrated database."""

    kind: str
    url: str
    engine: Engine


@contextlib.contextmanager
def server() -> Iterator[databases.PostgreSQL]:
    """Give a PostgreSQL that loses nothing that was committed. Raises NoPostgreSQL."""
    with mock.patch.dict(databases.SETTINGS, DURABLE), databases.postgresql() as found:
        yield found


@contextlib.contextmanager
def database(kind: str, postgresql: databases.PostgreSQL | None) -> Iterator[Database]:
    """Give a database that is thrown away afterwards."""
    with contextlib.ExitStack() as stack:
        if kind == "sqlite":
            folder = Path(tempfile.mkdtemp(prefix="accord-bench-"))
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            url = f"sqlite:///{folder / 'accord.sqlite3'}"
        else:
            assert postgresql is not None
            name = f"accord_bench_{os.getpid()}_{time.monotonic_ns()}"
            postgresql.run(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
            stack.callback(postgresql.run, f"DROP DATABASE {name} WITH (FORCE)")
            url = databases.text(postgresql.url.set(database=name))
        migrate.upgrade(url)
        engine = open_engine(url)
        stack.callback(engine.dispose)
        yield Database(kind, url, engine)


# --- Rows ---------------------------------------------------------------------------------------------------------


def load(engine: Engine, now: datetime) -> int:
    """Load the Sefton agreement with its people and its channel, with no daily list ahead; return its id."""
    terms, file = read_pack(KEY), io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["name", "partner", "capacity", "from", "until", "workspace", "user"])
    for part in CAST:
        writer.writerows([part.name, *held, TEAM, part.user] for held in part.holds)
    with transaction(engine) as session:
        version = loading.load(session, terms, source=pack_source(KEY), now=now, by="bench")
        agreement = session.get_one(Agreement, version.agreement_id)
        rows = roster_file.read(file.getvalue(), terms)
        roster.import_roster(session, agreement, rows, platform="slack", by="bench", now=now)
        session.execute(update(Account).values(zone_asked=True))
        far = now + timedelta(days=365)
        session.execute(update(Person).values(next_digest_at=far))
        agreement.next_morning_at = agreement.next_calendar_at = far
        session.add(
            Channel(
                agreement_id=agreement.id,
                platform="slack",
                workspace=TEAM,
                channel=CHANNEL,
                bound_at=now,
                next_digest_at=far,
            )
        )
        return agreement.id


def raise_one(engine: Engine, agreement: int, now: datetime, api: str, *, private: bool = False) -> int:
    """Raise an issue as Ada would, and hand over what it causes; return its id."""
    request = Request(user=User("slack", TEAM, "U0ADA"), now=now, channel=CHANNEL, row=agreement)
    filled = {
        "title": "Discharge letters arrive late",
        "particulars": "Since May, letters reach practices five days after discharge. " * 5,
        "concerns": "any-matter",
        "affected": ("luhft",) if private else ("luhft", "sefton-council"),
        "private": private,
    }
    with transaction(engine) as session:
        raising.raise_issue(session, request, Values(filled))
        issue: int = session.scalar(select(func.max(metadata.tables["issues"].c.id))) or 0
    with outbox(engine, api, lambda: now) as sender:
        sender.drain()
    return issue


@contextlib.contextmanager
def outbox(engine: Engine, api: str, now: Callable[[], datetime]) -> Iterator[Outbox]:
    """Give an outbox that waits between no messages."""
    door = SlackDoor(Chat("xoxb-bench", api), pause_seconds=0)
    sender = Outbox(engine, {"slack": door}, now, files=Path("no-files"), issue_copies=lambda _: 0)
    try:
        yield sender
    finally:
        sender.stop()
        door.stop()


def copy(engine: Engine, issue: int, copies: int) -> None:
    """Copy an issue with its partners, its notices, its open deadline and what was sent of it."""
    with engine.begin() as connection:
        step = {
            name: connection.scalar(select(func.max(metadata.tables[name].c.id))) or 0
            for name in ("issues", "issue_partners", "visits", "notices", "deadlines", "outbox")
        }
        raised = connection.scalar(select(func.max(metadata.tables["issues"].c.number)))
        of_issue = f"{issue} + i * {step['issues']}"
        number = f"CAST(number + i * {raised} AS INTEGER)"
        words = f"'issue:' || CAST({of_issue} AS TEXT)"
        plans = {
            "issues": (f"id = {issue}", {
                "number": number, "reference": f"'SEF-' || CAST({number} AS TEXT)", "post_id": _moved("post_id", step["outbox"]),
            }),
            "issue_partners": (f"issue_id = {issue}", {"issue_id": of_issue}),
            "visits": (f"issue_id = {issue}", {"issue_id": of_issue}),
            "notices": (f"matter = 'issue' AND matter_id = {issue}", {"matter_id": of_issue}),
            "outbox": (f"about IN ('issue:{issue}', 'issue:{issue}:notice') AND edits IS NULL", {
                "once": "once || ':copy:' || CAST(i AS TEXT)",
                "about": f"{words} || CASE WHEN about <> 'issue:{issue}' THEN ':notice' ELSE '' END",
                "notice_id": _moved("notice_id", step["notices"]),
            }),
            "deadlines": (f"matter = 'issue' AND matter_id = {issue} AND state = 'open'", {"matter_id": of_issue}),
        }  # fmt: skip
        for name, (where, changed) in plans.items():
            multiply(connection, name, where, {"id": _moved("id", step[name]), **changed}, copies)
        connection.execute(text("UPDATE agreements SET issues_raised = (SELECT max(number) FROM issues)"))
        renumber(connection, *plans)


def add_open_deadlines(engine: Engine, issue: int, count: int, now: datetime) -> None:
    """Add open deadlines of other matters, with moments spread over the coming months."""
    parts = min(20, count)
    with engine.begin() as connection:
        for part in range(parts):
            table = metadata.tables["deadlines"]
            highest = connection.scalar(select(func.max(table.c.id))) or 0
            taken = max(connection.scalar(select(func.max(table.c.matter_id))) or 0, ELSEWHERE)
            moment = f"'{UTCDateTime().process_bind_param(now + timedelta(days=3 * part + 3), connection.dialect)}'"
            changed = {
                "id": f"{highest} + i",
                "matter_id": f"{taken} + i",
                "due_at": moment,
                "next_nudge_at": moment,
            }
            where = f"matter = 'issue' AND matter_id = {issue} AND state = 'open'"
            share = count // parts + (part < count % parts)
            multiply(connection, "deadlines", where, changed, share)
        renumber(connection, "deadlines")
    with engine.connect() as connection:
        plain = (
            connection.execution_options(isolation_level="AUTOCOMMIT") if engine.name == "postgresql" else connection
        )
        plain.execute(text("ANALYZE"))


def _moved(column: str, step: int) -> str:
    return f"{column} + i * {step}"


# --- Processes ----------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def standin() -> Iterator[str]:
    """Give the address of a stand-in for Slack's Web API."""
    port = free_port()
    with process([sys.executable, "-m", "tests.bench.standin", str(port)], port, {}):
        yield f"http://127.0.0.1:{port}/api/"


@contextlib.contextmanager
def accord(url: str, api: str) -> Iterator[int]:
    """Give the port of Accord's web process on this database."""
    port = free_port()
    settings = {
        "DATABASE_URL": url,
        "SLACK_API_URL": api,
        "SLACK_BOT_TOKEN": "xoxb-bench",
        "SLACK_SIGNING_SECRET": SECRET,
        "PORT": str(port),
    }
    with process([sys.executable, "-m", "bot", "web"], port, settings):
        yield port


@contextlib.contextmanager
def bare(api: str) -> Iterator[int]:
    """Give the port of the bare Bolt apps."""
    port = free_port()
    with process([sys.executable, "-m", "tests.bench.bare", str(port)], port, {"SLACK_API_URL": api}):
        yield port


def environment(settings: dict[str, str]) -> dict[str, str]:
    """Return the environment of a program that finds the code and these settings, and none of a developer's."""
    keep = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**keep, "PYTHONPATH": str(ROOT), **settings}


@contextlib.contextmanager
def process(command: list[str], port: int, settings: dict[str, str]) -> Iterator[None]:
    """Run a server until the block ends, in an empty folder, so that no .env of a developer's is read."""
    with tempfile.TemporaryDirectory() as folder, (Path(folder) / "log").open("w+b") as log:
        ours = subprocess.Popen(command, cwd=folder, env=environment(settings), stdout=log, stderr=log)
        try:
            deadline = time.monotonic() + START_SECONDS
            while not _listens(port):
                if ours.poll() is not None or time.monotonic() > deadline:
                    log.seek(0)
                    raise RuntimeError(f"{command[1:]} did not start: {log.read().decode()[-2000:]}")
                time.sleep(0.05)
            yield
        finally:
            ours.terminate()
            try:
                ours.wait(20)
            except subprocess.TimeoutExpired:
                ours.kill()
                ours.wait()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


def _listens(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False
