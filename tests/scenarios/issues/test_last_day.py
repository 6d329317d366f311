"""The last day of a stage that moves on by itself binds by the calendar; that of one where people are asked does not."""

from __future__ import annotations

import random

import pytest

from storage.issues import Proposal
from storage.packs import pack_source
from tests.scenarios import named
from tests.scenarios.conftest import buttons_of, london
from tests.scenarios.daily.kit import tell_cvs
from tests.scenarios.issues.kit import proposes
from tests.scenarios.reading_kit import lines

TAKE_TURNS = True

SECOND = """
      next: chief-executives
    - key: chief-executives
      name: The chief executives
      kind: discussion
      clock: 5 operational-days on operational-days after entered
      moved_on_by: [affected-partner]
      on_time_up: move
      next: board
    - key: board
      name: The board
      kind: discussion
      clock: 5 operational-days on operational-days after entered
      moved_on_by: [affected-partner]
"""
LATE = (
    "The last day was Wed 18 Jan 2023. {} came on {} and does not count (5.2). SEF-1 has gone on to the next stage: The "
    "chief executives. /partnership issue SEF-1 shows what can be done there."
)


def moving():
    """Sefton's agreement as if an issue went on to the chief executives when its twenty operational days are over."""
    source = pack_source("sefton-2022")
    asks = "      on_time_up: ask\n"
    assert source.count(asks) == 1
    return source.replace(asks, "      on_time_up: move" + SECOND)


def begin(world):
    """SEF-1, of which everybody was told on Fri 16 Dec 2022: its first stage lasts until Wed 18 Jan 2023."""
    tell_cvs(world, "luhft", "alder-hey")
    world.without_daily_lists()
    proposes(world.ada, "We share the ward.")


@pytest.fixture
def sefton(make_world):
    return make_world("2022-12-16 09:30", sources={"sefton-2022": moving()}, begin=begin)


@pytest.fixture
def asking(make_world):
    return make_world("2022-12-16 09:30", begin=begin)


def away_until(world, moment):
    """Let time pass while no clock process runs."""
    world.clock.move_to(london(moment))


def asked(world, name):
    return [m for m in world.players[name].dms() if "Agree" in buttons_of(m)][-1]


@pytest.mark.parametrize("ticks", [False, True])
def test_an_answer_to_what_was_proposed_at_a_stage_ends_with_its_last_day(sefton, ticks):
    message = asked(sefton, "ben")
    away_until(sefton, "2023-01-18 23:59:59")
    sefton.gil.presses("Agree", asked(sefton, "gil"))
    assert sefton.register().count("proposal-agreed") == 1
    away_until(sefton, "2023-01-19 00:00")
    if ticks:
        sefton.tick()
        sefton.ben.guesses("issue_agree", 1)
    else:
        sefton.ben.presses("Agree", message)
    assert sefton.ben.body == LATE.format("This answer", "Thu 19 Jan")
    sefton.tick()
    assert sefton.register().count("proposal-agreed") == 1
    assert sefton.register("SEF-1")[-1] == "issue-moved"
    assert sefton.issue("SEF-1").stage == "chief-executives"
    assert str(sefton.issue("SEF-1").stage_entered_at.date()) == "2023-01-18"


@pytest.mark.parametrize(
    ("name", "act", "fields", "what"),
    [
        ("ben", "issue_propose", {"words": "Another way."}, "This proposal"),
        ("ben", "issue_disagree", {"words": "No."}, "This answer"),
        ("ben", "issue_extend", {"extend_to": "2023-02-28", "words": "W"}, "This wish for more time"),
        ("ben", "issue_move", {"to": "chief-executives", "words": "W"}, "This step"),
        ("sam", "issue_advice", {"forum": "icb-board", "what": "asked", "words": "W"}, "This advice"),
        ("ben", "issue_represent", {"words": "W"}, "What was put in writing"),
    ],
)
def test_a_form_opened_on_the_last_day_and_sent_on_the_next_came_on_the_next(sefton, name, act, fields, what):
    player = sefton.players[name]
    away_until(sefton, "2023-01-18 23:59")
    player.guesses(act, 1)
    assert player.modal is not None, player.answer
    away_until(sefton, "2023-01-19 00:01")
    player.submits(fields)
    assert list(player.modal_errors.values()) == [LATE.format(what, "Thu 19 Jan")]
    assert player.modal is not None  # what was typed is still there
    before = sefton.register("SEF-1")
    sefton.tick()
    assert sefton.register("SEF-1")[len(before) :] == ["issue-moved"]


def test_what_belongs_to_no_stage_can_be_done_until_it_is_moved_and_nothing_else_is_offered(sefton):
    away_until(sefton, "2023-01-23 10:00")
    sefton.ben.opens("SEF-1")
    assert lines(sefton.ben.answer, "[") == ["[Acknowledge] [Comment] [I have an interest]"]
    sefton.ben.presses("Comment")
    sefton.ben.submits({"words": "We are still here."})
    assert sefton.ben.modal is None
    sefton.tick()
    assert sefton.register("SEF-1")[-3:] == ["issue-acknowledged", "issue-commented", "issue-moved"]
    sefton.ben.opens("SEF-1")
    sefton.ben.presses("Propose a resolution")
    sefton.ben.submits({"words": "At the new stage."})
    assert sefton.register("SEF-1")[-1] == "resolution-proposed"


