"""The practice workspace's state: who is there, what was said, what is open on whose screen.

One lock guards all of it.
"""

from __future__ import annotations

import itertools
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from bot.practice.faults import Faults
from bot.practice.rates import Rates
from bot.practice.reading import Names
from bot.practice.shapes import (
    SLACKBOT,
    Channel,
    Exchange,
    Json,
    Message,
    Person,
    ResponseUrl,
    StoredFile,
    Trigger,
    Trouble,
    Upload,
    View,
    deep,
)

Found = TypeVar("Found")

# What Slack gives an app to answer, and to open a view with a trigger_id:
# https://docs.slack.dev/interactivity/handling-user-interaction
PATIENCE_SECONDS = 3.0


class Workspace:
    """A Slack workspace with one app installed: the one that `manifest` describes and that listens at `request_url`.

    Attributes that tests and the demo may set at any time: `request_url`; `patience_seconds`, how long the bot has to
    answer, and a trigger_id opens a view; `enforce_rates`, whether Slack's rate limits hold; `faults`, what goes wrong
    next. `journal` lists every exchange with the bot, oldest first.
    """

    app_id = "A0PRACTICE"
    bot_id = "B0PRACTICE"
    bot_user_id = "U0PRACTICEBOT"

    def __init__(  # noqa: PLR0917 - the settings in the order people give them
        self,
        manifest: Mapping[str, Any],
        request_url: str | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),  # noqa: TID251 - the demo and tests pass their own
        signing_secret: str = "practice-secret",  # noqa: S107 - the practice workspace's own
        bot_token: str = "xoxb-practice",  # noqa: S107 - the practice workspace's own
        team_id: str = "T0PRACTICE",
        team_name: str = "Practice",
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        self.manifest = manifest
        self.request_url = request_url
        self.now = now
        self.signing_secret = signing_secret
        self.bot_token = bot_token
        self.team_id = team_id
        self.team_name = team_name
        self.base_url = "http://127.0.0.1/"
        self.patience_seconds = patience_seconds
        self.response_url_seconds = 1800.0
        self.monotonic: Callable[[], float] = time.monotonic
        self.enforce_rates = False
        self.rates = Rates(lambda: self.monotonic())  # noqa: PLW0108 - monotonic may be replaced later
        self.faults = Faults()
        self.journal: list[Exchange] = []
        self.lock = threading.Condition(threading.RLock())
        self.version = 0
        self.closed = False
        self.people: dict[str, Person] = {}
        self.channels: dict[str, Channel] = {}
        self.stacks: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}
        self.errors: dict[str, dict[str, str]] = {}
        self.troubles: list[Trouble] = []
        self.message_values: dict[tuple[str, str], Json] = {}
        self.read_up_to: dict[tuple[str, str], str] = {}
        self.triggers: dict[str, Trigger | None] = {}
        self.response_urls: dict[str, ResponseUrl] = {}
        self.files: dict[str, StoredFile] = {}
        self.uploads: dict[str, Upload] = {}
        self._messages: dict[str, list[Message]] = {}
        self._for_everybody: set[str] = set()
        self._last_micros = 0
        self._numbers = itertools.count(1)

    # Who and where

    @property
    def bot_name(self) -> str:
        """What the app is called: its bot user's name in the manifest, or its own."""
        name = deep(self.manifest, "features", "bot_user", "display_name")
        return str(name or deep(self.manifest, "display_information", "name") or "App")

    @property
    def commands(self) -> dict[str, Json]:
        """The slash commands of the manifest, by name with its slash."""
        listed = deep(self.manifest, "features", "slash_commands") or []
        return {str(entry["command"]): dict(entry) for entry in listed}

    @property
    def shortcuts(self) -> dict[str, Json]:
        """The shortcuts of the manifest, by callback_id."""
        return {str(entry["callback_id"]): dict(entry) for entry in deep(self.manifest, "features", "shortcuts") or []}

    @property
    def scopes(self) -> tuple[str, ...]:
        """What the bot token may do: oauth_config.scopes.bot of the manifest."""
        return tuple(deep(self.manifest, "oauth_config", "scopes", "bot") or ())

    @property
    def events(self) -> frozenset[str]:
        """The events the app subscribes to: settings.event_subscriptions.bot_events of the manifest."""
        return frozenset(deep(self.manifest, "settings", "event_subscriptions", "bot_events") or ())

    def add_person(self, user_id: str, name: str, *, tz: str = "Europe/London", team_id: str | None = None) -> Person:
        """A new member, with direct messages to the bot; of another workspace when `team_id` is not this one's."""
        with self.lock:
            person = self.people[user_id] = Person(user_id, name, tz, team_id or self.team_id)
            dm = self.dm(user_id)
            self.channels[dm] = Channel(
                dm, name, private=True, members=frozenset({user_id}), bot_in=True, person=user_id
            )
            self._messages.setdefault(dm, [])
            for channel_id in self._for_everybody:
                channel = self.channels[channel_id]
                self.channels[channel_id] = replace(channel, members=channel.members | {user_id})
            self._changed()
            return person

    def add_channel(
        self,
        channel_id: str,
        name: str,
        *,
        private: bool = False,
        members: Iterable[str] | None = None,
        bot_in: bool = True,
    ) -> Channel:
        """A new channel. Without `members`, everybody belongs to it, those who are added later too."""
        with self.lock:
            if members is None:
                self._for_everybody.add(channel_id)
            inside = frozenset(self.people if members is None else members)
            channel = self.channels[channel_id] = Channel(
                channel_id, name, private=private, members=inside, bot_in=bot_in
            )
            self._messages.setdefault(channel_id, [])
            self._changed()
            return channel

    def archive(self, channel_id: str) -> None:
        """Archive a channel: it can be read, and nothing can be posted."""
        self.put_channel(replace(self.channels[channel_id], archived=True))

    def put_channel(self, channel: Channel) -> None:
        """Replace what is known of a channel."""
        with self.lock:
            self.channels[channel.id] = channel
            self._changed()

    def add_file(
        self, user_id: str, name: str, content: bytes, mimetype: str = "application/octet-stream"
    ) -> StoredFile:
        """Store a person's file, for a file field; its id is what the field is filled with."""
        with self.lock:
            stored = StoredFile(f"F{next(self._numbers):08}", name, mimetype, content, user_id)
            self.files[stored.id] = stored
            return stored

    def dm(self, user_id: str) -> str:
        """The id of a person's direct messages with the bot."""
        return f"D{user_id[1:]}" if user_id.startswith("U") else f"D{user_id}"

    def has_person(self, user_id: str) -> bool:
        """Whether there is such a person."""
        return user_id in self.people

    def has_channel(self, channel_id: str) -> bool:
        """Whether there is such a channel or conversation."""
        return channel_id in self.channels

    def file(self, file_id: str) -> StoredFile | None:
        """The stored file, or None."""
        return self.files.get(file_id)

    @property
    def names(self) -> Names:
        """What everybody and every channel is called now."""
        people = {person.id: person.name for person in self.people.values()}
        people |= {self.bot_user_id: self.bot_name, SLACKBOT: "Slackbot"}
        return Names(people, {channel.id: channel.name for channel in self.channels.values() if not channel.person})

    # Messages

    def messages(self, channel: str) -> list[Message]:
        """All messages of a channel, oldest first, thread replies and everybody's ephemerals included."""
        with self.lock:
            return list(self._messages.get(channel, ()))

    def message(self, channel: str, ts: str | None) -> Message | None:
        """The message with this ts, or None."""
        with self.lock:
            return next((found for found in self._messages.get(channel, ()) if found.ts == ts), None)

    def next_ts(self) -> str:
        """A message's ts: the workspace's own time, later than every ts before it."""
        with self.lock:
            self._last_micros = max(int(self.now().timestamp() * 1_000_000), self._last_micros + 1)
            return f"{self._last_micros // 1_000_000}.{self._last_micros % 1_000_000:06}"

    def post(self, channel: str, user: str, text: str, blocks: Sequence[Json] = (), **more: Any) -> Message:
        """Put a message into a channel. Nothing is checked and nobody is told; see chat.py for what a bot may post."""
        with self.lock:
            ts = self.next_ts()
            kept = tuple(self.with_ids(blocks))
            message = Message(channel, ts, user, text, kept, serial=self.version + 1, names=self.names, **more)
            self._messages.setdefault(channel, []).append(message)
            self._changed()
            return message

    def put_message(self, message: Message) -> None:
        """Put a message that was posted before into its channel, as it stands."""
        with self.lock:
            self._messages.setdefault(message.channel, []).append(replace(message, names=self.names))
            self._changed()

    def edit(self, message: Message, text: str, blocks: Sequence[Json], **more: Any) -> Message:
        """Replace what a message says, in its place."""
        with self.lock:
            kept = tuple(self.with_ids(blocks))
            fresh = replace(message, text=text, blocks=kept, edited=True, names=self.names, **more)
            held = self._messages[message.channel]
            held[next(index for index, old in enumerate(held) if old.ts == message.ts)] = fresh
            self._changed()
            return fresh

    def delete(self, message: Message) -> None:
        """Remove a message."""
        with self.lock:
            self._messages[message.channel] = [old for old in self._messages[message.channel] if old.ts != message.ts]
            self._changed()

    def with_ids(self, blocks: Iterable[Json]) -> list[Json]:
        """Blocks with a block_id and action_id wherever the bot left them out, as Slack adds them."""
        return [self._with_ids(block) for block in blocks]

    def _with_ids(self, block: Json) -> Json:
        block = {**block, "block_id": block.get("block_id") or secrets.token_urlsafe(4)}
        for key in ("element", "accessory"):
            if isinstance(block.get(key), dict):
                block[key] = _with_action_id(block[key])
        if block.get("type") == "actions":
            block["elements"] = [_with_action_id(element) for element in block["elements"]]
        return block

    # What is seen

    def visible(self, user_id: str, channel: str) -> list[Message]:
        """What a person sees in a channel, oldest first: none of it unless a member, and only her own ephemerals."""
        with self.lock:
            found = self.channels.get(channel)
            if found is None or user_id not in found.members:
                return []
            return [message for message in self._messages[channel] if message.ephemeral_for in {None, user_id}]

    def trouble(self, user_id: str, text: str, **where: str | None) -> Trouble:
        """Record an error that Slack itself shows to a person."""
        with self.lock:
            found = Trouble(user_id, text, **where, serial=self.version + 1)
            self.troubles.append(found)
            self._changed()
            return found

    # What passes between

    def record(self, direction: str, kind: str, request: Json, status: int, answer: Any, **more: Any) -> Exchange:
        """Add a line to the journal."""
        with self.lock:
            exchange = Exchange(next(self._numbers), self.now(), direction, kind, request, status, answer, **more)
            self.journal.append(exchange)
            self._changed()
            return exchange

    def new_trigger(self, person: Person, view_id: str | None = None) -> str:
        """A trigger_id for what this person just did."""
        with self.lock:
            trigger_id = f"{next(self._numbers)}.{secrets.randbelow(10**9):09}.{secrets.token_hex(8)}"
            expires = self.monotonic() + self.patience_seconds
            self.triggers[trigger_id] = Trigger(person.id, person.team_id, expires, view_id)
            return trigger_id

    def new_response_url(self, url: ResponseUrl) -> str:
        """The address of a fresh response_url."""
        with self.lock:
            key = secrets.token_urlsafe(12)
            self.response_urls[key] = url
            return f"{self.base_url}response/{key}"

    def new_id(self, prefix: str) -> str:
        """An id that looks like Slack's own: V… of a view, Ev… of an event."""
        with self.lock:
            return f"{prefix}{next(self._numbers):08}"

    # Waiting

    def _changed(self) -> None:
        self.version += 1
        self.lock.notify_all()

    def changed(self) -> None:
        """Tell everybody who waits that something changed."""
        with self.lock:
            self._changed()

    def close(self) -> None:
        """Let every waiting stream end."""
        with self.lock:
            self.closed = True
            self._changed()

    def wait_for_change(self, seen: int, seconds: float) -> int:
        """The version of the state, as soon as it is no longer `seen` or the seconds are over."""
        with self.lock:
            self.lock.wait_for(lambda: self.version != seen or self.closed, seconds)
            return self.version

    def wait_for(self, predicate: Callable[[], Found], seconds: float = 60.0) -> Found:
        """The predicate's first truthy value. Raises TimeoutError, with the end of the journal, when none came."""
        end = time.monotonic() + seconds
        while True:
            seen = self.version
            found = predicate()
            if found:
                return found
            left = end - time.monotonic()
            if left <= 0:
                recent = "\n".join(str(exchange)[:500] for exchange in self.journal[-12:])
                raise TimeoutError(f"waited {seconds} s in vain; the last exchanges were:\n{recent}")
            # A predicate may look at other things than the workspace, so it is asked again now and then.
            self.wait_for_change(seen, min(left, 0.25))


def _with_action_id(element: Json) -> Json:
    if element.get("type") in {"image", "plain_text", "mrkdwn"}:
        return element
    return {**element, "action_id": element.get("action_id") or secrets.token_urlsafe(4)}
