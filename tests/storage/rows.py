"""Rows that a test needs but is not about, and threads that begin together."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy.orm import Session

from rules.terms import Terms
from storage import agreements, issues, outbox, packs, people

NOW = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)


def minutes(number: float) -> datetime:
    return NOW + timedelta(minutes=number)


def an_agreement(
    session: Session, key: str = "sefton-2022", prefix: str = "SEF", row: int | None = None
) -> agreements.Agreement:
    agreement = agreements.Agreement(id=row, key=key, prefix=prefix, loaded_at=NOW)
    session.add(agreement)
    session.flush()
    return agreement


@cache
def sefton() -> Terms:
    return packs.read_pack("sefton-2022")


def a_version(
    session: Session, agreement: agreements.Agreement, number: int = 1, **changed: Any
) -> agreements.TermsVersion:
    version = agreements.TermsVersion(
        agreement_id=agreement.id,
        number=number,
        sha256=f"{agreement.key}-{number}",
        body=sefton().model_dump(mode="json") | changed,
        source="id: sefton-2022\n",
        loaded_at=NOW,
    )
    session.add(version)
    session.flush()
    return version


def a_person(session: Session, name: str = "Lead, Mersey Care", **values: Any) -> people.Person:
    person = people.Person(name=name, **values)
    session.add(person)
    session.flush()
    return person


def an_issue(
    session: Session, agreement: agreements.Agreement | None = None, number: int = 1, **values: Any
) -> issues.Issue:
    agreement = agreement or an_agreement(session)
    given = {
        "agreement_id": agreement.id,
        "number": number,
        "reference": f"{agreement.prefix}-{number}",
        "title": "Discharge letters arrive late",
        "particulars": "Since May.",
        "outcome_sought": "Within a day.",
        "concerns": "5.1",
        "private": False,
        "raised_for": "mersey-care",
        "stage": "discussion",
        "stage_entered_at": NOW,
        "raised_at": NOW,
    } | values
    if "terms_id" not in given:
        given["terms_id"] = a_version(session, agreement).id
    if "raised_by" not in given:
        given["raised_by"] = a_person(session).id
    issue = issues.Issue(**given)
    session.add(issue)
    session.flush()
    return issue


def a_message(once: str, lane: str = "C1", **values: Any) -> dict[str, Any]:
    return {
        "once": once,
        "platform": "slack",
        "workspace": "T1",
        "lane": lane,
        "template": "issue_raised",
        "facts": {"reference": "SEF-7"},
        "buttons": [],
        "queued_at": NOW,
        "not_before_at": NOW,
    } | values


def put(session: Session, once: str, lane: str = "C1", **values: Any) -> int:
    queued = outbox.put(session, a_message(once, lane, **values))
    assert queued is not None
    return queued


def at_once(count: int, run: Callable[[int], None]) -> None:
    """Run a function in threads that start together; raise what the first of them to fail raised."""
    start, faults = threading.Barrier(count), []

    def one(number: int) -> None:
        try:
            start.wait()
            run(number)
        except BaseException as fault:  # noqa: BLE001
            faults.append(fault)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]
