"""The seats of a board of 23 to 26 voting members: looked at, filled to the last one and not beyond, ended, extended."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from rules.errors import Refusal
from storage.people import Person
from tests.scenarios.people.kit import (
    CHANNEL,
    KEY,
    PACK,
    areas,
    choice_of,
    directors,
    imported,
    names_somebody,
    seats,
    singles,
    sits,
)
from tests.scenarios.reading_kit import body_of, lines

TAKE_TURNS = True


@pytest.fixture
def board(make_world):
    """The board of 1 March 2021, a Monday: nobody is on it yet."""
    world = make_world("2021-03-01 10:00", KEY, sources={KEY: PACK})
    world.without_daily_lists()
    return world


# --- How many vote ------------------------------------------------------------------------------------------------


def test_22_are_too_few_23_and_26_are_right_and_the_27th_is_refused(board):
    """9 areas and 14 seats for one person each are 23; three directors more are 26."""
    imported(board, *areas(8), *singles())
    assert lines(seats(board.hal), "voting of") == [
        "Partnership Board (clause G): 22 voting of 23 to 26, 1 below the minimum"
    ]
    for more, voting in ((areas(9)[8:], 23), ([sits("Guest", "other-directors")], 23), (directors(3), 26)):
        imported(board, *more)
        assert lines(seats(board.hal), "voting of") == [f"Partnership Board (clause G): {voting} voting of 23 to 26"]
    with pytest.raises(Refusal, match=r"line 2: The seat Executive directors of the Partnership Board is for 3 "):
        imported(board, sits("Director 4", "executive-directors"))
    names_somebody(board.sam, "seat:executive-directors", name="Director 4", starts_on="2021-03-01")
    assert board.sam.modal_errors == {
        "place": "The seat Executive directors of the Partnership Board is for 3 (clause G.xi), and on Mon 1 Mar 2021 "
        "Director 1, Director 2 and Director 3 hold it. Please end a term first, or choose other days."
    }
    assert board.sam.modal is not None  # nothing typed is lost
    assert "seat-filled" not in board.register()
    assert lines(seats(board.sam), "voting of") == ["Partnership Board (clause G): 26 voting of 23 to 26"]


def test_a_seat_for_one_is_free_again_on_the_day_after_a_term(board):
    imported(board, sits("Ann Lee", "acute-chair", until="2021-03-31"))
    names_somebody(board.sam, "seat:acute-chair", name="Cas Hill", starts_on="2021-03-31")
    assert board.sam.answer == (
        "The seat Acute providers: chair of the Partnership Board is for 1 (clause G.ii), and on Wed 31 Mar 2021 "
        "Ann Lee (until Wed 31 Mar 2021) holds it. Please end a term first, or choose other days."
    )
    board.sam.submits({"starts_on": "2021-04-01"})
    assert board.sam.modal is None, board.sam.modal_errors
    board.wakes_at("2021-03-31 12:00")
    assert lines(seats(board.sam), "Acute providers: chair:") == [
        "• Acute providers: chair: Ann Lee (until Wed 31 Mar 2021)"
    ]
    board.wakes_at("2021-04-01 12:00")
    assert lines(seats(board.sam), "Acute providers: chair:") == ["• Acute providers: chair: Cas Hill"]


def test_a_constituency_is_counted_together_and_who_holds_two_seats_is_named(board):
    imported(board, sits("Ann Lee", "partnership-chair"), sits("Ann Lee", "executive-directors"))
    said = seats(board.sam)
    assert lines(said, "The Partnership", "Ann Lee", "Local authority", "Acute providers: chair:", "no vote") == [
        "Chaired by whoever holds the seat Chair of the Partnership (clause G.xi): Ann Lee.",
        "• Local authority areas: 9 vacant",
        "• Acute providers: chair: vacant",
        "• Chair of the Partnership: Ann Lee",
        "• Executive directors: Ann Lee",
        "• Other directors (no vote): nobody",
        "• The Partnership, its seats together: 2 of 2 to 5",
        "• Ann Lee holds 2 seats: Chair of the Partnership and Executive directors",
    ]


# --- Naming, ending, extending ------------------------------------------------------------------------------------


def test_somebody_new_is_named_told_and_on_record(board):
    names_somebody(
        board.sam, "seat:nhse", name="Dan Ray", account="U0DAN", starts_on="2021-03-01", ends_on="2022-02-28"
    )
    assert board.sam.modal is None, board.sam.modal_errors
    assert lines(board.sam.body) == [
        "On record: Dan Ray, NHS England and Improvement, Partnership Board, from Mon 1 Mar 2021 until the end of Mon 28 Feb 2022.",
        "Partnership Board today: 1 voting of 23 to 26, 22 below the minimum.",
        "They are told.",
        "[Seats and terms]",
    ]
    told = board.dan.dm("Sam has named you").shown()
    assert lines(told) == [
        "Cheshire and Merseyside: you are named",
        "NHS England and Improvement, Partnership Board",
        "Sam has named you, in the Cheshire and Merseyside agreement: from Mon 1 Mar 2021 until the end of Mon 28 Feb 2022.",
        "/partnership seats shows who holds what. If this is not right, please tell the secretary.",
    ]
    assert board.facts("seat-filled") == {
        "person": "Sam", "new": True, "post": "seat", "forum": "board", "seat": "nhse", "starts_on": "2021-03-01",
        "ends_on": "2022-02-28", "on_behalf": False,
    } | {"person": "Sam"}  # fmt: skip
    # they can look, too
    assert lines(seats(board.dan), "NHS England and Improvement:") == [
        "• NHS England and Improvement: Dan Ray (until Mon 28 Feb 2022)"
    ]


def test_a_name_on_the_roster_is_that_person_and_two_of_one_name_must_be_told_apart(board):
    names_somebody(board.sam, "seat:vcse", name="hal", starts_on="2021-03-01")
    assert board.sam.modal is None, board.sam.modal_errors
    assert board.facts("seat-filled")["new"] is False
    assert lines(seats(board.sam), "Voluntary sector:") == ["• Voluntary sector: Hal"]
    names_somebody(board.sam, "seat:vcse", name="Hal", email="hal@example.org", starts_on="2021-03-01")
    assert board.sam.answer == (
        "“Hal” (hal@example.org) may be Hal (no e-mail), who is on the roster already. If this is the same person, write "
        "the name and the e-mail as they stand there; if it is somebody else, say so below."
    )
    board.sam.submits({"another": True})
    # another Hal, and the seat is taken
    assert board.sam.answer == (
        "The seat Voluntary sector of the Partnership Board is for 1 (clause G.ix), and on Mon 1 Mar 2021 Hal "
        "holds it. Please end a term first, or choose other days."
    )
    board.sam.submits({"place": "seat:nhse"})
    assert board.facts("seat-filled")["new"] is True
    names_somebody(board.sam, "seat:ccg-chair", name="Hal", starts_on="2021-03-01")
    assert board.sam.modal_errors["name"] == "Several people on the roster are called Hal. Please choose one above."


def test_what_cannot_be_is_said_against_the_field(board):
    with board.session() as session:
        (hal,) = session.scalars(select(Person.id).where(Person.name == "Hal"))
    names_somebody(board.sam, "seat:nhse", starts_on="2021-03-01")
    assert board.sam.modal_errors == {"person": "Please choose or type who."}
    board.sam.submits({"name": "Ann", "person": str(hal)})
    assert board.sam.modal_errors == {"name": "Please choose somebody, or type a new name: not both."}
    board.sam.submits({"person": "", "ends_on": "2021-02-28"})
    assert board.sam.modal_errors == {"ends_on": "This is before the day it begins."}
    board.sam.submits({"ends_on": "2021-03-01", "account": "U0HAL"})
    assert board.sam.modal_errors["account"].startswith("Account U0HAL is linked to Hal. Nothing was changed. ")
    assert "seat-filled" not in board.register()


def test_a_term_is_ended_and_extended_and_both_are_told(board):
    imported(board, sits("Dan Ray", "nhse", until="2021-12-31", user="U0DAN"))
    term = choice_of(board, "Extend a term", "Dan Ray")
    board.sam.submits({"term": term, "ends_on": "2021-12-31"})
    assert board.sam.modal_errors == {"ends_on": "It ends on Fri 31 Dec 2021 now. Please choose a later day."}
    board.sam.submits({"ends_on": "2022-12-31"})
    assert lines(body_of(board.dan.dm("has extended your term"))) == [
        "NHS England and Improvement, Partnership Board",
        "Sam has extended your term, in the Cheshire and Merseyside agreement: it goes on until the end of Sat 31 Dec 2022.",
        "/partnership seats shows who holds what. If this is not right, please tell the secretary.",
    ]
    assert board.facts("term-extended")["was_until"] == "2021-12-31"
    term = choice_of(board, "End a term", "Dan Ray")
    board.sam.submits({"term": term, "ends_on": "2022-12-31"})
    assert board.sam.modal_errors == {"ends_on": "It ends on Sat 31 Dec 2022 already. Extend it to have it end later."}
    board.sam.submits({"ends_on": "2021-03-31"})
    assert lines(body_of(board.dan.dm("has ended your term"))) == [
        "NHS England and Improvement, Partnership Board",
        "Sam has ended your term, in the Cheshire and Merseyside agreement: your last day is Wed 31 Mar 2021. What you did in it stays on record.",
        "/partnership seats shows who holds what. If this is not right, please tell the secretary.",
    ]
    assert board.facts("seat-ended")["ends_on"] == "2021-03-31"
    board.wakes_at("2021-04-01 10:00")
    assert lines(seats(board.sam), "NHS England and Improvement:") == ["• NHS England and Improvement: vacant"]


def test_an_extension_that_runs_into_the_next_term_is_refused(board):
    imported(
        board,
        sits("Ann Lee", "nhse", until="2021-12-31"),
        sits("Cas Hill", "nhse", since="2022-01-01", until="2022-06-30"),
    )
    term = choice_of(board, "Extend a term", "Ann Lee")
    board.sam.submits({"term": term, "ends_on": "2022-01-01"})
    assert board.sam.modal_errors["ends_on"] == (
        "The seat NHS England and Improvement of the Partnership Board is for 1 (clause G.x), and on Sat 1 Jan "
        "2022 Cas Hill (until Thu 30 Jun 2022) holds it. Please end a term first, or choose other days."
    )


def test_a_lead_s_term_is_extended_in_the_same_form(board):
    imported(board, "Hal,halton-council,lead,,,,2021-03-31,,")
    term = choice_of(board, "Extend a term", "Hal, lead, Halton Council, until Wed 31 Mar 2021")
    board.sam.submits({"term": term})
    assert lines(body_of(board.hal.dm("has extended your term"))) == [
        "Lead for Halton Council",
        "Sam has extended your term, in the Cheshire and Merseyside agreement: it has no last day any more.",
        "/partnership seats shows who holds what. If this is not right, please tell the secretary.",
    ]
    assert board.facts("term-extended")["partner"] == "halton-council"


def test_nobody_but_the_secretary_is_offered_or_allowed_a_change(board):
    imported(board, sits("Dan Ray", "nhse", user="U0DAN"))
    for who in (board.hal, board.dan):
        assert lines(seats(who), "NHS England") == ["• NHS England and Improvement: Dan Ray"]
        for action, refused in (
            ("seat_fill", "name somebody to a seat"),
            ("seat_end", "end a term on a seat"),
            ("term_extend", "extend a term of office"),
        ):
            who.guesses(action, 1, channel=CHANNEL)
            assert who.body == (f"You can't {refused}: the secretary does that. The secretary, Sam, keeps the roster.")
    assert not {"seat-filled", "seat-ended", "term-extended"} & set(board.register())
