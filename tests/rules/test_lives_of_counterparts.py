"""The life of a counterpart, as a table: handed in, looked at, accepted, rejected, void."""

from __future__ import annotations

import pytest

from rules.counterparts import CounterpartAct, CounterpartState, after, begins, check_signed_copy, open_to
from rules.errors import Refusal
from rules.signatures import Route
from storage.packs import read_pack

MSE = read_pack("mid-south-essex-2020")
LOOKED_AT = MSE.model_copy(update={"signatures": MSE.signatures.model_copy(update={"looked_at": True})})

# Where it stands: what look, accept, reject and void make of it; "-" where that cannot happen.
LIFE = {
    "handed-in": ("looked-at", "accepted", "rejected", "void"),
    "looked-at": ("looked-at", "accepted", "rejected", "void"),
    "accepted": ("-", "-", "rejected", "void"),
    "rejected": ("-", "-", "-", "-"),
    "void": ("-", "-", "-", "-"),
}
CELLS = [
    (state, act, to)
    for state, row in LIFE.items()
    for act, to in zip(("look", "accept", "reject", "void"), row, strict=True)
]


@pytest.mark.parametrize(("state", "act", "to"), CELLS)
def test_each_act_at_each_place_of_a_counterpart_s_life(state, act, to):
    here, done = CounterpartState(state), CounterpartAct(act)
    assert (done in open_to(here)) is (to != "-")
    if to == "-":
        with pytest.raises(Refusal):
            after(here, done)
    else:
        assert after(here, done) is CounterpartState(to)


@pytest.mark.parametrize(
    ("state", "act", "said"),
    [
        ("accepted", "look", "This copy is accepted, so it can't be looked at any more."),
        ("rejected", "accept", "This copy is rejected, so it can't be accepted any more."),
        (
            "void",
            "reject",
            "This copy is void, since there is another version of the document, so it can't be rejected any more.",
        ),
    ],
)
def test_what_cannot_happen_is_refused_in_a_sentence(state, act, said):
    with pytest.raises(Refusal) as refused:
        after(CounterpartState(state), CounterpartAct(act))
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("terms", "route", "of_this_version", "state"),
    [
        # Where the agreement does not say that copies are looked at, each counts as it comes.
        (MSE, "chat", True, "accepted"),
        (MSE, "scan", True, "accepted"),
        (MSE, "behalf", True, "accepted"),
        (MSE, "reported", True, "accepted"),
        # Where it does, a scan waits. In the chat there is no copy; what the secretary records was seen by then.
        (LOOKED_AT, "chat", True, "accepted"),
        (LOOKED_AT, "scan", True, "handed-in"),
        (LOOKED_AT, "behalf", True, "accepted"),
        (LOOKED_AT, "reported", True, "accepted"),
        # Of another version than the one that is to be signed it is kept, and never counts.
        (MSE, "behalf", False, "void"),
        (LOOKED_AT, "scan", False, "void"),
    ],
)
def test_where_a_counterpart_stands_when_it_comes(terms, route, of_this_version, state):
    assert begins(terms, Route(route), of_this_version=of_this_version) is CounterpartState(state)


A, B, C = ("a" * 64, "b" * 64, "c" * 64)
ITSELF = (
    "scan.pdf is the document itself, version {}, byte for byte (the same SHA-256), and not a signed copy of it. Please "
    "give the copy with the signature."
)
BEFORE = "scan.pdf was rejected before, and is the same file byte for byte. Please give another copy."


@pytest.mark.parametrize(("sha256", "said"), [(A, ITSELF.format(1)), (B, ITSELF.format(2)), (C, BEFORE)])
def test_what_certainly_is_no_signed_copy_is_refused_by_its_hash(sha256, said):
    with pytest.raises(Refusal) as refused:
        check_signed_copy("scan.pdf", sha256, unsigned={A: 1, B: 2}, rejected=[C])
    assert str(refused.value) == said


def test_the_document_saved_anew_is_another_file_and_nothing_is_guessed_of_it():
    assert check_signed_copy("scan.pdf", "d" * 64, unsigned={A: 1, B: 2}, rejected=[C]) is None
