"""What a person does, and what Slack does with the bot's answer. The tests' hands and the page both act through here.

Each act sends a signed request, applies the answer to the workspace and returns it as a Reply.
"""

from __future__ import annotations

import re
from typing import Any

from bot.practice import payloads, screens
from bot.practice.api_errors import ApiError
from bot.practice.chat import check_content
from bot.practice.deliver import send_event, send_form, send_payload
from bot.practice.forms import refusals
from bot.practice.reading import SPECIAL, escape
from bot.practice.screens import Refused
from bot.practice.shapes import SLACKBOT, CannotDo, Channel, Json, Message, Person, Reply, View
from bot.practice.workspace import Workspace

NO_CONNECTION = "We had some trouble connecting. Try again?"
NOT_DELIVERED = "This app did not answer, so nothing may have happened."


def person_of(ws: Workspace, user_id: str) -> Person:
    """The person. Raises CannotDo when there is none."""
    if user_id not in ws.people:
        raise CannotDo(f"there is no person {user_id!r}")
    return ws.people[user_id]


def channel_of(ws: Workspace, person: Person, channel: str) -> Channel:
    """The channel, if the person is in it. Raises CannotDo otherwise."""
    found = ws.channels.get(channel)
    if found is None or person.id not in found.members:
        raise CannotDo(f"{person.name} is in no channel {channel!r}")
    return found


def type_command(ws: Workspace, person: Person, line: str, channel: Channel, thread_ts: str | None = None) -> Reply:
    """Send a slash command and show the answer. Slack itself refuses commands that it does not offer this person."""
    command, _, text = line.strip().partition(" ")
    if command not in ws.commands or person.team_id != ws.team_id:
        said = f"`{command}` is not a valid command. In Slack, all messages that start with “/” are read as commands."
        _slackbot(ws, person, channel.id, said)
        return Reply(0)
    form = payloads.slash_command(ws, person, command, text.strip(), channel)
    if thread_ts:
        form["thread_ts"] = thread_ts
    reply = send_form(ws, command, form, person.id)
    if reply.trouble:
        _failed(ws, person, channel.id, command, reply.trouble)
        return reply
    if not (reply.text or reply.blocks):
        return reply
    try:
        check_content(list(reply.blocks))
    except ApiError as error:
        _failed(ws, person, channel.id, command, error.error)
        return reply
    public = reply.body.get("response_type") == "in_channel"
    if public:
        ws.post(channel.id, person.id, escape(line.strip()))
    ws.post(channel.id, ws.bot_user_id, reply.text, reply.blocks, ephemeral_for=None if public else person.id)
    return reply


def _failed(ws: Workspace, person: Person, channel: str, command: str, error: str) -> None:
    said = f'{command} failed with the error "{error}"'
    _slackbot(ws, person, channel, said)
    ws.trouble(person.id, said, channel=channel)


def _slackbot(ws: Workspace, person: Person, channel: str, text: str) -> None:
    ws.post(channel, SLACKBOT, text, ephemeral_for=person.id)


def say(ws: Workspace, person: Person, text: str, channel: Channel, thread_ts: str | None = None) -> Message:
    """Post a person's message, and tell the bot of it when the app subscribes to such events and is in the channel."""
    if channel.archived:
        raise CannotDo(f"#{channel.name} is archived")
    posted = ws.post(channel.id, person.id, _as_typed(ws, text), thread_ts=thread_ts)
    if channel.bot_in and f"message.{_event_kind(channel)}" in ws.events:
        send_event(ws, payloads.event(ws, person, payloads.message_event(ws, person, posted)), person.id)
    if ws.bot_user_id in posted.mentions and not channel.person and channel.bot_in and "app_mention" in ws.events:
        inner = payloads.message_event(ws, person, posted) | {"type": "app_mention"}
        inner.pop("channel_type")
        send_event(ws, payloads.event(ws, person, inner), person.id)
    return posted


def _event_kind(channel: Channel) -> str:
    return {"im": "im", "group": "groups", "channel": "channels"}[channel.kind]


def _as_typed(ws: Workspace, text: str) -> str:
    """Typed text as Slack's client sends it: reserved characters as entities, `@Name` and `<@U1>` as mentions."""
    names = {name: user_id for user_id, name in ws.names.people.items()}
    tokens = {f"@{name}": f"<@{user_id}>" for name, user_id in names.items()}
    tokens |= {f"<@{user_id}>": f"<@{user_id}>" for user_id in names.values()}
    tokens |= {f"@{special}": f"<!{special}>" for special in SPECIAL}
    longest_first = sorted(tokens, key=len, reverse=True)
    pieces = re.split("(" + "|".join(re.escape(token) for token in longest_first) + ")", text)
    return "".join(tokens.get(piece) or escape(piece) for piece in pieces)


