"""When the partners have promised to review: series counted from an anchor, single reviews, and events. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import assert_never

from dateutil.relativedelta import relativedelta

from rules import moments
from rules.calendars import WorkingCalendar
from rules.days import in_words
from rules.deadlines import Working, open_day, span
from rules.errors import Refusal
from rules.term import InForce
from rules.terms import Direction, Event, Moment, Review, Terms, TimeLimit, Unit

OPENS_AHEAD = timedelta(weeks=4)
COUNTED_IN = (Unit.CALENDAR_DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS)

_ONE_DAY = timedelta(days=1)
# How far a meeting can lie from its nominal day, and no closed season is longer.
_FAR = timedelta(days=366)


@dataclass(frozen=True)
class Declared:
    """Somebody's word, on record, that an event has happened on a day which brings a review about.

    `review` is the review's key. `trigger` is the event in the pack's words; None where the review has but one.
    """

    review: str
    on: date
    trigger: str | None = None


@dataclass(frozen=True)
class Occurrence:
    """One time that a review is due.

    `nominal_on` is the day the agreement gives, which never moves. `on` is the day to meet on: an operational day, or
    the nominal day where no calendar is decided. `number` is its place in the series, from 1; None for one that is in
    no series. `initiated_by` and `completed_by` are the last days to begin it and to have it done, None where the
    document sets none. `trigger` is the event that brought it about, None where its date came first. `provisional`: the
    bank holidays around it are not published yet.
    """

    review: str
    nominal_on: date
    on: date
    number: int | None = None
    initiated_by: date | None = None
    completed_by: date | None = None
    trigger: str | None = None
    provisional: bool = False

    @property
    def key(self) -> str:
        """Return the name of this occurrence for ever within its agreement, whatever day it is moved to."""
        if self.number is not None:
            return f"{self.review}.{self.nominal_on.isoformat()}"
        if self.trigger is not None and not self.initiated_by and not self.completed_by:
            return f"{self.review}.event.{self.nominal_on.isoformat()}"
        return self.review

    @property
    def opens_on(self) -> date:
        """Return the day on which partners are first asked: four weeks ahead, or at once when an event brought it."""
        return self.on if self.trigger else self.on - OPENS_AHEAD


@dataclass(frozen=True)
class Schedule:
    """When a review is due in a window, earliest first, and why there is no date, or none of some of its reasons.

    `why` is one or more sentences; None when every date it can have is known.
    """

    occurrences: tuple[Occurrence, ...]
    why: str | None = None


def schedule(
    terms: Terms,
    review: Review,
    force: InForce,
    *,
    first_on: date,
    until: date,
    calendar: WorkingCalendar | None,
    declared: Iterable[Declared] = (),
) -> Schedule:
    """Return when a review is due from a day to another, both included.

    One lies between them when the day to meet on does, or the last day to have it done.

    - A series counts each date from its anchor, never from the review before: six months from 31 August are 28
      February, 31 August, and 29 February in a leap year. The anchor's own day is no review.
    - `first_within`: the first lies within the first year of operation, whose first day is the anchor (Mid and South
      Essex 1.5: effective 24 June 2020, by 23 June 2021), and so on year by year.
    - A closed day is passed over to the next operational day; to the one before where the date is the last on which
      the review may be held, or where the agreement would have ended.
    - An event that somebody has declared makes a review due on its day. Where the review has a date as well and does
      not come round, there is one review, on whichever is earlier. One that comes round keeps its series.
    - There is none after the agreement's end. A series from a fixed date does not wait for the agreement to begin.

    `calendar` is the one of operational days, None where the partners have still to decide it. Nothing is guessed:
    without an anchor or an interval there is no date, and `why` says what is missing.

    Raises Refusal for an event that is none of the review's.
    """
    events = _events(review, force, declared)
    single, missing = _single(terms, review, force)
    found = list(_once(review, single, events))
    if review.every or review.first_within:
        anchor, missing = _counted_from(terms, review, force)
        if anchor is not None:
            found += _series(review, anchor, first_on - _FAR, until + _FAR)
    elif single is None and review.once is None and (_asked(terms, review) or not review.triggers):
        missing = _joined("No interval is stated.", _asked(terms, review))
    inside = [it for it in found if not force.over_by(it.nominal_on)]
    if found and not inside and missing is None:
        missing = _too_late(found, force)
    placed = [_placed(it, force, calendar, back=_is_limit(review, it)) for it in _distinct(inside)]
    due = (it for it in placed if any(day and first_on <= day <= until for day in (it.on, it.completed_by)))
    in_order = sorted(due, key=lambda it: (it.on, it.nominal_on))
    return Schedule(tuple(in_order), _joined(missing, _waits(review, events)))


def meets_on(one: Occurrence, today: date, calendar: WorkingCalendar | None) -> date:
    """Return the day on which a review that is opened today is held.

    It is the day it is due, or today where that is past. Where an event has brought it about, no document names a day
    to meet on: it is begun today, and held four weeks later so that everybody can be asked, or on the last day to have
    it done if that comes sooner.
    """
    if one.trigger is None:
        return max(one.on, today)
    later = today + OPENS_AHEAD
    held = later if calendar is None else open_day(calendar, later)
    return held if one.completed_by is None else max(today, min(held, one.completed_by))


def _events(review: Review, force: InForce, declared: Iterable[Declared]) -> list[Declared]:
    """Return what was declared of a review while the agreement was in force, earliest first, each with its event."""
    found = []
    for one in declared:
        if one.review != review.key:
            continue
        found.append(replace(one, trigger=_trigger(review, one)))
    inside = (one for one in found if force.begun_by(one.on) and not force.over_by(one.on))
    return sorted(inside, key=lambda one: one.on)


def _trigger(review: Review, one: Declared) -> str:
    if one.trigger is None and len(review.triggers) == 1:
        return review.triggers[0]
    if one.trigger in review.triggers:
        return one.trigger
    if not review.triggers:
        raise Refusal(f"No event makes {review.name} due{_in(review)}, so none can be declared. Its dates stand.")
    known = "; ".join(review.triggers)
    raise Refusal(f"{one.trigger or 'An event'} does not make {review.name} due{_in(review)}. What does: {known}.")


def _single(terms: Terms, review: Review, force: InForce) -> tuple[Occurrence | None, str | None]:
    """Return the one review that a date asks for, if any, and why it has none yet."""
    if review.once is not None:
        nominal, missing = _counted_from(terms, review, force, review.once)
        if nominal is None:
            return None, missing
        return Occurrence(review.key, nominal, nominal, None, review.initiated_by, review.completed_by), None
    days = [day for day in (review.initiated_by, review.completed_by) if day is not None]
    if not days:
        return None, None
    return Occurrence(review.key, days[0], days[0], None, review.initiated_by, review.completed_by), None


def _once(review: Review, single: Occurrence | None, events: list[Declared]) -> Iterator[Occurrence]:
    """Yield what dates and events ask for outside a series: with a date and an event, the earlier of the two."""
    if single is None:
        yield from (Occurrence(review.key, one.on, one.on, trigger=one.trigger) for one in events)
    elif events and events[0].on < single.nominal_on:
        first = events[0]
        begun = min(day for day in (first.on, single.initiated_by) if day is not None)
        yield replace(single, nominal_on=first.on, on=first.on, initiated_by=begun, trigger=first.trigger)
    else:
        yield single


def _series(review: Review, anchor: date, first_on: date, until: date) -> Iterator[Occurrence]:
    """Yield the nominal dates of a series between two days, and the first of all, which says whether there are any."""
    number, first = 1, anchor
    while (nominal := _nominal(review, anchor, number)) is not None:
        if number == 1 or first_on <= nominal <= until:
            yield Occurrence(review.key, nominal, nominal, number)
        if review.every is None or nominal > until:
            return
        if number == 1:
            first = nominal
        number = max(number + 1, _steps(review.every, first, first_on))


def _nominal(review: Review, anchor: date, number: int) -> date | None:
    """Return the date of the n-th review of a series, counted from the anchor; None past the end of the calendar."""
    first, every = review.first_within, review.every
    length = _times(every, number) if first is None else span(first) + _times(every, number - 1)
    try:
        if first is None:
            return anchor + length
        # The first day of a year of operation is its anchor, so its last day is the one before the anniversary. Where
        # there is no such day (29 February, six months from 31 August) it is the last of the month.
        end = anchor + relativedelta(years=length.years, months=length.months)
        last = end - _ONE_DAY if end.day == anchor.day else end
        return last + timedelta(days=length.days)
    except (OverflowError, ValueError):
        return None


def _times(limit: TimeLimit | None, number: int) -> relativedelta:
    return relativedelta() if limit is None else span(limit) * number


def _steps(every: TimeLimit, first: date, day: date) -> int:
    """Return how many intervals surely lie between a series' first date and a day, so as not to walk them."""
    return (day - first).days // (_longest(every.unit) * max(1, every.number))


