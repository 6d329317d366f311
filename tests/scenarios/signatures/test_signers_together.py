"""Several people for a partner: who sign at once, in any order of acts at all, beside a newcomer, and incompletely."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from bot.practice import payloads
from rules.signatures import RequestState
from storage import counters
from tests.pdfs import pdf
from tests.scenarios.hostile.payload_kit import encoded, sent
from tests.scenarios.reading_kit import lines
from tests.scenarios.signatures.kit import (
    asked,
    board,
    counterparts,
    gives,
    requests,
    row,
    shows,
    sign_in_chat,
    signed_by,
    signs,
)
from tests.scenarios.signatures.signers_kit import options, pack
from tests.storage.rows import at_once

TWO = '{at_least: 2, clause: "13.2"}'
LEAD_LAST = '{at_least: 2, of: [signatory, lead], in_order: true, clause: "13.2"}'


@pytest.fixture
def two(make_world):
    """Of LUHFT Pia and Ben sign, of Mersey Care Ada and Eve."""
    return make_world("2022-09-01 09:30", sources={"sefton-2022": pack(TWO)}, begin=sign_in_chat)


@pytest.fixture
def in_order(make_world):
    """Of LUHFT Pia signs, then Ben."""
    return make_world("2022-09-01 09:30", sources={"sefton-2022": pack(LEAD_LAST)}, begin=sign_in_chat)


def filled(world, name):
    """The form in which somebody signs, filled in and not sent yet."""
    player = world.players[name]
    player.presses("Read and sign", asked(world, name))
    player.fills({"position": "Chief", "read": ["yes"], "attested": ["yes"]})
    view = world.workspace.stacks[player.person.id][-1]
    return encoded(payloads.view_submission(world.workspace, player.person, view))


# --- At once ------------------------------------------------------------------------------------------------------


def test_two_of_a_partner_who_sign_at_once_are_both_counted_and_it_takes_effect_once(two):
    requests(two, kind="other", partners=["luhft"])
    forms = [filled(two, name) for name in ("pia", "ben")]
    at_once(2, lambda number: sent(two, *forms[number]))
    two.settle()
    acts = two.register("SEF-S1")
    assert (acts.count("counterpart-signed"), acts.count("signatures-complete"), acts.count("in-effect")) == (2, 1, 1)


def test_the_same_form_three_times_at_once_is_one_of_two_signatures(two):
    requests(two, kind="other", partners=["luhft"])
    form = filled(two, "pia")
    at_once(3, lambda _: sent(two, *form))
    two.settle()
    assert lines(board(two), "LUHFT:") == [
        "• Signed in part: LUHFT: 1 of 2 have signed (Pia, Thu 1 Sep 2022); Ben is asked now"
    ]


# --- Any order ----------------------------------------------------------------------------------------------------

PEOPLE = {"luhft": ("pia", "ben"), "mersey-care": ("ada", "eve")}
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["sign", "sign", "sign", "sign", "decline", "not yet", "hand over", "version", "copy"]),
        st.sampled_from(["pia", "ben", "ada", "eve"]),
    ),
    min_size=4,
    max_size=12,
)
QUIET = settings(max_examples=7, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def does(world, reference, act, name):
    """Do one thing as somebody, whether it is allowed or not."""
    player, asks = world.players[name], row(world, reference)
    party = next(p for p in asks.parties if name in PEOPLE[p.partner])
    match act:
        case "sign":
            player.guesses("signature_sign", party.id)
            submits(player, position="Chief", read=["yes"], attested=["yes"])
        case "decline":
            player.guesses("signature_decline", party.id)
            submits(player, words="No.")
        case "not yet":
            player.guesses("signature_cannot", party.id)
            submits(player, until="2022-09-20", words="Later.")
        case "hand over":
            player.guesses("signature_delegate", party.id)
            assert player.modal is None  # there is nobody else of either
        case "copy":
            player.guesses("signature_scan", party.id)
            if player.modal is not None:
                on_it = {"signers": options(player, "signers", name.title()), "version": str(asks.version)}
                on_it |= {"document": gives(world, name, pdf(f"Signed by {name}")), "position": "Chief"}
                submits(player, signed_on="2022-09-01", **on_it)
        case "version":
            world.sam.guesses("signature_version", asks.id)
            submits(world.sam, document=gives(world, "sam", pdf(f"Version {asks.version + 1}")), words="New.")


def submits(player, **fields):
    if player.modal is not None and "submit" in player.modal:
        player.submits(fields, unchecked=True)
    player.workspace.stacks.clear()


def new_request(world, partners):
    requests(world, kind="other", partners=partners)
    with world.session() as session:
        return f"SEF-S{counters.given(session, world.agreement(session), 'signature')}"


@QUIET
@given(acts=ACTS)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_no_order_of_acts_makes_it_effective_before_two_of_each_partner_have_signed(two, acts):
    reference, signed = new_request(two, list(PEOPLE)), set()
    for act, name in acts:
        if row(two, reference).state is not RequestState.OPEN:
            break
        does(two, reference, act, name)
        signed |= {name} if act in ("sign", "copy") else set()
        signed = set() if act == "version" else signed
        assert (row(two, reference).state is RequestState.COMPLETE) == (len(signed) == 4), (act, name)


@QUIET
@given(acts=ACTS)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_no_order_of_acts_makes_it_effective_before_the_last_has_signed_behind_the_first(in_order, acts):
    reference, signed = new_request(in_order, ["luhft"]), []
    for act, name in [one for one in acts if one[1] in PEOPLE["luhft"]]:
        if row(in_order, reference).state is not RequestState.OPEN:
            break
        does(in_order, reference, act, name)
        if act in ("sign", "copy") and name == ("pia", "ben")[len(signed)]:
            signed.append(name)
        signed = [] if act == "version" else signed
        assert (row(in_order, reference).state is RequestState.COMPLETE) == (signed == ["pia", "ben"]), (act, name)


# --- A newcomer, and what lacks something -------------------------------------------------------------------------

NEWCOMER = {
    "newcomer": "Sefton Carers Centre",
    "newcomer_short": "Carers Centre",
    "newcomer_roles": ["provider"],
    "newcomer_category": "provider",
}


def test_a_newcomer_signs_by_one_copy_as_nobody_of_it_is_on_the_roster_yet(two):
    said = requests(two, kind="accession", open_=False, partners=["luhft"], **NEWCOMER)
    assert lines(said, "LUHFT:", "Carers Centre:") == [
        "• LUHFT: Pia and Ben",
        "• Carers Centre: not in the chat yet; the secretary records its counterpart",
    ]
    two.sam.presses("Ask for the signatures")
    assert lines(board(two), "• Asked") == [
        "• Asked: LUHFT: 0 of 2 have signed; Pia and Ben are asked now",
        "• Asked (1): Carers Centre",
    ]
    shows(two, "sam")
    two.sam.presses("Record a counterpart")
    two.sam.changes("partner", "carers-centre")
    on_it = {"name": "Nia Hill", "position": "Chair", "signed_on": "2022-09-01", "version": "1", "evidence": "By post"}
    two.sam.submits(on_it)
    assert two.sam.modal is None, two.sam.modal_errors
    signs(two, "pia")
    assert row(two).state is RequestState.OPEN
    signs(two, "ben")
    assert row(two).state is RequestState.COMPLETE
    assert [signed_by(two, one) for one in counterparts(two)] == [[], [("Pia", "signatory")], [("Ben", "lead")]]


def test_a_copy_that_lacks_something_counts_for_who_signed_it_once_it_is_completed(make_world):
    source = pack(TWO, "  fields: [signature, name, position, date]\n")
    world = make_world("2022-09-01 09:30", sources={"sefton-2022": source}, begin=sign_in_chat)
    requests(world, kind="other", partners=["luhft"])
    shows(world, "pia")
    world.pia.presses("Hand in a signed copy")
    on_it = {
        "version": "1",
        "signed_on": "2022-09-01",
        "name": "P. Grey",
        "signers": options(world.pia, "signers", "Pia"),
    }
    world.pia.submits(on_it | {"document": gives(world, "pia", pdf("Signed"), "signed.pdf")})
    signs(world, "ben")
    assert lines(board(world), "LUHFT") == [
        "0 of 1 partner has signed: of LUHFT, the position is missing. Not in effect.",
        "• Incomplete: LUHFT, without the position",
    ]
    shows(world, "ben")
    world.ben.presses("Complete it (LUHFT)")
    world.ben.submits({"position": "Chair", "words": "Written on the copy by hand."})
    assert row(world).state is RequestState.COMPLETE
