"""The last day of a vote binds by the calendar: what comes after it is refused, whether or not the clock process ran."""

from __future__ import annotations

import random

import pytest
from sqlalchemy import select

from handlers.daily import due
from storage.decisions import Decision
from tests.scenarios.conflicts.kit import declares
from tests.scenarios.conftest import buttons_of, london
from tests.scenarios.decisions.kit import votes
from tests.scenarios.reading_kit import lines

TAKE_TURNS = True

LAST_DAY = "2022-09-16"
LATE = (
    "The last day was Fri 16 Sep 2022. {} came on {} and does not count (13). What came by then is counted. "
    "/partnership decision SEF-D1 shows how it stands."
)


@pytest.fixture
def sefton(make_world):
    """A variation of the agreement that is open to votes until the end of Fri 16 Sep 2022."""
    world = make_world("2022-09-06 09:30")
    world.without_daily_lists()
    opens(world, LAST_DAY)
    return world


def opens(world, last_day):
    """Have Ada propose a variation, which all partners must agree to, and open the vote."""
    world.ada.types("/propose-decision One plan")
    world.ada.changes("rule", "variation")
    world.ada.submits({"wording": "One plan for all.", "reasons": "It is simpler.", "closes_on": last_day})
    world.ada.presses("Open the vote")


def away_until(world, moment):
    """Let time pass while no clock process runs."""
    world.clock.move_to(london(moment))


def comes_back(world):
    """Let the clock process do all it has missed, and a second one at the same time find nothing left."""
    world.tick()
    again = due.tick(world.engine, world.clock(), failed=lambda row, error: pytest.fail(f"{row}: {error}"))
    assert (again.passed, again.nudged, again.redated) == (0, 0, 0)
    world.settle()


def looks(world, name):
    """SEF-D1 as somebody reads it."""
    world.players[name].types("/partnership decision SEF-D1")
    return world.players[name].answer


PARTNERS = {"ben": "luhft", "gil": "alder-hey", "ida": "icb", "joe": "sefton-council"}
BUTTONS = {"for": "agree", "against": "object", "abstain": "abstain"}


def asked(world, name):
    return [m for m in world.players[name].dms() if "Agree" in buttons_of(m)][-1]


# --- Votes ----------------------------------------------------------------------------------------------------------


def test_a_vote_after_the_last_day_is_refused_though_no_clock_has_run(sefton):
    votes(sefton, "ben", "Agree", "SEF-D1")
    away_until(sefton, "2022-09-19 10:00")
    sefton.cleo.presses("Agree", asked(sefton, "cleo"))
    assert sefton.cleo.modal is None
    assert sefton.cleo.body == LATE.format("Your vote", "Mon 19 Sep")
    assert sefton.register("SEF-D1") == ["decision-proposed", "vote-opened", "vote-cast"]
    comes_back(sefton)
    sefton.cleo.guesses("decision_agree", 1)
    assert sefton.cleo.body == LATE.format("Your vote", "Mon 19 Sep")
    entry = sefton.facts("decision-not-carried")
    assert (entry["on"], entry["votes"]) == (LAST_DAY, {"luhft": "for"})


@pytest.mark.parametrize(
    ("before", "after"),
    [("2022-09-16 23:59", "2022-09-17 00:01"), ("2022-09-16 23:59:59", "2022-09-17 00:00:00")],
)
@pytest.mark.parametrize("ticks", [False, True])
def test_a_form_opened_on_the_last_day_and_sent_on_the_next_came_on_the_next(sefton, before, after, ticks):
    away_until(sefton, before)
    sefton.ben.presses("Agree", asked(sefton, "ben"))
    assert sefton.ben.modal is not None
    sefton.cleo.presses("Object", asked(sefton, "cleo"))
    sefton.cleo.submits({"comment": "In time.", "voter": "southport-formby-pcn"})
    assert sefton.cleo.modal is None
    away_until(sefton, after)
    if ticks:
        sefton.tick()
    sefton.ben.submits({"comment": "A page of reasons."})
    assert list(sefton.ben.modal_errors.values()) == [LATE.format("Your vote", "Sat 17 Sep")]
    assert sefton.ben.modal is not None  # what was typed is still there
    assert sefton.register("SEF-D1").count("vote-cast") == 1
    comes_back(sefton)
    assert len(sefton.facts("decision-not-carried")["votes"]) == 1


