"""Slack's door over HTTP: whatever is sent to it gets an answer, and what is no payload of Slack's gets a 4xx."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import structlog
from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
MOST_BYTES = 8_000_000  # a form of Slack's has at most some hundred thousand
log = structlog.get_logger()


def web_door(app: App, path: str) -> Wsgi:
    """Return the app as a web application. What cannot even be parsed is refused before Bolt would fail on it."""
    bolt = SlackRequestHandler(app, path=path)

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        length = str(environ.get("CONTENT_LENGTH") or "0")
        if not (length.isascii() and length.isdecimal()):
            return _refused(start_response, "400 Bad Request")
        if len(length) > len(str(MOST_BYTES)) or int(length) > MOST_BYTES:
            return _refused(start_response, "413 Content Too Large")
        try:
            return bolt(environ, start_response)
        except Exception as error:  # noqa: BLE001 (no text, no JSON, nested without end: it is not Slack who sends it)
            log.warning("not a payload of Slack's", error=type(error).__name__)
            return _refused(start_response, "400 Bad Request")

    return application


def _refused(start_response: Callable[..., Any], status: str) -> Iterable[bytes]:
    start_response(status, [("Content-Type", "text/plain; charset=utf-8")])
    return [b"This is not a payload of Slack's.\n"]
