"""Who is asked of milestones, and when: their owner alone, quietly; and hostile text in them is read as it was typed."""

from __future__ import annotations

import pytest

from bot.practice import CannotDo
from tests.hostile import as_shown
from tests.scenarios.conftest import buttons_of
from tests.scenarios.hostile.kit import check_all, quarter
from tests.scenarios.milestones.kit import adds, dates, does, opens, row
from tests.scenarios.reading_kit import body_of, lines
from tests.scenarios.signatures.kit import HALTON

TAKE_TURNS = True
KEY = "one-halton-2021"


@pytest.fixture
def halton(make_world):
    world = make_world("2022-03-16 09:30", KEY, mornings=True)
    world.without_daily_lists()
    return world


def nudged(world, *names):
    return [(who, when[:10]) for who, when in world.sent("nudge") if who in names or not names]


def test_only_its_owner_is_chased_and_one_answer_is_enough_until_the_day_is_over(halton):
    """HAL-MS7, all partners' and so the secretary's, is never answered: it is chased ever more seldom."""
    adds(halton.hal, on="2022-03-31", precision="month")
    halton.at("2022-03-16 23:00")
    assert nudged(halton) == []
    halton.at("2022-03-17 12:00")  # ten operational days before 31 March
    assert nudged(halton) == [("Ada", "2022-03-17"), ("Sam", "2022-03-17")]
    reminder = halton.ada.dm("A reminder")
    assert lines(body_of(reminder)) == [
        "HAL-MS11: Fewer readmissions",
        "A reminder: due Thu 31 Mar 2022 (in 10 operational days).",
        "• Mersey Care is still to say how it stands.",
        "You get this because you act for Mersey Care. Snoozing stops the reminders for a while, not the clock.",
        "[How it stands] [Show details] [Snooze one day] [Snooze until Monday] [Snooze until 2 days before]",
    ]
    halton.ada.presses("How it stands", reminder)
    halton.ada.changes("said", "on-track")
    halton.ada.submits()
    assert buttons_of(halton.ada.dm("HAL-MS11: Fewer")) == ["Show details"]
    assert lines(body_of(halton.ada.dm("HAL-MS11: Fewer"))) == [
        "HAL-MS11: Fewer readmissions",
        "Nothing more is owed here for now. This reminder is settled.",
        "[Show details]",
    ]
    halton.at("2022-04-04 12:00")  # two operational days after: what became of it?
    assert nudged(halton, "Ada") == [("Ada", "2022-03-17"), ("Ada", "2022-04-04")]
    halton.ada.presses("How it stands", halton.ada.dm("Overdue"))
    halton.ada.changes("said", "met")
    halton.ada.submits({"met_on": "2022-04-01"})
    assert lines(halton.shown(HALTON), "It was") == [
        "It was met on Fri 1 Apr 2022, after its last day, says Ada for Mersey Care."
    ]
    halton.at("2022-04-22 12:00")
    assert len(nudged(halton, "Ada")) == 2
    # 10, 5, 2, 1 and 0 operational days before; then 2, 6 and 14 after. 15 and 18 April are bank holidays
    before = ["2022-03-17", "2022-03-24", "2022-03-29", "2022-03-30", "2022-03-31"]
    after = ["2022-04-04", "2022-04-08", "2022-04-22"]
    assert [when for _, when in nudged(halton, "Sam")] == before + after
    assert {who for who, _ in nudged(halton)} == {"Ada", "Sam"}


def test_a_condition_is_asked_about_in_the_daily_list_once_in_three_months(make_world):
    world = make_world("2022-01-05 09:30", KEY, mornings=True)
    does(world.sam, "Drop it", "HAL-MS7", words="Not in this story")
    does(world.sam, "How it stands", "HAL-MS8", said="on-track", words="Not yet")
    for day in ("04-04", "04-05", "04-06", "04-07"):
        world.wakes_at(f"2022-{day} 09:00")
    assert world.sent("digest") == [("Sam", "2022-04-05 09:00")]
    said = world.sam.dm("What you owe").shown()
    assert lines(said, "HAL-MS8:") == [
        "• HAL-MS8: Delegation of functions to place (for One Halton): say whether its condition has come true; no date set"
    ]
    assert str(row(world, "HAL-MS8").ask_on) == "2022-07-05"
    assert nudged(world) == []


def test_dates_of_the_past_are_shown_to_the_secretary_once_and_chased_by_nobody(halton):
    past = halton.sam.dm("These dates of the document lie in the past: please say what became of them")
    # by the end of this month
    assert lines(past.shown(), "HAL-MS6:", "[HAL-MS1]") == [
        "• HAL-MS6: MoU between Place and the ICS; by the end of September 2021 (clause Briefing 3.11)",
        "[HAL-MS1] [HAL-MS3] [HAL-MS4] [HAL-MS5] [HAL-MS6]",
    ]
    assert "HAL-MS7" not in past.shown()  # by the end of this month
    opens(halton.sam, "HAL-MS1")
    halton.sam.presses("How it stands")
    with pytest.raises(CannotDo, match="it offers 'met', 'not-met'"):
        halton.sam.changes("said", "on-track")
    halton.sam.changes("said", "met")
    halton.sam.submits({"met_on": "2021-05-20"})
    assert lines(halton.sam.body, "It was") == ["It was met on Thu 20 May 2021, says Sam."]
    assert dates(halton, "HAL-MS6") == []
    does(halton.sam, "Change its date", "HAL-MS6", on="2022-04-29", precision="day", words="The board")
    assert dates(halton, "HAL-MS6") == [("2022-04-29", "open")]
    halton.at("2022-03-18 12:00")
    assert len([message for message in halton.sam.inbox() if "lie in the past" in message]) == 1
    assert nudged(halton) == [("Sam", "2022-03-17")]  # of HAL-MS7


def test_milestones_made_of_hostile_text_are_read_as_they_were_typed(halton):
    for part, reference in enumerate(("HAL-MS11", "HAL-MS12")):
        words, title = quarter(part, 280), quarter(part + 2, 140)
        halton.hal.types("/partnership milestones", channel=HALTON)
        halton.hal.presses("Add a milestone")
        fields = {"title": title, "owner": "mersey-care", "on": "2022-05-01", "precision": "day", "condition": title}
        halton.hal.submits(fields | {"particulars": words}, unchecked=True)
        assert halton.hal.modal is None, halton.hal.modal_errors
        for who, button, more in (
            (halton.ada, "How it stands", {"evidence": words}),
            (halton.sam, "It has come true", {"came_true_on": "2022-03-01"}),
            (halton.sam, "Change its date", {"on": "2022-06-01", "precision": "month"}),
            (halton.sam, "Change its owner", {"owner": "halton-council"}),
            (halton.sam, "Drop it", {}),
        ):
            opens(who, reference)
            who.presses(button)
            if "evidence" in more:
                who.changes("said", "at-risk")
            who.submits({"words": words, **more}, unchecked=True)
            assert who.modal is None, who.modal_errors
        read = [halton.shown(HALTON), *halton.ada.inbox(), *halton.hal.inbox(), opens(halton.hal, reference)]
        assert as_shown("\n".join(read)).count(as_shown(words)) >= 8
        assert as_shown(title) in as_shown(halton.hal.answer)
    halton.hal.types("/partnership milestones", channel=HALTON)
    assert halton.hal.answer.count("; dropped") == 2
    check_all(halton)
