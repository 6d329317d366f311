"""Vote on a decision, and count the votes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import deadlines
from handlers.acting import Acting, record
from handlers.actors import Actor, local_day
from handlers.decisions import forms, looking_again, messages, on_issues, ratifying
from handlers.decisions.access import check_in_time, check_open, lock_all, locked, move, require
from handlers.decisions.facts import (
    by_consensus,
    could_vote,
    counted,
    counted_at,
    facts_of,
    result_facts,
    rule_of,
    terms_of,
    voters_of,
    votes_are_in,
    votes_of,
)
from handlers.decisions.forms import VOTES
from handlers.decisions.kept_out import why_kept_out
from handlers.decisions.tally import Counted, Waits
from handlers.fields import came_at
from handlers.forms import Form, FormRefused, Values
from handlers.people import authority, facts as seat_facts
from handlers.requests import Answer, Button, Request, Say
from rules.days import in_words
from rules.decisions import DecisionAct, DecisionState
from rules.electorates import Electorate, Voter
from rules.errors import Refusal
from rules.phrases import listed
from rules.readings import UNTOLD
from rules.sentences import word
from rules.voting import Vote
from rules.who import forum_of
from storage import decisions, redraws, register
from storage.agreements import Agreement
from storage.deadlines import DeadlineState
from storage.decisions import Ballot, Decision


def vote_form(name: str, session: Session, request: Request) -> Form:
    """Return the form of a vote for whoever asks. Raises Refusal, saying why, for somebody who has none."""
    decision, actor = locked(session, request)
    _check_takes_votes(session, decision, request.now)
    mine = _votes_for(session, actor, decision)
    chosen = request.filled.get("voter")
    if chosen is not None and chosen not in {voter.key for voter in mine}:
        raise Refusal("You no longer vote for the one you have chosen. Please open the form again.")
    return forms.vote_form(name, decision, mine, consensus=by_consensus(session, decision))


def vote(name: str, session: Session, request: Request, values: Values) -> Answer:
    """Cast a vote, or change it."""
    decision, actor = locked(session, request)
    _check_takes_votes(session, decision, request.now)
    mine = _votes_for(session, actor, decision)
    voter = next((one for one in mine if one.key == values.line("voter")), mine[0])
    partner = voter.partner
    return _cast(session, decision, Acting(actor, partner, request), voter, VOTES[name], values.line("comment"))


def _check_takes_votes(session: Session, decision: Decision, at: datetime) -> None:
    """Return when a vote counts that came at a moment; raise Refusal, saying why, if not: by its date first."""
    check_in_time(session, decision, at, "Your vote")
    check_open(decision)


def _votes_for(session: Session, actor: Actor, decision: Decision) -> tuple[Voter, ...]:
    """Return those this person votes for; raise Refusal, saying why nobody, and who could."""
    voters = could_vote(session, decision, actor.today)
    kept_out = frozenset(decision.circumstances.get("recused", ()))
    mine = tuple(one for one in voters_of(session, actor, decision, voters) if one.partner not in kept_out)
    if mine:
        return mine
    named = {*actor.partners()}
    if named & kept_out:
        why = why_kept_out(session, actor.terms, decision, named & kept_out)
        raise Refusal(f"You can't vote in {decision.reference} for now: {why}. {word('interests')} shows who has.")
    barred = [one for one in voters.excluded if one.key in named]
    rule = rule_of(session, decision)
    clause = f" (clause {rule.clause})" if rule.clause else ""
    if barred:
        why = "; ".join(f"{one.name} is {one.why}" for one in barred)
        raise Refusal(f"You have no vote in {decision.reference}{clause}: {why}.")
    if named & {voter.key for voter in voters.voters}:
        raise Refusal(f"A partner's vote in {decision.reference} is cast by its lead or deputy, and you are neither.")
    raise Refusal(f"You have no vote in {decision.reference}{clause}: you act for none of those who vote in it.")


def _cast(
    session: Session,
    decision: Decision,
    by: Acting,
    voter: Voter,
    cast: Vote,
    comment: str,
    *,
    came_on: date | None = None,
) -> Answer:
    now = by.request.now
    of_version = [b for b in decision.ballots if b.version == decision.version and b.voter == voter.key]
    before = of_version[0].vote.value if of_version else None
    if of_version and of_version[0].vote is cast and of_version[0].comment == comment:
        raise Refusal(f"{voter.name} has voted so already; nothing changes.")
    ballot = of_version[0] if of_version else Ballot(version=decision.version, voter=voter.key)
    ballot.vote, ballot.comment, ballot.cast_by, ballot.cast_at = cast, comment, by.actor.person.id, now
    ballot.evidence = by.evidence
    if not of_version:
        decision.ballots.append(ballot)
    session.flush()  # a vote needs its row before the register names it
    facts = {"voter": voter.key, "vote": cast.value, "version": decision.version, "words": comment, "was": before}
    facts |= _came(came_on)
    mark = _mark(session, decision, by, voter)
    facts |= {"authority_changed": mark["words"], "authority_since": mark["since"]} if mark else {}
    record(session, by, decision, "vote-changed" if before else "vote-cast", facts)
    shown = {**by.facts, "name": voter.name, "vote": cast.value, "words": comment, "was": before}
    messages.retire(session, decision, shown, now, names=_answered(session, decision, by.actor))
    redraws.note(session, decision, now)
    return Say("vote_cast", {**facts_of(session, decision, now), **shown}, (Button("decision_show", decision.id),))


def _mark(session: Session, decision: Decision, by: Acting, voter: Voter) -> dict[str, str] | None:
    """Mark a vote on the decision where who casts it could do so for less than a day, or take the mark back.

    Returns who cast it, since when they could, and what changed then; None where nothing did.
    """
    key = f"{decision.version}:{voter.key}"
    found = authority.fresh(session, by.actor.agreement, by.actor.person.id, voter, by.request.now)
    marks = {kept: mark for kept, mark in decision.circumstances.get("fresh", {}).items() if kept != key}
    mark = None
    if found is not None:
        zone = ZoneInfo(terms_of(session, decision).timezone)
        mark = {"by": by.actor.person.name, "since": found.since.astimezone(zone).isoformat(), "words": found.words}
    if mark is not None or len(marks) != len(decision.circumstances.get("fresh", {})):
        decision.circumstances = {**decision.circumstances, "fresh": marks | ({key: mark} if mark else {})}
    return mark


def _answered(session: Session, decision: Decision, actor: Actor) -> set[str]:
    """Return the names of those who have voted."""
    voters = could_vote(session, decision, actor.today)
    cast = votes_of(decision)
    return {voter.name for voter in voters.voters if voter.key in cast}


def behalf_form(session: Session, request: Request) -> Form:
    """Return the form in which the secretary records a vote."""
    decision, actor = locked(session, request)
    require(session, actor, decision, DecisionAct.BEHALF)
    check_open(decision)
    voters = _others(decision, could_vote(session, decision, actor.today))
    return forms.behalf_form(decision, voters, consensus=by_consensus(session, decision))


def _others(decision: Decision, voters: Electorate) -> Electorate:
    """Return those who can vote now: a vote that stands, though a conflict was declared since, cannot be changed."""
    kept_out = frozenset(decision.circumstances.get("recused", ()))
    return replace(voters, voters=tuple(one for one in voters.voters if one.partner not in kept_out))


def behalf(session: Session, request: Request, values: Values) -> Answer:
    """Record a vote that was cast by telephone, by e-mail or in a meeting, with its evidence.

    It counts by the day on which it came, as long as the votes are not counted.
    """
    decision, actor = locked(session, request)
    require(session, actor, decision, DecisionAct.BEHALF)
    check_open(decision)
    _check_came(session, decision, actor, request, values, "This vote")
    voters = _others(decision, could_vote(session, decision, actor.today))
    voter = next(one for one in voters.voters if one.key == values.line("voter"))
    cast = Vote(values.line("vote"))
    if cast is Vote.AGAINST and by_consensus(session, decision) and not values.line("comment"):
        raise FormRefused({"comment": "An objection needs its reasons."})
    by = Acting(actor, voter.partner, request, values.line("evidence"))
    return _cast(session, decision, by, voter, cast, values.line("comment"), came_on=values.day("came_on"))


def _came(on: date | None) -> dict[str, str]:
    """Return, for the register, the day on which what the secretary records came; nothing of what came by itself."""
    return {} if on is None else {"came_on": on.isoformat()}


def _check_came(
    session: Session, decision: Decision, actor: Actor, request: Request, values: Values, what: str
) -> None:
    """Return when what the secretary records came while votes could be cast; raise FormRefused for another day."""
    came = came_at(values, actor, since=decision.opened_at or request.now, now=request.now)
    try:
        check_in_time(session, decision, came, what)
    except Refusal as late:
        raise FormRefused({"came_on": str(late)}) from None


def casting_form(session: Session, request: Request) -> Form:
    """Return the form in which the secretary records the casting vote; raise Refusal where the rule knows none."""
    decision, whose = _with_casting_vote(session, request)
    _, actor = locked(session, request)
    chaired = seat_facts.who_chairs(session, actor.agreement, forum_of(rule_of(session, decision)), actor.today)
    return forms.casting_form(decision, whose, chaired, awaited=_tie_waits(session, decision, actor))


def casting(session: Session, request: Request, values: Values) -> Answer:
    """Record how the casting vote goes if the votes for and against are equal."""
    decision, whose = _with_casting_vote(session, request)
    _, actor = locked(session, request)
    if not _tie_waits(session, decision, actor):
        _check_came(session, decision, actor, request, values, "This casting vote")
    cast = Vote(values.line("vote"))
    by = Acting(actor, None, request, values.line("evidence"))
    decision.circumstances = {**decision.circumstances, "casting": cast.value}
    session.flush()
    record(session, by, decision, "casting-vote", {"vote": cast.value, "of": whose, **_came(values.day("came_on"))})
    count_or_show(session, decision, request.now)
    facts = {**facts_of(session, decision, request.now), **by.facts, "vote": cast.value, "name": whose, "was": None}
    return Say("vote_cast", {**facts, "words": ""}, (Button("decision_show", decision.id),))


def _tie_waits(session: Session, decision: Decision, actor: Actor) -> bool:
    """Return whether the votes are in and tied, so that the casting vote is waited for however late it comes."""
    return votes_are_in(decision, actor.today) and counted(session, decision, actor.today).waits is Waits.CASTING


def _with_casting_vote(session: Session, request: Request) -> tuple[Decision, str]:
    decision, actor = locked(session, request)
    require(session, actor, decision, DecisionAct.CASTING)
    check_open(decision)
    whose = rule_of(session, decision).casting_vote
    if whose is None:
        raise Refusal(f"The rule of {decision.reference} knows no casting vote. A tie is no decision.")
    return decision, whose


# --- Counting -----------------------------------------------------------------------------------------------------


def close_press(session: Session, request: Request) -> Answer:
    """Count the votes once those who have not voted could change nothing any more, or their last day is over."""
    decision, actor = locked(session, request)
    require(session, actor, decision, DecisionAct.CLOSE)
    check_open(decision)
    found = counted(session, decision, actor.today)
    if found.waits is not None:
        raise Refusal(_waiting(session, decision, found))
    if not found.settled and not votes_are_in(decision, actor.today):
        have, day = "has" if found.count.silent == 1 else "have", in_words(decision.closes_on)
        raise Refusal(
            f"{found.count.silent} of those who have a vote in {decision.reference} {have} not cast it, and could "
            f"change the result. The votes are counted when all are in, or at the end of {day}."
        )
    _count(session, decision, request.now, person=actor.person.name, person_id=actor.person.id, source=request.source)
    return Say("decision_counted", facts_of(session, decision, request.now), (Button("decision_show", decision.id),))


def _waiting(session: Session, decision: Decision, found: Counted) -> str:
    """Return what is said to whoever would count votes that wait for something."""
    match found.waits:
        case Waits.MATTER:
            depends = listed([UNTOLD[word] for word in found.untold])
            return (
                f"Who has a vote in {decision.reference} depends on {depends}, which nobody said when it was proposed. "
                "Please withdraw it, and have it proposed anew: the form asks for it now."
            )
        case Waits.ANSWER:
            return (
                f"Whether {decision.reference} is carried depends on what the document leaves open: "
                f"{' '.join(found.questions)} The partners decide that first, and {word('open')} records it."
            )
        case Waits.CASTING:
            whose = rule_of(session, decision).casting_vote
            return (
                f"{decision.reference} is a tie: it waits for the casting vote ({whose}). Please record that; the "
                "votes are counted then."
            )
        case _:
            return (
                f"{decision.reference} is decided at a meeting, and who was there is not recorded. Please record who "
                "took part; the votes are counted then."
            )


def count_or_show(session: Session, decision: Decision, now: datetime) -> None:
    """Count a decision's votes where their last day is over; else have its message show how they stand."""
    if votes_are_in(decision, local_day(terms_of(session, decision), now)):
        time_up(session, decision, now)
    else:
        redraws.note(session, decision, now)


