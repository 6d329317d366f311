"""The outbox: once, in order, one at a time in a lane, and never to two senders."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterable
from datetime import timedelta

import pytest
from sqlalchemy import Engine, event, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from storage import outbox, sending
from storage.database import transaction
from storage.outbox import Message, MessageState
from storage.sending import Claimed
from tests.held import somebody_waits
from tests.patience import LONG_SECONDS
from tests.storage.rows import NOW, a_message, a_person, an_agreement, at_once, minutes, put


def claimed(engine: Engine, now=NOW, *, most: int = 50) -> list[str]:
    with transaction(engine) as session:
        return once_of(session, sending.claim(session, now, most=most, rests={}))


def once_of(session: Session, messages: Iterable[Claimed]) -> list[str]:
    return [session.get_one(Message, message.id).once for message in messages]


def finish(engine: Engine, once: str, state: MessageState = MessageState.SENT, **values: object) -> None:
    with transaction(engine) as session:
        session.execute(update(Message).where(Message.once == once).values(state=state, **values))


def states(engine: Engine) -> dict[str, str]:
    with transaction(engine) as session:
        return {once: state.value for once, state in session.execute(select(Message.once, Message.state))}


def test_queued_twice_is_one_row(engine: Engine) -> None:
    with transaction(engine) as session:
        assert outbox.put(session, a_message("a", facts={"first": True})) is not None
        assert outbox.put(session, a_message("a", facts={"first": False})) is None
    with transaction(engine) as session:
        assert outbox.put(session, a_message("a", lane="C2")) is None
        assert session.scalars(select(Message.facts)).all() == [{"first": True}]


def test_queued_by_threads_at_once_is_one_row(engine: Engine) -> None:
    queued: list[int | None] = []

    def queue(_number: int) -> None:
        with transaction(engine) as session:
            queued.append(outbox.put(session, a_message("a")))

    at_once(4, queue)
    assert len([found for found in queued if found is not None]) == 1
    assert states(engine) == {"a": "waiting"}


def test_what_is_queued_goes_when_its_transaction_does(engine: Engine) -> None:
    with pytest.raises(RuntimeError), transaction(engine) as session:  # noqa: PT012
        put(session, "a")
        raise RuntimeError
    assert claimed(engine) == []


def test_a_lane_is_sent_one_at_a_time_in_order(engine: Engine) -> None:
    with transaction(engine) as session:
        for once, lane in (("a1", "C1"), ("b1", "C2"), ("a2", "C1"), ("a3", "C1"), ("b2", "C2")):
            put(session, once, lane)
    assert claimed(engine) == ["a1", "b1"]
    assert claimed(engine) == []
    finish(engine, "a1")
    assert claimed(engine) == ["a2"]
    finish(engine, "b1", MessageState.FAILED)
    assert claimed(engine) == ["b2"]
    finish(engine, "a2")
    assert claimed(engine) == ["a3"]


def test_the_same_channel_id_in_two_workspaces_is_two_lanes(engine: Engine) -> None:
    with transaction(engine) as session:
        put(session, "a", workspace="T1")
        put(session, "b", workspace="T2")
    assert claimed(engine) == ["a", "b"]


def test_the_same_channel_id_on_two_platforms_is_two_lanes(engine: Engine) -> None:
    with transaction(engine) as session:
        put(session, "a1", platform="slack")
        put(session, "b1", platform="plain")
        put(session, "a2", platform="slack")
    assert claimed(engine) == ["a1", "b1"]
    finish(engine, "a1")
    assert claimed(engine) == ["a2"], "the other platform's is being sent still"


def test_a_claim_says_when_and_how_often(engine: Engine) -> None:
    with transaction(engine) as session:
        put(session, "a")
        put(session, "b")
    with transaction(engine) as session:
        (message,) = sending.claim(session, minutes(1), most=5, rests={})
    with transaction(engine) as session:
        found = session.get_one(Message, message.id)
        assert (found.state, found.claimed_at, found.attempts) == (MessageState.SENDING, minutes(1), 1)


def test_no_more_than_asked_the_oldest_first(engine: Engine) -> None:
    with transaction(engine) as session:
        for number in range(5):
            put(session, f"m{number}", f"C{number}")
    assert claimed(engine, most=2) == ["m0", "m1"]
    assert claimed(engine, most=0) == []
    assert claimed(engine) == ["m2", "m3", "m4"]


def test_not_before_its_time_and_others_need_not_wait_for_it(engine: Engine) -> None:
    with transaction(engine) as session:
        put(session, "held", not_before_at=minutes(60))
        put(session, "now")
    assert claimed(engine) == ["now"]
    finish(engine, "now")
    assert claimed(engine, minutes(59)) == []
    assert claimed(engine, minutes(60)) == ["held"]


def test_one_that_is_tried_again_keeps_its_place(engine: Engine) -> None:
    with transaction(engine) as session:
        put(session, "first")
        put(session, "second")
        put(session, "elsewhere", "C2")
    assert claimed(engine) == ["first", "elsewhere"]
    finish(engine, "first", MessageState.WAITING, not_before_at=minutes(5))
    assert claimed(engine, minutes(4)) == []
    assert claimed(engine, minutes(5)) == ["first"]
    finish(engine, "first", MessageState.FAILED)
    assert claimed(engine, minutes(5)) == ["second"]


def test_two_claimers_never_get_the_same_and_keep_to_the_lanes(engine: Engine) -> None:
    with transaction(engine) as session:
        session.execute(insert(Message), [a_message(f"m{number:03}", f"C{number % 12}") for number in range(60)])
    got: list[tuple[str, str]] = []
    held: set[str] = set()
    guard = threading.Lock()

    def send(_number: int) -> None:
        for _ in range(200):
            with transaction(engine) as session:
                taken = sending.claim(session, NOW, most=3, rests={})
                batch = [(it.id, session.get_one(Message, it.id).once, it.lane) for it in taken]
            with guard:
                for _id, once, lane in batch:
                    assert lane not in held, f"two messages of {lane} at once"
                    held.add(lane)
                    got.append((lane, once))
            with guard:
                held.difference_update(lane for _id, _once, lane in batch)
            with transaction(engine) as session:
                ids = [it for it, _once, _lane in batch]
                session.execute(update(Message).where(Message.id.in_(ids)).values(state=MessageState.SENT))
            if len(got) == 60:
                return

    at_once(4, send)
    assert sorted(once for _lane, once in got) == [f"m{number:03}" for number in range(60)]
    for lane in {lane for lane, _once in got}:
        of_lane = [once for its, once in got if its == lane]
        assert of_lane == sorted(of_lane)


def test_two_claims_of_one_lane_at_once_are_refused_by_the_database(make_migrated: Callable[[str], Engine]) -> None:
    """Each would take another message of it: an earlier one was committed in between."""
    engine = make_migrated("postgresql")
    with transaction(engine) as session:
        put(session, "late")
    second: list[object] = []

    def claim() -> None:
        try:
            second.append(claimed(engine))
        except IntegrityError as refused:
            second.append(type(refused))

    thread = threading.Thread(target=claim)
    with transaction(engine) as session:
        assert once_of(session, sending.claim(session, NOW, most=5, rests={})) == ["late"]
        with transaction(engine) as other:
            put(other, "early", not_before_at=minutes(-1))
        thread.start()
        while thread.is_alive() and not somebody_waits(engine):
            time.sleep(0.02)
        assert second == []
    thread.join(LONG_SECONDS)
    assert second == [IntegrityError]
    assert states(engine) == {"late": "sending", "early": "waiting"}
    finish(engine, "late")
    assert claimed(engine) == ["early"]


def test_what_was_being_sent_when_the_process_died_is_sent_again(engine: Engine) -> None:
    with transaction(engine) as session:
        put(session, "a")
        put(session, "b")
    assert claimed(engine) == ["a"]
    with transaction(engine) as session:
        assert sending.reclaim(session, NOW + sending.LEASE / 2) == 0
    with transaction(engine) as session:
        assert sending.reclaim(session, NOW + sending.LEASE) == 1
        assert sending.reclaim(session, NOW + sending.LEASE) == 0
    assert claimed(engine, minutes(2)) == ["a"]


def test_withdrawing_takes_back_what_waits_only(engine: Engine) -> None:
    with transaction(engine) as session:
        first, second = a_person(session), a_person(session, "Deputy")
        put(session, "sent", about="issue:7", person_id=first.id)
        put(session, "mine", "U1", about="issue:7", person_id=first.id)
        put(session, "yours", "U2", about="issue:7", person_id=second.id)
        put(session, "channel", "C9", about="issue:7")
        put(session, "other", "U3", about="issue:8", person_id=first.id)
    finish(engine, "sent")
    with transaction(engine) as session:
        outbox.withdraw(session, "issue:7")
    assert states(engine) | {"other": "waiting"} == {
        "sent": "sent", "mine": "withdrawn", "yours": "withdrawn", "channel": "withdrawn", "other": "waiting",
    }  # fmt: skip
    assert claimed(engine) == ["other"]


def test_what_is_held_goes_out_later(engine: Engine) -> None:
    with transaction(engine) as session:
        person = a_person(session)
        put(session, "a", about="deadline:3", person_id=person.id)
        outbox.hold(session, "deadline:3", person_id=person.id, until=minutes(30))
    assert claimed(engine) == []
    with transaction(engine) as session:
        assert outbox.next_due_at(session) == minutes(30)
    assert claimed(engine, minutes(30)) == ["a"]


def test_what_was_sent_about_something_leaves_out_edits(engine: Engine) -> None:
    with transaction(engine) as session:
        post = put(session, "post", about="issue:7")
        put(session, "edit", about="issue:7", edits=post)
        put(session, "reply", about="issue:7", thread_of=post)
        put(session, "failed", about="issue:7", state=MessageState.FAILED)
        put(session, "gone", about="issue:7", state=MessageState.WITHDRAWN)
        assert [message.once for message in outbox.sent_about(session, "issue:7")] == ["post", "reply"]
    assert claimed(engine) == ["post"]
    finish(engine, "post")
    assert claimed(engine) == ["edit"]


def test_the_next_due(engine: Engine) -> None:
    with transaction(engine) as session:
        assert outbox.next_due_at(session) is None
        put(session, "a", not_before_at=minutes(9))
        put(session, "b", not_before_at=minutes(4))
        put(session, "c", not_before_at=minutes(1), state=MessageState.SENT)
        assert outbox.next_due_at(session) == minutes(4)


def test_dead_letters_are_the_agreements_newest_first(engine: Engine) -> None:
    with transaction(engine) as session:
        ours, theirs = an_agreement(session), an_agreement(session, "halton-2021", "HAL")
        for number in range(52):
            put(session, f"m{number}", agreement_id=ours.id, state=MessageState.FAILED, fault="channel_not_found")
        put(session, "waiting", agreement_id=ours.id)
        put(session, "theirs", agreement_id=theirs.id, state=MessageState.FAILED)
        found = [message.once for message in outbox.dead_letters(session, ours.id)]
        assert (len(found), found[:2], found[-1]) == (50, ["m51", "m50"], "m2")
        assert [message.once for message in outbox.dead_letters(session, theirs.id)] == ["theirs"]


@pytest.mark.parametrize("lanes", [1, 1000])
def test_a_claim_from_ten_thousand_is_quick(engine: Engine, lanes: int) -> None:
    """Measured at 5 to 20 ms; what is refused is a plan that grows with the square of the number of rows."""
    with transaction(engine) as session:
        session.execute(insert(Message), [a_message(f"m{number}", f"C{number % lanes}") for number in range(10_000)])
    took = []
    for _ in range(3):
        begun = time.perf_counter()
        assert len(claimed(engine)) == (0 if took and lanes == 1 else min(lanes, 50))
        took.append(time.perf_counter() - begun)
    assert min(took) < 2, took


def test_each_question_of_the_sender_is_answered_from_an_index(make_migrated: Callable[[str], Engine]) -> None:
    """Among a hundred thousand sent messages, nothing reads them all."""
    engine = make_migrated("sqlite")
    asked: list[tuple[str, object]] = []

    @event.listens_for(engine, "before_cursor_execute")
    def _(_connection: object, _cursor: object, statement: str, parameters: object, *_rest: object) -> None:
        if "outbox" in statement and not statement.startswith(("EXPLAIN", "INSERT")):
            asked.append((statement, parameters))

    with transaction(engine) as session:
        agreement = an_agreement(session)
        put(session, "a", about="issue:7")
        for question in (
            lambda: sending.look(session, NOW),
            lambda: sending.claim(session, NOW, most=5, rests={"slack": timedelta(seconds=1)}),
            lambda: sending.claim_in_turn(
                session, NOW, most=5, rests={"slack": timedelta(seconds=1)}, after=sending.FIRST
            ),
            lambda: sending.reclaim(session, minutes(9)),
            lambda: outbox.withdraw(session, "issue:7"),
            lambda: outbox.sent_about(session, "issue:7"),
            lambda: outbox.next_due_at(session),
            lambda: outbox.dead_letters(session, agreement.id),
        ):
            question()
        assert len(asked) == 8
        for statement, parameters in asked[:]:
            plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            for step in plan:
                if "outbox" in step[-1]:
                    assert re.search("INDEX|PRIMARY KEY", step[-1]), (statement, plan)
