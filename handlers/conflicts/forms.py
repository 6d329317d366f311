"""The forms of a conflict of interest: declaring it, answering a request for consent, handling and ending it."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import Actor, name_of
from handlers.conflicts.facts import places
from handlers.decisions import facts as decision_facts
from handlers.decisions.access import may_see as may_see_decision
from handlers.decisions.forms import chosen_agreement
from handlers.fields import evidence_field, role_choices
from handlers.forms import Choice, Field, Form, Kind
from handlers.issues import facts as issue_facts
from handlers.issues.access import may_see
from handlers.requests import Request
from rules.conflicts import Category, Handling
from rules.decisions import DecisionState
from rules.errors import Refusal
from rules.issues import LIVING
from rules.terms import Terms
from storage import decisions, issues
from storage.conflicts import Conflict, Touched
from storage.decisions import Decision
from storage.issues import Issue

CATEGORIES: Mapping[Category, str] = {
    Category.FINANCIAL: "Financial",
    Category.PROFESSIONAL: "Not financial, professional",
    Category.PERSONAL: "Not financial, personal",
    Category.INDIRECT: "Indirect: of a relative, friend or associate",
}

HANDLINGS: Mapping[Handling, str] = {
    Handling.NO_ACTION: "Nothing needs to be done",
    Handling.NOTED: "It is noted",
    Handling.WITHOUT_VOTING: "It takes part without voting",
    Handling.WITHDRAWS: "It withdraws from the matter",
    Handling.MOVED: "Responsibility for the matter is moved to another",
    Handling.REMOVED: "It is removed from the matter",
}


def declare_form(session: Session, request: Request) -> Form:
    """Return the form that declares a conflict of interest; where it was asked from a matter, that one is chosen."""
    agreement, first = chosen_agreement(session, request, request.filled)
    actor = actors.actor_in(session, agreement, request)
    whose = declaring_partners(session, actor)
    terms = actor.terms
    fields = [*first]
    if len(whose) > 1:
        choices = tuple(Choice(partner, name_of(terms, partner)) for partner in whose)
        fields.append(Field("partner", "Which partner has it", Kind.CHOICE, choices=choices, redraws=True))
    partner = whose[0] if len(whose) == 1 else str(request.filled.get("partner") or "")
    if roles := role_choices(terms, partner):
        fields.append(Field("declared_as", "In which of its roles", Kind.CHOICE, choices=roles))
    natures = (Choice("real", "Real"), Choice("apparent", "Apparent: it could look like one"))
    times = (Choice("arises", "It has arisen"), Choice("may-arise", "It may arise"))
    matters = matter_choices(session, actor)
    fields += [
        Field("title", "In a few words", initial=request.text.partition("\n")[0] or None),
        Field("person", "Of which person", required=False, hint="Somebody employed or retained. Empty: its own."),
        Field("category", "What kind", Kind.CHOICE, choices=tuple(Choice(k, words) for k, words in CATEGORIES.items())),
        Field("nature", "Is it real or apparent", Kind.CHOICE, choices=natures),
        Field("time", "Has it arisen", Kind.CHOICE, choices=times),
        Field("particulars", "Full particulars", Kind.TEXT, limit=3000),
    ]
    if matters:
        fields.append(Field("matters", "Which matters it touches", Kind.CHOICES, required=False, choices=matters))
    reach = tuple(Choice(key, name) for key, name in places(terms).items())
    if reach:
        hint = "What is open there now, and what comes there while it lasts."
        asked = "Which forums and programmes"
        fields.append(Field("reach", asked, Kind.CHOICES, required=False, choices=reach, hint=hint))
    fields += [
        Field("aware_on", "When you became aware of it", Kind.DATE, initial=actor.today),
        Field("aware_time", "At what time", required=False, limit=11, hint="Such as 14:30. Empty: just now, or noon."),
        Field("starts_on", "Since when it is so", Kind.DATE, required=False),
        Field("proposed", "How you would handle it", Kind.TEXT, required=False, limit=1000),
        Field(
            "withheld",
            "Why the particulars should not be published",
            Kind.TEXT,
            required=False,
            limit=1000,
            hint="Empty: they can be. The other partners are sent them in any case.",
        ),
    ]
    if actor.is_secretary and not actor.partners(*actors.ACTING):
        fields.append(evidence_field())
    row = agreement.id if request.row else None
    return Form("declare_conflict", "Declare a conflict", "Declare it", tuple(fields), row=row)


def declaring_partners(session: Session, actor: Actor) -> tuple[str, ...]:
    """Return the partners this person declares for: their own in any capacity; any, for the secretary.

    Raises Refusal for somebody who acts for nobody.
    """
    mine = actor.partners()
    if mine:
        return mine
    if actor.is_secretary:
        return tuple(partner.key for partner in actor.terms.partners)
    hint = actors.secretary_hint(session, actor.agreement, actor.today)
    raise Refusal(f"A conflict is declared by a partner's people or by the secretary, and you are neither. {hint}")


def matter_choices(session: Session, actor: Actor) -> tuple[Choice, ...]:
    """Return the open matters this person can see, as `issue:7` and `decision:2`."""
    return tuple(
        Choice(f"{kind}:{matter.id}", f"{matter.reference}: {matter.title}")
        for kind, matter in open_matters(session, actor)
    )


def open_matters(session: Session, actor: Actor) -> list[tuple[str, Issue | Decision]]:
    """Return the open matters this person can see, each with its kind: issues, then what is put to the vote."""
    living = issues.of_agreement(session, actor.agreement.id, states=LIVING)
    voted = decisions.of_agreement(session, actor.agreement.id, states=(DecisionState.OPEN,))
    return [
        *((issue_facts.MATTER, issue) for issue in living if may_see(issue, actor.holdings)),
        *(
            (decision_facts.MATTER, one)
            for one in voted
            if not decision_facts.votes_are_in(one, actor.today) and may_see_decision(one, actor)
        ),
    ]


def answer_form(name: str, touched: Touched, partners: tuple[str, ...], terms: Terms) -> Form:
    """Return the form that gives consent or refuses it; refusing needs a reason."""
    refuses = name == "conflict_refuse"
    fields = []
    if len(partners) > 1:
        choices = tuple(Choice(partner, name_of(terms, partner)) for partner in partners)
        fields.append(Field("partner", "For which partner", Kind.CHOICE, choices=choices))
    label = "Your reasons" if refuses else "A comment, if you like"
    fields.append(Field("words", label, Kind.TEXT, required=refuses, limit=1000))
    title = "Refuse consent" if refuses else "Consent"
    return Form(name, title, title, tuple(fields), row=touched.id, intro=_heading(touched))


def behalf_form(touched: Touched, waiting: tuple[str, ...], terms: Terms) -> Form:
    """Return the form in which the secretary records what a partner says by another way."""
    says = (Choice("consents", "It consents"), Choice("refuses", "It refuses"))
    choices = tuple(Choice(partner, name_of(terms, partner)) for partner in waiting)
    return Form(
        "conflict_behalf",
        "Record an answer",
        "Record it",
        (
            Field("partner", "Which partner", Kind.CHOICE, choices=choices),
            Field("says", "What it says", Kind.CHOICE, choices=says),
            Field("words", "Its reasons or comment", Kind.TEXT, required=False, limit=1000),
            evidence_field(),
        ),
        row=touched.id,
        intro=_heading(touched),
    )


def handle_form(touched: Touched) -> Form:
    """Return the form that records what is done about a conflict in one matter."""
    return Form(
        "conflict_handle",
        "How it is handled",
        "Record it",
        (
            Field("handling", "What is done", Kind.CHOICE, choices=tuple(Choice(k, w) for k, w in HANDLINGS.items())),
            Field("words", "Who decided so, and why", Kind.TEXT, limit=1000),
        ),
        row=touched.id,
        intro=_heading(touched),
    )


def end_form(conflict: Conflict, today: object) -> Form:
    """Return the form that says that a conflict is over."""
    return Form(
        "conflict_end",
        "It is over",
        "Record it",
        (
            Field("ended_on", "Since when", Kind.DATE, initial=today),
            Field("words", "How it ended", Kind.TEXT, limit=1000),
        ),
        row=conflict.id,
        intro=f"{conflict.reference}: {conflict.title}",
    )


def _heading(touched: Touched) -> str:
    return f"{touched.conflict.reference}: {touched.conflict.title} ({touched.reference})"
