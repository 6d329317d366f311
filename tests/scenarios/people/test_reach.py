"""What a seat reaches: the vote on its day, the place that stays, people who hold nothing else, who chairs."""

from __future__ import annotations

import csv
import io

import pytest

from bot.slack.commands import TYPED
from handlers.forms import clean_line
from handlers.overview.menu import WORDS
from rules.errors import Refusal
from storage.packs import pack_source
from tests.hostile import MARKUP, as_shown
from tests.scenarios.people.kit import CHANNEL, KEY, PACK, choice_of, imported, names_somebody, seats, sits
from tests.scenarios.reading_kit import lines

TAKE_TURNS = True
WORDING = {"wording": "Ten beds.", "reasons": "There are none.", "closes_on": "2021-03-31"}


@pytest.fixture
def board(make_world):
    """The board of 1 March 2021: three areas are held, by Hal until 10 March, by Ada and by Dan, who is nothing else."""
    world = make_world(
        "2021-03-01 10:00",
        KEY,
        sources={KEY: PACK.replace("least: 9\n        most: 9", "least: 3\n        most: 3")},
        mornings=True,
    )
    for name, until in (("Hal", "2021-03-10"), ("Ada", ""), ("Dan Ray", "")):
        imported(world, sits(name, "local-authorities", until=until, user="U0DAN" if name == "Dan Ray" else ""))
    world.without_daily_lists()
    return world


def opened(board):
    board.sam.types("/propose-decision Ten beds", channel=CHANNEL)
    board.sam.changes("rule", "board")
    board.sam.submits(WORDING)
    assert not board.sam.modal_errors, board.sam.modal_errors
    board.sam.presses("Open the vote")


def says(player, button):
    player.presses(button, player.dm("CMB-D1"))
    player.submits()
    assert not player.modal_errors, player.modal_errors


def shown(board):
    board.sam.types("/partnership decision CMB-D1", channel=CHANNEL)
    return board.sam.answer


ADA_IS_NEW = (
    "Cast within a day of a change of who acts: Local authority areas (2)'s vote, by Ada. Changed on Mon 1 Mar 2021, 10:00: "
    "Ada: local-authorities on the Partnership Board, new."
)


def test_a_vote_stays_with_its_place_and_counts_until_the_end_of_the_last_day(board):
    opened(board)
    says(board.hal, "Agree")
    says(board.ada, "Object")
    board.wakes_at("2021-03-10 23:00")  # Hal's last day
    assert lines(shown(board), "1 agrees") == [
        f"The count: More than half of 3 members: 2 needed. 1 agrees, 1 objects, 1 not yet. 1 more needed. {ADA_IS_NEW}"
    ]
    board.wakes_at("2021-03-11 10:00")
    # what Hal said is nobody else's now
    assert lines(shown(board), "0 agree") == [
        f"The count: More than half of 2 members: 2 needed. 0 agree, 1 objects, 1 not yet. It can no longer be carried unless somebody changes their vote. {ADA_IS_NEW}"
    ]
    says(board.dan, "Agree")  # who holds a seat alone can vote
    assert lines(shown(board), "1 agrees") == [
        f"The count: More than half of 2 members: 2 needed. 1 agrees, 1 objects. It can no longer be carried unless somebody changes their vote. {ADA_IS_NEW}"
    ]
    names_somebody(board.sam, "seat:local-authorities", name="New Area", starts_on="2021-03-11")
    # the seat's vote stands, and whoever has it now can change it
    assert lines(shown(board), "2 agree") == [
        f"The count: More than half of 3 members: 2 needed. 2 agree, 1 objects. That is enough, as it stands. {ADA_IS_NEW}"
    ]
    board.sam.presses("Record a vote")
    board.sam.submits({"voter": "local-authorities", "vote": "against", "evidence": "By telephone"})
    assert lines(shown(board), "1 agrees") == [
        f"The count: More than half of 3 members: 2 needed. 1 agrees, 2 object. It can no longer be carried unless somebody changes their vote. {ADA_IS_NEW}"
    ]


