"""What people do to an issue: acknowledge, comment, propose, answer, extend, withdraw. And when its time is up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from handlers import actors, issue_forms, issue_messages
from handlers import deadlines as clocks
from handlers.acting import Acting, record
from handlers.actors import Actor, name_of
from handlers.forms import Form, FormRefused, Values
from handlers.issue_access import locked
from handlers.issue_facts import MATTER, facts_of, live_deadline, standing_of, terms_of
from handlers.requests import Answer, Ask, Request, Say
from rules import issues as rules
from rules.days import in_words
from rules.deadlines import work_out
from rules.errors import Refusal
from rules.issues import Act, ProposalKind, ProposalState, Standing, State
from rules.terms import TimeLimit, Unit
from storage import issues
from storage.deadlines import DeadlineState
from storage.issues import Answer as Said
from storage.issues import Issue, Proposal
from storage.people import Person


def press(name: str, session: Session, request: Request) -> Answer:
    """Take a press on an issue: do it at once where nothing more need be asked, or open the act's form."""
    issue, actor, standing = _opened(session, request, name)
    spec = issue_forms.ACT_FORMS[name]
    partners = _partners_for(session, spec.act, issue, actor, standing)
    _check_possible(session, issue, spec.act, partner=partners[0] if len(partners) == 1 else None)
    _check_proposal(session, name, request, issue)
    if spec.fields or len(partners) > 1:
        return Ask(
            issue_forms.act_form(
                name, row=request.row or 0, terms=actor.terms, partners=partners, reference=heading(issue)
            )
        )
    return do(session, name, issue, Acting(actor, partners[0] if partners else None, request), Values({}))


def draw(name: str, session: Session, request: Request, values: Mapping[str, Any]) -> Form:
    """Return the form of an act for whoever asks, to check what was filled in against."""
    issue, actor, standing = _opened(session, request, name)
    partners = _partners_for(session, issue_forms.ACT_FORMS[name].act, issue, actor, standing)
    chosen = values.get("partner")
    if chosen is not None and chosen not in partners:
        raise Refusal(f"You can no longer do this for {name_of(actor.terms, str(chosen))}. Please open the form again.")
    return issue_forms.act_form(
        name, row=request.row or 0, terms=actor.terms, partners=partners, reference=heading(issue)
    )


def submit(name: str, session: Session, request: Request, values: Values) -> Answer:
    """Do what an act's form asks for."""
    return act(session, request, name, values)


def act(session: Session, request: Request, name: str, values: Values) -> Answer:
    """Do an act on an issue for one partner of whoever asks, if the roster and the issue's state allow it."""
    issue, actor, standing = _opened(session, request, name)
    spec = issue_forms.ACT_FORMS[name]
    partners = _partners_for(session, spec.act, issue, actor, standing)
    partner = values.line("partner") or (partners[0] if partners else None)
    return do(session, name, issue, Acting(actor, partner, request), values)


def do(session: Session, name: str, issue: Issue, by: Acting, values: Values) -> Answer:
    """Do an act for the partner it is done for; raise Refusal when the issue's state does not allow it."""
    _check_possible(session, issue, issue_forms.ACT_FORMS[name].act, partner=by.partner)
    words, kind = values.line("words"), _answered_kind(name, issue, by)
    speaks = by.evidence is not None or by.partner in by.actor.partners(*actors.ACTING)
    if speaks and name != "issue_acknowledge":
        _heard(session, issue, by)
    match name:
        case "issue_acknowledge":
            _acknowledge(session, issue, by)
        case "issue_comment":
            _comment(session, issue, by, words)
        case "issue_propose":
            _propose(session, issue, by, words)
        case "issue_agree" | "issue_disagree":
            _answer(session, issue, by, agrees=name == "issue_agree", reason=words)
        case "issue_extend":
            _extend(session, issue, by, values)
        case "issue_withdraw":
            _close(session, issue, by, State.WITHDRAWN, words)
        case "issue_unresolved":
            _unresolved(session, issue, by, words)
    facts = issue_messages.refresh(session, issue, by.now)
    return Say("issue_done", {**facts, **by.facts, "did": name, "kind": kind})


