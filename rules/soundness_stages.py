"""The ladder: stages that are never reached, that go round in circles, or that nothing can move on."""

from __future__ import annotations

from collections.abc import Iterator

from rules.places import Path, Unsound
from rules.terms import Mover, Stage, StageKind, Terms


def of_stages(terms: Terms) -> Iterator[Unsound]:
    """Yield what is wrong with the ladder and its stages."""
    stages = terms.issues.stages
    places = {stage.key: number for number, stage in reversed(list(enumerate(stages)))}
    reached: list[str] = []
    here: str | None = stages[0].key
    while here in places:
        reached.append(here)
        onward = stages[places[here]].next
        if onward in reached:
            at: Path = ("issues", "stages", places[here], "next")
            yield Unsound(
                at, f"The ladder goes back to {onward}, round and round.", "Name a later stage, or leave it out."
            )
            break
        here = onward
    for number, stage in enumerate(stages):
        where: Path = ("issues", "stages", number)
        if stage.key not in reached:
            hint = "Name it as next of an earlier stage, or take it out."
            yield Unsound(where, f"No issue ever reaches the stage {stage.key}.", hint)
        yield from _stage(terms, stage, where)


def _stage(terms: Terms, stage: Stage, at: Path) -> Iterator[Unsound]:
    if stage.kind is StageKind.VOTE and stage.rule is None:
        known = ", ".join(terms.decision_rules) or "none yet"
        yield Unsound(at, f"{stage.name} is a vote without a decision rule.", f"Add rule: one of {known}.")
    if stage.kind is not StageKind.VOTE and stage.settled_when == "decided" and stage.rule is None:
        hint = "Add rule, or write settled_when: all-affected-agree."
        if stage.kind is StageKind.OUTSIDE:
            hint = "Write settled_when: all-affected-agree; they put on record what was decided outside."
        yield Unsound((*at, "settled_when"), f"{stage.name} is settled when decided, but nobody decides.", hint)
    if stage.settled_when == "never" and stage.next is None and stage.kind is not StageKind.OUTSIDE:
        yield Unsound((*at, "settled_when"), f"{stage.name} settles nothing, and nothing follows.", "Add next.")
    if stage.skippable and stage.next is None:
        yield Unsound((*at, "skippable"), f"{stage.name} may be skipped, but nothing follows.", "Add next.")
    if stage.on_time_up == "move" and stage.next is None:
        yield Unsound((*at, "on_time_up"), "It moves on by itself, but nothing follows.", "Add next, or write ask.")
    if stage.on_time_up == "move" and stage.clock is None:
        yield Unsound((*at, "on_time_up"), "It moves on when time is up, but has no clock.", "Add clock, or write ask.")
    if stage.forum is None and Mover.CHAIR in stage.moved_on_by:
        where = (*at, "moved_on_by", stage.moved_on_by.index(Mover.CHAIR))
        hint = f"{_a_forum(terms)}; or name somebody else."
        yield Unsound(where, "The chair moves it on, but it is before no forum.", hint)
    if stage.forum is None and stage.notice and stage.notice.to == "forum":
        yield Unsound((*at, "notice", "to"), "Notice goes to the forum, but there is none.", f"{_a_forum(terms)}.")


def _a_forum(terms: Terms) -> str:
    known = ", ".join(forum.key for forum in terms.forums)
    return f"Add forum: one of {known}" if known else "Add forum, and the forum itself under forums"
