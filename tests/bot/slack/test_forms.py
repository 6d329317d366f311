"""Forms as modals: legal for Slack, and read back as the types that were asked for."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.practice.check import check_view
from bot.slack import forms
from bot.slack.forms import Context
from handlers.forms import Choice, Field, Form, Kind

WORDS = st.text(min_size=1, max_size=200)
CHOICES = st.lists(WORDS, min_size=1, max_size=120).map(
    lambda labels: tuple(Choice(f"k{number}", label) for number, label in enumerate(labels))
)
FIELDS = st.builds(
    lambda number, label, kind, required, limit, hint, choices, redraws: Field(
        f"f{number}", label, kind, required, limit, hint, choices, None, redraws
    ),
    st.integers(0, 10**6),
    WORDS,
    st.sampled_from(Kind),
    st.booleans(),
    st.integers(1, 3000),
    st.none() | st.text(min_size=1, max_size=3000),
    CHOICES,
    st.booleans(),
)
FORMS = st.lists(FIELDS, max_size=12, unique_by=lambda field: field.key).flatmap(
    lambda fields: st.builds(
        Form, st.just("raise_issue"), WORDS, WORDS, st.just(tuple(fields)), st.none(), st.none() | WORDS
    )
)


@given(FORMS, st.text(max_size=3000), st.none() | st.text(max_size=2000))
def test_every_form_is_a_legal_modal(form, text, link):
    context = Context(7, "C1", f"https://x.example/{link}" if link else None, text)
    view = forms.draw(form, context)
    assert check_view(view) == []
    assert Context.read(view["private_metadata"]).row == 7


def state(**elements):
    return {"state": {"values": {key: {key: value} for key, value in elements.items()}}}


def test_what_was_filled_in_comes_back_typed():
    found = forms.read(
        state(
            words={"type": "plain_text_input", "value": "two\nlines"},
            one={"type": "static_select", "selected_option": {"value": "a"}},
            many={"type": "multi_static_select", "selected_options": [{"value": "a"}, {"value": "b"}]},
            who={"type": "users_select", "selected_user": "U1"},
            day={"type": "datepicker", "selected_date": "2022-12-16"},
            tick={"type": "checkboxes", "selected_options": [{"value": "yes"}]},
        )
    )
    assert found == {
        "words": "two\nlines",
        "one": "a",
        "many": ("a", "b"),
        "who": "U1",
        "day": date(2022, 12, 16),
        "tick": True,
    }


def test_what_was_left_empty_comes_back_as_nothing():
    found = forms.read(
        state(
            words={"type": "plain_text_input", "value": None},
            one={"type": "static_select", "selected_option": None},
            many={"type": "multi_static_select", "selected_options": []},
            day={"type": "datepicker", "selected_date": None},
            tick={"type": "checkboxes", "selected_options": []},
        )
    )
    assert found == {"words": None, "one": None, "many": (), "day": None, "tick": False}


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_a_modal_that_remembers_something_else_remembers_nothing(anything):
    assert isinstance(Context.read(anything), Context)
    assert isinstance(Context.read(str(anything)), Context)
