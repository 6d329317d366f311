"""What an agreement states and Accord does not act on yet, in lines for the page of `agreement show`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.cli.agreement_bodies import in_clause
from rules.terms import Forum, Terms


def stated(terms: Terms) -> Iterator[str]:
    """Yield each thing that the pack states and nothing acts on yet, with its clause."""
    for one in STATED:
        if not one.acted_on(terms):
            yield from one.lines(terms)


def authorities(terms: Terms) -> Iterator[str]:
    """Yield which partners are public authorities, where a decision rule counts by that."""
    if _counts_authorities(terms):
        yield from _authorities(terms)


@dataclass(frozen=True)
class Stated:
    """Words of a pack that are stated, in lines, and whether something in this pack makes them act."""

    words: tuple[str, ...]
    lines: Callable[[Terms], Iterator[str]]
    acted_on: Callable[[Terms], bool] = lambda terms: False  # noqa: ARG005 (nothing does yet)


def _enquiries(terms: Terms) -> Iterator[str]:
    if (asked := terms.enquiries) is None:
        return
    said = [", ".join(asked.kinds)]
    if asked.liaise_with:
        body = _forums(terms)[asked.liaise_with].name
        said.append(f"liaise with {body}{' before any response' if asked.before_response else ''}")
    said += [f"within {terms.clocks[key].name}" for key in asked.clocks]
    yield f"Enquiries: {'; '.join(said)}{in_clause(asked)}"


def _authorities(terms: Terms) -> Iterator[str]:
    found = [partner.short for partner in terms.partners if partner.public_authority]
    if found:
        yield f"Public authorities under the Freedom of Information Act: {', '.join(found)}"


def _counts_authorities(terms: Terms) -> bool:
    rules = terms.decision_rules.values()
    return any("public-authority" in (*rule.who.only, *rule.who.without) for rule in rules)


def _reports(terms: Terms) -> Iterator[str]:
    forums = _forums(terms)
    for forum in terms.forums:
        if forum.reports_to:
            to = ", ".join(forums[key].name for key in forum.reports_to)
            yield f"{forum.name} reports to: {to}{in_clause(forum)}"


def _recommended(terms: Terms) -> Iterator[str]:
    for action in terms.actions:
        if action.recommended_by:
            yield f"{action.name}: recommended by {_forums(terms)[action.recommended_by].name}{in_clause(action)}"


def _consultations(terms: Terms) -> Iterator[str]:
    for it in terms.consultations:
        asked = [f"themes: {', '.join(theme.name for theme in it.themes)}"] if it.themes else []
        asked += [f"answered as: {', '.join(it.dispositions)}"] if it.dispositions else []
        yield f"Consultation, {it.name}{': ' if asked else ''}{'; '.join(asked)}{in_clause(it)}"


def _disclosed(terms: Terms) -> Iterator[str]:
    if terms.conflicts is not None and terms.conflicts.disclosed_to == "forum":
        yield f"Interests are disclosed to a forum; Accord tells every partner of them{in_clause(terms.conflicts)}"


def _forums(terms: Terms) -> dict[str, Forum]:
    return {forum.key: forum for forum in terms.forums}


STATED = (
    Stated(("enquiries", "liaise_with", "before_response"), _enquiries),
    Stated(("public_authority",), _authorities, _counts_authorities),
    Stated(("disclosed_to",), _disclosed),
    Stated(("reports_to",), _reports),
    Stated(("recommended_by",), _recommended),
    Stated(("themes", "dispositions"), _consultations),
)
"""All that is stated only, and from when on it is not."""
