"""Chat accounts: claimed by the person who uses them, linked to the roster by the secretary."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers import actors, outgoing
from handlers.actors import Actor
from handlers.conflicts import returns as interest_returns
from handlers.forms import Choice, Field, Form, FormRefused, Kind, Values
from handlers.people import authority
from handlers.people.access import record, secretary
from handlers.people.changes import Change
from handlers.people.file import time_zones
from handlers.requests import Answer, Ask, Button, Request, Say
from rules.errors import Refusal
from rules.sentences import word
from storage import agreements, feeds, outbox, people, posts, register
from storage.agreements import Agreement
from storage.people import Account, Link, Person


def tie(session: Session, person: Person, *, platform: str, workspace: str, user: str, now: datetime) -> int:
    """Link an account to a person; return how many links are new.

    Raises Refusal when the account is somebody else's, or the person has another one: a name that two people share
    must not give one of them the other's authority. `link` below is how a link is changed.
    """
    account = people.account_of_user(session, platform=platform, workspace=workspace, user=user)
    if account is not None and account.link is Link.LINKED:
        if account.person_id == person.id:
            return 0
        other = session.get_one(Person, account.person_id)
        raise Refusal(
            f"Account {user} is linked to {other.name}. Nothing was changed. The secretary can link it to another "
            f"person with {word('people')}."
        )
    if people.linked_account(session, person.id) is not None:
        raise Refusal(
            f"{person.name} is linked to another account already. Nothing was changed. If this is somebody else of "
            "the same name, give their e-mail address to tell them apart; if it is a new account of the same "
            f"person, the secretary changes it with {word('people')}."
        )
    _make_link(session, account, person, platform=platform, workspace=workspace, user=user, now=now)
    return 1


def _make_link(
    session: Session,
    account: Account | None,
    person: Person,
    *,
    platform: str,
    workspace: str,
    user: str,
    now: datetime,
) -> None:
    if account is None:
        account = Account(platform=platform, workspace=workspace, user=user)
        session.add(account)
    account.person_id, account.link, account.changed_at = person.id, Link.LINKED, now
    session.flush()  # the next line may name the same account


def _only_here(session: Session, actor: Actor, person: Person) -> None:
    """Return when a person acts in this agreement alone; raise FormRefused when they act in another too."""
    held = {row.agreement_id for row in posts.of_person(session, person.id)}
    held |= {row.agreement_id for row in people.holdings_of(session, person.id)}
    if held - {actor.agreement.id}:
        raise FormRefused(
            {
                "person": f"{person.name} acts in another agreement too, so their account is not this secretary's to "
                "change. Please ask whoever runs Accord: `python -m bot people import` links accounts."
            }
        )


def link_form(session: Session, request: Request) -> Form:
    """Return the form that links a chat account to a person on the roster; claims that wait come first."""
    actor = secretary(session, request, "link accounts")
    rows = _roster(session, actor.agreement)
    claims = people.claims_of(session, [person.id for person in rows])
    claimed = {account.person_id: account for account in claims}
    rows.sort(key=lambda person: (person.id not in claimed, person.name))
    first = next((person for person in rows if person.id in claimed), None)
    mine = claimed[first.id] if first is not None else None
    elsewhere = [account for account in claims if not _in_workspace_of(account, request)]
    return Form(
        "account_link",
        "Link an account",
        "Link it",
        (
            Field(
                "person",
                "Person on the roster",
                Kind.CHOICE,
                choices=tuple(
                    Choice(str(p.id), p.name + (" (has claimed an account)" if p.id in claimed else "")) for p in rows
                ),
                initial=str(first.id) if first else None,
            ),
            Field(
                "account",
                "Their chat account",
                Kind.ACCOUNT,
                required=not elsewhere,
                initial=mine.user if mine is not None and _in_workspace_of(mine, request) else None,
                hint="Make sure that it is theirs: whoever uses it acts in their name.",
            ),
            *_claimed_elsewhere(session, elsewhere, mine),
        ),
        row=actor.agreement.id,
    )


def _in_workspace_of(account: Account, request: Request) -> bool:
    return (account.platform, account.workspace) == (request.user.platform, request.user.workspace)


def _claimed_elsewhere(session: Session, claims: list[Account], mine: Account | None) -> tuple[Field, ...]:
    """Return the field for accounts that were claimed from other workspaces: none of these can be picked."""
    if not claims:
        return ()
    named = people.names_of(session, {account.person_id for account in claims})
    choices = tuple(
        Choice(str(one.id), f"{one.user} of workspace {one.workspace}, claimed for {named[one.person_id]}")
        for one in claims
    )
    first = str(mine.id) if mine is not None and mine in claims else None
    hint = "From another workspace. Leave it empty if you choose an account above."
    return (Field("claimed", "Or an account that was claimed", Kind.CHOICE, required=False, choices=choices,
                  initial=first, hint=hint),)  # fmt: skip


def _account_meant(session: Session, request: Request, values: Values) -> tuple[Account | None, str, str]:
    """Return the account that is chosen, with its workspace and user id; None where nobody has claimed or linked it.

    An account is told by its platform, its workspace and its user id together: whoever has the same id in another
    workspace is somebody else. Who is picked is of the workspace of whoever picks; who is of another has claimed it.
    """
    user, claimed, picked = request.user, values.line("claimed"), values.line("account")
    if bool(claimed) == bool(picked):
        what = "Please choose one account: this one, or the one that was claimed." if picked else "Please choose one."
        raise FormRefused({"account": what})
    if claimed:
        account = session.get_one(Account, int(claimed))
        return account, account.workspace, account.user
    found = people.account_of_user(session, platform=user.platform, workspace=user.workspace, user=picked)
    return found, user.workspace, picked


def link(session: Session, request: Request, values: Values) -> Answer:
    """Link a chat account to a person: whoever uses it acts in their name from now on, and with no other account."""
    actor = secretary(session, request, "link accounts")
    person = session.get_one(Person, int(values.line("person")))
    user = request.user
    claimed, workspace, user_id = _account_meant(session, request, values)
    _only_here(session, actor, person)
    before = authority.standing(session, actor.agreement, request.now)
    new = claimed is None or claimed.link is not Link.LINKED
    ended = [old for old in people.linked_accounts(session, person.id) if old is not claimed]
    if claimed is not None and claimed.link is Link.LINKED and claimed.person_id != person.id:
        other = session.get_one(Person, claimed.person_id).name
        raise FormRefused(
            {"account": f"This account is linked to {other}. Link {other}'s own account first; then this one is free."}
        )
    for old in ended:  # whoever used it acts in this name no longer
        old.link = Link.CLAIMED
    stopped = feeds.stop_all(session, person.id, request.now) if ended else 0
    _make_link(
        session,
        claimed,
        person,
        platform=user.platform,
        workspace=workspace,
        user=user_id,
        now=request.now,
    )
    account = people.linked_account(session, person.id)
    record(
        session,
        actor,
        request,
        "account-linked",
        {
            "person": person.name,
            "platform": user.platform,
            "workspace": workspace,
            "user": user_id,
            "ended": [old.user for old in ended],
            "feeds_stopped": stopped,
        },
    )
    was = ", ".join(f"{old.user} in {old.workspace}" for old in ended) or None
    if new:
        moved = Change(person.name, "account", was, f"{user_id} in {workspace}", {}, person.id)
        authority.changed(
            session,
            before,
            [moved],
            by=actor.person.name,
            by_id=actor.person.id,
            now=request.now,
            displaced=ended,
            heard=[person.id],
            source=request.source,
        )
    for message in outbox.sent_about(session, _claim_of(account)) if account is not None else ():
        outgoing.edit(session, message, "account_link_done", {"name": person.name}, now=request.now)
    if account is not None and account.person_id != actor.person.id:
        declares = interest_returns.asked_of(session, actor.agreement, actor.terms, person, actor.today)
        outgoing.direct(
            session,
            account,
            "account_linked",
            {
                "name": person.name,
                "by": actor.person.name,
                "agreement": actor.terms.short_title,
                "declares": declares,
                "feeds_stopped": stopped,
            },
            once=f"account:{account.id}:linked:{request.now.isoformat()}",
            agreement_id=actor.agreement.id,
            buttons=interest_returns.newcomer_buttons(actor.agreement) if declares else (),
            now=request.now,
        )
    return Say("account_link_done", {"name": person.name})


def claim_start(session: Session, request: Request) -> Answer:
    """Open the form in which somebody says who they are; only in a channel that runs an agreement."""
    return Ask(claim_form(session, request))


def claim_form(session: Session, request: Request) -> Form:
    """Return the form with the people of the channel's agreement who have no account yet."""
    agreement = session.get(Agreement, request.row) if request.row else None
    if agreement is None and request.channel is not None:
        agreement = agreements.in_channel(session, platform=request.user.platform, channel=request.channel)
    if agreement is None:
        raise Refusal(f"Please type {word('link')} in the channel your agreement runs in.")
    user = request.user
    account = people.account_of_user(session, platform=user.platform, workspace=user.workspace, user=user.user)
    if account is not None and account.link is Link.LINKED:
        raise Refusal(f"You are linked already: you are {session.get_one(Person, account.person_id).name}.")
    unlinked = [p for p in _roster(session, agreement) if people.linked_account(session, p.id) is None]
    if not unlinked:
        raise Refusal("Everybody on the roster is linked to an account. Please ask the secretary to add you.")
    return Form(
        "account_claim",
        "Say who you are",
        "Send to the secretary",
        (
            Field(
                "person",
                "You are",
                Kind.CHOICE,
                choices=tuple(Choice(str(p.id), p.name) for p in unlinked),
                hint="The secretary confirms it before anything can be done in that name.",
            ),
        ),
        row=agreement.id,
    )