def test_whoever_holds_nothing_but_a_seat_can_look_at_everything_and_breaks_nothing(board):
    opened(board)
    for word in WORDS:
        board.dan.types(f"/partnership {word}", channel=CHANNEL)
        assert board.dan.answer != "", word
        assert "holds no capacity" not in board.dan.answer, word
    board.dan.types("/partnership due", channel=CHANNEL)
    assert lines(board.dan.body) == [
        "What you owe",
        "• CMB-D1: Ten beds (for Local authority areas (3)): vote on it; due Wed 31 Mar 2021 (in 22 operational days)",
        "The next dates",
        "• CMB-D1: Ten beds; due Wed 31 Mar 2021 (in 22 operational days); waits for Local authority areas, Local authority areas (2) and Local authority areas (3)",
        "[CMB-D1]",
    ]
    assert lines(board.dan.opens_home(), "CMB-D1:") == [
        "CMB-D1: Ten beds",
        "• CMB-D1: Ten beds; due Wed 31 Mar 2021 (in 22 operational days); waits for Local authority areas, Local authority areas (2) and Local authority areas (3)",
    ]
    for command in TYPED.values():
        board.dan.types(f"{command} Something", channel=CHANNEL)
        assert "holds no capacity" not in board.dan.answer, command
    board.sam.types("/partnership people", channel=CHANNEL)
    assert lines(board.sam.body, "Local authority areas, Partnership Board: Dan") == [
        "• Local authority areas, Partnership Board: Dan Ray"
    ]
    term = choice_of(board, "End a term", "Dan Ray")
    board.sam.submits({"term": term, "ends_on": "2021-03-01"})
    board.wakes_at("2021-03-02 10:00")
    board.dan.types("/partnership seats", channel=CHANNEL)
    assert board.dan.body == (
        "Dan Ray holds no capacity in the Cheshire and Merseyside agreement today, so this can't be done. "
        "The secretary, Sam, keeps the roster."
    )


# --- Seats that are a partner's, and who chairs -------------------------------------------------------------------

ESSEX = "mid-south-essex-2020"


@pytest.fixture
def essex(make_world):
    world = make_world("2020-09-01 10:00", ESSEX)
    world.without_daily_lists()
    return world


def test_a_partner_s_seat_is_for_those_who_act_for_it(essex):
    at = {"channel": "C0ESSEX", "forum": "joint-committee", "starts_on": "2020-09-01"}
    names_somebody(essex.sam, "seat:southend", name="Cas", **at)
    assert essex.sam.modal_errors == {
        "person": "The seat Southend CCG is Southend CCG's, and Cas does not act for Southend CCG on Tue 1 Sep 2020. "
        "Please put them on its roster first: /partnership people."
    }
    essex.sam.submits({"name": "Sue"})
    assert essex.sam.modal is None, essex.sam.modal_errors
    assert lines(essex.sam.body) == [
        "On record: Sue, Southend CCG, Joint Committee of the five CCGs, from Tue 1 Sep 2020 without a last day.",
        "Joint Committee of the five CCGs today: 1 voting of 6, 5 below the minimum.",
        "They are told.",
        "[Seats and terms]",
    ]
    imported(essex, "Sue,southend-ccg,lead,,,,2020-09-01,,", key=ESSEX, source=pack_source(ESSEX))
    essex.wakes_at("2020-09-02 10:00")
    assert lines(seats(essex.sam, "C0ESSEX"), "Southend CCG:") == [
        "• Southend CCG: Sue (does not act for Southend CCG)"
    ]


def test_an_independent_chair_is_recorded_and_said_to_act_for_a_partner_where_they_do(essex):
    at = {"channel": "C0ESSEX", "forum": "partnership-board", "starts_on": "2020-09-01"}
    assert lines(seats(essex.sam, "C0ESSEX"), "Independently chaired (clause 6.5):") == [
        "Independently chaired (clause 6.5): nobody is recorded."
    ]
    names_somebody(essex.sam, "chair", name="Bea", **at)
    assert lines(seats(essex.ess, "C0ESSEX"), "Independently chaired (clause 6.5):") == [
        "Independently chaired (clause 6.5): Bea, who acts for Basildon and Brentwood CCG."
    ]
    names_somebody(essex.sam, "chair", name="Dr Grey", **at)
    assert essex.sam.modal_errors["place"] == (
        "The chair of the Partnership Board is for 1 (clause 6.5), and on Tue 1 Sep 2020 Bea holds it. "
        "Please end a term first, or choose other days."
    )
    assert places(essex.sam)[-2:] == ["chair", "deputy-chair"]


