"""Reminders of one deadline, to those who still owe: in their hours, once for each moment, snoozed on request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from handlers import actors, debts, outgoing
from handlers import deadlines as clocks
from handlers.actors import local_day
from handlers.debts import Debt
from handlers.issue_access import seen
from handlers.issue_facts import MATTER, facts_given, leads_of, live_deadline, terms_of
from handlers.requests import Answer, Button, Request, Say
from rules import nudges
from rules.days import in_words
from rules.errors import Refusal
from rules.nudges import Snooze
from rules.terms import Terms
from storage import deadlines, notices, outbox
from storage import issues as issue_rows
from storage.deadlines import LIVE, Deadline
from storage.issues import Issue
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
    living = [deadline for deadline in due if deadline.matter == MATTER and deadline.state in LIVE]
    found = issue_rows.lock(session, {deadline.matter_id for deadline in living})
    owed: dict[int, list[Debt]] = {}
    for debt in debts.of_issues(session, found.values()):
        if debt.owed:
            owed.setdefault(debt.issue.id, []).append(debt)
    outbox.withdraw(session, *(clocks.reminders_of(deadline) for deadline in living))
    round_ = _Round(
        session,
        now,
        snoozed=deadlines.snoozed(session, [deadline.id for deadline in living]),
        told=notices.of_matters(session, MATTER, found),
    )
    queued: list[dict[str, Any]] = []
    for deadline in living:
        terms = terms_of(session, found[deadline.matter_id])
        moment = deadline.next_nudge_at or now
        reached = round_.reached(terms, owed.get(deadline.matter_id, []))
        for contact, mine in reached.values():
            if contact.account is not None:
                queued.append(_message(round_, terms, deadline, contact, contact.account, mine, moment=moment))
    for deadline in due:
        deadline.next_nudge_at = None
    for deadline in living:
        clocks.plan_nudge(session, terms_of(session, found[deadline.matter_id]), deadline, after=now)
    outbox.put_all(session, queued)
    return len(queued)


@dataclass
class _Round:
    """What the reminders of one transaction share, so that it is read once."""

    session: Session
    now: datetime
    snoozed: Mapping[tuple[int, int], datetime]
    told: Mapping[int, list[Notice]]
    _leads: dict[int, dict[str, Contact]] = field(default_factory=dict)
    _facts: dict[tuple[int, date], dict[str, Any]] = field(default_factory=dict)

    def reached(self, terms: Terms, owed: list[Debt]) -> dict[int, tuple[Contact, list[Debt]]]:
        """Return who is reminded of these debts of one agreement, by person."""
        if not owed:
            return {}
        agreement = owed[0].issue.agreement_id
        if agreement not in self._leads:
            self._leads[agreement] = leads_of(self.session, agreement, None, local_day(terms, self.now))
        return debts.by_person(owed, self._leads[agreement])

    def facts(self, terms: Terms, issue: Issue, deadline: Deadline, at: datetime) -> dict[str, Any]:
        """Return an issue's facts; they change with the day only."""
        key = (issue.id, local_day(terms, at))
        if key not in self._facts:
            self._facts[key] = facts_given(self.session, issue, at, deadline=deadline, told=self.told[issue.id])
        return self._facts[key]


def _message(
    round_: _Round,
    terms: Terms,
    deadline: Deadline,
    contact: Contact,
    account: Account,
    mine: list[Debt],
    *,
    moment: datetime,
) -> dict[str, Any]:
    person, issue, now = contact.person, mine[0].issue, round_.now
    calendar = clocks.reminder_calendar(round_.session, terms, now)
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
    facts = round_.facts(terms, issue, deadline, max(now, goes_at))
    can_snooze = not last_day and deadline.due_at > goes_at
    return outgoing.to_person(
        account,
        "nudge",
        {**facts, "debts": [debt.facts_due(terms, facts["deadline"]) for debt in mine], "can_snooze": can_snooze},
        once=f"nudge:{deadline.id}:{person.id}:{moment.isoformat()}",
        about=clocks.reminders_of(deadline),
        agreement_id=issue.agreement_id,
        buttons=_buttons(mine, deadline, can_snooze=can_snooze),
        not_before=goes_at,
        now=now,
    )


def _buttons(mine: list[Debt], deadline: Deadline, *, can_snooze: bool) -> tuple[Button, ...]:
    issue, owed = mine[0].issue, {owed for debt in mine for owed in debt.owed}
    offered = debts.buttons(issue, owed)
    if can_snooze:
        offered = (*offered, *(Button(name, deadline.id) for name in SNOOZES))
    return offered


def snooze(name: str, session: Session, request: Request) -> Answer:
    """Hold a person's reminders of one deadline for a while. The clock goes on; never past the deadline."""
    person, _ = actors.person_of(session, request.user)
    deadline = session.get(Deadline, request.row or 0)
    issue = issue_rows.get(session, deadline.matter_id) if deadline else None
    seen(session, request, issue)
    assert deadline is not None  # noqa: S101 (an issue that can be seen was found by its deadline)
    assert issue is not None  # noqa: S101 (likewise)
    if deadline.state not in LIVE:
        newer = live_deadline(session, issue)
        instead = f" It is due on {in_words(newer.due_on)} now." if newer else ""
        raise Refusal(f"There is nothing left to snooze: this date no longer stands.{instead}")
    terms = terms_of(session, issue)
    until = nudges.snooze_until(
        SNOOZES[name],
        now=request.now,
        due_on=deadline.due_on,
        due_at=deadline.due_at,
        calendar=clocks.reminder_calendar(session, terms, request.now),
        zone=ZoneInfo(person.timezone),
        opens=terms.working_hours[0],
    )
    row = session.scalar(
        select(deadlines.Snooze).where(
            deadlines.Snooze.deadline_id == deadline.id, deadlines.Snooze.person_id == person.id
        )
    )
    if row is None:
        session.add(deadlines.Snooze(deadline_id=deadline.id, person_id=person.id, until_at=until))
    else:
        row.until_at = until
    outbox.hold(session, clocks.reminders_of(deadline), person_id=person.id, until=until)
    return Say(
        "snoozed",
        {
            "reference": issue.reference,
            "title": issue.title,
            "until": until.isoformat(),
            "due_on": deadline.due_on.isoformat(),
            "timezone": person.timezone,
        },
    )
