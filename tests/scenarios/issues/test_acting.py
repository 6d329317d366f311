"""What people do to an issue: acknowledge, comment, propose, answer, extend, withdraw, mark unresolved."""

from __future__ import annotations

import threading
from datetime import date

import pytest

from rules.issues import IssueState, ProposalState
from tests.scenarios.conftest import buttons_of, header_of
from tests.scenarios.issues.kit import asks_for_time, proposes
from tests.scenarios.reading_kit import body_of, lines


def raise_one(world):
    world.ada.raises("Discharge delays", "luhft", "sefton-council")


@pytest.fixture
def raised(make_world):
    """SEF-1, raised by Ada for Mersey Care; it affects LUHFT and Sefton Council too."""
    return make_world(begin=raise_one)


def tell_the_last(world):
    """The secretary records how the one partner outside the chat was told, so that the clock counts."""
    world.sam.presses("Record how they were told", world.sam.dm("Sefton Council for Voluntary Service"))
    world.sam.submits({"partner": "sefton-cvs", "told_on": "2022-12-16", "evidence": "By telephone to Ola, 16:40"})


# --- Acknowledging ------------------------------------------------------------------------------------------------


def test_a_notice_is_acknowledged_and_says_by_whom(raised):
    raised.at("2022-12-16 11:20")
    raised.ben.presses("Acknowledge", raised.ben.dm("Notice to"))

    notice = raised.ben.dm("Notice to")
    assert buttons_of(notice) == ["Show details"]
    assert lines(notice.shown())[:3] == [
        "SEF-1, Discharge delays: acknowledged for LUHFT",
        "SEF-1: Discharge delays",
        "Acknowledged. Ben (for LUHFT), Fri 16 Dec 2022, 11:20",
    ]
    assert raised.joe.buttons("Notice to") == ["Acknowledge", "Comment", "Show details"]  # the others have theirs
    assert lines(raised.thread("SEF-1")[0]) == [
        "LUHFT acknowledged SEF-1, Discharge delays",
        "LUHFT acknowledged SEF-1.",
        "Ben (for LUHFT), Fri 16 Dec 2022, 11:20",
    ]
    assert raised.register("SEF-1")[-1] == "issue-acknowledged"


def test_it_is_acknowledged_from_the_channel_too(raised):
    raised.ben.presses("Acknowledge", raised.living("SEF-1"))
    assert lines(raised.ben.body) == [
        "SEF-1: Discharge delays",
        "On record: LUHFT has acknowledged the issue.",
        "Ben (for LUHFT), Fri 16 Dec 2022, 09:30",
        (
            "Next: the affected partners discuss it and one of them proposes a resolution; "
            "it is resolved when all of them agree. If nothing is agreed by Wed 18 Jan 2023, it is marked unresolved "
            "and they are asked what next."
        ),
    ]
    assert buttons_of(raised.ben.dm("Notice to")) == ["Show details"]


def test_a_second_press_says_what_has_happened(raised):
    notice = raised.ben.dm("Notice to")
    raised.ben.presses("Acknowledge", notice)
    raised.at("2022-12-16 12:00")
    raised.ben.presses("Acknowledge", notice)  # as it was on his screen
    assert raised.ben.body == (
        "Ben has acknowledged SEF-1 for LUHFT already, on Fri 16 Dec 2022. There is nothing more to do."
    )
    assert raised.register("SEF-1").count("issue-acknowledged") == 1


MAY_NOT = (
    "You can't acknowledge SEF-1 (clause 5.2). Ida (lead, Cheshire and Merseyside ICB), Joe (lead, Sefton "
    "Council), Kim (lead, Southport and Ormskirk), Ben (lead, LUHFT) or 6 others can."
)


def test_the_raiser_has_nothing_to_acknowledge(raised):
    raised.ada.presses("Acknowledge", raised.living("SEF-1"))
    assert raised.ada.body == MAY_NOT


def test_a_signatory_is_told_who_could(raised):
    raised.pia.presses("Acknowledge", raised.living("SEF-1"))
    assert raised.pia.body == MAY_NOT
    assert raised.register("SEF-1").count("issue-acknowledged") == 0


