"""When forums meet: their cadence as a recurrence rule, moved and one-off meetings, what is due before, what counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import assert_never

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, rrule, weekday

from rules import moments, periods
from rules.calendars import WorkingCalendar
from rules.days import in_words
from rules.deadlines import Working, open_day
from rules.errors import Refusal
from rules.moments import Calendars, Waits
from rules.periods import Period
from rules.phrases import length
from rules.term import InForce
from rules.terms import Cadence, Event, Forum, Moment, Terms, TimeLimit, Unit

_MONTHS = 12
_WEEKS = 52
_DAYS = 365
_EVERY_MONTH_HAS = 28
_LAST_OF_ITS_KIND = 5


@dataclass(frozen=True)
class OneOff:
    """A meeting outside the series. `public` None: as the forum's meetings are; with `unsaid`, nobody can say."""

    on: date
    public: bool | None = None
    unsaid: bool = False


@dataclass(frozen=True)
class Plan:
    """What is known of a forum's meetings.

    `first_on` is the day of the first, None where nobody has said; `same_weekday` has those that are counted in months
    on its weekday (the second Tuesday) and not on its date. `every` is how often it meets where the pack does not say:
    as its terms of reference, or the partners, have it. `moved` has the new day of a meeting by its nominal day, None
    where it was called off. `private` and `public` are nominal days of meetings held otherwise than the pack says,
    `unsaid` those of which nobody can say.
    """

    first_on: date | None = None
    same_weekday: bool = False
    every: TimeLimit | None = None
    moved: Mapping[date, date | None] = field(default_factory=dict)
    one_off: tuple[OneOff, ...] = ()
    private: frozenset[date] = frozenset()
    public: frozenset[date] = frozenset()
    unsaid: frozenset[date] = frozenset()


@dataclass(frozen=True)
class Meeting:
    """One meeting of a forum.

    `nominal_on` is its day in the series, None for a one-off one. `on` is the day it is held: where it was moved to, or
    the next operational day. `notice_by` and `papers_by` are the last days to call it and to send its papers, None
    where the pack says nothing or they cannot be counted yet. `public` None: nobody has said. `provisional`: the bank
    holidays around it are not published yet.
    """

    forum: str
    on: date
    nominal_on: date | None
    public: bool | None
    notice_by: date | None = None
    papers_by: date | None = None
    provisional: bool = False


@dataclass(frozen=True)
class Tally:
    """How many meetings a pack asks for in a year, how many that count were held, how many are still planned.

    `away` are those of the year's series that are held outside it: they count on the day they are held.
    """

    needed: int
    held: int
    planned: int
    in_public: bool
    year: Period
    away: tuple[Meeting, ...] = ()

    @property
    def short(self) -> int:
        """Return how many more have to be planned; 0 when enough were held or are to come."""
        return max(0, self.needed - self.held - self.planned)


def rule_of(cadence: Cadence, first_on: date, *, same_weekday: bool = False) -> rrule | None:
    """Return how often a forum meets as a recurrence rule that begins on a day, or None where the pack does not say.

    Months keep the first meeting's date, the last day of a month that lacks it; with `same_weekday` its weekday, as the
    second Tuesday, and the fifth is the last. "Three times a year" says how many and not when: they are spread evenly,
    never fewer than asked. Raises Refusal for an interval that no meeting is held at, such as hours.
    """
    start = _midnight(first_on)
    if cadence.every is None:
        return None if cadence.times_a_year is None else _spread(cadence.times_a_year, start, same_weekday=same_weekday)
    number = cadence.every.number
    match cadence.every.unit:
        case Unit.CALENDAR_DAYS:
            return rrule(DAILY, dtstart=start, interval=number)
        case Unit.WEEKS:
            return rrule(WEEKLY, dtstart=start, interval=number)
        case Unit.MONTHS:
            return _monthly(start, number, same_weekday=same_weekday)
        case Unit.YEARS:
            return _monthly(start, number * _MONTHS, same_weekday=same_weekday)
        case Unit.OPERATIONAL_DAYS | Unit.CLEAR_DAYS | Unit.HOURS:
            raise Refusal(
                f"No forum meets every {length(cadence.every)}. Write its cadence in "
                "calendar-days, weeks, months or years."
            )
        case unit:
            assert_never(unit)


