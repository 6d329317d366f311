"""Which days are operational days, why the others are not, and what was known of them on a given day.

The bank holidays are those of the Banking and Financial Dealings Act 1971 as the `holidays` library gives them, with
Good Friday and Christmas Day, which are holidays at common law and are on GOV.UK's list too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.metadata import version

import holidays

from rules.terms import Base, Terms

# The last day of GOV.UK's list as it stood in November 2026. The list has always run about two years ahead.
PUBLISHED_UNTIL = date(2028, 12, 31)
_PUBLISHED_YEARS_AHEAD = 2

_PARTS: Mapping[Base, tuple[str, ...]] = {
    Base.ENGLAND_AND_WALES: ("ENG",),
    Base.SCOTLAND: ("SCT",),
    Base.NORTHERN_IRELAND: ("NIR",),
    # Never the library's UK without a subdivision: that lacks Easter Monday and the summer bank holiday.
    Base.UK_ANY_PART: ("ENG", "SCT", "NIR"),
    Base.EVERY_DAY: (),
}
_BASE_OF_PART: Mapping[str, Base] = {
    "ENG": Base.ENGLAND_AND_WALES,
    "SCT": Base.SCOTLAND,
    "NIR": Base.NORTHERN_IRELAND,
}
_PART_NAMES: Mapping[str, str] = {"ENG": "England and Wales", "SCT": "Scotland", "NIR": "Northern Ireland"}
_EVERYWHERE = frozenset(_PART_NAMES)

FIRST_YEARS: Mapping[str, int] = {"ENG": 1978, "SCT": 2007, "NIR": 2001}
"""The first year from which the library's bank holidays are those there were, by the part of the United Kingdom.

Before them it lacks some, and has one that was none:
- everywhere 14 November 1973; in England, Wales and Northern Ireland New Year's Day 1974. May Day began in 1978.
- Scotland: the first Monday in May from 1971 to 1977 (schedule 1 of the Act), and Monday 1 May 1995, which stayed a
  holiday beside 8 May (House of Commons, 2 March 1995, column 709W). St Andrew's Day 2006 was none: the St Andrew's Day
  Bank Holiday (Scotland) Act is of 2007.
