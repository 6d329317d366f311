"""From anchor to moment, as dated tables: every unit after, before and beginning with, chains, and what is waited for.

The dates are worked out by hand, with the bank holidays of England and Wales.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from rules.calendars import pack_calendars
from rules.deadlines import Working
from rules.last_days import in_time, too_late
from rules.moments import Lacking, Waits, clocks_in_circles, in_full, moment, rests_on
from rules.presence import last_in_words
from rules.terms import Clock, Moment, OpenPoint, Terms
from storage.packs import read_pack

LONDON = ZoneInfo("Europe/London")
SEFTON = read_pack("sefton-2022")
ON = "on operational-days"


def local(text: str) -> datetime | date:
    """Return "2023-01-09" as a day, "2023-01-09 16:40" as an instant in London."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON) if ":" in text else date.fromisoformat(text)


def pack(clocks: dict | None = None, **update) -> Terms:
    made = {key: Clock.model_validate({"name": key, **block}) for key, block in (clocks or {}).items()}
    return SEFTON.model_copy(update={"clocks": SEFTON.clocks | made, **update})


def found(words, facts: dict[str, str], terms: Terms = SEFTON, at: str | None = None) -> Working | Waits:
    when = words if isinstance(words, Moment) else Moment.model_validate(words)
    happened = {name: local(text) for name, text in facts.items()}
    return moment(terms, when, happened, calendars=pack_calendars(terms), at=at)


def day(words, facts: dict[str, str], terms: Terms = SEFTON) -> str:
    got = found(words, facts, terms)
    return got.due_on.isoformat() if isinstance(got, Working) else got.sentence


UNITS = [
    # operational days: the n-th open day later than d; from d on; earlier than d. Mon 26 and Tue 27 Dec 2022 are closed.
    (f"3 operational-days {ON} after", "2022-12-22", "2022-12-29"),  # Fri 23, Wed 28, Thu 29
    (f"3 operational-days {ON} after", "2022-12-24", "2022-12-30"),  # a Saturday: Wed 28, Thu 29, Fri 30
    (f"3 operational-days {ON} beginning with", "2022-12-22", "2022-12-28"),  # Thu 22 is the first
    (f"3 operational-days {ON} beginning with", "2022-12-24", "2022-12-30"),  # a Saturday is not counted
    (f"3 operational-days {ON} before", "2022-12-29", "2022-12-22"),  # Wed 28, Fri 23, Thu 22
    (f"0 operational-days {ON} after", "2022-12-24", "2022-12-24"),
    (f"0 operational-days {ON} beginning with", "2022-12-24", "2022-12-24"),
    (f"0 operational-days {ON} before", "2022-12-24", "2022-12-24"),
    # calendar days and weeks
    ("28 calendar-days after", "2023-03-02", "2023-03-30"),
    ("28 calendar-days beginning with", "2023-03-02", "2023-03-29"),
    ("28 calendar-days before", "2023-03-30", "2023-03-02"),
    ("0 calendar-days beginning with", "2023-03-02", "2023-03-02"),
    ("2 weeks after", "2024-02-22", "2024-03-07"),
    ("2 weeks beginning with", "2024-02-22", "2024-03-06"),
    ("2 weeks before", "2024-03-07", "2024-02-22"),
    # clear days: n whole days, or open ones, lie between
    ("3 clear-days after", "2023-10-16", "2023-10-20"),
    ("3 clear-days before", "2023-10-20", "2023-10-16"),
    (f"5 clear-days {ON} before", "2023-10-20", "2023-10-12"),  # between: Fri 13, Mon 16 to Thu 19
    # months: the corresponding date, or the month's last day where it has none
    ("1 month after", "2023-01-30", "2023-02-28"),
    ("1 month after", "2024-01-30", "2024-02-29"),
    ("1 month after", "2023-02-28", "2023-03-28"),
    ("6 months beginning with", "2023-08-15", "2024-02-14"),
    ("6 months beginning with", "2023-08-31", "2024-02-29"),  # no 31 February, so its last day and not the one before
    ("6 months beginning with", "2022-08-31", "2023-02-28"),
    ("1 month before", "2023-03-31", "2023-02-28"),
    ("1 month before", "2023-03-28", "2023-02-28"),
    # years, and 29 February
    ("1 year after", "2024-02-29", "2025-02-28"),
    ("4 years after", "2024-02-29", "2028-02-29"),
    ("1 year beginning with", "2024-02-29", "2025-02-28"),
    ("4 years beginning with", "2024-02-29", "2028-02-28"),
    ("5 years beginning with", "2024-09-01", "2029-08-31"),
    ("1 year beginning with", "2020-06-24", "2021-06-23"),
    ("1 year before", "2024-02-29", "2023-02-28"),
]


