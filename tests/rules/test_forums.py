"""Who belongs to a forum, and whether enough of them were there."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from rules.forums import Member, member_names, members_of, quorums, vacant
from rules.presence import Attended, Record, Substitute, presence
from rules.terms import DecisionRule, Forum, Quorum, Seat
from storage.packs import read_pack

SEFTON, MSE = read_pack("sefton-2022"), read_pack("mid-south-essex-2020")
DAY = date(2022, 9, 8)
BOARD = next(forum for forum in SEFTON.forums if forum.key == "partnership-board")
PARTNERS = tuple(partner.key for partner in SEFTON.partners)


def forum(*seats, key="board", **facts):
    return Forum(key=key, name="Board", kind="board", outcome="decision", seats=seats, **facts)


def rule(number=None, fraction=None, counts="partners", clause="8.7", **facts):
    quorum = Quorum(number=number, fraction=fraction)
    who = facts.pop("who", "members of board" if counts == "seats" else "partners")
    return DecisionRule(name="Vote", clause=clause, forum="board", who=who, threshold="nobody against", quorum=quorum,
                        **facts)  # fmt: skip


def terms(board, **rules):
    return SEFTON.model_copy(update={"forums": (board,), "decision_rules": rules})


def placed(holders):
    """The people on each seat, by their places."""
    return {seat: dict(enumerate(names, 1)) for seat, names in holders.items()}


def there(board, keys, holders=None, **rules):
    """What the quorums say with these members there: `keys` with the name of a deputy, or None."""
    found, held = terms(board, **rules), placed(holders or {})
    present = dict.fromkeys(keys) if not isinstance(keys, dict) else keys
    record = recorded(members_of(found, board, DAY, holders=held), present)
    return [
        (one.present, one.of, one.needed, one.enough)
        for one in quorums(found, board, record, presence(board, record), DAY, holders=held)
    ]


def recorded(members, present):
    """The record of a meeting at which these members were, by the names of deputies or themselves."""
    rows = (
        Attended(one.key, one.name, one.partner, one.key in present and present[one.key] is None, one.holder,
                 Substitute(present[one.key]) if present.get(one.key) else None)
        for one in members
    )  # fmt: skip
    return Record(DAY, ZoneInfo("Europe/London"), tuple(rows))


# --- Members ------------------------------------------------------------------------------------------------------


def test_every_partner_of_seftons_belongs_to_its_board():
    assert tuple(one.key for one in members_of(SEFTON, BOARD, DAY, holders={})) == PARTNERS


def test_the_holders_of_its_seats_belong_to_a_forum_each_with_a_place():
    board = forum(Seat(key="chairs", name="Chairs", most=3), Seat(key="guest", name="Guest", voting=False))
    found = members_of(terms(board), board, DAY, holders=placed({"chairs": ["Ann", "Bob"], "guest": ["Cy"]}))
    assert found == (
        Member("chairs", "Chairs", None, "Ann"),
        Member("chairs-2", "Chairs (2)", None, "Bob"),
        Member("guest", "Guest", None, "Cy", voting=False),
    )
    assert member_names(terms(board), board)["chairs-2"] == "Chairs (2)"


def test_until_anybody_holds_a_seat_the_partners_are_asked():
    board = forum(Seat(key="chairs", name="Chairs"))
    assert tuple(one.key for one in members_of(terms(board), board, DAY, holders={})) == PARTNERS
    assert vacant(terms(board), board, holders={}) == ("Chairs",)
    assert vacant(terms(board), board, holders=placed({"chairs": ["Ann"]})) == ()


def test_where_every_partner_comes_the_holders_of_other_seats_come_besides():
    seats = Seat(key="luhft-seat", name="LUHFT", partner="luhft"), Seat(key="public", name="The public")
    board = forum(*seats, all_partners_attend=True)
    found = members_of(terms(board), board, DAY, holders=placed({"luhft-seat": ["Ann"], "public": ["Bob"]}))
    assert [one.key for one in found] == [*PARTNERS, "public"]


def test_a_partner_that_has_left_does_not_belong_to_it_any_more():
    partners = [p.model_copy(update={"left": date(2022, 9, 7)}) if p.key == "luhft" else p for p in SEFTON.partners]
    left = SEFTON.model_copy(update={"partners": tuple(partners)})
    assert "luhft" not in {one.key for one in members_of(left, BOARD, DAY, holders={})}
    assert "luhft" in {one.key for one in members_of(left, BOARD, date(2022, 9, 7), holders={})}


# --- Enough of them -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stated", "came", "expected"),
    [
        (rule(fraction="1/2"), 5, (5, 11, 6, False)),  # half of eleven is five and a half: six
        (rule(fraction="1/2"), 6, (6, 11, 6, True)),
        (rule(fraction="2/3"), 7, (7, 11, 8, False)),
        (rule(fraction="2/3"), 8, (8, 11, 8, True)),
        (rule(number=4), 3, (3, 11, 4, False)),
        (rule(number=4), 4, (4, 11, 4, True)),
        (rule(fraction="1/2", base="present"), 5, (5, 11, 6, False)),  # more or fewer who come change nothing of it
    ],
)
def test_a_quorum_of_partners(stated, came, expected):
    assert there(forum(), PARTNERS[:came], vote=stated) == [expected]


def test_one_deputy_stands_for_two_partners_and_both_count():
    keys = {"south-sefton-pcn": "Pat Hill", "southport-formby-pcn": "Pat Hill", "luhft": None}
    assert there(forum(), keys, vote=rule(number=3)) == [(3, 11, 3, True)]


def test_where_seats_count_one_deputy_fills_one_seat():
    board = forum(Seat(key="chairs", name="Chairs", most=None))
    held = {"chairs": ["Ann", "Bob", "Cy"]}
    stated = rule(number=2, counts="seats")
    assert there(board, {"chairs": "Pat Hill", "chairs-2": "PAT HILL"}, held, vote=stated) == [(1, 3, 2, False)]
    assert there(board, {"chairs": "Pat Hill", "chairs-2": "Lee Fox"}, held, vote=stated) == [(2, 3, 2, True)]
    assert there(board, {"chairs": None, "chairs-2": None}, held, vote=stated) == [(2, 3, 2, True)]


def test_a_seat_without_a_vote_makes_nothing_quorate():
    board = forum(Seat(key="chair", name="Chair"), Seat(key="guest", name="Guest", voting=False))
    held = {"chair": ["Ann"], "guest": ["Bob"]}
    assert there(board, ["guest"], held, vote=rule(number=1, counts="seats")) == [(0, 1, 1, False)]


def test_a_partner_with_two_seats_counts_once_where_partners_count():
    seats = [Seat(key=f"luhft-{n}", name=f"LUHFT {n}", partner="luhft") for n in (1, 2)]
    held = {"luhft-1": ["Ann"], "luhft-2": ["Bob"]}
    assert there(forum(*seats), ["luhft-1", "luhft-2"], held, vote=rule(number=2)) == [(1, 11, 2, False)]


def test_rules_with_one_quorum_are_said_once_and_others_apart():
    stated = {"one": rule(number=4), "two": rule(number=4).model_copy(update={"name": "Other"})}
    members = members_of(terms(forum()), forum(), DAY, holders={})
    record = recorded(members, {})
    (found,) = quorums(terms(forum(), **stated), forum(), record, presence(forum(), record), DAY, holders={})
    assert (found.rules, found.clause) == (("Vote", "Other"), "8.7")
    assert len(there(forum(), [], one=rule(number=4), two=rule(number=5))) == 2


def test_no_pack_here_states_a_quorum_and_while_nobody_is_named_to_a_seat_none_is_counted():
    assert there(BOARD, PARTNERS) == []
    board = forum(Seat(key="chair", name="Chair"))
    assert there(board, PARTNERS, vote=rule(number=1, counts="seats")) == []


def test_where_it_depends_on_the_matter_who_could_take_part_nothing_is_said_before_there_is_one():
    assert there(forum(), PARTNERS, vote=rule(fraction="1/2", who={"only": ["affected"]})) == []
    assert there(forum(), PARTNERS, vote=rule(fraction="1/2", who={"without": ["concerned"]})) == []


@given(st.sets(st.sampled_from(PARTNERS)), st.sampled_from(["1/3", "1/2", "2/3", "1/1"]))
def test_whoever_comes_besides_never_makes_a_meeting_less_quorate(came, fraction):
    less = there(forum(), sorted(came), vote=rule(fraction=fraction))
    more = there(forum(), PARTNERS, vote=rule(fraction=fraction))
    assert more == [(11, 11, more[0][2], True)]
    assert less[0][0] == len(came)
    assert less[0][3] == (len(came) >= less[0][2])
