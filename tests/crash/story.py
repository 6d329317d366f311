"""A story that goes on while the program is killed again and again: people act, and act once more when nobody answers."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select

from bot import demo
from bot.practice import CannotDo, Hands, Workspace
from bot.wiring import SLACK_PATH
from storage import signatures
from storage.database import open_engine, transaction
from storage.outbox import Message, MessageState
from storage.packs import read_pack
from tests import invariants
from tests.crash.zygote import Ahead
from tests.patience import LONG, LONG_SECONDS
from tests.pdfs import pdf

AGREEMENT = "sefton-2022"
BEGINS = datetime(2022, 12, 16, 9, 30, tzinfo=UTC)
REQUESTER, SIGNERS, DOCUMENT = "U06LEAD", ("U07LEAD", "U08LEAD"), pdf("A plan")
RAISER, DECLARER, CONSENTER, OTHERS = "U03LEAD", "U04LEAD", "U05LEAD", ("U01LEAD", "U02LEAD", "U01DEPUTY", "U02DEPUTY")
LEASE_SECONDS = 61
DAY_SECONDS = 86_400
PATIENCE_SECONDS = 0.4  # a child that has not died of itself by then is killed
ACTS = 4  # until one of them has Slack hold a message


@dataclass
class Story:
    """A stage whose program is killed. `raised` names each title and whether the form said that it was done."""

    folder: Path
    url: str
    seed: int
    begins: datetime = BEGINS
    workspace: Workspace = field(init=False)
    engine: Engine = field(init=False)
    raised: dict[str, bool] = field(default_factory=dict)
    kills: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    cut_off: int = 0  # messages that Slack had and no receipt told of when the program was killed
    widest: int = 0  # as many at one kill

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.clock = Ahead(self.folder / "clock")
        self.clock.move_to(self.begins)
        terms = read_pack(AGREEMENT)
        self.engine = open_engine(self.url, busy_seconds=LONG_SECONDS)
        stage = demo.set_stage(self.engine, clock=self.clock, title=terms.short_title, patience=LONG)
        demo._people_the_workspace(stage.workspace, terms)
        demo._set_up(stage.program, terms, AGREEMENT, self.clock())
        self._accept_signing(stage.workspace)
        stage.program.outbox.drain()
        stage.web.shutdown()
        stage.web.server_close()
        stage.program.stop()
        stage.kept.cleanup()
        self.page, self.workspace, self.affected = stage.page, stage.workspace, terms.partners[0].key
        self.partners = [partner.key for partner in terms.partners]
        self.zygote: subprocess.Popen[str] | None = None

    def stop(self) -> None:
        """Let go of everything."""
        if self.zygote is not None:
            self.zygote.kill()
            self.zygote.communicate()
        self.page.stop()
        self.engine.dispose()

    # Killing

    def start(self, *, commit: int = 0, moment: str = "after") -> int:
        """Start the program as a process of its own, that dies at a commit if one is named; return its id."""
        child, port = self.order({"api": self.page.api_url, "commit": commit, "moment": moment})
        self.workspace.request_url = f"http://127.0.0.1:{port}{SLACK_PATH}"
        return child

    def order(self, order: dict[str, Any]) -> tuple[int, int]:
        """Have a child started that does what the order says; return its id and its port."""
        usual = {"database": self.url, "clock": str(self.folder / "clock"), "folder": str(self.folder)}
        self.zygote = self.zygote or subprocess.Popen(
            [sys.executable, "-m", "tests.crash.zygote"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.zygote.stdin is not None
        assert self.zygote.stdout is not None
        self.zygote.stdin.write(json.dumps(usual | order) + "\n")
        self.zygote.stdin.flush()
        child, port = self.zygote.stdout.readline().split()
        return int(child), int(port)

    def goes_on(self, url: str) -> None:
        """Go on with another database."""
        self.engine.dispose()
        self.url, self.engine = url, open_engine(url, busy_seconds=LONG_SECONDS)

    def counted(self, what: str) -> int:
        """Return which one of its kind this is, from 1, and count it."""
        self.done[what] += 1
        return self.done[what]

    def kill_once(self) -> None:
        """Let people act, and kill the program meanwhile: before or after a commit, or while Slack has a message."""
        before = self.without_receipt()
        way = self.random.choice(["before", "after", "after", "sending", "accepted", "any moment"])
        if way in {"before", "after"}:
            child = self.start(commit=self.random.randint(1, 16), moment=way)
            self.act()
            if not self._died(child):
                way = "idle"
        elif way == "any moment":
            child = self.start()
            killing = threading.Timer(self.random.uniform(0, 0.2), kill, [child])
            killing.start()
            self.act()
            killing.join()
        else:
            gate = self.workspace.faults.next(
                method=self.random.choice(["chat.postMessage", "chat.postMessage", "chat.update"]),
                hold="before" if way == "sending" else "after",
                times=self.random.choice([1, 100]),
            )
            child = self.start()
            for _ in range(ACTS):
                self.act()
                if gate.wait(PATIENCE_SECONDS / ACTS):
                    break
            else:
                way = "idle"
        kill(child)
        self.workspace.faults.clear()
        while alive(child):
            time.sleep(0.002)
        self.kills[way] += 1
        now = self.without_receipt() - before
        self.cut_off, self.widest = self.cut_off + now, max(self.widest, now)
        # Mostly what was claimed is free again by the next start, and now and then the clock is set back.
        self.clock.move(self.random.choice([LEASE_SECONDS, LEASE_SECONDS, 3600, DAY_SECONDS, -30]))

    @staticmethod
    def _died(child: int) -> bool:
        """Return whether a child dies of itself while one has patience with it."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            if not alive(child):
                return True
            time.sleep(0.005)
        return False

    def without_receipt(self) -> int:
        """How many messages stand in the chat without a receipt."""
        with transaction(self.engine) as session:
            return invariants.copies(session, self.workspace)

    # Acting

    def act(self) -> None:
        """Somebody does something; what was not answered is done again, with the very same form."""
        acts = [
            self._raise,
            self._raise,
            self._acknowledge,
            self._acknowledge_both,
            self._propose,
            self._agree,
            self._declare,
            self._consent,
            self._request,
            self._sign,
            self._sign,
        ]
        for act in (self._finish, self.random.choice(acts)):
            with suppress(CannotDo, AssertionError):
                act()

    def hands(self, user: str) -> Hands:
        """One of the people."""
        return Hands(self.workspace, user)

    def _raise(self) -> None:
        raiser = self.hands(RAISER)
        if raiser.modal is None:
            raiser.types("/raise-issue", channel=demo.CHANNEL)
        self._finish()

    def _finish(self) -> None:
        raiser = self.hands(RAISER)
        if raiser.modal is not None:
            title = self._title_of(raiser)
            if title is None:
                title = f"Matter {len(self.raised) + 1}"
                raiser.fills({"title": title, "particulars": "It happened.", "affected": [self.affected]})
                raiser.fills({"concerns": "any-matter"})
            self.raised[title] = False
            raiser.submits()
            self.raised[title] = raiser.modal is None

    @staticmethod
    def _title_of(raiser: Hands) -> str | None:
        assert raiser.modal is not None
        title: str | None = next(iter(raiser.modal["state"]["values"]["title"].values()))["value"]
        return title

    def _acknowledge(self, user: str | None = None) -> None:
        self.hands(user or self.random.choice(OTHERS)).presses("Acknowledge")

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

    def _propose(self) -> None:
        hands = self.hands(OTHERS[0])
        if hands.modal is None:
            hands.presses("Propose a resolution")
        if hands.modal is not None:
            hands.submits({"words": "A plan"})

    def _agree(self) -> None:
        self.hands(RAISER).presses("Agree")

    def _declare(self) -> None:
        """A conflict is declared; a form that was not answered is handed in again as it is."""
        hands = self.hands(DECLARER)
        if hands.modal is None:
            hands.types("/declare-conflict Shares", channel=demo.CHANNEL)
            hands.fills({"category": "financial", "nature": "real", "time": "arises", "particulars": "A tenth."})
            blocks = {block["block_id"]: block for block in (hands.modal or {})["blocks"] if "block_id" in block}
            if "matters" in blocks:  # once there is something to touch
                hands.fills({"matters": [blocks["matters"]["element"]["options"][0]["value"]]})
        hands.submits()

    def _consent(self) -> None:
        hands = self.hands(CONSENTER)
        if hands.modal is None:
            hands.presses("Consent")
        hands.submits({})

    @staticmethod
    def _accept_signing(workspace: Workspace) -> None:
        """The partners accept signatures that are given in the chat."""
        secretary = Hands(workspace, demo.SECRETARY)
        secretary.types("/partnership open", channel=demo.CHANNEL)
        secretary.presses("Decide an open point")
        secretary.changes("point", "signing")
        secretary.submits({"value": ["in-chat"], "why": "The board"})

    def _request(self) -> None:
        """Two partners are asked to sign a document; a form that was not answered is handed in again as it is."""
        hands = self.hands(REQUESTER)
        if hands.modal is None:
            hands.types("/request-signatures A plan", channel=demo.CHANNEL)
            hands.changes("kind", "other")
            file = self.workspace.add_file(REQUESTER, "plan.pdf", DOCUMENT, "application/pdf")
            due_on = (self.clock() + timedelta(days=60)).date().isoformat()
            partners = [self.partners[int(user[1:3]) - 1] for user in SIGNERS]
            hands.fills({"document": file.id, "partners": partners, "target_on": due_on})
        hands.submits()
        hands.presses("Ask for the signatures")

    def _sign(self) -> None:
        hands = self.hands(self.random.choice(SIGNERS))
        if hands.modal is None:
            hands.presses("Read and sign")
        hands.submits({"position": "Chief", "read": ["yes"], "attested": ["yes"]})

    # The end

    def come_to_rest(self) -> None:
        """Let two programs run at once, undisturbed, until nothing is left to do."""
        self.clock.move(LEASE_SECONDS)
        children = [self.start(), self.start()]
        self.finish_all()
        for child in children:
            kill(child)

    def finish_all(self) -> None:
        """Wait until nothing is left to do. Raises AssertionError when that takes too long."""
        end = time.monotonic() + LONG_SECONDS
        for _ in range(3):
            self._finish()
        while (left := self.waiting() + self.without_copy()) and time.monotonic() < end:
            self.clock.move(1)  # slower than a claim runs out, faster than people wait
            time.sleep(0.1)
        assert not left, f"{len(left)} messages or executed copies never went out: {left[:3]}"

    def without_copy(self) -> list[Any]:
        """What was signed by all and has no executed copy yet."""
        with transaction(self.engine) as session:
            return [one.reference for one in signatures.without_copy(session, self.clock(), most=10)]

    def waiting(self) -> list[Any]:
        """What is due or being sent."""
        states = (MessageState.WAITING, MessageState.SENDING)
        query = select(Message.id, Message.state, Message.template, Message.fault).where(
            Message.state.in_(states), Message.not_before_at <= self.clock()
        )
        with transaction(self.engine) as session:
            return list(session.execute(query).all())


def kill(child: int) -> None:
    """Kill a process at once."""
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)


def alive(child: int) -> bool:
    """Return whether there is such a process."""
    try:
        os.kill(child, 0)
    except ProcessLookupError:
        return False
    return True
