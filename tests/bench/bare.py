"""Bare Bolt apps with one listener each, the measure of what Accord adds: python -m tests.bench.bare PORT.

Served exactly as `python -m bot web` serves Accord.
"""

from __future__ import annotations

import os
import re
import sys

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels
from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from tests.bench.load import SECRET

ANYTHING = re.compile(".*", re.DOTALL)
KINDS = ("command", "action", "view", "opens")
SMALL_VIEW = {
    "type": "modal",
    "callback_id": "bare",
    "title": {"type": "plain_text", "text": "Bare"},
    "blocks": [{"type": "section", "text": {"type": "plain_text", "text": "A page"}}],
}


def path_of(kind: str) -> str:
    return f"/bare/{kind}"


def _app(kind: str) -> App:
    api = os.environ["SLACK_API_URL"]
    app = App(
        signing_secret=SECRET,
        authorize=lambda: AuthorizeResult(enterprise_id=None, team_id=None, bot_token="xoxb-bench"),
        client=WebClient(base_url=api),
        process_before_response=True,
    )
    if kind == "opens":

        @app.command(ANYTHING)
        def _opens(ack, body, client):
            client.views_open(trigger_id=body["trigger_id"], view=SMALL_VIEW)
            ack()
    else:

        @{"command": app.command, "action": app.action, "view": app.view}[kind](ANYTHING)
        def _only(ack):
            ack()

    return app


def application():
    """Return one WSGI application with an app for each kind of payload, so that none has more than one listener."""
    handlers = {path_of(kind): SlackRequestHandler(_app(kind), path=path_of(kind)) for kind in KINDS}
    return lambda environ, start_response: handlers[environ["PATH_INFO"]](environ, start_response)


if __name__ == "__main__":
    Granian(
        "tests.bench.bare:application",
        factory=True,
        interface=Interfaces.WSGI,
        address="127.0.0.1",
        port=int(sys.argv[1]),
        workers=1,
        blocking_threads=8,
        log_level=LogLevels("info"),
    ).serve()
