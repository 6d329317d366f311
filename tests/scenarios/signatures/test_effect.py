"""Whether what was signed takes effect, when, and what begins with it: by each agreement's own rule."""

from __future__ import annotations

import hashlib
import io
import json

import pikepdf
import pytest
from sqlalchemy import select

from bot.cli import agreement_store
from bot.documents.seal import certificate_of, verify
from rules.errors import Refusal
from storage import agreements
from storage.decisions import Decision
from storage.files import place
from storage.packs import pack_source
from storage.register import Entry
from tests.scenarios import named
from tests.scenarios.reading_kit import lines
from tests.scenarios.signatures.kit import (
    ALONE,
    ESSEX,
    HALTON,
    board,
    decides,
    gives,
    records,
    requests,
    row,
    shows,
    sign_in_chat,
    signed_by_all,
    signs,
)

TAKE_TURNS = True


@pytest.fixture
def sefton(make_world):
    return make_world("2022-09-01 09:30", begin=sign_in_chat)


def terms(world, key="sefton-2022"):
    with world.session() as session:
        found = world.agreement(session, key)
        return agreements.latest_version(session, found.id).number, agreements.current_terms(session, found.id)


def agreement(world, key="sefton-2022"):
    with world.session() as session:
        return world.agreement(session, key)


# --- The agreements' own rules ------------------------------------------------------------------------------------


def test_sefton_signed_by_all_with_page_one_blank_is_not_in_effect(sefton):
    """Sefton 12.1: signed on 15 September 2022, page one's date blank; its first review is 1 January 2023 all the same."""
    requests(sefton, begins_on=None)
    sefton.wakes_at("2022-09-15 10:00")
    signs(sefton, *ALONE, "cleo", "cleo")
    records(sefton, signed_on="2022-09-15")
    assert lines(board(sefton), "All 11 partners have signed. Not in effect (clause 12.1):") == [
        "All 11 partners have signed. Not in effect (clause 12.1): the day on which it begins is blank."
    ]
    assert agreement(sefton).commenced_on is None
    decides(sefton, "commencement", "2022-10-01")
    assert lines(board(sefton), "It takes") == [
        "All 11 partners have signed. It takes effect on Sat 1 Oct 2022 (clause 12.1)."
    ]
    assert agreement(sefton).commenced_on is None
    sefton.at("2022-10-03 10:00")
    assert str(agreement(sefton).commenced_on) == "2022-10-01"
    said = sefton.shown()
    assert lines(said, "In effect", "The agreement runs", "Six-monthly review:") == [
        "All 11 partners have signed. In effect since Sat 1 Oct 2022 (clause 12.1).",
        "All 11 partners have signed. In effect since Sat 1 Oct 2022 (clause 12.1).",
        "• The agreement runs from Sat 1 Oct 2022. It is open-ended: no last day is stated (12.1).",
        "• Six-monthly review: first on Tue 3 Jan 2023 (counted: Sun 1 Jan 2023) (clause 12)",
    ]
    assert sefton.register("SEF-S1").count("in-effect") == 1


def test_a_day_that_the_document_itself_states_fills_the_blank(sefton):
    requests(sefton, begins_on="2022-08-01")
    signed_by_all(sefton)
    # never before the last has signed
    assert lines(board(sefton), "In effect") == [
        "All 11 partners have signed. In effect since Thu 1 Sep 2022 (clause 12.1)."
    ]


def test_halton_with_its_ten_printed_rows_signed_is_ten_of_eleven(make_world):
    world = make_world("2021-09-20 09:30", "one-halton-2021")
    world.without_daily_lists()
    requests(world, channel=HALTON, target_on="2021-10-29")
    for partner in [p.partner for p in row(world, reference(world)).parties]:
        if partner != "hsh-voluntary-action":
            records(world, partner, reference=reference(world), channel=HALTON, signed_on="2021-09-20")
    said = board(world, reference(world), HALTON)
    assert lines(said, "10 of 11 partners have signed.", "The document") == [
        "10 of 11 partners have signed. Not in effect (clause 14.1).",
        "The document prints no row to sign in for Voluntary and Community Action.",
    ]
    assert agreement(world, "one-halton-2021").commenced_on is None
    records(world, "hsh-voluntary-action", reference=reference(world), channel=HALTON, signed_on="2021-09-20")
    assert lines(board(world, reference(world), HALTON), "All 11") == [
        "All 11 partners have signed. In effect since Mon 20 Sep 2021 (clause 14.1)."
    ]
    said = world.shown(HALTON)
    assert lines(said, "until Thu", "Six-monthly review:") == [
        "• The agreement runs from Mon 20 Sep 2021 until Thu 31 Mar 2022.",
        "• Six-monthly review: first on Mon 21 Mar 2022 (counted: Sun 20 Mar 2022) (clause Overarching Note)",
    ]


