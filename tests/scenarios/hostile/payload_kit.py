"""Payloads as Slack would never send them, put through the program's web door with a good signature."""

from __future__ import annotations

import copy
import hashlib
import hmac
import io
import itertools
import json
import time
from typing import Any
from urllib.parse import quote, urlencode

from hypothesis import strategies as st
from sqlalchemy import inspect, text
from structlog.testing import capture_logs

from bot.demo import SECRET, TEAM
from bot.practice import payloads
from bot.practice.check import check_blocks, check_view
from bot.wiring import SLACK_PATH
from handlers.tables import PRESSES
from tests.hostile import MARKUP
from tests.scenarios import named

EVENTS = itertools.count(1)
FORM = "application/x-www-form-urlencoded"
ESCAPED = {
    code: quote(chr(code), safe="") for code in range(128)
}  # json.dumps writes no others; huge payloads are many
ANSWERS = {200, *range(400, 500)}  # the bot is never at a loss


def sent(world, body: bytes, content_type: str = FORM, **more: str) -> tuple[int, bytes]:
    """Put a signed request through the web door; its status and body."""
    now = str(int(time.time()))  # noqa: TID251 (a signature is good for five minutes of the real time)
    signature = "v0=" + hmac.new(SECRET.encode(), f"v0:{now}:".encode() + body, hashlib.sha256).hexdigest()
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": SLACK_PATH,
        "QUERY_STRING": "",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": content_type,
        "HTTP_X_SLACK_REQUEST_TIMESTAMP": now,
        "HTTP_X_SLACK_SIGNATURE": signature,
        "wsgi.input": io.BytesIO(body),
        **more,
    }
    told: list[str] = []
    data = b"".join(world.stage.program.web(environ, lambda status, *_: told.append(status)))
    return int(told[0].split()[0]), data


def encoded(payload: Any) -> tuple[bytes, str]:
    """A payload as Slack would put it into a request."""
    if isinstance(payload, dict) and payload.get("type") in ("event_callback", "url_verification"):
        return json.dumps(payload).encode(), "application/json"
    if isinstance(payload, dict) and "command" in payload:
        flat = {str(key): value if isinstance(value, str) else json.dumps(value) for key, value in payload.items()}
        return urlencode(flat, errors="surrogatepass").encode(), FORM
    return b"payload=" + json.dumps(payload).translate(ESCAPED).encode(), FORM


def answered(world, payload: Any) -> tuple[int, dict[str, Any]]:
    """Send a payload; check that it is answered as Slack accepts it, and that nothing failed on the way."""
    if isinstance(payload, dict) and str(payload.get("event_id")).startswith("Ev"):
        payload = payload | {"event_id": f"Ev{next(EVENTS)}"}  # of one that is delivered again there is no answer
    with capture_logs() as logs:
        status, data = sent(world, *encoded(payload))
    failed = [line for line in logs if line.get("outcome") == "failed"]
    assert not failed, failed
    assert status in ANSWERS, (status, data[:200])
    if status != 200 or not data:
        return status, {}
    answer = json.loads(data)
    if "response_type" in answer:
        assert not check_blocks(answer["blocks"], "message")
        assert answer["text"]
    if answer.get("response_action") == "errors":
        assert answer["errors"]
        assert all(isinstance(line, str) and line for line in answer["errors"].values())
    if answer.get("response_action") == "update":
        assert not check_view(answer["view"])
    return status, answer


def everything(world) -> dict[str, list[Any]]:
    """All rows of all tables."""
    tables = sorted(inspect(world.engine).get_table_names())
    with world.engine.connect() as connection:
        return {t: sorted(map(repr, connection.execute(text(f'SELECT * FROM "{t}"')))) for t in tables}


def press(world, user: str, action: str, value: Any, channel: str = "C0SEFTON") -> dict[str, Any]:
    """A press on a message in a channel."""
    return {
        "type": "block_actions",
        "user": {"id": user, "team_id": TEAM, "name": "x"},
        "team": {"id": TEAM, "domain": "x"},
        "trigger_id": "1.2.3",
        "container": {"type": "message", "message_ts": "1.1", "channel_id": channel},
        "channel": {"id": channel, "name": "x"},
        "message": {"ts": "1.1", "text": "", "blocks": []},
        "actions": [{"type": "button", "action_id": f"{action}:{value}", "block_id": "b", "value": value}],
    }