def press(ws: Workspace, person: Person, message: Message, action: Json, values: Json) -> Reply:
    """Use a button or menu of a message. A link button opens its link in the browser; the bot is told of it too."""
    reply = send_payload(ws, payloads.block_actions(ws, person, action, values, message=message), person.id)
    if reply.trouble:
        ws.trouble(person.id, NOT_DELIVERED, channel=message.channel, ts=message.ts)
    return reply


def press_in_view(ws: Workspace, person: Person, view: View, action: Json) -> Reply:
    """Use a button or menu of an open modal or of the Home tab, or change a field that is sent at once."""
    reply = send_payload(ws, payloads.block_actions(ws, person, action, view.values, view=view), person.id)
    if reply.trouble:
        ws.trouble(person.id, NO_CONNECTION, view_id=view.id)
    return reply


def submit(ws: Workspace, person: Person, view: View, *, unchecked: bool = False) -> Reply:
    """Submit an open modal with the values it holds. Slack's own client first looks at required and limited fields.

    Reply.status is 0 when the client refused; its sentences then stand beside the fields like the bot's own.
    """
    screens.set_errors(ws, view, {})
    own = {} if unchecked else refusals(view.body["blocks"], view.values)
    if own:
        screens.set_errors(ws, view, own)
        return Reply(0)
    reply = send_payload(ws, payloads.view_submission(ws, person, view), person.id)
    if reply.trouble:
        ws.trouble(person.id, NO_CONNECTION, view_id=view.id)
        return reply
    try:
        _after_submission(ws, view, reply.body)
    except Refused as refused:
        detail = "; ".join(str(problem) for problem in refused.problems)
        ws.trouble(person.id, NO_CONNECTION, view_id=view.id)
        ws.record("to bot", "refused answer", reply.body, 0, {"error": refused.error}, who=person.id, note=detail)
        return Reply(reply.status, reply.text, reply.blocks, reply.raw, reply.body, trouble=refused.error)
    return reply


def _after_submission(ws: Workspace, view: View, body: Json) -> None:
    action = body.get("response_action")
    if action is None and not body:
        screens.close_view(ws, view)
    elif action == "clear":
        screens.close_view(ws, view, whole=True)
    elif action == "update":
        screens.update_view(ws, view, body.get("view"))
    elif action == "push":
        screens.push_view(ws, view.user_id, body.get("view"))
    elif action == "errors" and isinstance(body.get("errors"), dict) and body["errors"]:
        known = {block["block_id"] for block in view.body["blocks"] if block["type"] == "input"}
        if not set(body["errors"]) <= known:
            raise Refused("errors for unknown blocks")
        screens.set_errors(ws, view, {key: str(said) for key, said in body["errors"].items()})
    else:
        raise Refused("unknown response_action")


def close(ws: Workspace, person: Person, view: View, *, whole: bool = False) -> list[Reply]:
    """Close a modal. The bot hears of each view that asked for it with notify_on_close."""
    whole = whole or bool(view.body.get("clear_on_close"))
    gone = screens.close_view(ws, view, whole=whole)
    told = [each for each in reversed(gone) if each.body.get("notify_on_close")]
    return [send_payload(ws, payloads.view_closed(ws, person, each, cleared=whole), person.id) for each in told]


def use_shortcut(ws: Workspace, person: Person, callback_id: str, message: Message | None) -> Reply:
    """Use a shortcut of the manifest: on a message, or without one a global one. Raises CannotDo when not offered."""
    kind = "message" if message else "global"
    if ws.shortcuts.get(callback_id, {}).get("type") != kind or person.team_id != ws.team_id:
        raise CannotDo(f"{person.name} is offered no {kind} shortcut {callback_id!r}")
    payload = (
        payloads.message_action(ws, person, callback_id, message)
        if message
        else payloads.shortcut(ws, person, callback_id)
    )
    reply = send_payload(ws, payload, person.id)
    if reply.trouble:
        where = {"channel": message.channel, "ts": message.ts} if message else {}
        ws.trouble(person.id, NOT_DELIVERED, **where)
    return reply


def open_home(ws: Workspace, person: Person) -> View | None:
    """Open the Home tab: the bot is told, and may publish now or later. The view as it is, None when there is none."""
    if "app_home_opened" in ws.events:
        send_event(ws, payloads.event(ws, person, payloads.home_event(ws, person)), person.id)
    return ws.homes.get(person.id)


def suggest(ws: Workspace, person: Person, field: Json, query: str, where: View | Message) -> list[Json]:
    """What the bot offers in an external select for what was typed; nothing when it does not answer."""
    asked = {"block_id": field["block_id"], "action_id": field["action_id"], "value": query}
    view, message = (where, None) if isinstance(where, View) else (None, where)
    reply = send_payload(ws, payloads.block_suggestion(ws, person, view, message, asked), person.id)
    groups: list[Any] = reply.body.get("option_groups") or []
    return [*(reply.body.get("options") or []), *(option for group in groups for option in group.get("options", []))]
