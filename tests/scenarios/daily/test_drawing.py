"""A matter that has changed is drawn after the act, from how it stands then: once, whatever was done to it meanwhile."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from handlers.daily import drawing
from storage import redraws
from storage.database import transaction
from storage.issues import Issue
from storage.outbox import Message
from storage.redraws import Changed, Redraw
from tests.scenarios.reading_kit import lines
from tests.storage.rows import at_once


@pytest.fixture
def raised(world):
    world.ada.raises("Letters arrive late", "luhft", "icb")
    return world


@contextmanager
def nobody_sends(world):
    """Let the sender stand still meanwhile, as when its process has died."""
    world.settle = world.whisper
    yield
    del world.settle


def waiting(world):
    """The matters that are to be drawn."""
    with world.session() as session:
        return redraws.due(session, world.clock(), most=9)


def edits(world):
    """How many times a living message was changed, or is to be."""
    with world.session() as session:
        posts = session.scalars(select(Issue.post_id))
        return session.scalar(select(func.count()).where(Message.edits.in_(list(posts)))) or 0


def acknowledged(world, *names):
    for name in names:
        world.players[name].presses("Acknowledge", world.living("SEF-1"))


def test_what_is_done_within_a_second_is_drawn_once(raised):
    before = edits(raised)
    with nobody_sends(raised):
        acknowledged(raised, "ben", "gil")
        assert lines(raised.living("SEF-1").shown(), "Acknowledged") == []
        assert len(waiting(raised)) == 1
    raised.settle()
    assert lines(raised.living("SEF-1").shown(), "Acknowledged") == [
        "Acknowledged by LUHFT and Alder Hey; not yet by Cheshire and Merseyside ICB"
    ]
    assert (waiting(raised), edits(raised) - before) == ([], 1)


def test_what_a_process_that_died_did_not_draw_is_drawn_by_the_next(raised):
    with nobody_sends(raised):
        acknowledged(raised, "ben")
    raised.at("2022-12-16 09:31")
    assert lines(raised.living("SEF-1").shown(), "Acknowledged") == [
        "Acknowledged by LUHFT; not yet by Cheshire and Merseyside ICB"
    ]


def test_two_senders_draw_it_once(raised):
    with nobody_sends(raised):
        acknowledged(raised, "ben")
    (changed,), before, drawn = waiting(raised), edits(raised), []

    def draw(_):
        with transaction(raised.engine) as session:
            drawn.append(drawing.draw(session, changed, raised.clock()))

    at_once(2, draw)
    assert (sorted(drawn), edits(raised) - before) == ([False, True], 1)


def test_what_changes_while_it_is_drawn_is_drawn_again(raised):
    with nobody_sends(raised):
        acknowledged(raised, "ben")
        (seen,) = waiting(raised)
        acknowledged(raised, "gil")
        with raised.session() as session:
            assert drawing.draw(session, seen, raised.clock())
        (later,) = waiting(raised)
    assert (later.matter, later.matter_id) == (seen.matter, seen.matter_id)
    assert later.last > seen.last


def test_one_that_cannot_be_drawn_holds_nothing_up_and_is_tried_again_in_a_minute(raised):
    raised.forgiven = True
    missing = Changed("issue", 1, 0)
    with nobody_sends(raised):
        with raised.session() as session:
            session.add(Redraw(matter=missing.matter, matter_id=missing.matter_id, not_before_at=raised.clock()))
        acknowledged(raised, "ben")
    raised.settle()
    assert lines(raised.living("SEF-1").shown(), "Acknowledged") == [
        "Acknowledged by LUHFT; not yet by Cheshire and Merseyside ICB"
    ]
    assert waiting(raised) == []
    with raised.session() as session:
        after = [redraws.due(session, raised.clock() + timedelta(seconds=s), most=9) for s in (59, 60)]
    assert [[one.matter_id for one in found] for found in after] == [[], [1]]
