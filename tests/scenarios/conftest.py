"""The world of a scenario: the shipped program over real HTTP, a practice workspace, an agreement and its people.

Nothing runs by itself: a person acts and `settle` sends what that caused; `at` lets time pass, and does what
falls due on the way.
"""

from __future__ import annotations

import csv
import io
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session

from bot.demo import TEAM, Stage, set_stage
from bot.patience import Patience
from bot.practice import Hands, Message, Reply
from bot.practice.reading import read_blocks
from bot.wiring import HINTERS
from handlers.actors import local_day
from handlers.agreements import loading
from handlers.daily.digests import channel_digest_at
from handlers.people import file as roster_file, roster
from storage import agreements
from storage.agreements import Agreement, Channel
from storage.database import transaction
from storage.deadlines import Deadline
from storage.issues import Issue
from storage.outbox import Message as Queued, MessageState
from storage.packs import pack_source, parse_pack
from storage.people import Account, Person
from storage.register import FOLLOWED, Entry
from tests import invariants
from tests.cast import BY_AGREEMENT, LONDON, Part
from tests.copies import Copy, copied
from tests.patience import LONG, LONG_SECONDS
from tests.scenarios import named
from tests.scenarios.reading_kit import body_of

CHANNELS = {
    "sefton-2022": "C0SEFTON",
    "one-halton-2021": "C0HALTON",
    "mid-south-essex-2020": "C0ESSEX",
    "cheshire-merseyside-board": "C0BOARD",
}
ELSEWHERE = "C0LOUNGE"
SORRY = "Something went wrong on our side"


def london(text: str) -> datetime:
    """An instant as people write it: 2022-12-16 09:30, in London."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(LONDON))


class FrozenClock:
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime) -> None:
        self.now = at

    def __call__(self) -> datetime:
        return self.now

    def move_to(self, moment: datetime) -> None:
        self.now = moment


class Player(Hands):
    """One of the cast. Whatever they do, what it causes is sent before the story goes on."""

    def __init__(self, world: World, part: Part) -> None:
        super().__init__(world.workspace, part.user)
        self.world, self.part = world, part
        self.answer = self.body = ""

    # What they do

    def types(self, line: str, *, channel: str | None = "C0SEFTON", thread_ts: str | None = None) -> Reply:
        return self._act(lambda: super(Player, self).types(line, channel=channel, thread_ts=thread_ts))

    def types_in_dm(self, line: str) -> Reply:
        return self.types(line, channel=None)

    def says(self, text: str, *, channel: str | None = None, thread_ts: str | None = None) -> Message:
        return self._act(lambda: super(Player, self).says(text, channel=channel, thread_ts=thread_ts))

    def shortcut(self, callback_id: str, *, message: Message | None = None) -> Reply:
        return self._act(lambda: super(Player, self).shortcut(callback_id, message=message))

    def presses(self, button: str, message: Message | None = None, channel: str | None = None, **more: Any) -> Reply:
        return self._act(lambda: super(Player, self).presses(button, message, channel, **more))

    def presses_home(self, button: str, **more: Any) -> Reply:
        return self._act(lambda: super(Player, self).presses_home(button, **more))

    def presses_in_modal(self, button: str, **more: Any) -> Reply:
        return self._act(lambda: super(Player, self).presses_in_modal(button, **more))

    def changes(self, field: str, value: Any) -> Reply:
        reply = self._act(lambda: super(Player, self).changes(field, value))
        if self.modal:
            invariants.fields_stand_as_drawn(self._view())
        return reply

    def submits(self, fields: dict[str, Any] | None = None, *, unchecked: bool = False) -> Reply:
        return self._act(lambda: super(Player, self).submits(fields, unchecked=unchecked))

    def opens_home(self) -> str:
        """The home tab as they read it."""
        self._act(super().opens_home)
        return self.home_shown

    def guesses(self, action: str, row: int, *, channel: str = "C0SEFTON") -> Reply:
        """Press what no button offers them, as who forges payloads would: a row's id, or as which of its kind it was made."""
        with self.world.session() as session:
            block = named.forged(session, action, row)
        forged = self.workspace.post(channel, self.workspace.bot_user_id, "", [block], ephemeral_for=self.person.id)
        return self.presses("Forged", forged)

    def raises(self, title: str, *affected: str, channel: str | None = "C0SEFTON", **more: Any) -> str:
        """Raise an issue through the form; return its reference."""
        before = set(self.world.references())
        self.types(f"/raise-issue {title}", channel=channel)
        assert self.modal is not None, self.answer
        for field in ("agreement", "raised_for", "raised_as"):  # these redraw the form
            if field in more:
                self.changes(field, more.pop(field)) if field != "raised_as" else self.fills(
                    {"raised_as": more.pop("raised_as")}
                )
        fields = {"particulars": f"What happened: {title}", "concerns": "any-matter", "affected": list(affected)}
        self.submits(fields | more)
        assert not self.modal_errors, self.modal_errors
        (new,) = set(self.world.references()) - before
        return new

    def opens(self, reference: str) -> str:
        """Look at an issue; return what they read."""
        self.types(f"/partnership issue {reference}")
        return self.answer

    # What they see

    def sees(self, channel: str = "C0SEFTON") -> list[Message]:
        return super().sees(channel)

    def dms(self) -> list[Message]:
        """What the bot has written to them, oldest first; answers to what they just did are not among it."""
        return [m for m in super().dms() if m.ephemeral_for is None and m.user == self.workspace.bot_user_id]

    def dm(self, fragment: str) -> Message:
        """The latest direct message with these words in it."""
        found = [message for message in self.dms() if fragment in message.shown()]
        assert found, f"{self.person.name} has no direct message with {fragment!r}; there are: {self.inbox()}"
        return found[-1]

    def inbox(self) -> list[str]:
        """The direct messages from the bot, as read."""
        return [message.shown() for message in self.dms()]

    @property
    def page(self) -> str:
        """What the topmost modal says."""
        view = self.modal
        return "" if view is None else f"{view['title']['text']}\n{read_blocks(view['blocks'], self.workspace.names)}"

    @property
    def home_shown(self) -> str:
        return "" if self.home is None else read_blocks(self.home["blocks"], self.workspace.names)

    @property
    def fields(self) -> list[str]:
        """The fields of the form that is open."""
        assert self.modal is not None, self.answer
        return [block["element"]["action_id"] for block in self.modal["blocks"] if block["type"] == "input"]

    def buttons(self, fragment: str) -> list[str]:
        """The buttons of the latest direct message with these words in it."""
        return buttons_of(self.dm(fragment))

    # How

    def _act(self, act: Callable[[], Any]) -> Any:
        before, shown = len(self._whispers()), self.page
        done = act()
        self.world.settle()
        heard, opened = self._whispers()[before:], self.page if self.page != shown else ""
        more = [*filter(None, [opened]), *self.modal_errors.values()]
        self.answer = "\n".join([*(message.shown() for message in heard), *more])
        self.body = "\n".join([*(body_of(message) for message in heard), *more])  # without what a notification says
        if not self.world.forgiven:
            assert SORRY not in self.answer, "the log says what went wrong, and where"
        return done

    def _whispers(self) -> list[Message]:
        mine = [m for channel in self.workspace.channels for m in self.workspace.visible(self.person.id, channel)]
        return sorted((m for m in mine if m.ephemeral_for == self.person.id), key=lambda m: m.ts)


