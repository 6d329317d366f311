"""What goes wrong: answers that do not come, calls that fail, and what Slack itself shows people then."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from bot.practice import Hands, Workspace
from tests.bot.practice.conftest import MANIFEST
from tests.patience import LONG_SECONDS


def test_an_app_has_three_seconds_to_answer() -> None:
    assert Workspace(MANIFEST).patience_seconds == 3


def test_a_command_that_is_answered_too_late_is_a_visible_error(world: Any) -> None:
    world.workspace.patience_seconds = 0.2
    ann = world.ann()
    assert ann.types("/late", channel="C1").status == 0
    seen = ann.sees("C1")
    assert ann.warnings == [seen[-1].text] == ['/late failed with the error "operation_timeout"']
    assert seen[-1].ephemeral_for == "U1"
    assert world.workspace.journal[-1].status == 0
    world.seen.release.set()
    assert world.seen.answered.wait(LONG_SECONDS)
    assert ann.sees("C1") == seen  # nobody listens to the answer any more


def test_a_command_that_nobody_hears_fails_to_dispatch(world: Any) -> None:
    ann = world.ann()
    assert ann.types("/unheard", channel="C1").status == 404
    assert ann.warnings == ['/unheard failed with the error "dispatch_failed"']


def test_a_bot_that_is_not_there_leaves_the_form_and_says_so(world: Any) -> None:
    ann = world.ann()
    ann.types("/tea", channel="C1")
    world.workspace.request_url = "http://127.0.0.1:9/slack/events"
    assert not ann.submits({"kind": "mint", "milk": "oat"}).ok
    assert ann.warnings == ["We had some trouble connecting. Try again?"]
    assert ann.modal["state"]["values"]["kind"]["value"]["value"] == "mint"


def test_a_press_without_an_answer_is_marked_on_the_message(world: Any) -> None:
    ann = world.ann()
    ann.types("/tea", channel="C1")
    ann.submits({"kind": "mint", "milk": "oat"})
    world.workspace.request_url = "http://127.0.0.1:9/slack/events"
    ann.presses("Brew it")
    assert world.workspace.troubles[-1].ts == ann.sees("C1")[-1].ts


def test_events_come_again_three_times_and_say_so(world: Any) -> None:
    world.workspace.request_url = "http://127.0.0.1:9/slack/events"
    world.ann().says("hello?")
    notes = [exchange.note for exchange in world.workspace.journal]
    assert len(notes) == 4
    assert notes[3] == "X-Slack-Retry-Num: 3 X-Slack-Retry-Reason: http_error dispatch_failed"
    assert world.workspace.journal[0].request["event_id"] == world.workspace.journal[3].request["event_id"]


def test_calls_fail_as_asked_and_then_go_through(world: Any) -> None:
    faults, client = world.workspace.faults, world.client
    faults.next(method="chat.postMessage", error="internal_error")
    faults.next(method="chat.postMessage", status=500)
    faults.next(method="chat.postMessage", status=429, retry_after=7)
    for status, error in ((200, "internal_error"), (500, "fatal_error"), (429, "ratelimited")):
        with pytest.raises(SlackApiError) as caught:
            client.chat_postMessage(channel="C1", text="x")
        answer = caught.value.response
        assert (answer.status_code, answer["error"]) == (status, error)
    assert answer.headers["retry-after"] == "7"
    assert client.chat_postMessage(channel="C1", text="x")["ok"]
    assert len(world.workspace.messages("C1")) == 1


def test_a_dropped_call_does_nothing_and_a_cut_one_is_done(world: Any) -> None:
    world.client.retry_handlers.clear()
    world.workspace.faults.next(method="chat.postMessage", drop=True)
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on how far the answer came
        world.client.chat_postMessage(channel="C1", text="lost")
    assert world.workspace.messages("C1") == []
    world.workspace.faults.next(method="chat.postMessage", after_acceptance=True)
    with pytest.raises(OSError):  # noqa: PT011
        world.client.chat_postMessage(channel="C1", text="arrived")
    assert [message.text for message in world.workspace.messages("C1")] == ["arrived"]


def test_a_delayed_call_is_late(world: Any) -> None:
    world.workspace.faults.next(delay=0.05)
    assert world.client.api_test()["ok"]


def test_a_response_url_serves_five_times(world: Any) -> None:
    ann = world.ann()
    ann.types("/loud", channel="C1")
    texts = [message.text for message in world.bob().sees("C1")]
    assert texts == ["/loud", "Tea, everybody!"]
    answers = [exchange for exchange in world.workspace.journal if exchange.kind == "response_url"]
    assert [exchange.status for exchange in answers] == [200] * 5 + [404]
    assert answers[-1].answer["error"] == "used_url"


def test_people_of_another_workspace_have_no_commands_and_carry_their_team(world: Any) -> None:
    world.workspace.add_person("U7", "Visitor", team_id="TOTHER")
    visitor = Hands(world.workspace, "U7")
    visitor.types("/tea", channel="C1")
    assert "not a valid command" in visitor.sees("C1")[-1].text
    ann = world.ann()
    ann.types("/tea", channel="C1")
    ann.submits({"kind": "mint", "milk": "oat"})
    visitor.presses("Brew it")
    body = next(seen for seen in world.seen.bodies if seen.get("type") == "block_actions")
    assert (body["user"]["team_id"], body["team"]["id"]) == ("TOTHER", "T0PRACTICE")


def test_waiting_tells_what_passed_when_it_is_in_vain(world: Any) -> None:
    assert world.workspace.wait_for(lambda: "at once") == "at once"
    world.client.chat_postMessage(channel="C1", text="x")
    with pytest.raises(TimeoutError, match="postMessage"):
        world.workspace.wait_for(lambda: False, seconds=0.01)
