"""What one partner proposes of an issue and the others answer: a resolution, or a later date."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from handlers import deadlines, outgoing
from handlers.acting import Acting, record, record_event
from handlers.actors import name_of
from handlers.forms import FormRefused, Values
from handlers.issues import clock, messages, moves
from handlers.issues.facts import facts_of, live_deadline, standing_now, terms_of
from rules.days import in_words
from rules.errors import Refusal
from rules.issues import IssueState, ProposalKind, ProposalState, all_agree, needed_for
from storage.issues import Answer as Said, Issue, Proposal

LONGEST_EXTENSION = timedelta(days=730)


def propose(session: Session, issue: Issue, by: Acting, words: str) -> None:
    """Put a resolution to the affected partners; whoever proposes it has agreed."""
    proposal = _open_proposal(session, issue, by, ProposalKind.RESOLUTION, words)
    record(session, by, issue, "resolution-proposed", {"proposal": proposal.id, "words": words})
    outgoing.thread(
        session, issue, "issue_proposed", {**by.facts, "words": words}, once=f"proposal:{proposal.id}", now=by.now
    )
    messages.ask_answers(session, issue, proposal, by.now)
    _carry(session, issue, proposal, by, now=by.now)


def extend(session: Session, issue: Issue, by: Acting, values: Values) -> None:
    """Ask the affected partners for a later date; raise Refusal or FormRefused where it is none, or too late a one."""
    wanted, words = values.day("extend_to"), values.line("words")
    deadline = live_deadline(session, issue)
    if deadline is None:
        raise Refusal(f"{issue.reference} has no date to extend: the agreement sets none here.")
    if wanted is not None and wanted > by.actor.today + LONGEST_EXTENSION:
        raise FormRefused({"extend_to": "Please choose a day within the next two years."})
    if wanted is None or wanted <= max(deadline.due_on, by.actor.today):
        raise FormRefused({"extend_to": f"Please choose a day after {in_words(max(deadline.due_on, by.actor.today))}."})
    proposal = _open_proposal(session, issue, by, ProposalKind.EXTENSION, words)
    proposal.extend_to = wanted
    record(
        session, by, issue, "extension-proposed", {"proposal": proposal.id, "to": wanted.isoformat(), "words": words}
    )
    outgoing.thread(
        session,
        issue,
        "issue_extension_proposed",
        {**by.facts, "words": words, "extend_to": wanted.isoformat()},
        once=f"proposal:{proposal.id}",
        now=by.now,
    )
    messages.ask_answers(session, issue, proposal, by.now)
    _carry(session, issue, proposal, by, now=by.now)


def answer(session: Session, issue: Issue, by: Acting, *, agrees: bool, reason: str) -> None:
    """Take a partner's answer to the proposal that was pressed; raise Refusal where it changes nothing any more."""
    proposal = asked(issue, by)
    if by.partner not in needed_for(proposal.kind, standing_now(session, issue, by.now), by.actor.terms):
        raise Refusal("This proposal is answered by the affected partners only.")
    if agrees and proposal.extend_to is not None:
        _check_later(issue, by, proposal.extend_to, session)
    said = next((answer for answer in proposal.answers if answer.partner == by.partner), None)
    if said is not None and said.agrees == agrees:
        already = "agreed" if agrees else "not agreed"
        raise Refusal(f"{name_of(by.actor.terms, by.partner or '')} has {already} to this already; nothing changes.")
    if said is None:
        said = Said(partner=by.partner or "", reason=reason, agrees=agrees)
        proposal.answers.append(said)
    said.agrees, said.reason = agrees, reason
    said.answered_by, said.answered_at = by.actor.person.id, by.now
    session.flush()  # an answer needs its row before the register names it
    act_name = "proposal-agreed" if agrees else "proposal-not-agreed"
    entry = record(session, by, issue, act_name, {"proposal": proposal.id, "words": reason})
    facts = {**by.facts, "agrees": agrees, "words": reason, "kind": proposal.kind.value}
    outgoing.thread(
        session,
        issue,
        "issue_answer",
        facts,
        once=f"register:{entry.agreement_id}:{entry.number}",
        now=by.now,
    )
    messages.retire_proposal(session, issue, proposal, {**facts, "how": "answered"}, by.now, asked={by.partner or ""})
    _carry(session, issue, proposal, by, now=by.now)


