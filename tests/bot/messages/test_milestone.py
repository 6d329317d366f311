"""The most important messages about milestones, word for word."""

from tests.bot.messages.facts import OVERDUE, TODAY, lines_of, rendered
from tests.bot.messages.milestone import CHANGES, CONDITION, LIST, MILESTONES, milestone

WITH = "paragraph: With Halton Council (clause 3.10)"
DUE = "paragraph: Due by the end of March 2022 (Thu 31 Mar 2022)"
NOTE = "quote: Ahead of April 2022, which is read as by the end of March."


def test_the_list():
    rows = {
        "overdue": [milestone(deadline=OVERDUE, overdue=True)],
        "dated": [milestone(**MILESTONES["on a day"] | {"deadline": TODAY}), milestone(**MILESTONES["at risk"])],
        "undated": [milestone(**CONDITION | {"everybody": True})],
        "closed": [milestone(**MILESTONES[name]) for name in ("met late", "not met", "left")],
    }
    name = "New commissioning operating models"
    march = "by the end of March 2022 (Thu 31 Mar 2022); Halton Council"
    facts = LIST | rows | {"open": 4, "more": 2}
    assert rendered("milestone_list", facts).line == "One Halton: 4 milestones are open, 1 overdue"
    assert lines_of("milestone_list", **facts) == [
        "heading: One Halton: milestones",
        "paragraph: Overdue",
        f"item: HAL-MS6: {name}; {march}; 4 operational days overdue",
        "paragraph: To come",
        f"item: HAL-MS6: {name}; by Thu 31 Mar 2022; Halton Council; today",
        f"item: HAL-MS6: {name}; {march}; at risk; in 3 operational days",
        "paragraph: On a condition",
        f"item: HAL-MS6: {name}; on condition: The ICS is satisfied with the ICP framework; all partners",
        "paragraph: Met, given up or dropped",
        f"item: HAL-MS6: {name}; {march}; met on Sat 2 Apr 2022, after its last day",
        f"item: HAL-MS6: {name}; {march}; not going to be met",
        f"item: HAL-MS6: {name}; {march}; dropped: not in the document any more since version 2",
        "item: 2 more",
        (
            "small: /partnership milestone and a reference shows one with its history, and all you can do. A partner's lead, "
            "its deputy and the secretary can add one."
        ),
    ]


def test_what_the_channel_hears_of_another_date():
    assert lines_of("milestone_news", **milestone(**CHANGES["moved"] | {"deadline": None})) == [
        "heading: HAL-MS6: New commissioning operating models",
        (
            "paragraph: It is due another day: by the end of the first quarter of 2022/23, not by the end of March 2022, "
            "says Ann Lee for Halton Council."
        ),
        "quote: The board.",
        WITH,
        "paragraph: Due by the end of the first quarter of 2022/23 (Thu 30 Jun 2022)",
        NOTE,
    ]


def test_what_its_owner_reads_when_it_is_theirs():
    facts = milestone(**CHANGES["owner"] | {"deadline": None})
    assert rendered("milestone_given", facts).line == (
        "HAL-MS6, New commissioning operating models: is yours to see to"
    )
    assert lines_of("milestone_given", **facts) == [
        "heading: HAL-MS6: New commissioning operating models",
        "paragraph: It is with Halton Council now, not with Mersey Care, says Sam Board.",
        "quote: The board.",
        WITH,
        DUE,
        NOTE,
        (
            "paragraph: You are asked for it, as you act for Halton Council. Report how it stands at any time; you are "
            "reminded when its date comes near."
        ),
    ]


def test_what_is_answered_to_whoever_gives_it_up():
    assert lines_of("milestone_done", **milestone(**CHANGES["not met"]), told=None) == [
        "heading: HAL-MS6: New commissioning operating models",
        "paragraph: On record.",
        "paragraph: It is not going to be met, says Ann Lee for Halton Council.",
        "quote: No money.",
        "paragraph: Nobody is reminded of it any more. With a later date it is open again.",
        WITH,
        DUE,
        NOTE,
    ]


def test_what_the_secretary_is_asked_of_the_past():
    facts = {"agreement": "One Halton", "rows": [milestone(**MILESTONES["past"])]}
    assert lines_of("milestone_past", **facts) == [
        "heading: One Halton: dates in the past",
        (
            "paragraph: These dates of the document lie in the past: please say what became of them. Nobody is reminded "
            "of them."
        ),
        "item: HAL-MS6: New commissioning operating models; by the end of March 2022 (clause 3.10)",
        (
            "small: Open one and report whether it was met. One that is still to come can have a later date, and one that "
            "nobody wants any more can be dropped. I ask this once."
        ),
    ]
