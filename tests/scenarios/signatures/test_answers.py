"""Instead of signing: not yet, no, somebody else; and a request that changes: a new version, more time, withdrawn."""

from __future__ import annotations

import hashlib

import pytest

from tests.pdfs import pdf
from tests.scenarios.conftest import buttons_of
from tests.scenarios.reading_kit import body_of, lines
from tests.scenarios.signatures.kit import (
    ALONE,
    asked,
    board,
    counterparts,
    decide_how_and_from_when,
    gives,
    presses,
    records,
    requests,
    row,
    shows,
    signs,
    thread,
)

TAKE_TURNS = True


@pytest.fixture
def sefton(make_world):
    return make_world("2022-09-01 09:30", begin=decide_how_and_from_when)


def luhft(world):
    return next(party for party in row(world).parties if party.partner == "luhft")


def looks(world, name, button):
    """Open the request and press one of its buttons."""
    world.players[name].types("/partnership signature SEF-S1")
    world.players[name].presses(button)


# --- Not yet ------------------------------------------------------------------------------------------------------


def test_who_cannot_yet_is_left_in_peace_until_the_day_and_asked_again_then(sefton):
    requests(sefton)
    presses(sefton, "pia", "Not yet", until="2022-09-20", words="The board meets on 19 September.")
    assert lines(board(sefton), "Not yet:") == [
        "• Not yet: LUHFT, until Tue 20 Sep 2022: The board meets on 19 September."
    ]
    before = len(sefton.pia.dms())
    sefton.at("2022-09-20 08:00")
    assert len(sefton.pia.dms()) == before
    # Ten operational days before Fri 30 Sep: Mon 19 Sep was proclaimed closed on 10 Sep, so it is the Thursday.
    assert sefton.sent("nudge") == [  # Kim is in New York, and Pia is left alone
        *((name, "2022-09-15 09:00") for name in ("Ada", "Cleo", "Gil", "Ida", "Joe", "Lou", "Max")),
        ("Kim", "2022-09-15 14:00"),
    ]
    sefton.at("2022-09-20 10:00")
    assert [lines(said)[0] for said in sefton.pia.inbox()[before:]] == [
        "Please sign SEF-S1 for LUHFT: Collaboration agreement 2022, by Fri 30 Sep 2022",
        "SEF-S1: Collaboration agreement 2022",  # the document, in its thread
    ]
    assert lines(board(sefton), "Asked (11)") == [
        (
            "• Asked (11): Cheshire and Merseyside ICB, Sefton Council, Mersey Care, Southport and Ormskirk, LUHFT, "
            "Alder Hey, Healthwatch Sefton, Southport and Formby PCN, South Sefton PCN, Sefton CVS, and One Vision "
            "Housing"
        )
    ]
    signs(sefton, "pia")
    assert lines(board(sefton), "1 of") == [
        "SEF-S1: Collaboration agreement 2022; 1 of 11 partners have signed",
        "1 of 11 partners have signed. Not in effect (clause 12.1).",
    ]


def test_the_day_has_to_come_later_and_what_was_typed_stays(sefton):
    requests(sefton)
    sefton.pia.presses("Not yet", asked(sefton, "pia"))
    sefton.pia.submits({"until": "2022-09-01", "words": "Soon."}, unchecked=True)
    assert sefton.pia.modal_errors["until"] == "Please choose a day after Thu 1 Sep 2022, within a year."
    assert sefton.pia.modal is not None


def test_the_secretary_says_so_for_a_partner_outside_the_chat_with_evidence(sefton):
    requests(sefton)
    looks(sefton, "sam", "Not yet (Sefton CVS)")
    sefton.sam.submits({"until": "2022-09-20", "words": "Their board.", "evidence": "E-mail of today"})
    assert sefton.sam.modal is None
    facts = sefton.facts("signature-not-yet")
    assert (facts["on_behalf"], facts["evidence"], facts["until"]) == (True, "E-mail of today", "2022-09-20")


# --- No -----------------------------------------------------------------------------------------------------------


