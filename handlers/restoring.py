"""A database put back from a backup: what is noted in it, what people are told, and how it begins to send again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers.daily import receipts
from handlers.requests import Request
from rules.days import in_words
from rules.errors import Refusal
from rules.restoring import last_given
from rules.sentences import word
from storage import agreements, backups, counters, marks, matters, outbox, register, rows
from storage.agreements import Agreement
from storage.backups import Restore
from storage.outbox import Message, MessageState
from storage.rows import Numbered
from storage.trackers import Tracker

ACT = "restored"
ZONE = ZoneInfo("Europe/London")
NUMBERED: tuple[type[Numbered], ...] = (*matters.KINDS.values(), Tracker)


def when(moment: datetime) -> str:
    """Return a moment as people write it: Wed 3 Mar 2027 at 02:00."""
    local = moment.astimezone(ZONE)
    return f"{in_words(local.date())} at {local:%H:%M}"


def check(session: Session, request: Request) -> None:
    """Raise Refusal where nothing can be asked yet, or what is pressed or handed in names what is not here any more."""
    restore = backups.last_restore(session)
    if restore is None:
        return
    if restore.live_at is None:
        raise Refusal(
            f"Accord was put back from its backup of {when(restore.backed_up_at)}, and whoever runs it has not let it "
            "go on yet. Nothing was done now. Please try again later: what was done after the backup is not here, and "
            "has to be done again then."
        )
    if request.row and not marks.known(session, request.row):
        raise Refusal(
            f"This comes from before the restore of {in_words(restore.restored_at.astimezone(ZONE).date())}: what it "
            f"is about came after the backup of {when(restore.backed_up_at)}, and is not here any more. "
            f"{word('partnership')} shows what is. Please do again what you did after that backup."
        )


def note(session: Session, *, backed_up_at: datetime, manifest_sha256: str, now: datetime) -> None:
    """Make a copy of what was backed up fit to go on from: nothing is sent, and no number is given again.

    What was being sent, and what was due, may have gone out since: it is marked as such.
    """
    backups.begin_restore(session, backed_up_at=backed_up_at, manifest_sha256=manifest_sha256, now=now)
    for agreement in agreements.all_agreements(session):
        for model in NUMBERED:
            given, there = counters.given(session, agreement, model.matter), rows.count(session, model, agreement.id)
            counters.raise_to(session, agreement, model.matter, last_given(given, there))
        facts = {
            "backed_up_at": backed_up_at.isoformat(),
            "entries": agreement.register_entries,
            "head": agreement.register_head or register.START,
        }
        register.write(session, agreement, at=now, act=ACT, person="Accord", facts=facts)
    outbox.mark_unsure(session, now)


@dataclass(frozen=True)
class ToSend:
    """What a restored database sends when it goes live: what may have gone out already, what has become due since.

    `numbers` are the references that come next, by agreement.
    """

    restore: Restore
    unsure: list[Message]
    due: list[Message]
    numbers: Mapping[str, list[str]]


def to_send(session: Session, now: datetime) -> ToSend | None:
    """Return what would be sent, or None where no restored database waits."""
    restore = backups.last_restore(session)
    if restore is None or restore.live_at is not None:
        return None
    waiting = outbox.due(session, now)
    return ToSend(
        restore,
        [message for message in waiting if message.unsure_at is not None],
        [message for message in waiting if message.unsure_at is None],
        {agreement.key: _next_numbers(session, agreement) for agreement in agreements.all_agreements(session)},
    )


def go_live(session: Session, now: datetime, *, leave_out: bool) -> None:
    """Let a restored database send and be used; with `leave_out`, what may have gone out already is not sent again.

    A notice that is left out counts as not delivered, and the secretary is asked to record how its partner was told.
    """
    found = to_send(session, now)
    if found is None:
        raise Refusal("No restored database waits here: there is nothing to let go on.")
    for message in found.unsure if leave_out else ():
        if message.notice_id is not None:
            receipts.undeliverable(session, message, fault=ACT, now=now)
        else:
            message.state = MessageState.WITHDRAWN
    found.restore.live_at = now


def _next_numbers(session: Session, agreement: Agreement) -> list[str]:
    models: list[Any] = [*matters.KINDS.values(), Tracker]
    return [
        f"{agreement.prefix}-{model.letter}{counters.given(session, agreement, model.matter) + 1}" for model in models
    ]
