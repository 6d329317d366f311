"""Requests per second of the web process, as a share of what a bare Bolt app on the same server answers."""

from __future__ import annotations

import itertools
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from statistics import median
from typing import Any

from sqlalchemy import func, select

from bot.now import read_clock
from bot.slack import forms
from handlers.issues import forms as issue_forms
from handlers.requests import Request, User
from storage.database import transaction
from storage.tables import metadata
from tests.bench import stage
from tests.bench.bare import path_of
from tests.bench.figures import Figure, Tell
from tests.bench.load import Run, run

OURS = "/slack/events"
PRESSING = ("U0BEN", "U0GIL", "U0IDA", "U0JOE", "U0KIM", "U0LOU", "U0MAX")  # each acts for one partner
COUNTED = itertools.count(1)


@dataclass(frozen=True)
class Size:
    """How long and how often each thing is measured."""

    seconds: float
    rounds: int
    issues: int  # to press on: each takes one press of each of the seven
    at_once: tuple[int, ...] = (1, 8)
    most: int = 32


@dataclass(frozen=True)
class Kind:
    """One thing that is asked: of which bare app as well, and which table grows by a row each time."""

    what: str
    bare: str
    aim: float | None
    repeat: bool
    grows: str | None = None
    act: str | None = None


KINDS = {
    "refused": Kind("a refused command", "command", 0.8, repeat=True),
    "help": Kind("a read-only command (help)", "command", 0.8, repeat=True),
    "show": Kind("a read-only command (an issue shown)", "command", 0.8, repeat=True),
    "form": Kind("a form opened", "opens", None, repeat=True),
    "press": Kind("a press committed", "action", 0.2, repeat=False, grows="register", act="issue-acknowledged"),
    "raise": Kind("an issue raised with ten notices", "view", None, repeat=False, grows="issues"),
}


def command(line: str, user: str) -> dict[str, Any]:
    name, _, words = line.partition(" ")
    return {
        "token": "unused", "team_id": stage.TEAM, "team_domain": "bench", "channel_id": stage.CHANNEL,
        "channel_name": "bench", "user_id": user, "user_name": user.lower(), "command": name, "text": words,
        "api_app_id": "A0BENCH", "is_enterprise_install": "false", "trigger_id": f"{next(COUNTED)}.1.bench",
        "response_url": "http://127.0.0.1:9/none",
    }  # fmt: skip


def press(name: str, row: int, user: str) -> dict[str, Any]:
    action = {"type": "button", "action_id": f"{name}:{row}", "block_id": "b", "value": str(row), "action_ts": "1.0",
              "text": {"type": "plain_text", "text": "Acknowledge"}}  # fmt: skip
    return _from(user) | {
        "type": "block_actions", "container": {"type": "message", "message_ts": "1.0", "channel_id": stage.CHANNEL},
        "channel": {"id": stage.CHANNEL, "name": "bench"}, "actions": [action],
        "message": {"type": "message", "ts": "1.0", "text": "SEF-1", "blocks": []},
        "trigger_id": f"{next(COUNTED)}.1.bench",
    }  # fmt: skip


def submission(view: dict[str, Any]) -> dict[str, Any]:
    return _from("U0ADA") | {"type": "view_submission", "view": view | {"id": f"V{next(COUNTED)}", "hash": "h"}}


def _from(user: str) -> dict[str, Any]:
    return {
        "team": {"id": stage.TEAM, "domain": "bench"},
        "user": {"id": user, "team_id": stage.TEAM},
        "token": "unused",
    }


def raise_view(found: stage.Database, agreement: int) -> dict[str, Any]:
    """Return the form that raises an issue as Slack hands it back, filled in."""
    request = Request(user=User("slack", stage.TEAM, "U0ADA"), now=read_clock(), channel=stage.CHANNEL, row=agreement)
    with transaction(found.engine) as session:
        form = issue_forms.raise_form(session, request)
    view = forms.draw(form, forms.Context(agreement, stage.CHANNEL, None))
    affected = [{"text": {"type": "plain_text", "text": key}, "value": key} for key in ("luhft", "sefton-council")]
    filled = {
        "title": {"type": "plain_text_input", "value": "Discharge letters arrive late"},
        "particulars": {"type": "plain_text_input", "value": "Since May, letters reach practices late. " * 8},
        "concerns": {"type": "static_select", "selected_option": {"value": issue_forms.ANY_MATTER}},
        "affected": {"type": "multi_static_select", "selected_options": affected},
    }
    return view | {"state": {"values": {key: {key: value} for key, value in filled.items()}}}


