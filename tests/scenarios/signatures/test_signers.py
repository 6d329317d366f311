"""Where a pack says how many sign for a partner: two of its people, by any route, and what each act means then."""

from __future__ import annotations

import pytest

from tests.pdfs import pdf
from tests.scenarios.conftest import buttons_of
from tests.scenarios.reading_kit import body_of, lines
from tests.scenarios.signatures.kit import (
    SIGNED_COPY,
    asked,
    board,
    counterparts,
    gives,
    presses,
    requests,
    row,
    shows,
    sign_in_chat,
    signed_by,
    signs,
    thread,
)
from tests.scenarios.signatures.signers_kit import ends, hands_in, options, pack, records_copy

TAKE_TURNS = True
OF_THREE = pack('{at_least: 2, of: [lead, deputy, member], clause: "13.2"}')


def begin(world):
    sign_in_chat(world)
    requests(world, begins_on="2022-09-01")


@pytest.fixture
def two(make_world):
    """Of Mersey Care Ada and Eve, of LUHFT Pia and Ben."""
    return make_world("2022-09-01 09:30", sources={"sefton-2022": pack('{at_least: 2, clause: "13.2"}')}, begin=begin)


@pytest.fixture
def three(make_world):
    """Of Mersey Care two of Ada, Eve and Rob; of LUHFT there is Ben alone."""
    return make_world("2022-09-01 09:30", sources={"sefton-2022": OF_THREE}, begin=begin)


# --- Asked, and signed in the chat --------------------------------------------------------------------------------


def test_a_draft_names_as_many_as_are_needed_and_says_where_nobody_else_could(make_world):
    world = make_world("2022-09-01 09:30", sources={"sefton-2022": OF_THREE}, begin=sign_in_chat)
    said = requests(world, begins_on="2022-09-01", open_=False)
    assert lines(said, "Mersey Care:", "LUHFT:", "For each partner") == [
        "• Mersey Care: Ada and Eve",
        "• LUHFT: Ben; 2 are needed, and nobody else is on the roster who could",
        "For each partner two of its leads, deputies and members sign (clause 13.2).",
    ]


def test_each_of_them_is_asked_with_the_document_and_the_board_says_who(two):
    for name in ("ada", "eve", "pia", "ben"):
        message = asked(two, name)
        assert len([file for m in two.players[name].dms() if m.thread_ts == message.ts for file in m.files]) == 1
    assert lines(asked(two, "eve").shown(), "two of its") == [
        "For Mersey Care two of its signatories, leads and deputies sign (clause 13.2): 0 of 2 have signed; Ada and Eve are asked now."
    ]
    assert lines(board(two), "have signed") == [
        "SEF-S1: Collaboration agreement 2022; 0 of 2 partners have signed",
        "0 of 2 partners have signed. Not in effect (clause 12.1).",
        "• Asked: Mersey Care: 0 of 2 have signed; Ada and Eve are asked now",
        "• Asked: LUHFT: 0 of 2 have signed; Pia and Ben are asked now",
    ]


def test_one_of_two_is_signed_in_part_and_the_partner_has_signed_with_the_second(two):
    signs(two, "pia")
    assert lines(board(two), "have signed") == [
        "SEF-S1: Collaboration agreement 2022; 0 of 2 partners have signed",
        "0 of 2 partners have signed. Not in effect (clause 12.1).",
        "• Signed in part: LUHFT: 1 of 2 have signed (Pia, Thu 1 Sep 2022); Ben is asked now",
        "• Asked: Mersey Care: 0 of 2 have signed; Ada and Eve are asked now",
    ]
    assert lines(thread(two), "Signed in part") == [
        "Signed in part for LUHFT: Pia, Chief executive, on Thu 1 Sep 2022 (in the chat). LUHFT: 1 of 2 have signed (Pia, Thu 1 Sep 2022); Ben is asked now."
    ]
    assert buttons_of(two.pia.dm("Signed for LUHFT")) == ["Show details"]
    assert lines(shows(two, "ben"), "LUHFT:") == [
        "• LUHFT: Pia, Chief executive, on Thu 1 Sep 2022 (in the chat)",
        "• LUHFT: signed in part: 1 of 2 have signed (Pia, Thu 1 Sep 2022); Ben is asked now",
    ]
    two.at("2022-09-05 10:00")
    signs(two, "ben")
    assert lines(board(two), "Signed") == ["• Signed (1): LUHFT"]
    signs(two, "ada", "eve")
    assert lines(board(two), "partners have signed.") == [
        "All 2 partners have signed. In effect since Mon 5 Sep 2022 (clause 12.1)."
    ]
    facts = two.facts("signatures-complete")
    assert facts["first"] == {"mersey-care": "2022-09-05", "luhft": "2022-09-05"}
    assert [signed_by(two, one) for one in counterparts(two)] == [
        [("Pia", "signatory")], [("Ben", "lead")], [("Ada", "lead")], [("Eve", "deputy")],
    ]  # fmt: skip