def claim(session: Session, request: Request, values: Values) -> Answer:
    """Note who somebody says they are, and ask the secretary to confirm it."""
    agreement = session.get_one(Agreement, request.row)
    terms = agreements.current_terms(session, agreement.id)
    person = session.get_one(Person, int(values.line("person")))
    user = request.user
    account = people.account_of_user(session, platform=user.platform, workspace=user.workspace, user=user.user)
    if account is None:
        account = Account(platform=user.platform, workspace=user.workspace, user=user.user)
        session.add(account)
    account.person_id, account.link, account.changed_at = person.id, Link.CLAIMED, request.now
    session.flush()  # its id is on the question to the secretary
    register.write(
        session,
        agreement,
        at=request.now,
        act="account-claimed",
        person=person.name,
        facts={"platform": user.platform, "workspace": user.workspace, "user": user.user},
        source=request.source,
    )
    asked = people.secretaries(session, actors.local_day(terms, request.now), agreement.id)
    outgoing.tell(
        session,
        asked,
        "account_claimed",
        {"name": person.name, "user": user.user, "agreement": terms.short_title},
        once=f"claim:{user.workspace}:{user.user}:{request.now.isoformat()}",
        agreement_id=agreement.id,
        about=_claim_of(account),
        buttons=(Button("account_link", agreement.id),),
        now=request.now,
    )
    return Say("claim_sent", {"name": person.name, "secretaries": [contact.person.name for contact in asked]})


def _claim_of(account: Account) -> str:
    """Return what the question to the secretary about a claimed account is queued about."""
    return f"claim:{account.id}"


def _roster(session: Session, agreement: Agreement) -> list[Person]:
    return people.listed(session, posts.ever(session, agreement.id))


def ask_again(session: Session, account_id: int) -> None:
    """Have the chat platform asked once more for a time zone that it could not give now."""
    account = session.get(Account, account_id)
    if account is not None and account.link is Link.LINKED:
        account.zone_asked = False


def note_time_zone(session: Session, person_id: int, zone: str) -> None:
    """Keep the time zone that the chat platform gives for a person; an unknown one changes nothing."""
    person = session.get_one(Person, person_id)
    if zone in time_zones() and zone != person.timezone:
        person.timezone, person.next_digest_at = zone, None  # the next tick plans it anew, for their morning
