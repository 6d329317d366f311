"""The Web API as slack_sdk calls it: what it answers and how it refuses."""

from __future__ import annotations

import json
import urllib.request
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


SECTION = {"type": "section", "text": plain("hello")}
FORM = {"type": "modal", "title": plain("Form"), "blocks": [SECTION]}


def refusal(call: Any, **args: Any) -> dict[str, Any]:
    with pytest.raises(SlackApiError) as caught:
        call(**args)
    answer = caught.value.response
    return dict(answer.data)


def trigger(world: Any, user: str = "U1") -> str:
    return str(world.workspace.new_trigger(world.workspace.people[user]))


def test_who_the_bot_is(world: Any) -> None:
    answer = world.client.auth_test()
    assert (answer["user_id"], answer["team_id"]) == (world.workspace.bot_user_id, "T0PRACTICE")
    assert answer.headers["x-oauth-scopes"].startswith("chat:write,")


@pytest.mark.parametrize(("token", "error"), [(None, "not_authed"), ("xoxb-wrong", "invalid_auth")])
def test_tokens_are_looked_at(world: Any, token: str | None, error: str) -> None:
    stranger = WebClient(token=token, base_url=world.running.api_url)
    assert refusal(stranger.auth_test)["error"] == error


def test_the_manifests_scopes_hold(world: Any) -> None:
    said = refusal(world.client.conversations_join, channel="C3")
    assert (said["error"], said["needed"]) == ("missing_scope", "channels:join")
    assert "chat:write" in said["provided"]
    assert refusal(world.client.conversations_info, channel="C2")["needed"] == "groups:read"


def test_unknown_methods_are_unknown(world: Any) -> None:
    assert refusal(world.client.api_call, api_method="chat.shout")["error"] == "unknown_method"


def test_a_message_goes_to_a_channel_a_person_and_a_thread(world: Any) -> None:
    first = world.client.chat_postMessage(channel="C1", text="one")
    reply = world.client.chat_postMessage(channel="C1", text="two", thread_ts=first["ts"])
    direct = world.client.chat_postMessage(channel="U2", text="three")
    assert reply["message"]["thread_ts"] == first["ts"]
    assert direct["channel"] == world.workspace.dm("U2")
    assert [m.text for m in world.bob().dms()] == ["three"]
    assert world.ann().dms() == []
    assert "message=" in world.client.chat_getPermalink(channel="C1", message_ts=first["ts"])["permalink"]


def test_form_and_json_bodies_are_read_alike(world: Any) -> None:
    data = {"channel": "C1", "text": "form", "blocks": json.dumps([SECTION]), "token": world.workspace.bot_token}
    WebClient(base_url=world.running.api_url).api_call("chat.postMessage", data=data)
    assert world.workspace.messages("C1")[0].blocks[0]["text"]["text"] == "hello"
    assert "token" not in world.workspace.journal[-1].request


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ({"channel": "C9", "text": "x"}, "channel_not_found"),
        ({"channel": "U9", "text": "x"}, "channel_not_found"),
        ({"channel": "C3", "text": "x"}, "not_in_channel"),
        ({"channel": "C4", "text": "x"}, "is_archived"),
        ({"channel": "C5", "text": "x"}, "channel_not_found"),
        ({"channel": "C1", "text": "", "attachments": []}, "no_text"),
        ({"channel": "C1", "text": "x", "thread_ts": "1.0"}, "thread_not_found"),
        ({"channel": "C1", "text": "x", "blocks": [{"type": "section"}]}, "invalid_blocks"),
        ({"channel": "C1", "text": "x", "blocks": "[{"}, "invalid_blocks_format"),
        (
            {"channel": "C1", "text": "x", "blocks": [{"type": "section", "text": plain("x" * 2900)}] * 5},
            "msg_blocks_too_long",
        ),
    ],
)
@pytest.mark.filterwarnings("ignore:The top-level")
@pytest.mark.filterwarnings("ignore:Additionally")
def test_what_may_not_be_posted(world: Any, args: dict[str, Any], error: str) -> None:
    world.workspace.add_channel("C4", "old")
    world.workspace.archive("C4")
    world.workspace.add_channel("C5", "hidden", private=True, bot_in=False)
    assert refusal(world.client.chat_postMessage, **args)["error"] == error


def test_illegal_blocks_are_named_with_their_pointer(world: Any) -> None:
    said = refusal(
        world.client.chat_postMessage, channel="C1", text="x", blocks=[{"type": "header", "text": plain("x" * 151)}]
    )
    assert said["response_metadata"]["messages"] == [
        "[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]"
    ]


def test_long_text_is_cut_when_posted_and_refused_when_updated(world: Any) -> None:
    ts = world.client.chat_postMessage(channel="C1", text="x" * 40_001)["ts"]
    assert len(world.workspace.message("C1", ts).text) == 40_000
    assert world.client.chat_update(channel="C1", ts=ts, text="x" * 4000)["ok"]
    assert refusal(world.client.chat_update, channel="C1", ts=ts, text="x" * 4001)["error"] == "msg_too_long"
    assert refusal(world.client.chat_update, channel="C1", ts=ts, text="&" * 801)["error"] == "msg_too_long"


def test_an_update_keeps_blocks_that_it_does_not_mention(world: Any) -> None:
    ts = world.client.chat_postMessage(channel="C1", text="a", blocks=[SECTION])["ts"]
    world.client.chat_update(channel="C1", ts=ts, text="b")
    assert world.workspace.message("C1", ts).blocks
    world.client.chat_update(channel="C1", ts=ts, text="c", blocks=[])
    assert world.workspace.message("C1", ts).blocks == ()


