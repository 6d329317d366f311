"""What follows from a private issue is private as the issue is: the vote on it, and what is done because of it."""

from __future__ import annotations

import pytest

from handlers import history
from handlers.tables import PRESSES
from tests.scenarios.overview import feed_kit, month_kit
from tests.scenarios.overview.month_kit import SECRETS, keep_private

OUTSIDE = ("ida", "joe", "cleo", "gil", "kim", "lou", "max", "dan", "tom")
TITLES = ("The rota changes hands", "Tell the clinic", "Grey")
WORDS = (
    "",
    "decisions",
    "actions",
    "due",
    "issues",
    "calendar",
    "decision SEF-D1",
    "action SEF-A1",
    "SEF-D1",
    "SEF-A1",
)
TAKE_TURNS = True


def voted(world):
    world.without_daily_lists()
    keep_private_till_voted(world)


def keep_private_till_voted(world):
    world.ada.raises("A public matter", "luhft", "icb")
    ada = world.ada
    ada.raises("Dr Grey's rota", "luhft", private=["yes"])
    ada.opens("SEF-2")
    ada.presses("Take it further")
    ada.submits({"to": "vote", "words": "We tried."})
    ada.opens("SEF-2")
    ada.presses("Put it to the vote")


@pytest.fixture
def asked(make_world):
    """The form that puts the private SEF-2 to the vote is open."""
    return make_world("2022-12-01 09:30", sources={"sefton-2022": month_kit.pack()}, begin=voted)


@pytest.fixture
def month(make_world):
    """SEF-2 is private; SEF-D1 was decided about it, and SEF-A1 is to be done because of that."""
    world = make_world("2022-12-01 09:30", sources={"sefton-2022": month_kit.pack()})
    world.without_daily_lists()
    month_kit.raise_and_resolve(world)
    keep_private(world)
    return world


def hidden(text):
    return not any(word in text for word in (*SECRETS, *TITLES))


def test_the_title_of_a_private_issue_is_not_filled_in(asked):
    assert "Dr Grey" in asked.ada.page  # the form says what it is about to whoever fills it in
    filled = [block["element"].get("initial_value") for block in asked.ada.modal["blocks"] if block.get("element")]
    assert [value for value in filled if value and "Grey" in value] == []
    asked.ada.submits({"wording": "It does.", "reasons": "So.", "closes_on": "2022-12-30"})
    assert list(asked.ada.modal_errors) == ["title"]


def test_those_concerned_are_asked_and_can_vote(asked):
    put = {"title": "The rota changes hands", "wording": "It does.", "reasons": "So.", "closes_on": "2022-12-30"}
    asked.ada.submits(put)
    asked.ada.presses("Open the vote")
    asked.ben.presses("Agree", asked.ben.dm("SEF-D1"))
    asked.ben.submits()
    assert asked.ben.modal is None
    for name in ("ada", "ben", "sam"):
        asked.players[name].types("/partnership decisions")
        assert "SEF-D1" in asked.players[name].answer, name
    assert asked.register("SEF-D1").count("vote-cast") == 1
    assert hidden(asked.shown().replace("SEF-1", ""))
    asked.wakes_at("2022-12-29 09:30")  # its last day is near
    assert hidden(asked.shown())


@pytest.mark.parametrize("name", ["joe", "ida", "dan"])
def test_others_find_neither_the_vote_nor_the_action_anywhere(month, name):
    player = month.players[name]
    assert hidden(month.shown())
    assert [said for said in player.inbox() if not hidden(said)] == []
    for line in WORDS:
        player.types(f"/partnership {line}")
        assert hidden(player.answer.replace(line, "")), line
    assert hidden(player.opens_home())
    answers = []
    for reference in ("decision SEF-D1", "decision SEF-D9", "action SEF-A1", "action SEF-A9"):
        player.types(f"/partnership {reference}")
        answers.append(player.answer.replace(reference.split()[1], ""))
    assert answers[0] == answers[1]  # as if there were none
    assert answers[2] == answers[3]


def test_presses_on_them_with_a_guessed_id_tell_nothing(month):
    for name in PRESSES:
        if name.startswith(("decision_", "action_", "conflict_decision")):
            month.joe.guesses(name, 1)
            about_it = month.joe.answer
            assert hidden(about_it), name
            month.joe.guesses(name, 987_654)
            assert month.joe.answer == about_it, name


def test_those_who_do_it_find_it(month):
    for name in ("ada", "ben", "sam"):
        month.players[name].types("/partnership action SEF-A1")
        assert "Tell the clinic" in month.players[name].answer, name


def test_a_calendar_and_the_export_have_neither(month):
    (address,) = feed_kit.addresses(month.joe)[:1]
    assert hidden(feed_kit.get(address).body.decode())
    with month.session() as session:
        public = list(history.lines(session, month.agreement(session), private=False))
    assert [line for line in public if not hidden(line)] == []
