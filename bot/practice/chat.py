"""The chat.* methods, and what a bot may post. See docs.slack.dev/reference/methods/chat.postMessage."""

from __future__ import annotations

from typing import Any

from bot.practice import limits
from bot.practice.api_errors import ApiError, illegal
from bot.practice.check import check_blocks, text_of_blocks
from bot.practice.shapes import Channel, Json, Message
from bot.practice.workspace import Workspace


def post_message(ws: Workspace, args: Json) -> Json:
    """Post as the bot into a channel, a thread, or (given a user id) that person's direct messages."""
    with ws.lock:
        channel = postable(ws, args)
        text, blocks, attachments = _content(args)
        metadata = args.get("metadata")
        message = ws.post(
            channel.id,
            ws.bot_user_id,
            text[: limits.POSTED_TEXT],
            blocks,
            thread_ts=thread_of(ws, channel, args),
            attachments=tuple(attachments),
            metadata=metadata if isinstance(metadata, dict) else None,
        )
        return {"channel": channel.id, "ts": message.ts, "message": as_bots(ws, message)}


def post_ephemeral(ws: Workspace, args: Json) -> Json:
    """Show something to one member of a channel only."""
    with ws.lock:
        channel = postable(ws, args)
        user = str(args.get("user") or "")
        if user not in ws.people:
            raise ApiError("user_not_found")
        if user not in channel.members:
            raise ApiError("user_not_in_channel")
        text, blocks, attachments = _content(args)
        message = ws.post(
            channel.id,
            ws.bot_user_id,
            text[: limits.POSTED_TEXT],
            blocks,
            thread_ts=thread_of(ws, channel, args),
            attachments=tuple(attachments),
            ephemeral_for=user,
        )
        return {"message_ts": message.ts}


def update(ws: Workspace, args: Json) -> Json:
    """Change a message of the bot's own. Blocks or attachments that are not given stay; an empty list removes them."""
    with ws.lock:
        message = _own_message(ws, args, "cant_update_message")
        text, blocks, attachments = _content(args)
        if (
            len(text.replace("&amp;", "&").replace("&", "&amp;").encode(errors="surrogatepass"))
            > limits.UPDATED_TEXT_BYTES
        ):
            raise ApiError("msg_too_long")
        kept_blocks = message.blocks if args.get("blocks") is None else blocks
        kept_attachments = message.attachments if args.get("attachments") is None else tuple(attachments)
        fresh = ws.edit(message, text, kept_blocks, attachments=kept_attachments)
        return {"channel": message.channel, "ts": message.ts, "text": text, "message": as_bots(ws, fresh)}


def delete(ws: Workspace, args: Json) -> Json:
    """Remove a message of the bot's own."""
    with ws.lock:
        message = _own_message(ws, args, "cant_delete_message")
        ws.delete(message)
        return {"channel": message.channel, "ts": message.ts}


def get_permalink(ws: Workspace, args: Json) -> Json:
    """The address of a message."""
    channel = ws.channels.get(str(args.get("channel")))
    if channel is None or not channel.bot_in:
        raise ApiError("channel_not_found")
    message = ws.message(channel.id, str(args.get("message_ts")))
    if message is None:
        raise ApiError("message_not_found")
    thread = f"&thread={message.thread_ts}" if message.thread_ts else ""
    link = f"{ws.base_url}?channel={channel.id}&message={message.ts}{thread}"
    return {"channel": channel.id, "permalink": link}


def as_bots(ws: Workspace, message: Message) -> Json:
    """A message object, marked as the bot's when it is the bot's."""
    if message.user == ws.bot_user_id:
        return message.as_slack(ws.bot_id, ws.app_id, ws.team_id)
    return message.as_slack()


def find_channel(ws: Workspace, given: Any) -> Channel:
    """The channel with this id or name, a person's direct messages for a user id. Raises channel_not_found."""
    wanted = str(given or "")
    if wanted in ws.people:
        wanted = ws.dm(wanted)
    by_name = {channel.name: channel for channel in ws.channels.values() if not channel.person}
    channel = ws.channels.get(wanted) or by_name.get(wanted.removeprefix("#"))
    if channel is None or (channel.private and not channel.bot_in):
        raise ApiError("channel_not_found")
    return channel


def postable(ws: Workspace, args: Json) -> Channel:
    """The channel that the bot may post into. Raises as chat.postMessage does."""
    channel = find_channel(ws, args.get("channel"))
    if channel.archived:
        raise ApiError("is_archived")
    if not channel.bot_in and "chat:write.public" not in ws.scopes:
        raise ApiError("not_in_channel")
    return channel


def thread_of(ws: Workspace, channel: Channel, args: Json) -> str | None:
    """The ts of the thread that the call names, or None. Raises thread_not_found or cannot_reply_to_message."""
    wanted = args.get("thread_ts")
    if not wanted:
        return None
    parent = ws.message(channel.id, str(wanted))
    if parent is None:
        raise ApiError("thread_not_found")
    if parent.ephemeral_for:
        raise ApiError("cannot_reply_to_message")
    return parent.thread_ts or parent.ts


def _content(args: Json) -> tuple[str, list[Json], list[Json]]:
    text, blocks, attachments = args.get("text"), args.get("blocks") or [], args.get("attachments") or []
    if text is not None and not isinstance(text, str):
        raise ApiError("invalid_arguments", response_metadata={"messages": ["[ERROR] text must be a string"]})
    if not (text or blocks or attachments):
        raise ApiError("no_text")
    check_content(blocks)
    if not isinstance(attachments, list) or len(attachments) > limits.MESSAGE_ATTACHMENTS:
        raise ApiError("too_many_attachments" if isinstance(attachments, list) else "invalid_attachments")
    for index, attachment in enumerate(attachments):
        if not isinstance(attachment, dict):
            raise ApiError("invalid_attachments")
        problems = check_blocks(attachment.get("blocks", []), "message", f"/attachments/{index}/blocks")
        if problems:
            raise illegal("invalid_attachments", problems)
    return text or "", blocks, attachments


def check_content(blocks: Any) -> None:
    """Raises invalid_blocks or msg_blocks_too_long when Slack would not take these blocks in a message."""
    if not isinstance(blocks, list):
        raise ApiError("invalid_blocks_format")
    problems = check_blocks(blocks, "message")
    if problems:
        raise illegal("invalid_blocks", problems)
    if text_of_blocks(blocks) > limits.BLOCKS_TEXT:
        raise ApiError("msg_blocks_too_long")


def _own_message(ws: Workspace, args: Json, refusal: str) -> Message:
    channel = ws.channels.get(str(args.get("channel") or ""))
    if channel is None or (channel.private and not channel.bot_in):
        raise ApiError("channel_not_found")
    message = ws.message(channel.id, str(args.get("ts")))
    if message is None or message.ephemeral_for:
        raise ApiError("message_not_found")
    if message.user != ws.bot_user_id:
        raise ApiError(refusal)
    if channel.archived:
        raise ApiError("is_archived")
    return message
