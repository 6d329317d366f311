"""Agreements that were loaded under rules of an earlier version of Accord, and are not sound by those of today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError
from sqlalchemy.orm import Session

from rules import misfits, soundness
from rules.older_words import renewed
from rules.terms import Terms
from storage import agreements
from storage.packs import dotted


@dataclass(frozen=True)
class Standing:
    """An agreement whose newest terms are not sound by the rules of today, and what is wrong with them.

    Where they can be read, it runs on under them. Where not, nothing can be done in it, and the others run on.
    """

    key: str
    version: int
    runs: bool
    faults: tuple[str, ...]

    @property
    def advice(self) -> str:
        """What whoever runs Accord can do about it."""
        runs = "runs on under its stored terms" if self.runs else "cannot be read, so nothing can be done in it"
        return f"{self.key} {runs}; mend its pack (python -m bot agreement check FILE), then agreement load FILE"


def standings(session: Session) -> Iterator[Standing]:
    """Yield each agreement that is not sound by the rules of today, by key."""
    for agreement in agreements.all_agreements(session):
        version = agreements.latest_version(session, agreement.id)
        content = renewed(version.body)
        try:
            terms = Terms.model_validate(content)
        except ValidationError as error:
            found = misfits.misfits(error.errors(include_url=False), content)
            faults = [f"{dotted(it.path, content)}: {it.message} {it.hint}" for it in found]
            yield Standing(agreement.key, version.number, runs=False, faults=tuple(faults))
            continue
        unsound = [f"{dotted(it.path, content)}: {it.message} {it.hint}" for it in soundness.faults(terms)]
        if unsound:
            yield Standing(agreement.key, version.number, runs=True, faults=tuple(unsound))
