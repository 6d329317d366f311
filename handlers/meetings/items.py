"""What people put on a meeting's agenda, for their partner or as the secretary, and what is taken off again."""

from __future__ import annotations

from sqlalchemy.orm import Session

from handlers.acting import Acting, record
from handlers.actors import ACTING, name_of
from handlers.forms import Choice, Form, FormRefused, Values
from handlers.meetings import forms
from handlers.meetings.access import acting
from handlers.meetings.agenda import standing
from handlers.meetings.facts import brief
from handlers.requests import Answer, Request, Say
from rules.errors import Refusal
from rules.meeting_life import MeetingAct
from storage import redraws
from storage.meetings import AgendaItem, Meeting

MOST_ITEMS = 40


def draw(name: str, session: Session, request: Request) -> Form:
    """Return the form that puts something on a meeting's agenda, or takes it off."""
    meeting, by = acting(session, request, forms.FORMS[name])
    if name == "meeting_item":
        mine = () if by.partner is None else by.actor.partners(*ACTING)
        return forms.item_form(meeting, tuple(Choice(key, name_of(by.actor.terms, key)) for key in mine))
    items = standing(meeting)
    if not items:
        raise Refusal(f"Nobody has put anything on the agenda of {meeting.reference} that could be taken off.")
    return forms.item_drop_form(meeting, items)


def add(session: Session, request: Request, values: Values) -> Answer:
    """Put something on a meeting's agenda; who asked for it stays with it."""
    meeting, by = acting(session, request, MeetingAct.ADD_ITEM)
    if len(standing(meeting)) >= MOST_ITEMS:
        raise FormRefused({"title": f"{MOST_ITEMS} items stand on this agenda. Please talk to the secretary."})
    by = Acting(by.actor, values.line("partner") or by.partner, request)
    item = AgendaItem(
        title=values.line("title"),
        words=values.line("words"),
        asked_for=by.partner,
        asked_by=by.actor.person.id,
        asked_at=by.now,
    )
    meeting.items.append(item)
    session.flush()  # the agenda is read anew
    record(session, by, meeting, "agenda-item-added", {"item": item.title, "words": item.words})
    return _done(session, meeting, by, "item", item)


def drop(session: Session, request: Request, values: Values) -> Answer:
    """Take an item off a meeting's agenda, with the reason; it stays on record."""
    meeting, by = acting(session, request, MeetingAct.DROP_ITEM)
    item = next(one for one in standing(meeting) if str(one.id) == values.line("item"))
    item.dropped_at = by.now
    session.flush()  # the agenda is read anew
    record(session, by, meeting, "agenda-item-dropped", {"item": item.title, "words": values.line("words")})
    return _done(session, meeting, by, "item-dropped", item)


def _done(session: Session, meeting: Meeting, by: Acting, did: str, item: AgendaItem) -> Answer:
    redraws.note(session, meeting, by.now)
    told = {"did": did, "item": item.title, "words": "", "was_on": None, "notice": None}
    return Say("meeting_done", {**brief(session, meeting, by.now), **by.facts, **told})
