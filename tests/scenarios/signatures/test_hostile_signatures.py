"""Hostile text in the forms about signatures, in links and in names of files: it comes out as text, or is refused."""

from __future__ import annotations

import pytest

from tests.bot.documents.kit import CUT_OFF, NEITHER, NO_JPEG
from tests.hostile import CONTROLS, MARKUP, all_of, as_shown
from tests.pdfs import jpeg, pdf
from tests.scenarios.conftest import buttons_of
from tests.scenarios.hostile.kit import check_all, quarter, state_of, survives
from tests.scenarios.reading_kit import lines
from tests.scenarios.signatures.kit import (
    asked,
    gives,
    presses,
    requests,
    row,
    shows,
    sign_in_chat,
    signs,
    thread,
)

KEPT = all_of(MARKUP, CONTROLS)
SHA256 = "8b780d5600f9a006a47f1e58a06191753a9b8914febd17217f71961053b15d08"


@pytest.fixture
def sefton(make_world):
    return make_world("2022-09-01 09:30", begin=sign_in_chat)


def party(world, partner):
    return next(one.id for one in row(world).parties if one.partner == partner)


def open_request(world):
    world.sam.types("/request-signatures Agreement")
    world.sam.changes("kind", "accession")
    fields = {"newcomer_roles": ["provider"], "newcomer_category": "provider", "target_on": "2022-09-30"}
    world.sam.fills(fields | {"document": gives(world, "sam")})
    return world.sam


def option(player, field, label):
    (block,) = [block for block in player.modal["blocks"] if block["block_id"] == field]
    return next(one["value"] for one in block["element"]["options"] if one["text"]["text"] == label)


def first_copy(player, partner):
    (block,) = [block for block in player.modal["blocks"] if block["block_id"] == "copy"]
    options = block["element"]["options"]
    return next(one["value"] for one in options if one["text"]["text"].startswith(f"{partner}: "))


def opener(who, action, about=None, **fields):
    """A function that opens a form about SEF-S1, and fills in what takes no text."""

    def opens(world):
        player = world.players[who]
        player.guesses(action, party(world, about) if about else row(world).id)
        given = dict(fields)
        if "document" in given:
            given["document"] = gives(world, who, given["document"])
        for field in {"person", "deputy"} & set(given):
            given[field] = option(player, field, given[field])
        if "copy" in given:
            given["copy"] = first_copy(player, given["copy"])
        player.fills(given)
        return player

    return opens


SIGNED = {"version": "1", "signed_on": "2022-09-01"}
OPENERS = {
    "request_signatures": open_request,
    "signature_sign": opener("ada", "signature_sign", "mersey-care", read=["yes"], attested=["yes"]),
    "signature_scan": opener("gil", "signature_scan", "alder-hey", document=pdf("Signed"), **SIGNED),
    "signature_cannot": opener("sam", "signature_cannot", "sefton-cvs", until="2022-09-20"),
    "signature_decline": opener("sam", "signature_decline", "sefton-cvs"),
    "signature_delegate": opener("pia", "signature_delegate", "luhft", person="Ben"),
    "signature_signatory": opener("ben", "signature_signatory", person="Pia", deputy="Ben"),
    "signature_behalf": opener("sam", "signature_behalf", partner="sefton-cvs", document=jpeg(), **SIGNED),
    "signature_reject": opener("sam", "signature_reject", copy="Mersey Care"),
    "signature_told": opener("sam", "signature_told", partner="sefton-cvs", told_on="2022-09-01"),
    "signature_extend": opener("sam", "signature_extend", target_on="2022-10-31"),
    "signature_version": opener("sam", "signature_version", document=pdf("Second")),
    "signature_withdraw": opener("sam", "signature_withdraw"),
}
APART = ("link", "link_sha256")  # they take no words; what they take is tried below


