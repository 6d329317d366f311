"""Runs deadlines.yaml: a table of dated examples that a lawyer can read."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from ruamel.yaml import YAML

from rules.calendars import calendar_of
from rules.deadlines import Working, work_out
from rules.terms import Direction, TimeLimit, Unit

LONDON = ZoneInfo("Europe/London")
GROUPS = YAML(typ="safe", pure=True).load(Path(__file__).with_name("deadlines.yaml"))
EXAMPLES = [
    pytest.param(example, id=f"{group['group']}: {example['title']}")
    for group in GROUPS
    for example in group["examples"]
]
KEYS = {
    "title", "count", "on", "from", "known", "closed", "opened", "first", "skipped", "due", "ends", "provisional",
}  # fmt: skip


def when(text: str) -> datetime | date:
    """Read "Fri 16 Dec 2022", "Fri 16 Dec 2022 17:30" or "Mon 4 Jul 2022 23:30 UTC"; the weekday must be right."""
    words = text.split()
    day = datetime.strptime(" ".join(words[1:4]), "%d %b %Y").replace(tzinfo=UTC).date()
    assert f"{day:%a}" == words[0], f"{text} is no {words[0]}"
    if len(words) == 4:
        return day
    clock = datetime.strptime(words[4], "%H:%M").replace(tzinfo=UTC).time()
    return datetime.combine(day, clock, UTC if words[5:] == ["UTC"] else LONDON)


def limit_of(words: str) -> TimeLimit:
    number, *unit = words.split()
    direction = Direction.BEFORE if unit[-1] == "before" else Direction.AFTER
    name = "-".join(unit).removesuffix("-before").removesuffix("s") + "s"
    return TimeLimit(number=int(number), unit=Unit(name), direction=direction)


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example):
    assert set(example) <= KEYS
    calendar = None
    if "on" in example:
        days = {key: {when(day): why for day, why in example.get(key, {}).items()} for key in ("closed", "opened")}
        known = when(example["known"]) if "known" in example else None
        calendar = calendar_of(example["on"], **days, known_on=known)
    working = work_out(limit_of(example["count"]), when(example["from"]), zone=LONDON, calendar=calendar)

    assert f"{working.due_on:%a} {working.due_on.day} {working.due_on:%b %Y}" == example["due"]
    if "first" in example:
        assert working.first_on == (None if example["first"] == "none" else when(example["first"]))
    if "skipped" in example:
        assert {day.on: day.why for day in working.skipped} == {
            when(day): why for day, why in example["skipped"].items()
        }
    if "ends" in example:
        assert working.due_at == when(example["ends"])
        assert working.due_at.tzinfo is UTC
    assert working.provisional == (example.get("provisional", False) in (True, "yes"))
    assert Working.from_json(working.to_json()) == working