def time_up(session: Session, decision: Decision, now: datetime) -> None:
    """Count the votes of a decision whose last day is over, or ask the secretary for what they wait for."""
    if decision.state is not DecisionState.OPEN:
        return
    today = local_day(terms_of(session, decision), counted_at(session, decision, now))
    waits = counted(session, decision, today).waits
    if waits is not None:
        messages.ask_what_it_waits_for(session, decision, waits, now)
    else:
        _count(session, decision, now, person="Accord", person_id=None, source=None)


def look_again(session: Session, agreement_id: int, now: datetime) -> None:
    """Count the agreement's votes that waited for an answer the partners have given now; others show what it means."""
    found = decisions.of_agreement(session, agreement_id, states=(DecisionState.OPEN,))
    for decision in lock_all(session, [one.id for one in found]):
        count_or_show(session, decision, now)


def _count(
    session: Session,
    decision: Decision,
    now: datetime,
    *,
    person: str,
    person_id: int | None,
    source: Mapping[str, Any] | None,
) -> None:
    """Close a decision with the result its votes come to, and tell everybody. What follows is in this transaction.

    Counted after their last day, however late, they are counted as on that day, and it is decided on it.
    """
    at = counted_at(session, decision, now)
    shown = result_facts(session, decision, local_day(terms_of(session, decision), at))
    carried = shown["tally"]["carried"]
    decision.result = shown
    move(session, decision, DecisionState.CARRIED if carried else DecisionState.NOT_CARRIED, at)
    deadlines.end(session, decision, state=DeadlineState.MET)
    agreement = session.get_one(Agreement, decision.agreement_id)
    facts = {"result": shown["tally"], "votes": {key: vote.value for key, vote in votes_of(decision).items()}}
    facts["on"] = local_day(terms_of(session, decision), at).isoformat()
    register.write(
        session,
        agreement,
        at=now,
        act=f"decision-{decision.state.value}",
        person=person,
        person_id=person_id,
        reference=decision.reference,
        private=decision.private,
        facts=facts,
        source=source,
    )
    looking_again.start(session, decision, now)
    ratifying.open_step(session, decision, now)
    messages.close(session, agreement, decision, now)
    on_issues.decided(session, decision, now)