@pytest.mark.parametrize(("length", "start", "expected"), UNITS)
def test_every_unit_after_before_and_beginning_with(length, start, expected):
    assert day(f"{length} raised", {"raised": start}) == expected
    assert day(f"{length} raised", {"raised": f"{start} 00:00"}) == expected  # the day of an instant is its local one
    assert day(f"{length} raised", {"raised": f"{start} 23:59"}) == expected


@pytest.mark.parametrize(
    ("words", "start", "expected"),
    [
        # The clocks go forward on Sunday 31 March 2024 at 01:00, and back on Sunday 27 October at 02:00.
        ("36 hours before meeting", "2024-05-14 18:00", "2024-05-13 06:00"),
        ("48 hours after raised", "2024-03-30 12:00", "2024-04-01 13:00"),
        ("48 hours after raised", "2024-10-26 12:00", "2024-10-28 11:00"),
        ("24 hours before meeting", "2024-03-31 12:00", "2024-03-30 11:00"),
        ("0 hours after raised", "2024-03-30 12:00", "2024-03-30 12:00"),
    ],
)
def test_hours_are_elapsed_whatever_the_clocks_do(words, start, expected):
    name = words.split()[-1]
    got = found(words, {name: start})
    assert isinstance(got, Working)
    assert got.due_at.astimezone(LONDON).strftime("%Y-%m-%d %H:%M") == expected


def test_hours_from_a_plain_day_wait_for_the_hour():
    got = found("36 hours before meeting", {"meeting": "2024-05-14"})
    assert got == Waits(Lacking.HOUR, "Waits for the hour of the meeting.")


@pytest.mark.parametrize("words", ["3 clear-days beginning with raised", "3 hours beginning with raised"])
def test_what_leaves_both_ends_out_or_has_an_hour_begins_with_no_day(words):
    got = found(words, {"raised": "2024-05-14 18:00"})
    assert isinstance(got, Waits)
    assert got.sentence.endswith("cannot begin with a day.")


@pytest.mark.parametrize(
    ("words", "facts", "expected"),
    [
        # The examples of a ladder: notified on Monday 9 January 2023.
        (f"10 operational-days {ON} after notified", {"notified": "2023-01-09 11:00"}, "2023-01-23"),
        (
            f"30 operational-days {ON} after raised",
            {"raised": "2023-01-09 11:00", "entered": "2023-01-23"},
            "2023-02-20",
        ),
        (
            f"5 operational-days {ON} after entered",
            {"raised": "2023-01-09 11:00", "entered": "2023-01-23"},
            "2023-01-30",
        ),
        ("12 months after commencement", {"commencement": "2022-02-01", "entered": "2023-03-01"}, "2023-02-01"),
        ("2024-09-01", {}, "2024-09-01"),
        ("signed", {"signed": "2024-06-17 15:10"}, "2024-06-17"),
        ("10 calendar-days after 2024-09-01", {}, "2024-09-11"),
        ("10 calendar-days after discussion", {"discussion": "2023-01-09"}, "2023-01-19"),  # a stage of the pack
        # Nobody was appointed, no meeting was called, and the agreement has no end.
        ("6 weeks after appointed", {"raised": "2023-01-09"}, "Waits for the facilitator's appointment."),
        ("6 clear-days before meeting", {}, "Waits for the meeting."),
        ("6 months before ending", {"commencement": "2022-02-01"}, "Waits for the end."),
        ("10 calendar-days after discussion", {}, "Waits for the beginning of Discussion between the partners."),
    ],
)
def test_what_it_counts_from(words, facts, expected):
    assert day(words, facts) == expected


@pytest.mark.parametrize(
    ("closed_day", "limit", "expected", "moved_from"),
    [
        ("stays", "1 month after", "2022-12-25", None),
        ("next", "1 month after", "2022-12-28", "2022-12-25"),  # Sunday, then the bank holidays of Mon 26 and Tue 27
        ("previous", "1 month after", "2022-12-23", "2022-12-25"),
        ("next", "29 calendar-days after", "2022-12-28", "2022-12-24"),
        ("next", "28 calendar-days after", "2022-12-23", None),
        ("previous", "28 calendar-days after", "2022-12-23", None),
    ],
)
def test_a_date_on_a_closed_day_stays_or_goes_to_an_open_one(closed_day, limit, expected, moved_from):
    got = found({"counts_from": "raised", "limit": limit, "closed_day": closed_day}, {"raised": "2022-11-25"})
    assert isinstance(got, Working)
    assert got.due_on.isoformat() == expected
    assert (got.moved_from and got.moved_from.isoformat()) == moved_from
    assert Working.from_json(got.to_json()) == got


