"""Votes as a lawyer would work them out: who could take part, is there, has voted, counts; both sides of each boundary.

Every row was worked out by hand. Members are called a, b, c and on; `a-d` is a, b, c and d.
"""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from rules import count_words
from rules.electorates import Circumstances, seats_of
from rules.terms import Forum, Seat
from rules.voting import count, other_readings
from tests.rules.voting_kit import ABSTAIN, AGAINST, FOR, ON, members, result, rule, terms_of, voted

# --- The examples of found/rules.md and of 3.2 --------------------------------------------------------------------

HALF = "at least 1/2"
EXAMPLES = [
    # members, rule, there, for, against, abstain, recused: quorum, met, base, needed, carried
    ("four of nine are there and half must be", 9, {"quorum": HALF, "base": "votes-cast", "threshold": "more than 1/2"}, "a-d", "a-d", "", "", "", (5, 4, 4, 3, False)),
    ("five of nine are", 9, {"quorum": HALF, "base": "votes-cast", "threshold": "at least 2/3"}, "a-e", "a-c", "d", "", "", (5, 5, 4, 3, True)),
    ("exactly two thirds of six", 10, {"quorum": 5, "base": "votes-cast", "threshold": "at least 2/3"}, "a-f", "a-d", "e-f", "", "", (5, 6, 6, 4, True)),
    ("one fewer for it", 10, {"quorum": 5, "base": "votes-cast", "threshold": "at least 2/3"}, "a-f", "a-c", "d-f", "", "", (5, 6, 6, 4, False)),
    ("two thirds of ALL ten are seven", 10, {"threshold": "at least 2/3"}, "a-f", "a-f", "", "", "", (None, 6, 10, 7, False)),
    ("and seven are enough", 10, {"threshold": "at least 2/3"}, "a-g", "a-g", "", "", "", (None, 7, 10, 7, True)),
    ("three of seven recused, four there", 7, {"quorum": 4, "base": "votes-cast", "threshold": "more than 1/2"}, "a-d", "a-c", "d", "", "e-g", (4, 4, 4, 3, True)),
    ("four there of whom one is recused", 7, {"quorum": 4, "base": "votes-cast", "threshold": "more than 1/2"}, "a-d", "a-c", "", "", "d", (4, 3, 3, 2, False)),
    # W1, W2
    ("W1: two fifths of nine are four", 9, {"quorum": "at least 2/5", "base": "votes-cast", "threshold": "at least 3/5"}, "a-e", "a-c", "d", "", "", (4, 5, 4, 3, True)),
    ("W1: three there are too few", 9, {"quorum": "at least 2/5", "base": "votes-cast", "threshold": "at least 3/5"}, "a-c", "a-c", "", "", "", (4, 3, 3, 2, False)),
    ("W2 of all", 9, {"threshold": "more than 1/2"}, "a-f", "a-c", "d", "e", "", (None, 6, 9, 5, False)),
    ("W2 of those there", 9, {"base": "present", "threshold": "more than 1/2"}, "a-f", "a-c", "d", "e", "", (None, 6, 6, 4, False)),
    ("W2 of the votes cast", 9, {"base": "votes-cast", "threshold": "more than 1/2"}, "a-f", "a-c", "d", "e", "", (None, 6, 4, 3, True)),
    # V1 to V4
    ("V1: one of eleven", 11, {"quorum": HALF, "base": "present", "threshold": "nobody against"}, None, "a", "", "", "", (6, 1, 1, 1, False)),
    ("V1: five of eleven", 11, {"quorum": HALF, "base": "present", "threshold": "nobody against"}, None, "a-e", "", "", "", (6, 5, 5, 5, False)),
    ("V1: six of eleven", 11, {"quorum": HALF, "base": "present", "threshold": "nobody against"}, None, "a-f", "", "", "", (6, 6, 6, 6, True)),
    ("V2: silence is neither", 9, {"base": "votes-cast", "threshold": "at least 2/3"}, "a-e", "a-c", "d", "", "", (None, 5, 4, 3, True)),
    ("V2: silence there is against where those present count", 9, {"base": "present", "threshold": "at least 2/3"}, "a-e", "a-c", "d", "", "", (None, 5, 5, 4, False)),
    ("V3: who abstains is there", 9, {"quorum": 4, "base": "votes-cast", "threshold": "more than 1/2"}, "a-e", "a-b", "c", "d-e", "", (4, 5, 3, 2, True)),
    ("V3: in writing too", 9, {"quorum": 4, "base": "votes-cast", "threshold": "more than 1/2"}, None, "a-b", "c", "d-e", "", (4, 5, 3, 2, True)),
    ("V4: nine of eleven recused", 11, {"quorum": HALF, "threshold": "more than 1/2"}, "a-b", "a-b", "", "", "c-k", (6, 2, 2, 2, False)),
    ("V4: left out", 11, {"quorum": {"fraction": HALF, "recused": "left-out"}, "threshold": "more than 1/2"}, "a-b", "a-b", "", "", "c-k", (1, 2, 2, 2, True)),
    ("V4: as there", 11, {"quorum": {"fraction": HALF, "recused": "as-there"}, "threshold": "more than 1/2"}, "a-f", "a-b", "", "", "c-k", (6, 6, 2, 2, True)),
    # what else stands at a boundary
    ("more than half of ten is six", 10, {"threshold": "more than 1/2"}, None, "a-e", "", "", "", (None, 5, 10, 6, False)),
    ("and six are", 10, {"threshold": "more than 1/2"}, None, "a-f", "", "", "", (None, 6, 10, 6, True)),
    ("more than half must be there: five of ten are not", 10, {"quorum": "more than 1/2", "base": "votes-cast", "threshold": "all"}, "a-e", "a-e", "", "", "", (6, 5, 5, 5, False)),
    ("a quorum of 4 or 1/2, the greater", 10, {"quorum": {"number": 4, "fraction": HALF}, "base": "votes-cast", "threshold": "all"}, "a-d", "a-d", "", "", "", (5, 4, 4, 4, False)),
    ("all, and one is against", 3, {"threshold": "all"}, None, "a-b", "c", "", "", (None, 3, 3, 3, False)),
    ("all, and one abstains", 3, {"threshold": "all"}, None, "a-b", "", "c", "", (None, 3, 3, 3, False)),
    ("nobody against, and one stands aside", 3, {"threshold": "nobody against"}, None, "a-b", "", "c", "", (None, 3, 3, 3, True)),
    ("nobody against, and one objects", 3, {"threshold": "nobody against"}, None, "a-b", "c", "", "", (None, 3, 3, 3, False)),
    ("nobody against, and one is silent", 3, {"threshold": "nobody against"}, None, "a-b", "", "", "", (None, 2, 3, 3, False)),
    ("nobody against of the votes cast, and one is silent", 3, {"base": "votes-cast", "threshold": "nobody against"}, None, "a-b", "", "", "", (None, 2, 2, 2, True)),
    ("nobody is for it", 3, {"base": "votes-cast", "threshold": "nobody against"}, None, "", "", "a-c", "", (None, 3, 0, 1, False)),
    ("a recused member in the base of all", 4, {"recused": "in-base", "threshold": "at least 3/4"}, None, "a-c", "", "", "d", (None, 3, 4, 3, True)),
    ("out of it", 4, {"threshold": "at least 3/4"}, None, "a-b", "", "", "d", (None, 2, 3, 3, False)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("_why", "number", "stated", "there", "for_", "against", "abstain", "recused", "expected"), EXAMPLES
)
def test_an_example_worked_out_by_hand(  # noqa: PLR0917 (a row of the table)
    _why, number, stated, there, for_, against, abstain, recused, expected
):
    asked = rule(**stated)
    found = voted(
        number, asked, there=there, for_=for_, against=against, abstain=abstain, recused=recused,
        at_meeting=there is not None,
    )  # fmt: skip
    assert (found.quorum, found.met, found.base, found.needed, found.carried) == expected


# --- One who is, or does, what: exactly one line fits --------------------------------------------------------------

MATRIX = [
    # one member `a` of five: how, there, what it does, how the rule treats it: base of quorum, there, all, present, cast
    ("is there and for", {"there": "a", "for_": "a"}, {}, (1, 1, 1, 1, 1)),
    ("is there and against", {"there": "a", "against": "a"}, {}, (1, 1, 1, 1, 1)),
    ("is there and abstains", {"there": "a", "abstain": "a"}, {}, (1, 1, 1, 1, 0)),
    ("is there and silent", {"there": "a"}, {}, (1, 1, 1, 1, 0)),
    ("is away, by a proxy that counts as there", {"there": "a", "for_": "a", "by_proxy": "a"}, {}, (1, 1, 1, 1, 1)),
    ("is away, by a proxy that does not", {"there": "", "for_": "a", "by_proxy": "a"}, {}, (1, 0, 1, 1, 1)),
    ("is away and sent a vote", {"there": "", "for_": "a"}, {}, (1, 0, 1, 0, 0)),
    ("is away and sent none", {"there": ""}, {}, (1, 0, 1, 0, 0)),
    ("writes yes", {"for_": "a"}, {}, (1, 1, 1, 1, 1)),
    ("writes no", {"against": "a"}, {}, (1, 1, 1, 1, 1)),
    ("writes that it abstains", {"abstain": "a"}, {}, (1, 1, 1, 1, 0)),
    ("writes nothing", {}, {}, (1, 0, 1, 0, 0)),
    ("is recused, in-base", {"there": "a", "recused": "a"}, {}, (1, 0, 0, 0, 0)),
    ("is recused, as-there, and came", {"there": "a", "recused": "a"}, {"quorum": "as-there"}, (1, 1, 0, 0, 0)),
    ("is recused, as-there, and did not come", {"there": "", "recused": "a"}, {"quorum": "as-there"}, (1, 0, 0, 0, 0)),
    ("is recused, left-out", {"there": "a", "recused": "a"}, {"quorum": "left-out"}, (0, 0, 0, 0, 0)),
    ("is recused, in the rule's base", {"there": "a", "recused": "a"}, {"recused": "in-base"}, (1, 0, 1, 0, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("_who", "does", "treated", "expected"), MATRIX)
def test_what_one_member_counts_in(_who, does, treated, expected):
    """Against the count without that member: a sixth one beside five who are away and silent."""
    quorum = {"fraction": "1/1", "recused": treated.get("quorum", "in-base")}
    recused = treated.get("recused")

    def counted(number, base, **how):
        asked = rule(base=base, quorum=quorum, recused=recused, threshold="all")
        return voted(number, asked, at_meeting="there" in does, **how)

    rest = {"there": ""} if "there" in does else {}
    found = tuple(
        counted(6, base, **does).base - counted(5, base, **{"there": None, **rest}).base
        for base in ("all", "present", "votes-cast")
    )
    one, none = counted(6, "all", **does), counted(5, "all", **{"there": None, **rest})
    assert (one.quorum - none.quorum, one.met - none.met, *found) == expected


def board(**seats):
    """A forum with a place for each partner and an office, and its terms."""
    chair = Seat(key="chair", name="Chair", **seats)
    each = Seat(key="society", name="Society", each_of=("partners",))
    guest = Seat(key="guest", name="Guest", voting=False)
    forum = Forum(key="committee", name="Committee", kind="board", outcome="decision", seats=(each, chair, guest))
    return terms_of(3).model_copy(update={"forums": (forum,)})


def test_a_place_is_called_after_its_partner_and_after_its_seat_where_there_are_several():
    forum = board().forums[0]
    officers = Seat(key="officer", name="Officer", each_of=("partners",))
    both = forum.model_copy(update={"seats": (*forum.seats, officers)})
    terms = terms_of(3)
    assert [seat.name for seat in seats_of(terms, forum)] == ["A", "B", "C", "Chair", "Guest"]
    assert [seat.name for seat in seats_of(terms, both)] == [
        *("A (Society)", "B (Society)", "C (Society)"),
        *("Chair", "Guest"),
        *("A (Officer)", "B (Officer)", "C (Officer)"),
    ]


@pytest.mark.parametrize(
    ("vacant", "could", "base"),
    [("counted", 4, 4), (None, 3, 3)],
)
def test_a_vacant_place_is_counted_where_the_rule_says_so(vacant, could, base):
    asked = rule(who={"of": "members of committee", "vacant": vacant}, threshold="all", quorum="1/1")
    voters, found = result(board(), asked, Circumstances(on=ON, holders={}), {"society/a": FOR})
    assert (found.could, found.quorum, found.base, found.silent) == (could, could, base, 2)
    assert [(one.key, one.why, one.in_base) for one in voters.excluded] == [("chair", "vacant", vacant == "counted")]
    assert [(one.key, one.partner, one.held) for one in voters.voters] == [
        ("society/a", "a", False),
        ("society/b", "b", False),
        ("society/c", "c", False),
    ]


# --- Is it known who is there, are enough, is the time up: exactly one line fits -----------------------------------


def test_a_vote_at_a_meeting_waits_for_its_record():
    asked = rule(taken="meeting", quorum=HALF, threshold="more than 1/2")
    waiting = voted(5, asked, for_="a-e")
    assert (waiting.waits, waiting.carried, waiting.quorate, waiting.settled) == (True, False, False, False)
    known = voted(5, asked, for_="a-e", there="a-c")
    assert (known.waits, known.in_favour, known.uncounted, known.carried) == (False, 3, ("d", "e"), True)
    too_few = voted(5, asked, for_="a-e", there="a-b")
    assert (too_few.met, too_few.missing_there, too_few.carried) == (2, 1, False)


def test_out_of_a_meeting_who_has_answered_is_there_and_whoever_is_recorded_besides():
    asked = rule(base="present", threshold="more than 1/2")
    assert voted(5, asked, for_="a-b", there="c").base == 3
    assert voted(5, asked, for_="a-b").base == 2


@pytest.mark.parametrize(
    ("stated", "said", "settled"),
    [
        ({"threshold": "more than 1/2"}, {"for_": "a-d"}, True),  # 4 of 7: the other three can say what they like
        ({"threshold": "more than 1/2"}, {"for_": "a-c"}, False),
        ({"threshold": "more than 1/2"}, {"against": "a-d"}, True),
        ({"threshold": "more than 1/2"}, {"against": "a-c"}, False),  # four are silent, and four are enough
        ({"threshold": "nobody against"}, {"for_": "a-f"}, False),  # the seventh could object
        ({"threshold": "nobody against"}, {"for_": "a", "against": "b"}, True),
        ({"base": "votes-cast", "threshold": "more than 1/2"}, {"for_": "a-c"}, False),  # four against three
        ({"base": "votes-cast", "threshold": "more than 1/2"}, {"for_": "a-d"}, True),
        ({"base": "votes-cast", "threshold": "more than 1/2", "quorum": 5}, {"for_": "a-d"}, False),
        ({"threshold": "more than 1/2", "casting_vote": "Chair"}, {"for_": "a-c", "against": "d-f"}, False),
    ],
)
def test_it_is_settled_once_those_who_are_silent_can_change_nothing(stated, said, settled):
    assert voted(7, rule(**stated), **said).settled is settled


def test_at_a_meeting_those_who_are_away_cannot_change_it():
    asked = rule(taken="meeting", base="votes-cast", threshold="more than 1/2")
    assert voted(7, asked, there="a-c", for_="a-c").settled
    assert not voted(7, asked, there="a-g", for_="a-c").settled


# --- Two readings, where they differ -------------------------------------------------------------------------------


def readings(number, asked, **how):
    votes = dict.fromkeys(members(how.get("for_", "")), FOR)
    case = Circumstances(on=ON, conflicted=frozenset(members(how["recused"])))
    voters, _ = result(terms_of(number), asked, case, votes)
    there = frozenset(members(how["there"]))
    found = other_readings(asked, lambda read: count(read, voters, votes, there=there, at_meeting=True))
    return list(count_words.other_readings(found, voted=bool(votes)))


def test_both_readings_of_a_quorum_are_said():
    """V4: nine of eleven are recused, and half is the quorum."""
    asked = rule(quorum=HALF, base="votes-cast", threshold="more than 1/2")
    assert readings(11, asked, there="a-b", for_="a-b", recused="c-k") == [
        "Were those with a conflict counted out of the quorum altogether, 1 of 2 would be needed, 2 there: met."
    ]
    assert readings(11, asked, there="a-c", for_="a-b", recused="c-k") == [
        "Were those with a conflict counted as there where they came, 6 of 11 would be needed, 3 there: not met.",
        "Were those with a conflict counted out of the quorum altogether, 1 of 2 would be needed, 2 there: met.",
    ]


def test_a_reading_that_is_the_same_is_not_said():
    by_number = rule(quorum=4, base="votes-cast", threshold="more than 1/2")
    assert readings(7, by_number, there="a-d", for_="a-c", recused="e-g") == []
    of_all = rule(threshold="more than 1/2")
    assert readings(11, of_all, there="a-k", for_="a", recused="k") == []  # six of ten, six of eleven
    assert readings(11, of_all, there="a-k", for_="a", recused="j-k") == [
        "If those with a conflict were counted the other way, 6 of 11 would be needed."
    ]


# --- In words ------------------------------------------------------------------------------------------------------


def said(number, asked, **how):
    terms = board() if asked.who.of else terms_of(number)
    found = voted(number, asked, **how)
    return [
        count_words.asks(terms, asked, found),
        *count_words.working(terms, asked, found, recorded=how.get("there") is not None),
    ]


def test_the_working_is_said():
    asked = rule(quorum="at least 2/5", base="votes-cast", threshold="at least 3/5")
    assert said(9, asked, there="a-e", for_="a-c", against="d", at_meeting=True) == [
        "At least 3/5 of 4 votes cast: 3 needed; at least 4 must be there",
        "Quorum: 2/5 of 9 partners, so 4; 5 are there.",
        "Votes cast: 4; 3/5 of them is 3.",
    ]
    half = rule(quorum=HALF, base="present", threshold="nobody against")
    assert said(11, half, for_="a") == [
        "Consensus of 1 who is there: nobody objects, and all have spoken; at least 6 must be there",
        "Quorum: 1/2 of 11 partners, so 6; 1 has answered.",
    ]
    none = rule(base="present", threshold="more than 1/2")
    assert said(11, none) == [
        "More than half of the partners who are there, 11 could be",
        "The agreement states no quorum for this.",
    ]
    both = rule(quorum={"number": 4, "fraction": "1/2"}, threshold="all")
    assert said(11, both, there="a", at_meeting=True) == [
        "All 11 partners must agree; at least 6 must be there",
        "Quorum: 4 or 1/2 of 11 partners, the greater, so 6; 1 is there.",
    ]


# --- Of any vote ---------------------------------------------------------------------------------------------------

SHARES = st.sampled_from(
    ["at least 1/3", "more than 1/3", HALF, "more than 1/2", "at least 2/3", "at least 3/4", "all"]
)
BASES = st.sampled_from(["all", "present", "votes-cast"])
SAID = st.lists(st.sampled_from([None, FOR, AGAINST, ABSTAIN]), min_size=9, max_size=9)
NINE = members("a-i")


def counted(asked, ballots, present=None, recused=(), **how):
    case = Circumstances(on=ON, conflicted=frozenset(recused))
    votes = {key: vote for key, vote in zip(NINE, ballots, strict=True) if vote is not None and key not in recused}
    there = None if present is None else frozenset(present)
    return result(terms_of(9), asked, case, votes, there=there, **how)[1]


@given(BASES, SHARES, SAID, st.sampled_from(NINE), st.sampled_from([FOR, AGAINST, ABSTAIN]))
def test_turnout_never_lowers_what_is_needed(base, threshold, ballots, who, vote):
    asked = rule(base=base, threshold=threshold, quorum=HALF)
    before = counted(asked, ballots)
    more = [vote if key == who and said is None else said for key, said in zip(NINE, ballots, strict=True)]
    after = counted(asked, more)
    assert after.needed >= before.needed
    assert after.quorum == before.quorum == 5


@given(SHARES.filter(lambda share: share != "all"), st.sets(st.sampled_from(NINE)), st.sets(st.sampled_from(NINE)))
def test_more_presence_never_makes_a_quorate_meeting_inquorate(quorum, first, besides):
    asked = rule(quorum=quorum, threshold="all")
    less = counted(asked, [None] * 9, present=first, at_meeting=True)
    more = counted(asked, [None] * 9, present=first | besides, at_meeting=True)
    assert more.quorate >= less.quorate


@given(SHARES, SAID, st.sets(st.sampled_from(NINE)))
def test_who_is_silent_is_neither_for_nor_against_votes_cast(threshold, ballots, silent_there):
    asked = rule(base="votes-cast", threshold=threshold)
    there = {key for key, vote in zip(NINE, ballots, strict=True) if vote is not None}
    alone = counted(asked, ballots, present=there, at_meeting=True)
    among = counted(asked, ballots, present=there | silent_there, at_meeting=True)
    assert (among.base, among.needed, among.carried) == (alone.base, alone.needed, alone.carried)


def test_ten_thousand_votes_against_a_count_with_plain_sets_and_fractions():
    """The same votes counted anew here, from the words of the rule: for - all whose name is in a set, and no more."""
    chance = random.Random(17)
    carried = 0
    for _ in range(10_000):
        number, away = chance.randint(1, 12), chance.random()
        everybody = set(members(f"a-{chr(96 + number)}"))
        recused = {key for key in everybody if chance.random() < 0.2}
        there = {key for key in everybody if chance.random() > away} if chance.random() < 0.7 else None
        ballots = {key: chance.choice([FOR, FOR, AGAINST, ABSTAIN]) for key in everybody if chance.random() < 0.8}
        ballots = {key: vote for key, vote in ballots.items() if key not in recused}
        base, how = (
            chance.choice(["all", "present", "votes-cast"]),
            chance.choice(["at least", "more than", "all", "none"]),
        )
        of = Fraction(chance.randint(1, 5), 6) if how == "more than" else Fraction(chance.randint(1, 6), 6)
        least, part = (
            chance.choice([None, chance.randint(1, 8)]),
            chance.choice([None, Fraction(chance.randint(1, 4), 4)]),
        )
        kept, in_base = chance.choice(["in-base", "as-there", "left-out"]), chance.choice([None, "in-base"])
        stated = {
            "number": least,
            "fraction": None if part is None else f"at least {part.numerator}/{part.denominator}",
        }
        quorum = {key: value for key, value in stated.items() if value} | {"recused": kept}
        threshold = {"all": "all", "none": "nobody against"}.get(how, f"{how} {of.numerator}/{of.denominator}")
        asked = rule(base=base, threshold=threshold, recused=in_base, quorum=quorum if least or part else None)

        voting = everybody - recused
        heard = voting if there is None else voting & there
        yes, no, none = ({key for key in heard if ballots.get(key) is vote} for vote in (FOR, AGAINST, ABSTAIN))
        came = (yes | no | none) if there is None else there
        whole = {"all": everybody if in_base else voting, "present": came - recused, "votes-cast": yes | no}[base]
        if how == "none":
            enough = not no and len(yes | none) >= len(whole)
        elif how == "all":
            enough = len(yes) >= len(whole)
        else:
            enough = len(yes) > of * len(whole) if how == "more than" else len(yes) >= of * len(whole)
        could = everybody - recused if kept == "left-out" else everybody
        met = came if kept == "as-there" else came - recused
        quorate = len(met) >= (least or 0) and (part is None or (len(met) >= part * len(could) and len(met) > 0))
        expected = bool(yes) and enough and (quorate or not (least or part))

        case = Circumstances(on=ON, conflicted=frozenset(recused))
        present = None if there is None else frozenset(there)
        _, found = result(terms_of(number), asked, case, ballots, there=present, at_meeting=there is not None)
        told = (asked, everybody, recused, there, ballots)
        assert (found.carried, len(whole)) == (expected, found.base), told
        carried += expected
    assert 1000 < carried < 9000  # both results are well tried
