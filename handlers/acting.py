"""An act: who does it, for which partner, and its entry in the register; and the entry of what happens by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy.orm import Session

from handlers.actors import Actor, name_of
from handlers.requests import Request
from storage import register
from storage.agreements import Agreement


class Recorded(Protocol):
    """What an act is recorded about: an issue, a decision, an action, a conflict."""

    @property
    def reference(self) -> Any:
        """The reference people know it by, such as SEF-7."""

    @property
    def private(self) -> Any:
        """Whether only some partners may know of it."""


class Event(Recorded, Protocol):
    """What something happens to by itself."""

    @property
    def agreement_id(self) -> Any:
        """The agreement it belongs to."""


@dataclass(frozen=True)
class Acting:
    """Who does an act, for which partner; on its behalf when the secretary records what came by another way."""

    actor: Actor
    partner: str | None
    request: Request
    evidence: str | None = None

    @property
    def now(self) -> datetime:
        """Return the moment of the act."""
        return self.request.now

    @property
    def facts(self) -> dict[str, Any]:
        """Return who acted, for whom and when, for the templates."""
        return {
            "by": self.actor.person.name,
            "for": name_of(self.actor.terms, self.partner) if self.partner else None,
            "at": self.now.isoformat(),
            "behalf": self.evidence is not None,
            "evidence": self.evidence,
            "timezone": self.actor.terms.timezone,
        }


def record(
    session: Session,
    by: Acting,
    matter: Recorded | None,
    act: str,
    facts: Mapping[str, Any],
    *,
    private: bool | None = None,
) -> register.Entry:
    """Write an act into the register, in the same transaction; return the entry. About no matter where that is None.

    The entry is private where the matter is, unless `private` says otherwise.
    """
    return register.write(
        session,
        by.actor.agreement,
        at=by.now,
        act=act,
        person=by.actor.person.name,
        person_id=by.actor.person.id,
        partner=by.partner,
        on_behalf=by.evidence is not None,
        reference=matter.reference if matter is not None else None,
        private=private if private is not None else matter is not None and matter.private,
        facts={**facts, **({"evidence": by.evidence} if by.evidence else {})},
        source=by.request.source,
    )


def record_event(
    session: Session,
    matter: Event,
    act: str,
    facts: Mapping[str, Any],
    *,
    at: datetime,
    partner: str | None = None,
    private: bool | None = None,
) -> None:
    """Write into the register what happened to a matter by itself: a date passed, a vote opened, a conflict reached it.

    The entry is private where the matter is, unless `private` says otherwise.
    """
    register.write(
        session,
        session.get_one(Agreement, matter.agreement_id),
        at=at,
        act=act,
        person="Accord",
        partner=partner,
        reference=matter.reference,
        private=matter.private if private is None else private,
        facts=facts,
    )
