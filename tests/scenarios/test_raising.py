"""`/raise-issue`: the form, the living message, the notices with their receipts, and the clock that starts."""

from __future__ import annotations


def test_an_issue_is_raised_and_every_other_partner_is_notified(world):
    reference = world.ada.raises("Discharge delays", "luhft", "sefton-council")

    assert reference == "SEF-1"
    print(world.living("SEF-1").shown())
    print(world.ada.answer)
