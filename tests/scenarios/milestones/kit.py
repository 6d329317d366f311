"""What stories of milestones share."""

from __future__ import annotations

from sqlalchemy import select

from storage.deadlines import Deadline
from storage.milestones import Milestone
from tests.scenarios.signatures.kit import HALTON


def adds(player, channel=HALTON, **more):
    """Add a milestone through the form: Mersey Care's, by the end of the fourth quarter of 2021/22."""
    player.types("/partnership milestones", channel=channel)
    player.presses("Add a milestone")
    fields = {"title": "Fewer readmissions", "owner": "mersey-care", "on": "2022-01-20"}
    player.submits(fields | {"precision": "financial-quarter"} | more)
    return player.answer


def opens(player, reference="HAL-MS11", channel=HALTON):
    player.types(f"/partnership milestone {reference}", channel=channel)
    return player.answer


def does(player, button, reference="HAL-MS11", channel=HALTON, **fields):
    """Press a button of a milestone, and fill its form in."""
    opens(player, reference, channel)
    player.presses(button)
    if "said" in fields:
        player.changes("said", fields.pop("said"))
    player.submits(fields)
    return player.answer


def row(world, reference="HAL-MS11"):
    with world.session() as session:
        return session.scalars(select(Milestone).where(Milestone.reference == reference)).one()


def dates(world, reference="HAL-MS11"):
    """Every date it was chased by, oldest first, with what became of it."""
    with world.session() as session:
        query = select(Deadline).join(Milestone, Milestone.id == Deadline.matter_id)
        found = session.scalars(query.where(Deadline.matter == "milestone", Milestone.reference == reference))
        return [(str(one.due_on), one.state.value) for one in sorted(found, key=lambda one: one.id)]
