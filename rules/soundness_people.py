"""Partners, forums, enquiries, conflicts and signatures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from rules.electorates import seats_of
from rules.places import Path, Unsound
from rules.terms import Direction, Effect, Forum, Partner, SignatureForm, Signers, Terms

_MOST_PLACES = 20_000


def of_partners(terms: Terms) -> Iterator[Unsound]:
    """Yield what is wrong with the partners, their classes, the forums and what is asked of partners."""
    yield from _classes(terms)
    yield from _overrides(terms)
    round_and_round = _in_circles({it.key: it.succeeded_by.partner for it in terms.partners if it.succeeded_by})
    for number, partner in enumerate(terms.partners):
        yield from _partner(partner, ("partners", number))
        if partner.succeeded_by and partner.key in round_and_round:
            at: Path = ("partners", number, "succeeded_by", "partner")
            yield Unsound(at, f"{partner.short} is in the end succeeded by itself.", "Name the body that comes after.")
    led_by_itself = _in_circles({it.key: it.chair.follows for it in terms.forums if it.chair and it.chair.follows})
    for number, forum in enumerate(terms.forums):
        yield from _forum(forum, ("forums", number))
        if (places := sum(max(seat.least, 1) for seat in seats_of(terms, forum))) > _MOST_PLACES:
            message = f"{forum.name} has at least {places:,} places, which no forum has."
            yield Unsound(
                ("forums", number, "seats"), message, f"Write least so that there are {_MOST_PLACES:,} at most."
            )
        if forum.key in led_by_itself:
            at = ("forums", number, "chair", "follows")
            yield Unsound(
                at, f"The chair of {forum.name} in the end follows itself.", "Name the forum whose chair leads."
            )
    yield from _participants(terms)
    yield from _asked(terms)
    if terms.leads.within and not terms.leads.one_per_partner:
        message = "A day is set for naming leads, and no partner has to name one."
        yield Unsound(("leads", "within"), message, "Take within out, or write one_per_partner: true.")


def _participants(terms: Terms) -> Iterator[Unsound]:
    """Yield each participant that is something else as well: one name means one thing."""
    partners, forums = ({it.key for it in found} for found in (terms.partners, terms.forums))
    for number, participant in enumerate(terms.participants):
        other = "a partner" if participant.key in partners else "a forum" if participant.key in forums else None
        if other is not None:
            hint = "Who is party to the agreement is a partner alone; give the other a key of its own."
            message = f"{participant.key} takes part and is {other}: what names it could mean either."
            yield Unsound(("participants", number, "key"), message, hint)


def _classes(terms: Terms) -> Iterator[Unsound]:
    known = ", ".join(found.key for found in terms.eligibility_classes) or "none yet"
    for number, partner in enumerate(terms.partners):
        if (terms.elements or terms.eligibility_classes) and partner.eligibility is None:
            hint = f"Add eligibility: one of {known}."
            yield Unsound(("partners", number), f"{partner.short} has no class in the matrix of elements.", hint)


def _overrides(terms: Terms) -> Iterator[Unsound]:
    about: dict[tuple[str, str], list[int]] = {}
    for number, override in enumerate(terms.overrides):
        if override.since and override.until and override.until < override.since:
            yield Unsound(("overrides", number, "until"), "It ends before it begins.", "Check both days.")
        about.setdefault((override.partner, override.element), []).append(number)
    for (partner, element), numbers in about.items():
        last: int | None = None  # the one that lasts longest of those that begin no later
        for number in sorted(numbers, key=lambda it: terms.overrides[it].since or date.min):
            override = terms.overrides[number]
            if last is not None and (override.since or date.min) <= (terms.overrides[last].until or date.max):
                message = f"{partner} has two overrides for {element} at the same time."
                at = ("overrides", max(number, last))
                yield Unsound(at, message, "Keep one, or give them days that do not overlap.")
            if last is None or (override.until or date.max) > (terms.overrides[last].until or date.max):
                last = number


def _partner(partner: Partner, at: Path) -> Iterator[Unsound]:
    if partner.joined and partner.left and partner.left < partner.joined:
        yield Unsound((*at, "left"), f"{partner.short} leaves before it joins.", "Check both days.")
    if partner.key in partner.related:
        where = (*at, "related", partner.related.index(partner.key))
        yield Unsound(where, f"{partner.short} is related to itself.", "Take it out.")
    if len(set(partner.roles)) < len(partner.roles):
        yield Unsound((*at, "roles"), f"{partner.short} has a role twice.", "Keep one of each.")


def _forum(forum: Forum, at: Path) -> Iterator[Unsound]:
    if forum.key in forum.reports_to:
        where = (*at, "reports_to", forum.reports_to.index(forum.key))
        yield Unsound(where, f"{forum.name} reports to itself.", "Take it out.")
    named_by = forum.substitutes.named_by if forum.substitutes else None
    if named_by is not None and named_by.limit and named_by.limit.direction is not Direction.BEFORE:
        hint = "Write it as 36 hours before meeting."
        yield Unsound((*at, "substitutes", "named_by"), "A substitute is named before a meeting, not after it.", hint)
    for number, seat in enumerate(forum.seats):
        if seat.most is not None and seat.least > seat.most:
            message = f"At least {seat.least} and at most {seat.most} cannot both hold."
            yield Unsound((*at, "seats", number, "least"), message, "Turn them round.")
    if forum.chair and forum.chair.seat is not None:
        known = ", ".join(seat.key for seat in forum.seats) or "none"
        where = (*at, "chair", "seat")
        if forum.chair.follows is not None:
            yield Unsound(where, "The chair holds a seat here, and follows another forum's.", "Keep one.")
        elif forum.chair.seat not in {seat.key for seat in forum.seats}:
            yield Unsound(where, f"{forum.name} has no seat called {forum.chair.seat}.", f"Known: {known}.")


def _asked(terms: Terms) -> Iterator[Unsound]:
    at: Path
    conflicts, enquiries = terms.conflicts, terms.enquiries
    if conflicts and conflicts.consent_before == "participating" and conflicts.consent_of == "none":
        at = ("conflicts", "consent_before")
        yield Unsound(
            at, "Consent is needed before taking part, but of nobody.", "Add consent_of: other-partners, or chair."
        )
    if conflicts and conflicts.dual_roles_declare and not any(len(partner.roles) > 1 for partner in terms.partners):
        at = ("conflicts", "dual_roles_declare")
        yield Unsound(at, "No partner has two roles to declare.", "Give the partner both roles, or take this out.")
    if enquiries and enquiries.before_response and enquiries.liaise_with is None:
        at = ("enquiries", "before_response")
        yield Unsound(
            at,
            "Somebody must be spoken to before a response, but nobody is named.",
            "Add liaise_with: the key of a forum.",
        )
    for number, tracker in enumerate(terms.trackers):
        at = ("trackers", number, "statuses")
        if not tracker.statuses:
            yield Unsound(at, "The tracker has no statuses.", "List the agreement's own words.")
        for place, status in enumerate(tracker.statuses):
            if status in tracker.statuses[:place]:
                yield Unsound((*at, place), f"{status} stands twice.", "Keep one.")
        for status in tracker.colours:
            if status not in tracker.statuses:
                at = ("trackers", number, "colours", status)
                hint = f"Use one of: {'; '.join(tracker.statuses)}."
                yield Unsound(at, f"{status} is not a status of this tracker.", hint)
    for number, milestone in enumerate(terms.milestones):
        if milestone.on is None and milestone.condition is None:
            at = ("milestones", number)
            yield Unsound(at, "The milestone has neither a date nor a condition.", "Add on or condition.")


def _effects(terms: Terms) -> Iterator[tuple[Path, Effect]]:
    """Yield each place at which it is said when something takes effect, and what is said there."""
    yield ("signatures", "effect"), terms.signatures.effect
    for number, change in enumerate(terms.changes):
        if change.effect is not None:
            yield ("changes", number, "effect"), change.effect


def of_effects(terms: Terms) -> Iterator[Unsound]:
    """Yield what contradicts itself in a stated day that holds once all have signed."""
    for at, effect in _effects(terms):
        if effect.once and effect.rule != "stated-date":
            message = f"A day that holds once all have signed is a stated one, and {effect.rule} is none."
            yield Unsound((*at, "once"), message, "Write rule: stated-date, or take once out.")
        if effect.once and not effect.and_all_signed:
            message = "It holds once all have signed, and does not ask that all sign."
            yield Unsound((*at, "once"), message, "Take once out, or and_all_signed.")


def of_signing(terms: Terms) -> Iterator[Unsound]:
    """Yield what contradicts itself in who signs, how, and when that takes effect."""
    at: Path
    signatures = terms.signatures
    yield from _signers(signatures.signers)
    rule = signatures.effect.rule
    if rule == "latest-first-counterpart" and not signatures.counterparts:
        at = ("signatures", "effect", "rule")
        yield Unsound(at, "The effect waits for counterparts, which are not allowed.", "Write counterparts: true.")
    if rule != "stated-date" and signatures.fields and "date" not in signatures.fields:
        at = ("signatures", "fields")
        yield Unsound(at, f"The effect ({rule}) needs the date of each signature.", "Add date to the fields.")
    if SignatureForm.UNSTATED in signatures.forms and len(signatures.forms) > 1:
        at = ("signatures", "forms")
        yield Unsound(at, "The form of signature is unstated, and forms are stated.", "Take unstated out.")
    if signatures.agreed_formats and SignatureForm.AGREED_DIGITAL not in signatures.forms:
        at = ("signatures", "agreed_formats")
        yield Unsound(at, "Formats are agreed, and the forms take no agreed ones.", "Add agreed-digital to the forms.")
    if signatures.no_printed_block and signatures.no_printed_row:
        at = ("signatures", "no_printed_row")
        yield Unsound(at, "A row is missing from a block that is not printed.", "Keep no_printed_block alone.")
    for number, key in enumerate(signatures.no_printed_row):
        if signatures.by and key not in signatures.by:
            at = ("signatures", "no_printed_row", number)
            yield Unsound(at, f"{key} has no row, and does not sign either.", "Add it to by, or take it out here.")


def _signers(rule: Signers | None) -> Iterator[Unsound]:
    """Yield what cannot be in how many people sign for a partner, and in which order."""
    if rule is None:
        return
    at: Path = ("signatures", "signers")
    if not rule.in_order:
        for number, one in enumerate(rule.of):
            if one in rule.of[:number]:
                hint = "Keep one; how many of them sign is at_least. One after another is in_order: true."
                yield Unsound((*at, "of", number), f"{one} stands twice, and in no order.", hint)
        return
    if not rule.of:
        yield Unsound((*at, "in_order"), "They sign in an order, and of names nobody.", "Add of, the first one first.")
    elif rule.at_least == 1 and len(rule.of) == 1:
        yield Unsound((*at, "in_order"), "One person signs, and there is no order of one.", "Take in_order out.")
    elif rule.at_least != len(rule.of):
        message = (
            f"In an order each that of names signs in turn: it names {len(rule.of)}, and at_least is {rule.at_least}."
        )
        hint = f"Write at_least: {len(rule.of)}, or name {rule.at_least} in of; one capacity can stand there twice."
        yield Unsound((*at, "at_least"), message, hint)


def _in_circles(onward: Mapping[str, str]) -> set[str]:
    """Return those from which one comes back to where one began, going on from each to the next."""
    found, done = set[str](), set[str]()
    for start in onward:
        way: list[str] = []
        here: str | None = start
        while here is not None and here not in done:
            done.add(here)
            way.append(here)
            here = onward.get(here)
        if here in way:
            found.update(way[way.index(here) :])
    return found
