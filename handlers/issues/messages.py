"""What an issue says: its living message, its thread, its notices, and what is asked of whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import conflict_prompts, deadlines, notices, outgoing
from handlers.actors import full_name_of, local_day, name_of
from handlers.issues.facts import answer_buttons, concerned_in, debts_of, facts_of, standing_now, terms_of
from handlers.requests import Button
from rules import issues, ladder
from rules.issues import IssueState, ProposalKind, ProposalState
from rules.terms import Terms
from storage import outbox, people
from storage.agreements import Agreement
from storage.issues import Issue, IssuePartner, Proposal
from storage.notices import Notice
from storage.outbox import Message
from storage.people import Contact, Person, leads_of


def announce(session: Session, agreement: Agreement, issue: Issue, now: datetime) -> list[Notice]:
    """Queue the living message and a notice to each other partner that is to know; return the notices.

    A private issue has no message in the channel: its notices are all there is to see.
    """
    terms, facts = terms_of(session, issue), facts_of(session, issue, now)
    if not issue.private:
        issue.post_id = outgoing.post(
            session,
            agreement.id,
            "issue",
            facts,
            once=f"issue:{issue.id}",
            now=now,
            about=f"issue:{issue.id}",
            buttons=living_buttons(issue),
        )
    others = tuple(row.partner for row in issue.partners if row.partner != issue.raised_for)
    concerned = concerned_in(issue)
    return notices.send(
        session,
        agreement,
        terms,
        of=issue,
        kind="raised",
        partners=others,
        template="issue_notice",
        facts=facts,
        buttons=notice_buttons(issue),
        now=now,
        apart=lambda partner: {"prompts": conflict_prompts.facts_of(terms, (partner,), concerned)},
    )


def living_buttons(issue: Issue) -> tuple[Button, ...]:
    """Return what the living message offers; nothing once the issue is closed."""
    if issue.state.final:
        return (Button("issue_show", issue.id),)
    waiting = [proposal for proposal in issue.proposals if proposal.state is ProposalState.OPEN]
    answers = tuple(button for proposal in waiting for button in answer_buttons(proposal))
    silent = any(row.acknowledged_at is None and row.partner != issue.raised_for for row in issue.partners)
    first = (Button("issue_acknowledge", issue.id),) if silent and not answers else ()
    rest = ("issue_comment", "issue_show") if answers else ("issue_propose", "issue_comment", "issue_show")
    return (*first, *answers, *(Button(action, issue.id) for action in rest))


def notice_buttons(issue: Issue) -> tuple[Button, ...]:
    """Return what a notice offers to somebody who has not acknowledged the issue."""
    return tuple(Button(action, issue.id) for action in ("issue_acknowledge", "issue_comment", "issue_show"))


def draw(session: Session, issue: Issue, now: datetime) -> None:
    """Bring the living message up to date, take back reminders nobody owes any more, mark home tabs as stale."""
    facts = facts_of(session, issue, now)
    if issue.post_id is not None:
        outgoing.edit(
            session,
            session.get_one(Message, issue.post_id),
            "issue",
            facts,
            now=now,
            buttons=living_buttons(issue),
        )
    still = owing_people(session, issue, terms_of(session, issue), now)
    show = Button("issue_show", issue.id)
    over = [proposal for proposal in issue.proposals if proposal.state is not ProposalState.OPEN]
    spent = [button for proposal in over for button in answer_buttons(proposal)]
    deadlines.settle_reminders(session, issue, still=still, facts=facts, show=show, now=now, spent=spent)
    people.mark_homes_stale(session, issue.agreement_id, tuple(row.partner for row in issue.partners), now)


def channel_news(
    session: Session, issue: Issue, template: str, facts: Mapping[str, Any], *, once: str, now: datetime
) -> None:
    """Tell the channel of a change of state; a private issue tells nobody there."""
    if not issue.private:
        outgoing.post(session, issue.agreement_id, template, facts, once=once, now=now)


def redraw_notices(session: Session, issue: Issue, now: datetime, *, partner: str | None = None) -> None:
    """Bring the notices of every partner, or of one, up to date: who has acknowledged, the date, whether it is over."""
    facts, rows = facts_of(session, issue, now), {row.partner: row for row in issue.partners}
    terms = terms_of(session, issue)
    for message in outbox.sent_about(session, notices.about(issue)):
        notice = session.get(Notice, message.notice_id) if message.notice_id else None
        if notice is None or partner not in (None, notice.partner):
            continue
        row = rows[notice.partner]
        shown = {
            **facts,
            "partner": full_name_of(terms, notice.partner),
            **_acknowledgement(session, terms, row),
        }
        live = row.acknowledged_at is None and not issue.state.final
        outgoing.edit(
            session,
            message,
            "issue_notice",
            shown,
            now=now,
            buttons=notice_buttons(issue) if live else (Button("issue_show", issue.id),),
        )


def _acknowledgement(session: Session, terms: Terms, row: IssuePartner) -> dict[str, Any]:
    if row.acknowledged_at is None or row.acknowledged_by is None:
        return {}
    said = {
        "by": session.get_one(Person, row.acknowledged_by).name,
        "for": name_of(terms, row.partner),
        "at": row.acknowledged_at.isoformat(),
        "behalf": row.acknowledged_evidence is not None,
        "evidence": row.acknowledged_evidence,
    }
    return {"acknowledgement": said}


def ask_answers(session: Session, issue: Issue, proposal: Proposal, now: datetime) -> None:
    """Ask the lead of every affected partner that has not answered a proposal."""
    terms = terms_of(session, issue)
    facts = facts_of(session, issue, now)
    said = {answer.partner for answer in proposal.answers}
    needed = issues.needed_for(proposal.kind, standing_now(session, issue, now), terms)
    waiting = tuple(partner for partner in needed if partner not in said)
    for partner, contact in leads_of(session, issue.agreement_id, waiting, local_day(terms, now)).items():
        if contact.account is not None:
            outgoing.direct(
                session,
                contact.account,
                "issue_proposal" if proposal.kind is ProposalKind.RESOLUTION else "issue_extension",
                {**facts, "partner": name_of(terms, partner)},
                once=f"proposal:{proposal.id}:{partner}",
                about=f"proposal:{proposal.id}",
                agreement_id=issue.agreement_id,
                buttons=(*answer_buttons(proposal), Button("issue_show", issue.id)),
                now=now,
            )


def retire_proposal(
    session: Session,
    issue: Issue,
    proposal: Proposal,
    facts: Mapping[str, Any],
    now: datetime,
    *,
    asked: set[str] | None = None,
) -> None:
    """Take the buttons off what was asked about a proposal, of everybody or of some partners, and say why."""
    names = None if asked is None else {name_of(terms_of(session, issue), partner) for partner in asked}
    for message in outbox.sent_about(session, f"proposal:{proposal.id}"):
        if names is None or message.facts.get("partner") in names:
            shown = {"reference": issue.reference, "title": issue.title, "words": proposal.words, **facts}
            outgoing.edit(session, message, "issue_answered", shown, now=now, buttons=(Button("issue_show", issue.id),))


def close(session: Session, agreement: Agreement, issue: Issue, *, actor_id: int | None, now: datetime) -> None:
    """Tell everybody concerned that the issue is closed, and leave no live button behind."""
    terms, facts = terms_of(session, issue), facts_of(session, issue, now)
    over = {"how": issue.state.value, "closed": True}
    redraw_notices(session, issue, now)
    for proposal in issue.proposals:
        if proposal.state is ProposalState.ENDED:  # what a partner has said to it stays to be read
            said = {answer.partner for answer in proposal.answers}
            silent = {row.partner for row in issue.partners} - said
            retire_proposal(session, issue, proposal, over, now, asked=silent)
    for message in outbox.sent_about(session, _what_next(issue)):
        outgoing.edit(session, message, "issue_closed", facts, now=now, buttons=(Button("issue_show", issue.id),))
    channel_news(session, issue, "issue_closed", facts, once=f"issue:{issue.id}:closed", now=now)
    for partner, contact in _leads_affected(session, issue, local_day(terms, now)).items():
        if contact.account is not None and contact.person.id != actor_id:
            outgoing.direct(
                session,
                contact.account,
                "issue_closed",
                facts,
                once=f"issue:{issue.id}:closed:{partner}",
                agreement_id=agreement.id,
                buttons=(Button("issue_show", issue.id),),
                now=now,
            )


def ask_what_next(
    session: Session,
    agreement: Agreement,
    issue: Issue,
    now: datetime,
    *,
    passed: str,
    marked: Mapping[str, Any] | None = None,
) -> None:
    """Tell the channel that an issue is unresolved, and ask the affected leads and the secretary what next.

    `marked` says who marked it so and why; None: its time is up.
    """
    terms, facts = terms_of(session, issue), {**facts_of(session, issue, now), "marked": marked}
    today = local_day(terms, now)
    if issue.state is IssueState.UNRESOLVED:  # of a vote that was not carried the channel has read already
        channel_news(session, issue, "issue_unresolved", facts, once=f"issue:{issue.id}:unresolved:{passed}", now=now)
    ways = bool(ladder.onward(terms, issue.stage))
    asked = [
        *_leads_affected(session, issue, today).values(),
        *people.secretaries(session, today, agreement.id),
    ]
    for contact in {contact.person.id: contact for contact in asked}.values():
        outgoing.tell(
            session,
            [contact],
            "issue_what_next",
            facts,
            once=f"issue:{issue.id}:unresolved:{passed}",
            about=_what_next(issue),
            agreement_id=agreement.id,
            buttons=tuple(Button(action, issue.id) for action in _next_steps(contact, ways=ways)),
            now=now,
        )


def retire_what_next(session: Session, issue: Issue, now: datetime) -> None:
    """Take the buttons off the questions what next, once somebody has taken the issue further."""
    facts = facts_of(session, issue, now)
    for message in outbox.sent_about(session, _what_next(issue)):
        outgoing.edit(session, message, "nudge_done", facts, now=now, buttons=(Button("issue_show", issue.id),))


def tell_stage(session: Session, issue: Issue, template: str, facts: Mapping[str, Any], now: datetime) -> None:
    """Tell the channel, the affected leads and the secretary that an issue has come to another stage."""
    once = f"issue:{issue.id}:stage:{issue.stage}"
    channel_news(session, issue, template, facts, once=once, now=now)
    today = local_day(terms_of(session, issue), now)
    told = [
        *_leads_affected(session, issue, today).values(),
        *people.secretaries(session, today, issue.agreement_id),
    ]
    show = (Button("issue_show", issue.id),)
    outgoing.tell(session, told, template, facts, once=once, agreement_id=issue.agreement_id, buttons=show, now=now)


def _next_steps(contact: Contact, *, ways: bool) -> tuple[str, ...]:
    """Return what somebody asked what next can press: the secretary acts for no partner."""
    acts = () if contact.capacity is people.Capacity.SECRETARY else ("issue_propose", "issue_extend")
    return (*acts, *(("issue_move",) if ways else ()), "issue_show")


def _what_next(issue: Issue) -> str:
    return f"issue:{issue.id}:what-next"


def tell_redated(session: Session, issue: Issue, facts: Mapping[str, Any], *, once: str, now: datetime) -> None:
    """Tell the channel and everybody who acts for an affected partner that the date has moved, and why."""
    channel_news(session, issue, "issue_redated", facts, once=once, now=now)
    reached = _leads_affected(session, issue, local_day(terms_of(session, issue), now))
    outgoing.tell(
        session,
        reached.values(),
        "issue_redated",
        facts,
        once=once,
        agreement_id=issue.agreement_id,
        buttons=(Button("issue_show", issue.id),),
        now=now,
    )


def _leads_affected(session: Session, issue: Issue, today: date) -> dict[str, Contact]:
    """Return whom each affected partner is reached by; one that nobody can be reached for is left out."""
    affected = tuple(row.partner for row in issue.partners if row.affected)
    return leads_of(session, issue.agreement_id, affected, today)


def owing_people(session: Session, issue: Issue, terms: Terms, now: datetime) -> set[int]:
    """Return the ids of the people who act for a partner that still owes the issue something."""
    found = people.contacts(
        session,
        local_day(terms, now),
        agreement_id=issue.agreement_id,
        capacities=people.ACTING,
        partners=tuple(debts_of(session, issue, terms, now)),
    )
    return {contact.person.id for contacts in found.values() for contact in contacts}
