"""An issue's life: who may do what, what is owed, when it is resolved; and that no order of presses breaks it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from rules import issues
from rules.errors import Refusal
from rules.issues import MOVES, IssueAct, IssueState, Offer, Owed, ProposalKind, ProposalState, Standing
from storage.packs import read_pack

SEFTON = read_pack("sefton-2022")
EVERYBODY = tuple(partner.key for partner in SEFTON.partners)
AFFECTED = ("sefton-council", "mersey-care", "luhft")
BY_ALL = SEFTON.model_copy(update={"issues": SEFTON.issues.model_copy(update={"extension_by": "all-partners"})})
RESOLUTION, EXTENSION = ProposalKind.RESOLUTION, ProposalKind.EXTENSION


def standing(state=IssueState.OPEN, **more):
    values = {
        "state": state,
        "stage": "discussion",
        "raised_for": "mersey-care",
        "private": False,
        "affected": AFFECTED,
        "told": EVERYBODY,
        "acknowledged": frozenset(),
        "offers": (),
    }
    return Standing(**values | more)


def offer(kind=RESOLUTION, state=ProposalState.OPEN, number=1, **answers):
    return Offer(number, kind, state, "mersey-care", {key.replace("_", "-"): said for key, said in answers.items()})


# --- Who is told --------------------------------------------------------------------------------------------------


def test_all_partners_are_told_of_a_public_issue():
    told = issues.told_partners(SEFTON, raised_for="mersey-care", affected=("luhft",), private=False)
    assert told == EVERYBODY


def test_only_those_concerned_are_told_of_a_private_one():
    told = issues.told_partners(SEFTON, raised_for="mersey-care", affected=("luhft", "icb"), private=True)
    assert told == ("icb", "mersey-care", "luhft")


# --- Who may ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", list(IssueState))
@pytest.mark.parametrize(
    ("act", "partners", "any_capacity", "secretary"),
    [
        (IssueAct.ACKNOWLEDGE, set(EVERYBODY) - {"mersey-care"}, False, False),
        (IssueAct.COMMENT, set(EVERYBODY), True, True),
        (IssueAct.PROPOSE, set(AFFECTED), False, False),
        (IssueAct.ANSWER, set(AFFECTED), False, False),
        (IssueAct.EXTEND, set(AFFECTED), False, False),
        (IssueAct.WITHDRAW, {"mersey-care"}, False, False),
        (IssueAct.MARK_UNRESOLVED, set(AFFECTED), False, True),
        (IssueAct.RECORD_TOLD, set(), False, True),
    ],
)
def test_who_may(state, act, partners, any_capacity, secretary):
    allowed = issues.who_may(act, standing(state), SEFTON)
    assert (set(allowed.partners), allowed.any_capacity, allowed.secretary) == (partners, any_capacity, secretary)


def test_all_partners_answer_an_extension_where_the_pack_asks_them():
    asked = standing(offers=(offer(EXTENSION, mersey_care=True),))
    assert issues.who_may(IssueAct.ANSWER, asked, BY_ALL).partners == set(EVERYBODY)
    assert issues.who_may(IssueAct.ANSWER, asked, SEFTON).partners == set(AFFECTED)


@pytest.mark.parametrize("act", list(IssueAct))
@pytest.mark.parametrize("state", [IssueState.RESOLVED, IssueState.WITHDRAWN])
def test_nothing_is_possible_once_it_is_closed(act, state):
    with pytest.raises(Refusal, match=state.value):
        issues.check_possible(act, standing(state), partner="luhft")


@pytest.mark.parametrize("act", list(IssueAct))
@pytest.mark.parametrize("state", [IssueState.OPEN, IssueState.UNRESOLVED])
def test_almost_everything_is_possible_while_it_lives(act, state):
    if (act, state) == (IssueAct.MARK_UNRESOLVED, IssueState.UNRESOLVED):
        with pytest.raises(Refusal, match="already"):
            issues.check_possible(act, standing(state))
    else:
        issues.check_possible(act, standing(state), partner="luhft")


def test_a_partner_acknowledges_once():
    heard = standing(acknowledged=frozenset({"luhft"}))
    issues.check_possible(IssueAct.ACKNOWLEDGE, heard, partner="icb")
    with pytest.raises(Refusal, match="already"):
        issues.check_possible(IssueAct.ACKNOWLEDGE, heard, partner="luhft")


@pytest.mark.parametrize("before", list(IssueState))
@pytest.mark.parametrize("after", list(IssueState))
def test_moves(before, after):
    if after in MOVES[before]:
        issues.check_move(standing(before), after)
    else:
        with pytest.raises(Refusal, match=before.value):
            issues.check_move(standing(before), after)


def test_what_is_final_stays_so():
    assert {state for state in IssueState if state.final} == {IssueState.RESOLVED, IssueState.WITHDRAWN}
    assert all(not MOVES[state] for state in IssueState if state.final)


# --- What is owed -------------------------------------------------------------------------------------------------

ACK, ANSWER, MORE, WAY = Owed.ACKNOWLEDGEMENT, Owed.ANSWER, Owed.EXTENSION_ANSWER, Owed.WAY_FORWARD


@pytest.mark.parametrize(
    ("acknowledged", "offers", "expected"),
    [
        ((), (), {"mersey-care": (WAY,), "luhft": (ACK,), "sefton-council": (ACK,)}),
        (("luhft", "icb"), (), {"mersey-care": (WAY,), "luhft": (WAY,), "sefton-council": (ACK,)}),
        ((), (offer(mersey_care=True),), {"luhft": (ANSWER,), "sefton-council": (ANSWER,)}),
        ((), (offer(mersey_care=True, luhft=True),), {"sefton-council": (ANSWER,)}),
        (
            ("luhft",),
            (offer(mersey_care=True, luhft=False),),
            {"mersey-care": (WAY,), "luhft": (WAY,), "sefton-council": (ACK,)},
        ),
        (
            ("luhft",),
            (offer(EXTENSION, luhft=True),),
            {"mersey-care": (WAY, MORE), "luhft": (WAY,), "sefton-council": (ACK, MORE)},
        ),
        (
            (),
            (offer(mersey_care=True), offer(EXTENSION, number=2, mersey_care=True)),
            {"luhft": (ANSWER, MORE), "sefton-council": (ANSWER, MORE)},
        ),
        (
            (),
            (offer(state=ProposalState.REPLACED, mersey_care=True), offer(number=2, luhft=True)),
            {"mersey-care": (ANSWER,), "sefton-council": (ANSWER,)},
        ),
    ],
)
@pytest.mark.parametrize("state", [IssueState.OPEN, IssueState.UNRESOLVED])
def test_what_is_owed(state, acknowledged, offers, expected):
    found = issues.owes(standing(state, acknowledged=frozenset(acknowledged), offers=offers), SEFTON)
    assert found == expected


@pytest.mark.parametrize("state", [IssueState.RESOLVED, IssueState.WITHDRAWN])
def test_nothing_is_owed_to_a_closed_issue(state):
    assert issues.owes(standing(state, offers=(offer(),)), SEFTON) == {}


def test_an_answer_about_more_time_is_owed_by_all_where_the_pack_says_so():
    found = issues.owes(standing(offers=(offer(EXTENSION, mersey_care=True),)), BY_ALL)
    assert found["icb"] == (MORE,)
    assert set(found) == set(EVERYBODY)  # the raiser's partner owes a way forward


# --- When it is carried -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "terms", "agree", "against", "carried"),
    [
        (RESOLUTION, SEFTON, AFFECTED, (), True),
        (RESOLUTION, SEFTON, AFFECTED[:2], (), False),
        (RESOLUTION, SEFTON, (), (), False),
        (RESOLUTION, SEFTON, AFFECTED[:2], AFFECTED[2:], False),
        (RESOLUTION, SEFTON, EVERYBODY, (), True),
        (EXTENSION, SEFTON, AFFECTED, (), True),
        (EXTENSION, BY_ALL, AFFECTED, (), False),
        (EXTENSION, BY_ALL, EVERYBODY, (), True),
        (RESOLUTION, BY_ALL, AFFECTED, (), True),
    ],
)
def test_all_agree(kind, terms, agree, against, carried):
    said = dict.fromkeys(agree, True) | dict.fromkeys(against, False)
    asked = Offer(1, kind, ProposalState.OPEN, "mersey-care", said)
    assert issues.all_agree(standing(offers=(asked,)), asked, terms) is carried


# --- Any order of any presses by anybody --------------------------------------------------------------------------

ACTS = st.sampled_from(["acknowledge", "propose", "extend", "agree", "disagree", "withdraw", "unresolved", "time-up"])
PRESSES = st.lists(st.tuples(ACTS, st.sampled_from(EVERYBODY), st.integers(0, 3)), max_size=40)


def pressed(now: Standing, act: str, partner: str, which: int) -> Standing:
    """What the rules make of a press; it raises Refusal where they do not allow it."""
    match act:
        case "acknowledge":
            _may(IssueAct.ACKNOWLEDGE, now, partner)
            return replace(now, acknowledged=now.acknowledged | {partner})
        case "propose" | "extend":
            kind = RESOLUTION if act == "propose" else EXTENSION
            _may(IssueAct.PROPOSE if act == "propose" else IssueAct.EXTEND, now, partner)
            old = tuple(
                replace(o, state=ProposalState.REPLACED) if o.kind is kind and o.state is ProposalState.OPEN else o
                for o in now.offers
            )
            new = Offer(len(old) + 1, kind, ProposalState.OPEN, partner, {partner: True})
            return _carried(replace(now, offers=(*old, new)), new)
        case "agree" | "disagree":
            _may(IssueAct.ANSWER, now, partner)
            if which >= len(now.offers) or now.offers[which].state is not ProposalState.OPEN:
                raise Refusal("It takes no more answers.")
            said = {**now.offers[which].answers, partner: act == "agree"}
            new = replace(now.offers[which], answers=said)
            return _carried(replace(now, offers=(*now.offers[:which], new, *now.offers[which + 1 :])), new)
        case "withdraw":
            _may(IssueAct.WITHDRAW, now, partner)
            return _moved(now, IssueState.WITHDRAWN)
        case "unresolved":
            _may(IssueAct.MARK_UNRESOLVED, now, partner)
            return _moved(now, IssueState.UNRESOLVED)
    return _moved(now, IssueState.UNRESOLVED) if now.state is IssueState.OPEN else now  # the clock


def _may(act: IssueAct, now: Standing, partner: str) -> None:
    issues.check_possible(act, now, partner=partner)
    if partner not in issues.who_may(act, now, SEFTON).partners:
        raise Refusal(f"{partner} may not.")


def _moved(now: Standing, to: IssueState) -> Standing:
    issues.check_move(now, to)
    return replace(now, state=to)


def _carried(now: Standing, new: Offer) -> Standing:
    if not issues.all_agree(now, new, SEFTON):
        return now
    agreed = tuple(replace(o, state=ProposalState.AGREED) if o.id == new.id else o for o in now.offers)
    now = replace(now, offers=agreed)
    if new.kind is RESOLUTION:
        return _moved(now, IssueState.RESOLVED)
    return _moved(now, IssueState.OPEN) if now.state is IssueState.UNRESOLVED else now


@settings(max_examples=300, deadline=None)
@given(st.sets(st.sampled_from(EVERYBODY), min_size=2, max_size=4), PRESSES)
def test_no_order_of_presses_reaches_what_the_pack_forbids(affected, presses):
    inner = tuple(partner for partner in EVERYBODY if partner in affected)
    now = standing(affected=inner, raised_for=inner[0])
    for act, partner, which in presses:
        before = now
        try:
            now = pressed(now, act, partner, which)
        except Refusal:
            assert now is before
        if before.state.final:
            assert now == before
        assert now.state in {before.state, *MOVES[before.state]}
        agreed = [o for o in now.offers if o.kind is RESOLUTION and o.state is ProposalState.AGREED]
        assert (now.state is IssueState.RESOLVED) == bool(agreed)
        assert all(o.answers.get(partner) is True for o in agreed for partner in inner)
        assert len([o for o in now.offers if o.kind is RESOLUTION and o.state is ProposalState.OPEN]) <= 1
        owed = issues.owes(now, SEFTON)
        assert set(owed) <= set(inner)
        assert not (now.state.final and owed)
        if not now.state.final:
            assert owed  # while it lives somebody has something to do
