"""An issue's life: who may do what, what each partner owes, and when it is resolved. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from rules.errors import Refusal
from rules.matters import Allowed
from rules.terms import Mover, Stage, Terms


class IssueState(StrEnum):
    """Where an issue stands. Unresolved means that its time is up; the partners can still agree."""

    OPEN = "open"
    UNRESOLVED = "unresolved"
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"

    @property
    def final(self) -> bool:
        """Return whether nothing more can happen to the issue."""
        return self in (IssueState.RESOLVED, IssueState.WITHDRAWN)


LIVING = (IssueState.OPEN, IssueState.UNRESOLVED)

MOVES: Mapping[IssueState, frozenset[IssueState]] = {
    IssueState.OPEN: frozenset({IssueState.UNRESOLVED, IssueState.RESOLVED, IssueState.WITHDRAWN}),
    IssueState.UNRESOLVED: frozenset({IssueState.OPEN, IssueState.RESOLVED, IssueState.WITHDRAWN}),
    IssueState.RESOLVED: frozenset(),
    IssueState.WITHDRAWN: frozenset(),
}


class ProposalKind(StrEnum):
    """What is proposed: how to resolve the issue, or a later date to resolve it by."""

    RESOLUTION = "resolution"
    EXTENSION = "extension"


class ProposalState(StrEnum):
    """What became of a proposal. A newer one of the same kind replaces it; closing the issue ends it."""

    OPEN = "open"
    AGREED = "agreed"
    REPLACED = "replaced"
    ENDED = "ended"


class Owed(StrEnum):
    """What is owed to an issue."""

    ACKNOWLEDGEMENT = "acknowledgement"
    ANSWER = "answer"
    EXTENSION_ANSWER = "extension-answer"
    WAY_FORWARD = "way-forward"


class IssueAct(StrEnum):
    """What a person can do to an issue."""

    ACKNOWLEDGE = "acknowledge"
    COMMENT = "comment"
    PROPOSE = "propose"
    ANSWER = "answer"
    EXTEND = "extend"
    WITHDRAW = "withdraw"
    MARK_UNRESOLVED = "mark-unresolved"
    MOVE_ON = "move-on"
    PUT_TO_VOTE = "put-to-vote"
    FACILITATOR = "facilitator"
    ADVICE = "advice"
    REPRESENT = "represent"
    RECORD_TOLD = "record-told"


@dataclass(frozen=True)
class Offer:
    """A proposal as the rules see it: who put it, and which partners agree (True) or do not (False)."""

    id: int
    kind: ProposalKind
    state: ProposalState
    proposed_for: str
    answers: Mapping[str, bool]


@dataclass(frozen=True)
class Standing:
    """An issue as the rules see it. `told` are the partners that know of it; the affected ones are among them.

    `recused` are those that take no part in what is decided of it, because of a declared conflict of interest. `left`
    are those that are no party to the agreement any more.
    """

    state: IssueState
    stage: str
    raised_for: str
    private: bool
    affected: tuple[str, ...]
    told: tuple[str, ...]
    acknowledged: frozenset[str]
    offers: tuple[Offer, ...]
    recused: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()

    @property
    def out(self) -> frozenset[str]:
        """Return those whose agreement is not needed, and that owe nothing to a resolution."""
        return self.recused | self.left

    def open_offer(self, kind: ProposalKind) -> Offer | None:
        """Return the proposal of this kind that waits for answers, or None."""
        found = [offer for offer in self.offers if offer.kind == kind and offer.state == ProposalState.OPEN]
        return found[-1] if found else None


def told_partners(terms: Terms, *, raised_for: str, affected: tuple[str, ...], private: bool) -> tuple[str, ...]:
    """Return the partners an issue is made known to, in the agreement's order (clauses 5.2 and 12.4: all of them)."""
    inner = {raised_for, *affected}
    everybody = not private and terms.issues.notify == "all-partners"
    return tuple(partner.key for partner in terms.partners if everybody or partner.key in inner)


def stage_of(terms: Terms, key: str) -> Stage:
    """Return the stage with this key. Raises KeyError when the terms have none such."""
    for stage in terms.issues.stages:
        if stage.key == key:
            return stage
    raise KeyError(key)


def who_may(act: IssueAct, standing: Standing, terms: Terms) -> Allowed:
    """Return who may do this act to the issue as it stands, whether or not it is still open.

    Whoever is recused can only acknowledge it and comment on it.
    """
    allowed = _who_may(act, standing, terms)
    allowed = replace(allowed, partners=allowed.partners - standing.left)
    if act in (IssueAct.ACKNOWLEDGE, IssueAct.COMMENT):
        return allowed
    return replace(allowed, partners=allowed.partners - standing.recused)


