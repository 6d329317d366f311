"""`/request-signatures`: every partner signs by the route it has, for itself alone, and once."""

from __future__ import annotations

import hashlib

import pytest

from tests.pdfs import jpeg, pdf
from tests.scenarios.conftest import buttons_of
from tests.scenarios.signing_kit import (
    AGREEMENT,
    ALONE,
    asked,
    board,
    counterparts,
    decides,
    gives,
    presses,
    records,
    requests,
    row,
    shows,
    signed_by_all,
    signs,
    thread,
)

TAKE_TURNS = True
SHA256 = hashlib.sha256(AGREEMENT).hexdigest()


@pytest.fixture
def sefton(make_world):
    world = make_world("2022-09-01 09:30")
    world.without_daily_lists()
    decides(world, "signing", ["in-chat", "scanned-pdf", "scanned-jpeg"])
    return world


@pytest.fixture
def undecided(make_world):
    world = make_world("2022-09-01 09:30")
    world.without_daily_lists()
    return world


# --- Asking -------------------------------------------------------------------------------------------------------


def test_a_draft_names_who_signs_for_whom_and_asks_nobody(sefton):
    said = requests(sefton, open_=False)
    assert "LUHFT: Pia (Ben as deputy)" in said
    assert "Sefton CVS: Ola, who is not in the chat" in said
    assert f"SHA-256 {SHA256}" in said
    assert "the day the document states, which is blank" in said
    assert sefton.pia.dms() == []
    assert "SEF-S1" not in sefton.shown()
    assert sefton.register("SEF-S1") == ["signatures-drafted"]


def test_sent_out_everybody_who_signs_has_the_very_file_and_a_receipt_for_it(sefton):
    requests(sefton)
    assert "0 of 11 partners have signed. Not in effect (clause 12.1)" in board(sefton)
    assert "Asked (11)" in board(sefton)
    message = asked(sefton, "pia")
    assert "Please sign this for LUHFT" in message.shown()
    (file,) = [f for m in sefton.pia.dms() if m.thread_ts == message.ts for f in m.files]
    assert hashlib.sha256(sefton.workspace.file(file["id"]).content).hexdigest() == SHA256
    assert sefton.register("SEF-S1").count("notice-delivered") == 10
    assert SHA256 in sefton.facts("notice-delivered")["proof"]
    assert "Record how they were told" in buttons_of(sefton.sam.dm("could not be notified"))


def test_with_a_link_nothing_proves_which_file_it_was_unless_its_hash_is_given(sefton):
    said = requests(sefton, link="https://www.example.org/agreement.pdf", open_=False)
    assert "no SHA-256 of what is behind it is known" in said
    link = {"link": "https://www.example.org/agreement.pdf", "link_sha256": SHA256.upper()}
    assert f"SHA-256 {SHA256}, as it was stated by whoever gave the link" in requests(sefton, open_=False, **link)