def test_a_stranger_who_presses_is_told_what_to_do(raised):
    raised.dan.presses("Acknowledge", raised.living("SEF-1"))
    assert raised.dan.body == (
        "I don't know yet who you are. In your agreement's channel, type /partnership link and choose your name; "
        "the secretary confirms it."
    )


def test_who_acts_for_two_partners_is_asked_for_which(raised):
    raised.cleo.presses("Acknowledge", raised.living("SEF-1"))
    assert raised.cleo.fields == ["partner"]
    raised.cleo.submits({"partner": "south-sefton-pcn"})
    first, second = [m for m in raised.cleo.dms() if "Notice to" in m.shown()]
    assert [buttons_of(m) == ["Show details"] for m in (first, second)] == [False, True]

    raised.cleo.presses("Acknowledge", first)  # one is left, so there is nothing to ask
    assert raised.cleo.modal is None
    assert {m["partner"] for m in acknowledged(raised)} == {"southport-formby-pcn", "south-sefton-pcn"}

    raised.cleo.presses("Acknowledge", first)
    assert raised.register("SEF-1").count("issue-acknowledged") == 2


def acknowledged(world):
    return [{"partner": row.partner} for row in world.issue("SEF-1").partners if row.acknowledged_at]


# --- Comments -----------------------------------------------------------------------------------------------------


def test_a_comment_goes_into_the_thread_and_the_record(raised):
    raised.rob.presses("Comment", raised.living("SEF-1"))  # a member may
    raised.rob.submits({"words": "<!channel> Ward 5 is full & waiting"})
    assert lines(raised.thread("SEF-1")[-1]) == [
        "Mersey Care commented on SEF-1: <!channel> Ward 5 is full & waiting",
        "Mersey Care commented on SEF-1, to the record:",
        "<!channel> Ward 5 is full & waiting",
        "Rob (for Mersey Care), Fri 16 Dec 2022, 09:30",
    ]
    assert raised.facts("issue-commented")["words"] == "<!channel> Ward 5 is full & waiting"
    assert lines(raised.joe.opens("SEF-1"), "Ward 5") == [
        "• Fri 16 Dec 2022, 09:30: Mersey Care commented (Rob): <!channel> Ward 5 is full & waiting"
    ]


def test_the_secretary_comments_as_such(raised):
    raised.sam.presses("Comment", raised.living("SEF-1"))
    raised.sam.submits({"words": "Minuted at the board"})
    assert lines(raised.thread("SEF-1")[-1])[1:] == [
        "Sam commented on SEF-1, to the record:",
        "Minuted at the board",
        "Sam, Fri 16 Dec 2022, 09:30",
    ]


# --- Proposing and answering --------------------------------------------------------------------------------------


def test_an_issue_is_resolved_when_every_affected_partner_agrees(raised):
    proposes(raised.ada, "A joint discharge team by March")
    ask = raised.ben.dm("A joint discharge team")
    assert buttons_of(ask) == ["Agree", "Do not agree", "Show details"]
    assert {name for name, _ in raised.sent("issue_proposal")} == {"Ben", "Joe"}  # Ida is not affected

    raised.at("2022-12-16 14:00")
    raised.ben.presses("Agree", ask)
    assert raised.issue("SEF-1").state is IssueState.OPEN
    answered = raised.ben.dms()[-1]
    assert buttons_of(answered) == ["Show details"]
    agreed = [
        "SEF-1: Discharge delays",
        "LUHFT agrees to the proposed resolution.",
        "Ben (for LUHFT), Fri 16 Dec 2022, 14:00",
        "[Show details]",
    ]
    assert lines(body_of(answered)) == agreed

    raised.joe.presses("Agree", raised.joe.dm("A joint discharge team"))
    issue = raised.issue("SEF-1")
    assert issue.state is IssueState.RESOLVED
    assert issue.closing_words == "A joint discharge team by March"
    assert buttons_of(raised.living("SEF-1")) == ["Show details"]
    assert lines(raised.living("SEF-1").shown(), "A joint") == ["A joint discharge team by March"]
    assert [d.state.value for d in raised.deadlines("SEF-1")] == ["met"]
    assert raised.register("SEF-1")[-1] == "issue-resolved"
    assert lines(body_of(raised.ben.dms()[-2])) == agreed  # what he said stays to be read
    told = {name for name, _ in raised.sent("issue_closed")}
    assert told == {"C0SEFTON", "Ada", "Ben"}  # Joe did it himself


