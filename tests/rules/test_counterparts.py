"""What stands on a counterpart: one that lacks what the agreement asks for does not count until it is completed."""

from __future__ import annotations

from datetime import date

import pytest

from rules.signatures import OWING, Counterpart, Stand, lacking, lacks_words, signing, stand
from storage.packs import read_pack

MSE, HALTON, SEFTON = (read_pack(key) for key in ("mid-south-essex-2020", "one-halton-2021", "sefton-2022"))
POSITION = ("position",)


def nelft(signed_on, *lacks, version=1):
    return Counterpart("nelft", date.fromisoformat(signed_on), version, lacks)


@pytest.mark.parametrize(
    ("last", "signed_on", "incomplete"),
    [
        ([nelft("2020-07-01")], "2020-07-01", {}),
        ([nelft("2020-07-01", "position")], None, {"nelft": POSITION}),
        # A second copy makes up for it, whichever of them came first.
        ([nelft("2020-07-01", "position"), nelft("2020-07-02")], "2020-07-02", {}),
        ([nelft("2020-07-02", "position"), nelft("2020-07-01")], "2020-07-01", {}),
        # Of two that lack something, the one that lacks less is said.
        ([nelft("2020-06-30", "name", "date"), nelft("2020-07-01", "position")], None, {"nelft": POSITION}),
        # One of another version is nothing at all; so is one of a later day, until that day.
        ([nelft("2020-07-01", "position", version=2)], None, {}),
        ([nelft("2020-07-09", "position")], None, {}),
        ([nelft("2020-07-08", "position")], None, {"nelft": POSITION}),
    ],
)
def test_a_copy_without_the_position_does_not_count_until_it_is_completed(last, signed_on, incomplete):
    """MSE 15: nothing takes effect before each of the 21 has executed a counterpart."""
    others = [Counterpart(partner.key, date(2020, 6, 12)) for partner in MSE.partners if partner.key != "nelft"]
    found = signing(MSE, [*others, *last], on=date(2020, 7, 8))
    assert (len(found.first), found.needed) == (21 if signed_on else 20, 21)
    assert found.first.get("nelft") == (date.fromisoformat(signed_on) if signed_on else None)
    assert dict(found.incomplete) == incomplete
    assert found.missing == (() if signed_on else ("nelft",))
    assert found.effective_on == (date.fromisoformat(signed_on) if signed_on else None)


@pytest.mark.parametrize(
    ("terms", "given", "lacks"),
    [
        (MSE, {"name": "Jo Hall", "position": "Chair", "organisation": "EPUT", "date": True}, ()),
        (MSE, {"name": "Jo Hall", "position": "", "organisation": "EPUT", "date": True}, POSITION),
        (MSE, {"name": "Jo Hall", "date": False}, ("position", "organisation", "date")),
        (HALTON, {"name": "Jo Hall", "position": "Chair", "date": True}, ("organisation",)),
        (SEFTON, {}, ()),  # its document asks for nothing in particular
    ],
)
def test_only_what_the_agreement_asks_for_can_be_lacking(terms, given, lacks):
    assert lacking(terms, given) == lacks


def test_what_is_lacking_in_words():
    assert lacks_words(POSITION) == "the position"
    assert lacks_words(("name", "position", "organisation", "date")) == (
        "the name in print, the position, the organisation and the date"
    )


def test_a_partner_whose_copy_is_incomplete_is_chased_unless_it_declined_or_cannot_yet():
    def stands(**given):
        usual = {"signed": False, "declined": False, "cannot_until": None, "seen": True, "incomplete": True}
        return stand(**usual | given, on=date(2022, 9, 5))

    assert stands() is Stand.INCOMPLETE
    assert stands(signed=True) is Stand.SIGNED
    assert stands(declined=True) is Stand.DECLINED
    assert stands(cannot_until=date(2022, 9, 6)) is Stand.CANNOT_YET
    assert stands(cannot_until=date(2022, 9, 5)) is Stand.INCOMPLETE
    assert set(OWING) == {Stand.INCOMPLETE, Stand.PARTLY, Stand.ASKED, Stand.SEEN}
