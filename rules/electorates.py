"""Who could take part in a decision, and who cannot and why. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from rules.days import in_words
from rules.terms import DecisionRule, Forum, Partner, Seat, Terms
from rules.who import OF_A_MATTER, by_places, depends_on, forum_in, forums_voting


@dataclass(frozen=True)
class Circumstances:
    """What a decision is about, and who is concerned in which way. Partners and places are meant by their keys.

    `conflicted` has those whom a declared conflict keeps out. `holders` says which places of each seat are held, from
    1; a seat left out is vacant, and None means that each is held as often as it must be. `left` has the partners that
    have left since, with how that is said: they count no more, but for those of `cast`, whose votes were in by then.
    """

    on: date
    element: str | None = None
    affected: frozenset[str] = frozenset()
    conflicted: frozenset[str] = frozenset()
    concerned: frozenset[str] = frozenset()
    holders: Mapping[str, Collection[int]] | None = None
    left: Mapping[str, str] = field(default_factory=dict)
    cast: Collection[str] = ()


@dataclass(frozen=True)
class Voter:
    """One that could take part: a partner, or a place on a forum held for one, for a constituency or for an office.

    `held` is False for a place of a partner that nobody is named to: the partner itself votes in it.
    """

    key: str
    name: str
    partner: str | None
    held: bool = True


@dataclass(frozen=True)
class Excluded:
    """One that cannot vote, and why, in a few words. `in_base`: it is counted all the same, as one not in favour."""

    key: str
    name: str
    why: str
    in_base: bool = False


@dataclass(frozen=True)
class Electorate:
    """Who could take part, in the agreement's order, and who could not.

    Of those who could, `voters` have a vote, `recused` are kept out by a conflict, and `vacant` are places that nobody
    holds where the rule counts them. `excluded` says of everybody without a vote why.
    """

    voters: tuple[Voter, ...]
    recused: tuple[Voter, ...]
    vacant: tuple[Voter, ...]
    excluded: tuple[Excluded, ...]

    @property
    def could(self) -> int:
        """Return how many could take part: what a quorum is a part of."""
        return len(self.voters) + len(self.recused) + len(self.vacant)


def untold(rule: DecisionRule, case: Circumstances) -> tuple[str, ...]:
    """Return what who could take part depends on and nobody has said: `eligible` (the element), affected, concerned."""
    known = {"eligible": case.element is not None, "affected": bool(case.affected), "concerned": bool(case.concerned)}
    return tuple(word for word in OF_A_MATTER if depends_on(rule, word) and not known[word])


def electorate(terms: Terms, rule: DecisionRule, case: Circumstances) -> Electorate:
    """Return who could take part under a decision rule in these circumstances.

    Whoever is left out is left out for the first reason found. Who has a conflict never votes; whether they stay in
    the base of the threshold and of the quorum, the rule says. Where an element is asked for and none is named, no
    partner is known to be eligible.
    """
    case = _as_of(terms, case)
    left_out = _left_out(terms, rule, case)
    voters, recused, vacant, excluded = [], [], [], []
    for voter, why in _candidates(terms, rule, case):
        since = None if voter.key in case.cast else case.left.get(voter.partner or voter.key)
        reason = (why if why != VACANT else None) or since or left_out(voter)
        if reason is not None:
            excluded.append(Excluded(voter.key, voter.name, reason))
        elif why == VACANT:
            excluded.append(Excluded(voter.key, voter.name, VACANT, in_base=rule.who.vacant == "counted"))
            vacant += [voter] if rule.who.vacant == "counted" else []
        elif _is(voter, case.conflicted):
            excluded.append(Excluded(voter.key, voter.name, "conflicted", in_base=rule.recused == "in-base"))
            recused.append(voter)
        else:
            voters.append(voter)
    return Electorate(tuple(voters), tuple(recused), tuple(vacant), (*excluded, *_no_parties(terms, rule)))


def _no_parties(terms: Terms, rule: DecisionRule) -> list[Excluded]:
    """Return who takes part and is no party, where all partners count: it is not among them."""
    if set(rule.who.of) - {"partners"}:
        return []
    why = "takes part{}, and is no party"
    return [Excluded(it.key, it.name, why.format(_under(it.clause))) for it in terms.participants if not it.outside]


VACANT = "vacant"


def partner_now(terms: Terms, key: str, on: date) -> str:
    """Return the key of the partner that stands in a partner's place on a day: itself, or whoever has succeeded it."""
    return _standing_in(terms, on)(key)


def _standing_in(terms: Terms, on: date) -> Callable[[str], str]:
    """Return what gives the key of the partner that stands in a partner's place on a day."""
    after = {p.key: p.succeeded_by.partner for p in terms.partners if p.succeeded_by and p.succeeded_by.since <= on}

    def now(key: str) -> str:
        seen: set[str] = set()
        while key in after and key not in seen:
            seen.add(key)
            key = after[key]
        return key

    return now