def _opened(session: Session, request: Request, name: str) -> tuple[Issue, Actor, Standing]:
    """Return the issue an act is about: a button about a proposal carries the proposal's id."""
    row = request.row or 0
    if name in ANSWERS:
        # The id alone: what the partners have answered is read once nobody else can answer.
        row = session.scalar(select(Proposal.issue_id).where(Proposal.id == row)) or 0
    return locked(session, request, row)


def _partners_for(session: Session, act: Act, issue: Issue, actor: Actor, standing: Standing) -> tuple[str, ...]:
    """Return the partners this person may do the act for; none for a secretary who acts as such.

    Raises Refusal with the act, its clause and who could do it.
    """
    allowed = rules.who_may(act, standing, actor.terms)
    mine = actor.may_act_for(allowed)
    if act is Act.ACKNOWLEDGE:  # whoever acts for several is asked about those that have not
        mine = tuple(partner for partner in mine if partner not in standing.acknowledged) or mine
    if mine or (allowed.secretary and actor.is_secretary):
        return mine
    clause = rules.stage_of(actor.terms, issue.stage).clause
    under = f" (clause {clause})" if clause else ""
    raise Refusal(f"You can't {REFUSED[act]} {issue.reference}{under}. {actors.who_could(session, actor, allowed)}")


LONGEST_EXTENSION = timedelta(days=730)

ANSWERS = ("issue_agree", "issue_disagree")

REFUSED = {
    Act.ACKNOWLEDGE: "acknowledge",
    Act.COMMENT: "comment on",
    Act.PROPOSE: "propose a resolution of",
    Act.ANSWER: "answer a proposal about",
    Act.EXTEND: "ask for more time for",
    Act.WITHDRAW: "withdraw",
    Act.MARK_UNRESOLVED: "mark as unresolved",
    Act.RECORD_TOLD: "record how partners were told of",
}


def _check_possible(session: Session, issue: Issue, act: Act, *, partner: str | None) -> None:
    """Return when the issue's state allows the act; raise Refusal, saying what has happened since, if not."""
    terms = terms_of(session, issue)
    if issue.closed_at is not None:
        raise Refusal(
            f"{issue.reference} was {issue.state.value} on {in_words(actors.local_day(terms, issue.closed_at))}, so "
            f"nothing more can be done to it. `/partnership issue {issue.reference}` shows how it ended."
        )
    row = next((row for row in issue.partners if row.partner == partner), None)
    if act is Act.ACKNOWLEDGE and row is not None and row.acknowledged_at is not None:
        who = session.get_one(Person, row.acknowledged_by).name
        day = in_words(actors.local_day(terms, row.acknowledged_at))
        raise Refusal(
            f"{who} has acknowledged {issue.reference} for {name_of(terms, row.partner)} already, on {day}. "
            "There is nothing more to do."
        )
    rules.check_possible(act, standing_of(issue), partner=partner)


def _check_proposal(session: Session, name: str, request: Request, issue: Issue) -> None:
    if name not in ANSWERS:
        return
    proposal = session.get_one(Proposal, request.row)
    if proposal.state is not ProposalState.OPEN:
        what = {
            ProposalState.AGREED: "has been agreed by all",
            ProposalState.REPLACED: "was replaced by a newer one",
            ProposalState.ENDED: "ended with the issue",
        }[proposal.state]
        raise Refusal(
            f"This proposal {what}, so it takes no more answers. "
            f"`/partnership issue {issue.reference}` shows how things stand."
        )


def heading(issue: Issue) -> str:
    """Return an issue's reference and title, as they stand over its forms."""
    return f"{issue.reference}: {issue.title}"


# --- The acts -----------------------------------------------------------------------------------------------------


