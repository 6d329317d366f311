"""Agreements: versions stay, decisions on open points apply, a channel runs one agreement."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from storage import agreements
from storage.agreements import Agreement, Channel, Settlement
from storage.database import transaction
from tests.storage.rows import NOW, a_version, an_agreement, sefton


def settle(session: Session, agreement: Agreement, key: str, value: str) -> None:
    agreements.settle(
        session,
        Settlement(
            agreement_id=agreement.id, key=key, value=value, why="As minuted.", settled_by="Secretary", settled_at=NOW
        ),
    )


def bound(session: Session, agreement: Agreement, channel: str = "C1", platform: str = "slack") -> None:
    session.add(Channel(agreement_id=agreement.id, platform=platform, workspace="T1", channel=channel, bound_at=NOW))
    session.flush()


def test_found_by_key_and_by_prefix(engine: Engine) -> None:
    with transaction(engine) as session:
        second, first = an_agreement(session, "b", "BB"), an_agreement(session, "a", "AA")
        assert agreements.all_agreements(session) == [first, second]
        assert agreements.by_key(session, "b") is second
        assert agreements.by_key(session, "B") is None
        assert agreements.by_prefix(session, "aa") is first
        assert agreements.by_prefix(session, "CC") is None
    with pytest.raises(IntegrityError), transaction(engine) as session:
        an_agreement(session, "c", "AA")


def test_a_version_comes_back_as_the_terms_it_was(engine: Engine) -> None:
    with transaction(engine) as session:
        a_version(session, an_agreement(session, row=1))
    with transaction(engine) as session:
        assert agreements.current_terms(session, 1) == sefton()


def test_the_newest_version_is_in_force_and_the_older_ones_stay(engine: Engine) -> None:
    with transaction(engine) as session:
        agreement = an_agreement(session, row=1)
        first = a_version(session, agreement, 1)
        a_version(session, agreement, 2, short_title="The second")
    with transaction(engine) as session:
        assert agreements.latest_version(session, 1).number == 2
        assert agreements.current_terms(session, 1).short_title == "The second"
        assert agreements.terms_of(session, first.id).short_title == sefton().short_title
    with pytest.raises(IntegrityError), transaction(engine) as session:
        a_version(session, session.get_one(Agreement, 1), 2)


def test_decisions_apply_from_when_they_are_taken(engine: Engine) -> None:
    with transaction(engine) as session:
        agreement = an_agreement(session, row=1)
        a_version(session, agreement)
        assert agreements.current_terms(session, agreement.id).term.begins is None
        settle(session, agreement, "commencement", "2022-07-01")
        settle(session, agreement, "of-an-older-version", "whatever")
        assert agreements.current_terms(session, agreement.id).term.begins == date(2022, 7, 1)
        assert agreements.settlements(session, agreement.id)["commencement"] == "2022-07-01"
    with pytest.raises(IntegrityError), transaction(engine) as session:
        settle(session, session.get_one(Agreement, 1), "commencement", "2023-07-01")


def test_a_decision_of_one_agreement_is_none_of_another(engine: Engine) -> None:
    with transaction(engine) as session:
        one, other = an_agreement(session, row=1), an_agreement(session, "other", "OT")
        a_version(session, one)
        a_version(session, other)
        settle(session, one, "commencement", "2022-07-01")
        assert agreements.current_terms(session, one.id).term.begins == date(2022, 7, 1)
        assert agreements.current_terms(session, other.id).term.begins is None


def test_a_channel_runs_one_agreement_and_an_agreement_has_one_channel(engine: Engine) -> None:
    with transaction(engine) as session:
        one, other = an_agreement(session, row=1), an_agreement(session, "other", "OT")
        assert agreements.channel_of(session, one.id) is None
        bound(session, one)
        bound(session, other, platform="teams")
        assert agreements.in_channel(session, platform="slack", channel="C1") is one
        assert agreements.in_channel(session, platform="teams", channel="C1") is other
        assert agreements.in_channel(session, platform="slack", channel="C2") is None
        assert agreements.channel_of(session, one.id).channel == "C1"
    with pytest.raises(IntegrityError), transaction(engine) as session:
        bound(session, session.get_one(Agreement, 1), "C3")
    with pytest.raises(IntegrityError), transaction(engine) as session:
        bound(session, an_agreement(session, "third", "TH"))
