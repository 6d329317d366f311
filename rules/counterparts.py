"""The life of a counterpart: handed in, looked at, accepted, rejected with a reason, void. Pure; one table."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from rules.errors import Refusal
from rules.signatures import Route
from rules.terms import Terms


class CounterpartState(StrEnum):
    """Where a counterpart stands. Only an accepted one counts. Void: another version of the document took its place."""

    HANDED_IN = "handed-in"
    LOOKED_AT = "looked-at"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    VOID = "void"

    @property
    def waits(self) -> bool:
        """Return whether the secretary has yet to say if it counts."""
        return self in (CounterpartState.HANDED_IN, CounterpartState.LOOKED_AT)


class CounterpartAct(StrEnum):
    """What can happen to a counterpart once it is there."""

    LOOK = "look"
    ACCEPT = "accept"
    REJECT = "reject"
    VOID = "void"


_S, _A = CounterpartState, CounterpartAct

LIFE: Mapping[tuple[CounterpartState, CounterpartAct], CounterpartState] = {
    (_S.HANDED_IN, _A.LOOK): _S.LOOKED_AT,
    (_S.HANDED_IN, _A.ACCEPT): _S.ACCEPTED,
    (_S.HANDED_IN, _A.REJECT): _S.REJECTED,
    (_S.HANDED_IN, _A.VOID): _S.VOID,
    (_S.LOOKED_AT, _A.LOOK): _S.LOOKED_AT,
    (_S.LOOKED_AT, _A.ACCEPT): _S.ACCEPTED,
    (_S.LOOKED_AT, _A.REJECT): _S.REJECTED,
    (_S.LOOKED_AT, _A.VOID): _S.VOID,
    (_S.ACCEPTED, _A.REJECT): _S.REJECTED,
    (_S.ACCEPTED, _A.VOID): _S.VOID,
}
"""What each act makes of a counterpart. What is not here cannot happen: a rejected one stays so, as does a void one."""

WORDS: Mapping[CounterpartState, str] = {
    _S.HANDED_IN: "handed in",
    _S.LOOKED_AT: "being looked at",
    _S.ACCEPTED: "accepted",
    _S.REJECTED: "rejected",
    _S.VOID: "void, since there is another version of the document",
}


def begins(terms: Terms, route: Route, *, of_this_version: bool) -> CounterpartState:
    """Return where a counterpart stands when it comes.

    Where the agreement says that copies are looked at, a scan waits for the secretary. What was signed in the chat is
    no copy, and what the secretary records was seen by then.
    """
    if not of_this_version:
        return _S.VOID
    return _S.HANDED_IN if terms.signatures.looked_at and route is Route.SCAN else _S.ACCEPTED


def open_to(state: CounterpartState) -> frozenset[CounterpartAct]:
    """Return what can happen to a counterpart that stands so."""
    return frozenset(act for known, act in LIFE if known is state)


def after(state: CounterpartState, act: CounterpartAct) -> CounterpartState:
    """Return where a counterpart stands after an act. Raises Refusal, saying where it stands, where it cannot be."""
    if (state, act) not in LIFE:
        raise Refusal(f"This copy is {WORDS[state]}, so it can't be {DONE[act]} any more.")
    return LIFE[state, act]


DONE: Mapping[CounterpartAct, str] = {
    _A.LOOK: "looked at",
    _A.ACCEPT: "accepted",
    _A.REJECT: "rejected",
    _A.VOID: "made void",
}


def check_signed_copy(name: str, sha256: str, *, unsigned: Mapping[str, int], rejected: Collection[str]) -> None:
    """Return where a file could be a signed copy; raise Refusal, a sentence about `name`, where it certainly is not.

    `unsigned` has the versions of the document by their SHA-256, `rejected` the hashes of those that were rejected. The
    document saved anew is another file: whether it bears a signature can be seen, and not told from a hash.
    """
    if sha256 in unsigned:
        raise Refusal(
            f"{name} is the document itself, version {unsigned[sha256]}, byte for byte (the same SHA-256), and not a "
            "signed copy of it. Please give the copy with the signature."
        )
    if sha256 in rejected:
        raise Refusal(f"{name} was rejected before, and is the same file byte for byte. Please give another copy.")
