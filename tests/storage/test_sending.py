"""What the sender asks: fair to every lane however many wait, at its platform's pace, by two senders at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from sqlalchemy import Engine, event, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from storage import sending
from storage.database import transaction
from storage.outbox import Message, MessageState
from storage.redraws import Redraw
from storage.sending import FIRST, Lane, Look, Sent, Standing
from tests.storage.rows import NOW, a_message, at_once, minutes, put

SECOND = {"slack": timedelta(seconds=1)}


def seconds(number: float):
    return NOW + timedelta(seconds=number)


def queue(engine: Engine, lane: str, count: int, **values: object) -> None:
    with transaction(engine) as session:
        session.execute(insert(Message), [a_message(f"{lane}:{values}:{n}", lane, **values) for n in range(count)])


def lanes_in_turn(engine: Engine, *, most: int = 100, after: Lane = FIRST) -> tuple[list[str], Lane]:
    with transaction(engine) as session:
        taken, last = sending.claim_in_turn(session, NOW, most=most, rests={}, after=after)
        return [message.lane for message in taken], last


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    asked: list[str] = []

    def note(_connection, _cursor, statement, *_rest):
        if not statement.startswith("BEGIN"):  # as SQLite is told to
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


# --- Looking ----------------------------------------------------------------------------------------------------------


def test_a_look_counts_what_is_due_and_what_died_by_one_statement(engine: Engine) -> None:
    with counted(engine) as asked, transaction(engine) as session:
        assert sending.look(session, NOW) == Look(0, changed=False, died=False, homes=False, zones=False, copies=False)
    assert len(asked) == 1
    queue(engine, "C1", 2)
    queue(engine, "C2", 1, not_before_at=minutes(1))
    with transaction(engine) as session:
        assert sending.look(session, NOW) == Look(2, changed=False, died=False, homes=False, zones=False, copies=False)
        assert sending.look(session, minutes(1)).due == 3
        assert len(sending.claim(session, NOW, most=9, rests={})) == 1
        assert sending.look(session, minutes(1)) == Look(
            2, changed=False, died=True, homes=False, zones=False, copies=False
        )
        assert not sending.look(session, minutes(1) - timedelta(seconds=1)).died


def test_a_look_says_whether_a_matter_is_to_be_drawn_by_now(engine: Engine) -> None:
    with transaction(engine) as session:
        session.add(Redraw(matter="issue", matter_id=7, not_before_at=NOW))
    with transaction(engine) as session:
        assert [sending.look(session, minutes(at)).changed for at in (-1, 0, 1)] == [False, True, True]


def test_a_look_counts_no_further_than_it_must(engine: Engine) -> None:
    queue(engine, "C1", sending.LOOKED_AT + 1)
    with transaction(engine) as session:
        assert sending.look(session, NOW).due == sending.LOOKED_AT


# --- Whose turn it is -------------------------------------------------------------------------------------------------


def test_who_waits_behind_the_thousands_of_one_lane_has_their_turn(engine: Engine) -> None:
    queue(engine, "C1", sending.LOOKED_AT)
    queue(engine, "U1", 1, not_before_at=NOW)
    queue(engine, "U2", 1)
    with transaction(engine) as session:
        assert [it.lane for it in sending.claim(session, NOW, most=9, rests={})] == ["C1"]
    assert lanes_in_turn(engine) == (["U1", "U2"], FIRST)


def test_lanes_have_their_turns_one_after_another_and_the_first_again_after_the_last(engine: Engine) -> None:
    with transaction(engine) as session:
        rows = [a_message(f"m{n}", f"C{n:04}") for n in range(sending.STEPS + 2)]
        session.execute(insert(Message), rows)
    taken, last = lanes_in_turn(engine, most=3)
    assert (taken, last) == (["C0000", "C0001", "C0002"], Lane("slack", "T1", "C0499"))
    assert lanes_in_turn(engine, after=last) == (["C0500", "C0501"], FIRST)
    assert lanes_in_turn(engine, most=2)[0] == ["C0003", "C0004"], "what is sending is passed over"


def test_lanes_that_wait_until_the_morning_and_lanes_that_try_again_are_passed_over(engine: Engine) -> None:
    queue(engine, "C1", 2, not_before_at=minutes(60))
    queue(engine, "C2", 2)
    queue(engine, "C3", 1)
    with transaction(engine) as session:
        session.execute(
            update(Message)
            .where(Message.once == "C2:{}:0")
            .values(attempts=1, not_before_at=minutes(1), fault="timeout")
        )
    assert lanes_in_turn(engine)[0] == ["C3"]


def test_a_thread_waits_for_its_root_and_nobody_waits_for_the_thread(engine: Engine) -> None:
    with transaction(engine) as session:
        root = put(session, "root", not_before_at=minutes(5))
        put(session, "reply", thread_of=root)
        put(session, "other")
    with transaction(engine) as session:
        (other,) = sending.claim(session, NOW, most=9, rests={})
        sending.note_sent(session, [Sent(other.id, NOW, "C1", "1.1")])
    with transaction(engine) as session:
        assert sending.claim(session, minutes(1), most=9, rests={}) == []
        (first,) = sending.claim(session, minutes(5), most=9, rests={})
        assert first.id == root
        sending.note_sent(session, [Sent(root, minutes(5), "C1", "1.2")])
    with transaction(engine) as session:
        (reply,) = sending.claim(session, minutes(5), most=9, rests={})
        assert sending.related(session, [reply]) == {root: Standing(root, MessageState.SENT, "C1", "1.2")}


# --- At what pace -----------------------------------------------------------------------------------------------------


def test_a_lane_rests_after_a_message_whoever_sent_it(engine: Engine) -> None:
    queue(engine, "C1", 2)
    queue(engine, "C1", 2, workspace="T2")

    def claim(at: float) -> list[tuple[int, str]]:
        with transaction(engine) as session:
            return [(it.id, it.lane) for it in sending.claim(session, seconds(at), most=9, rests=SECOND)]

    (first, _), (elsewhere, _) = claim(0)
    with transaction(engine) as session:
        sending.note_sent(session, [Sent(first, seconds(2), "C1", "1.1"), Sent(elsewhere, seconds(2.5), "C1", "1.1")])
    assert claim(2.9) == []
    assert [lane for _, lane in claim(3)] == ["C1"]
    assert claim(3.4) == []
    assert [lane for _, lane in claim(3.5)] == ["C1"]


def test_each_platform_has_its_own_pace(engine: Engine) -> None:
    queue(engine, "C1", 2)
    queue(engine, "P1", 2, platform="plain")
    rests = {"slack": timedelta(seconds=1), "plain": timedelta(seconds=60)}
    with transaction(engine) as session:
        sending.note_sent(
            session, [Sent(it.id, NOW, it.lane, "1.1") for it in sending.claim(session, NOW, most=9, rests=rests)]
        )
    with transaction(engine) as session:
        assert [it.lane for it in sending.claim(session, seconds(1), most=9, rests=rests)] == ["C1"]
        assert [it.lane for it in sending.claim(session, seconds(60), most=9, rests=rests)] == ["P1"]


# --- By how many statements -------------------------------------------------------------------------------------------


def test_a_hundred_are_claimed_by_one_statement_and_receipted_by_one(engine: Engine) -> None:
    with transaction(engine) as session:
        session.execute(insert(Message), [a_message(f"m{n}", f"U{n}") for n in range(250)])
    with counted(engine) as asked, transaction(engine) as session:
        claimed = sending.claim(session, NOW, most=100, rests=SECOND)
        assert len(claimed) == 100
        assert len(asked) == 1
        sending.note_sent(session, [Sent(it.id, NOW, it.lane, f"1.{it.id}") for it in claimed])
        assert len(asked) == 2
    with transaction(engine) as session:
        written = select(func.count()).where(Message.state == MessageState.SENT, Message.sent_at == NOW)
        assert session.scalar(written.where(Message.remote_channel == Message.lane)) == 100


# --- Two at once ------------------------------------------------------------------------------------------------------


def test_two_senders_take_each_message_once_in_order_and_one_of_a_lane_at_a_time(engine: Engine) -> None:
    """Of a lane that floods the others, of those behind it, and of what becomes due while they send."""
    queue(engine, "C1", sending.LOOKED_AT + 20)
    for number in range(12):
        queue(engine, f"U{number:02}", 4, not_before_at=seconds(number))
    got: list[tuple[str, int]] = []
    held: set[str] = set()
    guard = threading.Lock()
    total = sending.LOOKED_AT + 20 + 48

    def send(number: int) -> None:
        after = FIRST
        for look in range(2000):
            try:
                with transaction(engine) as session:
                    now = seconds(look % 20)
                    batch = sending.claim(session, now, most=5, rests={})
                    more, after = sending.claim_in_turn(session, now, most=5, rests={}, after=after)
            except IntegrityError:
                continue
            with guard:
                for message in batch + more:
                    assert message.lane not in held, f"two messages of {message.lane} at once"
                    held.add(message.lane)
                    got.append((message.lane, message.id))
            with guard:
                held.difference_update(message.lane for message in batch + more)
            with transaction(engine) as session:
                sending.note_sent(session, [Sent(it.id, NOW, it.lane, str(number)) for it in batch + more])
            if len(got) >= total:
                return

    at_once(2, send)
    assert len(got) == len(set(got)) == total
    for lane in {lane for lane, _ in got}:
        of_lane = [message for its, message in got if its == lane]
        assert of_lane == sorted(of_lane)
