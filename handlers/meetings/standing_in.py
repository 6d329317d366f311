"""Who stood in for whom at a meeting, as the form of its record asks for it.

Substitutes, members who came although somebody sat for them, and proxies are written a line apiece, by the names of the
members. A day, and an hour where it matters, stands at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.actors import partners_by_name
from handlers.forms import Field, FormRefused, Kind, Values
from handlers.meetings.forms import hour_field, time_in
from rules import local_times
from rules.errors import Refusal
from rules.forums import Member
from rules.meeting_life import Came
from rules.presence import moment_in_words
from rules.terms import Forum, Terms, Unit
from storage.meetings import Meeting, Proxy

_MOMENT = re.compile(
    r"[\s,]+(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?"
    r"(?P<day>\d{1,2} [A-Za-z]{3,9} \d{4}|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4})"
    r"(?:[\s,]+(?:at )?(?P<hour>\d{1,2}[:.]\d\d(?: ?[A-Z]{3,5})?))?\s*$",
    re.IGNORECASE,
)
_DAYS = ("%d %B %Y", "%d %b %Y", "%Y-%m-%d", "%d/%m/%Y")


@dataclass(frozen=True)
class Moment:
    """A day, and the instant where an hour was written."""

    on: date
    at: datetime | None


def in_hours(forum: Forum) -> bool:
    """Return whether a substitute is named so many hours before a meeting, so that the hour of both matters."""
    named_by = forum.substitutes.named_by if forum.substitutes else None
    return named_by is not None and named_by.limit is not None and named_by.limit.unit is Unit.HOURS


def hour_fields(forum: Forum, meeting: Meeting) -> tuple[Field, ...]:
    """Return the question for the hour of a meeting, where something is counted back from it."""
    began = replace(hour_field(meeting.begins_at), label="At what time it began")
    return (replace(began, hint="Substitutes are to be named so many hours before it."),) if in_hours(forum) else ()


def lines_of(meeting: Meeting, zone: ZoneInfo) -> str:
    """Return the lines that say who the deputies at a meeting were, and when they were named where that is known."""
    found = []
    for one in meeting.attendances:
        if one.came is Came.DEPUTY and one.who:
            moment = one.named_at or one.named_on
            found.append(f"{one.name}: {one.who}" + (f", {moment_in_words(moment, zone)}" if moment else ""))
    return "\n".join(found)


def fields(forum: Forum, meeting: Meeting, members: Sequence[Member], zone: ZoneInfo) -> tuple[Field, ...]:
    """Return the questions for who came although somebody sat for them, and for the proxies, where a forum has them."""
    names = {one.key: one.name for one in members}
    first, second = [*(one.name for one in members), "Oak Lane", "Mill Lane"][:2]
    found = []
    if forum.substitutes is not None:
        late = [f"{one.name}: {one.late}" for one in meeting.attendances if one.late]
        vote = "They may speak" if forum.substitutes.sit_for == "meeting" else "They vote where nobody sits for them"
        found.append(
            Field(
                "late",
                "Who came although somebody sat for them",
                Kind.TEXT,
                required=False,
                limit=1000,
                initial="\n".join(late) or None,
                hint=f"One a line, such as {first}: Mr Ames at 19:20. {vote}.",
            )
        )
    if forum.proxies is not None:
        given = [
            f"{names.get(one.giver, one.giver)}: {names.get(one.holder, one.holder)}" + _written(one, zone)
            for one in meeting.proxies
        ]
        paper = ", 3 May 2024" if forum.proxies.written else ""
        when = " The day is when the paper came." if forum.proxies.written else ""
        found.append(
            Field(
                "proxies",
                "Who was away and gave a proxy, and to whom",
                Kind.TEXT,
                required=False,
                limit=2000,
                initial="\n".join(given) or None,
                hint=f"One a line, such as {first[:30]}: {second[:30]}{paper}.{when}",
            )
        )
    return tuple(found)


def _written(one: Proxy, zone: ZoneInfo) -> str:
    moment = one.paper_at or one.paper_on
    return f", {moment_in_words(moment, zone)}" if moment else ""


def took_place(forum: Forum, meeting: Meeting, values: Values, terms: Terms) -> None:
    """Keep the hour of a meeting, where its form asks for it."""
    if in_hours(forum):
        meeting.begins_at = time_in(values, meeting.meets_on, terms, meeting.meets_on)


def moment_at_end(line: str, zone: ZoneInfo) -> tuple[str, Moment | None]:
    """Return a line without the day and the hour at its end, and those; None where none stands there.

    Raises ValueError, or Refusal, for what looks like a day or an hour and is none, or is two.
    """
    found = _MOMENT.search(line)
    if found is None:
        return line, None
    day = _day(found["day"])
    at = _instant(day, found["hour"], zone) if found["hour"] else None
    return line[: found.start()].rstrip(" ,"), Moment(day, at)


def _instant(day: date, typed: str, zone: ZoneInfo) -> datetime:
    read = local_times.written(typed)
    if read is None:
        raise ValueError(f"{typed} is no time of day.")
    found = local_times.local_time(day, read[0], zone, today=day, name=read[1])
    if found.refused:
        raise ValueError(found.refused)
    if found.odd:
        raise ValueError(f"{found.odd}. Please write the zone behind it too, such as GMT or BST.")
    return found.at


def _day(written: str) -> date:
    for form in _DAYS:
        try:
            return datetime.strptime(written, form).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    raise ValueError(f"{written} is no day.")


def named(forum: Forum, line: str, zone: ZoneInfo) -> tuple[str, Moment | None]:
    """Return who a line of substitutes names for whom, without the moment at its end, and when they were named.

    Raises FormRefused where the forum has a last moment for it, and the line does not say when.
    """
    if forum.substitutes is None:
        return line, None
    try:
        rest, moment = moment_at_end(line, zone)
    except (ValueError, Refusal) as wrong:
        raise FormRefused({"names": f"“{line[:60]}”: {wrong} Please write it as 12 May 2024 21:15."}) from None
    if forum.substitutes.named_by is not None and (moment is None or (in_hours(forum) and moment.at is None)):
        what, such = ("the day and the hour", "12 May 2024 21:15") if in_hours(forum) else ("the day", "12 May 2024")
        raise FormRefused(
            {"names": f"When was the substitute of “{line[:60]}” named? Please write {what} behind it, such as {such}."}
        )
    return rest, moment


def names_of(terms: Terms, members: Sequence[Member]) -> dict[str, str]:
    """Return the keys of members by whatever they are called, case folded.

    A place that is a partner's one and only is called by the partner's names too: Oak Lane, for Society, Oak Lane.
    """
    places: dict[str, list[str]] = {}
    for one in members:
        places.setdefault(one.partner or "", []).append(one.key)
    only = {partner: keys[0] for partner, keys in places.items() if partner and len(keys) == 1}
    by_partner = {name: only[partner] for name, partner in partners_by_name(terms).items() if partner in only}
    return by_partner | {one.name.casefold(): one.key for one in members}


def late_in(terms: Terms, members: Sequence[Member], sent: Iterable[str], values: Values) -> dict[str, str]:
    """Return who of a member came although somebody sat for it, by the member. Raises FormRefused for another line."""
    chosen = set(sent)
    names = {name: key for name, key in names_of(terms, members).items() if key in chosen}
    found: dict[str, str] = {}
    for line in _lines(values, "late"):
        whose, colon, who = line.partition(":")
        key = names.get(whose.strip().casefold())
        if not colon or key is None or not who.strip():
            known = ", ".join(one.name for one in members if one.key in chosen) or "nobody"
            hint = f"Write one a line, such as Quay Road: Mr Ames at 19:20. Somebody sat for: {known}."
            raise FormRefused({"late": f"I can't read “{line[:60]}”. {hint}"})
        found[key] = who.strip()[:150]
    return found


def proxies_in(terms: Terms, forum: Forum, members: Sequence[Member], values: Values) -> list[Proxy]:
    """Return the proxies of a form. Raises FormRefused for a line that names no two members, or one of them twice."""
    if forum.proxies is None:
        return []
    found: dict[str, Proxy] = {}
    names, zone = names_of(terms, members), ZoneInfo(terms.timezone)
    listed = "; ".join(one.name for one in members)[:600]
    for line in _lines(values, "proxies"):
        giver, holder, moment = _proxy(line, names, listed, zone)
        if giver in found:
            raise FormRefused({"proxies": f"“{line[:60]}”: it stands twice. Please keep the one that holds."})
        if giver == holder:
            raise FormRefused({"proxies": f"“{line[:60]}”: nobody gives a proxy to itself."})
        on, at = (moment.on, moment.at) if moment else (None, None)
        found[giver] = Proxy(giver=giver, holder=holder, paper_on=on, paper_at=at)
    return list(found.values())


def _proxy(line: str, names: Mapping[str, str], listed: str, zone: ZoneInfo) -> tuple[str, str, Moment | None]:
    hint = "Write one a line, such as Oak Lane: Mill Lane, 3 May 2024: who was away, who votes for it, its paper's day."
    try:
        rest, moment = moment_at_end(line, zone)
    except (ValueError, Refusal) as wrong:
        raise FormRefused({"proxies": f"“{line[:60]}”: {wrong} {hint}"}) from None
    giver, _, holder = rest.partition(":")
    keys = [names.get(one.strip().casefold()) for one in (giver, holder)]
    if keys[0] is None or keys[1] is None:
        raise FormRefused({"proxies": f"I can't read “{line[:60]}”. {hint} The members: {listed}."})
    return keys[0], keys[1], moment


def _lines(values: Values, field: str) -> list[str]:
    return [line.strip() for line in values.line(field).splitlines() if line.strip()]