@pytest.mark.parametrize(
    ("closed_day", "start", "last", "late"),
    [
        # 36 hours from Friday 23 December 2022, 10:00, come to Saturday at 22:00; Wednesday 28 is the next open day.
        ("stays", "2022-12-23 10:00", "2022-12-24 22:00:00", "2022-12-24 22:00:01"),
        ("next", "2022-12-23 10:00", "2022-12-28 23:59:59", "2022-12-29 00:00:00"),
        ("previous", "2022-12-23 10:00", "2022-12-23 23:59:59", "2022-12-24 00:00:00"),
        # From Wednesday 21 they come to Thursday 22, an open day: the instant stands.
        ("next", "2022-12-21 10:00", "2022-12-22 22:00:00", "2022-12-22 22:00:01"),
        ("previous", "2022-12-21 10:00", "2022-12-22 22:00:00", "2022-12-22 22:00:01"),
        # To midnight itself, with which Saturday begins, and with which Friday begins.
        ("next", "2022-12-22 12:00", "2022-12-28 23:59:59", "2022-12-29 00:00:00"),
        ("next", "2022-12-21 12:00", "2022-12-23 00:00:00", "2022-12-23 00:00:01"),
    ],
)
def test_hours_that_are_moved_end_with_the_open_day(closed_day, start, last, late):
    got = found({"counts_from": "raised", "limit": "36 hours", "closed_day": closed_day}, {"raised": start})
    assert isinstance(got, Working)
    assert (in_time(local(last), got, LONDON), in_time(local(late), got, LONDON)) == (True, False)


def test_what_is_said_of_hours_that_are_moved_is_their_day():
    words = {"counts_from": "raised", "limit": "36 hours"}
    moved = found(words | {"closed_day": "next"}, {"raised": "2022-12-23 10:00"})
    stays = found(words, {"raised": "2022-12-23 10:00"})
    assert isinstance(moved, Working)
    assert isinstance(stays, Working)
    said = [too_late(local("2022-12-29 09:00"), one, LONDON, "Your vote") for one in (moved, stays)]
    assert said == [
        "The last day was Wed 28 Dec 2022. Your vote came on Thu 29 Dec and does not count.",
        "The time was up on Sat 24 Dec 2022 at 22:00. Your vote came on Thu 29 Dec at 09:00 and does not count.",
    ]
    assert [last_in_words(one, LONDON) for one in (moved, stays)] == [
        "the end of Wed 28 Dec 2022",
        "Sat 24 Dec 2022 22:00",
    ]


@pytest.mark.parametrize(
    ("closed_day", "limit", "expected"),
    [
        # What follows from hours that were moved counts from their day: no day is lost to the midnight after it.
        ("next", "5 calendar-days", "2023-01-02"),
        ("next", f"1 operational-day {ON}", "2022-12-29"),
        ("next", "1 hour", "Waits for the hour of the last day of first."),
        ("stays", "5 calendar-days", "2022-12-29"),
        ("stays", "3 hours", "2022-12-25"),  # 01:00 on Sunday
    ],
)
def test_what_counts_from_hours_that_were_moved_counts_from_their_day(closed_day, limit, expected):
    terms = pack({"first": {"counts_from": "raised", "limit": "36 hours", "closed_day": closed_day}})
    assert day(f"{limit} after first", {"raised": "2022-12-23 10:00"}, terms) == expected


@pytest.mark.parametrize(
    ("when", "words", "with_calendar"),
    [
        (f"20 operational-days {ON} after raised", "20 operational days after the raising", None),
        (
            "20 operational-days on foi after received",
            "20 operational days after receipt",
            "20 operational days (calendar foi) after receipt",
        ),
        (f"5 clear-days {ON} before meeting", "5 clear working days before the meeting", None),
        ("5 clear-days before meeting", "5 clear days before the meeting", None),
        ("1 calendar-day after aware", "1 calendar day after the day on which somebody became aware of it", None),
        ("1 hour before meeting", "1 hour before the meeting", None),
        ("5 years beginning with 2024-09-01", "5 years beginning with Sun 1 Sep 2024", None),
        ("1 month after discussion", "1 month after the beginning of Discussion between the partners", None),
        (
            "1 week after issue_discussion",
            f"1 week after the last day of {SEFTON.clocks['issue_discussion'].name}",
            None,
        ),
        ("2024-09-01", "Sun 1 Sep 2024", None),
        ("signed", "the last signature", None),
        ("12 weeks", "12 weeks after a day that the document leaves open", None),
        (
            {"counts_from": "raised", "limit": "1 month", "closed_day": "previous"},
            "1 month after the raising, on a closed day the previous open one",
            None,
        ),
        (Clock(name="Talks", counts_from="raised"), "no limit stated", None),
        (Clock(name="Start", counts_from="commencement"), "commencement", None),
    ],
)
def test_a_moment_is_said_in_one_way(when, words, with_calendar):
    found = when if isinstance(when, Moment) else Moment.model_validate(when)
    assert in_full(SEFTON, found) == words
    assert in_full(SEFTON, found, calendar=True) == (with_calendar or words)