@pytest.mark.parametrize(
    ("made_at", "last_day", "in_time", "too_late"),
    [
        ("2022-12-01 10:00", "2022-12-16", "2022-12-16 23:59:59", "2022-12-17 00:00:00"),  # winter time
        ("2022-03-01 10:00", "2022-03-27", "2022-03-27 23:59:59", "2022-03-28 00:00:00"),  # the clocks went forward
        ("2022-10-03 10:00", "2022-10-30", "2022-10-30 23:59:59", "2022-10-31 00:00:00"),  # the clocks went back
    ],
)
def test_the_last_day_ends_where_the_agreement_is_at_home(make_world, made_at, last_day, in_time, too_late):
    world = make_world(made_at)
    world.without_daily_lists()
    opens(world, last_day)
    away_until(world, in_time)
    votes(world, "ben", "Agree", "SEF-D1")
    away_until(world, too_late)
    world.gil.presses("Agree", asked(world, "gil"))
    assert world.gil.modal is None
    assert world.gil.body.startswith("The last day was ")
    comes_back(world)
    assert world.register("SEF-D1").count("vote-cast") == 1


# --- What else changes a vote ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("ticks", [False, True])
@pytest.mark.parametrize(
    ("button", "fields", "what"),
    [
        ("decision_reword", {"wording": "Another plan.", "reasons": "R", "words": "W"}, "The new wording"),
        ("decision_extend", {"closes_on": "2022-10-16", "words": "W"}, "The wish for more time"),
        ("decision_withdraw", {"words": "W"}, "The withdrawal"),
    ],
)
def test_its_wording_its_last_day_and_its_withdrawal_are_over_with_the_last_day(sefton, button, fields, what, ticks):
    away_until(sefton, "2022-09-16 23:59")
    sefton.ada.guesses(button, 1)
    assert sefton.ada.modal is not None
    away_until(sefton, "2022-09-17 00:01")
    if ticks:
        sefton.tick()
    sefton.ada.submits(fields)
    assert list(sefton.ada.modal_errors.values()) == [LATE.format(what, "Sat 17 Sep")]
    comes_back(sefton)
    assert sefton.register("SEF-D1")[-1] == "decision-not-carried"


def test_between_its_last_day_and_the_count_nothing_is_offered_and_the_tally_is_that_of_the_last_day(sefton):
    votes(sefton, "ben", "Agree", "SEF-D1")
    away_until(sefton, "2022-09-17 08:00")
    looks(sefton, "gil")
    assert "Agree" not in sefton.gil.answer
    sefton.gil.types("/partnership due")
    assert "please vote" not in sefton.gil.answer
    assert lines(looks(sefton, "sam"), "[") == ["[Record a vote] [Count the votes]"]
    sefton.sam.presses("Count the votes")
    assert sefton.facts("decision-not-carried")["on"] == LAST_DAY
    comes_back(sefton)
    assert sefton.register("SEF-D1").count("decision-not-carried") == 1


@pytest.mark.parametrize("ticks", [False, True])
def test_a_conflict_declared_after_the_last_day_changes_nothing_that_was_voted(sefton, ticks):
    votes(sefton, "ben", "Agree", "SEF-D1")
    away_until(sefton, "2022-09-17 08:00")
    if ticks:
        sefton.tick()
    sefton.ben.guesses("conflict_decision", 1)
    assert sefton.ben.modal is None
    declares(sefton.ben, reach=["forum:partnership-board"])
    comes_back(sefton)
    assert len(sefton.facts("decision-not-carried")["votes"]) == 1
    assert "conflict-touches" not in sefton.register("SEF-C1")


