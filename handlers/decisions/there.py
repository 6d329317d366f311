"""Who is there for a decision: by the record of the meeting it is taken at, or as the secretary has recorded it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypedDict

from sqlalchemy.orm import Session

from handlers import presence
from handlers.actors import ACTING
from rules.days import in_words
from rules.electorates import Electorate, Voter, place
from rules.meeting_life import MeetingState
from rules.presence import Cast, not_counted, voting
from rules.terms import DecisionRule, Terms
from rules.voting import Vote
from storage import people, posts
from storage.decisions import Ballot, Decision
from storage.meetings import Meeting
from storage.people import Person


class Present(TypedDict):
    """Who is there, as the count takes it."""

    there: frozenset[str] | None
    by_proxy: frozenset[str]
    at_meeting: bool


@dataclass(frozen=True)
class There:
    """Who is there, by the voters' keys; `there` None: nobody has recorded it.

    `by_proxy` has those for whom another votes, by a proxy that holds. `votes` are those that count, and `set_aside`
    says of each other vote on the wording as it stands why it is kept and shown and does not. `waits` says what must be
    on record before anything can be counted; None where nothing must.
    """

    there: frozenset[str] | None
    votes: Mapping[str, Vote]
    at_meeting: bool = False
    by_proxy: Mapping[str, str] = field(default_factory=dict)
    set_aside: Mapping[str, str] = field(default_factory=dict)
    waits: str | None = None

    @property
    def present(self) -> Present:
        """Return who is there, as the count takes it."""
        return {"there": self.there, "by_proxy": frozenset(self.by_proxy), "at_meeting": self.at_meeting}


def meeting_of(session: Session, decision: Decision) -> Meeting | None:
    """Return the meeting a decision is taken at; None where it is taken out of one, or nobody has said at which."""
    return session.get_one(Meeting, decision.meeting_id) if decision.meeting_id is not None else None


def meeting_facts(meeting: Meeting | None) -> Mapping[str, Any] | None:
    """Return what the templates say of the meeting a decision is taken at; None where it is taken at none."""
    if meeting is None:
        return None
    return {"reference": meeting.reference, "on": meeting.meets_on.isoformat(), "state": meeting.state.value}


def recorded_in(decision: Decision) -> frozenset[str] | None:
    """Return who was there for this one decision, as the secretary has recorded it, by the voters' keys; or None."""
    recorded = decision.circumstances.get("there")
    return None if recorded is None else frozenset(recorded)


def there_for(session: Session, terms: Terms, rule: DecisionRule, decision: Decision, voters: Electorate) -> There:
    """Return who is there for a decision, and which votes count.

    What the secretary has recorded for this one decision stands above the meeting's record.
    """
    able = {voter.key: voter for voter in voters.voters}
    cast = {one.voter: one for one in decision.ballots if one.version == decision.version and one.voter in able}
    votes = {key: one.vote for key, one in cast.items()}
    recorded, meeting = recorded_in(decision), meeting_of(session, decision)
    if meeting is None:
        at_meeting = rule.taken == "meeting"
        if not at_meeting or recorded is None:
            return There(recorded, votes, at_meeting=at_meeting, waits="who was there" if at_meeting else None)
        aside = {key: NOT_THERE for key in votes if key not in recorded}
        counted = {key: vote for key, vote in votes.items() if key not in aside}
        return There(recorded, counted, at_meeting=True, set_aside=aside)
    waits = _waits(meeting) if recorded is None else None
    if waits is not None or meeting.state is not MeetingState.HELD:
        counted = votes if recorded is None else {key: vote for key, vote in votes.items() if key in recorded}
        aside = dict.fromkeys(votes.keys() - counted.keys(), NOT_THERE)
        return There(recorded, counted, at_meeting=True, set_aside=aside, waits=waits)
    return _by_record(session, terms, decision, meeting, voters, cast)


NOT_THERE = "not there, without a proxy"


def _waits(meeting: Meeting) -> str | None:
    day = in_words(meeting.meets_on)
    if meeting.state is MeetingState.CANCELLED:
        return f"another meeting: {meeting.reference}, {day}, was called off"
    return None if meeting.state is MeetingState.HELD else f"the record of {meeting.reference}, {day}: who was there"


def _by_record(
    session: Session,
    terms: Terms,
    decision: Decision,
    meeting: Meeting,
    voters: Electorate,
    cast: Mapping[str, Ballot],
) -> There:
    recused = {voter.key for voter in voters.recused} | {voter.partner or "" for voter in voters.recused}
    forum, record = presence.forum_of(terms, meeting), presence.record_of(session, meeting)
    present = presence.presence_of(session, meeting, recused=recused)
    recorded = recorded_in(decision)
    if present.waits is not None and recorded is None:
        votes = {key: one.vote for key, one in cast.items()}
        return There(None, votes, at_meeting=True, waits=present.waits.removeprefix("Waits for ").removesuffix("."))
    found = voting(record, present, (*voters.voters, *voters.recused))
    there = found.there if recorded is None else recorded
    by_proxy = {key: holder for key, holder in found.by_proxy.items() if recorded is None or key not in recorded}
    aside: dict[str, str] = {}
    for voter in voters.voters:
        one = cast.get(voter.key)
        if one is None:
            continue
        if recorded is not None and voter.key not in by_proxy:
            why = None if voter.key in recorded else NOT_THERE
        else:
            why = not_counted(forum, record, present, voter, _how(session, meeting, one))
        if why is not None:
            aside[voter.key] = why
    votes = {key: one.vote for key, one in cast.items() if key not in aside}
    return There(there, votes, at_meeting=True, by_proxy=by_proxy, set_aside=aside)


def _how(session: Session, meeting: Meeting, ballot: Ballot) -> Cast:
    """Return how a vote came: by whom, for whom they vote on the day of the meeting, and whether it was recorded."""
    person, day, agreement_id = session.get_one(Person, ballot.cast_by), meeting.meets_on, meeting.agreement_id
    held = people.holdings_on(session, day, person_id=person.id, agreement_id=agreement_id)
    speaks = {one.partner for one in held if one.partner is not None and one.capacity in ACTING}
    seated = posts.seated_on(session, day, agreement_id=agreement_id, forum=meeting.forum)
    speaks |= {place(seat, number) for seat, by in seated.items() for number, it in by.items() if it == person.id}
    return Cast(person.name, frozenset(speaks), recorded=ballot.evidence is not None)


def may_vote_for(there: There, mine: tuple[Voter, ...], voters: Electorate) -> tuple[Voter, ...]:
    """Return whom somebody votes for: those they speak for, and those who gave one of these a proxy that holds."""
    keys = {one.key for one in mine} | {one.partner for one in mine}
    given = {giver for giver, holder in there.by_proxy.items() if holder in keys}
    return tuple(one for one in voters.voters if one in mine or one.key in given)
