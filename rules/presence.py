"""Who is there when a meeting votes: itself, by a substitute, or by a proxy that counts as there. Pure.

A meeting's record has who came, who was sent for whom and named when, and who gave a proxy to whom. From it follows who
counts as there, who votes for whom, and which of them do not count and why. Where an agreement says nothing of proxies
there are none; where it says nothing of substitutes, whoever a member sends sits for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from rules.days import in_words
from rules.deadlines import Working, instant_of
from rules.electorates import Voter
from rules.last_days import in_time
from rules.moments import Calendars, Lacking, Waits, moment
from rules.terms import Event, Forum, Proxies, Rule, Substitutes, Terms

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six")
_ORDINALS = ("A first", "A second", "A third", "A fourth", "A fifth", "A sixth", "A seventh")


@dataclass(frozen=True)
class Substitute:
    """Who was sent for a member, and when they were named: an instant, or a day; None where nobody has recorded it."""

    name: str
    named: datetime | date | None = None


@dataclass(frozen=True)
class Attended:
    """How one member of a forum was at a meeting, or was not.

    `key` is a partner's or a place's, and `partner` whom it is for. `itself`: it came, and `who` says who that was;
    `late` says who came of a member for whom a substitute sat, and when, in the record's words.
    """

    key: str
    name: str
    partner: str | None
    itself: bool = False
    who: str | None = None
    substitute: Substitute | None = None
    late: str | None = None


@dataclass(frozen=True)
class Paper:
    """A proxy: `giver` has `holder` vote for it. `on_record` is when the paper came; None where there is none."""

    giver: str
    holder: str
    on_record: datetime | date | None = None


@dataclass(frozen=True)
class Record:
    """What is on record of a meeting that was held on a day, and began at an instant where its hour is known."""

    on: date
    zone: ZoneInfo
    members: tuple[Attended, ...]
    papers: tuple[Paper, ...] = ()
    begins_at: datetime | None = None

    def name_of(self, key: str) -> str:
        """Return what a member is called."""
        return next((one.name for one in self.members if one.key == key), key)


@dataclass(frozen=True)
class Presence:
    """Who was there, by the members' keys: `own` came or had a substitute, `there` has those by proxy too.

    `proxies` are those that hold, and `substitutes` the members for whom somebody sat. `refused` says, a sentence each,
    which did not count and why. `waits` says what must be known first; then nobody can say who was there.
    """

    own: frozenset[str]
    there: frozenset[str]
    proxies: tuple[Paper, ...] = ()
    substitutes: tuple[Attended, ...] = ()
    refused: tuple[str, ...] = ()
    waits: str | None = None


@dataclass(frozen=True)
class Cast:
    """How a vote came: who cast it, those they vote for, and whether the secretary recorded it, with its evidence."""

    by: str
    votes_for: Collection[str] = ()
    recorded: bool = False


@dataclass(frozen=True)
class Voting:
    """Who of an electorate was there and who voted by a proxy, by the voters' keys."""

    there: frozenset[str]
    by_proxy: Mapping[str, str] = field(default_factory=dict)


def named_until(terms: Terms, forum: Forum, record: Record, calendars: Calendars) -> Working | Waits | None:
    """Return the last moment to name a substitute with its working, or what it waits for; None where there is none.

    Hours are counted back from the hour of the meeting, and wait for it.
    """
    if forum.substitutes is None or forum.substitutes.named_by is None:
        return None
    facts = {Event.MEETING.value: record.begins_at or record.on}
    place = [one.key for one in terms.forums].index(forum.key)
    at = f"forums.{place}.substitutes.named_by"
    return moment(terms, forum.substitutes.named_by, facts, calendars=calendars, at=at)


def presence(
    forum: Forum,
    record: Record,
    until: Working | Waits | None = None,
    *,
    recused: Collection[str] = (),
    voted: datetime | date | None = None,
) -> Presence:
    """Return who was there for a vote by a meeting's record, and which proxies and substitutes did not count.

    `until` is the last moment to name a substitute. `recused` are the members and partners that take no part in what is
    voted on: they hold nobody's proxy. `voted` is when it was voted on; left out, it was on the meeting's day.
    """
    substitutes = forum.substitutes
    sent = [one for one in record.members if one.substitute is not None]
    if isinstance(until, Waits):
        if substitutes is not None and sent:
            return Presence(frozenset(), frozenset(), waits=_waits(substitutes, until, sent))
        until = None
    sitting: list[Attended] = []
    refused: list[str] = []
    for one in sent:
        why = _not_named(substitutes, record, one, until) or _twice(record, one, sitting)
        if why is None:
            sitting.append(one)
        else:
            refused.append(why)
    own = frozenset(one.key for one in record.members if one.itself or one in sitting)
    holding, left_out = _proxies(forum.proxies, record, own, frozenset(recused), voted or record.on)
    by_proxy = {paper.giver for paper in holding} if forum.proxies is not None and forum.proxies.there else set()
    return Presence(own, own | by_proxy, tuple(holding), tuple(sitting), (*refused, *left_out))