- Northern Ireland: which Mondays stood for a Saturday 17 March or 12 July is on no list we have that is older.
"""
ANNOUNCED_SINCE = date(2010, 1, 5)
"""The first day of which it is known here what had been announced by then: the Diamond Jubilee, of June 2012."""
_NONE_AFTER_ALL = frozenset({("SCT", date(2006, 11, 30))})  # St Andrew's Day, a year before its Act
_WEEKEND: Mapping[int, str] = {5: "Saturday", 6: "Sunday"}
_MOST_DAYS_IN_VERSION = 4
_LIBRARY = f"holidays {version('holidays')}"


class UnknownCalendarError(LookupError):
    """A name that is no calendar. The text is a sentence with the names that are."""


@dataclass(frozen=True)
class Announcement:
    """A change to the bank holidays, made public on a day: what it closed, and what it opened again, with why."""

    announced_on: date
    parts: frozenset[str]
    closes: tuple[date, ...]
    opens: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True)
class ClosedDay:
    """A day proclaimed later and entered by hand. It holds for every calendar built on `base`.

    `open` says that the day is open after all. A day closed in one part of the United Kingdom also closes
    `uk-any-part`; a day opened in one part opens that calendar only when no other part is closed.
    """

    base: Base
    day: date
    open: bool
    why: str


# Only what the library already holds: anything newer is entered by hand, as a ClosedDay, until the library knows it.
PROCLAIMED: tuple[Announcement, ...] = (
    Announcement(  # Diamond Jubilee: the Government, 5 January 2010
        date(2010, 1, 5),
        _EVERYWHERE,
        (date(2012, 6, 4), date(2012, 6, 5)),
        ((date(2012, 5, 28), "Spring Bank Holiday"),),
    ),
    Announcement(date(2010, 11, 23), _EVERYWHERE, (date(2011, 4, 29),)),  # Royal wedding: the Government
    Announcement(  # VE Day: GOV.UK, 7 June 2019
        date(2019, 6, 7), frozenset({"ENG", "NIR"}), (date(2020, 5, 8),), ((date(2020, 5, 4), "May Day"),)
    ),
    Announcement(  # VE Day in Scotland: the Scottish Government's word was in the press on 14 June 2019
        date(2019, 6, 14), frozenset({"SCT"}), (date(2020, 5, 8),), ((date(2020, 5, 4), "May Day"),)
    ),
    Announcement(  # Platinum Jubilee: GOV.UK, 12 November 2020
        date(2020, 11, 12),
        _EVERYWHERE,
        (date(2022, 6, 2), date(2022, 6, 3)),
        ((date(2022, 5, 30), "Spring Bank Holiday"),),
    ),
    Announcement(date(2022, 9, 10), _EVERYWHERE, (date(2022, 9, 19),)),  # State funeral: proclamation
    Announcement(date(2022, 11, 6), _EVERYWHERE, (date(2023, 5, 8),)),  # Coronation: GOV.UK
    Announcement(date(2026, 2, 4), frozenset({"SCT"}), (date(2026, 6, 15),)),  # World Cup: proclamation
)


@dataclass(frozen=True)
class WorkingCalendar:
    """A calendar that can be asked about days. Build it with `calendar_of` or `pack_calendar`.

    `closed` and `opened` are days that differ from the base, each with why. `known_on` is the day whose knowledge it
    answers from; None is all that is known now.
    """

    name: str
    base: Base
    closed: tuple[tuple[date, str], ...] = ()
    opened: tuple[tuple[date, str], ...] = ()
    known_on: date | None = None

    def why_closed(self, day: date) -> str | None:
        """Return why a day is not an operational day ("Saturday", "Christmas Day"), or None when it is one."""
        if day in self._closed:
            return self._closed[day]
        if day in self._opened or self.base is Base.EVERY_DAY:
            return None
        return self._bank_holiday(day) or _WEEKEND.get(day.weekday())

    def is_open(self, day: date) -> bool:
        """Return whether a day is an operational day."""
        return self.why_closed(day) is None

    @cached_property
    def version(self) -> str:
        """Return what the answers rest on, in at most 300 characters; it changes whenever any of them could."""
        base = self.base.value
        if self.base is not Base.EVERY_DAY:
            base = f"{_LIBRARY}, {base}, published to {self.published_until.isoformat()}"
        return base + _in_short("closed", self.closed) + _in_short("open", self.opened) + self._not_yet_known

    @property
    def published_until(self) -> date:
        """Return the last day for which bank holidays are published; the end of time where none are needed."""
        if self.base is Base.EVERY_DAY:
            return date.max
        if self.known_on is None:
            return PUBLISHED_UNTIL
        return min(PUBLISHED_UNTIL, date(self.known_on.year + _PUBLISHED_YEARS_AHEAD, 12, 31))

    def not_known(self, first_on: date) -> str | None:
        """Return a sentence where an answer rests on days that nobody here knows the bank holidays of, else None.

        `first_on` is the first of those days.
        """
        return not_known(self.base, first_on)

    @cached_property
    def _closed(self) -> Mapping[date, str]:
        return dict(self.closed)

    @cached_property
    def _opened(self) -> Mapping[date, str]:
        return dict(self.opened)

    @cached_property
    def _unknown(self) -> tuple[Announcement, ...]:
        """What had not been announced on `known_on` and concerns this calendar."""
        if self.known_on is None:
            return ()
        mine = frozenset(_PARTS[self.base])
        return tuple(it for it in PROCLAIMED if it.announced_on > self.known_on and it.parts & mine)

    @property
    def _not_yet_known(self) -> str:
        days = sorted({day for it in self._unknown for day in it.closes})
        return f", not yet announced {' '.join(day.isoformat() for day in days)}" if days else ""

    @cached_property
    def _as_then(self) -> Mapping[tuple[str, date], str | None]:
        """The days of each part that were thought of otherwise on `known_on`: their name then, None when open."""
        then: dict[tuple[str, date], str | None] = {}
        for it in self._unknown:
            for part in it.parts:
                then |= {(part, day): None for day in it.closes}
                then |= {(part, day): why for day, why in it.opens}
        return then

    def _bank_holiday(self, day: date) -> str | None:
        parts = _PARTS[self.base]
        named = {part: name for part in parts if (name := self._name_in(part, day)) is not None}
        if not named:
            return None
        name = next(iter(named.values()))
        if len(named) == len(parts):
            return name
        return f"{name} ({' and '.join(_PART_NAMES[part] for part in named)})"

    def _name_in(self, part: str, day: date) -> str | None:
        if (part, day) in self._as_then:
            return self._as_then[part, day]
        return _year(part, day.year).get(day)


def calendar_of(
    base: Base | str,
    *,
    name: str | None = None,
    closed: Mapping[date, str] | None = None,
    opened: Mapping[date, str] | None = None,
    known_on: date | None = None,
) -> WorkingCalendar:
    """Return the calendar on a base, with further closed and opened days, each with why.

    `name` left out is the base's own. `known_on` answers as people knew on that day; None: with all that is known.
    Raises UnknownCalendarError for a base that is none, ValueError for a day both closed and opened.
    """
    try:
        base = Base(base)
    except ValueError:
        known = ", ".join(Base)
        raise UnknownCalendarError(f"There is no calendar {base}. The calendars are: {known}.") from None
    closed, opened = closed or {}, opened or {}
    if both := sorted(closed.keys() & opened.keys()):
        raise ValueError(f"{both[0].isoformat()} cannot be both closed and open.")
    return WorkingCalendar(
        name=name or base.value,
        base=base,
        closed=tuple(sorted(closed.items())),
        opened=tuple(sorted(opened.items())),
        known_on=known_on,
    )


def not_known(base: Base, first_on: date) -> str | None:
    """Return that the bank holidays of a base are not known here so early, None where they are or none are needed."""
    early = [part for part in _PARTS[base] if first_on.year < FIRST_YEARS[part]]
    if not early:
        return None
    first, *others = [f"in {_PART_NAMES[part]}" for part in early]
    also = "".join(f", nor {where} before {FIRST_YEARS[part]}" for part, where in zip(early[1:], others, strict=True))
    return f"Bank holidays {first} are not known here before {FIRST_YEARS[early[0]]}{also}; this date can be a day off."


def not_announced(known_on: date | None) -> str | None:
    """Return that it is not known here what people knew so early of bank holidays to come, None where it is."""
    if known_on is None or known_on >= ANNOUNCED_SINCE:
        return None
    return (
        f"What had been announced before {ANNOUNCED_SINCE.year} is not known here; "
        "bank holidays that were proclaimed later are taken as if they had been known."
    )


def pack_calendar(
    terms: Terms, key: str, *, known_on: date | None, proclaimed: Iterable[ClosedDay] = ()
) -> WorkingCalendar | None:
    """Return one of a pack's calendars, or None when the document leaves open what its days are.

    `proclaimed` are days entered by hand, oldest first: of two for the same day the later counts. What the pack itself
    says of a day stands above them. Raises UnknownCalendarError for a key that the pack does not have.
    """
    if key not in terms.calendars:
        raise UnknownCalendarError(
            f"{terms.id} has no calendar {key}. Its calendars are: {', '.join(terms.calendars)}."
        )
    calendar = terms.calendars[key]
    if calendar.base is None:
        return None
    closed, opened = _by_hand(calendar.base, tuple(proclaimed), known_on)
    own = calendar.closed.keys() | calendar.opened.keys()
    return calendar_of(
        calendar.base,
        name=key,
        closed={day: why for day, why in closed.items() if day not in own} | calendar.closed,
        opened={day: why for day, why in opened.items() if day not in own} | calendar.opened,
        known_on=known_on,
    )


def pack_calendars(
    terms: Terms, *, known_on: date | None = None, proclaimed: Iterable[ClosedDay] = ()
) -> Mapping[str, WorkingCalendar | None]:
    """Return all of a pack's calendars by their keys, as `pack_calendar` gives each."""
    entered = tuple(proclaimed)
    return {key: pack_calendar(terms, key, known_on=known_on, proclaimed=entered) for key in terms.calendars}


