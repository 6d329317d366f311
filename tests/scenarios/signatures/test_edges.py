"""Where signing could go wrong: who has left, who signs for two, what is handed to oneself, what is signed too late."""

from __future__ import annotations

import pytest

from tests.pdfs import pdf
from tests.scenarios.conftest import buttons_of
from tests.scenarios.reading_kit import lines
from tests.scenarios.signatures.kit import (
    SIGNED_COPY,
    asked,
    board,
    decides,
    gives,
    presses,
    records,
    requests,
    row,
    shows,
    sign_in_chat,
    signed_by_all,
    signs,
    thread,
)

TAKE_TURNS = True
SIGN, SCAN, SHOW = "Read and sign", "Hand in a signed copy", "Show details"
TO_ANSWER = [SIGN, SCAN, "Not yet", "Decline", "Hand it over", SHOW]


@pytest.fixture
def undecided(make_world):
    world = make_world("2022-09-01 09:30")
    world.without_daily_lists()
    return world


@pytest.fixture
def sefton(make_world):
    return make_world("2022-09-01 09:30", begin=sign_in_chat)


def party(world, partner, reference="SEF-S1"):
    return next(one.id for one in row(world, reference).parties if one.partner == partner)


def ends(world, name, partner, day):
    """Let the secretary end somebody's capacity."""
    world.sam.types("/partnership people")
    world.sam.presses("End a capacity")
    (block,) = [block for block in world.sam.modal["blocks"] if block["block_id"] == "holding"]
    options = {option["text"]["text"]: option["value"] for option in block["element"]["options"]}
    (held,) = [value for label, value in options.items() if label.startswith(f"{name}, ") and label.endswith(partner)]
    world.sam.submits({"holding": held, "ends_on": day})
    assert world.sam.modal is None, world.sam.modal_errors


def options(player, field):
    (block,) = [block for block in player.modal["blocks"] if block.get("element", {}).get("action_id") == field]
    return {option["text"]["text"]: option["value"] for option in block["element"]["options"]}


def reminder(world, name):
    """Somebody's latest reminder about SEF-S1."""
    found = [m for m in world.players[name].dms() if m.shown().startswith(("Reminder: SEF-S1", "Overdue: SEF-S1"))]
    assert found, world.players[name].inbox()
    return found[-1]


# --- Who signs ----------------------------------------------------------------------------------------------------


def test_when_whoever_was_named_has_left_the_partners_lead_is_asked_and_can_sign(sefton):
    requests(sefton)
    ends(sefton, "Pia", "LUHFT", "2022-09-01")
    ends(sefton, "Ben", "LUHFT", "2022-09-01")
    sefton.sam.types("/partnership people")
    sefton.sam.presses("Add to the roster")
    sefton.sam.submits({"name": "Dan", "capacity": "lead", "partner": "luhft", "account": "U0DAN"})
    assert sefton.sam.modal is None, sefton.sam.modal_errors
    sefton.at("2022-09-05 10:00")
    sefton.pia.guesses("signature_sign", party(sefton, "luhft"))
    assert sefton.pia.body == (
        "Pia holds no capacity in the Sefton Partnership agreement today, so this can't be done. "
        "The secretary, Sam, keeps the roster."
    )
    sefton.joe.guesses("signature_sign", party(sefton, "luhft"))
    assert sefton.joe.body == (
        "You can't sign SEF-S1 for LUHFT. Dan signs for LUHFT. The secretary records a counterpart that comes "
        "another way."
    )
    sefton.at("2022-09-16 10:00")
    sefton.dan.presses(SIGN, reminder(sefton, "dan"))
    sefton.dan.submits({"position": "Chief executive", "read": ["yes"], "attested": ["yes"]})
    assert sefton.dan.modal is None, sefton.dan.modal_errors
    assert lines(board(sefton), "Signed (1):") == ["• Signed (1): LUHFT"]


