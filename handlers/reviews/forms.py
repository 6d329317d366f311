"""The forms of a review, as data."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.actors import Actor, name_of
from handlers.fields import partner_field
from handlers.forms import Choice, Field, Form, Kind
from handlers.reviews.facts import rule_of
from rules import review_life
from rules.days import in_words
from rules.review_life import ReviewOutcome
from rules.term import InForce
from rules.terms import Review as ReviewRule, Terms
from storage.reviews import Review, ReviewAnswer

MOST = 2000
OUTCOMES = {
    ReviewOutcome.CONTINUE: "Go on as it is",
    ReviewOutcome.VARY: "Vary it",
    ReviewOutcome.EXTEND: "Extend it",
    ReviewOutcome.END: "End it",
}


def limbs(rule: ReviewRule, initial: Iterable[str] | None, *, required: bool) -> tuple[Field, ...]:
    """Return a field for each thing that a review looks at, in the order of the pack."""
    words = list(initial) if initial is not None else [""] * len(rule.looks_at)
    return tuple(
        Field(f"limb_{number}", of, Kind.TEXT, required=required, limit=MOST, initial=words[number] or None)
        for number, of in enumerate(rule.looks_at)
    )


def answer_form(answer: ReviewAnswer, terms: Terms) -> Form:
    """Return the form in which a partner reports for a review, with what it has reported so far."""
    review = answer.of
    rule = rule_of(terms, review.review)
    return Form(
        "review_answer",
        "Report for the review",
        "Report it",
        (
            *limbs(rule, answer.words, required=False),
            Field("changes", "What should change", Kind.TEXT, required=False, limit=MOST, initial=answer.changes),
        ),
        row=answer.id,
        intro=f"{review.reference}: {review.title}, for {name_of(terms, answer.partner)}\n\n"
        "Every partner can read what you write here.",
    )


def behalf_form(review: Review, terms: Terms) -> Form:
    """Return the form in which the secretary records what a partner reports in another way."""
    rule = rule_of(terms, review.review)
    return Form(
        "review_behalf",
        "Record a report",
        "Record it",
        (
            partner_field(terms, tuple(answer.partner for answer in review.answers)),
            *limbs(rule, None, required=False),
            Field("changes", "What should change", Kind.TEXT, required=False, limit=MOST),
            Field("evidence", "How it arrived", limit=300, hint="Such as: letter of the chief executive, 12 December."),
        ),
        row=review.id,
        intro=f"{review.reference}: {review.title}\n\nWith no word above, the partner has nothing to add.",
    )


def close_form(review: Review, actor: Actor, force: InForce) -> Form:
    """Return the form that records what came of a review: each thing it looks at, the outcome, and the next step."""
    terms = actor.terms
    rule = rule_of(terms, review.review)
    choices = tuple(Choice(one.value, OUTCOMES[one]) for one in review_life.outcomes(ends_on=force.ends_on))
    partners = tuple(Choice(answer.partner, name_of(terms, answer.partner)) for answer in review.answers)
    return Form(
        "review_close",
        "What came of it",
        "Close the review",
        (
            Field("held_on", "Held on", Kind.DATE, initial=actor.today),
            *limbs(rule, None, required=True),
            Field("outcome", "Outcome", Kind.CHOICE, choices=choices),
            Field(
                "partner",
                "Who takes the next step",
                Kind.CHOICE,
                required=False,
                choices=partners,
                hint="Unless it goes on as it is: an action is opened for this partner.",
            ),
            Field("due_on", "The next step by the end of", Kind.DATE, required=False),
        ),
        row=review.id,
        intro=f"{review.reference}: {review.title}",
    )


def move_form(review: Review) -> Form:
    """Return the form that holds a review on another day."""
    return Form(
        "review_move",
        "Hold it another day",
        "Move it",
        (
            Field("meets_on", "Held on", Kind.DATE, initial=review.meets_on),
            Field("words", "Why", Kind.TEXT, limit=500),
        ),
        row=review.id,
        intro=f"{review.reference}: {review.title}\n\n"
        f"The day that the agreement gives stays on record: {in_words(review.nominal_on)}.",
    )


def begin_form(actor: Actor) -> Form:
    """Return the form that begins a review at another time than the agreement gives."""
    choices = tuple(Choice(rule.key, _called(rule)) for rule in actor.terms.reviews)
    return Form(
        "review_begin",
        "Begin a review",
        "Ask every partner",
        (
            Field("review", "Which review", Kind.CHOICE, choices=choices),
            Field("meets_on", "Held on", Kind.DATE),
            Field("words", "Why now", Kind.TEXT, limit=500),
        ),
        row=actor.agreement.id,
    )


def event_form(actor: Actor) -> Form:
    """Return the form that declares an event which brings a review about."""
    choices = tuple(
        Choice(f"{rule.key}:{number}", f"{trigger} ({rule.name})")
        for rule in actor.terms.reviews
        for number, trigger in enumerate(rule.triggers)
    )
    return Form(
        "review_event",
        "Declare an event",
        "Declare it",
        (
            Field("event", "What has happened", Kind.CHOICE, choices=choices),
            Field("happened_on", "On which day", Kind.DATE, initial=actor.today),
            Field("words", "What it is, and where it can be seen", Kind.TEXT, limit=500),
        ),
        row=actor.agreement.id,
        intro="The review it brings about begins at once: every partner is asked.",
    )


def _called(rule: ReviewRule) -> str:
    clause = f" ({rule.clause})" if rule.clause else ""
    return f"{rule.name}{clause}"
