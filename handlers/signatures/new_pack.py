"""The pack that comes into force with a variation: kept with what is signed until that takes effect."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy.orm import Session

from rules.errors import Refusal
from rules.sentences import word
from rules.signatures import WORDS, DocumentKind
from rules.terms import Terms
from storage import agreements, register, rows
from storage.agreements import Agreement
from storage.signatures import SignatureRequest


def stage(session: Session, reference: str, terms: Terms, *, source: str, now: datetime, by: str) -> SignatureRequest:
    """Keep a pack that is loaded by itself on the day the variation under this reference takes effect.

    Raises Refusal where there is no such variation, it is another agreement's, or its time is over.
    """
    found = rows.by_reference(session, SignatureRequest, reference)
    asked = rows.get(session, SignatureRequest, found.id, lock=True) if found else None
    if asked is None or asked.kind is not DocumentKind.VARIATION:
        raise Refusal(f"There is no variation {reference.upper()[:20]}. {word('signatures')} lists what is signed.")
    agreement = session.get_one(Agreement, asked.agreement_id)
    if terms.id != agreement.key:
        raise Refusal(f"{asked.reference} varies {agreement.key}, and this is a pack of {terms.id}.")
    if asked.in_effect_at is not None or asked.state.value == "withdrawn":
        how = "in effect already: load the pack without --when" if asked.in_effect_at else WORDS[asked.state]
        raise Refusal(f"{asked.reference} is {how}.")
    if terms.prefix != agreement.prefix:
        raise Refusal(
            f"{agreement.key} gives its references as {agreement.prefix}-1, -2 …; the pack says {terms.prefix}."
        )
    if agreements.undecided_terms(session, agreement.id) == terms:
        raise Refusal("This pack says what the terms in force say already.")
    asked.new_pack = source
    register.write(
        session,
        agreement,
        at=now,
        act="new-terms-kept",
        person=by,
        reference=asked.reference,
        facts={"sha256": hashlib.sha256(source.encode()).hexdigest(), "title": terms.title},
    )
    return asked
