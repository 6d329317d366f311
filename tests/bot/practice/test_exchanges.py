"""What the workspace and the bot say to each other, to the letter: headers, ids, secrets, and what a reload forgets."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from slack_sdk.errors import SlackApiError

from bot.practice import Hands
from tests.bot.practice.kit import ask, grant, own_scopes
from tests.browsers import PATIENCE_MS
from tests.patience import LONG_SECONDS

__all__ = ["own_scopes"]


class Answers:
    """A bot that answers each request with the next of these statuses; None: not before it is stopped."""

    def __init__(self, *statuses: int | None) -> None:
        self.headers: list[dict[str, str]] = []
        self.stopped = threading.Event()
        waiting, seen, stopped = list(statuses), self.headers, self.stopped

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                seen.append(dict(self.headers))
                status = waiting.pop(0) if waiting else 200
                if status is None:
                    stopped.wait(LONG_SECONDS)
                self.send_response(status or 200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the library's name)
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        self.stopped.set()
        self.server.shutdown()
        self.server.server_close()


@pytest.mark.parametrize(
    ("first", "reason"), [(500, "http_error"), (None, "http_timeout")], ids=["an error", "no answer in time"]
)
def test_an_event_comes_again_with_the_number_and_the_reason(world: Any, first: int | None, reason: str) -> None:
    bot = Answers(first, 200)
    world.workspace.request_url = f"http://127.0.0.1:{bot.server.server_port}/slack/events"
    if first is None:
        world.workspace.patience_seconds = 0.3
    world.ann().says("hello?")
    bot.stop()
    told = [(h.get("X-Slack-Retry-Num"), h.get("X-Slack-Retry-Reason")) for h in bot.headers]
    assert told[:2] == [(None, None), ("1", reason)]  # a busy machine may not take the second in time either


def test_a_view_names_the_workspace_that_has_the_app(world: Any) -> None:
    guest = world.workspace.add_person("U9", "Guest", team_id="T0ELSEWHERE")
    ann = world.ann()
    ann.types("/tea", channel="C1")
    ann.submits({"kind": "mint", "milk": "oat"})
    view = world.seen.bodies[-1]["view"]
    assert view["app_installed_team_id"] == world.workspace.team_id
    Hands(world.workspace, guest.id).opens_home()
    Hands(world.workspace, guest.id).presses_home("Ask for tea")
    body = world.seen.bodies[-1]
    assert (body["user"]["team_id"], body["team"]["id"]) == ("T0ELSEWHERE", world.workspace.team_id)
    assert body["view"]["app_installed_team_id"] == world.workspace.team_id


def test_a_reload_forgets_what_only_one_person_saw(world: Any) -> None:
    version = ask(world, "/page/state?as=U1&channel=C1")[1]["version"]
    world.ann().types("/tea mint", channel="C1")
    since = f"/page/state?as=U1&channel=C1&since={version}"
    assert "One mint tea, coming." in json.dumps(ask(world, since)[1]["messages"])
    assert "One mint tea, coming." not in json.dumps(ask(world, "/page/state?as=U1&channel=C1")[1]["messages"])
    assert "One mint tea" not in json.dumps(ask(world, since.replace("U1", "U2"))[1]["messages"])


def test_secrets_are_not_in_the_journal_and_both_directions_are(world: Any) -> None:
    ann = world.ann()
    ann.types("/tea", channel="C1")
    ann.submits({"kind": "mint", "milk": "oat"})
    ann.presses("Brew it")
    shown = json.dumps([str(exchange) for exchange in world.workspace.journal])
    assert world.workspace.bot_token not in shown
    assert world.workspace.signing_secret not in shown
    kinds = [(exchange.direction, exchange.kind) for exchange in world.workspace.journal]
    assert ("to bot", "/tea") in kinds
    assert ("to bot", "block_actions") in kinds
    assert {"views.open", "chat.postMessage", "chat.update", "chat.postEphemeral"} <= {
        k for d, k in kinds if d != "to bot"
    }


def test_an_upload_whose_answer_is_cut_off_has_arrived_all_the_same(world: Any) -> None:
    grant(world, "files:write")
    world.workspace.faults.next(method="files.completeUploadExternal", after_acceptance=True)
    with pytest.raises((SlackApiError, OSError)):
        world.client.files_upload_v2(channel="C1", filename="a.txt", content="words")
    assert [file["title"] for file in world.workspace.messages("C1")[-1].files] == ["a.txt"]


@pytest.fixture
def faulty(browser: Any, world: Any) -> Any:
    """The page opened with its fault panel showing."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.goto(f"{world.running.url}?as=U1&channel=C1&faults")
    yield page
    context.close()


def test_a_held_call_is_let_go_from_the_panel(faulty: Page, world: Any) -> None:
    panel = faulty.get_by_role("region", name="Faults")
    expect(panel).to_be_visible()
    panel.get_by_label("Calls of").select_option("chat.postMessage")
    panel.get_by_label("Are").select_option(label="Held before acceptance")
    panel.get_by_role("button", name="Add fault").click()
    expect(panel.get_by_text("chat.postMessage held before")).to_be_visible()
    calling = threading.Thread(target=lambda: world.client.chat_postMessage(channel="C1", text="at last"))
    calling.start()
    expect(panel.get_by_text("No fault waits.")).to_be_visible()
    assert world.workspace.messages("C1") == []
    panel.get_by_role("button", name="Release held calls").click()
    calling.join(LONG_SECONDS)
    expect(faulty.get_by_text("at last", exact=True)).to_be_visible()


def test_faults_that_wait_are_cleared_from_the_panel(faulty: Page, world: Any) -> None:
    panel = faulty.get_by_role("region", name="Faults")
    panel.get_by_label("Calls of").select_option("chat.postMessage")
    panel.get_by_role("button", name="Add fault").click()
    expect(panel.get_by_text("No fault waits.")).to_be_hidden()
    panel.get_by_role("button", name="Clear faults").click()
    expect(panel.get_by_text("No fault waits.")).to_be_visible()
    assert world.client.chat_postMessage(channel="C1", text="unhurt")["ok"]
