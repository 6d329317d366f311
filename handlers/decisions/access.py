"""Who may see a decision and act on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import Actor
from handlers.decisions.facts import REVIEW, could_vote, rule_of, terms_of, voters_of, voting_until
from handlers.matters import Cause, Kind, faster, pressed
from handlers.notices import Telling
from handlers.requests import Request
from rules.decisions import WORDS, DecisionAct, DecisionState, check_move, who_may
from rules.errors import Refusal
from rules.last_days import in_time, too_late
from rules.matters import Allowed
from rules.sentences import word
from storage import decisions, rows
from storage.deadlines import Deadline
from storage.decisions import Decision
from storage.issues import Issue
from storage.people import Capacity, Holding


def may_see(decision: Decision, actor: Actor) -> bool:
    """Return whether somebody of the agreement may know of a decision: of a draft, only those who can open the vote.

    One about a private issue is for those alone who may know of that, and for whoever has a vote in it.
    """
    if decision.private and not (is_known_to(decision, actor.holdings) or _votes(decision, actor)):
        return False
    allowed = who_may(DecisionAct.OPEN, proposed_for=decision.proposed_for)
    drafted = decision.state is DecisionState.DRAFT or decision.opened_at is None
    return not drafted or actor.is_secretary or bool(actor.may_act_for(allowed))


def is_known_to(decision: Decision, held: Iterable[Holding]) -> bool:
    """Return whether whoever holds these capacities may know that there is such a decision, opened to votes."""
    mine = list(held)
    if not decision.private or any(holding.capacity is Capacity.SECRETARY for holding in mine):
        return True
    return bool({holding.partner for holding in mine} & knowing(decision))


def knowing(decision: Decision) -> frozenset[str]:
    """Return the partners that may know of a decision on a private issue: those told of it, and those with a vote."""
    told = frozenset(row.partner for row in decision.issue.partners) if decision.issue else frozenset()
    voters = could_vote(rows.session_of(decision), decision, decision.closes_on).voters
    return told | {voter.partner for voter in voters if voter.partner}


def _votes(decision: Decision, actor: Actor) -> bool:
    session = rows.session_of(decision)
    return bool(voters_of(session, actor, decision, could_vote(session, decision, actor.today)))


KIND = Kind("decision", "decision", "decisions", "SEF-D2", Decision, may_see)


def locked(session: Session, request: Request) -> tuple[Decision, Actor]:
    """Return the decision a request is about and who asks; nobody else changes it now, nor its issue."""
    rows.of_ids(session, Issue, decisions.issues_of(session, [request.row or 0]), lock=True)
    return pressed(session, request, KIND, lock=True)


def lock_all(session: Session, ids: Iterable[int]) -> list[Decision]:
    """Return these decisions, that nobody else changes before the transaction ends, nor the issues they are about.

    Whoever acts on both locks the issue first.
    """
    wanted = list(ids)
    rows.of_ids(session, Issue, decisions.issues_of(session, wanted), lock=True)
    return rows.of_ids(session, Decision, wanted, lock=True)


def require(session: Session, actor: Actor, decision: Decision, act: DecisionAct) -> str | None:
    """Return the partner this person may do the act for, None for a secretary; raise Refusal, naming who could."""
    allowed = who_may(act, proposed_for=decision.proposed_for)
    kept_out = frozenset(decision.circumstances.get("recused", ()))
    allowed = replace(allowed, partners=allowed.partners - kept_out)
    mine = actor.may_act_for(allowed)
    if mine:
        return mine[0]
    if actor.is_secretary:
        return None
    raise Refusal(f"You can't {REFUSED[act].format(decision.reference)}. {actors.who_could(session, actor, allowed)}")


REFUSED: Mapping[DecisionAct, str] = {
    DecisionAct.OPEN: "open {} to votes",
    DecisionAct.REWORD: "change the wording of {}",
    DecisionAct.EXTEND: "give {} more time",
    DecisionAct.MEETING: "say at which meeting {} is decided",
    DecisionAct.WITHDRAW: "withdraw {}",
    DecisionAct.CLOSE: "close {}",
    DecisionAct.CASTING: "record the casting vote in {}",
    DecisionAct.BEHALF: "record a vote on another's behalf in {}",
    DecisionAct.THERE: "record who took part in {}",
    DecisionAct.TOLD: "record how a partner was told of {}",
}


def check_in_time(session: Session, decision: Decision, at: datetime, what: str) -> None:
    """Return when an act on the votes of a decision, such as “Your vote”, came by their last day; raise Refusal if not.

    Whether they have been counted since is the clock's business. A draft has no last day yet.
    """
    until, zone = voting_until(session, decision), ZoneInfo(terms_of(session, decision).timezone)
    if decision.state in (DecisionState.DRAFT, DecisionState.WITHDRAWN) or in_time(at, until, zone):
        return
    raise Refusal(
        f"{too_late(at, until, zone, what, clause=until.clause)} What came by then is counted. "
        f"{word('decision', decision.reference)} shows how it stands."
    )


def check_open(decision: Decision) -> None:
    """Return when the votes of a decision are not counted yet; raise Refusal, saying what it is, if not."""
    if decision.state is not DecisionState.OPEN:
        raise Refusal(
            f"{decision.reference} is {WORDS[decision.state]}, so it takes no votes. "
            f"{word('decision', decision.reference)} shows how it stands."
        )


def move(session: Session, decision: Decision, to: DecisionState, now: datetime) -> None:
    """Move a decision on; raise Refusal when it cannot move there, or somebody else was faster."""
    check_move(decision.state, to)
    if not decisions.move(session, decision, to=to, at=now):
        raise faster(KIND)


def telling(session: Session, request: Request) -> Telling:
    """Return the decision that partners are notified of, and its secretary; raise Refusal for anybody else."""
    decision, actor = locked(session, request)
    require(session, actor, decision, DecisionAct.TOLD)
    return Telling(decision, decision.closed_at or decision.proposed_at, actor)


def runs_for(decision: Decision, deadline: Deadline, held: Sequence[Holding]) -> bool:
    """Return whether a decision's date is one to be seen: no draft's, and of one that is closed, its review's."""
    if not is_known_to(decision, held):
        return False
    return decision.state is DecisionState.OPEN or deadline.clock == REVIEW


def causing(session: Session, request: Request) -> Cause:
    """Return the decision as what an action is opened because of."""
    decision, actor = pressed(session, request, KIND, lock=True)
    allowed = Allowed(frozenset({decision.proposed_for} if decision.proposed_for else ()), secretary=True)
    return Cause(decision, actor, allowed, rule_of(session, decision).forum)
