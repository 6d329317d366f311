"""A day in words, the same in every sentence: Wed 18 Jan 2023."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def in_words(day: date) -> str:
    """Return a day as people write it, with its weekday."""
    return f"{day:%a} {day.day} {day:%b} {day.year}"


def beside(day: date, other: date) -> str:
    """Return a day as people write it beside another: with its year only where that is a different one."""
    return in_words(day) if day.year != other.year else f"{day:%a} {day.day} {day:%b}"
