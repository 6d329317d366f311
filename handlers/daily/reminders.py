"""Reminders of one deadline, to those who still owe: in their hours, once for each moment, snoozed on request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import (
    actors,
    outgoing,
)
from handlers.actors import local_day
from handlers.deadlines import deadline_facts, plan_nudge, reminder_calendar, reminders_of
from handlers.debts import Debt, Owing, Reached, by_person
from handlers.issues.facts import MATTER, facts_given
from handlers.kinds import KINDS
from handlers.matters import seen
from handlers.overview import debts
from handlers.requests import Answer, Button, Request, Say
from rules import nudges
from rules.days import in_words
from rules.errors import Refusal
from rules.nudges import Snooze
from rules.terms import Terms
from storage import agreements, deadlines, matters, notices, outbox, rows
from storage.deadlines import LIVE, Deadline
from storage.issues import Issue
from storage.matters import Matter
from storage.notices import Notice
from storage.people import Account, Contact

SNOOZES = {
    "snooze_day": Snooze.ONE_DAY,
    "snooze_monday": Snooze.UNTIL_MONDAY,
    "snooze_before": Snooze.UNTIL_TWO_DAYS_BEFORE,
}


def remind(session: Session, due: Sequence[Deadline], now: datetime) -> int:
    """Queue the reminders of these deadlines, to each person who still owes, and plan the next; return how many.

    Moments missed while nobody was looking are one reminder, not several: the next is planned from now. A
    reminder that still waits for somebody's working hours gives way to this one.
    """
    living = [deadline for deadline in due if deadline.state in LIVE]
    found = matters.lock(session, matters.by_kind((deadline.matter, deadline.matter_id) for deadline in living))
    owed = debts.of_matters(session, found, now)
    outbox.withdraw(session, *(reminders_of(deadline) for deadline in living))
    round_ = _Round(
        session,
        now,
        snoozed=deadlines.snoozed(session, [deadline.id for deadline in living]),
        told=notices.of_matters(session, MATTER, [row for kind, row in found if kind == MATTER]),
    )
    queued: list[dict[str, Any]] = []
    for deadline in living:
        moment = deadline.next_nudge_at or now
        of_date = _of_date(deadline, owed.get((deadline.matter, deadline.matter_id), []))
        for contact, mine in round_.reached(of_date).values():
            if contact.account is not None:
                queued.append(_message(round_, deadline, contact, contact.account, mine, moment=moment))
    for deadline in due:
        deadline.next_nudge_at = None
    for deadline in living:
        matter = found[deadline.matter, deadline.matter_id]
        plan_nudge(session, agreements.terms_of(session, matter.terms_id), deadline, after=now)
    outbox.put_all(session, queued)
    return len(queued)


def _of_date(deadline: Deadline, owed: list[Debt]) -> list[Debt]:
    """Return what is owed by this date: a matter can have several, such as a meeting's notice and its papers."""
    return [debt for debt in owed if debt.deadline is None or debt.deadline.id == deadline.id]


@dataclass
class _Round:
    """What the reminders of one transaction share, so that it is read once."""

    session: Session
    now: datetime
    snoozed: Mapping[tuple[int, int], datetime]
    told: Mapping[int, list[Notice]]
    _leads: dict[int, Reached] = field(default_factory=dict)
    _facts: dict[tuple[str, int, date], dict[str, Any]] = field(default_factory=dict)

    def reached(self, owed: list[Debt]) -> dict[int, tuple[Contact, list[Debt]]]:
        """Return who is reminded of what is owed to one matter, by person."""
        if not owed:
            return {}
        matter = owed[0].matter
        if matter.matter != MATTER:
            return by_person(owed, debts.contacts_for(self.session, matter, self.now))
        if matter.agreement_id not in self._leads:
            self._leads[matter.agreement_id] = debts.contacts_for(self.session, matter, self.now)
        return by_person(owed, self._leads[matter.agreement_id])

    def facts(self, terms: Terms, matter: Owing, deadline: Deadline, at: datetime) -> dict[str, Any]:
        """Return a matter's facts; they change with the day only."""
        key = (deadline.matter, matter.id, local_day(terms, at))
        if key not in self._facts:
            if isinstance(matter, Issue):
                told = self.told[matter.id]
                self._facts[key] = facts_given(self.session, matter, at, deadline=deadline, told=told)
            else:
                dated = deadline_facts(self.session, terms, deadline, at)
                known = {"reference": matter.reference, "title": matter.title, "private": False, "deadline": dated}
                self._facts[key] = {**known, "proposal": None, "extension": None}
        return self._facts[key]


