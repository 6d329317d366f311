"""Whatever people write, what is drawn is legal Block Kit, and what they wrote comes out as text."""

from __future__ import annotations

import json

from hypothesis import given, strategies as st

from bot import words
from bot.practice.check import check_blocks
from bot.slack import blocks
from bot.words import Block, Mark, Run, Words
from handlers.overview import calendar
from handlers.requests import Button
from handlers.trackers import looking as tracker_looking

LONG = ["x" * 3001, "word " * 800, "\u0301" * 3000]
MARKS = ["<!channel>", "<@U123>", "<https://a|b>", "*x* _y_ ~z~ `c`", "&lt;", "\u202eabc", "\n" * 50]
HOSTILE = st.text(max_size=60) | st.sampled_from(MARKS) | st.sampled_from(LONG)
RUNS = st.lists(st.builds(Run, HOSTILE.filter(bool), st.booleans()), min_size=1, max_size=4).map(tuple)
MESSAGES = st.builds(
    Words,
    HOSTILE.filter(str.strip),
    st.lists(st.builds(Block, st.sampled_from(Mark), RUNS), min_size=1, max_size=12).map(tuple),
)


@given(MESSAGES, st.integers(0, 24))
def test_every_message_is_legal_block_kit(message, buttons):
    offered = [Button("issue_show", row) for row in range(buttons)]
    text, drawn = blocks.draw(message, offered)
    assert text
    assert list(check_blocks(drawn, "message")) == []


@given(HOSTILE)
def test_a_value_comes_out_as_text_and_mentions_nobody(value):
    drawn = blocks.draw(words.render("refusal", {"sentence": value}))[1]
    kinds = {
        element["type"] for block in drawn for part in block.get("elements", []) for element in part.get("elements", [])
    }
    assert kinds <= {"text"}
    assert "<!" not in blocks.fallback(value)
    assert "<@" not in blocks.fallback(value)


def test_paragraphs_items_and_quotes_are_one_rich_text_block():
    read = words.read("# Head\nOne *two*.\n\nThree.\n- a\n- b\n> said\n^ small\n---\nEnd.")
    drawn = blocks.body(read)
    assert [block["type"] for block in drawn] == ["header", "rich_text", "context", "divider", "rich_text"]
    assert [part["type"] for part in drawn[1]["elements"]] == [
        "rich_text_section",
        "rich_text_section",
        "rich_text_list",
        "rich_text_quote",
    ]
    assert drawn[1]["elements"][0]["elements"][:2] == [
        {"type": "text", "text": "One "},
        {"type": "text", "text": "two", "style": {"bold": True}},
    ]


def test_a_button_carries_its_action_and_one_row_and_nothing_else():
    (row,) = blocks.button_rows([Button("issue_acknowledge", 7)])
    (button,) = row["elements"]
    assert (button["action_id"], button["value"], button["style"]) == ("issue_acknowledge:7", "7", "primary")
    assert json.dumps(button).count("7") == 2


def test_only_an_https_link_becomes_a_link():
    drawn = blocks.body(
        (Block(Mark.PARAGRAPH, (Run("here", link="https://a.example/x"), Run("there", link="javascript:1"))),)
    )
    assert [element["type"] for element in drawn[0]["elements"][0]["elements"]] == ["link", "text"]


def test_what_is_too_long_for_slack_is_cut_and_says_so():
    long = Words("line", tuple(Block(Mark.PARAGRAPH, (Run("y" * 3000),)) for _ in range(10)))
    _, drawn = blocks.draw(long)
    assert drawn[-1] == {
        "type": "context",
        "elements": [blocks.plain("The rest is too long for a message; the register has all of it.")],
    }


def test_what_handlers_show_at_once_fits():
    assert max(calendar.LONGEST_ANSWER, tracker_looking.HEAVIEST_PAGE) < blocks.LONGEST_BODY