def test_who_does_not_agree_says_why_and_the_next_proposal_replaces_it(raised):
    proposes(raised.ada, "First plan")
    first = raised.joe.dm("First plan")
    raised.ben.presses("Do not agree", raised.ben.dm("First plan"))
    raised.ben.submits({"words": "Who pays for it?"})
    assert lines(raised.living("SEF-1").shown(), "Who pays") == ["• LUHFT does not agree: Who pays for it?"]

    proposes(raised.ben, "Second plan")
    raised.joe.presses("Agree", first)
    assert raised.joe.body == (
        "This proposal was replaced by a newer one, so it takes no more answers. "
        "/partnership issue SEF-1 shows how things stand."
    )
    raised.joe.presses("Agree", raised.joe.dm("Second plan"))
    raised.ada.presses("Agree", raised.ada.dm("Second plan"))
    assert raised.issue("SEF-1").state is IssueState.RESOLVED
    assert raised.issue("SEF-1").closing_words == "Second plan"
    assert [p.state for p in raised.issue("SEF-1").proposals] == [ProposalState.REPLACED, ProposalState.AGREED]


def test_a_partner_may_change_its_mind_while_the_proposal_is_open(raised):
    proposes(raised.ada, "Plan")
    ask = raised.ben.dm("Plan")
    raised.ben.presses("Do not agree", ask)
    raised.ben.submits({"words": "Not yet"})
    raised.ben.presses("Agree", ask)
    raised.joe.presses("Agree", raised.joe.dm("Plan"))
    assert raised.issue("SEF-1").state is IssueState.RESOLVED


def test_the_same_answer_twice_changes_nothing(raised):
    proposes(raised.ada, "Plan")
    ask = raised.ben.dm("Plan")
    raised.ben.presses("Agree", ask)
    raised.ben.presses("Agree", ask)
    assert raised.ben.body == "LUHFT has agreed to this already; nothing changes."
    assert raised.register("SEF-1").count("proposal-agreed") == 1


def test_only_the_affected_partners_answer(raised):
    proposes(raised.ada, "Plan")
    raised.ida.guesses("issue_agree", raised.issue("SEF-1").proposals[0].id)
    assert raised.ida.body == (
        "You can't answer a proposal about SEF-1 (clause 5.2). Joe (lead, Sefton Council), Ada (lead, Mersey "
        "Care) or Ben (lead, LUHFT) can."
    )


def test_the_deputy_answers_and_the_leads_question_is_settled(raised):
    proposes(raised.ben, "Plan")
    raised.eve.presses("Agree", raised.living("SEF-1"))
    assert lines(body_of(raised.ada.dms()[-1])) == [
        "SEF-1: Discharge delays",
        "Mersey Care agrees to the proposed resolution.",
        "Eve (for Mersey Care), Fri 16 Dec 2022, 09:30",
        "[Show details]",
    ]
    assert buttons_of(raised.ada.dms()[-1]) == ["Show details"]


def test_who_acts_for_two_affected_partners_answers_for_each(world):
    world.ada.raises("Same-day access", "southport-formby-pcn", "south-sefton-pcn")
    proposes(world.ada, "Plan")
    asks = [m for m in world.cleo.dms() if "Plan" in m.shown()]
    assert len(asks) == 2
    world.cleo.presses("Agree", asks[0])
    world.cleo.submits({"partner": "southport-formby-pcn"})
    assert world.issue("SEF-1").state is IssueState.OPEN
    fresh = [world.workspace.message(m.channel, m.ts) for m in asks]
    assert sorted("Agree" in buttons_of(m) for m in fresh) == [False, True]
    (left,) = [m for m in fresh if "Agree" in buttons_of(m)]
    world.cleo.presses("Agree", left)
    world.cleo.submits({"partner": "south-sefton-pcn"})
    assert world.issue("SEF-1").state is IssueState.RESOLVED


