"""A thousand random packs: each clock has the same date in the calendar, on the ladder, and counted by hand here."""

import random
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta

from rules import ladder, moments
from rules.calendars import calendar_of, pack_calendars
from rules.deadlines import Working
from rules.obligations import Known, obligations
from rules.term import in_force
from rules.terms import Clock, Terms
from storage.packs import read_pack

PACKS = 1_000
SEFTON = read_pack("sefton-2022")
ENGLAND = calendar_of("england-and-wales")
DAY = timedelta(days=1)
UNITS = ("operational-days", "calendar-days", "clear-days", "weeks", "months", "years")
DIRECTIONS = ("after", "before", "beginning with")


def made(chance: random.Random) -> tuple[Terms, dict[str, date]]:
    """A pack with a term, three clocks that count from a day of it, a day of their own or one another, and the dates."""
    begins = date(2019, 1, 1) + DAY * chance.randrange(2_000)
    ends = begins + DAY * chance.randrange(400, 3_000)
    clocks, dates = {}, {"commencement": begins, "ending": ends}
    for number in range(3):
        own = date(2019, 1, 1) + DAY * chance.randrange(2_500)
        anchor = chance.choice(["commencement", "ending", own, *clocks])
        unit, direction = chance.choice(UNITS), chance.choice(DIRECTIONS)
        if unit == "clear-days" and direction == "beginning with":
            direction = "after"
        length = chance.randrange(0, 4 if unit == "years" else 40)
        on = " on operational-days" if unit == "operational-days" else ""
        closed_day = chance.choice(["stays", "next", "previous"])
        key = f"clock-{number}"
        clocks[key] = Clock.model_validate(
            {"name": key, "counts_from": anchor, "limit": f"{length} {unit}{on} {direction}", "closed_day": closed_day}
        )
        start = anchor if isinstance(anchor, date) else dates[anchor]
        dates[key] = placed(counted(start, length, unit, direction), closed_day)
    stages = [
        SEFTON.issues.stages[0].model_copy(
            update={"key": key, "clock": key, "next": None if key == "clock-2" else f"clock-{number + 1}"}
        )
        for number, key in enumerate(clocks)
    ]
    term = SEFTON.term.model_copy(update={"begins": begins, "ends": ends, "open_ended": False})
    issues = SEFTON.issues.model_copy(update={"stages": tuple(stages)})
    return SEFTON.model_copy(update={"clocks": clocks, "issues": issues, "term": term}), dates


def counted(start: date, length: int, unit: str, direction: str) -> date:
    """The last day, one day after another and by the table of units."""
    step = -1 if direction == "before" else 1
    if unit == "clear-days":
        return start + step * (length + 1) * DAY
    if length == 0:
        return start
    if unit == "operational-days":
        day = start - DAY if direction == "beginning with" else start
        while length:
            day += step * DAY
            length -= ENGLAND.is_open(day)
        return day
    if unit in ("calendar-days", "weeks"):
        days = length * (7 if unit == "weeks" else 1)
        return start + (days - 1 if direction == "beginning with" else step * days) * DAY
    months = length * (12 if unit == "years" else 1)
    end = start + relativedelta(months=step * months)
    return end - DAY if direction == "beginning with" and end.day == start.day else end


def placed(day: date, closed_day: str) -> date:
    while closed_day != "stays" and not ENGLAND.is_open(day):
        day += DAY if closed_day == "next" else -DAY
    return day


@pytest.mark.parametrize("seed", range(10))
def test_the_same_pack_gives_the_same_date_in_the_calendar_and_on_the_ladder(seed):
    chance = random.Random(seed)
    for _ in range(PACKS // 10):
        terms, dates = made(chance)
        calendars = pack_calendars(terms)
        force = in_force(terms)
        rows = obligations(
            terms,
            Known(),
            first_on=date(1990, 1, 1),
            until=date(1990, 1, 1) + relativedelta(years=30),
            calendars=calendars,
        )
        rows += obligations(
            terms,
            Known(),
            first_on=date(2020, 1, 2),
            until=date(2020, 1, 2) + relativedelta(years=30),
            calendars=calendars,
        )
        shown = {row.key: row.on for row in rows if row.on is not None}
        entered = date(2019, 1, 1) + DAY * chance.randrange(4_000)
        for key in terms.clocks:
            clock = ladder.clock_of(terms, next(stage for stage in terms.issues.stages if stage.key == key))
            assert clock is not None
            happened = {**moments.of_agreement(force), "raised": entered, "entered": entered}
            due = moments.moment(terms, clock.when, happened, calendars=calendars, at=clock.at)
            assert isinstance(due, Working)
            assert due.due_on == dates[key] == shown[f"clock.{key}"], (seed, key, terms.clocks)
