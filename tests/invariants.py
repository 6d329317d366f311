"""What must be true whatever happened: the register, the rows and the chat tell one story."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import words
from bot.practice import Message as Posted, Workspace
from bot.practice.forms import first_values
from bot.practice.shapes import View
from handlers import checking, deadlines
from handlers.daily import receipts
from handlers.milestones import facts as milestone_facts
from handlers.overview import board_pack
from rules.issues import ProposalState
from rules.milestones import MilestoneState
from rules.replay import differences, replay
from rules.signatures import DocumentKind, RequestState
from storage import agreements, kept, matters, register
from storage.conflicts import Conflict, Consent
from storage.deadlines import LIVE, Deadline
from storage.decisions import Ballot
from storage.issues import Issue, IssuePartner, Proposal
from storage.milestones import Milestone
from storage.notices import TOLD_STATES, Notice, NoticeState
from storage.outbox import Message, MessageState
from storage.people import Account, Person
from storage.register import Entry
from storage.signatures import Counterpart, SignatureRequest
from tests import outside
from tests.cast import LONDON

SIGNING = ("signature_sign", "signature_scan", "signature_cannot", "signature_decline", "signature_delegate")
HARMLESS = ("issue_show", "issue_told")  # a closed issue can be looked at, and how a partner was told be recorded


def registers_are_whole(session: Session) -> None:
    """Nothing in a register was changed, lost or moved."""
    for agreement in agreements.all_agreements(session):
        assert register.verify(session, agreement) is None


def registers_tell_of_every_row(session: Session, files: Path) -> None:
    """The register, played again, comes to what stands in the rows; the packs and the files are the ones it names."""
    found = list(checking.check(session, files))
    assert not found, "\n".join(found)
    by_acts = replay(replace(told, rows=None) for told in register.told(session))
    found = list(differences(by_acts, kept.rows(session)))
    assert not found, "\n".join(found)


def private_words_are_kept(session: Session, workspace: Workspace, now: datetime) -> None:
    """Nobody outside a private matter was ever shown, can ask for, or is handed anything of it: no word, no reference.

    What is asked for it changes rows: the session is to be rolled back.
    """
    kept_from = outside.secrets_of(session)
    if not kept_from:
        return
    accounts = {account.user: account for account in session.scalars(select(Account))}
    person = {user: accounts[user].person_id if user in accounts else None for user in workspace.people}
    for it in outside.shown(workspace):
        for secret in kept_from:
            found = secret.found_in(it.text, names=not it.answer)
            for user in it.to if found else ():
                assert person.get(user) in secret.inside, f"{user} was shown {found}: {it.text[:2000]}"
    for agreement in agreements.all_agreements(session):
        for text in outside.handed_out(session, agreement, now):
            for secret in kept_from:
                found = secret.found_in(text)
                assert found is None, f"{found} is handed out: {text[:2000]}"
    for account in outside.strangers(session, accounts.values(), kept_from):
        hidden = [secret for secret in kept_from if account.person_id not in secret.inside]
        for text in outside.asked_for(session, account, now, [secret.reference for secret in hidden]):
            for secret in hidden:
                found = secret.found_in(text)
                assert found is None, f"{account.user} can read {found}: {text[:2000]}"


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
    every_notice_has_its_entry(session)
    every_signature_has_its_entry(session, written)
    every_milestone_is_chased_by_its_own_date(session, written)
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


def every_notice_has_its_entry(session: Session) -> None:
    """A notice that reached its partner, in the chat or another way, stands in the register: once, by its kind."""
    named = {
        (kind, row.id): row.reference
        for kind, model in matters.KINDS.items()
        for row in session.execute(select(model.id, model.reference))
    }
    notices = list(session.scalars(select(Notice)))
    for state, act in ((NoticeState.DELIVERED, "notice-delivered"), (NoticeState.TOLD, "notice-told")):
        written = Counter(
            (entry.reference, json.loads(entry.facts)["kind"], entry.partner)
            for entry in session.scalars(select(Entry).where(Entry.act == act))
        )
        told = Counter((named[n.matter, n.matter_id], n.kind, n.partner) for n in notices if n.state is state)
        assert not told - written, told - written
        if state is NoticeState.DELIVERED:
            assert written == Counter(dict.fromkeys(written, 1))


def every_signature_has_its_entry(session: Session, written: Counter[tuple[str, str | None, str | None]]) -> None:
    """A counterpart stands in the register; what is complete was signed by all who had to, and on no later day."""
    asked = {one.id: one for one in session.scalars(select(SignatureRequest))}
    given = Counter(
        ("counterpart-signed", asked[one.request_id].reference, one.partner)
        for one in session.scalars(select(Counterpart))
    )
    assert _of(written, "counterpart-signed") == given
    complete = {one.reference for one in asked.values() if one.state is RequestState.COMPLETE}
    assert {key[1] for key in _of(written, "signatures-complete")} == complete
    assert _of(written, "signatures-complete").total() == len(complete)
    for one in asked.values():
        first: dict[str, date] = {}
        for mine in one.counterparts:
            if mine.version == one.version and mine.counts:
                first[mine.partner] = min(mine.signed_on, first.get(mine.partner, mine.signed_on))
        if one.state is RequestState.COMPLETE and one.kind is not DocumentKind.AGREEMENT:
            assert {party.partner for party in one.parties} <= set(first)
            assert one.effective_on is not None
            if one.effective_on != one.begins_on:  # a stated day can hold, however late the last signature is
                assert one.effective_on >= max(first.values())
    issued = {one.reference for one in asked.values() if one.executed_sha256 is not None}
    assert {key[1] for key in _of(written, "executed-copy-issued")} == issued


def every_milestone_is_chased_by_its_own_date(
    session: Session, written: Counter[tuple[str, str | None, str | None]]
) -> None:
    """A milestone was added, and met if it is met; while somebody is asked for it, one date lives: its own."""
    found = list(session.scalars(select(Milestone)))
    added = {reference for act, reference, _ in written if act == "milestone-added"}
    assert added == {one.reference for one in found}
    met = {reference for act, reference, _ in written if act == "milestone-met"}
    assert {one.reference for one in found if one.state is MilestoneState.MET} <= met
    of_milestones = select(Deadline).where(Deadline.matter == "milestone", Deadline.state.in_(LIVE))
    live = {one.matter_id: one.due_on for one in session.scalars(of_milestones)}
    wanted = {one.id: milestone_facts.standing_of(one).chased_by for one in found}
    assert live == {row: day for row, day in wanted.items() if day is not None}


def parties_with_nothing_to_answer(session: Session) -> set[int]:
    """Return the asked partners that have signed the version that counts, or whose request is over, by id."""
    found = set()
    for asked in session.scalars(select(SignatureRequest)):
        given = [one for one in asked.counterparts if one.version == asked.version and one.counts]
        rule = agreements.terms_of(session, asked.terms_id).signatures.signers
        for party in asked.parties:
            mine = [one for one in given if one.partner == party.partner]
            people = {signer["person"] for one in mine for signer in one.signers or ()}
            if asked.state.final or (mine and (rule is None or len(people) >= rule.at_least)):
                found.add(party.id)
    return found


def messages_to_who_signed(session: Session) -> dict[tuple[str | None, str | None], set[int]]:
    """Return the asked partners for which whoever has a message has signed already, where several people sign in no order."""
    found: dict[tuple[str | None, str | None], set[int]] = {}
    for asked in session.scalars(select(SignatureRequest)):
        rule = agreements.terms_of(session, asked.terms_id).signatures.signers
        given = [one for one in asked.counterparts if one.version == asked.version and one.counts]
        for party in asked.parties if rule is not None and not rule.in_order else ():
            people = [it["person"] for one in given if one.partner == party.partner for it in one.signers or ()]
            for message in session.scalars(
                select(Message).where(Message.person_id.in_(people), Message.edits.is_(None))
            ):
                found.setdefault((message.remote_channel, message.remote_id), set()).add(party.id)
    return found


def to_people_without_a_part(session: Session, now: datetime) -> set[tuple[str | None, str | None]]:
    """Return where the messages are of people who hold no capacity any more: those are left as they were."""
    direct = list(session.scalars(select(Message).where(Message.person_id.is_not(None), Message.edits.is_(None))))
    gone = receipts.without_a_part(session, direct, now)
    return {(message.remote_channel, message.remote_id) for message in direct if message.id in gone}


def each_date_has_its_own_reminders(session: Session, now: datetime) -> None:
    """Where nothing is due that nobody has looked at yet, a date's next reminder is the one that its day asks for."""
    if any(deadlines.reminders_outdated(session, it, now) for it in agreements.readable(session)):
        return
    for date_ in session.scalars(select(Deadline).where(Deadline.state.in_(LIVE), Deadline.next_nudge_at > now)):
        matter = matters.get(session, date_.matter, date_.matter_id)
        terms, planned = agreements.terms_of(session, matter.terms_id), date_.next_nudge_at
        deadlines.plan_nudge(session, terms, date_, after=now)
        assert date_.next_nudge_at == planned, f"{matter.reference} is reminded of as if it had another date"