def _longest(unit: Unit) -> int:
    """Return the most days that a unit has in which reviews are counted."""
    match unit:
        case Unit.CALENDAR_DAYS:
            return 1
        case Unit.WEEKS:
            return 7
        case Unit.MONTHS:
            return 31
        case Unit.YEARS:
            return 366
        case Unit.OPERATIONAL_DAYS | Unit.CLEAR_DAYS | Unit.HOURS:
            raise ValueError(f"No series of reviews is counted in {unit}.")
        case other:
            assert_never(other)


def _counted_from(
    terms: Terms, review: Review, force: InForce, limit: TimeLimit | None = None
) -> tuple[date | None, str | None]:
    """Return the day a review is counted from, or the day a limit from there; None and why where there is none."""
    for counted in (review.every, review.first_within, review.once):
        if counted is not None and counted.unit not in COUNTED_IN:
            return None, f"A series of reviews cannot be counted in {counted.unit.value.replace('-', ' ')}."
    when = Moment(counts_from=review.counts_from, limit=limit)
    facts = moments.of_agreement(force)
    found = moments.moment(terms, when, facts, calendars={}, at=f"reviews.{review.key}")
    if isinstance(found, Working):
        return found.due_on, None
    match found.on:
        case None:
            return None, found.sentence
        case Event.COMMENCEMENT:
            return None, _first_sentence("It is counted from commencement.", force.begins_why)
        case Event.ENDING:
            return None, _first_sentence("It is counted from the end.", force.ends_why)
        case event:
            return None, f"It is counted from an event ({event.replace('-', ' ')}) of which no day is known."


