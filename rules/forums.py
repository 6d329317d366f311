"""Who belongs to a forum, and whether enough of them are there to decide anything. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rules.electorates import Circumstances, electorate, gone, place, seats_of
from rules.presence import Presence, Record, voting
from rules.readings import asked_of
from rules.terms import Forum, Seat, Terms
from rules.voting import count
from rules.who import by_places, forum_of

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

    Those are the holders of its seats, and the partners whose place nobody is named to. Where it has no seats, where
    none is a partner's and nobody is named to any yet, or where every partner is asked to be there (Sefton 8.6), they
    are the partners, and whoever holds a seat that is for no partner. A participant has its place beside them.
    """
    no_party = {it.key for it in terms.participants}
    seated = _has_members(terms, forum, holders) and not forum.all_partners_attend
    partners = [Member(p.key, p.short, p.key) for p in terms.partners if not seated and gone(terms, p, on) is None]
    return (
        *partners,
        *(
            Member(place(seat.key, number), _named(seat, number), seat.partner, name, seat.voting)
            for seat in seats_of(terms, forum)
            if seated or seat.partner is None or seat.partner in no_party
            for number, name in (holders.get(seat.key) or _own(terms, seat, on)).items()
        ),
    )


def _own(terms: Terms, seat: Seat, on: date) -> Mapping[int, str | None]:
    """Return the place of a partner, or of a participant, that nobody is named to."""
    if any(it.key == seat.partner and not it.outside for it in terms.participants):
        return {1: None} if seat.least else {}
    partner = next((found for found in terms.partners if found.key == seat.partner), None)
    return {1: None} if partner is not None and seat.least and gone(terms, partner, on) is None else {}


def _has_members(terms: Terms, forum: Forum, holders: Mapping[str, Mapping[int, str]]) -> bool:
    partners = {partner.key for partner in terms.partners}
    return any(seat.partner in partners or holders.get(seat.key) for seat in seats_of(terms, forum))


def vacant(terms: Terms, forum: Forum, *, holders: Mapping[str, Mapping[int, str]]) -> tuple[str, ...]:
    """Return the names of the seats of a forum that fewer people hold than have to."""
    seats = seats_of(terms, forum)
    return tuple(seat.name for seat in seats if len(holders.get(seat.key, {})) < seat.least)


def member_names(terms: Terms, forum: Forum) -> dict[str, str]:
    """Return the names of the seats of a forum by the keys of their holders, as many as anybody counts."""
    most, seats = 100, seats_of(terms, forum)
    return {place(seat.key, number): _named(seat, number) for seat in seats for number in range(1, most + 1)}


def _named(seat: Seat, number: int) -> str:
    return seat.name if number == 1 else f"{seat.name} ({number})"


# --- Whether enough are there -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Quorate:
    """What rules that state one quorum ask: `needed` of the `of` who could take part must be there, `present` are."""

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
    record: Record,
    present: Presence,
    on: date,
    *,
    holders: Mapping[str, Mapping[int, str]],
) -> tuple[Quorate, ...]:
    """Return whether enough are there for what the forum decides, for each quorum that its decision rules state.

    `present` is who was there by the meeting's record, as for each decision that is taken at it. The count is that of a
    vote in which nobody has voted yet. Where those who could take part depend on the matter (those eligible, affected,
    concerned), under any answer to what is left open, nothing is said before there is one: the count of each decision
    says it.

    Empty where the agreement states no quorum, and while it waits who was there; while nobody is named to any seat of
    those that vote, nothing is said.
    """
    if present.waits is not None:
        return ()
    found: dict[tuple[str | None, int, int, int], list[str]] = {}
    for key, rule in terms.decision_rules.items():
        if forum_of(rule) != forum.key or rule.quorum is None or asked_of(terms, key):
            continue
        if by_places(terms, rule) and not _has_members(terms, forum, holders):
            continue
        voters = electorate(terms, rule, Circumstances(on=on, holders=holders))
        there = voting(record, present, (*voters.voters, *voters.recused)).there
        counted = count(rule, voters, {}, there=there, at_meeting=True)
        stated = (rule.quorum.clause or rule.clause, counted.met, counted.could, counted.quorum or 0)
        found.setdefault(stated, []).append(rule.name)
    return tuple(Quorate(tuple(names), *stated) for stated, names in found.items())
