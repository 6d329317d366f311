"""When an agreement takes effect: each by its own rule, and never with a partner missing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from rules.errors import Refusal
from rules.open_points import settle
from rules.signatures import (
    MOVES,
    Counterpart,
    Document,
    DocumentKind,
    RequestState,
    Stand,
    check_move,
    in_chat,
    signatories,
    signing,
    stand,
)
from rules.terms import Successor
from storage.packs import read_pack

MSE, HALTON, SEFTON = (read_pack(key) for key in ("mid-south-essex-2020", "one-halton-2021", "sefton-2022"))
PRINTED = tuple(partner.key for partner in HALTON.partners if partner.key != "hsh-voluntary-action")


def signed(terms, on, *, but=()):
    return [Counterpart(partner.key, on, 1) for partner in terms.partners if partner.key not in but]


# --- Mid and South Essex 15.3: the latest of the first counterparts -----------------------------------------------


def test_twenty_of_twenty_one_is_not_effective():
    found = signing(MSE, signed(MSE, date(2020, 6, 12), but=("nelft",)), on=date(2020, 6, 30))
    assert (len(found.first), found.needed, found.missing, found.effective_on) == (20, 21, ("nelft",), None)


def test_it_takes_effect_with_the_last_of_twenty_one():
    found = [*signed(MSE, date(2020, 6, 12), but=("nelft",)), Counterpart("nelft", date(2020, 7, 1))]
    assert signing(MSE, found, on=date(2020, 7, 1)).effective_on == date(2020, 7, 1)
    assert signing(MSE, found, on=date(2020, 6, 30)).effective_on is None


def test_a_partner_that_signs_again_counts_from_the_first_time():
    twice = [Counterpart("nelft", date(2020, 7, 5)), Counterpart("nelft", date(2020, 6, 11))]
    found = signing(MSE, [*signed(MSE, date(2020, 6, 10), but=("nelft",)), *twice], on=date(2020, 7, 6))
    assert found.first["nelft"] == date(2020, 6, 11)
    assert found.effective_on == date(2020, 6, 11)


def test_what_was_signed_of_an_earlier_version_does_not_count():
    old, new = signed(MSE, date(2020, 6, 12)), [Counterpart("nelft", date(2020, 6, 20), 2)]
    second = Document(version=2)
    assert signing(MSE, [*old, *new], on=date(2020, 7, 1), document=second).first == {"nelft": date(2020, 6, 20)}
    assert signing(MSE, [*old, *new], on=date(2020, 7, 1)).effective_on == date(2020, 6, 12)


# --- One Halton 14.1 and 16: the date signed, ten printed rows for eleven parties ---------------------------------


def test_the_ten_printed_rows_are_ten_of_eleven():
    found = signing(HALTON, [Counterpart(partner, date(2021, 9, 30)) for partner in PRINTED], on=date(2021, 10, 1))
    assert (len(found.first), found.needed) == (10, 11)
    assert found.missing == found.without_row == ("hsh-voluntary-action",)
    assert found.effective_on is None


@pytest.mark.parametrize(
    ("decided", "effective"),
    [
        pytest.param(None, date(2021, 9, 30), id="nothing is decided: the last signature"),
        pytest.param("2021-10-01", date(2021, 10, 1), id="the partners decided on a later day"),
        pytest.param("2021-09-01", date(2021, 9, 30), id="never before the last has signed"),
    ],
)
def test_the_date_signed_is_the_last_ones_unless_the_partners_decide(decided, effective):
    terms = settle(HALTON, {"commencement": decided}) if decided else HALTON
    assert signing(terms, signed(terms, date(2021, 9, 30)), on=date(2021, 10, 5)).effective_on == effective


# --- Sefton 12.1: the date on page one, which is blank ------------------------------------------------------------


def test_all_have_signed_and_page_one_has_no_date():
    found = signing(SEFTON, signed(SEFTON, date(2022, 9, 15)), on=date(2022, 9, 16))
    assert (len(found.first), found.missing, found.undated, found.effective_on) == (11, (), True, None)


def test_once_the_date_is_decided_it_takes_effect_on_it():
    terms = settle(SEFTON, {"commencement": "2022-10-01"})
    assert signing(terms, signed(terms, date(2022, 9, 15)), on=date(2022, 9, 16)).effective_on == date(2022, 10, 1)
    assert signing(terms, signed(terms, date(2022, 9, 15), but=("luhft",)), on=date(2022, 10, 2)).effective_on is None


def test_a_day_that_the_document_states_itself_stands_above_the_blank_one():
    stated = Document(begins=date(2022, 11, 1))
    found = signing(SEFTON, signed(SEFTON, date(2022, 9, 15)), on=date(2022, 9, 16), document=stated)
    assert (found.undated, found.effective_on) == (False, date(2022, 11, 1))
    late = signing(SEFTON, signed(SEFTON, date(2022, 12, 1)), on=date(2022, 12, 2), document=stated)
    assert late.effective_on == date(2022, 12, 1)


# --- Other documents: with the last signature of those they name --------------------------------------------------


@pytest.mark.parametrize("kind", [kind for kind in DocumentKind if kind is not DocumentKind.AGREEMENT])
def test_any_other_document_takes_effect_with_its_last_signature(kind):
    named = Document(kind, by=("luhft", "mersey-care"))
    given = [Counterpart("luhft", date(2022, 9, 1)), Counterpart("mersey-care", date(2022, 9, 5))]
    assert signing(SEFTON, given[:1], on=date(2022, 9, 9), document=named).missing == ("mersey-care",)
    assert signing(SEFTON, given, on=date(2022, 9, 9), document=named).effective_on == date(2022, 9, 5)
    assert signing(SEFTON, given, on=date(2022, 9, 4), document=named).effective_on is None


def test_a_partner_that_was_succeeded_meanwhile_need_not_sign_any_more():
    after = Successor(partner="mersey-care", since=date(2022, 9, 10))
    partners = tuple(p.model_copy(update={"succeeded_by": after}) if p.key == "luhft" else p for p in SEFTON.partners)
    terms, named = SEFTON.model_copy(update={"partners": partners}), Document(DocumentKind.OTHER, by=("luhft", "icb"))
    given = [Counterpart("icb", date(2022, 9, 1))]
    assert signing(terms, given, on=date(2022, 9, 9), document=named).missing == ("luhft",)
    assert signing(terms, given, on=date(2022, 9, 10), document=named).effective_on == date(2022, 9, 1)


# --- How a partner stands, and what is accepted -------------------------------------------------------------------

DAY = date(2022, 9, 20)


@pytest.mark.parametrize(
    ("signed_", "declined", "until", "seen", "expected"),
    [
        (False, False, None, False, Stand.ASKED),
        (False, False, None, True, Stand.SEEN),
        (False, False, date(2022, 9, 21), True, Stand.CANNOT_YET),
        (False, False, date(2022, 9, 20), True, Stand.SEEN),  # the day has come
        (False, True, date(2022, 9, 21), True, Stand.DECLINED),
        (True, True, date(2022, 9, 21), True, Stand.SIGNED),
    ],
)
def test_how_a_partner_stands(signed_, declined, until, seen, expected):
    assert stand(signed=signed_, declined=declined, cannot_until=until, seen=seen, on=DAY) is expected


@pytest.mark.parametrize(
    ("terms", "point", "decided"),
    [(SEFTON, "signing", "in-chat, wet-ink"), (HALTON, "signing", "in-chat"), (MSE, "digital-formats", "in-chat")],
)
def test_signing_in_the_chat_is_accepted_only_once_the_partners_have_agreed(terms, point, decided):
    assert not in_chat(terms)
    assert in_chat(settle(terms, {point: decided}))


def test_what_is_complete_or_withdrawn_never_moves_again():
    for state in RequestState:
        for to in RequestState:
            if to in MOVES[state]:
                check_move(state, to)
            else:
                with pytest.raises(Refusal, match=r"nothing more can be done"):
                    check_move(state, to)
    assert [state for state in RequestState if not MOVES[state]] == [s for s in RequestState if s.final]


# --- Properties -----------------------------------------------------------------------------------------------------

FIRST = date(2020, 6, 1)
SIGNED = st.lists(
    st.builds(
        Counterpart,
        st.sampled_from([*signatories(MSE, FIRST), "a-stranger"]),
        st.integers(0, 60).map(lambda days: FIRST + timedelta(days)),
        st.integers(1, 2),
    ),
    max_size=60,
)


@given(found=SIGNED, on=st.integers(0, 70).map(lambda days: FIRST + timedelta(days)), data=st.data())
def test_no_order_makes_it_effective_with_one_missing_or_before_the_latest_first(found, on, data):
    seen = signing(MSE, found, on=on)
    assert signing(MSE, data.draw(st.permutations(found)), on=on) == seen
    assert seen.needed == 21
    if seen.missing:
        assert seen.effective_on is None
    else:
        assert seen.effective_on == max(seen.first.values()) <= on


@given(found=SIGNED)
def test_signing_more_never_undoes_what_is_effective(found):
    before = signing(MSE, [*found, *signed(MSE, date(2020, 7, 15))], on=date(2020, 8, 1)).effective_on
    assert before is not None
    after = signing(
        MSE, [*found, *signed(MSE, date(2020, 7, 15)), *signed(MSE, date(2020, 7, 20))], on=date(2020, 8, 1)
    )
    assert after.effective_on == before
