"""Put people on seats and into chairs, where there is room; as a roster file says it, too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import outgoing
from handlers.actors import Actor, local_day, name_of
from handlers.people import changes, facts
from handlers.people.changes import Change
from handlers.people.file import RosterRefused, RosterRow
from rules import seats
from rules.days import in_words
from rules.electorates import partner_now
from rules.errors import Refusal
from rules.posts import Post, PostKind, Tenure, Turn
from rules.sentences import word
from rules.sheets import Fault
from rules.terms import Forum, Terms
from storage import people, posts
from storage.agreements import Agreement
from storage.people import Person, SeatHolding
from storage.posts import ChairHolding

CHAIRS = (PostKind.CHAIR, PostKind.DEPUTY_CHAIR)


def check_chair(terms: Terms, forum: Forum, post: Post) -> None:
    """Return when who chairs a forum is recorded for itself; raise Refusal, saying where it is recorded, when not."""
    if post.kind is not PostKind.CHAIR:
        return
    here = seats.decided_in(terms, forum)
    clause = f" (clause {forum.chair.clause})" if forum.chair and forum.chair.clause else ""
    if here.key != forum.key:
        raise Refusal(
            f"The {forum.name} is chaired by whoever chairs the {here.name}{clause}. Please record the chair there."
        )
    seat = next((found for found in forum.seats if forum.chair and found.key == forum.chair.seat), None)
    if seat is not None:
        raise Refusal(
            f"The {forum.name} is chaired by whoever holds the seat {seat.name}{clause}. Please fill that seat."
        )


def check_acts(session: Session, agreement: Agreement, terms: Terms, wanted: Tenure, person: Person) -> None:
    """Return when a seat is nobody's, or its holder acts for its partner on the first day. Raises Refusal if not."""
    seat, day = facts.seat_of(terms, wanted.post), wanted.starts_on or date.min
    if seat is None or seat.partner is None:
        return
    partner = partner_now(terms, seat.partner, day)
    if partner in posts.acting_on(session, day, agreement.id).get(person.id, ()):
        return
    clause = f" (clause {seat.clause})" if seat.clause else ""
    whose = name_of(terms, partner)
    raise Refusal(
        f"The seat {seat.name}{clause} is {whose}'s, and {person.name} does not act for {whose} on {in_words(day)}. "
        f"Please put them on its roster first: {word('people')}."
    )


def sit(session: Session, agreement: Agreement, terms: Terms, wanted: Tenure, *, today: date) -> Tenure:
    """Put a person on a seat or into a chair; return the term of office.

    Raises Refusal where there is no room on one of its days, and where who chairs is recorded somewhere else.
    """
    forum = facts.forum_of(terms, wanted.post.forum)
    if forum is None:
        raise Refusal(f"The {terms.short_title} agreement has no such forum any more.")
    check_chair(terms, forum, wanted.post)
    tenures = posts.of_agreement(session, agreement.id)
    names = people.names_of(session, {one.person for one in tenures} | {wanted.person})
    seats.check_room(forum, tenures, wanted, names, today=today)
    row: SeatHolding | ChairHolding
    dates = {"starts_on": wanted.starts_on, "ends_on": wanted.ends_on}
    about = {"agreement_id": agreement.id, "forum": forum.key, "person_id": wanted.person}
    if wanted.post.kind in CHAIRS:
        row = ChairHolding(**about, **dates, deputy=wanted.post.kind is PostKind.DEPUTY_CHAIR)
    else:
        row = SeatHolding(**about, **dates, seat=wanted.post.seat)
    posts.hold(session, row)
    return posts.tenure_of(row)


def as_known(session: Session, tenure: Tenure, today: date, now: datetime) -> None:
    """Note that nothing need be said of how near the end of a term is: whoever entered its last day knows."""
    if tenure.ends_on is None:
        return
    come = {Turn.OVER: -1, Turn.LAST_DAY: 0, Turn.SOONER: 14, Turn.SOON: 60}
    for turn, days in come.items():
        if (tenure.ends_on - today).days <= days:
            posts.say_once(session, tenure, turn, now)


@dataclass(frozen=True)
class Seated:
    """How a line of a roster left somebody on a seat; `was` None: they have it from this line on."""

    was: Tenure | None
    now: Tenure

    def changes(self, person: Person) -> list[Change]:
        """Return what is otherwise."""
        held = self.now
        post = {"post": held.post.kind.value, "forum": held.post.forum, "seat": held.post.seat}
        if held.post.forum is None:
            post = {"capacity": held.post.kind.value, "partner": held.post.partner}
        days = (held.starts_on, held.ends_on)
        if self.was is None:
            return [Change(person.name, "held", None, changes.from_to(*days), post, person.id)]
        before = (self.was.starts_on, self.was.ends_on)
        return changes.of_dates(person.name, post, before, days, person_id=person.id)