def eligible(terms: Terms, partner: Partner, element: str, on: date) -> bool:
    """Return whether a partner counts for an element on a day: by its class, unless it is treated otherwise."""
    for found in terms.overrides:
        begun = found.since is None or found.since <= on
        if found.partner == partner.key and found.element == element and begun and not _over(found.until, on):
            return found.eligible
    classes = {key for found in terms.elements if found.key == element for key in found.applies_to}
    return partner.eligibility in classes


# --- Who could take part at all -----------------------------------------------------------------------------------


def named(terms: Terms, names: Iterable[str]) -> tuple[Partner, ...]:
    """Return the partners that names mean, in the agreement's order: `partners`, or keys.

    A key is a partner's; else that of a class, a category or a role, in this order: one name means one thing.
    """
    found = frozenset[str]().union(*(next(iter(it.values())) for it in meanings(terms, names).values() if it))
    return tuple(partner for partner in terms.partners if partner.key in found)


def meanings(terms: Terms, names: Iterable[str]) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Return the keys of the partners that each name means, by what it is a name of: the first is what it means."""
    found: dict[str, dict[str, set[str]]] = {name: {} for name in names}
    for kind, names_of in _NAMES.items():
        for partner in terms.partners:
            for name in names_of(partner):
                if name in found:
                    found[name].setdefault(kind, set()).add(partner.key)
    return {name: {kind: frozenset(keys) for kind, keys in kinds.items()} for name, kinds in found.items()}


_NAMES: Mapping[str, Callable[[Partner], tuple[str | None, ...]]] = {
    "partner": lambda partner: (partner.key,),
    "class": lambda partner: (partner.eligibility,),
    "category": lambda partner: (partner.category,),
    "role": lambda partner: (*partner.roles, "partners"),
}


def seats_of(terms: Terms, forum: Forum) -> tuple[Seat, ...]:
    """Return a forum's seats, a seat for `each_of` some partners as one for each of them: society/oak-lane.

    Such a place is called after its partner, with the seat's name where the forum has several for partners: "Oak Lane",
    "Thurrock CCG (Chief executive)".
    """
    several = sum(seat.each_of is not None or seat.partner is not None for seat in forum.seats) > 1
    found: list[Seat] = []
    for seat in forum.seats:
        if seat.each_of is None:
            found.append(seat)
            continue
        for partner in named(terms, seat.each_of):
            name = f"{partner.short} ({seat.name})" if several else partner.short
            key = f"{seat.key}/{partner.key}"
            found.append(seat.model_copy(update={"key": key, "name": name, "partner": partner.key, "each_of": None}))
    return tuple(found)


def with_places(terms: Terms, forum: Forum) -> Forum:
    """Return a forum whose seats are all places of their own; see `seats_of`."""
    return forum.model_copy(update={"seats": seats_of(terms, forum)})


def partners_on(terms: Terms, forum: Forum, on: date) -> frozenset[str]:
    """Return the keys of the partners with a voting place on a forum; of one that has no seats, all of them."""
    if not forum.seats:
        return frozenset(partner.key for partner in terms.partners)
    seats, stands_in = seats_of(terms, forum), _standing_in(terms, on)
    return frozenset(stands_in(seat.partner) for seat in seats if seat.voting and seat.partner is not None)


def _candidates(terms: Terms, rule: DecisionRule, case: Circumstances) -> list[tuple[Voter, str | None]]:
    """Return all who could take part, each with the reason why it does not at all, if there is one."""
    forums = {forum.key: forum for forum in terms.forums}
    if by_places(terms, rule):
        return [one for key in forums_voting(rule) for one in _places(terms, forums[key], case)]
    allowed = _allowed(terms, rule, case, forums)
    why = _not_named(terms, rule, forums)
    return [
        (Voter(p.key, p.short, p.key), gone(terms, p, case.on) or (None if p.key in allowed else why))
        for p in terms.partners
    ]


def _allowed(terms: Terms, rule: DecisionRule, case: Circumstances, forums: Mapping[str, Forum]) -> frozenset[str]:
    found: set[str] = set()
    for name in rule.who.of or ("partners",):
        if forum := forum_in(name):
            found |= partners_on(terms, forums[forum], case.on)
        elif name in ("affected", "concerned"):
            found |= case.affected if name == "affected" else case.concerned
        else:
            found |= {partner.key for partner in named(terms, [name])}
    return frozenset(found)


def _not_named(terms: Terms, rule: DecisionRule, forums: Mapping[str, Forum]) -> str:
    """Return why a partner is left out that none of the names means."""
    if set(rule.who.of) <= {"affected"}:
        return "not affected"
    known = {one.key: one.name for one in terms.categories} | {one.key: one.name for one in terms.eligibility_classes}
    known |= {partner.key: partner.short for partner in terms.partners}
    said = []
    for name in rule.who.of:
        forum = forums.get(forum_in(name) or "")
        said.append(f"on the {forum.name}" + _under(forum.clause) if forum else f"among {known.get(name, name)}")
    return f"not {' or '.join(said)}"


def _places(terms: Terms, forum: Forum, case: Circumstances) -> list[tuple[Voter, str | None]]:
    """Return the voting places of a forum. One for a partner that nobody is named to is the partner's own."""
    found: list[tuple[Voter, str | None]] = []
    partners = {partner.key: partner for partner in terms.partners}
    stands_in = _standing_in(terms, case.on)
    seats = [seat for seat in seats_of(terms, forum) if seat.voting]
    keys = {seat.key for seat in seats}
    for seat in seats:
        given = None if case.holders is None else case.holders.get(seat.key, ())
        held = range(1, seat.least + 1) if given is None else given
        own = partners[stands_in(seat.partner)] if seat.partner in partners else None
        seat_name, _, written_for = seat.key.rpartition("/")
        if own is not None and seat_name and own.key != written_for and f"{seat_name}/{own.key}" in keys:
            # One place for each partner: whoever has taken another's place has its own already.
            found.append((_voter(seat, 1), gone(terms, partners[written_for], case.on)))
            continue
        why = gone(terms, own, case.on) if own is not None else None
        if own is not None and seat.least and not given:
            found.append((replace(_voter(seat, 1), partner=own.key, held=False), why))
            continue
        of_ = seat.partner if own is None else own.key
        free = [number for number in range(1, max(seat.least, 1, *held) + 1) if number not in held]
        found += [(replace(_voter(seat, number), partner=of_), why) for number in sorted(held)]
        found += [(_voter(seat, number), VACANT) for number in free[: max(0, max(seat.least, 1) - len(held))]]
    return found


