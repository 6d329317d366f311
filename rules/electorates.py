"""Who counts in a decision, and who does not and why. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from rules.days import in_words
from rules.errors import Refusal
from rules.terms import DecisionRule, Filter, Partner, Seat, Terms


@dataclass(frozen=True)
class Circumstances:
    """What a decision is about, and who is concerned in which way. Partners and seats are meant by their keys.

    `participating` and `present` None: not known yet, so everybody is taken to be there. `holders` says which places of
    each seat are held, from 1; a seat left out is vacant, and None means that each is held as often as it must be.
    """

    on: date
    element: str | None = None
    affected: frozenset[str] = frozenset()
    participating: frozenset[str] | None = None
    present: frozenset[str] | None = None
    abstaining: frozenset[str] = frozenset()
    conflicted: frozenset[str] = frozenset()
    concerned: frozenset[str] = frozenset()
    holders: Mapping[str, Collection[int]] | None = None


@dataclass(frozen=True)
class Voter:
    """One that counts: a partner, or a seat held for one, for a constituency or for an office."""

    key: str
    name: str
    partner: str | None


@dataclass(frozen=True)
class Excluded:
    """One that cannot vote, and why, in a few words. `in_base`: it is counted all the same, as one not in favour."""

    key: str
    name: str
    why: str
    in_base: bool = False


@dataclass(frozen=True)
class Electorate:
    """Who may vote, in the agreement's order, and who may not."""

    voters: tuple[Voter, ...]
    excluded: tuple[Excluded, ...]

    @property
    def base(self) -> int:
        """Return how many the threshold is a part of."""
        return len(self.voters) + sum(one.in_base for one in self.excluded)


def electorate(terms: Terms, rule: DecisionRule, case: Circumstances) -> Electorate:
    """Return who counts under a decision rule in these circumstances.

    The filters narrow the partners (or the forum's voting seats) one after another; whoever is left out is left out
    for the first reason found. Who has a conflict never votes; whether they stay in the base, the rule says.
    """
    case = _as_of(terms, case)
    voters: list[Voter] = []
    excluded: list[Excluded] = []
    for voter, why in _candidates(terms, rule, case):
        reason = why or next((said for said in (test(terms, case, voter) for test in _tests(rule)) if said), None)
        if reason is not None:
            excluded.append(Excluded(voter.key, voter.name, reason))
        elif _is(voter, case.conflicted):
            excluded.append(Excluded(voter.key, voter.name, "conflicted", in_base=rule.conflicted == "in-base"))
        else:
            voters.append(voter)
    return Electorate(tuple(voters), tuple(excluded))


def element_of(terms: Terms, key: str, element: str | None) -> str | None:
    """Return the element a decision under this rule falls under; None where the rule does not ask for one.

    Raises Refusal when the rule counts the eligible partners and the element is left open, or is one that the rule's
    topics do not fall under.
    """
    rule = terms.decision_rules[key]
    known = {found.key: found.name for found in terms.elements}
    if element is not None and element not in known:
        listed = ", ".join(known) or "none"
        raise Refusal(f"{terms.short_title} has no element {element}. Its elements: {listed}.")
    mine = {topic.element: topic.name for topic in terms.topics if topic.key in rule.topics and topic.element}
    if mine and element is not None and element not in mine:
        raise Refusal(
            f"{rule.name} ({_clause(rule)}) is for {' and '.join(_names(terms, rule))} only, under "
            f"{' and '.join(known[one] for one in mine)}; {known[element]} cannot be decided by it."
        )
    if Filter.ELIGIBLE not in rule.who or element is not None:
        return element
    if len(mine) == 1:
        return next(iter(mine))
    named = ", ".join(mine or known)
    raise Refusal(f"Who counts under {rule.name} depends on the element of the agreement. Please choose one: {named}.")


def partner_now(terms: Terms, key: str, on: date) -> str:
    """Return the key of the partner that stands in a partner's place on a day: itself, or whoever has succeeded it."""
    seen: set[str] = set()
    partners = {partner.key: partner for partner in terms.partners}
    while key in partners and key not in seen:
        seen.add(key)
        after = partners[key].succeeded_by
        if after is None or on < after.since:
            break
        key = after.partner
    return key


def eligible(terms: Terms, partner: Partner, element: str, on: date) -> bool:
    """Return whether a partner counts for an element on a day: by its class, unless it is treated otherwise."""
    for found in terms.overrides:
        begun = found.since is None or found.since <= on
        if found.partner == partner.key and found.element == element and begun and not _over(found.until, on):
            return found.eligible
    classes = {key for found in terms.elements if found.key == element for key in found.applies_to}
    return partner.eligibility in classes


# --- Who could count at all ---------------------------------------------------------------------------------------


