"""`/request-signatures`: every partner signs by the route it has, for itself alone, and once."""

from __future__ import annotations

import hashlib

import pytest

from tests.pdfs import jpeg, pdf
from tests.scenarios.conftest import buttons_of
from tests.scenarios.reading_kit import body_of, lines
from tests.scenarios.signatures.kit import (
    AGREEMENT,
    ALONE,
    SIGNED_COPY,
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


def sign_in_three_ways(world):
    world.without_daily_lists()
    decides(world, "signing", ["in-chat", "scanned-pdf", "scanned-jpeg"])


@pytest.fixture
def sefton(make_world):
    return make_world("2022-09-01 09:30", begin=sign_in_three_ways)


@pytest.fixture
def undecided(make_world):
    world = make_world("2022-09-01 09:30")
    world.without_daily_lists()
    return world


# --- Asking -------------------------------------------------------------------------------------------------------


def test_a_draft_names_who_signs_for_whom_and_asks_nobody(sefton):
    said = requests(sefton, open_=False)
    assert lines(
        said,
        "LUHFT:",
        "Sefton CVS:",
        "SHA-256",
        "the day",
    ) == [
        f"SHA-256 {SHA256}",
        "• LUHFT: Pia (Ben as deputy)",
        "• Sefton CVS: Ola, who is not in the chat: the secretary sends the document and records what comes back",
        "Takes effect: on the day the document states, which is blank: until the partners have decided it, nothing takes effect (clause 12.1).",
    ]
    assert sefton.pia.dms() == []
    assert "SEF-S1" not in sefton.shown()
    assert sefton.register("SEF-S1") == ["signatures-drafted"]


def test_sent_out_everybody_who_signs_has_the_very_file_and_a_receipt_for_it(sefton):
    requests(sefton)
    assert lines(board(sefton), "0 of 11 partners have signed.", "Asked (11)") == [
        "0 of 11 partners have signed. Not in effect (clause 12.1); the day on which it begins is blank, too.",
        (
            "• Asked (11): Cheshire and Merseyside ICB, Sefton Council, Mersey Care, Southport and Ormskirk, LUHFT, "
            "Alder Hey, Healthwatch Sefton, Southport and Formby PCN, South Sefton PCN, Sefton CVS, and One Vision "
            "Housing"
        ),
    ]
    message = asked(sefton, "pia")
    assert lines(message.shown(), "Please sign this") == ["Please sign this for LUHFT, by the end of Fri 30 Sep 2022."]
    (file,) = [f for m in sefton.pia.dms() if m.thread_ts == message.ts for f in m.files]
    assert hashlib.sha256(sefton.workspace.file(file["id"]).content).hexdigest() == SHA256
    assert sefton.register("SEF-S1").count("notice-delivered") == 10
    assert sefton.facts("notice-delivered")["proof"].endswith(f" sha256:{SHA256}")
    assert buttons_of(sefton.sam.dm("could not be notified")) == ["Record how they were told", "Show details"]


def test_with_a_link_nothing_proves_which_file_it_was_unless_its_hash_is_given(sefton):
    said = requests(sefton, link="https://www.example.org/agreement.pdf", open_=False)
    assert lines(said, "no SHA-256") == [
        "It is a link, and no SHA-256 of what is behind it is known: nobody can prove later which file was signed."
    ]
    link = {"link": "https://www.example.org/agreement.pdf", "link_sha256": SHA256.upper()}
    assert lines(
        requests(sefton, open_=False, **link),
        "SHA-256",
    ) == [f"SHA-256 {SHA256}, as it was stated by whoever gave the link"]


LATER = "Please choose a day after Thu 1 Sep 2022, within two years."


@pytest.mark.parametrize(
    ("more", "field", "said"),
    [
        ({"document": None}, "document", "Please give the PDF, or a link to it."),
        ({"link": "https://www.example.org/a.pdf"}, "document", "Please give the PDF, or a link to it, not both."),
        (
            {"document": None, "link": "www.example.org"},
            "link",
            "Please give the whole link, such as https://www.example.org/agreement.pdf.",
        ),
        (
            {"document": None, "link": "https://www.example.org/a.pdf", "link_sha256": "12"},
            "link_sha256",
            "A SHA-256 is 64 digits and letters from a to f. Leave it empty if unsure.",
        ),
        ({"target_on": "2022-09-01"}, "target_on", LATER),
        ({"target_on": "2025-09-01"}, "target_on", LATER),
    ],
)
def test_what_cannot_be_asked_for_is_refused_beside_its_field(sefton, more, field, said):
    sefton.sam.types("/request-signatures Agreement")
    fields = {"document": gives(sefton, "sam"), "target_on": "2022-09-30"} | more
    sefton.sam.submits({key: value for key, value in fields.items() if value is not None}, unchecked=True)
    assert sefton.sam.modal_errors == {field: said}
    assert sefton.sam.modal is not None


def test_whoever_acts_for_nobody_is_told_who_could_ask(sefton):
    sefton.rob.types("/request-signatures Agreement")
    assert sefton.rob.body == (
        "Signatures are asked for by a partner's lead or deputy or by the secretary, and you are neither. "
        "The secretary, Sam, keeps the roster."
    )


def test_a_lead_asks_for_its_partner_and_others_do_not_see_the_draft(sefton):
    requests(sefton, "ada", open_=False)
    shows(sefton, "joe")
    assert sefton.joe.body == (
        "I know no request for signatures SEF-S1 that you can see. /partnership signatures lists those you can."
    )
    sefton.joe.guesses("signature_open", 1)
    assert sefton.joe.body == (
        "I know no such request for signatures that you can see. /partnership signatures lists those you can."
    )
    shows(sefton, "eve")  # her deputy
    assert buttons_of(sefton.eve._whispers()[-1]) == ["Ask for the signatures", "Who signs", "Withdraw"]


SHARING = (
    "My organisation enters into this data sharing agreement, as it stands in the document named here. It has the "
    "authorisations it needs, and its leadership body has approved this."
)


def test_another_kind_of_document_has_another_statement_and_one_that_was_typed_stays(sefton):
    said = requests(sefton, open_=False, kind="data-sharing")
    assert lines(said, "My organisation") == [SHARING]
    assert row(sefton).statement == SHARING
    sefton.sam.types("/request-signatures Second")
    sefton.sam.fills({"statement": "We share what is listed."})
    sefton.sam.changes("kind", "data-sharing")
    sefton.sam.changes("kind", "variation")
    sefton.sam.changes("kind", "other")
    sefton.sam.submits({"document": gives(sefton, "sam"), "target_on": "2022-09-30"})
    assert row(sefton, "SEF-S2").statement == "We share what is listed."


# --- In the chat --------------------------------------------------------------------------------------------------


def test_it_is_signed_under_the_statement_the_version_and_the_hash_that_are_shown(sefton):
    requests(sefton)
    sefton.pia.presses("Read and sign", asked(sefton, "pia"))
    assert lines(
        sefton.pia.page,
        "SHA-256",
        "You sign",
        "its leadership",
    ) == [
        f"SHA-256 {SHA256}",
        "You sign for Liverpool University Hospitals NHS Foundation Trust, and state:",
        (
            "“My organisation enters into the Sefton Partnership agreement, as it stands in the document named here. "
            "It has the authorisations it needs, and its leadership body has approved this.”"
        ),
    ]
    assert lines(board(sefton), "Has opened it (1):") == ["• Has opened it (1): LUHFT"]
    sefton.pia.submits({"position": "Chief executive", "read": ["yes"]}, unchecked=True)
    assert sefton.pia.modal_errors["attested"] == "Please tick “I have the authority to sign for LUHFT”."
    sefton.pia.submits({"position": "Chief executive", "read": ["yes"], "attested": ["yes"]})
    (one,) = counterparts(sefton)
    assert (one.partner, one.name, one.position, one.route.value) == ("luhft", "Pia", "Chief executive", "chat")
    assert str(one.signed_on) == "2022-09-01"
    assert one.statement == (
        "My organisation enters into the Sefton Partnership agreement, as it stands in the document named here. "
        "It has the authorisations it needs, and its leadership body has approved this."
    )
    assert one.source["user"] == "U0PIA"
    assert sefton.facts("counterpart-signed")["document_sha256"] == SHA256
    assert lines(board(sefton), "1 of") == [
        "SEF-S1: Collaboration agreement 2022; 1 of 11 partners have signed",
        "1 of 11 partners have signed. Not in effect (clause 12.1); the day on which it begins is blank, too.",
    ]
    assert lines(body_of(sefton.pia.dm("Signed for LUHFT"))) == [
        "SEF-S1: Collaboration agreement 2022",
        "Signed for LUHFT: Pia, Chief executive, on Thu 1 Sep 2022 (in the chat).",
        "[Show details]",
    ]
    assert lines(thread(sefton)) == [
        "SEF-S1: Collaboration agreement 2022",
        "SEF-S1: LUHFT has signed",
        "LUHFT has signed: Pia, Chief executive, on Thu 1 Sep 2022 (in the chat).",
        "Pia (for LUHFT), Thu 1 Sep 2022, 09:30",
    ]


def test_until_the_partners_have_agreed_on_it_nobody_signs_in_the_chat(undecided):
    said = requests(undecided, open_=False)
    assert lines(said, "Signing in") == [
        (
            "Signing in the chat is not among the forms this agreement accepts (clause 1.5): "
            "they hand in signed copies. Once the partners have agreed on it, the secretary records that with "
            "/partnership open."
        )
    ]
    undecided.sam.presses("Ask for the signatures")
    assert "Read and sign" not in buttons_of(asked(undecided, "pia", "Hand in a signed copy"))
    undecided.pia.guesses("signature_sign", row(undecided).parties[4].id)
    assert undecided.pia.body == (
        "A signature given in the chat is not among the forms that the Sefton Partnership agreement accepts "
        "(clause 1.5). Please hand in a signed copy. Once the partners have agreed on signing in the chat, the "
        "secretary records that: /partnership open."
    )
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
        assert sefton.players[name].body == (
            "You can't sign SEF-S1 for LUHFT. Pia or Ben signs for LUHFT, and can hand it over to somebody else of "
            "LUHFT."
        )
    sefton.tom.guesses("signature_sign", luhft)  # he was its lead until June
    assert sefton.tom.body == (
        "Tom holds no capacity in the Sefton Partnership agreement today, so this can't be done. "
        "The secretary, Sam, keeps the roster."
    )
    sefton.dan.guesses("signature_sign", luhft)
    assert sefton.dan.body == (
        "I don't know yet who you are. In your agreement's channel, type /partnership link and choose your name; "
        "the secretary confirms it."
    )
    assert counterparts(sefton) == []


def test_the_deputy_can_sign_and_nobody_signs_the_same_counterpart_twice(sefton):
    requests(sefton)
    luhft = next(p.id for p in row(sefton).parties if p.partner == "luhft")
    sefton.ben.guesses("signature_sign", luhft)
    sefton.ben.submits({"position": "Finance director", "read": ["yes"], "attested": ["yes"]})
    assert lines(board(sefton), "1 of") == [
        "SEF-S1: Collaboration agreement 2022; 1 of 11 partners have signed",
        "1 of 11 partners have signed. Not in effect (clause 12.1); the day on which it begins is blank, too.",
    ]
    sefton.pia.guesses("signature_sign", luhft)
    assert sefton.pia.body == (
        "Ben signed version 1 for LUHFT on Thu 1 Sep 2022. Nobody signs the same counterpart twice."
    )
    assert len(counterparts(sefton)) == 1


def test_who_signs_for_two_partners_signs_for_each_by_itself(sefton):
    requests(sefton)
    signs(sefton, "cleo")
    assert lines(board(sefton), "1 of") == [
        "SEF-S1: Collaboration agreement 2022; 1 of 11 partners have signed",
        "1 of 11 partners have signed. Not in effect (clause 12.1); the day on which it begins is blank, too.",
    ]
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
    assert lines(thread(sefton)) == [
        "SEF-S1: Collaboration agreement 2022",
        "SEF-S1: LUHFT has signed",
        "LUHFT has signed: Dr Grey, Chair, on Fri 2 Sep 2022 (by a scan).",
        "Pia (for LUHFT), Mon 5 Sep 2022, 10:00",
    ]


def test_a_day_that_has_not_come_is_refused_for_a_scan(sefton):
    requests(sefton)
    sefton.pia.presses("Hand in a signed copy", asked(sefton, "pia"))
    scan = {"document": gives(sefton, "pia", SIGNED_COPY), "version": "1", "signed_on": "2022-09-02"}
    sefton.pia.submits({"name": "Dr Grey", "position": "Chair", **scan}, unchecked=True)
    assert sefton.pia.modal_errors["signed_on"] == "Please choose Thu 1 Sep 2022 or an earlier day."


def test_the_secretary_records_what_came_by_post_with_its_evidence(sefton):
    requests(sefton)
    records(sefton, document=gives(sefton, "sam", jpeg(), "cvs.jpg"))
    (one,) = counterparts(sefton)
    assert (one.partner, one.route.value, one.evidence, one.signed_by) == ("sefton-cvs", "behalf", "By post", None)
    facts = sefton.facts("counterpart-signed")
    assert (facts["on_behalf"], facts["evidence"]) == (True, "By post")
    records(sefton, "luhft", route="reported", evidence="Their board's minutes of 1 July", signed_on="2022-07-01")
    (said,) = lines(shows(sefton), "reported by")
    assert said == (
        "• LUHFT: Ola Brown, Chair, on Fri 1 Jul 2022 (reported by the secretary). It is dated before this version was "
        "put to signature: Its board met then."
    )
    sefton.ada.guesses("signature_behalf", 1)
    assert sefton.ada.body == "You can't record a counterpart of SEF-S1. Sam (secretary) can."


def test_a_second_counterpart_is_kept_beside_the_first_which_counts(sefton):
    requests(sefton)
    signs(sefton, "pia")
    sefton.wakes_at("2022-09-05 10:00")
    records(sefton, "luhft", signed_on="2022-09-03")
    assert lines(board(sefton), "1 of") == [
        "SEF-S1: Collaboration agreement 2022; 1 of 11 partners have signed",
        "1 of 11 partners have signed. Not in effect (clause 12.1); the day on which it begins is blank, too.",
    ]
    assert [one.number for one in counterparts(sefton)] == [1, 2]
    assert lines(shows(sefton), "a second") == [
        "• LUHFT: Ola Brown, Chair, on Sat 3 Sep 2022 (recorded by the secretary), a second counterpart"
    ]


def test_the_original_that_comes_by_post_afterwards_is_kept_too(sefton):
    decides(sefton, "commencement", "2022-09-01")
    requests(sefton)
    signed_by_all(sefton)
    before = row(sefton)
    sefton.wakes_at("2022-09-20 10:00")
    records(sefton, "luhft", signed_on="2022-08-01")
    assert lines(sefton.sam.body) == [
        "SEF-S1: Collaboration agreement 2022",
        "Another counterpart of LUHFT is kept beside the first, which counts: Ola Brown, Chair, on Mon 1 Aug 2022 (recorded by the secretary).",
        "All 11 partners have signed. In effect since Thu 1 Sep 2022 (clause 12.1).",
        "Recorded by Sam on behalf of LUHFT, Tue 20 Sep 2022, 10:00, from: By post",
    ]
    after = row(sefton)
    assert (after.effective_on, after.executed_sha256) == (before.effective_on, before.executed_sha256)


def test_everybody_hears_that_all_have_signed_once(sefton):
    requests(sefton)
    signs(sefton, *ALONE)
    assert lines(board(sefton), "8 of") == [
        "SEF-S1: Collaboration agreement 2022; 8 of 11 partners have signed",
        "8 of 11 partners have signed. Not in effect (clause 12.1); the day on which it begins is blank, too.",
    ]
    assert sefton.sent("signatures_complete") == []
    signs(sefton, "cleo", "cleo")
    records(sefton)
    assert lines(board(sefton), "All 11 partners have signed. Not in effect (clause 12.1):") == [
        "All 11 partners have signed. Not in effect (clause 12.1): the day on which it begins is blank."
    ]
    decides(sefton, "commencement", "2022-08-15")
    # never before the last has signed
    assert lines(board(sefton), "In effect") == [
        "All 11 partners have signed. In effect since Thu 1 Sep 2022 (clause 12.1)."
    ]
    assert len(sefton.sent("signatures_complete")) == 1