def place(seat: str, number: int) -> str:
    """Return the key of the vote of a seat's first, second ... place."""
    return seat if number == 1 else f"{seat}-{number}"


def _voter(seat: Seat, number: int) -> Voter:
    return Voter(place(seat.key, number), seat.name if number == 1 else f"{seat.name} ({number})", seat.partner)


def gone(terms: Terms, partner: Partner, on: date) -> str | None:
    """Return why a partner is not party to the agreement on a day; None where it is."""
    if partner.joined is not None and on < partner.joined:
        return f"joins on {in_words(partner.joined)}"
    if _over(partner.left, on):
        return f"left on {in_words(partner.left)}" if partner.left else None
    after = partner.succeeded_by
    if after is not None and on >= after.since:
        name = next((found.short for found in terms.partners if found.key == after.partner), after.partner)
        return f"succeeded by {name} on {in_words(after.since)}"
    return None


def _over(until: date | None, on: date) -> bool:
    return until is not None and until < on


# --- Narrowed -----------------------------------------------------------------------------------------------------


def _is(voter: Voter, named_: frozenset[str]) -> bool:
    return voter.key in named_ or (voter.partner is not None and voter.partner in named_)


def _left_out(terms: Terms, rule: DecisionRule, case: Circumstances) -> Callable[[Voter], str | None]:
    """Return what says why one is left out by what the rule narrows those who could take part to; None where not."""
    partners = {partner.key: partner for partner in terms.partners}
    element = next((found for found in terms.elements if found.key == case.element), None)
    under = f" under {element.clause}" if element is not None and element.clause else ""
    named = {
        "affected": case.affected,
        "concerned": case.concerned,
        "public-authority": frozenset(partner.key for partner in terms.partners if partner.public_authority),
    }

    def counts(voter: Voter) -> bool | None:
        """Whether one counts in the matrix; None for a place that is held for no partner: it has no row there."""
        partner = partners.get(voter.partner or "")
        if partner is None or element is None:
            return None
        return eligible(terms, partner, element.key, case.on)

    def why(voter: Voter) -> str | None:
        if element is None and voter.partner in partners and depends_on(rule, "eligible"):
            return "not known to be eligible: no element is named"
        for word in (word for word in rule.who.only if word != "partners"):
            if counts(voter) is False if word == "eligible" else not _is(voter, named[word]):
                return _NOT[word] + (under if word == "eligible" else "")
        for word in rule.who.without:
            if counts(voter) if word == "eligible" else _is(voter, named[word]):
                return _ARE[word]
        return None

    return why


_NOT = {
    "eligible": "not eligible",
    "affected": "not affected",
    "concerned": "not the one concerned",
    "public-authority": "no public authority",
}
_ARE = {
    "eligible": "eligible",
    "affected": "affected",
    "concerned": "the one concerned",
    "public-authority": "a public authority",
}


def _as_of(terms: Terms, case: Circumstances) -> Circumstances:
    """Return the circumstances with each partner in the place of those it has succeeded by then."""
    stands_in = _standing_in(terms, case.on)

    def now(keys: frozenset[str]) -> frozenset[str]:
        return frozenset(stands_in(key) for key in keys)

    return replace(case, affected=now(case.affected), conflicted=now(case.conflicted), concerned=now(case.concerned))


def _under(clause: str | None) -> str:
    return f" ({clause})" if clause else ""
