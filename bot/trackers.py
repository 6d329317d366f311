"""Trackers whose rows come with Accord: which there are, and what stands in them."""

from __future__ import annotations

from bot import sheets
from bot.words import MESSAGES
from handlers.trackers import file as tracker_file
from handlers.trackers.file import FileRow
from rules.terms import Tracker as TrackerRule

HOME = MESSAGES.parent / "trackers"


def known() -> list[str]:
    """Return the ids of the agreements whose tracker comes with Accord."""
    return sorted(file.stem for file in HOME.glob("*.csv"))


def rows_of(agreement: str, rule: TrackerRule) -> list[FileRow]:
    """Return the rows that come with an agreement's tracker, as its document prints them."""
    return tracker_file.read(sheets.read(HOME / f"{agreement}.csv", tracker_file.NEEDED), rule)
