"""By when an interest is disclosed, and by when the others answer: whole days, operational days, hours."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from handlers import closed_days
from rules.terms import Base
from storage.conflicts import Conflict
from storage.deadlines import history
from storage.packs import pack_source
from tests.scenarios import named
from tests.scenarios.conflicts.kit import declares
from tests.scenarios.decisions.kit import recommends
from tests.scenarios.reading_kit import body_of, lines

TAKE_TURNS = True


def begins(make_world, at: str, **written: str):
    """Sefton's agreement with other times for interests."""
    source = pack_source("sefton-2022")
    if "within" in written:
        source = source.replace("  within: immediately\n", f"  within: {written['within']}\n", 1)
    if "consent_within" in written:
        asked = f"  consent_before: participating\n  consent_within: {written['consent_within']}\n"
        source = source.replace("  consent_before: participating\n", asked, 1)
    assert all(words in source for words in written.values())
    world = make_world(at, sources={"sefton-2022": source})
    world.without_daily_lists()
    return world


def floods(world) -> None:
    """Let Thursday 29 December 2022 be proclaimed closed."""
    with world.session() as session:
        closed_days.proclaim(
            session,
            calendar=Base.ENGLAND_AND_WALES,
            day=date(2022, 12, 29),
            open_=False,
            why="Flood",
            now=world.clock(),
        )


def dates(world) -> list[tuple[str, str, str | None]]:
    """Every time to answer that the first conflict had: its last day, what became of it, and why."""
    with world.session() as session:
        first = named.as_made(session, Conflict, 1)
        return [(str(one.due_on), one.state.value, one.why) for one in history(session, "conflict", first)]


@pytest.mark.parametrize(
    ("at", "said"),
    [
        # Aware on Thursday 2 March 2023 at 16:40: 28 days are up at the end of Thursday 30 March, in summer time by then.
        (
            "2023-03-30 23:59",
            "Declared in time: within 28 calendar days (clause 9.1.1), so by the end of Thu 30 Mar 2023.",
        ),
        (
            "2023-03-31 00:01",
            (
                "Declared late: 1 day after the end of Thu 30 Mar 2023. It was known on Thu 2 Mar 2023, 16:40; "
                "the agreement asks for it within 28 calendar days (clause 9.1.1)."
            ),
        ),
    ],
)
@pytest.mark.parametrize("within", ["28 calendar-days after aware", "28 calendar-days"])
def test_twenty_eight_days_are_whole_days(make_world, within, at, said):
    world = begins(make_world, at, within=within)
    assert lines(declares(world.ada, aware_on="2023-03-02", aware_time="16:40"), "Declared") == [said]
    world.ada.types("/partnership interests late")
    assert ("SEF-C1" in world.ada.answer) is ("late" in said)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2023-03-04 16:40", "Declared in time: within 48 hours (clause 9.1.1), so by Sat 4 Mar 2023, 16:40."),
        (
            "2023-03-04 17:25",
            (
                "Declared late: 45 minutes after Sat 4 Mar 2023, 16:40. It was known on Thu 2 Mar 2023, 16:40; "
                "the agreement asks for it within 48 hours (clause 9.1.1)."
            ),
        ),
    ],
)
def test_hours_are_counted_from_the_hour(make_world, at, said):
    world = begins(make_world, at, within="48 hours after aware")
    assert lines(declares(world.ada, aware_on="2023-03-02", aware_time="16:40"), "Declared") == [said]


def test_an_answer_within_hours_is_asked_for_by_the_hour(make_world):
    world = begins(make_world, "2022-12-16 09:30", consent_within="48 hours after disclosed")
    recommends(world)
    declares(world.ada, "decision:1")
    assert lines(body_of(world.ben.dm("consent to Mersey Care")), "answer by")[0].endswith(
        "Silence is not consent. Please answer by Sun 18 Dec 2022, 09:30."
    )
    world.at("2022-12-18 09:29")
    assert world.register("SEF-C1").count("consent-overdue") == 0
    world.at("2022-12-18 09:31")
    assert world.register("SEF-C1").count("consent-overdue") == 1


def test_a_day_proclaimed_closed_moves_the_time_to_answer_and_its_reminders(make_world):
    within = "10 operational-days on operational-days after disclosed"
    world = begins(make_world, "2022-12-16 09:30", consent_within=within)
    recommends(world)
    declares(world.ada, "decision:1")
    assert dates(world)[-1] == ("2023-01-04", "open", None)
    floods(world)
    assert dates(world) == [("2023-01-04", "replaced", "The calendar changed."), ("2023-01-05", "open", None)]
    world.at("2023-01-05 10:00")
    said = [line for dm in world.ben.dms() for line in lines(dm.shown(), "say whether") if "Reminder" in line]
    assert [line.partition("; ")[2] for line in said] == [
        "due Thu 5 Jan 2023 (in 5 operational days).",
        "due Thu 5 Jan 2023 (in 2 operational days).",
        "due Thu 5 Jan 2023 (in 1 operational day).",
    ]


# A day that was not open, and one that no longer is: ten days after Fri 16 Dec 2022 is Mon 26, Boxing Day, after Wed 21
# it is Sat 31. After Mon 19 it is Thu 29, an open day until it is proclaimed closed.
@pytest.mark.parametrize(
    ("disclosed", "closed_day", "day", "then"),
    [
        ("2022-12-16", "stays", "2022-12-26", "2022-12-26"),
        ("2022-12-16", "next", "2022-12-28", "2022-12-28"),
        ("2022-12-16", "previous", "2022-12-23", "2022-12-23"),
        ("2022-12-21", "next", "2023-01-03", "2023-01-03"),
        ("2022-12-19", "stays", "2022-12-29", "2022-12-29"),
        ("2022-12-19", "next", "2022-12-29", "2022-12-30"),
        ("2022-12-19", "previous", "2022-12-29", "2022-12-28"),
    ],
)
def test_a_time_to_answer_that_falls_on_a_closed_day_is_moved_as_the_agreement_says(
    make_world, disclosed, closed_day, day, then
):
    within = f"{{counts_from: disclosed, limit: 10 calendar-days, closed_day: {closed_day}}}"
    world = begins(make_world, f"{disclosed} 09:30", consent_within=within)
    recommends(world)
    declares(world.ada, "decision:1")
    assert dates(world) == [(day, "open", None)]
    floods(world)
    assert dates(world)[-1] == (then, "open", None)
    asked = body_of(world.ben.dm("consent to Mersey Care"))
    assert lines(asked, "answer by")[0].endswith(f"Please answer by the end of {date.fromisoformat(day):%a %-d %b %Y}.")
    world.at(f"{then} 23:59")
    assert world.register("SEF-C1").count("consent-overdue") == 0
    world.at(f"{date.fromisoformat(then) + timedelta(days=1)} 00:01")
    assert world.register("SEF-C1").count("consent-overdue") == 1


def test_hours_to_answer_that_come_to_a_sunday_are_asked_for_by_the_day_they_go_to(make_world):
    within = "{counts_from: disclosed, limit: 48 hours, closed_day: next}"
    world = begins(make_world, "2022-12-16 09:30", consent_within=within)
    recommends(world)
    declares(world.ada, "decision:1")
    assert lines(body_of(world.ben.dm("consent to Mersey Care")), "answer by")[0].endswith(
        "Please answer by the end of Mon 19 Dec 2022."
    )
