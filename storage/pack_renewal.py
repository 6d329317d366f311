"""A pack's file put into the words of today."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rules.older_words import renewed
from rules.renewal import Rewritten, differences
from storage import yaml_edits
from storage.packs import PackFaults, dotted, written


@dataclass(frozen=True)
class Renewal:
    """A pack's text in the words of today, what differs from the older ones by its place, and the comments it lost."""

    text: str
    changes: tuple[tuple[str, Rewritten], ...]
    lost: tuple[str, ...]


def renewal(text: str, *, file: str) -> Renewal:
    """Return a pack's text in the words of today; what says the same as before stays as it is written.

    Raises PackFaults, with `file` as its name, for what is no pack at all, is empty, or says something twice, and for
    what could mean two things in the words of today.
    """
    before = written(text, file)
    faults = [*before.faults, *before.older_faults(renewed_by_itself=False)]
    if faults:
        raise PackFaults(file, faults)
    now = renewed(before.document.content)
    found = tuple(differences(before.document.content, now))
    after = yaml_edits.edited(text, before.document.content, now) if found else text
    lost = Counter(yaml_edits.comments(text)) - Counter(yaml_edits.comments(after))
    return Renewal(
        after,
        tuple((dotted(it.path, before.document.content), it) for it in found),
        tuple(lost.elements()),
    )
