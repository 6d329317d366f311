"""A tiny throw-away Bolt app and a workspace that has it installed: the two ends of Slack's protocol."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient
from werkzeug.serving import make_server

from bot.practice import Control, Hands, Running, Workspace, serve
from tests.patience import LONG_SECONDS

MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Tea Bot"},
    "features": {
        "bot_user": {"display_name": "Tea"},
        "slash_commands": [
            {"command": "/tea", "description": "Ask for tea", "usage_hint": "[what kind]"},
            {"command": "/late", "description": "Answers when it is released"},
            {"command": "/unheard", "description": "Nobody listens"},
            {"command": "/loud", "description": "Answers everybody"},
        ],
        "shortcuts": [
            {"name": "Make it tea", "type": "message", "callback_id": "make_tea", "description": "Tea of a message"},
            {"name": "New tea", "type": "global", "callback_id": "new_tea", "description": "A cup from anywhere"},
        ],
    },
    "oauth_config": {
        "scopes": {"bot": ["chat:write", "commands", "im:write", "users:read", "channels:read", "im:read"]}
    },
    "settings": {"event_subscriptions": {"bot_events": ["app_home_opened", "app_mention", "message.im"]}},
}


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text}


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": mrkdwn(text)}


def options(*values: str) -> list[dict[str, Any]]:
    return [{"text": plain(value.title()), "value": value} for value in values]


def field_block(block_id: str, label: str, element: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "element": {"action_id": "value", **element},
        **more,
    }


def tea_form(**more: Any) -> dict[str, Any]:
    return {
        "type": "modal",
        "callback_id": "tea_form",
        "title": plain("A cup of tea"),
        "submit": plain("Ask"),
        "blocks": [
            section("What would you like, <@U1>?"),
            field_block(
                "kind", "Kind", {"type": "plain_text_input", "max_length": 20}, hint=plain("Green, black, mint")
            ),
            field_block(
                "milk",
                "Milk",
                {"type": "static_select", "options": options("none", "cow", "oat")},
                dispatch_action=True,
            ),
            field_block(
                "with", "With", {"type": "multi_static_select", "options": options("sugar", "lemon")}, optional=True
            ),
            field_block("ticks", "Promises", {"type": "checkboxes", "options": options("wash", "dry")}, optional=True),
            field_block("pot", "Pot", {"type": "radio_buttons", "options": options("small", "big")}, optional=True),
            field_block("for", "For", {"type": "users_select"}, optional=True),
            field_block("guests", "Guests", {"type": "multi_users_select"}, optional=True),
            field_block("where", "Where", {"type": "conversations_select"}, optional=True),
            field_block("day", "Day", {"type": "datepicker", "initial_date": "2022-07-04"}, optional=True),
            field_block("hour", "Hour", {"type": "timepicker"}, optional=True),
            field_block(
                "cups", "Cups", {"type": "number_input", "is_decimal_allowed": False, "max_value": "9"}, optional=True
            ),
            field_block("leaf", "Leaf", {"type": "external_select", "min_query_length": 1}, optional=True),
            field_block("recipe", "Recipe", {"type": "file_input", "max_files": 1}, optional=True),
        ],
        **more,
    }


def tea_message(kind: str, who: str, *, open_: bool = True) -> list[dict[str, Any]]:
    buttons = [
        {"type": "button", "action_id": "brew", "text": plain("Brew it"), "style": "primary", "value": kind},
        {
            "type": "button",
            "action_id": "spill",
            "text": plain("Spill it"),
            "style": "danger",
            "confirm": {
                "title": plain("Sure?"),
                "text": plain("It stains."),
                "confirm": plain("Spill"),
                "deny": plain("Keep"),
            },
        },
        {"type": "overflow", "action_id": "more", "options": options("history", "price")},
    ]
    head = [{"type": "header", "text": plain(f"Tea for {kind}")}, section(f"<@{who}> would like *{kind}* tea.")]
    return [*head, {"type": "actions", "block_id": "acts", "elements": buttons}] if open_ else head


@dataclass
class Seen:
    """What the bot was told."""

    bodies: list[dict[str, Any]] = field(default_factory=list)
    answer: dict[str, Any] = field(default_factory=dict)
    release: threading.Event = field(default_factory=threading.Event)
    answered: threading.Event = field(default_factory=threading.Event)


def tea_app(client: WebClient, secret: str, seen: Seen) -> App:
    app = App(client=client, signing_secret=secret, process_before_response=True, token_verification_enabled=False)

    @app.middleware
    def keep(body: Any, next: Any) -> None:  # noqa: A002
        seen.bodies.append(body)
        next()

    @app.command("/tea")
    def tea(ack: Any, body: Any, client: Any) -> None:
        if body.get("text"):
            ack(f"One {body['text']} tea, coming.")
        else:
            client.views_open(trigger_id=body["trigger_id"], view=tea_form(**seen.answer))
            ack()

    @app.command("/late")
    def late(ack: Any) -> None:
        seen.release.wait(LONG_SECONDS)
        ack("Here I am.")
        seen.answered.set()

    @app.command("/loud")
    def loud(respond: Any, ack: Any) -> None:
        ack({"response_type": "in_channel", "text": "Tea, everybody!"})
        for number in range(6):
            respond(f"cup {number}")

    @app.action("milk_value")
    @app.action("value")
    def value(ack: Any) -> None:
        ack()

    @app.options("value")
    def leaves(ack: Any, payload: Any) -> None:
        ack(options=[option for option in options("assam", "ceylon") if payload["value"] in option["value"]])

    @app.view("tea_form")
    def submitted(ack: Any, view: Any, body: Any, client: Any) -> None:
        kind = view["state"]["values"]["kind"]["value"]["value"]
        if kind == "coffee":
            ack(response_action="errors", errors={"kind": "That is no tea."})
        elif kind == "nonsense":
            ack(response_action="errors", errors={"nowhere": "What?"})
        elif kind == "more":
            ack(response_action="push", view=tea_form(title=plain("More tea"), notify_on_close=True))
        elif kind == "other":
            ack(response_action="update", view=tea_form(title=plain("Other tea")))
        elif kind == "enough":
            ack(response_action="clear")
        else:
            user = body["user"]["id"]
            client.chat_postMessage(channel="C1", text=f"Tea: {kind}", blocks=tea_message(kind, user))
            ack()

    @app.view_closed("tea_form")
    def closed(ack: Any) -> None:
        ack()

    @app.action("brew")
    def brew(ack: Any, body: Any, client: Any, action: Any) -> None:
        channel, ts = body["channel"]["id"], body["container"]["message_ts"]
        blocks = [*tea_message(action["value"], "U1", open_=False), section(f"Brewed by <@{body['user']['id']}>.")]
        client.chat_update(channel=channel, ts=ts, text="Brewed", blocks=blocks)
        client.chat_postMessage(channel=channel, thread_ts=ts, text="It is in the pot.")
        client.chat_postEphemeral(channel=channel, user=body["user"]["id"], text="Mind the heat.")
        ack()

    @app.action("spill")
    def spill(ack: Any, respond: Any) -> None:
        ack()
        respond(delete_original=True)

    @app.action("more")
    def more(ack: Any, respond: Any, action: Any) -> None:
        ack()
        respond(f"You chose {action['selected_option']['value']}.")

    @app.action("hello")
    def hello(ack: Any, body: Any, client: Any) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=tea_form())
        ack()

    @app.shortcut("make_tea")
    def make_tea(ack: Any, body: Any, client: Any) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=tea_form(private_metadata=body["message"]["text"]))
        ack()

    @app.shortcut("new_tea")
    def new_tea(ack: Any, body: Any, client: Any) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=tea_form())
        ack()

    @app.event("app_home_opened")
    def home(event: Any, client: Any) -> None:
        button = {"type": "button", "action_id": "hello", "text": plain("Ask for tea")}
        blocks = [section(f"Hello <@{event['user']}>"), {"type": "actions", "elements": [button]}]
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    @app.event("app_mention")
    def mention(event: Any, say: Any) -> None:
        say(text="You called?", thread_ts=event["ts"])

    @app.event("message")
    def message(event: Any, client: Any) -> None:
        client.chat_postMessage(channel=event["channel"], text=f"You said: {event['text']}")

    return app


@dataclass
class World:
    workspace: Workspace
    running: Running
    client: WebClient
    seen: Seen
    skipped: list[timedelta]

    def ann(self) -> Any:
        return Hands(self.workspace, "U1")

    def bob(self) -> Any:
        return Hands(self.workspace, "U2")


@pytest.fixture
def world() -> Iterator[World]:
    skipped = [timedelta()]
    start = datetime(2022, 7, 4, 8, 0, tzinfo=UTC)

    def skip(value: str | None) -> str:
        skipped[0] += timedelta(days=1)
        return f"A day later{f' than {value}' if value else ''}."

    workspace = Workspace(MANIFEST, now=lambda: start + skipped[0], patience_seconds=LONG_SECONDS)
    workspace.add_person("U1", "Ann Lead")
    workspace.add_person("U2", "Bob Deputy")
    workspace.add_channel("C1", "kitchen")
    workspace.add_channel("C2", "secret", private=True, members=["U1"])
    workspace.add_channel("C3", "empty", bot_in=False)
    controls = [Control("day", "Next day", skip), Control("date", "To a date", skip, asks="date")]
    running = serve(workspace, controls=controls)
    client = WebClient(token=workspace.bot_token, base_url=running.api_url, timeout=int(LONG_SECONDS))
    seen = Seen()
    app = tea_app(client, workspace.signing_secret, seen)
    server = make_server("127.0.0.1", 0, SlackRequestHandler(app), threaded=True)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    workspace.request_url = f"http://127.0.0.1:{server.server_port}/slack/events"
    yield World(workspace, running, client, seen, skipped)
    seen.release.set()
    running.stop()
    server.shutdown()
    server.server_close()
