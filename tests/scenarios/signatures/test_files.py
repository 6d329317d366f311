"""Documents that are given to forms: taken or refused in words, late, lost, changed; and nothing typed is lost."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.demo import Stage
from bot.documents.check import LARGEST_BYTES
from storage.files import StoredFile, place
from tests.bot.documents.kit import NO_JPEG, REFUSED
from tests.bot.documents.odd import ODD
from tests.patience import LONG
from tests.pdfs import jpeg, pdf
from tests.scenarios.reading_kit import body_of, lines
from tests.scenarios.signatures.kit import (
    AGREEMENT,
    asked,
    board,
    counterparts,
    decide_how_and_from_when,
    gives,
    requests,
    row,
    shows,
    signs,
)

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # what fails is the file


@pytest.fixture
def sefton(make_world):
    return make_world("2022-09-01 09:30", begin=decide_how_and_from_when)


def fills(world, **more):
    world.sam.types("/request-signatures Collaboration agreement")
    fields = {"target_on": "2022-09-30", "words": "Please read clause 10."} | more
    world.sam.submits(fields, unchecked=True)
    return world.sam.modal_errors.get("document")


def kept(world):
    with world.session() as session:
        return {file.sha256: file for file in session.scalars(select(StoredFile))}


def in_folder(stage: Stage):
    return {path.name for path in stage.files.rglob("*") if path.is_file()} if stage.files.exists() else set()


# --- Refused ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["script on opening", "200 MB in 200 KB", "a password", "a form", "nothing"])
def test_a_document_that_cannot_be_taken_is_refused_in_a_sentence_and_the_form_stays(sefton, name):
    content, sentence = REFUSED[name]
    said = fills(sefton, document=gives(sefton, "sam", content, "plan.pdf"))
    assert said == f"plan.pdf {sentence}"
    assert sefton.sam.modal is not None
    assert kept(sefton) == {}
    assert in_folder(sefton.stage) == set()
    sefton.sam.submits({"document": gives(sefton, "sam")})
    assert sefton.sam.modal is None
    assert sefton.facts("signatures-drafted")["title"] == "Collaboration agreement"
    assert row(sefton).words == "Please read clause 10."


def test_a_picture_is_no_document_to_sign_but_a_scan_of_one(sefton):
    assert fills(sefton, document=gives(sefton, "sam", jpeg(), "page.jpg")) == (
        "page.jpg is a JPEG. Please give a PDF."
    )
    sefton.sam.submits({"document": gives(sefton, "sam")})
    sefton.sam.presses("Ask for the signatures")
    sefton.pia.presses("Hand in a signed copy", asked(sefton, "pia"))
    scan = {"version": "1", "signed_on": "2022-09-01", "name": "Pia", "position": "Chair"}
    not_one = gives(sefton, "pia", REFUSED["a JPEG that is not one"][0], "page.jpg")
    sefton.pia.submits({"document": not_one, **scan}, unchecked=True)
    assert sefton.pia.modal_errors["document"] == f"page.jpg {NO_JPEG}"
    sefton.pia.submits({"document": gives(sefton, "pia", jpeg(), "page.jpg"), **scan})
    assert counterparts(sefton)[0].file_sha256 == hashlib.sha256(jpeg()).hexdigest()


def test_three_hundred_megabytes_are_refused_before_they_are_fetched(sefton):
    class Huge(bytes):
        def __len__(self):
            return 300_000_000

    file = sefton.workspace.add_file("U0SAM", "huge.pdf", Huge(AGREEMENT), "application/pdf")
    assert fills(sefton, document=file.id) == "huge.pdf is larger than 50 MB. Please send a smaller one."
    assert in_folder(sefton.stage) == set()


def test_a_file_that_is_larger_than_it_says_is_cut_off(sefton):
    class Modest(bytes):
        def __len__(self):
            return 1000

    file = sefton.workspace.add_file(
        "U0SAM", "plan.pdf", Modest(b"%PDF-1.7\n" + b" " * LARGEST_BYTES), "application/pdf"
    )
    said = fills(sefton, document=file.id)
    assert said is not None
    assert "plan.pdf" in said
    assert in_folder(sefton.stage) == set()


def test_a_document_whose_comment_was_deleted_is_signed_and_its_executed_copy_is_made(sefton):
    """The place in the list of comments stays, and leads to nothing."""
    document = gives(sefton, "sam", ODD["an annotation that was deleted"])
    requests(sefton, kind="other", partners=["luhft"], document=document)
    signs(sefton, "pia")
    assert row(sefton).executed_sha256 is not None
    assert sefton.sent("signature_no_copy") == []


# --- Late, or not there -------------------------------------------------------------------------------------------


def test_what_is_still_on_its_way_is_there_when_the_form_is_sent_once_more(make_world):
    sefton = make_world("2022-09-01 09:30", patience=replace(LONG, document=0.2), begin=decide_how_and_from_when)
    gate = sefton.faults.next(method="files.info", hold="before")
    said = fills(sefton, document=gives(sefton, "sam"))
    assert said == (
        "agreement.pdf is still on its way from Slack. Please send the form once more in a few seconds; "
        "nothing you typed is lost."
    )
    gate.release()
    sefton.workspace.wait_for(lambda: sefton.sam.submits() and sefton.sam.modal is None)
    assert len(kept(sefton)) == 1


JUST_NOW = "Slack does not give us agreement.pdf just now. Please send the form once more."
NOT_OURS = "Slack does not let us read agreement.pdf. Please choose it again."


@pytest.mark.parametrize(
    ("fault", "said"),
    [({"error": "file_not_found"}, NOT_OURS), ({"status": 500}, JUST_NOW), ({"wrong": "html"}, JUST_NOW)],
)
def test_what_slack_does_not_give_is_asked_for_again(sefton, fault, said):
    sefton.forgiven = True
    sefton.faults.next(method="files.info", **fault)
    assert fills(sefton, document=gives(sefton, "sam")) == said
    sefton.sam.submits()
    assert sefton.sam.modal is None, sefton.sam.modal_errors


def test_a_file_is_kept_before_a_row_names_it_and_one_that_none_names_does_no_harm(sefton):
    """The form is refused after its file was kept, as if the program had died between the two."""
    assert fills(sefton, document=gives(sefton, "sam"), target_on="2022-08-01") is None
    assert sefton.sam.modal_errors == {"target_on": "Please choose a day after Thu 1 Sep 2022, within two years."}
    name = hashlib.sha256(AGREEMENT).hexdigest()
    assert in_folder(sefton.stage) == {name}
    assert kept(sefton) == {}
    requests(sefton, "ada")
    assert in_folder(sefton.stage) == {name}
    assert set(kept(sefton)) == {name}


# --- Changed in the folder ----------------------------------------------------------------------------------------


def test_a_document_that_was_changed_in_the_folder_is_not_sent_and_no_copy_is_made_of_it(sefton):
    sefton.forgiven = True
    requests(sefton, kind="other", partners=["luhft", "mersey-care"])
    signs(sefton, "pia")
    file = place(sefton.stage.files, row(sefton).document.file_sha256)
    file.chmod(0o600)
    file.write_bytes(AGREEMENT + b"\n% changed")
    signs(sefton, "ada")
    assert lines(board(sefton), "All 2") == ["All 2 partners have signed. In effect since Thu 1 Sep 2022."]
    assert row(sefton).executed_sha256 is None
    assert lines(body_of(sefton.sam.dm("can't be made yet"))) == [
        "SEF-S1: Collaboration agreement 2022",
        "The executed copy can't be made yet. agreement.pdf was changed after it was checked: its SHA-256 is another. Nothing was issued.",
        "What was signed counts all the same. I try again every quarter of an hour; if it goes on, please tell whoever runs Accord.",
        "[Show details]",
    ]
    sefton.at("2022-09-01 10:40")
    assert len([m for m in sefton.sam.inbox() if "can't be made yet" in m]) == 1  # it is said once
    file.write_bytes(AGREEMENT)
    sefton.at("2022-09-01 11:00")
    assert row(sefton).executed_sha256 is not None
    assert lines(shows(sefton), "Executed copy") == [f"Executed copy: SHA-256 {row(sefton).executed_sha256}"]


def test_the_same_bytes_twice_are_one_file(sefton):
    requests(sefton, open_=False)
    requests(sefton, "ada", open_=False, document=gives(sefton, "ada", file="the same.pdf"))
    requests(sefton, "ada", open_=False, document=gives(sefton, "ada", pdf("Another")))
    assert len(kept(sefton)) == 2
    assert in_folder(sefton.stage) == set(kept(sefton))
