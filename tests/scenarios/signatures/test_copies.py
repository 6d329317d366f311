"""What was handed in: the unsigned document is none, the secretary looks where the agreement says so, one is rejected."""

from __future__ import annotations

import hashlib

import pytest
from sqlalchemy import select

from rules.signatures import RequestState
from storage.outbox import Message
from storage.packs import pack_source
from storage.signatures import Counterpart
from tests.pdfs import jpeg, pdf
from tests.scenarios.conftest import buttons_of
from tests.scenarios.hostile.kit import check_all, survives
from tests.scenarios.reading_kit import lines
from tests.scenarios.signatures.kit import (
    AGREEMENT,
    SIGNED_COPY,
    asked,
    board,
    counterparts,
    gives,
    presses,
    records,
    requests,
    row,
    shows,
    sign_in_chat,
    signs,
    thread,
)

TAKE_TURNS = True
UNSIGNED = (
    "signed.pdf is the document itself, version 1, byte for byte (the same SHA-256), and not a signed copy of it. "
    "Please give the copy with the signature."
)
SCAN = {"version": "1", "signed_on": "2022-09-01", "name": "Dr Grey", "position": "Chair"}
GREY = "Dr Grey, Chair, on Thu 1 Sep 2022 (by a scan)."
WRONG = "There is no signature on page 3."


def looked_at() -> str:
    """Sefton's pack, under which the secretary looks at each copy, and three sign."""
    written = "  forms: [unstated]\n"
    source = pack_source("sefton-2022")
    assert source.count(written) == 1
    return source.replace(written, f"{written}  looked_at: true\n  by: [mersey-care, luhft, sefton-cvs]\n")


@pytest.fixture
def sefton(make_world):
    return make_world("2022-09-01 09:30", begin=sign_in_chat)


def ask_and_hand_in(world):
    sign_in_chat(world)
    requests(world, begins_on="2022-09-01")
    presses(world, "pia", "Hand in a signed copy", document=gives(world, "pia", SIGNED_COPY, "signed.pdf"), **SCAN)


@pytest.fixture
def handed_in(make_world):
    return make_world("2022-09-01 09:30", sources={"sefton-2022": looked_at()}, begin=ask_and_hand_in)


# --- The unsigned document ----------------------------------------------------------------------------------------


def test_the_unsigned_document_is_no_signed_copy_whoever_gives_it(sefton):
    requests(sefton)
    sefton.pia.presses("Hand in a signed copy", asked(sefton, "pia"))
    sefton.pia.submits(SCAN | {"document": gives(sefton, "pia", file="signed.pdf")}, unchecked=True)
    assert sefton.pia.modal_errors == {"document": UNSIGNED}
    shows(sefton, "sam")
    for route in ("behalf", "reported"):
        sefton.sam.presses("Record a counterpart")
        on_it = {"partner": "sefton-cvs", "route": route, "evidence": "By post"}
        sefton.sam.submits(SCAN | on_it | {"document": gives(sefton, "sam", file="signed.pdf")}, unchecked=True)
        assert sefton.sam.modal_errors == {"document": UNSIGNED}
        sefton.sam.closes()
    assert counterparts(sefton) == []
    sefton.pia.submits({"document": gives(sefton, "pia", SIGNED_COPY, "signed.pdf")})
    (one,) = counterparts(sefton)
    assert one.file_sha256 == hashlib.sha256(SIGNED_COPY).hexdigest()


def test_nor_is_an_earlier_or_a_later_version_of_it_nor_the_file_behind_a_link(sefton):
    second = pdf("Second")
    requests(sefton, link="https://www.example.org/a.pdf", link_sha256=hashlib.sha256(AGREEMENT).hexdigest())
    shows(sefton, "sam")
    sefton.sam.presses("A new version")
    sefton.sam.submits({"document": gives(sefton, "sam", second), "words": "Clause 9."})
    sefton.pia.presses("Hand in a signed copy", asked(sefton, "pia"))
    for content, version in ((AGREEMENT, "1"), (second, "2")):
        sefton.pia.submits(SCAN | {"document": gives(sefton, "pia", content, "signed.pdf")}, unchecked=True)
        assert sefton.pia.modal_errors == {"document": UNSIGNED.replace("version 1", f"version {version}")}


# --- Looked at ----------------------------------------------------------------------------------------------------


