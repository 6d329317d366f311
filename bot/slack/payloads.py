"""Slack's payloads to plain requests. The actor's workspace comes from the actor, never from the envelope."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.slack.forms import Context
from handlers.requests import Request, User

Json = Mapping[str, Any]
PLATFORM = "slack"


def of_command(body: Json, now: datetime) -> Request:
    """Return the request of a slash command; https://docs.slack.dev/interactivity/implementing-slash-commands."""
    return Request(
        user=User(PLATFORM, _text(body, "team_id"), _text(body, "user_id")),
        now=now,
        channel=None if _text(body, "channel_name") == "directmessage" else _text(body, "channel_id") or None,
        text=_text(body, "text").strip(),
        source={"kind": "command", "team": _text(body, "team_id"), "channel": _text(body, "channel_id")},
    )


def of_press(body: Json, action: Json, now: datetime) -> Request:
    """Return the request of a pressed button; its value is one row's id."""
    container, channel = _map(body, "container"), _text(_map(body, "channel"), "id")
    value = _text(action, "value")
    message = _text(_map(body, "message"), "ts") or _text(container, "message_ts")
    return Request(
        user=_actor(body),
        now=now,
        channel=channel or None,
        row=int(value) if value.isascii() and value.isdecimal() and len(value) < 19 else None,  # noqa: PLR2004 (a 64-bit id)
        source={"kind": "press", "team": _actor(body).workspace, "channel": channel, "message": message},
    )


def of_form(body: Json, context: Context, now: datetime) -> Request:
    """Return the request of a form, drawn or submitted. The form's own id names it, so that it is done once."""
    view = _map(body, "view")
    return Request(
        user=_actor(body),
        now=now,
        channel=context.channel,
        text=context.text,
        row=context.row,
        link=context.link,
        once=f"{PLATFORM}:{_text(view, 'id')}" if view.get("id") else None,
        source={"kind": "form", "team": _actor(body).workspace, "view": _text(view, "id")},
    )


def of_shortcut(body: Json, now: datetime, link: str | None) -> Request:
    """Return the request of a message shortcut: the message's text and a link to it."""
    channel = _text(_map(body, "channel"), "id")
    return Request(
        user=_actor(body),
        now=now,
        channel=channel or None,
        text=_as_typed(_text(_map(body, "message"), "text")),
        link=link,
        source={"kind": "shortcut", "team": _actor(body).workspace, "channel": channel},
    )


def of_event(body: Json, now: datetime) -> Request:
    """Return the request of an event: somebody opened a tab, or spoke to us."""
    event = _map(body, "event")
    workspace = _text(event, "user_team") or _text(event, "team") or _text(body, "team_id")
    return Request(
        user=User(PLATFORM, workspace, _text(event, "user")),
        now=now,
        channel=_text(event, "channel") or None,
        text=_text(event, "text"),
        source={"kind": "event", "team": workspace, "event": _text(body, "event_id")},
    )


def _as_typed(text: str) -> str:
    """Return a message's text without Slack's escapes; https://docs.slack.dev/messaging/formatting-message-text."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _actor(body: Json) -> User:
    user = _map(body, "user")
    workspace = _text(user, "team_id") or _text(_map(body, "team"), "id")
    return User(PLATFORM, workspace, _text(user, "id"))


def _map(body: Json, key: str) -> Json:
    found = body.get(key)
    return found if isinstance(found, Mapping) else {}


def _text(body: Json, key: str) -> str:
    found = body.get(key)
    return found if isinstance(found, str) else ""
