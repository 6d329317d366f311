"""What the agreement asks for under a signature: a copy that lacks some of it does not count until it is completed."""

from __future__ import annotations

import pytest

from tests.pdfs import pdf
from tests.scenarios.conftest import buttons_of
from tests.scenarios.hostile.kit import check_all, survives
from tests.scenarios.reading_kit import lines
from tests.scenarios.signatures.kit import (
    ESSEX,
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
)

TAKE_TURNS = True
MISSING = {"position": "", "organisation": "Essex CC"}
TWO = "the organisation and the date are missing"
LACKS_TWO = f"It is incomplete: {TWO}"
JO_HALL = "Jo Hall, Chair, on Wed 10 Jun 2020 (by a scan)"
NEWS = (
    "A counterpart of Essex CC is here, and incomplete: Jo Hall, on Wed 10 Jun 2020 (by a scan). The "
    "agreement asks for the position (clause 15), and it does not stand on it. It counts once it is completed."
)


def ask(world):
    world.without_daily_lists()
    requests(world, channel=ESSEX, target_on="2020-06-30", partners=["essex-council", "mid-essex-ccg"])


@pytest.fixture
def essex(make_world):
    return make_world("2020-06-10 09:30", "mid-south-essex-2020", begin=ask)


def scans(world, **more):
    given = {"document": gives(world, "ess", SIGNED_COPY), "version": "1", "signed_on": "2020-06-10", "name": "Jo Hall"}
    presses(world, "ess", "Hand in a signed copy", **given | {"position": "Chair", "organisation": "Us"} | more)


def test_a_copy_with_all_that_is_asked_for_counts(essex):
    scans(essex)
    assert lines(board(essex, "MSE-S1", ESSEX), "Signed") == ["• Signed (1): Essex CC"]
    (one,) = counterparts(essex)
    assert (one.position, one.organisation, one.lacks) == ("Chair", "Us", None)


def test_a_copy_without_the_position_is_incomplete_and_completed_by_its_partner(essex):
    scans(essex, **MISSING)
    assert lines(essex.ess.body, "incomplete") == [NEWS]
    assert lines(board(essex, "MSE-S1", ESSEX), "Not in effect", "Incomplete") == [
        "0 of 2 partners have signed: of Essex CC, the position is missing. Not in effect (clause 15.3).",
        "• Incomplete: Essex CC, without the position",
    ]
    assert lines(shows(essex, "ess", "MSE-S1", ESSEX), "is missing") == [
        "0 of 2 partners have signed: of Essex CC, the position is missing. Not in effect (clause 15.3).",
        "• Essex CC: Jo Hall, on Wed 10 Jun 2020 (by a scan). It is incomplete: the position is missing",
    ]
    essex.ess.presses("Complete it (Essex CC)")
    essex.ess.submits({"position": "Chair", "words": "Written on the copy by hand."})
    assert lines(essex.ess.answer, "completed") == [
        "MSE-S1: the counterpart of Essex CC is completed",
        "The counterpart of Essex CC is completed, and counts: Jo Hall, Chair, on Wed 10 Jun 2020 (by a scan).",
    ]
    assert lines(board(essex, "MSE-S1", ESSEX), "Signed", "Incomplete") == ["• Signed (1): Essex CC"]
    facts = essex.facts("counterpart-completed")
    assert (facts["added"], facts["words"]) == ({"position": "Chair"}, "Written on the copy by hand.")
    assert essex.register("MSE-S1")[-2:] == ["counterpart-signed", "counterpart-completed"]
    essex.ess.guesses("signature_complete", 1, channel=ESSEX)
    assert essex.ess.body == "The counterpart of Essex CC is complete. Nothing more to do."


