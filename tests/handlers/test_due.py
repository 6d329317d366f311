"""One agreement that cannot be looked at stops nothing else that is due, on both databases."""

from __future__ import annotations

import pytest

from handlers.daily import due
from rules.issues import IssueState
from storage import agreements
from storage.agreements import Agreement
from storage.database import transaction
from storage.deadlines import Deadline
from tests.handlers.kit import Register
from tests.scenarios.conftest import london
from tests.storage.rows import an_issue


@pytest.fixture
def broken(engine) -> tuple[Register, int]:
    """An agreement with a date that nobody can count: its issue is at no stage that there is, on no clock."""
    it = Register(engine, "2022-12-16 09:30")
    with transaction(engine) as session:
        (agreement,) = agreements.all_agreements(session)
        terms_id = agreements.latest_version(session, agreement.id).id
        issue = an_issue(session, agreement, terms_id=terms_id, stage="nowhere", state=IssueState.RESOLVED)
        of_it = {"agreement_id": agreement.id, "matter": "issue", "matter_id": issue.id, "clock": "none"}
        when = {"due_on": london("2023-03-01").date(), "due_at": london("2023-03-01"), "made_at": london("2022-12-16")}
        session.add(Deadline(**of_it, **when, working={}, calendar_version="another", confirmed=True))
        return it, agreement.id


def test_an_agreement_whose_calendars_cannot_be_compared_stops_nothing_else(broken):
    it, agreement_id = broken
    found = []
    done = due.tick(it.engine, london("2022-12-17 10:00"), failed=lambda row, error: found.append((row, type(error))))
    assert (found, done.failed) == ([(agreement_id, KeyError)], 1)
    with transaction(it.engine) as session:
        agreement = session.get_one(Agreement, agreement_id)
        assert agreement.next_calendar_at == london("2022-12-17 00:00")  # it is tried again
        assert agreements.channel_of(session, agreement_id).next_digest_at == london("2022-12-18 09:00")
