"""Hostile text in the forms about reviews and meetings: it comes out as text, or is refused."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage.meetings import Meeting
from storage.packs import pack_source
from storage.reviews import Review, ReviewAnswer
from tests.scenarios.hostile.kit import check_all, survives

TAKE_TURNS = True


@pytest.fixture
def sefton(make_world):
    """A review runs, and the board has met today: both were made ready by clean words."""
    world = make_world("2022-12-16 09:30", mornings=True, sources={"sefton-2022": with_an_event()})
    world.without_daily_lists()
    world.sam.types("/partnership meetings")
    world.sam.presses("Set a series")
    world.sam.submits({"every": "1 month", "first_on": "2023-01-10", "same": "date"})
    assert world.sam.modal is None, world.sam.modal_errors
    return world


def with_an_event():
    source = pack_source("sefton-2022")
    chairing = "    name: Chairing arrangements\n"
    assert chairing in source
    return source.replace(chairing, f"{chairing}    triggers: [The law changes]\n")


def row_of(world, model, **where):
    with world.session() as session:
        return session.scalars(select(model.id).filter_by(**where).order_by(model.id)).first()


def answer_of(world, partner="luhft"):
    return row_of(world, ReviewAnswer, partner=partner)


def opener(who, action, about, **fields):
    """A function that opens a form about a row, and fills in what takes no text."""

    def opens(world):
        player = world.players[who]
        player.guesses(action, about(world))
        assert player.modal is not None, (action, player.answer)
        player.fills(fields)
        return player

    return opens


def agreement(world):
    with world.session() as session:
        return world.agreement(session).id


def review(world):
    return row_of(world, Review)


def meeting(world):
    return row_of(world, Meeting)


def open_one_off(world):
    world.sam.types("/partnership meetings")
    world.sam.presses("Plan one meeting")
    world.sam.fills({"on": "2022-12-16"})
    return world.sam


TO_DO = {"partner": "luhft", "due_on": "2023-02-01"}
REVIEWS = {
    "review_begin": opener("sam", "review_begin", agreement, review="six-monthly", meets_on="2023-02-01"),
    "review_event": opener("sam", "review_event", agreement, event="chairing:0", happened_on="2022-12-15"),
    "review_answer": opener("ben", "review_answer", answer_of),
    "review_behalf": opener("sam", "review_behalf", review, partner="sefton-cvs"),
    "review_told": opener("sam", "review_told", review, partner="sefton-cvs", told_on="2022-12-16"),
    "review_move": opener("sam", "review_move", review, meets_on="2023-01-17"),
    "review_action": opener("sam", "review_action", review, **TO_DO),
    "review_close": opener("sam", "review_close", review, outcome="vary", held_on="2022-12-16", **TO_DO),
}


def test_the_forms_of_reviews_refuse_what_is_nothing_or_too_long_and_take_what_is_hostile(sefton):
    for form, opens in REVIEWS.items():
        survives(opens(sefton), form)
    for line in (
        "reviews",
        "review SEF-R1",
        "review SEF-R2",
        "review SEF-R3",
        "actions",
        "due",
        "calendar",
        "bulletin",
    ):
        sefton.sam.types(f"/partnership {line}")
    for name in ("sam", "ada", "ben"):
        sefton.players[name].opens_home()
    check_all(sefton)


MEETINGS = {
    "meeting_one_off": open_one_off,
    "meeting_item": opener("ben", "meeting_item", meeting),
    "meeting_public": opener("sam", "meeting_public", meeting, public="private"),
    "meeting_papers": opener("sam", "meeting_papers", meeting),
    "meeting_call": opener("sam", "meeting_call", meeting),
    "meeting_move": opener("sam", "meeting_move", meeting, on="2022-12-19"),
    "meeting_action": opener("sam", "meeting_action", meeting, **TO_DO),
}


def test_the_forms_of_meetings_refuse_what_is_nothing_or_too_long_and_take_what_is_hostile(sefton):
    for form, opens in MEETINGS.items():
        player = opens(sefton)
        survives(player, form, apart=("begins_at",))
    for line in ("meetings", "meeting SEF-M1", "actions", "due", "calendar"):
        sefton.sam.types(f"/partnership {line}")
    sefton.ben.opens_home()
    check_all(sefton)
