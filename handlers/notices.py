"""Notices with a receipt per partner: queue them, take in what became of them, record how a partner was told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import outgoing
from handlers.actors import local_day
from handlers.decisions.facts import LETTER, facts_of
from handlers.meetings.facts import names_in
from handlers.requests import Button
from rules.terms import Terms
from storage import agreements, matters, people
from storage.agreements import Agreement
from storage.decisions import Decision
from storage.matters import Matter
from storage.meetings import Meeting
from storage.notices import Notice, NoticeState
from storage.people import Contact, Person, leads_of


def send(
    session: Session,
    agreement: Agreement,
    terms: Terms,
    *,
    of: Matter,
    kind: str,
    partners: tuple[str, ...],
    template: str,
    facts: Mapping[str, Any],
    buttons: tuple[Button, ...] | Callable[[str], tuple[Button, ...]],
    now: datetime,
    letter: str | None = None,
    document: Mapping[str, Any] | None = None,
    apart: Callable[[str], Mapping[str, Any]] | None = None,
    to: Mapping[str, Contact] | None = None,
) -> list[Notice]:
    """Queue a notice to each partner's lead, or its deputy when no lead is in the chat; return the notices.

    With the template of a `letter`, or a `document` that is kept, it is a message with a file under it, and the file
    is what counts as notice. `apart` gives the facts that are in one partner's notice alone, `buttons` can give its
    presses, and `to` says whom each partner is reached by where that is not its lead.

    A partner without anybody in the chat gets a notice that is unreachable, which the secretary is shown.
    """
    matter, matter_id = matters.kind_of(of), of.id
    reached = leads_of(session, agreement.id, partners, local_day(terms, now)) if to is None else to
    sent = []
    for partner in partners:
        contact = reached.get(partner)
        notice = Notice(
            agreement_id=agreement.id,
            matter=matter,
            matter_id=matter_id,
            kind=kind,
            partner=partner,
            person_id=contact.person.id if contact else None,
            state=NoticeState.WAITING if contact else NoticeState.UNREACHABLE,
        )
        session.add(notice)
        session.flush()  # its id goes into the message
        sent.append(notice)
        if contact and contact.account:
            told = {**facts, "partner": partner_name(terms, partner), **(apart(partner) if apart else {})}
            message = outgoing.direct(
                session,
                contact.account,
                template,
                told,
                once=f"notice:{notice.id}",
                now=now,
                agreement_id=agreement.id,
                about=f"{matter}:{matter_id}:notice",
                buttons=buttons(partner) if callable(buttons) else buttons,
                notice_id=None if letter or document else notice.id,
            )
            if document and message is not None:
                once = f"notice:{notice.id}:document"
                outgoing.document(session, message, document, once=once, now=now, notice_id=notice.id)
            if letter and message is not None:
                outgoing.letter(
                    session, message, letter, told, once=f"notice:{notice.id}:letter", now=now, notice_id=notice.id
                )
        elif contact is None:
            tell_secretary(session, of, notice, now, file=document)
    return sent


def partner_name(terms: Terms, partner: str) -> str:
    """Return a partner's full name."""
    return next((known.name for known in terms.partners if known.key == partner), partner)


def told_name(session: Session, matter: Matter, terms: Terms, key: str) -> str:
    """Return the name of whoever a notice is for: a partner's full one, or of a meeting a seat's."""
    name = partner_name(terms, key)
    return names_in(session, matter).get(key, name) if isinstance(matter, Meeting) and name == key else name


def delivered(notice: Notice, *, at: datetime, proof: str) -> bool:
    """Note that a notice arrived; return False when that partner had been told before."""
    if notice.state in (NoticeState.DELIVERED, NoticeState.TOLD):
        return False
    notice.state, notice.told_at, notice.proof, notice.fault = NoticeState.DELIVERED, at, proof, None
    return True


def failed(notice: Notice, fault: str) -> None:
    """Note that a notice could not be delivered, and why."""
    if notice.state is NoticeState.WAITING:
        notice.state, notice.fault = NoticeState.FAILED, fault[:200]


def told(notice: Notice, *, at: datetime, how: str, recorded_by: Person) -> None:
    """Note that a partner was told in another way, as the secretary records it."""
    notice.state, notice.told_at, notice.proof, notice.recorded_by = NoticeState.TOLD, at, how, recorded_by.id


def tell_secretary(
    session: Session, matter: Matter, notice: Notice, now: datetime, *, file: Mapping[str, Any] | None = None
) -> None:
    """Show the secretary a partner that could not be notified, with what to do, and the `file` it should have had."""
    terms = agreements.terms_of(session, matter.terms_id)
    for contact in people.secretaries(session, local_day(terms, now), matter.agreement_id):
        if contact.account is None:
            continue
        shown = outgoing.direct(
            session,
            contact.account,
            "notice_undelivered",
            {
                "reference": matter.reference,
                "title": matter.title,
                "partner": told_name(session, matter, terms, notice.partner),
                "fault": notice.fault,
                "state": notice.state.value,
                "matter": notice.matter,
                "file": file is not None,
            },
            once=f"notice:{notice.id}:undelivered:{contact.person.id}",
            about=undelivered_of(notice),
            agreement_id=matter.agreement_id,
            buttons=(Button(f"{notice.matter}_told", matter.id), Button(f"{notice.matter}_show", matter.id)),
            now=now,
        )
        if file is not None and shown is not None:
            once = f"notice:{notice.id}:document:{contact.person.id}"
            outgoing.document(session, shown, file, once=once, now=now)
        if isinstance(matter, Decision) and shown is not None:
            facts = {**facts_of(session, matter, now), "partner": partner_name(terms, notice.partner)}
            once = f"notice:{notice.id}:letter:{contact.person.id}"
            outgoing.letter(session, shown, LETTER, facts, once=once, now=now)


def undelivered_of(notice: Notice) -> str:
    """Return what the secretary's messages about a notice that did not arrive are queued about."""
    return f"notice:{notice.id}"
