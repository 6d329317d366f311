"""Queue messages: to an agreement's channel, to one person, or in place of one sent before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from secrets import token_hex
from typing import Any

from sqlalchemy.orm import Session

from handlers.requests import Button
from rules.errors import Refusal
from rules.sentences import word
from storage import agreements, outbox
from storage.decisions import Decision
from storage.issues import Issue
from storage.outbox import Carries, Message, MessageState
from storage.people import Account, Contact
from storage.signatures import SignatureRequest

Living = Issue | Decision | SignatureRequest
"""The matters that keep a living message in the channel, with what happens to them in its thread."""


def post(
    session: Session,
    agreement_id: int,
    template: str,
    facts: Mapping[str, Any],
    *,
    once: str,
    now: datetime,
    about: str | None = None,
    buttons: tuple[Button, ...] = (),
    thread_of: int | None = None,
) -> int | None:
    """Queue a message to the agreement's channel; return its id, or None when there is no channel or it is queued."""
    channel = agreements.channel_of(session, agreement_id)
    if channel is None:
        return None
    root = session.get(Message, thread_of) if thread_of is not None else None
    return outbox.put(
        session,
        _row(template, facts, buttons, once=once, now=now, about=about)
        | {
            "agreement_id": agreement_id,
            "platform": channel.platform,
            "workspace": channel.workspace,
            "lane": root.lane if root else channel.channel,  # a thread stays where it began
            "thread_of": thread_of,
        },
    )


def thread(
    session: Session, matter: Living, template: str, facts: Mapping[str, Any], *, once: str, now: datetime
) -> None:
    """Put a detail into the thread of a matter's living message; one without it, such as a private issue, has none."""
    if matter.post_id is not None:
        post(
            session,
            matter.agreement_id,
            template,
            {"reference": matter.reference, "title": matter.title, **facts},
            once=once,
            now=now,
            thread_of=matter.post_id,
        )


def direct(session: Session, account: Account, template: str, facts: Mapping[str, Any], **how: Any) -> int | None:
    """Queue a message to one person, as `to_person` says it; return its id, or None when it is queued already."""
    return outbox.put(session, to_person(account, template, facts, **how))


def tell(
    session: Session,
    contacts: Iterable[Contact],
    template: str,
    facts: Mapping[str, Any],
    *,
    agreement_id: int,
    once: str,
    now: datetime,
    about: str | None = None,
    buttons: tuple[Button, ...] = (),
    but: int | None = None,
) -> int:
    """Queue a message to each of these people who is in the chat, once each, but to `but`; return to how many.

    The key of each is `once` with the person's id behind it, so that whoever is among them twice has it once.
    """
    queued = [
        direct(
            session,
            contact.account,
            template,
            facts,
            once=f"{once}:{contact.person.id}",
            now=now,
            agreement_id=agreement_id,
            about=about,
            buttons=buttons,
        )
        for contact in contacts
        if contact.account is not None and contact.person.id != but
    ]
    return sum(message is not None for message in queued)


def to_person(
    account: Account,
    template: str,
    facts: Mapping[str, Any],
    *,
    once: str,
    now: datetime,
    agreement_id: int | None,
    about: str | None = None,
    buttons: tuple[Button, ...] = (),
    not_before: datetime | None = None,
    notice_id: int | None = None,
) -> dict[str, Any]:
    """Return a message to one person, for the outbox to queue by itself or with others of its kind."""
    return _row(template, facts, buttons, once=once, now=now, about=about) | {
        "agreement_id": agreement_id,
        "platform": account.platform,
        "workspace": account.workspace,
        "lane": account.user,
        "person_id": account.person_id,
        "notice_id": notice_id,
        "not_before_at": not_before or now,
    }


def letter(
    session: Session,
    under: int,
    template: str,
    facts: Mapping[str, Any],
    *,
    once: str,
    now: datetime,
    notice_id: int | None = None,
) -> None:
    """Queue a letter: a PDF set from a template of `templates/letters/`, under another message."""
    root = session.get_one(Message, under)
    row = _under(root, _row(template, facts, (), once=once, now=now, about=root.about))
    outbox.put(session, row | {"notice_id": notice_id, "carries": Carries.LETTER})


def picture(
    session: Session, agreement_id: int, template: str, facts: Mapping[str, Any], *, once: str, now: datetime
) -> int | None:
    """Queue a picture to the agreement's channel, set from its facts, with its template's line above it.

    Return its id, or None when it is queued already. Raises Refusal where no channel runs the agreement.
    """
    channel = agreements.channel_of(session, agreement_id)
    if channel is None:
        raise Refusal(f"No channel runs this agreement yet. The secretary types {word('here')} in the one that should.")
    place = {"platform": channel.platform, "workspace": channel.workspace, "lane": channel.channel}
    row = _row(template, facts, (), once=once, now=now, about=None)
    return outbox.put(session, row | place | {"agreement_id": agreement_id, "carries": Carries.PICTURE})


def copy(session: Session, under: int, file: Mapping[str, Any], *, once: str, now: datetime) -> None:
    """Queue a copy of a file that somebody gave to a form, under another message."""
    root = session.get_one(Message, under)
    row = _under(root, _row("copy", file, (), once=once, now=now, about=root.about))
    outbox.put(session, row | {"carries": Carries.COPY})


def document(
    session: Session, under: int, file: Mapping[str, Any], *, once: str, now: datetime, notice_id: int | None = None
) -> None:
    """Queue a document that is kept, by its `sha256` and with its `name` and `title`, under another message."""
    root = session.get_one(Message, under)
    row = _under(root, _row("document", file, (), once=once, now=now, about=root.about))
    outbox.put(session, row | {"notice_id": notice_id, "carries": Carries.DOCUMENT})


def _under(root: Message, row: Mapping[str, Any]) -> dict[str, Any]:
    place = ("agreement_id", "platform", "workspace", "lane", "person_id", "not_before_at")
    return {**row, **{name: getattr(root, name) for name in place}, "thread_of": root.id}


def edit(
    session: Session,
    message: Message,
    template: str,
    facts: Mapping[str, Any],
    *,
    now: datetime,
    buttons: tuple[Button, ...] = (),
) -> None:
    """Change a message in place: before it is sent if it still waits, by an edit behind it if not.

    An edit that has not gone out yet becomes this one, so that a burst of presses is one edit.
    """
    values = {"template": template, "facts": dict(facts), "buttons": [button.as_json() for button in buttons]}
    if outbox.rewrite(session, message, values):
        return
    about = f"edit:{message.id}"
    if outbox.rewrite_edit(session, about, values, now=now):
        return
    outbox.put(
        session,
        _row(template, facts, buttons, once=f"{about}:{token_hex(8)}", now=now, about=about)
        | {
            "agreement_id": message.agreement_id,
            "platform": message.platform,
            "workspace": message.workspace,
            "lane": message.lane,
            "person_id": message.person_id,
            "edits": message.id,
        },
    )


def _row(
    template: str, facts: Mapping[str, Any], buttons: tuple[Button, ...], *, once: str, now: datetime, about: str | None
) -> dict[str, Any]:
    return {
        "once": once,
        "template": template,
        "facts": dict(facts),
        "buttons": [button.as_json() for button in buttons],
        "about": about,
        "queued_at": now,
        "not_before_at": now,
        "attempts": 0,
        "state": MessageState.WAITING,
    }
