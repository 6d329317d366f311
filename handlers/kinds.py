"""One page: each kind of matter, and what is done with it where all kinds are looked at together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from sqlalchemy.orm import Session

from handlers.actions import (
    acts as action_acts,
    debts as action_debts,
    facts as action_facts,
    listing as action_listing,
)
from handlers.actors import Actor
from handlers.conflicts import (
    access as conflict_access,
    consent_time,
    debts as conflict_debts,
    declaring,
    listing as conflict_listing,
)
from handlers.debts import Asking, Debt, Reached
from handlers.decisions import (
    access as decision_access,
    days as decision_days,
    debts as decision_debts,
    facts as decision_facts,
    listing as decision_listing,
    messages as decision_messages,
    proposing,
)
from handlers.issues import (
    access as issue_access,
    debts as issue_debts,
    looking as issue_looking,
    messages as issue_messages,
    notified as issue_notified,
    time_up as issue_time_up,
)
from handlers.matters import Cause, Kind
from handlers.meetings import (
    access as meeting_access,
    debts as meeting_debts,
    facts as meeting_facts,
    looking as meeting_looking,
    messages as meeting_messages,
)
from handlers.milestones import (
    access as milestone_access,
    adding as milestone_adding,
    debts as milestone_debts,
    facts as milestone_facts,
)
from handlers.notices import Telling
from handlers.requests import Answer, Button, Request
from handlers.reviews import (
    access as review_access,
    closing,
    debts as review_debts,
    facts as review_facts,
    looking as review_looking,
    messages as review_messages,
)
from handlers.signatures import (
    access as signature_access,
    answers,
    debts as signature_debts,
    facts as signature_facts,
    listing as signature_listing,
    messages as signature_messages,
    requesting,
)
from storage.agreements import Agreement
from storage.deadlines import Deadline
from storage.matters import Matter
from storage.people import Contact, Holding, leads_of

M = TypeVar("M", bound=Matter)


def leads(session: Session, matter: Matter, today: date) -> Mapping[str, Contact]:
    """Return each partner's lead, or its deputy where no lead is in the chat."""
    return leads_of(session, matter.agreement_id, None, today)


def not_over(matter: Any, _deadline: Deadline, _held: Sequence[Holding]) -> bool:
    """Return whether a matter's dates are some for everybody: until it is over."""
    return not matter.state.final


def nowhere(_matter: Matter, _deadline: Deadline, _held: Sequence[Holding]) -> bool:
    """Return False: its dates are not shown among the others."""
    return False


def nothing(_session: Session, _matter: Matter, _now: datetime) -> None:
    """Do nothing."""


def partners_alone(_session: Session, _matter: Matter) -> Mapping[str, str]:
    """Return no names: partners alone are notified."""
    return {}


def no_letter(_session: Session, _matter: Matter, _now: datetime, _partner: str) -> None:
    """Return None: there is no letter under its notices."""


def of_itself(_session: Session, _matter: Matter) -> None:
    """Return None: it follows from nothing."""


def of_no_date(_matter: Matter) -> None:
    """Return None: it has come of none of the agreement's own dates."""


def each(
    of: Callable[[Session, M, datetime], list[Debt]],
) -> Callable[[Session, Iterable[M], datetime], list[Debt]]:
    """Return what reads the debts of several matters one after another."""
    return lambda session, found, now: [debt for matter in found for debt in of(session, matter, now)]


@dataclass(frozen=True)
class Workflow(Generic[M]):
    """A kind of matter that has dates, debts and notices. Whoever reads across all kinds asks it here."""

    kind: Kind[M]
    detail: Callable[[Session, Request, M, Actor], Answer]
    """One shown to whoever asks."""
    listing: Callable[[Session, Request, Agreement], Answer]
    """Those of an agreement, listed for whoever asks."""
    owed: Callable[[Session, int, datetime], list[Debt]]
    """What is owed to all those of an agreement."""
    owed_to: Callable[[Session, Iterable[M], datetime], list[Debt]]
    """What is owed to these by the date that each has."""
    reached: Callable[[Session, M, date], Reached]
    """Whom those who owe it something are reached by."""
    settled_by: Callable[[M, Sequence[Debt], Asking], tuple[Button, ...]]
    """By which presses a debt is settled."""
    runs_for: Callable[[M, Deadline, Sequence[Holding]], bool]
    """Whether a date of it is shown to whoever holds these capacities."""
    time_up: Callable[[Session, Deadline, datetime], None] | None = None
    """What becomes of it when a date has passed; None: nothing by itself."""
    telling: Callable[[Session, Request], Telling] | None = None
    """Who records how a partner was notified of it; None: nobody is notified."""
    causing: Callable[[Session, Request], Cause] | None = None
    """Who may open an action because of it; None: nobody may."""
    draw: Callable[[Session, M, datetime], None] = nothing
    """Brings what its messages say up to date, when it has changed; `nothing` where each act changes them itself."""
    notified: Callable[[Session, M, datetime], None] = nothing
    """What follows when a partner has been notified, or could not be."""
    names: Callable[[Session, M], Mapping[str, str]] = partners_alone
    """What those are called who are notified and are no partners."""
    letter: Callable[[Session, M, datetime, str], tuple[str, Mapping[str, Any]] | None] = no_letter
    """The letter that a partner's notice has under it."""
    source_of: Callable[[Session, M], Matter | None] = of_itself
    """What it follows from."""
    stands_for: Callable[[M], str | None] = of_no_date
    """The key of the agreement's own date that it has come of."""