def asked(issue: Issue, by: Acting) -> Proposal:
    """Return the proposal whose button was pressed, if it still waits for answers; raise Refusal if not."""
    found = [proposal for proposal in issue.proposals if proposal.id == by.request.row]
    if not found or found[0].state is not ProposalState.OPEN:
        raise Refusal(f"No proposal about {issue.reference} waits for an answer.")
    return found[0]


def _open_proposal(session: Session, issue: Issue, by: Acting, kind: ProposalKind, words: str) -> Proposal:
    """Put a proposal in the place of the open one of its kind; whoever proposes has agreed."""
    for old in issue.proposals:
        if old.kind is kind and old.state is ProposalState.OPEN:
            old.state = ProposalState.REPLACED
            messages.retire_proposal(session, issue, old, {"how": "replaced"}, by.now)
    proposal = Proposal(
        kind=kind,
        words=words,
        extend_to=None,
        proposed_for=by.partner or "",
        proposed_by=by.actor.person.id,
        proposed_at=by.now,
        state=ProposalState.OPEN,
    )
    proposal.answers = [
        Said(
            partner=by.partner or "",
            agrees=True,
            reason="",
            answered_by=by.actor.person.id,
            answered_at=by.now,
        )
    ]
    issue.proposals.append(proposal)
    session.flush()  # its id is on the buttons
    if kind is ProposalKind.RESOLUTION:
        clock.look_again(session, issue, by.now)
    return proposal


def _check_later(issue: Issue, by: Acting, day: date, session: Session) -> None:
    """Return when a day asked for is still later than the issue's date and today; raise Refusal if not."""
    deadline = live_deadline(session, issue)
    if deadline is None or day <= max(deadline.due_on, by.actor.today):
        raise Refusal(
            f"{in_words(day)} would no longer give {issue.reference} more time. "
            "Please ask for more time anew, with a later day."
        )


def look_again(session: Session, issue: Issue, now: datetime) -> None:
    """Ask those that have left no more, and apply what all that are still asked have agreed to."""
    left, terms = standing_now(session, issue, now).left, terms_of(session, issue)
    for proposal in list(issue.proposals):
        if proposal.state is not ProposalState.OPEN or issue.state.final:
            continue
        said = {answer.partner for answer in proposal.answers}
        for partner in sorted(left - said):
            gone = {"how": "left", "for": name_of(terms, partner)}
            messages.retire_proposal(session, issue, proposal, gone, now, asked={partner})
        _carry(session, issue, proposal, None, now=now)


def _carry(session: Session, issue: Issue, proposal: Proposal, by: Acting | None, *, now: datetime) -> None:
    """Apply a proposal once everybody needed has agreed to it; `by` None: it comes to that by itself."""
    standing, terms = standing_now(session, issue, now), terms_of(session, issue)
    offer = next(offer for offer in standing.offers if offer.id == proposal.id)
    if not all_agree(standing, offer, terms):
        return
    proposal.state = ProposalState.AGREED
    if proposal.kind is ProposalKind.RESOLUTION:
        moves.close(session, issue, by, IssueState.RESOLVED, proposal.words, now=now)
        return
    deadline = live_deadline(session, issue)
    assert deadline is not None  # noqa: S101 (an extension is only proposed of a deadline)
    assert proposal.extend_to is not None  # noqa: S101 (an extension's form asks for it)
    working = deadlines.chosen(terms, proposal.extend_to)
    new = deadlines.replace(
        session, terms, deadline, working, why=f"Extended by agreement: {proposal.words}", confirmed=True, now=now
    )
    if issue.state is IssueState.UNRESOLVED:
        moves.move(session, issue, IssueState.OPEN, now, None)
    moved = {"from": deadline.due_on.isoformat(), "to": new.due_on.isoformat()}
    if by is None:
        record_event(session, issue, "deadline-extended", moved, at=now)
    else:
        record(session, by, issue, "deadline-extended", moved)
    messages.retire_proposal(session, issue, proposal, {"how": "agreed"}, now)
    messages.channel_news(
        session,
        issue,
        "issue_extended",
        facts_of(session, issue, now) | {"was": deadline.due_on.isoformat()},
        once=f"deadline:{new.id}",
        now=now,
    )
