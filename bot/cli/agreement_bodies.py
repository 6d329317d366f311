"""An agreement's partners and forums in words, a line each; and how a clause and a length of time are said."""

from __future__ import annotations

from collections.abc import Iterator

from rules.electorates import with_places
from rules.moments import in_full
from rules.phrases import counted, length
from rules.seats import voting_span
from rules.terms import Forum, Role, Rule, Terms

_OUTCOMES = {"decision": "decides", "recommendation": "recommends", "advice": "advises"}
_ROLES = {
    Role.COMMISSIONER: "Commissioner",
    Role.PROVIDER: "Provider",
    Role.REGULATOR: "Regulator",
    Role.OTHER: "Other",
}


def partners(terms: Terms) -> Iterator[str]:
    """Yield who the partners are: by their roles, by what they are eligible as, and who share something."""
    groups: dict[tuple[Role, ...], list[str]] = {}
    for partner in terms.partners:
        groups.setdefault(partner.roles, []).append(partner.short)
    for roles, members in groups.items():
        label = " and ".join(_ROLES[role] if not number else _ROLES[role].lower() for number, role in enumerate(roles))
        yield f"{label} ({len(members)}): {', '.join(members)}"
    classes = {found.key: found.name for found in terms.eligibility_classes}
    for key, name in classes.items():
        members = [partner.short for partner in terms.partners if partner.eligibility == key]
        elements = [element.name for element in terms.elements if key in element.applies_to]
        share = "all" if len(elements) == len(terms.elements) else str(len(elements))
        yield f"Eligible as {name} ({share} of {counted(len(terms.elements), 'element')}): {', '.join(members)}"
    pairs = {frozenset((it.key, other)) for it in terms.partners for other in it.related}
    if pairs:
        names = {partner.key: partner.short for partner in terms.partners}
        tied = [name for key, name in names.items() if any(key in pair for pair in pairs)]
        yield f"Share an address, an officer or a venture with another: {', '.join(tied)}"


def participants(terms: Terms) -> Iterator[str]:
    """Yield who takes part and is no party, with the places they have on forums."""
    for one in terms.participants:
        places = [
            f"{seat.name} on the {forum.name}" + ("" if seat.voting else ", without a vote")
            for forum in terms.forums
            for seat in forum.seats
            if seat.partner == one.key
        ]
        where = ["outside the agreement"] if one.outside else []
        said = "; ".join([*where, *places])
        yield f"{one.name}{': ' if said else ''}{said}{in_clause(one)}"


def body(terms: Terms, forum: Forum) -> str:
    """Return what a forum does, who chairs it, how many vote in it, and when it meets."""
    names = {it.key: it.name for it in terms.forums}
    said = [_OUTCOMES[forum.outcome]]
    said += _chaired(forum, names)
    if forum.seats:
        span = voting_span(with_places(terms, forum))
        said.append(f"{span} voting {'member' if str(span) in ('1', 'at least 1') else 'members'}")
    if forum.cadence and forum.cadence.as_printed:
        said.append(f"meets {forum.cadence.as_printed}")
    elif forum.cadence and forum.cadence.every:
        said.append(f"meets every {length(forum.cadence.every)}")
    elif forum.cadence and forum.cadence.times_a_year:
        said.append(f"meets {counted(forum.cadence.times_a_year, 'time')} a year")
    if forum.cadence and forum.cadence.in_public and "public" not in said[-1]:
        said[-1] += " in public"
    if forum.cadence and forum.cadence.counted_by:
        said[-1] += f" ({forum.cadence.counted_by.replace('-', ' ')})"
    if forum.notice:
        said.append(f"called {in_full(terms, forum.notice, calendar=True)}")
    if forum.papers:
        said.append(f"papers {in_full(terms, forum.papers, calendar=True)}")
    said += _standing_in(terms, forum)
    return f"{forum.name}: {'; '.join(said)}{in_clause(forum)}"


def _standing_in(terms: Terms, forum: Forum) -> list[str]:
    """Return who may stand in for a member who is away: by a proxy, or as a substitute."""
    said = []
    if forum.proxies:
        paper = "on paper" if forum.proxies.written else "spoken or on paper"
        most = f", {forum.proxies.most} a person at most" if forum.proxies.most else ""
        there = "counts as there" if forum.proxies.there else "does not count as there"
        said.append(f"proxies {paper}{most}: who gives one {there}{in_clause(forum.proxies)}")
    if forum.substitutes:
        by = forum.substitutes.named_by
        named = f", named {in_full(terms, by, calendar=True)} at the latest" if by else ""
        said.append(f"substitutes for the {forum.substitutes.sit_for}{named}{in_clause(forum.substitutes)}")
    return said


def _chaired(forum: Forum, names: dict[str, str]) -> list[str]:
    chair = forum.chair
    if chair and chair.follows:
        return [f"chaired by whoever chairs the {names[chair.follows]}"]
    if chair and chair.seat:
        return [f"chaired by whoever holds the seat {next(it.name for it in forum.seats if it.key == chair.seat)}"]
    if chair and chair.independent:
        return ["independently chaired"]
    return [f"chaired by the {chair.office}"] if chair and chair.office else []


def in_clause(rule: Rule) -> str:
    """Return the clause of a rule, in brackets behind what is said of it; nothing where it has none."""
    return f" [{rule.clause}]" if rule.clause else ""
