"""Files that the bot shares: an address, the bytes, and then the message in the channel.

Follows docs.slack.dev/messaging/working-with-files, "Uploading files".
"""

from __future__ import annotations

import mimetypes
import secrets
from dataclasses import replace
from typing import Any

from bot.practice.api_errors import ApiError
from bot.practice.chat import postable, thread_of
from bot.practice.shapes import Json, StoredFile, Upload
from bot.practice.workspace import Workspace


def get_upload_url(ws: Workspace, args: Json) -> Json:
    """A fresh address that takes the bytes of one file, once."""
    name, length = str(args.get("filename") or ""), _whole(args.get("length"))
    if not name or length is None or length < 1:
        raise ApiError("invalid_arguments")
    with ws.lock:
        key, file_id = secrets.token_urlsafe(12), ws.new_id("F")
        ws.uploads[key] = Upload(file_id, name, length, alt=str(args.get("alt_txt") or ""))
        return {"upload_url": f"{ws.base_url}upload/{key}", "file_id": file_id}


def take(ws: Workspace, key: str, content: bytes) -> None:
    """Keep the bytes of an announced file. Raises upload_url_used or length_mismatch."""
    with ws.lock:
        upload = ws.uploads.get(key)
        if upload is None or upload.content is not None:
            raise ApiError("upload_url_used")
        if len(content) != upload.length:
            raise ApiError("length_mismatch")
        ws.uploads[key] = replace(upload, content=content)


def complete(ws: Workspace, args: Json) -> Json:
    """Share the files whose bytes are there; with `channel_id`, in one message of the bot."""
    listed = args.get("files")
    if not isinstance(listed, list) or not listed or not all(isinstance(each, dict) for each in listed):
        raise ApiError("invalid_arguments")
    with ws.lock:
        stored = [_stored(ws, each) for each in listed]
        where = args.get("channel_id")
        channel = postable(ws, {"channel": where}) if where else None
        if channel and not channel.bot_in:
            raise ApiError("not_in_channel")
        thread = thread_of(ws, channel, args) if channel else None
        ws.files |= {file.id: file for file in stored}
        ws.uploads = {key: held for key, held in ws.uploads.items() if held.id not in ws.files}
        shown = tuple(file.as_slack(ws.base_url) for file in stored)
        if channel:
            said = str(args.get("initial_comment") or "")
            ws.post(channel.id, ws.bot_user_id, said, thread_ts=thread, files=shown)
        return {"files": list(shown)}


def _stored(ws: Workspace, asked: Json) -> StoredFile:
    held = next((upload for upload in ws.uploads.values() if upload.id == asked.get("id")), None)
    if held is None or held.content is None:
        raise ApiError("file_not_found")
    kind = mimetypes.guess_type(held.name)[0] or "application/octet-stream"
    title = str(asked.get("title") or held.name)
    return StoredFile(held.id, held.name, kind, held.content, ws.bot_user_id, title, held.alt)


def _whole(given: Any) -> int | None:
    return int(given) if str(given).isdecimal() else None
