"""The largest quorum that could ever be met, counted by hand: one more is a fault of the pack."""

from __future__ import annotations

from datetime import date

import pytest

from rules.soundness import faults, remarks
from rules.terms import Element, Forum, Override, Seat, Successor, Terms
from tests.rules.voting_kit import rule, terms_of

WATER, FIRE = "ab", "cde"
"""Of five partners, a and b are eligible for water, c, d and e for fire. a, b and c are public authorities."""


def world(**partners: dict[str, object]) -> Terms:
    terms = terms_of(5)
    made = tuple(
        one.model_copy(update={"public_authority": one.key in "abc"} | partners.get(one.key, {}))
        for one in terms.partners
    )
    eligible = [(key, "water") for key in WATER] + [(key, "fire") for key in FIRE]
    lay = Seat(key="lay", name="Lay member", least=1, most=2)
    each = Seat(key="soc", name="Society", each_of=("partners",))
    return terms.model_copy(
        update={
            "partners": made,
            "elements": tuple(Element(key=key, name=key.title(), applies_to=()) for key in ("water", "fire")),
            "overrides": tuple(Override(partner=p, element=e, eligible=True, why="It asked") for p, e in eligible),
            "forums": tuple(
                Forum(key=key, name=key.title(), kind="board", outcome="decision", seats=seats)
                for key, seats in {"board": (each, lay), "club": (each,)}.items()
            ),
        }
    )


def largest(terms: Terms, who: object) -> int:
    """The largest quorum that the checker takes."""

    def taken(quorum: int) -> bool:
        asked = rule(who=who, threshold="more than 1/2", quorum=quorum)
        read = terms.model_copy(update={"decision_rules": {"r": asked}})
        said = [it.message for it in faults(read) if it.path == ("decision_rules", "r", "quorum")]
        return not said

    return max(number for number in range(1, 10) if taken(number))


@pytest.mark.parametrize(
    ("who", "most"),
    [
        ({}, 5),
        ("affected", 5),  # it may affect all
        ("concerned", 5),
        (["a", "b"], 2),
        ({"without": "concerned"}, 4),  # one of them it is about
        ({"without": "affected"}, 4),
        ({"without": ["affected", "concerned"]}, 4),  # whom it is about may be whom it affects
        ({"of": ["a", "b", "c"], "without": "concerned"}, 3),  # it may be about d
        ({"only": "eligible"}, 3),  # fire
        ({"without": "eligible"}, 3),  # water
        ({"only": ["eligible", "affected"]}, 3),
        ({"only": "public-authority"}, 3),
        ({"without": "public-authority"}, 2),
        ({"only": ["eligible", "public-authority"]}, 2),  # water: a and b; fire: c alone
        ({"of": ["a", "c"], "only": "eligible"}, 1),
        ("partners on club", 5),
        ("members of club", 5),
        ({"of": "members of club", "without": "concerned"}, 4),
        ("members of board", 7),  # five, and two lay members
        ({"of": "members of board", "without": "concerned"}, 6),
        ({"of": "members of board", "only": "eligible"}, 5),  # three for fire, and the lay members, who have no row
        ({"of": "members of board", "only": "public-authority"}, 3),
    ],
)
def test_one_more_than_could_be_there_is_a_fault(who, most):
    assert largest(world(), who) == most


@pytest.mark.parametrize(
    ("partners", "who", "most"),
    [
        ({"a": {"succeeded_by": Successor(partner="b", since=date(2022, 7, 1))}}, {}, 5),  # until then
        ({"a": {"left": date(2022, 6, 30)}, "b": {"joined": date(2022, 7, 1)}}, {}, 4),  # never both
        ({"a": {"left": date(2022, 7, 1)}, "b": {"joined": date(2022, 7, 1)}}, {}, 5),  # both on that day
        ({"a": {"left": date(2022, 6, 30)}, "b": {"joined": date(2022, 7, 1)}}, "members of club", 4),
        ({"a": {"left": date(2022, 6, 30)}, "b": {"joined": date(2022, 7, 1)}}, {"only": "eligible"}, 3),
        ({"a": {"left": date(2022, 6, 30)}, "b": {"joined": date(2022, 7, 1)}}, ["a", "b"], 1),
    ],
)
def test_those_who_are_never_parties_at_one_time_are_not_counted_together(partners, who, most):
    assert largest(world(**partners), who) == most


def test_who_alone_counts_and_is_left_out_is_nobody():
    asked = rule(who={"only": "affected", "without": "affected"}, threshold="all")
    terms = world().model_copy(update={"decision_rules": {"r": asked}})
    assert [(it.message, it.hint) for it in faults(terms) if it.path[:2] == ("decision_rules", "r")] == [
        (
            "Those who are affected alone count, and they are left out: nobody could ever vote.",
            "Keep it in one of the two.",
        )
    ]


@pytest.mark.parametrize(
    ("quorum", "told"),
    [(5, True), (4, False), ({"number": 5, "recused": "as-there"}, False), ("at least 1/1", True)],
)
def test_a_quorum_of_all_that_one_conflict_ends_is_worth_a_look(quorum, told):
    terms = world().model_copy(update={"decision_rules": {"r": rule(threshold="all", quorum=quorum)}})
    said = "All 5 who could take part must be there, so with one kept out by a conflict nothing is decided."
    assert [it.message for it in remarks(terms) if it.path == ("decision_rules", "r", "quorum")] == [said] * told
