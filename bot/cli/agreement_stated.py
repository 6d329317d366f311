"""What an agreement states and Accord does not act on yet, in lines for the page of `agreement show`."""

from __future__ import annotations

from collections.abc import Iterator

from bot.cli.agreement_bodies import in_clause
from rules.terms import Terms


def stated(terms: Terms) -> Iterator[str]:
    """Yield each thing that the pack states and nothing acts on yet, with its clause."""
    forums = {forum.key: forum.name for forum in terms.forums}
    yield from _enquiries(terms, forums)
    authorities = [partner.short for partner in terms.partners if partner.public_authority]
    if authorities:
        yield f"Public authorities under the Freedom of Information Act: {', '.join(authorities)}"
    for forum in terms.forums:
        if forum.reports_to:
            to = ", ".join(forums[key] for key in forum.reports_to)
            yield f"{forum.name} reports to: {to}{in_clause(forum)}"
    for action in terms.actions:
        if action.recommended_by:
            yield f"{action.name}: recommended by {forums[action.recommended_by]}{in_clause(action)}"
    for it in terms.consultations:
        asked = [f"themes: {', '.join(theme.name for theme in it.themes)}"] if it.themes else []
        asked += [f"answered as: {', '.join(it.dispositions)}"] if it.dispositions else []
        yield f"Consultation, {it.name}{': ' if asked else ''}{'; '.join(asked)}{in_clause(it)}"


def _enquiries(terms: Terms, forums: dict[str, str]) -> Iterator[str]:
    if (asked := terms.enquiries) is None:
        return
    said = [", ".join(asked.kinds)]
    if asked.liaise_with:
        said.append(f"liaise with {forums[asked.liaise_with]}{' before any response' if asked.before_response else ''}")
    said += [f"within {terms.clocks[key].name}" for key in asked.clocks]
    yield f"Enquiries: {'; '.join(said)}{in_clause(asked)}"
