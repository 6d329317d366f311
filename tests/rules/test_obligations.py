"""An agreement's year: every dated thing the agreements imply, and what has no date and why."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from rules.calendars import pack_calendars
from rules.errors import Refusal
from rules.meetings import OneOff, Plan
from rules.obligations import Kind, Known, Obligation, obligations
from rules.open_points import settle
from rules.reviews import Declared
from rules.terms import Clock, Consultation, Milestone, Moment, Review, TimeLimit
from storage.packs import parse_pack, read_pack

MSE, HALTON, SEFTON = (read_pack(key) for key in ("mid-south-essex-2020", "one-halton-2021", "sefton-2022"))
SMALL = (Path(__file__).parent.parent / "agreements" / "small.yaml").read_text()
NOBODY_SAID = Known()

days = st.dates(date(2019, 1, 1), date(2027, 12, 31))


def year(terms, first_on, until, known=NOBODY_SAID, **facts):
    first_on, until = (date.fromisoformat(day) for day in (first_on, until))
    return obligations(terms, known, first_on=first_on, until=until, calendars=pack_calendars(terms), **facts)


def dated(found, *kinds):
    return [
        (one.on.isoformat(), one.what, one.clause)
        for one in found
        if one.on is not None and (not kinds or one.kind in kinds)
    ]


def why(found, key):
    (one,) = [one for one in found if one.key == key]
    assert one.on is None
    return one.note


def small(**changes):
    return parse_pack(SMALL, file="small.yaml").model_copy(update=changes)


# --- Sefton -------------------------------------------------------------------------------------------------------


def test_sefton_s_year_with_page_one_blank():
    found = year(SEFTON, "2022-07-01", "2023-07-03")
    assert dated(found) == [
        ("2023-01-03", "Six-monthly review", "12"),
        ("2023-03-31", "Review: Governance arrangements, to be completed", "8.8"),
        ("2023-03-31", "Milestone: End of the year without substantive delegation to place", "8.2"),
        ("2023-07-03", "Six-monthly review", "12"),
    ]
    assert [one.nominal_on.isoformat() for one in found if one.on][::3] == ["2023-01-01", "2023-07-01"]
    assert [one.key for one in found if one.on is None] == [
        "begins",
        "ends",
        "review.chairing.waits",
        "milestone.place-plan",
        "clock.issue_discussion",
        "clock.foi_response",
    ]
    assert why(found, "begins") == "It begins on a stated date, which the document leaves blank (12.1)."
    assert why(found, "milestone.place-plan").startswith("No date, but a condition: Implemented once")
    assert why(found, "clock.foi_response") == ("Each matter has its own date: 20 operational days after receipt.")


def test_a_review_before_the_agreement_begins_says_so():
    found = year(SEFTON, "2022-07-01", "2023-07-03", Known(commenced_on=date(2023, 2, 1)))
    notes = [one.note for one in found if one.what == "Six-monthly review"]
    assert notes == [
        "Moved from Sun 1 Jan 2023. This is before the agreement begins.",
        "Moved from Sat 1 Jul 2023.",
    ]
    assert ("2023-02-01", "The agreement begins", "12.1") in dated(found)


def test_dates_before_the_bank_holidays_are_known_say_so():
    pack = parse_pack(SMALL.replace("base: england-and-wales", "base: scotland"), file="small.yaml")
    plan = Plan(date(2006, 1, 1), every=TimeLimit.model_validate("6 months"))
    found = year(pack, "2006-06-01", "2007-08-01", Known(plans={"board": plan}))
    early = "Bank holidays in Scotland are not known here before 2007; this date can be a day off."
    assert [(one.on.isoformat(), one.note) for one in found if one.what == "Meeting: Board"] == [
        ("2006-07-03", f"Moved from Sat 1 Jul 2006. {early}"),
        ("2007-01-03", "Moved from Mon 1 Jan 2007."),
        ("2007-07-02", "Moved from Sun 1 Jul 2007."),
    ]


# --- One Halton ---------------------------------------------------------------------------------------------------


def test_halton_begun_on_30_september_2021_until_it_ends():
    found = year(HALTON, "2021-09-30", "2022-12-31", Known(commenced_on=date(2021, 9, 30)))
    assert dated(found) == [
        ("2021-09-30", "The agreement begins", "14.1"),
        ("2021-09-30", "Milestone: MoU between Place and the ICS", "Briefing 3.11"),
        ("2021-12-31", "90 days before the agreement ends", "14.1"),
        ("2022-01-30", "60 days before the agreement ends", "14.1"),
        ("2022-03-01", "30 days before the agreement ends", "14.1"),
        ("2022-03-30", "Six-monthly review", "Overarching Note"),
        ("2022-03-31", "The agreement ends: its last day", "14.1"),
        ("2022-03-31", "Milestone: New commissioning operating models", "Briefing 3.10"),
    ]
    warned = next(one for one in found if one.key == "ends-90")
    assert warned.note == (
        "To extend: Written agreement of the partners, in writing (14.2). An extension agreed after 31 March 2022 is a "
        "new agreement. To revise or end early: Written agreement of the partners, in writing (14.2)."
    )


def test_halton_begun_a_day_later_has_no_review_and_it_is_said_why():
    found = year(HALTON, "2021-09-30", "2022-12-31", Known(commenced_on=date(2021, 10, 1)))
    assert dated(found, Kind.REVIEW) == []
    assert why(found, "review.six-monthly.waits") == (
        "The first would be on Fri 1 Apr 2022, and the agreement ends on Thu 31 Mar 2022."
    )


def test_nobody_is_warned_before_it_has_begun():
    found = year(HALTON, "2021-09-30", "2022-12-31", Known(commenced_on=date(2022, 1, 30)))
    assert [on for on, *_ in dated(found, Kind.END_WARNING)] == ["2022-01-30", "2022-03-01"]
    found = year(HALTON, "2021-09-30", "2022-12-31", Known(commenced_on=date(2022, 1, 31)))
    assert [on for on, *_ in dated(found, Kind.END_WARNING)] == ["2022-03-01"]


def test_an_agreement_that_is_extended_ends_later_and_so_do_its_warnings():
    known = Known(commenced_on=date(2021, 9, 30), ends_on=date(2023, 3, 31))
    found = year(HALTON, "2022-01-01", "2023-12-31", known)
    assert dated(found, Kind.ENDS, Kind.END_WARNING)[0][0] == "2022-12-31"
    assert dated(found, Kind.ENDS) == [("2023-03-31", "The agreement ends: its last day", "14.1")]


def test_what_cannot_be_done_before_the_end_is_said_too():
    known = Known(commenced_on=date(2022, 9, 1), ends_on=date(2023, 3, 31))
    warned = next(one for one in year(SEFTON, "2022-09-01", "2023-03-31", known) if one.key == "ends-30")
    assert warned.note is not None
    assert "To extend or end early: the document says nothing." in warned.note
    assert "To revise: Variation, in writing, signed (13). All partners" in warned.note


def test_halton_s_governance_review_waits_for_a_law_and_comes_with_it():
    known = Known(commenced_on=date(2021, 9, 30), declared=(Declared("governance", date(2022, 3, 5)),))
    found = year(HALTON, "2021-09-30", "2022-03-31", known)
    (review,) = [one for one in found if one.key == "review.governance.event.2022-03-05"]
    assert (review.on, review.what) == (date(2022, 3, 5), "Review: Governance arrangements")
    assert review.note == (
        "Because this was declared: Legislation changes. "
        "Not moved to an operational day: which days are operational is not decided."
    )


# --- Mid and South Essex ------------------------------------------------------------------------------------------

STARTED = Known(commenced_on=date(2020, 6, 24))


def test_essex_reviews_by_the_end_of_its_first_year_and_yearly_from_then_on():
    found = year(MSE, "2020-06-24", "2024-12-31", STARTED)
    assert [(on, what) for on, what, clause in dated(found, Kind.REVIEW) if clause == "1.5"] == [
        ("2021-06-23", "Annual review"),
        ("2022-06-23", "Annual review"),
        ("2023-06-23", "Annual review"),
        ("2024-06-21", "Annual review"),
    ]
    assert {one.owner for one in found if one.what == "Annual review"} == {"partnership-board"}


def test_the_public_meetings_have_a_last_day_once_the_partners_have_said_which_year():
    asked = "meetings-a-year.partnership-board"
    assert "which year is meant is not decided" in why(year(MSE, "2020-06-24", "2022-03-31", STARTED), asked)
    for answer, lasts in (
        ("calendar-year", ["2020-12-31", "2021-12-31"]),
        ("financial-year", ["2021-03-31", "2022-03-31"]),
    ):
        terms = settle(MSE, {"which-year": answer})
        assert [on for on, *_ in dated(year(terms, "2020-06-24", "2022-03-31", STARTED), Kind.MEETINGS_A_YEAR)] == lasts
    terms = settle(MSE, {"which-year": "calendar-year"})
    for known, lasts in (
        (Known(STARTED.commenced_on, date(2021, 12, 31)), ["2020-12-31", "2021-12-31"]),
        (Known(STARTED.commenced_on, date(2021, 12, 30)), ["2020-12-31"]),
        (Known(date(2020, 12, 31)), ["2020-12-31", "2021-12-31"]),
        (Known(date(2021, 1, 1)), ["2021-12-31"]),
    ):
        assert [on for on, *_ in dated(year(terms, "2020-06-24", "2022-03-31", known), Kind.MEETINGS_A_YEAR)] == lasts
    rolling = settle(MSE, {"which-year": "any-twelve-months"})
    assert "twelve months" in why(year(rolling, "2020-06-24", "2022-03-31", STARTED), asked)


def test_meetings_are_listed_once_a_first_day_is_known():
    none = year(MSE, "2020-06-24", "2021-06-23", STARTED)
    assert why(none, "meeting.delivery-group") == "Meets bi-monthly; no day of a first meeting is known."
    known = Known(STARTED.commenced_on, plans={"delivery-group": Plan(date(2020, 7, 31))})
    found = year(MSE, "2020-06-24", "2021-06-23", known)
    assert [on for on, *_ in dated(found, Kind.MEETING)] == [
        "2020-07-31",
        "2020-09-30",
        "2020-11-30",
        "2021-02-01",
        "2021-03-31",
        "2021-06-01",
    ]
    moved = next(one for one in found if one.key == "meeting.delivery-group.2021-01-31")
    assert (moved.nominal_on, moved.note, moved.owner) == (
        date(2021, 1, 31),
        "Moved from Sun 31 Jan 2021.",
        "delivery-group",
    )


def test_a_meeting_in_private_says_so():
    plan = Plan(date(2020, 7, 14), private=frozenset({date(2020, 10, 14)}), one_off=(OneOff(date(2020, 8, 3), False),))
    found = year(MSE, "2020-06-24", "2020-12-31", Known(STARTED.commenced_on, plans={"partnership-board": plan}))
    assert [(on, what.partition(" (")[2]) for on, what, _ in dated(found, Kind.MEETING)] == [
        ("2020-07-14", "in public)"),
        ("2020-08-03", "in private)"),
        ("2020-10-14", "in private)"),
    ]


def test_other_bodies_meetings_are_listed_only_when_somebody_gave_a_first_day():
    plain = year(HALTON, "2021-04-01", "2021-06-30")
    assert not any(one.key.startswith("meeting.ooh-cell") for one in plain)
    known = Known(plans={"ooh-cell": Plan(date(2021, 6, 14))})
    assert [on for on, *_ in dated(year(HALTON, "2021-04-01", "2021-06-30", known), Kind.MEETING)] == [
        "2021-06-14",
        "2021-06-21",
        "2021-06-28",
    ]


# --- What the three packs do not have -----------------------------------------------------------------------------


def test_notice_and_papers_are_due_before_the_meeting_and_can_be_in_a_window_without_it():
    forum = SEFTON.forums[0].model_copy(
        update={
            "notice": Moment(counts_from="meeting", limit="5 clear-days before", clause="8.4"),
            "papers": Moment(counts_from="meeting", limit="3 clear-days before", clause="8.5"),
        }
    )
    terms = SEFTON.model_copy(update={"forums": (forum, *SEFTON.forums[1:])})
    known = Known(plans={"partnership-board": Plan(one_off=(OneOff(date(2023, 10, 20)),))})
    assert dated(year(terms, "2023-10-14", "2023-10-16", known)) == [
        ("2023-10-14", "Notice of the meeting on Fri 20 Oct 2023: Sefton Partnership board", "8.4"),
        ("2023-10-16", "Papers for the meeting on Fri 20 Oct 2023: Sefton Partnership board", "8.5"),
    ]


@pytest.mark.parametrize(
    ("notice", "said"),
    [
        ("48 hours before", "48 hours before the meeting; the hour of each is not known here."),
        (
            "5 operational-days on undefined before",
            "5 operational days before the meeting; which days are operational is not decided.",
        ),
        (
            "5 clear-days on undefined before",
            "5 clear working days before the meeting; which days are operational is not decided.",
        ),
    ],
)
@pytest.mark.parametrize("name", ["notice", "papers"])
def test_what_is_asked_before_a_meeting_and_cannot_be_counted_says_what_it_waits_for(name, notice, said):
    asked = f"    {name}: {{counts_from: meeting, limit: {notice}}}\n    proxies: {{"
    terms = parse_pack(SMALL.replace("    proxies: {", asked, 1), file="small.yaml")
    known = Known(plans={"board": Plan(one_off=(OneOff(date(2030, 10, 18)), OneOff(date(2030, 11, 15))))})
    found = year(terms, "2030-10-01", "2030-12-01", known)
    assert [(one.what, one.on, one.note) for one in found if one.kind in (Kind.NOTICE, Kind.PAPERS)] == [
        (f"{name.capitalize()} of each meeting: Board", None, said)
    ]
    assert len(dated(found, Kind.MEETING)) == 2


def test_rounds_of_interests_on_a_calendar_that_is_not_decided_are_not_forgotten():
    terms = small()
    refresh = TimeLimit.model_validate("20 operational-days on undefined")
    terms = terms.model_copy(update={"conflicts": terms.conflicts.model_copy(update={"refresh": refresh})})
    found = year(terms, "2030-01-01", "2030-12-01")
    assert [(one.on, one.note) for one in found if one.kind is Kind.REFRESH] == [
        (None, "Every 20 operational days from Tue 1 Jan 2030; which days are operational is not decided.")
    ]


@pytest.mark.parametrize(
    ("limit", "signed_on", "on", "note"),
    [
        (
            "10 calendar-days",
            None,
            None,
            "It is 10 calendar days after the last signature, and waits for that.",
        ),
        ("10 calendar-days", "2030-06-17", "2030-06-27", None),
        ("1 month before", "2030-03-31", "2030-02-28", None),
        (None, None, None, "Waits for the last signature."),
        (None, "2030-06-17", "2030-06-17", None),
    ],
)
def test_what_counts_from_the_last_signature_is_of_the_agreement_and_not_of_each_matter(limit, signed_on, on, note):
    clock = Clock(name="After signing", counts_from="signed", limit=limit)
    known = Known(signed_on=date.fromisoformat(signed_on) if signed_on else None)
    rows = year(small(clocks={**small().clocks, "sign": clock}), "2030-01-01", "2030-12-01", known)
    (found,) = [one for one in rows if one.key == "clock.sign"]
    assert (found.on.isoformat() if found.on else None, found.note) == (on, note)


def test_interests_are_asked_for_again_in_the_unit_the_agreement_has():
    # 20 operational days after Saturday 1 October 2022 are Friday the 28th; 20 after that Friday 25 November; the last
    # passes over the bank holidays of Mon 26 and Tue 27 December and of Mon 2 January.
    limit = TimeLimit.model_validate("20 operational-days on operational-days")
    terms = SEFTON.model_copy(update={"conflicts": SEFTON.conflicts.model_copy(update={"refresh": limit})})
    known = Known(commenced_on=date(2022, 10, 1))
    assert [on for on, *_ in dated(year(terms, "2022-10-01", "2023-02-01", known), Kind.REFRESH)] == [
        "2022-10-28",
        "2022-11-25",
        "2022-12-23",
        "2023-01-25",
    ]


def test_interests_are_asked_for_again_counted_from_commencement():
    conflicts = SEFTON.conflicts.model_copy(update={"refresh": TimeLimit.model_validate("1 year")})
    terms = SEFTON.model_copy(update={"conflicts": conflicts})
    known = Known(commenced_on=date(2024, 2, 29))
    assert [on for on, *_ in dated(year(terms, "2024-01-01", "2028-12-31", known), Kind.REFRESH)] == [
        "2025-02-28",
        "2026-02-28",
        "2027-02-28",
        "2028-02-29",
    ]
    assert why(year(terms, "2024-01-01", "2028-12-31"), "refresh").startswith("Every 1 year, counted from commencement")
    ended = Known(commenced_on=date(2024, 2, 29), ends_on=date(2026, 2, 27))
    assert len(dated(year(terms, "2024-01-01", "2028-12-31", ended), Kind.REFRESH)) == 1


@pytest.mark.parametrize(
    ("on", "precision", "last", "note"),
    [
        ("2021-09-12", "day", "2021-09-12", None),
        ("2021-09-12", "month", "2021-09-30", "The document says September 2021; this is its last day."),
        ("2021-01-01", "financial-quarter", "2021-03-31", "The document says Q4 2020/21; this is its last day."),
        ("2021-01-01", "quarter", "2021-03-31", "The document says January to March 2021; this is its last day."),
        ("2021-04-01", "financial-year", "2022-03-31", "The document says 2021/22; this is its last day."),
    ],
)
def test_a_milestone_is_due_at_the_end_of_what_the_document_names(on, precision, last, note):
    it = Milestone(key="one", name="One", on=date.fromisoformat(on), precision=precision, owner="board", clause="3")
    (found,) = [one for one in year(small(milestones=(it,)), "2020-01-01", "2023-01-01") if one.kind is Kind.MILESTONE]
    assert (found.on.isoformat(), found.note, found.owner) == (last, note, "board")


def test_a_milestone_can_have_a_date_and_a_condition():
    it = Milestone(key="one", name="One", on=date(2021, 9, 12), condition="The money is there")
    (found,) = [one for one in year(small(milestones=(it,)), "2020-01-01", "2023-01-01") if one.kind is Kind.MILESTONE]
    assert (found.on, found.note) == (date(2021, 9, 12), "On condition: The money is there.")


def test_a_review_is_begun_and_done_on_different_days():
    review = Review(
        key="full",
        name="Full review",
        looks_at=("All",),
        initiated_by=date(2022, 3, 31),
        completed_by=date(2022, 9, 30),
    )
    terms = SEFTON.model_copy(update={"reviews": (review,)})
    assert [(on, what) for on, what, _ in dated(year(terms, "2022-01-01", "2022-12-31"), Kind.REVIEW)] == [
        ("2022-03-31", "Full review, to be begun"),
        ("2022-09-30", "Full review, to be completed"),
    ]
    assert len(dated(year(terms, "2022-04-01", "2022-12-31"), Kind.REVIEW)) == 1
    ended = Known(ends_on=date(2022, 9, 29))
    assert len(dated(year(terms, "2022-01-01", "2022-12-31", ended), Kind.REVIEW)) == 1


def test_consultations_clocks_and_leads():
    known = Known(commenced_on=date(2030, 1, 1))
    terms = small(
        consultations=(
            Consultation(key="draft", name="Draft", by=date(2030, 3, 1)),
            Consultation(key="next", name="Next"),
        ),
        leads=parse_pack(SMALL, file="small.yaml").leads.model_copy(
            update={"within": TimeLimit.model_validate("5 operational-days on working")}
        ),
    )
    found = year(terms, "2030-01-01", "2030-12-31", known)
    assert dated(found, Kind.CONSULTATION, Kind.CLOCK, Kind.LEADS) == [
        ("2030-01-09", "Last day for each partner to name its lead", None),  # the office is closed on the 2nd
        ("2030-03-01", "Last day to respond: Draft", None),
        ("2030-04-01", "Opening", None),
    ]
    assert why(found, "consultation.next") == "The document sets no last day for responses."
    assert why(found, "clock.talk") == "Each matter has its own date: 10 operational days after the notification."
    undecided = terms.leads.model_copy(update={"within": TimeLimit.model_validate("5 operational-days on undefined")})
    found = year(terms.model_copy(update={"leads": undecided}), "2030-01-01", "2030-12-31", known)
    assert why(found, "leads") == "5 operational days after Tue 1 Jan 2030; which days are operational is not decided."


def test_partners_join_leave_and_take_each_other_s_place():
    text = SMALL.replace(
        "related: [alder]", "joined: 2030-02-01\n    left: 2030-06-30\n    succeeded_by: {partner: alder, since: 2030-07-01}"
    )  # fmt: skip
    found = year(parse_pack(text, file="small.yaml"), "2030-01-01", "2030-12-31")
    assert [(on, what) for on, what, _ in dated(found, Kind.PARTNER)] == [
        ("2030-02-01", "Birch joins"),
        ("2030-06-30", "Birch: its last day"),
        ("2030-07-01", "Alder takes the place of Birch"),
    ]


# --- The list -----------------------------------------------------------------------------------------------------


def matter(on):
    return Obligation("SEF-1", Kind.MATTER, "SEF-1: Discharge delays", "5.2", on, on)


def test_open_matters_that_are_given_stand_among_the_others_on_their_days():
    found = year(SEFTON, "2022-07-01", "2023-07-02", extra=[matter(date(2023, 1, 18)), matter(date(2023, 7, 3))])
    assert [on for on, *_ in dated(found)] == ["2023-01-03", "2023-01-18", "2023-03-31", "2023-03-31"]
    assert year(SEFTON, "2022-07-01", "2023-07-02", extra=[matter(None)])[-1].key == "SEF-1"


@pytest.mark.parametrize(
    ("first_on", "until", "known", "said"),
    [
        ("2023-01-01", "2022-12-31", NOBODY_SAID, "Sat 31 Dec 2022 is before Sun 1 Jan 2023."),
        ("2022-01-01", "2053-01-01", NOBODY_SAID, "That is longer than 30 years."),
        ("1899-12-31", "1900-12-31", NOBODY_SAID, "1899-12-31 is too far away. Give a day from 1900 to 2199."),
        ("2199-12-31", "2200-01-01", NOBODY_SAID, "2200-01-01 is too far away."),
        ("2022-01-01", "2023-01-01", Known(commenced_on=date(9999, 1, 1)), "9999-01-01 is too far away."),
        ("2022-01-01", "2023-01-01", Known(plans={"bord": Plan()}), "Sefton Partnership has no forum bord. It has these: partnership-board,"),
        ("2022-01-01", "2023-01-01", Known(declared=(Declared("yearly", date(2022, 2, 1)),)), "has no review yearly. It has these: six-monthly, chairing, governance."),
        ("2022-01-01", "2023-01-01", Known(commenced_on=date(2022, 2, 1), ends_on=date(2022, 1, 31)), "cannot begin on Tue 1 Feb 2022"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_sentence(first_on, until, known, said):
    with pytest.raises(Refusal) as refused:
        year(SEFTON, first_on, until, known)
    assert said in str(refused.value)


def test_the_longest_window_is_taken():
    assert len(dated(year(SEFTON, "2022-01-01", "2052-12-31"), Kind.REVIEW)) == 60 + 1


@given(st.sampled_from([SEFTON, HALTON, MSE]), days, st.integers(0, 1500), st.one_of(st.none(), days))
def test_whatever_is_asked_the_list_is_in_order_and_each_entry_stands_once(terms, first_on, length, commenced):
    until = first_on + timedelta(days=length)
    if commenced and terms.term.ends and commenced > terms.term.ends:
        commenced = terms.term.ends
    board = next(forum.key for forum in terms.forums if not forum.outside)
    known = Known(commenced_on=commenced, plans={board: Plan(first_on, one_off=(OneOff(first_on),))})
    found = obligations(terms, known, first_on=first_on, until=until, calendars=pack_calendars(terms))
    with_day = [one.on for one in found if one.on is not None]
    assert with_day == sorted(with_day)
    assert all(first_on <= day <= until for day in with_day)
    assert all(one.on is not None or one.note for one in found)
    assert all(one.on is None for one in found[len(with_day) :])
    keys = [one.key for one in found]
    assert len(keys) == len(set(keys))


@given(st.sampled_from([SEFTON, HALTON, MSE]), days, days, st.integers(0, 400))
def test_an_entry_keeps_its_key_and_its_day_in_whichever_window_it_is_seen(terms, one_start, other_start, length):
    known = Known(commenced_on=date(2021, 10, 1))

    def seen(first_on):
        until = first_on + timedelta(days=length)
        found = obligations(terms, known, first_on=first_on, until=until, calendars=pack_calendars(terms))
        return {one.key: one for one in found if one.on is not None}

    one, other = seen(one_start), seen(other_start)
    assert all(one[key] == other[key] for key in one.keys() & other.keys())
