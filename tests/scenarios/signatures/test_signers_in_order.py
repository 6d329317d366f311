"""Where a pack says that people sign for a partner in an order: only whoever's turn it is, by whatever route."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from storage.files import place
from tests.hostile import as_shown
from tests.scenarios.conftest import buttons_of
from tests.scenarios.hostile.kit import check_all, quarter
from tests.scenarios.reading_kit import body_of, lines
from tests.scenarios.signatures.kit import (
    asked,
    board,
    counterparts,
    requests,
    row,
    shows,
    sign_in_chat,
    signed_by,
    signs,
)
from tests.scenarios.signatures.signers_kit import ends, hands_in, options, pack, records_copy

TAKE_TURNS = True
LEAD_LAST = '{at_least: 2, of: [signatory, lead], in_order: true, clause: "13.2"}'
NOT_BENS_TURN = (
    "It is not your turn to sign SEF-S1 for LUHFT: its signatory, then its lead sign (clause 13.2). Pia is asked now, "
    "and Ben after that."
)


def asked_in_the_chat(world):
    sign_in_chat(world)
    requests(world, begins_on="2022-09-01")


def begin(world):
    """Eve signs for Mersey Care too, and is on its roster as that."""
    sign_in_chat(world)
    world.sam.types("/partnership people")
    world.sam.presses("Add to the roster")
    world.sam.submits({"name": "Eve", "capacity": "signatory", "partner": "mersey-care"})
    assert world.sam.modal is None, world.sam.modal_errors
    requests(world, begins_on="2022-09-01")


@pytest.fixture
def sefton(make_world):
    """For Mersey Care Eve signs, then Ada; for LUHFT Pia, then Ben."""
    return make_world("2022-09-01 09:30", sources={"sefton-2022": pack(LEAD_LAST)}, begin=begin)


# --- Whose turn it is ---------------------------------------------------------------------------------------------


def test_only_the_first_is_asked_and_the_next_once_they_have_signed(sefton):
    assert lines(board(sefton), "have signed;") == [
        "• Asked: Mersey Care: 0 of 2 have signed; Eve is asked now; Ada comes after that",
        "• Asked: LUHFT: 0 of 2 have signed; Pia is asked now; Ben comes after that",
    ]
    assert (sefton.ben.dms(), sefton.ada.dms()[1:]) == ([], [])
    signs(sefton, "pia")
    assert lines(asked(sefton, "ben").shown(), "have signed") == [
        "For LUHFT its signatory, then its lead sign (clause 13.2): 1 of 2 have signed (Pia, Thu 1 Sep 2022); Ben is asked now."
    ]
    assert lines(board(sefton), "LUHFT:") == [
        "• Signed in part: LUHFT: 1 of 2 have signed (Pia, Thu 1 Sep 2022); Ben is asked now"
    ]
    sefton.at("2022-09-05 10:00")
    signs(sefton, "ben")
    assert lines(board(sefton), "Signed") == ["• Signed (1): LUHFT"]
    assert [signed_by(sefton, one) for one in counterparts(sefton)] == [[("Pia", "signatory")], [("Ben", "lead")]]
    signs(sefton, "eve", "ada")
    assert row(sefton).effective_on == date(2022, 9, 5)


def test_who_is_not_yet_asked_is_offered_no_signing_and_refused_it(sefton):
    shows(sefton, "ben")
    assert buttons_of(sefton.ben._whispers()[-1]) == ["Hand in a signed copy", "Not yet", "Decline", "Who signs"]
    sefton.ben.guesses("signature_sign", 2)  # LUHFT is the second that is asked
    assert sefton.ben.body == NOT_BENS_TURN
    sefton.ben.guesses("signature_delegate", 2)
    assert sefton.ben.body == (
        "You are not asked to sign for LUHFT now: there is nothing to hand over. Pia is asked now, and Ben after that."
    )
    assert counterparts(sefton) == []


def test_a_form_that_was_opened_before_the_turn_went_to_another_is_refused(sefton):
    sefton.pia.presses("Read and sign", asked(sefton, "pia"))
    hands_in(sefton, "ben", "Pia")
    sefton.pia.submits({"position": "Chief executive", "read": ["yes"], "attested": ["yes"]}, unchecked=True)
    assert "You signed version 1 for LUHFT on Thu 1 Sep 2022" in sefton.pia.answer
    assert len(counterparts(sefton)) == 1


def test_only_whoever_s_turn_it_is_is_chased(sefton):
    signs(sefton, "pia")
    sefton.at("2022-09-16 10:00")
    assert sorted(sefton.sent("nudge")) == [("Ben", "2022-09-15 09:00"), ("Eve", "2022-09-15 09:00")]


# --- On paper -----------------------------------------------------------------------------------------------------


def test_a_copy_with_both_is_taken_and_one_with_the_last_alone_is_not(sefton):
    shows(sefton, "ben")
    with pytest.raises(AssertionError, match="It was not the turn of Ben: its signatory, then its lead sign"):
        hands_in(sefton, "ben", "Ben")
    sefton.ben.closes()
    hands_in(sefton, "ben", "Ben", "Pia")
    assert lines(board(sefton), "Signed") == ["• Signed (1): LUHFT"]
    records_copy(sefton, "mersey-care", "Eve", signed_on="2022-09-01")
    records_copy(sefton, "mersey-care", "Ada", signed_on="2022-09-01")
    assert lines(board(sefton), "All") == ["All 2 partners have signed. In effect since Thu 1 Sep 2022 (clause 12.1)."]


def test_a_copy_that_is_dated_before_the_first_has_signed_is_not_taken_either(sefton):
    sefton.at("2022-09-05 10:00")
    signs(sefton, "pia")
    with pytest.raises(AssertionError, match="It was not the turn of Ben"):
        hands_in(sefton, "ben", "Ben", signed_on="2022-09-04")
    sefton.ben.closes()
    hands_in(sefton, "ben", "Ben", signed_on="2022-09-05")
    assert lines(board(sefton), "Signed") == ["• Signed (1): LUHFT"]


def test_while_the_copy_of_the_first_is_looked_at_it_is_nobody_s_turn(make_world):
    source = pack(LEAD_LAST, "  looked_at: true\n")
    world = make_world("2022-09-01 09:30", sources={"sefton-2022": source}, begin=begin)
    hands_in(world, "pia", "Pia")
    assert lines(board(world), "Handed in") == ["• Handed in, to be looked at (1): LUHFT"]
    assert world.ben.dms() == []
    world.ben.guesses("signature_sign", 2)
    assert world.ben.body == (
        "It is not your turn to sign SEF-S1 for LUHFT: its signatory, then its lead sign (clause 13.2). The secretary "
        "looks at a copy of LUHFT first."
    )
    world.sam.presses("Look at it", world.sam.dm("A signed copy of LUHFT"))
    world.sam.submits({"result": "accept"})
    assert buttons_of(asked(world, "ben"))[0] == "Read and sign"


def test_where_the_first_s_copy_is_rejected_after_the_last_signed_both_sign_again_in_turn(sefton):
    hands_in(sefton, "pia", "Pia")
    sefton.at("2022-09-05 10:00")
    signs(sefton, "ben")
    sefton.at("2022-09-06 10:00")
    shows(sefton, "sam")
    sefton.sam.presses("Reject a copy")
    (copy,) = options(sefton.sam, "copy", "Pia")
    sefton.sam.submits({"copy": copy, "reason": "It is not signed."})
    assert lines(board(sefton), "LUHFT") == [
        "• Has opened it: LUHFT: 0 of 2 have signed; Pia is asked now; Ben comes after that",
        "• Asked again: LUHFT, whose copy was rejected: It is not signed.",
    ]
    assert not [m for m in sefton.ben.dms() if "Read and sign" in buttons_of(m)]
    signs(sefton, "pia", "ben", "eve", "ada")
    assert row(sefton).effective_on == date(2022, 9, 6)
    assert [(one.name, one.state.value) for one in counterparts(sefton)][:4] == [
        ("Pia", "rejected"), ("Ben", "accepted"), ("Pia", "accepted"), ("Ben", "accepted"),
    ]  # fmt: skip


# --- Who signs ----------------------------------------------------------------------------------------------------


def test_each_is_named_for_a_place_and_who_is_asked_already_hears_that_another_is(sefton):
    shows(sefton, "sam")
    sefton.sam.presses("Who signs")
    sefton.sam.changes("party", options(sefton.sam, "party", "LUHFT")[0])
    assert [label for label in sefton.sam.page.splitlines() if label.startswith("Who signs ")] == [
        "Who signs first, as its signatory",
        "Who signs second, as its lead",
    ]
    assert options(sefton.sam, "person-0") == options(sefton.sam, "person-0", "Pia")
    assert options(sefton.sam, "person-1") == options(sefton.sam, "person-1", "Ben")
    sefton.sam.submits({"words": "As they asked."}, unchecked=True)
    assert list(sefton.sam.modal_errors.values()) == [
        "They sign already. Please choose somebody else, or close this form."
    ]


def test_a_turn_is_handed_over_to_whoever_could_sign_at_that_place_alone(sefton):
    for name, capacity in (("Rob", "signatory"), ("Lou", "lead")):
        sefton.sam.types("/partnership people")
        sefton.sam.presses("Add to the roster")
        sefton.sam.submits({"name": name, "capacity": capacity, "partner": "luhft"})
    sefton.pia.presses("Hand it over", asked(sefton, "pia"))
    assert options(sefton.pia, "person") == options(sefton.pia, "person", "Rob")
    sefton.pia.submits({"person": options(sefton.pia, "person", "Rob")[0], "words": "I am away."})
    assert lines(board(sefton), "LUHFT:") == [
        "• Asked: LUHFT: 0 of 2 have signed; Rob is asked now; Ben comes after that"
    ]
    sefton.pia.guesses("signature_sign", 2)  # she still may: it is the turn of a signatory
    sefton.pia.submits({"position": "Chief executive", "read": ["yes"], "attested": ["yes"]})
    assert lines(board(sefton), "LUHFT:") == [
        "• Signed in part: LUHFT: 1 of 2 have signed (Pia, Thu 1 Sep 2022); Ben is asked now"
    ]
    assert lines(body_of(sefton.rob.dm("Nothing is asked of you now"))) == [
        "SEF-S1: Collaboration agreement 2022",
        "Nothing is asked of you now. Ben is asked now.",
        "[Show details]",
    ]
    sefton.ben.presses("Hand it over", asked(sefton, "ben"))
    assert options(sefton.ben, "person") == options(sefton.ben, "person", "Lou")


def test_whoever_comes_next_has_left_so_the_next_who_may_is_asked(sefton):
    sefton.sam.types("/partnership people")
    sefton.sam.presses("Add to the roster")
    sefton.sam.submits({"name": "Rob", "capacity": "lead", "partner": "luhft"})
    ends(sefton, "Ben, lead", "2022-09-01")
    sefton.at("2022-09-02 10:00")
    signs(sefton, "pia")
    assert lines(board(sefton), "LUHFT:") == [
        "• Signed in part: LUHFT: 1 of 2 have signed (Pia, Fri 2 Sep 2022); Rob is asked now"
    ]
    signs(sefton, "rob")
    assert lines(board(sefton), "Signed") == ["• Signed (1): LUHFT"]


def test_where_the_only_one_whose_turn_it_is_declines_it_is_the_partner_that_does(sefton):
    sefton.pia.presses("Decline", asked(sefton, "pia"))
    assert "whose" not in sefton.pia.fields
    sefton.pia.submits({"words": "Clause 10."})
    assert lines(board(sefton), "LUHFT") == ["• Declined: LUHFT: Clause 10."]


# --- What is left of it -------------------------------------------------------------------------------------------


def executed(world):
    """The words of the executed copy, as a reader of PDFs has them, without where lines break."""
    document = pypdfium2.PdfDocument(place(world.stage.files, row(world).executed_sha256).read_bytes())
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def test_the_executed_copy_says_who_signed_in_which_capacity_and_what_each_was_shown(sefton):
    hands_in(sefton, "ben", "Ben", "Pia")
    signs(sefton, "eve", "ada")
    said = executed(sefton)
    for words in (
        "For each organisation its signatory, then its lead sign (clause 13.2). Each of them is named as the roster has them",
        "Eve, Chief executive By the roster: Eve (signatory)",
        "Ada, Chief executive By the roster: Ada (lead)",
        "Ben and Pia, Chair By the roster: Ben (lead) and Pia (signatory)",
        "Mersey Care was shown this statement:",
        "Mersey Care Eve (signatory) In a form in the chat, handed in 2022-09-01 08:30:00 UTC",
        "LUHFT Ben (lead) and Pia (signatory) Nothing by Accord: it was signed on paper. Ben handed the scan in",
    ):
        assert words in said
    assert "beside one given already" not in said


def test_hostile_words_of_who_does_not_sign_are_read_as_they_were_typed(make_world):
    source = pack("{at_least: 2, of: [lead, deputy, member]}")
    world = make_world("2022-09-01 09:30", sources={"sefton-2022": source}, begin=asked_in_the_chat)
    for part in range(4):
        world.at(f"2022-09-01 1{part}:00")
        world.eve.presses("Decline", asked(world, "eve"))
        world.eve.submits({"whose": "alone", "words": quarter(part, 900)})
        assert as_shown(quarter(part, 900))[:100] in as_shown(board(world))
        shows(world, "sam")
        world.sam.presses("Who signs")
        eve, ada = (options(world.sam, "person-0", name)[0] for name in ("Eve", "Ada"))
        world.sam.submits({"person-0": eve, "person-1": ada, "words": quarter(part, 140)})
        assert world.sam.modal is None, world.sam.modal_errors
        assert as_shown(quarter(part, 140))[:100] in as_shown(asked(world, "eve").shown())
    check_all(world)
