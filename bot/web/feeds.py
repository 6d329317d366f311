"""Calendar addresses over HTTP: `GET /calendar/TOKEN.ics`. Whatever is wrong with one, the answer is the same 404.

A token is looked up by its hash and by nothing else, so that no answer, and no time one takes, tells how near a guess
was. It is never logged.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import structlog
from sqlalchemy import Engine

from bot.ics import feed_file
from bot.logs import new_id
from handlers.overview import feeds
from storage.database import transaction

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
Answer = tuple[str, Mapping[str, str], bytes]
log = structlog.get_logger()

ALWAYS: Mapping[str, str] = {
    "Cache-Control": "private, no-cache",  # kept by its reader alone, and asked for again each time
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
TEXT: Mapping[str, str] = {**ALWAYS, "Content-Type": "text/plain; charset=utf-8"}
UNKNOWN: Answer = ("404 Not Found", TEXT, b"There is no calendar at this address.\n")
NOT_READ: Answer = ("405 Method Not Allowed", {**TEXT, "Allow": "GET, HEAD"}, b"A calendar can only be read.\n")
NOT_WELL: Answer = (
    "503 Service Unavailable",
    {**TEXT, "Retry-After": "60"},
    b"The calendar cannot be read at the moment. Please try again later.\n",
)
_EPOCH = datetime.fromtimestamp(0, UTC)
_TAG = re.compile(r'(?:W/)?("[^"]*")')


def feeds_door(engine: Engine, now: Callable[[], datetime]) -> Wsgi:
    """Return the web application for whatever stands under the feeds' path."""

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        method, started = environ.get("REQUEST_METHOD"), time.monotonic()
        if method not in ("GET", "HEAD"):
            answer = NOT_READ
        else:
            try:
                answer = _answer(engine, now(), environ)
            except Exception as error:  # noqa: BLE001 (whatever it was, the program that asks gets an answer)
                log.error("feed", id=new_id(), outcome="failed", error=type(error).__name__)
                answer = NOT_WELL
        status, headers, body = answer
        log.info("feed", id=new_id(), outcome=status, ms=round((time.monotonic() - started) * 1000))
        start_response(status, [*headers.items(), *_length(status, body)])
        return [] if method == "HEAD" else [body]

    return application


def _length(status: str, body: bytes) -> list[tuple[str, str]]:
    return [] if status.startswith("304") else [("Content-Length", str(len(body)))]


def _answer(engine: Engine, now: datetime, environ: Mapping[str, Any]) -> Answer:
    path = str(environ.get("PATH_INFO", ""))
    token = path.removeprefix(feeds.PATH).removesuffix(feeds.ENDING) if path.endswith(feeds.ENDING) else ""
    with transaction(engine) as session:
        dates = feeds.read(session, token, now)
    if dates is None:
        return UNKNOWN
    # What it says has one tag, whenever the file is made; the bytes also say when that was, so the tag is a weak one.
    tag = f'"{hashlib.sha256(feed_file(dates, stamp=_EPOCH)).hexdigest()}"'
    headers = {**ALWAYS, "ETag": f"W/{tag}"}
    if _has(str(environ.get("HTTP_IF_NONE_MATCH", "")), tag):
        return "304 Not Modified", headers, b""
    headers["Content-Type"] = "text/calendar; charset=utf-8"
    headers["Content-Disposition"] = 'inline; filename="accord.ics"'
    return "200 OK", headers, feed_file(dates, stamp=now)


def _has(asked: str, tag: str) -> bool:
    """Return whether a reader already has what a tag stands for (RFC 9110, 13.1.2: weak comparison)."""
    return asked.strip() == "*" or tag in _TAG.findall(asked)
