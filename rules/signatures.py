"""What is signed and how, when it takes effect, and what stops it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rules.electorates import gone
from rules.errors import Refusal
from rules.matters import Allowed
from rules.phrases import listed
from rules.signers import Signature, completed_on, counting, held_up, rule_for
from rules.terms import DecisionRule, Effect, SignatureForm, Terms
from rules.who import by_places


class DocumentKind(StrEnum):
    """What a document that is signed does."""

    AGREEMENT = "agreement"
    VARIATION = "variation"
    EXTENSION = "extension"
    TERMINATION = "termination"
    ACCESSION = "accession"
    DATA_SHARING = "data-sharing"
    OTHER = "other"


class Route(StrEnum):
    """How a counterpart came: signed in the chat, as a scan, recorded on behalf, or reported as signed elsewhere."""

    CHAT = "chat"
    SCAN = "scan"
    BEHALF = "behalf"
    REPORTED = "reported"


class RequestState(StrEnum):
    """Where a request for signatures stands. It is complete once what was signed takes effect, on whatever day."""

    DRAFT = "draft"
    OPEN = "open"
    COMPLETE = "complete"
    WITHDRAWN = "withdrawn"

    @property
    def final(self) -> bool:
        """Return whether nobody is asked to sign any more."""
        return self in (RequestState.COMPLETE, RequestState.WITHDRAWN)


WORDS: Mapping[RequestState, str] = {
    RequestState.DRAFT: "a draft",
    RequestState.OPEN: "open for signatures",
    RequestState.COMPLETE: "signed by all",
    RequestState.WITHDRAWN: "withdrawn",
}

MOVES: Mapping[RequestState, frozenset[RequestState]] = {
    RequestState.DRAFT: frozenset({RequestState.OPEN, RequestState.WITHDRAWN}),
    RequestState.OPEN: frozenset({RequestState.COMPLETE, RequestState.WITHDRAWN}),
    RequestState.COMPLETE: frozenset(),
    RequestState.WITHDRAWN: frozenset(),
}


class Stand(StrEnum):
    """How one partner stands with the version that counts."""

    ASKED = "asked"
    SEEN = "seen"
    CANNOT_YET = "cannot-yet"
    HANDED_IN = "handed-in"
    INCOMPLETE = "incomplete"
    PARTLY = "partly"
    DECLINED = "declined"
    SIGNED = "signed"


OWING = (Stand.ASKED, Stand.SEEN, Stand.INCOMPLETE, Stand.PARTLY)
"""How those stand who are chased: they have neither signed, nor declined, nor said that they can't yet."""


def stand(
    *,
    signed: bool,
    declined: bool,
    cannot_until: date | None,
    seen: bool,
    on: date,
    incomplete: bool = False,
    waits: bool = False,
    partly: bool = False,
) -> Stand:
    """Return how a partner stands on a day. Who could not yet sign is asked again from the day that was named.

    `incomplete` says that a counterpart of its is there, and lacks something that the agreement asks for; `waits` that
    one is there that the secretary has still to look at; `partly` that some of its people have signed, and not all that
    are needed.
    """
    if signed:
        return Stand.SIGNED
    if declined:
        return Stand.DECLINED
    if cannot_until is not None and on < cannot_until:
        return Stand.CANNOT_YET
    if waits:
        return Stand.HANDED_IN
    if incomplete:
        return Stand.INCOMPLETE
    if partly:
        return Stand.PARTLY
    return Stand.SEEN if seen else Stand.ASKED


class Owed(StrEnum):
    """What is owed to a request for signatures."""

    SIGNATURE = "signature"
    LOOK = "look"


class SignatureAct(StrEnum):
    """What a person can do to a request for signatures, besides answering it for a partner."""

    OPEN = "open"
    VERSION = "version"
    EXTEND = "extend"
    WITHDRAW = "withdraw"
    RECORD = "record"
    LOOK = "look"
    TOLD = "told"


def who_may(act: SignatureAct, *, requested_for: str | None) -> Allowed:
    """Return who may do this act: the leads and deputies of the partner that asks, and the secretary."""
    if act in (SignatureAct.RECORD, SignatureAct.LOOK, SignatureAct.TOLD):
        return Allowed(frozenset(), secretary=True)
    return Allowed(frozenset({requested_for} if requested_for else ()), secretary=True)


def check_move(state: RequestState, to: RequestState) -> None:
    """Return when a request may move to this state; raise Refusal otherwise."""
    if to not in MOVES[state]:
        raise Refusal(f"This is {WORDS[state]}, so nothing more can be done to it.")