# --- Chains -------------------------------------------------------------------------------------------------------


def test_a_clock_that_counts_from_another_counts_from_its_last_day():
    terms = pack(
        {
            "first": {"counts_from": "raised", "limit": f"10 operational-days {ON}"},
            "second": {"counts_from": "first", "limit": f"5 operational-days {ON}"},
        }
    )
    assert day(f"5 operational-days {ON} after first", {"raised": "2023-01-09"}, terms) == "2023-01-30"
    assert day("2 calendar-days after second", {"raised": "2023-01-09"}, terms) == "2023-02-01"
    # A later last day was agreed: what counts from it follows.
    assert (
        day(f"5 operational-days {ON} after first", {"raised": "2023-01-09", "first": "2023-01-25"}, terms)
        == "2023-02-01"
    )
    assert day("2 calendar-days after second", {}, terms) == (
        "Waits for the last day of second. Waits for the raising."
    )
    assert rests_on(terms, Moment.model_validate("2 calendar-days after second"), None) == {"second", "first", "raised"}


def test_a_clock_of_another_stage_counts_from_when_that_one_was_entered():
    stage = SEFTON.issues.stages[0].model_copy(update={"clock": "first"})
    issues = SEFTON.issues.model_copy(update={"stages": (stage,)})
    terms = pack({"first": {"counts_from": "entered", "limit": "10 calendar-days"}}, issues=issues)
    facts = {stage.key: "2023-01-09", "entered": "2023-03-01"}
    assert day("1 calendar-day after first", facts, terms) == "2023-01-20"


def test_clocks_that_wait_for_one_another_have_no_date_and_are_named():
    terms = pack(
        {
            "plan": {"counts_from": "terms", "limit": "1 week"},
            "terms": {"counts_from": "plan", "limit": "1 week"},
            "own": {"counts_from": "own", "limit": "1 week"},
        }
    )
    assert isinstance(found("1 week after plan", {}, terms), Waits)
    assert list(clocks_in_circles(terms)) == [("plan", "terms"), ("own",)]


# --- Left open ----------------------------------------------------------------------------------------------------


def left_open(*choices: str) -> Terms:
    point = OpenPoint(key="second-from", question="From when?", path="clocks.second.counts_from", choices=choices)
    return pack({"second": {"limit": f"12 operational-days {ON}"}}, open=(*SEFTON.open, point))


def test_an_anchor_left_open_gives_no_date_and_shows_each_reading():
    terms = left_open("raised", "entered")
    got = found(terms.clocks["second"], {"raised": "2024-03-11", "entered": "2024-04-04"}, terms, "clocks.second")
    assert got == Waits(
        Lacking.ANCHOR,
        "From the raising it would be Wed 27 Mar 2024, from this stage Mon 22 Apr 2024. "
        "The partners decide (open point second-from).",
    )


def test_readings_that_come_to_one_day_are_that_day():
    terms = left_open("raised", "entered")
    # From Friday 29 March, Good Friday, as from Monday 1 April, Easter Monday: the first day counted is Tuesday the 2nd.
    got = found(terms.clocks["second"], {"raised": "2024-03-29", "entered": "2024-04-01"}, terms, "clocks.second")
    assert isinstance(got, Working)
    assert got.due_on == date(2024, 4, 17)


def test_a_reading_that_waits_says_so():
    terms = left_open("raised", "appointed")
    got = found(terms.clocks["second"], {"raised": "2024-03-11"}, terms, "clocks.second")
    assert isinstance(got, Waits)
    assert got.sentence == (
        "From the raising it would be Wed 27 Mar 2024, from the facilitator's appointment there is none yet. "
        "The partners decide (open point second-from)."
    )


