"""What the secretary records for a partner that is not in the chat."""

from __future__ import annotations

from rules.issues import IssueState
from tests.scenarios.issues.kit import asks_for_time, proposes
from tests.scenarios.reading_kit import lines


def test_the_secretary_records_what_came_by_e_mail(world):
    world.ada.raises("Grants", "sefton-cvs")
    proposes(world.ada, "Plan")
    world.sam.opens("SEF-1")
    world.sam.presses("Record for a partner")
    proposal = world.issue("SEF-1").proposals[0].id
    world.sam.submits(
        {"partner": "sefton-cvs", "act": f"issue_agree:{proposal}", "evidence": "E-mail from Ola, 19 December, 10:12"}
    )
    assert world.issue("SEF-1").state is IssueState.RESOLVED
    agreed = world.facts("proposal-agreed")
    assert agreed["on_behalf"] is True
    assert agreed["evidence"] == "E-mail from Ola, 19 December, 10:12"
    assert lines(world.thread("SEF-1")[-1])[1:] == [
        "Sefton CVS agrees to the proposed resolution.",
        "Recorded by Sam on behalf of Sefton CVS, Fri 16 Dec 2022, 09:30, from: E-mail from Ola, 19 December, 10:12",
    ]


def test_more_time_is_agreed_for_a_partner_that_is_not_in_the_chat(world):
    world.ada.raises("Grants", "sefton-cvs")
    asks_for_time(world.ada, "2023-02-28")
    world.sam.opens("SEF-1")
    world.sam.presses("Record for a partner")
    proposal = world.issue("SEF-1").proposals[0].id
    world.sam.submits({"partner": "sefton-cvs", "act": f"issue_agree:{proposal}", "evidence": "By telephone"})
    assert world.due("SEF-1") == "2023-02-28"


def test_nobody_but_the_secretary_acts_on_behalf(world):
    world.ada.raises("Discharge delays", "luhft", "sefton-council")
    world.ida.guesses("issue_behalf", world.issue("SEF-1").id)
    assert world.ida.modal is None
    assert world.ida.body == (
        "You can't record an act on a partner's behalf for SEF-1: the secretary does that. "
        "The secretary, Sam, keeps the roster."
    )


def test_on_behalf_needs_evidence_and_words_where_words_count(world):
    world.ada.raises("Grants", "sefton-cvs")
    world.sam.opens("SEF-1")
    world.sam.presses("Record for a partner")
    world.sam.submits({"partner": "sefton-cvs", "act": "issue_comment"}, unchecked=True)
    assert list(world.sam.modal_errors) == ["evidence"]
    world.sam.submits({"evidence": "Letter"})
    assert list(world.sam.modal_errors) == ["words"]
    world.sam.submits({"words": "They want it in writing"})
    assert world.sam.modal is None
    assert world.facts("issue-commented")["on_behalf"] is True


def test_on_behalf_cannot_do_what_the_partner_may_not(world):
    world.ada.raises("Grants", "luhft")
    world.sam.opens("SEF-1")
    world.sam.presses("Record for a partner")
    world.sam.submits({"partner": "sefton-cvs", "act": "issue_withdraw", "words": "w", "evidence": "e"})
    assert world.sam.modal_errors["partner"] == "This can be done for Mersey Care only."
