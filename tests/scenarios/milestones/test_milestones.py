"""Milestones: added, reported, moved, handed over, dropped; each on record, and the channel hears of what matters."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from handlers.people import file as roster_file, roster
from rules.milestones import Progress
from storage import agreements
from storage.deadlines import Deadline, DeadlineState
from tests.scenarios.conftest import buttons_of
from tests.scenarios.milestones.kit import adds, dates, does, opens, row
from tests.scenarios.reading_kit import lines
from tests.scenarios.signatures.kit import ESSEX, HALTON

TAKE_TURNS = True
ROSTER = """name,partner,capacity,forum,seat,workspace,user
Nel,,,partnership-board,nhs-chairs,,
"""


@pytest.fixture
def halton(make_world):
    world = make_world("2021-11-01 09:30", "one-halton-2021", mornings=True)
    world.without_daily_lists()
    return world


def test_it_is_added_given_to_its_owner_and_told_to_the_channel(halton):
    said = adds(halton.hal, particulars="A tenth fewer.", condition="The ward opens")
    assert lines(said, "Ada is") == ["Ada is reminded of it when its date comes near."]
    news = halton.shown(HALTON)
    assert lines(news, "A new", "Due by", "On condition:") == [
        "A new milestone, added by Hal for Halton Council.",
        "Due by the end of the fourth quarter of 2021/22 (Thu 31 Mar 2022): in 105 operational days",
        "On condition: The ward opens",
    ]
    assert lines(halton.ada.dm("HAL-MS11").shown(), "You are") == [
        "You are asked for it, as you act for Mersey Care. Report how it stands at any time; you are reminded when its date comes near."
    ]
    facts = halton.facts("milestone-added")
    assert (facts["due_on"], facts["precision"], facts["person"]) == ("2022-03-31", "financial-quarter", "Hal")
    assert dates(halton) == [("2022-03-31", "open")]
    # a day that is over, in a month that is not; and whoever adds their own is not written to
    adds(halton.hal, owner="halton-council", on="2021-11-01", precision="month")
    assert dates(halton, "HAL-MS12") == [("2021-11-30", "open")]
    assert halton.hal.inbox() == []


def test_a_date_that_cannot_be_is_refused_and_nothing_is_lost(halton):
    for fields, words in (
        ({"on": None}, "Please give a date, or else a condition."),
        (
            {"on": "2021-10-31", "precision": "day"},
            "That ends on Sun 31 Oct 2021, which is over already. Please choose a date to come.",
        ),
        ({"on": "2041-01-01"}, "Please choose a day from Mon 1 Nov 2021 on, within ten years."),
    ):
        adds(halton.hal, **fields)
        assert halton.hal.modal_errors == {"on": words}
        halton.hal.closes()
    assert halton.register().count("milestone-added") == 10
    for typed, words in (
        ("milestone", "Please type the reference too, such as /partnership milestone SEF-MS1."),
        ("HAL-MS99", "I know no milestone HAL-MS99 that you can see. /partnership milestones lists those you can."),
    ):
        halton.hal.types(f"/partnership {typed}", channel=HALTON)
        assert halton.hal.body == words


def test_the_list_shows_what_is_overdue_first_and_says_each_date_as_it_is_known(halton):
    halton.wakes_at("2022-04-04 10:00")
    halton.hal.types("/partnership milestones", channel=HALTON)
    said = halton.hal.answer
    assert lines(said, "One Halton: 10") == ["One Halton: 10 milestones are open, 1 overdue"]
    late = "New commissioning operating models; by the end of March 2022 (Thu 31 Mar 2022); all partners"
    review = "the C&M HCP Board; by the end of July 2021 (Sat 31 Jul 2021); Cheshire and Merseyside Partnership Board"
    places = [
        "Overdue",
        f"HAL-MS7: {late}; 2 operational days overdue",
        "In the past when they came here: what became of them?",
        "HAL-MS1: Leadership development programme begun; by the end of May 2021 (Mon 31 May 2021); all partners",
        f"HAL-MS5: Commissioning functions review approved by {review}",
        "On a condition",
        "HAL-MS8: Delegation of functions to place; on condition: The ICS is satisfied with the ICP framework",
    ]
    found = [said.index(words) for words in places]
    assert found == sorted(found)


def test_progress_is_reported_and_the_channel_hears_of_the_end_alone(halton):
    adds(halton.hal)
    before = len(halton.channel(HALTON))
    does(halton.ada, "How it stands", said="at-risk")  # what stands in its way has to be said
    assert list(halton.ada.modal_errors) == ["words"]
    halton.ada.submits({"words": "Two nurses short", "evidence": "https://example.org/board"})
    assert len(halton.channel(HALTON)) == before
    detail = opens(halton.hal)
    assert lines(detail, "How it stands:", "Two nurses", "To be seen at:") == [
        "How it stands: at risk",
        "Two nurses short",
        "Said by Ada on Mon 1 Nov 2021. To be seen at: https://example.org/board",
        "• Mon 1 Nov 2021, 09:30: Mersey Care reported: at risk (to be seen at: https://example.org/board) (Ada): Two nurses short",
    ]
    does(halton.ada, "How it stands", said="met", met_on="2021-11-02")
    assert halton.ada.modal_errors["met_on"] == (
        "HAL-MS11 can't have been met later than today. Please choose the day it was met."
    )
    halton.ada.submits({"met_on": "2021-10-29"})
    assert lines(halton.ada.body, "It was") == ["It was met on Fri 29 Oct 2021, says Ada for Mersey Care."]
    assert lines(halton.shown(HALTON), "It was") == ["It was met on Fri 29 Oct 2021, says Ada for Mersey Care."]
    assert dates(halton) == [("2022-03-31", "met")]
    assert buttons_of(halton.ada.dm("HAL-MS11")) == ["Show details"]
    # what was a mistake is put right by another report, and both stay
    does(halton.ada, "How it stands", said="on-track", words="That was another one")
    assert dates(halton) == [("2022-03-31", "met"), ("2022-03-31", "open")]
    detail = opens(halton.ada)
    assert lines(detail, "Mersey Care reported: met", "Mersey Care reported: on") == [
        "• Mon 1 Nov 2021, 09:30: Mersey Care reported: met on Fri 29 Oct 2021 (Ada)",
        "• Mon 1 Nov 2021, 09:30: Mersey Care reported: on track (Ada): That was another one",
    ]


def test_another_date_keeps_the_old_one_and_why(halton):
    adds(halton.hal)
    does(halton.ada, "Change its date", on="2022-03-31", precision="financial-quarter", words="The board")
    assert halton.ada.modal_errors["on"] == "That is its date already. Please choose another, or close the form."
    halton.ada.submits({"on": "2022-05-05", "precision": "month", "words": "The board agreed"})
    assert lines(halton.ada.body, "by the end of May 2022, not") == [
        "It is due another day: by the end of May 2022, not by the end of the fourth quarter of 2021/22, says Ada for Mersey Care."
    ]
    assert lines(halton.shown(HALTON), "by the end of May 2022, not") == [
        "It is due another day: by the end of May 2022, not by the end of the fourth quarter of 2021/22, says Ada for Mersey Care."
    ]
    assert dates(halton) == [("2022-03-31", "replaced"), ("2022-05-31", "open")]
    facts = halton.facts("milestone-moved")
    assert (facts["from"], facts["due_on"], facts["words"]) == ("2022-03-31", "2022-05-31", "The board agreed")
    history = opens(halton.hal)
    assert lines(history, "its date was changed to:") == [
        "• Mon 1 Nov 2021, 09:30: its date was changed to: by the end of May 2022; it was: by the end of the fourth quarter of 2021/22 (Ada): The board agreed"
    ]
    with halton.session() as session:
        old = session.scalars(select(Deadline).where(Deadline.state == DeadlineState.REPLACED)).one()
        assert old.why == "The board agreed"
    # one that is given up is chased no more, and open again with a later date
    does(halton.ada, "How it stands", said="not-met", words="No money")
    assert dates(halton)[-1] == ("2022-05-31", "cancelled")
    assert lines(halton.shown(HALTON), "It is not") == ["It is not going to be met, says Ada for Mersey Care."]
    does(halton.ada, "Change its date", on="2022-12-31", precision="day", words="There is money after all")
    assert dates(halton)[-1] == ("2022-12-31", "open")
    assert lines(opens(halton.ada), "How it stands:") == ["How it stands: open"]


def test_a_condition_that_has_come_true_gives_it_a_date(halton):
    fields = {"came_true_on": "2021-10-28", "on": "2022-02-10", "precision": "quarter", "words": "Their letter"}
    said = does(halton.sam, "It has come true", "HAL-MS8", **fields)
    assert lines(said, "Its condition") == [
        "Its condition came true on Thu 28 Oct 2021, says Sam. It is due by the end of the quarter January to March 2022."
    ]
    assert lines(halton.shown(HALTON), "It is") == [
        "Its condition came true on Thu 28 Oct 2021, says Sam. It is due by the end of the quarter January to March 2022."
    ]
    assert dates(halton, "HAL-MS8") == [("2022-03-31", "open")]
    assert lines(opens(halton.hal, "HAL-MS8"), "it came") == [
        "On condition: The ICS is satisfied with the ICP framework; it came true on Thu 28 Oct 2021"
    ]
    assert "[It has come true]" not in opens(halton.sam, "HAL-MS8")


def test_the_secretary_gives_it_to_another_owner_and_drops_it_for_good(halton):
    adds(halton.hal)
    number = row(halton).id
    halton.hal.guesses("milestone_owner", number, channel=HALTON)
    assert halton.hal.body == "You can't change the owner of HAL-MS11: it is with Mersey Care. Sam (secretary) can."
    does(halton.sam, "Change its owner", owner="halton-council", words="The board")
    assert lines(halton.hal.dm("HAL-MS11").shown(), "It is") == [
        "It is with Halton Council now, not with Mersey Care, says Sam."
    ]
    assert buttons_of(halton.hal.dm("HAL-MS11")) == ["How it stands", "Show details"]
    assert buttons_of(halton.ada.dm("HAL-MS11")) == ["Show details"]
    assert lines(opens(halton.ada), "its owner was changed to:") == [
        "• Mon 1 Nov 2021, 09:30: its owner was changed to: Halton Council; it was: Mersey Care: The board"
    ]
    halton.ada.guesses("milestone_report", number, channel=HALTON)
    assert halton.ada.body == (
        "You can't report how HAL-MS11 stands: it is with Halton Council. "
        "Hal (lead, Halton Council) or Sam (secretary) can."
    )
    halton.hal.guesses("milestone_drop", number, channel=HALTON)
    assert halton.hal.body == "You can't drop HAL-MS11: it is with Halton Council. Sam (secretary) can."
    does(halton.sam, "Drop it", words="Overtaken")
    assert dates(halton) == [("2022-03-31", "cancelled")]
    assert lines(opens(halton.ada), "How it stands:") == ["How it stands: dropped"]
    assert lines(halton.ada.body, "Overtaken") == [
        "Overtaken",
        "• Mon 1 Nov 2021, 09:30: dropped: Overtaken",
    ]
    assert buttons_of(halton.hal.dm("HAL-MS11")) == ["Show details"]
    halton.hal.guesses("milestone_report", number, channel=HALTON)
    assert halton.hal.body == "HAL-MS11 is dropped already, so nothing more can be done to it."
    acts = ["added", "changed", "dropped"]
    assert halton.register("HAL-MS11") == [f"milestone-{act}" for act in acts]


def test_a_member_reports_and_whoever_holds_a_seat_does_for_the_forum(make_world):
    world = make_world("2020-09-01 10:00", "mid-south-essex-2020", mornings=True)
    world.without_daily_lists()
    with world.session() as session:
        agreement = world.agreement(session, "mid-south-essex-2020")
        rows = roster_file.read(ROSTER, agreements.current_terms(session, agreement.id))
        roster.import_roster(session, agreement, rows, platform="slack", by="tests", now=world.clock())
    does(world.nel, "How it stands", "MSE-MS4", ESSEX, said="on-track", words="Drawn up")
    assert lines(opens(world.nel, "MSE-MS4", ESSEX), "Nel reported:") == [
        "• Tue 1 Sep 2020, 10:00: Nel reported: on track: Drawn up"
    ]
    assert "[How it stands]" not in opens(world.epp, "MSE-MS4", ESSEX)
    adds(world.sam, ESSEX, owner="mse-ft", on="2020-12-01", precision="month")
    does(world.mem, "How it stands", "MSE-MS5", ESSEX, said="on-track")
    assert row(world, "MSE-MS5").said is Progress.ON_TRACK
    world.mem.guesses("milestone_move", row(world, "MSE-MS5").id, channel=ESSEX)
    assert world.mem.body == (
        "You can't change the date of MSE-MS5: it is with MSE Foundation Trust. "
        "Max (lead, MSE Foundation Trust) or Sam (secretary) can."
    )
