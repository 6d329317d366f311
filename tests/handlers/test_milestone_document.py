"""The milestones of the document: taken up when it is loaded, and followed from version to version."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from handlers.agreements import loading
from handlers.milestones import clock as milestone_clock, document as milestone_document
from rules.milestones import CameTrue, Dropped, MilestoneState, Moved, Progress, Reported
from rules.terms import Milestone as Stated
from storage.agreements import Agreement
from storage.database import transaction
from storage.deadlines import Deadline
from storage.milestones import Milestone
from storage.packs import read_pack
from storage.register import FOLLOWED, Entry

HALTON = read_pack("one-halton-2021")
PLAN = Stated(key="plan", name="The plan", on=date(2022, 6, 1), precision="financial-quarter", owner="icp-board")


def at(day):
    return datetime.fromisoformat(f"{day} 10:00").replace(tzinfo=ZoneInfo("Europe/London"))


def loads(engine, *stated, on="2022-03-01"):
    """Load a version whose document has these milestones."""
    terms = HALTON.model_copy(update={"milestones": stated})
    with transaction(engine) as session:
        loading.load(session, terms, source="x", now=at(on), by="tests")


def changed(**values: Any) -> Stated:
    return PLAN.model_copy(update=values)


def row(engine):
    with transaction(engine) as session:
        return session.scalars(select(Milestone).where(Milestone.reference == "HAL-MS1")).one()


def happens(engine, event, on="2022-03-02"):
    with transaction(engine) as session:
        milestone = session.scalars(select(Milestone).where(Milestone.reference == "HAL-MS1")).one()
        milestone_clock.happen(session, milestone, event, at(on))
        if isinstance(event, Dropped):
            milestone.closing_words = "The board."


def dates(engine):
    with transaction(engine) as session:
        found = session.scalars(select(Deadline).where(Deadline.matter == "milestone").order_by(Deadline.id))
        return [(str(one.due_on), one.state.value) for one in found]


def history(engine):
    """What the register says of HAL-MS1: each act with what it was and is."""
    with transaction(engine) as session:
        found = session.scalars(
            select(Entry).where(Entry.reference == "HAL-MS1", Entry.act != FOLLOWED).order_by(Entry.id)
        )
        facts = [(one.act.removeprefix("milestone-"), json.loads(one.facts)) for one in found]
        return [(act, told.get("was"), told.get("now")) for act, told in facts]


def test_it_is_added_with_its_last_day_and_chased_by_it(engine):
    loads(engine, PLAN)
    found = row(engine)
    assert (found.key, found.due_on, found.owner, found.past) == ("plan", date(2022, 6, 30), "icp-board", False)
    assert dates(engine) == [("2022-06-30", "open")]
    assert history(engine) == [("added", None, None)]


@pytest.mark.parametrize(("on", "past"), [("2022-06-30", False), ("2022-07-01", True)])
def test_it_is_past_when_its_last_day_lay_before_the_loading(engine, on, past):
    loads(engine, PLAN, on=on)
    assert row(engine).past is past
    assert dates(engine) == ([] if past else [("2022-06-30", "open")])


def test_the_same_again_changes_nothing(engine):
    loads(engine, PLAN)
    loads(engine, PLAN, changed(key="other"))
    with transaction(engine) as session:
        agreement = session.scalars(select(Agreement)).one()
        assert milestone_document.take_up(session, agreement, at("2022-03-02")) == 0
    assert history(engine) == [("added", None, None)]


def test_another_date_in_the_document_is_followed_and_the_old_one_kept(engine):
    loads(engine, PLAN)
    loads(engine, changed(on=date(2022, 7, 1)))
    assert dates(engine) == [("2022-06-30", "replaced"), ("2022-09-30", "open")]
    quarter = "by the end of the {} quarter of 2022/23"
    assert history(engine)[1:] == [("moved", quarter.format("first"), quarter.format("second"))]


def test_what_people_agreed_stands_while_the_document_says_the_same(engine):
    loads(engine, PLAN)
    happens(engine, Moved(date(2022, 12, 31), date(2022, 3, 2)))
    loads(engine, changed(name="The whole plan", owner="halton-council"))
    assert dates(engine)[-1] == ("2022-12-31", "open")
    changes = [("changed", "The plan", "The whole plan"), ("changed", "One Halton ICP Board", "Halton Council")]
    assert history(engine)[1:] == changes
    loads(engine, changed(on=date(2022, 4, 1), precision="month"))
    assert dates(engine)[-1] == ("2022-04-30", "open")


def test_one_that_left_stays_on_record_is_not_chased_and_can_come_back(engine):
    loads(engine, PLAN)
    loads(engine)
    assert (row(engine).state, row(engine).left_version) == (MilestoneState.DROPPED, 2)
    assert dates(engine) == [("2022-06-30", "cancelled")]
    loads(engine, PLAN)
    assert (row(engine).state, row(engine).left_version) == (MilestoneState.OPEN, None)
    assert dates(engine)[-1] == ("2022-06-30", "open")
    assert [act for act, *_ in history(engine)] == ["added", "dropped", "added"]


def test_one_that_was_met_stays_met_whatever_the_document_says_later(engine):
    loads(engine, PLAN)
    happens(engine, Reported(Progress.MET, date(2022, 3, 2), date(2022, 3, 1)))
    loads(engine, changed(on=date(2022, 7, 1)))
    loads(engine)
    assert (row(engine).state, row(engine).left_version) == (MilestoneState.MET, 3)
    assert dates(engine) == [("2022-06-30", "met")]
    assert [act for act, *_ in history(engine)] == ["added", "moved", "left"]


def test_one_that_people_dropped_does_not_come_back_by_itself(engine):
    loads(engine, PLAN)
    happens(engine, Dropped(date(2022, 3, 2)))
    loads(engine)
    loads(engine, changed(on=date(2022, 7, 1)))
    assert row(engine).state is MilestoneState.DROPPED
    assert dates(engine) == [("2022-06-30", "cancelled")]


def test_one_given_up_is_open_again_with_a_date_of_the_document_and_a_new_condition_waits_anew(engine):
    loads(engine, changed(condition="The money is there"))
    happens(engine, CameTrue(date(2022, 3, 1), None, date(2022, 3, 2)))
    happens(engine, Reported(Progress.NOT_MET, date(2022, 3, 2)))
    loads(engine, changed(condition="All the money is there", on=date(2022, 7, 1)))
    found = row(engine)
    assert (found.state, found.condition, found.came_true_on) == (MilestoneState.OPEN, "All the money is there", None)
    assert dates(engine)[-1] == ("2022-09-30", "open")


def test_one_that_loses_its_date_is_asked_about_by_its_condition(engine):
    loads(engine, changed(condition="The money is there"))
    loads(engine, changed(condition="The money is there", on=None, precision="day"), on="2022-03-02")
    assert (row(engine).due_on, row(engine).ask_on) == (None, date(2022, 6, 2))
    assert dates(engine) == [("2022-06-30", "cancelled")]
    assert history(engine)[1:] == [("moved", "by the end of the first quarter of 2022/23", None)]
