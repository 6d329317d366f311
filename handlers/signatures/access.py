"""Who may see a request for signatures and act on it, or answer it for a partner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from handlers import actors
from handlers.acting import Acting
from handlers.actors import Actor
from handlers.matters import Kind, faster, pressed
from handlers.notices import Telling
from handlers.requests import Request
from handlers.signatures import signers
from handlers.signatures.facts import SIGNERS, SIGNING, may_sign, named_of, partner_of
from handlers.signatures.signers import comes
from rules.errors import Refusal
from rules.matters import Allowed
from rules.phrases import listed
from rules.sentences import word
from rules.signatures import MOVES, WORDS, RequestState, SignatureAct, check_move, who_may
from rules.signers import who_words
from storage import people, signatures
from storage.deadlines import Deadline
from storage.people import Holding
from storage.signatures import Party, SignatureRequest


def may_see(asked: SignatureRequest, actor: Actor) -> bool:
    """Return whether somebody may know of a request: of one never sent out, only those who can send it."""
    allowed = who_may(SignatureAct.OPEN, requested_for=asked.requested_for)
    return asked.opened_at is not None or actor.is_secretary or bool(actor.may_act_for(allowed))


KIND = Kind("signature", "request for signatures", "signatures", "SEF-S2", SignatureRequest, may_see)


def locked(session: Session, request: Request) -> tuple[SignatureRequest, Actor]:
    """Return the request for signatures and who asks; nobody else changes it now."""
    return pressed(session, request, KIND, lock=True)


def locked_party(session: Session, request: Request) -> tuple[Party, Actor]:
    """Return the asked partner a request is about and who asks; nobody else changes its signing now."""
    found = signatures.party(session, request.row or 0)
    asked, actor = locked(session, replace(request, row=found.request_id if found else None))
    return next(party for party in asked.parties if party.id == request.row), actor


def require(session: Session, actor: Actor, asked: SignatureRequest, act: SignatureAct) -> str | None:
    """Return the partner somebody does this for, None for the secretary; raise Refusal, saying who could, if not."""
    allowed = who_may(act, requested_for=asked.requested_for)
    mine = actor.may_act_for(allowed)
    if mine:
        return mine[0]
    if actor.is_secretary:
        return None
    raise Refusal(f"You can't {REFUSED[act].format(asked.reference)}. {actors.who_could(session, actor, allowed)}")


REFUSED: Mapping[SignatureAct, str] = {
    SignatureAct.OPEN: "send {} out",
    SignatureAct.VERSION: "give {} a new version",
    SignatureAct.EXTEND: "give {} more time",
    SignatureAct.WITHDRAW: "withdraw {}",
    SignatureAct.RECORD: "record a counterpart of {}",
    SignatureAct.LOOK: "say whether a copy of {} counts",
    SignatureAct.TOLD: "record how a partner was told of {}",
}


def signing_for(session: Session, request: Request, doing: str) -> tuple[Party, Acting]:
    """Return the asked partner a request is about, and the act of whoever signs for it, locked.

    Raises Refusal, naming who signs for it, for anybody else: nobody signs for another partner.
    """
    party, actor = locked_party(session, request)
    if not may_sign(session, actor, party):
        raise Refusal(f"You can't {doing.format(_of(actor, party))}. {who_signs(session, actor, party)}")
    check_open(party.request)
    return party, Acting(actor, party.partner, request)


def own_or_secretary(session: Session, request: Request, doing: str) -> tuple[Party, Acting]:
    """Return the asked partner and the act of its lead, its deputy, whoever signs for it, or the secretary."""
    party, actor = locked_party(session, request)
    own = party.partner in actor.partners(*actors.ACTING) or may_sign(session, actor, party)
    if not own and not actor.is_secretary:
        able = actors.who_could(session, actor, Allowed(frozenset({party.partner}), secretary=True))
        raise Refusal(f"You can't {doing.format(_of(actor, party))}. {able}")
    check_open(party.request)
    return party, Acting(actor, party.partner if own else None, request)


def _of(actor: Actor, party: Party) -> str:
    return f"{party.request.reference} for {partner_of(actor.terms, party.request, party.partner)}"


def who_signs(session: Session, actor: Actor, party: Party) -> str:
    """Return a sentence that names who signs for a partner, and what can be done where nobody does in the chat."""
    name = partner_of(actor.terms, party.request, party.partner)
    known = signers.standing(session, party, actor.today)
    if known is not None and known.able:
        several = listed([contact.person.name for contact in known.able], "or")
        return f"For {name} {several} can sign: {who_words(known.rule)}. {comes(known, name)}"
    named = [person.name for person in named_of(session, party, actor.today)]
    if named:
        return f"{' or '.join(named)} signs for {name}, and can hand it over to somebody else of {name}."
    able = people.contacts(
        session, actor.today, agreement_id=actor.agreement.id, capacities=SIGNERS[:3], partners=(party.partner,)
    ).get(party.partner, [])
    if able:
        who = " or ".join(contact.person.name for contact in able[:3])
        return f"{who} signs for {name}. The secretary records a counterpart that comes another way."
    return f"Nobody is on the roster for {name}: the secretary records its counterpart."


def check_open(asked: SignatureRequest) -> None:
    """Return when a request takes signatures; raise Refusal, saying how it stands, if not."""
    if asked.state is not RequestState.OPEN:
        raise Refusal(
            f"{asked.reference} is {WORDS[asked.state]}, so there is nothing to answer. "
            f"{word('signature', asked.reference)} shows how it stands."
        )


def check_possible(asked: SignatureRequest, to: RequestState) -> None:
    """Return when a request may be sent out, or withdrawn; raise Refusal, saying how it stands, if not."""
    if to not in MOVES[asked.state]:
        what = "sent out" if to is RequestState.OPEN else "withdrawn"
        raise Refusal(
            f"{asked.reference} is {WORDS[asked.state]} already, so it can't be {what}. "
            f"{word('signature', asked.reference)} shows how it stands."
        )


def move(session: Session, asked: SignatureRequest, to: RequestState, now: datetime) -> None:
    """Move a request on; raise Refusal when it cannot move there, or somebody else was faster."""
    check_move(asked.state, to)
    if not signatures.move(session, asked, to=to, at=now):
        raise faster(KIND)


def telling(session: Session, request: Request) -> Telling:
    """Return the request that partners are notified of, and its secretary; raise Refusal for anybody else."""
    asked, actor = locked(session, request)
    require(session, actor, asked, SignatureAct.TOLD)
    return Telling(asked, asked.opened_at or asked.requested_at, actor)


def runs_for(asked: SignatureRequest, deadline: Deadline, _: Sequence[Holding]) -> bool:
    """Return whether a request's date is one to be seen: by when an open one is to be signed."""
    return asked.state is RequestState.OPEN and deadline.clock == SIGNING
