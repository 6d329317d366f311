"""Decision rules in older words: what they are today, that they come to the same, and what was decided in them."""

from __future__ import annotations

import copy
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from rules.electorates import Circumstances
from rules.older_votes import older_answer, renewed_votes
from rules.older_words import renewed
from rules.open_points import settle, unsettled
from rules.terms import DecisionRule, OpenPoint, Terms
from rules.voting import Vote
from storage import yaml_text
from storage.pack_renewal import renewal
from storage.packs import PackFaults, parse_pack, read_pack
from tests.rules.voting_kit import result

MSE = read_pack("mid-south-essex-2020")
SMALL = (Path(__file__).parent.parent / "agreements" / "small.yaml").read_text()

TODAY = [
    ({"threshold": {"kind": "unanimous"}}, {"threshold": "all"}),
    ({"threshold": {"kind": "consensus"}}, {"threshold": "nobody against"}),
    ({"threshold": {"kind": "more-than", "of": "1/2"}}, {"threshold": "more than 1/2"}),
    ({"threshold": {"kind": "at-least", "of": "75%"}}, {"threshold": "at least 3/4"}),
    ({"threshold": {"kind": "at-least", "of": "66.67%"}}, {"threshold": "at least 6667/10000"}),  # as it was counted
    ({"threshold": {"kind": "at-least", "of": 1}}, {"threshold": "all"}),
    ({"counts": "partners"}, {}),
    ({"counts": "partners", "forum": "sle"}, {"forum": "sle"}),  # all partners, as it was
    ({"counts": "seats", "forum": "board"}, {"forum": "board", "who": {"of": ["members of board"]}}),
    (
        {"counts": "seats", "forum": "board", "who": ["eligible", "affected"]},
        {"forum": "board", "who": {"of": ["members of board"], "only": ["eligible", "affected"]}},
    ),
    ({"who": []}, {}),
    ({"who": ["eligible"]}, {"who": {"only": ["eligible"]}}),
    ({"who": ["all-but-concerned"]}, {"who": {"without": ["concerned"]}}),
    ({"who": ["affected"]}, {"who": ["affected"]}),  # the same in both
    ({"who": ["present"]}, {"base": "present"}),
    ({"who": ["participating", "eligible"]}, {"who": {"only": ["eligible"]}, "base": "present"}),
    ({"who": ["present-and-voting"]}, {"base": "votes-cast"}),
    ({"who": ["not-conflicted", "eligible"]}, {"who": {"only": ["eligible"]}}),
    ({"conflicted": "out-of-base"}, {}),
    ({"conflicted": "in-base"}, {"recused": "in-base"}),
    ({"who": ["not-conflicted"], "conflicted": "in-base"}, {}),  # left out before, so left out
    ({"quorum": {"fraction": "50%", "clause": "7"}}, {"quorum": {"fraction": "1/2", "clause": "7"}}),
    ({"quorum": {"fraction": "at least 1"}}, {"quorum": {"fraction": "1/1"}}),  # as it was kept
    ({"quorum": {"number": 4}}, {"quorum": {"number": 4}}),
]


@pytest.mark.parametrize(("older", "today"), TODAY)
def test_older_words_become_those_of_today(older, today):
    content = {"decision_rules": {"one": {"name": "One", **older}}}
    before = copy.deepcopy(content)
    found = renewed_votes(content)
    assert found == {"decision_rules": {"one": {"name": "One", **today}}}
    assert content == before
    assert renewed_votes(found) == found


ODD = [
    None, [], "rules", 7, {"one": None}, {"one": []}, {"one": "x"}, {"one": {"who": 7, "threshold": 3, "quorum": "x"}},
    {"one": {"who": [7, None, []], "threshold": {"kind": []}}}, {"one": {"threshold": {"kind": "at-least"}}},
    {"one": {"counts": "seats"}}, {"one": {"conflicted": {}}}, {"one": {"who": "present"}}, {3: {"counts": []}},
]  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
def test_what_has_an_odd_shape_is_left_for_the_vocabulary_to_complain_of(odd):
    assert renewed_votes({"decision_rules": odd}) == {"decision_rules": odd}
    assert renewed_votes({}) == {}


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["seats", "present", "75%"]),
                    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(
                        ["who", "threshold", "kind", "of", "counts", "forum", "quorum", "fraction", "conflicted"]), inner)))  # fmt: skip
def test_nothing_it_is_given_makes_it_stumble(odd):
    found = renewed({"decision_rules": {"one": odd, "two": {"who": odd, "threshold": odd, "quorum": odd}}})
    assert renewed(found) == found


OLDER = """\
  older:
    name: Older
    who: [eligible, affected, participating]
    threshold: {kind: more-than, of: 1/2}
    conflicted: in-base
"""


