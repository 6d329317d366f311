"""Declared interests: whom they keep out, until when. Sefton 9.1.1 and 9.1.2."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from rules.calendars import calendar_of
from rules.conflicts import (
    Handling,
    Interest,
    Prompt,
    kept_out,
    late_by,
    later_than_guidance,
    needed_consents,
    prompts,
    round_began,
    touches,
)
from rules.terms import TimeLimit, Unit
from storage.packs import read_pack

SEFTON, HALTON, ESSEX = (read_pack(key) for key in ("sefton-2022", "one-halton-2021", "mid-south-essex-2020"))
PARTNERS = tuple(partner.key for partner in SEFTON.partners)
LONDON = ZoneInfo("Europe/London")


def interest(consents=(), refusals=(), *, needs=PARTNERS[1:], handling=None, ended=False):
    said = {**dict.fromkeys(consents, True), **dict.fromkeys(refusals, False)}
    return Interest(PARTNERS[0], None if needs is None else frozenset(needs), said, handling, ended)


@pytest.mark.parametrize(
    ("found", "out"),
    [
        pytest.param(interest(), True, id="nobody has answered"),
        pytest.param(interest(PARTNERS[1:-1]), True, id="nine of ten have consented"),
        pytest.param(interest(PARTNERS[1:]), False, id="all ten have consented"),
        pytest.param(interest(PARTNERS[1:-1], PARTNERS[-1:]), True, id="one has refused"),
        pytest.param(interest(PARTNERS[1:], handling=Handling.WITHDRAWS), True, id="it withdraws though all consent"),
        pytest.param(interest(PARTNERS[1:], handling=Handling.NOTED), False, id="it is noted, and all consent"),
        pytest.param(interest(handling=Handling.NO_ACTION), True, id="handling takes no consent's place"),
        pytest.param(interest(needs=None), False, id="no consent is asked for (One Halton)"),
        pytest.param(interest(needs=None, handling=Handling.WITHOUT_VOTING), True, id="it does not vote (One Halton)"),
        pytest.param(interest(ended=True), False, id="it is over"),
    ],
)
def test_who_takes_no_part(found, out):
    assert found.keeps_out is out
    assert kept_out([found]) == ((PARTNERS[0],) if out else ())


def test_each_of_the_other_ten_has_to_consent_in_sefton():
    assert needed_consents(SEFTON, "luhft", told=PARTNERS) == frozenset(PARTNERS) - {"luhft"}
    assert len(PARTNERS) == 11
    assert needed_consents(HALTON, HALTON.partners[0].key, told=()) is None


def test_of_a_private_matter_only_those_who_know_of_it_are_asked():
    assert needed_consents(SEFTON, "luhft", told=("luhft", "alder-hey")) == {"alder-hey"}


@pytest.mark.parametrize(
    ("aware", "late"),
    [
        ("2022-12-16 10:00", None),
        ("2022-12-16 09:59", timedelta(minutes=1)),
        ("2022-12-16 09:15", timedelta(minutes=45)),
        ("2022-12-13 10:00", timedelta(days=3)),
    ],
)
def test_immediately_is_counted_in_minutes(aware, late):
    declared = datetime(2022, 12, 16, 10, tzinfo=LONDON)
    assert late_by(SEFTON, datetime.fromisoformat(aware).replace(tzinfo=LONDON), declared, {}) == late
    assert late_by(HALTON, datetime.fromisoformat(aware).replace(tzinfo=LONDON), declared, {}) is None


@pytest.mark.parametrize(
    ("declared", "later"),
    [
        # Aware on Thursday 2 March 2023 at 16:40: until the end of Thursday 30 March, in summer time by then.
        (datetime(2023, 3, 30, 17, 40, tzinfo=LONDON), False),
        (datetime(2023, 3, 30, 23, 59, 59, tzinfo=LONDON), False),
        (datetime(2023, 3, 31, 0, 0, 0, tzinfo=LONDON), True),
    ],
)
def test_the_guidance_s_28_days_are_whole_days(declared, later):
    aware = datetime(2023, 3, 2, 16, 40, tzinfo=LONDON)
    keeps = SEFTON.model_copy(update={"conflicts": SEFTON.conflicts.model_copy(update={"nhs_28_days": True})})
    assert later_than_guidance(keeps, aware, declared) is later
    assert later_than_guidance(SEFTON, aware, declared) is False


INTERESTS = st.builds(
    Interest,
    partner=st.sampled_from(PARTNERS),
    needs=st.none() | st.frozensets(st.sampled_from(PARTNERS)),
    consents=st.dictionaries(st.sampled_from(PARTNERS), st.booleans()),
    handling=st.none() | st.sampled_from(Handling),
    ended=st.booleans(),
)


@given(st.lists(INTERESTS, max_size=6), INTERESTS)
def test_another_declaration_never_lets_more_take_part(declared, another):
    assert set(kept_out(declared)) <= set(kept_out([*declared, another]))


@given(INTERESTS, st.sampled_from(PARTNERS))
def test_silence_is_not_consent(found, silent):
    if found.needs is not None and silent in found.needs and silent not in found.consents:
        assert not found.consented


YEARLY = TimeLimit(number=1, unit=Unit.YEARS)


@pytest.mark.parametrize(
    ("refresh", "first", "today", "began"),
    [
        (YEARLY, "2022-10-01", "2022-09-30", None),
        (YEARLY, "2022-10-01", "2022-10-01", "2022-10-01"),
        (YEARLY, "2022-10-01", "2023-09-30", "2022-10-01"),
        (YEARLY, "2022-10-01", "2023-10-01", "2023-10-01"),
        (YEARLY, "2024-02-29", "2025-02-27", "2024-02-29"),
        (YEARLY, "2024-02-29", "2025-02-28", "2025-02-28"),
        (YEARLY, "2024-02-29", "2028-02-28", "2027-02-28"),
        (YEARLY, "2024-02-29", "2028-02-29", "2028-02-29"),
        (TimeLimit(number=6, unit=Unit.MONTHS), "2022-08-31", "2023-02-28", "2023-02-28"),
        (TimeLimit(number=6, unit=Unit.MONTHS), "2022-08-31", "2023-08-30", "2023-02-28"),
        (TimeLimit(number=6, unit=Unit.MONTHS), "2022-08-31", "2023-08-31", "2023-08-31"),
        # 20 operational days after Saturday 1 October 2022 are Friday the 28th, and 20 after that Friday 25 November.
        (TimeLimit.model_validate("20 operational-days on operational-days"), "2022-10-01", "2022-10-27", "2022-10-01"),
        (TimeLimit.model_validate("20 operational-days on operational-days"), "2022-10-01", "2022-10-28", "2022-10-28"),
        (TimeLimit.model_validate("20 operational-days on operational-days"), "2022-10-01", "2022-11-24", "2022-10-28"),
        (TimeLimit.model_validate("20 operational-days on operational-days"), "2022-10-01", "2022-11-25", "2022-11-25"),
        # 48 hours are two days, and not 48; the night the clocks go back has 25 hours, so the third comes at 23:00.
        (TimeLimit.model_validate("48 hours"), "2022-10-24", "2022-10-25", "2022-10-24"),
        (TimeLimit.model_validate("48 hours"), "2022-10-24", "2022-10-26", "2022-10-26"),
        (TimeLimit.model_validate("48 hours"), "2022-10-24", "2022-10-31", "2022-10-31"),
        (None, "2022-10-01", "2023-10-01", None),
        (TimeLimit(number=0, unit=Unit.YEARS), "2022-10-01", "2023-10-01", None),
    ],
)
def test_when_the_round_of_declarations_began(refresh, first, today, began):
    rule = SEFTON.conflicts.model_copy(update={"refresh": refresh})
    terms = SEFTON.model_copy(update={"conflicts": rule})
    calendars = {"operational-days": calendar_of("england-and-wales")}
    found = round_began(terms, date.fromisoformat(first), date.fromisoformat(today), calendars=calendars)
    assert found == (date.fromisoformat(began) if began else None)


# --- What prompts, and what reaches -------------------------------------------------------------------------------

RELATED = SEFTON.model_copy(
    update={
        "partners": tuple(
            partner.model_copy(update={"related": ("luhft",)}) if partner.key == "alder-hey" else partner
            for partner in SEFTON.partners
        )
    }
)


@pytest.mark.parametrize(
    ("terms", "partner", "concerned", "found"),
    [
        pytest.param(SEFTON, "sefton-council", {"sefton-council", "luhft"}, "roles", id="it commissions and provides"),
        pytest.param(SEFTON, "sefton-council", {"luhft", "alder-hey"}, "", id="it is not concerned"),
        pytest.param(SEFTON, "luhft", {"sefton-council", "luhft"}, "", id="it has one role"),
        pytest.param(RELATED, "alder-hey", {"luhft"}, "luhft", id="a related partner is concerned"),
        pytest.param(RELATED, "luhft", {"alder-hey"}, "alder-hey", id="related the other way about"),
        pytest.param(RELATED, "alder-hey", {"mersey-care"}, "", id="nobody related is concerned"),
        pytest.param(HALTON, "halton-council", {"halton-council"}, "", id="Halton asks for no roles"),
        pytest.param(ESSEX, "mid-essex-ccg", {"thurrock-ccg"}, "", id="an agreement without a word on interests"),
    ],
)
def test_a_partner_is_prompted_where_it_has_two_roles_or_somebody_related_is_concerned(
    terms, partner, concerned, found
):
    said = prompts(terms, partner, concerned)
    if not found:
        assert said == ()
    elif found == "roles":
        assert said == (Prompt(partner, roles=("commissioner", "provider")),)
    else:
        assert said == (Prompt(partner, other=found),)


@pytest.mark.parametrize(
    ("reach", "places", "reached"),
    [
        (["forum:board"], {"forum:board", "element:beds"}, True),
        (["programme:frailty", "forum:other"], {"programme:frailty"}, True),
        (["forum:board"], {"programme:board"}, False),
        (["forum:board"], set(), False),
        ([], {"forum:board"}, False),
    ],
)
def test_an_interest_reaches_what_lies_in_one_of_its_places(reach, places, reached):
    assert touches(reach, places) is reached