def no_dead_buttons(session: Session, workspace: Workspace, now: datetime) -> None:
    """Whoever looks at an old message finds no button that can do nothing any more."""
    waiting = select(Message.id).where(Message.state == MessageState.WAITING, Message.edits.is_not(None))
    if session.scalars(waiting).first() is not None:
        return  # the edit may still be on its way
    over = {issue.id for issue in session.scalars(select(Issue)) if issue.state.final}
    done = {proposal.id for proposal in session.scalars(select(Proposal)) if proposal.state is not ProposalState.OPEN}
    signed = parties_with_nothing_to_answer(session)
    left = to_people_without_a_part(session, now)
    each = messages_to_who_signed(session)
    for message in _said(workspace):
        if message.ephemeral_for is not None or (message.channel, message.ts) in left:
            continue
        for action in actions_of(message):
            name, _, row = action.partition(":")
            dead: set[int] = set()
            if name.startswith("issue_") and name not in HARMLESS:
                dead = done if name in ("issue_agree", "issue_disagree") else over
            elif name in SIGNING:
                dead = signed | each.get((message.channel, message.ts), set())
            assert row not in map(str, dead), f"{action} is still offered: {message.shown()}"


def board_packs_can_be_made(session: Session, now: datetime) -> None:
    """Whatever has happened, all of it can be told to the board, and each column holds what it says it holds."""
    reads = {"day": date.fromisoformat, "instant": datetime.fromisoformat, "words": str}
    for agreement in agreements.all_agreements(session):
        facts = board_pack.facts_of(session, agreement, date(1900, 1, 1), date(2199, 12, 31), now)
        for section in facts["sections"]:
            for column in section["columns"]:
                for value in filter(None, (row[column["key"]] for row in section["rows"])):
                    assert reads[column["holds"]](value) is not None
        words.render("board_pack", facts)


def fields_stand_as_drawn(view: View) -> None:
    """After a form was drawn anew, what stands in each field is what was drawn into it: no older default stays."""
    for block in view.body["blocks"]:
        if block["type"] == "input" and block["element"]["type"] != "file_input":
            assert view.values[block["block_id"]] == first_values([block])[block["block_id"]]


def nobody_is_mentioned(workspace: Workspace) -> None:
    """No message rings anybody's bell, but where somebody says who they are and is to be believed."""
    for message in _said(workspace):
        if "says they are" not in message.shown():
            assert not message.mentions, message.shown()


def actions_of(message: Posted) -> list[str]:
    """Return the ids of a message's buttons."""
    rows = [block for block in message.blocks if block["type"] == "actions"]
    return [element["action_id"] for row in rows for element in row["elements"]]


def _said(workspace: Workspace) -> list[Posted]:
    every = [message for channel in workspace.channels for message in workspace.messages(channel)]
    return [message for message in every if message.user == workspace.bot_user_id]


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
        (channel, str(file["id"]) if file else message.ts)
        for channel in workspace.channels
        for message in workspace.messages(channel)
        if message.ephemeral_for is None and message.user == workspace.bot_user_id
        for file in (message.files or (None,))
    }
