"""Signatures that meet: two last ones at once, two makers of the executed copy, and any order of acts at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import select

from bot.demo import SECRET, TOKEN
from bot.documents import copies
from bot.practice import payloads
from bot.settings import Settings
from rules.signatures import RequestState
from storage import counters
from storage.people import Account
from tests.pdfs import pdf
from tests.scenarios.hostile.payload_kit import encoded, sent
from tests.scenarios.signatures.kit import asked, gives, requests, row, sign_in_chat, signs
from tests.storage.rows import at_once


@pytest.fixture
def sefton(make_world):
    return make_world("2022-09-01 09:30", begin=sign_in_chat)


def test_the_last_two_who_sign_at_once_are_both_counted_and_it_takes_effect_once(sefton):
    requests(sefton, kind="other", partners=["luhft", "mersey-care", "alder-hey"])
    signs(sefton, "gil")
    for name in ("pia", "ada"):
        player = sefton.players[name]
        player.presses("Read and sign", asked(sefton, name))
        player.fills({"position": "Chief", "read": ["yes"], "attested": ["yes"]})
    views = [
        (sefton.players[name], sefton.workspace.stacks[sefton.players[name].person.id][-1]) for name in ("pia", "ada")
    ]
    forms = [encoded(payloads.view_submission(sefton.workspace, player.person, view)) for player, view in views]
    at_once(2, lambda number: sent(sefton, *forms[number]))
    sefton.settle()
    acts = sefton.register("SEF-S1")
    assert (acts.count("counterpart-signed"), acts.count("signatures-complete"), acts.count("in-effect")) == (3, 1, 1)
    assert acts.count("executed-copy-issued") == 1


def test_the_same_form_three_times_at_once_is_one_counterpart(sefton):
    requests(sefton, kind="other", partners=["luhft", "mersey-care"])
    sefton.pia.presses("Read and sign", asked(sefton, "pia"))
    sefton.pia.fills({"position": "Chief", "read": ["yes"], "attested": ["yes"]})
    view = sefton.workspace.stacks["U0PIA"][-1]
    form = encoded(payloads.view_submission(sefton.workspace, sefton.pia.person, view))
    at_once(3, lambda _: sent(sefton, *form))
    sefton.settle()
    assert sefton.register("SEF-S1").count("counterpart-signed") == 1


def test_two_makers_of_the_executed_copy_issue_one(sefton):
    requests(sefton, kind="other", partners=["luhft"])
    kept = Settings(
        database_url=sefton.engine.url.render_as_string(hide_password=False),
        slack_bot_token=TOKEN,
        slack_signing_secret=SECRET,
        files_folder=sefton.stage.files,
        seal_folder=sefton.stage.seal,
    )
    sefton.pia.presses("Read and sign", asked(sefton, "pia"))
    sefton.pia.fills({"position": "Chief", "read": ["yes"], "attested": ["yes"]})
    view = sefton.workspace.stacks["U0PIA"][-1]
    sent(sefton, *encoded(payloads.view_submission(sefton.workspace, sefton.pia.person, view)))
    issued: list[int] = []
    at_once(2, lambda _: issued.append(copies.issue_due(sefton.engine, kept, sefton.clock())))
    sefton.settle()
    assert sum(issued) == 1
    assert sefton.register("SEF-S1").count("executed-copy-issued") == 1


# --- Any order ----------------------------------------------------------------------------------------------------

PARTNERS = {"luhft": ("pia", "ben"), "mersey-care": ("ada", "eve"), "alder-hey": ("gil", "gil")}
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["sign", "sign", "sign", "decline", "not yet", "hand over", "version", "record", "another's"]),
        st.sampled_from(sorted(PARTNERS)),
    ),
    min_size=4,
    max_size=12,
)


@settings(max_examples=7, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_no_order_of_acts_makes_it_effective_with_a_partner_missing(sefton, acts):
    requests(sefton, kind="other", partners=list(PARTNERS))
    with sefton.session() as session:
        reference = f"SEF-S{counters.given(session, sefton.agreement(session), 'signature')}"
    signed: set[str] = set()
    for act, partner in acts:
        if row(sefton, reference).state is not RequestState.OPEN:
            break
        _acts(sefton, reference, act, partner, signed)
        now = row(sefton, reference)
        assert (now.state is RequestState.COMPLETE) == (signed == set(PARTNERS)), (act, partner)
        assert now.effective_on == (date(2022, 9, 1) if signed == set(PARTNERS) else None)


def _acts(world, reference, act, partner, signed):
    """Do one thing for a partner, whether it is allowed or not; `signed` follows what must come of it."""
    asked_ = row(world, reference)
    party = next(p for p in asked_.parties if p.partner == partner)
    first, second = (world.players[name] for name in PARTNERS[partner])
    signatory = next(p for p in (first, second) if p.person.id == _account(world, party.signatory))
    match act:
        case "sign":
            signatory.guesses("signature_sign", party.id)
            _submits(signatory, position="Chief", read=["yes"], attested=["yes"])
            signed.add(partner)
        case "another's":
            world.kim.guesses("signature_sign", party.id)
            _submits(world.kim, position="Chief", read=["yes"], attested=["yes"])
        case "decline":
            signatory.guesses("signature_decline", party.id)
            _submits(signatory, words="No.")
        case "not yet":
            signatory.guesses("signature_cannot", party.id)
            _submits(signatory, until="2022-09-20", words="Later.")
        case "hand over":
            signatory.guesses("signature_delegate", party.id)
            other = first if signatory is second else second
            _submits(signatory, person=str(_person(world, other)), words="Away.")
        case "version":
            world.sam.guesses("signature_version", asked_.id)
            _submits(world.sam, document=gives(world, "sam", pdf(f"Version {asked_.version + 1}")), words="New.")
            signed.clear()
        case "record":
            world.sam.guesses("signature_behalf", asked_.id)
            old = {"partner": partner, "signed_on": "2022-08-01", "name": "N", "position": "P", "evidence": "By post"}
            old |= {"dated_before": "Its board met then."}
            _submits(world.sam, version=str(max(1, asked_.version - 1)), **old)
            if asked_.version == 1:
                signed.add(partner)


def _submits(player, **fields):
    if player.modal is not None and "submit" in player.modal:
        player.submits(fields, unchecked=True)
    player.workspace.stacks.clear()


def _account(world, person_id):
    with world.session() as session:
        return session.scalars(select(Account.user).where(Account.person_id == person_id)).first()


def _person(world, player):
    with world.session() as session:
        return session.scalars(select(Account.person_id).where(Account.user == player.person.id)).one()
