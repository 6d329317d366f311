"""The demo: a practice workspace, an agreement with its people, and the shipped program, in one process.

Everything but the clock is what a deployment runs. The clock can be moved on, and plays through whatever
falls due on the way.
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from bot import clock as ticking, trackers as shipped
from bot.now import read_clock
from bot.patience import SHIPPED, Patience
from bot.practice import Control, Running, Workspace, serve
from bot.settings import Settings
from bot.wiring import SLACK_PATH, Program, build
from handlers import outgoing
from handlers.actors import local_day
from handlers.agreements.loading import load
from handlers.daily.digests import channel_digest_at
from handlers.deadlines import reminder_calendar
from handlers.people import file as roster_file, roster as people
from handlers.requests import Button
from handlers.trackers import importing as tracker_importing
from handlers.trackers.changes import By
from rules.nudges import moment_on
from rules.phrases import counted
from rules.terms import Terms
from storage import agreements, deadlines, due, outbox
from storage.agreements import Channel
from storage.database import open_engine, transaction
from storage.migrate import upgrade
from storage.packs import pack_source, read_pack

MANIFEST = Path(__file__).parent.parent / "manifest.json"
TEAM = "T0PRACTICE"
CHANNEL = "C01PARTNERSHIP"
SECRETARY = "U01SECRETARY"
STRANGER = "U99VISITOR"
TOKEN = "xoxb-practice"  # noqa: S105 (the practice workspace's own, good nowhere else)
SECRET = "practice-secret"  # noqa: S105 (likewise)
LONGEST_SKIP = timedelta(days=400)
MOST_MOMENTS = 5000


class MovableClock:
    """A clock that goes as the machine's does, and can be moved on."""

    def __init__(self, starts_at: datetime) -> None:
        self._ahead = starts_at - read_clock()

    def __call__(self) -> datetime:
        """Return the demo's present instant."""
        return read_clock() + self._ahead

    def move_to(self, moment: datetime) -> None:
        """Set the clock to an instant; it goes on from there."""
        self._ahead = moment - read_clock()


class Clock(Protocol):
    """A clock that can be moved on."""

    def __call__(self) -> datetime:
        """Return the present instant."""
        ...

    def move_to(self, moment: datetime) -> None:
        """Set the clock to an instant."""
        ...


@dataclass
class Stage:
    """The shipped program beside a practice workspace, over real HTTP, with a clock that can be moved on."""

    program: Program
    workspace: Workspace
    page: Running
    clock: Clock
    web: BaseWSGIServer
    kept: tempfile.TemporaryDirectory[str]  # documents and the seal: they go when the stage does
    unfinished: int = field(default=0, init=False)  # ticks that could not do all that was due

    @property
    def files(self) -> Path:
        """Return the folder of the documents."""
        return Path(self.kept.name) / "files"

    @property
    def seal(self) -> Path:
        """Return the folder of the seal."""
        return Path(self.kept.name) / "seal"

    def stop(self) -> None:
        """Stop everything that was started."""
        self.web.shutdown()
        self.web.server_close()
        self.program.stop()
        self.page.stop()
        self.kept.cleanup()

    def skip_to(self, target: datetime) -> int:
        """Move the clock on to an instant, doing what falls due on the way when it falls due; return how many times."""
        moments = 0
        self.program.outbox.drain()
        while moments < MOST_MOMENTS:
            moment = self._next_moment()
            if moment is None or moment > target:
                break
            self.clock.move_to(max(moment, self.clock()))
            self.tick()
            moments += 1
        self.clock.move_to(max(target, self.clock()))
        self.tick()
        return moments

    def tick(self) -> None:
        """Do what is due by now, and send what that causes."""
        done = ticking.tick(self.program.engine, self.clock(), self.program.outbox.wake)
        self.unfinished += done is None or done.failed > 0
        self.program.outbox.drain()

    def _next_moment(self) -> datetime | None:
        now = self.clock()
        with transaction(self.program.engine) as session:
            found = (due.next_after(session, now), outbox.next_due_at(session))
        return min((moment for moment in found if moment is not None and moment > now), default=None)


@dataclass
class Demo(Stage):
    """A running demo of one agreement."""

    terms: Terms
    stop_ticking: Callable[[], None]

    def stop(self) -> None:
        """Stop everything that was started."""
        self.stop_ticking()
        super().stop()