def change_rule(terms: Terms, kind: DocumentKind) -> DecisionRule | None:
    """Return the rule by which a document of this kind is decided; None where the agreement names none."""
    found = next((change.rule for change in terms.changes if change.how == kind.value), None)
    return terms.decision_rules[found] if found is not None else None


def needs_decision(terms: Terms, kind: DocumentKind) -> bool:
    """Return whether a document of this kind has to be decided before it is signed.

    Where it takes the agreement of every partner, each gives it by signing (One Halton 14.2, Mid and South Essex 10.1).
    """
    rule = change_rule(terms, kind)
    if rule is None:
        return False
    of_every_one = rule.threshold in ("all", "nobody against") and rule.base in (None, "all")
    return not of_every_one or by_places(terms, rule)


def in_chat(terms: Terms) -> bool:
    """Return whether a signature given in the chat is accepted: the document says so, or the partners, on record.

    Mid and South Essex 15.2 takes other digital formats only where they are agreed.
    """
    accepted = terms.signatures.forms
    if SignatureForm.AGREED_DIGITAL in accepted:
        accepted += terms.signatures.agreed_formats
    return SignatureForm.IN_CHAT in accepted


FIELDS: Mapping[str, str] = {
    "signature": "the signature",
    "name": "the name in print",
    "position": "the position",
    "organisation": "the organisation",
    "date": "the date",
}
"""What an agreement can ask for under a document, in words (Mid and South Essex 15.1)."""


def lacking(terms: Terms, given: Mapping[str, object]) -> tuple[str, ...]:
    """Return what a counterpart lacks of what the agreement asks for, in its order; `given` has what stands on it.

    A copy without a signature is no counterpart, so that is never lacking.
    """
    return tuple(name for name in terms.signatures.fields if name != "signature" and not given.get(name))


def lacks_words(lacks: Iterable[str]) -> str:
    """Return what a counterpart lacks in words: "the position and the date"."""
    return listed([FIELDS[name] for name in lacks])


@dataclass(frozen=True)
class Counterpart:
    """A copy of one version of a document that a partner has signed, and the day on which it did.

    `lacks` has what the agreement asks for and does not stand on it. Until that is completed it does not count; nor
    does one that `waits` for the secretary to look at it. `signers` has who signed it, each with their capacity, where
    the agreement says how many sign; `number` counts a partner's copies.
    """

    partner: str
    signed_on: date
    version: int = 1
    lacks: tuple[str, ...] = ()
    waits: bool = False
    signers: tuple[tuple[str, str], ...] = ()
    number: int = 0

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """Return the signatures on it, one a person."""
        return tuple(Signature(person, capacity, self.signed_on, self.number) for person, capacity in self.signers)


@dataclass(frozen=True)
class Document:
    """What is signed: its kind, the version that counts, who has to sign it, and the day it states it begins on.

    `by` None: those the agreement asks for. `begins` None: it states no day of its own.
    """

    kind: DocumentKind = DocumentKind.AGREEMENT
    version: int = 1
    by: tuple[str, ...] | None = None
    begins: date | None = None


THE_AGREEMENT = Document()


@dataclass(frozen=True)
class Signing:
    """How the signing of a document stands.

    `first` has the day of the first counterpart of each partner that has signed, in the agreement's order; `missing`
    those that have not; `incomplete` those of them whose counterpart lacks something, with what; `waiting` those whose
    counterpart the secretary has still to look at; `partly` those for whom some of their people have signed and not all
    that are needed, with who did; `without_row` those
    for whom the document prints no row to sign in. `stated_on` is the day the document states it begins on, None where
    it states none, and `undated` whether it has to. `effective_on` is the day on which it takes effect; None: it does
    not, as things stand.
    """

    first: Mapping[str, date]
    missing: tuple[str, ...]
    without_row: tuple[str, ...]
    stated_on: date | None
    undated: bool
    effective_on: date | None
    incomplete: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    waiting: tuple[str, ...] = ()
    partly: Mapping[str, tuple[Signature, ...]] = field(default_factory=dict)

    @property
    def needed(self) -> int:
        """Return how many partners have to sign."""
        return len(self.first) + len(self.missing)


LAST_SIGNATURE = Effect(rule="last-signature")


def effect_of(terms: Terms, kind: DocumentKind) -> Effect:
    """Return by which rule a document takes effect: the agreement by its own, a change by what is said of such a one.

    Where nothing is said of it, and for any other document, it is the last signature.
    """
    if kind is DocumentKind.AGREEMENT:
        return terms.signatures.effect
    return next(
        (change.effect for change in terms.changes if change.how == kind.value and change.effect), LAST_SIGNATURE
    )


