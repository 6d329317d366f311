"""What became of a message: delivered, or not to be delivered. Notices have their receipts from here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from handlers import deadlines, notices
from handlers.acting import record_event
from handlers.actors import local_day, name_of
from handlers.issues import messages as issue_messages
from handlers.issues.facts import MATTER, live_deadline, terms_of
from rules.terms import Anchor
from storage import agreements, matters, outbox, posts, register
from storage.agreements import Agreement
from storage.issues import Issue
from storage.matters import Matter
from storage.notices import TOLD_STATES, Notice, of_ids, of_matter
from storage.outbox import Message, MessageState
from storage.people import Person


def locked(session: Session, message_ids: Iterable[int]) -> list[Message]:
    """Return messages to write their receipts on. Their matters are locked first, as everybody who acts on one does."""
    ids = list(message_ids)
    noticed = [message.notice_id for message in outbox.of_ids(session, ids) if message.notice_id is not None]
    told = of_ids(session, noticed)
    matters.lock(session, matters.by_kind((notice.matter, notice.matter_id) for notice in told))
    of_ids(session, noticed)
    return outbox.of_ids(session, ids, lock=True)


def without_a_part(session: Session, messages: Iterable[Message], now: datetime) -> set[int]:
    """Return those messages to a person who has no part any more in the agreement they are about."""
    gone: set[int] = set()
    to_people: dict[int, list[Message]] = {}
    for message in messages:
        if message.person_id is not None and message.agreement_id is not None:
            to_people.setdefault(message.agreement_id, []).append(message)
    for agreement_id, found in to_people.items():
        today = local_day(agreements.current_terms(session, agreement_id), now)
        held = posts.people_on(session, today, agreement_id)
        gone |= {message.id for message in found if message.person_id not in held}
    return gone


def take_back(session: Session, message: Message, *, now: datetime) -> None:
    """Take back a message to somebody whose capacity ended while it waited. A notice then counts as not delivered."""
    if message.notice_id is not None:
        undeliverable(session, message, fault="no_capacity", now=now)
    else:
        message.state = MessageState.WITHDRAWN


@dataclass(frozen=True)
class Receipt:
    """That the chat platform took a message: where it stands there; of a letter, the file's id and its hash."""

    message: Message
    channel: str
    remote_id: str
    sha256: str | None = None

    @property
    def proof(self) -> str:
        """Return what proves it: platform, channel and id, and the hash of a file."""
        where = f"{self.message.platform}:{self.channel}:{self.remote_id}"
        return f"{where} sha256:{self.sha256}" if self.sha256 else where


def sent(session: Session, posted: Sequence[Receipt], *, now: datetime) -> None:
    """Write the receipts of messages that the chat platform accepted."""
    told_of: dict[int, Issue] = {}
    for receipt in posted:
        message = receipt.message
        message.state, message.sent_at = MessageState.SENT, now
        message.remote_channel, message.remote_id, message.fault = receipt.channel, receipt.remote_id, None
        notice = session.get_one(Notice, message.notice_id) if message.notice_id is not None else None
        if notice is None or not notices.delivered(notice, at=now, proof=receipt.proof):
            continue
        matter = matters.get(session, notice.matter, notice.matter_id, lock=True)
        _write(session, matter, notice, now, act="notice-delivered", person="Accord", facts={"proof": notice.proof})
        if isinstance(matter, Issue):
            told_of[matter.id] = matter
    for issue in told_of.values():
        _confirm_clock(session, issue, now)
        issue_messages.refresh(session, issue, now)


def undeliverable(session: Session, message: Message, *, fault: str, now: datetime) -> None:
    """Note that a message will never arrive, and show the secretary a notice that did not."""
    message.state, message.fault = MessageState.FAILED, fault[:200]
    if message.notice_id is None:
        return
    notice = session.get_one(Notice, message.notice_id)
    if notice.state in TOLD_STATES:
        return
    notices.failed(notice, fault)
    matter = matters.get(session, notice.matter, notice.matter_id, lock=True)
    _write(session, matter, notice, now, act="notice-failed", person="Accord", facts={"fault": fault})
    notices.tell_secretary(session, matter, notice, now)
    if isinstance(matter, Issue):
        issue_messages.refresh(session, matter, now)


def told(session: Session, notice: Notice, *, at: datetime, how: str, by: Person, now: datetime) -> None:
    """Note that a partner was told outside the chat, as the secretary records it."""
    notices.told(notice, at=at, how=how, recorded_by=by)
    matter = matters.get(session, notice.matter, notice.matter_id, lock=True)
    facts = {"told_at": at.isoformat(), "evidence": how}
    _write(session, matter, notice, now, act="notice-told", person=by.name, facts=facts, person_id=by.id)
    if isinstance(matter, Issue):
        _confirm_clock(session, matter, now)
        issue_messages.refresh(session, matter, now)


def _confirm_clock(session: Session, issue: Issue, now: datetime) -> None:
    """Once the last partner has been notified, count the issue's clock from that moment, and say so."""
    sent_notices = of_matter(session, MATTER, issue.id)
    if issue.notified_at is not None or any(notice.state not in TOLD_STATES for notice in sent_notices):
        return
    issue.notified_at = max((notice.told_at for notice in sent_notices if notice.told_at), default=now)
    terms, deadline = terms_of(session, issue), live_deadline(session, issue)
    if deadline is None or deadline.confirmed or terms.clocks[deadline.clock].counts_from is not Anchor.NOTIFIED:
        return
    working = deadlines.working_of(session, terms, deadline.clock, issue.notified_at, now)
    if working is None:
        return
    last = name_of(terms, max(sent_notices, key=lambda notice: notice.told_at or now).partner)
    new = deadlines.replace(
        session, terms, deadline, working, why=f"The last partner, {last}, was notified.", confirmed=True, now=now
    )
    facts = {"due_on": new.due_on.isoformat(), "counted_from": issue.notified_at.isoformat(), "working": new.working}
    issue_messages.redraw_notices(session, issue, now)
    record_event(session, issue, "clock-started", facts, at=now)


def _write(
    session: Session,
    matter: Matter,
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
        session.get_one(Agreement, matter.agreement_id),
        at=now,
        act=act,
        person=person,
        person_id=person_id,
        partner=notice.partner,
        on_behalf=act == "notice-told",
        reference=matter.reference,
        private=matter.private,
        facts={"kind": notice.kind, **facts},
    )
