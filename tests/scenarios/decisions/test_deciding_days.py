"""The days of a decision: the one it opens on, the last one for votes, the one it is looked at again."""

from __future__ import annotations

import pytest

from storage.packs import pack_source
from tests.scenarios.decisions.kit import ESSEX, opens, proposes, recommends, shows, votes
from tests.scenarios.reading_kit import lines

TAKE_TURNS = True


@pytest.fixture
def essex(make_world):
    world = make_world("2020-09-01 10:00", "mid-south-essex-2020")
    world.without_daily_lists()
    return world


@pytest.fixture
def sefton(make_world):
    world = make_world("2022-12-16 09:30")
    world.without_daily_lists()
    return world


# --- It opens -----------------------------------------------------------------------------------------------------


def test_a_vote_opens_by_itself_in_the_morning_of_the_day_that_was_chosen(essex):
    proposes(essex.max, opens_on="2020-09-07")
    essex.max.presses("Open the vote")
    assert lines(essex.max.body) == [
        "MSE-D1: Shared wards",
        (
            "It opens to votes by itself in the morning of Mon 7 Sep 2020, until the end of Tue 15 Sep 2020. "
            "Until then nobody is asked, and you can change the wording or withdraw it."
        ),
        "Consensus of 9 eligible: nobody objects, and all have spoken.",
        "[Show details] [Withdraw]",
    ]
    essex.at("2020-09-07 08:59")
    assert essex.bea.dms() == []
    assert "MSE-D1" not in essex.shown(ESSEX)
    essex.at("2020-09-07 09:00")
    assert lines(essex.bea.dm("MSE-D1").shown(), "MSE-D1") == [
        "MSE-D1: please vote by Tue 15 Sep 2020. Shared wards",
        "MSE-D1: Shared wards",
    ]
    assert essex.sent("decision_asked")[0][1] == "2020-09-07 09:00"
    assert essex.register("MSE-D1") == ["decision-proposed", "vote-set", "vote-opened"]
    votes(essex, "bea", "Agree", "MSE-D1")


def test_until_then_it_is_a_draft_that_only_its_proposer_sees(essex):
    proposes(essex.max, opens_on="2020-09-07")
    essex.max.presses("Open the vote")
    essex.max.guesses("decision_open", 1, channel=ESSEX)
    assert essex.max.body == "MSE-D1 opens by itself on Mon 7 Sep 2020. Nothing more to do."
    shows(essex, "MSE-D1", "bea")
    assert essex.bea.body == "I know no decision MSE-D1 that you can see. /partnership decisions lists those you can."
    essex.bea.types("/partnership due", channel=ESSEX)
    assert "MSE-D1" not in essex.bea.answer
    assert "MSE-D1" not in essex.bea.opens_home()


def test_withdrawn_before_it_never_opens(essex):
    proposes(essex.max, opens_on="2020-09-07")
    essex.max.presses("Open the vote")
    essex.max.presses("Withdraw")
    essex.max.submits({"words": "Not now."})
    essex.at("2020-09-08 10:00")
    assert essex.bea.dms() == []
    assert "vote-opened" not in essex.register("MSE-D1")


@pytest.mark.parametrize(
    ("opens_on", "field"),
    [("2020-08-31", "opens_on"), ("2020-09-15", "closes_on"), ("2020-09-16", "closes_on")],
)
def test_it_opens_neither_in_the_past_nor_on_its_last_day(essex, opens_on, field):
    essex.max.types("/propose-decision Shared wards", channel=ESSEX)
    essex.max.changes("rule", "variation")
    words = {"wording": "One ward.", "reasons": "Cheaper.", "level": "system", "closes_on": "2020-09-15"}
    essex.max.submits(words | {"opens_on": opens_on})
    assert set(essex.max.modal_errors) == {field}


# --- It is counted -------------------------------------------------------------------------------------------------


def test_the_outcome_of_a_vote_that_ends_at_night_is_told_when_people_work(sefton):
    recommends(sefton)  # the last day is a Friday
    sefton.at("2023-01-07 00:30")
    assert sefton.register("SEF-D1").count("decision-not-carried") == 1
    assert sefton.sent("decision_closed") == []
    assert sefton.sent("decision_notice") == []
    sefton.at("2023-01-09 08:59")
    assert sefton.sent("decision_notice") == []
    sefton.at("2023-01-09 09:30")
    assert {at for _, at in sefton.sent("decision_notice")} == {"2023-01-09 09:00"}
    assert lines(sefton.shown(), "Not carried") == [
        "SEF-D1: One plan. Not carried",
        "Not carried",
        "SEF-D1: Not carried. One plan",
        "Not carried.",
    ]


