"""A count that was kept before it knew who is there: as it was decided, in today's words. Pure.

Results of closed decisions and the facts of messages that were posted are stored as they were.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from rules.phrases import counted
from rules.shares import part

_WHOM = {
    "present-and-voting": "present and voting",
    "not-conflicted": "without a conflict",
    "all-but-concerned": "other than the one concerned",
}
_OTHER = "If those with a conflict were counted the other way, {needed} of {of} would be needed."
_KINDS = {"unanimous": "all", "consensus": "nobody against", "at-least": "at least", "more-than": "more than"}


def renewed_count(tally: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a stored count as it is shown today. Its numbers stay as they were decided."""
    if "asks" in tally:
        return tally
    cast = tally["in_favour"] + tally["against"] + tally["abstain"]
    other = tally["other"]
    today = {
        "kind": _KINDS[str(tally["kind"])],
        "base_of": "all",
        "asks": _asks(tally),
        "working": [],
        "could": tally["base"],
        "there": cast,
        "recorded": False,
        "missing_there": max(0, (tally["quorum"] or 0) - cast),
        "set_aside": [],
        "waits_for": None,
        "waits": False,
        "settled": True,
        "other": [_OTHER.format(needed=other[1], of=other[0])] if other else [],
    }
    return {**tally, **today}


def _asks(tally: Mapping[str, Any]) -> str:
    whom = " and ".join(_WHOM.get(str(word), str(word)) for word in tally["who"])
    noun = "seat" if tally["counts"] == "seats" else "partner"
    of = f"{tally['base']} {whom}" if whom else counted(tally["base"], noun)
    said = {
        "unanimous": f"{f'The one{of[1:]}' if tally['base'] == 1 else f'All {of}'} must agree",
        "consensus": f"Consensus of {of}: nobody objects, and all have spoken",
    }.get(str(tally["kind"]))
    if said is None:
        how = "More than" if tally["kind"] == "more-than" else "At least"
        said = f"{how} {part(Fraction(str(tally['of'])))} of {of}: {tally['needed']} needed"
    return said + (f"; at least {tally['quorum']} must be there" if tally["quorum"] else "")