def test_no_form_takes_what_is_nothing_or_too_long_and_each_takes_what_is_hostile(sefton):
    """One story through all the forms, in an order in which each is still open: a world a form would take a minute."""
    requests(sefton)
    for form, opens in OPENERS.items():
        survives(opens(sefton), form, apart=APART)
    for line in ("signatures", "signature SEF-S1", "signature SEF-S2", "due", "undelivered", ""):
        sefton.sam.types(f"/partnership {line}")
    for name in ("sam", "ada", "pia", "ben"):
        sefton.players[name].opens_home()
    check_all(sefton)


# --- Read as it was typed -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", range(4))
def test_what_is_signed_under_hostile_text_is_read_as_it_was_typed_and_gets_its_executed_copy(sefton, part):
    words, line = quarter(part, 280), quarter(part, 140)
    title = line if len(line) <= 150 else line[:150]
    fields = {"title": title, "statement": words, "words": words, "partners": ["mersey-care", "luhft"]}
    requests(sefton, kind="other", open_=False, **fields)
    shows(sefton, "sam")
    sefton.sam.presses("Ask for the signatures")
    presses(sefton, "ada", "Not yet", until="2022-09-20", words=line)
    presses(sefton, "pia", "Decline", words=words)
    sefton.pia.presses("Hand it over", asked(sefton, "pia"))
    sefton.pia.submits({"person": option(sefton.pia, "person", "Ben"), "words": line})
    assert sefton.pia.modal is None, sefton.pia.modal_errors
    shows(sefton, "sam")
    sefton.sam.presses("Give more time")
    sefton.sam.submits({"target_on": "2022-10-31", "words": line})
    assert sefton.sam.modal is None, sefton.sam.modal_errors
    read = {
        "the board and its thread": sefton.shown(),
        "those who are asked": "\n".join([*sefton.ada.inbox(), *sefton.ben.inbox()]),
        "the secretary": "\n".join(sefton.sam.inbox()),
        "the request": shows(sefton),
    }
    for place, found in read.items():
        if place != "the board and its thread":
            assert as_shown(words) in as_shown(found), place
        assert as_shown(line)[:100] in as_shown(found), place
    signs(sefton, "ada", "ben", position=line)
    assert as_shown(line) in as_shown(thread(sefton))
    assert row(sefton).executed_sha256
    assert sefton.sent("signature_no_copy") == []
    check_all(sefton)


# --- Links --------------------------------------------------------------------------------------------------------

NO_LINKS = {
    "script": "javascript:alert(1)",
    "capitals": "JavaScript://example.org/%0aalert(1)",
    "data": "data:text/html,<script>alert(1)</script>",
    "file": "file:///etc/passwd",
    "words": "see https://www.example.org/a.pdf",
    "mark": "<https://evil.example|the agreement>",
    "no scheme": "//evil.example/a.pdf",
    "turned": "\u202ehttps://evil.example",
    "new lines": "https://www.example.org/a.pdf\njavascript:alert(1)",
    "too long": "https://www.example.org/" + "a" * 1000,
    "huge": "https://www.example.org/" + "a" * 1_000_000,
}
LINKS = {
    "controls": "https://www.example.org/\x00a\x1b[31m.pdf",
    "marks": "https://evil.example/<!channel>*bold*_x_`y`",
    "label": "https://evil.example/a.pdf|agreement>",
    "user": "https://www.example.org@evil.example/a.pdf",
    "long": "https://www.example.org/" + "a" * 976,
}
HASHES = ("x" * 64, SHA256[:63], f"{SHA256}0", f"{SHA256[:-1]}G", "<!channel>", "\u0661" * 64, " ".join(SHA256))


