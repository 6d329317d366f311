"""What Slack's Web API, or whatever stands before it, may answer: each becomes a passing or a permanent error."""

from __future__ import annotations

import io
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from bot.doors import DoorError, HomePage, Posted, Section
from bot.slack import chat as talking
from bot.slack.chat import Chat
from bot.slack.door import SlackDoor
from bot.words import Words
from handlers.requests import Button
from tests.patience import LONG

HTML = "<!doctype html><title>502 Bad Gateway</title>"
FINE = {"ok": True, "channel": "C1", "ts": "1.2"}


class Slack:
    """A server that gives one answer, whatever it is asked."""

    def __init__(self):
        self.status, self.headers, self.body = 200, {}, json.dumps(FINE)
        self.asked = 0
        self.awake = threading.Event()
        self.awake.set()

    def answers(self, body, status=200, **headers):
        self.body = body if isinstance(body, str) else json.dumps(body)
        self.status, self.headers = status, {name.replace("_", "-"): value for name, value in headers.items()}

    @Request.application
    def __call__(self, _request):
        self.asked += 1
        self.awake.wait(LONG.message)
        kind = "text/html" if self.body.startswith("<") else "application/json"
        return Response(self.body, self.status, headers=self.headers, content_type=kind)


@pytest.fixture
def slack():
    return Slack()


@pytest.fixture
def patience():
    return LONG


@pytest.fixture
def chat(slack, patience):
    server = make_server("127.0.0.1", 0, slack, threaded=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    chat = Chat("xoxb-x", f"http://127.0.0.1:{server.server_port}/api/", patience)
    yield chat
    chat.stop()
    server.shutdown()
    thread.join()
    server.server_close()


CALLS = {
    "chat.postMessage": lambda chat: chat.post("C1", "x", []),
    "chat.update": lambda chat: chat.change(Posted("C1", "1.2"), "x", []),
    "chat.postEphemeral": lambda chat: chat.whisper("C1", "U1", "x", [], thread_ts=None),
    "views.open": lambda chat: chat.open("1.2.3", {}),
    "views.push": lambda chat: chat.push("1.2.3", {}),
    "views.update": lambda chat: chat.redraw("V1", "h", {}),
    "views.publish": lambda chat: chat.publish_home("U1", {}),
    "users.info": lambda chat: chat.time_zone("U1"),
    "files.getUploadURLExternal": lambda chat: chat.share("C1", "x", "x.pdf", b"x", thread_ts=None),
    "files.info": lambda chat: chat.fetch("F1", io.BytesIO(), most=1),
    "auth.test": lambda chat: chat.who_am_i(),
}
EVERY_CALL = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)


def fault(chat, call=CALLS["chat.postMessage"]):
    with pytest.raises(DoorError) as caught:
        call(chat)
    return caught.value.code, caught.value.permanent, caught.value.retry_after


# --- Codes ----------------------------------------------------------------------------------------------------------

PERMANENT = [
    "cannot_dm_bot", "cant_update_message", "channel_is_limited_access", "channel_not_found", "edit_window_closed",
    "file_deleted", "file_not_found", "invalid_arguments", "invalid_blocks", "invalid_blocks_format", "is_archived", "is_inactive", "message_not_found",
    "messages_tab_disabled", "missing_scope", "msg_blocks_too_long", "msg_too_long", "no_text", "not_in_channel",
    "restricted_action", "restricted_action_non_threadable_channel", "restricted_action_read_only_channel",
    "restricted_action_thread_locked", "restricted_action_thread_only_channel", "user_disabled", "user_not_found",
    "user_not_in_channel",
]  # fmt: skip
PASSING = [
    "internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited", "rate_limited",
    "message_limit_exceeded", "external_channel_migrating", "team_added_to_org", "accesslimited", "expired_trigger_id",
    # our token: whoever runs Accord renews it
    "not_authed", "invalid_auth", "token_revoked", "token_expired", "account_inactive", "org_login_required",
    "a_code_of_next_year",
]  # fmt: skip


@EVERY_CALL
def test_each_code_passes_or_never_does(chat, slack, call):
    found = {}
    for code in PERMANENT + PASSING:
        slack.answers({"ok": False, "error": code})
        found[code] = fault(chat, call)
    never = {code: (code, True, None) for code in PERMANENT}
    assert found == never | {code: (code, False, None) for code in PASSING}


def test_every_permanent_code_is_in_the_table():
    assert set(PERMANENT) == talking.PERMANENT