def test_one_person_who_presses_twice_counts_once(two):
    signs(two, "pia")
    two.pia.guesses("signature_sign", 2)  # LUHFT is the second that is asked
    assert two.pia.body == (
        "You signed version 1 for LUHFT on Thu 1 Sep 2022, and nobody signs the same counterpart twice. Ben is asked now."
    )
    assert buttons_of(two.pia.dm("Signed for LUHFT")) == ["Show details"]
    signs(two, "ben")
    two.ben.guesses("signature_sign", 2)
    assert two.ben.body == "Pia and Ben signed version 1 for LUHFT. Nobody more is needed."
    assert len(counterparts(two)) == 2


def test_whoever_could_sign_and_was_not_asked_can_and_fewer_are_asked_then(three):
    three.rob.types("/partnership signature SEF-S1")
    three.rob.presses("Read and sign")
    three.rob.submits({"position": "Director", "read": ["yes"], "attested": ["yes"]})
    assert lines(board(three), "Signed in part") == [
        "• Signed in part: Mersey Care: 1 of 2 have signed (Rob, Thu 1 Sep 2022); Ada is asked now"
    ]
    signs(three, "eve")
    assert lines(board(three), "Signed (1)") == ["• Signed (1): Mersey Care"]
    assert buttons_of(three.ada.dm("Signed for Mersey Care")) == ["Show details"]


def test_somebody_else_is_told_who_signs(two):
    two.rob.guesses("signature_sign", 1)
    assert two.rob.body == (
        "You can't sign SEF-S1 for Mersey Care. For Mersey Care Ada or Eve can sign: two of its signatories, leads and "
        "deputies sign. Ada and Eve are asked now."
    )


# --- On paper -----------------------------------------------------------------------------------------------------


def test_one_copy_with_both_signatures_is_enough(two):
    hands_in(two, "pia", "Pia", "Ben")
    assert lines(board(two), "Signed") == ["• Signed (1): LUHFT"]
    (one,) = counterparts(two)
    assert (one.name, signed_by(two, one)) == ("Ben and Pia", [("Ben", "lead"), ("Pia", "signatory")])
    assert buttons_of(two.ben.dm("Signed for LUHFT")) == ["Show details"]


def test_a_copy_beside_a_signature_in_the_chat_adds_whose_is_on_it(two):
    signs(two, "pia")
    hands_in(two, "pia", "Pia")
    assert lines(board(two), "Signed in part") == [
        "• Signed in part: LUHFT: 1 of 2 have signed (Pia, Thu 1 Sep 2022); Ben is asked now"
    ]
    records_copy(two, "luhft", "Ben", signed_on="2022-09-01")
    assert lines(board(two), "Signed") == ["• Signed (1): LUHFT"]


