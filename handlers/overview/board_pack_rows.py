"""The rows of the board pack's sections: what was under way in some days, as it stands now; nothing private."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers.actions import facts as action_facts
from handlers.actors import local_day, name_of
from handlers.decisions import facts as decision_facts
from handlers.issues import facts as issue_facts
from handlers.overview import interests as conflict_register
from handlers.overview.columns import days, instants, words
from handlers.overview.shown import kept_private
from handlers.signatures import facts as signature_facts
from rules.actions import ActionState
from rules.board_pack import Span
from rules.days import in_words
from rules.deadlines import Working
from rules.decisions import DecisionState
from rules.issues import IssueState
from rules.signatures import RequestState, lacks_words
from storage import actions, agreements, ahead, conflicts, deadlines, decisions, issues, matters, signatures
from storage.agreements import Agreement
from storage.deadlines import Deadline
from storage.issues import Issue
from storage.matters import Matter
from storage.signatures import SignatureRequest

Row = dict[str, Any]


def _published(session: Session, found: Iterable[Matter]) -> list[Any]:
    these = list(found)
    matters.read_ahead(session, these, whole=True)
    return [matter for matter in these if not kept_private(session, matter)]


# --- Issues and their dates ---------------------------------------------------------------------------------------

ISSUES = (
    *words("reference", "title", "state", "stage", "raised_for", "raised_by"),
    *instants("raised_at"),
    *words("affected", "concerns", "particulars"),
    *days("last_day_on"),
    *words("clause"),
    *instants("closed_at"),
    *words("closing_words", "decided_by"),
)


def issues_of(session: Session, agreement: Agreement, span: Span, now: datetime) -> list[Row]:
    """Return the issues that were not closed before these days, nor raised after them, each with its dates."""
    rows = []
    for issue in _issues(session, agreement, span):
        dates = _dates(session, issue)
        facts = issue_facts.facts_of(session, issue, now)
        last = dates[-1] if dates else {"last_day_on": None, "clause": None}
        rows.append({**facts, "dates": dates, "last_day_on": last["last_day_on"], "clause": last["clause"]})
    return rows


def _issues(session: Session, agreement: Agreement, span: Span) -> list[Issue]:
    """Return the issues of these days, which two sections tell of."""

    def read() -> list[Issue]:
        found = issues.of_agreement(session, agreement.id, states=tuple(IssueState))
        return _published(session, (issue for issue in found if span.knew(issue.raised_at, issue.closed_at)))

    return ahead.once(session, ("issues of", agreement.id, span), read)


def _dates(session: Session, issue: Issue) -> list[Row]:
    history = deadlines.history(session, issue_facts.MATTER, issue.id)
    return ahead.once(session, ("dates of", issue.id), lambda: [_date(issue, deadline) for deadline in history])


DATES = (
    *words("reference"),
    *days("last_day_on"),
    *words("what_became_of_it", "clause", "number", "unit", "direction"),
    *instants("started_at"),
    *days("start_on", "first_day_counted_on"),
    *words("days_skipped", "calendar", "provisional", "why_it_gave_way"),
)


def dates_of(session: Session, agreement: Agreement, span: Span, now: datetime) -> list[Row]:
    """Return every date that those issues ever had, oldest first, each with its working."""
    del now
    return [row for issue in _issues(session, agreement, span) for row in _dates(session, issue)]


def _date(issue: Issue, deadline: Deadline) -> Row:
    worked = Working.from_json(deadline.working)
    return {
        "reference": issue.reference,
        "last_day_on": worked.due_on.isoformat(),
        "what_became_of_it": deadline.state.value,
        "clause": worked.clause,
        "number": worked.limit.number,
        "unit": worked.limit.unit.value,
        "direction": worked.limit.direction.value,
        "started_at": worked.start.isoformat() if isinstance(worked.start, datetime) else None,
        "start_on": worked.start_on.isoformat(),
        "first_day_counted_on": worked.first_on.isoformat() if worked.first_on else None,
        "days_skipped": [f"{in_words(day.on)}: {day.why}" for day in worked.skipped],
        "calendar": worked.calendar,
        "provisional": worked.provisional or not deadline.confirmed,
        "why_it_gave_way": deadline.why,
        "confirmed": deadline.confirmed,
        "working": deadline.working,
    }


# --- Decisions ----------------------------------------------------------------------------------------------------

DECISIONS = (
    *words("reference", "title", "result", "rule", "clause", "forum", "proposed_for"),
    *instants("opened_at"),
    *days("closes_on"),
    *instants("closed_at"),
    *words(
        "threshold",
        "fraction",
        "counts",
        "base",
        "needed",
        "in_favour",
        "against",
        "abstained",
        "not_voting",
        "could_take_part",
        "there",
        "quorum",
        "quorate",
        "working",
        "casting_vote",
        "electorate",
        "left_out",
        "votes",
        "own_approvals",
        "issue",
        "wording",
    ),
)


def decisions_of(session: Session, agreement: Agreement, span: Span, now: datetime) -> list[Row]:
    """Return the decisions that were open to votes in these days or counted in them, with their arithmetic."""
    found = _published(session, decisions.of_agreement(session, agreement.id, states=tuple(DecisionState)))
    return [
        {**decision_row(decision_facts.facts_of(session, decision, now)), "opened_at": decision.opened_at.isoformat()}
        for decision in found
        if decision.opened_at is not None and span.knew(decision.opened_at, decision.closed_at)
    ]


def decision_row(facts: Row) -> Row:
    """Return a decision's facts with its arithmetic laid out in columns."""
    tally = facts["tally"]
    return {
        **facts,
        "result": facts["state"],
        "threshold": tally["kind"],
        "fraction": tally["of"],
        "counts": tally["counts"],
        "base": tally["base"],
        "needed": tally["needed"],
        "in_favour": tally["in_favour"],
        "against": tally["against"],
        "abstained": tally["abstain"],
        "not_voting": tally["silent"],
        "could_take_part": tally["could"],
        "there": tally["there"],
        "working": " ".join(tally["working"]) or None,
        "quorum": tally["quorum"],
        "quorate": tally["quorate"],
        "casting_vote": facts["casting"],
        "casting_by": facts["casting_vote"],
        "electorate": facts["voters"],
        "left_out": [{"name": one["name"], "why": one["why"]} for one in facts["excluded"]],
        "votes_cast": facts["votes"],
        "votes": [{"name": vote["name"], "vote": vote["vote"]} for vote in facts["votes"]],
        "own_approvals": [{"name": one["name"], "approves": one["approved"]} for one in facts["ratified"]],
    }


