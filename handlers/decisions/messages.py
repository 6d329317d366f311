"""What a decision says: its living message, who is asked to vote, and how everybody hears of the outcome."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import conflict_prompts, deadlines, notices, outgoing
from handlers.actors import everybody_told, local_day
from handlers.decisions.access import knowing
from handlers.decisions.facts import (
    LETTER,
    ballot,
    concerned_in,
    contacts_of,
    facts_of,
    silent,
    terms_of,
    uninformed,
    without_papers,
)
from handlers.decisions.tally import Waits
from handlers.decisions.there import meeting_of
from handlers.requests import Button
from rules.decisions import DecisionState
from rules.electorates import Voter
from rules.meeting_life import MeetingState
from storage import outbox, people, redraws
from storage.agreements import Agreement
from storage.decisions import Decision
from storage.outbox import Message
from storage.people import Account


def living_buttons(decision: Decision, *, consensus: bool) -> tuple[Button, ...]:
    """Return what the living message offers; nothing but the details once the votes are counted."""
    show = Button("decision_show", decision.id)
    return (*ballot(decision.id, consensus=consensus), show) if decision.state is DecisionState.OPEN else (show,)


def announce(session: Session, decision: Decision, now: datetime) -> None:
    """Post the living message, and ask everybody who has a vote; of a private one the channel hears nothing."""
    if decision.private:
        ask(session, decision, now)
        return
    facts = facts_of(session, decision, now)
    decision.post_id = outgoing.post(
        session,
        decision.agreement_id,
        "decision",
        _in_channel(facts),
        once=f"decision:{decision.id}",
        now=now,
        about=f"decision:{decision.id}",
        buttons=living_buttons(decision, consensus=facts["consensus"]),
    )
    if decision.post_id is not None and not facts["apart"]:
        _copy_files(session, decision, decision.post_id, now)
    ask(session, decision, now)


def _in_channel(facts: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what the channel reads of a decision: no papers, where somebody who is kept out of them would."""
    return without_papers(facts) if facts["apart"] else facts


def _copy_files(session: Session, decision: Decision, under: int, now: datetime) -> None:
    for file in decision.files:
        once = f"message:{under}:file:{file['id']}"
        shown = {**file, "reference": decision.reference, "title": decision.title}
        outgoing.copy(session, under, shown, once=once, now=now)


def ask(session: Session, decision: Decision, now: datetime) -> None:
    """Ask everybody who has a vote and has not cast it on the wording as it stands."""
    facts = facts_of(session, decision, now)
    terms, concerned = terms_of(session, decision), concerned_in(decision)
    waiting = silent(session, decision, local_day(terms, now))
    for account, voters in reached(session, decision, waiting, now):
        mine = [voter.partner for voter in voters if voter.partner]
        prompts = conflict_prompts.facts_of(terms, mine, concerned)
        asked = outgoing.direct(
            session,
            account,
            "decision_asked",
            {**facts, "mine": [voter.name for voter in voters], "prompts": prompts},
            once=f"decision:{decision.id}:{decision.version}:asked:{account.person_id}",
            about=asked_of(decision),
            agreement_id=decision.agreement_id,
            buttons=(*ballot(decision.id, consensus=facts["consensus"]), Button("decision_show", decision.id)),
            now=now,
        )
        if asked is not None and (facts["apart"] or decision.private):
            _copy_files(session, decision, asked, now)


def reached(
    session: Session, decision: Decision, voters: Iterable[Voter], now: datetime
) -> list[tuple[Account, list[Voter]]]:
    """Return whom to write to about these votes, each with those they vote for."""
    contacts = contacts_of(session, decision, local_day(terms_of(session, decision), now))
    found: dict[int, tuple[Account, list[Voter]]] = {}
    for voter in voters:
        contact = contacts.get(voter.key)
        if contact is not None and contact.account is not None:
            found.setdefault(contact.person.id, (contact.account, []))[1].append(voter)
    return list(found.values())


def asked_of(decision: Decision) -> str:
    """Return what the questions to the voters are queued about."""
    return f"decision:{decision.id}:asked"


