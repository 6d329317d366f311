"""Who belongs to a forum, and whether enough of them are there to decide anything. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from rules.electorates import Circumstances, electorate, gone, place
from rules.terms import DecisionRule, Forum, Seat, Terms
from rules.voting import quorum_of

# --- Who belongs to it --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Member:
    """One whose presence at a forum is noted: a partner, or whoever holds a seat.

    `key` is the partner's, or the seat's with a number for its second holder and on. `partner` is the partner it is
    for, None for a constituency or an office. `holder` is who holds the seat; None for a partner.
    """

    key: str
    name: str
    partner: str | None
    holder: str | None = None
    voting: bool = True


def members_of(terms: Terms, forum: Forum, on: date, *, holders: Mapping[str, Mapping[int, str]]) -> tuple[Member, ...]:
    """Return who belongs to a forum on a day, in the agreement's order; `holders` has the people on each seat.

    Those are the holders of its seats. Where it has none, where nobody is named to any of them yet, or where every
    partner is asked to be there (Sefton 8.6), they are the partners, and whoever holds a seat that is for no partner.
    """
    seated = _seated(forum, holders) and not forum.all_partners_attend
    partners = [Member(p.key, p.short, p.key) for p in terms.partners if not seated and gone(terms, p, on) is None]
    return (
        *partners,
        *(
            Member(place(seat.key, number), _named(seat, number), seat.partner, name, seat.voting)
            for seat in forum.seats
            if seated or seat.partner is None
            for number, name in holders.get(seat.key, {}).items()
        ),
    )


def _seated(forum: Forum, holders: Mapping[str, Mapping[int, str]]) -> bool:
    return any(holders.get(seat.key) for seat in forum.seats)


def vacant(forum: Forum, *, holders: Mapping[str, Mapping[int, str]]) -> tuple[str, ...]:
    """Return the names of the seats of a forum that fewer people hold than have to."""
    return tuple(seat.name for seat in forum.seats if len(holders.get(seat.key, {})) < seat.least)


def member_names(forum: Forum) -> dict[str, str]:
    """Return the names of the seats of a forum by the keys of their holders, as many as anybody counts."""
    most = 100
    return {place(seat.key, number): _named(seat, number) for seat in forum.seats for number in range(1, most + 1)}


def _named(seat: Seat, number: int) -> str:
    return seat.name if number == 1 else f"{seat.name} ({number})"


# --- Whether enough are there -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Quorate:
    """What rules of a forum ask that state one quorum: `needed` of the `of` who count must be there, `present` are."""

    rules: tuple[str, ...]
    clause: str | None
    present: int
    of: int
    needed: int

    @property
    def enough(self) -> bool:
        """Return whether as many are there as must."""
        return self.present >= self.needed


def quorums(
    terms: Terms,
    forum: Forum,
    members: Collection[Member],
    present: Mapping[str, str | None],
    on: date,
    *,
    holders: Mapping[str, Mapping[int, str]],
) -> tuple[Quorate, ...]:
    """Return whether enough are there for what the forum decides, for each quorum that its decision rules state.

    `present` has those who are there by their keys, each with the name of a deputy, None where they came themselves. It
    is asked before any matter is looked at, so everybody counts who can have a vote in one: who is left out of a single
    matter is left out when that is voted on.

    Where partners count, whoever came for one stands for it, and one deputy can stand for two (Sefton 8.6). Where seats
    count, a deputy fills one seat at a time: nobody is two people; while nobody is named to any seat, nothing is said.
    Empty where the agreement states no quorum.
    """
    found: dict[tuple[str | None, int, int, int], list[str]] = {}
    for rule in terms.decision_rules.values():
        if rule.forum != forum.key or rule.quorum is None:
            continue
        if rule.counts == "seats" and not _seated(forum, holders):
            continue
        case = Circumstances(on=on, holders=holders)
        base = electorate(terms, rule.model_copy(update={"who": ()}), case).base
        there = _there(terms, forum, rule, members, present)
        needed = quorum_of(rule.quorum, base) or 0
        found.setdefault((rule.quorum.clause or rule.clause, there, base, needed), []).append(rule.name)
    return tuple(Quorate(tuple(names), *stated) for stated, names in found.items())


def _there(
    terms: Terms, forum: Forum, rule: DecisionRule, members: Collection[Member], present: Mapping[str, str | None]
) -> int:
    came = [one for one in members if one.key in present]
    if rule.counts == "partners":
        return len({one.partner for one in came if one.partner is not None} & {p.key for p in terms.partners})
    if forum.all_partners_attend:
        partners = {one.partner for one in came}
        own = {one.key for one in came if one.partner is None and one.voting}
        return len(own) + sum(seat.voting for seat in forum.seats if seat.partner and seat.partner in partners)
    themselves = sum(one.voting for one in came if present[one.key] is None)
    deputies = {(present[one.key] or "").casefold() for one in came if one.voting and present[one.key] is not None}
    return themselves + len(deputies)
