"""Sentences that were not so: who does what at a stage of each kind, one of something, and nobody where nobody is."""

from __future__ import annotations

import pytest

from tests.bot.messages.facts import LADDER, conflict, entry, issue, lines_of, touched
from tests.bot.messages.meeting import CADENCES, ROW

DISCUSS = (
    "the affected partners discuss it and one of them proposes a resolution; it is resolved when all of them agree"
)
OURS = "until then they can still settle it themselves: one of them proposes a resolution, and all of them agree"


def next_of(**ladder):
    """What an issue says of its next step, without what follows when its time is up."""
    facts = issue(deadline=None, proposal=None, ladder=LADDER | {"votes": False, "forum": None} | ladder)
    (said,) = [line for line in lines_of("issue", **facts) if "Next:" in line]
    return said.removeprefix("paragraph: Next: ").removesuffix(".")


@pytest.mark.parametrize(
    ("ladder", "said"),
    [
        ({"kind": "discussion"}, DISCUSS),
        ({"kind": "advice", "forum": "Clinical Forum"}, DISCUSS),
        ({"kind": "vote", "votes": True}, f"{DISCUSS}, or the partners decide it by a vote"),
        ({"kind": "vote", "votes": True, "forum": "SLE"}, f"{DISCUSS}, or SLE decides it by a vote"),
        ({"kind": "determination", "votes": True, "forum": "SLE"}, f"{DISCUSS}, or SLE decides it by a vote"),
        ({"kind": "facilitation"}, DISCUSS.replace("discuss it", "discuss it with the facilitator")),
        ({"kind": "mediation"}, DISCUSS.replace("discuss it", "discuss it with the mediator")),
        (
            {"kind": "written-submissions"},
            DISCUSS.replace("discuss it", "put what they have to say in writing"),
        ),
        # A minister, or a court: the partners neither discuss it there nor vote on it.
        ({"kind": "determination"}, f"it is to be decided at this stage, and not by the affected partners; {OURS}"),
        ({"kind": "outside"}, f"it is to be decided at this stage, and not by the affected partners; {OURS}"),
        (
            {"kind": "outside", "forum": "the High Court"},
            f"it is to be decided by the High Court, and not by the affected partners; {OURS}",
        ),
    ],
)
def test_what_is_done_at_a_stage_follows_its_kind(ladder, said):
    assert next_of(**ladder) == said


def test_a_stage_s_name_does_nothing():
    facts = issue(was="Between the partners concerned", words="", by="Ess", at="2022-12-16T09:30:00+00:00")
    said = lines_of("issue_moved", **facts | {"for": "Essex CC", "behalf": False})
    assert any(
        line.startswith("paragraph: Not settled at the stage before (Between the partners concerned). ")
        for line in said
    )


def cadence(**given):
    row = ROW | {"tally": None, "cadence": CADENCES[2] | given}
    (said,) = [
        line for line in lines_of("meeting_list", agreement="A", rows=[row], more=0, secretary=False) if "Meets" in line
    ]
    return said


def test_what_the_document_prints_is_not_said_twice():
    printed = {"as_printed": "bi-monthly, in public", "clause": None}
    assert cadence(**printed, in_public=True).startswith("item: Meets bi-monthly, in public")
    assert "in public, in public" not in cadence(**printed, in_public=True)
    assert cadence(as_printed="bi-monthly", clause=None, in_public=True).startswith("item: Meets bi-monthly, in public")


def test_nobody_is_acted_for_where_nobody_is():
    """A casting vote is recorded by the secretary for a chair, who may act for no partner."""
    cast = entry(
        1, "decision-casting", by="Sam Board", behalf=True, vote="for", evidence="The minutes", **{"for": None}
    )
    (said,) = [line for line in lines_of("issue_detail", **issue(history=[cast], dates=[])) if "Sam Board" in line]
    assert said.endswith("(recorded by Sam Board, from: The minutes)")


@pytest.mark.parametrize(
    ("needs", "said"),
    [
        (10, "Until all 10 others have consented, it takes no part."),
        (1, "Until LUHFT has consented, Mersey Care takes no part."),
    ],
)
def test_one_whose_consent_is_needed_is_one(needs, said):
    facts = conflict(mine=["LUHFT"], **touched(), answer_by=None) | {"needs": needs, "partner": "Mersey Care"}
    assert said in "\n".join(lines_of("conflict_asked", **facts))