def cadence_of(forum: Forum, plan: Plan) -> Cadence | None:
    """Return how often a forum meets: as the pack says, or where it says no interval, as the plan does."""
    said = forum.cadence
    if plan.every is None or (said is not None and said.every is not None):
        return said
    return (said or Cadence()).model_copy(update={"every": plan.every})


def in_series(forum: Forum, plan: Plan, day: date) -> bool:
    """Return whether a day is one of those that a forum's series gives, before any meeting is moved."""
    rule = _series(forum, plan)
    return rule is not None and bool(rule.between(_midnight(day), _midnight(day), inc=True))


def meetings(
    terms: Terms,
    forum: Forum,
    plan: Plan,
    *,
    first_on: date,
    until: date,
    calendars: Calendars,
    force: InForce | None = None,
) -> tuple[Meeting, ...]:
    """Return a forum's meetings held from a day to another, both included, earliest first.

    One that falls on a closed day is held on the next operational day, unless somebody has moved it to a day of their
    choice; its nominal day stays. `calendars` are the pack's, as `pack_calendars` gives them. With `force`, there is
    none after the agreement's end. Without a first day there are none but the one-off ones.

    Raises Refusal for a move of a meeting that the series does not have.
    """
    calendar = calendars[terms.operational_days]
    normally = normally_public(forum)
    found = [Meeting(forum.key, one.on, None, _public(one, normally)) for one in plan.one_off]
    taken: set[date] = set()
    for nominal in _nominal_days(forum, plan, until):
        on = _held_on(plan, nominal, calendar)
        # A daily series has one meeting on the Monday, not Saturday's and Sunday's besides.
        if on is not None and (on not in taken or nominal in plan.moved):
            taken.add(on)
            public = True if nominal in plan.public else False if nominal in plan.private else normally
            public = None if nominal in plan.unsaid else public
            found.append(Meeting(forum.key, on, nominal, public, provisional=_provisional(calendar, on)))
    held = [one for one in found if first_on <= one.on <= until and not (force and force.over_by(one.on))]
    return tuple(
        replace(
            one,
            notice_by=_ahead(terms, forum.notice, one.on, calendars),
            papers_by=_ahead(terms, forum.papers, one.on, calendars),
        )
        for one in sorted(held, key=lambda one: (one.on, one.nominal_on or one.on))
    )


def normally_public(forum: Forum) -> bool | None:
    """Return whether a forum meets in public where nobody has said otherwise; None where the pack does not say."""
    return True if forum.cadence and forum.cadence.in_public else forum.public


def tally(cadence: Cadence, found: Iterable[Meeting], *, today: date, around: date | None = None) -> Tally | None:
    """Return how many of the meetings that a pack asks for were held by today, and how many are planned.

    Where the pack asks for meetings in public (Mid and South Essex 6.5), no other counts: three in public and one in
    private are three. One of which nobody has said whether it was public does not count either. Each counts on the day
    it is held, not on the one that its series gives. The year is the one `around` lies in, today if left out; for any
    twelve months, the twelve that end with it.

    None where the pack asks for no number, or nobody has decided which year is meant.
    """
    if cadence.times_a_year is None or cadence.counted_by is None:
        return None
    year = periods.year(around or today, cadence.counted_by)
    counting = [one for one in found if one.public is True or not cadence.in_public]
    within = [one.on for one in counting if one.on in year]
    held = sum(day <= today for day in within)
    away = tuple(one for one in counting if one.nominal_on and one.nominal_on in year and one.on not in year)
    return Tally(cadence.times_a_year, held, len(within) - held, cadence.in_public, year, away)


