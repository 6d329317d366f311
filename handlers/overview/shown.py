"""One matter of any kind, shown to whoever names it or presses its button; and whether it is ever published."""

from __future__ import annotations

from sqlalchemy.orm import Session

from handlers.kinds import KINDS
from handlers.matters import named, pressed
from handlers.requests import Answer, Request
from storage.matters import Matter


def by_reference(name: str, session: Session, request: Request) -> Answer:
    """Show the matter whose reference was typed, with everything whoever asks can do to it."""
    workflow = KINDS[name]
    matter, actor = named(session, request, workflow.kind)
    return workflow.detail(session, request, matter, actor)


def by_press(name: str, session: Session, request: Request) -> Answer:
    """Show the matter whose button was pressed, with everything whoever asks can do to it."""
    workflow = KINDS[name]
    matter, actor = pressed(session, request, workflow.kind)
    return workflow.detail(session, request, matter, actor)


def kept_private(session: Session, matter: Matter) -> bool:
    """Return whether a matter is private, or follows from one that is: it is left out of all that is published.

    What is signed because of a vote on a private issue is known to every partner: it stays between them.
    """
    source = KINDS[matter.matter].source_of(session, matter)
    return matter.private or (source is not None and kept_private(session, source))
