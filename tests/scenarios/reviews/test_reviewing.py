"""Reviews: opened four weeks ahead, every partner asked and chased, silence listed, and the next step opened."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from handlers.daily import due
from rules.review_life import ReviewState
from rules.terms import Base
from storage import closed_days
from storage.closed_days import Proclamation
from storage.notices import Notice, NoticeState
from storage.register import Entry
from storage.reviews import Review
from tests.scenarios.conftest import buttons_of, london
from tests.scenarios.reading_kit import body_of, lines
from tests.scenarios.signatures.kit import HALTON

TAKE_TURNS = True
ALL = ("ada", "ben", "cleo", "gil", "ida", "joe", "kim", "lou", "max")
LIMBS = {"limb_0": "Two wards share a rota.", "limb_1": "Clause 9 is read in two ways."}


@pytest.fixture
def world(make_world):
    """Sefton's second review is due on 1 January 2023, a Sunday and a holiday; so it is held on Tuesday the third."""
    world = make_world("2022-12-05 15:00", "sefton-2022", mornings=True)
    world.without_daily_lists()
    return world


@pytest.fixture
def begun(world):
    world.at("2022-12-06 10:00")
    return world


def rows(world):
    with world.session() as session:
        return list(session.scalars(select(Review).order_by(Review.id)))


def living(world, reference="SEF-R1"):
    (found,) = [m for m in world.channel() if not m.thread_ts and m.shown().startswith(f"{reference}: ")]
    return found.shown()


def closes(world, reference="SEF-R1", **more):
    world.sam.types(f"/partnership review {reference}")
    world.sam.presses("What came of it")
    world.sam.submits({"outcome": "continue", **LIMBS} | more)


# --- It comes round -----------------------------------------------------------------------------------------------


def test_it_begins_four_weeks_before_the_day_it_is_held_and_not_a_day_earlier(world):
    world.at("2022-12-05 17:00")
    assert rows(world) == []
    world.at("2022-12-06 09:01")  # Tuesday 3 January 2023 less four weeks
    (review,) = rows(world)
    assert (str(review.nominal_on), str(review.meets_on)) == ("2023-01-01", "2023-01-03")
    assert review.opened_at.astimezone(london("2022-12-06").tzinfo).isoformat() == "2022-12-06T09:00:00+00:00"
    assert lines(living(world), "To be") == [
        "To be held on Tue 3 Jan 2023 (clause 12); the agreement's day is Sun 1 Jan 2023"
    ]


def test_every_partner_is_asked_by_a_notice_and_who_is_not_in_the_chat_is_shown_to_the_secretary(begun):
    asked = [who for who, _ in begun.sent("review_asked")]
    assert sorted(asked) == ["Ada", "Ben", "Cleo", "Cleo", "Gil", "Ida", "Joe", "Kim", "Lou", "Max"]
    with begun.session() as session:
        told = {one.partner: one.state for one in session.scalars(select(Notice).where(Notice.matter == "review"))}
    assert len(told) == 11
    assert told.pop("sefton-cvs") is NoticeState.UNREACHABLE
    assert set(told.values()) == {NoticeState.DELIVERED}
    assert lines(begun.sam.dm("SEF-R1").shown(), "Sefton Council for Voluntary Service could") == [
        "SEF-R1: Sefton Council for Voluntary Service could not be notified. Please tell them another way.",
        "SEF-R1: Sefton Council for Voluntary Service could not be notified",
    ]
    assert lines(living(begun), "0 of") == [
        "SEF-R1: Six-monthly review, Tue 3 Jan 2023; 0 of 11 partners have answered",
        (
            "0 of 11 partners have answered; not yet Cheshire and Merseyside ICB, Sefton Council, Mersey Care, "
            "Southport and Ormskirk, LUHFT, Alder Hey, Healthwatch Sefton, Southport and Formby PCN, South Sefton "
            "PCN, Sefton CVS, and One Vision Housing"
        ),
    ]


