"""What those who have not spoken could still change, ties, and whose a place is once a partner was succeeded or left."""

from __future__ import annotations

from datetime import date

import pytest

from rules.electorates import Circumstances, electorate
from rules.readings import left_open, standing
from rules.soundness import faults
from rules.terms import DecisionRule, Forum, OpenPoint, Seat, Successor, Terms
from rules.voting import Vote
from storage.packs import read_pack
from tests.rules.voting_kit import members, result, rule, terms_of, voted

ON = date(2022, 12, 16)
MAJORITY = {"base": "votes-cast", "threshold": "more than 1/2", "quorum": 1}
WITH_CHAIR = {"base": "votes-cast", "threshold": "at least 3/4", "casting_vote": "the chair"}


@pytest.mark.parametrize(
    ("asked", "how", "carried", "settled", "beyond"),
    [
        # a is there and for it; b is away by a proxy that does not count as there, and has not spoken
        (MAJORITY, {"there": "a", "for_": "a", "by_proxy": "b"}, True, False, False),
        (MAJORITY, {"there": "a", "for_": "a"}, True, True, False),
        (MAJORITY, {"there": "a", "against": "a", "by_proxy": "b c"}, False, False, False),
        (MAJORITY, {"there": "a", "against": "a", "by_proxy": "b"}, False, True, True),
        # a and b are for it and the casting vote too; one against makes it 2 of 3, where 3 are needed
        (WITH_CHAIR, {"for_": "a b", "casting": Vote.FOR, "number": 3}, True, False, False),
        # one each: a third for it makes 2 of 3, and the casting vote, which is a vote cast, makes 2 of 3 of the tie
        (WITH_CHAIR, {"for_": "a", "against": "b", "number": 3}, False, True, True),
        (WITH_CHAIR, {"for_": "a", "against": "b", "number": 3, "casting": Vote.AGAINST}, False, True, True),
    ],
)
def test_it_is_settled_only_where_nobody_who_could_still_speak_changes_it(asked, how, carried, settled, beyond):
    number = how.pop("number", 5)
    found = voted(number, rule(**asked), at_meeting="there" in how, **how)
    assert (found.carried, found.settled, found.beyond_reach) == (carried, settled, beyond)


@pytest.mark.parametrize(
    ("for_", "against", "casting", "quorum", "expected"),
    [
        ("a b", "c d", None, 4, True),
        ("a b", "c d", Vote.AGAINST, 4, False),
        ("a b", "c d", Vote.FOR, 4, False),  # then it is carried
        ("a b c", "d", None, 4, False),
        ("a b", "c d", None, 5, False),  # too few are there, whatever the chair says
    ],
)
def test_a_tie_waits_for_the_casting_vote_that_could_carry_it(for_, against, casting, quorum, expected):
    asked = rule(base="votes-cast", threshold="more than 1/2", casting_vote="the chair", quorum=quorum)
    assert voted(6, asked, for_=for_, against=against, casting=casting).waits_for_casting is expected
    without = rule(base="votes-cast", threshold="more than 1/2", quorum=quorum)
    assert voted(6, without, for_=for_, against=against).waits_for_casting is False


# --- Whose a place is ---------------------------------------------------------------------------------------------


def board(**changed) -> Terms:
    """Partners a, b, c and d with a place each on a board; `changed` has what is otherwise of one, by its key."""
    terms = terms_of(4)
    partners = tuple(one.model_copy(update=changed.get(one.key, {})) for one in terms.partners)
    seat = Seat(key="soc", name="Society", each_of=("partners",))
    forum = Forum(key="board", name="Board", kind="board", outcome="decision", seats=(seat,))
    return terms.model_copy(update={"partners": partners, "forums": (forum,)})


def who(terms: Terms, asked: str, **case) -> tuple[list[str], list[tuple[str, str]]]:
    found = electorate(terms, rule(who=asked, threshold="all"), Circumstances(on=ON, **case))
    return [one.key for one in found.voters], [(one.key, one.why) for one in found.excluded]


SUCCEEDED = {"a": {"succeeded_by": Successor(partner="b", since=date(2022, 7, 1))}}
LEFT = {"d": {"left": date(2022, 7, 1)}}
NAMED = {"soc/a": (1,), "soc/b": (1,), "soc/d": (1,)}


@pytest.mark.parametrize("holders", [None, {}, NAMED])
def test_whoever_took_anothers_place_has_one_place_and_one_vote(holders):
    terms = board(**SUCCEEDED)
    voters, out = who(terms, "members of board", holders=holders)
    assert voters == ["soc/b", "soc/c", "soc/d"]
    assert out == [("soc/a", "succeeded by B on Fri 1 Jul 2022")]
    assert who(terms, "partners on board")[0] == ["b", "c", "d"]