def test_what_the_secretary_records_counts_by_the_day_on_which_it_came(sefton):
    away_until(sefton, "2023-01-20 10:00")
    sefton.sam.opens("SEF-1")
    sefton.sam.presses("Record for a partner")
    with sefton.session() as session:
        proposal = named.as_made(session, Proposal, 1)
    said = {"partner": "luhft", "act": f"issue_agree:{proposal}", "evidence": "E-mail"}
    sefton.sam.submits(said | {"came_on": "2023-01-19"})
    assert lines("\n".join(sefton.sam.modal_errors.values())) == [LATE.format("This answer", "Thu 19 Jan")]
    sefton.sam.submits({"came_on": "2023-01-18"})
    assert sefton.sam.modal is None, sefton.sam.modal_errors
    assert sefton.register("SEF-1")[-1] == "proposal-agreed"


def test_where_people_are_asked_what_next_the_partners_can_still_agree(asking):
    away_until(asking, "2023-01-23 10:00")
    asking.gil.presses("Agree", asked(asking, "gil"))
    asking.ben.presses("Agree", asked(asking, "ben"))
    assert asking.register("SEF-1")[-1] == "issue-resolved"
    asking.tick()
    assert asking.register("SEF-1")[-1] == "issue-resolved"


NEXT = "to the next stage: The chief executives. /partnership issue SEF-1 shows what can be done there."
BOTH = "to The chief executives, then to The board. /partnership issue SEF-1 shows what can be done there."
ENDED = (
    "to The chief executives, then to The board, whose time was up on Wed 1 Feb 2023: it is unresolved. "
    "/partnership issue SEF-1 shows what can still be done."
)


# From Wed 18 Jan 2023 five operational days run to the end of Wed 25 Jan, and five more to the end of Wed 1 Feb.
@pytest.mark.parametrize("ticks", [False, True])
@pytest.mark.parametrize(
    ("moment", "came", "where"),
    [
        ("2023-01-19 00:00", "Thu 19 Jan", NEXT),
        ("2023-01-25 23:59", "Wed 25 Jan", NEXT),
        ("2023-01-26 00:00", "Thu 26 Jan", BOTH),
        ("2023-02-01 23:59", "Wed 1 Feb", BOTH),
        ("2023-02-02 00:00", "Thu 2 Feb", ENDED),
        ("2023-03-15 10:00", "Wed 15 Mar", ENDED),
    ],
)
def test_a_late_answer_is_told_where_the_issue_stands_after_weeks_without_a_clock(sefton, moment, came, where, ticks):
    away_until(sefton, moment)
    if ticks:
        sefton.tick()
    sefton.ben.guesses("issue_agree", 1)
    late = f"The last day was Wed 18 Jan 2023. This answer came on {came} and does not count (5.2)."
    assert sefton.ben.body == f"{late} SEF-1 has gone on {where}"
    sefton.tick()
    issue, board = sefton.issue("SEF-1"), where is not NEXT
    assert (issue.stage, issue.state.value) == (
        "board" if board else "chief-executives",
        "unresolved" if where is ENDED else "open",
    )


# --- The clock process away, and back ---------------------------------------------------------------------------------


@pytest.mark.parametrize("present", [True, False])
def test_an_absence_of_weeks_comes_to_the_same_as_if_each_day_had_been_seen(sefton, present):
    """From Wed 18 Jan 2023 five operational days run to Wed 25 Jan, and five more to Wed 1 Feb."""
    sefton.at("2023-02-03 10:00") if present else sefton.wakes_at("2023-02-03 10:00")
    issue = sefton.issue("SEF-1")
    assert (issue.stage, issue.state.value) == ("board", "unresolved")
    assert str(issue.stage_entered_at.date()) == "2023-01-25"
    assert [(str(one.due_on), one.state.value) for one in sefton.deadlines("SEF-1")[-3:]] == [
        ("2023-01-18", "cancelled"),
        ("2023-01-25", "cancelled"),
        ("2023-02-01", "passed"),
    ]
    assert sefton.register("SEF-1")[-3:] == ["issue-moved", "issue-moved", "issue-unresolved"]


MOMENTS = ["2022-12-20 10:%02d", "2023-01-18 23:%02d", "2023-01-19 00:%02d", "2023-01-20 10:%02d"]
PARTNERS = {"ben": "luhft", "gil": "alder-hey"}


@pytest.mark.parametrize("present", [True, False])
@pytest.mark.parametrize("seed", range(5))
def test_who_agrees_in_time_settles_it_whether_a_clock_ticks_or_was_away(sefton, seed, present):
    """Random people agree to what was proposed, or do not, around the end of Wed 18 Jan 2023.

    It is resolved where the last word of both by then is that they agree, found here from the moments alone.
    """
    chance, said, resolved = random.Random(seed), {}, False
    for moment in sorted({chance.choice(MOMENTS) % chance.randrange(60) for _ in range(5)}):
        sefton.at(moment) if present else away_until(sefton, moment)
        name, agrees = chance.choice(list(PARTNERS)), chance.random() < 0.8
        sefton.players[name].guesses("issue_agree" if agrees else "issue_disagree", 1)
        if sefton.players[name].modal is not None:
            sefton.players[name].submits({"words": "No."})
        if moment < "2023-01-19" and not resolved:
            said[PARTNERS[name]] = agrees
            resolved = said == dict.fromkeys(PARTNERS.values(), True)
    sefton.at("2023-01-23 10:00") if present else away_until(sefton, "2023-01-23 10:00")
    sefton.tick()
    issue = sefton.issue("SEF-1")
    assert (issue.state.value, issue.stage) == (
        ("resolved", "discussion") if resolved else ("open", "chief-executives")
    )