def voting(record: Record, present: Presence, voters: Iterable[Voter]) -> Voting:
    """Return which of these voters were there, and who voted for those that had given a proxy.

    A place is there by its own row. A partner is there where any of its members is; a place for a partner that has no
    row of its own is there where the partner is.
    """
    given = {paper.giver: paper.holder for paper in present.proxies}
    rows = {voter.key: _rows_of(record, voter) for voter in voters}
    there = {key for key, mine in rows.items() if mine & present.there}
    by_proxy = {
        key: next(given[one.key] for one in record.members if one.key in mine and one.key in given)
        for key, mine in rows.items()
        if not mine & present.own and mine & given.keys()
    }
    return Voting(frozenset(there), by_proxy)


def not_counted(forum: Forum, record: Record, present: Presence, voter: Voter, cast: Cast) -> str | None:
    """Return why a vote is kept and shown and does not count by a meeting's record; None where it counts.

    It counts where the voter was there, or voted by a proxy; then it is as the holder says, and where somebody sat for
    the member for the whole meeting as that one says. What the secretary recorded is what was said at the meeting.
    """
    found = voting(record, present, (voter,))
    if voter.key in found.by_proxy:
        holder = found.by_proxy[voter.key]
        its = {holder, *(one.partner for one in record.members if one.key == holder)}
        if cast.recorded or its & set(cast.votes_for):
            return None
        return f"{record.name_of(holder)} votes for it by proxy, and has not said how"
    if voter.key not in found.there:
        return "not there, without a proxy"
    mine = _rows_of(record, voter)
    sitting = [one for one in present.substitutes if one.key in mine and not cast.recorded]
    for_meeting = forum.substitutes is not None and forum.substitutes.sit_for == "meeting"
    if for_meeting and sitting and len(sitting) == len(mine & present.own):
        names = [one.substitute.name for one in sitting if one.substitute is not None]
        if cast.by.casefold() not in {name.casefold() for name in names}:
            return f"{names[0]} sat for {voter.name} at this meeting"
    return None


def _rows_of(record: Record, voter: Voter) -> frozenset[str]:
    own = frozenset(one.key for one in record.members if one.key == voter.key)
    of_partner = (one.key for one in record.members if voter.partner is not None and one.partner == voter.partner)
    return own or frozenset(of_partner)


# --- Substitutes --------------------------------------------------------------------------------------------------


def _waits(substitutes: Substitutes, until: Waits, sent: list[Attended]) -> str:
    names = " and ".join(one.substitute.name for one in sent if one.substitute)
    what = "the hour of the meeting" if until.lacking is Lacking.HOUR else "what the partners decide"
    why = "" if until.lacking is Lacking.HOUR else f" {until.sentence}"
    return f"Waits for {what}: whether {names} was named in time depends on it{_in(substitutes)}.{why}"


def _not_named(substitutes: Substitutes | None, record: Record, one: Attended, until: Working | None) -> str | None:
    """Return why somebody does not sit for a member: nobody knows when they were named, or it was too late."""
    found = one.substitute
    if substitutes is None or until is None or found is None:
        return None
    clause = _in(substitutes)
    if found.named is None:
        return f"{found.name} has no vote for {one.name}: nobody has recorded when they were named{clause}."
    if _in_time(found.named, until, record.zone):
        return None
    named, last = moment_in_words(found.named, record.zone), last_in_words(until, record.zone)
    return f"{found.name}, named {named} (in time until {last}), may speak for {one.name} and has no vote{clause}."


def _in_time(named: datetime | date, until: Working, zone: ZoneInfo) -> bool:
    """Return whether somebody was named by a last moment: of hours not after the instant, else before its day ends."""
    if isinstance(named, datetime):
        return in_time(named, until, zone)
    instant = instant_of(until.due_on, until.due_at, zone)
    return named < until.due_on or (named == until.due_on and instant is None)  # a day alone does not say it was before


def _twice(record: Record, one: Attended, sitting: list[Attended]) -> str | None:
    """Return why somebody does not sit on a second place: nobody is two people. One deputy can stand for two partners.

    A row under a partner's own key is the partner's, and whoever comes for it may come for another one too.
    """
    name = one.substitute.name if one.substitute else ""
    if one.key == one.partner or not name:
        return None
    seats = [it for it in sitting if it.key != it.partner and it.substitute]
    taken = [it.name for it in seats if it.substitute and it.substitute.name.casefold() == name.casefold()]
    taken += [it.name for it in record.members if it.itself and (it.who or "").casefold() == name.casefold()]
    return f"{name} sits for {taken[0]} already, and has no second vote for {one.name}." if taken else None