class World:
    """A stage with its cast. `settle` sends what waits; `at` lets time pass."""

    def __init__(self, stage: Stage, clock: FrozenClock, keys: tuple[str, ...]) -> None:
        self.stage, self.clock, self.keys = stage, clock, keys
        self.workspace, self.engine = stage.workspace, stage.program.engine
        self.faults = self.workspace.faults
        self.players: dict[str, Player] = {}
        self.forgiven = self.by_hand = False  # a test that makes Slack fail says so

    def __getattr__(self, name: str) -> Player:
        try:
            return self.__dict__["players"][name]
        except KeyError:
            raise AttributeError(name) from None

    # Time

    def settle(self) -> None:
        """Send everything that is due now, hints included."""
        self.whisper()
        self.stage.program.outbox.drain()

    def whisper(self) -> None:
        """Show the hints that wait to be shown."""
        meeting = threading.Barrier(HINTERS + 1)
        for _ in range(HINTERS):  # each hint before them has been shown when all have met
            self.stage.program.hints.submit(meeting.wait, LONG_SECONDS)
        meeting.wait(LONG_SECONDS)

    def at(self, moment: str) -> None:
        """Go on to a moment in London, doing what falls due on the way when it falls due."""
        self.stage.skip_to(london(moment))

    skip_to = at

    def wakes_at(self, moment: str) -> None:
        """Be away until a moment, and then do all that was missed, in one tick."""
        self.clock.move_to(london(moment))
        self.tick()

    def tick(self) -> None:
        self.stage.tick()
        self.settle()

    def without_daily_lists(self) -> None:
        """Let nobody have a daily list, in stories of weeks that are about something else: half of their time."""
        with self.session() as session:
            session.execute(update(Person).values(next_digest_at=london("2099-01-01 09:00")))

    def without_mornings(self) -> None:
        """Let nothing come up by its dates alone, in stories that are about something else: no review, no meeting."""
        with self.session() as session:
            session.execute(update(Agreement).values(next_morning_at=london("2099-01-01 09:00")))

    # What stands in the channel

    def channel(self, channel: str = "C0SEFTON") -> list[Message]:
        """What everybody sees, from the bot."""
        found = self.workspace.messages(channel)
        return [m for m in found if m.ephemeral_for is None and m.user == self.workspace.bot_user_id]

    def shown(self, channel: str = "C0SEFTON") -> str:
        return "\n---\n".join(message.shown() for message in self.channel(channel))

    def living(self, reference: str, channel: str = "C0SEFTON") -> Message:
        """An issue's living message."""
        found = [
            m
            for m in self.channel(channel)
            if not m.thread_ts
            and any(a.startswith("issue_") for a in invariants.actions_of(m))
            and header_of(m).startswith(f"{reference}: ")
        ]
        assert len(found) == 1, f"{len(found)} living messages of {reference}"
        return found[0]

    def thread(self, reference: str, channel: str = "C0SEFTON") -> list[str]:
        """What stands in the thread of an issue's living message."""
        parent = self.living(reference, channel)
        return [m.shown() for m in self.channel(channel) if m.thread_ts == parent.ts]

    # What stands in the database

    @contextmanager
    def session(self) -> Iterator[Session]:
        with transaction(self.engine) as session:
            yield session

    def agreement(self, session: Session, key: str = "sefton-2022") -> Agreement:
        found = agreements.by_key(session, key)
        assert found is not None
        return found

    def references(self) -> list[str]:
        with self.session() as session:
            return list(session.scalars(select(Issue.reference).order_by(Issue.id)))

    def issue(self, reference: str) -> Issue:
        with self.session() as session:
            return session.scalars(select(Issue).where(Issue.reference == reference)).one()

    def deadlines(self, reference: str) -> list[Deadline]:
        """Every date an issue ever had, oldest first."""
        issue = self.issue(reference)
        with self.session() as session:
            query = select(Deadline).where(Deadline.matter == "issue", Deadline.matter_id == issue.id)
            return list(session.scalars(query.order_by(Deadline.id)))

    def due(self, reference: str) -> str:
        """The date that stands."""
        return str(self.deadlines(reference)[-1].due_on)

    def register(self, reference: str | None = None) -> list[str]:
        """The acts in the register, in order."""
        query = select(Entry.act).where(Entry.act != FOLLOWED).order_by(Entry.id)
        with self.session() as session:
            return list(session.scalars(query.where(Entry.reference == reference) if reference else query))

    def facts(self, act: str) -> dict[str, Any]:
        """The facts of the latest entry of an act."""
        with self.session() as session:
            found = session.scalars(select(Entry).where(Entry.act == act).order_by(Entry.id.desc())).first()
            assert found is not None, self.register()
            return {**json.loads(found.facts), "on_behalf": found.on_behalf, "person": found.person}

    def sent(self, template: str) -> list[tuple[str, str]]:
        """To whom and when (London) messages of a kind went out for the first time, in order."""
        names = {player.part.user: player.part.name for player in self.players.values()}
        with self.session() as session:
            rows = session.scalars(
                select(Queued).where(
                    Queued.template == template, Queued.state == MessageState.SENT, Queued.edits.is_(None)
                )
            )
            found = sorted((row.sent_at, row.lane) for row in rows if row.sent_at)
        return [(names.get(lane, lane), f"{at.astimezone(ZoneInfo(LONDON)):%Y-%m-%d %H:%M}") for at, lane in found]

    # Making it

    def invite(self, key: str, cast: tuple[Part, ...] | None = None) -> None:
        """Let an agreement's cast into the workspace, and open its channel."""
        for part in cast or BY_AGREEMENT[key]:
            if part.account and not self.workspace.has_person(part.user):
                self.workspace.add_person(part.user, part.name, tz=part.tz, team_id=part.team)
                self.players[part.name.lower()] = Player(self, part)
        if not self.workspace.has_channel(ELSEWHERE):
            self.workspace.add_channel(ELSEWHERE, "lounge")
        self.workspace.add_channel(CHANNELS[key], key)

    def load(self, key: str, cast: tuple[Part, ...] | None = None, source: str | None = None) -> None:
        """Load an agreement with its cast and its channel; `source` stands for the text of its pack."""
        source, now = source or pack_source(key), self.clock()
        terms = parse_pack(source, file=key)
        cast = cast or BY_AGREEMENT[key]
        file = io.StringIO()
        writer = csv.writer(file)
        writer.writerow(["name", "partner", "capacity", "from", "until", "workspace", "user"])
        for part in cast:
            account = (part.team or TEAM, part.user) if part.account else ("", "")
            writer.writerows([part.name, *held, *account] for held in part.holds)
        with self.session() as session:
            version = loading.load(session, terms, source=source, now=now, by="tests")
            agreement = session.get_one(Agreement, version.agreement_id)
            rows = roster_file.read(file.getvalue(), terms)
            roster.import_roster(session, agreement, rows, platform="slack", by="tests", now=now)
            known = [part.user for part in cast if part.tz == LONDON]  # only of the others it is asked: that takes time
            session.execute(update(Account).where(Account.user.in_(known)).values(zone_asked=True))
            session.add(
                Channel(
                    agreement_id=agreement.id,
                    platform="slack",
                    workspace=TEAM,
                    channel=CHANNELS[key],
                    bound_at=now,
                    next_digest_at=channel_digest_at(terms, local_day(terms, now) + timedelta(days=1)),
                )
            )

    # What must be true of every story

    def check(self) -> None:
        with self.session() as session:
            invariants.registers_are_whole(session)
            self.by_hand or invariants.registers_tell_of_every_row(session, self.stage.program.outbox._files)
            invariants.every_act_has_its_entry(session)
            invariants.each_partner_is_notified_once(session)
            invariants.one_list_a_day(session)
            invariants.receipts_are_proof(session)
            invariants.each_date_has_its_own_reminders(session, self.clock())
            invariants.no_dead_buttons(session, self.workspace, self.clock())
            invariants.board_packs_can_be_made(session, self.clock())
            faults = list(session.scalars(select(Queued.fault).where(Queued.fault.is_not(None))))
        with Session(self.engine) as asking:  # what is asked for is not kept
            invariants.private_words_are_kept(asking, self.workspace, self.clock())
            asking.rollback()
        invariants.nobody_is_mentioned(self.workspace)
        assert not self.stage.unfinished, "a row that was due could not be done: the log says which"
        if not self.forgiven:
            odd = [e for e in self.workspace.journal if e.status != 200]
            refused = [e for e in self.workspace.journal if isinstance(e.answer, dict) and e.answer.get("ok") is False]
            assert not odd, odd[0]
            assert not refused, refused[0]
            assert not self.workspace.troubles
            assert not faults


