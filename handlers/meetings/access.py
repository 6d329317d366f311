"""Who may see a meeting and act on it, or plan an agreement's meetings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from handlers import actors
from handlers.acting import Acting
from handlers.actors import Actor
from handlers.matters import Cause, Kind, faster, pressed
from handlers.meetings.facts import names_in
from handlers.notices import Telling
from handlers.requests import Request
from rules import meeting_life
from rules.errors import Refusal
from rules.meeting_life import TO_COME, MeetingAct, MeetingState, who_may
from rules.sentences import word
from rules.terms import Terms
from storage import meetings
from storage.agreements import Agreement
from storage.deadlines import Deadline
from storage.meetings import Meeting
from storage.people import Capacity, Holding

KIND = Kind("meeting", "meeting", "meetings", "SEF-M1", Meeting)


def acting(session: Session, request: Request, act: MeetingAct) -> tuple[Meeting, Acting]:
    """Return the meeting a request is about and the act of whoever does this to it; nobody else changes it now.

    Raises Refusal, saying who could, for somebody who may not; and, saying why, when it can't be done to it.
    """
    meeting, actor = pressed(session, request, KIND, lock=True)
    partner = require(session, actor, act, meeting.reference)
    meeting_life.check(act, meeting.state, meeting.reference, meeting.meets_on, actor.today)
    return meeting, Acting(actor, partner, request)


def require(session: Session, actor: Actor, act: MeetingAct, what: str) -> str | None:
    """Return the partner somebody does this for, None for the secretary; raise Refusal, saying who could, if not."""
    allowed = who_may(act, (partner.key for partner in actor.terms.partners))
    mine = actor.may_act_for(allowed)
    if actor.is_secretary or mine:
        return None if actor.is_secretary else mine[0]
    raise Refusal(f"You can't {REFUSED[act].format(what)}. {_who_could(session, actor, act)}")


def _who_could(session: Session, actor: Actor, act: MeetingAct) -> str:
    own = frozenset(actor.partners()) if act is MeetingAct.ADD_ITEM else frozenset[str]()
    return actors.who_could(session, actor, replace(who_may(act), partners=own))


REFUSED: Mapping[MeetingAct, str] = {
    MeetingAct.PLAN: "plan the meetings of {}",
    MeetingAct.MOVE: "move {}",
    MeetingAct.CANCEL: "call {} off",
    MeetingAct.PUBLIC: "say whether {} is in public",
    MeetingAct.CALL: "call {}",
    MeetingAct.PAPERS: "send the papers of {}",
    MeetingAct.ADD_ITEM: "put anything on the agenda of {}",
    MeetingAct.DROP_ITEM: "take anything off the agenda of {}",
    MeetingAct.RECORD: "record {}",
    MeetingAct.CORRECT: "correct the record of {}",
    MeetingAct.ACTION: "open an action because of {}",
    MeetingAct.TOLD: "record how somebody was told of {}",
}


def planning(session: Session, request: Request) -> Actor:
    """Return who asks, if they may plan the meetings of the agreement that a request is about; raise Refusal if not."""
    agreement = session.get(Agreement, request.row or 0)
    if agreement is None:
        raise Refusal(f"I know no such agreement. {word('meetings')} shows the meetings of yours.")
    actor = actors.actor_in(session, agreement, request)
    require(session, actor, MeetingAct.PLAN, _named(actor.terms))
    return actor


def _named(terms: Terms) -> str:
    return f"the {terms.short_title} agreement"


def move(session: Session, meeting: Meeting, to: MeetingState, now: datetime, *, words: str | None = None) -> None:
    """Move a meeting on; raise Refusal when it cannot move there, or somebody else was faster."""
    meeting_life.check_move(meeting.state, to)
    if not meetings.move(session, meeting, to=to, at=now, words=words):
        raise faster(KIND)


def telling(session: Session, request: Request) -> Telling:
    """Return the meeting that members are notified of, and its secretary; raise Refusal for anybody else."""
    meeting, by = acting(session, request, MeetingAct.TOLD)
    names = names_in(session, meeting)
    return Telling(meeting, meeting.opened_at or meeting.planned_at, by.actor, names=names)


def runs_for(meeting: Meeting, _: Deadline, held: Sequence[Holding]) -> bool:
    """Return whether a meeting's dates are some for whoever holds these capacities: they are the secretary's own."""
    return meeting.state in TO_COME and any(holding.capacity is Capacity.SECRETARY for holding in held)


def causing(session: Session, request: Request) -> Cause:
    """Return the meeting as what an action is opened because of."""
    meeting, by = acting(session, request, MeetingAct.ACTION)
    return Cause(meeting, by.actor, who_may(MeetingAct.ACTION), meeting.forum)
