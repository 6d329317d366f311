"""Rich text, tables, what only slack_sdk.models refuses, and limits asked over HTTP."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from bot.practice import check_models
from bot.practice.check import check_blocks

BLOCK = "/blocks/0"
RUN = "/blocks/0/elements/0/elements/0"
TEXT = {"type": "text", "text": "t"}
CELL = {"type": "raw_text", "text": "c"}
DATE = {"type": "date", "timestamp": 1656921600, "format": "{date_short}"}


def rich(*elements: Any) -> dict[str, Any]:
    return {"type": "rich_text", "elements": list(elements)}


def part(kind: str, *elements: Any, **more: Any) -> dict[str, Any]:
    return {"type": f"rich_text_{kind}", "elements": list(elements), **more}


def run(**element: Any) -> dict[str, Any]:
    return rich(part("section", element))


def table(*row: Any, **more: Any) -> dict[str, Any]:
    return {"type": "table", "rows": [list(row)], **more}


@pytest.mark.parametrize(
    "block",
    [
        run(**TEXT, style={"bold": True, "italic": False, "strike": True, "code": True}),
        run(type="link", url="https://a", text="a", style={"bold": True}),
        run(type="user", user_id="U1", style={"highlight": True}),
        run(type="usergroup", usergroup_id="S1"),
        run(type="channel", channel_id="C1"),
        run(type="broadcast", range="here"),
        run(type="emoji", name="tea"),
        run(**DATE, fallback="July"),
        run(type="color", value="#F405B3"),
        rich(part("section")),
        rich(part("quote", TEXT, border=1), part("preformatted", TEXT)),
        rich(part("list", part("section", TEXT), style="ordered", indent=1, offset=2)),
        table(CELL, run(**TEXT), column_settings=[None, {"align": "right", "is_wrapped": True}]),
    ],
)
def test_legal_rich_text_is_taken(block: Any) -> None:
    assert check_blocks([block], "message") == []


@pytest.mark.parametrize(
    ("block", "pointer"),
    [
        (rich(), f"{BLOCK}/elements"),
        (rich(TEXT), f"{BLOCK}/elements/0/type"),
        (rich("words"), f"{BLOCK}/elements/0"),
        (rich(part("section", TEXT, border=1)), f"{BLOCK}/elements/0/border"),
        (rich(part("section", part("section", TEXT))), f"{RUN}/type"),
        (rich(part("preformatted", {"type": "user", "user_id": "U1"})), f"{RUN}/type"),
        (rich(part("list", TEXT, style="bullet")), f"{RUN}/type"),
        (rich(part("list", part("section", TEXT))), f"{BLOCK}/elements/0"),
        (rich(part("list", part("section", TEXT), style="dashed")), f"{BLOCK}/elements/0/style"),
        (rich(part("list", part("section", TEXT), style="bullet", indent=9)), f"{BLOCK}/elements/0/indent"),
        (rich(part("quote", TEXT, border=2)), f"{BLOCK}/elements/0/border"),
        (run(type="text", text=""), f"{RUN}/text"),
        (run(type="text"), RUN),
        (run(**TEXT, colour="red"), f"{RUN}/colour"),
        (run(**TEXT, style={"blink": True}), f"{RUN}/style/blink"),
        (run(**TEXT, style={"bold": 1}), f"{RUN}/style/bold"),
        (run(**TEXT, style="bold"), f"{RUN}/style"),
        (run(type="link", text="a"), RUN),
        (run(type="user"), RUN),
        (run(type="user", user_id="U1", style={"blink": True}), f"{RUN}/style/blink"),
        (run(type="channel", channel_id=""), f"{RUN}/channel_id"),
        (run(type="broadcast", range="all"), f"{RUN}/range"),
        (run(type="color", value="red"), f"{RUN}/value"),
        (run(**{**DATE, "timestamp": "now"}), f"{RUN}/timestamp"),
        (table(TEXT), f"{BLOCK}/rows/0/0/type"),
        (table({"type": "raw_text", "text": ""}), f"{BLOCK}/rows/0/0/text"),
        (table(run(type="text", text="")), f"{BLOCK}/rows/0/0/elements/0/elements/0/text"),
        (table(CELL, column_settings=[{"align": "middle"}]), f"{BLOCK}/column_settings/0/align"),
        (table(CELL, column_settings=[{"width": 5}]), f"{BLOCK}/column_settings/0/width"),
    ],
)
def test_illegal_rich_text_is_named_with_its_pointer(block: Any, pointer: str) -> None:
    assert [problem.pointer for problem in check_blocks([block], "message")] == [pointer]


BUTTON = {"type": "button", "text": {"type": "plain_text", "text": "b"}}
LONG = "x" * 3001


@pytest.mark.parametrize(
    ("block", "pointer"),
    [
        ({"type": "section", "text": {"type": "mrkdwn", "text": LONG}}, BLOCK),
        ({"type": "actions", "elements": [BUTTON | {"url": LONG}]}, f"{BLOCK}/elements/0"),
        ({"type": "actions", "elements": [{"type": "overflow", "options": []}]}, f"{BLOCK}/elements/0"),
        ({"type": "divider", "block_id": LONG}, BLOCK),
    ],
)
def test_the_model_library_is_asked_at_every_depth(block: Any, pointer: str) -> None:
    assert [at for at, _ in check_models.refusals([block], "/blocks")] == [pointer]


@pytest.mark.parametrize(
    ("payload", "error", "pointer"),
    [
        ({"blocks": [{"type": "divider"}] * 51}, "invalid_blocks", ""),
        (
            {"blocks": [{"type": "header", "text": {"type": "plain_text", "text": "🍵" * 76}}]},
            "invalid_blocks",
            "/0/text/text",
        ),
        ({"blocks": [run(type="text", text="")]}, "invalid_blocks", "/0/elements/0/elements/0/text"),
        ({"view": {"type": "home", "blocks": []}}, "invalid_view", "/blocks"),
    ],
)
def test_limits_are_told_over_http(world: Any, payload: Any, error: str, pointer: str) -> None:
    with pytest.raises(SlackApiError) as caught:
        world.client.blocks_validate(**payload)
    said = caught.value.response
    assert (said["error"], said["errors"][0]["pointer"]) == (error, pointer)
