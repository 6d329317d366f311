"""The requests for signatures of an agreement as they are listed: drafts and open ones, then the latest that ended."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import local_day
from handlers.requests import Answer, Button, Request, Say
from handlers.signatures.facts import in_short, signing_of, terms_of
from storage import signatures
from storage.agreements import Agreement
from storage.seeing import seeing

LONGEST_LIST = 15


def list_requests(session: Session, request: Request, agreement: Agreement) -> Answer:
    """List the requests for signatures of an agreement: drafts and open ones first, then the latest that ended."""
    actor = actors.actor_in(session, agreement, request)
    shown = signatures.seen(session, agreement.id, seeing(actor.holdings), most=LONGEST_LIST)
    rows: list[dict[str, Any]] = []
    for one in shown:
        terms = terms_of(session, one)
        rows.append(in_short(terms, one, signing_of(session, one, local_day(terms, request.now))))
    return Say(
        "signature_list",
        {"agreement": actor.terms.short_title, "rows": rows},
        tuple(Button("signature_show", one.id, label=one.reference) for one in shown[:5]),
    )
