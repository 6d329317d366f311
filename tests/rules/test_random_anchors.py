"""Random clocks and ladders: what the checker lets pass has a date once all has happened that can, and nothing else has."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import pytest

from rules import ladder, moments
from rules.answers import answered
from rules.calendars import pack_calendars
from rules.moments import Waits
from rules.soundness_moments import of_moments
from rules.terms import Clock, Event, Moment, OpenPoint, Stage, StageKind, Terms
from storage.packs import parse_pack

SMALL = parse_pack(
    (Path(__file__).parent.parent / "agreements" / "small.yaml").read_text(encoding="utf-8"), file="small.yaml"
)
CALENDARS = pack_calendars(SMALL)
AT = datetime(2030, 3, 14, 10, tzinfo=UTC)
ALWAYS = (
    "commencement",
    "ending",
    "signed",
    "raised",
    "sent",
    "received",
    "notified",
    "entered",
    "proposed",
    "decided",
)
LIMITS = (
    "1 week",
    "10 operational-days on working",
    "3 clear-days",
    "36 hours",
    "1 month",
    "2 calendar-days before",
    None,
)


def made(chance: random.Random) -> Terms:
    """Three stages that an issue comes to and one that it does not, and clocks that count from anything at all."""
    keys = [f"clock-{number}" for number in range(chance.randrange(2, 6))]
    stages = [f"stage-{number}" for number in range(4)]
    anything = [*Event, *keys, *keys, *stages, date(2030, 1, 7)]
    clocks, points = {}, []
    for key in keys:
        anchor = chance.choice([*anything, None])
        if anchor is None:
            choices = [str(chance.choice(anything)) for _ in range(2)]
            points.append(
                OpenPoint(key=f"since-{key}", question="?", path=f"clocks.{key}.counts_from", choices=choices)
            )
        closed_day = chance.choice(["stays", "next", "previous"])
        clocks[key] = Clock(name=key, counts_from=anchor, limit=chance.choice(LIMITS), closed_day=closed_day)
    ladder_ = [
        Stage(
            key=key,
            name=key,
            kind=chance.choice([StageKind.DISCUSSION, StageKind.FACILITATION]),
            forum=chance.choice(["board", None]),
            clock=chance.choice([*keys, Moment(counts_from=chance.choice(anything), limit=chance.choice(LIMITS[:5]))]),
            moved_on_by=("secretary",),
            next=stages[number + 1] if number < 2 else None,
        )
        for number, key in enumerate(stages)
    ]
    issues = SMALL.issues.model_copy(update={"stages": tuple(ladder_)})
    return SMALL.model_copy(update={"clocks": clocks, "issues": issues, "open": tuple(points)})


def happened(terms: Terms, at: Stage, come_to: list[Stage]) -> dict[str, moments.Happened]:
    """All that can have happened to an issue at a stage, at one hour; the agreement's own are days."""
    facts: dict[str, moments.Happened] = dict.fromkeys(ALWAYS, AT) | {stage.key: AT for stage in come_to}
    facts |= dict.fromkeys(("commencement", "ending", "signed"), AT.date())
    if any(stage.kind is StageKind.FACILITATION for stage in come_to):
        facts["appointed"] = AT
    if at.forum is not None:
        facts["meeting"] = AT
    return facts


def unanswered(terms: Terms) -> Iterator[tuple[Stage, Waits]]:
    """Each stage at which the time never comes, although all has happened that can."""
    order = [stage for key in ladder.climb(terms) for stage in terms.issues.stages if stage.key == key]
    for number, stage in enumerate(order):
        clock = ladder.clock_of(terms, stage)
        assert clock is not None
        if moments.without_limit(clock.when):
            continue
        facts = happened(terms, stage, order[: number + 1])
        found = moments.moment(terms, clock.when, facts, calendars=CALENDARS, at=clock.at)
        if isinstance(found, Waits):
            yield stage, found


def readings(terms: Terms) -> Iterator[Terms]:
    """The terms as they stand, or with each answer to the questions they leave open, all together."""
    for choices in product(*(point.choices for point in terms.open)):
        read = terms
        for point, choice in zip(terms.open, choices, strict=True):
            read = answered(read, point, choice)
        yield read


@pytest.mark.parametrize("seed", range(10))
def test_the_checker_lets_pass_what_has_a_date_once_all_has_happened_and_nothing_else(seed):
    chance, sound, never = random.Random(seed), 0, 0
    for _ in range(120):
        for read in readings(made(chance)):
            waits, wrong = list(unanswered(read)), list(of_moments(read))
            if not wrong:
                assert waits == [], (read.clocks, read.issues.stages)
            sound, never = sound + (not wrong), never + bool(waits)
    assert min(sound, never) > 1
