"""An agreement's dates as an iCalendar file (RFC 5545), for the calendar programs people use."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import TRANSP, Calendar, Event, vDuration

from rules.obligations import Obligation
from rules.terms import Terms

# It names all our dates together, and must never change: a new one would give every date a second entry.
_OURS = UUID("5f0b6f0e-54f4-4d0a-9f0e-8a4b8c1d2e37")
_MAKER = "-//Accord//Agreement calendar//EN"
_ASKED_AGAIN = timedelta(hours=12)
_ONE_DAY = timedelta(days=1)


def calendar_file(terms: Terms, found: Iterable[Obligation], *, stamp: datetime) -> bytes:
    """Return the dates as one calendar of all-day events; what has no date is left out.

    The name of an event (UID) follows from the agreement and the obligation alone. So a date that is given out again,
    also where it has been moved, takes the place of the earlier one in people's calendars. `stamp` is the instant, in
    UTC, at which the file is made. An event takes up no time: nobody is shown as busy.
    """
    calendar = Calendar.new(
        prodid=_MAKER,
        version="2.0",
        calscale="GREGORIAN",
        method="PUBLISH",
        uid=f"{uuid5(_OURS, terms.id)}",
        name=_plain(terms.short_title),  # the library adds X-WR-CALNAME, which older programs read
    )
    calendar.add("REFRESH-INTERVAL", _ASKED_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(_ASKED_AGAIN))  # the same, as Outlook reads it
    for one in found:
        if one.on is not None:
            calendar.add_component(_event(terms, one, one.on, stamp))
    return bytes(calendar.to_ical())


def _event(terms: Terms, one: Obligation, on: date, stamp: datetime) -> Event:
    event = Event.new(
        uid=f"{uuid5(_OURS, f'{terms.id} {one.key}')}",
        stamp=stamp,
        start=on,
        end=on + _ONE_DAY,  # the end of an all-day event is the first day that is free again
        summary=_plain(f"{one.what} ({terms.short_title})"),
        description=_plain("\n".join(_told(one))),
        categories=[one.kind.value],
        transparency=TRANSP.TRANSPARENT,
    )
    event.add("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
    return event


def _told(one: Obligation) -> Iterable[str]:
    if one.clause:
        yield f"Clause: {one.clause}"
    if one.note:
        yield one.note


def _plain(text: str) -> str:
    """Return a text without control characters, which no calendar file may hold."""
    return "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) != "Cc")
