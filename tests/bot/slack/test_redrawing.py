"""A form drawn anew: what nobody touched begins with today's default, and what was typed is never lost."""

from __future__ import annotations

from datetime import date

import pytest

from bot.practice.check import check_view
from bot.practice.forms import first_values
from bot.slack import forms
from bot.slack.forms import Context
from handlers.forms import Choice, Field, Form, Kind

NOWHERE = Context(None, None, None)
KINDS = (Choice("a", "A"), Choice("b", "B"), Choice("c", "C"))
SAYS = {"a": "All agree", "b": "Both agree", "c": None}
DAYS = {"a": date(2022, 9, 1), "b": date(2022, 10, 1), "c": None}
PEOPLE = {"a": ("ann", "bob"), "b": ("bob", "cat"), "c": ("cat",)}


def form(kind="a"):
    """A form most of whose defaults follow from the first choice; one question comes with B alone."""
    choices = tuple(Choice(who, who.title()) for who in PEOPLE[kind])
    return Form(
        "x",
        "X",
        "X",
        (
            Field("kind", "Kind", Kind.CHOICE, choices=KINDS, initial=kind, redraws=True),
            Field("says", "Says", Kind.TEXT, initial=SAYS[kind]),
            Field("on", "On", Kind.DATE, initial=DAYS[kind]),
            Field("who", "Who", Kind.CHOICE, choices=choices, initial=PEOPLE[kind][0]),
            Field("both", "Both", Kind.CHOICES, choices=choices, initial=PEOPLE[kind]),
            Field("tick", "Tick", Kind.TICK, initial=kind == "b"),
            Field("title", "Title", initial="Untitled"),
            *((Field("new", "The new one", initial="Nobody"),) if kind == "b" else ()),
        ),
    )


class Screen:
    """A modal on a screen, as Slack keeps it: a block whose id stays keeps what stands in it."""

    def __init__(self):
        self.show(forms.draw(form(), NOWHERE))

    def show(self, body):
        assert check_view(body) == []
        kept = getattr(self, "values", None)
        self.body, self.values = body, first_values(body["blocks"], kept)

    def fill(self, **values):
        for key, state in values.items():
            self.values[forms.block_ids(self.body)[key]][key] |= state

    def choose(self, kind):
        self.fill(kind={"selected_option": {"text": {"type": "plain_text", "text": kind}, "value": kind}})
        view = self.body | {"state": {"values": self.values}}
        self.show(forms.redraw(form(kind), view, Context.read(self.body["private_metadata"])))

    @property
    def stands(self):
        return forms.read({"state": {"values": self.values}})


def typed(text):
    return {"value": text}


def option(who):
    return {"text": {"type": "plain_text", "text": who.title()}, "value": who}


def defaults(kind):
    found = {"kind": kind, "says": SAYS[kind], "on": DAYS[kind], "who": PEOPLE[kind][0], "both": PEOPLE[kind]}
    return found | {"tick": kind == "b", "title": "Untitled"} | ({"new": "Nobody"} if kind == "b" else {})


def test_what_nobody_touched_has_the_default_of_what_is_chosen_now_there_and_back():
    screen = Screen()
    for kind in ("b", "c", "a", "b"):
        screen.choose(kind)
        assert screen.stands == defaults(kind)


def test_a_field_whose_default_is_the_same_keeps_its_block():
    screen = Screen()
    screen.choose("b")
    ids = forms.block_ids(screen.body)
    assert (ids["kind"], ids["title"], ids["new"]) == ("kind", "title", "new")
    assert (ids["says"], ids["on"]) == ("says:2", "on:2")
    screen.choose("c")
    assert forms.block_ids(screen.body)["says"] == "says:3"


def test_what_was_typed_stays_however_often_it_is_drawn_anew():
    screen = Screen()
    screen.fill(says=typed("We differ"), on={"selected_date": "2023-01-02"}, title=typed("Ours"))
    for kind in ("b", "c", "a"):
        screen.choose(kind)
        mine = {"says": "We differ", "on": date(2023, 1, 2), "title": "Ours"}
        assert screen.stands == defaults(kind) | mine
    assert forms.block_ids(screen.body)["says"] == "says"


def test_what_was_cleared_stays_cleared():
    screen = Screen()
    screen.fill(says=typed(None), on={"selected_date": None})
    screen.choose("b")
    screen.choose("a")
    assert screen.stands == defaults("a") | {"says": None, "on": None}


def test_a_choice_that_is_offered_still_stays_and_another_gives_way():
    screen = Screen()
    screen.fill(who={"selected_option": option("bob")}, both={"selected_options": [option("bob")]})
    screen.choose("b")
    assert screen.stands == defaults("b") | {"who": "bob", "both": ("bob",)}
    screen.choose("c")
    assert screen.stands == defaults("c")


def test_an_answer_comes_back_with_its_question():
    screen = Screen()
    screen.choose("b")
    screen.fill(new=typed("Eve"))
    screen.choose("a")
    assert "new" not in screen.stands
    screen.choose("b")
    assert screen.stands == defaults("b") | {"new": "Eve"}


def test_a_long_answer_to_a_question_that_is_gone_does_not_stop_the_form():
    screen = Screen()
    screen.choose("b")
    screen.fill(new=typed("x" * 4000), says=typed("We differ"))
    screen.choose("a")
    assert screen.stands == defaults("a") | {"says": "We differ"}


@pytest.mark.parametrize(
    "remembered", ['{"typed": 7, "aside": []}', '{"typed": [1, "says"], "aside": {"new": 7}}', "[]"]
)
def test_a_form_that_remembers_something_odd_is_drawn_all_the_same(remembered):
    view = forms.draw(form("a"), NOWHERE)
    view |= {"private_metadata": remembered, "state": {"values": first_values(view["blocks"])}}
    assert check_view(forms.redraw(form("b"), view, Context.read(remembered))) == []
