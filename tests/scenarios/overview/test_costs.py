"""What a list asks of the database does not grow: neither with the rows that it shows nor with those that are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from bot.demo import TEAM
from handlers import actors
from handlers.actors import Actor
from handlers.kinds import KINDS
from handlers.overview import board_pack, feeds
from handlers.overview.menu import WORDS
from handlers.requests import Request, User
from rules.actions import ActionState
from rules.decisions import DecisionState
from rules.issues import LIVING
from rules.signatures import RequestState
from storage import actions, issues, rows, signatures
from storage.decisions import Decision
from storage.feeds import Feed
from storage.people import Account
from storage.seeing import seeing
from tests.many import copies, statements_of
from tests.scenarios.conftest import World
from tests.scenarios.meetings.kit import sets_series
from tests.scenarios.milestones.kit import adds
from tests.scenarios.overview import month_kit
from tests.scenarios.trackers.kit import WORKS, begin


def play(world: World) -> None:
    """A month with one at least of each kind, open and closed: what is copied below."""
    month_kit.play(world)
    world.ada.raises("Letters arrive late", "luhft", "icb")
    world.ben.opens("SEF-3")
    world.ben.presses("Propose a resolution")
    world.ben.submits({"words": "By e-mail."})
    world.ada.types("/propose-decision A second ward")
    world.ada.changes("rule", "beds")
    put = {"wording": "We build another.", "reasons": "One is full.", "closes_on": "2022-12-20"}
    world.ada.submits({"affected": ["icb", "luhft"]} | put)
    world.ada.presses("Open the vote")
    world.ben.types("/partnership decision SEF-D3")
    month_kit.record(world, "SEF-D3", (("icb", "for"),))
    sets_series(world, "2022-12-15")
    adds(world.sam, channel="C0SEFTON", on="2023-03-31")
    begin(world, "sefton-2022", "works")
    world.wakes_at("2022-12-16 10:00")


@pytest.fixture
def world(make_world: Callable[..., World]) -> World:
    """The month as it was played."""
    return make_world("2022-12-01 09:30", mornings=True, sources={"sefton-2022": month_kit.pack() + WORKS}, begin=play)


@pytest.fixture
def connection(world: World) -> Iterator[Connection]:
    """A connection to its database, on which nothing stays that is done on it."""
    with world.engine.connect() as found:
        yield found
        found.rollback()


def asks(world: World, connection: Connection, word: str, user: str = "U0SAM") -> list[str]:
    """What a word behind `/partnership` asks of the database, for a person who types it."""
    request = Request(
        User("slack", TEAM, user), world.clock(), channel="C0SEFTON", source={"kind": "command"}, public_url="http://a"
    )

    def typed() -> None:
        with Session(connection) as session:
            WORDS[word](session, request)

    return statements_of(world.engine, typed)


COSTS = {
    "issues": 12, "decisions": 21, "signatures": 10, "meetings": 15, "milestones": 14, "actions": 19, "reviews": 14,
    "tracker": 9, "interests": 20, "calendar": 49,
}  # fmt: skip
"""How many questions each list asks: seven are for who asks, and in which agreement."""


def test_no_list_asks_more_where_there_is_more_to_list(world: World, connection: Connection) -> None:
    found = {}
    for word in COSTS:
        asks(world, connection, word)  # the terms are read once for a process
    for size in (5, 30):
        copies(connection, 4 if size == 5 else 5)
        found[size] = {
            user: {word: len(asks(world, connection, word, user)) for word in COSTS} for user in ("U0SAM", "U0ADA")
        }
    assert found == dict.fromkeys((5, 30), dict.fromkeys(("U0SAM", "U0ADA"), COSTS))


def test_a_board_pack_and_a_feed_ask_as_much_of_many_as_of_few(world: World, connection: Connection) -> None:
    costs = []
    with Session(connection) as session:
        feed = Feed(
            person_id=session.scalars(select(Account.person_id).where(Account.user == "U0ADA")).one(),
            agreement_id=world.agreement(session).id,
            token_sha256=feeds.hash_of("token"),
            created_at=world.clock(),
        )
        session.add(feed)
        session.commit()

    def packs() -> None:
        with Session(connection) as session:
            agreement = world.agreement(session)
            found = board_pack.facts_of(session, agreement, date(2022, 12, 1), date(2022, 12, 15), world.clock())
            assert len(found["sections"][0]["rows"]) == 2 * size

    def reads() -> None:
        with Session(connection) as session:
            found = feeds.read(session, "token", world.clock())
            assert found is not None
            assert len(found.lines) > size

    for size in (1, 5, 30):
        if size > 1:
            copies(connection, 4 if size == 5 else 5)
        costs.append((len(statements_of(world.engine, packs)), len(statements_of(world.engine, reads))))
    assert costs[1:] == [(70, 52)] * 2


PLAYERS = ("U0SAM", "U0ADA", "U0BEN", "U0IDA", "U0JOE")


def shown(answer) -> list[str]:
    return [row["reference"] for row in answer.facts["rows"]]


def first(found: list, most: int) -> list[str]:
    return [one.reference for one in found[:most]]


def test_each_sees_the_first_of_what_they_may_see_and_how_many_more_there_are(world, connection) -> None:
    """A page ends where it should when rows between are kept from whoever looks: as if each had been asked after."""
    copies(connection, 8)
    seen = {}
    for user in PLAYERS:
        with Session(connection) as session:
            request = Request(User("slack", TEAM, user), world.clock(), channel="C0SEFTON")
            agreement = world.agreement(session)
            actor = actors.actor_in(session, agreement, request)

            def mine(kind: str, found: list, actor: Actor = actor) -> list:
                return [one for one in found if KINDS[kind].kind.may_see(one, actor)]

            def listed(kind: str, session=session, request=request, agreement=agreement):
                return KINDS[kind].listing(session, request, agreement)

            living = mine("issue", issues.of_agreement(session, agreement.id, states=LIVING))
            said = listed("issue")
            assert (shown(said), said.facts["more"]) == (first(living, 25), max(0, len(living) - 25))
            by = seeing(actor.holdings)
            for most in range(1, 12):
                page, there_are = issues.seen(session, agreement.id, by, most=most)
                assert (first(page, most), there_are) == (first(living, most), len(living))
            assert issues.how_many(session, agreement.id, by) == len(living)

            draft, open_ = (
                rows.in_states(session, Decision, agreement.id, (DecisionState[s],)) for s in ("DRAFT", "OPEN")
            )
            to_come = [*mine("decision", draft), *mine("decision", open_)]
            closed = rows.in_states(session, Decision, agreement.id, [s for s in DecisionState if s.final])
            latest = mine("decision", closed)[::-1]
            said = listed("decision")
            assert shown(said) == [*first(to_come, 25), *first(latest, 10)]
            assert said.facts["more"] == max(0, len(to_come) - 25)

            waiting = mine("action", actions.of_agreement(session, agreement.id, states=(ActionState.OPEN,)))
            said = listed("action")
            assert (shown(said), said.facts["more"]) == (first(waiting, 25), max(0, len(waiting) - 25))

            asked = mine("signature", signatures.of_agreement(session, agreement.id, states=tuple(RequestState)))
            asked.sort(key=lambda one: (one.state.final, -one.number))
            assert shown(listed("signature")) == first(asked, 15)
            seen[user] = (len(living), len(to_come), len(latest), len(waiting), len(asked))
    all_of_it, but_private = (18, 9, 18, 9, 9), (9, 9, 9, 0, 9)
    assert seen == {user: but_private if user in ("U0IDA", "U0JOE") else all_of_it for user in PLAYERS}
