"""What stands on a meeting's agenda: what is open for its forum, and what people put there. One function for each kind.

Each gives the items of its kind as plain JSON values, for the templates, to whoever holds these capacities. Nobody's
capacities give what everybody of the agreement may know of.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from handlers.actions import facts as action_facts
from handlers.actors import ACTING, name_of
from handlers.conflicts import facts as conflict_facts
from handlers.decisions import facts as decision_facts
from handlers.decisions.access import is_known_to
from handlers.issues import facts as issue_facts
from handlers.issues.access import may_see
from handlers.reviews import facts as review_facts
from handlers.trackers import facts as tracker_facts
from rules.actions import ActionState
from rules.decisions import DecisionState
from rules.issues import LIVING, stage_of
from rules.review_life import ReviewState
from rules.terms import Forum, Terms
from rules.who import forum_of
from storage import actions, agreements, conflicts, decisions, issues, matters, milestones, people, reviews, trackers
from storage.actions import Action
from storage.decisions import Decision
from storage.issues import Issue
from storage.matters import Matter
from storage.meetings import AgendaItem, Meeting
from storage.people import Capacity, Holding

Item = dict[str, Any]
SOON = timedelta(weeks=8)  # a forum that meets every other month looks at what is due before it meets again


@dataclass(frozen=True)
class Sitting:
    """Which meeting of which forum an agenda is for, and the capacities of whoever reads it."""

    meeting: Meeting
    terms: Terms
    forum: Forum
    held: tuple[Holding, ...]
    today: date


def agenda(session: Session, sitting: Sitting) -> list[Item]:
    """Return a meeting's agenda in order: declarations of interest first, what people add last."""
    items = [item for kind in KINDS for item in kind(session, sitting)]
    return [_declarations(session, sitting, items), *items]


def _issues(session: Session, sitting: Sitting) -> list[Item]:
    """Return the issues at a stage of the forum; a private one is there for nobody who may not see it."""
    found = []
    for issue in _seen(session, sitting):
        stage = stage_of(issue_facts.terms_of(session, issue), issue.stage)
        if stage.forum == sitting.forum.key:
            found.append(_item("issue", issue, stage=stage.name))
    return found


def _advice(session: Session, sitting: Sitting) -> list[Item]:
    """Return the issues on which the forum was asked for advice and has given none yet."""
    found = []
    for issue in _seen(session, sitting):
        here = next((visit for visit in issue.visits if visit.stage == issue.stage), None)
        notes = here.notes.get("advice", []) if here else []
        said = [note["what"] for note in notes if note["forum"] == sitting.forum.name]
        if said and said[-1] == "asked":
            found.append(_item("advice", issue))
    return found


def _seen(session: Session, sitting: Sitting) -> list[Issue]:
    living = issues.of_agreement(session, sitting.meeting.agreement_id, states=LIVING)
    return [issue for issue in living if may_see(issue, sitting.held)]


def _decisions(session: Session, sitting: Sitting) -> list[Item]:
    """Return what is put to the vote under a rule of the forum; a draft for those alone who could put it."""
    waiting = (DecisionState.DRAFT, DecisionState.OPEN)
    return [
        _item("decision", decision, state=decision.state.value, closes_on=decision.closes_on.isoformat())
        for decision in decisions.of_agreement(session, sitting.meeting.agreement_id, states=waiting)
        if _before(session, decision, sitting) and _shown(decision, sitting.held)
    ]


def _before(session: Session, decision: Decision, sitting: Sitting) -> bool:
    """Return whether a decision is before a meeting: it is taken at it, or at none that is known and is its forum's."""
    if decision.meeting_id is not None:
        return decision.meeting_id == sitting.meeting.id
    return forum_of(decision_facts.rule_of(session, decision)) == sitting.forum.key


def _shown(decision: Decision, held: tuple[Holding, ...]) -> bool:
    """Return whether somebody with these capacities may know of a decision: of a draft, those who can open the vote."""
    if not is_known_to(decision, held):
        return False
    if decision.state is not DecisionState.DRAFT:
        return True
    own = decision.proposed_for
    return any(h.capacity is Capacity.SECRETARY or (h.capacity in ACTING and h.partner == own) for h in held)


def _actions(session: Session, sitting: Sitting) -> list[Item]:
    """Return the actions that the forum agreed and that are not done: those overdue first."""
    waiting = actions.of_agreement(session, sitting.meeting.agreement_id, states=(ActionState.OPEN,))
    return [
        _item(
            "action",
            action,
            partner=name_of(sitting.terms, action.partner),
            due_on=action.due_on.isoformat(),
            overdue=action.due_on < sitting.today,
        )
        for action in waiting
        if _agreed_by(session, action) == sitting.forum.key and action_facts.is_known_to(action, sitting.held)
    ]