def set_stage(
    engine: Engine,
    *,
    clock: Clock,
    title: str,
    port: int = 0,
    controls: Sequence[Control] = (),
    patience: Patience = SHIPPED,
) -> Stage:
    """Return the program on this database, migrated already, and a practice workspace that nobody is in yet."""
    workspace = Workspace(
        json.loads(MANIFEST.read_text(encoding="utf-8")),
        now=clock,
        signing_secret=SECRET,
        bot_token=TOKEN,
        team_id=TEAM,
        team_name=title,
        patience_seconds=patience.answer,
    )
    page = serve(workspace, port, controls=controls)
    kept = tempfile.TemporaryDirectory(prefix="accord-files-")
    # Before the program, which has to know its own address.
    web = make_server(
        "127.0.0.1",
        0,
        lambda *asked: program.web(*asked),  # noqa: PLW0108 (it is built further down)
        threaded=True,
        request_handler=_Quiet,
    )
    settings = Settings(
        database_url=engine.url.render_as_string(hide_password=False),
        slack_bot_token=TOKEN,
        slack_signing_secret=SECRET,
        slack_api_url=page.api_url,
        seconds_between_messages=0,
        files_folder=Path(kept.name) / "files",
        seal_folder=Path(kept.name) / "seal",
        public_url=f"http://127.0.0.1:{web.server_port}",
    )
    program = build(settings, now=clock, patience=patience, engine=engine)
    threading.Thread(target=web.serve_forever, args=(0.05,), name="web", daemon=True).start()
    workspace.request_url = f"http://127.0.0.1:{web.server_port}{SLACK_PATH}"
    return Stage(program, workspace, page, clock, web, kept)


def start(
    folder: Path,
    *,
    agreement: str,
    port: int,
    starts_on: date | None = None,
    tick_seconds: float = 1,
    patience: Patience = SHIPPED,
) -> Demo:
    """Return a demo of one agreement that runs, with its data in `folder`."""
    terms = read_pack(agreement)
    clock = MovableClock(opening(terms, starts_on))
    demo: list[Demo] = []
    database_url = f"sqlite:///{folder / 'accord.sqlite3'}"
    upgrade(database_url)
    stage = set_stage(
        open_engine(database_url, busy_seconds=patience.rows),
        clock=clock,
        title=terms.short_title,
        port=port,
        controls=_controls(lambda: demo[0]),
        patience=patience,
    )
    program = stage.program
    _people_the_workspace(stage.workspace, terms)
    _set_up(program, terms, agreement, clock())
    program.outbox.start()
    scheduler = ticking.start(program.engine, clock, program.outbox.wake, every_seconds=tick_seconds)
    demo.append(
        Demo(
            program,
            stage.workspace,
            stage.page,
            clock,
            stage.web,
            stage.kept,
            terms,
            lambda: scheduler.shutdown(wait=True),
        )
    )
    return demo[0]


class _Quiet(WSGIRequestHandler):
    """The demo's web server writes no line for each request: the program's own log does."""

    def log_request(self, *args: object, **kwargs: object) -> None:
        """Write nothing."""


def opening(terms: Terms, starts_on: date | None) -> datetime:
    """Return the demo's first instant: 09:30 on a working day. Today, unless the agreement has ended by now."""
    zone = ZoneInfo(terms.timezone)
    day = starts_on or read_clock().astimezone(zone).date()
    if starts_on is None and terms.term.ends is not None and day > terms.term.ends:
        day = terms.term.ends - timedelta(days=120)
    while day.weekday() > 4:  # noqa: PLR2004 (Saturday and Sunday)
        day += timedelta(days=1)
    return datetime.combine(day, time(9, 30), zone).astimezone(UTC)


def roster(terms: Terms) -> list[tuple[str, str, str, str]]:
    """Return the demo's people: user id, name, partner and capacity."""
    rows = [(SECRETARY, "Secretary", "", "secretary")]
    for number, partner in enumerate(terms.partners, start=1):
        rows.append((f"U{number:02d}LEAD", f"Lead, {partner.short}", partner.key, "lead"))
        if number <= 2:  # noqa: PLR2004 (two deputies show how they stand in)
            rows.append((f"U{number:02d}DEPUTY", f"Deputy, {partner.short}", partner.key, "deputy"))
    return rows


