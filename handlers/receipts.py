"""What became of a message: delivered, or not to be delivered. Notices have their receipts from here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from handlers import deadlines as clocks
from handlers import issue_messages, notices
from handlers.actors import local_day, name_of
from handlers.issue_access import record_event
from handlers.issue_facts import MATTER, live_deadline, terms_of
from rules.terms import Anchor
from storage import agreements, issues, people, register
from storage.agreements import Agreement
from storage.issues import Issue
from storage.notices import TOLD_STATES, Notice, of_matter
from storage.outbox import Message, MessageState
from storage.people import Person


def locked(session: Session, message_id: int) -> Message:
    """Return a message to write its receipt on. Its issue is locked before it, as everybody who acts on one does."""
    message = session.get_one(Message, message_id)
    notice = session.get(Notice, message.notice_id) if message.notice_id else None
    if notice is not None:
        _issue(session, notice)
        session.refresh(notice)
    session.refresh(message, with_for_update={"key_share": True})
    return message


def still_concerned(session: Session, message: Message, now: datetime) -> bool:
    """Return whether a person still has a part in what a message to them is about; take it back if not.

    Somebody whose capacity ended while it waited is no longer told. A notice then counts as not delivered.
    """
    if message.person_id is None or message.agreement_id is None:
        return True
    terms = agreements.current_terms(session, message.agreement_id)
    today = local_day(terms, now)
    if people.holdings_on(session, today, person_id=message.person_id, agreement_id=message.agreement_id):
        return True
    if message.notice_id is not None:
        undeliverable(session, message, fault="no_capacity", now=now)
    else:
        message.state = MessageState.WITHDRAWN
    return False


def sent(session: Session, message: Message, *, channel: str, remote_id: str, now: datetime) -> None:
    """Write the receipt of a message that the chat platform accepted."""
    message.state, message.sent_at = MessageState.SENT, now
    message.remote_channel, message.remote_id, message.fault = channel, remote_id, None
    if message.notice_id is None:
        return
    notice = session.get_one(Notice, message.notice_id)
    if notices.delivered(notice, at=now, proof=f"{message.platform}:{channel}:{remote_id}"):
        _after(session, notice, now, act="notice-delivered", person="Accord", facts={"proof": notice.proof})


def undeliverable(session: Session, message: Message, *, fault: str, now: datetime) -> None:
    """Note that a message will never arrive, and show the secretary a notice that did not."""
    message.state, message.fault = MessageState.FAILED, fault[:200]
    if message.notice_id is None:
        return
    notice = session.get_one(Notice, message.notice_id)
    if notice.state in TOLD_STATES:
        return
    notices.failed(notice, fault)
    issue = _issue(session, notice)
    if issue is not None:
        agreement = session.get_one(Agreement, issue.agreement_id)
        _write(session, agreement, issue, notice, now, act="notice-failed", person="Accord", facts={"fault": fault})
        issue_messages.tell_secretary_unreached(session, agreement, issue, notice, now)
        issue_messages.refresh(session, issue, now)


def told(session: Session, notice: Notice, *, at: datetime, how: str, by: Person, now: datetime) -> None:
    """Note that a partner was told outside the chat, as the secretary records it."""
    notices.told(notice, at=at, how=how, recorded_by=by)
    facts = {"told_at": at.isoformat(), "evidence": how}
    _after(session, notice, now, act="notice-told", person=by.name, facts=facts, person_id=by.id)


def _after(
    session: Session,
    notice: Notice,
    now: datetime,
    *,
    act: str,
    person: str,
    facts: Mapping[str, object],
    person_id: int | None = None,
) -> None:
    issue = _issue(session, notice)
    if issue is None:
        return
    agreement = session.get_one(Agreement, issue.agreement_id)
    _write(session, agreement, issue, notice, now, act=act, person=person, facts=facts, person_id=person_id)
    _confirm_clock(session, issue, now)
    issue_messages.refresh(session, issue, now)


def _confirm_clock(session: Session, issue: Issue, now: datetime) -> None:
    """Once the last partner has been notified, count the issue's clock from that moment, and say so."""
    sent_notices = of_matter(session, MATTER, issue.id)
    if issue.notified_at is not None or any(notice.state not in TOLD_STATES for notice in sent_notices):
        return
    issue.notified_at = max((notice.told_at for notice in sent_notices if notice.told_at), default=now)
    terms, deadline = terms_of(session, issue), live_deadline(session, issue)
    if deadline is None or deadline.confirmed or terms.clocks[deadline.clock].counts_from is not Anchor.NOTIFIED:
        return
    working = clocks.working_of(session, terms, deadline.clock, issue.notified_at, now)
    if working is None:
        return
    last = name_of(terms, max(sent_notices, key=lambda notice: notice.told_at or now).partner)
    new = clocks.replace(
        session, terms, deadline, working, why=f"The last partner, {last}, was notified.", confirmed=True, now=now
    )
    facts = {"due_on": new.due_on.isoformat(), "counted_from": issue.notified_at.isoformat(), "working": new.working}
    issue_messages.redraw_notices(session, issue, now)
    record_event(session, issue, "clock-started", facts, at=now)


def _issue(session: Session, notice: Notice) -> Issue | None:
    return issues.get(session, notice.matter_id, lock=True) if notice.matter == MATTER else None


def _write(
    session: Session,
    agreement: Agreement,
    issue: Issue,
    notice: Notice,
    now: datetime,
    *,
    act: str,
    person: str,
    facts: Mapping[str, object],
    person_id: int | None = None,
) -> None:
    register.write(
        session,
        agreement,
        at=now,
        act=act,
        person=person,
        person_id=person_id,
        partner=notice.partner,
        on_behalf=act == "notice-told",
        reference=issue.reference,
        private=issue.private,
        facts={"kind": notice.kind, **facts},
    )