def test_a_copy_counts_once_the_secretary_has_looked_at_it(handed_in):
    assert lines(board(handed_in), "Handed in", "Signed", "0 of") == [
        "SEF-S1: Collaboration agreement 2022; 0 of 3 partners have signed",
        "0 of 3 partners have signed. Not in effect (clause 12.1).",
        "• Handed in, to be looked at (1): LUHFT",
    ]
    assert lines(handed_in.pia.dm("Handed in for LUHFT").shown(), "Handed in") == [
        "Handed in for LUHFT: Dr Grey, Chair, on Thu 1 Sep 2022 (by a scan). The secretary looks at it before it counts."
    ]
    message = handed_in.sam.dm("A signed copy of LUHFT is handed in")
    (file,) = [f for m in handed_in.sam.dms() if m.thread_ts == message.ts for f in m.files]
    assert handed_in.workspace.file(file["id"]).content == SIGNED_COPY
    handed_in.sam.presses("Look at it", message)
    assert [one.state.value for one in counterparts(handed_in)] == ["looked-at"]
    handed_in.sam.submits({"result": "accept"})
    assert lines(board(handed_in), "Handed in", "Signed") == ["• Signed (1): LUHFT"]
    assert lines(handed_in.pia.dm("Accepted for LUHFT").shown(), "Accepted") == [
        "Accepted for LUHFT: Dr Grey, Chair, on Thu 1 Sep 2022 (by a scan)."
    ]
    assert buttons_of(handed_in.sam.dm("The copy of LUHFT is accepted")) == ["Show details"]
    assert handed_in.register("SEF-S1")[-2:] == ["counterpart-looked-at", "counterpart-accepted"]
    (one,) = counterparts(handed_in)
    assert (one.looked_by is not None, one.decided_by is not None, one.reason) == (True, True, None)
    handed_in.sam.guesses("signature_look", one.id)
    assert handed_in.sam.body == "This copy is accepted, so it can't be looked at any more."


def test_what_waits_to_be_looked_at_is_not_chased_of_its_partner_but_of_the_secretary(handed_in):
    handed_in.at("2022-09-16 10:00")
    with handed_in.session() as session:
        nudged = session.scalars(select(Message.lane).where(Message.template == "nudge")).all()
    assert "U0PIA" not in nudged
    assert "U0SAM" in nudged
    message = [m for m in handed_in.sam.dms() if "look at the signed copies" in m.shown()][-1]
    assert "Look at it" in buttons_of(message)


def test_the_last_copy_that_is_accepted_puts_it_into_effect_and_what_is_in_the_chat_waits_for_nobody(handed_in):
    signs(handed_in, "ada")
    records(handed_in)
    assert row(handed_in).state is RequestState.OPEN
    handed_in.sam.presses("Look at it", handed_in.sam.dm("A signed copy of LUHFT is handed in"))
    handed_in.sam.submits({"result": "accept"})
    assert row(handed_in).state is RequestState.COMPLETE
    assert str(row(handed_in).effective_on) == "2022-09-01"


def test_a_copy_that_is_none_is_rejected_with_the_reason_and_its_partner_asked_again(handed_in):
    signs(handed_in, "ada")
    handed_in.sam.presses("Look at it", handed_in.sam.dm("A signed copy of LUHFT is handed in"))
    handed_in.sam.submits({"result": "reject"}, unchecked=True)
    assert handed_in.sam.modal_errors == {
        "reason": "Please say what is wrong with it: its partner is asked again, and reads it."
    }
    handed_in.sam.submits({"result": "reject", "reason": WRONG})
    assert lines(handed_in.sam.answer, "is rejected") == [
        "SEF-S1: a copy of LUHFT is rejected",
        f"A copy of LUHFT is rejected, and does not count: {GREY} LUHFT is asked again; what the others signed stands.",
    ]
    assert lines(board(handed_in), "Asked again", "Signed") == [
        "• Signed (1): Mersey Care",
        f"• Asked again: LUHFT, whose copy was rejected: {WRONG}",
    ]
    message = asked(handed_in, "pia", "Hand in a signed copy")
    assert lines(message.shown(), "rejected", WRONG) == [
        "Your copy was rejected (signed.pdf) by Sam. Please give another one.",
        WRONG,
    ]
    again = SCAN | {"document": gives(handed_in, "pia", SIGNED_COPY, "again.pdf")}
    handed_in.pia.presses("Hand in a signed copy", message)
    handed_in.pia.submits(again, unchecked=True)
    assert handed_in.pia.modal_errors == {
        "document": "again.pdf was rejected before, and is the same file byte for byte. Please give another copy."
    }
    handed_in.pia.submits({"document": gives(handed_in, "pia", jpeg(), "page.jpg")})
    assert [(one.partner, one.state.value) for one in counterparts(handed_in)] == [
        ("luhft", "rejected"),
        ("mersey-care", "accepted"),
        ("luhft", "handed-in"),
    ]
    assert handed_in.facts("counterpart-rejected")["words"] == WRONG


# --- One is rejected where none is looked at ----------------------------------------------------------------------


