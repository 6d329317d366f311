"""The HTTP server of the practice workspace: the Web API, response_url, files and the page."""

from __future__ import annotations

import socket
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from bot.practice import faulty, page, response_url, uploads, web_api
from bot.practice.api_errors import ApiError
from bot.practice.shapes import Control, Json
from bot.practice.workspace import Workspace

MOST_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True)
class Running:
    """A server that answers. `url` is the page, `api_url` what SLACK_API_URL must be."""

    url: str
    api_url: str
    server: BaseWSGIServer
    thread: threading.Thread
    workspace: Workspace

    def stop(self) -> None:
        """Stop answering, and let every open page know."""
        self.workspace.close()
        self.workspace.faults.clear()
        self.server.shutdown()
        self.thread.join(5)
        self.server.server_close()


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002 - werkzeug's own name
        """Say nothing: the journal holds every exchange."""


def serve(workspace: Workspace, port: int = 0, host: str = "127.0.0.1", controls: Sequence[Control] = ()) -> Running:
    """Start answering on this port (0: any free one) in a daemon thread. Raises OSError when the port is taken."""
    held = tuple(controls)

    @Request.application
    def application(request: Request) -> Response:
        return _answer(workspace, held, host, request)

    # The socket is made here because werkzeug ends the process when a port is taken.
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    with suppress(OSError):
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    server = make_server(host, port, application, threaded=True, request_handler=_Quiet, fd=listener.fileno())
    number = listener.getsockname()[1]
    listener.detach()
    shown = f"[{host}]" if ":" in host else host
    url = f"http://{shown}:{number}/"
    workspace.base_url = url
    workspace.closed = False
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), name="practice-workspace", daemon=True)
    thread.start()
    return Running(url, f"{url}api/", server, thread, workspace)


def _answer(ws: Workspace, controls: tuple[Control, ...], host: str, request: Request) -> Response:
    request.max_content_length = MOST_BYTES
    path = request.path
    if path.startswith("/api/"):
        return _api(ws, path.removeprefix("/api/"), request)
    if path.startswith("/response/"):
        return response_url.answer(ws, path.removeprefix("/response/"), request)
    if path.startswith("/upload/"):
        return _upload(ws, path.removeprefix("/upload/"), request)
    if path.startswith("/files/"):
        return _file(ws, path.removeprefix("/files/").split("/")[0], request)
    return page.answer(ws, controls, host, request)


def _api(ws: Workspace, method: str, request: Request) -> Response:
    args = web_api.arguments(_raw_arguments(request))
    token = _token(request, args)
    args.pop("token", None)
    return faulty.through(ws, method, args, request, lambda: web_api.call(ws, method, token, args))


def _raw_arguments(request: Request) -> Json:
    raw: Json = dict(request.args)
    if request.mimetype == "application/json":
        body = request.get_json(force=True, silent=True)
        return raw | (body if isinstance(body, dict) else {})
    return raw | dict(request.form)


def _token(request: Request, args: Json) -> str | None:
    header = request.headers.get("Authorization", "")
    if header.startswith("Bearer "):
        return header.removeprefix("Bearer ").strip()
    return str(args["token"]) if args.get("token") else None


def _upload(ws: Workspace, key: str, request: Request) -> Response:
    # Clients label raw bytes as a form too, so only a multipart body is read as one.
    parts = list(request.files.values()) if request.mimetype == "multipart/form-data" else []
    content = parts[0].read() if parts else request.get_data()

    def run() -> web_api.Answer:
        try:
            uploads.take(ws, key, content)
        except ApiError as error:
            return web_api.Answer({"ok": False, "error": error.error}, 400)
        return web_api.Answer({"ok": True})

    return faulty.through(ws, "upload_url", {"bytes": len(content)}, request, run)


def _file(ws: Workspace, file_id: str, request: Request) -> Response:
    found = ws.file(file_id)
    if found is None:
        return Response("no such file", 404)
    if _token(request, {}) != ws.bot_token and "files:read" in ws.scopes:
        return Response("not allowed", 403)
    return Response(found.content, mimetype=found.mimetype, headers={"Content-Disposition": "attachment"})
