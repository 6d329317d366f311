"""What a decision takes, in words: one of anything is said as one."""

from __future__ import annotations

from datetime import date

import pytest

from rules import count_words
from rules.electorates import Circumstances
from rules.terms import DecisionRule, Forum, Seat
from tests.rules.voting_kit import FOR, result, rule, terms_of

ON = date(2022, 12, 16)


def said(number, asked, *, who=(), **votes):
    """What is asked for of so many partners, all public authorities, and the working; `who` is affected."""
    terms = terms_of(number)
    partners = tuple(one.model_copy(update={"public_authority": True}) for one in terms.partners)
    seats = (Seat(key="chair", name="Chair"),)
    forum = Forum(key="board", name="Board", kind="board", outcome="decision", seats=seats)
    terms = terms.model_copy(update={"partners": partners, "forums": (forum,)})
    made = rule(**asked)
    counted = result(terms, made, Circumstances(on=ON, affected=frozenset(who)), votes)[1]
    return count_words.asks(terms, made, counted), *count_words.working(terms, made, counted, recorded=False)


@pytest.mark.parametrize(
    ("asked", "number", "votes", "expected"),
    [
        ({"threshold": "all"}, 2, {}, "All 2 partners must agree"),
        ({"threshold": "all"}, 1, {}, "The one partner must agree"),
        ({"threshold": "all", "who": "members of board"}, 1, {}, "The one member must agree"),
        ({"threshold": "all", "who": {"only": "public-authority"}}, 1, {}, "The one public authority must agree"),
        ({"threshold": "all", "base": "present"}, 2, {"a": FOR}, "The one who is there must agree"),
        ({"threshold": "all", "base": "present"}, 2, {}, "All partners who are there must agree"),
        ({"threshold": "all", "base": "votes-cast"}, 2, {"a": FOR}, "The one vote cast must be for it"),
        ({"threshold": "all", "base": "votes-cast"}, 2, {}, "All votes cast must be for it"),
        ({"threshold": "more than 1/2"}, 1, {}, "More than half of 1 partner: 1 needed"),
        ({"threshold": "more than 1/2", "who": "affected"}, 1, {}, "More than half of 1 affected: 1 needed"),
        ({"threshold": "more than 1/2", "base": "present"}, 2, {"a": FOR}, "More than half of 1 who is there: 1 needed"),
        ({"threshold": "nobody against"}, 1, {}, "Consensus of 1 partner: nobody objects, and all have spoken"),
        ({"threshold": "more than 1/2", "quorum": 1}, 1, {}, "More than half of 1 partner: 1 needed; at least 1 must be there"),
    ],
)  # fmt: skip
def test_what_is_asked_of_one(asked, number, votes, expected):
    who = "a" if asked.get("who") == "affected" else ""
    assert said(number, asked, who=who, **votes)[0] == expected


def test_the_working_of_one():
    asked = {"threshold": "at least 3/5", "base": "votes-cast", "quorum": "at least 2/5"}
    assert said(1, asked, a=FOR)[1:] == (
        "Quorum: 2/5 of 1 partner, so 1; 1 has answered.",
        "Votes cast: 1; 3/5 of it is 1.",
    )


@pytest.mark.parametrize("share", ["at least 1/1", "at least 2/3", "more than 1/2"])
def test_what_is_kept_of_a_share_is_read_as_the_same(share):
    made = rule(threshold=share, quorum=share)
    assert DecisionRule.model_validate(made.model_dump(mode="json")) == made


@pytest.mark.parametrize(
    ("quorum", "expected"),
    [
        ("at least 1/1", "Agreement of all partners; all must be there"),
        ("more than 1/2", "Agreement of all partners; more than half must be there"),
        (
            {"number": 2, "fraction": "1/3"},
            "Agreement of all partners; at least 2, and at least a third, must be there",
        ),
    ],
)
def test_a_quorum_of_nobody_in_particular(quorum, expected):
    assert count_words.asks(terms_of(3), rule(threshold="all", quorum=quorum)) == expected