def test_one_copy_is_rejected_and_the_others_stand(sefton):
    requests(sefton)
    signs(sefton, "ada", "gil")
    presses(sefton, "pia", "Hand in a signed copy", document=gives(sefton, "pia", SIGNED_COPY, "signed.pdf"), **SCAN)
    assert lines(board(sefton), "Signed (3)") == ["• Signed (3): Mersey Care, LUHFT and Alder Hey"]
    shows(sefton, "sam")
    sefton.sam.presses("Reject a copy")
    (block,) = [one for one in sefton.sam.modal["blocks"] if one["block_id"] == "copy"]
    options = {one["text"]["text"]: one["value"] for one in block["element"]["options"]}
    assert list(options) == [
        "Mersey Care: Ada, Thu 1 Sep 2022",
        "Alder Hey: Gil, Thu 1 Sep 2022",
        "LUHFT: Dr Grey, Thu 1 Sep 2022, signed.pdf",
    ]
    sefton.sam.submits({"copy": options["LUHFT: Dr Grey, Thu 1 Sep 2022, signed.pdf"], "reason": WRONG})
    assert lines(board(sefton), "Signed (", "Asked again") == [
        "• Signed (2): Mersey Care and Alder Hey",
        f"• Asked again: LUHFT, whose copy was rejected: {WRONG}",
    ]
    assert lines(thread(sefton), "is rejected,")[-1].startswith("A copy of LUHFT is rejected, and does not count")
    assert lines(sefton.ben.dm("was rejected").shown(), "asked again")[-1].endswith("what the others signed stands.")
    signs(sefton, "pia")
    assert lines(board(sefton), "Signed (") == ["• Signed (3): Mersey Care, LUHFT and Alder Hey"]


def test_where_a_second_copy_is_there_it_counts_once_the_first_is_rejected(sefton):
    requests(sefton)
    records(sefton)
    records(sefton, document=gives(sefton, "sam", jpeg(), "cvs.jpg"))
    first, _ = counterparts(sefton)
    shows(sefton, "sam")
    sefton.sam.presses("Reject a copy")
    sefton.sam.submits({"copy": str(first.id), "reason": WRONG})
    assert lines(sefton.sam.answer, "Another one")[0].endswith("Another one of it counts.")
    assert lines(board(sefton), "Signed") == ["• Signed (1): Sefton CVS"]


def test_a_partner_outside_the_chat_is_told_by_the_secretary(sefton):
    requests(sefton)
    records(sefton)
    shows(sefton, "sam")
    sefton.sam.presses("Reject a copy")
    sefton.sam.submits({"copy": str(counterparts(sefton)[0].id), "reason": WRONG})
    assert "Nobody of Sefton CVS is in the chat: the secretary tells it." in sefton.sam.answer


def test_nobody_but_the_secretary_rejects_and_nothing_that_took_effect(sefton):
    requests(sefton, partners=["luhft"], begins_on="2022-09-01")
    signs(sefton, "pia")
    sefton.ada.guesses("signature_reject", row(sefton).id)
    assert sefton.ada.body == "You can't say whether a copy of SEF-S1 counts. Sam (secretary) can."
    sefton.sam.guesses("signature_reject", row(sefton).id)
    assert sefton.sam.body == (
        "SEF-S1 is signed by all, so there is nothing to answer. /partnership signature SEF-S1 shows how it stands."
    )


def test_a_new_version_voids_what_was_signed_of_the_one_before(sefton):
    requests(sefton)
    signs(sefton, "pia")
    shows(sefton, "sam")
    sefton.sam.presses("A new version")
    sefton.sam.submits({"document": gives(sefton, "sam", pdf("Second")), "words": "Clause 9."})
    records(sefton, version="1")
    assert [one.state.value for one in counterparts(sefton)] == ["void", "void"]


# --- Dated before it was asked for --------------------------------------------------------------------------------


def test_a_day_before_the_request_is_asked_about_and_kept(sefton):
    requests(sefton)
    scan = SCAN | {"signed_on": "2022-08-15", "document": gives(sefton, "pia", SIGNED_COPY, "signed.pdf")}
    sefton.pia.presses("Hand in a signed copy", asked(sefton, "pia"))
    sefton.pia.submits(scan, unchecked=True)
    assert sefton.pia.modal_errors == {
        "dated_before": "Signed on Mon 15 Aug 2022, and version 1 was put to signature on Thu 1 Sep 2022. Please say "
        "how that came, or correct the day."
    }
    sefton.pia.submits({"dated_before": "It was signed at the board in August."})
    (said,) = lines(shows(sefton, "sam"), "dated before")
    assert said == (
        "• LUHFT: Dr Grey, Chair, on Mon 15 Aug 2022 (by a scan). It is dated before this version was put to "
        "signature: It was signed at the board in August."
    )
    assert sefton.facts("counterpart-signed")["dated_before"] == "It was signed at the board in August."
    (one,) = counterparts(sefton)
    assert one.statement == ""  # on paper, nobody is shown anything by us
    with sefton.session() as session:  # as it came before anybody was asked
        session.get_one(Counterpart, one.id).dated_before = None
    assert lines(shows(sefton, "sam"), "dated before")[0].endswith("put to signature: nobody has said why")


# --- Hostile text -------------------------------------------------------------------------------------------------


def test_hostile_reasons_come_out_as_text(handed_in):
    handed_in.sam.presses("Look at it", handed_in.sam.dm("A signed copy of LUHFT is handed in"))
    handed_in.sam.fills({"result": "reject"})
    survives(handed_in.sam, "signature_look")
    shows(handed_in, "sam")
    handed_in.pia.opens_home()
    check_all(handed_in)
