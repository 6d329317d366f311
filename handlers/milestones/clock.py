"""What happens to a milestone, as its row and its date then stand."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers import deadlines
from handlers.milestones.facts import CLOCK, live_deadlines, standing_of
from rules import milestones
from rules.milestones import Event, MilestoneState
from storage.deadlines import DeadlineState
from storage.milestones import Milestone

_ENDED = {MilestoneState.MET: DeadlineState.MET}


def happen(session: Session, milestone: Milestone, event: Event, now: datetime, *, why: str = "") -> None:
    """Let something happen to a milestone: its row, and the date it is chased by. Raises Refusal where it cannot.

    `why` is kept with a date that gives way to another.
    """
    found = milestones.after(standing_of(milestone), event)
    milestone.state, milestone.due_on, milestone.past = found.state, found.due_on, found.past
    milestone.said, milestone.said_on, milestone.met_on = found.said, found.said_on, found.met_on
    milestone.came_true_on, milestone.ask_on = found.came_true_on, found.ask_on
    milestone.closed_at = now if found.state.final else None
    keep(session, milestone, now, why=why)


def keep(session: Session, milestone: Milestone, now: datetime, *, why: str = "") -> None:
    """Have the milestone chased by the date it has now, and by no other; by none once nobody is asked for it."""
    session.flush()  # the date's row names it, and the register reads the agreement anew
    wanted = standing_of(milestone).chased_by
    live = live_deadlines(session, [milestone]).get(milestone.id)
    if wanted is None:
        deadlines.end(session, milestone, state=_ENDED.get(milestone.state, DeadlineState.CANCELLED))
    elif live is None or live.due_on != wanted:
        deadlines.agree(session, milestone, CLOCK, last_day=wanted, clause=milestone.clause, now=now, why=why)
    session.flush()  # the register reads the agreement anew
