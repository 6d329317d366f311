"""Rows of matters: numbered for each kind, locked in one way, moved on once."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from rules.actions import ActionState
from storage import counters, matters, rows
from storage.actions import Action
from storage.conflicts import Conflict, Consent, Touched
from storage.database import transaction
from storage.issues import Issue, IssuePartner
from storage.trackers import Tracker
from tests.storage.rows import NOW, a_person, a_version, an_agreement, an_issue

LETTERS = {
    "issue": "SEF-1",
    "decision": "SEF-D1",
    "conflict": "SEF-C1",
    "action": "SEF-A1",
    "signature": "SEF-S1",
    "review": "SEF-R1",
    "milestone": "SEF-MS1",
    "meeting": "SEF-M1",
    "tracker": "SEF-T1",
}


def an_action(session, agreement, title="Count the beds"):
    action = rows.begin(
        session,
        agreement,
        Action,
        terms_id=a_version(session, agreement, number=rows_so_far(session) + 1).id,
        title=title,
        particulars="",
        partner="luhft",
        source="issue",
        source_id=1,
        source_reference="SEF-1",
        due_on=NOW.date(),
        state=ActionState.OPEN,
        opened_by=a_person(session).id,
        opened_at=NOW,
    )
    session.flush()
    return action


def rows_so_far(session):
    return session.execute(text("SELECT count(*) FROM terms")).scalar_one()


def a_conflict(session, agreement):
    conflict = rows.begin(
        session,
        agreement,
        Conflict,
        terms_id=a_version(session, agreement).id,
        title="A seat on both boards",
        partner="luhft",
        category="financial",
        apparent=False,
        may_arise=False,
        particulars="",
        proposed="",
        reach=[],
        aware_at=NOW,
        declared_by=a_person(session).id,
        declared_at=NOW,
    )
    conflict.touched = [
        Touched(matter="issue", matter_id=1, reference="SEF-1", needs=["mwl"], consents=[consent(session, "mwl")])
    ]
    session.flush()
    return conflict


def consent(session, partner):
    return Consent(partner=partner, consents=False, words="", given_by=a_person(session).id, given_at=NOW)


def test_each_kind_counts_by_itself_and_has_its_own_letter(engine):
    with transaction(engine) as session:
        agreement = an_agreement(session)
        kinds = {**matters.KINDS, "tracker": Tracker}
        assert {name: f"{agreement.prefix}-{model.letter}1" for name, model in kinds.items()} == LETTERS
        assert [an_action(session, agreement).reference for _ in range(3)] == ["SEF-A1", "SEF-A2", "SEF-A3"]
        assert {name: counters.given(session, agreement, name) for name in kinds} == dict.fromkeys(kinds, 0) | {
            "action": 3
        }


def test_two_agreements_count_apart(engine):
    with transaction(engine) as session:
        sefton, halton = an_agreement(session), an_agreement(session, "one-halton-2021", "HAL")
        first, second = an_action(session, sefton), an_action(session, halton)
        assert (first.number, second.number) == (1, 1)
        assert rows.by_reference(session, Action, "hal-a1") is second
        assert rows.by_reference(session, Action, "HAL-1") is None


def test_rows_come_in_the_order_of_their_ids(engine):
    with transaction(engine) as session:
        agreement = an_agreement(session)
        first, second, third = (an_action(session, agreement) for _ in range(3))
        asked = [third.id, first.id, 99, second.id]
        assert rows.of_ids(session, Action, asked) == [first, second, third]
        assert rows.of_ids(session, Action, asked, lock=True) == [first, second, third]
        assert rows.get(session, Action, 99) is None


@pytest.mark.parametrize("lock", ["get", "of_ids", "matters.get", "matters.lock"])
def test_what_is_locked_is_read_anew(engine, lock):
    with transaction(engine) as session:
        action = an_action(session, an_agreement(session))
        session.execute(text("UPDATE actions SET state = 'done'"))  # as somebody else does while this one waits
        assert action.state is ActionState.OPEN
        found = {
            "get": lambda: rows.get(session, Action, action.id, lock=True),
            "of_ids": lambda: rows.of_ids(session, Action, [action.id], lock=True)[0],
            "matters.get": lambda: matters.get(session, "action", action.id, lock=True),
            "matters.lock": lambda: matters.lock(session, {"action": [action.id]})["action", action.id],
        }[lock]()
        assert found is action
        assert action.state is ActionState.DONE


def test_what_belongs_to_a_locked_row_is_read_anew_with_it(engine):
    with transaction(engine) as session:
        agreement = an_agreement(session)
        conflict = a_conflict(session, agreement)
        session.execute(text("UPDATE consents SET consents = true"))
        session.execute(text("UPDATE conflict_matters SET handling_words = 'leaves the room'"))
        assert [one.consents for one in conflict.touched[0].consents] == [False]
        rows.get(session, Conflict, conflict.id, lock=True)
        assert conflict.touched[0].handling_words == "leaves the room"
        assert [one.consents for one in conflict.touched[0].consents] == [True]


def test_a_partner_that_acknowledged_while_this_waited_is_seen(engine):
    with transaction(engine) as session:
        issue = an_issue(session)
        issue.partners = [IssuePartner(partner="luhft", affected=True)]
        session.flush()
        session.execute(text("UPDATE issue_partners SET acknowledged_evidence = 'by letter'"))
        rows.get(session, Issue, issue.id, lock=True)
        assert [row.acknowledged_evidence for row in issue.partners] == ["by letter"]


def test_a_row_moves_on_once_and_keeps_what_was_changed_beside(engine):
    with transaction(engine) as session:
        action = an_action(session, an_agreement(session))
        action.particulars = "In the north"
        assert rows.move_on(session, action, {"state": ActionState.DONE})
        assert (action.state, action.particulars) == (ActionState.DONE, "In the north")


def test_a_row_that_somebody_else_moved_on_does_not_move(engine):
    with transaction(engine) as session:
        action = an_action(session, an_agreement(session))
        session.execute(text("UPDATE actions SET state = 'dropped'"))
        assert not rows.move_on(session, action, {"state": ActionState.DONE})
        assert action.state is ActionState.DROPPED