def signatories(terms: Terms, on: date) -> tuple[str, ...]:
    """Return the partners that have to sign on a day: those the agreement names, or all that are party to it."""
    named = terms.signatures.by or tuple(partner.key for partner in terms.partners)
    return tuple(p.key for p in terms.partners if p.key in named and gone(terms, p, on) is None)


def _wanted(terms: Terms, document: Document, on: date) -> tuple[str, ...]:
    """Return who has to sign a document: a partner that has left or was succeeded meanwhile has not."""
    if document.by is None:
        return signatories(terms, on)
    left = {partner.key for partner in terms.partners if gone(terms, partner, on) is not None}
    return tuple(partner for partner in document.by if partner not in left)


def signing(
    terms: Terms, counterparts: Iterable[Counterpart], *, on: date, document: Document = THE_AGREEMENT
) -> Signing:
    """Return how the signing of one version of a document stands on a day, and when it takes effect.

    A second counterpart changes nothing: a partner counts from its first that is complete. What was signed of another
    version, or by somebody who does not have to sign, does not count.
    - the last signature, or the latest of the first counterparts (Mid and South Essex 15.3): that day;
    - the date signed (One Halton 14.1): the same, unless the partners have decided on which day it begins;
    - a stated date (Sefton 12.1): that day, and none while it is blank.
    Nothing takes effect before the latest first counterpart, nor before the day the document itself states; unless that
    day holds `once` all have signed, however late they do. Where the agreement does not ask that all have signed
    (`and_all_signed`), it takes effect between those that have.
    """
    rule = effect_of(terms, document.kind)
    given = [one for one in counterparts if one.version == document.version and one.signed_on <= on]
    first = firsts(terms, given)
    lack: dict[str, tuple[str, ...]] = {}
    for one in sorted(given, key=lambda one: (len(one.lacks), one.signed_on)):
        if one.lacks and not one.waits:
            lack.setdefault(one.partner, one.lacks)
    wanted = _wanted(terms, document, on)
    signed = {partner: first[partner] for partner in wanted if partner in first}
    missing = tuple(partner for partner in wanted if partner not in first)
    of_the_term = document.kind is DocumentKind.AGREEMENT and rule.rule in ("stated-date", "date-signed")
    begins = terms.term.begins if of_the_term else None
    stated = document.begins or begins
    undated = rule.rule == "stated-date" and stated is None
    complete = bool(signed) and not (missing and rule.and_all_signed) and not undated
    days = [stated] if stated and rule.once else [*signed.values(), *((stated,) if stated else ())]
    return Signing(
        first=signed,
        missing=missing,
        without_row=tuple(partner for partner in missing if partner in terms.signatures.no_printed_row),
        stated_on=stated,
        undated=undated,
        effective_on=max(days) if complete else None,
        incomplete={partner: lack[partner] for partner in missing if partner in lack},
        waiting=tuple(partner for partner in missing if _waits(terms, partner, given)),
        partly={partner: some for partner in missing if (some := signed_for(terms, partner, given))},
    )


def signed_for(
    terms: Terms, partner: str, counterparts: Iterable[Counterpart], *, waiting: bool = False
) -> tuple[Signature, ...]:
    """Return the signatures that count for a partner, in their order, where the agreement says how many sign.

    Nothing where one person signs. `waiting`: instead those on copies that the secretary has still to look at.
    """
    mine = [
        one for one in counterparts if one.partner == partner and one.waits is waiting and (waiting or not one.lacks)
    ]
    rule = rule_for(terms, partner)
    if rule is None:
        return ()
    found = [signature for one in mine for signature in one.signatures]
    return tuple(found) if waiting else counting(rule, found)


def firsts(terms: Terms, counterparts: Iterable[Counterpart]) -> dict[str, date]:
    """Return the day from which each partner counts that has signed a version: that of its first complete counterpart.

    Where the agreement says how many people sign, it is the day on which the last of them did.
    """
    given = list(counterparts)
    first: dict[str, date] = {}
    for one in sorted(given, key=lambda one: one.signed_on):
        rule = rule_for(terms, one.partner)
        if rule is None and not one.waits and not one.lacks:
            first.setdefault(one.partner, one.signed_on)
        elif rule is not None and one.partner not in first:
            day = completed_on(rule, signed_for(terms, one.partner, given))
            first |= {one.partner: day} if day is not None else {}
    return first


def _waits(terms: Terms, partner: str, given: Iterable[Counterpart]) -> bool:
    """Return whether nobody is asked for a partner before the secretary has looked at a copy of it."""
    rule = rule_for(terms, partner)
    if rule is None:
        return any(one.partner == partner and one.waits for one in given)
    pending = signed_for(terms, partner, given, waiting=True)
    return bool(pending) and held_up(rule, signed_for(terms, partner, given), pending)