def _monthly(start: datetime, interval: int, *, same_weekday: bool, months: tuple[int, ...] | None = None) -> rrule:
    if same_weekday:
        nth = (start.day - 1) // 7 + 1
        on = weekday(start.weekday(), -1 if nth == _LAST_OF_ITS_KIND else nth)
        return rrule(MONTHLY, dtstart=start, interval=interval, bymonth=months, byweekday=on)
    if start.day <= _EVERY_MONTH_HAS:
        return rrule(MONTHLY, dtstart=start, interval=interval, bymonth=months, bymonthday=start.day)
    # By itself RFC 5545 leaves a month out that lacks the day; the last of the days that it has is meant.
    days = tuple(range(_EVERY_MONTH_HAS, start.day + 1))
    return rrule(MONTHLY, dtstart=start, interval=interval, bymonth=months, bymonthday=days, bysetpos=-1)


def _spread(times: int, start: datetime, *, same_weekday: bool) -> rrule:
    """Return a rule with at least so many meetings in any year, as evenly as it can be said."""
    if _MONTHS % times == 0:
        return _monthly(start, _MONTHS // times, same_weekday=same_weekday)
    if times < _MONTHS:
        months = tuple(sorted((start.month - 1 + _MONTHS * n // times) % _MONTHS + 1 for n in range(times)))
        return _monthly(start, 1, same_weekday=same_weekday, months=months)
    if times <= _WEEKS:
        return rrule(WEEKLY, dtstart=start, interval=_WEEKS // times)
    return rrule(DAILY, dtstart=start, interval=max(1, _DAYS // times))


def _nominal_days(forum: Forum, plan: Plan, until: date) -> Iterator[date]:
    touched = sorted(plan.moved.keys() | plan.public | plan.private | plan.unsaid)
    known: set[date] = set()
    # A meeting can be moved forward into the window from far behind it.
    last = max([until, *touched])
    for moment in _series(forum, plan) or ():
        if moment.date() > last:
            break
        known.add(moment.date())
    for day in touched:
        if day not in known:
            near = min(known, key=lambda other: abs(other - day), default=None)
            hint = f"The nearest is on {in_words(near)}." if near else "No day of a first meeting is known."
            raise Refusal(f"{forum.name} has no meeting on {in_words(day)} that could be changed. {hint}")
    yield from sorted(known)


def _series(forum: Forum, plan: Plan) -> rrule | None:
    cadence = cadence_of(forum, plan)
    if cadence is None or plan.first_on is None:
        return None
    return rule_of(cadence, plan.first_on, same_weekday=plan.same_weekday)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _public(one: OneOff, normally: bool | None) -> bool | None:  # noqa: FBT001
    if one.unsaid:
        return None
    return normally if one.public is None else one.public


def _held_on(plan: Plan, nominal: date, calendar: WorkingCalendar | None) -> date | None:
    if nominal in plan.moved:
        return plan.moved[nominal]
    return nominal if calendar is None else open_day(calendar, nominal)


def _provisional(calendar: WorkingCalendar | None, on: date) -> bool:
    return calendar is not None and on > calendar.published_until


def before(terms: Terms, asked: Moment | None, meets: datetime | date, calendars: Calendars) -> Working | Waits | None:
    """Return the last day or hour to do what is asked before a meeting, or what it waits for; None: nothing is asked.

    `meets` is the instant the meeting begins, or its day while its hour is not on record.
    """
    if asked is None:
        return None
    return moments.moment(terms, asked, {Event.MEETING: meets}, calendars=calendars)


def _ahead(terms: Terms, asked: Moment | None, on: date, calendars: Calendars) -> date | None:
    found = before(terms, asked, on, calendars)
    return found.due_on if isinstance(found, Working) else None