def reference(world):
    with world.session() as session:
        return f"{next(a.prefix for a in agreements.all_agreements(session))}-S1"


def test_mid_and_south_essex_takes_effect_with_the_last_of_twenty_one(make_world):
    """MSE 15.3: twenty by 12 June 2020 and the last on 1 July; one that signs again counts from its first."""
    world = make_world("2020-06-10 09:30", "mid-south-essex-2020")
    world.without_daily_lists()
    requests(world, channel=ESSEX, target_on="2020-06-30")
    partners = [party.partner for party in row(world, "MSE-S1").parties]
    assert len(partners) == 21
    world.at("2020-06-12 10:00")
    for partner in partners:
        if partner != "nelft":
            on = "2020-06-11" if partner == "eput" else "2020-06-12"
            records(world, partner, reference="MSE-S1", channel=ESSEX, signed_on=on)
    assert lines(board(world, "MSE-S1", ESSEX), "20 of 21 partners have signed.") == [
        "20 of 21 partners have signed. Not in effect (clause 15.3)."
    ]
    world.at("2020-07-01 10:00")
    records(world, "nelft", reference="MSE-S1", channel=ESSEX, signed_on="2020-07-01")
    assert lines(board(world, "MSE-S1", ESSEX), "In effect") == [
        "All 21 partners have signed. In effect since Wed 1 Jul 2020 (clause 15.3)."
    ]
    world.at("2020-07-05 10:00")
    records(world, "eput", reference="MSE-S1", channel=ESSEX, signed_on="2020-07-05")
    assert str(row(world, "MSE-S1").effective_on) == "2020-07-01"
    assert lines(world.shown(ESSEX), "Annual review:") == ["• Annual review: first on Wed 30 Jun 2021 (clause 1.5)"]


# --- The executed copy --------------------------------------------------------------------------------------------


def test_the_executed_copy_is_sealed_and_comes_to_every_partner_with_a_receipt(sefton):
    decides(sefton, "commencement", "2022-09-01")
    requests(sefton)
    signed_by_all(sefton)
    asked = row(sefton)
    copy = place(sefton.stage.files, asked.executed_sha256).read_bytes()
    assert hashlib.sha256(copy).hexdigest() == asked.executed_sha256
    trusted = certificate_of(sefton.stage.seal / "certificate.pem")
    assert verify(copy, trusted).name
    with pytest.raises(Refusal):
        verify(copy[:-40] + b" " + copy[-39:], trusted)
    with pikepdf.open(io.BytesIO(copy)) as opened:
        assert len(opened.pages) > 3
        assert [bytes(opened.attachments[name].get_file().read_bytes())[:5] for name in opened.attachments] == [
            b"%PDF-"
        ]
    got = [f for m in sefton.pia.dms() + sefton.ben.dms() for f in m.files if "executed" in f["name"]]
    assert len(got) == 1  # LUHFT's lead
    assert sefton.workspace.file(got[0]["id"]).content == copy
    delivered = [e for e in entries(sefton, "notice-delivered") if e["kind"] == "executed"]
    assert [e["proof"].partition(" ")[2] for e in delivered] == [f"sha256:{asked.executed_sha256}"] * 10
    assert lines(shows(sefton), "Executed copy:") == [f"Executed copy: SHA-256 {asked.executed_sha256}"]


def entries(world, act):
    with world.session() as session:
        return [json.loads(e.facts) for e in session.scalars(select(Entry).where(Entry.act == act))]


# --- What follows by its kind -------------------------------------------------------------------------------------


def test_a_variation_brings_its_terms_into_force_and_matters_under_way_keep_theirs(sefton, tmp_path, monkeypatch):
    issue = sefton.ada.raises("Beds", "luhft")
    requests(sefton, kind="variation")
    varied = tmp_path / "varied.yaml"
    varied.write_text(
        pack_source("sefton-2022").replace(
            "limit: 20 operational-days on operational-days",
            "limit: 30 operational-days on operational-days",
        )
    )
    monkeypatch.setenv("DATABASE_URL", str(sefton.engine.url.render_as_string(hide_password=False)))
    agreement_store.load(str(varied), when="sef-s1")
    assert terms(sefton)[0] == 1
    signed_by_all(sefton)
    number, now = terms(sefton)
    assert number == 2
    assert now.clocks["issue_discussion"].limit.number == 30
    assert lines(sefton.shown(), "Version 2") == [
        "• Version 2 of the terms is in force for whatever begins from now on. Matters under way keep theirs."
    ]
    assert sefton.issue(issue).terms_id == 1
    later = sefton.ada.raises("Wards", "luhft")
    assert (sefton.due(issue), sefton.due(later)) == (
        "2022-09-29",
        "2022-10-13",
    )  # the funeral of 19 September is not known yet


