"""What a tracker says: its living message, the secretary who is asked, and whoever proposed a change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import outgoing
from handlers.actors import local_day
from handlers.requests import Button
from handlers.trackers.changes import By
from handlers.trackers.facts import change_of, forum_of, summary, terms_of
from rules.trackers import ChangeState
from storage import outbox, people, trackers
from storage.outbox import Message
from storage.trackers import Change, Tracker

MOST_SHOWN = 10


def refresh(session: Session, tracker: Tracker, now: datetime) -> None:
    """Bring the living message up to date; post it where the channel has none yet."""
    facts, buttons = summary(session, tracker, now), (Button("tracker_show", tracker.id),)
    if tracker.post_id is None:
        once = f"tracker:{tracker.id}"
        tracker.post_id = outgoing.post(
            session, tracker.agreement_id, "tracker", facts, once=once, now=now, about=once, buttons=buttons
        )
        session.flush()  # the thread hangs on it
    else:
        outgoing.edit(session, session.get_one(Message, tracker.post_id), "tracker", facts, now=now, buttons=buttons)


def proposed(session: Session, tracker: Tracker, changes: Sequence[Change], by: By) -> None:
    """Tell of changes that were proposed together: those made at once, or the secretary of those that wait."""
    made = [change for change in changes if change.state is ChangeState.MADE]
    _thread(session, tracker, made, by.now)
    if len(made) < len(changes):
        _ask(session, tracker, changes, by)
    refresh(session, tracker, by.now)


def decided(session: Session, tracker: Tracker, changes: Sequence[Change], by: By) -> None:
    """Tell what became of changes that waited: the channel of what was made, who proposed, the secretary."""
    _thread(session, tracker, [change for change in changes if change.state is ChangeState.MADE], by.now)
    for person_id in {change.proposed_by for change in changes} - {None, by.person_id}:
        account = people.linked_account(session, person_id) if person_id is not None else None
        if account is not None:
            mine = [change for change in changes if change.proposed_by == person_id]
            outgoing.direct(
                session,
                account,
                "tracker_decided",
                {**_head(session, tracker), **_shown(session, tracker, mine), "decided": mine[0].state.value},
                once=f"tracker:{tracker.id}:decided:{mine[0].id}",
                about=f"tracker:{tracker.id}:decided",
                agreement_id=tracker.agreement_id,
                buttons=(Button("tracker_show", tracker.id),),
                now=by.now,
            )
    _redraw(session, tracker, changes, by.now)
    refresh(session, tracker, by.now)


def withdrawn(session: Session, tracker: Tracker, change: Change, by: By) -> None:
    """Show those who were asked about a change that it was taken back."""
    _redraw(session, tracker, [change], by.now)
    refresh(session, tracker, by.now)


def _thread(session: Session, tracker: Tracker, made: Sequence[Change], now: datetime) -> None:
    if not made:
        return
    if tracker.post_id is None:
        refresh(session, tracker, now)
    if tracker.post_id is None:
        return  # the agreement has no channel yet
    outgoing.post(
        session,
        tracker.agreement_id,
        "tracker_changed",
        {**_head(session, tracker), **_shown(session, tracker, made)},
        once=f"tracker:{tracker.id}:made:{made[0].id}",
        now=now,
        thread_of=tracker.post_id,
    )


def _ask(session: Session, tracker: Tracker, changes: Sequence[Change], by: By) -> None:
    """Ask each secretary, but whoever proposed them, what the managing forum says."""
    terms, _, _ = terms_of(session, tracker)
    outgoing.tell(
        session,
        people.secretaries(session, local_day(terms, by.now), tracker.agreement_id),
        "tracker_asked",
        {**_head(session, tracker), **_shown(session, tracker, changes)},
        once=_batch_of(changes[0]),
        about=_batch_of(changes[0]),
        agreement_id=tracker.agreement_id,
        buttons=_asked_buttons(tracker, changes),
        now=by.now,
        but=by.person_id,
    )


def _redraw(session: Session, tracker: Tracker, changes: Sequence[Change], now: datetime) -> None:
    """Show what became of changes wherever a secretary was asked about them; the buttons go with the last of them."""
    for batch in trackers.of_batches(session, (change.batch for change in changes)).values():
        facts = {**_head(session, tracker), **_shown(session, tracker, batch)}
        for message in outbox.sent_about(session, _batch_of(batch[0])):
            buttons = _asked_buttons(tracker, batch)
            outgoing.edit(session, message, "tracker_asked", facts, now=now, buttons=buttons)


def _asked_buttons(tracker: Tracker, changes: Iterable[Change]) -> tuple[Button, ...]:
    waits = any(change.state is ChangeState.WAITING for change in changes)
    asked = (Button("tracker_confirm", tracker.id), Button("tracker_refuse", tracker.id)) if waits else ()
    return (*asked, Button("tracker_show", tracker.id))


def _batch_of(change: Change) -> str:
    return f"tracker_batch:{change.batch}"


def _head(session: Session, tracker: Tracker) -> dict[str, Any]:
    terms, rule, _ = terms_of(session, tracker)
    return {
        "tracker": tracker.reference,
        "tracker_title": rule.name,
        "agreement": terms.short_title,
        "clause": rule.clause,
        "forum": forum_of(terms, rule),
        "timezone": terms.timezone,
    }


def _shown(session: Session, tracker: Tracker, changes: Sequence[Change]) -> dict[str, Any]:
    terms, _, _ = terms_of(session, tracker)
    return {
        "changes": [change_of(terms, change) for change in changes[:MOST_SHOWN]],
        "more": max(0, len(changes) - MOST_SHOWN),
        "waiting": sum(change.state is ChangeState.WAITING for change in changes),
    }


def shown(session: Session, tracker: Tracker, changes: Sequence[Change]) -> dict[str, Any]:
    """Return changes as the messages show them, with what they are changes of."""
    return {**_head(session, tracker), **_shown(session, tracker, changes)}
