"""The last day of something: whether an act came in time for it, and what is said of one that did not. Pure.

A day lasts until the first instant of the next one where the agreement is at home, so an act then is too late by a
day; hours end with their instant, and an act at that instant is in time (the common law takes no account of parts of a
day, and counts hours as they elapse).
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from rules.days import beside, in_words
from rules.deadlines import Working, end_of_day, instant_of, last_moment


def in_time(at: datetime, until: Working, zone: ZoneInfo) -> bool:
    """Return whether an act at a moment came by a last day, or by the instant that hours come to."""
    return at <= last_moment(until.due_on, until.due_at, zone)


def last_of_day(day: date, zone: ZoneInfo) -> datetime:
    """Return the last moment of a day."""
    return last_moment(day, end_of_day(day, zone), zone)


def ended_on(until: Working, zone: ZoneInfo) -> str:
    """Return when a time was up, behind “on”: "Wed 28 Dec 2022", or of hours "Sat 24 Dec 2022 at 22:00"."""
    instant = instant_of(until.due_on, until.due_at, zone)
    return in_words(until.due_on) + (f" at {instant.astimezone(zone):%H:%M}" if instant else "")


def too_late(at: datetime, until: Working, zone: ZoneInfo, what: str, *, clause: str | None = None) -> str:
    """Return what is said of an act that came too late, such as “Your vote”: the last day, and when it came.

    "The last day was Fri 16 Sep 2022. Your vote came on Mon 19 Sep and does not count (8.3)."
    """
    came = at.astimezone(zone)
    under = f" ({clause})" if clause else ""
    if instant_of(until.due_on, until.due_at, zone):
        last = f"The time was up on {ended_on(until, zone)}."
        return f"{last} {what} came on {beside(came.date(), until.due_on)} at {came:%H:%M} and does not count{under}."
    day = beside(came.date(), until.due_on)
    return f"The last day was {in_words(until.due_on)}. {what} came on {day} and does not count{under}."
