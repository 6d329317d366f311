"""A form with a field of every kind, whatever people wrote in what it shows, drawn by two doors of the tests' own."""

from datetime import date

import pytest

from handlers.forms import Choice, Field, Form, Kind
from rules.sentences import word
from tests.doors import page, plain
from tests.doors.checks import is_whole_form
from tests.hostile import MARKUP, SEALS

WRITTEN = {name: "".join(sign for sign in text if sign not in SEALS) for name, text in MARKUP.items()}
INITIAL = {Kind.CHOICE: "two", Kind.CHOICES: ("one", "two"), Kind.DATE: date(2022, 12, 16), Kind.TICK: True}


def form_with(text):
    choices = (Choice("one", text), Choice("two", f"not {text}"))
    fields = [
        Field(
            kind.value,
            f"{kind.value}: {text}",
            kind,
            hint=f"{text} See {word('issue', 'SEF-7')}.",
            choices=choices if kind in (Kind.CHOICE, Kind.CHOICES) else (),
            types=("pdf", "png") if kind is Kind.DOCUMENT else (),
            initial=INITIAL.get(kind, None if kind in (Kind.FILES, Kind.DOCUMENT) else text),
        )
        for kind in Kind
    ]
    return Form("raise_issue", text, "Raise it", tuple(fields), intro=f"{word('issues')} lists them.\n\n{text}")


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_a_form_is_drawn_whole(text):
    is_whole_form(form_with(text))


def test_each_kind_reads_as_what_it_is():
    lines = plain.form(form_with("Beds")).split("\n")
    assert lines[:4] == ["Beds", "", "“issues” lists them.", ""]
    assert lines[lines.index("choice: Beds (one of these)") :][:4] == [
        "choice: Beds (one of these)",
        "  - Beds",
        "  * not Beds",
        "  Beds See “issue SEF-7”.",
    ]
    drawn = page.form(form_with("Beds"))
    assert '<a href="https://accord.example/?ask=issue%20SEF-7">issue SEF-7</a>' in drawn
    assert '<input type="date" maxlength="150" value="2022-12-16" name="date" required>' in drawn
    assert '<input type="file" accept=".pdf,.png" name="document" required>' in drawn