def test_a_copy_that_is_looked_at_counts_for_whoever_signed_it_once_it_is_accepted(make_world):
    source = pack('{at_least: 2, clause: "13.2"}', "  looked_at: true\n")
    world = make_world("2022-09-01 09:30", sources={"sefton-2022": source}, begin=begin)
    hands_in(world, "pia", "Pia")
    assert lines(board(world), "LUHFT") == [
        "• Has opened it: LUHFT: 0 of 2 have signed; Ben is asked now; the copy of Pia is to be looked at"
    ]
    world.sam.presses("Look at it", world.sam.dm("A signed copy of LUHFT"))
    world.sam.submits({"result": "reject", "reason": "There is no signature on page 3."})
    assert lines(board(world), "LUHFT") == [
        "• Has opened it: LUHFT: 0 of 2 have signed; Pia and Ben are asked now",
        "• Asked again: LUHFT, whose copy was rejected: There is no signature on page 3.",
    ]
    assert lines(asked(world, "pia").shown(), "rejected", "no signature") == [
        "Your copy was rejected (signed.pdf) by Sam. Please give another one.",
        "There is no signature on page 3.",
    ]
    assert len([m for m in world.ben.dms() if "Read and sign" in buttons_of(m)]) == 1  # nothing was his
    signs(world, "ben")
    hands_in(world, "pia", "Pia", content=pdf("Signed anew"))
    assert lines(board(world), "LUHFT") == ["• Handed in, to be looked at (1): LUHFT"]
    world.sam.presses("Look at it", world.sam.dm("A signed copy of LUHFT"))
    world.sam.submits({"result": "accept"})
    assert lines(board(world), "LUHFT") == ["• Signed (1): LUHFT"]
    shows(world, "sam")
    world.sam.presses("Reject a copy")
    (copy,) = options(world.sam, "copy", "Pia")
    world.sam.submits({"copy": copy, "reason": "It is another document."})
    assert lines(board(world), "LUHFT:") == [
        "• Signed in part: LUHFT: 1 of 2 have signed (Ben, Thu 1 Sep 2022); Pia is asked now"
    ]


def test_the_secretary_records_for_a_partner_outside_the_chat_whose_signatures_are_on_a_copy(make_world):
    source = pack('{at_least: 2, clause: "13.2"}', by="[sefton-cvs]")
    world = make_world("2022-09-01 09:30", sources={"sefton-2022": source}, begin=begin)
    assert lines(board(world), "Sefton CVS:") == [
        "• Asked: Sefton CVS: 0 of 2 have signed; nobody who may sign is in the chat"
    ]
    records_copy(world, "sefton-cvs", "Ola", signed_on="2022-09-01")
    assert lines(board(world), "Sefton CVS:") == [
        "• Signed in part: Sefton CVS: 1 of 2 have signed (Ola, Thu 1 Sep 2022); nobody else who may sign is in the chat"
    ]
    world.sam.types("/partnership people")
    world.sam.presses("Add to the roster")
    world.sam.submits({"name": "Uma", "capacity": "deputy", "partner": "sefton-cvs"})
    records_copy(world, "sefton-cvs", "Uma", signed_on="2022-09-01")
    assert lines(board(world), "partner") == [
        "The one partner that is asked has signed. In effect since Thu 1 Sep 2022 (clause 12.1)."
    ]


def test_whoever_could_not_sign_on_that_day_is_refused_beside_the_question(two):
    shows(two, "sam")
    two.sam.presses("Record a counterpart")
    two.sam.changes("partner", "luhft")
    two.sam.submits(
        {"signed_on": "2022-08-30", "dated_before": "Its board met.", "version": "1", "position": "Chair"}
        | {"signers": options(two.sam, "signers", "Tom", "Ben"), "evidence": "By post"},
        unchecked=True,
    )
    assert two.sam.modal_errors == {
        "signers": "By the roster Tom could not sign for LUHFT on Tue 30 Aug 2022: not its signatory, lead or deputy then."
    }
    two.sam.submits({"signed_on": "2022-06-30"}, unchecked=True)  # the last day of Tom's
    assert two.sam.modal is None, two.sam.modal_errors
    assert lines(board(two), "Signed") == ["• Signed (1): LUHFT"]
    assert [signed_by(two, one) for one in counterparts(two)] == [[("Ben", "lead"), ("Tom", "lead")]]


# --- Instead of signing -------------------------------------------------------------------------------------------


