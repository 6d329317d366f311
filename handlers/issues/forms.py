"""The forms of an issue: raising it, and everything that is then said about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import Actor, name_of
from handlers.fields import came_field, evidence_field, partner_choices, partner_field, role_choices
from handlers.forms import Choice, Field, Form, Kind
from handlers.requests import Request
from rules.errors import Refusal
from rules.issues import IssueAct, Offer, ProposalKind
from rules.terms import Approach, Terms
from storage import agreements
from storage.agreements import Agreement

ANY_MATTER = "any-matter"

APPROACH = {
    Approach.NO_BLAME: "look for a solution, not for blame",
    Approach.MUTUAL_BENEFIT: "seek an outcome that helps everybody",
    Approach.EQUAL_PARTIES: "meet commissioners and providers as equals",
    Approach.NOT_ADVERSARIAL: "remember that a fight costs time and money",
    Approach.GOOD_FAITH: "act in good faith",
    Approach.SUBSIDIARITY: "settle it as close to home as possible",
}


def raise_form(session: Session, request: Request) -> Form:
    """Return the form that raises an issue, for the agreement it is about and for whoever asks.

    It asks which agreement and which partner only where there is more than one answer.
    """
    mine = actors.agreements_of(session, request)
    chosen = _chosen(mine, request.filled.get("agreement"), request.row)
    actor = actors.actor_in(session, chosen, request)
    terms = actor.terms
    fields: list[Field] = []
    if request.row is None and len(mine) > 1:
        choices = tuple(Choice(a.key, agreements.current_terms(session, a.id).short_title) for a in mine)
        fields.append(
            Field("agreement", "Which agreement", Kind.CHOICE, choices=choices, initial=chosen.key, redraws=True)
        )
    raising = raising_partners(actor)
    acting = actor.partners(*actors.ACTING)
    if len(raising) > 1:
        fields.append(
            Field(
                "raised_for",
                "Which partner raises it",
                Kind.CHOICE,
                choices=tuple(Choice(p, name_of(terms, p)) for p in raising),
                redraws=True,
                initial=acting[0] if len(acting) == 1 else None,
            )
        )
    likely = raising[0] if len(raising) == 1 else acting[0] if len(acting) == 1 else ""
    raised_for = str(request.filled.get("raised_for") or likely)
    roles = role_choices(terms, raised_for)
    if roles:
        fields.append(
            Field(
                "raised_as",
                "In which of its roles",
                Kind.CHOICE,
                choices=roles,
                hint="A partner with two roles says which one this is about.",
            )
        )
    fields += [
        Field("title", "In a few words", initial=request.text.partition("\n")[0] or None),
        Field(
            "particulars",
            "What happened, and what it affects",
            Kind.TEXT,
            limit=3000,
            hint=manner(terms),
            initial=request.text if request.link else None,  # it is raised from a message
        ),
        Field("concerns", "What it touches", Kind.CHOICE, choices=subjects(terms)),
        Field("clause", "Another clause, if you know it", required=False, limit=40),
        Field(
            "affected",
            "Which other partners it affects",
            Kind.CHOICES,
            choices=partner_choices(p for p in terms.partners if p.key != raised_for),
            hint="Your own partner is counted already. The issue is resolved when all of these agree.",
        ),
        Field("outcome_sought", "What outcome you seek", Kind.TEXT, required=False, limit=1000),
        Field("marks", "What else is so", Kind.CHOICES, required=False, choices=marks(terms)),
        Field("private", "Only the affected partners and the secretary may see it", Kind.TICK, required=False),
    ]
    if raised_for and raised_for not in acting:
        fields.append(evidence_field())
    return Form("raise_issue", "Raise an issue", "Raise it", tuple(fields), row=chosen.id if request.row else None)


def raising_partners(actor: Actor) -> tuple[str, ...]:
    """Return the partners this person can raise an issue for; the secretary can record one for any partner."""
    if actor.is_secretary:
        return tuple(partner.key for partner in actor.terms.partners)
    return actor.partners(*actors.ACTING)


def subjects(terms: Terms) -> tuple[Choice, ...]:
    """Return what an issue can touch: the agreement's objectives and principles, or any matter in it."""
    named = [
        Choice(f"{group}:{subject.key}", f"{word}: {subject.name}")
        for group, word, found in (
            ("objective", "Objective", terms.objectives),
            ("principle", "Principle", terms.principles),
            ("element", "Element", terms.elements),
            ("programme", "Programme", terms.programmes),
        )
        for subject in found
    ]
    return (*named, Choice(ANY_MATTER, "Any other matter in the agreement"))


def marks(terms: Terms) -> tuple[Choice, ...]:
    """Return what an issue can be marked with when it is raised; it keeps the mark to the end."""
    clause = terms.issues.statutory_consultation
    service = (Choice("consultation", f"It needs statutory consultation (clause {clause})"),) if clause else ()
    return (*service, Choice("third-party", "Somebody outside the agreement has raised it"))


