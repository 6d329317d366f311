"""What a vote depends on under each answer to what its document leaves open, and what is said while nobody knows it."""

from __future__ import annotations

from datetime import date

import pytest

from rules.electorates import Circumstances, electorate
from rules.elements import element_of, elements_of
from rules.readings import asked_of, in_words, left_open, standing
from rules.terms import DecisionRule, Element, Forum, OpenPoint, Override, Seat, Terms
from rules.voting import Count, Vote, count
from storage.packs import read_pack
from tests.rules.voting_kit import FOR, rule, terms_of

ON = date(2022, 12, 16)
MSE = read_pack("mid-south-essex-2020")
MAJORITY = "more than 1/2"


def asking(asked: DecisionRule, *open_: tuple[str, tuple[str, ...]], partners: int = 5, **other: object) -> Terms:
    """Terms of partners a, b, c ... with this rule, and an open point with choices for each of these paths."""
    points = tuple(
        OpenPoint(key=f"point-{number}", question=f"Which {number}?", path=path, choices=choices)
        for number, (path, choices) in enumerate(open_, start=1)
    )
    return terms_of(partners).model_copy(update={"decision_rules": {"r": asked}, "open": points, **other})


def lines(terms: Terms, case: Circumstances, **votes: Vote) -> tuple[str, ...]:
    def counted(read: Terms, asked: DecisionRule) -> Count:
        voters = electorate(read, asked, case)
        able = {one.key for one in voters.voters}
        return count(asked, voters, {key: vote for key, vote in votes.items() if key in able})

    found = left_open(terms, "r", case, counted, backed=FOR in votes.values())
    return in_words(found, voted=bool(votes))


@pytest.mark.parametrize(
    ("asked", "open_", "expected"),
    [
        ({}, [], ()),
        ({"who": {"only": "eligible"}}, [], ("eligible",)),
        ({"who": "affected"}, [], ("affected",)),
        ({"who": {"without": "concerned"}}, [], ("concerned",)),
        ({"who": {"only": ["affected", "eligible"]}}, [], ("eligible", "affected")),
        ({}, [("only", ("partners", "eligible", "affected"))], ("eligible", "affected")),
        ({}, [("without", ("concerned", "eligible"))], ("eligible", "concerned")),
        ({}, [("of", ("partners", "affected"))], ("affected",)),
        ({}, [("of", ("partners", "a"))], ()),
        ({"who": {"without": "concerned"}}, [("only", ("partners", "eligible"))], ("eligible", "concerned")),
    ],
)
def test_what_any_reading_depends_on_is_asked(asked, open_, expected):
    points = [(f"decision_rules.r.who.{place}", choices) for place, choices in open_]
    assert asked_of(asking(rule(threshold=MAJORITY, **asked), *points), "r") == expected


def test_a_point_about_another_rule_asks_nothing():
    terms = asking(rule(threshold=MAJORITY), ("decision_rules.other.who.only", ("eligible", "affected")))
    terms = terms.model_copy(update={"decision_rules": {**terms.decision_rules, "other": rule(threshold="all")}})
    assert asked_of(terms, "r") == ()


WHO_ONLY = ("decision_rules.r.who.only", ("partners", "eligible", "affected"))
UPSTREAM = {
    "elements": (Element(key="water", name="Water", applies_to=()),),
    "overrides": tuple(Override(partner=key, element="water", eligible=True, why="It asked") for key in "ab"),
}
"""Of five partners, a and b are eligible for water."""


@pytest.mark.parametrize(
    ("case", "votes", "said"),
    [
        (
            {},
            {},
            (
                "Read as partners: more than half of 5 partners: 3 needed. "
                "Read as eligible: more than half of all eligible partners; who that is depends on the element of the agreement it "
                "falls under, which nobody has said. "
                "Read as affected: more than half of all affected partners; who that is depends on whom it affects, which nobody has "
                "said."
            ),
        ),
        (  # a and b are for it: 2 of 5 are too few, and of 2 enough
            {"element": "water", "affected": "cde"},
            {"a": FOR, "b": FOR},
            (
                "Read as partners: more than half of 5 partners: 3 needed, not carried. "
                "Read as eligible: more than half of 2 eligible: 2 needed, carried. "
                "Read as affected: more than half of 3 affected: 2 needed, not carried. "
                "Nothing is counted until the partners decide which holds."
            ),
        ),
        (  # three of five carry it; of those eligible nobody can say
            {"affected": "abc"},
            {"a": FOR, "b": FOR, "c": FOR},
            (
                "Read as partners: more than half of 5 partners: 3 needed, carried. "
                "Read as eligible: more than half of all eligible partners; who that is depends on the element of the agreement it "
                "falls under, which nobody has said. "
                "Read as affected: more than half of 3 affected: 2 needed, carried. "
                "Nothing is counted until the partners decide which holds."
            ),
        ),
    ],
)
def test_a_reading_that_cannot_be_worked_out_says_so_instead_of_a_number(case, votes, said):
    terms = asking(rule(threshold=MAJORITY), WHO_ONLY, **UPSTREAM)
    known = Circumstances(on=ON, element=case.get("element"), affected=frozenset(case.get("affected", "")))
    assert lines(terms, known, **votes) == (f"Which 1? {said}",)