def _by_hand(
    base: Base, proclaimed: tuple[ClosedDay, ...], known_on: date | None
) -> tuple[dict[date, str], dict[date, str]]:
    """Return the days that entries by hand close, and those they open, on a base."""
    parts = [_BASE_OF_PART[part] for part in _PARTS[base]]
    closed: dict[date, str] = {}
    opened: dict[date, str] = {}
    for day in sorted({it.day for it in proclaimed if it.base is base or it.base in parts}):
        said = {it.base: it for it in proclaimed if it.day == day}
        if base in said:
            (opened if said[base].open else closed)[day] = said[base].why
            continue
        if closing := [it for it in said.values() if it.base in parts and not it.open]:
            closed[day] = closing[-1].why
        elif all(part in said or calendar_of(part, known_on=known_on).is_open(day) for part in parts):
            opened[day] = next(said[part].why for part in parts if part in said)
    return closed, opened


def _in_short(word: str, days: tuple[tuple[date, str], ...]) -> str:
    """Return days of a calendar's own in a bounded number of characters; the reasons are in the digest."""
    if not days:
        return ""
    digest = hashlib.sha256(repr([(day.isoformat(), why) for day, why in days]).encode()).hexdigest()[:8]
    few = len(days) <= _MOST_DAYS_IN_VERSION
    return f", {word} {' '.join(day.isoformat() for day, _ in days) if few else f'{len(days)} days'} ({digest})"


@cache
def _year(part: str, year: int) -> Mapping[date, str]:
    """Return the holidays of a part of the United Kingdom in a year, by day.

    One object is made for each year and then left alone: an object that grows when it is asked about a new year
    answers wrongly to a second thread that asks in between.
    """
    # The library says "observed"; in the United Kingdom it is a substitute day.
    found = {
        day: name.replace(" (observed)", ", substitute day")
        for day, name in holidays.country_holidays("GB", subdiv=part, years=year, expand=False).items()
    }
    return {day: name for day, name in found.items() if (part, day) not in _NONE_AFTER_ALL}
