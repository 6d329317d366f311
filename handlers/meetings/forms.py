"""The forms of meetings: a series, one beside it, a meeting moved, called and recorded, its agenda."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from handlers.actors import Actor
from handlers.forms import Choice, Field, Form, FormRefused, Kind, Values
from rules import local_times
from rules.days import in_words
from rules.errors import Refusal
from rules.forums import Member
from rules.meeting_life import Came, MeetingAct
from rules.meetings import Plan, normally_public
from rules.phrases import length
from rules.terms import Forum, Terms
from storage.meetings import AgendaItem, Meeting, MeetingPlan

LONGEST_AGO, LONGEST_AHEAD = timedelta(days=3660), timedelta(days=731)
EVERY: Mapping[str, str] = {
    "1 week": "Every week",
    "2 weeks": "Every two weeks",
    "1 month": "Every month",
    "2 months": "Every two months",
    "3 months": "Every three months",
    "4 months": "Three times a year",
    "6 months": "Twice a year",
    "1 year": "Once a year",
}
PUBLIC = {"public": True, "private": False}


def own_forums(terms: Terms) -> tuple[Forum, ...]:
    """Return the forums of an agreement that are bodies of its own."""
    return tuple(forum for forum in terms.forums if not forum.outside)


def chosen_forum(actor: Actor, values: Mapping[str, Any]) -> Forum:
    """Return the forum that a form is about: the one chosen, or the first. Raises Refusal where there is none."""
    found = own_forums(actor.terms)
    if not found:
        raise Refusal(f"The {actor.terms.short_title} agreement names no forum of its own that could meet.")
    return next((forum for forum in found if forum.key == values.get("forum")), found[0])


def series_form(actor: Actor, forum: Forum, set_: MeetingPlan | None) -> Form:
    """Return the form that sets a forum's series; how often is asked where the document leaves that open."""
    fields = [_forum_field(actor, forum, redraws=True)]
    said = forum.cadence
    if said is None or said.every is None:
        hint = (
            "The document leaves it open." if said is None else "Empty: spread evenly, as often as the document asks."
        )
        choices = tuple(Choice(key, label) for key, label in EVERY.items())
        initial = set_.every if set_ else None
        wanted = said is None or said.times_a_year is None
        fields.append(
            Field("every", "How often", Kind.CHOICE, required=wanted, choices=choices, initial=initial, hint=hint)
        )
    same = (Choice("date", "On the same date, such as the 14th"), Choice("weekday", "On the same weekday of the month"))
    fields += [
        Field("first_on", "The day of the first meeting", Kind.DATE, initial=set_.first_on if set_ else None),
        Field(
            "same",
            "And then",
            Kind.CHOICE,
            choices=same,
            initial="weekday" if set_ and set_.same_weekday else "date",
            hint="A meeting that would fall on a closed day is held on the next operational one.",
        ),
        *_where(set_.begins_at if set_ else None, set_.place if set_ else ""),
        Field("words", "Who decided so, and when", Kind.TEXT, required=False, limit=500),
    ]
    return Form("meeting_series", "A series of meetings", "Set it", tuple(fields), row=actor.agreement.id)


def one_off_form(actor: Actor, forum: Forum, set_: MeetingPlan | None) -> Form:
    """Return the form that plans one meeting beside the series."""
    public = (Choice("usual", "As its meetings are"), Choice("public", "In public"), Choice("private", "In private"))
    return Form(
        "meeting_one_off",
        "A meeting by itself",
        "Plan it",
        (
            _forum_field(actor, forum, redraws=True),
            Field("on", "On which day", Kind.DATE),
            *_where(set_.begins_at if set_ else None, set_.place if set_ else ""),
            Field("public", "In public", Kind.CHOICE, choices=public, initial="usual"),
            Field("words", "Why it meets", Kind.TEXT, required=False, limit=500),
        ),
        row=actor.agreement.id,
    )


def ahead_form(actor: Actor, choices: tuple[Choice, ...]) -> Form:
    """Return the form that takes up a meeting of a series before its time."""
    which = Field("which", "Which meeting", Kind.CHOICE, choices=choices)
    return Form("meeting_ahead", "A later meeting", "Show it", (which,), row=actor.agreement.id)


def _forum_field(actor: Actor, forum: Forum, *, redraws: bool) -> Field:
    choices = tuple(Choice(one.key, one.name) for one in own_forums(actor.terms))
    return Field("forum", "Which forum", Kind.CHOICE, choices=choices, initial=forum.key, redraws=redraws)


def _where(begins_at: time | None, place: str) -> tuple[Field, ...]:
    return hour_field(begins_at), Field("place", "Where, or a link", required=False, limit=300, initial=place or None)


def hour_field(begins_at: time | None) -> Field:
    """Return the question for the time of day of a meeting."""
    at = f"{begins_at:%H:%M}" if begins_at else None
    return Field("begins_at", "At what time", required=False, limit=20, initial=at, hint="Such as 14:00.")


