"""The forms of a decision: proposing it, voting on it, and changing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import Actor, name_of
from handlers.decisions import at_meeting
from handlers.fields import came_field, evidence_field, partner_choices
from handlers.forms import MOST_FILES, Choice, Field, Form, Kind
from handlers.requests import Request
from rules.electorates import Electorate, Voter
from rules.elements import elements_of
from rules.errors import Refusal
from rules.readings import asked_of
from rules.terms import DecisionRule, Terms
from rules.voting import Vote
from storage import agreements
from storage.agreements import Agreement
from storage.decisions import Decision

USUAL_TIME = timedelta(days=14)

VOTES: Mapping[str, Vote] = {
    "decision_agree": Vote.FOR,
    "decision_object": Vote.AGAINST,
    "decision_abstain": Vote.ABSTAIN,
}


def chosen_agreement(
    session: Session, request: Request, values: Mapping[str, Any]
) -> tuple[Agreement, tuple[Field, ...]]:
    """Return the agreement a form is about, and the question which it is where there is more than one answer.

    It is the one bound to the channel, the one chosen, or the first. Raises Refusal for a stranger to all of them.
    """
    mine = actors.agreements_of(session, request)
    named = [agreement for agreement in mine if agreement.id == request.row]
    if request.row is not None or not mine:
        if named:
            return named[0], ()
        raise Refusal("You hold no capacity in this agreement, so you can't do this in it. Please ask its secretary.")
    chosen = next((agreement for agreement in mine if agreement.key == values.get("agreement")), mine[0])
    if len(mine) == 1:
        return chosen, ()
    choices = tuple(Choice(a.key, agreements.current_terms(session, a.id).short_title) for a in mine)
    return chosen, (
        Field("agreement", "Which agreement", Kind.CHOICE, choices=choices, initial=chosen.key, redraws=True),
    )


def propose_form(session: Session, request: Request) -> Form:
    """Return the form that proposes a decision; it asks what the chosen rule makes the electorate depend on."""
    agreement, first = chosen_agreement(session, request, request.filled)
    actor = actors.actor_in(session, agreement, request)
    proposing = proposing_partners(session, actor)
    terms = actor.terms
    if not terms.decision_rules:
        raise Refusal(f"The {terms.short_title} agreement has no rule by which anything is decided.")
    chosen = request.filled.get("rule")
    key = chosen if chosen in terms.decision_rules else next(iter(terms.decision_rules))
    rule = terms.decision_rules[key]
    fields = [*first]
    if len(proposing) > 1:
        choices = tuple(Choice(partner, name_of(terms, partner)) for partner in proposing)
        fields.append(Field("proposed_for", "Which partner proposes it", Kind.CHOICE, choices=choices))
    fields += [
        Field(
            "rule",
            "How it is decided",
            Kind.CHOICE,
            choices=tuple(Choice(name, _named(found)) for name, found in terms.decision_rules.items()),
            initial=key,
            hint=rule.note[:150] if rule.note else None,
            redraws=True,
        ),
        *at_meeting.field_for(session, actor, rule),
        *about_fields(terms, key),
        conflicted_field(terms),
        Field("title", "In a few words", initial=request.text.partition("\n")[0] or None),
        Field("wording", "What is to be decided, word for word", Kind.TEXT, limit=3000),
        Field("reasons", "The reasons for it", Kind.TEXT, limit=3000),
        *papers_fields(),
    ]
    if terms.levels:
        choices = tuple(Choice(level.key, level.name) for level in terms.levels)
        fields.append(Field("level", "At which level", Kind.CHOICE, choices=choices))
    closes_on = actor.today + USUAL_TIME
    fields += [
        Field("opens_on", "The vote opens on", Kind.DATE, required=False, hint="Empty: as soon as you say so."),
        Field("closes_on", "Votes are in by the end of", Kind.DATE, initial=closes_on),
        Field("review_on", "To be looked at again on", Kind.DATE, required=False),
    ]
    row = agreement.id if request.row else None
    return Form("propose_decision", "Propose a decision", "Look at it", tuple(fields), row=row)


def papers_fields() -> tuple[Field, ...]:
    """Return the questions for the papers of a decision: links, and files."""
    return (
        Field("papers", "Papers", Kind.TEXT, required=False, limit=1000, hint="Links, one a line."),
        Field(
            "files",
            "Papers as files",
            Kind.FILES,
            required=False,
            hint=f"At most {MOST_FILES}, of 20 MB each. Everybody in the channel gets a copy when the vote opens.",
        ),
    )


def proposing_partners(session: Session, actor: Actor) -> tuple[str, ...]:
    """Return the partners this person proposes decisions for; none for the secretary, who does so for a forum.

    Raises Refusal for somebody who acts for nobody.
    """
    return actors.partners_led(session, actor, "A decision is proposed")


def _named(rule: DecisionRule) -> str:
    return f"{rule.name} ({rule.clause})" if rule.clause else rule.name


def about_fields(terms: Terms, key: str, *, of_issue: bool = False) -> tuple[Field, ...]:
    """Return the questions that the electorate under a rule depends on, under any answer to what is left open of it.

    `of_issue`: it is about an issue, which says whom it affects.
    """
    rule, asked, fields = terms.decision_rules[key], asked_of(terms, key), list[Field]()
    partners = partner_choices(terms.partners)
    elements = tuple(Choice(element.key, element.name) for element in elements_of(terms, key))
    if rule.topics and not of_issue:
        choices = tuple(Choice(topic.key, topic.name) for topic in terms.topics if topic.key in rule.topics)
        fields.append(Field("topic", "On which topic", Kind.CHOICE, choices=choices))
    elif "eligible" in asked and elements:
        fields.append(Field("element", "Under which element of the agreement", Kind.CHOICE, choices=elements))
    if "affected" in asked and not of_issue:
        fields.append(Field("affected", "Which partners it affects", Kind.CHOICES, choices=partners))
    if "concerned" in asked:
        fields.append(Field("concerned", "Whom it is about", Kind.CHOICES, choices=partners))
    return tuple(fields)


def conflicted_field(terms: Terms) -> Field:
    """Return the question who has a conflict of interest in a decision."""
    return Field(
        "conflicted",
        "Which partners have a conflict of interest in it",
        Kind.CHOICES,
        required=False,
        choices=partner_choices(terms.partners),
        hint="They have no vote. The arithmetic is shown with them and without.",
    )


def vote_form(name: str, decision: Decision, voters: tuple[Voter, ...], *, consensus: bool) -> Form:
    """Return the form of a vote: for whom, where somebody votes for several, and a comment; an objection needs one."""
    vote = VOTES[name]
    title, submit = {
        Vote.FOR: ("Agree", "Agree"),
        Vote.AGAINST: ("Object", "Object"),
        Vote.ABSTAIN: ("Stand aside", "Stand aside") if consensus else ("Abstain", "Abstain"),
    }[vote]
    needed = consensus and vote is Vote.AGAINST
    fields: list[Field] = []
    if len(voters) > 1:
        fields.append(_voter_field(voters))
    fields.append(
        Field(
            "comment",
            "Your reasons" if needed else "A comment, if you like",
            Kind.TEXT,
            required=needed,
            limit=1000,
            hint="Everybody can read it. You can change your vote until the last day is over.",
        )
    )
    return Form(name, title, submit, tuple(fields), row=decision.id, intro=f"{decision.reference}: {decision.title}")


def _voter_field(voters: tuple[Voter, ...]) -> Field:
    return Field("voter", "For whom", Kind.CHOICE, choices=tuple(Choice(v.key, v.name) for v in voters))


def behalf_form(decision: Decision, voters: Electorate, *, consensus: bool) -> Form:
    """Return the form in which the secretary records a vote that was cast by telephone, by e-mail or in a meeting."""
    votes = (
        Choice(Vote.FOR, "It agrees"),
        Choice(Vote.AGAINST, "It objects"),
        Choice(Vote.ABSTAIN, "It stands aside" if consensus else "It abstains"),
    )
    return Form(
        "decision_behalf",
        "Record a vote",
        "Record it",
        (
            _voter_field(voters.voters),
            Field("vote", "What it says", Kind.CHOICE, choices=votes),
            Field("comment", "Its reasons or comment", Kind.TEXT, required=False, limit=1000),
            came_field(),
            evidence_field(),
        ),
        row=decision.id,
        intro=f"{decision.reference}: {decision.title}",
    )


def casting_form(decision: Decision, whose: str, chaired: str | None, *, awaited: bool) -> Form:
    """Return the form in which the secretary records how the chair uses the casting vote if the votes are equal.

    `chaired` says who chairs, None where nobody is recorded. One that is `awaited` in a tie is in time on any day.
    """
    hint = f"It counts only in a tie. {chaired}" if chaired else "It counts only in a tie."
    votes = (Choice(Vote.FOR, "For it"), Choice(Vote.AGAINST, "Against it"))
    return Form(
        "decision_casting",
        "Record the casting vote",
        "Record it",
        (
            Field("vote", f"The casting vote ({whose})", Kind.CHOICE, choices=votes, hint=hint),
            *(() if awaited else (came_field(),)),
            replace(evidence_field(), label="How it is known", hint="Such as: the minutes of 4 July 2022."),
        ),
        row=decision.id,
        intro=f"{decision.reference}: {decision.title}",
    )


def reword_form(decision: Decision, *, voted: int) -> Form:
    """Return the form that changes the wording; once votes are cast it says that they will be void."""
    void = f" {voted} cast on the wording as it stands will be void, and all are asked anew." if voted else ""
    return Form(
        "decision_reword",
        "Change the wording",
        "Change it",
        (
            Field(
                "wording",
                "What is to be decided, word for word",
                Kind.TEXT,
                limit=3000,
                initial=decision.wording,
                hint=f"The votes:{void}" if void else None,
            ),
            Field("reasons", "The reasons for it", Kind.TEXT, limit=3000, initial=decision.reasons),
            Field("words", "Why the wording changes", Kind.TEXT, limit=1000),
        ),
        row=decision.id,
        intro=f"{decision.reference}: {decision.title}",
    )


def extend_form(decision: Decision) -> Form:
    """Return the form that gives more time for voting."""
    return Form(
        "decision_extend",
        "Give more time",
        "Give it",
        (
            Field("closes_on", "Votes are in by the end of", Kind.DATE),
            Field("words", "Why", Kind.TEXT, limit=1000),
        ),
        row=decision.id,
        intro=f"{decision.reference}: {decision.title}",
    )


def meeting_form(decision: Decision, which: Field) -> Form:
    """Return the form that says at which meeting a decision is taken."""
    return Form(
        "decision_meeting",
        "At which meeting",
        "Record it",
        (which, Field("words", "Why, or who decided so", Kind.TEXT, required=False, limit=1000)),
        row=decision.id,
        intro=f"{decision.reference}: {decision.title}",
    )


def withdraw_form(decision: Decision) -> Form:
    """Return the form that withdraws a decision."""
    return Form(
        "decision_withdraw",
        "Withdraw the decision",
        "Withdraw it",
        (Field("words", "Why", Kind.TEXT, limit=1000),),
        row=decision.id,
        intro=f"{decision.reference}: {decision.title}",
    )