TYPED = {"type": "plain_text_input"}
ELEMENTS = {"document": {"type": "file_input", "max_files": 1, "filetypes": ["pdf", "jpg"]}}
"""What a field is drawn as where that matters: of a document the view says which types it takes."""


def submission(user: str, form: str, metadata: Any, values: Any, view_id: str = "V1") -> dict[str, Any]:
    """A form that is handed in."""
    fields = values if isinstance(values, dict) else {}
    blocks = [{"type": "input", "block_id": key, "element": ELEMENTS.get(key, TYPED)} for key in fields]
    kept = metadata if isinstance(metadata, str) else json.dumps(metadata)
    return {
        "type": "view_submission",
        "user": {"id": user, "team_id": TEAM},
        "team": {"id": TEAM},
        "trigger_id": "1.2.3",
        "view": {
            "id": view_id,
            "type": "modal",
            "callback_id": form,
            "private_metadata": kept,
            "hash": "1.x",
            "blocks": blocks,
            "state": {"values": values},
        },
    }


def first(world, name: str) -> int:
    """The id of the first row that a button or a form with this name is about."""
    with world.session() as session:
        return named.id_of(session, name, 1)


def metadata(row: Any, **more: Any) -> dict[str, Any]:
    return {"row": row, "channel": "C0SEFTON", "link": None, "text": "", **more}


def genuine(world) -> list[dict[str, Any]]:
    """One of each kind of payload, as Slack sends it; by Ada, where somebody must have done it."""
    ws, ada = world.workspace, world.ada
    channel = ws.channels["C0SEFTON"]
    message = world.living("SEF-1")
    found = [
        payloads.slash_command(ws, ada.person, "/partnership", words, channel)
        for words in ("", "issue SEF-1", "due", "people", "here", "x")
    ]
    found.append(payloads.slash_command(ws, ada.person, "/raise-issue", "Beds", channel))
    found.append(payloads.message_action(ws, ada.person, "raise_from_message", message))
    found += [press(world, "U0ADA", name, str(first(world, name))) for name in PRESSES]
    ada.types("/raise-issue Beds")
    view = ws.stacks["U0ADA"][-1]
    found.append(payloads.view_submission(ws, ada.person, view))
    found.append(payloads.view_closed(ws, ada.person, view, cleared=True))
    choice = {"type": "static_select", "action_id": "raised_for", "block_id": "raised_for", "selected_option": None}
    found.append(payloads.block_actions(ws, ada.person, choice, view.values, view=view))
    ada.closes()
    found += [payloads.event(ws, ada.person, inner) for inner in _events(ws, ada.person, message)]
    return json.loads(json.dumps(found, default=str))


def _events(ws, person, message):
    said = payloads.message_event(ws, person, message) | {"user": person.id, "text": "<@U0BOT> due"}
    for key in ("bot_id", "subtype"):
        said.pop(key, None)
    dm = ws.dm(person.id)
    return (
        payloads.home_event(ws, person),
        said | {"type": "app_mention"},
        said | {"channel": dm, "channel_type": "im", "type": "message"},
    )


# --- What is done to them -------------------------------------------------------------------------------------------

JUNK: list[Any] = [
    None, True, 0, -1, 1.5, 2**63, 10**400, "", " ", "0", "-1", "1e3", "\u0661", "²", "9" * 18, "9" * 19, "9" * 5000, "\x00",
    "\ud800", "x\x00y", [], {}, [[]], [None], {"a": 1}, {"id": 7}, ["button"], "U0BEN", "SEF-1", "raise_issue", "null",
    "[" * 900, "view_submission", "block_actions", "<!channel>", "ж" * 5000, TEAM, "T0OTHER", "C0LOUNGE", "due", "link",
    *MARKUP.values(),
]  # fmt: skip


def paths(node: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a payload."""
    found = [at] if at else []
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        found += paths(value, (*at, key))
    return found


@st.composite
def mangled(draw: st.DrawFn, whole: list[dict[str, Any]]) -> dict[str, Any]:
    """A genuine payload of which some places are missing or something else."""
    payload = copy.deepcopy(draw(st.sampled_from(whole)))
    for _ in range(draw(st.integers(1, 3))):
        places = paths(payload)
        if not places:
            break
        *way, last = draw(st.sampled_from(sorted(places, key=lambda place: (len(place), repr(place)))))
        node = payload
        for key in way:
            node = node[key]
        if draw(st.integers(0, 3)) == 0:
            del node[last]
        else:
            node[last] = draw(st.sampled_from(JUNK))
    return payload