def test_one_who_does_not_sign_is_asked_no_more_and_the_next_who_may_is(three):
    presses(three, "eve", "Decline", whose="alone", words="I am away.")
    assert lines(board(three), "Mersey Care") == [
        "• Asked: Mersey Care: 0 of 2 have signed; Ada and Rob are asked now",
        "• Does not sign: Eve, for Mersey Care: I am away.",
    ]
    assert lines(thread(three), "Eve") == [
        "SEF-S1: Eve does not sign for Mersey Care",
        "Eve does not sign for Mersey Care. Mersey Care: 0 of 2 have signed; Ada and Rob are asked now.",
        "Eve (for Mersey Care), Thu 1 Sep 2022, 09:30",
    ]
    assert lines(body_of(three.eve.dm("You do not sign"))) == [
        "SEF-S1: Collaboration agreement 2022",
        "You do not sign for Mersey Care. Somebody else of it is asked.",
        "[Show details]",
    ]
    signs(three, "rob", "ada")
    assert lines(board(three), "Signed", "Does not sign") == [
        "• Signed (1): Mersey Care",
        "• Does not sign: Eve, for Mersey Care: I am away.",
    ]


def test_who_said_so_can_still_sign_and_then_it_is_said_no_more(three):
    presses(three, "eve", "Decline", whose="alone", words="I am away.")
    three.eve.types("/partnership signature SEF-S1")
    three.eve.presses("Read and sign")
    three.eve.submits({"position": "Deputy", "read": ["yes"], "attested": ["yes"]})
    assert lines(board(three), "Eve") == [
        "• Signed in part: Mersey Care: 1 of 2 have signed (Eve, Thu 1 Sep 2022); Ada is asked now"
    ]


def test_where_too_few_would_be_left_it_is_the_partner_that_declines(three):
    three.ben.presses("Decline", asked(three, "ben"))
    assert "whose" not in three.ben.fields
    three.ben.submits({"words": "Our board wants clause 10 changed."})
    assert lines(board(three), "LUHFT") == ["• Declined: LUHFT: Our board wants clause 10 changed."]
    presses(three, "ada", "Decline", whose="partner", words="Nor does ours.")
    assert lines(board(three), "Mersey Care") == ["• Declined: Mersey Care: Nor does ours."]
    signs(three, "eve")
    assert lines(board(three), "Mersey Care") == [
        "• Signed in part: Mersey Care: 1 of 2 have signed (Eve, Thu 1 Sep 2022); Ada is asked now"
    ]


def test_one_of_them_hands_over_to_somebody_who_is_not_asked(three):
    three.ada.presses("Hand it over", asked(three, "ada"))
    assert options(three.ada, "person") == options(three.ada, "person", "Rob")
    three.ada.submits({"person": options(three.ada, "person", "Rob")[0], "words": "I am on leave."})
    assert lines(board(three), "Mersey Care:") == [
        "• Asked: Mersey Care: 0 of 2 have signed; Eve and Rob are asked now"
    ]
    assert lines(asked(three, "rob").shown(), "handed") == ["Ada has handed it to you: I am on leave."]
    assert buttons_of(three.ada.dm("Rob signs for Mersey Care now.")) == ["Show details"]
    three.rob.presses("Hand it over", asked(three, "rob"))
    assert options(three.rob, "person") == options(three.rob, "person", "Ada")


def test_the_secretary_names_who_signs_and_nobody_twice(three):
    shows(three, "sam")
    three.sam.presses("Who signs")
    rob, ada = (options(three.sam, "person-0", name)[0] for name in ("Rob", "Ada"))
    three.sam.submits({"person-0": rob, "person-1": rob, "words": "As they asked."}, unchecked=True)
    assert three.sam.modal_errors == {
        "person-1": "This person is named already, and signs once. Please choose somebody else."
    }
    three.sam.submits({"person-1": ada})
    assert three.sam.modal is None, three.sam.modal_errors
    assert lines(board(three), "Mersey Care:") == [
        "• Asked: Mersey Care: 0 of 2 have signed; Ada and Rob are asked now"
    ]
    assert lines(thread(three), "sign for") == [
        "SEF-S1: Rob and Ada sign for Mersey Care",
        "Rob and Ada sign for Mersey Care.",
    ]
    assert lines(body_of(three.eve.dm("sign for Mersey Care now")), "now") == [
        "Rob and Ada sign for Mersey Care now. Nothing more is asked of you here."
    ]
    assert lines(asked(three, "rob").shown(), "handed") == ["Sam has handed it to you: As they asked."]