def places(player):
    (block,) = (one for one in player.modal["blocks"] if one.get("block_id") == "place")
    return [option["value"] for option in block["element"]["options"]]


def test_a_chair_is_recorded_where_it_is_decided_and_comes_in_a_file_too(make_world):
    world = make_world()
    source = pack_source("sefton-2022")
    with pytest.raises(
        Refusal, match=r"is chaired by whoever chairs the Sefton Health and Wellbeing Board \(clause 8\.5\)"
    ):
        imported(world, sits("Jo", "chair", forum="partnership-board"), key="sefton-2022", source=source)
    imported(
        world,
        sits("Jo", "chair", forum="health-and-wellbeing-board"),
        sits("Dr Blue", "deputy-chair", forum="partnership-board"),
        key="sefton-2022",
        source=source,
    )
    said = seats(world.ada, "C0SEFTON")
    assert lines(said, "(clause 8.5):") == [
        "Chaired by whoever chairs the Sefton Health and Wellbeing Board (clause 8.5): Jo. Deputy chair (the GP lead clinician from Sefton): Dr Blue."
    ]
    world.sam.types("/partnership seats")
    world.sam.presses("Name somebody")
    assert places(world.sam) == ["deputy-chair"]  # the board's own chair is not offered
    world.sam.changes("forum", "health-and-wellbeing-board")
    assert places(world.sam) == ["chair", "deputy-chair"]


def test_the_casting_vote_names_who_chairs(make_world):
    source = PACK.replace("threshold: more than 1/2", "casting_vote: the chair\n    threshold: more than 1/2")
    board = make_world("2021-03-01 10:00", KEY, sources={KEY: source})
    imported(board, sits("Jo Hall", "partnership-chair"), sits("Hal", "nhse"))
    opened(board)
    shown(board)
    board.sam.presses("Record the casting vote")
    assert lines(board.sam.page, "It counts") == [
        "It counts only in a tie. The Partnership Board is chaired by Jo Hall."
    ]


# --- Leads of several partners, and names that would break out ----------------------------------------------------


def test_where_the_document_wants_a_lead_for_each_partner_nobody_is_lead_of_two(make_world):
    source = PACK.replace("forums:\n", 'leads: {shared: false, within: 30 calendar-days, clause: "7"}\nforums:\n', 1)
    board = make_world("2021-03-01 10:00", KEY, sources={KEY: source})
    board.sam.types("/partnership people", channel=CHANNEL)
    board.sam.presses("Add to the roster")
    board.sam.submits({"name": "Hal", "capacity": "lead", "partner": "mersey-care"})
    assert board.sam.modal_errors == {
        "name": "Hal is lead of Halton Council already, and each partner has a lead of its own (clause 7). "
        "Please choose somebody else, or end the other capacity first."
    }
    said = seats(board.sam)
    assert lines(said, "The last", "Without a deputy:") == [
        "• The last day to name a lead (clause 7) has no date yet. It begins with the last signature, and no such day is given.",
        "• Without a deputy: Halton Council and Alder Hey",
    ]
    assert "Without a lead" not in said


def test_hostile_names_are_shown_as_they_are(board):
    names = [clean_line(name) for name in MARKUP.values()]
    file = io.StringIO()
    csv.writer(file).writerows([name, "", "", "board", "other-directors", "", "2021-03-15", "", ""] for name in names)
    imported(board, *file.getvalue().splitlines())
    board.wakes_at("2021-03-15 09:00")
    said = as_shown(board.sam.dm("terms of office").shown())
    assert [name for name in names if as_shown(name) not in said] == []