# --- Proxies ------------------------------------------------------------------------------------------------------


def _proxies(
    rule: Proxies | None,
    record: Record,
    own: frozenset[str],
    recused: frozenset[str],
    voted: datetime | date,
) -> tuple[list[Paper], list[str]]:
    """Return the proxies that hold, those on record first before later ones, and a sentence for each other one."""
    holding: list[Paper] = []
    refused: list[str] = []
    for paper in sorted(record.papers, key=lambda one: _order(one.on_record, record.zone)):
        why = _not_valid(rule, record, paper, own, recused, voted)
        if why is None and rule is not None and rule.most is not None:
            why = _too_many(rule, record, paper, holding)
        if why is None:
            holding.append(paper)
        else:
            refused.append(why)
    return holding, refused


def _not_valid(
    rule: Proxies | None,
    record: Record,
    paper: Paper,
    own: frozenset[str],
    recused: frozenset[str],
    voted: datetime | date,
) -> str | None:
    giver, holder = record.name_of(paper.giver), record.name_of(paper.holder)
    if rule is None:
        return f"The proxy of {giver} to {holder}: does not count, the agreement knows no proxies."
    said = f"The {_noun(rule)} of {giver} to {holder}: refused"
    if paper.giver in own:
        return f"{said}, {giver} was there itself{_in(rule)}."
    if paper.holder not in own:
        return f"{said}, {holder} was not there{_in(rule)}."
    if any(one.key == paper.holder and {one.key, one.partner} & recused for one in record.members):
        return f"{said}, {holder} takes no part in this because of a conflict of interest{_in(rule)}."
    if rule.written and paper.on_record is None:
        return f"{said}, it is not on paper{_in(rule)}."
    if rule.written and paper.on_record is not None and not _before(paper.on_record, voted, record.zone):
        came, then = (moment_in_words(it, record.zone) for it in (paper.on_record, voted))
        return f"{said}, it came {came}, after the vote ({then}){_in(rule)}."
    return None


def _too_many(rule: Proxies, record: Record, paper: Paper, holding: list[Paper]) -> str | None:
    """Return why a person holds no more proxies; one person who came for two members is one person."""
    most = rule.most or 0
    person = _person(record, paper.holder)
    held = sum(_person(record, one.holder) == person for one in holding)
    if held < most:
        return None
    nth = _ORDINALS[most] if most < len(_ORDINALS) else "One more"
    number = _NUMBERS[most] if most < len(_NUMBERS) else str(most)
    giver, holder = record.name_of(paper.giver), record.name_of(paper.holder)
    return f"{nth} {_noun(rule)} to {holder}, of {giver}: refused, {number} a person{_in(rule)}."


def _person(record: Record, key: str) -> str:
    one = next((it for it in record.members if it.key == key), None)
    came = None if one is None else one.who if one.itself else one.substitute.name if one.substitute else None
    return came.casefold() if came else f"={key}"


def _before(paper: datetime | date, voted: datetime | date, zone: ZoneInfo) -> bool:
    """Return whether a paper was there before a vote. Where an hour is not known of both, its day has to do."""
    if isinstance(paper, datetime) and isinstance(voted, datetime):
        return paper < voted
    return _day(paper, zone) <= _day(voted, zone)


def _order(paper: datetime | date | None, zone: ZoneInfo) -> tuple[date, str]:
    if paper is None:
        return date.max, ""
    return _day(paper, zone), paper.isoformat() if isinstance(paper, datetime) else ""


# --- Words --------------------------------------------------------------------------------------------------------


def moment_in_words(moment: datetime | date, zone: ZoneInfo) -> str:
    """Return a moment as people write it, with its hour where it has one: Sun 12 May 2024 21:15."""
    if not isinstance(moment, datetime):
        return in_words(moment)
    local = moment.astimezone(zone)
    return f"{in_words(local.date())} {local:%H:%M}"


def last_in_words(until: Working, zone: ZoneInfo) -> str:
    """Return a last moment: of hours the instant, else the end of a day."""
    if instant := instant_of(until.due_on, until.due_at, zone):
        return moment_in_words(instant, zone)
    return f"the end of {in_words(until.due_on)}"


def _day(moment: datetime | date, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date() if isinstance(moment, datetime) else moment


def _noun(rule: Proxies) -> str:
    return "paper" if rule.written else "proxy"


def _in(rule: Rule) -> str:
    return f" ({rule.clause})" if rule.clause else ""