# --- It is looked at again -----------------------------------------------------------------------------------------


def test_what_is_to_be_looked_at_again_comes_back_that_morning_to_those_who_can_do_something(sefton):
    recommends(sefton, review_on="2023-06-05")
    for name in ("ada", "ben"):
        votes(sefton, name, "Agree", "SEF-D1")
    sefton.at("2023-01-09 09:30")
    assert "To be looked at again" not in "".join(sefton.ada.inbox()[-1:])
    sefton.ada.types("/partnership due")
    assert lines(sefton.ada.body, "SEF-D1") == ["• SEF-D1: One plan; due Mon 5 Jun 2023 (in 100 operational days)"]
    sefton.at("2023-06-05 08:59")
    assert sefton.sent("decision_review") == []
    sefton.at("2023-06-05 09:00")
    assert {who for who, _ in sefton.sent("decision_review")} == {"Ada", "Sam", "C0SEFTON"}
    assert lines(sefton.shown(), "to be looked at again today") == ["SEF-D1 was to be looked at again today: One plan"]
    assert sefton.register("SEF-D1")[-1] == "review-due"
    sefton.at("2023-06-20 10:00")
    assert sefton.register("SEF-D1").count("review-due") == 1
    sefton.ada.types("/partnership due")
    assert "SEF-D1" not in sefton.ada.answer


def test_what_was_not_carried_is_not_looked_at_again(sefton):
    recommends(sefton, review_on="2023-06-05")
    sefton.at("2023-06-06 10:00")
    assert sefton.sent("decision_review") == []


# --- Papers --------------------------------------------------------------------------------------------------------


def test_papers_given_as_files_are_shared_in_the_thread_when_the_vote_opens(essex):
    file = essex.workspace.add_file(essex.max.person.id, "business case.pdf", b"%PDF-1.7 a business case")
    draft = opens(essex.max, files=[file.id])
    assert lines(draft, "business case.pdf") == ["• business case.pdf, a file that is shared when the vote opens"]
    (copy,) = [m for m in essex.channel(ESSEX) if m.files]
    living = next(m for m in essex.channel(ESSEX) if not m.thread_ts and "MSE-D1" in m.shown())
    assert copy.thread_ts == living.ts
    shared = essex.workspace.files[copy.files[0]["id"]]
    assert (shared.name, shared.content) == ("business case.pdf", b"%PDF-1.7 a business case")
    assert shared.id != file.id
    assert lines(shows(essex, "MSE-D1", "bea"), "business case.pdf") == [
        "• business case.pdf, a file in the thread of the vote"
    ]


def test_a_paper_that_was_deleted_meanwhile_is_shown_as_undelivered(essex):
    essex.forgiven = True
    file = essex.workspace.add_file(essex.max.person.id, "business case.pdf", b"%PDF-1.7")
    proposes(essex.max, files=[file.id])
    del essex.workspace.files[file.id]
    essex.max.presses("Open the vote")
    essex.sam.types("/partnership undelivered", channel=ESSEX)
    assert lines(essex.sam.body, "MSE-D1") == [
        "• Tue 1 Sep 2020, 10:00: MSE-D1, a message: the chat did not take it (file_not_found)"
    ]
    # the vote goes on
    assert lines(essex.bea.dm("MSE-D1").shown(), "MSE-D1") == [
        "MSE-D1: please vote by Tue 15 Sep 2020. Shared wards",
        "MSE-D1: Shared wards",
    ]


def test_a_file_that_is_too_large_is_refused_and_nothing_typed_is_lost(essex):
    file = essex.workspace.add_file(essex.max.person.id, "film.mov", b"x" * 20_000_001)
    essex.max.types("/propose-decision Shared wards", channel=ESSEX)
    essex.max.changes("rule", "variation")
    words = {"wording": "One ward.", "reasons": "Cheaper.", "level": "system", "closes_on": "2020-09-15"}
    essex.max.submits(words | {"files": [file.id]})
    assert essex.max.modal_errors["files"] == "film.mov is larger than 20 MB. Please give a link to it instead."
    essex.max.submits({"files": []})
    assert not essex.max.modal_errors


# --- The casting vote ----------------------------------------------------------------------------------------------


CASTING = "    forum: partnership-board\n    base: present\n    threshold: nobody against\n"
TIED = CASTING.replace("nobody against", "more than 1/2\n    casting_vote: the chair")


@pytest.fixture
def with_casting_vote(make_world):
    source = pack_source("sefton-2022")
    assert CASTING in source
    world = make_world("2022-12-16 09:30", sources={"sefton-2022": source.replace(CASTING, TIED)})
    world.without_daily_lists()
    return world