def test_without_answers_to_choose_from_the_question_is_said():
    terms = left_open()
    got = found(terms.clocks["second"], {"raised": "2024-03-11"}, terms, "clocks.second")
    assert isinstance(got, Waits)
    assert got.sentence == "From when? The partners decide (open point second-from)."


@pytest.mark.parametrize(
    ("words", "facts", "expected"),
    [
        # Twelve operational days from Mon 11 Mar 2024 end on Wed 27 Mar, from Thu 4 Apr on Mon 22 Apr; then a week more.
        (
            "1 week after second",
            {"raised": "2024-03-11", "entered": "2024-04-04"},
            (
                "Where second counts from the raising it would be Wed 3 Apr 2024, from this stage Mon 29 Apr 2024. "
                "The partners decide (open point second-from)."
            ),
        ),
        (
            "2 calendar-days after third",
            {"raised": "2024-03-11", "entered": "2024-04-04"},
            (
                "Where second counts from the raising it would be Fri 5 Apr 2024, from this stage Wed 1 May 2024. "
                "The partners decide (open point second-from)."
            ),
        ),
        (
            "1 week after second",
            {"entered": "2024-04-04"},
            (
                "Where second counts from the raising there is none yet, from this stage it would be Mon 29 Apr 2024. "
                "The partners decide (open point second-from)."
            ),
        ),
        # From Good Friday as from Easter Monday the twelve days end on Wed 17 Apr: there is nothing to choose.
        ("1 week after second", {"raised": "2024-03-29", "entered": "2024-04-01"}, "2024-04-24"),
        # The last day of what is left open was agreed.
        ("1 week after second", {"second": "2024-04-03", "raised": "2024-03-11"}, "2024-04-10"),
    ],
)
def test_what_counts_from_what_is_left_open_shows_its_own_dates(words, facts, expected):
    terms = left_open("raised", "entered")
    third = Clock(name="third", counts_from="second", limit="1 week")
    terms = terms.model_copy(update={"clocks": {**terms.clocks, "third": third}})
    assert day(words, facts, terms) == expected


def test_the_entry_of_another_stage_is_called_by_its_name():
    terms = left_open("raised", "entered")
    stage = SEFTON.issues.stages[0].model_copy(update={"clock": "second"})
    terms = terms.model_copy(update={"issues": SEFTON.issues.model_copy(update={"stages": (stage,)})})
    facts = {"raised": "2024-03-11", "entered": "2024-05-01", stage.key: "2024-04-04"}
    assert day("1 week after second", facts, terms) == (
        "Where second counts from the raising it would be Wed 3 Apr 2024, from the beginning of Discussion between the "
        "partners Mon 29 Apr 2024. The partners decide (open point second-from)."
    )


def test_what_counts_from_a_clock_without_a_limit_waits_and_says_for_which():
    terms = pack({"talks": {"counts_from": "raised"}, "then": {"counts_from": "talks", "limit": "1 week"}})
    facts = {"raised": "2024-03-11"}
    assert day(terms.clocks["talks"], facts, terms) == "The document sets no limit."
    assert day(terms.clocks["then"], facts, terms) == (
        "Waits for the last day of talks, for which the document sets no limit."
    )
    assert day("1 week after then", facts, terms) == (
        "Waits for the last day of then. Waits for the last day of talks, for which the document sets no limit."
    )


# --- Ends of days -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "start", "at", "expected"),
    [
        # Aware on Thursday 2 March 2023 at 16:40: until the end of Thursday 30 March, in summer time by then.
        ("28 calendar-days after aware", "2023-03-02 16:40", datetime(2023, 3, 30, 22, 59, 59, tzinfo=UTC), True),
        ("28 calendar-days after aware", "2023-03-02 16:40", datetime(2023, 3, 30, 23, 0, 0, tzinfo=UTC), False),
        ("28 calendar-days after aware", "2023-01-02 16:40", datetime(2023, 1, 30, 23, 59, 59, tzinfo=UTC), True),
        ("28 calendar-days after aware", "2023-01-02 16:40", datetime(2023, 1, 31, 0, 0, 0, tzinfo=UTC), False),
        ("48 hours after aware", "2023-01-02 16:40", datetime(2023, 1, 4, 16, 40, 0, tzinfo=UTC), True),
        ("48 hours after aware", "2023-01-02 16:40", datetime(2023, 1, 4, 16, 40, 1, tzinfo=UTC), False),
    ],
)
def test_what_is_in_time(words, start, at, expected):
    got = found(words, {"aware": start})
    assert isinstance(got, Working)
    assert in_time(at, got, LONDON) is expected
