"""A decision as plain values: who counts and what the votes come to, for the rules and for the words people read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import parties
from handlers.actors import ACTING, Actor, full_name_of, local_day, name_of, names_of
from handlers.deadlines import chosen
from handlers.decisions.tally import Counted, tally_facts
from handlers.decisions.there import There, may_vote_for, meeting_facts, meeting_of, there_for
from handlers.requests import Button
from rules import count_words, quoted, readings as readings_of
from rules.deadlines import Working
from rules.decisions import DecisionState, outcome_of
from rules.electorates import Circumstances, Electorate, Voter, electorate, place, untold
from rules.last_days import last_of_day
from rules.older_counts import renewed_count
from rules.terms import DecisionRule, Terms
from rules.voting import Count, Vote, count as count_of, other_readings
from rules.who import by_places, forum_of, forums_voting
from storage import agreements, deadlines, decisions, people, posts
from storage.decisions import Decision
from storage.issues import Issue
from storage.people import Capacity, Contact, Person, leads_of

MATTER = "decision"
LETTER = "decision_letter"
OPENING, CLOSING, REVIEW = "opening", "closing", "review"
"""The names of a decision's clocks: the day it opens by itself, the last day of its votes, the day it is looked at."""


def terms_of(session: Session, decision: Decision) -> Terms:
    """Return the terms the decision was proposed under; they are its terms for ever."""
    return agreements.terms_of(session, decision.terms_id)


def standing_terms(session: Session, decision: Decision) -> Terms:
    """Return a decision's terms as its votes are counted, until what is open about them is decided."""
    return readings_of.standing(terms_of(session, decision), decision.rule)


def rule_of(session: Session, decision: Decision) -> DecisionRule:
    """Return the rule the decision is taken under, as its votes are counted until what is open about it is decided."""
    return standing_terms(session, decision).decision_rules[decision.rule]


def voting_until(session: Session, decision: Decision) -> Working:
    """Return the last day of a decision's votes."""
    return chosen(terms_of(session, decision), decision.closes_on, clause=rule_of(session, decision).clause)


def votes_are_in(decision: Decision, today: date) -> bool:
    """Return whether nothing changes any more what a decision's votes come to: closed, or its last day is over."""
    return decision.state.final or (decision.state is DecisionState.OPEN and today > decision.closes_on)


def counted_at(session: Session, decision: Decision, now: datetime) -> datetime:
    """Return the moment as on which an open decision's votes are counted: now, or the end of their last day."""
    if decision.state is not DecisionState.OPEN:
        return now
    terms = terms_of(session, decision)
    return min(now, last_of_day(decision.closes_on, ZoneInfo(terms.timezone)))


def by_consensus(session: Session, decision: Decision) -> bool:
    """Return whether the decision needs consensus: then nobody abstains, but one may stand aside."""
    return rule_of(session, decision).threshold == "nobody against"


def case_of(session: Session, decision: Decision, today: date) -> Circumstances:
    """Return the circumstances who counts depends on: partners as on the day it was proposed, seats as held today."""
    terms = standing_terms(session, decision)
    return _case_under(session, decision, terms, terms.decision_rules[decision.rule], today)


def _case_under(session: Session, decision: Decision, terms: Terms, rule: DecisionRule, today: date) -> Circumstances:
    told = decision.circumstances
    seated = seats_held(session, decision.agreement_id, rule, today) if by_places(terms, rule) else None
    return Circumstances(
        on=decision.proposed_on,
        element=decision.element,
        affected=frozenset(told["affected"]),
        concerned=frozenset(told["concerned"]),
        conflicted=frozenset(told["conflicted"]) | recused(decision),
        holders=seated,
        left={} if decision.state.final else parties.left(session, decision.agreement_id, today),
        cast=frozenset(votes_of(decision)),
    )


def recused(decision: Decision) -> frozenset[str]:
    """Return the partners a declared conflict keeps out of a decision; one whose earlier vote stands is not."""
    told = decision.circumstances
    return frozenset(told.get("recused", ())) - frozenset(told.get("stands", ()))


def concerned_in(decision: Decision) -> frozenset[str]:
    """Return the partners a decision is between, as far as it names any: who proposed it, and whom it affects."""
    told = decision.circumstances
    return frozenset({*told["affected"], *told["concerned"], *filter(None, (decision.proposed_for,))})


