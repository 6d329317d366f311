"""What must be true whatever happened: the register, the rows and the chat tell one story."""

from __future__ import annotations

from collections import Counter
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.practice import Workspace
from storage import agreements, register
from storage.conflicts import Conflict, Consent
from storage.decisions import Ballot, Decision
from storage.issues import Issue, IssuePartner, Proposal
from storage.notices import TOLD_STATES, Notice, NoticeState
from storage.outbox import Message, MessageState
from storage.people import Person
from storage.register import Entry
from tests.cast import LONDON


def registers_are_whole(session: Session) -> None:
    """Nothing in a register was changed, lost or moved."""
    for agreement in agreements.all_agreements(session):
        assert register.verify(session, agreement) is None


def every_act_has_its_entry(session: Session) -> None:
    """What the rows say was done stands in the register, each once, and nothing else stands there."""
    written = Counter((entry.act, entry.reference, entry.partner) for entry in session.scalars(select(Entry)))
    issues = {issue.id: issue for issue in session.scalars(select(Issue))}
    raised = Counter(("issue-raised", issue.reference, issue.raised_for) for issue in issues.values())
    assert _of(written, "issue-raised") == raised
    acknowledged = Counter(
        ("issue-acknowledged", issues[row.issue_id].reference, row.partner)
        for row in session.scalars(select(IssuePartner))
        if row.acknowledged_at
    )
    assert _of(written, "issue-acknowledged") == acknowledged
    matters = {("issue", key): issue.reference for key, issue in issues.items()}
    matters |= {("decision", decision.id): decision.reference for decision in session.scalars(select(Decision))}
    matters |= {("conflict", conflict.id): conflict.reference for conflict in session.scalars(select(Conflict))}
    notices = list(session.scalars(select(Notice)))
    for state, act in ((NoticeState.DELIVERED, "notice-delivered"), (NoticeState.TOLD, "notice-told")):
        told = Counter((act, matters[n.matter, n.matter_id], n.partner) for n in notices if n.state is state)
        missing = told - _of(written, act)
        assert not missing, missing
    assert not (_of(written, "notice-delivered") - Counter(dict.fromkeys(_of(written, "notice-delivered"), 1)))
    told = {(row.issue_id, row.partner) for row in session.scalars(select(IssuePartner))}
    proposals = list(session.scalars(select(Proposal)))
    proposed = Counter(
        (f"{p.kind.value}-proposed", issues[p.issue_id].reference, p.proposed_for)
        for p in proposals
        if (p.issue_id, p.proposed_for) in told  # the others were put by a vote
    )
    assert sum(_of(written, "outcome-put").values()) == len(proposals) - proposed.total()
    ballots = session.scalars(select(Ballot)).all()
    assert sum(_of(written, "vote-cast").values()) == len(ballots)
    declared = Counter(("conflict-declared", c.reference, c.partner) for c in session.scalars(select(Conflict)))
    assert _of(written, "conflict-declared") == declared
    answered = sum((_of(written, "consent-given") + _of(written, "consent-refused")).values())
    assert answered >= len(session.scalars(select(Consent)).all())
    assert sum(_of(written, "conflict-declared").values()) == len(session.scalars(select(Conflict)).all())
    assert proposed == _of(written, "resolution-proposed") + _of(written, "extension-proposed")


def _of(written: Counter[tuple[str, str | None, str | None]], act: str) -> Counter[tuple[str, str | None, str | None]]:
    return Counter({key: count for key, count in written.items() if key[0] == act})


def each_partner_is_notified_once(session: Session) -> None:
    """A matter has one notice of a kind for each partner."""
    found = Counter((n.matter, n.matter_id, n.kind, n.partner) for n in session.scalars(select(Notice)))
    twice = [key for key, count in found.items() if count > 1]
    assert not twice, twice


def receipts_are_proof(session: Session) -> None:
    """A notice whose message went out says so, when, and by what it can be proved."""
    sent = select(Notice).join(Message, Message.notice_id == Notice.id).where(Message.state == MessageState.SENT)
    for notice in session.scalars(sent):
        assert notice.state in TOLD_STATES
        assert notice.proof
        assert notice.told_at


def one_list_a_day(session: Session) -> None:
    """A person, and a channel, has at most one daily list on a day of theirs."""
    query = select(Message, Person).outerjoin(Person, Person.id == Message.person_id)
    lists = query.where(
        Message.template.in_(("digest", "digest_channel")), Message.state == MessageState.SENT, Message.edits.is_(None)
    )
    days = Counter(
        (row.lane, row.sent_at.astimezone(ZoneInfo(person.timezone if person else LONDON)).date())
        for row, person in session.execute(lists)
        if row.sent_at
    )
    assert all(count == 1 for count in days.values()), days


def messages_went_out_once(session: Session, workspace: Workspace, *, cut: int = 0) -> int:
    """Every message that counts as sent stands in the chat, and nothing else does; return how many stand there twice.

    At most `cut` may: those whose sending was cut off between Slack's acceptance and the receipt. A second copy must
    be one of a message that was sent.
    """
    sent = [row for row in session.scalars(select(Message)) if row.state is MessageState.SENT and row.edits is None]
    receipts = {(row.remote_channel, row.remote_id) for row in sent}
    assert len(receipts) == len(sent), "two messages have one receipt"
    lost = receipts - _there(workspace)
    assert not lost, f"{len(lost)} receipts are for messages that nobody has: {sorted(lost)[:3]}"
    twice = copies(session, workspace)
    assert twice <= cut, f"{twice} messages stand in the chat twice, and at most {cut} can have been cut off"
    return twice


def copies(session: Session, workspace: Workspace) -> int:
    """How many messages stand in the chat without a receipt."""
    query = select(Message).where(Message.state == MessageState.SENT, Message.edits.is_(None))
    return len(_there(workspace) - {(row.remote_channel, row.remote_id) for row in session.scalars(query)})


def _there(workspace: Workspace) -> set[tuple[str | None, str | None]]:
    return {
        (channel, message.ts)
        for channel in workspace.channels
        for message in workspace.messages(channel)
        if message.ephemeral_for is None and message.user == workspace.bot_user_id
    }