def test_declining_pauses_that_partner_tells_two_people_and_lets_the_others_go_on(sefton):
    requests(sefton, "ada")
    presses(sefton, "pia", "Decline", words="Our board wants clause 10 changed.")
    for name in ("ada", "sam"):
        assert lines(body_of(sefton.players[name].dm("declines to sign"))) == [
            "SEF-S1: Collaboration agreement 2022",
            "LUHFT declines to sign. It is asked no more; the others go on. It can still sign, and without it nothing takes effect.",
            "Our board wants clause 10 changed.",
            "Pia (for LUHFT), Thu 1 Sep 2022, 09:30",
            "[Show details]",
        ]
    assert lines(board(sefton), "Declined:") == ["• Declined: LUHFT: Our board wants clause 10 changed."]
    signs(sefton, *(name for name in ALONE if name != "pia"), "cleo", "cleo")
    records(sefton)
    assert lines(board(sefton), "10 of 11 partners have signed.") == [
        "10 of 11 partners have signed. Not in effect (clause 12.1)."
    ]
    sefton.at("2022-09-29 10:00")
    assert "Pia" not in {name for name, _ in sefton.sent("nudge")}


def test_who_declined_can_come_back_and_sign(sefton):
    requests(sefton)
    presses(sefton, "pia", "Decline", words="Not as it stands.")
    signs(sefton, *(name for name in ALONE if name != "pia"), "cleo", "cleo")
    records(sefton)
    signs(sefton, "pia")
    assert lines(board(sefton), "All 11") == [
        "All 11 partners have signed. In effect since Thu 1 Sep 2022 (clause 12.1)."
    ]


def test_what_is_signed_stands_and_is_not_declined_afterwards(sefton):
    requests(sefton)
    signs(sefton, "pia")
    sefton.ben.guesses("signature_decline", luhft(sefton).id)
    assert sefton.ben.body == "LUHFT has signed version 1 of SEF-S1. What is signed stands."


# --- Somebody else ------------------------------------------------------------------------------------------------


def test_it_is_handed_over_within_the_partner_and_to_nobody_else(sefton):
    requests(sefton)
    sefton.pia.presses("Hand it over", asked(sefton, "pia"))
    offered = {
        o["text"]["text"]
        for b in sefton.pia.modal["blocks"]
        if b["type"] == "input"
        for o in b["element"].get("options", ())
    }
    assert offered == {"Pia", "Ben"}
    ben = next(
        o["value"]
        for b in sefton.pia.modal["blocks"]
        if b["type"] == "input"
        for o in b["element"].get("options", ())
        if o["text"]["text"] == "Ben"
    )
    sefton.pia.submits({"person": ben, "words": "I am away."})
    assert lines(body_of(sefton.pia.dm("Ben signs for LUHFT"))) == [
        "SEF-S1: Collaboration agreement 2022",
        "Ben signs for LUHFT now. Nothing more is asked of you here.",
        "I am away.",
        "[Show details]",
    ]
    assert lines(asked(sefton, "ben").shown(), "Pia has handed it to you:") == ["Pia has handed it to you: I am away."]
    assert lines(thread(sefton)) == [
        "SEF-S1: Collaboration agreement 2022",
        "SEF-S1: Ben signs for LUHFT",
        "Ben signs for LUHFT instead of Pia. Pia is the deputy.",
        "I am away.",
        "Pia (for LUHFT), Thu 1 Sep 2022, 09:30",
    ]
    signs(sefton, "ben")
    assert counterparts(sefton)[0].name == "Ben"


