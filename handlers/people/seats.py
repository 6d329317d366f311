"""Seats, chairs and terms of office: looked at; and changed by the secretary alone: named, ended, extended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import Actor
from handlers.forms import Choice, Field, Form, FormRefused, Kind, Values
from handlers.people import accounts, authority, facts, facts as seat_facts, meant, seating
from handlers.people.access import record, secretary
from handlers.people.authority import Standing
from handlers.people.facts import Roll
from handlers.people.file import RosterRow
from handlers.requests import Answer, Button, Request, Say
from rules import seats
from rules.days import in_words
from rules.electorates import with_places
from rules.errors import Refusal
from rules.posts import Post, PostKind, Tenure
from rules.sentences import word
from rules.terms import Forum
from storage import agreements, people, posts
from storage.agreements import Agreement
from storage.people import Person

FORUM_POSTS = (PostKind.SEAT, PostKind.CHAIR, PostKind.DEPUTY_CHAIR)
ACTS = {
    PostKind.SEAT: ("seat-filled", "seat-ended"),
    PostKind.CHAIR: ("chair-named", "chair-ended"),
    PostKind.DEPUTY_CHAIR: ("deputy-chair-named", "deputy-chair-ended"),
}


def _alone(session: Session, request: Request, doing: str) -> Actor:
    """Return the secretary who changes seats; nobody else changes them before the end of the transaction."""
    actor = secretary(session, request, doing)
    agreements.hold(session, actor.agreement.id)
    return actor


# --- Naming somebody ----------------------------------------------------------------------------------------------


def fill_form(session: Session, request: Request) -> Form:
    """Return the form that names somebody to a seat or a chair. Raises Refusal where the document has no forum."""
    actor = secretary(session, request, "name somebody to a seat")
    roll = seat_facts.roll_of(session, actor.agreement, actor.today)
    forums = [with_places(roll.terms, forum) for forum in roll.terms.forums]
    if not forums:
        raise Refusal(f"The {roll.terms.short_title} agreement names no forum, so there is no seat on one.")
    first = next(iter(seat_facts.shown_forums(roll.terms, roll.tenures)), forums[0])
    chosen = seat_facts.forum_of(roll.terms, str(request.filled.get("forum"))) or first
    listed = tuple(Choice(forum.key, forum.name) for forum in forums)
    fields = [
        Field("forum", "Which forum", Kind.CHOICE, choices=listed, initial=chosen.key, redraws=True),
        Field("place", "Which seat", Kind.CHOICE, choices=_places(roll, chosen)),
        Field("person", "Who, of those on the roster", Kind.CHOICE, required=False, choices=_people(session, roll)),
        Field("name", "Or a new name", required=False, hint="Somebody who is not on the roster yet."),
        Field("email", "Their e-mail", required=False, limit=254, hint="To tell namesakes apart. It proves nothing."),
        Field("another", meant.ANOTHER, Kind.TICK, required=False),
        Field("account", "Their chat account", Kind.ACCOUNT, required=False, hint="You vouch that it is theirs."),
        Field("starts_on", "From", Kind.DATE, initial=actor.today),
        Field("ends_on", "Until", Kind.DATE, required=False, hint="The last day. Leave it empty where none is set."),
    ]
    return Form("seat_fill", "Name somebody", "Name them", tuple(fields), row=actor.agreement.id)


def _places(roll: Roll, forum: Forum) -> tuple[Choice, ...]:
    """Return the seats of a forum, with how many hold each; and its chair, where that is recorded with it."""
    found = [
        Choice(f"seat:{one.seat.key}", f"{one.seat.name} ({len(one.holders)} of {one.span})")
        for one in seats.composition(forum, roll.tenures, roll.today).seats
    ]
    here = seats.decided_in(roll.terms, forum).key == forum.key
    if here and not (forum.chair and forum.chair.seat):
        found.append(Choice(PostKind.CHAIR, "The chair"))
    return (*found, Choice(PostKind.DEPUTY_CHAIR, "The deputy chair"))


def _people(session: Session, roll: Roll) -> tuple[Choice, ...]:
    found = people.listed(session, posts.people_on(session, roll.today, roll.agreement.id))
    return tuple(Choice(str(person.id), person.name) for person in found)


def fill(session: Session, request: Request, values: Values) -> Answer:
    """Put somebody on a seat or into a chair, and tell them."""
    actor = _alone(session, request, "name somebody to a seat")
    starts_on, ends_on = values.day("starts_on"), values.day("ends_on")
    if starts_on and ends_on and ends_on < starts_on:
        raise FormRefused({"ends_on": "This is before the day it begins."})
    kind, _, seat = values.line("place").partition(":")
    post = Post(PostKind(kind), values.line("forum"), seat or None)
    before = authority.standing(session, actor.agreement, request.now)
    person, new = _named(session, actor, request, values)
    wanted = Tenure(post, 0, person.id, starts_on, ends_on)
    terms = actor.terms
    _against("name" if new else "person", lambda: seating.check_acts(session, actor.agreement, terms, wanted, person))
    made = _against("place", lambda: seating.sit(session, actor.agreement, terms, wanted, today=actor.today))
    seating.as_known(session, made, actor.today, request.now)
    facts = {"person": person.name, "new": new, **_recorded(made)}
    record(session, actor, request, ACTS[post.kind][0], facts)
    _tell_of(session, actor, request, before, seating.Seated(None, made), person)
    seating.tell(session, actor, made, "named", request.now)
    return _done(session, actor, made, "named")


def _against(field: str, do: Callable[[], Any]) -> Any:
    """Return what is done; a refusal of it is shown against a field, so that nothing typed is lost."""
    try:
        return do()
    except FormRefused:
        raise
    except Refusal as refused:
        raise FormRefused({field: str(refused)}) from refused


def _named(session: Session, actor: Actor, request: Request, values: Values) -> tuple[Person, bool]:
    """Return who is meant, chosen or by name, and whether they are new here. An account that is given is linked."""
    chosen, name = values.line("person"), values.line("name")
    if bool(chosen) == bool(name):
        what = "Please choose somebody, or type a new name: not both." if name else "Please choose or type who."
        raise FormRefused({"name" if name else "person": what})
    new, row = False, RosterRow(1, name, values.line("email"), person=meant.said(values.ticked("another")))
    known = meant.here(session, actor.agreement, from_chat=True)
    if chosen:
        person: Person | None = session.get_one(Person, int(chosen))
    else:
        person = _of_that_name(known, values) or _against(
            "name", lambda: meant.person_meant(session, known, row, platform=request.user.platform)
        )
        new = person is None
    if person is None:
        person = Person(name=name, email=values.line("email"), timezone=actor.terms.timezone)
        session.add(person)
        session.flush()  # the seat names the person
    if values.line("account"):
        _link(session, request, person, values.line("account"))
    return person, new


def _link(session: Session, request: Request, person: Person, account: str) -> None:
    user = request.user
    _against(
        "account",
        lambda: accounts.tie(
            session, person, platform=user.platform, workspace=user.workspace, user=account, now=request.now
        ),
    )


def _of_that_name(known: meant.Here, values: Values) -> Person | None:
    """Return the one person on the roster with the typed name, where no e-mail says that somebody else is meant."""
    if values.line("email"):
        return None
    found = known.of_name(values.line("name"))
    if len(found) > 1:
        raise FormRefused(
            {"name": f"Several people on the roster are called {found[0].name}. Please choose one above."}
        )
    return found[0] if found else None


# --- Ending and extending -----------------------------------------------------------------------------------------


def end_form(session: Session, request: Request) -> Form:
    """Return the form that ends a term on a seat or in a chair. Raises Refusal when nobody holds one."""
    actor = secretary(session, request, "end a term on a seat")
    roll = seat_facts.roll_of(session, actor.agreement, actor.today)
    running = [one for one in _running(roll) if one.post.kind in FORUM_POSTS]
    if not running:
        raise Refusal(f"Nobody holds a seat or a chair that could end. {word('people')} ends a capacity.")
    fields = (
        Field("term", "Which", Kind.CHOICE, choices=_choices(roll, running)),
        Field("ends_on", "Last day", Kind.DATE, initial=actor.today),
    )
    return Form("seat_end", "End a term", "End it", fields, row=actor.agreement.id)


def _running(roll: Roll) -> list[Tenure]:
    """Return the terms of office that run or are to come: the first to end comes first."""
    found = [one for one in roll.tenures if not one.over_by(roll.today)]
    return sorted(found, key=lambda one: (one.ends_on or date.max, roll.names[one.person], one.row))


def _choices(roll: Roll, tenures: list[Tenure]) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            f"{one.post.kind}:{one.row}",
            f"{roll.names[one.person]}, {seat_facts.post_label(roll.terms, one.post)}"
            + (f", until {in_words(one.ends_on)}" if one.ends_on else ""),
        )
        for one in tenures
    )


def _chosen(session: Session, actor: Actor, values: Values) -> Tenure:
    """Return the term of office that is chosen, as it stands now that nobody else changes it."""
    roll = seat_facts.roll_of(session, actor.agreement, actor.today)
    kind, _, row = values.line("term").partition(":")
    found = next((one for one in _running(roll) if (one.post.kind, str(one.row)) == (kind, row)), None)
    if found is None:
        raise FormRefused({"term": f"This term is over. {word('seats')} shows how things stand."})
    return found


def end(session: Session, request: Request, values: Values) -> Answer:
    """End a term on a seat or in a chair on a day; what was done in it stays on record."""
    actor = _alone(session, request, "end a term on a seat")
    held, day = _chosen(session, actor, values), values.day("ends_on")
    if day is None or (held.starts_on is not None and day < held.starts_on):
        raise FormRefused({"ends_on": "This is before the day it began."})
    if held.ends_on is not None and day >= held.ends_on:
        raise FormRefused({"ends_on": f"It ends on {in_words(held.ends_on)} already. Extend it to have it end later."})
    return _changed(session, actor, request, held, day, "ended")


def extend_form(session: Session, request: Request) -> Form:
    """Return the form that extends a term of office, also of a capacity. Raises Refusal when none ends."""
    actor = secretary(session, request, "extend a term of office")
    roll = seat_facts.roll_of(session, actor.agreement, actor.today)
    running = [one for one in _running(roll) if one.ends_on is not None]
    if not running:
        raise Refusal("No term of office has a last day, so none can be extended.")
    fields = (
        Field("term", "Which", Kind.CHOICE, choices=_choices(roll, running)),
        Field("ends_on", "The new last day", Kind.DATE, required=False, hint="Leave it empty for no last day."),
    )
    return Form("term_extend", "Extend a term", "Extend it", fields, row=actor.agreement.id)


def extend(session: Session, request: Request, values: Values) -> Answer:
    """Extend a term of office to a later day, or without end."""
    actor = _alone(session, request, "extend a term of office")
    held, day = _chosen(session, actor, values), values.day("ends_on")
    if held.ends_on is None:
        raise FormRefused({"term": "It has no last day, so there is nothing to extend."})
    if day is not None and day <= held.ends_on:
        raise FormRefused({"ends_on": f"It ends on {in_words(held.ends_on)} now. Please choose a later day."})
    return _changed(session, actor, request, held, day, "extended")


def _changed(session: Session, actor: Actor, request: Request, held: Tenure, ends_on: date | None, did: str) -> Answer:
    agreement, terms, now = actor.agreement, actor.terms, request.now
    standing = authority.standing(session, agreement, now)
    changed: Tenure = _against(
        "ends_on", lambda: seating.change(session, agreement, terms, held, held.starts_on, ends_on, now=now)
    )
    seating.as_known(session, changed, actor.today, now)
    before = held.ends_on.isoformat() if held.ends_on else None
    facts = {"person": session.get_one(Person, held.person).name, **_recorded(changed), "was_until": before}
    act = "term-extended" if did == "extended" else ACTS[held.post.kind][1]
    record(session, actor, request, act, facts)
    _tell_of(session, actor, request, standing, seating.Seated(held, changed), session.get_one(Person, held.person))
    seating.tell(session, actor, changed, did, now)
    return _done(session, actor, changed, did)


def _tell_of(
    session: Session, actor: Actor, request: Request, before: Standing, seated: seating.Seated, person: Person
) -> None:
    """Tell those it concerns that somebody has a seat, a chair or a capacity otherwise than before."""
    by = actor.person
    authority.changed(
        session,
        before,
        seated.changes(person),
        by=by.name,
        by_id=by.id,
        heard=[person.id],
        now=request.now,
        source=request.source,
    )


def _recorded(held: Tenure) -> dict[str, Any]:
    post = {"post": held.post.kind.value, "forum": held.post.forum, "seat": held.post.seat}
    told = {**post, "partner": held.post.partner} if held.post.partner else post
    dates = {"starts_on": held.starts_on, "ends_on": held.ends_on}
    return {**told, **{key: day.isoformat() if day else None for key, day in dates.items()}}


def _done(session: Session, actor: Actor, held: Tenure, did: str) -> Answer:
    """Say what was done, and how many of the forum's members vote then."""
    agreement: Agreement = actor.agreement
    roll = seat_facts.roll_of(session, agreement, actor.today)
    forum = seat_facts.forum_of(roll.terms, held.post.forum)
    facts = {
        **seating.news_facts(roll.terms, held, did),
        "name": roll.names[held.person],
        "voting": seat_facts.voting_facts(seats.composition(forum, roll.tenures, roll.today))
        if forum is not None and forum.seats
        else None,
        "reached": seating.reached(session, held.person),
    }
    return Say("post_changed", facts, (Button("seats", agreement.id),))


def show(session: Session, request: Request, agreement: Agreement) -> Answer:
    """Show each forum's seats and chair, the partners without a lead or a deputy, and the terms that end soon."""
    actor = actors.actor_in(session, agreement, request)
    offered = buttons(agreement) if actor.is_secretary else ()
    return Say("seats", facts.overview(session, agreement, request.now), offered)


def buttons(agreement: Agreement) -> tuple[Button, ...]:
    """Return what the secretary can do about seats and terms of office."""
    return tuple(Button(name, agreement.id) for name in ("seat_fill", "seat_end", "term_extend"))
