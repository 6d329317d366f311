"""Calendar addresses as a calendar program uses them: asked for by HTTP, and read with the icalendar library."""

from __future__ import annotations

import re
import urllib.request
from dataclasses import dataclass
from urllib.error import HTTPError

import icalendar

from tests.patience import LONG_SECONDS


@dataclass(frozen=True)
class Got:
    """What came back: the status, the headers by their names in small letters, the bytes."""

    status: int
    headers: dict[str, str]
    body: bytes


def get(address, method="GET", **headers):
    """Ask for an address."""
    asked = urllib.request.Request(address, method=method, headers={k.replace("_", "-"): v for k, v in headers.items()})
    try:
        with urllib.request.urlopen(asked, timeout=LONG_SECONDS) as answer:
            return Got(answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read())
    except HTTPError as error:
        with error:
            return Got(error.code, {k.lower(): v for k, v in error.headers.items()}, error.read())


def addresses_in(said):
    """The addresses that stand in an answer."""
    return re.findall(r"http://127\.0\.0\.1:\d+/calendar/[\w-]+\.ics", said)


def addresses(player, channel="C0SEFTON"):
    """Type the word for the first time; the address of the agreement's dates, and that of one's own."""
    player.types("/partnership feed", channel=channel)
    agreement, own = addresses_in(player.answer)
    return agreement, own


def events(got):
    """The events of a feed by their UID."""
    assert got.status == 200, got
    found = [part for part in icalendar.Calendar.from_ical(got.body).walk() if part.name == "VEVENT"]
    by_name = {str(event["UID"]): event for event in found}
    assert len(by_name) == len(found)
    return by_name


def summaries(got):
    """What a feed says, by day."""
    return [f"{event['DTSTART'].dt} {event['SUMMARY']}" for event in events(got).values()]


def days(got, fragment):
    """The days of the events with these words in them, by UID."""
    return {uid: str(it["DTSTART"].dt) for uid, it in events(got).items() if fragment in it["SUMMARY"]}