def test_a_lead_names_who_signs_for_its_partner_and_the_secretary_for_any(sefton):
    requests(sefton, open_=False)
    looks(sefton, "sam", "Who signs")
    party = next(p for p in row(sefton).parties if p.partner == "mersey-care")
    sefton.sam.changes("party", str(party.id))
    names = {
        o["text"]["text"]: o["value"]
        for b in sefton.sam.modal["blocks"]
        if b.get("element", {}).get("action_id") == "person"
        for o in b["element"]["options"]
    }
    sefton.sam.submits({"person": names["Eve"], "deputy": names["Ada"], "words": "The chief is away."})
    assert sefton.sam.modal is None, sefton.sam.modal_errors
    sefton.sam.types("/partnership signature SEF-S1")
    sefton.sam.presses("Ask for the signatures")
    assert lines(asked(sefton, "eve").shown(), "Please sign this") == [
        "Please sign this for Mersey Care, by the end of Fri 30 Sep 2022."
    ]
    looks(sefton, "ada", "Who signs")
    assert "luhft" not in str(sefton.ada.modal)
    sefton.ada.submits({"person": names["Ada"], "deputy": names["Eve"], "words": "I am back."})
    assert sefton.ada.modal is None, sefton.ada.modal_errors
    assert lines(asked(sefton, "ada").shown(), "Please sign this") == [
        "Please sign this for Mersey Care, by the end of Fri 30 Sep 2022."
    ]
    assert "Read and sign" not in buttons_of(sefton.eve.dm("Mersey Care"))
    sefton.rob.guesses("signature_signatory", 1)  # a member names nobody
    assert sefton.rob.body == "You can't say who signs SEF-S1. Ada (lead, Mersey Care) or Sam (secretary) can."


# --- A new version ------------------------------------------------------------------------------------------------


def test_a_new_version_voids_what_was_signed_says_so_and_asks_again(sefton):
    requests(sefton)
    signs(sefton, "pia", "ada")
    presses(sefton, "kim", "Decline", words="Clause 10.")
    second = pdf("Collaboration agreement, clause 10 changed", pages=3)
    looks(sefton, "sam", "A new version")
    sefton.sam.submits({"document": gives(sefton, "sam", second), "words": "Clause 10 is changed."})
    assert sefton.sam.modal is None, sefton.sam.modal_errors
    assert lines(board(sefton))[:5] == [
        "SEF-S1: Collaboration agreement 2022; 0 of 11 partners have signed",
        "SEF-S1: Collaboration agreement 2022",
        "0 of 11 partners have signed. Not in effect (clause 12.1).",
        "The agreement, version 2: agreement.pdf, 3 pages",
        f"SHA-256 {hashlib.sha256(second).hexdigest()}",
    ]
    assert "Declined" not in board(sefton)  # it was the other version that was declined
    again = asked(sefton, "pia").shown()
    assert lines(again, "What was", "Clause 10") == [
        "This is a new version. What was signed for LUHFT was an earlier one, and is void for this one.",
        "Clause 10 is changed.",
    ]
    assert "void" not in asked(sefton, "gil").shown()
    assert lines(thread(sefton), "2 partners") == [
        "Version 2 of the document. 2 partners had signed the one before, and that is void for this one. Everybody is asked anew."
    ]
    signs(sefton, "pia")
    assert [one.version for one in counterparts(sefton)] == [1, 1, 2]


def test_what_was_signed_of_an_earlier_version_counts_for_nothing(sefton):
    requests(sefton)
    looks(sefton, "sam", "A new version")
    sefton.sam.submits({"document": gives(sefton, "sam", pdf("Second")), "words": "All new."})
    records(sefton, "luhft", version="1")
    assert lines(board(sefton), "0 of") == [
        "SEF-S1: Collaboration agreement 2022; 0 of 11 partners have signed",
        "0 of 11 partners have signed. Not in effect (clause 12.1).",
    ]
    signs(sefton, *ALONE, "cleo", "cleo")
    records(sefton, version="1")
    assert lines(board(sefton), "10 of 11 partners have signed.") == [
        "10 of 11 partners have signed. Not in effect (clause 12.1)."
    ]
    records(sefton, version="2")
    assert lines(board(sefton), "All 11") == [
        "All 11 partners have signed. In effect since Thu 1 Sep 2022 (clause 12.1)."
    ]


def test_the_same_file_is_no_new_version(sefton):
    requests(sefton)
    looks(sefton, "sam", "A new version")
    sefton.sam.submits({"document": gives(sefton, "sam"), "words": "New."}, unchecked=True)
    assert sefton.sam.modal_errors["document"] == (
        "This is a version that was asked for already. Please give the new one."
    )


# --- More time, and no more ---------------------------------------------------------------------------------------


