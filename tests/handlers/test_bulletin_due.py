"""When a bulletin goes out: once a month to the channel, and to its followers in their working hours, on both databases."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.overview import bulletin
from rules.terms import Base as CalendarBase
from storage import agreements
from storage.closed_days import Proclamation
from storage.database import transaction
from storage.due import next_after
from storage.followers import Follower
from tests.handlers.kit import Register
from tests.scenarios.conftest import london


@pytest.fixture
def sefton(engine):
    return lambda loaded: Register(engine, loaded)


# --- Once a month -------------------------------------------------------------------------------------------------


def test_last_months_goes_out_as_the_first_operational_day_opens(sefton):
    it = sefton("2022-12-16 09:30")
    it.notes("2022-12-20 10:00")
    it.ticks("2022-12-31 23:59", "2023-01-02 09:00", "2023-01-03 08:59", "2023-01-03 09:00", "2023-01-03 09:01")
    assert it.sent("bulletin") == [("C1", "2023-01-03 09:00", ["The hub opens"])]


def test_two_clocks_post_it_once(sefton):
    it = sefton("2022-12-16 09:30")
    it.notes("2022-12-20 10:00")
    start = threading.Barrier(2)

    def tick():
        start.wait()
        it.ticks("2023-01-03 09:00")

    clocks = [threading.Thread(target=tick) for _ in range(2)]
    for one in clocks:
        one.start()
    for one in clocks:
        one.join()
    with transaction(it.engine) as session:  # whoever calls it again has it posted no second time
        (agreement,) = agreements.all_agreements(session)
        assert bulletin.monthly(session, agreement, london("2023-01-03 09:00")) == 0
    assert it.posted() == ["2023-01-03 09:00"]


def test_there_is_none_when_nothing_happened_and_nothing_is_next(sefton):
    it = sefton("2023-04-28 09:30")
    it.ticks("2023-05-02 09:00")
    it.notes("2023-05-10 10:00")  # too late for the one of April
    it.ticks("2023-05-11 09:00", "2023-05-31 09:00")
    assert it.posted() == []
    it.ticks("2023-06-01 09:00")
    assert it.sent("bulletin") == [("C1", "2023-06-01 09:00", ["The hub opens"])]


def test_what_is_next_is_reason_enough(sefton):
    it = sefton("2023-02-27 09:30")
    it.ticks("2023-03-01 09:00")  # the governance arrangements are to be reviewed by 31 March (8.8)
    assert it.sent("bulletin") == [("C1", "2023-03-01 09:00", [])]


def test_there_is_none_of_a_month_before_the_agreement_was_loaded(sefton):
    it = sefton("2023-01-01 12:00")
    it.ticks("2023-01-03 09:00", "2023-01-04 09:00")
    assert it.posted() == []


@pytest.mark.parametrize(
    ("back", "goes"),
    [
        ("2023-01-05 15:00", "2023-01-05 15:00"),
        ("2023-01-05 19:00", "2023-01-06 09:00"),  # nobody works then
        ("2023-01-07 12:00", "2023-01-09 09:00"),  # a Saturday
    ],
)
def test_what_an_outage_delayed_comes_in_the_next_working_hours(sefton, back, goes):
    it = sefton("2022-12-16 09:30")
    it.notes("2022-12-20 10:00")
    it.ticks(back, "2023-01-06 09:00", "2023-01-09 09:00") if back < "2023-01-06" else it.ticks(
        back, "2023-01-09 09:00"
    )
    assert it.posted() == [goes]


def test_after_months_the_latest_alone_is_told(sefton):
    it = sefton("2022-12-16 09:30")
    it.notes("2022-12-20 10:00", title="In December")
    it.notes("2023-03-20 10:00", title="In March")
    it.ticks("2023-04-20 10:00", "2023-04-21 10:00")
    assert it.sent("bulletin") == [("C1", "2023-04-20 10:00", ["In March"])]


def test_a_first_day_that_is_proclaimed_closed_later_is_passed_over(sefton):
    it = sefton("2023-04-28 09:30")
    it.notes("2023-04-29 10:00")
    closed = Proclamation(
        calendar=CalendarBase.ENGLAND_AND_WALES,
        day=london("2023-05-02").date(),
        open=False,
        why="Mourning",
        entered_at=london("2023-05-01 10:00"),
    )
    with transaction(it.engine) as session:
        session.add(closed)
    it.ticks("2023-05-02 09:00", "2023-05-03 09:00")
    assert it.posted() == ["2023-05-03 09:00"]


# --- As it happens ------------------------------------------------------------------------------------------------


def test_what_happens_out_of_hours_is_one_message_in_the_morning(sefton):
    it = sefton("2022-12-16 09:30")
    it.joins()
    it.notes("2022-12-16 17:30", title="On Friday evening")
    it.ticks("2022-12-16 17:30")
    it.notes("2022-12-17 11:00", title="On Saturday")
    it.ticks("2022-12-17 11:00")
    with transaction(it.engine) as session:
        assert next_after(session, london("2022-12-18 11:00")) == london("2022-12-19 09:00")
    it.ticks("2022-12-19 08:59", "2022-12-19 09:00", "2022-12-19 09:01")
    assert it.sent("bulletin_news") == [("UJO", "2022-12-19 09:00", ["On Friday evening", "On Saturday"])]


def test_what_happens_in_hours_is_told_at_the_next_tick_and_once_though_two_clocks_tick(sefton):
    it = sefton("2022-12-16 09:30")
    it.joins()
    it.notes("2022-12-16 10:00")
    clocks = [threading.Thread(target=it.ticks, args=("2022-12-16 10:00",)) for _ in range(2)]
    for one in clocks:
        one.start()
    for one in clocks:
        one.join()
    it.notes("2022-12-16 10:05", title="Again")
    it.ticks("2022-12-16 10:05")
    assert it.sent("bulletin_news") == [
        ("UJO", "2022-12-16 10:00", ["The hub opens"]),
        ("UJO", "2022-12-16 10:05", ["Again"]),
    ]


def test_what_they_did_themselves_and_what_is_private_is_left_out_and_wakes_nobody(sefton):
    it = sefton("2022-12-16 09:30")
    jo = it.joins()
    it.notes("2022-12-17 10:00", person_id=jo)
    it.notes("2022-12-17 10:00", private=True)
    it.notes("2022-12-17 10:00", "vote-cast")
    it.ticks("2022-12-17 10:00", "2022-12-19 09:00")
    assert it.sent("bulletin_news") == []
    with transaction(it.engine) as session:
        assert session.scalars(select(Follower.not_before_at)).one() is None


def test_whoever_has_no_part_in_it_any_more_is_told_nothing(sefton):
    it = sefton("2022-12-16 09:30")
    it.joins(ends_on=(london("2022-12-16") + timedelta(days=1)).date())
    it.notes("2022-12-17 11:00")
    it.ticks("2022-12-17 11:00", "2022-12-19 09:00")
    assert it.sent("bulletin_news") == []
