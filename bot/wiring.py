"""The one place where things are built and put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine

from bot import logs, standing
from bot.documents import copies
from bot.documents.intake import Intake
from bot.doors import Doors
from bot.now import read_clock
from bot.outbox import Outbox
from bot.patience import SHIPPED, Patience
from bot.settings import Settings, read_settings
from bot.slack.app import WayIn, build_app
from bot.slack.chat import Chat
from bot.slack.commands import dialect
from bot.slack.door import SlackDoor
from bot.slack.payloads import PLATFORM as SLACK
from bot.slack.web import web_door
from bot.web.feeds import feeds_door
from handlers.overview import feeds
from storage.database import check_reached, open_engine

SLACK_PATH = "/slack/events"
HINTERS = 2
DIALECT = dialect
"""How the way to a word is said where no door is by, as on the command line: as in the chat that Accord runs in."""

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass(frozen=True)
class Program:
    """A program that runs: its database, its doors to chats, its sender and its web door."""

    engine: Engine
    doors: Doors
    outbox: Outbox
    web: Wsgi
    hints: ThreadPoolExecutor  # what is shown to one person only, which no answer waits for
    intake: Intake

    def stop(self) -> None:
        """Finish what is being sent, and let go of the database."""
        self.outbox.stop()
        self.intake.stop()
        self.hints.shutdown(wait=True)
        for door in self.doors.values():
            door.stop()
        self.engine.dispose()


def build(
    settings: Settings,
    *,
    now: Callable[[], datetime] = read_clock,
    patience: Patience = SHIPPED,
    engine: Engine | None = None,
) -> Program:
    """Return the program these settings describe, built but not started; `engine` is their database, opened already."""
    engine = engine or open_engine(settings.database_url, busy_seconds=patience.rows)
    slack = _slack(settings, patience)
    doors: Doors = {SLACK: slack}
    outbox = Outbox(engine, doors, now, files=settings.files_folder, issue_copies=copies.maker(engine, settings))
    intake = Intake(slack, settings.files_folder, patience)
    hints = ThreadPoolExecutor(HINTERS, thread_name_prefix="hints")
    way_in = WayIn(engine, slack.chat, now, outbox.wake, hints, intake, settings.public_url)
    app = build_app(way_in, token=settings.slack_bot_token, signing_secret=settings.slack_signing_secret)
    web = _web(web_door(app, SLACK_PATH), feeds_door(engine, now), engine)
    return Program(engine, doors, outbox, web, hints, intake)


def doors_of(settings: Settings) -> Doors:
    """Return the doors that these settings describe, by platform, with nothing behind them; whoever asks stops them."""
    return {SLACK: _slack(settings)}


def _slack(settings: Settings, patience: Patience = SHIPPED) -> SlackDoor:
    chat = Chat(settings.slack_bot_token, settings.slack_api_url, patience)
    return SlackDoor(chat, pause_seconds=settings.seconds_between_messages)


def _web(slack: Wsgi, calendars: Wsgi, engine: Engine) -> Wsgi:
    """Return the web application: Slack's door, calendar addresses, and a page that says whether all is well."""

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = str(environ.get("PATH_INFO", ""))
        if path == SLACK_PATH:
            return slack(environ, start_response)
        if path.startswith(feeds.PATH):
            return calendars(environ, start_response)
        if path == "/health":
            check_reached(engine)
            start_response("200 OK", [("Content-Type", "text/plain")])
            return [b"well\n"]
        start_response("404 Not Found", [("Content-Type", "text/plain")])
        return [b"Accord listens at /slack/events.\n"]

    return application


def web_application() -> Wsgi:
    """Return the web door of a worker process, with its sender running; granian calls this."""
    settings = read_settings()
    logs.set_up(settings.log_level)
    program = build(settings)
    standing.tell(program.engine)
    program.outbox.start()
    return program.web