def test_a_link_that_is_none_and_a_hash_that_is_none_are_refused_beside_their_fields(sefton):
    sefton.sam.types("/request-signatures Agreement")
    for name, link in NO_LINKS.items():
        sefton.sam.submits({"link": link, "target_on": "2022-09-30"}, unchecked=True)
        assert sefton.sam.modal_errors.keys() == {"link"}, name
        assert len(sefton.sam.modal_errors["link"]) < 300
    for known in HASHES:
        fields = {"link": "https://www.example.org/a.pdf", "link_sha256": known, "target_on": "2022-09-30"}
        sefton.sam.submits(fields, unchecked=True)
        assert sefton.sam.modal_errors.keys() == {"link_sha256"}, known
    fields["link_sha256"] = f" {SHA256.upper()}\n"
    sefton.sam.submits(fields, unchecked=True)
    assert sefton.sam.modal is None, sefton.sam.modal_errors
    assert lines(sefton.sam.body, "SHA-256") == [f"SHA-256 {SHA256}, as it was stated by whoever gave the link"]
    check_all(sefton)


def test_a_link_is_text_and_leads_nowhere_by_itself(sefton):
    for name, link in LINKS.items():
        sefton.sam.types("/request-signatures Agreement")
        sefton.sam.submits({"link": link, "target_on": "2022-09-30", "partners": ["luhft"]}, unchecked=True)
        assert sefton.sam.modal is None, (name, sefton.sam.modal_errors)
        sefton.sam.presses("Ask for the signatures")
        assert as_shown(link) in as_shown(asked(sefton, "pia").shown()), name
        assert as_shown(link) in as_shown(sefton.shown()), name
    check_all(sefton)


# --- Names of files -----------------------------------------------------------------------------------------------


def test_a_file_is_called_what_whoever_gave_it_calls_it_and_reaches_those_who_sign(sefton):
    names = [*(f"{quarter(part, 240)}.pdf" for part in range(4)), "x" * 400 + ".pdf", " \u200b"]
    for number, called in enumerate(names, start=1):
        sefton.sam.types("/request-signatures Agreement")
        given = gives(sefton, "sam", pdf(f"Agreement {number}"), called)
        sefton.sam.submits({"document": given, "target_on": "2022-09-30", "partners": ["luhft"], "kind": "other"})
        assert sefton.sam.modal is None, (called, sefton.sam.modal_errors)
        sefton.sam.presses("Ask for the signatures")
        message = asked(sefton, "pia")
        assert (as_shown(called)[:150] if len(called) > 2 else "A file") in as_shown(message.shown())
        assert [file for m in sefton.pia.dms() if m.thread_ts == message.ts for file in m.files], called
    check_all(sefton)


def test_a_scan_with_a_hostile_name_goes_into_the_executed_copy(sefton):
    called = f"../../{MARKUP['html']}\u202e{MARKUP['paths']}\n.pdf"
    requests(sefton, kind="other", partners=["luhft"])
    scan = {"document": gives(sefton, "pia", pdf("Signed"), called), "version": "1", "signed_on": "2022-09-01"}
    presses(sefton, "pia", "Hand in a signed copy", name=MARKUP["html"], position=MARKUP["jinja"], **scan)
    assert row(sefton).executed_sha256
    assert sefton.sent("signature_no_copy") == []
    assert "Hand in a signed copy" not in [label for message in sefton.pia.dms() for label in buttons_of(message)]
    check_all(sefton)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "empty.pdf", "is empty."),
        (b"%PDF-1.7 <!channel>", "broken.pdf", CUT_OFF),
        (b"<script>alert(1)</script>", "page.pdf", NEITHER),
        (jpeg()[:300], "cut.jpg", NO_JPEG),
        (jpeg(), "<!channel> *x* <@U0BEN>.jpg", "is a JPEG. Please give a PDF."),
    ],
)
def test_what_is_no_document_is_refused_by_its_name_and_nothing_typed_is_lost(sefton, content, name, said):
    sefton.sam.types("/request-signatures Agreement")
    fields = {"document": gives(sefton, "sam", content, name), "target_on": "2022-09-30", "words": "Please read it."}
    sefton.sam.submits(fields, unchecked=True)
    assert sefton.sam.modal_errors["document"] == f"{name} {said}"
    assert state_of(sefton.sam, "words") == "Please read it."
    check_all(sefton)
