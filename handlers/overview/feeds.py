"""Calendar addresses: made for a person, shown once, stopped at once; and the dates that stand behind one."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import local_day
from handlers.overview import calendar, debts, running
from handlers.requests import Answer, Button, Request, Say
from rules.days import in_words
from rules.errors import Refusal
from rules.obligations import Obligation
from rules.sentences import word
from storage import agreements, feeds, people, posts, register
from storage.agreements import Agreement
from storage.feeds import Feed
from storage.people import Holding, Person

PATH = "/calendar/"
ENDING = ".ics"
TOKEN_BYTES = 32
BEHIND, AHEAD = relativedelta(months=3), relativedelta(months=18)


# --- Made, shown once, stopped ------------------------------------------------------------------------------------


def show(session: Session, request: Request, agreement: Agreement) -> Answer:
    """Give out the addresses of an agreement's dates and of one's own; those that were never asked for are made now.

    What is said to the app in a conversation stays there to be read, so no address is made and shown in answer to it.
    """
    actor = actors.actor_in(session, agreement, request)
    url = _public_url(request)
    _alone(session, actor.person)
    asked = request.source.get("kind") == "command" or bool(request.row)  # typed, or pressed
    rows: list[dict[str, Any]] = []
    buttons: list[Button] = []
    for scope in (agreement, None):
        feed, token = feeds.latest(session, actor.person.id, scope.id if scope else None), None
        if feed is None and asked:
            feed, token = _made(session, request, actor.person, scope, "feed-made")
        rows.append(_facts(session, scope, feed, f"{url}{PATH}{token}{ENDING}" if token else None))
        buttons += _buttons(session, scope, feed)
    if not all(row["made_at"] for row in rows):
        buttons.append(Button("feed", agreement.id, label="Show me the addresses"))
    return Say("feed", _said(actor.person, rows), tuple(buttons))


def renew(session: Session, request: Request) -> Answer:
    """Make a new address in the place of one, which stops at once."""
    person, feed = _mine(session, request)
    url, scope = _public_url(request), _scope(session, feed)
    newest = feeds.latest(session, person.id, feed.agreement_id)
    if newest is not None and newest.id != feed.id:
        raise Refusal(
            f"This address stopped working on {_day(person, feed.revoked_at)}, and there is a newer one in its place. "
            f"{word('feed')} shows it."
        )
    if scope is not None:
        actors.actor_in(session, scope, request)
    elif not actors.parts_today(session, person.id, request.now):
        raise Refusal(f"{person.name} has no part in any agreement today, so there are no dates to read.")
    act = "feed-made" if feed.revoked_at else "feed-renewed"
    feed.revoked_at = feed.revoked_at or request.now
    session.flush()  # there is one address at a time
    new, token = _made(session, request, person, scope, act)
    row = _facts(session, scope, new, f"{url}{PATH}{token}{ENDING}")
    return Say("feed", _said(person, [row], renewed=act == "feed-renewed"), _buttons(session, scope, new))


def stop(session: Session, request: Request) -> Answer:
    """Stop an address at once."""
    person, feed = _mine(session, request)
    if feed.revoked_at is not None:
        raise Refusal(f"This address has not worked since {_day(person, feed.revoked_at)}. {word('feed')} shows yours.")
    scope = _scope(session, feed)
    feed.revoked_at = request.now
    session.flush()  # the register reads the agreement anew
    _record(session, request, person, scope, "feed-stopped")
    facts = {"agreement": _title(session, scope)}
    return Say("feed_stopped", facts, (Button("feed_renew", feed.id),))


def _public_url(request: Request) -> str:
    if request.public_url is None:
        raise Refusal(
            "Accord does not know under which web address it can be reached, so it can give out none. Whoever runs it "
            f"sets PUBLIC_URL; docs/slack.md says how. Then {word('feed')} gives you the addresses."
        )
    return request.public_url


def _alone(session: Session, person: Person) -> None:
    """Let nobody else make or stop this person's addresses before the transaction ends: a double press makes one."""
    session.refresh(person, with_for_update={"key_share": True})


def _mine(session: Session, request: Request) -> tuple[Person, Feed]:
    person, _ = actors.person_of(session, request.user)
    _alone(session, person)
    feed = feeds.get(session, request.row or 0)
    if feed is None or feed.person_id != person.id:
        raise Refusal(f"I know no calendar address of yours like this one. {word('feed')} shows yours.")
    return person, feed


def _scope(session: Session, feed: Feed) -> Agreement | None:
    return None if feed.agreement_id is None else session.get_one(Agreement, feed.agreement_id)


def _made(session: Session, request: Request, person: Person, scope: Agreement | None, act: str) -> tuple[Feed, str]:
    """Make an address; return its row, and the token that is kept nowhere and shown once."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    feed = Feed(
        person_id=person.id,
        agreement_id=scope.id if scope else None,
        token_sha256=hash_of(token),
        created_at=request.now,
    )
    session.add(feed)
    session.flush()  # its buttons name it
    _record(session, request, person, scope, act)
    return feed, token


def _record(session: Session, request: Request, person: Person, scope: Agreement | None, act: str) -> None:
    """Write into the register that an address was made or stopped; one's own is about all one ever had a part in."""
    parts = (*posts.of_person(session, person.id), *people.holdings_of(session, person.id))
    ids = {scope.id} if scope is not None else {part.agreement_id for part in parts}
    for agreement_id in sorted(ids):
        register.write(
            session,
            session.get_one(Agreement, agreement_id),
            at=request.now,
            act=act,
            person=person.name,
            person_id=person.id,
            facts={"of": "agreement" if scope else "person"},
            source=request.source,
        )


