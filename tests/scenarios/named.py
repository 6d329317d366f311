"""What buttons name: of which kind the row is, by the button's name."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage import matters
from storage.actions import Action
from storage.agreements import Agreement
from storage.conflicts import Conflict, Touched
from storage.decisions import Decision
from storage.feeds import Feed
from storage.issues import Issue, Proposal
from storage.marks import FIRST
from storage.meetings import Meeting
from storage.milestones import Milestone
from storage.people import Account
from storage.reviews import Review, ReviewAnswer
from storage.signatures import Counterpart, Party, SignatureRequest
from storage.trackers import Change, Criterion, Tracker

MODELS: dict[str, Any] = {
    "issue_(agree|disagree)": Proposal,
    "issue_.*|conflict_issue": Issue,
    "decision_.*|conflict_decision": Decision,
    "action_.*": Action,
    "conflict_(consent|refuse|behalf|handle|strike|stand)": Touched,
    "conflict_.*": Conflict,
    "signature_(sign|scan|cannot|decline|delegate)": Party,
    "signature_complete": Counterpart,
    "signature_.*": SignatureRequest,
    "review_(answer|nothing)": ReviewAnswer,
    "review_(begin|event)": Agreement,
    "review_.*": Review,
    "milestone_add": Agreement,
    "milestone_.*": Milestone,
    "meeting_(series|one_off|ahead)": Agreement,
    "meeting_.*": Meeting,
    "tracker_page|criterion_.*": Criterion,
    "change_.*": Change,
    "tracker_.*": Tracker,
    "feed_.*": Feed,
    "home_.*|settings": Account,
}
"""The first that fits counts; what no line fits names an agreement."""


def forged(session: Session, action: str, row: int) -> dict[str, Any]:
    """A button with this name that nobody was offered."""
    row, text = id_of(session, action, row), {"type": "plain_text", "text": "Forged"}
    button = {"type": "button", "action_id": f"{action}:{row}", "value": str(row), "text": text}
    return {"type": "actions", "elements": [button]}


def id_of(session: Session, action: str, row: int) -> int:
    """The id of the row that a button names: `row` itself, or of the one that was made as number `row` of its kind."""
    model = next((model for name, model in MODELS.items() if re.fullmatch(name, action)), Agreement)
    return as_made(session, model, row)


def choice(session: Session, matter: str) -> str:
    """The choice of a matter, such as `issue:2` for the second that was raised."""
    kind, _, row = matter.partition(":")
    return f"{kind}:{as_made(session, matters.KINDS[kind], int(row))}"


def as_made(session: Session, model: Any, row: int) -> int:
    """The id of the row that was made as number `row` of its kind; `row` itself where there are not so many."""
    made = session.scalars(select(model.id).order_by(model.id)).all()
    return made[row - 1] if 0 < row <= min(len(made), FIRST) else row
