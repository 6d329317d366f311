"""How many people sign for a partner, and in which order, where a pack says so. Pure.

What counts is worked out from what was signed, never from the order in which it was told: a signature counts from the
day on which it was given, in the capacity in which it was, and for one person once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rules.phrases import listed
from rules.terms import Signers, Terms

USUAL = ("signatory", "lead", "deputy")
"""In which capacities people sign for a partner where the pack names none, the likeliest first."""

CALLED: Mapping[str, tuple[str, str]] = {
    "signatory": ("signatory", "signatories"),
    "lead": ("lead", "leads"),
    "deputy": ("deputy", "deputies"),
    "member": ("member", "members"),
}
"""What those are called who hold a capacity: one, and several."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True)
class Signature:
    """One person's signature for a partner: who, in which capacity, and on which day; `copy` is the counterpart's."""

    person: str
    capacity: str
    signed_on: date
    copy: int = 0


@dataclass(frozen=True)
class Able:
    """Somebody who may sign for a partner today, and the capacities in which they may."""

    person: str
    capacities: frozenset[str]


@dataclass(frozen=True)
class Asked:
    """Who is asked to sign for a partner now, and who comes later, in the order in which they do."""

    now: tuple[str, ...] = ()
    later: tuple[str, ...] = ()


def rule_for(terms: Terms, partner: str) -> Signers | None:
    """Return the rule by which people sign for a partner; None where one person does.

    For a newcomer one does: the roster has nobody of it before it has joined, so nobody there is known to sign.
    """
    return terms.signatures.signers if any(known.key == partner for known in terms.partners) else None


def capacities(rule: Signers) -> tuple[str, ...]:
    """Return the capacities in which people sign, each once, in the order in which the pack names them."""
    return tuple(dict.fromkeys(rule.of)) or USUAL


def counting(rule: Signers, signatures: Iterable[Signature]) -> tuple[Signature, ...]:
    """Return the signatures that count, in the order in which they do; no more than are needed.

    A person counts once. In an order each comes in turn: one that was given before its turn does not count. On one day
    the order is that of the capacities, since a copy has a day and no hour.
    """
    waiting = sorted(signatures, key=lambda it: (it.signed_on, it.copy, it.person, it.capacity))
    if rule.in_order:
        return _in_turn(rule.of, waiting)
    first: dict[str, Signature] = {}
    for one in waiting:
        first.setdefault(one.person, one)
    return tuple(first.values())[: rule.at_least]


def _in_turn(places: Sequence[str], waiting: Sequence[Signature]) -> tuple[Signature, ...]:
    """Return as many signatures as there can be at these places, in turn and by different people; the earliest of them.

    Of people who have signed once the earliest is as good as any; who has signed twice may be needed at a later place.
    """
    best: tuple[Signature, ...] = ()
    often = {one for one, times in Counter(it.person for it in waiting).items() if times > 1}
    tried: set[str | None] = set()
    for one in waiting:
        kind = one.person if one.person in often else None
        if not places or one.capacity != places[0] or kind in tried:
            continue
        tried.add(kind)
        rest = [it for it in waiting if it.signed_on >= one.signed_on and it.person != one.person]
        found = (one, *_in_turn(places[1:], rest))
        if not best or (-len(found), found[-1].signed_on) < (-len(best), best[-1].signed_on):
            best = found
    return best


def completed_on(rule: Signers, signatures: Iterable[Signature]) -> date | None:
    """Return the day on which the last person that was needed signed; None while somebody is missing."""
    found = counting(rule, signatures)
    return found[-1].signed_on if len(found) == rule.at_least else None


def held_up(rule: Signers, signed: Sequence[Signature], pending: Iterable[Signature]) -> bool:
    """Return whether nobody can sign before the secretary has looked at the copies that are handed in.

    They would be the last that are missing, or in an order the next.
    """
    more = counting(rule, [*signed, *pending])
    return len(more) == rule.at_least > len(signed) or (rule.in_order and len(more) > len(signed))