def time_in(values: Values, day: date, terms: Terms, today: date) -> time | None:
    """Return the time of day of a form for a meeting on a day, None where it is left empty.

    Raises FormRefused for what is no time, and for one that never comes on that day: the clocks go forward.
    """
    typed = values.line("begins_at")
    if not typed:
        return None
    found = local_times.written(typed)
    if found is None or found[1]:
        raise FormRefused({"begins_at": f"{typed} is no time of day. Please write it as 14:00."})
    begins = local_times.local_time(day, found[0], ZoneInfo(terms.timezone), today=today)
    if begins.refused:
        raise FormRefused({"begins_at": begins.refused})
    return found[0]


def day_in(values: Values, key: str, *, first_on: date, last_on: date) -> date:
    """Return the day that a form names. Raises FormRefused for one that is not between these two."""
    day = values.day(key)
    if day is None or not first_on <= day <= last_on:
        raise FormRefused({key: f"Please choose a day from {in_words(first_on)} to {in_words(last_on)}."})
    return day


# --- One meeting --------------------------------------------------------------------------------------------------


def move_form(meeting: Meeting) -> Form:
    """Return the form that moves a meeting to another day, time or place."""
    return _about(
        meeting,
        "meeting_move",
        "Move the meeting",
        "Move it",
        Field("on", "To which day", Kind.DATE, initial=meeting.meets_on),
        *_where(meeting.begins_at, meeting.place),
        Field(
            "words", "Why", Kind.TEXT, limit=500, hint="Its members are told. Its day in the series stays on record."
        ),
    )


def cancel_form(meeting: Meeting) -> Form:
    """Return the form that calls a meeting off."""
    words = Field("words", "Why it is not held", Kind.TEXT, limit=500, hint="Its members are told.")
    return _about(meeting, "meeting_cancel", "Call the meeting off", "Call it off", words)


def public_form(meeting: Meeting, forum: Forum) -> Form:
    """Return the form that says whether a meeting is in public."""
    hint = _counted(forum)
    choices = (Choice("public", "In public"), Choice("private", "In private"))
    initial = _public_key(meeting, forum)
    return _about(
        meeting,
        "meeting_public",
        "Public or private",
        "Record it",
        Field("public", "How it meets", Kind.CHOICE, choices=choices, initial=initial, hint=hint),
        Field("words", "Why", Kind.TEXT, required=False, limit=500),
    )


def _counted(forum: Forum) -> str | None:
    cadence = forum.cadence
    if cadence is None or not cadence.in_public or cadence.times_a_year is None:
        return None
    clause = f" ({cadence.clause})" if cadence.clause else ""
    return f"At least {cadence.times_a_year} a year in public{clause}: one in private does not count."


def _public_key(meeting: Meeting, forum: Forum) -> str | None:
    known = normally_public(forum) if meeting.public is None else meeting.public
    return {True: "public", False: "private", None: None}[known]


def call_form(meeting: Meeting, forum: Forum, late: str | None) -> Form:
    """Return the form that calls a meeting; `late` says by when it was to be called, where that day has passed."""
    asked = Field(
        "papers",
        "Its papers, if they go out with it",
        Kind.TEXT,
        required=False,
        limit=2000,
        hint="A link or a name, one a line.",
    )
    return _about(
        meeting,
        "meeting_call",
        "Call the meeting",
        "Send the notice",
        *_where(meeting.begins_at, meeting.place),
        *(() if meeting.papers_at else (asked,)),
        Field("words", "A message to the members", Kind.TEXT, required=False, limit=1000),
        intro=late or f"Every member of the {forum.name} gets the notice, with the agenda, and each has a receipt.",
    )


def papers_form(meeting: Meeting) -> Form:
    """Return the form that sends a meeting's papers."""
    papers = Field("papers", "The papers", Kind.TEXT, limit=2000, hint="A link or a name, one a line.")
    words = Field("words", "A message to the members", Kind.TEXT, required=False, limit=1000)
    return _about(meeting, "meeting_papers", "Send the papers", "Send them", papers, words)


def item_form(meeting: Meeting, partners: tuple[Choice, ...]) -> Form:
    """Return the form that puts something on a meeting's agenda; for which partner, where somebody acts for several."""
    whose = (Field("partner", "For which partner", Kind.CHOICE, choices=partners),) if len(partners) > 1 else ()
    return _about(
        meeting,
        "meeting_item",
        "Put it on the agenda",
        "Put it there",
        *whose,
        Field("title", "In a few words"),
        Field("words", "What is asked of the meeting", Kind.TEXT, required=False, limit=1000),
    )


