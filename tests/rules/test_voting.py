"""Votes worked out by hand: who counts, how much is needed, and what the votes come to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from rules.electorates import Circumstances, electorate, partner_now
from rules.elements import element_of
from rules.errors import Refusal
from rules.shares import Share
from rules.terms import DecisionRule, Override, Quorum, Seat
from rules.voting import Vote, count, needed, other_readings, quorum_of
from storage.packs import read_pack
from tests.rules.voting_kit import result

MSE, SEFTON = read_pack("mid-south-essex-2020"), read_pack("sefton-2022")
ON = date(2020, 9, 1)
CCGS = ("basildon-brentwood-ccg", "castle-point-rochford-ccg", "mid-essex-ccg", "southend-ccg", "thurrock-ccg")
TRUSTS = ("eeast", "eput", "nelft", "mse-ft")
NATIONAL = ("nhs-england", "nhs-improvement")
ELEVEN = (*CCGS, *TRUSTS, *NATIONAL)
EVERYBODY = tuple(partner.key for partner in MSE.partners)
CAPITAL = Circumstances(on=ON, element="capital-and-transformation")


def rule(key, terms=MSE, **changes):
    return terms.decision_rules[key].model_copy(update=changes)


def base_of(terms, asked, case):
    """Of how many the threshold is a share, how many of them it takes, and the other readings of that."""
    voters = electorate(terms, asked, case)
    found = count(asked, voters, {})
    others = [(one.of, one.needed) for one in other_readings(asked, lambda read: count(read, voters, {}))]
    return found.base, found.needed, others


def votes(for_=(), against=(), abstain=()):
    return dict.fromkeys(for_, Vote.FOR) | dict.fromkeys(against, Vote.AGAINST) | dict.fromkeys(abstain, Vote.ABSTAIN)


def with_provide():
    """The terms as they would be if Provide were counted among those eligible for capital."""
    why = "Its standing was reviewed."
    treated = Override(partner="provide", element="capital-and-transformation", eligible=True, why=why)
    return MSE.model_copy(update={"overrides": (treated,)})


# --- Mid and South Essex 8.4: three quarters of those eligible under Annex 1 ---------------------------------------


def test_eleven_organisations_are_eligible_for_capital_and_provide_is_not_one():
    voters = electorate(MSE, rule("board-capital"), CAPITAL)
    assert {voter.key for voter in voters.voters} == set(ELEVEN)
    assert voters.could == 11
    why = {one.key: one.why for one in voters.excluded}
    assert why["provide"] == "not eligible under Annex 1"
    assert len(why) == 10


@pytest.mark.parametrize(
    ("in_favour", "against", "carried"),
    [
        (9, 0, True),  # 3/4 of 11 is 8.25, so 9
        (9, 2, True),
        (8, 0, False),  # 8 of 11 is 72.7%
        (8, 3, False),
        (11, 0, True),
        (0, 11, False),
        (0, 0, False),
    ],
)
def test_the_capital_vote(in_favour, against, carried):
    cast = votes(ELEVEN[:in_favour], ELEVEN[in_favour : in_favour + against])
    _, found = result(MSE, rule("board-capital"), CAPITAL, cast)
    assert (found.base, found.needed, found.carried) == (11, 9, carried)
    assert found.silent == 11 - in_favour - against


@pytest.mark.parametrize(("in_favour", "carried"), [(9, True), (8, False)])  # 3/4 of 12 is exactly 9
def test_of_twelve_nine_are_enough_and_the_absent_count_against(in_favour, carried):
    twelve = (*ELEVEN, "provide")
    _, found = result(with_provide(), rule("board-capital"), CAPITAL, votes(twelve[:in_favour]))
    assert (found.base, found.needed, found.carried) == (12, 9, carried)
    assert found.missing == 9 - in_favour


def test_who_abstains_counts_against():
    _, found = result(MSE, rule("board-capital"), CAPITAL, votes(ELEVEN[:8], abstain=ELEVEN[8:]))
    assert (found.in_favour, found.abstain, found.carried, found.beyond_reach) == (8, 3, False, True)


def test_one_of_eleven_with_a_conflict_leaves_the_base_and_the_other_reading_is_told():
    case = Circumstances(on=ON, element="capital-and-transformation", conflicted=frozenset({"nelft"}))
    assert base_of(MSE, rule("board-capital"), case) == (10, 8, [(11, 9)])  # 7.5, so 8
    barred = rule("board-capital", recused="in-base")
    assert base_of(MSE, barred, case) == (11, 9, [(10, 8)])
    assert base_of(MSE, barred, CAPITAL) == (11, 9, [])


def test_who_is_not_eligible_or_has_a_conflict_has_no_vote():
    with pytest.raises(Refusal, match=r"Provide has no vote in this: not eligible under Annex 1\."):
        result(MSE, rule("board-capital"), CAPITAL, votes(["provide"]))
    case = Circumstances(on=ON, element="capital-and-transformation", conflicted=frozenset({"nelft"}))
    with pytest.raises(Refusal, match="NELFT has no vote in this: conflicted"):
        result(MSE, rule("board-capital", recused="in-base"), case, votes(["nelft"]))
    with pytest.raises(Refusal, match="somebody is not among those who could vote"):
        result(MSE, rule("board-capital"), CAPITAL, votes(["somebody"]))


# --- Which element ------------------------------------------------------------------------------------------------


def test_the_control_total_cannot_be_decided_by_three_quarters():
    with pytest.raises(Refusal) as refused:
        element_of(MSE, "board-capital", "financial-risk")
    assert str(refused.value) == (
        "Board decision on capital or transformation funding (clause 8.4) is for Apportionment of transformation monies "
        "and Priorities for capital investment only, under Financial framework, NHS capital and transformation funds; "
        "NHS financial framework, risk management cannot be decided by it."
    )


def test_a_rule_whose_topics_fall_under_one_element_needs_none_named():
    assert element_of(MSE, "board-capital", None) == "capital-and-transformation"


def test_where_the_matrix_counts_an_element_must_be_named():
    with pytest.raises(Refusal, match="depends on the element of the agreement"):
        element_of(MSE, "sle-majority", None)
    assert element_of(MSE, "sle-majority", "governance") == "governance"
    assert element_of(MSE, "variation", None) is None
    with pytest.raises(Refusal, match="no element weather"):
        element_of(MSE, "variation", "weather")


# --- Mid and South Essex 8.10.2: a majority of those eligible, affected and taking part ----------------------------

SEVEN = ("mse-ft", "eput", "nelft", "eeast", "provide", "uclp", "essex-council")


@pytest.mark.parametrize(
    ("for_", "against", "abstain", "carried"),
    [
        (3, 2, 2, False),  # 3 of 7 who take part: abstaining is taking part
        (4, 3, 0, True),
        (4, 0, 3, True),
        (3, 3, 1, False),  # a tie is no decision
        (3, 2, 0, True),  # of 5 who take part
        (1, 0, 0, True),
        (0, 0, 7, False),
    ],
)
def test_an_executive_majority(for_, against, abstain, carried):
    case = Circumstances(on=ON, element="governance", affected=frozenset(SEVEN))
    cast = votes(SEVEN[:for_], SEVEN[for_ : for_ + against], SEVEN[for_ + against : for_ + against + abstain])
    _, found = result(MSE, rule("sle-majority"), case, cast, there=frozenset(cast))
    assert (found.base, found.carried) == (for_ + against + abstain, carried)


def test_who_was_there_and_said_nothing_counts_when_the_minutes_say_so():
    case = Circumstances(on=ON, element="governance", affected=frozenset(SEVEN))
    _, found = result(MSE, rule("sle-majority"), case, votes(SEVEN[:3], SEVEN[3:5]), there=frozenset(SEVEN))
    assert (found.base, found.needed, found.silent, found.carried) == (7, 4, 2, False)


def test_before_the_meeting_is_on_record_nothing_is_carried_and_all_who_could_take_part_are_known():
    case = Circumstances(on=ON, element="governance", affected=frozenset(SEVEN))
    voters, found = result(MSE, rule("sle-majority"), case, votes(SEVEN))
    assert (found.could, found.waits, found.carried, found.settled) == (7, True, False, False)
    assert {one.why for one in voters.excluded} == {"not affected"}


def test_the_matrix_narrows_the_affected():
    case = Circumstances(on=ON, element="mutual-accountability", affected=frozenset(SEVEN))
    voters = electorate(MSE, rule("sle-majority"), case)  # Provide and UCLP are in "other", outside that row
    assert {voter.key for voter in voters.voters} == {"mse-ft", "eput", "nelft", "eeast", "essex-council"}


# --- All of them --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("in_favour", "carried"), [(20, False), (21, True)])
def test_a_variation_needs_every_one_of_twenty_one(in_favour, carried):
    _, found = result(MSE, rule("variation"), Circumstances(on=ON), votes(EVERYBODY[:in_favour]))
    assert (found.base, found.needed, found.carried) == (21, 21, carried)


def test_consent_of_all_others_leaves_out_the_one_concerned():
    case = Circumstances(on=date(2022, 12, 16), concerned=frozenset({"sefton-council"}))
    others = [partner.key for partner in SEFTON.partners if partner.key != "sefton-council"]
    assert result(SEFTON, rule("consent", SEFTON), case, votes(others))[1].carried
    assert not result(SEFTON, rule("consent", SEFTON), case, votes(others[1:]))[1].carried
    with pytest.raises(Refusal, match="the one concerned"):
        result(SEFTON, rule("consent", SEFTON), case, votes(["sefton-council"]))


# --- Consensus ----------------------------------------------------------------------------------------------------

THREE = ("mse-ft", "eput", "nelft")


@pytest.mark.parametrize(
    ("for_", "against", "abstain", "carried", "beyond_reach"),
    [
        (3, 0, 0, True, False),
        (2, 0, 1, True, False),  # one stands aside
        (2, 1, 0, False, True),  # one objects
        (2, 0, 0, False, False),  # one has not spoken: silence is not agreement
        (0, 0, 3, False, True),  # nobody wants it, and nobody is left to
    ],
)
def test_consensus_of_three(for_, against, abstain, carried, beyond_reach):
    case = Circumstances(on=ON, affected=frozenset(THREE))
    cast = votes(THREE[:for_], THREE[for_ : for_ + against], THREE[for_ + against : for_ + against + abstain])
    _, found = result(MSE, rule("sle-consensus"), case, cast)
    assert (found.needed, found.carried) == (3, carried)
    assert found.beyond_reach == beyond_reach


# --- Quorum, casting vote, present and voting ---------------------------------------------------------------------


def majority(**changes):
    return DecisionRule(name="A majority", threshold="more than 1/2", **changes)


SIX = SEFTON.model_copy(update={"partners": SEFTON.partners[:6]})
NAMES = tuple(partner.key for partner in SIX.partners)


def terms_of(number):
    """Terms of so many partners."""
    one = SEFTON.partners[0]
    partners = [one.model_copy(update={"key": f"p{n}", "short": f"Partner {n}"}) for n in range(1, number + 1)]
    return SEFTON.model_copy(update={"partners": tuple(partners)})


TODAY = Circumstances(on=date(2022, 12, 16))


@pytest.mark.parametrize(
    ("for_", "against", "casting", "carried", "by_casting"),
    [
        (3, 3, None, False, False),
        (3, 3, Vote.FOR, True, True),
        (3, 3, Vote.AGAINST, False, False),
        (2, 2, Vote.FOR, False, False),  # 2 and the casting vote are 3 of 6: no majority
        (4, 2, Vote.FOR, True, False),  # it made no difference
        (2, 4, Vote.FOR, False, False),  # no tie, no casting vote
    ],
)
def test_a_casting_vote_breaks_a_tie_and_nothing_else(for_, against, casting, carried, by_casting):
    asked = majority(casting_vote="Chair")
    _, found = result(SIX, asked, TODAY, votes(NAMES[:for_], NAMES[for_ : for_ + against]), casting=casting)
    assert (found.carried, found.by_casting_vote) == (carried, by_casting)


@pytest.mark.parametrize(
    ("threshold", "each", "base", "needed", "carried"),
    [
        ("more than 1/2", 2, 5, 3, True),  # 3 of 5
        ("at least 3/5", 2, 5, 3, True),  # just
        ("at least 2/3", 2, 5, 4, False),  # 3 of 5 are less than two thirds
        ("at least 3/4", 1, 3, 3, False),  # 2 of 3, not 2 of 2
        ("all", 1, 2, 2, False),  # one is against it
    ],
)
def test_a_casting_vote_is_a_vote_cast(threshold, each, base, needed, carried):
    asked = majority(base="votes-cast", casting_vote="Chair").model_copy(
        update={"threshold": DecisionRule.model_validate({"name": "R", "threshold": threshold}).threshold}
    )
    cast = votes(NAMES[:each], NAMES[each : 2 * each])
    _, found = result(SIX, asked, TODAY, cast, casting=Vote.FOR)
    assert (found.base, found.needed, found.carried, found.by_casting_vote) == (base, needed, carried, carried)
    _, before = result(SIX, asked, TODAY, cast)
    assert before.waits_for_casting is carried


def test_without_a_casting_vote_in_the_rule_there_is_none():
    _, found = result(SIX, majority(), TODAY, votes(NAMES[:3], NAMES[3:]), casting=Vote.FOR)
    assert (found.carried, found.tied) == (False, True)


@pytest.mark.parametrize(
    ("quorum", "base", "asked"),
    [
        (None, 9, None),
        (4, 9, 4),
        ("at least 4", 9, 4),
        ("at least 1/3", 9, 3),
        ("1/3", 10, 4),
        ("more than 1/2", 9, 5),
        ("more than 1/2", 10, 6),
        ({"number": 4, "fraction": "1/3"}, 10, 4),
        ({"number": 4, "fraction": "1/3"}, 13, 5),  # a third is 4 and a third: the greater counts
    ],
)
def test_a_quorum_is_a_number_or_a_share_or_the_greater_of_both(quorum, base, asked):
    voters = electorate(terms_of(base), majority(), TODAY)
    assert quorum_of(None if quorum is None else Quorum.model_validate(quorum), voters) == asked


@pytest.mark.parametrize(
    ("cast", "quorate", "carried"), [((4, 0, 0), False, False), ((4, 0, 1), True, True), ((4, 1, 0), True, True)]
)
def test_too_few_decide_nothing(cast, quorate, carried):
    for_, against, _ = cast
    said = votes(NAMES[:for_], NAMES[for_ : for_ + against], NAMES[for_ + against : sum(cast)])
    _, found = result(SIX, majority(quorum=5), TODAY, said)
    assert (found.quorate, found.carried) == (quorate, carried)


def test_of_the_votes_cast_who_abstains_is_none_and_is_there_all_the_same():
    asked = majority(base="votes-cast")
    voters, found = result(SIX, asked, TODAY, votes(NAMES[:2], NAMES[2:3], NAMES[3:5]))
    assert (found.base, found.needed, found.carried) == (3, 2, True)
    assert (voters.could, found.met, found.silent) == (6, 5, 1)


# --- Seats --------------------------------------------------------------------------------------------------------


def board(**held):
    seats = (
        Seat(key="chair", name="Chair"),
        Seat(key="trusts", name="Trusts", least=2, most=3),
        Seat(key="observer", name="Observer", voting=False),
    )
    forum = SEFTON.forums[0].model_copy(update={"key": "panel", "seats": seats})
    terms = SEFTON.model_copy(update={"forums": (forum,)})
    case = Circumstances(on=date(2022, 12, 16), holders={seat: range(1, n + 1) for seat, n in held.items()} or None)
    return electorate(terms, majority(who="members of panel"), case)


def test_a_seat_has_a_vote_for_each_who_holds_it_and_an_observer_none():
    voters = board(chair=1, trusts=3, observer=1)
    assert [voter.key for voter in voters.voters] == ["chair", "trusts", "trusts-2", "trusts-3"]


def test_a_vacant_seat_has_none():
    voters = board(trusts=1)
    assert [voter.key for voter in voters.voters] == ["trusts"]
    assert [(one.key, one.why) for one in voters.excluded] == [("chair", "vacant"), ("trusts-2", "vacant")]
    assert board().could == 3  # nobody has said who holds them: each as often as it must be


# --- Bodies that come and go --------------------------------------------------------------------------------------


def merged():
    """Five CCGs are succeeded by one board on 1 July 2022, and NHS Improvement by NHS England."""
    since = {"since": "2022-07-01"}
    after = {key: {"partner": "mid-essex-ccg", **since} for key in CCGS if key != "mid-essex-ccg"}
    after["nhs-improvement"] = {"partner": "nhs-england", **since}
    partners = [
        partner.model_validate(partner.model_dump() | {"succeeded_by": after.get(partner.key)})
        for partner in MSE.partners
    ]
    return MSE.model_copy(update={"partners": tuple(partners)})


@pytest.mark.parametrize(
    ("on", "base", "enough"),
    [(date(2022, 6, 30), 11, 9), (date(2022, 7, 1), 6, 5)],  # 3/4 of 6 is 4.5, so 5
)
def test_successors_count_from_their_day_on(on, base, enough):
    case = Circumstances(on=on, element="capital-and-transformation")
    assert base_of(merged(), rule("board-capital"), case) == (base, enough, [])


def test_whoever_was_affected_is_by_its_successor():
    assert partner_now(merged(), "thurrock-ccg", date(2022, 7, 1)) == "mid-essex-ccg"
    assert partner_now(merged(), "thurrock-ccg", date(2022, 6, 30)) == "thurrock-ccg"
    case = Circumstances(on=date(2022, 7, 1), affected=frozenset({"thurrock-ccg", "mse-ft"}))
    assert [voter.key for voter in electorate(merged(), rule("sle-consensus"), case).voters] == [
        "mid-essex-ccg",
        "mse-ft",
    ]


def test_a_partner_counts_from_joining_to_leaving():
    dates = {"joined": date(2021, 1, 1), "left": date(2021, 3, 31)}
    partners = (SEFTON.partners[0].model_copy(update=dates), *SEFTON.partners[1:])
    terms = SEFTON.model_copy(update={"partners": partners})
    for day, why in (
        (date(2020, 12, 31), "joins on Fri 1 Jan 2021"),
        (date(2021, 1, 1), None),
        (date(2021, 3, 31), None),
        (date(2021, 4, 1), "left on Wed 31 Mar 2021"),
    ):
        voters = electorate(terms, majority(), Circumstances(on=day))
        assert [one.why for one in voters.excluded] == ([why] if why else [])


# --- Of any rule --------------------------------------------------------------------------------------------------

FRACTIONS = st.fractions(min_value=0, max_value=1, max_denominator=100)


@given(st.integers(1, 200), FRACTIONS)
def test_what_is_needed_is_the_least_that_is_enough(base, part):
    if part < 1:
        more = needed(Share("more than", part), base)
        assert more > base * part >= more - 1
    if part > 0:
        least = needed(Share("at least", part), base)
        assert least >= base * part > least - 1


@given(st.lists(st.sampled_from(Vote), min_size=11, max_size=11), st.integers(0, 11))
def test_another_vote_in_favour_never_undoes_a_decision(said, who):
    cast = dict(zip(ELEVEN, said, strict=True))
    voters = electorate(MSE, rule("board-capital"), CAPITAL)
    before = count(rule("board-capital"), voters, cast)
    after = count(rule("board-capital"), voters, cast | dict.fromkeys(ELEVEN[:who], Vote.FOR))
    assert after.carried >= before.carried
    assert after.in_favour + after.against + after.abstain + after.silent == 11


@given(st.sets(st.sampled_from(ELEVEN)))
def test_a_conflict_never_raises_the_number_of_those_who_vote(conflicted):
    case = Circumstances(on=ON, element="capital-and-transformation", conflicted=frozenset(conflicted))
    voters = electorate(MSE, rule("board-capital"), case)
    assert len(voters.voters) == 11 - len(conflicted)