def test_a_variation_without_a_pack_says_so(sefton):
    requests(sefton, kind="variation")
    signed_by_all(sefton)
    assert lines(sefton.shown(), "The new") == [
        "• The new terms are not loaded: whoever runs Accord writes them into a pack, and loads it."
    ]
    assert terms(sefton)[0] == 1


NEWCOMER = {
    "newcomer": "Sefton Carers Centre",
    "newcomer_short": "Carers Centre",
    "newcomer_roles": ["provider"],
    "newcomer_category": "provider",
}


def test_a_new_partner_joins_once_all_have_signed_and_it_has_too(sefton):
    said = requests(sefton, kind="accession", open_=False, **NEWCOMER)
    assert lines(said, "Joins:", "Carers Centre:") == [
        "Joins: Sefton Carers Centre",
        "• Carers Centre: not in the chat yet; the secretary records its counterpart",
    ]
    sefton.sam.presses("Ask for the signatures")
    signed_by_all(sefton)
    assert lines(board(sefton), "11 of 12 partners have signed.") == ["11 of 12 partners have signed. Not in effect."]
    records(sefton, "carers-centre", name="Nia Hill")
    number, now = terms(sefton)
    joined = now.partners[-1]
    assert (number, joined.key, joined.name, str(joined.joined)) == (
        2,
        "carers-centre",
        "Sefton Carers Centre",
        "2022-09-01",
    )
    sefton.ada.types("/propose-decision One plan")
    sefton.ada.changes("rule", "variation")
    sefton.ada.submits({"wording": "W", "reasons": "R", "closes_on": "2022-09-16"})
    # it has a vote from now on
    assert lines(sefton.ada.body, "Carers Centre") == [
        (
            "Who votes: Cheshire and Merseyside ICB, Sefton Council, Mersey Care, Southport and Ormskirk, LUHFT, "
            "Alder Hey, Healthwatch Sefton, Southport and Formby PCN, South Sefton PCN, Sefton CVS, One Vision "
            "Housing, and Carers Centre"
        )
    ]


def test_a_successor_stands_in_the_place_of_a_partner_from_the_day(sefton):
    requests(sefton, kind="accession", replaces="southport-ormskirk", **NEWCOMER)
    signed_by_all(sefton)
    records(sefton, "carers-centre")
    _, now = terms(sefton)
    old = next(partner for partner in now.partners if partner.key == "southport-ormskirk")
    assert (old.succeeded_by.partner, str(old.succeeded_by.since)) == ("carers-centre", "2022-09-01")
    requests(sefton, open_=False, kind="other")
    assert "southport-ormskirk" not in [party.partner for party in row(sefton, "SEF-S2").parties]


HOLDS = """changes:
  - how: accession
    rule: agreement
    effect: {rule: stated-date, once: [signed], clause: "14"}
"""


def test_a_stated_day_holds_once_all_have_signed_however_late_and_both_days_are_shown(make_world):
    source = pack_source("sefton-2022").replace("changes:\n", HOLDS)
    world = make_world("2022-09-05 09:30", sources={"sefton-2022": source}, begin=sign_in_chat)
    stated = {"begins_on": "2022-09-01", "partners": ["luhft"], "target_on": "2022-09-30"}
    said = requests(world, kind="accession", open_=False, **NEWCOMER, **stated)
    assert lines(said, "Takes effect") == [
        "Takes effect: on Thu 1 Sep 2022, the day it states, once all have signed, however late that is (clause 14)."
    ]
    world.sam.presses("Ask for the signatures")
    signs(world, "pia")
    assert lines(board(world), "1 of 2 partners have signed.") == [
        "1 of 2 partners have signed. Not in effect (clause 14)."
    ]
    records(world, "carers-centre", signed_on="2022-09-05")
    (said,) = lines(board(world), "All 2")
    assert said == (
        "All 2 partners have signed. Last signature Mon 5 Sep 2022: in effect from Thu 1 Sep 2022, the day it states "
        "(clause 14)."
    )
    _, now = terms(world)
    assert str(now.partners[-1].joined) == "2022-09-01"
    facts = world.facts("signatures-complete")
    assert (facts["effective_on"], facts["first"]["luhft"]) == ("2022-09-01", "2022-09-05")


