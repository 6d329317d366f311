"""Who may look at a milestone and act on it."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import ACTING, Actor
from handlers.matters import Kind
from handlers.milestones.facts import owner_name, terms_of
from rules.errors import Refusal
from rules.matters import Allowed
from rules.milestones import MilestoneAct, who_may
from storage import posts
from storage.milestones import Milestone
from storage.people import Capacity

REFUSED: Mapping[MilestoneAct, str] = {
    MilestoneAct.REPORT: "report how {} stands",
    MilestoneAct.MOVE: "change the date of {}",
    MilestoneAct.CONDITION: "say that the condition of {} has come true",
    MilestoneAct.OWNER: "change the owner of {}",
    MilestoneAct.DROP: "drop {}",
}


KIND = Kind("milestone", "milestone", "milestones", "SEF-MS1", Milestone)


def may(session: Session, actor: Actor, milestone: Milestone, act: MilestoneAct) -> tuple[bool, str | None]:
    """Return whether somebody may do this, and the partner they do it for; None for a forum, and for the secretary."""
    able = who_may(act, milestone.owner, terms_of(session, milestone))
    capacities = (*ACTING, Capacity.MEMBER) if able.members else ACTING
    if able.partner is not None and able.partner in actor.partners(*capacities):
        return True, able.partner
    if able.forum is not None:
        held = posts.of_forum(session, milestone.agreement_id, able.forum)
        if any(seat.person_id == actor.person.id and seat.held_on(actor.today) for seat in held):
            return True, None
    return actor.is_secretary, None


def require(session: Session, actor: Actor, milestone: Milestone, act: MilestoneAct) -> str | None:
    """Return the partner this is done for, None for a forum or as the secretary; raise Refusal, naming who could."""
    allowed, partner = may(session, actor, milestone, act)
    if allowed:
        return partner
    able = who_may(act, milestone.owner, terms_of(session, milestone))
    could = actors.who_could(session, actor, Allowed(frozenset({able.partner} if able.partner else ()), secretary=True))
    clause = f" (clause {milestone.clause})" if milestone.clause else ""
    whose = owner_name(terms_of(session, milestone), milestone.owner)
    raise Refusal(f"You can't {REFUSED[act].format(milestone.reference)}: it is with {whose}{clause}. {could}")