def test_without_an_element_nobody_is_known_to_be_eligible():
    terms = asking(rule(threshold=MAJORITY), **UPSTREAM)
    for who in ({"only": "eligible"}, {"without": "eligible"}):
        found = electorate(terms, rule(threshold=MAJORITY, who=who), Circumstances(on=ON))
        assert (found.voters, found.could) == ((), 0)
        assert {one.why for one in found.excluded} == {"not known to be eligible: no element is named"}


def test_whom_the_matrix_finds_eligible_may_be_left_open_too():
    """Water applies to upstream, of which a and b are, or to downstream, of which c, d and e are."""
    terms = asking(
        rule(threshold=MAJORITY, who={"only": "eligible"}),
        ("elements.water.applies_to", ("upstream", "downstream")),
        elements=(Element(key="water", name="Water", applies_to=()),),
    )
    partners = tuple(
        one.model_copy(update={"eligibility": "upstream" if one.key in "ab" else "downstream"})
        for one in terms.partners
    )
    terms = terms.model_copy(update={"partners": partners})
    case = Circumstances(on=ON, element="water")
    assert lines(terms, case, a=FOR, b=FOR) == (
        (
            "Which 1? Read as upstream: more than half of 2 eligible: 2 needed, carried. Read as downstream: more than half "
            "of 3 eligible: 2 needed, not carried. Nothing is counted until the partners decide which holds."
        ),
    )
    read = standing(terms, "r")
    assert [one.key for one in electorate(read, read.decision_rules["r"], case).voters] == ["a", "b"]


def test_a_reading_that_leaves_another_point_open_is_counted_with_the_answers_to_that():
    """Partners, or the members of a board; of that board's seats it is open for whom they are."""
    seat = Seat(key="lay", name="Lay")
    forum = Forum(key="board", name="Board", kind="board", outcome="decision", seats=(seat,))
    terms = asking(
        rule(threshold="all"),
        ("decision_rules.r.who.of", ("partners", "members of board")),
        ("forums.board.seats.lay.each_of", ("partners", "a")),
        forums=(forum,),
    )
    decide = "Nothing is counted until the partners decide which holds."
    assert lines(terms, Circumstances(on=ON), **{"lay/a": FOR}) == (
        (
            "Which 1? Read as partners: all 5 partners must agree, not carried. Read as members of the Board: all 5 members "
            f"must agree, not carried. {decide}"
        ),
        (
            "Which 2? Read as partners: all 5 partners must agree, not carried. Read as A: all 5 partners must agree, not "
            f"carried. {decide}"
        ),
    )


def test_where_more_answers_could_be_combined_than_are_looked_at_each_point_decides():
    rules = rule(threshold="more than 1/2")
    names = [f"{one}" for one in "abcdefg"]
    points = [
        ("decision_rules.r.who.of", tuple(names)),
        ("decision_rules.r.quorum", tuple(str(number) for number in range(1, 8))),
        ("decision_rules.r.base", ("all", "present", "votes-cast")),
        ("decision_rules.r.casting_vote", ("a", "b", "c")),
    ]
    said = lines(asking(rules, *points, partners=7), Circumstances(on=ON), a=FOR)
    assert len(said) == 4
    assert all(line.endswith("Nothing is counted until the partners decide which holds.") for line in said)


# --- Which element ------------------------------------------------------------------------------------------------


def test_the_element_is_that_of_the_topics_and_asked_for_where_they_leave_a_choice():
    assert [one.key for one in elements_of(MSE, "board-capital")] == ["capital-and-transformation"]
    assert elements_of(MSE, "board-majority") == MSE.elements
    assert element_of(MSE, "board-majority", None) is None  # all partners count as it stands
    assert element_of(MSE, "board-majority", "governance") == "governance"
    terms = asking(rule(threshold=MAJORITY), WHO_ONLY, **UPSTREAM)
    assert element_of(terms, "r", None) is None
    assert element_of(terms, "r", "water") == "water"
