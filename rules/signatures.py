"""When what the partners have signed takes effect, and what stops it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rules.electorates import gone
from rules.terms import Terms


@dataclass(frozen=True)
class Counterpart:
    """A copy of one version of a document that a partner has signed, and the day on which it did."""

    partner: str
    signed_on: date
    version: int = 1


@dataclass(frozen=True)
class Signing:
    """How the signing of a document stands.

    `first` has the day of the first counterpart of each partner that has signed, in the agreement's order; `missing`
    those that have not; `without_row` those of them for whom the document prints no row to sign in. `stated_on` is the
    day the document states it begins on, None where it states none, and `undated` whether it has to. `effective_on` is
    the day on which it takes effect; None: it does not, as things stand.
    """

    first: Mapping[str, date]
    missing: tuple[str, ...]
    without_row: tuple[str, ...]
    stated_on: date | None
    undated: bool
    effective_on: date | None

    @property
    def needed(self) -> int:
        """Return how many partners have to sign."""
        return len(self.first) + len(self.missing)


def signatories(terms: Terms, on: date) -> tuple[str, ...]:
    """Return the partners that have to sign on a day: those the agreement names, or all that are party to it."""
    named = terms.signatures.by or tuple(partner.key for partner in terms.partners)
    return tuple(p.key for p in terms.partners if p.key in named and gone(terms, p, on) is None)


def signing(terms: Terms, counterparts: Iterable[Counterpart], *, on: date, version: int = 1) -> Signing:
    """Return how the signing of one version of a document stands on a day, and when it takes effect.

    A second counterpart changes nothing: a partner counts from its first. What was signed of another version, or by
    somebody who does not have to sign, does not count.
    - the last signature, or the latest of the first counterparts (Mid and South Essex 15.3): that day;
    - the date signed (One Halton 14.1): the same, unless the partners have decided on which day it begins;
    - a stated date (Sefton 12.1): that day, and none while it is blank.
    Nothing takes effect before the latest first counterpart. Where the agreement does not ask that all have signed
    (`and_all_signed`), it takes effect between those that have.
    """
    rule = terms.signatures.effect
    first: dict[str, date] = {}
    for one in sorted(counterparts, key=lambda one: one.signed_on):
        if one.version == version and one.signed_on <= on:
            first.setdefault(one.partner, one.signed_on)
    wanted = signatories(terms, on)
    signed = {partner: first[partner] for partner in wanted if partner in first}
    missing = tuple(partner for partner in wanted if partner not in first)
    stated = terms.term.begins if rule.rule in ("stated-date", "date-signed") else None
    undated = rule.rule == "stated-date" and stated is None
    complete = bool(signed) and not (missing and rule.and_all_signed) and not undated
    days = [*signed.values(), *((stated,) if stated else ())]
    return Signing(
        first=signed,
        missing=missing,
        without_row=tuple(partner for partner in missing if partner in terms.signatures.no_printed_row),
        stated_on=stated,
        undated=undated,
        effective_on=max(days) if complete else None,
    )
