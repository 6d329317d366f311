"""What stories of reminders share."""

from __future__ import annotations


def tell_cvs(world, *affected):
    world.ada.raises("Discharge delays", *affected)
    world.sam.presses("Record how they were told")
    today = f"{world.clock():%Y-%m-%d}"
    world.sam.submits({"partner": "sefton-cvs", "told_on": today, "evidence": "By telephone"})
    return world