def _acknowledge(session: Session, issue: Issue, by: Acting) -> None:
    row = next(row for row in issue.partners if row.partner == by.partner)
    row.acknowledged_at, row.acknowledged_by, row.acknowledged_evidence = by.now, by.actor.person.id, by.evidence
    record(session, by, issue, "issue-acknowledged", {})
    issue_messages.thread(
        session, issue, "issue_acknowledged", by.facts, once=f"issue:{issue.id}:ack:{by.partner}", now=by.now
    )
    issue_messages.redraw_notices(session, issue, by.now, partner=by.partner)


def _answered_kind(name: str, issue: Issue, by: Acting) -> str | None:
    """Return which kind of proposal an act answers; None when it answers none."""
    return _asked(issue, by).kind.value if name in ANSWERS else None


def _heard(session: Session, issue: Issue, by: Acting) -> None:
    """Count a partner that acts on an issue as having acknowledged it."""
    row = next((row for row in issue.partners if row.partner == by.partner), None)
    if row is None or row.acknowledged_at is not None or row.partner == issue.raised_for:
        return
    row.acknowledged_at, row.acknowledged_by, row.acknowledged_evidence = by.now, by.actor.person.id, by.evidence
    record(session, by, issue, "issue-acknowledged", {})
    issue_messages.redraw_notices(session, issue, by.now, partner=row.partner)


def _comment(session: Session, issue: Issue, by: Acting, words: str) -> None:
    entry = record(session, by, issue, "issue-commented", {"words": words})
    issue_messages.thread(
        session,
        issue,
        "issue_commented",
        {**by.facts, "words": words},
        once=f"register:{entry.agreement_id}:{entry.number}",
        now=by.now,
    )


def _propose(session: Session, issue: Issue, by: Acting, words: str) -> None:
    proposal = _open_proposal(session, issue, by, ProposalKind.RESOLUTION, words)
    record(session, by, issue, "resolution-proposed", {"proposal": proposal.id, "words": words})
    issue_messages.thread(
        session, issue, "issue_proposed", {**by.facts, "words": words}, once=f"proposal:{proposal.id}", now=by.now
    )
    issue_messages.ask_answers(session, issue, proposal, by.now)
    _carry(session, issue, proposal, by)


def _extend(session: Session, issue: Issue, by: Acting, values: Values) -> None:
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
    issue_messages.thread(
        session,
        issue,
        "issue_extension_proposed",
        {**by.facts, "words": words, "extend_to": wanted.isoformat()},
        once=f"proposal:{proposal.id}",
        now=by.now,
    )
    issue_messages.ask_answers(session, issue, proposal, by.now)
    _carry(session, issue, proposal, by)


def _open_proposal(session: Session, issue: Issue, by: Acting, kind: ProposalKind, words: str) -> Proposal:
    """Put a proposal in the place of the open one of its kind; whoever proposes has agreed."""
    for old in issue.proposals:
        if old.kind is kind and old.state is ProposalState.OPEN:
            old.state = ProposalState.REPLACED
            issue_messages.retire_proposal(session, issue, old, {"how": "replaced"}, by.now)
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
    return proposal


def _answer(session: Session, issue: Issue, by: Acting, *, agrees: bool, reason: str) -> None:
    proposal = _asked(issue, by)
    if by.partner not in rules.needed_for(proposal.kind, standing_of(issue), by.actor.terms):
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
    issue_messages.thread(
        session,
        issue,
        "issue_answer",
        facts,
        once=f"register:{entry.agreement_id}:{entry.number}",
        now=by.now,
    )
    issue_messages.retire_proposal(
        session, issue, proposal, {**facts, "how": "answered"}, by.now, asked={by.partner or ""}
    )
    _carry(session, issue, proposal, by)