def _agreed_by(session: Session, action: Action) -> str | None:
    """Return the forum that agreed an action: that of its meeting or its decision, or the one its kind names."""
    terms = agreements.terms_of(session, action.terms_id)
    kind = next((found for found in terms.actions if found.key == action.kind), None)
    if kind is not None:
        return kind.agreed_by
    if action.source not in matters.KINDS:
        return None
    source = matters.get(session, action.source, action.source_id)
    if isinstance(source, Meeting):
        return source.forum
    return forum_of(decision_facts.rule_of(session, source)) if isinstance(source, Decision) else None


def _reviews(session: Session, sitting: Sitting) -> list[Item]:
    """Return the open reviews that the forum holds."""
    return [
        _item("review", review, meets_on=review.meets_on.isoformat())
        for review in reviews.of_agreement(session, sitting.meeting.agreement_id, states=(ReviewState.OPEN,))
        if review_facts.rule_of(review_facts.terms_of(session, review), review.review).by == sitting.forum.key
    ]


def _tracked(session: Session, sitting: Sitting) -> list[Item]:
    """Return the changes of trackers that the forum has to confirm."""
    found = []
    for tracker in trackers.of_agreement(session, sitting.meeting.agreement_id):
        if tracker_facts.terms_of(session, tracker)[1].confirmed_by != sitting.forum.key:
            continue
        waiting = [row.waiting for row in tracker.rows if row.waiting is not None]
        found += [
            {
                "kind": "change",
                "reference": change.criterion.reference,
                "row": change.id,
                "title": change.criterion.title,
                "private": False,
                "from": change.before.get("status"),
                "to": change.wanted.get("status"),
            }
            for change in waiting
        ]
    return found


def _milestones(session: Session, sitting: Sitting) -> list[Item]:
    """Return the milestones of the forum that are open, and due by the day of the meeting or soon after it."""
    until = sitting.meeting.meets_on + SOON
    return [
        _item("milestone", milestone, due_on=milestone.due_on.isoformat(), overdue=milestone.due_on < sitting.today)
        for milestone in milestones.of_agreement(session, sitting.meeting.agreement_id)
        if milestone.owner == sitting.forum.key
        and not milestone.state.final
        and milestone.due_on is not None
        and milestone.due_on <= until
    ]


def _added(session: Session, sitting: Sitting) -> list[Item]:
    """Return what people put on the agenda, in the order in which they did."""
    return [
        {
            "kind": "added",
            "reference": None,
            "row": item.id,
            "title": item.title,
            "words": item.words,
            "by": session.get_one(people.Person, item.asked_by).name,
            "for": name_of(sitting.terms, item.asked_for) if item.asked_for else None,
        }
        for item in standing(sitting.meeting)
    ]


def standing(meeting: Meeting) -> list[AgendaItem]:
    """Return what people put on a meeting's agenda and nobody took off again."""
    return [item for item in meeting.items if item.dropped_at is None]


KINDS: tuple[Callable[[Session, Sitting], list[Item]], ...] = (
    _issues,
    _advice,
    _decisions,
    _reviews,
    _tracked,
    _milestones,
    _actions,
    _added,
)
"""What makes an agenda, in its order."""


def _declarations(session: Session, sitting: Sitting, items: list[Item]) -> Item:
    """Return the first item: what is declared and touches this agenda, and how it is handled."""
    touching = {(item["kind"], item["row"]) for item in items}
    touching |= {("issue", row) for kind, row in touching if kind == "advice"}
    declared = []
    for conflict in conflicts.living(session, sitting.meeting.agreement_id):
        about = [
            conflict_facts.touched_facts(session, one)
            for one in conflict_facts.known_to(session, conflict, sitting.held)
            if (one.matter, one.matter_id) in touching
        ]
        reaches = f"forum:{sitting.forum.key}" in conflict.reach
        if about or reaches:
            shown = ("matter", "keeps_out", "handling")
            declared.append(
                {
                    "reference": conflict.reference,
                    "partner": name_of(sitting.terms, conflict.partner),
                    "title": conflict.title,
                    "reaches": reaches,
                    "about": [{key: one[key] for key in shown} for one in about],
                }
            )
    return {"kind": "declarations", "reference": None, "row": 0, "title": "", "declared": declared}


def _item(kind: str, matter: Matter, **more: Any) -> Item:
    return {
        "kind": kind,
        "reference": matter.reference,
        "row": matter.id,
        "title": matter.title,
        "private": matter.private,
        **more,
    }