def hash_of(token: str) -> str:
    """Return what is kept of a token: its SHA-256 in hexadecimal."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


# --- As people read it --------------------------------------------------------------------------------------------


def _title(session: Session, scope: Agreement | None) -> str | None:
    return agreements.current_terms(session, scope.id).short_title if scope else None


def _facts(session: Session, scope: Agreement | None, feed: Feed | None, address: str | None) -> dict[str, Any]:
    return {
        "agreement": _title(session, scope),
        "address": address,
        "made_at": feed.created_at.isoformat() if feed else None,
        "stopped_at": feed.revoked_at.isoformat() if feed and feed.revoked_at else None,
        "fetched_on": feed.fetched_on.isoformat() if feed and feed.fetched_on else None,
    }


def _said(person: Person, rows: list[dict[str, Any]], *, renewed: bool = False) -> dict[str, Any]:
    shown = any(row["address"] for row in rows)
    return {"rows": rows, "shown": shown, "renewed": renewed, "timezone": person.timezone}


def _buttons(session: Session, scope: Agreement | None, feed: Feed | None) -> tuple[Button, ...]:
    """Return the presses about an address, each saying which one it is about."""
    if feed is None:
        return ()
    whose = _title(session, scope) or "your own dates"
    renewing = Button("feed_renew", feed.id, label=f"A new address: {whose}")
    return (renewing,) if feed.revoked_at else (renewing, Button("feed_stop", feed.id, label=f"Stop it: {whose}"))


def _day(person: Person, at: datetime | None) -> str:
    return in_words(at.astimezone(ZoneInfo(person.timezone)).date()) if at else "an earlier day"


# --- Read by a calendar program -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Line:
    """A date in a feed: whose agreement it is of, what it is, and what the reader owes to it; nothing where empty.

    `agreement` is the agreement's id, `title` its short title; `owed` is as the templates get debts.
    """

    agreement: str
    title: str
    one: Obligation
    owed: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class Dates:
    """What a feed says: `key` names it for ever, `agreement` is its title, `person` whose own dates they are.

    One of `agreement` and `person` is None.
    """

    key: str
    agreement: str | None
    person: str | None
    lines: tuple[Line, ...]


def read(session: Session, token: str, now: datetime) -> Dates | None:
    """Return the dates behind an address, as its owner may see them at this moment, and note that they were read.

    None: there is no such address, it was stopped, or its owner has no part any more in what it could show. Raises
    UnreadableTerms for the address of an agreement whose terms cannot be read: calendars keep what they had.
    """
    feed = feeds.live(session, hash_of(token))
    if feed is None:
        return None
    if feed.agreement_id is not None:
        agreements.current_terms(session, feed.agreement_id)
    parts = actors.parts_today(session, feed.person_id, now)
    if not parts or feed.agreement_id not in (None, *parts):
        return None
    person = session.get_one(Person, feed.person_id)
    feeds.note_fetched(session, feed, now.astimezone(ZoneInfo(person.timezone)).date())
    if feed.agreement_id is not None:
        agreement = session.get_one(Agreement, feed.agreement_id)
        lines = _lines(session, agreement, (), now)
        return Dates(agreement.key, _title(session, agreement), None, lines)
    return Dates(f"person {person.id}", None, person.name, _own(session, person, parts, now))


def _lines(session: Session, agreement: Agreement, held: tuple[Holding, ...], now: datetime) -> tuple[Line, ...]:
    terms = agreements.current_terms(session, agreement.id)
    today = local_day(terms, now)
    found = calendar.dated_or_why(session, agreement, held, today - BEHIND, today + AHEAD, now)
    return tuple(Line(agreement.key, terms.short_title, one) for one in found if one.on is not None)


def _own(session: Session, person: Person, parts: set[int], now: datetime) -> tuple[Line, ...]:
    """Return all that a person may see in their agreements, with what they owe; what they owe is there however old."""
    owed, held = _owed(session, person, now), actors.held_today(session, person.id, now)
    lines: list[Line] = []
    for agreement_id in sorted(parts):
        agreement = session.get_one(Agreement, agreement_id)
        mine = tuple(one for one in held if one.agreement_id == agreement_id)
        for line in _lines(session, agreement, mine, now):
            due = owed.pop((agreement_id, line.one.key), None)
            lines.append(Line(line.agreement, line.title, line.one, due.owed) if due else line)
    lines += owed.values()
    return tuple(sorted(lines, key=lambda line: (line.one.on or date.max, line.agreement, line.one.key)))


def _owed(session: Session, person: Person, now: datetime) -> dict[tuple[int, str], Line]:
    """Return what a person owes by a date, by the agreement's id and the date's key."""
    found: dict[tuple[int, str], Line] = {}
    for debt in debts.of_person(session, person.id, now):
        if debt.deadline is None:
            continue
        terms, facts = agreements.terms_of(session, debt.matter.terms_id), debt.facts(session, now)
        one = calendar.of_matter(
            facts["reference"],
            facts["title"],
            debt.deadline.clock,
            facts["deadline"],
            private=facts["private"],
            stands_for=running.stands_for(debt.matter),
        )
        key = debt.matter.agreement_id, one.key
        before = found[key].owed if key in found else ()
        found[key] = Line(terms.id, terms.short_title, one, (*before, facts))
    return found
