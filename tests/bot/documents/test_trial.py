"""What is taken can be finished: whatever stands oddly in a document, its executed copy is made, or it is refused before."""

from __future__ import annotations

import io

import pikepdf
import pytest

from bot.documents.faults import FaultError
from bot.documents.joining import Part, join, page_count
from bot.documents.seal import own_seal, seal, verify
from bot.documents.trial import try_out
from bot.now import read_clock
from tests.bot.documents.copy_facts import written_pdf
from tests.bot.documents.kit import looked, pdf
from tests.bot.documents.odd import ODD


@pytest.fixture(scope="module")
def mine(tmp_path_factory):
    return own_seal(tmp_path_factory.mktemp("seal"), read_clock())


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_is_taken_and_what_it_begins_can_be_sealed(tmp_path, mine, name):
    assert looked(tmp_path, ODD[name]) == "taken"
    made = join([Part("plan", ODD[name]), Part("page", written_pdf("Signed"))], [], title="All", reference="R1")
    assert verify(seal(made, mine, reason="Executed copy"), mine.certificate)


def test_the_executed_copy_of_all_that_is_odd_is_made(mine):
    made = join([Part(name, content) for name, content in ODD.items()], [], title="All", reference="SEF-S1")
    sealed = seal(made, mine, reason="Executed copy")
    assert verify(sealed, mine.certificate)
    assert page_count(sealed) == len(ODD)


def test_a_link_beside_a_deleted_comment_stays():
    made = join([Part("plan", ODD["an annotation that was deleted"])], [], title="All", reference="R1")
    with pikepdf.open(io.BytesIO(made)) as whole:
        assert [str(note.A.URI) for note in whole.pages[0].Annots] == ["https://example.org"]


def test_the_trial_says_what_the_copy_would_have_met():
    with pytest.raises(FaultError, match="not-joined"):
        try_out(b"no PDF", "pdf", 1)
    with pytest.raises(FaultError, match="not-joined"):
        try_out(pdf(), "pdf", 2)
