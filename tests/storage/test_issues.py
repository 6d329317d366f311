"""An issue's rows: one of two who move it on at once is told that the other was faster."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from rules.issues import IssueState, ProposalKind, ProposalState
from storage import issues, rows
from storage.database import transaction
from storage.issues import Answer, Issue, IssuePartner, Proposal
from tests.storage.rows import NOW, a_person, an_agreement, an_issue, at_once, minutes


@pytest.fixture
def issue_id(engine: Engine) -> int:
    with transaction(engine) as session:
        issue = an_issue(session)
        session.add_all(
            IssuePartner(issue_id=issue.id, partner=key, affected=True) for key in ("mersey-care", "sefton")
        )
        return issue.id


def test_it_is_found_by_id_and_by_reference_in_any_case(engine: Engine, issue_id: int) -> None:
    with transaction(engine) as session:
        assert rows.by_reference(session, Issue, "sef-1").id == issue_id
        assert rows.by_reference(session, Issue, "SEF-2") is None
        assert rows.get(session, Issue, issue_id, lock=True).state is IssueState.OPEN
        assert rows.get(session, Issue, issue_id + 1) is None


def test_its_partners_and_proposals_come_in_order(engine: Engine, issue_id: int) -> None:
    with transaction(engine) as session:
        issue = rows.get(session, Issue, issue_id)
        proposal = Proposal(
            issue_id=issue_id, kind=ProposalKind.RESOLUTION, words="Send them daily.", proposed_for="sefton",
            proposed_by=issue.raised_by, proposed_at=NOW,
        )  # fmt: skip
        session.add(proposal)
        session.flush()
        for partner in ("sefton", "mersey-care"):
            session.add(
                Answer(
                    proposal_id=proposal.id,
                    partner=partner,
                    agrees=True,
                    reason="",
                    answered_by=issue.raised_by,
                    answered_at=NOW,
                )
            )
    with transaction(engine) as session:
        issue = rows.get(session, Issue, issue_id)
        assert [partner.partner for partner in issue.partners] == ["mersey-care", "sefton"]
        assert [(it.state, [answer.partner for answer in it.answers]) for it in issue.proposals] == [
            (ProposalState.OPEN, ["sefton", "mersey-care"])
        ]


def test_a_partner_is_affected_once(engine: Engine, issue_id: int) -> None:
    with pytest.raises(IntegrityError), transaction(engine) as session:
        session.add(IssuePartner(issue_id=issue_id, partner="sefton", affected=False))


def test_a_partner_answers_a_proposal_once(engine: Engine, issue_id: int) -> None:
    with transaction(engine) as session:
        person = a_person(session).id
        said = {"partner": "sefton", "agrees": True, "reason": "", "answered_by": person, "answered_at": NOW}
        session.add(
            Proposal(
                id=1,
                issue_id=issue_id,
                kind=ProposalKind.EXTENSION,
                words="",
                proposed_for="sefton",
                proposed_by=person,
                proposed_at=NOW,
            )
        )
        session.flush()
        session.add(Answer(proposal_id=1, **said))
    with pytest.raises(IntegrityError), transaction(engine) as session:
        session.add(Answer(proposal_id=1, **said | {"agrees": False}))


def test_numbers_and_references_are_unique(engine: Engine, issue_id: int) -> None:
    with pytest.raises(IntegrityError), transaction(engine) as session:  # noqa: PT012
        first = rows.get(session, Issue, issue_id)
        an_issue(session, agreement_of(session, first), number=1, reference="SEF-99", terms_id=first.terms_id)
    with pytest.raises(IntegrityError), transaction(engine) as session:  # noqa: PT012
        first = rows.get(session, Issue, issue_id)
        an_issue(session, agreement_of(session, first), number=2, reference="SEF-1", terms_id=first.terms_id)


def agreement_of(session: Session, issue: issues.Issue):
    from storage.agreements import Agreement

    return session.get_one(Agreement, issue.agreement_id)


def test_those_of_an_agreement_in_some_states(engine: Engine) -> None:
    with transaction(engine) as session:
        agreement = an_agreement(session)
        first = an_issue(session, agreement)
        more = {"terms_id": first.terms_id, "raised_by": first.raised_by}
        an_issue(session, agreement, 3, state=IssueState.WITHDRAWN, **more)
        an_issue(session, agreement, 2, state=IssueState.UNRESOLVED, **more)
        living = issues.of_agreement(session, agreement.id, states=(IssueState.OPEN, IssueState.UNRESOLVED))
        assert [issue.number for issue in living] == [1, 2]
        assert issues.of_agreement(session, agreement.id + 1, states=tuple(IssueState)) == []


def test_moving_on_closes_only_at_the_end(engine: Engine, issue_id: int) -> None:
    with transaction(engine) as session:
        issue = rows.get(session, Issue, issue_id)
        assert issues.move(session, issue, to=IssueState.UNRESOLVED, at=minutes(1), words="not kept")
        assert (issue.state, issue.closed_at, issue.closing_words) == (IssueState.UNRESOLVED, None, None)
        assert issues.move(session, issue, to=IssueState.RESOLVED, at=minutes(2), words="Agreed by both.")
    with transaction(engine) as session:
        issue = rows.get(session, Issue, issue_id)
        assert (issue.state, issue.closed_at, issue.closing_words) == (
            IssueState.RESOLVED,
            minutes(2),
            "Agreed by both.",
        )


def test_who_has_read_an_older_state_does_not_move_it(engine: Engine, issue_id: int) -> None:
    with transaction(engine) as session:
        stale = rows.get(session, Issue, issue_id)
    with transaction(engine) as session:
        assert issues.move(
            session, rows.get(session, Issue, issue_id), to=IssueState.WITHDRAWN, at=minutes(1), words="Mine."
        )
    with transaction(engine) as session:
        session.add(stale)
        assert not issues.move(session, stale, to=IssueState.RESOLVED, at=minutes(2), words="Yours.")
        assert (stale.state, stale.closing_words) == (IssueState.WITHDRAWN, "Mine.")  # and shows what it is now


def test_of_those_who_race_one_moves_it(engine: Engine, issue_id: int) -> None:
    for turn in range(5):
        with transaction(engine) as session:
            issue = rows.get(session, Issue, issue_id)
            session.refresh(issue)
            issue.state = IssueState.OPEN
        read: list[issues.Issue] = []
        for _ in range(4):
            with transaction(engine) as session:
                read.append(rows.get(session, Issue, issue_id))
        moved: list[tuple[bool, IssueState]] = []

        def move(number: int, read=read, moved=moved) -> None:
            to = (IssueState.RESOLVED, IssueState.WITHDRAWN)[number % 2]
            with transaction(engine) as session:
                session.add(read[number])
                moved.append((issues.move(session, read[number], to=to, at=minutes(number), words=str(number)), to))

        at_once(4, move)
        winners = [to for won, to in moved if won]
        assert len(winners) == 1, turn
        with transaction(engine) as session:
            assert session.scalars(select(issues.Issue.state)).one() == winners[0]
