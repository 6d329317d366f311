"""A closed-loop load generator: so many connections, each asking again as soon as it is answered."""

from __future__ import annotations

import hashlib
import hmac
import json
import selectors
import socket
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from bot.now import read_clock

SECRET = "bench-signing-secret"
PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Run:
    """What one run measured. `answered` counts every answer, `wrong` those that were not 200."""

    answered: int
    wrong: int
    seconds: float
    milliseconds: tuple[float, ...]  # of each answer, sorted

    @property
    def per_second(self) -> float:
        return self.answered / self.seconds

    def percentile(self, share: float) -> float:
        return self.milliseconds[min(int(len(self.milliseconds) * share), len(self.milliseconds) - 1)]


def signed(path: str, payload: dict[str, Any]) -> bytes:
    """Return a request as Slack sends it. A command's payload is the form itself; any other's is JSON in a field."""
    body = urlencode(payload if "command" in payload else {"payload": json.dumps(payload)}).encode()
    stamp = str(int(read_clock().timestamp()))
    digest = hmac.new(SECRET.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256).hexdigest()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"X-Slack-Request-Timestamp: {stamp}\r\nX-Slack-Signature: v0={digest}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def run(port: int, path: str, payloads: Iterable[dict[str, Any]], *, at_once: int, seconds: float, repeat: bool) -> Run:
    """Ask for so many seconds, or until the payloads are used up; what was asked by then is waited for."""
    requests = [signed(path, payload) for payload in payloads]  # prepared before the watch starts
    ready = selectors.DefaultSelector()
    pending = iter(_endless(requests) if repeat else requests)
    for _ in range(at_once):
        connection = socket.create_connection(("127.0.0.1", port))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        ready.register(connection, selectors.EVENT_READ, [0.0, b""])
    times: list[float] = []
    wrong, open_ = 0, 0
    started = time.perf_counter()
    for key in ready.get_map().values():
        open_ += _ask(key, pending)
    while open_:
        found = ready.select(PATIENCE_SECONDS)
        if not found:
            raise TimeoutError(f"{path} was not answered within {PATIENCE_SECONDS} s")
        for key, _ in found:
            key.data[1] += key.fileobj.recv(65536) or _closed(path)
            status = _complete(key.data[1])
            if status is None:
                continue
            now = time.perf_counter()
            times.append((now - key.data[0]) * 1000)
            wrong += status != 200
            open_ -= 1
            if now - started < seconds:
                open_ += _ask(key, pending)
    taken = time.perf_counter() - started
    for key in list(ready.get_map().values()):
        key.fileobj.close()
    ready.close()
    return Run(len(times), wrong, taken, tuple(sorted(times)))


def _ask(key: selectors.SelectorKey, pending: Any) -> int:
    request = next(pending, None)
    if request is None:
        return 0
    key.data[:] = [time.perf_counter(), b""]
    key.fileobj.sendall(request)
    return 1


def _endless(requests: list[bytes]) -> Any:
    while True:
        yield from requests


def _closed(path: str) -> bytes:
    raise ConnectionError(f"the server closed a connection while {path} was asked")


def _complete(received: bytes) -> int | None:
    """Return the status of an answer that has arrived whole, else None."""
    head, end, body = received.partition(b"\r\n\r\n")
    if not end:
        return None
    low = head.lower()
    at = low.find(b"content-length:")
    if at < 0:
        if b"transfer-encoding: chunked" in low and not body.endswith(b"0\r\n\r\n"):
            return None
    elif len(body) < int(low[at + 15 :].split(b"\r\n", 1)[0]):
        return None
    return int(head.split(b" ", 2)[1])