def header_of(message: Message) -> str:
    """The heading a message begins with."""
    return next((block["text"]["text"] for block in message.blocks if block["type"] == "header"), "")


def buttons_of(message: Message) -> list[str]:
    """The labels of a message's buttons."""
    rows = [block for block in message.blocks if block["type"] == "actions"]
    return [element["text"]["text"] for row in rows for element in row["elements"]]


NO_SOURCES: Mapping[str, str] = {}


def nothing_more(world: World) -> None:
    """Begin with an agreement and its people alone."""
    del world


@pytest.fixture(scope="session")
def beginnings() -> dict[object, tuple[Copy, datetime]]:
    """How worlds begin and when, by what they were asked to be: each is made once in a process, and copied after that."""
    return {}


@pytest.fixture
def make_world(
    database_url: str, open_once: Callable[[str, float], Engine], beginnings: dict[object, tuple[Copy, datetime]]
) -> Iterator[Callable[..., World]]:
    """A function that opens a world at a moment, with these agreements, and sees to it that its story ends well.

    What several stories begin with is told by `begin`, which is called once in a process.
    """
    made: list[World] = []

    def make(
        at: str = "2022-12-16 09:30",
        *keys: str,
        sources: Mapping[str, str] = NO_SOURCES,
        mornings: bool = False,
        patience: Patience = LONG,
        begin: Callable[[World], None] = nothing_more,
    ) -> World:
        keys, engine = keys or ("sefton-2022",), open_once(database_url, patience.rows)
        asked = (engine, at, keys, tuple(sources.items()), mornings, patience, begin)
        copy, begun_at = (not made and beginnings.get(asked)) or (None, london(at))
        if copy is not None:
            copy.put_rows()
        clock = FrozenClock(begun_at)
        world = World(set_stage(engine, clock=clock, title="Sefton", patience=patience), clock, keys)
        made.append(world)
        for key in keys:
            world.invite(key)
        if copy is not None:
            copy.put_rest(world.stage)
            return world
        for key in keys:
            world.load(key, source=sources.get(key))
        if not mornings:
            world.without_mornings()
        world.tick()  # asks for time zones
        world.tick()  # plans the daily lists by them
        begin(world)
        for player in world.players.values():
            player.answer = ""  # a story reads what is answered in it
        if len(made) == 1:
            beginnings[asked] = (copied(world.stage), clock())
        return world

    yield make
    try:
        for world in made:
            world.settle()
            world.check()
    finally:
        for world in made:
            world.stage.stop()


@pytest.fixture
def world(make_world: Callable[..., World]) -> World:
    """The Sefton agreement on Friday 16 December 2022, 09:30."""
    return make_world()