def asked(
    rule: Signers,
    signed: Sequence[Signature],
    able: Sequence[Able],
    *,
    named: Sequence[str | None] = (),
    pending: Sequence[Signature] = (),
    refused: Collection[str] = (),
) -> Asked:
    """Return who is asked now, and who later: those that are `named` first, then the next who may.

    `able` has those who may sign and can be asked, the likeliest first; `pending` what the secretary has still to look
    at, and `refused` those who have said that they do not sign. Whoever has signed is asked no more. In an order
    only the one whose turn it is; else as many as are still needed.
    """
    out = {one.person for one in (*signed, *pending)} | set(refused)
    free = [one for one in able if one.person not in out]
    there = len(counting(rule, [*signed, *pending]))
    if not rule.in_order:
        first = sorted((one.person for one in free), key=lambda person: person not in named)
        return Asked(tuple(first[: rule.at_least - there]))
    comes = in_places(rule, free, named=named, since=there)
    turn = comes[0] if comes and there == len(signed) else None
    return Asked((turn,) if turn else (), tuple(one for one in comes if one is not None and one != turn))


def in_places(
    rule: Signers, able: Sequence[Able], *, named: Sequence[str | None] = (), since: int = 0
) -> tuple[str | None, ...]:
    """Return who signs at each place of an order from `since` on: whoever is `named` for it, else the next who may.

    None stands for nobody.
    """
    chosen = [*named, *[None] * rule.at_least][: rule.at_least]
    found: list[str | None] = []
    for place in range(since, rule.at_least):
        fits = [one.person for one in able if rule.of[place] in one.capacities and one.person not in found]
        mine, later = chosen[place], chosen[place + 1 :]
        first = [one for one in fits if one == mine] or [one for one in fits if one not in later] or fits
        found.append(next(iter(first), None))
    return tuple(found)


def in_turn(rule: Signers, signed: Sequence[Signature], held: Collection[str]) -> str | None:
    """Return in which capacity somebody who holds these can sign now; None where it is not their turn, or never is."""
    if not rule.in_order:
        return next((one for one in capacities(rule) if one in held), None)
    turn = rule.of[len(signed)] if len(signed) < rule.at_least else None
    return turn if turn in held else None


def on_one_copy(
    rule: Signers, signed: Sequence[Signature], people: Sequence[Able], *, named: Sequence[str | None] = ()
) -> Mapping[str, str | None]:
    """Return in which capacity each of the people on one copy has signed; None for one who signs out of turn.

    Whoever is `named` for a place signs in that. Once all that are needed have signed, or where somebody has signed
    already, the copy is kept beside, and nobody on it is out of turn.
    """
    held = {one.person: one.capacities for one in people}
    usual = {person: next((it for it in capacities(rule) if it in mine), None) for person, mine in held.items()}
    if not rule.in_order or len(signed) == rule.at_least:
        return usual
    found = {one.person: one.capacity for one in signed if one.person in held}
    places = {person: place for place, person in enumerate(named)}
    for place in range(len(signed), rule.at_least):
        fits = [one for one in held if one not in found and rule.of[place] in held[one]]
        best = min(fits, key=lambda one: (places.get(one) != place, places.get(one, -1) > place), default=None)
        if best is None:
            break
        found[best] = rule.of[place]
    return {person: found.get(person) for person in held}


def who_words(rule: Signers) -> str:
    """Return who signs for a partner, in words: "two of its signatories sign", "its signatory, then its lead sign"."""
    if rule.in_order:
        again = ["another" if one in rule.of[:place] else "its" for place, one in enumerate(rule.of)]
        said = ", then ".join(f"{whose} {CALLED[one][0]}" for whose, one in zip(again, rule.of, strict=True))
    else:
        said = f"{_NUMBERS[rule.at_least]} of its {listed([CALLED[one][1] for one in capacities(rule)])}"
    return f"{said} {'signs' if rule.at_least == 1 else 'sign'}"


def enough(rule: Signers, signed: Sequence[Signature], able: Sequence[Able], *, without: Collection[str]) -> bool:
    """Return whether there are people enough to sign for a partner `without` some of them."""
    out = {one.person for one in signed} | set(without)
    free = [one for one in able if one.person not in out]
    if not rule.in_order:
        return len(free) >= rule.at_least - len(signed)
    return None not in in_places(rule, free, since=len(signed))
