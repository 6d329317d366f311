"""Slack's text as a person reads it, and whom it notifies."""

from __future__ import annotations

import pytest

from bot.practice.reading import Names, escape, mentions_in, read_blocks, read_text

NAMES = Names({"U1": "Ann_B"}, {"C1": "kitchen"})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<@U1> and <@U9>", "@Ann_B and @U9"),
        ("<#C1> <#C9|gone> <#C8>", "#kitchen #gone #private channel"),
        ("<https://a.example/x_y_z|the *paper*>", "the *paper*"),
        ("<https://a.example/?a=1&amp;b=2>", "https://a.example/?a=1&b=2"),
        ("<!channel> <!here>", "@channel @here"),
        ("<!subteam^S1|@leads>", "@leads"),
        ("<!date^1656921600^{date_short} at {time}|soon>", "Jul 4, 2022 at 09:00"),
        ("<!date^soon^{date}|soon>", "soon"),
        ("*bold* _italic_ ~struck~ *_both_*", "bold italic struck both"),
        ("2*3*4 and snake_case_name", "2*3*4 and snake_case_name"),
        ("`*code* &lt;`", "*code* <"),
        ("&lt;@U1&gt; &amp;amp;", "<@U1> &amp;"),
        ("a * b * c", "a * b * c"),
    ],
)
def test_text_is_read_as_a_person_reads_it(text: str, shown: str) -> None:
    assert read_text(text, NAMES) == shown


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("<@U1> <@U2|bob> <!channel> <!subteam^S1>", {"U1", "U2", "channel", "S1"}),
        ("&lt;@U1&gt; &lt;!channel&gt; @here", set()),
        ("`<@U1>` ```<!here>```", set()),
        (escape("<!channel> <@U1>"), set()),
    ],
)
def test_only_control_sequences_mention(text: str, mentions: set[str]) -> None:
    assert mentions_in(text, ()) == mentions
    assert mentions_in("", [{"type": "section", "text": {"type": "mrkdwn", "text": text}}]) == mentions
    assert mentions_in("", [{"type": "header", "text": {"type": "plain_text", "text": text}}]) == set()


def test_rich_text_is_read_and_mentions() -> None:
    elements = [
        {"type": "text", "text": "Hello "},
        {"type": "user", "user_id": "U1"},
        {"type": "broadcast", "range": "here"},
        {"type": "link", "url": "https://a", "text": "link"},
    ]
    items = [{"type": "rich_text_section", "elements": [{"type": "text", "text": "one"}]}]
    block = {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_section", "elements": elements},
            {"type": "rich_text_list", "elements": items},
        ],
    }
    assert read_blocks([block], NAMES).splitlines()[0] == "Hello @Ann_B@herelink"
    assert "• one" in read_blocks([block], NAMES)
    assert mentions_in("", [block]) == {"U1", "here"}