def test_more_time_moves_the_date_and_the_reminders(sefton):
    requests(sefton)
    looks(sefton, "sam", "Give more time")
    sefton.sam.submits({"target_on": "2022-09-30", "words": "Why not"}, unchecked=True)
    assert sefton.sam.modal_errors["target_on"] == "Please choose a day after Fri 30 Sep 2022, within two years."
    sefton.sam.submits({"target_on": "2022-10-31", "words": "The funeral."})
    assert lines(board(sefton), "by the") == [
        "Please sign by the end of Mon 31 Oct 2022. Whoever signs has a message of their own."
    ]
    sefton.at("2022-10-16 12:00")
    assert sefton.sent("nudge") == []  # ten operational days before is Mon 17 Oct
    sefton.at("2022-10-17 12:00")
    assert sefton.sent("nudge") == [
        (name, "2022-10-17 09:00") for name in ("Ada", "Cleo", "Gil", "Ida", "Joe", "Lou", "Max", "Pia")
    ]


def test_withdrawn_nobody_is_asked_any_more(sefton):
    requests(sefton)
    signs(sefton, "ada")
    looks(sefton, "sam", "Withdraw")
    sefton.sam.submits({"words": "We start anew."})
    assert lines(board(sefton), "Withdrawn. Nobody") == ["Withdrawn. Nobody is asked to sign any more."]
    assert "Read and sign" not in [b for m in sefton.pia.dms() for b in buttons_of(m)]
    sefton.pia.guesses("signature_sign", luhft(sefton).id)
    assert sefton.pia.body == (
        "SEF-S1 is withdrawn, so there is nothing to answer. /partnership signature SEF-S1 shows how it stands."
    )
    sefton.at("2022-10-20 10:00")
    assert sefton.sent("nudge") == []
    # what was signed stays on record
    assert lines(shows(sefton), "• Mersey Care: ", "Mersey Care signed") == [
        "• Mersey Care: Ada, Chief executive, on Thu 1 Sep 2022 (in the chat)",
        "• Thu 1 Sep 2022, 09:30: Mersey Care signed in the chat (Ada)",
    ]


def test_only_who_asked_and_the_secretary_change_it(sefton):
    requests(sefton, "ada")
    for act, refused in (
        ("signature_version", "give SEF-S1 a new version"),
        ("signature_extend", "give SEF-S1 more time"),
        ("signature_withdraw", "withdraw SEF-S1"),
    ):
        sefton.joe.guesses(act, 1)
        assert sefton.joe.body == f"You can't {refused}. Ada (lead, Mersey Care) or Sam (secretary) can."
    sefton.eve.guesses("signature_extend", 1)  # the deputy of the partner that asked
    sefton.eve.submits({"target_on": "2022-10-31", "words": "Holidays."})
    assert sefton.facts("signing-extended")["to"] == "2022-10-31"


# --- Chasing ------------------------------------------------------------------------------------------------------


def test_when_the_day_passes_leads_and_then_the_secretary_are_told_and_it_goes_on_ever_more_seldom(sefton):
    requests(sefton)
    signs(sefton, *(name for name in ALONE if name != "pia"), "cleo", "cleo")
    records(sefton)
    sefton.at("2022-10-03 12:00")  # the target was Friday 30 September
    assert sefton.sent("signature_overdue") == [("Ben", "2022-10-03 09:00"), ("Sam", "2022-10-03 09:00")]
    assert lines(body_of(sefton.ben.dm("still to be signed"))) == [
        "SEF-S1: Collaboration agreement 2022",
        "Signatures were asked for by Fri 30 Sep 2022, and that day has passed.",
        "• Still to sign: LUHFT",
        "Please see to it that whoever signs does so, or says until when they can't; or name somebody else who signs.",
        "[Show details]",
    ]
    before = len(sefton.sent("nudge"))
    sefton.at("2023-01-31 12:00")
    after = sefton.sent("nudge")[before:]
    assert {name for name, _ in after} == {"Pia"}
    # 2, then 4, 8, 16 and 20 operational days apart: worked out by hand on the bank holidays of England and Wales
    assert [when for _, when in after] == [
        "2022-10-04 09:00",
        "2022-10-10 09:00",
        "2022-10-20 09:00",
        "2022-11-11 09:00",
        "2022-12-09 09:00",
        "2023-01-11 09:00",
    ]
    signs(sefton, "pia")
    sefton.at("2023-02-10 12:00")  # the next would have come on 8 February
    assert len(sefton.sent("nudge")) == before + len(after)