def test_for_a_partner_that_is_not_in_the_chat_nobody_else_signs(sefton):
    requests(sefton)
    sefton.joe.guesses("signature_sign", party(sefton, "sefton-cvs"))
    assert sefton.joe.body == (
        "You can't sign SEF-S1 for Sefton CVS. Ola signs for Sefton CVS. "
        "The secretary records a counterpart that comes another way."
    )


def test_nobody_hands_a_signature_over_to_themselves_or_after_it_was_given(sefton):
    requests(sefton)
    sefton.pia.presses("Hand it over", asked(sefton, "pia"))
    sefton.pia.submits({"person": options(sefton.pia, "person")["Pia"], "words": "I am away."})
    assert sefton.pia.modal_errors["person"] == "You sign already. Please choose somebody else, or close this form."
    signs(sefton, "pia")
    sefton.ben.guesses("signature_delegate", party(sefton, "luhft"))
    assert sefton.ben.body == "LUHFT has signed version 1 of SEF-S1. What is signed stands."


def test_another_deputy_is_named_without_asking_the_signatory_anew(sefton):
    requests(sefton)
    before = len(sefton.pia.dms())
    shows(sefton, "ben")
    sefton.ben.presses("Who signs")
    people = options(sefton.ben, "person")
    sefton.ben.submits({"person": people["Pia"], "deputy": None, "words": "I am away."})
    assert sefton.ben.modal is None, sefton.ben.modal_errors
    assert lines(thread(sefton)) == [
        "SEF-S1: Collaboration agreement 2022",
        "SEF-S1: Pia signs for LUHFT",
        "Pia signs for LUHFT.",
        "I am away.",
        "Ben (for LUHFT), Thu 1 Sep 2022, 09:30",
    ]
    assert len(sefton.pia.dms()) == before
    assert buttons_of(asked(sefton, "pia")) == TO_ANSWER


def test_a_named_signatory_of_a_draft_can_be_looked_at_and_the_draft_sent_out_at_once(sefton):
    requests(sefton, open_=False)
    shows(sefton, "sam")
    sefton.sam.presses("Who signs")
    sefton.sam.changes("party", str(party(sefton, "luhft")))
    sefton.sam.submits({"person": options(sefton.sam, "person")["Ben"], "deputy": None, "words": "She is away."})
    assert lines(sefton.sam.body, "Ben signs") == ["Ben signs for LUHFT instead of Pia."]
    sefton.sam.presses("Ask for the signatures")
    assert lines(asked(sefton, "ben").shown(), "Please sign this") == [
        "Please sign this for LUHFT, by the end of Fri 30 Sep 2022."
    ]


def test_a_lead_who_does_not_sign_can_say_not_yet_and_no_more_and_an_outsider_nothing(sefton):
    requests(sefton)
    shows(sefton, "ada")
    sefton.ada.presses("Who signs")
    sefton.ada.submits({"person": options(sefton.ada, "person")["Eve"], "deputy": None, "words": "I am away."})
    assert sefton.ada.modal is None, sefton.ada.modal_errors
    shows(sefton, "ada")
    offered = buttons_of(sefton.ada._whispers()[-1])
    assert offered == ["Not yet", "Decline", "Who signs"]
    sefton.ada.presses("Not yet")
    sefton.ada.submits({"until": "2022-09-20", "words": "The board meets on the 19th."})
    assert lines(board(sefton), "Not yet:") == [
        "• Not yet: Mersey Care, until Tue 20 Sep 2022: The board meets on the 19th."
    ]
    shows(sefton, "rob")
    assert buttons_of(sefton.rob._whispers()[-1]) == []


