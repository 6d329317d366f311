"""Partners that are no party to an agreement any more: they owe nothing from then on, and hold nothing up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from handlers.actors import name_of
from rules.electorates import gone
from storage import agreements
from storage.database import remembered


def left(session: Session, agreement_id: int, today: date) -> Mapping[str, str]:
    """Return the partners that have left by a day, or that another has succeeded, each with how that is said.

    By the terms in force: a partner can leave while a matter runs under terms that know nothing of it.
    """

    def read() -> dict[str, str]:
        terms = agreements.terms_if_readable(session, agreement_id)
        found = {it.key: gone(terms, it, today) for it in terms.partners} if terms is not None else {}
        return {key: why for key, why in found.items() if why is not None and not why.startswith("joins ")}

    return remembered(session, ("left", agreement_id, today), read)


def departed(session: Session, agreement_id: int, today: date, among: object) -> list[dict[str, Any]]:
    """Return those of some partners that have left, for the templates: what each is called, and how it left."""
    found = left(session, agreement_id, today)
    if not found:
        return []
    terms = agreements.current_terms(session, agreement_id)
    mine = set(among)  # type: ignore[call-overload]
    return [{"name": name_of(terms, key), "why": why} for key, why in found.items() if key in mine]
