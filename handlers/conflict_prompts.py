"""Why somebody is asked to look whether their partner has an interest in a matter, for the words they read."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from handlers.actors import name_of
from handlers.fields import ROLES
from rules.conflicts import prompts
from rules.terms import Terms


def facts_of(terms: Terms, partners: Collection[str], concerned: Collection[str]) -> list[dict[str, Any]]:
    """Return what prompts these partners to look at their interests in a matter between those concerned."""
    return [
        {
            "partner": name_of(terms, prompt.partner),
            "roles": [ROLES[role].lower() for role in prompt.roles],
            "other": name_of(terms, prompt.other) if prompt.other else None,
        }
        for partner in partners
        for prompt in prompts(terms, partner, concerned)
    ]
