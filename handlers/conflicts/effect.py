"""What a declared conflict does to the matters it touches: who takes no part, and which earlier votes stand."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers import outgoing
from handlers.acting import record_event
from handlers.actors import local_day, name_of
from handlers.conflicts import consent_time, messages
from handlers.conflicts.facts import is_told, kept_out_of, matter_of, places_of, touched_facts
from handlers.decisions import facts as decision_facts
from handlers.issues.facts import MATTER as ISSUE
from handlers.requests import Button
from rules.conflicts import needed_consents, touches
from rules.decisions import DecisionState
from storage import agreements, conflicts, decisions, people, redraws, rows
from storage.conflicts import Conflict, Touched
from storage.decisions import Decision
from storage.issues import Issue


def apply(session: Session, matter: Issue | Decision, now: datetime) -> None:
    """Write down who takes no part in a matter as things stand, and show it; of an issue, in its open votes too."""
    session.flush()
    names = list(kept_out_of(session, matter))
    if isinstance(matter, Issue):
        matter.recused = names
        for decision in decisions.of_issue(session, matter.id):
            if not decision.state.final:
                apply(session, rows.get(session, Decision, decision.id, lock=True) or decision, now)
        if not matter.state.final:
            redraws.note(session, matter, now)
        return
    if decision_facts.votes_are_in(matter, local_day(agreements.terms_of(session, matter.terms_id), now)):
        return  # what is decided stays as it was on the last day, counted or not
    stands = [
        touched.conflict.partner
        for touched in conflicts.of_matter(session, decision_facts.MATTER, matter.id)
        if touched.vote_stands
    ]
    matter.circumstances = {**matter.circumstances, "recused": names, "stands": stands}
    session.flush()
    redraws.note(session, matter, now)


def touch(session: Session, conflict: Conflict, matter: Issue | Decision) -> Touched:
    """Have a conflict touch a matter; return what is asked of the others, where the agreement asks for consent."""
    terms = agreements.terms_of(session, conflict.terms_id)
    issue = matter if isinstance(matter, Issue) else matter.issue
    few = [row.partner for row in issue.partners] if issue is not None and issue.private else None
    told = few or [known.key for known in terms.partners]
    needs = needed_consents(terms, conflict.partner, told=told)
    touched = Touched(
        matter=ISSUE if isinstance(matter, Issue) else decision_facts.MATTER,
        matter_id=matter.id,
        reference=matter.reference,
        needs=None if needs is None else sorted(needs),
    )
    conflict.touched.append(touched)
    session.flush()  # its id goes into the messages
    return touched


def reached(session: Session, matter: Issue | Decision, now: datetime) -> None:
    """Have the conflicts touch a matter that reach where it has come to lie; the others are asked for consent."""
    places, new = places_of(session, matter), []
    for conflict in conflicts.living(session, matter.agreement_id) if places else ():
        if not touches(conflict.reach, places) or _touches(conflict, matter):
            continue
        if not is_told(conflict.partner, matter):
            continue  # it does not know of a private matter, and takes no part in it
        touched = touch(session, conflict, matter)
        new.append(touched)
        told = {"matter": matter.reference}
        record_event(
            session, conflict, "conflict-touches", told, at=now, partner=conflict.partner, private=matter.private
        )
    if new:
        apply(session, matter, now)
    for touched in new:
        messages.ask(session, agreements.terms_of(session, touched.conflict.terms_id), touched, now)
        consent_time.start(session, touched.conflict, now)


def _touches(conflict: Conflict, matter: Issue | Decision) -> bool:
    """Return whether a conflict touches a matter already, itself or by the issue that it is about."""
    mine = {(row.matter, row.matter_id) for row in conflict.touched}
    if isinstance(matter, Issue):
        return (ISSUE, matter.id) in mine
    return bool(mine & {(decision_facts.MATTER, matter.id), (ISSUE, matter.issue_id)})


def mark_votes(session: Session, conflict: Conflict, now: datetime) -> None:
    """Mark the votes that a partner cast before it declared a conflict, and ask the secretary what becomes of them."""
    for touched in conflict.touched:
        matter = matter_of(session, touched)
        if not isinstance(matter, Decision) or matter.state is not DecisionState.OPEN:
            continue
        today = local_day(agreements.terms_of(session, matter.terms_id), now)
        if decision_facts.votes_are_in(matter, today):
            continue
        voters = decision_facts.could_vote(session, matter, today).voters
        mine = {voter.key for voter in voters if voter.partner == conflict.partner}
        if mine & set(decision_facts.votes_of(matter)):
            touched.vote_stands = True
            _ask_secretary(session, conflict, touched, now)


def voted_of(touched: Touched) -> str:
    """Return what the secretary's questions about an earlier vote are queued about."""
    return f"conflict:{touched.conflict_id}:voted:{touched.id}"


def _ask_secretary(session: Session, conflict: Conflict, touched: Touched, now: datetime) -> None:
    terms = agreements.terms_of(session, conflict.terms_id)
    partner = name_of(terms, conflict.partner)
    facts = {"reference": conflict.reference, "title": conflict.title, "partner": partner}
    outgoing.tell(
        session,
        people.secretaries(session, local_day(terms, now), conflict.agreement_id),
        "conflict_voted",
        {**facts, **touched_facts(session, touched)},
        once=voted_of(touched),
        about=voted_of(touched),
        agreement_id=conflict.agreement_id,
        buttons=(
            Button("conflict_strike", touched.id),
            Button("conflict_stand", touched.id),
            Button("conflict_show", conflict.id),
        ),
        now=now,
    )
