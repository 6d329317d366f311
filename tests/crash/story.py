"""A story that goes on while the program is killed again and again: people act, and act once more when nobody answers."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select

from bot import demo
from bot.practice import CannotDo, Hands, Workspace
from bot.wiring import SLACK_PATH
from storage.database import open_engine, transaction
from storage.outbox import Message, MessageState
from tests.crash.zygote import Ahead

RAISER, OTHERS = "U03LEAD", ("U01LEAD", "U02LEAD", "U01DEPUTY", "U02DEPUTY")
LEASE_SECONDS = 61
PATIENCE_SECONDS = 0.4  # a child that has not died of itself by then is killed


@dataclass
class Story:
    """A stage whose program is killed. `raised` names each title and whether the form said that it was done."""

    folder: Path
    seed: int
    workspace: Workspace = field(init=False)
    engine: Engine = field(init=False)
    raised: dict[str, bool] = field(default_factory=dict)
    kills: Counter[str] = field(default_factory=Counter)
    in_the_window: int = 0

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.stage = demo.start(self.folder, agreement="sefton-2022", port=0, starts_on=date(2022, 12, 16))
        self.stage.skip_to(self.stage.clock())
        self.stage.stop_ticking()
        self.stage.web.shutdown()
        self.stage.web.server_close()
        self.stage.program.stop()
        self.workspace, self.affected = self.stage.workspace, self.stage.terms.partners[0].key
        self.url = f"sqlite:///{self.folder / 'accord.sqlite3'}"
        self.engine = open_engine(self.url)
        self.clock = Ahead(self.folder / "clock")
        self.clock.move((self.stage.clock() - self.clock.now()).total_seconds())
        self.workspace.now, self.workspace.ack_seconds = self.clock.now, 0.6
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.workspace.request_url = f"http://127.0.0.1:{self.socket.getsockname()[1]}{SLACK_PATH}"
        self.zygote = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.zygote"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            pass_fds=[self.socket.fileno()],
        )

    def stop(self) -> None:
        """Let go of everything."""
        self.zygote.kill()
        self.zygote.communicate()
        self.socket.close()
        self.stage.page.stop()
        self.engine.dispose()

    # Killing

    def start(self, *, commit: int = 0, moment: str = "after") -> int:
        """Start the program as a process of its own, that dies at a commit if one is named; return its id."""
        order = {
            "database": self.url,
            "api": self.stage.page.api_url,
            "socket": self.socket.fileno(),
            "clock": str(self.folder / "clock"),
            "commit": commit,
            "moment": moment,
        }
        assert self.zygote.stdin is not None
        assert self.zygote.stdout is not None
        self.zygote.stdin.write(json.dumps(order) + "\n")
        self.zygote.stdin.flush()
        return int(self.zygote.stdout.readline())

    def kill_once(self) -> None:
        """Let people act, and kill the program meanwhile: before or after a commit, or while Slack has a message."""
        way = self.random.choice(["before", "after", "after", "sending", "accepted", "any moment"])
        if way in {"before", "after"}:
            child = self.start(commit=self.random.randint(1, 20), moment=way)
            self.act()
            self._wait_or_kill(child)
        elif way == "any moment":
            child = self.start()
            threading.Timer(self.random.uniform(0, 0.3), _kill, [child]).start()
            self.act()
            self._wait_or_kill(child)
        else:
            gate = self.workspace.faults.next(
                method=self.random.choice(["chat.postMessage", "chat.update"]),
                hold="before" if way == "sending" else "after",
            )
            child = self.start()
            self.act()
            if gate.wait(PATIENCE_SECONDS) and way == "accepted":
                self.in_the_window += 1
            _kill(child)
            self.workspace.faults.clear()
            self._wait_or_kill(child)
        self.kills[way] += 1
        # Mostly what was claimed is free again by the next start, and now and then the clock is set back.
        self.clock.move(self.random.choice([LEASE_SECONDS, LEASE_SECONDS, 3600, -30]))

    def _wait_or_kill(self, child: int) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end and _alive(child):
            time.sleep(0.01)
        _kill(child)
        while _alive(child):
            time.sleep(0.005)

    # Acting

    def act(self) -> None:
        """Somebody does something; what was not answered is done again, with the very same form."""
        acts = [self._raise, self._raise, self._acknowledge, self._acknowledge_both]
        for act in (self._finish, self.random.choice(acts)):
            with suppress(CannotDo, AssertionError):
                act()

    def hands(self, user: str) -> Hands:
        """One of the people."""
        return self.workspace.hands(user)

    def _raise(self) -> None:
        raiser = self.hands(RAISER)
        if raiser.modal is None and raiser.types("/raise-issue", channel=demo.CHANNEL).ok and raiser.modal is not None:
            title = f"Matter {len(self.raised) + 1}"
            self.raised[title] = False
            raiser.fills({"title": title, "particulars": "It happened.", "affected": [self.affected]})
            raiser.fills({"concerns": "any-matter"})
            self._finish()

    def _finish(self) -> None:
        raiser = self.hands(RAISER)
        if raiser.modal is not None:
            title = self._title_of(raiser)
            raiser.submits()
            self.raised[title] = raiser.modal is None

    @staticmethod
    def _title_of(raiser: Hands) -> str:
        assert raiser.modal is not None
        return str(next(iter(raiser.modal["state"]["values"]["title"].values()))["value"])

    def _acknowledge(self, user: str | None = None) -> None:
        hands = self.hands(user or self.random.choice(OTHERS))
        notices = [message for message in hands.dms() if "Acknowledge" in message.shown()]
        if notices:
            hands.presses("Acknowledge", notices[-1])

    def _acknowledge_both(self) -> None:
        """Two people press at the same moment."""
        pressing = [threading.Thread(target=self._quietly, args=[user]) for user in OTHERS[:2]]
        for thread in pressing:
            thread.start()
        for thread in pressing:
            thread.join()

    def _quietly(self, user: str) -> None:
        with suppress(CannotDo, AssertionError):
            self._acknowledge(user)

    # The end

    def come_to_rest(self) -> None:
        """Let two programs run at once, undisturbed, until nothing is left to do."""
        self.workspace.faults.clear()
        self.clock.move(LEASE_SECONDS)
        children = [self.start(), self.start()]
        end = time.monotonic() + 60
        for _ in range(3):
            self._finish()
        while self.waiting() and time.monotonic() < end:
            self.clock.move(1)  # slower than a claim runs out, faster than people wait
            time.sleep(0.1)
        for child in children:
            _kill(child)
        for child in children:
            self._wait_or_kill(child)
        left = self.waiting()
        assert not left, f"{len(left)} messages never went out: {left[:3]}"

    def waiting(self) -> list[Any]:
        """What is due or being sent."""
        states = (MessageState.WAITING, MessageState.SENDING)
        query = select(Message.id, Message.state, Message.template, Message.fault).where(
            Message.state.in_(states), Message.not_before_at <= self.clock.now()
        )
        with transaction(self.engine) as session:
            return list(session.execute(query).all())


def _kill(child: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)


def _alive(child: int) -> bool:
    try:
        os.kill(child, 0)
    except ProcessLookupError:
        return False
    return True
