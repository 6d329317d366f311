"""What became of a message: delivered, or not to be delivered. Notices have their receipts from here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from handlers import notices
from handlers.actors import local_day
from handlers.kinds import KINDS
from storage import agreements, matters, outbox, posts
from storage.matters import Matter
from storage.notices import TOLD_STATES, Notice, matters_of, of_ids
from storage.outbox import Message, MessageState
from storage.sending import Claimed


def locked(session: Session, message_ids: Iterable[int]) -> list[Message]:
    """Return messages to write their receipts on. Their matters are locked first, as everybody who acts on one does."""
    ids = list(message_ids)
    if not ids:
        return []
    noticed = outbox.notices_of(session, ids)
    if noticed:
        matters.lock(session, matters.by_kind(matters_of(session, noticed)))
        of_ids(session, noticed)
    return outbox.of_ids(session, ids, lock=True)


def without_a_part(session: Session, messages: Iterable[Claimed], now: datetime) -> set[int]:
    """Return those messages to a person who has no part any more in the agreement they are about."""
    to_people = [
        (message.id, message.agreement_id, message.person_id)
        for message in messages
        if message.person_id is not None and message.agreement_id is not None
    ]
    days: dict[date, set[int]] = {}
    for agreement_id in {agreement_id for _, agreement_id, _ in to_people}:
        terms = agreements.terms_if_readable(session, agreement_id)
        if terms is not None:  # else who has a part in it today cannot be told
            days.setdefault(local_day(terms, now), set()).add(agreement_id)
    gone: set[int] = set()
    for day, these in days.items():
        held = posts.with_a_part(session, day, these, {person_id for _, _, person_id in to_people})
        gone |= {message for message, of, person in to_people if of in these and (of, person) not in held}
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
    """Write the receipts of messages that the chat platform accepted, `locked` before."""
    told_of: dict[tuple[str, int], Matter] = {}
    for receipt in posted:
        message = receipt.message
        message.state, message.sent_at = MessageState.SENT, now
        message.remote_channel, message.remote_id, message.fault = receipt.channel, receipt.remote_id, None
        notice = session.get_one(Notice, message.notice_id) if message.notice_id is not None else None
        if notice is None or not notices.delivered(notice, at=now, proof=receipt.proof):
            continue
        matter = matters.held(session, notice.matter, notice.matter_id)
        notices.note(
            session, matter, notice, now, act="notice-delivered", person="Accord", facts={"proof": notice.proof}
        )
        told_of[matter.matter, matter.id] = matter
    for matter in told_of.values():
        KINDS[matter.matter].notified(session, matter, now)


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
    notices.note(session, matter, notice, now, act="notice-failed", person="Accord", facts={"fault": fault})
    kind = KINDS[notice.matter]
    letter = kind.letter(session, matter, now, notice.partner)
    notices.tell_secretary(session, matter, notice, now, names=kind.names(session, matter), letter=letter)
    kind.notified(session, matter, now)
