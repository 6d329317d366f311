"""Sentences that were not so: who does what at a stage of each kind, one of something, and nobody where nobody is."""

from __future__ import annotations

import pytest

from tests.bot.messages.facts import LADDER, TODAY, conflict, debt, entry, issue, lines_of, offer, touched
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
        (
            {"kind": "advice", "forum": "Clinical Forum"},
            DISCUSS.replace("discuss it", "discuss it with the advice of Clinical Forum"),
        ),
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


ANOTHER = "and one of them proposes another"
REFUSED = offer(against=[{"partner": "Alder Hey", "reason": ""}], waiting=[])


@pytest.mark.parametrize(
    ("ladder", "said"),
    [
        ({"kind": "discussion"}, f"the affected partners discuss it {ANOTHER}"),
        ({"kind": "advice"}, f"the affected partners discuss it {ANOTHER}"),
        ({"kind": "vote", "votes": True}, f"the affected partners discuss it {ANOTHER}"),
        ({"kind": "facilitation"}, f"the affected partners discuss it with the facilitator {ANOTHER}"),
        ({"kind": "mediation"}, f"the affected partners discuss it with the mediator {ANOTHER}"),
        ({"kind": "written-submissions"}, f"the affected partners put what they have to say in writing {ANOTHER}"),
        (
            {"kind": "outside", "forum": "the High Court"},
            (
                "it is to be decided by the High Court, and not by the affected partners; "
                f"{OURS.replace('a resolution', 'another')}"
            ),
        ),
        (
            {"kind": "determination"},
            (
                "it is to be decided at this stage, and not by the affected partners; "
                f"{OURS.replace('a resolution', 'another')}"
            ),
        ),
    ],
)
def test_what_follows_a_proposal_that_is_not_agreed_follows_the_kind_of_stage(ladder, said):
    facts = issue(deadline=None, proposal=REFUSED, ladder=LADDER | {"votes": False, "forum": None} | ladder)
    (line,) = [line for line in lines_of("issue", **facts) if "Next:" in line]
    assert line == f"paragraph: Next: the proposal is not agreed, so {said}."


@pytest.mark.parametrize(
    ("ladder", "said"),
    [
        ({"kind": "discussion"}, "the affected partners discuss it, and any of them can propose a resolution."),
        (
            {"kind": "written-submissions"},
            "the affected partners put what they have to say in writing, and any of them can propose a resolution.",
        ),
        (
            {"kind": "outside", "forum": "the High Court"},
            (
                "it is to be decided by the High Court, and not by the affected partners. Until then any of the affected "
                "partners can propose a resolution."
            ),
        ),
    ],
)
def test_a_notice_says_what_is_done_at_the_stage(ladder, said):
    facts = issue(ladder=LADDER | {"votes": False, "forum": None} | ladder, partner="Alder Hey", prompts=[])
    (line,) = [line for line in lines_of("issue_notice", **facts) if "What to do now" in line]
    assert line.endswith(f"Then {said}")


@pytest.mark.parametrize(
    ("ladder", "said"),
    [
        ({"kind": "discussion"}, "If nothing is agreed by"),
        ({"kind": "mediation"}, "If nothing is agreed by"),
        ({"kind": "written-submissions"}, "If nothing is agreed by"),
        ({"kind": "vote", "votes": True}, "If nothing is agreed or decided by"),
        ({"kind": "outside"}, "If nothing is agreed or decided by"),
        ({"kind": "determination"}, "If nothing is agreed or decided by"),
    ],
)
def test_what_can_end_a_stage_before_its_time_is_up(ladder, said):
    facts = issue(proposal=None, ladder=LADDER | {"votes": False, "forum": None} | ladder)
    (line,) = [line for line in lines_of("issue", **facts) if "Next:" in line]
    assert f". {said} Wed 18 Jan 2023, " in line


@pytest.mark.parametrize("name", ["issue", "issue_extended"])
@pytest.mark.parametrize(
    ("ended", "said"),
    [
        (False, "Sat 31 Dec 2022: settle it before then, or agree how it goes on."),
        (True, "Sat 31 Dec 2022, which is past: agree how it goes on."),
    ],
)
def test_nothing_is_to_be_settled_before_a_day_that_is_past(name, ended, said):
    facts = issue(outlives="2022-12-31", ended=ended, was="2022-12-30", extension=None)
    told = [line for line in lines_of(name, **facts) if "last day" in line]
    assert told == [f"paragraph: This is after the agreement's last day, {said}"]


def test_an_hour_that_is_over_is_not_to_come():
    due = TODAY | {"due_at": "2023-01-18T09:30:00+00:00", "unit": "hours"}
    for over, said in (
        (False, "Today is the last day: due Wed 18 Jan 2023, 09:30."),
        (True, "Its time was up today: it was due Wed 18 Jan 2023, 09:30, and still waits for you."),
    ):
        owed = debt(("answer",), deadline=due)
        facts = issue(deadline=due | {"over": over}, debts=[owed], can_snooze=False)
        assert lines_of("nudge", **facts)[1] == f"paragraph: {said}"


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
