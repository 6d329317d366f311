"""Slack's payloads to plain requests. The actor's workspace comes from the actor, never from the envelope."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.slack.forms import Context
from handlers.forms import kept
from handlers.requests import Request, User

Json = Mapping[str, Any]
PLATFORM = "slack"
DEEPEST = 60  # a payload of Slack's nests a dozen deep
_ID = re.compile(r"[A-Za-z0-9_.-]{1,40}")
_MENTION = re.compile(r"<@[A-Z0-9]+(\|[^<>]*)?>")


def cleaned(body: Any, deep: int = 0) -> Any:
    """Return a payload in which every text is one that databases keep and doors show; what nests too deep is left out.

    This is the one place: nothing behind it meets NUL, a lone surrogate or another control character.
    """
    if isinstance(body, str):
        return kept(body)
    if not isinstance(body, dict | list):
        return body
    if deep > DEEPEST:
        return None
    if isinstance(body, list):
        return [cleaned(item, deep + 1) for item in body]
    return {kept(str(key)): cleaned(item, deep + 1) for key, item in body.items()}


def of_command(body: Json, now: datetime) -> Request:
    """Return the request of a slash command; https://docs.slack.dev/interactivity/implementing-slash-commands."""
    team, channel = _id(body, "team_id"), _id(body, "channel_id")
    return Request(
        user=User(PLATFORM, team, _id(body, "user_id")),
        now=now,
        channel=None if text(body, "channel_name") == "directmessage" else channel or None,
        text=text(body, "text").strip(),
        source={"kind": "command", "team": team, "channel": channel},
    )


def of_press(body: Json, action: Json, now: datetime) -> Request:
    """Return the request of a pressed button; its value is one row's id."""
    channel, value = _id(body, "channel", "id"), text(action, "value")
    message = _id(body, "message", "ts") or _id(body, "container", "message_ts")
    return Request(
        user=_actor(body),
        now=now,
        channel=channel or None,
        row=int(value) if value.isascii() and value.isdecimal() and len(value) < 19 else None,  # noqa: PLR2004 (a 64-bit id)
        source={"kind": "press", "team": _actor(body).workspace, "channel": channel, "message": message},
    )


def of_form(body: Json, context: Context, now: datetime) -> Request:
    """Return the request of a form, drawn or submitted. The form's own id names it, so that it is done once."""
    view = _id(body, "view", "id")
    return Request(
        user=_actor(body),
        now=now,
        channel=context.channel,
        text=context.text,
        row=context.row,
        link=context.link,
        once=f"{PLATFORM}:{view}" if view else None,
        source={"kind": "form", "team": _actor(body).workspace, "view": view},
    )


def of_shortcut(body: Json, now: datetime, link: str | None) -> Request:
    """Return the request of a message shortcut: the message's text and a link to it."""
    channel = _id(body, "channel", "id")
    return Request(
        user=_actor(body),
        now=now,
        channel=channel or None,
        text=_as_typed(text(body, "message", "text")),
        link=link,
        source={"kind": "shortcut", "team": _actor(body).workspace, "channel": channel},
    )


def of_event(body: Json, now: datetime) -> Request:
    """Return the request of an event: somebody opened a tab, or spoke to us. Slack delivers the same one again."""
    event = part(body, "event")
    workspace = _id(event, "user_team") or _id(event, "team") or _id(body, "team_id")
    return Request(
        user=User(PLATFORM, workspace, _id(event, "user")),
        now=now,
        channel=_id(event, "channel") or None,
        text=text(event, "text"),
        once=f"{PLATFORM}:event:{_id(body, 'event_id')}" if _id(body, "event_id") else None,
        source={"kind": "event", "team": workspace, "event": _id(body, "event_id")},
    )


def spoken(event: Json) -> str:
    """Return what somebody says to the app, without the mention of the app itself."""
    return _as_typed(_MENTION.sub("", text(event, "text"))).strip()


def _as_typed(said: str) -> str:
    """Return a message's text without Slack's escapes; https://docs.slack.dev/messaging/formatting-message-text."""
    return said.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _actor(body: Json) -> User:
    return User(PLATFORM, _id(body, "user", "team_id") or _id(body, "team", "id"), _id(body, "user", "id"))


def part(body: Json, *keys: str) -> Json:
    """Return what stands at these keys of a payload; nothing where it is not a mapping."""
    found: Any = body
    for key in keys:
        found = found.get(key) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def text(body: Json, *keys: str) -> str:
    """Return the text that stands at these keys of a payload; none where it is no text."""
    found = part(body, *keys[:-1]).get(keys[-1])
    return found if isinstance(found, str) else ""


def _id(body: Json, *keys: str) -> str:
    found = text(body, *keys)
    return found if _ID.fullmatch(found) else ""
