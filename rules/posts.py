"""Posts: what people hold from one day to another, whose term of office ends, and what nobody holds. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rules.calendars import WorkingCalendar
from rules.electorates import gone
from rules.errors import Refusal
from rules.nudges import last_open_day
from rules.terms import Terms

DAY = timedelta(days=1)
SOON, SOONER = timedelta(days=60), timedelta(days=14)


class PostKind(StrEnum):
    """What can be held. The last four are capacities, of a partner or (secretary) of the agreement."""

    SEAT = "seat"
    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy-chair"
    LEAD = "lead"
    DEPUTY = "deputy"
    SIGNATORY = "signatory"
    SECRETARY = "secretary"


@dataclass(frozen=True)
class Post:
    """What is held: a seat of a forum, a forum's chair, or a capacity for a partner. Forums and partners by key."""

    kind: PostKind
    forum: str | None = None
    seat: str | None = None
    partner: str | None = None


@dataclass(frozen=True)
class Tenure:
    """A post held by a person from one day to another; both count, and None means open.

    `row` names it among those of its kind, and is the higher the later it was entered.
    """

    post: Post
    row: int
    person: int
    starts_on: date | None = None
    ends_on: date | None = None

    def held_on(self, day: date) -> bool:
        """Return whether it is held on this day."""
        return (self.starts_on is None or self.starts_on <= day) and not self.over_by(day)

    def over_by(self, day: date) -> bool:
        """Return whether its last day has passed on this day."""
        return self.ends_on is not None and self.ends_on < day

    def overlaps(self, other: Tenure) -> bool:
        """Return whether there is a day on which both are held."""
        first = max(self.starts_on or date.min, other.starts_on or date.min)
        return self.held_on(first) and other.held_on(first)


class Turn(StrEnum):
    """What is said of a term of office, by how far it is: each once."""

    SOON = "60"
    SOONER = "14"
    LAST_DAY = "0"
    OVER = "over"


def held_on(tenures: Iterable[Tenure], day: date) -> tuple[Tenure, ...]:
    """Return those that are held on a day."""
    return tuple(one for one in tenures if one.held_on(day))


def goes_on(tenure: Tenure, tenures: Iterable[Tenure]) -> bool:
    """Return whether the same person holds the same post on the day after a term of office, too."""
    if tenure.ends_on is None:
        return True
    after = tenure.ends_on + DAY
    return any(one.person == tenure.person and one.post == tenure.post and one.held_on(after) for one in tenures)


def ending(tenures: Collection[Tenure], day: date, within: timedelta = SOON) -> tuple[Tenure, ...]:
    """Return the terms of office that run on a day and end within so long, the day itself counted; the first one first.

    Somebody who goes on in the same post on the next day is left out.
    """
    found = [one for one in held_on(tenures, day) if one.ends_on is not None and one.ends_on <= day + within]
    return tuple(
        sorted((one for one in found if not goes_on(one, tenures)), key=lambda one: (one.ends_on or date.max, one.row))
    )


def turn_of(tenure: Tenure, today: date, calendar: WorkingCalendar) -> Turn | None:
    """Return the latest thing that is to be said of a term of office by now, None when there is nothing yet.

    60 and 14 days before its last day, on the last day, and once it is over. Where nobody works on the last day, the
    last working day before it takes its place.
    """
    if tenure.ends_on is None or tenure.ends_on - today > SOON:
        return None
    if tenure.over_by(today):
        return Turn.OVER
    if last_open_day(calendar, tenure.ends_on) <= today:
        return Turn.LAST_DAY
    return Turn.SOONER if tenure.ends_on - today <= SOONER else Turn.SOON


def asked_of_leads(terms: Terms) -> str | None:
    """Return what the document asks of whoever leads for a partner, as a sentence; None where it asks nothing."""
    clause = f" (clause {terms.leads.clause})" if terms.leads.clause else ""
    return f"Each partner's lead is to be a senior person{clause}." if terms.leads.senior else None


def without(terms: Terms, tenures: Iterable[Tenure], day: date, kind: PostKind) -> tuple[str, ...]:
    """Return the partners to the agreement on a day for which nobody holds a capacity then, in its order.

    None of them where the document does not ask every partner for a lead.
    """
    if not terms.leads.one_per_partner:
        return ()
    held = {one.post.partner for one in held_on(tenures, day) if one.post.kind is kind}
    return tuple(it.key for it in terms.partners if it.key not in held and gone(terms, it, day) is None)


def check_shared(terms: Terms, tenures: Iterable[Tenure], wanted: Tenure, name: str) -> None:
    """Return when a person may be lead, or deputy, of a partner beside those of which they are.

    Raises Refusal, naming the other partner and the clause, where the document wants somebody else for each.
    """
    kind = wanted.post.kind
    if terms.leads.shared or kind not in (PostKind.LEAD, PostKind.DEPUTY):
        return
    for one in tenures:
        mine = one.post.kind is kind and one.person == wanted.person and one.overlaps(wanted)
        if mine and one.post.partner != wanted.post.partner:
            other = next((it.short for it in terms.partners if it.key == one.post.partner), one.post.partner)
            clause = f" (clause {terms.leads.clause})" if terms.leads.clause else ""
            raise Refusal(
                f"{name} is {kind} of {other} already, and each partner has a {kind} of its own{clause}. "
                "Please choose somebody else, or end the other capacity first."
            )


def shared(terms: Terms, tenures: Iterable[Tenure], day: date, kind: PostKind) -> dict[int, tuple[str, ...]]:
    """Return the people who hold one capacity for several partners on a day, each with the partners in their order."""
    found: dict[int, set[str | None]] = {}
    for one in held_on(tenures, day):
        if one.post.kind is kind:
            found.setdefault(one.person, set()).add(one.post.partner)
    return {
        person: tuple(it.key for it in terms.partners if it.key in partners)
        for person, partners in found.items()
        if len(partners) > 1
    }
