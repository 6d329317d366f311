"""The terms as a signed document makes them: a partner joins or takes another's place, the last day moves. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from rules import soundness
from rules.errors import Refusal
from rules.terms import Terms


def joined(terms: Terms, newcomer: Mapping[str, Any], on: date) -> Terms:
    """Return the terms with this partner in them from a day on, in the place of the one it `replaces`, if any.

    `newcomer` has what a pack says of a partner: key, name, short, roles, category, eligibility. Raises Refusal, with a
    sentence, when they would not be sound.
    """
    data = terms.model_dump(mode="json", exclude_defaults=True)
    replaced = newcomer["replaces"]
    partner = {name: value for name, value in newcomer.items() if name != "replaces" and value is not None}
    data["partners"] = [
        {**known, "succeeded_by": {"partner": newcomer["key"], "since": on.isoformat()}}
        if known["key"] == replaced
        else known
        for known in data["partners"]
    ] + [{**partner, "joined": on.isoformat()}]
    return _sound(terms, data)


def extended(terms: Terms, ends_on: date) -> Terms:
    """Return the terms with a later last day."""
    data = terms.model_dump(mode="json", exclude_defaults=True)
    data["term"] = {**data.get("term", {}), "ends": ends_on.isoformat(), "open_ended": False}
    return _sound(terms, data)


def _sound(before: Terms, data: Mapping[str, Any]) -> Terms:
    """Return changed terms. Raises Refusal, with a sentence, when they are not sound where the old ones were."""
    try:
        changed = Terms.model_validate(data)
    except ValidationError as error:
        raise Refusal(f"The terms would not be sound: {error.errors()[0]['msg']}.") from None
    known = {(fault.path, fault.message) for fault in soundness.faults(before)}
    for fault in soundness.faults(changed):
        if (fault.path, fault.message) not in known:
            raise Refusal(f"The terms would not be sound: {fault.message} {fault.hint}")
    return changed
