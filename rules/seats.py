"""The seats of a forum: who holds them, how many are vacant, how many members vote, and who chairs. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rules.days import in_words
from rules.errors import Refusal
from rules.posts import Post, PostKind, Tenure, held_on
from rules.terms import Chair, Forum, Seat, Terms

SOME = 6  # names in a sentence


@dataclass(frozen=True)
class Span:
    """The least and the most that a document allows; `most` None: it sets no maximum."""

    least: int
    most: int | None

    def __str__(self) -> str:
        """Return it as people write it: 23 to 26, or 9, or at least 14."""
        if self.most is None:
            return f"at least {self.least}"
        return str(self.least) if self.least == self.most else f"{self.least} to {self.most}"

    def short(self, held: int) -> int:
        """Return how many are missing from the least."""
        return max(0, self.least - held)

    def over(self, held: int) -> int:
        """Return how many are too many."""
        return 0 if self.most is None else max(0, held - self.most)


@dataclass(frozen=True)
class SeatHeld:
    """A seat on a day, and the terms of office of those who hold it then, in the order of their places."""

    seat: Seat
    holders: tuple[Tenure, ...]

    @property
    def span(self) -> Span:
        """Return how many the document wants on it."""
        return Span(self.seat.least, self.seat.most)

    @property
    def vacant(self) -> int:
        """Return how many are missing."""
        return self.span.short(len(self.holders))

    @property
    def over(self) -> int:
        """Return how many are too many."""
        return self.span.over(len(self.holders))


@dataclass(frozen=True)
class Constituency:
    """The seats of one constituency together."""

    name: str
    held: int
    span: Span


@dataclass(frozen=True)
class Composition:
    """A forum's seats on a day. `voting` is how many of its members vote, and `span` how many the document allows."""

    forum: Forum
    seats: tuple[SeatHeld, ...]
    voting: int
    span: Span
    constituencies: tuple[Constituency, ...]

    @property
    def twice(self) -> tuple[int, ...]:
        """Return the people who hold more than one seat, in the order of the seats."""
        people = [one.person for seat in self.seats for one in seat.holders]
        return tuple(dict.fromkeys(person for person in people if people.count(person) > 1))


@dataclass(frozen=True)
class Chairing:
    """Who chairs a forum on a day, as far as anybody has said.

    `decided_in` is the forum whose chair this is: itself, or the one at the end of those it follows. `seat` is the seat
    whose holder chairs, None where the chair is no seat. `chair` and `deputy` None: nobody is recorded.
    """

    rule: Chair | None
    decided_in: Forum
    seat: Seat | None
    chair: Tenure | None
    deputy: Tenure | None


# --- Seats --------------------------------------------------------------------------------------------------------


def voting_span(forum: Forum) -> Span:
    """Return the smallest and the largest number of voting members that the document allows."""
    return _total(seat for seat in forum.seats if seat.voting)


def _total(seats: Iterable[Seat]) -> Span:
    least, most = 0, 0
    unbounded = False
    for seat in seats:
        least += seat.least
        most += seat.most or 0
        unbounded = unbounded or seat.most is None
    return Span(least, None if unbounded else most)


def composition(forum: Forum, tenures: Iterable[Tenure], day: date) -> Composition:
    """Return a forum's seats as they are held on a day, in the document's order."""
    mine = [one for one in tenures if one.post.kind is PostKind.SEAT and one.post.forum == forum.key]
    seats = []
    for seat in forum.seats:
        of_seat = [one for one in mine if one.post.seat == seat.key]
        seats.append(SeatHeld(seat, tuple(in_places(of_seat, day).values())))
    voting = sum(len(one.holders) for one in seats if one.seat.voting)
    return Composition(forum, tuple(seats), voting, voting_span(forum), _constituencies(seats))


def _constituencies(seats: Iterable[SeatHeld]) -> tuple[Constituency, ...]:
    """Return the constituencies that have several seats: of one with a single seat, the seat says all."""
    found: dict[str, list[SeatHeld]] = {}
    for one in seats:
        if one.seat.constituency is not None and one.seat.voting:
            found.setdefault(one.seat.constituency, []).append(one)
    return tuple(
        Constituency(name, sum(len(one.holders) for one in several), _total(one.seat for one in several))
        for name, several in found.items()
        if len(several) > 1
    )


def places(tenures: Iterable[Tenure]) -> dict[int, int]:
    """Return which of a seat's places each of its holders has, from 1, by row; given are all who ever held the seat.

    Whoever is named takes the first place that is free all the time they hold it, and keeps it: that somebody else
    leaves moves nobody, so a vote that is cast stays that of who cast it.
    """
    taken: list[tuple[Tenure, int]] = []
    for one in sorted(tenures, key=lambda found: found.row):
        used = {number for other, number in taken if other.overlaps(one)}
        taken.append((one, next(number for number in range(1, len(used) + 2) if number not in used)))
    return {one.row: number for one, number in taken}


