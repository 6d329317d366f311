"""Seats: the numbers of the Cheshire and Merseyside board, worked out by hand; places that stay; who chairs."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from rules import seats
from rules.electorates import Circumstances, electorate
from rules.errors import Refusal
from rules.posts import Post, PostKind, Tenure
from rules.seats import Span
from rules.terms import Seat
from storage.packs import read_pack

TERMS = read_pack(str(Path(__file__).parent.parent / "agreements" / "cheshire-merseyside-board.yaml"))
(BOARD,) = TERMS.forums
SEFTON = read_pack("sefton-2022")
ESSEX = read_pack("mid-south-essex-2020")
DAY = date(2021, 3, 1)
NAMES = {number: f"Person {number}" for number in range(100)}


def forum(terms, key):
    return next(found for found in terms.forums if found.key == key)


def on(seat, person, row=None, since=None, until=None, at="board"):
    return Tenure(Post(PostKind.SEAT, at, seat), person if row is None else row, person, since, until)


def full(directors=0, areas=9):
    """All 14 seats for one person each, so many areas and so many directors; each holder is somebody else."""
    keys = [seat.key for seat in BOARD.seats if (seat.least, seat.most) == (1, 1)]
    keys += ["local-authorities"] * areas + ["executive-directors"] * directors
    return [on(key, number) for number, key in enumerate(keys)]


# --- The board of 23 to 26 ----------------------------------------------------------------------------------------

# item, least, most: the table of recommendation G
BY_ITEM = [
    ("G.i", 9, 9),
    ("G.ii", 2, 2),
    ("G.iii", 2, 2),
    ("G.iv", 2, 2),
    ("G.v", 1, 1),
    ("G.vi", 1, 1),
    ("G.vii", 1, 1),
    ("G.viii", 1, 1),
    ("G.ix", 1, 1),
    ("G.x", 1, 1),
    ("G.xi", 2, 5),
]


def test_the_board_has_23_to_26_voting_members():
    """9 + 2 + 2 + 2 + 1 + 1 + 1 + 1 + 1 + 1 + 2 = 23; the last item gives 5 at most, and so 26."""
    for item, least, most in BY_ITEM:
        mine = [seat for seat in BOARD.seats if seat.clause == item and seat.voting]
        assert (sum(s.least for s in mine), sum(s.most for s in mine)) == (least, most), item
    assert (sum(row[1] for row in BY_ITEM), sum(row[2] for row in BY_ITEM)) == (23, 26)
    assert seats.voting_span(BOARD) == Span(23, 26)
    assert seats.voting_span(forum(ESSEX, "joint-committee")) == Span(6, 6)
    assert seats.voting_span(forum(ESSEX, "partnership-board")) == Span(14, None)


@pytest.mark.parametrize(
    ("held", "voting", "short", "over"),
    [
        (full(areas=8), 22, 1, 0),
        (full(), 23, 0, 0),
        (full(3), 26, 0, 0),
        (full(4), 27, 0, 1),
        ([*full(), on("other-directors", 50)], 23, 0, 0),
        ([], 0, 23, 0),
    ],
)
def test_how_many_vote_and_how_many_are_missing_or_too_many(held, voting, short, over):
    found = seats.composition(BOARD, held, DAY)
    assert (found.voting, found.span.short(found.voting), found.span.over(found.voting)) == (voting, short, over)


def test_each_seat_says_what_is_vacant_and_what_is_too_many():
    found = {one.seat.key: one for one in seats.composition(BOARD, [*full(4, areas=7), on("nhse", 60)], DAY).seats}
    assert (found["local-authorities"].vacant, found["local-authorities"].over) == (2, 0)
    assert (found["nhse"].vacant, found["nhse"].over) == (0, 1)
    assert (found["executive-directors"].vacant, found["executive-directors"].over) == (0, 1)
    assert (found["other-directors"].vacant, found["other-directors"].over) == (0, 0)


def test_the_seats_of_a_constituency_are_counted_together():
    found = {one.name: one for one in seats.composition(BOARD, full(3), DAY).constituencies}
    assert set(found) == {
        "Acute providers",
        "Mental health and community providers",
        "Specialist providers",
        "The Partnership",
    }
    assert (found["The Partnership"].held, found["The Partnership"].span) == (5, Span(2, 5))


def test_who_holds_two_seats_is_named_once():
    held = [on("nhse", 1, row=1), on("vcse", 1, row=2), on("local-authorities", 2, row=3), on("ccg-chair", 2, row=4)]
    assert seats.composition(BOARD, held, DAY).twice == (2, 1)  # in the order of the seats
    assert seats.composition(BOARD, held[:1], DAY).twice == ()


# --- Room ---------------------------------------------------------------------------------------------------------


def refused(held, wanted, today=DAY):
    with pytest.raises(Refusal) as caught:
        seats.check_room(BOARD, held, wanted, NAMES, today=today)
    return str(caught.value)


def test_a_seat_with_room_takes_somebody_and_a_full_one_names_its_holders_and_the_clause():
    seats.check_room(BOARD, full(2), on("executive-directors", 40, row=0), NAMES, today=DAY)
    held = [on("nhse", 7, until=date(2021, 12, 31))]
    assert refused(held, on("nhse", 8, row=0, since=date(2021, 12, 31))) == (
        "The seat NHS England and Improvement of the Partnership Board is for 1 (clause G.x), and on Fri 31 Dec 2021 "
        "Person 7 (until Fri 31 Dec 2021) holds it. Please end a term first, or choose other days."
    )
    seats.check_room(BOARD, held, on("nhse", 8, row=0, since=date(2022, 1, 1)), NAMES, today=DAY)


def test_room_is_looked_for_on_every_day_of_a_term_and_not_on_its_first_alone():
    held = [on("nhse", 7, since=date(2021, 6, 1), until=date(2021, 6, 30))]
    assert refused(held, on("nhse", 8, row=0, since=DAY)) == (
        "The seat NHS England and Improvement of the Partnership Board is for 1 (clause G.x), and on Tue 1 Jun 2021 "
        "Person 7 (until Wed 30 Jun 2021) holds it. Please end a term first, or choose other days."
    )
    seats.check_room(BOARD, held, on("nhse", 8, row=0, since=DAY, until=date(2021, 5, 31)), NAMES, today=DAY)
    assert refused([on("nhse", 7)], on("nhse", 8, row=0)) == (  # without a first day: today
        "The seat NHS England and Improvement of the Partnership Board is for 1 (clause G.x), and on Mon 1 Mar 2021 "
        "Person 7 holds it. Please end a term first, or choose other days."
    )


def test_somebody_who_holds_the_seat_is_not_put_on_it_again():
    held = [on("executive-directors", 7, until=date(2021, 6, 30))]
    assert refused(held, on("executive-directors", 7, row=0, since=DAY)) == (
        "Person 7 holds the seat Executive directors already, until Wed 30 Jun 2021. "
        "Please change the last day instead."
    )


def test_of_many_holders_some_are_named():
    assert "Person 14, Person 15, Person 16, Person 17, Person 18 and 4 others hold it" in refused(
        full(), on("local-authorities", 90, row=0, since=DAY)
    )


# --- Places -------------------------------------------------------------------------------------------------------


def test_whoever_leaves_moves_nobody_and_the_next_takes_the_free_place():
    first = on("local-authorities", 1, until=DAY)
    second = on("local-authorities", 2)
    third = on("local-authorities", 3, since=DAY + timedelta(days=1))
    both = [first, second, third]
    assert {one.person: place for place, one in seats.in_places(both, DAY).items()} == {1: 1, 2: 2}
    assert {one.person: place for place, one in seats.in_places(both, DAY + timedelta(days=1)).items()} == {2: 2, 3: 1}


def test_the_last_day_of_a_term_counts_in_a_vote_and_the_next_day_does_not():
    held = [*full(1)]
    held[0] = on("acute-chief", 0, until=DAY)

    def base(day):
        found = {
            seat.key: seats.in_places([one for one in held if one.post.seat == seat.key], day) for seat in BOARD.seats
        }
        voters = electorate(TERMS, TERMS.decision_rules["board"], Circumstances(on=day, holders=found))
        return voters.could, [one.key for one in voters.excluded]

    assert base(DAY - timedelta(days=1)) == (24, [])
    assert base(DAY) == (24, [])
    assert base(DAY + timedelta(days=1)) == (23, ["acute-chief"])


def test_a_free_place_between_two_that_are_held_is_vacant_and_the_others_keep_their_votes():
    terms = TERMS.model_copy(
        update={"forums": (BOARD.model_copy(update={"seats": (Seat(key="areas", name="Areas", least=3, most=3),)}),)}
    )
    case = Circumstances(on=DAY, holders={"areas": {1: "A", 3: "C"}})
    voters = electorate(terms, terms.decision_rules["board"], case)
    assert [one.key for one in voters.voters] == ["areas", "areas-3"]
    assert [(one.key, one.why) for one in voters.excluded] == [("areas-2", "vacant")]


DAYS = st.integers(0, 40).map(lambda days: DAY + timedelta(days=days))
TERM = st.tuples(st.none() | DAYS, st.none() | DAYS).filter(lambda two: None in two or two[0] <= two[1])
TERMS_OF_OFFICE = st.lists(TERM, min_size=1, max_size=8).map(
    lambda terms: [on("local-authorities", n, row=n + 1, since=a, until=b) for n, (a, b) in enumerate(terms)]
)


@given(TERMS_OF_OFFICE, DAYS)
def test_no_two_share_a_place_and_all_who_sit_have_one(held, day):
    number = seats.places(held)
    sitting = [one for one in held if one.held_on(day)]
    assert len({number[one.row] for one in sitting}) == len(sitting)
    assert set(seats.in_places(held, day).values()) == set(sitting)
    assert all(place >= 1 for place in number.values())


@given(TERMS_OF_OFFICE, st.data())
def test_ending_the_newest_or_naming_another_moves_nobody(held, data):
    before = seats.places(held)
    since, until = data.draw(TERM)
    assert {**seats.places([*held, on("local-authorities", 99, row=99, since=since, until=until)]), **before} == (
        seats.places([*held, on("local-authorities", 99, row=99, since=since, until=until)])
    )
    *others, last = held
    shorter = on("local-authorities", last.person, last.row, last.starts_on, data.draw(DAYS))
    assert {row: place for row, place in seats.places([*others, shorter]).items() if row != last.row} == {
        row: place for row, place in before.items() if row != last.row
    }


@given(TERMS_OF_OFFICE, TERM)
def test_the_fullest_day_is_as_full_as_any(held, term):
    wanted = on("local-authorities", 99, row=99, since=term[0], until=term[1])
    day, holders = seats.fullest(held, wanted)
    assert wanted.held_on(day)
    window = [DAY + timedelta(days=n) for n in range(-1, 42)]
    counts = [sum(one.held_on(d) for one in held) for d in window if wanted.held_on(d)]
    assert len(holders) == max(counts)


# --- Who chairs ---------------------------------------------------------------------------------------------------


def test_sefton_s_board_is_chaired_by_whoever_chairs_the_health_and_wellbeing_board():
    board, council = forum(SEFTON, "partnership-board"), forum(SEFTON, "health-and-wellbeing-board")
    chair = Tenure(Post(PostKind.CHAIR, council.key), 1, 7, ends_on=DAY)
    deputy = Tenure(Post(PostKind.DEPUTY_CHAIR, board.key), 2, 8)
    found = seats.chairing(SEFTON, board, [chair, deputy], DAY)
    assert (found.decided_in, found.chair, found.deputy) == (council, chair, deputy)
    assert found.rule.clause == "8.5"
    after = seats.chairing(SEFTON, board, [chair, deputy], DAY + timedelta(days=1))
    assert (after.chair, after.deputy) == (None, deputy)  # a vacancy there is a vacancy here
    assert seats.followers(SEFTON, council) == (board,)
    own = Tenure(Post(PostKind.CHAIR, board.key), 3, 9)
    assert seats.chairing(SEFTON, board, [own], DAY).chair is None  # whoever was entered here does not count


def test_a_board_is_chaired_by_whoever_holds_the_chair_s_seat():
    held = on("partnership-chair", 5)
    found = seats.chairing(TERMS, BOARD, [held, Tenure(Post(PostKind.CHAIR, "board"), 9, 9)], DAY)
    assert (found.chair, found.seat.key, found.decided_in) == (held, "partnership-chair", BOARD)


def test_an_independent_chair_is_whoever_is_recorded():
    board = forum(ESSEX, "partnership-board")
    chair = Tenure(Post(PostKind.CHAIR, board.key), 1, 7)
    found = seats.chairing(ESSEX, board, [chair], DAY)
    assert (found.chair, found.rule.independent, found.seat) == (chair, True, None)
    assert seats.chairing(ESSEX, forum(ESSEX, "sle"), [chair], DAY).chair is None
