"""The nouns of the practice workspace: people, channels, messages, views, and what passed between it and the bot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from typing import Any

from bot.practice.reading import Names, mentions_in, read_blocks, read_text

Json = dict[str, Any]

SLACKBOT = "USLACKBOT"


class CannotDo(AssertionError):  # noqa: N818 - reads as what a person met
    """A person could not do this in Slack: there is no such button, field, option, channel or open form."""


@dataclass(frozen=True)
class Person:
    """A member; of another workspace when `team_id` is not this one's."""

    id: str
    name: str
    tz: str
    team_id: str


@dataclass(frozen=True)
class Channel:
    """A public or private channel, or (when `person` is set) that person's direct messages with the bot."""

    id: str
    name: str
    private: bool
    members: frozenset[str]
    bot_in: bool
    archived: bool = False
    person: str | None = None

    @property
    def kind(self) -> str:
        """`im`, `group` (private) or `channel`, the prefixes that Slack's scopes and events use."""
        if self.person:
            return "im"
        return "group" if self.private else "channel"


@dataclass(frozen=True)
class Message:
    """One message as it stands now. `ephemeral_for` is the only person who sees it, or None when all members do."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: tuple[Json, ...] = ()
    thread_ts: str | None = None
    edited: bool = False
    ephemeral_for: str | None = None
    attachments: tuple[Json, ...] = ()
    metadata: Json | None = None
    files: tuple[Json, ...] = ()
    serial: int = field(default=0, compare=False)
    names: Names = field(default=Names({}, {}), compare=False, repr=False)

    @property
    def mentions(self) -> frozenset[str]:
        """Who and what this message notifies: user ids, and `channel`, `here`, `everyone` or a user group's id."""
        return mentions_in(self.text, self.blocks)

    def shown(self) -> str:
        """The text and every block as a person reads them, one line a block, buttons as `[Label]`."""
        parts = [read_text(self.text, self.names), read_blocks(self.blocks, self.names)]
        parts += [str(attachment.get("fallback") or attachment.get("text") or "") for attachment in self.attachments]
        parts += [str(file["title"]) for file in self.files]
        return "\n".join(part for part in parts if part)

    def as_slack(self, bot_id: str | None = None, app_id: str | None = None, team_id: str | None = None) -> Json:
        """The message object of Slack's answers and payloads. See docs.slack.dev/reference/events/message."""
        body: Json = {"type": "message", "ts": self.ts, "text": self.text, "user": self.user}
        if bot_id:
            body |= {"bot_id": bot_id, "app_id": app_id}
        if team_id:
            body["team"] = team_id
        if self.blocks:
            body["blocks"] = list(self.blocks)
        if self.attachments:
            body["attachments"] = list(self.attachments)
        if self.files:
            body["files"] = list(self.files)
        if self.thread_ts:
            body["thread_ts"] = self.thread_ts
        if self.metadata:
            body["metadata"] = self.metadata
        if self.edited:
            body["edited"] = {"user": self.user, "ts": self.ts}
        return body


@dataclass(frozen=True)
class View:
    """An open modal or a published Home tab. `values` is what stands in its fields, in the form of `state.values`."""

    id: str
    user_id: str
    team_id: str
    body: Json
    root_id: str
    previous_id: str | None
    hash: str
    values: Json
    external_id: str = ""

    def as_slack(self, app_id: str, bot_id: str, installed_team_id: str) -> Json:
        """The view object of Slack's payloads. See docs.slack.dev/reference/views."""
        body: Json = {
            "private_metadata": "",
            "callback_id": "",
            "clear_on_close": False,
            "notify_on_close": False,
            "title": None,
            "close": None,
            "submit": None,
        }
        return (
            body
            | self.body
            | {
                "id": self.id,
                "team_id": self.team_id,
                "state": {"values": self.values},
                "hash": self.hash,
                "previous_view_id": self.previous_id,
                "root_view_id": self.root_id,
                "external_id": self.external_id,
                "app_id": app_id,
                "bot_id": bot_id,
                "app_installed_team_id": installed_team_id,
            }
        )


@dataclass(frozen=True)
class Reply:
    """What the bot answered over HTTP. `status` is 0 when nothing was sent or no answer came within the deadline."""

    status: int
    text: str = ""
    blocks: tuple[Json, ...] = ()
    raw: str = ""
    body: Json = field(default_factory=dict)
    trouble: str | None = None

    @property
    def ok(self) -> bool:
        """Whether the bot took it and Slack had no fault to find with the answer."""
        return self.status == HTTPStatus.OK and self.trouble is None


@dataclass(frozen=True)
class Exchange:
    """One line of the journal. `direction` is `to bot` or `from bot`; `status` 0 means that no answer came."""

    number: int
    at: datetime
    direction: str
    kind: str
    request: Json
    status: int
    answer: Any
    who: str | None = None
    took_ms: int = 0
    note: str = ""

    def __str__(self) -> str:
        return f"#{self.number} {self.direction} {self.kind} {self.request} -> {self.status} {self.answer} {self.note}"


@dataclass(frozen=True)
class Trouble:
    """An error that Slack itself showed to a person because the bot did not answer, or answered wrongly."""

    user_id: str
    text: str
    channel: str | None = None
    ts: str | None = None
    view_id: str | None = None
    serial: int = 0


@dataclass(frozen=True)
class Trigger:
    """A trigger_id: who caused it, and until when (on the machine's monotonic clock) it opens a view."""

    user_id: str
    team_id: str
    expires: float
    view_id: str | None = None


@dataclass(frozen=True)
class ResponseUrl:
    """Where the bot may answer one interaction, five times in thirty minutes."""

    channel: str
    user_id: str
    ts: str | None
    thread_ts: str | None
    expires: float
    uses: int = 0


@dataclass(frozen=True)
class StoredFile:
    """A file that a person gave to a file field, or that the bot shared."""

    id: str
    name: str
    mimetype: str
    content: bytes
    user_id: str
    title: str = ""
    alt: str = ""  # what a picture shows, in words

    def as_slack(self, base_url: str) -> Json:
        """The file object of Slack's answers. See docs.slack.dev/reference/objects/file-object."""
        url = f"{base_url}files/{self.id}"
        said = {"id": self.id, "name": self.name, "title": self.title or self.name, "mimetype": self.mimetype}
        more = {"user": self.user_id, "size": len(self.content), "url_private": url, "url_private_download": url}
        return said | more | ({"alt_txt": self.alt} if self.alt else {})


@dataclass(frozen=True)
class Upload:
    """A file that the bot announced; `content` is None until its bytes have come."""

    id: str
    name: str
    length: int
    content: bytes | None = None
    alt: str = ""


@dataclass(frozen=True)
class Control:
    """A button in the bar at the top of the page. `asks="date"` shows a date field whose value is given to `act`.

    `act` returns a sentence for the person; it may take seconds, and what it raises is shown as a sentence too.
    """

    key: str
    label: str
    act: Callable[[str | None], str]
    asks: str | None = None


def deep(value: Mapping[str, Any], *path: str) -> Any:
    """The value at the end of `path` in nested mappings, or None when a step is missing."""
    found: Any = value
    for step in path:
        if not isinstance(found, Mapping):
            return None
        found = found.get(step)
    return found