def item_drop_form(meeting: Meeting, items: Iterable[AgendaItem]) -> Form:
    """Return the form that takes an item off a meeting's agenda."""
    choices = tuple(Choice(str(item.id), item.title) for item in items)
    item = Field("item", "Which item", Kind.CHOICE, choices=choices)
    words = Field("words", "Why", Kind.TEXT, limit=500)
    return _about(meeting, "meeting_item_drop", "Take an item off", "Take it off", item, words)


def record_form(
    name: str,
    meeting: Meeting,
    forum: Forum,
    members: tuple[Member, ...],
    *,
    deputies: str,
    more: tuple[Field, ...],
    hour: tuple[Field, ...],
) -> Form:
    """Return the form that records a meeting, or corrects its record; what is recorded already stands in it.

    `deputies` has the lines that say who those were; `hour` and `more` are what else is asked of such a forum.
    """
    sent = "Who sent a deputy" if forum.substitutes is None else "Whom a substitute sat for"
    who = "Who the deputies were" if forum.substitutes is None else "Who the substitutes were, and when they were named"
    line = "LUHFT: Pat Hill. The same person can stand for two partners."
    first = members[0].name[:40] if members else "Quay Road"
    such = line if forum.substitutes is None else f"{first}: J. Pell, 12 May 2024 21:15."
    corrects = name == "meeting_correct"
    there = {came: tuple(one.member for one in meeting.attendances if one.came is came) for came in Came}
    choices = tuple(Choice(one.key, f"{one.name}: {one.holder}" if one.holder else one.name) for one in members)
    asks = forum.cadence is not None and forum.cadence.in_public
    public = (
        Choice("public", "In public"),
        Choice("private", "In private"),
        Choice("unsaid", "Nobody can say"),
    )
    held_as = {True: "public", False: "private", None: "unsaid"}[meeting.public]
    return _about(
        meeting,
        name,
        "Correct the record" if corrects else "Record the meeting",
        "Record it",
        Field("held_on", "Held on", Kind.DATE, initial=meeting.meets_on),
        *hour,
        Field(
            "present",
            "Who came",
            Kind.CHOICES,
            required=False,
            choices=choices,
            initial=there[Came.MEMBER],
            hint="By their own member. Whoever is in none of the three lists counts as absent.",
        ),
        Field("deputies", sent, Kind.CHOICES, required=False, choices=choices, initial=there[Came.DEPUTY]),
        Field(
            "names",
            who,
            Kind.TEXT,
            required=False,
            limit=2000,
            initial=deputies or None,
            hint=f"One a line, such as {such}",
        ),
        Field(
            "apologies", "Who sent apologies", Kind.CHOICES, required=False, choices=choices,
            initial=there[Came.APOLOGIES],
        ),
        *more,
        Field(
            "public",
            "Was it in public",
            Kind.CHOICE,
            required=asks,
            choices=public,
            initial=held_as if corrects else _public_key(meeting, forum),
            hint=_counted(forum),
        ),
        Field("minutes_link", "A link to the minutes", required=False, limit=1000, initial=meeting.minutes_link),
        Field(
            "minutes",
            "What came of it",
            Kind.TEXT,
            required=False,
            limit=3000,
            initial=meeting.minutes,
            hint="In short. What partners are to do is opened as an action afterwards.",
        ),
        *((Field("words", "What is corrected, and why", Kind.TEXT, limit=500),) if corrects else ()),
    )  # fmt: skip


def _about(meeting: Meeting, name: str, title: str, submit: str, *fields: Field, intro: str | None = None) -> Form:
    heading = f"{meeting.reference}: {meeting.title}" + (f"\n\n{intro}" if intro else "")
    return Form(name, title, submit, fields, row=meeting.id, intro=heading)


FORMS: Mapping[str, MeetingAct] = {
    "meeting_call": MeetingAct.CALL,
    "meeting_papers": MeetingAct.PAPERS,
    "meeting_record": MeetingAct.RECORD,
    "meeting_correct": MeetingAct.CORRECT,
    "meeting_item": MeetingAct.ADD_ITEM,
    "meeting_item_drop": MeetingAct.DROP_ITEM,
    "meeting_move": MeetingAct.MOVE,
    "meeting_public": MeetingAct.PUBLIC,
    "meeting_cancel": MeetingAct.CANCEL,
}
"""The forms about one meeting, with what each does to it, in the order in which they are offered."""


def plan_words(forum: Forum, plan: Plan) -> dict[str, Any]:
    """Return how often a forum meets, for the templates: as the document prints it, or as the partners have it."""
    said = forum.cadence
    every = length(plan.every) if plan.every is not None and (said is None or said.every is None) else None
    return {
        "as_printed": said.as_printed if said else None,
        "times": said.times_a_year if said else None,
        "in_public": said.in_public if said else False,
        "every": length(said.every) if said and said.every else None,
        "clause": (said.clause if said else None) or (forum.clause if said else None),
        "note": said.note if said else None,
        "chosen": every,
        "first_on": plan.first_on.isoformat() if plan.first_on else None,
        "same_weekday": plan.same_weekday,
    }