def test_two_who_agree_at_once_both_count(raised):
    proposes(raised.ada, "Plan")
    row = raised.issue("SEF-1").proposals[0].id
    asks = {player: player.dm("Plan") for player in (raised.ben, raised.joe)}
    start = threading.Barrier(2)

    def agree(player):
        start.wait()
        super(type(player), player).presses(f"issue_agree:{row}", asks[player])

    threads = [threading.Thread(target=agree, args=(player,)) for player in asks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    raised.settle()
    assert raised.issue("SEF-1").state is IssueState.RESOLVED
    assert raised.register("SEF-1").count("issue-resolved") == 1
    assert len([m for m in raised.channel() if header_of(m).startswith("SEF-1 is resolved")]) == 1


def test_a_double_click_counts_once(raised):
    notice = raised.ben.dm("Notice to")
    threads = [
        threading.Thread(target=lambda: super(type(raised.ben), raised.ben).presses("Acknowledge", notice))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    raised.settle()
    assert raised.register("SEF-1").count("issue-acknowledged") == 1


# --- More time ----------------------------------------------------------------------------------------------------


def test_more_time_is_agreed_and_the_old_date_kept(raised):
    asks_for_time(raised.ada, "2023-02-28")
    assert raised.due("SEF-1") == "2023-01-18"  # nothing moves before they agree
    raised.ben.presses("Agree to more time", raised.ben.dm("28 Feb 2023"))
    raised.joe.presses("Agree to more time", raised.joe.dm("28 Feb 2023"))

    old, new = raised.deadlines("SEF-1")
    assert (str(old.due_on), old.state.value) == ("2023-01-18", "replaced")
    assert old.why == "Extended by agreement: The board meets in February"
    assert str(new.due_on) == "2023-02-28"
    assert lines(raised.living("SEF-1").shown(), "esolve by") == [
        "SEF-1 (open): Discharge delays; resolve by Tue 28 Feb 2023",
        "Resolve by Tue 28 Feb 2023: the date the partners agreed.",
    ]
    assert raised.facts("deadline-extended")["from"] == "2023-01-18"
    assert lines(raised.ben.opens("SEF-1"), "Wed 18 Jan 2023") == [
        "• Wed 18 Jan 2023, replaced: Extended by agreement: The board meets in February",
        "• Fri 16 Dec 2022, 09:30: every partner asked had agreed: the date moved from Wed 18 Jan 2023 to Tue 28 Feb 2023",
    ]


def test_a_date_that_is_no_later_is_refused(raised):
    asks_for_time(raised.ada, "2023-01-18")
    assert list(raised.ada.modal_errors) == ["extend_to"]
    assert raised.register("SEF-1").count("extension-proposed") == 0


def test_more_time_refused_by_one_leaves_the_date(raised):
    asks_for_time(raised.ada, "2023-02-28")
    raised.ben.presses("No more time", raised.ben.dm("28 Feb 2023"))
    raised.ben.submits({"words": "Too long"})
    raised.joe.presses("Agree to more time", raised.joe.dm("28 Feb 2023"))
    assert raised.due("SEF-1") == "2023-01-18"


# --- Endings ------------------------------------------------------------------------------------------------------


def test_only_the_raisers_partner_withdraws(raised):
    raised.ben.guesses("issue_withdraw", raised.issue("SEF-1").id)
    assert raised.ben.body == "You can't withdraw SEF-1 (clause 5.2). Ada (lead, Mersey Care) can."
    raised.eve.opens("SEF-1")
    raised.eve.presses("Withdraw")
    raised.eve.submits({"words": "Settled by telephone"})
    assert raised.issue("SEF-1").state is IssueState.WITHDRAWN
    assert lines(raised.living("SEF-1").shown(), "Settled by") == ["Settled by telephone"]
    assert [d.state.value for d in raised.deadlines("SEF-1")] == ["cancelled"]


WITHDRAWN = (
    "SEF-1 was withdrawn on Fri 16 Dec 2022, so nothing more can be done to it. "
    "/partnership issue SEF-1 shows how it ended."
)


def test_nothing_can_be_done_to_a_closed_issue(raised):
    notice = raised.ben.dm("Notice to")
    raised.ada.opens("SEF-1")
    raised.ada.presses("Withdraw")
    raised.ada.submits({"words": "Settled"})
    raised.ben.presses("Acknowledge", notice)
    assert raised.ben.body == WITHDRAWN
    assert raised.register("SEF-1")[-1] == "issue-withdrawn"


def test_a_form_left_open_while_the_issue_closes_is_refused_with_its_words_kept(raised):
    raised.ben.presses("Comment", raised.living("SEF-1"))
    raised.ada.opens("SEF-1")
    raised.ada.presses("Withdraw")
    raised.ada.submits({"words": "Settled"})
    raised.ben.submits({"words": "A long comment"})
    assert raised.ben.answer == WITHDRAWN
    assert raised.ben.modal["state"]["values"]["words"]["words"]["value"] == "A long comment"


def test_it_is_marked_unresolved_and_can_still_be_resolved(raised):
    raised.ben.opens("SEF-1")
    raised.ben.presses("Mark unresolved")
    raised.ben.submits({"words": "We are stuck"})
    assert raised.issue("SEF-1").state is IssueState.UNRESOLVED
    assert {name for name, _ in raised.sent("issue_what_next")} == {"Ada", "Ben", "Joe", "Sam"}
    proposes(raised.ada, "Plan")
    raised.ben.presses("Agree", raised.ben.dm("Plan"))
    raised.joe.presses("Agree", raised.joe.dm("Plan"))
    assert raised.issue("SEF-1").state is IssueState.RESOLVED


def test_the_time_is_not_up_while_a_partner_has_not_been_told(raised):
    raised.wakes_at("2023-01-19 00:01")
    assert raised.issue("SEF-1").state is IssueState.OPEN
    assert raised.sent("issue_what_next") == []


def test_when_the_time_is_up_people_are_asked_what_next(raised):
    tell_the_last(raised)
    raised.wakes_at("2023-01-18 23:59")
    assert raised.issue("SEF-1").state is IssueState.OPEN
    raised.wakes_at("2023-01-19 00:01")

    assert raised.issue("SEF-1").state is IssueState.UNRESOLVED
    assert raised.sent("issue_what_next") == []  # nobody is told at night
    raised.wakes_at("2023-01-19 09:00")
    asked = {name for name, _ in raised.sent("issue_what_next")}
    assert asked == {"Ada", "Ben", "Joe", "Sam"}
    assert lines(raised.shown(), "is unresolved", "(unresolved)", "time was up") == [
        "SEF-1 (unresolved): Discharge delays; was due Wed 18 Jan 2023",
        "SEF-1 is unresolved: its time was up on Wed 18 Jan 2023 and nothing is agreed (Discharge delays)",
        "SEF-1 is unresolved: Discharge delays",
        "Its time was up on Wed 18 Jan 2023 (clause 5.2), and nothing is agreed yet.",
    ]
    assert raised.facts("issue-unresolved")["person"] == "Accord"

    asks_for_time(raised.ada, "2023-02-28")
    raised.ben.presses("Agree to more time", raised.ben.dm("28 Feb 2023"))
    raised.joe.presses("Agree to more time", raised.joe.dm("28 Feb 2023"))
    assert raised.issue("SEF-1").state is IssueState.OPEN
    assert raised.due("SEF-1") == "2023-02-28"
    raised.wakes_at("2023-03-01 00:01")
    assert raised.issue("SEF-1").state is IssueState.UNRESOLVED
    raised.wakes_at("2023-03-01 09:00")
    assert len(raised.sent("issue_what_next")) == 8  # asked once more, each once

    proposes(raised.ada, "Plan")
    raised.ben.presses("Agree", raised.ben.dm("Plan"))
    raised.joe.presses("Agree", raised.joe.dm("Plan"))
    assert raised.issue("SEF-1").state is IssueState.RESOLVED


def test_dates_are_days_where_the_agreement_lives(make_world):
    world = make_world("2022-07-05 00:30")  # 4 July, 23:30 UTC
    world.ada.raises("Discharge delays", "luhft")
    assert world.deadlines("SEF-1")[0].due_on == date(2022, 8, 2)
