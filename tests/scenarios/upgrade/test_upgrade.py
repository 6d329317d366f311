"""What commit b9e7bd4 stored and posted still works: README.md in this folder says how it was kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update

from handlers.tables import FORMS, PRESSES, SHORTCUTS
from storage import agreements, migrate, register
from storage.outbox import Message as Queued, MessageState
from tests.copies import Put, copied
from tests.patience import LONG
from tests.scenarios.conftest import World, london
from tests.scenarios.upgrade import kit
from tests.scenarios.upgrade.kit import THEN

MESSAGES = Path(__file__).parents[3] / "templates" / "messages"


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kit.migrated(tmp_path_factory.mktemp("b9e7bd4"))


@pytest.fixture(scope="session")
def known() -> dict[Engine, Put]:
    """What puts the rows of then into each database: they are taken over once, and copied from then on."""
    return {}


@pytest.fixture
def world(database_url: str, open_once, file: Path, known: dict[Engine, Put]) -> Iterator[World]:
    """The world that was left then, five minutes later."""
    engine = open_once(database_url, LONG.rows)
    if engine in known:
        known[engine]()
    else:
        kit.put_rows(engine, file)
    world = kit.world_then(engine)
    if engine not in known:
        known[engine] = copied(world.stage).put_rows
    yield world
    world.stage.stop()


def ends_well(world):
    world.settle()
    world.check()


# --- Buttons and forms ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", THEN["presses"])
def test_a_button_that_was_posted_does_what_it_did(world, name):
    press = THEN["presses"][name]
    came = kit.came_of(world, press["by"], lambda: kit.presses(world, press))
    assert came == kit.Came("done", press["opens"], press["acts"], press["writes"], answered=True)
    if came.writes:
        ends_well(world)


@pytest.mark.parametrize("name", THEN["forms"])
def test_a_form_that_was_open_is_taken(world, name):
    form = THEN["forms"][name]
    came = kit.came_of(world, form["by"], lambda: kit.hands_in(world, form))
    assert (came.outcome, came.acts, came.writes) == ("done", form["acts"], True)
    ends_well(world)


@pytest.mark.parametrize(
    ("name", "field"),
    [("raise_issue", "affected"), ("propose_decision", "rule"), ("declare_conflict", "category"), ("settle", "point")],
)
def test_a_form_that_was_open_is_drawn_anew(world, name, field):
    form = THEN["forms"][name]
    came = kit.came_of(world, form["by"], lambda: kit.chooses_again(world, form, field))
    assert came == kit.Came("done", name, [], writes=False, answered=True)


@pytest.mark.parametrize("form", THEN["done"], ids=lambda form: form["view"]["callback_id"])
def test_a_form_that_was_done_is_not_done_again(world, form):
    came = kit.came_of(world, form["by"], lambda: kit.hands_in(world, form))
    assert (came.outcome, came.acts, came.writes) == ("done", [], False)


# --- Messages -------------------------------------------------------------------------------------------------------


def by_state(world):
    with world.session() as session:
        rows = session.execute(select(Queued.state, Queued.template, Queued.fault).order_by(Queued.id)).all()
    return {state: [row[1:] for row in rows if row.state is state] for state in MessageState}


def test_what_was_waiting_is_sent(world):
    waiting = by_state(world)[MessageState.WAITING]
    assert {template for template, _ in waiting} == {"issue", "issue_notice", "notice_undelivered"}
    ends_well(world)
    assert by_state(world)[MessageState.WAITING] == []


def test_each_message_of_then_can_be_sent_once_more(world):
    """The facts that a message was queued with are those that its words are made of today."""
    with world.session() as session:
        session.execute(update(Queued).values(state=MessageState.WAITING, claimed_at=None, attempts=0))
    queued = by_state(world)[MessageState.WAITING]
    assert len({template for template, _ in queued}) > 35
    world.settle()
    assert by_state(world)[MessageState.SENT][: len(queued)] == queued


def test_the_next_days_messages_are_the_same(world):
    """What comes by its dates alone, such as reminders and daily lists, goes to the same people."""
    world.at("2022-12-22 09:30")
    world.check()
    query = select(Queued.template, Queued.lane).where(
        Queued.edits.is_(None), Queued.sent_at >= london("2022-12-22 00:00")
    )
    with world.session() as session:
        found = [{"template": template, "lane": lane} for template, lane in session.execute(query)]
    assert sorted(found, key=str) == sorted(THEN["tomorrow"], key=str)


# --- What is stored -------------------------------------------------------------------------------------------------


def test_the_registers_of_then_are_whole(world):
    with world.session() as session:
        faults = [register.verify(session, agreement) for agreement in agreements.all_agreements(session)]
    assert faults == [None, None]


def test_the_rows_are_brought_up_to_todays_tables(file):
    assert not migrate.pending(f"sqlite:///{file}")


@pytest.mark.parametrize(
    ("kind", "today"),
    [
        ("presses", PRESSES),
        ("forms", FORMS),
        ("shortcuts", SHORTCUTS),
        ("messages", {folder.name for folder in MESSAGES.iterdir()}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_names_that_are_stored_stay(kind, today):
    assert set(THEN["names"][kind]) - set(today) == set()
