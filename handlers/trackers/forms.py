"""The forms of a tracker: propose a change of a row, record what the managing forum says, take a change back."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from handlers.fields import partner_field
from handlers.forms import Choice, Field, Form, Kind, Values
from rules import trackers
from rules.errors import Refusal
from rules.terms import Terms, Tracker as TrackerRule
from rules.trackers import MOST_OF_A_FEATURE
from storage.trackers import Change, Criterion, Tracker


def pick_fields(tracker: Tracker, values: Mapping[str, Any]) -> tuple[tuple[Field, ...], Criterion | None]:
    """Return the questions which row is to change, and the row that was chosen; None before one is.

    Of a long tracker the feature is asked first. Raises Refusal where there is no row that could change.
    """
    free = [row for row in tracker.rows if row.waiting is None]
    if not free:
        raise Refusal(f"There is no row of {tracker.reference} that could change now: a change of each of them waits.")
    first: tuple[Field, ...] = ()
    if len(free) > MOST_OF_A_FEATURE:
        features = list(dict.fromkeys(row.feature for row in free))
        choices = tuple(Choice(key_of(feature), feature) for feature in features)
        first = (Field("feature", "Which feature", Kind.CHOICE, choices=choices, redraws=True),)
        free = [row for row in free if key_of(row.feature) == values.get("feature")]
        if not free:
            return first, None
    rows = tuple(Choice(str(row.id), f"{row.number} {row.title}") for row in free)
    asked = Field("criterion", "Which criterion", Kind.CHOICE, choices=rows, redraws=True)
    chosen = next((row for row in free if str(row.id) == values.get("criterion")), None)
    return (*first, asked), chosen


def change_fields(terms: Terms, rule: TrackerRule, row: Criterion, partners: tuple[str, ...]) -> tuple[Field, ...]:
    """Return the questions of a change, filled with what stands in the row now.

    Their keys name the row, so that another one that is chosen begins with its own.
    """
    statuses = tuple(Choice(key_of(status), _coloured(rule, status)) for status in rule.statuses)
    now = key_of(row.status) if row.status in rule.statuses else None
    return (
        *((partner_field(terms, partners),) if len(partners) > 1 else ()),
        Field(f"status_{row.id}", "Status", Kind.CHOICE, choices=statuses, initial=now),
        Field("reason", "Why", Kind.TEXT, limit=1000),
        Field(f"gap_{row.id}", "Gap", Kind.TEXT, required=False, limit=trackers.LONGEST["gap"], initial=row.gap),
        Field(f"owner_{row.id}", "Owner", required=False, initial=row.owner, hint="A partner, a person or a post."),
        Field(f"target_{row.id}", "Target, in words", required=False, initial=row.target),
        Field(f"target_on_{row.id}", "Target, as a day", Kind.DATE, required=False, initial=row.target_on),
    )


def wanted_of(rule: TrackerRule, row: Criterion, values: Values) -> trackers.Values:
    """Return what is to stand in the row by the answers of the form."""
    key = values.line(f"status_{row.id}")
    return trackers.Values(
        feature=row.feature,
        title=row.title,
        gap=values.line(f"gap_{row.id}"),
        status=next(status for status in rule.statuses if key_of(status) == key),
        owner=values.line(f"owner_{row.id}"),
        target=values.line(f"target_{row.id}"),
        target_on=values.day(f"target_on_{row.id}"),
    )


def key_of(words: str | None) -> str:
    """Return a choice's key for words of any length, the same for the same words wherever they stand in a list."""
    return hashlib.sha256((words or "").encode()).hexdigest()[:16]


def _coloured(rule: TrackerRule, status: str) -> str:
    colour = trackers.colour_of(rule, status)
    return f"{status} ({colour})" if colour else status


DECIDES: Mapping[str, tuple[str, str, str]] = {
    "tracker_confirm": ("What is confirmed", "Record it", "Where that can be seen, such as the minute"),
    "tracker_refuse": ("What is refused", "Record it", "Why, in its own words, and where that can be seen"),
}


def decide_form(name: str, tracker: Tracker, waiting: list[Change], forum: str | None) -> Form:
    """Return the form in which the secretary records that the managing forum has confirmed or refused changes."""
    title, submit, evidence = DECIDES[name]
    choices = tuple(Choice(str(change.id), label_of(change)) for change in waiting)
    fields = (
        Field(
            "changes",
            "Which changes",
            Kind.CHOICES,
            choices=choices,
            initial=(choices[0].key,) if len(choices) == 1 else None,
        ),
        Field("met_on", f"The meeting of the {forum or 'partners'}, or the day it said so", Kind.DATE),
        Field("evidence", evidence, Kind.TEXT, limit=1000),
    )
    who = forum or "partners"
    answers = "confirmed" if name == "tracker_confirm" else "refused"
    return Form(name, title, submit, fields, row=tracker.id, intro=f"{tracker.reference}: what the {who} has {answers}")


def label_of(change: Change) -> str:
    """Return a change in a few words, as a list to choose from has it."""
    row, status = change.criterion, change.wanted.get("status")
    if status is not None and row.status is not None:
        return f"{row.number}: {row.status} → {status}"
    if status is not None:
        return f"{row.number}, a new row: {status}"
    words = {"title": "criterion", "target_on": "target day"}
    return f"{row.number}: {', '.join(words.get(part, part) for part in change.wanted)}"


def withdraw_form(change: Change) -> Form:
    """Return the form that takes a change back."""
    words = Field("words", "Why it is taken back", Kind.TEXT, limit=1000)
    heading = f"{change.criterion.reference}: {change.criterion.title}"
    return Form("change_withdraw", "Take a change back", "Take it back", (words,), row=change.id, intro=heading)
