"""How long the program waits for a chat, for rows and for documents, and a chat for the program."""

from __future__ import annotations

from dataclasses import dataclass

from storage.database import BUSY_SECONDS


@dataclass(frozen=True)
class Patience:
    """Seconds. What a person waits for takes less than the time their chat gives the program to answer them.

    These are what is shipped. The tests have longer ones, because a busy machine is no failure.
    """

    answer: float = 3.0  # the chat, for our answer to somebody who pressed something
    call: float = 2.5  # we, for the chat, while this person waits
    message: float = 10.0  # we, for the chat to take a message: nobody waits for that
    rows: float = BUSY_SECONDS  # we, for rows that somebody else holds
    document: float = 2.0  # we, for a document to be taken in


SHIPPED = Patience()