def test_both_limbs_are_reported_and_can_be_reported_anew(begun):
    begun.ada.presses("Report", begun.ada.dm("What does Mersey Care report?"))
    assert begun.ada.fields == ["limb_0", "limb_1", "changes"]
    begun.ada.submits(LIMBS | {"changes": "Say in clause 9 whose beds they are."})
    assert lines(begun.ada.body) == [
        "On record: Mersey Care has reported for SEF-R1. 1 of 11 partners have answered.",
        "[Show details]",
    ]
    answered = begun.ada.dm("Mersey Care has reported")
    assert buttons_of(answered) == ["Report", "Show details"]
    begun.ada.presses("Report", answered)
    begun.ada.submits({"limb_0": "Three wards share a rota."})
    begun.ben.types("/partnership review SEF-R1")
    assert lines(begun.ben.body, "Progress made: ", "Terms of the agreement: ") == [
        "Progress made: Three wards share a rota.",
        "Terms of the agreement: Clause 9 is read in two ways.",  # what was not changed stands
    ]
    with begun.session() as session:
        said = session.scalars(select(Entry.facts).where(Entry.act == "review-answered").order_by(Entry.id))
        first, second = (json.loads(facts) for facts in said)
    assert first["said"]["Progress made"] == "Two wards share a rota."
    assert (first["again"], second["again"]) == (False, True)


def test_nothing_to_add_is_an_answer_and_an_empty_report_is_none(begun):
    begun.ben.presses("Nothing to add", begun.ben.dm("What does LUHFT report?"))
    assert lines(body_of(begun.ben.dm("SEF-R1"))) == [
        "SEF-R1: Six-monthly review",
        "LUHFT has nothing to add. Ben (for LUHFT), Tue 6 Dec 2022, 10:00",
        "Until the review is closed, it can be reported anew.",
        "[Report] [Show details]",
    ]
    assert "LUHFT" not in living(begun).partition("not yet")[2]
    begun.ida.presses("Report", begun.ida.dm("What does Cheshire and Merseyside ICB report?"))
    begun.ida.submits({})
    assert begun.ida.answer == "Please write something here, or close this and press Nothing to add."


def test_somebody_who_acts_for_two_partners_answers_for_each(begun):
    begun.cleo.types("/partnership review SEF-R1")
    begun.cleo.presses("Report for South Sefton PCN")
    begun.cleo.submits({"limb_0": "The south."})
    assert lines(living(begun).partition("not yet ")[2])[0] == (
        "Cheshire and Merseyside ICB, Sefton Council, Mersey Care, Southport and Ormskirk, LUHFT, Alder Hey, "
        "Healthwatch Sefton, Southport and Formby PCN, Sefton CVS, and One Vision Housing"
    )


def test_the_secretary_records_what_a_partner_outside_the_chat_says(begun):
    begun.sam.types("/partnership review SEF-R1")
    begun.sam.presses("Record a report")
    begun.sam.submits({"partner": "sefton-cvs", "limb_0": "Fewer people wait.", "evidence": "Letter of 9 December"})
    assert begun.sam.modal is None, begun.sam.modal_errors
    begun.ada.types("/partnership review SEF-R1")
    said = begun.ada.answer.partition("Sefton CVS has reported (recorded by the secretary)")[2]
    assert lines(said)[0] == "Progress made: Fewer people wait."
    assert begun.facts("review-answered")["on_behalf"] is True


def test_only_those_who_are_silent_are_chased_and_the_secretary_from_the_day_on(begun):
    begun.ada.presses("Nothing to add", begun.ada.dm("What does Mersey Care report?"))
    begun.at("2023-01-05 12:00")
    chased = begun.sent("nudge")
    # 10, 5, 2, 1 operational days before Tue 3 Jan 2023 and on it, then two days after: 26, 27 Dec and 2 Jan are closed
    ben = [when for who, when in chased if who == "Ben"]
    assert ben == ["2022-12-15 09:00", "2022-12-22 09:00", "2022-12-29 09:00", "2022-12-30 09:00", "2023-01-03 09:00", "2023-01-05 09:00"]  # fmt: skip
    assert [when for who, when in chased if who == "Ada"] == []
    assert [when for who, when in chased if who == "Sam"] == ["2023-01-03 09:00", "2023-01-05 09:00"]
    over = begun.sam.dm("What came of it?").shown()
    assert lines(over) == [
        "SEF-R1: what came of the review?",
        "SEF-R1: Six-monthly review",
        "What came of it? It was to be held on Tue 3 Jan 2023. Please record what was found, and the outcome; if it is held later, choose the new day.",
        (
            "Nothing was heard from Cheshire and Merseyside ICB, Sefton Council, Southport and Ormskirk, LUHFT, Alder "
            "Hey, Healthwatch Sefton, Southport and Formby PCN, South Sefton PCN, Sefton CVS, and One Vision Housing."
        ),
        "[What came of it] [Show details]",
    ]