def test_a_stored_version_is_read_in_the_words_of_today():
    content = yaml_text.read(SMALL.replace("issues:\n", f"{OLDER}issues:\n", 1)).content
    rule = Terms.model_validate(renewed(content)).decision_rules["older"]
    assert (rule.who.only, rule.base, rule.recused) == (("eligible", "affected"), "present", "in-base")


def test_a_percentage_that_is_stored_means_what_it_meant_and_is_refused_in_a_file():
    written = SMALL.replace("threshold: at least 3/4", "threshold: {kind: at-least, of: 66%}")
    stored = Terms.model_validate(renewed(yaml_text.read(written).content))
    assert str(stored.decision_rules["spend"].threshold) == "at least 33/50"
    with pytest.raises(
        PackFaults, match=r"66% is not a fraction\. Write 2/3 if two thirds is meant, 33/50 if it is not"
    ):
        parse_pack(written, file="small.yaml")


@pytest.mark.parametrize(
    ("older", "said"),
    [
        ("who: [eligible]\n    threshold: {kind: at-least, of: 75%}", None),
        ("who: [eligible, present]\n    threshold: {kind: at-least, of: 3/4}", None),
        ("who: [eligible]\n    threshold: {kind: at-least, of: 66%}", "66% is not a fraction"),
        ("conflicted: in-base\n    who: [not-conflicted]\n    threshold: {kind: unanimous}", "left out and kept in"),
    ],
)
def test_what_means_one_thing_alone_is_put_into_the_words_of_today_by_renewal(older, said):
    written = SMALL.replace("who: {only: eligible}\n    threshold: at least 3/4", older)
    assert written != SMALL
    if said is not None:
        with pytest.raises(PackFaults, match=said):
            renewal(written, file="small.yaml")
        return
    parse_pack(renewal(written, file="small.yaml").text, file="small.yaml")


# --- What was decided in them --------------------------------------------------------------------------------------

PATH = "decision_rules.board-majority.who"
CHOICES = ("eligible", "affected", "participating", "present", "present-and-voting")
ANSWERS = [
    ("participating", (), "present"),
    ("present", (), "present"),
    ("present-and-voting", (), "votes-cast"),
    ("eligible", ("eligible",), None),
    ("eligible, affected", ("eligible", "affected"), None),
    ("eligible, participating", ("eligible",), "present"),
]


def as_it_was():
    """The terms with the open point as it stood when its answers were older words."""
    point = OpenPoint(key="majority-of-whom", question="Of whom?", path=PATH, choices=CHOICES)
    return MSE.model_copy(update={"open": (point,)})


@pytest.mark.parametrize(("answer", "only", "base"), ANSWERS)
def test_an_answer_in_older_words_means_what_it_meant(answer, only, base):
    for terms in (as_it_was(), MSE):  # also where the document puts the question in today's words since
        rule = settle(terms, {"majority-of-whom": answer}).decision_rules["board-majority"]
        assert (rule.who.only, rule.base) == (only, base)


@pytest.mark.parametrize(("answer", "only", "base"), ANSWERS)
def test_a_point_that_was_answered_in_older_words_is_settled(answer, only, base):
    del only, base
    assert [point.key for point in unsettled(as_it_was())] == ["majority-of-whom"]
    assert unsettled(settle(as_it_was(), {"majority-of-whom": answer})) == ()


def test_an_answer_in_the_words_of_today_fills_its_own_place():
    assert older_answer("decision_rules.a.who", "members of board") == {"decision_rules.a.who": "members of board"}
    assert older_answer("decision_rules.a.base", "present") == {"decision_rules.a.base": "present"}
    assert older_answer("term.begins", "present") == {"term.begins": "present"}


# --- And the sixteen rules of the three packs come to the same ------------------------------------------------------


@given(st.lists(st.sampled_from([None, *Vote]), min_size=21, max_size=21), st.sampled_from(["unanimous", "consensus"]))
def test_a_rule_without_a_quorum_comes_to_what_it_did(said, kind):
    """Of all partners: carried where all are for it, or nobody is against and all have spoken."""
    content = renewed_votes({"decision_rules": {"one": {"name": "One", "threshold": {"kind": kind}}}})
    rule = DecisionRule.model_validate(content["decision_rules"]["one"])
    keys = [partner.key for partner in MSE.partners]
    votes = {key: vote for key, vote in zip(keys, said, strict=True) if vote is not None}
    cast = list(votes.values())
    _, found = result(MSE, rule, Circumstances(on=date(2020, 9, 1)), votes)
    spoken = len(cast) == 21 and Vote.AGAINST not in cast and Vote.FOR in cast
    assert found.carried == (cast.count(Vote.FOR) == 21 if kind == "unanimous" else spoken)
    assert (found.base, found.needed) == (21, 21)
