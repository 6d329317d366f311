"""The response_url: where a bot may answer an interaction later, five times in thirty minutes.

Follows docs.slack.dev/interactivity/handling-user-interaction, "Message responses".
"""

from __future__ import annotations

from dataclasses import replace

from werkzeug.wrappers import Request, Response

from bot.practice.api_errors import ApiError
from bot.practice.chat import check_content
from bot.practice.faulty import through
from bot.practice.shapes import Json, ResponseUrl
from bot.practice.web_api import Answer
from bot.practice.workspace import Workspace

MOST_USES = 5


def answer(ws: Workspace, key: str, request: Request) -> Response:
    """Take one answer of the bot. 404 with `used_url` or `expired_url` when there were five, or it is too late."""
    body = request.get_json(force=True, silent=True)
    given: Json = body if isinstance(body, dict) else {}
    return through(ws, "response_url", given, request, lambda: _call(ws, key, given))


def _call(ws: Workspace, key: str, given: Json) -> Answer:
    try:
        with ws.lock:
            _apply(ws, _spend(ws, key), given)
    except ApiError as error:
        status = int(error.more.pop("http", 404))
        return Answer({"ok": False, "error": error.error} | error.more, status)
    return Answer({"ok": True})


def _spend(ws: Workspace, key: str) -> ResponseUrl:
    url = ws.response_urls.get(key)
    if url is None or ws.monotonic() > url.expires:
        raise ApiError("expired_url")
    if url.uses >= MOST_USES:
        raise ApiError("used_url")
    ws.response_urls[key] = replace(url, uses=url.uses + 1)
    return url


def _apply(ws: Workspace, url: ResponseUrl, given: Json) -> None:
    original = ws.message(url.channel, url.ts) if url.ts else None
    if given.get("delete_original"):
        if original is None:
            raise ApiError("message_not_found")
        ws.delete(original)
        return
    text, blocks = str(given.get("text") or ""), given.get("blocks") or []
    if not (text or blocks):
        raise ApiError("no_text", http=400)
    try:
        check_content(blocks)
    except ApiError as error:
        error.more["http"] = 400
        raise
    # An ephemeral original is replaced unless the bot says otherwise; another only when it asks for it.
    wanted = given.get("replace_original", original is not None and original.ephemeral_for is not None)
    if original is not None and wanted:
        ws.edit(original, text, blocks)
        return
    public = given.get("response_type") == "in_channel"
    thread = given.get("thread_ts") or url.thread_ts
    ws.post(url.channel, ws.bot_user_id, text, blocks, thread_ts=thread, ephemeral_for=None if public else url.user_id)
