"""The manifest of the Slack app agrees with the code: what it declares is used, and what is used is declared."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from bot.slack.commands import TYPED
from bot.wiring import SLACK_PATH
from handlers.overview.menu import WORDS
from handlers.tables import COMMANDS, SHORTCUTS

ROOT = Path(__file__).parents[2]
MANIFEST = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))

# What Slack asks for, by its own pages: https://docs.slack.dev/reference/methods and /reference/events
SCOPES_OF_METHODS = {
    "auth.test": set(),
    "chat.getPermalink": set(),
    "chat.postEphemeral": {"chat:write"},
    "chat.postMessage": {"chat:write"},  # to a person too: a user id as the channel needs no im:write
    "chat.update": {"chat:write"},
    "files.completeUploadExternal": {"files:write"},
    "files.getUploadURLExternal": {"files:write"},
    "files.info": {"files:read"},
    "users.info": {"users:read"},
    "views.open": set(),
    "views.publish": set(),
    "views.push": set(),
    "views.update": set(),
}
SCOPES_OF_EVENTS = {"app_home_opened": set(), "app_mention": {"app_mentions:read"}, "message.im": {"im:history"}}
SCOPES_OF_FEATURES = {"commands"}  # slash commands and shortcuts


def tree_of(path):
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def methods_called():
    """Return the Web API methods that the program calls, as they are written in it."""
    calls = [
        node
        for node in ast.walk(tree_of("bot/slack/chat.py"))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    found = {node.args[0].value for node in calls if node.func.attr == "_call"}
    if any(node.func.attr == "files_upload_v2" for node in calls):  # slack_sdk makes two calls of it, and a POST
        found |= {"files.getUploadURLExternal", "files.completeUploadExternal"}
    return found


def events_listened_to():
    """Return the events that the listener tells apart, as it writes them."""
    listener = next(
        node
        for node in ast.walk(tree_of("bot/slack/app.py"))
        if isinstance(node, ast.FunctionDef) and node.name == "_answer_event"
    )
    patterns = [node.value.value for node in ast.walk(listener) if isinstance(node, ast.MatchValue)]
    return {{"message": "message.im"}.get(pattern, pattern) for pattern in patterns}


def test_every_command_is_declared_and_every_declared_one_is_answered():
    declared = {command["command"] for command in MANIFEST["features"]["slash_commands"]}
    assert declared == set(TYPED.values())
    assert set(TYPED) == set(COMMANDS)


def test_every_shortcut_is_declared_and_every_declared_one_is_answered():
    declared = {shortcut["callback_id"] for shortcut in MANIFEST["features"]["shortcuts"]}
    assert declared == set(SHORTCUTS)
    assert {shortcut["type"] for shortcut in MANIFEST["features"]["shortcuts"]} == {"message"}


def test_every_event_is_subscribed_to_and_every_subscribed_one_is_listened_to():
    assert set(MANIFEST["settings"]["event_subscriptions"]["bot_events"]) == events_listened_to()


def test_the_app_asks_for_the_scopes_it_needs_and_no_other():
    assert methods_called() == set(SCOPES_OF_METHODS), "write down which scope Slack asks for this method"
    needed = set.union(
        SCOPES_OF_FEATURES,
        *SCOPES_OF_METHODS.values(),
        *(SCOPES_OF_EVENTS[event] for event in events_listened_to()),
    )
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == needed
    assert set(MANIFEST["oauth_config"]["scopes"]) == {"bot"}, "no token acts as a person"


def test_every_address_ends_where_the_program_listens():
    settings = MANIFEST["settings"]
    addresses = {
        settings["event_subscriptions"]["request_url"],
        settings["interactivity"]["request_url"],
        *(command["url"] for command in MANIFEST["features"]["slash_commands"]),
    }
    assert addresses == {f"https://accord.example.org{SLACK_PATH}"}
    assert settings["interactivity"]["is_enabled"]


def test_people_can_open_its_home_and_write_to_it():
    home = MANIFEST["features"]["app_home"]
    assert home["home_tab_enabled"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]


def test_requests_come_by_http_and_names_are_not_rewritten():
    assert not MANIFEST["settings"]["socket_mode_enabled"]
    for command in MANIFEST["features"]["slash_commands"]:
        assert command["should_escape"] is False  # the text is a title, and stands as it was typed


def test_the_hint_behind_partnership_names_words_that_are_answered():
    hint = next(c["usage_hint"] for c in MANIFEST["features"]["slash_commands"] if c["command"] == "/partnership")
    *offered, reference = hint.strip("[]").split(" | ")
    assert reference == "SEF-7"
    assert set(offered) <= set(WORDS)
    # One of each is named by its reference, and what did not arrive is the secretary's own.
    of_one = {word for word in WORDS if f"{word}s" in offered}
    assert set(WORDS) - set(offered) - of_one <= {"conflict", "undelivered"}


@pytest.mark.parametrize(
    ("what", "texts", "most"),
    [
        ("name", [MANIFEST["display_information"]["name"]], 35),
        ("description", [MANIFEST["display_information"]["description"]], 140),
        ("shortcut", [shortcut["name"] for shortcut in MANIFEST["features"]["shortcuts"]], 24),
        ("shortcut's description", [shortcut["description"] for shortcut in MANIFEST["features"]["shortcuts"]], 150),
    ],
)
def test_its_words_are_as_short_as_slack_asks(what, texts, most):
    assert [text for text in texts if len(text) > most] == [], what
