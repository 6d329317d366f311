"""What a program says when it starts about agreements that the rules of today would refuse."""

from __future__ import annotations

import structlog
from sqlalchemy import Engine

from handlers.agreements.standing import standings
from storage.database import transaction

log = structlog.get_logger()

_SHOWN = 5


def tell(engine: Engine) -> None:
    """Log a line for each agreement whose stored terms are not sound by today's rules: what is wrong, what to do.

    Whatever goes wrong here is logged too, and stops nothing.
    """
    try:
        with transaction(engine) as session:
            for found in standings(session):
                log.warning(
                    "agreement",
                    key=found.key,
                    version=found.version,
                    outcome="not sound" if found.runs else "not readable",
                    faults=list(found.faults[:_SHOWN]),
                    more=max(0, len(found.faults) - _SHOWN),
                    advice=found.advice,
                )
    except Exception as error:  # noqa: BLE001 (a program that cannot look at its agreements can still run them)
        log.error("agreements", outcome="not looked at", error=type(error).__name__)
