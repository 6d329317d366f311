"""Dates as an iCalendar file (RFC 5545), for the calendar programs people use."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import TRANSP, Calendar, Event, vDuration

from bot import words
from handlers.overview.feeds import Dates, Line
from rules.obligations import Obligation
from rules.terms import Terms

# It names all our dates together, and must never change: a new one would give every date a second entry.
_OURS = UUID("5f0b6f0e-54f4-4d0a-9f0e-8a4b8c1d2e37")
_MAKER = "-//Accord//Agreement calendar//EN"
_ASKED_AGAIN = timedelta(hours=12)
_ONE_DAY = timedelta(days=1)
_FIRST = 1  # of the priorities of RFC 5545, 3.8.1.9


def calendar_file(terms: Terms, found: Iterable[Obligation], *, stamp: datetime) -> bytes:
    """Return an agreement's dates as one calendar of all-day events; what has no date is left out.

    The name of an event (UID) follows from the agreement and the obligation alone. So a date that is given out again,
    also where it has been moved, takes the place of the earlier one in people's calendars. `stamp` is the instant, in
    UTC, at which the file is made. An event takes up no time: nobody is shown as busy.
    """
    lines = [Line(terms.id, terms.short_title, one) for one in found]
    return _file(terms.id, terms.short_title, None, lines, stamp)


def feed_file(dates: Dates, *, stamp: datetime) -> bytes:
    """Return what a feed says in the same way. What its reader owes is named first, and has the first priority."""
    said = words.render("feed_calendar", {"agreement": dates.agreement, "person": dates.person})
    return _file(dates.key, said.line, words.as_text(said), dates.lines, stamp)


def _file(key: str, name: str, about: str | None, lines: Iterable[Line], stamp: datetime) -> bytes:
    calendar = Calendar.new(
        prodid=_MAKER,
        version="2.0",
        calscale="GREGORIAN",
        method="PUBLISH",
        uid=f"{uuid5(_OURS, key)}",
        name=_one_line(name),  # the library adds X-WR-CALNAME and X-WR-CALDESC, which older programs read, unescaped
        description=None if about is None else _one_line(about),
    )
    calendar.add("REFRESH-INTERVAL", _ASKED_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(_ASKED_AGAIN))  # the same, as Outlook reads it
    for line in lines:
        if line.one.on is not None:
            calendar.add_component(_event(line, line.one.on, stamp))
    return bytes(calendar.to_ical())


def _event(line: Line, on: date, stamp: datetime) -> Event:
    what, told = f"{words.bare(line.one.what)} ({line.title})", list(_told(line.one))
    if line.owed:
        said = words.render("feed_owed", {"what": what, "debts": line.owed})
        what, told = said.line, [words.as_text(said), *told]
    event = Event.new(
        uid=f"{uuid5(_OURS, f'{line.agreement} {line.one.key}')}",
        stamp=stamp,
        start=on,
        end=on + _ONE_DAY,  # the end of an all-day event is the first day that is free again
        summary=_plain(what),
        description=_plain("\n".join(told)),
        categories=[line.one.kind.value],
        transparency=TRANSP.TRANSPARENT,
        priority=_FIRST if line.owed else None,
    )
    event.add("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
    return event


def _told(one: Obligation) -> Iterator[str]:
    if one.clause:
        yield f"Clause: {one.clause}"
    if one.note:
        yield one.note


def _plain(text: str) -> str:
    """Return a text without what no calendar file may hold: control characters, halves of characters, byte marks."""
    return "".join(sign for sign in text if sign == "\n" or not _is_odd(sign))


def _is_odd(sign: str) -> bool:
    return sign == "\ufeff" or unicodedata.category(sign) in ("Cc", "Cs")


def _one_line(text: str) -> str:
    return " ".join(_plain(text).split())
