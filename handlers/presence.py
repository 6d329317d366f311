"""Who was there by a meeting's record: read from its rows for the rules, and said for the words people read."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from rules.calendars import pack_calendars
from rules.meeting_life import Came
from rules.presence import Attended, Paper, Presence, Record, Substitute, named_until, presence
from rules.terms import Forum, Terms
from storage import agreements, closed_days
from storage.meetings import Attendance, Meeting


def forum_of(terms: Terms, meeting: Meeting) -> Forum:
    """Return the forum that meets."""
    return next(forum for forum in terms.forums if forum.key == meeting.forum)


def record_of(session: Session, meeting: Meeting) -> Record:
    """Return what is on record of a meeting: who came, whom members sent and when they were named, who gave proxies."""
    zone = ZoneInfo(agreements.terms_of(session, meeting.terms_id).timezone)
    begins_at = datetime.combine(meeting.meets_on, meeting.begins_at, zone) if meeting.begins_at else None
    return Record(
        meeting.meets_on,
        zone,
        tuple(_attended(one) for one in meeting.attendances),
        tuple(Paper(one.giver, one.holder, one.paper_at or one.paper_on) for one in meeting.proxies),
        begins_at.astimezone(UTC) if begins_at else None,
    )


def _attended(one: Attendance) -> Attended:
    sent = one.came is Came.DEPUTY
    return Attended(
        one.member,
        one.name,
        one.partner,
        itself=one.came is Came.MEMBER or one.late is not None,
        who=one.late if sent else one.who,
        substitute=Substitute(one.who or "", one.named_at or one.named_on) if sent else None,
        late=one.late,
    )


def presence_of(session: Session, meeting: Meeting, *, recused: Collection[str] = ()) -> Presence:
    """Return who was there by a meeting's record, for what those who are recused take no part in."""
    terms = agreements.terms_of(session, meeting.terms_id)
    forum, record = forum_of(terms, meeting), record_of(session, meeting)
    until = None
    if forum.substitutes is not None and forum.substitutes.named_by is not None:
        calendars = pack_calendars(terms, known_on=meeting.meets_on, proclaimed=closed_days.proclaimed(session))
        until = named_until(terms, forum, record, calendars)
    return presence(forum, record, until, recused=recused)


def facts_of(session: Session, meeting: Meeting) -> dict[str, Any]:
    """Return who was at a meeting and who was not, by how they came; how many of how many were there, and by whom."""
    record, present = record_of(session, meeting), presence_of(session, meeting)
    terms = agreements.terms_of(session, meeting.terms_id)
    rule, no_party = forum_of(terms, meeting).substitutes, {it.key for it in terms.participants}
    sit_for = rule.sit_for if rule is not None else None
    sat = {one.key for one in present.substitutes}
    found: dict[str, list[dict[str, Any]]] = {came.value: [] for came in Came}
    for one in meeting.attendances:
        sits = one.member in sat or present.waits is not None
        came, who = (one.came, one.who) if one.came is not Came.DEPUTY or sits else _itself(one)
        late = one.late if sits else None
        name = f"{one.name} (takes part)" if one.partner in no_party else one.name
        found[came.value].append({"name": name, "who": who, "named": _iso(one) if sits else None, "late": late})
    return {
        **found,
        "there": len(present.there),
        "of": len(meeting.attendances),
        "proxies": [
            {
                "name": record.name_of(paper.giver),
                "holder": record.name_of(paper.holder),
                "paper": paper.on_record.isoformat() if paper.on_record else None,
                "there": paper.giver in present.there,
            }
            for paper in present.proxies
        ],
        "refused": list(present.refused),
        "waits": present.waits,
        "sit_for": sit_for,
        "timezone": record.zone.key,
    }


def _itself(one: Attendance) -> tuple[Came, str | None]:
    """Return how a member was there whose substitute did not count: itself, where it came all the same."""
    return (Came.MEMBER, one.late) if one.late is not None else (Came.ABSENT, None)


def _iso(one: Attendance) -> str | None:
    named: datetime | date | None = one.named_at or one.named_on
    return named.isoformat() if named else None
