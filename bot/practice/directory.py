"""The conversations.*, users.* and files.* methods. See docs.slack.dev/reference/methods."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.practice.api_errors import ApiError
from bot.practice.chat import find_channel
from bot.practice.shapes import Channel, Json, Person
from bot.practice.workspace import Workspace

_READ = {"channel": "channels:read", "group": "groups:read", "im": "im:read"}


def conversations_open(ws: Workspace, args: Json) -> Json:
    """A person's direct messages with the bot. The practice workspace has no group messages."""
    users = str(args.get("users") or "")
    if args.get("channel"):
        channel = find_channel(ws, args["channel"])
    elif users in ws.people:
        channel = ws.channels[ws.dm(users)]
    else:
        raise ApiError("user_not_found" if users else "users_list_not_supplied")
    return {
        "already_open": True,
        "channel": channel_object(ws, channel) if args.get("return_im") else {"id": channel.id},
    }


def conversations_info(ws: Workspace, args: Json) -> Json:
    """One conversation; with `include_num_members`, how many belong to it."""
    channel = _readable(ws, args)
    more = {"num_members": len(channel.members) + channel.bot_in} if args.get("include_num_members") else {}
    return {"channel": channel_object(ws, channel) | more}


def conversations_list(ws: Workspace, args: Json) -> Json:
    """All conversations of the types asked for that the bot may know of, in one page."""
    types = str(args.get("types") or "public_channel").split(",")
    kinds = {"public_channel": "channel", "private_channel": "group", "im": "im"}
    wanted = {kinds[kind.strip()] for kind in types if kind.strip() in kinds}
    listed = [c for c in ws.channels.values() if c.kind in wanted and (not c.private or c.bot_in)]
    return {"channels": [channel_object(ws, c) for c in listed], "response_metadata": {"next_cursor": ""}}


def conversations_join(ws: Workspace, args: Json) -> Json:
    """Bring the bot into a public channel."""
    with ws.lock:
        channel = find_channel(ws, args.get("channel"))
        if channel.private:
            raise ApiError("method_not_supported_for_channel_type")
        if channel.archived:
            raise ApiError("is_archived")
        joined = replace(channel, bot_in=True)
        ws.put_channel(joined)
        return {"channel": channel_object(ws, joined)}


def conversations_members(ws: Workspace, args: Json) -> Json:
    """The ids of everybody in a conversation, the bot included, in one page."""
    channel = _readable(ws, args)
    members = sorted(channel.members) + ([ws.bot_user_id] if channel.bot_in else [])
    return {"members": members, "response_metadata": {"next_cursor": ""}}


def users_info(ws: Workspace, args: Json) -> Json:
    """One person, or the bot itself."""
    user = str(args.get("user") or "")
    if user == ws.bot_user_id:
        return {"user": _bot_object(ws)}
    person = ws.people.get(user)
    if person is None:
        raise ApiError("user_not_found")
    return {"user": user_object(ws, person)}


def users_list(ws: Workspace, _args: Json) -> Json:
    """Everybody and the bot, in one page."""
    members = [user_object(ws, person) for person in ws.people.values()]
    return {"members": [*members, _bot_object(ws)], "response_metadata": {"next_cursor": ""}}


def files_info(ws: Workspace, args: Json) -> Json:
    """One file, and where the bot may fetch it with its token."""
    found = ws.file(str(args.get("file") or ""))
    if found is None:
        raise ApiError("file_not_found")
    return {"file": found.as_slack(ws.base_url)}


def _readable(ws: Workspace, args: Json) -> Channel:
    channel = find_channel(ws, args.get("channel"))
    needed = _READ[channel.kind]
    if needed not in ws.scopes:
        raise ApiError("missing_scope", needed=needed, provided=",".join(ws.scopes))
    return channel


def channel_object(ws: Workspace, channel: Channel) -> Json:
    """A conversation object. See docs.slack.dev/reference/objects/conversation-object."""
    outside = any(ws.people[member].team_id != ws.team_id for member in channel.members if member in ws.people)
    body: Json = {
        "id": channel.id,
        "is_channel": channel.kind == "channel",
        "is_group": channel.kind == "group",
        "is_im": channel.kind == "im",
        "is_private": channel.private,
        "is_archived": channel.archived,
        "is_member": channel.bot_in,
        "is_ext_shared": outside,
        "context_team_id": ws.team_id,
    }
    if channel.person:
        return body | {"user": channel.person}
    return body | {"name": channel.name, "name_normalized": channel.name}


def user_object(ws: Workspace, person: Person) -> Json:
    """A user object; of another workspace's person it tells less. See docs.slack.dev/reference/objects/user-object."""
    stranger = person.team_id != ws.team_id
    body: Json = {
        "id": person.id,
        "team_id": person.team_id,
        "name": person.name.lower().replace(" ", "."),
        "deleted": False,
        "is_bot": False,
        "is_app_user": False,
        "profile": {"real_name": person.name, "display_name": person.name, "team": person.team_id},
    }
    if stranger:
        return body | {"is_stranger": True}
    offset = ws.now().astimezone(ZoneInfo(person.tz)).utcoffset()
    seconds = int(offset.total_seconds()) if offset else 0
    return body | {"real_name": person.name, "tz": person.tz, "tz_label": person.tz, "tz_offset": seconds}


def _bot_object(ws: Workspace) -> Json:
    profile = {"real_name": ws.bot_name, "display_name": ws.bot_name, "bot_id": ws.bot_id, "api_app_id": ws.app_id}
    return {
        "id": ws.bot_user_id,
        "team_id": ws.team_id,
        "name": ws.bot_name.lower(),
        "real_name": ws.bot_name,
        "deleted": False,
        "is_bot": True,
        "profile": profile,
    }