def in_places(tenures: Collection[Tenure], day: date) -> dict[int, Tenure]:
    """Return who holds a seat on a day by their places, the first place first; given are all who ever held it."""
    number = places(tenures)
    return {number[one.row]: one for one in sorted(held_on(tenures, day), key=lambda found: number[found.row])}


def fullest(tenures: Iterable[Tenure], wanted: Tenure) -> tuple[date, tuple[Tenure, ...]]:
    """Return the first of those days of a term of office on which most others hold its post, and who does then."""
    others = [one for one in tenures if one.post == wanted.post and one.row != wanted.row and one.overlaps(wanted)]
    first = wanted.starts_on or date.min
    days = sorted({first, *(one.starts_on for one in others if one.starts_on is not None and one.starts_on > first)})
    return max(((day, held_on(others, day)) for day in days), key=lambda found: len(found[1]))


def check_room(
    forum: Forum, tenures: Collection[Tenure], wanted: Tenure, names: Mapping[int, str], *, today: date
) -> None:
    """Return when a seat, or a chair, has room for a term of office on each of its days.

    Raises Refusal, naming who holds it then and the clause, when it has none, and when the person holds it already.
    """
    day, holders = fullest(tenures, wanted)
    what, most, clause = _room(forum, wanted.post)
    shown = max(day, today) if wanted.starts_on is None else day
    mine = next((one for one in tenures if one.row != wanted.row and _again(one, wanted)), None)
    if mine is not None:
        until = f"until {in_words(mine.ends_on)}" if mine.ends_on else "without a last day"
        raise Refusal(f"{names[wanted.person]} holds {what} already, {until}. Please change the last day instead.")
    if most is None or len(holders) < most:
        return
    listed = _listed([_who(one, names) for one in holders])
    raise Refusal(
        f"{what[:1].upper()}{what[1:]} of the {forum.name} is for {most}{clause}, and on {in_words(shown)} "
        f"{listed} {'holds' if len(holders) == 1 else 'hold'} it. Please end a term first, or choose other days."
    )


def _again(one: Tenure, wanted: Tenure) -> bool:
    return one.person == wanted.person and one.post == wanted.post and one.overlaps(wanted)


def _room(forum: Forum, post: Post) -> tuple[str, int | None, str]:
    """Return what is held, how many can hold it, and its clause, as they stand in a sentence."""
    if post.kind is not PostKind.SEAT:
        rule = forum.chair.clause if forum.chair else None
        return ("the deputy chair" if post.kind is PostKind.DEPUTY_CHAIR else "the chair"), 1, _clause(rule)
    seat = next(found for found in forum.seats if found.key == post.seat)
    return f"the seat {seat.name}", seat.most, _clause(seat.clause or forum.clause)


def _clause(clause: str | None) -> str:
    return f" (clause {clause})" if clause else ""


def _who(one: Tenure, names: Mapping[int, str]) -> str:
    return names[one.person] + (f" (until {in_words(one.ends_on)})" if one.ends_on else "")


def _listed(names: list[str]) -> str:
    shown = names if len(names) <= SOME else [*names[: SOME - 1], f"{len(names) - SOME + 1} others"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


# --- Who chairs ---------------------------------------------------------------------------------------------------


def chairing(terms: Terms, forum: Forum, tenures: Collection[Tenure], day: date) -> Chairing:
    """Return who chairs a forum on a day: whoever chairs the one it follows, holds the chair's seat, or is recorded."""
    here = decided_in(terms, forum)
    rule = here.chair
    seat = next((found for found in here.seats if rule is not None and found.key == rule.seat), None)
    post = Post(PostKind.CHAIR, here.key) if seat is None else Post(PostKind.SEAT, here.key, seat.key)
    deputy = Post(PostKind.DEPUTY_CHAIR, forum.key)
    running = held_on(tenures, day)
    return Chairing(
        forum.chair,
        here,
        seat,
        next((one for one in running if one.post == post), None),
        next((one for one in running if one.post == deputy), None),
    )


def decided_in(terms: Terms, forum: Forum) -> Forum:
    """Return the forum whose chair is a forum's chair: itself, or the last of those that it follows."""
    forums, seen = {found.key: found for found in terms.forums}, {forum.key}
    here = forum
    while here.chair is not None and here.chair.follows is not None and here.chair.follows not in seen:
        here = forums[here.chair.follows]
        seen.add(here.key)
    return here


def followers(terms: Terms, forum: Forum) -> tuple[Forum, ...]:
    """Return the other forums whose chair is a forum's chair, in the agreement's order."""
    return tuple(it for it in terms.forums if it.key != forum.key and decided_in(terms, it).key == forum.key)