def test_a_draft_is_sent_out_once_and_what_is_withdrawn_stays_withdrawn(sefton):
    requests(sefton, open_=False)
    (draft,) = [message for message in sefton.sam._whispers() if "Ask for the signatures" in buttons_of(message)]
    sefton.sam.presses("Ask for the signatures", draft)
    sefton.sam.presses("Ask for the signatures", draft)
    assert sefton.sam.body == (
        "SEF-S1 is open for signatures already, so it can't be sent out. "
        "/partnership signature SEF-S1 shows how it stands."
    )
    assert len(sefton.sent("signature_asked")) == 10
    sefton.sam.presses("Withdraw", draft)
    sefton.sam.submits({"words": "We start anew."})
    sefton.sam.presses("Withdraw", draft)
    assert sefton.sam.body == (
        "SEF-S1 is withdrawn already, so it can't be withdrawn. /partnership signature SEF-S1 shows how it stands."
    )
    sefton.sam.presses("Ask for the signatures", draft)
    assert sefton.sam.body == (
        "SEF-S1 is withdrawn already, so it can't be sent out. /partnership signature SEF-S1 shows how it stands."
    )


# --- Reminders ----------------------------------------------------------------------------------------------------


def test_a_reminder_offers_the_way_that_is_accepted_and_is_settled_by_the_signature(undecided):
    requests(undecided)
    undecided.at("2022-09-16 10:00")
    assert buttons_of(reminder(undecided, "pia"))[:2] == [SCAN, SHOW]
    undecided.pia.presses(SCAN, reminder(undecided, "pia"))
    scan = {"document": gives(undecided, "pia", SIGNED_COPY), "version": "1", "signed_on": "2022-09-15"}
    undecided.pia.submits({"name": "Pia", "position": "Chair", **scan})
    assert undecided.pia.modal is None, undecided.pia.modal_errors
    (left,) = [m for m in undecided.pia.dms() if "nothing more is owed here" in m.shown()]
    assert buttons_of(left) == [SHOW]


def test_a_reminder_to_who_signs_for_two_partners_offers_each_where_the_request_is_shown(sefton):
    requests(sefton)
    sefton.at("2022-09-16 10:00")
    assert buttons_of(reminder(sefton, "cleo"))[0] == SHOW
    sefton.cleo.presses(SHOW, reminder(sefton, "cleo"))
    offered = buttons_of(sefton.cleo._whispers()[-1])
    assert [label for label in offered if label.startswith(SIGN)] == [
        f"{SIGN} (Southport and Formby PCN)",
        f"{SIGN} (South Sefton PCN)",
    ]
    signs(sefton, "cleo", "cleo")


def test_a_reminder_for_one_partner_is_settled_although_another_of_the_same_person_owes_meanwhile(sefton):
    requests(sefton)
    presses(sefton, "cleo", "Not yet", until="2022-09-17", words="Their practices meet on the 16th.")
    sefton.at("2022-09-16 10:00")
    assert buttons_of(reminder(sefton, "cleo"))[:2] == [SIGN, SHOW]
    sefton.at("2022-09-17 12:00")
    (only,) = [m for m in sefton.cleo.dms() if m.ts == reminder(sefton, "cleo").ts]
    sefton.cleo.presses(SIGN, only)
    sefton.cleo.submits({"position": "Clinical director", "read": ["yes"], "attested": ["yes"]})
    assert sefton.cleo.modal is None, sefton.cleo.modal_errors
    # and the world finds no button that is spent
    assert lines(board(sefton), "1 of") == [
        "SEF-S1: Collaboration agreement 2022; 1 of 11 partners have signed",
        "1 of 11 partners have signed. Not in effect (clause 12.1); the day on which it begins is blank, too.",
    ]


# --- What comes late ----------------------------------------------------------------------------------------------


