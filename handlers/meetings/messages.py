"""What a meeting says: its living message and thread, the notice to each member, who is told when it changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import deadlines, notices, outgoing
from handlers.actors import local_day
from handlers.debts import by_person
from handlers.meetings import debts
from handlers.meetings.facts import brief, contacts_of, facts_of, members_of, names_in, reminded, terms_of
from handlers.requests import Button
from rules.meeting_life import MeetingAct, open_to
from storage import outbox, people
from storage.agreements import Agreement
from storage.meetings import Meeting
from storage.outbox import Message
from storage.people import Contact


def living_buttons(meeting: Meeting, today: date) -> tuple[Button, ...]:
    """Return what the living message offers: to look closer, and while it is to come what anybody can bring to it."""
    show = Button("meeting_show", meeting.id)
    if not open_to(MeetingAct.ADD_ITEM, meeting.state, meeting.meets_on, today):
        return (show,)
    return Button("meeting_item", meeting.id), Button("declare_conflict", meeting.agreement_id), show


def announce(session: Session, meeting: Meeting, now: datetime) -> None:
    """Post the living message of a meeting that is opened."""
    facts = facts_of(session, meeting, now)
    meeting.shown_sha256 = _sha256(facts)
    meeting.post_id = outgoing.post(
        session,
        meeting.agreement_id,
        "meeting",
        facts,
        once=f"meeting:{meeting.id}",
        now=now,
        about=f"meeting:{meeting.id}",
        buttons=living_buttons(meeting, local_day(terms_of(session, meeting), now)),
    )


def draw(session: Session, meeting: Meeting, now: datetime) -> None:
    """Bring the living message up to date where it says something else now, and take back reminders nobody owes."""
    facts = facts_of(session, meeting, now)
    found = _sha256(facts)
    today = local_day(terms_of(session, meeting), now)
    if meeting.post_id is not None and found != meeting.shown_sha256:
        living = session.get_one(Message, meeting.post_id)
        outgoing.edit(session, living, "meeting", facts, now=now, buttons=living_buttons(meeting, today))
    meeting.shown_sha256 = found
    owed = debts.of(session, meeting, now)
    still = set(by_person(owed, reminded(session, meeting, today)))
    offered = {debts.PRESSES[one] for debt in owed for one in debt.owed}
    spent = [Button(name, meeting.id) for name in debts.PRESSES.values() if name not in offered]
    show = Button("meeting_show", meeting.id)
    deadlines.settle_reminders(session, meeting, still=still, facts=facts, show=show, now=now, spent=spent)
    people.mark_homes_stale(session, meeting.agreement_id, (), now)


def _sha256(facts: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def thread(session: Session, meeting: Meeting, facts: Mapping[str, Any], *, once: str, now: datetime) -> None:
    """Put what has happened to a meeting into the thread of its living message, where it has one."""
    if meeting.post_id is not None:
        shown = {**brief(session, meeting, now), **facts}
        about = f"meeting:{meeting.id}:{once}"
        outgoing.post(
            session, meeting.agreement_id, "meeting_news", shown, once=about, now=now, thread_of=meeting.post_id
        )


def notify(
    session: Session, meeting: Meeting, template: str, facts: Mapping[str, Any], *, kind: str, now: datetime
) -> None:
    """Send every member of the forum a notice, each with a receipt, and the agenda as they may see it.

    Whoever cannot be reached is shown to the secretary, who tells them another way.
    """
    terms = terms_of(session, meeting)
    agreement = session.get_one(Agreement, meeting.agreement_id)
    today = local_day(terms, now)
    reached, names = contacts_of(session, meeting, today), names_in(session, meeting)
    meeting.notices += 1

    def apart(member: str) -> Mapping[str, Any]:
        person = reached[member].person
        held = people.holdings_on(session, today, person_id=person.id, agreement_id=agreement.id)
        return {"agenda": facts_of(session, meeting, now, held)["agenda"], "partner": names[member]}

    notices.send(
        session,
        agreement,
        terms,
        of=meeting,
        kind=f"{kind}-{meeting.notices}",
        partners=tuple(member.key for member in members_of(session, meeting, today)),
        template=template,
        facts={**facts_of(session, meeting, now), **facts},
        buttons=living_buttons(meeting, today),
        now=now,
        apart=apart,
        to=reached,
        names=names,
    )


def tell(
    session: Session,
    meeting: Meeting,
    template: str,
    facts: Mapping[str, Any] | Callable[[Contact], Mapping[str, Any]],
    contacts: Mapping[str, Contact],
    *,
    once: str,
    now: datetime,
    but: int | None = None,
) -> None:
    """Tell these people something about a meeting, each by one message, but the person who did it."""
    known = brief(session, meeting, now)
    for contact in contacts.values():
        outgoing.tell(
            session,
            [contact],
            template,
            {**known, **(facts(contact) if callable(facts) else facts)},
            once=f"meeting:{meeting.id}:{once}",
            about=f"meeting:{meeting.id}:told",
            agreement_id=meeting.agreement_id,
            buttons=(Button("meeting_show", meeting.id),),
            now=now,
            but=but,
        )


def retire_notices(session: Session, meeting: Meeting, now: datetime) -> None:
    """Take the buttons off the notices of a meeting that is over, but the one that shows it."""
    show = (Button("meeting_show", meeting.id),)
    for message in outbox.sent_about(session, notices.about(meeting)):
        if len(message.buttons) > 1:
            outgoing.edit(session, message, message.template, message.facts, now=now, buttons=show)
            message.buttons = [button.as_json() for button in show]