# --- The register of interests ------------------------------------------------------------------------------------

INTERESTS = (
    *words("reference", "title", "partner", "person", "category", "nature", "arises", "particulars"),
    *days("since_on", "declared_on", "ended_on"),
    *words("matters", "handling"),
)


def interests_of(session: Session, agreement: Agreement, span: Span, now: datetime) -> list[Row]:
    """Return the conflicts of interest that were declared by the end of these days and stood in them, as published.

    What the secretary agreed to withhold is None.
    """
    del now
    rows = []
    found = [one for one in conflicts.of_agreement(session, agreement.id) if span.knew(one.declared_at, one.ended_at)]
    matters.read_ahead(session, found, whole=True)
    for conflict in found:
        entry = conflict_register.entry_of(session, conflict)
        rows.append(
            {
                **entry,
                "withheld": entry["particulars"] is None,
                "since_on": entry["since"],
                "declared_on": entry["declared"],
                "ended_on": entry["ended"],
            }
        )
    return rows


RETURNS = (
    *words("partner", "says"),
    *days("returned_on"),
)


def returns_of(session: Session, agreement: Agreement, span: Span, now: datetime) -> list[Row]:
    """Return what partners said in these days of their interests: that there are none, or no new ones."""
    del now
    terms = agreements.current_terms(session, agreement.id)
    return [
        {
            "partner": name_of(terms, one.partner),
            "says": "nil" if one.nil else "unchanged",
            "returned_on": local_day(terms, one.returned_at).isoformat(),
        }
        for one in conflicts.returns(session, agreement.id)
        if span.begins_at <= one.returned_at < span.ends_at
    ]


# --- Signatures ---------------------------------------------------------------------------------------------------

