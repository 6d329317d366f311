"""The bodies that Slack sends to an app. See docs.slack.dev/interactivity and docs.slack.dev/apis/events-api."""

from __future__ import annotations

import re
from typing import Any

from bot.practice.chat import as_bots
from bot.practice.reading import escape
from bot.practice.shapes import Channel, Json, Message, Person, ResponseUrl, View
from bot.practice.workspace import Workspace


def slash_command(ws: Workspace, person: Person, command: str, text: str, channel: Channel) -> dict[str, str]:
    """The form body of a slash command."""
    return {
        "token": "practice-verification-token",
        "team_id": ws.team_id,
        "team_domain": ws.team_name.lower(),
        "channel_id": channel.id,
        "channel_name": _channel_name(channel),
        "user_id": person.id,
        "user_name": _user_name(person),
        "command": command,
        "text": escape(text) if ws.commands[command].get("should_escape") else text,
        "api_app_id": ws.app_id,
        "is_enterprise_install": "false",
        "response_url": _response_url(ws, person, channel.id),
        "trigger_id": ws.new_trigger(person),
    }


def block_actions(
    ws: Workspace,
    person: Person,
    action: Json,
    values: Json,
    *,
    view: View | None = None,
    message: Message | None = None,
) -> Json:
    """A press or choice in a view or on a message; `values` is the state of all fields around it."""
    body = _interaction(ws, person, "block_actions", view) | {
        "actions": [action | {"action_ts": f"{ws.now().timestamp():.6f}"}],
        "state": {"values": values},
    }
    if view is not None:
        return body | {
            "container": {"type": "view", "view_id": view.id},
            "view": view.as_slack(ws.app_id, ws.bot_id, ws.team_id),
        }
    if message is None:
        raise ValueError("an action stands in a view or on a message")
    ephemeral = message.ephemeral_for is not None
    container: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": ephemeral,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    url = _response_url(ws, person, message.channel, message)
    body |= {"container": container, "channel": _channel(ws.channels[message.channel]), "response_url": url}
    # Of an ephemeral message the payload tells only where it is.
    return body if ephemeral else body | {"message": as_bots(ws, message)}


def view_submission(ws: Workspace, person: Person, view: View) -> Json:
    """A submitted modal, with what stands in its fields."""
    body = _interaction(ws, person, "view_submission", view)
    return body | {"view": view.as_slack(ws.app_id, ws.bot_id, ws.team_id), "response_urls": []}


def view_closed(ws: Workspace, person: Person, view: View, *, cleared: bool) -> Json:
    """A modal that was closed; `cleared` when the whole stack went with it."""
    body = _interaction(ws, person, "view_closed", None)
    del body["trigger_id"]
    return body | {"view": view.as_slack(ws.app_id, ws.bot_id, ws.team_id), "is_cleared": cleared}


def message_action(ws: Workspace, person: Person, callback_id: str, message: Message) -> Json:
    """A message shortcut."""
    return _interaction(ws, person, "message_action", None) | {
        "callback_id": callback_id,
        "message_ts": message.ts,
        "message": as_bots(ws, message),
        "channel": _channel(ws.channels[message.channel]),
        "response_url": _response_url(ws, person, message.channel, message),
        "action_ts": f"{ws.now().timestamp():.6f}",
    }


def shortcut(ws: Workspace, person: Person, callback_id: str) -> Json:
    """A global shortcut."""
    body = _interaction(ws, person, "shortcut", None)
    return body | {"callback_id": callback_id, "action_ts": f"{ws.now().timestamp():.6f}"}


def block_suggestion(ws: Workspace, person: Person, view: View | None, message: Message | None, asked: Json) -> Json:
    """What is typed into an external select; `asked` has its action_id, block_id and value."""
    body = _interaction(ws, person, "block_suggestion", view) | asked
    del body["trigger_id"]
    if view is not None:
        return body | {
            "container": {"type": "view", "view_id": view.id},
            "view": view.as_slack(ws.app_id, ws.bot_id, ws.team_id),
        }
    if message is None:
        raise ValueError("a menu stands in a view or on a message")
    return body | {"channel": _channel(ws.channels[message.channel]), "message": as_bots(ws, message)}


def event(ws: Workspace, person: Person, inner: Json) -> Json:
    """The envelope of an event. Its team is the workspace that has the app, whoever caused the event."""
    place = ws.channels.get(str(inner.get("channel")))
    people = [person, *(ws.people[member] for member in (place.members if place else ()) if member in ws.people)]
    return {
        "token": "practice-verification-token",
        "team_id": ws.team_id,
        "context_team_id": ws.team_id,
        "api_app_id": ws.app_id,
        "event": inner,
        "type": "event_callback",
        "event_id": ws.new_id("Ev"),
        "event_time": int(ws.now().timestamp()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": ws.team_id,
                "user_id": ws.bot_user_id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": any(each.team_id != ws.team_id for each in people),
    }


def message_event(ws: Workspace, person: Person, message: Message) -> Json:
    """The inner event of a person's message. A person of another workspace is marked by user_team and source_team."""
    kind = {"im": "im", "group": "group", "channel": "channel"}[ws.channels[message.channel].kind]
    body = message.as_slack(team_id=person.team_id) | {
        "channel": message.channel,
        "channel_type": kind,
        "event_ts": message.ts,
    }
    outside = {"user_team": person.team_id, "source_team": person.team_id, "user_profile": {"name": person.name}}
    return body | (outside if person.team_id != ws.team_id else {})


def home_event(ws: Workspace, person: Person) -> Json:
    """The inner event of somebody who opens the Home tab."""
    ts = f"{ws.now().timestamp():.6f}"
    body: Json = {
        "type": "app_home_opened",
        "user": person.id,
        "channel": ws.dm(person.id),
        "tab": "home",
        "event_ts": ts,
    }
    view = ws.homes.get(person.id)
    return body | ({"view": view.as_slack(ws.app_id, ws.bot_id, ws.team_id)} if view else {})


def _interaction(ws: Workspace, person: Person, kind: str, view: View | None) -> Json:
    return {
        "type": kind,
        "token": "practice-verification-token",
        "api_app_id": ws.app_id,
        "team": {"id": ws.team_id, "domain": ws.team_name.lower()},
        "user": {
            "id": person.id,
            "username": _user_name(person),
            "name": _user_name(person),
            "team_id": person.team_id,
        },
        "enterprise": None,
        "is_enterprise_install": False,
        "trigger_id": ws.new_trigger(person, view.id if view else None),
    }


def _channel(channel: Channel) -> dict[str, Any]:
    return {"id": channel.id, "name": _channel_name(channel)}


def _channel_name(channel: Channel) -> str:
    if channel.person:
        return "directmessage"
    return "privategroup" if channel.private else channel.name


def _user_name(person: Person) -> str:
    return re.sub(r"[^a-z0-9]+", ".", person.name.lower()).strip(".") or person.id.lower()


def _response_url(ws: Workspace, person: Person, channel: str, message: Message | None = None) -> str:
    expires = ws.monotonic() + ws.response_url_seconds
    ts, thread_ts = (message.ts, message.thread_ts) if message else (None, None)
    return ws.new_response_url(ResponseUrl(channel, person.id, ts, thread_ts, expires))