def test_a_counterpart_of_an_earlier_version_is_kept_and_said_not_to_count(sefton):
    requests(sefton)
    shows(sefton, "sam")
    sefton.sam.presses("A new version")
    sefton.sam.submits({"document": gives(sefton, "sam", pdf("Second")), "words": "All new."})
    records(sefton, "luhft", version="1")
    assert lines(sefton.sam.body) == [
        "SEF-S1: Collaboration agreement 2022",
        "A counterpart of version 1 is kept for LUHFT: Ola Brown, Chair, on Thu 1 Sep 2022 (recorded by the secretary). It does not count: there is a newer version to sign.",
        "0 of 11 partners have signed. Not in effect (clause 12.1); the day on which it begins is blank, too.",
        "Recorded by Sam on behalf of LUHFT, Thu 1 Sep 2022, 09:30, from: By post",
    ]
    assert buttons_of(asked(sefton, "pia")) == TO_ANSWER
    records(sefton, "luhft", version="2")
    records(sefton, "luhft", version="2")
    assert lines(sefton.sam.body) == [
        "SEF-S1: Collaboration agreement 2022",
        "Another counterpart of LUHFT is kept beside the first, which counts: Ola Brown, Chair, on Thu 1 Sep 2022 (recorded by the secretary).",
        "1 of 11 partners have signed. Not in effect (clause 12.1); the day on which it begins is blank, too.",
        "Recorded by Sam on behalf of LUHFT, Thu 1 Sep 2022, 09:30, from: By post",
    ]
    assert lines(shows(sefton), "a second") == [
        "• LUHFT: Ola Brown, Chair, on Thu 1 Sep 2022 (recorded by the secretary), a second counterpart"
    ]


def test_signed_by_all_with_the_date_blank_the_secretary_is_told_what_stops_it_when_the_day_passes(sefton):
    requests(sefton)
    signed_by_all(sefton)
    assert lines(board(sefton), "the secretary") == [
        "Once the partners have decided on which day it begins, the secretary records it with /partnership open."
    ]
    sefton.at("2022-10-03 12:00")
    said = sefton.sam.dm("All have signed, and nothing is in effect").shown()
    assert lines(said) == [
        "SEF-S1: signed by all, and the day on which it begins is blank",
        "SEF-S1: Collaboration agreement 2022",
        "Signatures were asked for by Fri 30 Sep 2022, and that day has passed.",
        "All have signed, and nothing is in effect: the day on which it begins is blank. Once the partners have decided it, the secretary records it with /partnership open.",
        "[Show details]",
    ]
    sefton.at("2022-11-30 12:00")
    assert sefton.sent("nudge") == []
    decides(sefton, "commencement", "2022-10-01")
    assert lines(board(sefton), "In effect") == [
        "All 11 partners have signed. In effect since Sat 1 Oct 2022 (clause 12.1)."
    ]


def test_a_newcomer_is_called_by_its_name_wherever_it_is_told_of(sefton):
    newcomer = {"newcomer": "Sefton Carers Centre", "newcomer_short": "Carers Centre"}
    requests(sefton, kind="accession", newcomer_roles=["provider"], newcomer_category="provider", **newcomer)
    records(sefton, "carers-centre")
    assert lines(thread(sefton)) == [
        "SEF-S1: Collaboration agreement 2022",
        "SEF-S1: Carers Centre has signed",
        "Carers Centre has signed: Ola Brown, Chair, on Thu 1 Sep 2022 (recorded by the secretary).",
        "Recorded by Sam on behalf of Carers Centre, Thu 1 Sep 2022, 09:30, from: By post",
    ]
    said = shows(sefton)
    assert lines(said, "Carers Centre signed") == [
        "• Thu 1 Sep 2022, 09:30: Carers Centre signed another way (recorded by Sam on behalf of Carers Centre, from: By post)"
    ]
    assert "None" not in said
    assert "carers-centre" not in said
    sefton.joe.guesses("signature_decline", party(sefton, "carers-centre"))
    assert sefton.joe.body == "You can't decline SEF-S1 for Carers Centre. Sam (secretary) can."
    sefton.joe.guesses("signature_sign", party(sefton, "carers-centre"))
    assert sefton.joe.body == (
        "You can't sign SEF-S1 for Carers Centre. Nobody is on the roster for Carers Centre: "
        "the secretary records its counterpart."
    )
