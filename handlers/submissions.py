"""A form that is handed in twice is done once."""

from __future__ import annotations

from sqlalchemy.orm import Session

from handlers.requests import Request
from storage import submissions


def first_time(session: Session, request: Request) -> bool:
    """Return whether this form is handed in for the first time, and remember it in the same transaction.

    A refusal undoes the transaction and so the memory: the same form can be mended and handed in again.
    """
    return request.once is None or submissions.remember(session, request.once, request.now)
