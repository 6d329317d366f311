"""What a partner did by e-mail, by telephone or on paper, as the secretary records it: with evidence, on its behalf."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from handlers import actors
from handlers.acting import Acting
from handlers.fields import came_at
from handlers.forms import Form, FormRefused, Values
from handlers.issues import forms
from handlers.issues.access import locked
from handlers.issues.acts import do, heading
from handlers.requests import Answer, Request
from rules import issues
from rules.ladder import by_itself


def draw(session: Session, request: Request) -> Form:
    """Return the form for an act on a partner's behalf."""
    issue, actor, standing = locked(session, request, request.row or 0)
    actors.require_secretary(session, actor, f"record an act on a partner's behalf for {issue.reference}")
    return forms.behalf_form(
        row=issue.id,
        terms=actor.terms,
        told=standing.told,
        waiting=tuple(offer for offer in standing.offers if offer.state is issues.ProposalState.OPEN),
        reference=heading(issue),
        binds=by_itself(issues.stage_of(actor.terms, issue.stage)),
    )


def submit(session: Session, request: Request, values: Values) -> Answer:
    """Do an act for a partner as the secretary recorded it, marked as on its behalf, with the evidence."""
    issue, actor, standing = locked(session, request, request.row or 0)
    actors.require_secretary(session, actor, f"record an act on a partner's behalf for {issue.reference}")
    name, _, proposal = values.line("act").partition(":")
    partner = values.line("partner")
    asked = replace(request, row=int(proposal)) if proposal else request
    allowed = issues.who_may(forms.ACT_FORMS[name].act, standing, actor.terms)
    if partner not in allowed.partners:
        able = ", ".join(actors.names_of(actor.terms, allowed.partners)) or "nobody"
        raise FormRefused({"partner": f"This can be done for {able} only."})
    needs_words = name in ("issue_disagree", "issue_propose", "issue_comment", "issue_withdraw")
    if needs_words and not values.line("words"):
        raise FormRefused({"words": "Please write down what the partner said."})
    came = came_at(values, actor, since=issue.stage_entered_at, now=request.now)
    return do(session, name, issue, Acting(actor, partner, asked, values.line("evidence")), values, came)
