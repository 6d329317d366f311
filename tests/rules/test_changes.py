"""The terms as a signed document makes them: somebody joins, takes another's place, or the last day moves."""

from __future__ import annotations

from datetime import date

import pytest

from rules.changes import extended, joined
from rules.electorates import gone
from rules.errors import Refusal
from rules.signatures import signatories
from storage.packs import pack_text, parse_pack, read_pack

SEFTON, HALTON, MSE = (read_pack(key) for key in ("sefton-2022", "one-halton-2021", "mid-south-essex-2020"))
ON = date(2022, 10, 1)


def newcomer(**more):
    known = {
        "key": "carers-centre",
        "name": "Sefton Carers Centre",
        "short": "Carers Centre",
        "roles": ["provider"],
        "category": "provider",
        "eligibility": None,
        "replaces": None,
    }
    return known | more


def test_a_newcomer_is_party_to_it_from_the_day_and_not_before():
    terms = joined(SEFTON, newcomer(), ON)
    assert len(terms.partners) == 12
    assert "carers-centre" not in signatories(terms, date(2022, 9, 30))
    assert signatories(terms, ON)[-1] == "carers-centre"
    assert terms.partners[:-1] == SEFTON.partners


def test_a_successor_stands_in_the_place_of_the_other_from_the_day():
    terms = joined(SEFTON, newcomer(replaces="luhft"), ON)
    luhft = next(partner for partner in terms.partners if partner.key == "luhft")
    assert gone(terms, luhft, date(2022, 9, 30)) is None
    assert gone(terms, luhft, ON) == "succeeded by Carers Centre on Sat 1 Oct 2022"
    assert len(signatories(terms, ON)) == 11


def test_where_classes_decide_who_votes_a_newcomer_has_one():
    joined(MSE, newcomer(category="other-partners", eligibility="other"), ON)
    with pytest.raises(Refusal, match="The terms would not be sound"):
        joined(MSE, newcomer(category="other-partners", eligibility="no-such-class"), ON)


@pytest.mark.parametrize("wrong", [{"key": "luhft"}, {"category": "nobody"}, {"roles": []}, {"short": "x" * 41}])
def test_who_cannot_join_so_is_refused_in_a_sentence(wrong):
    with pytest.raises(Refusal, match="The terms would not be sound"):
        joined(SEFTON, newcomer(**wrong), ON)


def test_an_extension_moves_the_last_day_and_nothing_else():
    terms = extended(HALTON, date(2023, 3, 31))
    assert (HALTON.term.ends, terms.term.ends) == (date(2022, 3, 31), date(2023, 3, 31))
    assert terms.model_copy(update={"term": HALTON.term}) == HALTON


def test_what_was_made_so_is_a_pack_that_can_be_read_and_checked():
    terms = joined(SEFTON, newcomer(), ON)
    assert parse_pack(pack_text(terms, "Made by SEF-S1"), file="made") == terms
