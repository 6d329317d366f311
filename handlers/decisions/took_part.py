"""Who took part in a decision, as the secretary records it: for a quorum, and for a share of those who are there."""

from __future__ import annotations

from sqlalchemy.orm import Session

from handlers.acting import Acting, record
from handlers.decisions import votes
from handlers.decisions.access import check_open, locked, require
from handlers.decisions.facts import could_vote, facts_of, rule_of, there_in, votes_of
from handlers.forms import Choice, Field, Form, Kind, Values
from handlers.requests import Answer, Button, Request, Say
from rules.decisions import DecisionAct
from rules.electorates import Electorate
from rules.errors import Refusal
from storage.decisions import Decision


def form(session: Session, request: Request) -> Form:
    """Return the form in which the secretary records who took part. Raises Refusal where a vote is taken in writing."""
    decision, voters = _asked(session, request)
    recorded = decision.circumstances.get("there")
    by_record = there_in(session, decision, voters).there
    known_there = tuple(votes_of(decision)) if by_record is None else tuple(by_record)
    initial = known_there if recorded is None else tuple(recorded)
    choices = tuple(Choice(key, name) for key, name in _names(voters).items())
    known = {choice.key for choice in choices}
    return Form(
        "decision_there",
        "Record who took part",
        "Record it",
        (
            Field(
                "there",
                "Who took part",
                Kind.CHOICES,
                required=False,
                choices=choices,
                initial=tuple(key for key in initial if key in known),
                hint="Whoever has abstained or said nothing took part too. Empty: nobody did.",
            ),
            Field(
                "evidence",
                "How it is known",
                Kind.TEXT,
                limit=500,
                hint="Such as: the attendance list of the call on 4 July 2022.",
            ),
        ),
        row=decision.id,
        intro=f"{decision.reference}: {decision.title}",
    )


def take(session: Session, request: Request, values: Values) -> Answer:
    """Record who took part, or correct it. Where the last day of the votes is over, they are counted."""
    decision, voters = _asked(session, request)
    _, actor = locked(session, request)
    there = [key for key in _names(voters) if key in values.many("there")]
    was = decision.circumstances.get("there")
    if was == there:
        raise Refusal(f"It is on record so already; nothing of {decision.reference} changes.")
    by = Acting(actor, None, request, values.line("evidence"))
    decision.circumstances = {**decision.circumstances, "there": there}
    session.flush()
    record(session, by, decision, "took-part", {"there": there, "was": was})
    votes.count_or_show(session, decision, request.now)
    named = [_names(voters)[key] for key in there]
    shown = {**facts_of(session, decision, request.now), **by.facts, "there": named}
    return Say("took_part", shown, (Button("decision_show", decision.id),))


def _asked(session: Session, request: Request) -> tuple[Decision, Electorate]:
    decision, actor = locked(session, request)
    require(session, actor, decision, DecisionAct.THERE)
    check_open(decision)
    if rule_of(session, decision).taken == "writing":
        raise Refusal(
            f"{decision.reference} is voted on in writing: whoever has answered takes part. Nothing needs recording."
        )
    return decision, could_vote(session, decision, actor.today)


def _names(voters: Electorate) -> dict[str, str]:
    """Return whom it can be said of: all who could take part and can come; who is kept out can be there too."""
    return {voter.key: voter.name for voter in (*voters.voters, *voters.recused)}