def _asked(issue: Issue, by: Acting) -> Proposal:
    """Return the proposal whose button was pressed, if it still waits for answers; raise Refusal if not."""
    found = [proposal for proposal in issue.proposals if proposal.id == by.request.row]
    if not found or found[0].state is not ProposalState.OPEN:
        raise Refusal(f"No proposal about {issue.reference} waits for an answer.")
    return found[0]


def _check_later(issue: Issue, by: Acting, day: date, session: Session) -> None:
    """Return when a day asked for is still later than the issue's date and today; raise Refusal if not."""
    deadline = live_deadline(session, issue)
    if deadline is None or day <= max(deadline.due_on, by.actor.today):
        raise Refusal(
            f"{in_words(day)} would no longer give {issue.reference} more time. "
            "Please ask for more time anew, with a later day."
        )


def _carry(session: Session, issue: Issue, proposal: Proposal, by: Acting) -> None:
    """Apply a proposal once everybody needed has agreed to it."""
    standing = standing_of(issue)
    offer = next(offer for offer in standing.offers if offer.id == proposal.id)
    terms = by.actor.terms
    if not rules.all_agree(standing, offer, terms):
        return
    proposal.state = ProposalState.AGREED
    if proposal.kind is ProposalKind.RESOLUTION:
        _close(session, issue, by, State.RESOLVED, proposal.words)
        return
    deadline = live_deadline(session, issue)
    assert deadline is not None  # noqa: S101 (an extension is only proposed of a deadline)
    assert proposal.extend_to is not None  # noqa: S101 (an extension's form asks for it)
    last_day = datetime.combine(proposal.extend_to, time(12), ZoneInfo(terms.timezone))
    agreed = TimeLimit(number=0, unit=Unit.CALENDAR_DAYS)
    working = work_out(agreed, last_day, zone=ZoneInfo(terms.timezone), calendar=None, clause=None)
    new = clocks.replace(
        session, terms, deadline, working, why=f"Extended by agreement: {proposal.words}", confirmed=True, now=by.now
    )
    if issue.state is State.UNRESOLVED:
        move(session, issue, State.OPEN, by.now, None)
    record(session, by, issue, "deadline-extended", {"from": deadline.due_on.isoformat(), "to": new.due_on.isoformat()})
    issue_messages.retire_proposal(session, issue, proposal, {"how": "agreed"}, by.now)
    issue_messages.channel_news(
        session,
        issue,
        "issue_extended",
        facts_of(session, issue, by.now) | {"was": deadline.due_on.isoformat()},
        once=f"deadline:{new.id}",
        now=by.now,
    )


def _close(session: Session, issue: Issue, by: Acting, to: State, words: str) -> None:
    """Close the issue: its proposals and deadlines end, and everybody concerned hears of it."""
    move(session, issue, to, by.now, words)
    for proposal in issue.proposals:
        if proposal.state is ProposalState.OPEN:
            proposal.state = ProposalState.ENDED
    ended = DeadlineState.MET if to is State.RESOLVED else DeadlineState.CANCELLED
    clocks.end(session, MATTER, issue.id, state=ended)
    record(session, by, issue, f"issue-{to.value}", {"words": words})
    issue_messages.close(session, by.actor.agreement, issue, actor_id=by.actor.person.id, now=by.now)


def _unresolved(session: Session, issue: Issue, by: Acting, words: str) -> None:
    move(session, issue, State.UNRESOLVED, by.now, None)
    entry = record(session, by, issue, "issue-unresolved", {"words": words})
    issue_messages.ask_what_next(
        session, by.actor.agreement, issue, by.now, passed=f"entry:{entry.number}", marked={**by.facts, "words": words}
    )


def move(session: Session, issue: Issue, to: State, now: datetime, words: str | None) -> None:
    """Move an issue on; raise Refusal when it cannot move there, or somebody else was faster."""
    rules.check_move(standing_of(issue), to)
    if not issues.move(session, issue, to=to, at=now, words=words):
        raise Refusal("Somebody else acted on this issue a moment ago. Please look again.")
