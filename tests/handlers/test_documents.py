"""A field that takes a document: one of its types, looked at and kept, or a sentence that says why not."""

from __future__ import annotations

import pytest

from handlers.forms import Field, Form, FormRefused, GivenFile, Kind, NotTaken, check
from storage.files import Kept

PDF = Kept("a" * 64, "plan.pdf", "pdf", 3, 1200, signed=False)
JPEG = Kept("b" * 64, "page.jpg", "jpeg", 1, 900, signed=False)


def form(*types, required=True):
    return Form(
        "signature_scan", "Scan", "Hand it in", (Field("document", "The scan", Kind.DOCUMENT, required, types=types),)
    )


def refused(asked, value):
    with pytest.raises(FormRefused) as why:
        check(asked, {"document": value})
    return why.value.faults["document"]


def test_a_document_of_one_of_the_types_is_handed_back_as_it_was_kept():
    for kept in (PDF, JPEG):
        assert check(form("pdf", "jpeg"), {"document": kept}).document("document") == kept


def test_one_of_another_type_is_refused_by_its_name_with_what_is_taken():
    assert refused(form("pdf"), JPEG) == "page.jpg is a JPEG. Please give a PDF."
    assert refused(form("jpeg", "tiff"), PDF) == "plan.pdf is a PDF. Please give a JPEG or a TIFF."


def test_one_that_could_not_be_taken_is_refused_in_its_own_words():
    assert (
        refused(form("pdf"), NotTaken("plan.pdf is protected by a password.")) == "plan.pdf is protected by a password."
    )


@pytest.mark.parametrize("value", ["plan.pdf", (GivenFile("F1", "plan.pdf", 1200),), [PDF], 7, {"sha256": "a"}])
def test_what_no_door_has_looked_at_is_refused(value):
    assert refused(form("pdf"), value) == "This document did not arrive. Please choose it again."


@pytest.mark.parametrize("value", [None, (), []])
def test_left_empty_it_is_asked_for_only_where_it_is_needed(value):
    assert refused(form("pdf"), value) == "Please fill in “The scan”."
    assert check(form("pdf", required=False), {"document": value}).document("document") is None
