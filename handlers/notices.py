"""Notices with a receipt per partner: queue them, take in what became of them, record how a partner was told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import outgoing
from handlers.actors import Actor, full_name_of, local_day
from handlers.requests import Button
from rules.terms import Terms
from storage import agreements, people, register
from storage.agreements import Agreement
from storage.matters import Matter
from storage.notices import TOLD_STATES, Notice, NoticeState, of_matter
from storage.people import Contact, Person, leads_of


def about(matter: Matter) -> str:
    """Return what the notices about a matter are queued about."""
    return f"{matter.matter}:{matter.id}:notice"


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
    names: Mapping[str, str] | None = None,
) -> list[Notice]:
    """Queue a notice to each partner's lead, or its deputy when no lead is in the chat; return the notices.

    With the template of a `letter`, or a `document` that is kept, it is a message with a file under it, and the file
    is what counts as notice. `apart` gives the facts that are in one partner's notice alone, `buttons` can give its
    presses, and `to` says whom each partner is reached by where that is not its lead. `names` has what those are called
    who are no partners, such as seats.

    A partner without anybody in the chat gets a notice that is unreachable, which the secretary is shown.
    """
    matter, matter_id = of.matter, of.id
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
            told = {**facts, **_addressed(terms, partner), **(apart(partner) if apart else {})}
            message = outgoing.direct(
                session,
                contact.account,
                template,
                told,
                once=f"notice:{notice.id}",
                now=now,
                agreement_id=agreement.id,
                about=about(of),
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
            missed = (letter, {**facts, **_addressed(terms, partner)}) if letter else None
            tell_secretary(session, of, notice, now, names=names, file=document, letter=missed)
    return sent


def _addressed(terms: Terms, partner: str) -> dict[str, Any]:
    """Return to whom a notice goes: the partner, and its address for letters, None where the document has none."""
    address = next((it.contact for it in terms.partners if it.key == partner), None)
    return {"partner": full_name_of(terms, partner), "address": address}


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
    session: Session,
    matter: Matter,
    notice: Notice,
    now: datetime,
    *,
    names: Mapping[str, str] | None = None,
    file: Mapping[str, Any] | None = None,
    letter: tuple[str, Mapping[str, Any]] | None = None,
) -> None:
    """Show the secretary a partner that could not be notified, with what to do.

    So too the `file` that it should have had, or the `letter`, by its template and facts. `names` are as for `send`.
    """
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
                "partner": full_name_of(terms, notice.partner, names),
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
        if letter is not None and shown is not None:
            once = f"notice:{notice.id}:letter:{contact.person.id}"
            outgoing.letter(session, shown, *letter, once=once, now=now)


def undelivered_of(notice: Notice) -> str:
    """Return what the secretary's messages about a notice that did not arrive are queued about."""
    return f"notice:{notice.id}"


def missing(session: Session, matter: str, matter_id: int) -> tuple[str, ...]:
    """Return the partners that the latest notice about a matter has not reached, and nobody has told another way."""
    latest = {notice.partner: notice for notice in of_matter(session, matter, matter_id)}
    return tuple(partner for partner, notice in latest.items() if notice.state not in TOLD_STATES)


@dataclass(frozen=True)
class Telling:
    """A matter that partners are notified of, since when, and the secretary, who records how one of them was told.

    `facts` has what the messages about it say besides; `names` what those are called who are told, where they are not
    partners alone.
    """

    matter: Matter
    since: datetime
    secretary: Actor
    facts: Callable[[datetime], Mapping[str, Any]] | None = None
    names: Mapping[str, str] | None = None


def record_told(
    session: Session, matter: Matter, notice: Notice, *, at: datetime, how: str, by: Person, now: datetime
) -> None:
    """Note that a partner was told outside the chat, as the secretary records it."""
    told(notice, at=at, how=how, recorded_by=by)
    facts = {"told_at": at.isoformat(), "evidence": how}
    note(session, matter, notice, now, act="notice-told", person=by.name, facts=facts, person_id=by.id)


def note(
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
    """Write what became of a notice into the register, in the same transaction."""
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