ISSUES = Workflow(
    issue_access.KIND,
    detail=issue_looking.detail,
    listing=issue_looking.list_issues,
    owed=issue_debts.of_agreement,
    owed_to=issue_debts.of_all,
    reached=leads,
    settled_by=issue_debts.settled_by,
    runs_for=issue_access.runs_for,
    time_up=issue_time_up.time_up,
    telling=issue_access.telling,
    causing=issue_access.causing,
    notified=issue_notified.take_in,
    draw=issue_messages.draw,
)
DECISIONS = Workflow(
    decision_access.KIND,
    detail=proposing.detail,
    listing=decision_listing.list_decisions,
    owed=decision_debts.of_agreement,
    owed_to=each(decision_debts.of),
    reached=decision_facts.contacts_of,
    settled_by=decision_debts.settled_by,
    runs_for=decision_access.runs_for,
    time_up=decision_days.time_up,
    telling=decision_access.telling,
    causing=decision_access.causing,
    letter=decision_facts.letter,
    source_of=decision_facts.source_of,
    draw=decision_messages.draw,
)
CONFLICTS = Workflow(
    conflict_access.KIND,
    detail=declaring.detail,
    listing=conflict_listing.list_conflicts,
    owed=conflict_debts.of_agreement,
    owed_to=each(conflict_debts.of),
    reached=leads,
    settled_by=conflict_debts.settled_by,
    runs_for=nowhere,
    time_up=consent_time.time_up,
    telling=conflict_access.telling,
)
ACTIONS = Workflow(
    action_facts.KIND,
    detail=action_acts.detail,
    listing=action_listing.list_actions,
    owed=action_debts.of_agreement,
    owed_to=action_debts.of_all,
    reached=action_facts.contacts_of,
    settled_by=action_debts.settled_by,
    runs_for=action_facts.runs_for,
    source_of=action_facts.source_of,
)
SIGNATURES = Workflow(
    signature_access.KIND,
    detail=requesting.detail,
    listing=signature_listing.list_requests,
    owed=signature_debts.of_agreement,
    owed_to=each(signature_debts.of),
    reached=signature_facts.reached,
    settled_by=signature_debts.settled_by,
    runs_for=signature_access.runs_for,
    time_up=answers.time_up,
    telling=signature_access.telling,
    source_of=signature_facts.source_of,
    draw=signature_messages.draw,
)
REVIEWS = Workflow(
    review_access.KIND,
    detail=review_looking.detail,
    listing=review_looking.list_reviews,
    owed=review_debts.of_agreement,
    owed_to=each(review_debts.of),
    reached=review_facts.contacts_of,
    settled_by=review_debts.settled_by,
    runs_for=not_over,
    time_up=closing.time_up,
    telling=review_access.telling,
    causing=review_access.causing,
    stands_for=review_facts.stands_for,
    draw=review_messages.draw,
)
MILESTONES = Workflow(
    milestone_access.KIND,
    detail=milestone_adding.detail,
    listing=milestone_adding.list_milestones,
    owed=milestone_debts.of_agreement,
    owed_to=milestone_debts.of_all,
    reached=milestone_facts.contacts_of,
    settled_by=milestone_debts.settled_by,
    runs_for=not_over,
    stands_for=milestone_facts.stands_for,
)
MEETINGS = Workflow(
    meeting_access.KIND,
    detail=meeting_looking.detail,
    listing=meeting_looking.list_meetings,
    owed=meeting_debts.of_agreement,
    owed_to=each(meeting_debts.of),
    reached=meeting_facts.reminded,
    settled_by=meeting_debts.settled_by,
    runs_for=meeting_access.runs_for,
    telling=meeting_access.telling,
    causing=meeting_access.causing,
    names=meeting_facts.names_in,
    draw=meeting_messages.draw,
)

KINDS: Mapping[str, Workflow[Any]] = {
    workflow.kind.name: workflow
    for workflow in (ISSUES, DECISIONS, CONFLICTS, ACTIONS, SIGNATURES, REVIEWS, MILESTONES, MEETINGS)
}
"""Every kind by its name, in the order in which its matters are locked and what is owed to them is read."""