SIGNATURES = (
    *words(
        "reference",
        "title",
        "kind",
        "state",
        "signed",
        "needed",
        "not_signed",
        "document_name",
        "document_link",
        "document_sha256",
        "version",
        "requested_by",
    ),
    *instants("opened_at"),
    *days("sign_by_on"),
    *words("effect_rule", "effect_clause"),
    *days("document_states_on", "latest_first_signature_on"),
    *words("signed_last"),
    *days("effective_on"),
    *instants("closed_at"),
)


def signatures_of(session: Session, agreement: Agreement, span: Span, now: datetime) -> list[Row]:
    """Return what was out for signature in these days, or took effect in them: who signed, and the effect's working."""
    rows = []
    for asked in _requests(session, agreement, span):
        terms = signature_facts.terms_of(session, asked)
        facts = signature_facts.facts_of(session, asked, now)
        first = signature_facts.signing_of(session, asked, local_day(terms, now)).first
        last = max(first.values(), default=None)
        rows.append(
            {
                **facts,
                "not_signed": facts["missing"],
                "document_name": facts["document"]["name"],
                "document_link": facts["document"]["link"],
                "document_sha256": facts["document"]["sha256"],
                "opened_at": asked.opened_at.isoformat() if asked.opened_at else None,
                "sign_by_on": facts["target_on"],
                "document_states_on": facts["begins_on"],
                "latest_first_signature_on": last.isoformat() if last else None,
                "signed_last": [signature_facts.partner_of(terms, asked, p) for p, day in first.items() if day == last],
                "counterparts": list(_counterparts(session, asked)),
            }
        )
    return rows


def _requests(session: Session, agreement: Agreement, span: Span) -> list[SignatureRequest]:
    """Return the requests of these days, which two sections tell of."""

    def read() -> list[SignatureRequest]:
        found = signatures.of_agreement(session, agreement.id, states=tuple(RequestState))
        return _published(session, (asked for asked in found if span.knew(asked.opened_at, _over_at(asked))))

    return ahead.once(session, ("requests of", agreement.id, span), read)


def _over_at(asked: SignatureRequest) -> datetime | None:
    """Return when a request was over: once what was signed was in effect, or it was withdrawn."""
    return asked.in_effect_at if asked.state is RequestState.COMPLETE else asked.closed_at


COUNTERPARTS = (
    *words("reference", "partner", "name", "position"),
    *days("signed_on"),
    *words("route", "version", "state", "counts", "file_sha256"),
    *instants("recorded_at"),
    *words("lacks"),
)


def counterparts_of(session: Session, agreement: Agreement, span: Span, now: datetime) -> list[Row]:
    """Return each counterpart of those requests: who signed for which partner, when, and by which route."""
    del now
    return [row for asked in _requests(session, agreement, span) for row in _counterparts(session, asked)]


def _counterparts(session: Session, asked: SignatureRequest) -> Iterator[Row]:
    terms = signature_facts.terms_of(session, asked)
    counting = signature_facts.counting(session, asked)
    for one in asked.counterparts:
        yield {
            "reference": asked.reference,
            "partner": signature_facts.partner_of(terms, asked, one.partner),
            "name": one.name,
            "position": one.position,
            "signed_on": one.signed_on.isoformat(),
            "route": one.route.value,
            "version": one.version,
            "state": one.state.value,
            "counts": one.version == asked.version and one.id in counting,
            "lacks": lacks_words(one.lacks) if one.lacks else None,
            "file_sha256": one.file_sha256,
            "recorded_at": one.recorded_at.isoformat(),
        }


# --- Actions ------------------------------------------------------------------------------------------------------

ACTIONS = (
    *words("reference", "title", "state", "partner", "owner", "kind", "clause", "because_of"),
    *days("due_on"),
    *instants("opened_at", "closed_at"),
    *words("closing_words", "particulars"),
)


def actions_of(session: Session, agreement: Agreement, span: Span, now: datetime) -> list[Row]:
    """Return the actions that were open in these days."""
    found = _published(session, actions.of_agreement(session, agreement.id, states=tuple(ActionState)))
    rows = []
    for action in sorted(found, key=lambda action: action.number):
        if span.knew(action.opened_at, action.closed_at):
            facts = action_facts.facts_of(session, action, now)
            rows.append({**facts, "because_of": facts["source"]})
    return rows