def test_only_the_bots_own_messages_are_changed(world: Any) -> None:
    theirs = world.ann().says("mine", channel="C1").ts
    assert refusal(world.client.chat_update, channel="C1", ts=theirs, text="x")["error"] == "cant_update_message"
    assert refusal(world.client.chat_delete, channel="C1", ts=theirs)["error"] == "cant_delete_message"
    assert refusal(world.client.chat_update, channel="C1", ts="1.0", text="x")["error"] == "message_not_found"
    world.client.chat_postEphemeral(channel="C1", user="U1", text="psst")
    hidden = world.workspace.messages("C1")[-1].ts
    assert refusal(world.client.chat_update, channel="C1", ts=hidden, text="x")["error"] == "message_not_found"
    own = world.client.chat_postMessage(channel="C1", text="x")["ts"]
    world.client.chat_delete(channel="C1", ts=own)
    assert world.workspace.message("C1", own) is None


def test_an_ephemeral_needs_a_member(world: Any) -> None:
    assert refusal(world.client.chat_postEphemeral, channel="C2", user="U2", text="x")["error"] == "user_not_in_channel"
    assert refusal(world.client.chat_postEphemeral, channel="C1", user="U9", text="x")["error"] == "user_not_found"


def test_people_and_places(world: Any) -> None:
    world.workspace.add_person("U7", "Visitor", team_id="TOTHER")
    assert world.client.users_info(user="U1")["user"]["tz"] == "Europe/London"
    visitor = world.client.users_info(user="U7")["user"]
    assert (visitor["team_id"], "tz" in visitor) == ("TOTHER", False)
    assert refusal(world.client.users_info, user="U9")["error"] == "user_not_found"
    assert len(world.client.users_list()["members"]) == 4
    assert world.client.conversations_open(users=["U1"])["channel"]["id"] == "D1"
    assert world.client.conversations_info(channel="C1")["channel"]["name"] == "kitchen"
    assert "U2" in world.client.conversations_members(channel="C1")["members"]


def test_a_trigger_opens_one_view_within_its_time(world: Any) -> None:
    once = trigger(world)
    assert world.client.views_open(trigger_id=once, view=FORM)["view"]["hash"]
    assert refusal(world.client.views_open, trigger_id=once, view=FORM)["error"] == "exchanged_trigger_id"
    assert refusal(world.client.views_open, trigger_id="1.2.3", view=FORM)["error"] == "invalid_trigger_id"
    late = trigger(world)
    clock = world.workspace.monotonic
    world.workspace.monotonic = lambda: clock() + world.workspace.patience_seconds + 0.1
    assert refusal(world.client.views_open, trigger_id=late, view=FORM)["error"] == "expired_trigger_id"


def test_views_are_checked_found_and_guarded_by_their_hash(world: Any) -> None:
    said = refusal(world.client.views_open, trigger_id=trigger(world), view={**FORM, "title": plain("x" * 25)})
    assert said["error"] == "invalid_arguments"
    assert "/view/title/text" in said["response_metadata"]["messages"][0]
    view = world.client.views_open(trigger_id=trigger(world), view={**FORM, "external_id": "form 1"})["view"]
    fresh = world.client.views_update(external_id="form 1", view={**FORM, "external_id": "form 1"})["view"]
    assert fresh["id"] == view["id"]
    stale = refusal(world.client.views_update, view_id=view["id"], hash=view["hash"], view=FORM)
    assert stale["error"] == "hash_conflict"
    assert refusal(world.client.views_update, view_id="V9", view=FORM)["error"] == "not_found"
    again = refusal(world.client.views_open, trigger_id=trigger(world, "U2"), view={**FORM, "external_id": "form 1"})
    assert again["error"] == "duplicate_external_id"


def test_three_views_at_most_lie_on_each_other(world: Any) -> None:
    world.client.views_open(trigger_id=trigger(world), view=FORM)
    for _ in range(2):
        world.client.views_push(trigger_id=trigger(world), view=FORM)
    assert refusal(world.client.views_push, trigger_id=trigger(world), view=FORM)["error"] == "push_limit_reached"


def test_blocks_are_validated_on_demand(world: Any) -> None:
    assert world.client.blocks_validate(blocks=[SECTION])["ok"]
    said = refusal(world.client.blocks_validate, blocks=[{"type": "section"}])
    assert (said["error"], said["errors"][0]["pointer"]) == ("invalid_blocks", "/0")
    assert refusal(world.client.blocks_validate, view={**FORM, "blocks": []})["error"] == "invalid_view"
    assert refusal(world.client.blocks_validate)["error"] == "invalid_arguments"


def test_rates_are_enforced_when_asked(world: Any) -> None:
    now = [0.0]
    world.workspace.monotonic = lambda: now[0]
    world.workspace.enforce_rates = True
    posts = lambda: world.client.chat_postMessage(channel="C1", text="x")  # noqa: E731
    for _ in range(3):
        posts()
    with pytest.raises(SlackApiError) as caught:
        posts()
    assert (caught.value.response.status_code, caught.value.response.headers["retry-after"]) == (429, "1")
    assert world.client.chat_postMessage(channel="U1", text="another channel")["ok"]
    now[0] += 1.0
    assert posts()["ok"]


def test_files_are_given_to_the_bot_alone(world: Any) -> None:
    stored = world.workspace.add_file("U1", "a.txt", b"words", "text/plain")
    url = f"{world.running.url}files/{stored.id}"
    asked = urllib.request.Request(url, headers={"Authorization": f"Bearer {world.workspace.bot_token}"})
    with urllib.request.urlopen(asked) as answer:
        assert answer.read() == b"words"
