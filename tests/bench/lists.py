"""Lists over very many rows: open issues listed, a long register verified, and a large board pack with its memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from statistics import median
from typing import Any

from sqlalchemy import Engine, insert

from bot.now import read_clock
from handlers.kinds import KINDS
from handlers.requests import Request, User
from storage import register
from storage.agreements import Agreement
from storage.database import transaction
from storage.register import Entry
from tests.bench import stage
from tests.bench.figures import Figure, Tell

LIST_AIM_MS, VERIFY_AIM_SECONDS, PACK_AIM_SECONDS, PACK_AIM_MB = 50, 0.7, 3, 250
AT_ONCE = 5_000  # entries that are written in one statement


def measure(
    postgresql: Any, databases: tuple[str, ...], sizes: tuple[int, ...], entries: int, pack: int, tell: Tell
) -> None:
    """Measure the list of issues at each size, verifying so many entries, and a board pack of so many issues."""
    for kind in databases:
        now = read_clock()
        for size in sorted({*sizes, pack}):
            with stage.standin() as api, stage.database(kind, postgresql) as found:
                agreement = stage.load(found.engine, now)
                stage.copy(found.engine, stage.raise_one(found.engine, agreement, now, api), size - 1)
                if size in sizes:
                    what = f"the list of issues, {kind}, {size:,} open"
                    tell(Figure(what, _listed(found.engine, agreement, now), "ms", LIST_AIM_MS, more_is_better=False))
                if size == pack:
                    seconds, megabytes = _packed(found.url, now)
                    what = f"a board pack of {pack:,} issues, {kind}"
                    tell(Figure(what, seconds, "s", PACK_AIM_SECONDS, more_is_better=False))
                    tell(Figure(f"{what}: memory at its peak", megabytes, "MB", PACK_AIM_MB, more_is_better=False))
        with stage.database(kind, postgresql) as found:
            agreement = stage.load(found.engine, now)
            _write(found.engine, agreement, entries, now)
            what = f"a register of {entries:,} entries verified, {kind}"
            tell(Figure(what, _verified(found.engine, agreement), "s", VERIFY_AIM_SECONDS, more_is_better=False))


def _listed(engine: Engine, agreement: int, now: datetime) -> float:
    """Return the milliseconds of one list: the median, once all is warm."""
    times = []
    for _ in range(15):
        started = time.perf_counter()
        with transaction(engine) as session:
            request = Request(user=User("slack", stage.TEAM, "U0ADA"), now=now, channel=stage.CHANNEL)
            answer = KINDS["issue"].listing(session, request, session.get_one(Agreement, agreement))
        times.append((time.perf_counter() - started) * 1000)
        assert answer.facts["rows"]
    return median(times[5:])


def _packed(url: str, now: datetime) -> tuple[float, float]:
    """Return the seconds and the most megabytes that a board pack takes in a process of its own."""
    day = now.date().isoformat()
    words = ("export", "board-pack", "--agreement", stage.KEY, "--from", day, "--to", day, "--out")
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, "-m", "bot", *words, folder],
            cwd=stage.ROOT,
            env=stage.environment({"DATABASE_URL": url}),
            stdout=subprocess.DEVNULL,
        )
        _, status, used = os.wait4(child.pid, 0)
        taken = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        assert child.returncode == 0
    return taken, used.ru_maxrss / 1024


def _write(engine: Engine, agreement: int, count: int, now: datetime) -> None:
    """Have a register of so many entries, each chained to the one before."""
    with transaction(engine) as session:
        of = session.get_one(Agreement, agreement)
        names = [column.name for column in Entry.__table__.c if column.name != "id"]
        while of.register_entries < count:
            rows = []
            for _ in range(min(AT_ONCE, count - of.register_entries)):
                entry = _entry(of, now)
                of.register_entries, of.register_head = entry.number, entry.hash
                rows.append({name: getattr(entry, name) for name in names})
            session.execute(insert(Entry), rows)


def _entry(of: Agreement, now: datetime) -> Entry:
    number = of.register_entries + 1
    entry = Entry(
        agreement_id=of.id,
        number=number,
        at=now,
        act="commented",
        reference=f"SEF-{number}",
        private=False,
        person="Ada Obi",
        partner="mersey-care",
        on_behalf=False,
        facts='{"words":"Since May, letters reach practices five days after discharge."}',
        source='{"channel":"C0BENCH","kind":"form","user":"U0ADA"}',
        rows=f'{{"issues":{{"{number}":{{"closed_at":null,"number":{number},"state":"open","title":"Letters"}}}}}}',
        previous=of.register_head,
    )
    entry.hash = register._hash(entry)
    return entry


def _verified(engine: Engine, agreement: int) -> float:
    with transaction(engine) as session:
        of = session.get_one(Agreement, agreement)
        started = time.perf_counter()
        assert register.verify(session, of) is None
        return time.perf_counter() - started
