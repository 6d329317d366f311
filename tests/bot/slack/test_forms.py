"""Forms as modals: legal for Slack, and read back as the types that were asked for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from bot.practice.check import check_view
from bot.slack import forms
from bot.slack.forms import Context
from handlers.forms import Choice, Field, Form, GivenFile, Kind

WORDS = st.text(min_size=1, max_size=200)
CHOICES = st.lists(WORDS, min_size=1, max_size=120).map(
    lambda labels: tuple(Choice(f"k{number}", label) for number, label in enumerate(labels))
)
FIELDS = st.builds(
    lambda number, label, kind, required, limit, hint, choices, types, redraws: Field(
        f"f{number}", label, kind, required, limit, hint, choices, types, None, redraws
    ),
    st.integers(0, 10**6),
    WORDS,
    st.sampled_from(Kind),
    st.booleans(),
    st.integers(1, 3000),
    st.none() | st.text(min_size=1, max_size=3000),
    CHOICES,
    st.sampled_from([("pdf",), ("pdf", "jpeg")]),
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


def people(count):
    return tuple(Choice(f"k{number}", f"Person {number:03d}") for number in range(1, count + 1))


def menu(count, kind=Kind.CHOICE, initial=None):
    """The element of a form's only field, which offers so many choices."""
    view = forms.draw(
        Form("x", "X", "X", (Field("who", "Who", kind, choices=people(count), initial=initial),)), NOWHERE
    )
    assert check_view(view) == []
    return view["blocks"][0]["element"]


NOWHERE = Context(None, None, None)


def test_a_hundred_choices_are_one_list():
    assert [option["value"] for option in menu(100)["options"]] == [choice.key for choice in people(100)]


def test_more_choices_are_offered_in_groups_and_none_is_left_out():
    groups = menu(230)["option_groups"]
    assert [(group["label"]["text"], len(group["options"])) for group in groups] == [
        ("Person 001 … Person 100", 100),
        ("Person 101 … Person 200", 100),
        ("Person 201 … Person 230", 30),
    ]
    assert [option["value"] for group in groups for option in group["options"]] == [c.key for c in people(230)]


def test_what_is_chosen_stays_chosen_as_far_as_slack_shows_it():
    assert menu(230, initial="k230")["initial_option"]["value"] == "k230"
    assert "initial_option" not in menu(501, initial="k501")
    everybody = tuple(choice.key for choice in people(230))
    assert [option["value"] for option in menu(230, Kind.CHOICES, everybody)["initial_options"]] == list(
        everybody[:100]
    )


def test_a_label_that_is_too_long_for_slack_is_cut_there():
    view = forms.draw(Form("x", "X", "X", (Field("a", "A", Kind.CHOICE, choices=(Choice("k", "y" * 76),)),)), NOWHERE)
    assert view["blocks"][0]["element"]["options"][0]["text"]["text"] == "y" * 74 + "…"


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


# --- Documents ----------------------------------------------------------------------------------------------------


def file(**given):
    return {"id": "F0000001", "name": "plan.pdf", "mimetype": "application/pdf", "size": 1200} | given


def test_a_document_is_asked_for_as_one_file_of_its_types_and_papers_as_several_of_any():
    fields = (
        Field("document", "The scan", Kind.DOCUMENT, types=("pdf", "jpeg")),
        Field("papers", "Papers", Kind.FILES, required=False),
        Field("words", "Why"),
    )
    view = forms.draw(Form("signature_scan", "A signed counterpart", "Hand it in", fields, 7), Context(7, "C1", None))
    assert check_view(view) == []
    scan, papers, _ = [block["element"] for block in view["blocks"]]
    assert (scan["type"], scan["max_files"], scan["filetypes"]) == ("file_input", 1, ["pdf", "jpg"])
    assert (papers["type"], papers["max_files"]) == ("file_input", 5)
    assert forms.documents(view) == ("document",)  # the others are left where they are until they are copied


@pytest.mark.parametrize(
    "view", [{}, {"blocks": None}, {"blocks": [None, 7, {}, {"element": []}, {"element": {"type": "file_input"}}]}]
)
def test_a_view_that_asks_for_no_document_has_none(view):
    assert forms.documents(view) == ()


def test_a_file_comes_back_with_its_id_its_name_and_its_size():
    found = forms.read(
        state(document={"type": "file_input", "files": [file()]}, none={"type": "file_input", "files": []})
    )
    assert found == {"document": (GivenFile("F0000001", "plan.pdf", 1200),), "none": ()}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a\r\nb\x00.pdf", "a b.pdf"),
        (" \u200b ", "A file"),
        (None, "A file"),
        (7, "A file"),
        ("x" * 300 + ".pdf", "x" * 225 + "…" + "x" * 25 + ".pdf"),
    ],
)
def test_what_a_file_is_called_is_one_line_that_fits(name, expected):
    (given,) = forms.read(state(document={"type": "file_input", "files": [file(name=name)]}))["document"]
    assert given.name == expected
    assert len(given.name) <= 255


@given(
    st.lists(
        st.none()
        | st.integers()
        | st.text()
        | st.dictionaries(st.sampled_from(["id", "name", "size"]), st.none() | st.integers() | st.text())
    )
)
def test_whatever_stands_for_a_file_is_read_as_one(files):
    found = forms.read(state(document={"type": "file_input", "files": files}))["document"]
    assert all(isinstance(one.id, str) and one.name and isinstance(one.size, int) for one in found)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_a_modal_that_remembers_something_else_remembers_nothing(anything):
    assert isinstance(Context.read(anything), Context)
    assert isinstance(Context.read(str(anything)), Context)
