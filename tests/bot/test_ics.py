"""Whatever an obligation says, the file is what RFC 5545 asks for, and reads back as it was written."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, timedelta

import icalendar
from hypothesis import given, settings, strategies as st

from bot.ics import calendar_file, feed_file
from bot.words import bare
from handlers.overview.feeds import Dates, Line
from rules.obligations import Kind, Obligation
from storage.packs import read_pack

SEFTON = read_pack("sefton-2022")
STAMP = datetime(2022, 12, 16, 9, 30, tzinfo=UTC)
DEBT = {
    "reference": "SEF-1",
    "title": "Beds",
    "private": False,
    "row": 1,
    "partner": "LUHFT",
    "owed": ["acknowledgement"],
    "deadline": None,
}

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
words = st.one_of(
    st.text(max_size=60),
    st.text(st.sampled_from(',;:\\"\n\r\t\x00\x1b\x85\u2028\ud800\ufeff\u202e=^ BEGIN:VEVENT'), max_size=120),
    st.just("BEGIN:VEVENT\r\nEND:VCALENDAR\r\n" * 40),
)
obligations = st.builds(
    Obligation,
    key=st.text("abc.-0123456789", min_size=1, max_size=12),
    kind=st.sampled_from(list(Kind)),
    what=words,
    clause=st.none() | words,
    on=st.none() | days,
    nominal_on=st.none() | days,
    note=st.none() | words,
)
several = st.lists(obligations, max_size=6, unique_by=lambda one: one.key)


def kept(text):
    """A text as it can stand in a file: without control characters, halves of characters and byte order marks.

    The library takes a backslash before a capital N for a line break.
    """
    odd = {sign for sign in text if unicodedata.category(sign) in ("Cc", "Cs")} - {"\n"} | {"\ufeff"}
    return "".join(sign for sign in text if sign not in odd).replace("\\N", "\n")


def read(content):
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    calendar = icalendar.Calendar.from_ical(content)
    assert not [part.errors for part in calendar.walk() if part.errors]
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


@settings(max_examples=40)
@given(several)
def test_what_is_written_is_read_again(found):
    events = read(calendar_file(SEFTON, found, stamp=STAMP))
    dated = [one for one in found if one.on is not None]
    assert len(events) == len(dated)
    for event, one in zip(events.values(), dated, strict=True):
        assert str(event["SUMMARY"]) == kept(f"{bare(one.what)} (Sefton Partnership)")
        assert type(event["DTSTART"].dt) is date
        assert event["DTSTART"].dt == one.on
        assert event["DTEND"].dt == one.on + timedelta(days=1)
        assert event["DTSTAMP"].dt == STAMP


@settings(max_examples=40)
@given(several, days)
def test_what_is_moved_or_renamed_keeps_its_name(found, day):
    first = read(calendar_file(SEFTON, found, stamp=STAMP))
    moved = [Obligation(one.key, one.kind, "Renamed", None, day, one.nominal_on) for one in found if one.on is not None]
    assert list(read(calendar_file(SEFTON, moved, stamp=STAMP))) == list(first)


@settings(max_examples=40)
@given(several, words)
def test_a_feed_is_read_again_and_says_first_what_is_owed(found, title):
    lines = [Line("sefton-2022", title, one, (DEBT,) if number % 2 else ()) for number, one in enumerate(found)]
    events = read(feed_file(Dates("person 7", None, "Ann\nLee;", tuple(lines)), stamp=STAMP))
    dated = [line for line in lines if line.one.on is not None]
    assert len(events) == len(dated)
    for event, line in zip(events.values(), dated, strict=True):
        if line.owed:
            assert event["SUMMARY"].startswith("You owe: ")
        assert ("PRIORITY" in event) == bool(line.owed)
        assert str(event.get("DESCRIPTION", "")).startswith("LUHFT is to acknowledge it.") == bool(line.owed)


def test_the_same_dates_make_the_same_file():
    dates = Dates("sefton-2022", "Sefton Partnership", None, ())
    assert feed_file(dates, stamp=STAMP) == feed_file(dates, stamp=STAMP)
    assert b"X-WR-CALNAME:Sefton Partnership\r\n" in feed_file(dates, stamp=STAMP)
    named = feed_file(Dates("person 7", None, "Ann Lee", ()), stamp=STAMP)
    assert b"X-WR-CALNAME:Ann Lee: partnership dates\r\n" in named
