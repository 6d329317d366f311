"""Every message that speaks of an issue's stage, at a stage of each kind that a pack can have."""

from __future__ import annotations

import re

import pytest

from rules.terms import StageKind
from tests.bot.messages.everything import VARIANTS
from tests.bot.messages.facts import LADDER, deadline, issue, lines_of

SLIP = re.compile(
    r"\bthe the\b|None|\ba [aeiou]|\ban [bcdfgjklmnpqrstvwxyz]|\b1 [a-z]+s\b|,,|\. [a-z]|\bby at\b| {2}|\{"
)
ELSEWHERE = ("determination", "outside")
STAGES = [
    {"kind": kind.value, "votes": votes, "forum": forum}
    for kind in StageKind
    for votes in ((True, False) if kind is StageKind.DETERMINATION else (kind is StageKind.VOTE,))
    for forum in (None, "Clinical Forum")
]
SPEAKS = {name: [facts for facts in ways if "ladder" in facts] for name, ways in VARIANTS.items()}


@pytest.mark.parametrize("name", [name for name, ways in SPEAKS.items() if ways])
def test_a_message_is_right_at_a_stage_of_each_kind(name):
    for facts in SPEAKS[name]:
        for stage in STAGES:
            at = facts | {
                "next_stage": facts.get("next_stage") and "Last talks",
                "ladder": facts["ladder"] | stage | {"representations": [], "advice": [], "before": []},
            }
            said = [line for line in lines_of(name, **at) if not line.startswith("quote")]
            assert [line for line in said if SLIP.search(line)] == [], stage
            if stage["kind"] in ELSEWHERE and not stage["votes"]:
                assert [
                    line for line in said if re.search("partners discuss|Resolve by|to be resolved by|a vote", line)
                ] == []
            if stage["kind"] == "mediation":
                assert [line for line in said if "acilitator" in line] == []


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("discussion", "Resolve by"),
        ("vote", "Resolve by"),
        ("outside", "To be decided by"),
        ("determination", "To be decided by"),
    ],
)
def test_what_a_stage_s_date_is_of_follows_its_kind(kind, said):
    ladder = LADDER | {"kind": kind, "votes": kind == "vote"}
    lines = lines_of("issue", **issue(deadline=deadline(), ladder=ladder))
    assert [line.split(" Wed ")[0] for line in lines if "Wed 18 Jan 2023 (clause 5.2):" in line] == [
        f"paragraph: {said}"
    ]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"deadline": None}, "The agreement names no further stage."),
        ({"deadline": None, "next_stage": "Mediation"}, "The next stage is Mediation."),
        ({"deadline": None, "after": ["The chief executives meet."]}, "After that, as the partners have decided it: The chief executives meet."),
        ({}, "They can also agree a later date; the agreement names no further stage."),
    ],
)  # fmt: skip
def test_what_follows_an_unresolved_stage_is_a_sentence_of_its_own(facts, said):
    (line,) = [it for it in lines_of("issue", **issue(state="unresolved", **facts)) if "Next:" in it]
    assert line == (
        "paragraph: Next: the affected partners discuss it and one of them proposes a resolution; it is resolved when all "
        f"of them agree. {said}"
    )


def test_who_helps_at_a_mediation_is_a_mediator():
    helper = {"name": "Dr Grey", "organisation": "", "interests": "none declared"}
    for kind, noun in (("facilitation", "Facilitator"), ("mediation", "Mediator")):
        lines = lines_of("issue", **issue(ladder=LADDER | {"kind": kind, "facilitator": helper}))
        assert f"paragraph: {noun}: Dr Grey. Interests declared: none declared" in lines
