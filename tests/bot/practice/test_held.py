"""The switches that hold, garble and delay, files that the bot shares, what it may read back, and Slack's own rates."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from bot.practice import Hands
from bot.practice.rates import Rates
from tests.bot.practice.kit import grant
from tests.patience import LONG_SECONDS


def texts(world: Any) -> list[str]:
    return [message.text for message in world.workspace.messages("C1")]


@pytest.mark.parametrize(("where", "arrived"), [("before", []), ("after", ["held"])])
def test_a_held_call_waits_before_or_after_acceptance(world: Any, where: str, arrived: list[str]) -> None:
    gate = world.workspace.faults.next(method="chat.postMessage", hold=where)
    call = threading.Thread(target=world.client.chat_postMessage, kwargs={"channel": "C1", "text": "held"})
    call.start()
    assert gate.wait()
    assert (texts(world), call.is_alive()) == (arrived, True)
    gate.release()
    call.join(LONG_SECONDS)
    assert (texts(world), call.is_alive()) == (["held"], False)


def test_an_answer_can_be_late_after_acceptance(world: Any) -> None:
    gate = world.workspace.faults.next(method="chat.postMessage", delay_after=LONG_SECONDS)
    call = threading.Thread(target=world.client.chat_postMessage, kwargs={"channel": "C1", "text": "done"})
    call.start()
    assert gate.wait()
    assert (texts(world), call.is_alive()) == (["done"], True)
    gate.release()
    call.join(LONG_SECONDS)
    assert not call.is_alive()
    assert "120 s late" in world.workspace.journal[-1].note


@pytest.mark.parametrize(
    ("wrong", "starts"), [("html", b"<!doctype"), ("list", b"[]"), ("bare", b'{"ok": true}'), ("no", b"no")]
)
def test_a_wrong_answer_is_a_200_that_says_nothing(world: Any, wrong: str, starts: bytes) -> None:
    world.workspace.faults.next(method="api.test", wrong=wrong)
    with urllib.request.urlopen(f"{world.running.api_url}api.test") as answer:
        assert answer.status == 200
        assert answer.read().startswith(starts)
    assert "answered wrongly" in world.workspace.journal[-1].note


def test_the_bot_shares_a_file_in_a_channel(world: Any) -> None:
    with pytest.raises(SlackApiError, match="missing_scope"):
        world.client.files_getUploadURLExternal(filename="a.txt", length=5)
    grant(world, "files:write")
    parent = world.client.chat_postMessage(channel="C1", text="here")["ts"]
    world.client.files_upload_v2(
        channel="C1", filename="a.txt", content="words", title="Words", thread_ts=parent, initial_comment="Look"
    )
    shared = world.workspace.messages("C1")[-1]
    assert (shared.text, shared.thread_ts, shared.files[0]["title"]) == ("Look", parent, "Words")
    assert world.workspace.file(shared.files[0]["id"]).content == b"words"


def test_an_upload_address_takes_one_file(world: Any) -> None:
    grant(world, "files:write")
    told = world.client.files_getUploadURLExternal(filename="a.txt", length=5)
    with pytest.raises(SlackApiError, match="file_not_found"):
        world.client.files_completeUploadExternal(files=[{"id": told["file_id"]}], channel_id="C1")
    with urllib.request.urlopen(told["upload_url"], data=b"words") as answer:
        assert answer.status == 200
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(told["upload_url"], data=b"words")
    with pytest.raises(SlackApiError, match="not_in_channel"):
        world.client.files_completeUploadExternal(files=[{"id": told["file_id"]}], channel_id="C3")


def test_history_comes_in_pages_of_fifteen_without_ephemerals(world: Any) -> None:
    with pytest.raises(SlackApiError, match="missing_scope"):
        world.client.conversations_history(channel="C1")
    grant(world, "channels:history")
    first = world.client.chat_postMessage(channel="C1", text="0")["ts"]
    for number in range(1, 17):
        world.client.chat_postMessage(channel="C1", text=str(number), thread_ts=first if number == 1 else None)
    world.client.chat_postEphemeral(channel="C1", user="U1", text="secret")
    page = world.client.conversations_history(channel="C1", limit=100)
    assert ([page["messages"][0]["text"], len(page["messages"])], page["has_more"]) == (["16", 15], True)
    rest = world.client.conversations_history(channel="C1", cursor=page["response_metadata"]["next_cursor"])
    assert [message["text"] for message in rest["messages"]] == ["0"]
    replies = world.client.conversations_replies(channel="C1", ts=first)["messages"]
    assert [message["text"] for message in replies] == ["0", "1"]


@pytest.mark.parametrize(
    ("method", "most"),
    [
        ("users.list", 20),
        ("conversations.list", 20),
        ("chat.update", 50),
        ("conversations.history", 50),
        ("conversations.replies", 50),
        ("views.open", 100),
        ("users.info", 100),
        ("chat.postEphemeral", 100),
    ],
)
def test_each_method_has_slacks_own_tier(method: str, most: int) -> None:
    rates = Rates(lambda: 0.0)
    assert [rates.wait_for(method, "C1") for _ in range(most)] == [0] * most
    assert rates.wait_for(method, "C1") >= 1


def test_an_archived_channel_takes_nothing(world: Any) -> None:
    world.workspace.archive("C1")
    with pytest.raises(SlackApiError, match="is_archived"):
        world.client.chat_postMessage(channel="C1", text="x")


def test_a_response_url_ends_after_half_an_hour(world: Any) -> None:
    ann = world.ann()
    ann.types("/tea mint", channel="C1")
    body = next(seen for seen in world.seen.bodies if seen.get("command"))
    clock = world.workspace.monotonic
    world.workspace.monotonic = lambda: clock() + 1801
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(body["response_url"], data=b'{"text": "late"}')
    assert world.workspace.journal[-1].answer["error"] == "expired_url"


def test_events_of_a_shared_channel_name_the_other_workspace(world: Any) -> None:
    world.workspace.add_person("U7", "Visitor", team_id="TOTHER")
    Hands(world.workspace, "U7").says("@Tea hello", channel="C1")
    body = next(seen for seen in world.seen.bodies if seen.get("event", {}).get("type") == "app_mention")
    assert (body["event"]["user_team"], body["event"]["source_team"]) == ("TOTHER", "TOTHER")
    assert (body["authorizations"][0]["team_id"], body["is_ext_shared_channel"]) == ("T0PRACTICE", True)
    visitor = world.client.users_info(user="U7")["user"]
    assert (visitor["is_stranger"], "email" in visitor["profile"]) == (True, False)