# --- It is closed -------------------------------------------------------------------------------------------------


def test_what_came_of_both_limbs_is_recorded_and_the_report_is_in_the_thread(begun):
    begun.ada.presses("Report", begun.ada.dm("What does Mersey Care report?"))
    begun.ada.submits(LIMBS)
    begun.at("2023-01-03 15:00")
    closes(begun)
    assert begun.sam.modal is None, begun.sam.modal_errors
    (review,) = rows(begun)
    assert review.state is ReviewState.CLOSED
    assert review.findings == list(LIMBS.values())
    assert lines(living(begun), "Outcome:") == ["Outcome: it goes on as it is"]
    assert "mersey-care" not in begun.facts("review-closed")["silent"]
    (file,) = [file for m in begun.channel() for file in m.files if "SEF-R1" in file["title"]]
    assert file["name"] == "SEF-R1 report of the review.pdf"
    begun.at("2023-02-01 12:00")
    assert {when for _, when in begun.sent("nudge") if when > "2023-01-03 15:00"} == set(), "nobody owes it anything"


def test_a_review_that_asks_for_a_variation_opens_the_next_step(begun):
    begun.at("2023-01-03 15:00")
    closes(begun, outcome="vary")
    assert lines(begun.sam.answer) == [
        "Please say which partner takes the next step; an action is opened for it.",
        "Please choose a day from Tue 3 Jan 2023 on, within five years.",
    ]
    begun.sam.submits({"partner": "mersey-care", "due_on": "2023-02-01"})
    assert begun.sam.modal is None, begun.sam.modal_errors
    assert lines(begun.sam.body) == [
        "SEF-R1 is closed, and the report goes to the channel.",
        "Outcome: it is to be varied. What that takes: Variation, in writing, signed (clause 13)",
        "• SEF-A1: Prepare the variation: Six-monthly review (Mersey Care, by Wed 1 Feb 2023)",
        "[Request signatures] [Show details]",
    ]
    assert lines(living(begun), "SEF-A1:") == [
        "• SEF-A1: Prepare the variation: Six-monthly review (Mersey Care, by Wed 1 Feb 2023)"
    ]
    assert lines(body_of(begun.ada.dm("Prepare the variation"))) == [
        "SEF-A1: Prepare the variation: Six-monthly review",
        "An action for Mersey Care, opened by Sam. Press the button once it is done.",
        "For Mersey Care, because of SEF-R1",
        "By the end of Wed 1 Feb 2023: due Wed 1 Feb 2023 (in 21 operational days)",
        "[It is done] [Show details]",
    ]
    begun.sam.presses("Request signatures")
    assert begun.sam.modal is not None
    begun.sam.closes()
    begun.ada.types("/partnership review SEF-R1")
    assert "Report" not in begun.ada.answer.splitlines()
    assert lines(begun.ada.body, "Prepare the") == [
        "• SEF-A1: Prepare the variation: Six-monthly review (Mersey Care, by Wed 1 Feb 2023)"
    ]


def test_an_agreement_without_an_end_is_not_extended_and_a_review_not_held_before_it_began(begun):
    begun.at("2023-01-03 15:00")
    begun.sam.types("/partnership review SEF-R1")
    begun.sam.presses("What came of it")
    assert "Extend it" not in begun.sam.page
    begun.sam.submits({"outcome": "continue", "held_on": "2022-12-05", **LIMBS})
    assert begun.sam.answer == "Please choose a day from Tue 6 Dec 2022 to Tue 3 Jan 2023."
    begun.sam.submits({"held_on": "2022-12-06"})
    assert begun.sam.modal is None, begun.sam.modal_errors


def test_what_is_closed_takes_no_answer_any_more(begun):
    begun.at("2023-01-03 15:00")
    closes(begun)
    assert buttons_of(begun.ada.dm("The review is closed")) == ["Show details"]
    begun.ada.guesses("review_answer", next(a.id for a in rows(begun)[0].answers if a.partner == "mersey-care"))
    assert begun.ada.body == ("SEF-R1 is closed, so nothing can be added to it. /partnership reviews lists those open.")


# --- Other days ---------------------------------------------------------------------------------------------------