@pytest.mark.parametrize(
    ("cast", "outcome", "told"),
    [
        ("for", "carried", "The casting vote (the chair) decided."),
        ("against", "not-carried", "A tie is no decision. The casting vote (the chair) is against it."),
    ],
)
def test_in_a_tie_the_casting_vote_decides_where_the_agreement_has_one(with_casting_vote, cast, outcome, told):
    world = with_casting_vote
    recommends(world)
    votes(world, "ada", "Agree", "SEF-D1")
    votes(world, "ben", "Object", "SEF-D1", "Too dear.")
    if cast:
        world.sam.types("/partnership decision SEF-D1")
        world.sam.presses("Record the casting vote")
        world.sam.submits({"vote": cast, "evidence": "Minutes of 5 January"})
        assert world.sam.modal is None, world.sam.modal_errors
    world.at("2023-01-09 09:30")
    assert world.register("SEF-D1").count(f"decision-{outcome}") == 1
    world.ada.types("/partnership decision SEF-D1")
    assert lines(world.ada.body, "The count") == [
        (
            "The count: More than half of 2 who are there: 2 needed. 1 agrees, 1 objects, 9 not voting. "
            f"The agreement states no quorum for this. There: 2; more than 1/2 of them is 2. {told}"
        ),
    ]


@pytest.mark.parametrize(("cast", "outcome"), [("for", "carried"), ("against", "not-carried")])
def test_a_tie_waits_for_the_casting_vote_however_late_it_comes(with_casting_vote, cast, outcome):
    world = with_casting_vote
    recommends(world)
    votes(world, "ada", "Agree", "SEF-D1")
    votes(world, "ben", "Object", "SEF-D1", "Too dear.")
    world.at("2023-01-09 09:30")
    world.ada.types("/partnership decision SEF-D1")
    assert lines(world.ada.body, "The count") == [
        (
            "The count: More than half of 2 who are there: 2 needed. 1 agrees, 1 objects, 9 not yet. "
            "The agreement states no quorum for this. There: 2; more than 1/2 of them is 2. "
            "A tie: it waits for the casting vote (the chair)."
        ),
    ]
    asked = world.sam.dm("SEF-D1 waits")
    assert lines(asked.shown(), "Its last day") == [
        (
            "Its last day for votes is over, and it is a tie. It waits for the casting vote (the chair): please record how "
            "it goes, and the votes are counted at once. It is neither carried nor closed until then."
        )
    ]
    world.sam.guesses("decision_close", 1)
    assert world.sam.body == (
        "SEF-D1 is a tie: it waits for the casting vote (the chair). Please record that; the votes are counted then."
    )
    world.sam.presses("Record the casting vote", asked)
    world.sam.submits({"vote": cast, "evidence": "Minutes of 5 January"})
    assert world.sam.modal is None, world.sam.modal_errors
    assert world.register("SEF-D1").count(f"decision-{outcome}") == 1


def test_without_one_in_the_agreement_there_is_none_to_record(sefton):
    recommends(sefton)
    sefton.sam.guesses("decision_casting", 1)
    assert sefton.sam.body == "The rule of SEF-D1 knows no casting vote. A tie is no decision."


def test_what_was_to_open_while_nobody_was_there_is_not_opened_once_its_last_day_is_over_too(essex):
    proposes(essex.max, opens_on="2020-09-07")
    essex.max.presses("Open the vote")
    essex.wakes_at("2020-09-16 10:00")  # the last day was the 15th
    assert essex.bea.dms() == []
    assert essex.register("MSE-D1") == ["decision-proposed", "vote-set", "vote-not-opened"]
    assert {who for who, _ in essex.sent("decision_not_opened")} == {"Max", "Sam"}
    assert lines(essex.max.dm("not opened").shown(), "not opened") == [
        "MSE-D1 was not opened to votes: its last day is over",
        (
            "It was not opened to votes. It was to open on Mon 7 Sep 2020, and Accord was away until its last day, Tue 15 "
            "Sep 2020, was over. Nobody was asked. Please withdraw it, and propose it anew with later days."
        ),
    ]
    essex.max.presses("Withdraw", essex.max.dm("not opened"))
    essex.max.submits({"words": "Too late."})
    assert essex.register("MSE-D1")[-1] == "decision-withdrawn"


def test_on_its_last_day_it_still_opens(essex):
    proposes(essex.max, opens_on="2020-09-07")
    essex.max.presses("Open the vote")
    essex.wakes_at("2020-09-15 10:00")
    assert essex.register("MSE-D1")[-1] == "vote-opened"
    votes(essex, "bea", "Agree", "MSE-D1")