@pytest.mark.parametrize(
    ("more", "field", "said"),
    [
        ({"document": None}, "document", "Please give the PDF, or a link to it."),
        ({"link": "https://www.example.org/a.pdf"}, "document", "not both"),
        ({"document": None, "link": "www.example.org"}, "link", "the whole link"),
        (
            {"document": None, "link": "https://www.example.org/a.pdf", "link_sha256": "12"},
            "link_sha256",
            "64 digits",
        ),
        ({"target_on": "2022-09-01"}, "target_on", "after Thu 1 Sep 2022"),
        ({"target_on": "2025-09-01"}, "target_on", "within two years"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_beside_its_field(sefton, more, field, said):
    sefton.sam.types("/request-signatures Agreement")
    fields = {"document": gives(sefton, "sam"), "target_on": "2022-09-30"} | more
    sefton.sam.submits({key: value for key, value in fields.items() if value is not None}, unchecked=True)
    assert said in sefton.sam.modal_errors[field]
    assert sefton.sam.modal is not None


def test_whoever_acts_for_nobody_is_told_who_could_ask(sefton):
    sefton.rob.types("/request-signatures Agreement")
    assert "you are neither" in sefton.rob.answer
    assert "Sam" in sefton.rob.answer


def test_a_lead_asks_for_its_partner_and_others_do_not_see_the_draft(sefton):
    requests(sefton, "ada", open_=False)
    assert "I know no request for signatures SEF-S1" in shows(sefton, "joe")
    sefton.joe.guesses("signature_open", 1)
    assert "I know no such request for signatures that you can see." in sefton.joe.answer
    shows(sefton, "eve")  # her deputy
    assert "Ask for the signatures" in buttons_of(sefton.eve._whispers()[-1])


# --- In the chat --------------------------------------------------------------------------------------------------


def test_it_is_signed_under_the_statement_the_version_and_the_hash_that_are_shown(sefton):
    requests(sefton)
    sefton.pia.presses("Read and sign", asked(sefton, "pia"))
    assert SHA256 in sefton.pia.page
    assert "You sign for Liverpool University Hospitals NHS Foundation Trust" in sefton.pia.page
    assert "its leadership body has approved this" in sefton.pia.page
    assert "Has opened it (1): LUHFT" in board(sefton)
    sefton.pia.submits({"position": "Chief executive", "read": ["yes"]}, unchecked=True)
    assert "Please tick" in sefton.pia.modal_errors["attested"]
    sefton.pia.submits({"position": "Chief executive", "read": ["yes"], "attested": ["yes"]})
    (one,) = counterparts(sefton)
    assert (one.partner, one.name, one.position, one.route.value) == ("luhft", "Pia", "Chief executive", "chat")
    assert str(one.signed_on) == "2022-09-01"
    assert "its leadership body has approved this" in one.statement
    assert one.source["user"] == "U0PIA"
    assert sefton.facts("counterpart-signed")["document_sha256"] == SHA256
    assert "1 of 11 partners have signed" in board(sefton)
    assert "Signed for LUHFT: Pia, Chief executive" in sefton.pia.dm("Signed for LUHFT").shown()
    assert "LUHFT has signed" in thread(sefton)


def test_until_the_partners_have_agreed_on_it_nobody_signs_in_the_chat(undecided):
    said = requests(undecided, open_=False)
    assert "Signing in the chat is not among the forms this agreement accepts" in said
    undecided.sam.presses("Ask for the signatures")
    assert "Read and sign" not in buttons_of(asked(undecided, "pia", "Hand in a signed copy"))
    undecided.pia.guesses("signature_sign", row(undecided).parties[4].id)
    assert "not among the forms" in undecided.pia.answer
    assert "`/partnership open`" in undecided.pia.answer or "/partnership open" in undecided.pia.answer
    assert counterparts(undecided) == []
    decides(undecided, "signing", ["in-chat"])
    undecided.pia.types("/partnership signature SEF-S1")
    undecided.pia.presses("Read and sign")
    undecided.pia.submits({"position": "Chief executive", "read": ["yes"], "attested": ["yes"]})
    assert len(counterparts(undecided)) == 1


def test_nobody_signs_for_another_partner_and_a_refusal_says_who_signs(sefton):
    requests(sefton)
    luhft = next(p.id for p in row(sefton).parties if p.partner == "luhft")
    for name in ("ada", "sam", "cleo"):
        sefton.players[name].guesses("signature_sign", luhft)
        assert "You can't sign SEF-S1 for LUHFT. Pia or Ben signs for LUHFT" in sefton.players[name].answer
    sefton.tom.guesses("signature_sign", luhft)  # he was its lead until June
    assert "holds no capacity" in sefton.tom.answer
    sefton.dan.guesses("signature_sign", luhft)
    assert "I don't know yet who you are" in sefton.dan.answer
    assert counterparts(sefton) == []


def test_the_deputy_can_sign_and_nobody_signs_the_same_counterpart_twice(sefton):
    requests(sefton)
    luhft = next(p.id for p in row(sefton).parties if p.partner == "luhft")
    sefton.ben.guesses("signature_sign", luhft)
    sefton.ben.submits({"position": "Finance director", "read": ["yes"], "attested": ["yes"]})
    assert "1 of 11" in board(sefton)
    sefton.pia.guesses("signature_sign", luhft)
    assert (
        "Ben signed version 1 for LUHFT on Thu 1 Sep 2022. Nobody signs the same counterpart twice."
        in sefton.pia.answer
    )
    assert len(counterparts(sefton)) == 1


def test_who_signs_for_two_partners_signs_for_each_by_itself(sefton):
    requests(sefton)
    signs(sefton, "cleo")
    assert "1 of 11" in board(sefton)
    signs(sefton, "cleo")
    assert {one.partner for one in counterparts(sefton)} == {"southport-formby-pcn", "south-sefton-pcn"}


# --- By a scan, and as the secretary records it -------------------------------------------------------------------


@pytest.mark.parametrize(("content", "name"), [(jpeg(), "page.jpg"), (pdf("Signed"), "signed.pdf")])
def test_a_scan_of_a_signed_counterpart_counts_from_the_day_it_was_signed(sefton, content, name):
    requests(sefton)
    sefton.wakes_at("2022-09-05 10:00")
    scan = {"document": gives(sefton, "pia", content, name), "version": "1", "signed_on": "2022-09-02"}
    presses(sefton, "pia", "Hand in a signed copy", name="Dr Grey", position="Chair", **scan)
    (one,) = counterparts(sefton)
    assert (str(one.signed_on), one.route.value, one.name) == ("2022-09-02", "scan", "Dr Grey")
    assert one.file_sha256 == hashlib.sha256(content).hexdigest()
    assert "LUHFT has signed: Dr Grey, Chair, on Fri 2 Sep 2022 (by a scan)" in thread(sefton)


def test_a_day_that_has_not_come_is_refused_for_a_scan(sefton):
    requests(sefton)
    sefton.pia.presses("Hand in a signed copy", asked(sefton, "pia"))
    scan = {"document": gives(sefton, "pia"), "version": "1", "signed_on": "2022-09-02"}
    sefton.pia.submits({"name": "Dr Grey", "position": "Chair", **scan}, unchecked=True)
    assert "Thu 1 Sep 2022 or an earlier day" in sefton.pia.modal_errors["signed_on"]


def test_the_secretary_records_what_came_by_post_with_its_evidence(sefton):
    requests(sefton)
    records(sefton, document=gives(sefton, "sam", jpeg(), "cvs.jpg"))
    (one,) = counterparts(sefton)
    assert (one.partner, one.route.value, one.evidence, one.signed_by) == ("sefton-cvs", "behalf", "By post", None)
    facts = sefton.facts("counterpart-signed")
    assert (facts["on_behalf"], facts["evidence"]) == (True, "By post")
    records(sefton, "luhft", route="reported", evidence="Their board's minutes of 1 July", signed_on="2022-07-01")
    assert "reported by the secretary" in shows(sefton)
    sefton.ada.guesses("signature_behalf", 1)
    assert "You can't record a counterpart of SEF-S1" in sefton.ada.answer


def test_a_second_counterpart_is_kept_beside_the_first_which_counts(sefton):
    requests(sefton)
    signs(sefton, "pia")
    sefton.wakes_at("2022-09-05 10:00")
    records(sefton, "luhft", signed_on="2022-09-03")
    assert "1 of 11" in board(sefton)
    assert [one.number for one in counterparts(sefton)] == [1, 2]
    assert "a second counterpart" in shows(sefton)


def test_the_original_that_comes_by_post_afterwards_is_kept_too(sefton):
    decides(sefton, "commencement", "2022-09-01")
    requests(sefton)
    signed_by_all(sefton)
    before = row(sefton)
    sefton.wakes_at("2022-09-20 10:00")
    records(sefton, "luhft", signed_on="2022-08-01")
    assert "Another counterpart" in sefton.sam.answer
    after = row(sefton)
    assert (after.effective_on, after.executed_sha256) == (before.effective_on, before.executed_sha256)


def test_everybody_hears_that_all_have_signed_once(sefton):
    requests(sefton)
    signs(sefton, *ALONE)
    assert "8 of 11" in board(sefton)
    assert sefton.sent("signatures_complete") == []
    signs(sefton, "cleo", "cleo")
    records(sefton)
    assert "All 11 partners have signed. Not in effect (clause 12.1): the day on which it begins is blank" in board(
        sefton
    )
    decides(sefton, "commencement", "2022-08-15")
    assert "In effect since Thu 1 Sep 2022" in board(sefton)  # never before the last has signed
    assert len(sefton.sent("signatures_complete")) == 1