def _candidates(terms: Terms, rule: DecisionRule, case: Circumstances) -> list[tuple[Voter, str | None]]:
    """Return all who could count, each with the reason why it does not at all, if there is one."""
    if rule.counts == "partners":
        return [(Voter(p.key, p.short, p.key), gone(terms, p, case.on)) for p in terms.partners]
    seats = [seat for forum in terms.forums if forum.key == rule.forum for seat in forum.seats if seat.voting]
    found: list[tuple[Voter, str | None]] = []
    for seat in seats:
        held = range(1, seat.least + 1) if case.holders is None else case.holders.get(seat.key, ())
        free = [number for number in range(1, max(seat.least, 1, *held) + 1) if number not in held]
        found += [(_voter(seat, number), None) for number in sorted(held)]
        found += [(_voter(seat, number), "vacant") for number in free[: max(0, max(seat.least, 1) - len(held))]]
    return found


def place(seat: str, number: int) -> str:
    """Return the key of the vote of a seat's first, second ... place."""
    return seat if number == 1 else f"{seat}-{number}"


def _voter(seat: Seat, number: int) -> Voter:
    return Voter(place(seat.key, number), seat.name if number == 1 else f"{seat.name} ({number})", seat.partner)


def gone(terms: Terms, partner: Partner, on: date) -> str | None:
    """Return why a partner is not party to the agreement on a day; None where it is."""
    if partner.joined is not None and on < partner.joined:
        return f"joins on {in_words(partner.joined)}"
    if _over(partner.left, on):
        return f"left on {in_words(partner.left)}" if partner.left else None
    after = partner.succeeded_by
    if after is not None and on >= after.since:
        name = next((found.short for found in terms.partners if found.key == after.partner), after.partner)
        return f"succeeded by {name} on {in_words(after.since)}"
    return None


def _over(until: date | None, on: date) -> bool:
    return until is not None and until < on


# --- The filters --------------------------------------------------------------------------------------------------

Test = Callable[[Terms, Circumstances, Voter], str | None]


def _tests(rule: DecisionRule) -> list[Test]:
    return [FILTERS[wanted] for wanted in rule.who]


def _is(voter: Voter, named: frozenset[str]) -> bool:
    return voter.key in named or (voter.partner is not None and voter.partner in named)


def _not_eligible(terms: Terms, case: Circumstances, voter: Voter) -> str | None:
    partner = next((found for found in terms.partners if found.key == voter.partner), None)
    if partner is None or case.element is None:
        return None  # a seat that is held for no partner has no row in the matrix
    if eligible(terms, partner, case.element, case.on):
        return None
    element = next(found for found in terms.elements if found.key == case.element)
    return f"not eligible under {element.clause}" if element.clause else "not eligible"


def _not_affected(terms: Terms, case: Circumstances, voter: Voter) -> str | None:
    del terms
    return None if _is(voter, case.affected) else "not affected"


def _not_participating(terms: Terms, case: Circumstances, voter: Voter) -> str | None:
    del terms
    return None if case.participating is None or _is(voter, case.participating) else "not participating"


def _not_present(terms: Terms, case: Circumstances, voter: Voter) -> str | None:
    del terms
    return None if case.present is None or _is(voter, case.present) else "not present"


def _not_voting(terms: Terms, case: Circumstances, voter: Voter) -> str | None:
    return _not_present(terms, case, voter) or ("abstains" if _is(voter, case.abstaining) else None)


def _conflicted(terms: Terms, case: Circumstances, voter: Voter) -> str | None:
    del terms
    return "conflicted" if _is(voter, case.conflicted) else None


def _concerned(terms: Terms, case: Circumstances, voter: Voter) -> str | None:
    del terms
    return "the one concerned" if _is(voter, case.concerned) else None


FILTERS: Mapping[Filter, Test] = {
    Filter.ELIGIBLE: _not_eligible,
    Filter.AFFECTED: _not_affected,
    Filter.PARTICIPATING: _not_participating,
    Filter.PRESENT: _not_present,
    Filter.PRESENT_AND_VOTING: _not_voting,
    Filter.NOT_CONFLICTED: _conflicted,
    Filter.ALL_BUT_CONCERNED: _concerned,
}


def _as_of(terms: Terms, case: Circumstances) -> Circumstances:
    """Return the circumstances with each partner in the place of those it has succeeded by then."""

    def now(named: frozenset[str]) -> frozenset[str]:
        return frozenset(partner_now(terms, key, case.on) for key in named)

    return replace(
        case,
        affected=now(case.affected),
        participating=None if case.participating is None else now(case.participating),
        present=None if case.present is None else now(case.present),
        abstaining=now(case.abstaining),
        conflicted=now(case.conflicted),
        concerned=now(case.concerned),
    )


def _names(terms: Terms, rule: DecisionRule) -> list[str]:
    return [topic.name for topic in terms.topics if topic.key in rule.topics]


def _clause(rule: DecisionRule) -> str:
    return f"clause {rule.clause}" if rule.clause else "no clause"
