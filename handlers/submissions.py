"""A form that is handed in twice is done once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from handlers.requests import Request
from rules.errors import Refusal
from rules.sentences import word
from storage import submissions


def first_time(session: Session, request: Request, values: Mapping[str, Any]) -> bool:
    """Return whether this form is handed in for the first time, and remember it in the same transaction.

    A refusal undoes the transaction and so the memory: the same form can be mended and handed in again. Raises Refusal
    when it was done, its answer was lost on the way, and it says something else now.
    """
    if request.once is None:
        return True
    words = hashlib.sha256(repr(sorted(values.items())).encode("utf-8", "surrogatepass")).hexdigest()
    done = submissions.remember(session, request.once, words, request.now)
    if done is not None and done.values_sha256 not in (None, words):
        raise Refusal(
            "This was done already, as you first sent it; only the answer did not reach you. What you have changed "
            "since is not in it. Please copy what you need and close this form: "
            f"{word('partnership')} shows how things stand."
        )
    return done is None
