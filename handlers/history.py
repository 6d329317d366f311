"""The register as a person reads it: a matter's history, and the whole as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from sqlalchemy.orm import Session

from storage import agreements, register
from storage.agreements import Agreement
from storage.matters import Matter

SHOWN = (
    *("words", "partner", "evidence", "due_on", "from", "to", "was", "now", "why", "fault", "value"),
    *("vote", "decision", "matter", "signatory", "until", "route", "on", "kind", "item"),
)


def history(
    session: Session, matter: Matter, *, names: Mapping[str, str] | None = None, private: bool = True
) -> list[dict[str, Any]]:
    """Return a matter's entries in order: when, what, by whom, for which partner, with the words that matter.

    `names` has what those are called whom its terms do not know, such as seats. Without `private`, what of a public
    matter only some may know is left out.
    """
    terms = agreements.terms_of(session, matter.terms_id)
    called = {it.key: it.name for it in terms.participants} | {it.key: it.short for it in terms.partners}
    called |= dict(names or {})
    rows = []
    for entry in register.entries(session, matter.agreement_id, reference=matter.reference):
        if entry.private and not private:
            continue
        facts = json.loads(entry.facts)
        rows.append(
            {
                "number": entry.number,
                "at": entry.at.isoformat(),
                "act": entry.act,
                "by": entry.person,
                "for": called.get(entry.partner or ""),
                "behalf": entry.on_behalf,
                **{key: called.get(facts[key], facts[key]) for key in SHOWN if isinstance(facts.get(key), str)},
            }
        )
    return _in_order(rows, [partner.short for partner in terms.partners])


def _in_order(rows: list[dict[str, Any]], partners: list[str]) -> list[dict[str, Any]]:
    """Return the entries with receipts that follow each other in the order of the partners they are of.

    They come in as messages happen to arrive, and are read as one line: of the moment at which the last one came.
    """
    order = {name: number for number, name in enumerate(partners)}
    found: list[dict[str, Any]] = []
    for (act, _), together in groupby(rows, key=lambda row: (row["act"], row.get("kind"))):
        run = list(together)
        if act == "notice-delivered":
            last = max(row["at"] for row in run)
            run.sort(key=lambda row: order.get(row["for"], len(order)))
            run[-1] = run[-1] | {"at": last}
        found += run
    return found


def lines(session: Session, agreement: Agreement, *, private: bool) -> Iterator[str]:
    """Give the register as JSON Lines, one entry each, as hashed; private matters only when asked for.

    In the place of a private entry stands its stub, so that whoever has the export can follow the chain to its end.
    """
    for entry in register.entries(session, agreement.id):
        shown = entry.as_json() if private or not entry.private else entry.as_stub()
        yield json.dumps(shown, ensure_ascii=False, sort_keys=True)