def _first_sentence(first: str, why: str | None) -> str | None:
    return None if why is None else f"{first} {why}"


def _is_limit(review: Review, it: Occurrence) -> bool:
    """Return whether a review's date is the last on which it may be held, rather than the day it is held on."""
    if it.trigger is not None:
        return False
    if it.number is not None:
        return review.first_within is not None
    return review.once is None or review.once.direction is Direction.BEFORE


def _placed(it: Occurrence, force: InForce, calendar: WorkingCalendar | None, *, back: bool) -> Occurrence:
    """Return a review with the operational day to meet on."""
    if calendar is None:
        return it
    on = open_day(calendar, it.nominal_on, -1 if back else 1)
    if force.over_by(on):
        on = open_day(calendar, it.nominal_on, -1)
    return replace(it, on=on, provisional=max(on, it.nominal_on) > calendar.published_until)


def _distinct(found: list[Occurrence]) -> list[Occurrence]:
    """Return one review for each nominal day: an event on the day of the series brings no second one."""
    by_day: dict[date, Occurrence] = {}
    for it in found:
        first = by_day.setdefault(it.nominal_on, it)
        if first.number is None and it.number is not None:
            by_day[it.nominal_on] = replace(first, number=it.number)
    return list(by_day.values())


def _too_late(found: list[Occurrence], force: InForce) -> str | None:
    first = min(it.nominal_on for it in found)
    if force.ends_on is None:
        return None
    return f"The first would be on {in_words(first)}, and the agreement ends on {in_words(force.ends_on)}."


def _asked(terms: Terms, review: Review) -> str | None:
    """Return the question that leaves a review's interval open, None where it is not open."""
    return next((point.question for point in terms.open if point.path == f"reviews.{review.key}.every"), None)


def _waits(review: Review, events: list[Declared]) -> str | None:
    """Return what would make a review due by an event that nobody has declared; None where there is none."""
    happened = {one.trigger for one in events}
    left = [event for event in review.triggers if event not in happened]
    return f"Due when this is declared: {'; '.join(left)}." if left else None


def _joined(*sentences: str | None) -> str | None:
    return " ".join(one for one in sentences if one) or None


def _in(review: Review) -> str:
    return f" ({review.clause})" if review.clause else ""
