"""An agreement's terms are loaded: its first, or a newer version of them."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

from sqlalchemy.orm import Session

from handlers import deadlines
from handlers.agreements import term
from handlers.milestones import document as milestone_document
from rules.errors import Refusal
from rules.terms import Terms
from storage import agreements, closed_days, register
from storage.agreements import Agreement, TermsVersion


def load(session: Session, terms: Terms, *, source: str, now: datetime, by: str) -> TermsVersion:
    """Store these terms as the agreement's newest version; return it, or the newest where nothing changed.

    Matters under way keep the version they began under. Raises Refusal when another agreement has the prefix.
    """
    body = terms.model_dump(mode="json", exclude_defaults=True)
    sha256 = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
    agreement = agreements.by_key(session, terms.id)
    if agreement is None:
        taken = agreements.by_prefix(session, terms.prefix)
        if taken is not None:
            raise Refusal(
                f"The prefix {terms.prefix} belongs to {taken.key} already. Please choose another in the pack."
            )
        agreement = Agreement(key=terms.id, prefix=terms.prefix, loaded_at=now, register_entries=0, register_head="")
        session.add(agreement)
        session.flush()  # the version names it
        number = 1
    else:
        newest = agreements.latest_version(session, agreement.id)
        if newest.sha256 == sha256:
            return newest
        if agreement.prefix != terms.prefix:
            raise Refusal(
                f"{terms.id} gives its references as {agreement.prefix}-1, -2 …; the pack says {terms.prefix}. "
                "A prefix stays for ever: please write the old one."
            )
        number = newest.number + 1
    version = TermsVersion(
        agreement_id=agreement.id, number=number, sha256=sha256, body=body, source=source, loaded_at=now
    )
    agreements.add_version(session, version)
    register.write(
        session,
        agreement,
        at=now,
        act="terms-loaded",
        person=by,
        facts={"version": number, "sha256": sha256, "title": terms.title},
    )
    if number == 1:
        closed_days.note(session)
        deadlines.note_calendar(session, agreement.id, now)
    term.plan(session, agreement, now)
    milestone_document.take_up(session, agreement, now, by=by)
    return version