def _people_the_workspace(workspace: Workspace, terms: Terms) -> None:
    for user, name, _, _ in roster(terms):
        workspace.add_person(user, name, tz=terms.timezone)
    workspace.add_person(STRANGER, "Visitor, not on the roster", tz=terms.timezone)
    workspace.add_channel(CHANNEL, terms.id.rsplit("-", 1)[0] + "-partnership")


def _set_up(program: Program, terms: Terms, name: str, now: datetime) -> None:
    """Load the agreement, its people and its channel, and queue the lines that greet a newcomer."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["name", "partner", "capacity", "workspace", "user"])
    writer.writerows([[person, partner, capacity, TEAM, user] for user, person, partner, capacity in roster(terms)])
    with transaction(program.engine) as session:
        version = load(session, terms, source=pack_source(name), now=now, by="demo")
        agreement = session.get_one(agreements.Agreement, version.agreement_id)
        rows = roster_file.read(file.getvalue(), terms)
        people.import_roster(session, agreement, rows, platform="slack", by="demo", now=now)
        session.add(
            Channel(
                agreement_id=agreement.id,
                platform="slack",
                workspace=TEAM,
                channel=CHANNEL,
                bound_at=now,
                next_digest_at=channel_digest_at(terms, local_day(terms, now) + timedelta(days=1)),
            )
        )
        session.flush()  # the greeting goes to the channel
        outgoing.post(
            session,
            agreement.id,
            "welcome",
            {"agreement": terms.short_title, "partners": len(terms.partners), "secretary": "Secretary"},
            once="welcome",
            now=now,
            buttons=(Button("raise_issue", agreement.id),),
        )
        if name in shipped.known():
            rule = tracker_importing.rule_for(terms, None)
            tracker_importing.begin(session, agreement, rule, shipped.rows_of(name, rule), By("demo", now))


# --- The bar that skips time --------------------------------------------------------------------------------------


def _controls(demo: Callable[[], Demo]) -> tuple[Control, ...]:
    return (
        Control("morning", "Next working morning", lambda _: _told(demo(), next_morning(demo(), demo().clock()))),
        Control("deadline", "Next deadline", lambda _: _to_deadline(demo())),
        Control("date", "Go to a date", lambda value: _to_date(demo(), value), asks="date"),
    )


def next_morning(demo: Demo, after: datetime) -> datetime:
    """Return the first 09:30 on an operational day after a moment."""
    zone = ZoneInfo(demo.terms.timezone)
    with transaction(demo.program.engine) as session:
        calendar = reminder_calendar(session, demo.terms, after)
    day = after.astimezone(zone).date()
    while not calendar.is_open(day) or moment_on(day, time(9, 30), zone) <= after:
        day += timedelta(days=1)
    return moment_on(day, time(9, 30), zone)


def _to_deadline(demo: Demo) -> str:
    with transaction(demo.program.engine) as session:
        soonest = deadlines.next_open(session, demo.clock())
    if soonest is None:
        return "No deadline is running. Raise an issue first: its clock starts when the partners are notified."
    return _told(demo, next_morning(demo, soonest.due_at))  # a day ends at midnight, and people hear of it then


def _to_date(demo: Demo, value: str | None) -> str:
    zone = ZoneInfo(demo.terms.timezone)
    try:
        day = date.fromisoformat(value or "")
    except ValueError:
        return "Please choose a date first."
    target = moment_on(day, time(9, 30), zone)
    if target <= demo.clock():
        return "Time only goes on: please choose a later date."
    if target - demo.clock() > LONGEST_SKIP:
        return f"Please skip at most {LONGEST_SKIP.days} days at a time."
    return _told(demo, target)


def _told(demo: Demo, target: datetime) -> str:
    before = len(demo.workspace.journal)
    demo.skip_to(target)
    sent = sum(exchange.kind in ("chat.postMessage", "chat.update") for exchange in demo.workspace.journal[before:])
    local = demo.clock().astimezone(ZoneInfo(demo.terms.timezone))
    what = f"{counted(sent, 'message was', 'messages were')} sent on the way" if sent else "nothing was due on the way"
    return f"It is now {local:%a} {local.day} {local:%b %Y}, {local:%H:%M}; {what}."
