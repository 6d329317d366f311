"""Declared interests: what they are, whether the others have consented, and whom they keep out of a matter. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import takewhile
from zoneinfo import ZoneInfo

from rules import moments
from rules.deadlines import Working, coming_round, local_date
from rules.last_days import in_time
from rules.moments import Calendars
from rules.terms import Event, Moment, Role, Terms, Unit

DAY = timedelta(days=1)


class Category(StrEnum):
    """The four kinds of interest that NHS England's guidance on conflicts of interest tells apart."""

    FINANCIAL = "financial"
    PROFESSIONAL = "non-financial-professional"
    PERSONAL = "non-financial-personal"
    INDIRECT = "indirect"


class Handling(StrEnum):
    """What is done about an interest in one matter, as the chair or the secretary decides."""

    NO_ACTION = "no-action"
    NOTED = "noted"
    WITHOUT_VOTING = "without-voting"
    WITHDRAWS = "withdraws"
    MOVED = "responsibility-moved"
    REMOVED = "removed"

    @property
    def keeps_out(self) -> bool:
        """Return whether it keeps the partner out of what is decided."""
        return self not in (Handling.NO_ACTION, Handling.NOTED)


class Owed(StrEnum):
    """What is owed to a conflict, and to the round in which all declare their interests."""

    CONSENT = "consent"
    INTERESTS = "interests"


@dataclass(frozen=True)
class Interest:
    """A partner's interest in one matter, as the rules see it.

    `needs` are the partners whose consent it needs before it takes part; None where the agreement asks for none.
    `consents` has what those who have answered said.
    """

    partner: str
    needs: frozenset[str] | None
    consents: Mapping[str, bool]
    handling: Handling | None = None
    ended: bool = False

    @property
    def waiting(self) -> frozenset[str]:
        """Return the partners whose consent is needed and that have not answered. Silence is not consent."""
        return (self.needs or frozenset()) - frozenset(self.consents)

    @property
    def consented(self) -> bool:
        """Return whether every partner whose consent is needed has given it; True where none is needed."""
        return self.needs is None or all(self.consents.get(partner) is True for partner in self.needs)

    @property
    def keeps_out(self) -> bool:
        """Return whether its partner takes no part in the matter as things stand."""
        if self.ended:
            return False
        return not self.consented or (self.handling is not None and self.handling.keeps_out)


def needed_consents(terms: Terms, partner: str, *, told: Collection[str]) -> frozenset[str] | None:
    """Return whose consent a conflicted partner needs before it takes part in a matter those told know of.

    Sefton 9.1.2: that of the other partners, each of them. None: the agreement asks for no consent of partners.
    """
    rule = terms.conflicts
    if rule is None or rule.consent_of != "other-partners" or rule.consent_before != "participating":
        return None
    return frozenset(told) - {partner}


def kept_out(interests: Iterable[Interest]) -> tuple[str, ...]:
    """Return the partners that take no part in a matter, each once, in the order of what was declared."""
    return tuple(dict.fromkeys(one.partner for one in interests if one.keeps_out))


def uncountable(terms: Terms, calendars: Calendars) -> bool:
    """Return whether the agreement asks for rounds of declarations that are counted in days nobody has decided yet."""
    refresh = terms.conflicts.refresh if terms.conflicts else None
    if refresh is None:
        return False
    on_a_calendar = refresh.calendar is not None or refresh.unit is Unit.OPERATIONAL_DAYS
    return on_a_calendar and (refresh.calendar is None or calendars.get(refresh.calendar) is None)


def rounds(terms: Terms, first: date, *, until: date, calendars: Calendars) -> Iterator[date]:
    """Yield the days until another, with it, on which a round of declarations begins after the one of the first day.

    Nothing where the agreement asks for none, or counts in days of a calendar that nobody has decided yet.
    """
    refresh, zone = terms.conflicts.refresh if terms.conflicts else None, ZoneInfo(terms.timezone)
    if refresh is None or refresh.number == 0:
        return
    if uncountable(terms, calendars):
        return
    calendar = calendars.get(refresh.calendar) if refresh.calendar else None
    days = (local_date(at, zone) for at in coming_round(refresh, first, zone=zone, calendar=calendar))
    yield from takewhile(lambda day: day <= until, days)


