"""Deadlines as the handlers give them to the templates, for the tests of messages."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from rules.calendars import calendar_of
from rules.deadlines import days_left, work_out
from rules.terms import TimeLimit, Unit

LONDON = ZoneInfo("Europe/London")
ENGLAND = calendar_of("england-and-wales")
RAISED = datetime(2022, 12, 16, 17, 30, tzinfo=UTC)


def deadline(
    today="2023-01-13", *, start=RAISED, clause="5.2", calendar=ENGLAND, confirmed=True, state="open", **limit
):
    given = {"number": 20, "unit": Unit.OPERATIONAL_DAYS, "calendar": "operational-days"} | limit
    if given["unit"] is not Unit.OPERATIONAL_DAYS:
        given.pop("calendar")
    working = work_out(TimeLimit(**given), start, zone=LONDON, calendar=calendar, clause=clause)
    day = date.fromisoformat(today)
    left = {"days_left": days_left(ENGLAND, day, working.due_on), "days_away": (working.due_on - day).days}
    left |= {"open_today": ENGLAND.is_open(day), "over": day > working.due_on}
    name = "Resolve an issue by discussion"
    return {**working.to_json(), "confirmed": confirmed, "state": state, **left, "clock": name}


def agreed_date():
    noon = datetime(2023, 2, 3, 12, tzinfo=LONDON)
    return deadline(start=noon, number=0, unit=Unit.CALENDAR_DAYS, calendar=None, clause=None)