def uninformed(session: Session, decision: Decision) -> frozenset[str]:
    """Return the partners that get no papers and notices: those kept out, where the agreement says so."""
    rule = terms_of(session, decision).conflicts
    return frozenset() if rule is None or rule.informed else recused(decision)


def without_papers(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return a decision's facts as somebody may read them who is kept out of it where its papers are kept too."""
    return {**facts, "papers": [], "files": [], "papers_kept": bool(facts["papers"] or facts["files"])}


def seats_held(session: Session, agreement_id: int, rule: DecisionRule, today: date) -> dict[str, dict[int, int]]:
    """Return who holds the seats of the forums that vote under a rule on a day: by seat, the people's ids by place."""
    held: dict[str, dict[int, int]] = {}
    for forum in forums_voting(rule):
        held |= posts.seated_on(session, today, agreement_id=agreement_id, forum=forum)
    return held


def votes_of(decision: Decision) -> dict[str, Vote]:
    """Return the votes cast on the wording as it stands, by voter."""
    return {ballot.voter: ballot.vote for ballot in decision.ballots if ballot.version == decision.version}


def there_in(session: Session, decision: Decision, voters: Electorate) -> There:
    """Return who is there for a decision, and which votes on the wording as it stands count.

    Those of the conflicted do not, nor that of a seat which nobody holds any more; at a meeting, nor those of others
    who were not there and gave no proxy.
    """
    terms = standing_terms(session, decision)
    return there_for(session, terms, terms.decision_rules[decision.rule], decision, voters)


def could_vote(session: Session, decision: Decision, today: date) -> Electorate:
    """Return who could take part in a decision, and of them who has a vote."""
    terms = standing_terms(session, decision)
    return electorate(terms, terms.decision_rules[decision.rule], case_of(session, decision, today))


def counted(session: Session, decision: Decision, today: date) -> Counted:
    """Return how the votes on a decision stand.

    An answer that has no room in the terms the decision was proposed under leaves nothing to wait for.
    """
    rule, casting, case = rule_of(session, decision), casting_of(decision), case_of(session, decision, today)

    def count_under(read: Terms, asked: DecisionRule) -> Count:
        could = electorate(read, asked, _case_under(session, decision, read, asked, today))
        here = there_for(session, read, asked, decision, could)
        return count_of(asked, could, here.votes, **here.present, casting=casting)

    voters = could_vote(session, decision, today)
    there = there_in(session, decision, voters)
    backed = Vote.FOR in votes_of(decision).values()
    left_open = readings_of.left_open(terms_of(session, decision), decision.rule, case, count_under, backed=backed)
    deciding = [found for found in left_open if found.decides]
    answered = agreements.settlements(session, decision.agreement_id) if deciding else {}
    waits_for = tuple(found for found in deciding if found.point not in answered)
    count = count_of(rule, voters, there.votes, **there.present, casting=casting)
    return Counted(voters, there, count, left_open, waits_for, untold(rule, case))


def can_be_counted(session: Session, decision: Decision, today: date) -> bool:
    """Return whether an open decision's votes can be counted: who is silent could change nothing, or time is up."""
    found = counted(session, decision, today)
    return found.waits is None and (found.settled or votes_are_in(decision, today))


def casting_of(decision: Decision) -> Vote | None:
    """Return how the casting vote goes, None while nobody has recorded it."""
    casting = decision.circumstances.get("casting")
    return Vote(casting) if casting else None


def silent(session: Session, decision: Decision, today: date) -> list[Voter]:
    """Return those who have a vote and have not cast it on the wording as it stands."""
    voters = could_vote(session, decision, today)
    return _silent(decision, voters, there_in(session, decision, voters))


def _silent(decision: Decision, voters: Electorate, there: There) -> list[Voter]:
    """Return those who have not voted; who was not at a meeting on record, without a proxy, is waited for no more."""
    cast = votes_of(decision)
    heard = None if there.there is None or not there.at_meeting else there.there | there.by_proxy.keys()
    return [one for one in voters.voters if one.key not in cast and (heard is None or one.key in heard)]


def ballot(decision_id: int, *, consensus: bool = False) -> tuple[Button, ...]:
    """Return the three votes; under consensus one stands aside rather than abstain."""
    aside = Button("decision_abstain", decision_id, label="Stand aside" if consensus else None)
    return Button("decision_agree", decision_id), Button("decision_object", decision_id), aside


def contacts_of(session: Session, decision: Decision, today: date) -> dict[str, Contact]:
    """Return whom each vote is asked of, by voter, where somebody can be reached.

    A partner's is its lead's, or its deputy's where no lead is in the chat; a seat's is its holder's.
    """
    terms, rule = standing_terms(session, decision), rule_of(session, decision)
    leads = dict(leads_of(session, decision.agreement_id, None, today))
    if not by_places(terms, rule):
        return leads
    own = [voter for voter in could_vote(session, decision, today).voters if not voter.held]
    found = {voter.key: leads[voter.partner] for voter in own if voter.partner in leads}
    for seat, holders in seats_held(session, decision.agreement_id, rule, today).items():
        for number, person_id in holders.items():
            account = people.linked_account(session, person_id)
            if account is not None:
                person = session.get_one(Person, person_id)
                found[place(seat, number)] = Contact(person, account, Capacity.MEMBER)
    return found


def voters_of(session: Session, actor: Actor, decision: Decision, voters: Electorate) -> tuple[Voter, ...]:
    """Return those of the voters that this person votes for: partners they lead or deputise for, or seats they hold.

    So too those who have given one of these a proxy for the meeting at which it is decided.
    """
    rule, partners = rule_of(session, decision), set(actor.partners(*ACTING))
    if not by_places(standing_terms(session, decision), rule):
        mine = partners
    else:
        held = seats_held(session, decision.agreement_id, rule, actor.today)
        mine = {
            place(seat, number)
            for seat, holders in held.items()
            for number, person_id in holders.items()
            if person_id == actor.person.id
        }
    own = tuple(one for one in voters.voters if one.key in mine or (not one.held and one.partner in partners))
    return may_vote_for(there_in(session, decision, voters), own, voters)


def facts_of(session: Session, decision: Decision, now: datetime) -> dict[str, Any]:
    """Return what the templates say about a decision, in plain JSON values; dates and instants are ISO text."""
    terms, rule = terms_of(session, decision), rule_of(session, decision)
    shown = decision.result or result_facts(session, decision, local_day(terms, counted_at(session, decision, now)))
    forum = next((found for found in terms.forums if found.key == forum_of(rule)), None)
    element = next((found for found in terms.elements if found.key == decision.element), None)
    topic = next((found for found in terms.topics if found.key == decision.topic), None)
    level = next((found for found in terms.levels if found.key == decision.level), None)
    cast = [ballot for ballot in decision.ballots if ballot.version == decision.version]
    return {
        "reference": decision.reference,
        "title": decision.title,
        "agreement": terms.short_title,
        "agreement_title": terms.title,
        "state": decision.state.value,
        "private": decision.private,
        "wording": decision.wording,
        "reasons": decision.reasons,
        "papers": [line.strip() for line in decision.papers.splitlines() if line.strip()],
        "files": [str(file["name"]) for file in decision.files],
        "apart": bool(uninformed(session, decision)),
        "papers_kept": False,
        "version": decision.version,
        "rule": rule.name,
        "clause": rule.clause,
        "note": rule.note,
        "casting_vote": rule.casting_vote,
        "casting": decision.circumstances.get("casting"),
        "forum": forum.name if forum else None,
        "outcome": outcome_of(terms, rule).value,
        "element": element.name if element else None,
        "topic": topic.name if topic else None,
        "level": level.name if level else None,
        "quoted": quoted.facts(
            terms,
            f"decision_rules.{decision.rule}",
            *((f"elements.{decision.element}",) if decision.element else ()),
            *((f"topics.{decision.topic}",) if decision.topic else ()),
        ),
        "affected": names_of(terms, decision.circumstances["affected"]),
        "meeting": meeting_facts(meeting_of(session, decision)),
        "issue": decision.issue.reference if decision.issue and not decision.private else None,
        "proposed_by": session.get_one(Person, decision.proposed_by).name,
        "proposed_for": name_of(terms, decision.proposed_for) if decision.proposed_for else None,
        "proposed_at": decision.proposed_at.isoformat(),
        "opens_on": _opens_on(session, decision),
        "closes_on": decision.closes_on.isoformat(),
        "closed_at": decision.closed_at.isoformat() if decision.closed_at else None,
        "dated_on": local_day(terms, decision.closed_at).isoformat() if decision.closed_at else None,
        "closing_words": decision.closing_words,
        "review_on": decision.review_on.isoformat() if decision.review_on else None,
        "tally": renewed_count(shown["tally"]),
        "votes": [
            {
                "name": shown["names"].get(ballot.voter, ballot.voter),
                "vote": ballot.vote.value,
                "comment": ballot.comment,
                "behalf": ballot.evidence is not None,
                "fresh": f"{ballot.version}:{ballot.voter}" in decision.circumstances.get("fresh", {}),
            }
            for ballot in cast
        ],
        "silent": shown["silent"],
        "left_open": shown.get("left_open", []),
        "undecided": shown.get("undecided", []),
        "untold": shown.get("untold", []),
        "voters": shown["voters"],
        "excluded": shown["excluded"],
        "ratified": [
            {"name": name_of(terms, row.partner), "approved": row.approved, "words": row.words}
            for row in decision.ratifications
        ],
        "consensus": rule.threshold == "nobody against",
        "timezone": terms.timezone,
    }


def _fresh(decision: Decision, names: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the votes that stand and were cast within a day of a change of who acts: whose, by whom, since when."""
    marks = decision.circumstances.get("fresh", {})
    cast = [one for one in decision.ballots if one.version == decision.version]
    return [
        {"name": names.get(one.voter, one.voter), **marks[f"{one.version}:{one.voter}"]}
        for one in cast
        if f"{one.version}:{one.voter}" in marks
    ]


def _opens_on(session: Session, decision: Decision) -> str | None:
    """Return the day on which a draft opens by itself, or None."""
    set_ = live_date(session, decision, OPENING) if decision.state is DecisionState.DRAFT else None
    return set_.due_on.isoformat() if set_ else None


def result_facts(session: Session, decision: Decision, today: date) -> dict[str, Any]:
    """Return who has a vote, who has not and why, and the arithmetic, as they stand."""
    terms, found = standing_terms(session, decision), counted(session, decision, today)
    rule, could, there, casting = terms.decision_rules[decision.rule], found.voters, found.there, casting_of(decision)
    waiting = _silent(decision, could, there)
    readings = other_readings(rule, lambda read: count_of(read, could, there.votes, **there.present, casting=casting))
    names = {voter.key: voter.name for voter in could.voters}
    return {
        "names": names,
        "left_open": list(readings_of.in_words(found.left_open, voted=bool(votes_of(decision)))),
        "undecided": list(found.questions),
        "untold": [readings_of.UNTOLD[word] for word in found.untold],
        "voters": [voter.name for voter in could.voters],
        "silent": [voter.name for voter in waiting],
        "excluded": [{"name": one.name, "why": one.why, "in_base": one.in_base} for one in could.excluded],
        "tally": {
            **tally_facts(terms, rule, found.count, recorded=there.there is not None),
            "silent": len(waiting),
            "set_aside": [{"name": names[key], "why": why} for key, why in there.set_aside.items()],
            "fresh": _fresh(decision, names),
            "waits_for": there.waits,
            "other": list(count_words.other_readings(readings, voted=bool(there.votes))),
        },
    }


def live_deadline(session: Session, decision: Decision) -> deadlines.Deadline | None:
    """Return the date by which votes are in, open or passed, or None."""
    return live_date(session, decision, CLOSING)


def live_date(session: Session, decision: Decision, clock: str) -> deadlines.Deadline | None:
    """Return the live date of one of a decision's clocks, or None."""
    found = deadlines.live(session, MATTER, [decision.id])
    return next((deadline for deadline in found if deadline.clock == clock), None)


def tried(session: Session, agreement_id: int) -> tuple[Decision, ...]:
    """Return the agreement's decisions that were closed."""
    closed = tuple(state for state in DecisionState if state.final)
    return tuple(decisions.of_agreement(session, agreement_id, states=closed))


def source_of(session: Session, decision: Decision) -> Issue | None:
    """Return the issue that a decision is about; None where it is about none."""
    return session.get_one(Issue, decision.issue_id) if decision.issue_id is not None else None


def letter(session: Session, decision: Decision, now: datetime, partner: str) -> tuple[str, dict[str, Any]]:
    """Return the written notice of a decision to one partner: its template and its facts."""
    return LETTER, {**facts_of(session, decision, now), "partner": full_name_of(terms_of(session, decision), partner)}
