"""The partner that an accession brings, as a form describes it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from handlers.forms import FormRefused, Values
from rules.changes import joined
from rules.errors import Refusal
from rules.terms import Terms

LONGEST_KEY = 40


def read(terms: Terms, values: Values) -> dict[str, Any]:
    """Return the new partner as a form describes it, in plain values. Raises FormRefused when it can't join so."""
    short = values.line("newcomer_short")
    newcomer = {
        "key": _key(terms, short),
        "name": values.line("newcomer"),
        "short": short,
        "roles": list(values.many("newcomer_roles")),
        "category": values.line("newcomer_category") or terms.partners[-1].category,
        "eligibility": values.line("newcomer_class") or None,
        "replaces": values.line("replaces") or None,
    }
    taken = {name.casefold() for p in terms.partners for name in (p.name, p.short, *p.aliases)}
    for field, name in (("newcomer", values.line("newcomer")), ("newcomer_short", short)):
        if name.casefold() in taken:
            raise FormRefused({field: f"{name} is a partner already."})
    try:
        joined(terms, newcomer, date(2000, 1, 1))
    except Refusal as refused:
        raise FormRefused({"newcomer": str(refused)}) from None
    return newcomer


def _key(terms: Terms, short: str) -> str:
    """Return a key for a partner that none has: its short name in plain letters."""
    plain = re.sub(r"[^a-z0-9]+", "-", short.casefold()).strip("-")[: LONGEST_KEY - 3].strip("-")
    key = plain if plain[:1].isalpha() else f"partner-{plain}".rstrip("-")
    known = {partner.key for partner in terms.partners} | {forum.key for forum in terms.forums}
    return key if key not in known else next(f"{key}-{n}" for n in range(2, 100) if f"{key}-{n}" not in known)
