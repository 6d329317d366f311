"""What is left out of all that is published: private matters, and what follows from one."""

from __future__ import annotations

from sqlalchemy.orm import Session

from storage import matters
from storage.actions import Action
from storage.decisions import Decision
from storage.issues import Issue
from storage.matters import Matter
from storage.signatures import SignatureRequest


def kept_private(session: Session, matter: Matter) -> bool:
    """Return whether a matter is private, or follows from one that is.

    A vote on a private issue, and what is done or signed because of it, is known to every partner and bears the issue's
    name: it stays between them.
    """
    if matter.private:
        return True
    source: Matter | None = None
    if isinstance(matter, Decision) and matter.issue_id is not None:
        source = session.get_one(Issue, matter.issue_id)
    elif isinstance(matter, SignatureRequest) and matter.decision_id is not None:
        source = session.get_one(Decision, matter.decision_id)
    elif isinstance(matter, Action) and matter.source in matters.KINDS:
        source = matters.get(session, matter.source, matter.source_id)
    return source is not None and kept_private(session, source)
