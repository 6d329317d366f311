"""What came of a review, and the next step it opens; and what is said when its day is over."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from handlers import deadlines, outgoing
from handlers.acting import Acting, record, record_event
from handlers.actions import acts as action_acts
from handlers.actions.acts import LONGEST, Opened
from handlers.actors import Actor, local_day
from handlers.forms import Form, FormRefused, Values
from handlers.matters import faster
from handlers.requests import Answer, Button, Request, Say
from handlers.reviews import forms, messages
from handlers.reviews.access import KIND, for_secretary
from handlers.reviews.facts import facts_of, rule_of, silent, terms_of
from rules import review_life
from rules.days import in_words
from rules.review_life import ReviewOutcome, ReviewState
from storage import agreements, redraws, rows
from storage.deadlines import Deadline, DeadlineState
from storage.reviews import Review
from storage.rows import move_on

NEXT = {
    ReviewOutcome.VARY: "Prepare the variation",
    ReviewOutcome.EXTEND: "Prepare the extension",
    ReviewOutcome.END: "Prepare the ending",
}
DOING = "close {}"


def draw(session: Session, request: Request) -> Form:
    """Return the form that records what came of a review."""
    review, actor = for_secretary(session, request, DOING)
    return forms.close_form(review, actor, agreements.in_force(session, actor.agreement))


def close(session: Session, request: Request, values: Values) -> Answer:
    """Close a review: its outcome is on record, the next step is opened, and the report goes to the channel."""
    review, actor = for_secretary(session, request, DOING)
    by = Acting(actor, None, request)
    outcome = ReviewOutcome(values.line("outcome"))
    held_on, due_on = _days(review, actor, values, outcome)
    limbs = rule_of(actor.terms, review.review).looks_at
    findings = [values.line(f"limb_{number}") for number in range(len(limbs))]
    unheard = silent(session, review, actor.today)
    closed = {
        "state": ReviewState.CLOSED,
        "held_on": held_on,
        "findings": findings,
        "outcome": outcome,
        "closed_at": request.now,
        "closed_by": actor.person.id,
    }
    if not move_on(session, review, closed):
        raise faster(KIND)
    deadlines.end(session, review, state=DeadlineState.MET)
    known = {
        "outcome": outcome.value,
        "held_on": held_on.isoformat(),
        "found": dict(zip(limbs, findings, strict=True)),
        "silent": list(unheard),
    }
    record(session, by, review, "review-closed", known)
    if outcome in NEXT and due_on is not None:
        opened = Opened(f"{NEXT[outcome]}: {review.title}"[:150], values.line("partner"), None, due_on)
        action_acts.open_action(session, Acting(actor, opened.partner, request), review, opened)
    facts = {**facts_of(session, review, request.now), **by.facts}
    messages.retire(session, review, {**facts, "did": "closed"}, request.now, answer=None)
    redraws.note(session, review, request.now)
    next_step = messages.next_step(review_life.way(actor.terms, outcome), review.agreement_id)
    messages.thread(session, review, "review_closed", facts, once="closed", now=request.now)
    if review.post_id is not None:
        dated = {**facts, "dated_on": local_day(actor.terms, request.now).isoformat()}
        once = f"review:{review.id}:report"
        outgoing.letter(session, review.post_id, messages.REPORT, dated, once=once, now=request.now)
    return Say("review_done", {**facts, "did": "closed"}, (*next_step, Button("review_show", review.id)))


def _days(review: Review, actor: Actor, values: Values, outcome: ReviewOutcome) -> tuple[date, date | None]:
    """Return the day a review was held and the last day for its next step; raise FormRefused for what cannot be."""
    opened = local_day(actor.terms, review.opened_at)
    held_on, due_on = values.day("held_on"), values.day("due_on")
    faults = {}
    if held_on is None or not opened <= held_on <= actor.today:
        faults["held_on"] = f"Please choose a day from {in_words(opened)} to {in_words(actor.today)}."
    if outcome in NEXT:
        if not values.line("partner"):
            faults["partner"] = "Please say which partner takes the next step; an action is opened for it."
        if due_on is None or not actor.today <= due_on <= actor.today + LONGEST:
            faults["due_on"] = f"Please choose a day from {in_words(actor.today)} on, within five years."
    if faults or held_on is None:
        raise FormRefused(faults)
    return held_on, due_on


def time_up(session: Session, deadline: Deadline, now: datetime) -> None:
    """List the partners that have said nothing, and ask the secretary what came of the review. The chasing goes on."""
    review = rows.get(session, Review, deadline.matter_id)
    if review is None or review.state.final:
        return
    known = {
        "meets_on": review.meets_on.isoformat(),
        "silent": list(silent(session, review, local_day(terms_of(session, review), now))),
    }
    record_event(session, review, "review-day-over", known, at=now)
    buttons = (Button("review_close", review.id), Button("review_show", review.id))
    once = f"over:{review.meets_on.isoformat()}"
    messages.tell_secretaries(
        session,
        review,
        template="review_over",
        facts=facts_of(session, review, now),
        once=once,
        now=now,
        buttons=buttons,
    )
    redraws.note(session, review, now)