def from_file(
    session: Session, agreement: Agreement, terms: Terms, person: Person, row: RosterRow, *, now: datetime
) -> Seated:
    """Put a person on the seat that a line of a roster names; return how they hold it, and how they held it before.

    A seat that they hold, or will hold, keeps its place and gets the dates that the line gives. Raises RosterRefused,
    with the line, for a seat that has no room.
    """
    today = local_day(terms, now)
    post = post_in(terms, row)
    theirs = [one for one in posts.of_agreement(session, agreement.id) if (one.post, one.person) == (post, person.id)]
    held = next((one for one in theirs if not one.over_by(today)), None)
    past = next((one for one in theirs if row.gives(one.starts_on, one.ends_on)), None)
    if held is None and past is not None:
        return Seated(past, past)
    wanted = Tenure(post, 0, person.id, row.starts_on, row.ends_on)
    try:
        if held is None:
            made = sit(session, agreement, terms, wanted, today=today)
            if made.over_by(today):
                as_known(session, made, today, now)
            return Seated(None, made)
        changed = change(session, agreement, terms, held, *row.dates(held.starts_on, held.ends_on), now=now)
        as_known(session, changed, today, now)
    except Refusal as refused:
        raise RosterRefused([Fault(row.line, str(refused))]) from refused
    return Seated(held, changed)


def post_in(terms: Terms, row: RosterRow) -> Post:
    """Return the seat or the chair that a line of a roster names: a forum's own seat comes first."""
    forum = facts.forum_of(terms, row.forum)
    own = {seat.key for seat in forum.seats} if forum else set()
    if row.seat not in own and row.seat in CHAIRS:
        return Post(PostKind(row.seat), row.forum)
    return Post(PostKind.SEAT, row.forum, row.seat)


def change(
    session: Session,
    agreement: Agreement,
    terms: Terms,
    held: Tenure,
    starts_on: date | None,
    ends_on: date | None,
    *,
    now: datetime,
) -> Tenure:
    """Change the days of a term of office; return it. Raises Refusal where a seat has no room on one of them."""
    changed = Tenure(held.post, held.row, held.person, starts_on, ends_on)
    forum = facts.forum_of(terms, held.post.forum)
    if forum is not None:
        tenures = posts.of_agreement(session, agreement.id)
        names = people.names_of(session, {one.person for one in tenures})
        seats.check_room(forum, tenures, changed, names, today=local_day(terms, now))
    row = posts.get(session, agreement.id, held.post.kind, held.row)
    if row is not None:
        row.starts_on, row.ends_on = starts_on, ends_on
        session.flush()  # the register reads the agreement anew
    return changed


def held_on(session: Session, agreement: Agreement, today: date) -> list[dict[str, Any]]:
    """Return who sits where on a day, for the roster as people read it."""
    roll = facts.roll_of(session, agreement, today)
    return [
        {**facts.post_facts(roll.terms, one.post), "name": roll.names[one.person]}
        for one in roll.tenures
        if one.post.kind in (PostKind.SEAT, *CHAIRS) and one.held_on(roll.today)
    ]


def news_facts(terms: Terms, held: Tenure, did: str) -> dict[str, Any]:
    """Return what was done about a term of office: `did` is named, ended or extended."""
    return {
        "did": did,
        "agreement": terms.short_title,
        "post": facts.post_facts(terms, held.post),
        "starts_on": held.starts_on.isoformat() if held.starts_on else None,
        "ends_on": held.ends_on.isoformat() if held.ends_on else None,
    }


def reached(session: Session, person_id: int) -> bool:
    """Return whether a person is in the chat."""
    return people.linked_account(session, person_id) is not None


def tell(session: Session, actor: Actor, held: Tenure, did: str, now: datetime) -> None:
    """Tell somebody in the chat what somebody else has done about their term of office."""
    account = people.linked_account(session, held.person)
    if account is None or held.person == actor.person.id:
        return
    outgoing.direct(
        session,
        account,
        "post_news",
        {**news_facts(actor.terms, held, did), "by": actor.person.name},
        once=f"post:{held.post.kind}:{held.row}:{did}:{now.isoformat()}",
        agreement_id=actor.agreement.id,
        now=now,
    )
