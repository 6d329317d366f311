"""Runs reviews.yaml: dated examples of when reviews are due, that a lawyer can read."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from rules.calendars import calendar_of
from rules.reviews import Declared, schedule
from rules.term import InForce, in_force
from rules.terms import Event, Review, TimeLimit
from storage.packs import parse_pack, read_pack

HERE = Path(__file__).parent
GROUPS = YAML(typ="safe", pure=True).load(HERE / "reviews.yaml")
EXAMPLES = [
    pytest.param(example, id=f"{group['group']}: {example['title']}")
    for group in GROUPS
    for example in group["examples"]
]
KEYS = {
    "title", "agreement", "review", "every", "first", "once", "counted from", "begun by", "trigger", "commenced", "ends",
    "calendar", "declared", "from", "until", "due", "why",
}  # fmt: skip
SMALL = parse_pack((HERE / "small.yaml").read_text(), file="small.yaml")
ENGLAND = calendar_of("england-and-wales")


def day(text: str) -> date:
    """Read "Fri 16 Dec 2022"; the weekday must be right."""
    found = datetime.strptime(text.partition(" ")[2], "%d %b %Y").replace(tzinfo=UTC).date()
    assert f"{found:%a}" == text[:3], f"{text} is no {text[:3]}"
    return found


def days(text: str) -> tuple[date, date]:
    """Read "Sun 1 Jan 2023, held Tue 3 Jan 2023" as both days; of a single one, as the same twice."""
    nominal, _, held = text.partition(", held ")
    return day(nominal), day(held or nominal)


def limit(text):
    return None if text is None else TimeLimit.model_validate(text)


def terms_and_review(example):
    if "agreement" in example:
        terms = read_pack(example["agreement"])
        return terms, next(found for found in terms.reviews if found.key == example["review"])
    start = example.get("counted from")
    return SMALL, Review(
        key="one",
        name="One",
        looks_at=("Everything",),
        every=limit(example.get("every")),
        first_within=limit(example.get("first")),
        once=limit(example.get("once")),
        counts_from=Event.ENDING if start == "the end" else None if start is None else day(start),
        initiated_by=day(example["begun by"]) if "begun by" in example else None,
        triggers=(example["trigger"],) if "trigger" in example else (),
    )


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example):
    assert set(example) <= KEYS
    terms, review = terms_and_review(example)
    commenced, ends = (day(example[key]) if key in example else None for key in ("commenced", "ends"))
    force = in_force(terms, commenced_on=commenced, ends_on=ends) if "agreement" in example else InForce(None, ends)
    found = schedule(
        terms,
        review,
        force,
        first_on=day(example["from"]),
        until=day(example["until"]),
        calendar=None if example.get("calendar") == "undecided" else ENGLAND,
        declared=[Declared(review.key, day(text)) for text in example.get("declared", ())],
    )
    assert [(one.nominal_on, one.on) for one in found.occurrences] == [days(text) for text in example["due"]]
    if "why" in example:
        assert found.why is not None
        assert example["why"] in found.why
