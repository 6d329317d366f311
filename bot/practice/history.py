"""What was said in a conversation, in the short pages that apps outside Slack's Marketplace get.

Follows docs.slack.dev/reference/methods/conversations.history and conversations.replies.
"""

from __future__ import annotations

import re

from bot.practice.api_errors import ApiError
from bot.practice.chat import as_bots, find_channel
from bot.practice.shapes import Channel, Json, Message
from bot.practice.workspace import Workspace

MOST = 15
_READ = {"channel": "channels:history", "group": "groups:history", "im": "im:history"}
SCOPES = tuple(_READ.values())


def conversations_history(ws: Workspace, args: Json) -> Json:
    """The messages of a conversation outside its threads, newest first."""
    with ws.lock:
        channel = _readable(ws, args)
        told = [m for m in _told(ws, channel, args) if m.thread_ts in {None, m.ts}]
        return _page(ws, told[::-1], args)


def conversations_replies(ws: Workspace, args: Json) -> Json:
    """A message and the replies to it, oldest first."""
    with ws.lock:
        channel = _readable(ws, args)
        parent = ws.message(channel.id, str(args.get("ts") or ""))
        if parent is None or parent.ephemeral_for:
            raise ApiError("thread_not_found")
        root = parent.thread_ts or parent.ts
        return _page(ws, [m for m in _told(ws, channel, args) if root in {m.ts, m.thread_ts}], args)


def _readable(ws: Workspace, args: Json) -> Channel:
    channel = find_channel(ws, args.get("channel"))
    needed = _READ[channel.kind]
    if needed not in ws.scopes:
        raise ApiError("missing_scope", needed=needed, provided=",".join(ws.scopes))
    if not channel.bot_in:
        raise ApiError("not_in_channel")
    return channel


def _told(ws: Workspace, channel: Channel, args: Json) -> list[Message]:
    oldest, latest = str(args.get("oldest") or "0"), str(args.get("latest") or "9" * 12)
    if not all(re.fullmatch(r"\d+(\.\d+)?", moment) for moment in (oldest, latest)):
        raise ApiError("invalid_ts_oldest" if latest == "9" * 12 else "invalid_ts_latest")
    everybodys = [m for m in ws.messages(channel.id) if m.ephemeral_for is None]
    return [m for m in everybodys if float(oldest) < float(m.ts) < float(latest)]


def _page(ws: Workspace, told: list[Message], args: Json) -> Json:
    cursor, limit = str(args.get("cursor") or 0), str(args.get("limit") or MOST)
    if not (cursor.isascii() and cursor.isdecimal()):
        raise ApiError("invalid_cursor")
    if not (limit.isascii() and limit.isdecimal()) or int(limit) < 1:
        raise ApiError("invalid_limit")
    start = int(cursor)
    end = start + min(int(limit), MOST)
    more = end < len(told)
    return {
        "messages": [as_bots(ws, message) for message in told[start:end]],
        "has_more": more,
        "response_metadata": {"next_cursor": str(end) if more else ""},
    }
