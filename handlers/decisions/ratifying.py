"""What each partner's own body says of a decision that needs its approval (Mid and South Essex 6.8, Sefton 8.8)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers import actors, outgoing
from handlers.acting import Acting, record
from handlers.actors import Actor, local_day, name_of
from handlers.decisions.access import locked
from handlers.decisions.facts import could_vote, facts_of, rule_of, terms_of
from handlers.fields import evidence_field, partner_field
from handlers.forms import Choice, Field, Form, FormRefused, Kind, Values
from handlers.requests import Answer, Button, Request, Say
from rules.days import in_words
from rules.decisions import DecisionState
from rules.errors import Refusal
from rules.matters import Allowed
from rules.sentences import word
from storage import outbox, redraws
from storage.decisions import Decision, Ratification
from storage.people import leads_of

APPROVED, REFUSED = "approved", "refused"


def open_step(session: Session, decision: Decision, now: datetime) -> None:
    """Ask each partner that had a vote for the approval of its own body, where the rule needs it."""
    if decision.state is not DecisionState.CARRIED or not rule_of(session, decision).ratified_by_each:
        return
    terms = terms_of(session, decision)
    today = local_day(terms, now)
    voters = could_vote(session, decision, today).voters
    partners = tuple(dict.fromkeys(voter.partner for voter in voters if voter.partner))
    decision.ratifications = [Ratification(partner=partner) for partner in partners]
    session.flush()
    facts = facts_of(session, decision, now)
    asked: dict[int, list[str]] = {}
    reached = leads_of(session, decision.agreement_id, partners, today)
    for partner, contact in reached.items():
        asked.setdefault(contact.person.id, []).append(name_of(terms, partner))
    for contact in reached.values():
        outgoing.tell(
            session,
            [contact],
            "decision_ratify",
            {**facts, "mine": asked[contact.person.id]},
            once=ratify_of(decision),
            about=ratify_of(decision),
            agreement_id=decision.agreement_id,
            buttons=(Button("decision_ratify", decision.id), Button("decision_show", decision.id)),
            now=now,
        )


def ratify_of(decision: Decision) -> str:
    """Return what the questions about the partners' own approval are queued about."""
    return f"decision:{decision.id}:ratify"


def waiting(decision: Decision) -> tuple[str, ...]:
    """Return the partners whose own body has not been reported to have decided."""
    return tuple(row.partner for row in decision.ratifications if row.approved is None)


def draw(session: Session, request: Request) -> Form:
    """Return the form that reports what a partner's own body has decided."""
    decision, actor = locked(session, request)
    mine = _partners(session, decision, actor)
    own = actor.partners(*actors.ACTING)
    fields: list[Field] = []
    if len(mine) > 1:
        fields.append(partner_field(actor.terms, mine))
    fields += [
        Field(
            "answer",
            "What its own body has decided",
            Kind.CHOICE,
            choices=(Choice(APPROVED, "It approves"), Choice(REFUSED, "It does not approve")),
        ),
        Field("decided_on", "On which day", Kind.DATE),
        Field("words", "Which body, and its reasons or conditions", Kind.TEXT, limit=1000),
    ]
    if not set(mine) <= set(own):
        fields.append(evidence_field())
    heading = f"{decision.reference}: {decision.title}"
    return Form("decision_ratify", "Own approval", "Report it", tuple(fields), row=decision.id, intro=heading)


def _partners(session: Session, decision: Decision, actor: Actor) -> tuple[str, ...]:
    """Return the partners this person reports for; raise Refusal when nothing waits, or they act for none of them."""
    left = waiting(decision)
    if not left:
        raise Refusal(
            f"No partner's own approval of {decision.reference} is waited for. "
            f"{word('decision', decision.reference)} shows how it stands."
        )
    own = tuple(partner for partner in left if partner in actor.partners(*actors.ACTING))
    if own or actor.is_secretary:
        return own or left
    able = actors.who_could(session, actor, Allowed(frozenset(left), secretary=True))
    raise Refusal(f"You can't report a partner's own approval of {decision.reference}. {able}")


def report(session: Session, request: Request, values: Values) -> Answer:
    """Put on record what a partner's own body has decided."""
    decision, actor = locked(session, request)
    mine = _partners(session, decision, actor)
    partner = values.line("partner") or mine[0]
    if partner not in mine:
        raise FormRefused({"partner": "Please choose one that is still waited for."})
    day, terms = values.day("decided_on"), actor.terms
    first = local_day(terms, decision.closed_at or decision.proposed_at)
    if day is None or not first <= day <= actor.today:
        raise FormRefused({"decided_on": f"Please choose a day from {in_words(first)} to {in_words(actor.today)}."})
    own = partner in actor.partners(*actors.ACTING)
    by = Acting(actor, partner, request, None if own else values.line("evidence"))
    row = next(one for one in decision.ratifications if one.partner == partner)
    row.approved, row.decided_on, row.words = values.line("answer") == APPROVED, day, values.line("words")
    row.reported_by, row.reported_at, row.evidence = actor.person.id, request.now, by.evidence
    session.flush()
    told = {**by.facts, "approved": row.approved, "on": day.isoformat(), "words": row.words}
    record(
        session,
        by,
        decision,
        "decision-ratified" if row.approved else "decision-not-ratified",
        {"decided_on": day.isoformat(), "words": row.words},
    )
    once = f"decision:{decision.id}:ratified:{partner}"
    outgoing.thread(session, decision, "decision_ratified", told, once=once, now=request.now)
    redraws.note(session, decision, request.now)
    _retire(session, decision, actor, request.now)
    return Say("decision_ratified", {**facts_of(session, decision, request.now), **told})


def _retire(session: Session, decision: Decision, actor: Actor, now: datetime) -> None:
    """Take the button off the questions to those for whom nothing is waited for any more."""
    left = {name_of(actor.terms, partner) for partner in waiting(decision)}
    facts = facts_of(session, decision, now)
    for message in outbox.sent_about(session, ratify_of(decision)):
        if not set(message.facts.get("mine", ())) & left:
            shown = (Button("decision_show", decision.id),)
            outgoing.edit(session, message, "nudge_done", facts, now=now, buttons=shown)
