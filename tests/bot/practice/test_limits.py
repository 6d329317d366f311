"""Every limit of Block Kit: at it, under it and over it; and what is illegal whatever its size."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.practice.check import check_blocks, check_message, check_view

Blocks = list[dict[str, Any]]


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def option(n: int = 0, **more: Any) -> dict[str, Any]:
    return {"text": plain("o"), "value": str(n), **more}


def button(**more: Any) -> dict[str, Any]:
    return {"type": "button", "text": plain("b"), **more}


def section(**more: Any) -> dict[str, Any]:
    return {"type": "section", "text": plain("s"), **more}


def actions(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements)}


def entry(element: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "input", "label": plain("l"), "element": element, **more}


def confirm(**more: Any) -> dict[str, Any]:
    return {"title": plain("t"), "text": plain("t"), "confirm": plain("y"), "deny": plain("n"), **more}


def menu(**more: Any) -> dict[str, Any]:
    return {"type": "static_select", "options": [option()], **more}


def line(**more: Any) -> dict[str, Any]:
    return {"type": "plain_text_input", **more}


def many(count: int) -> list[dict[str, Any]]:
    return [option(n) for n in range(count)]


def rich(element: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [element]}]}


filler = "x"


def X(count: int) -> str:  # noqa: N802
    """A text that long in UTF-16 code units: letters, or emoji of two units each."""
    return "x" * count if filler == "x" else filler * (count // 2) + "x" * (count % 2)


# name, surface, the most, the least, what is named when over it, blocks of that size
TABLE: list[tuple[str, str, int, int, str, Callable[[int], Blocks]]] = [
    ("blocks of a message", "message", 50, 0, "/blocks", lambda n: [{"type": "divider"}] * n),
    ("blocks of a modal", "modal", 100, 0, "/blocks", lambda n: [{"type": "divider"}] * n),
    ("blocks of a home tab", "home", 100, 0, "/blocks", lambda n: [{"type": "divider"}] * n),
    ("section text", "message", 3000, 1, "/blocks/0/text/text", lambda n: [section(text=plain(X(n)))]),
    ("section fields", "message", 10, 1, "/blocks/0/fields", lambda n: [section(fields=[plain("f")] * n)]),
    ("section field text", "message", 2000, 1, "/blocks/0/fields/0/text", lambda n: [section(fields=[plain(X(n))])]),
    ("header text", "message", 150, 1, "/blocks/0/text/text", lambda n: [{"type": "header", "text": plain(X(n))}]),
    ("context elements", "message", 10, 1, "/blocks/0/elements", lambda n: [{"type": "context", "elements": [plain("c")] * n}]),
    ("actions elements", "message", 25, 1, "/blocks/0/elements", lambda n: [actions(*[button()] * n)]),
    ("markdown text", "message", 12000, 1, "/blocks/0/text", lambda n: [{"type": "markdown", "text": X(n)}]),
    ("markdown in total", "message", 12000, 2, "/blocks", lambda n: [{"type": "markdown", "text": X(part)} for part in (1, n - 1)]),
    ("image alt_text", "message", 2000, 1, "/blocks/0/alt_text", lambda n: [{"type": "image", "image_url": "https://a", "alt_text": X(n)}]),
    ("image title", "message", 2000, 1, "/blocks/0/title/text", lambda n: [{"type": "image", "image_url": "u", "alt_text": "a", "title": plain(X(n))}]),
    ("image url", "message", 3000, 1, "/blocks/0/image_url", lambda n: [{"type": "image", "image_url": X(n), "alt_text": "a"}]),
    ("block_id", "message", 255, 1, "/blocks/0/block_id", lambda n: [{"type": "divider", "block_id": X(n)}]),
    ("action_id", "message", 255, 1, "/blocks/0/elements/0/action_id", lambda n: [actions(button(action_id=X(n)))]),
    ("button text", "message", 75, 1, "/blocks/0/elements/0/text/text", lambda n: [actions(button(text=plain(X(n))))]),
    ("button value", "message", 2000, 1, "/blocks/0/elements/0/value", lambda n: [actions(button(value=X(n)))]),
    ("button url", "message", 3000, 1, "/blocks/0/elements/0/url", lambda n: [actions(button(url=X(n)))]),
    ("button accessibility_label", "message", 75, 1, "/blocks/0/elements/0/accessibility_label", lambda n: [actions(button(accessibility_label=X(n)))]),
    ("confirm title", "message", 100, 1, "/blocks/0/elements/0/confirm/title/text", lambda n: [actions(button(confirm=confirm(title=plain(X(n)))))]),
    ("confirm text", "message", 300, 1, "/blocks/0/elements/0/confirm/text/text", lambda n: [actions(button(confirm=confirm(text=plain(X(n)))))]),
    ("confirm yes", "message", 30, 1, "/blocks/0/elements/0/confirm/confirm/text", lambda n: [actions(button(confirm=confirm(confirm=plain(X(n)))))]),
    ("confirm no", "message", 30, 1, "/blocks/0/elements/0/confirm/deny/text", lambda n: [actions(button(confirm=confirm(deny=plain(X(n)))))]),
    ("select options", "message", 100, 1, "/blocks/0/elements/0/options", lambda n: [actions(menu(options=many(n)))]),
    ("select placeholder", "message", 150, 1, "/blocks/0/elements/0/placeholder/text", lambda n: [actions(menu(placeholder=plain(X(n))))]),
    ("option text", "message", 75, 1, "/blocks/0/elements/0/options/0/text/text", lambda n: [actions(menu(options=[option(text=plain(X(n)))]))]),
    ("option value", "message", 75, 1, "/blocks/0/elements/0/options/0/value", lambda n: [actions(menu(options=[option(value=X(n))]))]),
    ("option description", "message", 75, 1, "/blocks/0/elements/0/options/0/description/text", lambda n: [actions(menu(options=[option(description=plain(X(n)))]))]),
    (
        "option groups", "message", 100, 1, "/blocks/0/elements/0/option_groups",
        lambda n: [actions({"type": "static_select", "option_groups": [{"label": plain("g"), "options": [option(i)]} for i in range(n)]})],
    ),
    (
        "option group label", "message", 75, 1, "/blocks/0/elements/0/option_groups/0/label/text",
        lambda n: [actions({"type": "static_select", "option_groups": [{"label": plain(X(n)), "options": [option()]}]})],
    ),
    ("overflow options", "message", 5, 1, "/blocks/0/elements/0/options", lambda n: [actions({"type": "overflow", "options": many(n)})]),
    ("checkboxes", "message", 10, 1, "/blocks/0/elements/0/options", lambda n: [actions({"type": "checkboxes", "options": many(n)})]),
    ("radio buttons", "message", 10, 1, "/blocks/0/elements/0/options", lambda n: [actions({"type": "radio_buttons", "options": many(n)})]),
    ("input label", "modal", 2000, 1, "/blocks/0/label/text", lambda n: [entry(line(), label=plain(X(n)))]),
    ("input hint", "modal", 2000, 1, "/blocks/0/hint/text", lambda n: [entry(line(), hint=plain(X(n)))]),
    ("input placeholder", "modal", 150, 1, "/blocks/0/element/placeholder/text", lambda n: [entry(line(placeholder=plain(X(n))))]),
    ("input max_length", "modal", 3000, 1, "/blocks/0/element/max_length", lambda n: [entry(line(max_length=n))]),
    ("input min_length", "modal", 3000, 0, "/blocks/0/element/min_length", lambda n: [entry(line(min_length=n))]),
    ("input initial_value", "modal", 3000, 0, "/blocks/0/element/initial_value", lambda n: [entry(line(initial_value=X(n)))]),
    ("input initial_value by max_length", "modal", 7, 0, "/blocks/0", lambda n: [entry(line(initial_value=X(n), max_length=7))]),
    ("file_input max_files", "modal", 10, 1, "/blocks/0/element/max_files", lambda n: [entry({"type": "file_input", "max_files": n})]),
    ("table rows", "message", 100, 1, "/blocks/0/rows", lambda n: [{"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]] * n}]),
    ("table columns", "message", 20, 1, "/blocks/0/rows/0", lambda n: [{"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * n]}]),
    ("option url", "message", 3000, 1, "/blocks/0/elements/0/options/0/url", lambda n: [actions({"type": "overflow", "options": [option(url=X(n))]})]),
    ("options of a group", "message", 100, 1, "/blocks/0/elements/0/option_groups/0/options", lambda n: [actions({"type": "static_select", "option_groups": [{"label": plain("g"), "options": many(n)}]})]),
    ("video title", "message", 199, 1, "/blocks/0/title/text", lambda n: [{"type": "video", "alt_text": "a", "title": plain(X(n)), "thumbnail_url": "u", "video_url": "u"}]),
    ("column settings", "message", 20, 1, "/blocks/0/column_settings", lambda n: [{"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]], "column_settings": [{"align": "right"}] * n}]),
    ("rich text text", "message", 13000, 1, "/blocks/0/elements/0/elements/0/text", lambda n: [rich({"type": "text", "text": X(n)})]),
    ("rich text link", "message", 3000, 1, "/blocks/0/elements/0/elements/0/url", lambda n: [rich({"type": "link", "url": X(n)})]),
]  # fmt: skip


@pytest.fixture(params=["x", "🍵"], ids=["letters", "emoji"])
def each_filler(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "filler", request.param)


@pytest.mark.usefixtures("each_filler")
@pytest.mark.parametrize(("name", "surface", "most", "least", "pointer", "make"), TABLE, ids=[row[0] for row in TABLE])
def test_a_limit_holds_at_under_and_over_it(
    name: str, surface: str, most: int, least: int, pointer: str, make: Callable[[int], Blocks]
) -> None:
    for count in (most, most - 1, least):
        assert check_blocks(make(count), surface) == []
    assert {problem.pointer for problem in check_blocks(make(most + 1), surface)} == {pointer}
    if least:
        assert check_blocks(make(least - 1), surface) != [], name


@pytest.mark.parametrize(("key", "most"), [("attachments", 100), ("blocks", 50)])
def test_a_messages_own_limits(key: str, most: int) -> None:
    one = {"attachments": {"text": "a"}, "blocks": {"type": "divider"}}[key]
    assert check_message({key: [one] * most}) == []
    assert check_message({key: [one] * (most - 1)}) == []
    assert [problem.pointer for problem in check_message({key: [one] * (most + 1)})] == [f"/{key}"]


def modal(**more: Any) -> dict[str, Any]:
    return {"type": "modal", "title": plain("t"), "submit": plain("s"), "blocks": [entry(line())], **more}


@pytest.mark.usefixtures("each_filler")
@pytest.mark.parametrize(
    ("key", "most", "least", "make"),
    [
        ("title", 24, 1, lambda n: plain(X(n))),
        ("submit", 24, 1, lambda n: plain(X(n))),
        ("close", 24, 1, lambda n: plain(X(n))),
        ("private_metadata", 3000, 0, X),
        ("callback_id", 255, 0, X),
        ("external_id", 255, 0, X),
        ("blocks", 100, 1, lambda n: [{"type": "divider"}] * n),
    ],
)
def test_a_modals_own_limits(key: str, most: int, least: int, make: Callable[[int], Any]) -> None:
    assert check_view(modal(**{key: make(most)})) == []
    assert check_view(modal(**{key: make(least)})) == []
    over = check_view(modal(**{key: make(most + 1)}))
    assert [problem.pointer.removesuffix("/text") for problem in over] == [f"/view/{key}"]
    if least:
        assert check_view(modal(**{key: make(least - 1)})) != []


@pytest.mark.parametrize(
    ("blocks", "surface", "pointer", "said"),
    [
        ([{"type": "sektion"}], "message", "/blocks/0/type", "unsupported type"),
        ([actions({"type": "knob"})], "message", "/blocks/0/elements/0/type", "unsupported type"),
        ([{"type": "markdown", "text": "m"}], "modal", "/blocks/0/type", "on a modal"),
        ([entry({"type": "file_input"})], "home", "/blocks/0/element/type", "on a home"),
        ([section(colour="red")], "message", "/blocks/0/colour", "unknown property"),
        (
            [section(text={"type": "plain_text", "text": "x", "style": "b"})],
            "message",
            "/blocks/0/text/style",
            "unknown property",
        ),
        ([{"type": "section"}], "message", "/blocks/0", "text or fields"),
        ([{"type": "header", "text": {"type": "mrkdwn", "text": "h"}}], "message", "/blocks/0/text/type", "plain_text"),
        ([section(text="words")], "message", "/blocks/0/text", "must be an object"),
        ([section(block_id="a"), section(block_id="a")], "message", "/blocks/1/block_id", "already exists"),
        (
            [actions(button(action_id="a"), button(action_id="a"))],
            "message",
            "/blocks/0/elements/1/action_id",
            "already exists",
        ),
        ([actions(menu(options=[option(1), option(1)]))], "message", "/blocks/0", "unique"),
        ([actions(menu(initial_option=option(5)))], "message", "/blocks/0", "exactly one of the options"),
        ([actions(button(style="blue"))], "message", "/blocks/0/elements/0/style", "one of primary, danger"),
        ([actions({"type": "static_select"})], "message", "/blocks/0/elements/0", "exactly one of"),
        ([actions(menu(options=[option(url="https://a")]))], "message", "/blocks/0", "overflow"),
        (
            [entry({"type": "datepicker", "initial_date": "2022-13-01"})],
            "modal",
            "/blocks/0/element/initial_date",
            "form",
        ),
        ([entry({"type": "number_input"})], "modal", "/blocks/0/element", "is_decimal_allowed"),
        ([entry(line(min_length=5, max_length=4))], "modal", "/blocks/0", "min_length"),
        ([entry(line(multiline="yes"))], "modal", "/blocks/0/element/multiline", "boolean"),
        ([entry(line(focus_on_load=True)), entry(line(focus_on_load=True))], "modal", "/blocks", "focus_on_load"),
        (["words"], "message", "/blocks/0", "must be an object"),
        ({}, "message", "/blocks", "must be an array"),
    ],
)
def test_what_is_illegal_is_named_with_its_pointer(blocks: Any, surface: str, pointer: str, said: str) -> None:
    found = check_blocks(blocks, surface)
    assert [(problem.pointer, said in problem.message) for problem in found] == [(pointer, True)]


@pytest.mark.parametrize("count", [0, 101])
def test_a_home_tab_has_1_to_100_blocks(count: int) -> None:
    found = check_view({"type": "home", "blocks": [{"type": "divider"}] * count})
    assert [problem.pointer for problem in found] == ["/view/blocks"]


def test_a_modal_with_an_input_needs_a_submit_button() -> None:
    view = modal()
    del view["submit"]
    assert [problem.pointer for problem in check_view(view)] == ["/view/submit"]
    assert check_view({"type": "modal", "title": plain("t"), "blocks": [section()]}) == []
    assert check_view({"type": "home", "blocks": [entry(line())]}) == []
    assert check_view({"type": "workflow", "blocks": []}) != []
    assert check_view("modal") != []