@pytest.mark.parametrize("holders", [None, {}, NAMED])
def test_a_partner_that_has_left_has_no_vote_whoever_still_holds_its_place(holders):
    voters, out = who(board(**LEFT), "members of board", holders=holders)
    assert voters == ["soc/a", "soc/b", "soc/c"]
    assert out == [("soc/d", "left on Fri 1 Jul 2022")]


def test_a_place_that_went_to_a_successor_is_kept_out_with_it():
    """A seat for one partner, without another of the successor's own, goes to the successor, conflicts and all."""
    terms = board(**SUCCEEDED)
    seat = Seat(key="chair-of-a", name="Chair of A", partner="a")
    terms = terms.model_copy(update={"forums": (terms.forums[0].model_copy(update={"seats": (seat,)}),)})
    assert who(terms, "members of board", holders={"chair-of-a": (1,)}) == (["chair-of-a"], [])
    kept = who(terms, "members of board", holders={"chair-of-a": (1,)}, conflicted=frozenset("b"))
    assert kept == ([], [("chair-of-a", "conflicted")])


# --- What is left open --------------------------------------------------------------------------------------------


def asking(asked: DecisionRule, **choices: tuple[str, ...]) -> Terms:
    """Terms with this rule, and an open point for each of these places of it."""
    points = tuple(
        OpenPoint(
            key=f"which-{step}", question="Which?", path=f"decision_rules.r.{step.replace('_', '.')}", choices=given
        )
        for step, given in choices.items()
    )
    return terms_of(5).model_copy(update={"decision_rules": {"r": asked}, "open": points})


def counted(terms: Terms, **votes: Vote):
    def count(read: Terms, asked: DecisionRule):
        return result(read, asked, Circumstances(on=ON), votes)[1]

    now = standing(terms, "r")
    backed = Vote.FOR in votes.values()
    return count(now, now.decision_rules["r"]), left_open(terms, "r", Circumstances(on=ON), count, backed=backed)


def test_what_is_empty_is_never_counted_where_that_is_none_of_the_answers():
    """V1 by another road: without an answer about the quorum there is none, and one vote of five would carry it."""
    terms = asking(rule(base="votes-cast", threshold="more than 1/2"), quorum=("at least 1/2", "at least 2/5"))
    now, _ = counted(terms, a=Vote.FOR)
    assert (now.quorum, now.carried) == (3, False)
    terms = asking(rule(threshold="more than 1/2"), base=("present", "votes-cast"))
    assert counted(terms, a=Vote.FOR, b=Vote.FOR)[0].carried
    terms = asking(rule(threshold="more than 1/2"), base=("all", "votes-cast"))
    assert (counted(terms, a=Vote.FOR)[0].base, counted(terms, a=Vote.FOR)[0].carried) == (5, False)


def test_two_open_points_are_answered_together():
    """Of all or of the votes cast, a and b stand 1 to 1; of public authorities a alone: carried under both together."""
    terms = asking(
        rule(threshold="more than 1/2"), base=("all", "votes-cast"), who_only=("partners", "public-authority")
    )
    partners = tuple(one.model_copy(update={"public_authority": one.key in members("a c d")}) for one in terms.partners)
    terms = terms.model_copy(update={"partners": partners})

    def count(read: Terms, asked: DecisionRule):
        voters = electorate(read, asked, Circumstances(on=ON))
        able = {one.key for one in voters.voters}
        votes = {"a": Vote.FOR, "b": Vote.AGAINST}
        return result(read, asked, Circumstances(on=ON), {key: vote for key, vote in votes.items() if key in able})[1]

    now, found = (
        count(terms, standing(terms, "r").decision_rules["r"]),
        left_open(terms, "r", Circumstances(on=ON), count, backed=True),
    )
    assert not now.carried
    assert [one.decides for one in found] == [True, True]
    assert all(not answer.count.carried for one in found for answer in one.answers)


# --- Members of several forums ------------------------------------------------------------------------------------


def test_two_forums_whose_members_decide_have_no_seat_of_one_key():
    pack = read_pack("sefton-2022")

    def said(*seats: str) -> list[str]:
        forums = tuple(
            Forum(
                key=f"f{n}",
                name=f"F{n}",
                kind="board",
                outcome="decision",
                seats=(Seat(key=key, name="S"),) if key else (),
            )
            for n, key in enumerate(seats)
        )
        asked = rule(who=["members of f0", "members of f1"], threshold="all")
        terms = pack.model_copy(
            update={"forums": (*pack.forums, *forums), "decision_rules": pack.decision_rules | {"r": asked}}
        )
        return [it.message for it in faults(terms) if it.path[:2] == ("decision_rules", "r")]

    assert said("chair", "chair") == ["f0 and f1 both have a seat chair, so its vote could be of either."]
    assert said("chair", "officer") == []
    assert said("chair", "")[:1] == [
        "The F1 has no seats, so nobody could say which of its members vote beside the others."
    ]
