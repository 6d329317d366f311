"""Send a request for signatures out: from now on those who sign are asked, and chased."""

from __future__ import annotations

from sqlalchemy.orm import Session

from handlers import deadlines
from handlers.acting import Acting, record
from handlers.requests import Answer, Request, Say
from handlers.signatures import messages
from handlers.signatures.access import check_possible, locked, move, require
from handlers.signatures.facts import MATTER, SIGNING, facts_of, terms_of
from rules.days import in_words
from rules.errors import Refusal
from rules.signatures import RequestState, SignatureAct
from storage.signatures import SignatureRequest


def press(session: Session, request: Request) -> Answer:
    """Ask everybody who signs, in one transaction with the board and the clock."""
    asked, actor = locked(session, request)
    by = Acting(actor, require(session, actor, asked, SignatureAct.OPEN), request)
    check_possible(asked, RequestState.OPEN)
    if asked.target_on <= actor.today:
        raise Refusal(
            f"{asked.reference} asks for signatures by {in_words(asked.target_on)}, and that day has come. Please "
            "withdraw it and ask again with a later day."
        )
    move(session, asked, RequestState.OPEN, request.now)
    start_clock(session, asked, request)
    names = [party.partner for party in asked.parties]
    record(session, by, asked, "signatures-asked", {"partners": names, "version": asked.version})
    messages.announce(session, actor.agreement, asked, request.now)
    return Say("signature_opened", facts_of(session, asked, request.now))


def start_clock(session: Session, asked: SignatureRequest, request: Request) -> None:
    """Start the clock of the target date, which chases those who have still to sign."""
    deadlines.agree(
        session,
        terms_of(session, asked),
        agreement_id=asked.agreement_id,
        matter=MATTER,
        matter_id=asked.id,
        clock=SIGNING,
        last_day=asked.target_on,
        clause=None,
        now=request.now,
    )