def _who_may(act: IssueAct, standing: Standing, terms: Terms) -> Allowed:
    affected = frozenset(standing.affected)
    match act:
        case IssueAct.ACKNOWLEDGE:
            return Allowed(frozenset(standing.told) - {standing.raised_for})
        case IssueAct.COMMENT:
            return Allowed(frozenset(standing.told), any_capacity=True, secretary=True)
        case IssueAct.PROPOSE | IssueAct.EXTEND:
            return Allowed(affected)
        case IssueAct.ANSWER:
            waiting = [offer.kind for offer in standing.offers if offer.state is ProposalState.OPEN]
            return Allowed(affected.union(*(needed_for(kind, standing, terms) for kind in waiting)))
        case IssueAct.WITHDRAW:
            return Allowed(frozenset({standing.raised_for}))
        case IssueAct.MARK_UNRESOLVED | IssueAct.MOVE_ON | IssueAct.PUT_TO_VOTE:
            return _movers(stage_of(terms, standing.stage), standing)
        case IssueAct.ADVICE | IssueAct.REPRESENT:
            return Allowed(affected, secretary=True)
        case IssueAct.RECORD_TOLD | IssueAct.FACILITATOR:
            return Allowed(frozenset(), secretary=True)


def _movers(stage: Stage, standing: Standing) -> Allowed:
    """Return who may move an issue on; what the chair of a forum decides, the secretary records."""
    partners: set[str] = set()
    if Mover.ANY_PARTNER in stage.moved_on_by:
        partners |= set(standing.told)
    if Mover.AFFECTED_PARTNER in stage.moved_on_by:
        partners |= set(standing.affected)
    if Mover.RAISING_PARTNER in stage.moved_on_by:
        partners.add(standing.raised_for)
    return Allowed(frozenset(partners), secretary=bool({Mover.SECRETARY, Mover.CHAIR} & set(stage.moved_on_by)))


def check_possible(act: IssueAct, standing: Standing, *, partner: str | None = None) -> None:
    """Return when the issue's state allows the act for this partner; raise Refusal, saying what stands, if not."""
    if standing.state.final:
        raise Refusal(f"This issue is {standing.state.value}, so nothing more can be done to it.")
    if act is IssueAct.ACKNOWLEDGE and partner in standing.acknowledged:
        raise Refusal("That partner has acknowledged this issue already.")
    if act is IssueAct.MARK_UNRESOLVED and standing.state is IssueState.UNRESOLVED:
        raise Refusal("This issue is marked unresolved already.")


def check_move(standing: Standing, to: IssueState) -> None:
    """Return when the issue may move to this state; raise Refusal otherwise."""
    if to not in MOVES[standing.state]:
        raise Refusal(f"This issue is {standing.state.value}; it cannot become {to.value}.")


def all_agree(standing: Standing, offer: Offer, terms: Terms) -> bool:
    """Return whether a proposal is carried: every partner whose agreement it needs has agreed to it.

    While somebody is recused, one partner alone settles nothing; nor does nobody, where all have left.
    """
    needed = needed_for(offer.kind, standing, terms)
    if standing.recused and len(needed) < 2:  # noqa: PLR2004 (agreement takes two)
        return False
    return bool(needed) and all(offer.answers.get(partner) is True for partner in needed)


def needed_for(kind: ProposalKind, standing: Standing, terms: Terms) -> tuple[str, ...]:
    """Return the partners whose agreement a proposal needs: the affected ones, but for those recused or no party now.

    For an extension the pack may ask for all partners that know of the issue.
    """
    everybody = kind is ProposalKind.EXTENSION and terms.issues.extension_by == "all-partners"
    asked = standing.told if everybody else standing.affected
    return tuple(partner for partner in asked if partner not in standing.out)


def owes(standing: Standing, terms: Terms) -> dict[str, tuple[Owed, ...]]:
    """Return what each partner still owes; partners that owe nothing are left out.

    An open proposal is owed an answer by those who have not given one. Without a proposal, or once one
    partner has said no to it, every affected partner owes a way forward, the issue being theirs to resolve
    by discussion; one that has not even acknowledged it owes that first.
    """
    if standing.state.final:
        return {}
    debts = {
        partner: (*_owed_to_resolution(standing, partner), *_owed_to_extension(standing, partner, terms))
        for partner in standing.told
    }
    return {partner: owed for partner, owed in debts.items() if owed}


def _owed_to_resolution(standing: Standing, partner: str) -> tuple[Owed, ...]:
    if partner not in standing.affected or partner in standing.out:
        return ()
    offer = standing.open_offer(ProposalKind.RESOLUTION)
    if offer is not None and False not in offer.answers.values():
        return () if partner in offer.answers else (Owed.ANSWER,)
    heard = partner in standing.acknowledged or partner == standing.raised_for
    return (Owed.WAY_FORWARD if heard else Owed.ACKNOWLEDGEMENT,)


def _owed_to_extension(standing: Standing, partner: str, terms: Terms) -> tuple[Owed, ...]:
    offer = standing.open_offer(ProposalKind.EXTENSION)
    if offer is None or partner in offer.answers:
        return ()
    return (Owed.EXTENSION_ANSWER,) if partner in needed_for(offer.kind, standing, terms) else ()