def draw(session: Session, decision: Decision, now: datetime) -> None:
    """Bring the living message and the questions to the voters up to date, and mark home tabs as stale."""
    facts = facts_of(session, decision, now)
    if decision.post_id is not None:
        outgoing.edit(
            session,
            session.get_one(Message, decision.post_id),
            "decision",
            _in_channel(facts),
            now=now,
            buttons=living_buttons(decision, consensus=facts["consensus"]),
        )
    waiting = silent(session, decision, local_day(terms_of(session, decision), now))
    open_ = decision.state is DecisionState.OPEN
    still = {account.person_id for account, _ in reached(session, decision, waiting, now)} if open_ else set()
    show = Button("decision_show", decision.id)
    deadlines.settle_reminders(session, decision, still=still, facts=facts, show=show, now=now)
    people.mark_homes_stale(
        session, decision.agreement_id, tuple(p.key for p in terms_of(session, decision).partners), now
    )


def retire(session: Session, decision: Decision, facts: Mapping[str, Any], now: datetime, *, names: set[str]) -> None:
    """Take the buttons off the questions to those who have voted, of everybody or of some voters, and say why."""
    for message in outbox.sent_about(session, asked_of(decision)):
        mine = set(message.facts.get("mine", ()))
        if not mine & names:
            continue
        left = mine - names
        if left and not facts.get("closed"):
            continue  # they still vote for another one
        shown = {"reference": decision.reference, "title": decision.title, **facts}
        outgoing.edit(
            session, message, "decision_answered", shown, now=now, buttons=(Button("decision_show", decision.id),)
        )


def ask_what_it_waits_for(session: Session, decision: Decision, waits: Waits, now: datetime) -> None:
    """Ask the secretary, once for each, to record what a decision waits for whose last day for votes is over."""
    secretary = people.secretary_reached(session, local_day(terms_of(session, decision), now), decision.agreement_id)
    if secretary is None or secretary.account is None:
        return
    outgoing.direct(
        session,
        secretary.account,
        "decision_waits",
        facts_of(session, decision, now),
        once=f"decision:{decision.id}:{decision.version}:{waits}",
        about=f"decision:{decision.id}",
        agreement_id=decision.agreement_id,
        buttons=(_to_be_recorded(session, decision, waits), Button("decision_show", decision.id)),
        now=now,
    )


def _to_be_recorded(session: Session, decision: Decision, waits: Waits) -> Button:
    """Return the press by which the secretary gives a decision what it waits for."""
    if waits is Waits.MATTER:
        return Button("decision_withdraw", decision.id)
    if waits is Waits.ANSWER:
        return Button("decision_settle", decision.id)
    if waits is Waits.CASTING:
        return Button("decision_casting", decision.id)
    meeting = meeting_of(session, decision)
    if meeting is None:
        return Button("decision_there", decision.id)
    if meeting.state is MeetingState.CANCELLED:
        return Button("decision_meeting", decision.id)
    return Button("meeting_show", meeting.id)


def close(session: Session, agreement: Agreement, decision: Decision, now: datetime) -> None:
    """Tell the channel what came of it and each partner with a receipt; leave no live button behind."""
    facts, terms = facts_of(session, decision, now), terms_of(session, decision)
    everybody = {*facts["voters"], *(one["name"] for one in facts["excluded"])}
    outbox.withdraw(session, asked_of(decision))
    retire(session, decision, {"closed": True, "how": decision.state.value}, now, names=everybody)
    redraws.note(session, decision, now)
    if not decision.private:
        once = f"decision:{decision.id}:closed"
        outgoing.post(session, agreement.id, "decision_closed", facts, once=once, now=now)
    if decision.state is DecisionState.WITHDRAWN:
        return
    out = uninformed(session, decision)
    notices.send(
        session,
        agreement,
        terms,
        of=decision,
        kind="decided",
        partners=tuple(key for key in everybody_told(terms) if key not in out and _may_know(decision, key)),
        template="decision_notice",
        facts=facts,
        buttons=(Button("decision_show", decision.id),),
        now=now,
        letter=LETTER,
    )


def _may_know(decision: Decision, partner: str) -> bool:
    return not decision.private or partner in knowing(decision)
