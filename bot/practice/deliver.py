"""Signed requests to the bot, and what its answer means.

Follows docs.slack.dev/authentication/verifying-requests-from-slack.
"""

from __future__ import annotations

import http.client
import json
import time
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode, urlsplit

from slack_sdk.signature import SignatureVerifier

from bot.practice.shapes import Json, Reply
from bot.practice.workspace import Workspace

TIMED_OUT = "operation_timeout"
REFUSED = "dispatch_failed"
EVENT_TRIES = 4  # the first and three more


def send_form(ws: Workspace, kind: str, form: dict[str, str], who: str) -> Reply:
    """Send a slash command."""
    return _send(ws, kind, dict(form), urlencode(form), "application/x-www-form-urlencoded", who)


def send_payload(ws: Workspace, payload: Json, who: str) -> Reply:
    """Send an interaction, as the `payload` field of a form."""
    body = urlencode({"payload": json.dumps(payload)})
    return _send(ws, str(payload["type"]), payload, body, "application/x-www-form-urlencoded", who)


def send_event(ws: Workspace, envelope: Json, who: str) -> Reply:
    """Send an event, and again up to three times with Slack's retry headers while the bot does not take it."""
    kind = f"event {envelope['event']['type']}"
    headers: dict[str, str] = {}
    reply = Reply(0)
    for retry in range(EVENT_TRIES):
        if retry:
            reason = "http_timeout" if reply.trouble == TIMED_OUT else "http_error"
            headers = {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": reason}
        reply = _send(ws, kind, envelope, json.dumps(envelope), "application/json", who, headers=headers)
        if _is_taken(reply.status):
            break
    return reply


def _send(
    ws: Workspace,
    kind: str,
    request: Json,
    body: str,
    content_type: str,
    who: str,
    *,
    headers: dict[str, str] | None = None,
) -> Reply:
    started = time.monotonic()
    reply = _post(ws, body.encode(), content_type, headers or {})
    took_ms = int((time.monotonic() - started) * 1000)
    note = " ".join([*(f"{name}: {value}" for name, value in (headers or {}).items()), reply.trouble or ""]).strip()
    ws.record("to bot", kind, request, reply.status, reply.body or reply.raw, who=who, took_ms=took_ms, note=note)
    return reply


def _post(ws: Workspace, body: bytes, content_type: str, headers: dict[str, str]) -> Reply:
    if not ws.request_url:
        return Reply(0, trouble=REFUSED)
    url = urlsplit(ws.request_url)
    # The bot checks the timestamp against the machine's clock, so the workspace's own time is no use here.
    timestamp = str(int(time.time()))  # noqa: TID251 - see above
    signature = SignatureVerifier(ws.signing_secret).generate_signature(timestamp=timestamp, body=body)
    connection = http.client.HTTPConnection(url.hostname or "", url.port or 80, timeout=ws.patience_seconds)
    try:
        connection.request(
            "POST",
            url.path or "/",
            body,
            {
                "Content-Type": content_type,
                "X-Slack-Request-Timestamp": timestamp,
                "X-Slack-Signature": signature or "",
                "User-Agent": "Slackbot 1.0 (practice)",
                **headers,
            },
        )
        answer = connection.getresponse()
        return _read(answer.status, answer.read().decode("utf-8", "replace"))
    except TimeoutError:
        return Reply(0, trouble=TIMED_OUT)
    except (OSError, http.client.HTTPException):
        return Reply(0, trouble=REFUSED)
    finally:
        connection.close()


def _is_taken(status: int) -> bool:
    return HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES


def _read(status: int, raw: str) -> Reply:
    trouble = None if _is_taken(status) else REFUSED
    try:
        parsed: Any = json.loads(raw) if raw.strip() else {}
    except ValueError:
        return Reply(status, raw, raw=raw, trouble=trouble)
    if not isinstance(parsed, dict):
        return Reply(status, raw, raw=raw, trouble=trouble)
    blocks = parsed.get("blocks")
    shown = tuple(blocks) if isinstance(blocks, list) else ()
    return Reply(status, str(parsed.get("text") or ""), shown, raw, parsed, trouble)
