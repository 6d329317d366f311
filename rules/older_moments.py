"""Older words for times, in those of today: anchors, fixed dates, and lengths that were meant from an event.

Plain data in, plain data out; what is not of the older shape stays as it is, for the vocabulary to complain of. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

_Plain = dict[str, Any]

_ANCHORS = {"stage-entered": "entered"}
_MEANT_FROM = {"within": "aware", "consent_within": "disclosed"}
_NO_LENGTH = ("immediately", "unstated")
_DIRECTIONS = ("after", "before", "beginning with")


def renewed_moments(content: _Plain) -> _Plain:
    """Return a pack with its times in the words of today: rewriting what is rewritten already changes nothing."""
    found, asked = dict(content), _asked(content.get("open"))
    _put(found, "clocks", lambda clocks: _values(clocks, lambda key, clock: _counted(clock, f"clocks.{key}" in asked)))
    _put(
        found,
        "reviews",
        lambda reviews: _entries(reviews, lambda it: _counted(it, f"reviews.{it.get('key')}" in asked)),
    )
    _put(found, "forums", lambda forums: _entries(forums, _forum))
    _put(found, "conflicts", _conflicts)
    _put(found, "open", lambda points: _entries(points, _point))
    return found


def _put(found: _Plain, key: str, rewrite: Callable[[Any], Any]) -> None:
    if key in found:
        found[key] = rewrite(found[key])


def _values(block: Any, rewrite: Callable[[Any, _Plain], Any]) -> Any:
    if not isinstance(block, Mapping):
        return block
    return {key: rewrite(key, dict(value)) if isinstance(value, Mapping) else value for key, value in block.items()}


def _entries(listed: Any, rewrite: Callable[[_Plain], Any]) -> Any:
    if not isinstance(listed, list | tuple):
        return listed
    return [rewrite(dict(entry)) if isinstance(entry, Mapping) else entry for entry in listed]


def _asked(points: Any) -> set[str]:
    """Return the places whose fixed date is asked for by an open point."""
    listed = points if isinstance(points, list | tuple) else ()
    paths = [point.get("path") for point in listed if isinstance(point, Mapping)]
    return {path.removesuffix(".on") for path in paths if isinstance(path, str) and path.endswith(".on")}


def _counted(block: _Plain, asked: bool) -> _Plain:  # noqa: FBT001
    """Return a clock or a review that counts from a fixed date with the day itself in its place.

    Where an open point asks for the day (`asked`), it is left open what it counts from.
    """
    anchor, on = block.get("counts_from"), block.get("on")
    if anchor == "fixed-date" and on is not None:
        return {key: on if key == "counts_from" else value for key, value in block.items() if key != "on"}
    if anchor == "fixed-date" and asked:
        return {key: value for key, value in block.items() if key not in ("counts_from", "on")}
    if isinstance(anchor, str) and anchor in _ANCHORS:
        block["counts_from"] = _ANCHORS[anchor]
    if on is None:
        block.pop("on", None)
    return block


def _forum(forum: _Plain) -> _Plain:
    for name in ("notice", "papers"):
        asked = forum.get(name)
        if isinstance(asked, Mapping) and "limit" in asked and "counts_from" not in asked:
            forum[name] = {"counts_from": "meeting", **asked}
    return forum


def _conflicts(rule: Any) -> Any:
    """Return what is asked about interests, with each length counted from what it was meant from."""
    if not isinstance(rule, Mapping):
        return rule
    found = dict(rule)
    for name, event in _MEANT_FROM.items():
        limit = found.get(name)
        is_words = isinstance(limit, str) and limit not in _NO_LENGTH and not _says_from(limit)
        if is_words or (isinstance(limit, Mapping) and "number" in limit):
            found[name] = {"counts_from": event, "limit": limit}
    return found


def _says_from(words: str) -> bool:
    """Return whether a length in words says what it counts from, or words are no length at all."""
    return not words[:1].isdigit() or any(f" {direction} " in words for direction in _DIRECTIONS)


def _point(point: _Plain) -> _Plain:
    """Return an open point that asks for a fixed date, or offers older words, as it is asked today."""
    path, choices = point.get("path"), point.get("choices")
    if not isinstance(path, str):
        return point
    if path.endswith(".on") and path.split(".")[0] in ("clocks", "reviews"):
        point["path"] = path = f"{path.removesuffix('.on')}.counts_from"
    if path.endswith(".counts_from") and isinstance(choices, list | tuple):
        point["choices"] = [_ANCHORS.get(choice, choice) if isinstance(choice, str) else choice for choice in choices]
    return point