def test_a_day_that_is_proclaimed_later_moves_it_and_its_nominal_day_stays(begun):
    begun.by_hand = True  # the day is entered past the command, so that the next morning finds it
    begun.at("2022-12-12 12:00")
    with begun.session() as session:
        day = london("2023-01-03").date()
        entered = Proclamation(
            calendar=Base.ENGLAND_AND_WALES, day=day, open=False, why="A holiday", entered_at=begun.clock()
        )
        closed_days.proclaim(session, entered)
    begun.at("2022-12-13 10:00")
    (review,) = rows(begun)
    assert (str(review.nominal_on), str(review.meets_on)) == ("2023-01-01", "2023-01-04")
    assert lines(begun.shown(), "SEF-R1 is") == [
        "SEF-R1 is held on Wed 4 Jan 2023, not Tue 3 Jan 2023",
        "SEF-R1 is held on Wed 4 Jan 2023, not Tue 3 Jan 2023.",
    ]
    begun.at("2022-12-20 10:00")
    assert begun.register("SEF-R1").count("review-moved") == 1


def test_the_secretary_holds_it_another_day_and_it_stays_there(begun):
    begun.sam.types("/partnership review SEF-R1")
    begun.sam.presses("Hold it another day")
    begun.sam.submits({"meets_on": "2023-01-03", "words": "x"})
    assert begun.sam.answer == "It is held on that day already."
    begun.sam.submits({"meets_on": "2023-01-17", "words": "The board meets then."})
    assert begun.sam.modal is None, begun.sam.modal_errors
    begun.at("2023-01-16 10:00")
    assert str(rows(begun)[0].meets_on) == "2023-01-17"
    assert begun.register("SEF-R1").count("review-moved") == 1
    assert "review-day-over" not in begun.register("SEF-R1")


def test_one_is_begun_by_hand_and_the_series_goes_on(world):
    world.sam.types("/partnership reviews")
    assert lines(world.sam.body, "Tue 3") == [
        "• Six-monthly review (clause 12): Tue 3 Jan 2023 (for Sun 1 Jan 2023), Mon 3 Jul 2023 (for Sat 1 Jul 2023)"
    ]
    world.sam.presses("Begin a review")
    world.sam.submits({"review": "six-monthly", "meets_on": "2022-12-19", "words": "The ICB has asked."})
    assert world.sam.modal is None, world.sam.modal_errors
    assert lines(living(world), "Begun by Sam, because:") == ["Begun by Sam, because: The ICB has asked."]
    world.at("2022-12-06 10:00")
    assert [(review.reference, str(review.meets_on)) for review in rows(world)] == [
        ("SEF-R1", "2022-12-19"),
        ("SEF-R2", "2023-01-03"),
    ]


def test_an_event_begins_a_review_at_once_and_only_once(make_world):
    world = make_world("2021-11-03 10:00", "one-halton-2021", mornings=True)
    world.without_daily_lists()
    for _ in range(2):
        world.sam.types("/partnership reviews", channel=HALTON)
        world.sam.presses("Declare an event")
        world.sam.submits({"event": "governance:0", "happened_on": "2021-11-01", "words": "The Act has passed."})
    assert world.sam.answer == "It is on record already that this happened on Mon 1 Nov 2021."
    world.sam.closes()
    (review,) = rows(world)
    # begun on 3 November 2021, so held four weeks later
    assert (review.title, str(review.nominal_on), str(review.meets_on)) == ("Governance arrangements", "2021-11-01", "2021-12-01")  # fmt: skip
    assert lines(world.shown(HALTON), "Because this has happened:") == [
        "Because this has happened: Legislation changes"
    ]
    assert world.register().count("review-event-declared") == 1


@pytest.mark.parametrize(("commenced", "held"), [("2021-09-30", ["2022-03-30"]), ("2021-10-01", [])])
def test_halton_begun_on_30_september_2021_has_one_review_and_begun_a_day_later_none(make_world, commenced, held):
    world = make_world("2021-10-04 10:00", "one-halton-2021", mornings=True)
    world.without_daily_lists()
    with world.session() as session:
        world.agreement(session, "one-halton-2021").commenced_on = london(commenced).date()
    world.at("2022-04-30 12:00")
    assert [str(review.meets_on) for review in rows(world)] == held


def test_two_clocks_begin_it_once_and_after_an_outage_it_begins_late(world):
    world.clock.move_to(london("2022-12-20 11:00"))
    for _ in range(2):
        due.tick(world.engine, world.clock(), failed=lambda *_: None)
    world.settle()
    (review,) = rows(world)
    assert str(review.meets_on) == "2023-01-03"
    assert len(world.sent("review_asked")) == 10