@pytest.mark.parametrize("name", ["LUHFT", "sefton cvs", "Healthwatch"])
def test_a_newcomer_that_is_a_partner_already_is_refused(sefton, name):
    sefton.sam.types("/request-signatures Accession")
    sefton.sam.changes("kind", "accession")
    fields = NEWCOMER | {"newcomer_short": name, "document": gives(sefton, "sam"), "target_on": "2022-09-30"}
    sefton.sam.submits(fields, unchecked=True)
    assert sefton.sam.modal_errors == {"newcomer_short": f"{name} is a partner already."}


@pytest.mark.parametrize(
    ("signed_on", "ends", "said"),
    [
        (
            "2022-03-31",
            "2023-03-31",
            "• Version 2 of the terms is in force for whatever begins from now on. Matters under way keep theirs.",
        ),
        (
            "2022-04-01",
            "2022-03-31",
            "• The agreement had ended with Thu 31 Mar 2022: what is signed after that does not extend it. It would be a new agreement.",
        ),
    ],
)
def test_an_extension_moves_the_last_day_unless_it_is_signed_after_it(make_world, signed_on, ends, said):
    """One Halton 14.2: an extension that is agreed after 31 March 2022 is a new agreement."""
    world = make_world("2022-03-01 09:30", "one-halton-2021")
    world.without_daily_lists()
    requests(world, channel=HALTON, kind="extension", ends_on="2023-03-31", target_on="2022-03-31")
    first, *others = [party.partner for party in row(world, reference(world)).parties]
    for partner in others:
        records(world, partner, reference=reference(world), channel=HALTON, signed_on="2022-03-01")
    world.at(f"{signed_on} 10:00")
    records(world, first, reference=reference(world), channel=HALTON, signed_on=signed_on)
    assert str(terms(world, "one-halton-2021")[1].term.ends) == ends
    assert lines(world.shown(HALTON), "Version 2 of the terms", "had ended") == [said]


def test_a_termination_ends_the_agreement(sefton):
    requests(sefton, kind="termination", begins_on="2022-12-31")
    signed_by_all(sefton)
    assert lines(board(sefton), "It takes") == ["All 11 partners have signed. It takes effect on Sat 31 Dec 2022."]
    sefton.at("2023-01-03 12:00")
    assert str(agreement(sefton).ended_on) == "2022-12-31"
    assert lines(sefton.shown(), "has ended") == [
        "The Sefton Partnership agreement has ended",
        "The Sefton Partnership agreement has ended",
    ]


def test_a_data_sharing_agreement_is_signed_by_those_it_names(sefton):
    requests(sefton, kind="data-sharing", partners=["luhft", "mersey-care"])
    signs(sefton, "pia", "ada")
    assert lines(board(sefton), "All 2") == ["All 2 partners have signed. In effect since Thu 1 Sep 2022."]
    assert agreement(sefton).commenced_on is None


def test_where_a_change_is_decided_by_less_than_all_it_needs_that_decision_first(make_world):
    written = 'variation:\n    name: Variation\n    clause: "13"\n    threshold: all'
    source = pack_source("sefton-2022")
    assert written in source
    world = make_world(
        "2022-09-01 09:30",
        sources={"sefton-2022": source.replace(written, written.replace(": all", ": more than 1/2"))},
    )
    world.without_daily_lists()
    world.sam.types("/request-signatures Variation")
    world.sam.changes("kind", "variation")
    world.sam.submits({"document": gives(world, "sam"), "target_on": "2022-09-30"}, unchecked=True)
    assert world.sam.modal_errors["kind"] == (
        "This is decided first: Variation. Please propose that: /propose-decision."
    )
    world.workspace.stacks.clear()
    world.ada.types("/propose-decision Clause 10")
    world.ada.changes("rule", "variation")
    world.ada.submits({"wording": "W", "reasons": "R", "closes_on": "2022-09-16"})
    world.ada.presses("Open the vote")
    for partner in [partner.key for partner in terms(world)[1].partners]:
        world.sam.types("/partnership decision SEF-D1")
        world.sam.presses("Record a vote")
        world.sam.submits({"voter": partner, "vote": "for", "evidence": "By telephone"})
    world.sam.types("/partnership decision SEF-D1")
    world.sam.presses("Count the votes")
    with world.session() as session:
        decided_in = str(named.as_made(session, Decision, 1))
    said = requests(world, kind="variation", decision=decided_in, open_=False)
    assert lines(said, "Decided in:") == ["Decided in: SEF-D1"]
