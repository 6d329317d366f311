"""How a call meets its fault: held, late, dropped, refused, answered wrongly or cut off, and written down as such."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus

from werkzeug.wrappers import Request, Response

from bot.practice.faults import AFTER, BEFORE, WRONG, Fault
from bot.practice.shapes import Json
from bot.practice.web_api import Answer
from bot.practice.workspace import Workspace

_NONE = Fault()


def through(ws: Workspace, kind: str, args: Json, request: Request, run: Callable[[], Answer]) -> Response:
    """The response to one call of the bot: what `run` answers, or what the waiting fault makes of it."""
    met = ws.faults.take(kind)
    if met is not None:
        ws.changed()  # the page lists what waits, and a held call may stand for long
    fault = met or _NONE
    _wait(fault, BEFORE, fault.delay)
    refused = bool(fault.drop or fault.status or fault.error)
    answer = _faulty(fault) if refused else run()
    cut = fault.drop or fault.after_acceptance
    body = json.dumps(answer.body, default=str) if fault.wrong is None else WRONG.get(fault.wrong, fault.wrong)
    shown = answer.body if fault.wrong is None else body
    said = str(fault)
    status = answer.status if fault.wrong is None else HTTPStatus.OK.value
    ws.record("from bot", kind, args, 0 if cut else status, shown, note=f"fault: {said}" if said else "")
    if not refused:
        _wait(fault, AFTER, fault.delay_after)
    if cut:
        return _cut(request)
    mimetype = "text/html" if fault.wrong == "html" else "application/json"
    response = Response(body, status, content_type=f"{mimetype}; charset=utf-8", headers={"Cache-Control": "no-store"})
    response.headers.update(answer.headers)
    return response


def _wait(fault: Fault, where: str, seconds: float) -> None:
    if fault.gate and seconds:
        fault.gate.stand(seconds)
    if fault.gate and fault.hold == where:
        fault.gate.stand()


def _faulty(fault: Fault) -> Answer:
    if fault.status is None or fault.status == HTTPStatus.OK:
        return Answer({"ok": False, "error": fault.error or "internal_error"})
    if fault.status == HTTPStatus.TOO_MANY_REQUESTS:
        headers = {"retry-after": str(fault.retry_after)}
        return Answer({"ok": False, "error": fault.error or "ratelimited"}, fault.status, headers)
    return Answer({"ok": False, "error": fault.error or "fatal_error"}, fault.status)


def _cut(request: Request) -> Response:
    """Close the connection under the answer, so that the caller sees it break off."""
    connection = request.environ.get("werkzeug.socket")
    if connection is not None:
        with suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)
    return Response(b"", 500)
