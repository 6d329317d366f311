"""At which meeting a decision is taken: chosen when it is proposed, or since. Its record then counts the votes."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from handlers.actors import Actor
from handlers.forms import Choice, Field, FormRefused, Kind, Values
from rules.days import in_words
from rules.meeting_life import TO_COME, MeetingState
from rules.terms import DecisionRule
from rules.who import forum_of
from storage import meetings
from storage.meetings import Meeting

AGO = timedelta(days=31)


def choices(session: Session, actor: Actor, rule: DecisionRule) -> tuple[Choice, ...]:
    """Return the meetings a decision under a rule can be taken at, the earliest first.

    Those are its forum's that are planned or called, and those that were held in the last weeks; none where the rule is
    taken in writing.
    """
    if rule.taken == "writing":
        return ()
    return tuple(
        Choice(str(row.id), f"{row.reference}: {in_words(row.meets_on)}")
        for row in meetings.rows_of(session, actor.agreement.id, states=(*TO_COME, MeetingState.HELD))
        if row.forum == forum_of(rule) and (row.state in TO_COME or row.meets_on >= actor.today - AGO)
    )


def field_for(
    session: Session, actor: Actor, rule: DecisionRule, *, chosen: Meeting | None = None
) -> tuple[Field, ...]:
    """Return the question at which meeting a decision is taken; none where it cannot be at one.

    It may be left empty where the rule lets it be taken out of a meeting too.
    """
    found, either = choices(session, actor, rule), rule.taken == "either"
    if not found:
        return ()
    hint = "Its votes are counted by that meeting's record." + (" Empty: in writing." if either else "")
    initial = str(chosen.id) if chosen is not None and str(chosen.id) in {one.key for one in found} else None
    label = "At which meeting"
    return (Field("meeting", label, Kind.CHOICE, required=not either, choices=found, initial=initial, hint=hint),)


def chosen(session: Session, values: Values) -> Meeting | None:
    """Return the meeting that a form names; None where it names none."""
    row = values.line("meeting")
    return session.get_one(Meeting, int(row)) if row else None


def check_last_day(meeting: Meeting | None, closes_on: date) -> None:
    """Return when votes are taken until the day of the meeting, or later; raise FormRefused, saying so, if not."""
    if meeting is not None and closes_on < meeting.meets_on:
        day = in_words(meeting.meets_on)
        raise FormRefused({"closes_on": f"Please choose {day}, the day of the meeting, or a later one."})