class Asking:
    """One database with Accord on it, and the payloads of each kind."""

    def __init__(self, found: stage.Database, size: Size, api: str) -> None:
        self.found, self.size, now = found, size, read_clock()
        agreement = stage.load(found.engine, now)
        stage.raise_one(found.engine, agreement, now, api)
        first = stage.raise_one(found.engine, agreement, now, api)
        stage.copy(found.engine, first, size.issues)
        table = metadata.tables["issues"]
        with found.engine.connect() as connection:
            rows = list(connection.scalars(select(table.c.id).where(table.c.id > first).order_by(table.c.id)))
        self.presses = [(row, user) for user in PRESSING for row in rows]
        self.pressed = 0
        self.view = raise_view(found, agreement)

    def payloads(self, name: str, most: int) -> list[dict[str, Any]]:
        match name:
            case "refused":
                return [command("/raise-issue Beds at Aintree", "U0NOBODY")]
            case "help":
                return [command("/partnership help", "U0BEN")]
            case "show":
                return [command("/partnership SEF-1", "U0BEN")]
            case "form":
                return [command("/raise-issue Beds at Aintree", "U0ADA")]
            case "press":
                return [press("issue_acknowledge", *pair) for pair in self.presses[self.pressed :][:most]]
            case _:
                return [submission(self.view) for _ in range(most)]

    def count(self, kind: Kind) -> int:
        if kind.grows is None:
            return 0
        table = metadata.tables[kind.grows]
        query = select(func.count()).select_from(table)
        with self.found.engine.connect() as connection:
            return connection.scalar(query.where(table.c.act == kind.act) if kind.act else query) or 0


def measure(kinds: dict[str, Kind], postgresql: Any, databases: tuple[str, ...], size: Size, tell: Tell) -> None:
    """Measure each kind of request on each database, in rounds of the bare app and ours by turns."""
    with (
        stage.standin() as api,
        stage.bare(api) as bare,
        ProcessPoolExecutor(1, mp_context=get_context("spawn")) as loads,
    ):
        for name_of_database in databases:
            with stage.database(name_of_database, postgresql) as found:
                asking = Asking(found, size, api)
                with stage.accord(found.url, api) as ours:
                    for name, kind in kinds.items():
                        _measure_one(name, kind, asking, loads, (bare, ours), tell)


def _measure_one(
    name: str, kind: Kind, asking: Asking, loads: ProcessPoolExecutor, ports: tuple[int, int], tell: Tell
) -> None:
    size, (bare, ours) = asking.size, ports

    def one(port: int, path: str, at_once: int, seconds: float, *, repeat: bool) -> Run:
        # What commits is asked once, so there must be enough of it; the bare app does not mind being asked again.
        given = asking.payloads(name, int(seconds * 1500) + at_once if port == ours else 50)
        before = asking.count(kind) if port == ours else 0
        done: Run = loads.submit(run, port, path, given, at_once=at_once, seconds=seconds, repeat=repeat).result()
        assert done.answered, f"{kind.what}: there was nothing left to ask"
        assert not done.wrong, f"{kind.what}: {done.wrong} of {done.answered} answers were not 200"
        if port == ours and kind.grows:
            grown = asking.count(kind) - before
            asking.pressed += grown if name == "press" else 0
            assert grown == done.answered, f"{kind.what}: {grown} rows of {done.answered} answers"
        return done

    def by_turns(at_once: int, rounds: int, seconds: float) -> list[tuple[Run, Run]]:
        return [
            (
                one(bare, path_of(kind.bare), at_once, seconds, repeat=True),
                one(ours, OURS, at_once, seconds, repeat=kind.repeat),
            )
            for _ in range(rounds)
        ]

    by_turns(2, 1, min(0.2, size.seconds))  # to warm both up
    for at_once in (*size.at_once, size.most):
        full = at_once == size.most
        pairs = by_turns(at_once, size.rounds if full else 1, size.seconds if full else size.seconds / 2)
        rates = [median(pair[side].per_second for pair in pairs) for side in (0, 1)]
        p50, p99 = (median(pair[1].percentile(share) for pair in pairs) for share in (0.5, 0.99))
        detail = f"{rates[1]:,.0f}/s of {rates[0]:,.0f}/s; p50 {p50:.1f} ms, p99 {p99:.1f} ms"
        what = f"{kind.what}, {asking.found.kind}, {at_once} at once"
        tell(Figure(what, rates[1] / rates[0], "ratio", kind.aim if full else None, detail=detail))
        if full:
            tell(Figure(f"{what}: p99", p99, "ms", 300, more_is_better=False))
