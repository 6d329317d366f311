"""What a milestone says: what the channel hears of it, whom it is given to, and whose reminders are settled."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import deadlines, outgoing
from handlers.actors import local_day
from handlers.milestones import facts as milestone_facts
from handlers.milestones.facts import facts_of, terms_of
from handlers.requests import Button
from storage import outbox, people
from storage.milestones import Milestone


def about(milestone: Milestone) -> str:
    """Return what messages to its owners are queued about."""
    return f"milestone:{milestone.id}"


def news(session: Session, milestone: Milestone, told: Mapping[str, Any], *, once: str, now: datetime) -> None:
    """Tell the channel of a big change: added, met, not going to be met, another date, dropped."""
    facts = {**facts_of(session, milestone, now), **told}
    show = (Button("milestone_show", milestone.id),)
    outgoing.post(session, milestone.agreement_id, "milestone_news", facts, once=once, now=now, buttons=show)


def give(
    session: Session, milestone: Milestone, told: Mapping[str, Any], *, once: str, actor_id: int, now: datetime
) -> str | None:
    """Tell whoever a milestone is asked of that it is theirs; return their name, None where nobody is in the chat.

    Whoever did it is not written to.
    """
    contact = milestone_facts.contact_of(session, milestone, local_day(terms_of(session, milestone), now))
    if contact is None or contact.account is None:
        return None
    outgoing.tell(
        session,
        [contact],
        "milestone_given",
        {**facts_of(session, milestone, now), **told},
        once=once,
        about=about(milestone),
        agreement_id=milestone.agreement_id,
        buttons=(Button("milestone_report", milestone.id), Button("milestone_show", milestone.id)),
        now=now,
        but=actor_id,
    )
    return contact.person.name


def settle(session: Session, milestone: Milestone, told: Mapping[str, Any], now: datetime, *, given: bool) -> None:
    """Take back the reminders of whoever owes nothing more, and the questions to earlier owners; mark home tabs stale.

    With `given`, or once nobody is asked for it any more, the messages that gave it to somebody lose their buttons.
    """
    facts = {**facts_of(session, milestone, now), **told}
    terms = terms_of(session, milestone)
    contact = milestone_facts.contact_of(session, milestone, local_day(terms, now))
    owes = milestone_facts.owed(session, milestone, now)
    still = {contact.person.id} if contact is not None and owes else set()
    show = Button("milestone_show", milestone.id)
    deadlines.settle_reminders(session, milestone, still=still, facts=facts, show=show, now=now)
    if given or milestone.state.final:
        for message in outbox.sent_about(session, about(milestone)):
            outgoing.edit(session, message, "milestone_news", facts, now=now, buttons=(show,))
    people.mark_homes_stale(session, milestone.agreement_id, tuple(partner.key for partner in terms.partners), now)
