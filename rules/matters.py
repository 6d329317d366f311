"""What holds for matters of every kind: who may do an act, and what is owed. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Allowed:
    """Who may do an act: the leads and deputies of these partners; or any of their people; or the secretary."""

    partners: frozenset[str]
    any_capacity: bool = False
    secretary: bool = False


class Owed(StrEnum):
    """What a partner still owes a matter."""

    ACKNOWLEDGEMENT = "acknowledgement"
    ANSWER = "answer"
    EXTENSION_ANSWER = "extension-answer"
    WAY_FORWARD = "way-forward"
    VOTE = "vote"
    RATIFICATION = "ratification"
    CONSENT = "consent"
    INTERESTS = "interests"
    ACTION = "action"
    SIGNATURE = "signature"
    REVIEW = "review"
    OUTCOME = "outcome"
    PROGRESS = "progress"
    CONDITION = "condition"
    MEETING_NOTICE = "meeting-notice"
    MEETING_PAPERS = "meeting-papers"
    MEETING_RECORD = "meeting-record"


SECRETARY = "secretary"
"""Who owes what no partner does, in the place of a partner's key."""