def test_the_secretary_completes_one_on_behalf_and_the_last_puts_it_into_effect(essex):
    records(essex, "essex-council", reference="MSE-S1", channel=ESSEX, signed_on="2020-06-10")
    records(essex, "mid-essex-ccg", reference="MSE-S1", channel=ESSEX, signed_on=None, organisation="")
    said = shows(essex, "sam", "MSE-S1", ESSEX)
    assert lines(said, "are missing") == [
        f"1 of 2 partners have signed: of Mid-Essex CCG, {TWO}. Not in effect (clause 15.3).",
        f"• Mid-Essex CCG: Ola Brown, Chair, undated (recorded by the secretary). {LACKS_TWO}",
    ]
    assert row(essex, "MSE-S1").effective_on is None
    essex.at("2020-06-12 10:00")
    shows(essex, "sam", "MSE-S1", ESSEX)
    essex.sam.presses("Complete it (Mid-Essex CCG)")
    later = {
        "organisation": "Mid-Essex CCG",
        "signed_on": "2020-06-13",
        "words": "By telephone",
        "evidence": "Mid, 11:00",
    }
    essex.sam.submits(later, unchecked=True)
    assert essex.sam.modal_errors == {"signed_on": "Please choose Fri 12 Jun 2020 or an earlier day."}
    essex.sam.submits(later | {"signed_on": "2020-06-11"})
    assert essex.sam.modal is None
    assert lines(board(essex, "MSE-S1", ESSEX), "In effect") == [
        "All 2 partners have signed. In effect since Thu 11 Jun 2020 (clause 15.3)."
    ]
    facts = essex.facts("counterpart-completed")
    assert (facts["on_behalf"], facts["evidence"]) == (True, "Mid, 11:00")
    assert facts["added"] == {"organisation": "Mid-Essex CCG", "date": "2020-06-11"}


def test_a_partner_whose_copy_is_incomplete_is_still_asked_and_can_hand_in_another(essex):
    scans(essex, **MISSING)
    assert "Hand in a signed copy" in buttons_of(asked(essex, "ess", "Hand in a signed copy"))
    scans(essex)
    assert lines(board(essex, "MSE-S1", ESSEX), "Signed", "Incomplete") == ["• Signed (1): Essex CC"]
    essex.ess.guesses(
        "signature_complete", 1, channel=ESSEX
    )  # the first can be completed all the same, and is kept beside it
    essex.ess.submits({"position": "Chair", "words": "By hand"})
    assert lines(essex.ess.answer, "beside") == [
        f"The counterpart of Essex CC is completed, and kept beside the one that counts: {JO_HALL}."
    ]


def test_nobody_else_completes_it(essex):
    scans(essex, **MISSING)
    essex.mid.guesses("signature_complete", 1, channel=ESSEX)
    assert essex.mid.body == (
        "You can't complete the counterpart of MSE-S1 for Essex CC. Ess (lead, Essex CC) or Sam (secretary) can."
    )
    essex.mid.guesses("signature_complete", 99, channel=ESSEX)
    assert essex.mid.body.startswith("I know no such request for signatures")
    assert lines(board(essex, "MSE-S1", ESSEX), "Incomplete") == ["• Incomplete: Essex CC, without the position"]


def test_what_lacks_something_of_an_older_version_is_not_worth_completing(essex):
    scans(essex, **MISSING)
    shows(essex, "sam", "MSE-S1", ESSEX)
    essex.sam.presses("A new version")
    essex.sam.submits({"document": gives(essex, "sam", pdf("Changed")), "words": "Clause 9."})
    essex.ess.guesses("signature_complete", 1, channel=ESSEX)
    assert essex.ess.body == (
        "That counterpart is of version 1, and version 2 is to be signed, so it would not count. "
        "Please hand in a signed copy of the new one."
    )


def test_what_is_typed_into_it_comes_out_as_text(essex):
    scans(essex, name="", position="", organisation="")
    essex.ess.guesses("signature_complete", 1, channel=ESSEX)
    survives(essex.ess, "signature_complete")
    shows(essex, "sam", "MSE-S1", ESSEX)
    check_all(essex)
