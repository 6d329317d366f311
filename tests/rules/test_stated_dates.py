"""A day that the document states holds where the agreement says so, even before the last signature."""

from __future__ import annotations

from datetime import date

import pytest

from rules.signatures import Counterpart, Document, DocumentKind, effect_of, signing
from rules.soundness import faults
from rules.terms import Change, Effect
from storage.packs import read_pack

SEFTON = read_pack("sefton-2022")
RULES = {
    "nothing said": None,
    "the last signature": Effect(rule="last-signature"),
    "a stated day": Effect(rule="stated-date"),
    "a stated day, once signed": Effect(rule="stated-date", once=("signed",)),
}


def under(effect):
    change = Change(how="accession", rule="agreement", effect=effect)
    return SEFTON.model_copy(update={"changes": (*SEFTON.changes, change)})


def signed(last, *, but=()):
    """All have signed on 20 March 2024, but the last of them on a day of its own."""
    *first, final = [partner.key for partner in SEFTON.partners if partner.key not in but]
    return [*(Counterpart(key, date(2024, 3, 20)) for key in first), Counterpart(final, date.fromisoformat(last))]


@pytest.mark.parametrize(
    ("said", "states", "last", "effective"),
    [
        # An accession that states 1 May and is signed on 10 May.
        ("nothing said", "2024-05-01", "2024-05-10", "2024-05-10"),
        ("the last signature", "2024-05-01", "2024-05-10", "2024-05-10"),
        ("a stated day", "2024-05-01", "2024-05-10", "2024-05-10"),
        ("a stated day, once signed", "2024-05-01", "2024-05-10", "2024-05-01"),
        # The day itself, and the day before it: nothing is late.
        ("a stated day, once signed", "2024-05-10", "2024-05-10", "2024-05-10"),
        ("a stated day, once signed", "2024-05-11", "2024-05-10", "2024-05-11"),
        ("the last signature", "2024-05-11", "2024-05-10", "2024-05-11"),
        # Where a day is to be stated and none is, nothing takes effect.
        ("a stated day", None, "2024-05-10", None),
        ("a stated day, once signed", None, "2024-05-10", None),
        ("nothing said", None, "2024-05-10", "2024-05-10"),
    ],
)
def test_the_day_on_which_an_accession_takes_effect(said, states, last, effective):
    begins = date.fromisoformat(states) if states else None
    document = Document(DocumentKind.ACCESSION, begins=begins)
    found = signing(under(RULES[said]), signed(last), on=date(2024, 6, 1), document=document)
    assert found.effective_on == (date.fromisoformat(effective) if effective else None)
    assert max(found.first.values()) == date.fromisoformat(last)


def test_five_of_six_is_no_effect_whatever_day_is_stated():
    document = Document(DocumentKind.ACCESSION, begins=date(2024, 4, 1))
    terms = under(RULES["a stated day, once signed"])
    found = signing(terms, signed("2024-03-20", but=("luhft",)), on=date(2024, 6, 17), document=document)
    assert (found.missing, found.effective_on) == (("luhft",), None)
    full = [*signed("2024-03-20", but=("luhft",)), Counterpart("luhft", date(2024, 6, 17))]
    assert signing(terms, full, on=date(2024, 6, 17), document=document).effective_on == date(2024, 4, 1)


def test_another_kind_of_document_and_the_agreement_keep_their_own_rule():
    terms = under(RULES["a stated day, once signed"])
    assert effect_of(terms, DocumentKind.ACCESSION).once == ("signed",)
    assert effect_of(terms, DocumentKind.VARIATION) == Effect(rule="last-signature")
    assert effect_of(terms, DocumentKind.AGREEMENT) == SEFTON.signatures.effect


@pytest.mark.parametrize(
    ("effect", "message"),
    [
        (Effect(rule="stated-date", once=("signed",)), None),
        (
            Effect(rule="last-signature", once=("signed",)),
            "A day that holds once all have signed is a stated one, and last-signature is none.",
        ),
        (
            Effect(rule="stated-date", once=("signed",), and_all_signed=False),
            "It holds once all have signed, and does not ask that all sign.",
        ),
    ],
)
def test_the_checker_knows_what_contradicts_itself(effect, message):
    number = len(SEFTON.changes)
    found = [one.message for one in faults(under(effect)) if one.path == ("changes", number, "effect", "once")]
    assert found == ([message] if message else [])