def test_consent_after_the_last_day_lets_nobody_vote_and_says_so(sefton):
    declares(sefton.ada, "decision:1")
    consent = [m for m in sefton.ben.dms() if "Consent" in buttons_of(m)][-1]
    away_until(sefton, "2022-09-19 10:00")
    sefton.ben.presses("Consent", consent)
    assert sefton.ben.modal is None
    assert sefton.ben.body == LATE.format("An answer about this conflict", "Mon 19 Sep")
    sefton.ben.types("/partnership due")
    assert "SEF-C1" not in sefton.ben.answer
    comes_back(sefton)
    assert "consent-given" not in sefton.register()


# --- What the secretary records --------------------------------------------------------------------------------------


def record(world, came_on):
    world.sam.types("/partnership decision SEF-D1")
    world.sam.presses("Record a vote")
    world.sam.submits({"voter": "luhft", "vote": "for", "evidence": "E-mail", "came_on": came_on})


def test_what_the_secretary_records_counts_by_the_day_on_which_it_came(sefton):
    away_until(sefton, "2022-09-19 10:00")
    record(sefton, "2022-09-17")
    late = "The last day was Fri 16 Sep 2022. This vote came on Sat 17 Sep and does not count (13)."
    assert lines("\n".join(sefton.sam.modal_errors.values()))[0].startswith(late)
    sefton.sam.submits({"came_on": "2022-09-20"})
    assert sefton.sam.modal_errors == {"came_on": "Please choose a day from Tue 6 Sep 2022 to Mon 19 Sep 2022."}
    sefton.sam.submits({"came_on": "2022-09-05"})
    assert sefton.sam.modal_errors == {"came_on": "Please choose a day from Tue 6 Sep 2022 to Mon 19 Sep 2022."}
    sefton.sam.submits({"came_on": LAST_DAY})
    assert sefton.sam.modal is None, sefton.sam.modal_errors
    assert sefton.facts("vote-cast")["came_on"] == LAST_DAY
    comes_back(sefton)
    assert sefton.facts("decision-not-carried")["votes"] == {"luhft": "for"}


def test_once_the_votes_are_counted_the_result_stands(sefton):
    sefton.at("2022-09-17 09:00")
    sefton.sam.guesses("decision_behalf", 1)
    assert sefton.sam.modal is None
    assert sefton.sam.body == (
        "SEF-D1 is not carried, so it takes no votes. /partnership decision SEF-D1 shows how it stands."
    )


# --- The clock process away, and back ---------------------------------------------------------------------------------


@pytest.mark.parametrize("present", [True, False])
@pytest.mark.parametrize("seed", range(4))
def test_it_comes_to_the_same_with_a_clock_that_ticks_and_with_one_that_was_away(sefton, seed, present):
    """Random people vote at random moments around the end of the last day; every tick is there, or none until Tuesday.

    What counts is the last vote of each that came by Fri 16 Sep 2022, found here from the moments alone.
    """
    chance, counts = random.Random(seed), {}
    days = ["2022-09-15 12:%02d", "2022-09-16 23:%02d", "2022-09-17 00:%02d", "2022-09-19 10:%02d"]
    for moment in sorted({chance.choice(days) % chance.randrange(60) for _ in range(7)}):
        sefton.at(moment) if present else away_until(sefton, moment)
        name, vote = chance.choice(list(PARTNERS)), chance.choice(list(BUTTONS))
        player = sefton.players[name]
        player.guesses(f"decision_{BUTTONS[vote]}", 1)
        if player.modal is not None:
            player.submits({"comment": f"{moment} {vote}"})
        if moment < "2022-09-17":
            counts[PARTNERS[name]] = vote
    sefton.at("2022-09-20 10:00") if present else away_until(sefton, "2022-09-20 10:00")
    comes_back(sefton)
    entry = sefton.facts("decision-not-carried")
    assert (entry["on"], entry["votes"]) == (LAST_DAY, counts)
    with sefton.session() as session:
        closed = session.scalars(select(Decision.closed_at)).one()
    assert closed == london("2022-09-16 23:59:59.999999")
