"""What a request for signatures says: the board in the channel, who is asked, and who hears of what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import deadlines, notices, outgoing
from handlers.actors import local_day
from handlers.debts import by_person
from handlers.requests import Button
from handlers.signatures import debts, signers
from handlers.signatures.facts import (
    contacts_of,
    facts_of,
    file_facts,
    owing,
    partner_of,
    reached,
    signing_of,
    terms_of,
)
from rules.signatures import RequestState, in_chat
from storage import outbox, people as roster
from storage.agreements import Agreement
from storage.outbox import Message
from storage.people import Capacity, Contact, Person, leads_of
from storage.signatures import Counterpart, Party, SignatureRequest


def announce(session: Session, agreement: Agreement, asked: SignatureRequest, now: datetime) -> None:
    """Post the board of progress with the document under it, and ask everybody who signs."""
    asked.post_id = outgoing.post(
        session,
        agreement.id,
        "signatures",
        facts_of(session, asked, now),
        once=f"signature:{asked.id}",
        now=now,
        about=f"signature:{asked.id}",
        buttons=board_buttons(asked),
    )
    show_document(session, asked, now)
    ask(session, agreement, asked, now, partners=[party.partner for party in asked.parties])


def board_buttons(asked: SignatureRequest) -> tuple[Button, ...]:
    """Return what the board offers: to look closer, and no more, since each signs by a message of their own."""
    return (Button("signature_show", asked.id),)


def show_document(session: Session, asked: SignatureRequest, now: datetime) -> None:
    """Put the version that counts into the thread of the board."""
    file = file_facts(asked)
    if file is not None and asked.post_id is not None:
        once = f"signature:{asked.id}:version:{asked.version}:file"
        outgoing.document(session, asked.post_id, file, once=once, now=now)


def ask(
    session: Session,
    agreement: Agreement,
    asked: SignatureRequest,
    now: datetime,
    *,
    partners: Iterable[str],
    signed_before: Collection[str] = (),
) -> None:
    """Ask these partners to sign the version that counts, each by a notice with the document under it.

    Those in `signed_before` are told that what they signed was of an earlier version. A newcomer is not in the chat
    yet: the secretary sends it the document, and records what comes back.
    """
    terms, facts = terms_of(session, asked), facts_of(session, asked, now)
    wanted = set(partners) - ({asked.newcomer["key"]} if asked.newcomer else set())
    parties = {party.partner: party for party in asked.parties}
    notices.send(
        session,
        agreement,
        terms,
        of=asked,
        kind=f"asked-{asked.version}",
        partners=tuple(partner.key for partner in terms.partners if partner.key in wanted),
        template="signature_asked",
        facts=facts,
        buttons=lambda partner: asked_buttons(in_chat(terms), parties[partner], asked),
        now=now,
        document=file_facts(asked),
        apart=lambda partner: {
            "party": parties[partner].id,
            "for": partner_of(terms, asked, partner),
            "signed_before": partner in signed_before,
            "handed": None,
            "rejected": None,
            "signers": signers_of(session, parties[partner], now),
        },
        to=contacts_of(session, asked, local_day(terms, now)),
    )
    for partner, known in signers.standings(session, asked, local_day(terms, now)).items():
        for contact in known.now[1:] if partner in wanted else ():
            ask_again(session, parties[partner], now, once=f"asked-{asked.version}:{partner}", to=contact)


def signers_of(session: Session, party: Party, now: datetime) -> dict[str, Any] | None:
    """Return who has signed for a partner and who is asked, where several people sign; None where one does."""
    known = signers.standing(session, party, local_day(terms_of(session, party.request), now))
    return signers.facts_of(session, known, party)


def asked_buttons(accepted: bool, party: Party, asked: SignatureRequest) -> tuple[Button, ...]:  # noqa: FBT001
    """Return what somebody who is asked to sign can press; in the chat, where that is accepted."""
    names = ("signature_scan", "signature_cannot", "signature_decline", "signature_delegate")
    first = (Button("signature_sign", party.id),) if accepted else ()
    return (*first, *(Button(name, party.id) for name in names), Button("signature_show", asked.id))


def ask_again(
    session: Session,
    party: Party,
    now: datetime,
    *,
    once: str,
    handed: Mapping[str, Any] | None = None,
    rejected: Mapping[str, Any] | None = None,
    to: Contact | None = None,
) -> bool:
    """Ask whoever signs for one partner by another message: somebody new, or the day has come on which it can.

    `handed` says who has named them, and why; `rejected` which copy of theirs was rejected; `to` who is asked, where
    several sign. Return whether there was somebody to ask.
    """
    asked = party.request
    terms = terms_of(session, asked)
    contact = to or contacts_of(session, asked, local_day(terms, now)).get(party.partner)
    if contact is None or contact.account is None:
        return False
    message = outgoing.direct(
        session,
        contact.account,
        "signature_asked",
        {
            **facts_of(session, asked, now),
            "party": party.id,
            "for": partner_of(terms, asked, party.partner),
            "signed_before": False,
            "handed": handed if to is not None or contact.person.id == party.signatory else None,
            "rejected": rejected,
            "signers": signers_of(session, party, now),
        },
        once=f"signature:{asked.id}:{once}:{contact.person.id}",
        about=notices.about(asked),
        agreement_id=asked.agreement_id,
        buttons=asked_buttons(in_chat(terms), party, asked),
        now=now,
    )
    file = file_facts(asked)
    if message is not None and file is not None:
        outgoing.document(session, message, file, once=f"message:{message}:document", now=now)
    return True


def hand_over(
    session: Session, asked: SignatureRequest, one: Counterpart, told: Mapping[str, Any], now: datetime
) -> None:
    """Give the secretaries a copy that waits for them to look at it: its file, and what they can say of it."""
    facts = {"reference": asked.reference, "title": asked.title, **told}
    facts["compared"] = asked.document.sha256 is not None
    for contact in roster.secretaries(session, local_day(terms_of(session, asked), now), asked.agreement_id):
        if contact.account is None:
            continue
        message = outgoing.direct(
            session,
            contact.account,
            "signature_handed_in",
            facts,
            once=f"signature:{asked.id}:look:{one.id}:{contact.person.id}",
            about=f"signature:{asked.id}:look:{one.id}",
            agreement_id=asked.agreement_id,
            buttons=(Button("signature_look", one.id), Button("signature_show", asked.id)),
            now=now,
        )
        if message is not None and one.file_sha256 is not None:
            title = f"{asked.reference}: the copy of {told['for']}"
            file = {"reference": asked.reference, "title": title, "name": one.file_name, "sha256": one.file_sha256}
            outgoing.document(session, message, file, once=f"message:{message}:document", now=now)


def looked(session: Session, asked: SignatureRequest, one: Counterpart, told: Mapping[str, Any], now: datetime) -> None:
    """Take the press off what the secretaries were given a copy by, and say what has become of it."""
    show = (Button("signature_show", asked.id),)
    for message in outbox.sent_about(session, f"signature:{asked.id}:look:{one.id}"):
        if len(message.buttons) > 1:
            shown = {"reference": asked.reference, "title": asked.title, **told}
            outgoing.edit(session, message, "signature_looked", shown, now=now, buttons=show)
            message.buttons = [button.as_json() for button in show]


def draw(session: Session, asked: SignatureRequest, now: datetime) -> None:
    """Bring the board up to date, take back reminders nobody owes any more, and mark home tabs as stale."""
    facts = facts_of(session, asked, now)
    if asked.post_id is not None:
        board = session.get_one(Message, asked.post_id)
        outgoing.edit(session, board, "signatures", facts, now=now, buttons=board_buttons(asked))
    terms = terms_of(session, asked)
    waiting = debts.of(session, asked, now)
    still = set(by_person(waiting, reached(session, asked, local_day(terms, now))))
    show = Button("signature_show", asked.id)
    still_owe = {debt.partner for debt in waiting}
    done = [party.id for party in asked.parties if party.partner not in still_owe]
    spent = [Button(name, row) for name in ("signature_sign", "signature_scan") for row in done]
    deadlines.settle_reminders(session, asked, still=still, facts=facts, show=show, now=now, spent=spent)
    roster.mark_homes_stale(session, asked.agreement_id, tuple(party.partner for party in asked.parties), now)


def retire(
    session: Session,
    party: Party,
    facts: Mapping[str, Any],
    now: datetime,
    *,
    every: bool = False,
    people: Collection[int] | None = None,
) -> None:
    """Take the buttons off what one partner was asked by, and say what has become of it.

    `every`: also where something was said to have become of it before. `people`: off what these were asked by alone.
    """
    _retire(session, party.request, facts, now, parties={party.id}, every=every, people=people)


def retire_all(session: Session, asked: SignatureRequest, facts: Mapping[str, Any], now: datetime) -> None:
    """Take the buttons off everything that was asked about a request, and say why."""
    outbox.withdraw(session, notices.about(asked))
    _retire(session, asked, facts, now, parties={party.id for party in asked.parties})


def _retire(
    session: Session,
    asked: SignatureRequest,
    facts: Mapping[str, Any],
    now: datetime,
    *,
    parties: set[int],
    every: bool = False,
    people: Collection[int] | None = None,
) -> None:
    for message in outbox.sent_about(session, notices.about(asked)):
        if people is not None and message.person_id not in people:
            continue
        if message.facts.get("party") in parties and (every or len(message.buttons) > 1):
            shown = {"reference": asked.reference, "title": asked.title, "for": message.facts.get("for"), **facts}
            show = (Button("signature_show", asked.id),)
            outgoing.edit(session, message, "signature_answered", shown, now=now, buttons=show)
            message.buttons = [button.as_json() for button in show]


def thread(
    session: Session, asked: SignatureRequest, template: str, facts: Mapping[str, Any], *, once: str, now: datetime
) -> None:
    """Put a detail into the thread of the board."""
    outgoing.thread(session, asked, template, facts, once=f"signature:{asked.id}:{once}", now=now)


def tell(
    session: Session,
    asked: SignatureRequest,
    template: str,
    facts: Mapping[str, Any],
    contacts: Iterable[Contact],
    *,
    once: str,
    now: datetime,
    buttons: tuple[Button, ...] = (),
) -> None:
    """Tell these people something about a request, each once."""
    outgoing.tell(
        session,
        contacts,
        template,
        {"reference": asked.reference, "title": asked.title, **facts},
        once=f"signature:{asked.id}:{once}",
        about=f"signature:{asked.id}:told",
        agreement_id=asked.agreement_id,
        buttons=(*buttons, Button("signature_show", asked.id)),
        now=now,
    )


def requester_and_secretary(session: Session, asked: SignatureRequest, now: datetime) -> list[Contact]:
    """Return whoever asked for the signatures and the secretaries, as far as they are in the chat."""
    today = local_day(terms_of(session, asked), now)
    person, account = session.get_one(Person, asked.requested_by), roster.linked_account(session, asked.requested_by)
    capacity = Capacity.LEAD if asked.requested_for else Capacity.SECRETARY
    return [Contact(person, account, capacity), *roster.secretaries(session, today, asked.agreement_id)]


def signed_already(session: Session, asked: SignatureRequest, now: datetime) -> list[Contact]:
    """Return whom each partner that has signed is reached by."""
    today = local_day(terms_of(session, asked), now)
    signed = signing_of(session, asked, today).first
    return [contact for partner, contact in contacts_of(session, asked, today).items() if partner in signed]


def offer_signing(session: Session, asked: SignatureRequest, now: datetime) -> None:
    """Give what asks for signatures the press to sign in the chat, once the partners accept that."""
    terms, facts = terms_of(session, asked), facts_of(session, asked, now)
    parties = {party.id: party for party in asked.parties}
    if not in_chat(terms) or asked.state is not RequestState.OPEN:
        return
    for message in outbox.sent_about(session, notices.about(asked)):
        party = parties.get(message.facts.get("party", 0))
        offered = [button["action"] for button in message.buttons]
        if party is not None and "signature_scan" in offered and "signature_sign" not in offered:
            buttons = asked_buttons(True, party, asked)  # noqa: FBT003
            outgoing.edit(session, message, "signature_asked", {**message.facts, **facts}, now=now, buttons=buttons)
            message.buttons = [button.as_json() for button in buttons]


def leads_of_missing(session: Session, asked: SignatureRequest, now: datetime) -> dict[str, list[Contact]]:
    """Return, by partner that has still to sign, its lead where that is somebody else than who is asked."""
    today = local_day(terms_of(session, asked), now)
    waiting = owing(session, asked, today) if asked.state is RequestState.OPEN else ()
    signers = contacts_of(session, asked, today)
    leads = leads_of(session, asked.agreement_id, waiting, today)
    return {
        partner: [contact]
        for partner, contact in leads.items()
        if partner not in signers or signers[partner].person.id != contact.person.id
    }