def _message(
    round_: _Round,
    deadline: Deadline,
    contact: Contact,
    account: Account,
    mine: list[Debt],
    *,
    moment: datetime,
) -> dict[str, Any]:
    person, matter, now = contact.person, mine[0].matter, round_.now
    terms = agreements.terms_of(round_.session, matter.terms_id)
    calendar = reminder_calendar(round_.session, terms, now)
    last_day = local_day(terms, now) == nudges.last_open_day(calendar, deadline.due_on)
    goes_at = nudges.hold_until(
        now,
        zone=ZoneInfo(person.timezone),
        hours=terms.working_hours,
        days_off=frozenset(person.days_off),
        regardless=last_day,
        snoozed_until=round_.snoozed.get((deadline.id, person.id)),
        closed=lambda day: not calendar.is_open(day),
    )
    facts = round_.facts(terms, matter, deadline, max(now, goes_at))
    can_snooze = not last_day and deadline.due_at > goes_at
    snoozing = tuple(Button(name, deadline.id) for name in SNOOZES) if can_snooze else ()
    return outgoing.to_person(
        account,
        "nudge",
        {**facts, "debts": [debt.facts_due(facts["deadline"]) for debt in mine], "can_snooze": can_snooze},
        once=f"nudge:{deadline.id}:{person.id}:{moment.isoformat()}",
        about=reminders_of(deadline),
        agreement_id=matter.agreement_id,
        buttons=(*debts.buttons(round_.session, mine, person, now), *snoozing),
        not_before=goes_at,
        now=now,
    )


def snooze(name: str, session: Session, request: Request) -> Answer:
    """Hold a person's reminders of one deadline for a while. The clock goes on; never past the deadline."""
    person, _ = actors.person_of(session, request.user)
    deadline = session.get(Deadline, request.row or 0)
    matter: Matter = _seen(session, request, deadline)
    assert deadline is not None  # noqa: S101 (a matter that can be seen was found by its deadline)
    if deadline.state not in LIVE:
        newer = next(iter(deadlines.live(session, deadline.matter, [matter.id])), None)
        instead = f" It is due on {in_words(newer.due_on)} now." if newer else ""
        raise Refusal(f"There is nothing left to snooze: this date no longer stands.{instead}")
    terms = agreements.terms_of(session, matter.terms_id)
    until = nudges.snooze_until(
        SNOOZES[name],
        now=request.now,
        due_on=deadline.due_on,
        due_at=deadline.due_at,
        calendar=reminder_calendar(session, terms, request.now),
        zone=ZoneInfo(person.timezone),
        opens=terms.working_hours[0],
    )
    deadlines.snooze(session, deadline, person.id, until=until)
    outbox.hold(session, reminders_of(deadline), person_id=person.id, until=until)
    return Say(
        "snoozed",
        {
            "reference": matter.reference,
            "title": matter.title,
            "until": until.isoformat(),
            "due_on": deadline.due_on.isoformat(),
            "timezone": person.timezone,
        },
    )


def _seen(session: Session, request: Request, deadline: Deadline | None) -> Any:
    """Return the matter a deadline is of, if whoever asks may see it."""
    if deadline is None:  # as with a private issue's: a guess does not tell whether there is one
        return seen(session, request, KINDS["issue"].kind, None)[0]
    kind = KINDS[deadline.matter].kind
    return seen(session, request, kind, rows.get(session, kind.model, deadline.matter_id))[0]
