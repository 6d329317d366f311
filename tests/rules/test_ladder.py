"""The ladder: each agreement's stages in their order, what may be skipped, and that every climb ends."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from rules import issues, ladder
from rules.errors import Refusal
from rules.issues import IssueAct, IssueState, Standing
from rules.ladder import Step
from rules.matters import Allowed
from rules.soundness import faults
from storage.packs import read_pack

PACKS = {key: read_pack(key) for key in ("mid-south-essex-2020", "sefton-2022", "one-halton-2021")}
MSE = PACKS["mid-south-essex-2020"]


def test_mid_and_south_essex_climbs_six_stages():
    order = ["bilateral", "place", "sle-consensus", "sle-majority", "facilitator", "board"]  # 8.8 and 8.10
    assert list(ladder.climb(MSE)) == order
    assert [ladder.number_of(MSE, stage) for stage in order] == [(n, 6) for n in range(1, 7)]


@pytest.mark.parametrize(
    ("at", "ways"),
    [
        ("bilateral", (Step("place"), Step("sle-consensus", ("place",)))),  # place where appropriate
        ("place", (Step("sle-consensus"),)),
        ("sle-consensus", (Step("sle-majority"),)),
        ("sle-majority", (Step("facilitator"),)),
        ("facilitator", (Step("board"),)),
        ("board", ()),
    ],
)
def test_the_ways_on(at, ways):
    assert ladder.onward(MSE, at) == ways


def test_a_stage_that_must_be_tried_cannot_be_skipped():
    with pytest.raises(Refusal, match="SLE, by majority"):
        ladder.step_to(MSE, "sle-consensus", "facilitator")
    with pytest.raises(Refusal, match="no further stage"):
        ladder.step_to(MSE, "board", "bilateral")


@pytest.mark.parametrize("key", PACKS)
def test_there_is_no_way_back(key):
    terms = PACKS[key]
    order = list(ladder.climb(terms))
    for number, at in enumerate(order):
        assert all(order.index(step.to) > number for step in ladder.onward(terms, at))
        for step in ladder.onward(terms, at):
            assert list(step.over) == order[number + 1 : order.index(step.to)]


@given(st.sampled_from(sorted(PACKS)), st.lists(st.integers(0, 5), max_size=20))
def test_every_climb_ends_or_waits_for_a_named_person(key, choices):
    """Whatever is chosen, each step goes up, leaves out only what may be, and somebody can always move it on."""
    terms = PACKS[key]
    everybody = tuple(partner.key for partner in terms.partners)
    at, been = terms.issues.stages[0].key, [terms.issues.stages[0].key]
    for choice in choices:
        standing = Standing(IssueState.OPEN, at, everybody[0], False, everybody[:2], everybody, frozenset(), ())
        allowed = issues.who_may(IssueAct.MOVE_ON, standing, terms)
        assert allowed != Allowed(frozenset())
        ways = ladder.onward(terms, at)
        if not ways:
            break
        step = ways[choice % len(ways)]
        assert all(issues.stage_of(terms, skipped).skippable for skipped in step.over)
        assert step.to not in been
        at = step.to
        been.append(at)
    assert len(been) <= len(terms.issues.stages)


def test_a_ladder_that_goes_round_is_refused_by_the_pack():
    stages = tuple(s.model_copy(update={"next": "bilateral"}) if s.key == "board" else s for s in MSE.issues.stages)
    terms = MSE.model_copy(update={"issues": MSE.issues.model_copy(update={"stages": stages})})
    assert any("round and round" in fault.message for fault in faults(terms))
