"""What one person's screen shows, as JSON for the page."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.practice.shapes import SLACKBOT, Channel, Control, Json, Message, Person
from bot.practice.workspace import Workspace

JOURNAL_LINES = 200
_JOURNAL_CHARS = 4000


def state(ws: Workspace, controls: Sequence[Control], asked: Mapping[str, str]) -> Json:
    """Everything the page draws for the person, channel and thread it asks for.

    `since` is the version at which the page was loaded: older ephemerals and warnings are no longer shown.
    """
    with ws.lock:
        person = ws.people.get(asked.get("as", "")) or next(iter(ws.people.values()), None)
        if person is None:
            return {"version": ws.version, "people": [], "me": None}
        since = int(asked.get("since") or ws.version)
        mine = [c for c in ws.channels.values() if person.id in c.members and c.person in {None, person.id}]
        mine.sort(key=lambda channel: (bool(channel.person), channel.name))
        channel = next((c for c in mine if c.id == asked.get("channel")), mine[0])
        stack = ws.stacks.get(person.id, [])
        home = ws.homes.get(person.id)
        troubles = [each for each in ws.troubles if each.user_id == person.id and each.serial > since]
        names = ws.names
        return {
            "version": ws.version,
            "time": clock(ws.now(), person.tz),
            "today": f"{ws.now().astimezone(ZoneInfo(person.tz)):%Y-%m-%d}",
            "team": ws.team_name,
            "bot": {"id": ws.bot_user_id, "name": ws.bot_name},
            "me": {"id": person.id, "name": person.name, "tz": person.tz},
            "people": [
                {"id": each.id, "name": each.name, "outside": each.team_id != ws.team_id} for each in ws.people.values()
            ],
            "names": {"people": names.people, "channels": names.channels},
            "controls": [{"key": each.key, "label": each.label, "asks": each.asks} for each in controls],
            "commands": list(ws.commands.values()) if person.team_id == ws.team_id else [],
            "shortcuts": list(ws.shortcuts.values()) if person.team_id == ws.team_id else [],
            "channels": [_channel(ws, person, each, since) for each in mine],
            "channel": channel.id,
            "messages": _messages(ws, person, channel, since),
            "home": home.as_slack(ws.app_id, ws.bot_id, ws.team_id) if home else None,
            "modal": stack[-1].as_slack(ws.app_id, ws.bot_id, ws.team_id) if stack else None,
            "modal_depth": len(stack),
            "modal_errors": ws.errors.get(person.id, {}),
            "troubles": [
                {"text": each.text, "channel": each.channel, "ts": each.ts, "view": each.view_id, "serial": each.serial}
                for each in troubles
            ],
        }


def clock(moment: datetime, tz: str) -> str:
    """A moment as the top bar shows it: `Mon 4 Jul 2022, 09:00`."""
    there = moment.astimezone(ZoneInfo(tz))
    return f"{there:%a} {there.day} {there:%b %Y, %H:%M}"


def _seen(ws: Workspace, person: Person, channel: Channel, since: int) -> list[Message]:
    shown = ws.visible(person.id, channel.id)
    return [message for message in shown if message.ephemeral_for is None or message.serial > since]


def _channel(ws: Workspace, person: Person, channel: Channel, since: int) -> Json:
    others = [message for message in _seen(ws, person, channel, since) if message.user != person.id]
    last = others[-1].ts if others else ""
    read = ws.read_up_to.get((person.id, channel.id), "")
    return {
        "id": channel.id,
        "name": ws.bot_name if channel.person else channel.name,
        "kind": channel.kind,
        "archived": channel.archived,
        "bot_in": channel.bot_in,
        "unread": last > read,
        "mentioned": any(
            message.ts > read and (message.mentions & {person.id, "channel", "here", "everyone"} or channel.person)
            for message in others
        ),
    }


def _messages(ws: Workspace, person: Person, channel: Channel, since: int) -> list[Json]:
    return [_message(ws, person, message) for message in _seen(ws, person, channel, since)]


def _message(ws: Workspace, person: Person, message: Message) -> Json:
    there = datetime.fromtimestamp(float(message.ts), ZoneInfo(person.tz))
    return {
        "ts": message.ts,
        "user": message.user,
        "name": ws.names.people.get(message.user, message.user),
        "bot": message.user in {ws.bot_user_id, SLACKBOT},
        "time": f"{there:%H:%M}",
        "day": f"{there:%A} {there.day} {there:%B %Y}",
        "text": message.text,
        "blocks": list(message.blocks),
        "attachments": list(message.attachments),
        "files": [{key: file.get(key) for key in ("id", "title", "mimetype", "alt_txt")} for file in message.files],
        "thread_ts": message.thread_ts,
        "edited": message.edited,
        "ephemeral": message.ephemeral_for is not None,
        "values": ws.message_values.get((person.id, message.ts), {}),
    }


def journal(ws: Workspace) -> list[Json]:
    """The end of the journal, newest first, long bodies cut."""
    with ws.lock:
        recent = ws.journal[: -JOURNAL_LINES - 1 : -1]
        return [
            {
                "number": each.number,
                "at": clock(each.at, "Europe/London"),
                "direction": each.direction,
                "kind": each.kind,
                "who": ws.names.people.get(each.who or "", each.who),
                "status": each.status,
                "took_ms": each.took_ms,
                "note": each.note,
                "request": _cut(each.request),
                "answer": _cut(each.answer),
            }
            for each in recent
        ]


def _cut(body: object) -> str:
    text = body if isinstance(body, str) else json.dumps(body, indent=1, ensure_ascii=False, default=str)
    return text if len(text) <= _JOURNAL_CHARS else f"{text[:_JOURNAL_CHARS]}…"