# --- Who leaves, and who is chased --------------------------------------------------------------------------------


def test_what_somebody_signed_holds_after_they_left_and_who_leaves_before_is_passed_over(three):
    signs(three, "ada")
    ends(three, "Ada, lead", "2022-09-01")
    ends(three, "Eve, deputy", "2022-09-01")
    three.at("2022-09-16 10:00")
    assert lines(shows(three, "sam"), "Mersey Care: signed") == [
        "• Mersey Care: signed in part: 1 of 2 have signed (Ada, Thu 1 Sep 2022); Rob is asked now"
    ]
    assert sorted(three.sent("nudge")) == [("Ben", "2022-09-15 09:00"), ("Rob", "2022-09-15 09:00")]
    three.rob.presses("Read and sign", three.rob.dms()[-1])
    three.rob.submits({"position": "Director", "read": ["yes"], "attested": ["yes"]})
    assert lines(board(three), "Signed (1)") == ["• Signed (1): Mersey Care"]


def test_only_those_who_still_owe_are_chased(two):
    signs(two, "pia", "ada", "eve")
    two.at("2022-09-16 10:00")
    assert two.sent("nudge") == [("Ben", "2022-09-15 09:00")]
    assert lines(two.ben.opens_home(), "is to sign it") == [
        "LUHFT is to sign it; due Fri 30 Sep 2022 (in 9 operational days)"
    ]
    assert "Read and sign" in two.ben.opens_home()
    assert "Read and sign" not in two.pia.opens_home()


def test_whoever_has_signed_has_a_reminder_without_the_press_and_the_other_keeps_theirs(two):
    two.at("2022-09-16 10:00")
    assert sorted(name for name, _ in two.sent("nudge")) == ["Ada", "Ben", "Eve", "Pia"]
    two.pia.presses("Read and sign", two.pia.dms()[-1])
    two.pia.submits({"position": "Chief executive", "read": ["yes"], "attested": ["yes"]})
    assert not [m for m in two.pia.dms() if "Read and sign" in buttons_of(m)]
    assert (
        len([m for m in two.ben.dms() if "Read and sign" in buttons_of(m)]) == 2
    )  # what asked him, and what reminds him


def test_until_a_partner_can_sign_none_of_its_people_is_chased_and_all_are_asked_again_then(two):
    presses(two, "pia", "Not yet", until="2022-09-20", words="The board meets on 19 September.")
    two.at("2022-09-16 10:00")
    assert {name for name, _ in two.sent("nudge")} == {"Ada", "Eve"}
    two.at("2022-09-20 10:00")
    for name in ("pia", "ben"):
        assert len([m for m in two.players[name].dms() if m.shown().startswith("Please sign SEF-S1")]) == 2


def test_a_new_version_is_asked_of_each_of_them_anew(two):
    signs(two, "pia", "ben", "ada")
    shows(two, "sam")
    two.sam.presses("A new version")
    two.sam.submits({"document": gives(two, "sam", SIGNED_COPY), "words": "Clause 9."})
    assert lines(board(two), "have signed;") == [
        "• Asked: Mersey Care: 0 of 2 have signed; Ada and Eve are asked now",
        "• Asked: LUHFT: 0 of 2 have signed; Pia and Ben are asked now",
    ]
    signs(two, "pia", "ben", "ada", "eve")
    assert row(two).effective_on.isoformat() == "2022-09-01"


def test_withdrawn_it_is_asked_of_none_of_them(two):
    signs(two, "pia")
    shows(two, "sam")
    two.sam.presses("Withdraw")
    two.sam.submits({"words": "We start anew."})
    for name in ("ada", "eve", "pia", "ben"):
        assert not [m for m in two.players[name].dms() if "Read and sign" in buttons_of(m)]
    assert lines(board(two), "LUHFT") == ["• Did not sign (2): Mersey Care and LUHFT"]
