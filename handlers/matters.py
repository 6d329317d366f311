"""Matters of any kind: what a kind is called, and one of it found for whoever asks, if they may see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import Actor
from handlers.requests import Request
from rules.errors import Refusal
from rules.matters import Allowed
from rules.sentences import word
from storage import agreements, rows
from storage.agreements import Agreement
from storage.matters import Matter
from storage.rows import Numbered

M = TypeVar("M", bound=Numbered)


def everybody(matter: Numbered, actor: Actor) -> bool:
    """Return True: whoever has a part in its agreement may see it."""
    del matter, actor
    return True


@dataclass(frozen=True)
class Kind(Generic[M]):
    """One kind of matter: its name in buttons, deadlines and notices, and its words for people.

    `called` is what a sentence calls one; `listed` is the word that lists them, and `example` a reference.
    """

    name: str
    called: str
    listed: str
    example: str
    model: type[M]
    may_see: Callable[[M, Actor], bool] = everybody


@dataclass(frozen=True)
class Cause:
    """A matter that an action can be opened because of, who asks, and who may; `forum` is the one that agrees on it."""

    matter: Matter
    actor: Actor
    allowed: Allowed
    forum: str | None = None


def pressed(session: Session, request: Request, kind: Kind[M], *, lock: bool = False) -> tuple[M, Actor]:
    """Return the matter whose button was pressed, and who asks; with `lock`, nobody else changes it now."""
    return seen(session, request, kind, rows.get(session, kind.model, request.row or 0, lock=lock))


def named(session: Session, request: Request, kind: Kind[M]) -> tuple[M, Actor]:
    """Return the matter whose reference was typed, and who asks."""
    wanted = request.text.strip().upper()
    if not wanted:
        raise Refusal(f"Please type the reference too, such as {word(kind.name, kind.example)}.")
    return seen(session, request, kind, rows.by_reference(session, kind.model, wanted), wanted[:20])


def seen(
    session: Session, request: Request, kind: Kind[M], matter: M | None, wanted: str | None = None
) -> tuple[M, Actor]:
    """Return a matter and who asks, under the terms that it is run under, if they may see it.

    For anybody else it is as if it were not there, which is what the Refusal says; `wanted` is the reference that was
    typed. Whoever has no part in its agreement is told so, unless it is private.
    """
    known = actors.person_of(session, request.user)
    unknown = Refusal(
        f"I know no {f'{kind.called} {wanted}' if wanted else f'such {kind.called}'} that you can see. "
        f"{word(kind.listed)} lists those you can."
    )
    if matter is None:
        raise unknown
    try:
        actor = actors.actor_as(session, session.get_one(Agreement, matter.agreement_id), request, *known)
    except Refusal:
        if matter.private:
            raise unknown from None
        raise
    if not kind.may_see(matter, actor):
        raise unknown
    return matter, replace(actor, terms=agreements.terms_of(session, matter.terms_id))


def faster(kind: Kind[M]) -> Refusal:
    """Return what is said when somebody else has moved a matter on between its being read and being written."""
    return Refusal(f"Somebody else acted on this {kind.called} a moment ago. Please look again.")