def test_our_token_goes_to_slack_alone(chat, slack):
    for address in ("https://evil.example/file", "https://files.slack.com.evil.example/x", "file:///etc/passwd", ""):
        slack.answers({"ok": True, "file": {"id": "F1", "name": "x", "url_private_download": address}})
        assert fault(chat, CALLS["files.info"]) == ("not_a_file_of_slacks", True, None)


# --- Answers that are none ------------------------------------------------------------------------------------------

NO_ANSWERS = {
    (502, HTML): "http_502",
    (503, ""): "http_503",
    (404, HTML): "http_404",
    (200, HTML): "http_200",
    (200, ""): "http_200",
    (200, "[]"): "http_200",
    (200, "null"): "http_200",
    (200, '"ok"'): "not_an_answer",
    (200, "{"): "not_an_answer",
    (200, "{}"): "http_200",
    (200, '{"ok": false}'): "http_200",
    (500, '{"ok": false, "error": "fatal_error"}'): "fatal_error",
    (500, "{}"): "http_500",
}


@EVERY_CALL
def test_what_is_no_answer_of_slacks_passes(chat, slack, call):
    found = {}
    for status, body in NO_ANSWERS:
        slack.answers(body, status)
        found[status, body] = fault(chat, call)
    assert found == {answer: (code, False, None) for answer, code in NO_ANSWERS.items()}


@pytest.mark.parametrize(
    "answer",
    [
        {"ok": True},
        {"ok": True, "channel": "C1"},
        {"ok": True, "ts": "1.2"},
        {"ok": True, "channel": None, "ts": None},
        {"ok": True, "channel": "C1", "ts": ""},
        {"ok": True, "channel": ["C1"], "ts": 1.2},
    ],
)
def test_a_message_without_its_place_has_no_receipt(chat, slack, answer):
    slack.answers(answer)
    assert fault(chat) == ("not_an_answer", False, None)


@EVERY_CALL
def test_too_many_calls(chat, slack, call):
    waits = {"30": 30.0, "0": 0.0, "-5": 0.0, "soon": 1.0, None: 1.0, "nan": 1.0, "inf": 3600.0, "9" * 30: 3600.0}
    for body in ({"ok": False, "error": "ratelimited"}, HTML):
        found = {}
        for said in waits:
            slack.answers(body, 429, **({} if said is None else {"Retry_After": said}))
            found[said] = fault(chat, call)
        assert found == {said: ("ratelimited", False, seconds) for said, seconds in waits.items()}


# --- No answer at all -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("patience", [replace(LONG, call=0.5)])
def test_a_message_waits_longer_for_slack_than_a_person_does(chat, slack, patience):
    slack.awake.clear()
    assert fault(chat, CALLS["views.open"]) == ("TimeoutError", False, None)
    with ThreadPoolExecutor() as pool:
        posting = pool.submit(CALLS["chat.postMessage"], chat)
        time.sleep(2 * patience.call)
        slack.awake.set()
        assert posting.result() == Posted("C1", "1.2")
    assert slack.asked == 2  # it may have been taken: only the sender, who keeps count, tries again


def test_nobody_listens():
    chat = Chat("xoxb-x", "http://127.0.0.1:9/api/")
    try:
        code, permanent, _ = fault(chat)
        assert (code, permanent) == ("ClientConnectorError", False)
    finally:
        chat.stop()


# --- The door -------------------------------------------------------------------------------------------------------


def test_the_door_says_what_is_not_well(chat, slack):
    door = SlackDoor(chat, pause_seconds=1.0)
    assert door.fault() is None
    slack.answers({"ok": False, "error": "invalid_auth"})
    assert door.fault() == "it answers invalid_auth; check SLACK_BOT_TOKEN and the network"


def test_what_cannot_be_drawn_is_not_tried_again(chat, slack):
    door, words = SlackDoor(chat, pause_seconds=1.0), Words("A line", ())
    gone = (Button("a_press_of_an_older_accord", 1),)
    calls = (
        lambda: door.post("C1", words, gone, under=None),
        lambda: door.change(Posted("C1", "1.2"), words, gone),
        lambda: door.show_home("U1", HomePage((Section((), gone),))),
    )
    for call in calls:
        with pytest.raises(DoorError) as caught:
            call()
        assert (caught.value.code, caught.value.permanent) == ("not_drawn:KeyError", True)
    assert slack.asked == 0
