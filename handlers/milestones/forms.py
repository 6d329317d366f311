"""The forms of milestones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, cast

from handlers.actors import Actor
from handlers.fields import partner_choices
from handlers.forms import Choice, Field, Form, FormRefused, Kind, Values
from handlers.milestones.facts import standing_of, when_words
from rules import milestones
from rules.days import in_words
from rules.milestones import Progress
from rules.periods import Precision, period
from rules.terms import Terms
from storage.milestones import Milestone

LONGEST = timedelta(days=3660)
EVERYBODY = "*"
PRECISIONS: Mapping[str, str] = {
    "day": "The day itself",
    "month": "The end of the month it lies in",
    "quarter": "The end of its quarter (January to March, and so on)",
    "financial-quarter": "The end of its quarter of the financial year (from 1 April)",
    "financial-year": "The end of its financial year (31 March)",
}
SAYINGS: Mapping[Progress, str] = {
    Progress.ON_TRACK: "On track",
    Progress.AT_RISK: "At risk",
    Progress.MET: "It is met",
    Progress.NOT_MET: "It is not going to be met",
}


def add_form(actor: Actor) -> Form:
    """Return the form of a new milestone."""
    fields = (
        Field("title", "What is to be reached"),
        Field("owner", "Whose it is", Kind.CHOICE, choices=owners(actor.terms)),
        *_date_fields(required=False),
        Field("condition", "Or on which condition", required=False, hint="Where there is no date, or beside it."),
        Field(
            "particulars",
            "More about it",
            Kind.TEXT,
            required=False,
            limit=2000,
            hint="Such as how it is measured, and who agreed on it.",
        ),
    )
    return Form("milestone_add", "A milestone", "Add it", fields, row=actor.agreement.id)


def report_form(milestone: Milestone, actor: Actor, values: Mapping[str, Any]) -> Form:
    """Return the form that says how a milestone stands; once its last day is over, what became of it."""
    can = milestones.sayable(standing_of(milestone), actor.today)
    over = len(can) < len(SAYINGS)
    said = values.get("said")
    fields = [
        Field(
            "said",
            "What became of it" if over else "How it stands",
            Kind.CHOICE,
            choices=tuple(Choice(one.value, SAYINGS[one]) for one in can),
            initial=said if said in {one.value for one in can} else None,
            hint="Its last day is over. If it is still to come, change its date instead." if over else None,
            redraws=True,
        )
    ]
    if said == Progress.MET.value:
        fields.append(Field("met_on", "It was met on", Kind.DATE, required=False, initial=actor.today))
    bad = said in (Progress.AT_RISK.value, Progress.NOT_MET.value)
    fields += [
        Field("words", "What stands in its way" if bad else "In your words", Kind.TEXT, required=bad, limit=1000),
        Field("evidence", "Where it can be seen", required=False, limit=300, hint="A link, or a document's name."),
    ]
    return Form("milestone_report", "How it stands", "Report it", tuple(fields), row=milestone.id, intro=_of(milestone))


def move_form(milestone: Milestone) -> Form:
    """Return the form that changes a milestone's date; the old one stays on record."""
    fields = (
        *_date_fields(required=True, precision=milestone.precision),
        Field("words", "Why, and who agreed to it", Kind.TEXT, limit=1000),
    )
    return Form("milestone_move", "Change its date", "Change it", fields, row=milestone.id, intro=_of(milestone))


def condition_form(milestone: Milestone, actor: Actor) -> Form:
    """Return the form that says that a milestone's condition has come true, and by when it is due then."""
    fields = (
        Field("came_true_on", "It came true on", Kind.DATE, initial=actor.today),
        *_date_fields(required=milestone.due_on is None, label="It is now due by"),
        Field("words", "In your words", Kind.TEXT, required=False, limit=1000),
    )
    intro = (
        f"{_of(milestone)}\n\nThe condition: {milestone.condition}. If nothing more is to be done then, please report "
        "that it is met instead."
    )
    return Form("milestone_condition", "Its condition", "It has come true", fields, row=milestone.id, intro=intro)


def owner_form(milestone: Milestone, terms: Terms) -> Form:
    """Return the form that gives a milestone to another owner."""
    others = tuple(choice for choice in owners(terms) if choice.key != (milestone.owner or EVERYBODY))
    fields = (
        Field("owner", "Whose it is now", Kind.CHOICE, choices=others),
        Field("words", "Who agreed to it", Kind.TEXT, limit=1000),
    )
    return Form("milestone_owner", "Change its owner", "Change it", fields, row=milestone.id, intro=_of(milestone))


def drop_form(milestone: Milestone) -> Form:
    """Return the form that drops a milestone."""
    words = Field("words", "Why it is not wanted any more, and who agreed to it", Kind.TEXT, limit=1000)
    return Form("milestone_drop", "Drop the milestone", "Drop it", (words,), row=milestone.id, intro=_of(milestone))


def owners(terms: Terms) -> tuple[Choice, ...]:
    """Return whose a milestone can be: all partners', a partner's, a forum's."""
    partners = partner_choices(terms.partners)
    return (
        Choice(EVERYBODY, "All partners together"),
        *partners,
        *(Choice(forum.key, forum.name) for forum in terms.forums),
    )


def dated(values: Values, today: date) -> tuple[date | None, str, date | None]:
    """Return the day that was chosen, how exactly it is meant, and the last day of what it means; None without one.

    Raises FormRefused for what is over already, or lies too far ahead.
    """
    day, precision = values.day("on"), values.line("precision") or "day"
    if day is None:
        return None, "day", None
    far = today + LONGEST
    if not today - LONGEST <= day <= far:
        raise FormRefused({"on": f"Please choose a day from {in_words(today)} on, within ten years."})
    last = period(day, cast("Precision", precision)).last_on
    if last < today:
        raise FormRefused(
            {"on": f"That ends on {in_words(last)}, which is over already. Please choose a date to come."}
        )
    return day, precision, last


def _date_fields(*, required: bool, label: str = "By", precision: str = "day") -> tuple[Field, ...]:
    choices = tuple(Choice(key, words) for key, words in PRECISIONS.items())
    return (
        Field("on", label, Kind.DATE, required=required),
        Field(
            "precision",
            "How exactly that is meant",
            Kind.CHOICE,
            choices=choices,
            initial=precision if precision in PRECISIONS else "day",
        ),
    )


def _of(milestone: Milestone) -> str:
    when = when_words(milestone.day, milestone.precision)
    return f"{milestone.reference}: {milestone.title}{f', {when}' if when else ''}"