def manner(terms: Terms) -> str | None:
    """Return the manner the partners have promised, in a sentence; None where the document promises none."""
    words = [APPROACH[approach] for approach in terms.issues.approach]
    if not words:
        return None
    clause = f" (clause {terms.issues.approach_clause})" if terms.issues.approach_clause else ""
    listed = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
    return f"The partners have promised to {listed}{clause}."


@dataclass(frozen=True)
class ActForm:
    """The form of one act: its words and its own fields."""

    act: IssueAct
    title: str
    submit: str
    fields: tuple[Field, ...]


ACT_FORMS: Mapping[str, ActForm] = {
    "issue_acknowledge": ActForm(IssueAct.ACKNOWLEDGE, "Acknowledge the issue", "Acknowledge", ()),
    "issue_comment": ActForm(
        IssueAct.COMMENT,
        "Comment to the record",
        "Put on record",
        (Field("words", "Your comment", Kind.TEXT, limit=3000, hint="It is kept in the register for good."),),
    ),
    "issue_propose": ActForm(
        IssueAct.PROPOSE,
        "Propose a resolution",
        "Propose it",
        (
            Field(
                "words",
                "What the partners would agree",
                Kind.TEXT,
                limit=3000,
                hint="Every affected partner is asked; yours agrees by proposing. It replaces an earlier proposal.",
            ),
        ),
    ),
    "issue_agree": ActForm(IssueAct.ANSWER, "Agree to the proposal", "Agree", ()),
    "issue_disagree": ActForm(
        IssueAct.ANSWER,
        "Do not agree",
        "Say so",
        (Field("words", "What would have to change", Kind.TEXT, limit=2000),),
    ),
    "issue_extend": ActForm(
        IssueAct.EXTEND,
        "Ask for more time",
        "Ask for it",
        (
            Field("extend_to", "Discuss until the end of", Kind.DATE),
            Field("words", "Why", Kind.TEXT, limit=1000, hint="The others are asked; the date moves when all agree."),
        ),
    ),
    "issue_withdraw": ActForm(
        IssueAct.WITHDRAW, "Withdraw the issue", "Withdraw it", (Field("words", "Why", Kind.TEXT, limit=1000),)
    ),
    "issue_unresolved": ActForm(
        IssueAct.MARK_UNRESOLVED, "Mark as unresolved", "Mark it", (Field("words", "Why", Kind.TEXT, limit=1000),)
    ),
}

BEHALF_ACTS = {
    "issue_acknowledge": "It acknowledges the issue",
    "issue_propose": "It proposes a resolution",
    "issue_comment": "It comments, to the record",
    "issue_withdraw": "It withdraws the issue",
}


PROPOSED = {
    ProposalKind.RESOLUTION: "the proposed resolution",
    ProposalKind.EXTENSION: "the request for more time",
}


def act_form(name: str, *, row: int, terms: Terms, partners: tuple[str, ...], reference: str) -> Form:
    """Return the form of an act; it asks for which partner only where the person could act for several."""
    spec = ACT_FORMS[name]
    asked: tuple[Field, ...] = spec.fields
    if len(partners) > 1:
        asked = (partner_field(terms, partners), *asked)
    return Form(name, spec.title, spec.submit, asked, row=row, intro=reference)


def behalf_form(
    *, row: int, terms: Terms, told: tuple[str, ...], waiting: tuple[Offer, ...], reference: str, binds: bool
) -> Form:
    """Return the form in which the secretary records what a partner did by e-mail, by telephone or on paper.

    An answer to a proposal that waits for one is a choice of its own, with the proposal's id behind its name. Where the
    last day of the stage binds, it asks on which day it came.
    """
    answers = {
        f"{name}:{offer.id}": f"{words} {PROPOSED[offer.kind]}"
        for offer in waiting
        for name, words in (("issue_agree", "It agrees to"), ("issue_disagree", "It does not agree to"))
    }
    return Form(
        "issue_behalf",
        "Record for a partner",
        "Record it",
        (
            partner_field(terms, told),
            Field(
                "act",
                "What it did",
                Kind.CHOICE,
                choices=tuple(Choice(key, label) for key, label in {**BEHALF_ACTS, **answers}.items()),
            ),
            Field("words", "Its words, or its reasons", Kind.TEXT, required=False, limit=3000),
            *((came_field(),) if binds else ()),
            evidence_field(),
        ),
        row=row,
        intro=reference,
    )


def _chosen(mine: list[Agreement], key: object, row: int | None) -> Agreement:
    """Return the agreement the form is about: the one bound to the channel, the one chosen, or the first."""
    for agreement in mine:
        if agreement.id == row or (row is None and agreement.key == key):
            return agreement
    if row is not None or not mine:
        raise Refusal(
            "You hold no capacity in this agreement, so you can't raise an issue in it. Please ask its secretary."
        )
    return mine[0]