def round_began(terms: Terms, first: date, today: date, *, calendars: Calendars) -> date | None:
    """Return the day on which the round of declarations began that runs today; None where the agreement asks for none.

    The first round begins with the agreement.
    """
    refresh = terms.conflicts.refresh if terms.conflicts else None
    if refresh is None or refresh.number == 0 or today < first:
        return None
    return max(rounds(terms, first, until=today, calendars=calendars), default=first)


@dataclass(frozen=True)
class Prompt:
    """Why a partner may want to look whether it has an interest in a matter. A prompt, never an accusation.

    `roles` are its own, where it has more than one in the partnership; `other` is a partner it is related to, as by a
    joint officer, a shared address or a venture.
    """

    partner: str
    roles: tuple[Role, ...] = ()
    other: str | None = None


def prompts(terms: Terms, partner: str, concerned: Collection[str]) -> tuple[Prompt, ...]:
    """Return why a partner may want to look whether it has an interest in a matter between those concerned.

    Sefton, Background (e): a council that commissions and provides says in which role it acts. Empty where the
    agreement says nothing of interests, or the partner is not concerned and related to nobody who is.
    """
    rule = terms.conflicts
    known = {found.key: found for found in terms.partners}
    if rule is None or partner not in known:
        return ()
    found = []
    if rule.dual_roles_declare and partner in concerned and len(known[partner].roles) > 1:
        found.append(Prompt(partner, roles=known[partner].roles))
    others = (key for key in known if key in concerned and key != partner)
    related = (key for key in others if key in known[partner].related or partner in known[key].related)
    return (*found, *(Prompt(partner, other=other) for other in related))


def touches(reach: Collection[str], places: Collection[str]) -> bool:
    """Return whether an interest in forums, programmes and the like reaches a matter that lies in these places.

    Both are written `forum:partnership-board`, `programme:frailty`, `element:beds`.
    """
    return not frozenset(reach).isdisjoint(places)


_GUIDANCE = Moment.model_validate("28 calendar-days after aware")


def later_than_guidance(terms: Terms, aware_at: datetime, declared_at: datetime) -> bool:
    """Return whether a declaration came later than NHS England's guidance asks, where the agreement keeps its 28 days.

    They are whole days: what somebody became aware of on 2 March is in time until the end of 30 March.
    https://www.england.nhs.uk/long-read/managing-conflicts-of-interest-in-the-nhs/
    """
    rule = terms.conflicts
    if rule is None or not rule.nhs_28_days:
        return False
    found = moments.moment(terms, _GUIDANCE, {Event.AWARE: aware_at}, calendars={})
    return isinstance(found, Working) and not in_time(declared_at, found, ZoneInfo(terms.timezone))


def declare_by(terms: Terms, aware_at: datetime, calendars: Calendars) -> Working | None:
    """Return until when an interest can be declared in time, with how it is counted.

    None where the agreement sets no length of time, or it cannot be counted yet.
    """
    rule = terms.conflicts
    if rule is None or isinstance(rule.within, str):
        return None
    within = rule.within.model_copy(update={"clause": rule.within.clause or rule.clause})
    found = moments.moment(terms, within, {Event.AWARE: aware_at}, calendars=calendars, at="conflicts.within")
    return found if isinstance(found, Working) else None


def late_by(terms: Terms, aware_at: datetime, declared_at: datetime, calendars: Calendars) -> timedelta | None:
    """Return by how much a declaration came later than the agreement asks; None where it came in time.

    "Immediately" (Sefton 9.1.1) is counted in minutes, and what took less than one is in time.
    """
    if terms.conflicts is None:
        return None
    if terms.conflicts.within == "immediately":
        late = declared_at - aware_at
        return late if late >= timedelta(minutes=1) else None
    found = declare_by(terms, aware_at, calendars)
    if found is None or in_time(declared_at, found, ZoneInfo(terms.timezone)):
        return None
    return declared_at - found.due_at
