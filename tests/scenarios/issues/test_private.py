"""A private issue: the affected partners and the secretary see it, and nobody else sees it anywhere."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from handlers import history
from handlers.issues.acts import ANSWERS
from handlers.tables import PRESSES
from rules.issues import IssueState
from tests.scenarios.conftest import buttons_of
from tests.scenarios.reading_kit import body_of, lines

SECRET = "Dr Grey's rota"
INSIDE = ("ada", "eve", "rob", "ben", "pia", "sam")
OUTSIDE = ("ida", "joe", "cleo", "gil", "kim", "lou", "max", "dan", "tom")


def raise_two(world):
    world.ada.raises("A public matter", "luhft", "icb")
    world.ada.raises(SECRET, "luhft", private=["yes"])


@pytest.fixture
def private(make_world):
    return make_world(begin=raise_two)


def hidden(text):
    return SECRET not in text and "SEF-2" not in text


def test_only_those_concerned_are_notified(private):
    told = dict.fromkeys(("Gil", "Ida", "Joe", "Kim", "Lou", "Max"), 1) | {"Cleo": 2}  # of the public one; she has two
    assert Counter(name for name, _ in private.sent("issue_notice")) == told | {"Ben": 2}
    assert lines(body_of(private.ben.dm("SEF-2")), SECRET) == [
        "SEF-2: Dr Grey's rota",
        "What happened: Dr Grey's rota",
    ]
    assert hidden(private.shown())
    for name in OUTSIDE:
        assert [said for said in private.players[name].inbox() if not hidden(said)] == [], name
    assert private.deadlines("SEF-2")[0].confirmed is True  # the one partner to be told is in the chat


@pytest.mark.parametrize("name", ["joe", "dan", "tom"])  # another lead, a stranger, somebody who has moved on
def test_outsiders_find_it_nowhere(private, name):
    player = private.players[name]
    private.ben.opens("SEF-2")
    private.ben.presses("Comment")
    private.ben.submits({"words": f"About {SECRET}"})
    for line in ("issues", "due", "", "people", "open", "help"):
        player.types(f"/partnership {line}")
        assert hidden(player.answer), line
    assert hidden(player.opens_home())
    answers = []
    for line in ("issue SEF-2", "SEF-2", "issue SEF-99", "SEF-99"):
        player.types(f"/partnership {line}")
        answers.append(player.answer.replace("SEF-99", "").replace("SEF-2", ""))
        assert SECRET not in player.answer
    assert answers[0] == answers[2]  # as if there were none
    assert answers[1] == answers[3]


def test_pressing_with_a_guessed_id_tells_nothing(private):
    private.ada.opens("SEF-2")
    private.ada.presses("Propose a resolution")
    private.ada.submits({"words": "Plan"})
    issue = private.issue("SEF-2")
    deadline = private.deadlines("SEF-2")[-1].id
    guesses = [
        *((name, issue.id) for name in PRESSES if name.startswith("issue_") and name not in ANSWERS),
        ("conflict_issue", issue.id),
        *((name, issue.proposals[0].id) for name in ANSWERS),
        *((name, deadline) for name in ("snooze_day", "snooze_monday", "snooze_before")),
    ]
    for name, row in guesses:
        private.joe.guesses(name, row)
        about_it = private.joe.answer
        assert hidden(about_it), name
        assert private.joe.modal is None, name
        private.joe.guesses(name, 987_654)
        assert private.joe.answer == about_it, name  # as if there were none
    assert private.register("SEF-2").count("issue-acknowledged") == 0


def test_those_concerned_find_it(private):
    for name in INSIDE:
        player = private.players[name]
        player.types("/partnership issues")
        assert SECRET in player.answer, name
        assert SECRET in player.opens("SEF-2"), name
        assert SECRET in player.opens_home(), name


def test_the_channel_hears_of_nothing_that_happens_to_it(private):
    private.ada.opens("SEF-2")
    private.ada.presses("Ask for more time")
    private.ada.submits({"extend_to": "2023-02-28", "words": f"More about {SECRET}"})
    private.ben.presses("Agree to more time", private.ben.dm("28 Feb 2023"))
    private.wakes_at("2023-03-01 09:30")  # time is up, and the channel has its daily list
    private.ada.opens("SEF-2")
    private.ada.presses("Propose a resolution")
    private.ada.submits({"words": f"Plan for {SECRET}"})
    private.ben.presses("Agree", private.ben.dm("Plan for"))
    assert private.issue("SEF-2").state is IssueState.RESOLVED
    assert hidden(private.shown())
    for name in OUTSIDE:
        assert [said for said in private.players[name].inbox() if not hidden(said)] == [], name
    assert buttons_of(private.ben.dm("SEF-2")) == ["Show details"]


def test_exports_leave_it_out(private):
    with private.session() as session:
        public = list(history.lines(session, private.agreement(session), private=False))
        everything = list(history.lines(session, private.agreement(session), private=True))
    assert [line for line in public if not hidden(line)] == []
    acts = [json.loads(line)["act"] for line in everything if SECRET in line]
    assert acts == ["issue-raised", "clock-started"]  # and its row, as each of them left it
