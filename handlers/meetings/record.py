"""Record a meeting: when it was held, who was there and who was not, in public or not, its minutes; correct that."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers.acting import Acting, record
from handlers.actors import name_of
from handlers.decisions import by_record
from handlers.forms import Form, FormRefused, Values
from handlers.meetings import changes, forms, messages, opening, standing_in
from handlers.meetings.access import acting, move
from handlers.meetings.facts import facts_of, forum_of, members_of, quorum_facts, terms_of
from handlers.meetings.standing_in import Moment
from handlers.presence import facts_of as attendance_facts
from handlers.requests import Answer, Request, Say
from rules.forums import Member
from rules.meeting_life import Came, MeetingState
from rules.terms import Forum, Terms
from storage import redraws
from storage.meetings import Attendance, Meeting
from storage.people import Contact, leads_of

EARLIER = timedelta(days=31)
LINK = re.compile(r"https?://\S+")
LISTS = {"present": Came.MEMBER, "deputies": Came.DEPUTY, "apologies": Came.APOLOGIES}


def draw(name: str, session: Session, request: Request) -> Form:
    """Return the form that records a meeting, or corrects its record."""
    meeting, _ = acting(session, request, forms.FORMS[name])
    members, forum = _members(session, meeting), forum_of(session, meeting)
    zone = ZoneInfo(terms_of(session, meeting).timezone)
    counted = by_record.counted_by(session, meeting, request.now)
    first = f"{', '.join(counted)}: counted as soon as this is recorded. Please record what was voted first."
    form = forms.record_form(
        name,
        meeting,
        forum,
        members,
        deputies=standing_in.lines_of(meeting, zone),
        more=standing_in.fields(forum, meeting, members, zone),
        hour=standing_in.hour_fields(forum, meeting),
    )
    return replace(form, intro=f"{form.intro}\n\n{first}") if counted else form


def _members(session: Session, meeting: Meeting) -> tuple[Member, ...]:
    """Return who could have come: who belonged to the forum that day, and who is on record since."""
    found = members_of(session, meeting, meeting.meets_on)
    known = {one.key for one in found}
    return (*found, *(Member(o.member, o.name, o.partner) for o in meeting.attendances if o.member not in known))


def submit(name: str, session: Session, request: Request, values: Values) -> Answer:
    """Record a meeting, or correct its record. A partner for which nobody came is told, by its lead, and nobody else.

    What the agreement asks of the presence is worked out at once, and stands in the register with who was there.
    """
    by_record.locked(session, request.row)
    meeting, by = acting(session, request, forms.FORMS[name])
    corrects = name == "meeting_correct"
    members, day = _members(session, meeting), _held_on(meeting, by, values)
    forum, terms = forum_of(session, meeting), terms_of(session, meeting)
    came, who = _came(members, values), _deputies(terms, members, values, forum)
    sent = [key for key, how in came.items() if how is Came.DEPUTY]
    late = standing_in.late_in(terms, members, sent, values)
    proxies = standing_in.proxies_in(terms, forum, members, values)
    link = values.line("minutes_link")
    if link and not LINK.fullmatch(link):
        raise FormRefused({"minutes_link": "Please give the whole link, such as https://www.example.org/minutes.pdf."})
    if day != meeting.meets_on:
        changes.shift(session, meeting, day)
    standing_in.took_place(forum, meeting, values, terms)
    meeting.public = forms.PUBLIC.get(values.line("public"))
    meeting.minutes_link, meeting.minutes = link or None, values.line("minutes") or None
    meeting.attendances.clear()
    meeting.proxies.clear()
    session.flush()  # a member stands in it once, and those of before are gone
    meeting.proxies += proxies
    meeting.attendances += [_attendance(one, came[one.key], who.get(one.key), late.get(one.key)) for one in members]
    session.flush()  # what is shown of it is read anew
    if not corrects:
        move(session, meeting, MeetingState.HELD, by.now)
    opening.keep_dates(session, meeting, by.now, why="The meeting was held.")
    record(session, by, meeting, "meeting-corrected" if corrects else "meeting-held", _facts(session, meeting, values))
    _tell_absent(session, meeting, by)
    told = {**by.facts, "did": "corrected" if corrects else "held", "words": values.line("words"), "was_on": None}
    told |= {
        "notice": None,
        "attendance": attendance_facts(session, meeting),
        "quorums": quorum_facts(session, meeting),
    }
    messages.retire_notices(session, meeting, by.now)
    once = f"corrected:{by.now.isoformat()}" if corrects else "held"
    messages.thread(session, meeting, told, once=once, now=by.now)
    by_record.recorded(session, meeting, by.now)
    redraws.note(session, meeting, by.now)
    return Say("meeting_held", {**facts_of(session, meeting, by.now, by.actor.holdings), **told})


def _attendance(one: Member, came: Came, sent: tuple[str, Moment | None] | None, late: str | None) -> Attendance:
    name, moment = sent or (None, None)
    deputy = came is Came.DEPUTY
    return Attendance(
        member=one.key,
        name=one.name,
        partner=one.partner,
        came=came,
        who=name if deputy else one.holder if came.there else None,
        named_on=moment.on if deputy and moment else None,
        named_at=moment.at if deputy and moment else None,
        late=late,
    )


def _held_on(meeting: Meeting, by: Acting, values: Values) -> date:
    return forms.day_in(values, "held_on", first_on=meeting.meets_on - EARLIER, last_on=by.actor.today)


def _came(members: Sequence[Member], values: Values) -> dict[str, Came]:
    """Return how each member came, or did not. Raises FormRefused for one in two lists, and where nobody came."""
    found = dict.fromkeys((one.key for one in members), Came.ABSENT)
    names = {one.key: one.name for one in members}
    for field, came in LISTS.items():
        for key in values.many(field):
            if found[key] is not Came.ABSENT:
                raise FormRefused({field: f"{names[key]} stands in two of the lists. Please choose it in one of them."})
            found[key] = came
    if not any(came.there for came in found.values()):
        raise FormRefused({"present": "Nobody came, so it was not held. Please choose who came, or call it off."})
    return found


def _deputies(
    terms: Terms, members: Sequence[Member], values: Values, forum: Forum
) -> dict[str, tuple[str, Moment | None]]:
    """Return the names of the deputies by member, and when they were named; one can stand for several (Sefton 8.6).

    Raises FormRefused for a line that names nobody who sent a deputy, and where it has to say when and does not.
    """
    chosen, zone = values.many("deputies"), ZoneInfo(terms.timezone)
    sent = {name: key for name, key in standing_in.names_of(terms, members).items() if key in chosen}
    found: dict[str, tuple[str, Moment | None]] = {}
    for line in filter(None, (line.strip() for line in values.line("names").splitlines())):
        rest, moment = standing_in.named(forum, line, zone)
        whose, colon, name = rest.rpartition(":")
        keys = _meant(whose, sent) if colon and name.strip() else None
        if keys is None:
            known = ", ".join(one.name for one in members if one.key in chosen) or "nobody"
            such = "LUHFT: Pat Hill" if forum.substitutes is None else "Quay Road: J. Pell, 12 May 2024 21:15"
            hint = f"Write one a line, such as {such}. Chosen above: {known}."
            raise FormRefused({"names": f"I can't read “{line[:60]}”. {hint}"})
        found |= dict.fromkeys(keys, (name.strip()[:150], moment))
    unnamed = [one.name for one in members if one.key in chosen and one.key not in found]
    if forum.substitutes is not None and unnamed:
        hint = "Please write one a line, such as Quay Road: J. Pell, 12 May 2024 21:15."
        raise FormRefused({"names": f"Who sat for {unnamed[0]}? {hint}"})
    return found


def _meant(whose: str, sent: Mapping[str, str]) -> list[str] | None:
    """Return the members that a line names, one or several; None where it names anybody else, or nobody.

    Names can have an "and" of their own, so the longest that are known are taken out first.
    """
    left, found = whose.casefold(), []
    for name in sorted(sent, key=len, reverse=True):
        if name in left:
            left = left.replace(name, " ")
            found.append(sent[name])
    apart = re.fullmatch(r"(?:\s|,|;|&|\band\b)*", left)
    return found if found and apart else None


def _facts(session: Session, meeting: Meeting, values: Values) -> dict[str, Any]:
    """Return what proves who was there."""
    members = {
        came.value: [
            {"member": one.member, "name": one.name, **_known(one)} for one in meeting.attendances if one.came is came
        ]
        for came in Came
    }
    return {
        "on": meeting.meets_on.isoformat(),
        "nominal_on": meeting.nominal_on.isoformat() if meeting.nominal_on else None,
        "public": meeting.public,
        "attendance": members,
        "proxies": [
            {"giver": one.giver, "holder": one.holder, "paper": _iso(one.paper_at or one.paper_on)}
            for one in meeting.proxies
        ],
        "quorums": quorum_facts(session, meeting),
        "minutes_link": meeting.minutes_link,
        "minutes": meeting.minutes,
        "words": values.line("words"),
    }


def _known(one: Attendance) -> dict[str, str]:
    """Return what is known of who came: their name, when a substitute was named, who came all the same."""
    found = {"who": one.who, "named": _iso(one.named_at or one.named_on), "late": one.late}
    return {name: value for name, value in found.items() if value}


def _iso(moment: datetime | date | None) -> str | None:
    return moment.isoformat() if moment else None


def _tell_absent(session: Session, meeting: Meeting, by: Acting) -> None:
    """Tell the lead of each partner for which nobody came, by one message for all of theirs."""
    given = {one.giver for one in meeting.proxies}
    there = {one.partner for one in meeting.attendances if one.came.there or one.member in given}
    absent = {one.partner: one.came for one in meeting.attendances if one.partner and one.partner not in there}
    terms = terms_of(session, meeting)
    reached = leads_of(session, meeting.agreement_id, tuple(absent), by.actor.today)
    forum = forum_of(session, meeting)

    def facts(contact: Contact) -> Mapping[str, Any]:
        mine = [partner for partner, known in reached.items() if known.person.id == contact.person.id]
        return {
            "partners": [name_of(terms, partner) for partner in mine],
            "apologies": [name_of(terms, partner) for partner in mine if absent[partner] is Came.APOLOGIES],
            "asked": forum.all_partners_attend,
            "minutes_link": meeting.minutes_link,
        }

    messages.tell(
        session,
        meeting,
        "meeting_absent",
        facts,
        reached,
        once="absent",
        now=by.now,
        but=by.actor.person.id,
    )
