"""Whom a name means: somebody on the roster, or somebody new. Two who may be one person are asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from handlers.people.file import NEW, SAME, RosterRow
from rules.errors import Refusal
from rules.names import as_read, may_be_one
from rules.phrases import listed
from storage import people, posts
from storage.agreements import Agreement
from storage.people import Person

ANOTHER = "Somebody else than whoever has such a name already"
"""What a form asks where a name is like one on the roster."""


def said(another: bool) -> str | None:  # noqa: FBT001 (a tick of a form)
    """Return what is said of a name by a form's tick."""
    return NEW if another else None


@dataclass(frozen=True)
class Here:
    """Who is on an agreement's roster, or was, or will be; those that a file has named until now among them."""

    agreement: Agreement
    people: list[Person]
    from_chat: bool

    def of_name(self, name: str) -> list[Person]:
        """Return those whose name reads the same."""
        return [one for one in self.people if as_read(one.name) == as_read(name)]


def here(session: Session, agreement: Agreement, *, from_chat: bool) -> Here:
    """Return who is on an agreement's roster, in the order in which they were entered."""
    found = sorted(people.listed(session, posts.ever(session, agreement.id)), key=lambda one: one.id)
    return Here(agreement, found, from_chat)


def person_meant(session: Session, known: Here, row: RosterRow, *, platform: str) -> Person | None:
    """Return the person a line means, or None for a new one.

    Somebody on this agreement's own roster is meant by their name and e-mail as people read them, or by their name and
    their account. Somebody on another's is meant by their name together with their e-mail or their account, and only by
    whoever runs Accord: a secretary cannot bring in the people of an agreement that is not theirs. Raises Refusal where
    the person may be one who is there, and may not: it says whom, and what to write for each.
    """
    exact = [one for one in known.of_name(row.name) if as_read(one.email) == as_read(row.email)]
    linked = _by_account(session, row, platform)
    if exact:
        return next((one for one in exact if linked is not None and one.id == linked.id), exact[0])
    if linked is not None and linked in known.people:
        return linked
    alike = [one for one in known.people if _may_be(one, row)]
    if alike and row.person is None:
        raise Refusal(_question(alike, row, from_chat=known.from_chat))
    if row.person == SAME:
        if len(alike) != 1:
            whom = listed([_called(one) for one in alike], last="or") if alike else "nobody on the roster"
            raise Refusal(f"“{row.name}” may be {whom}; write the name and the e-mail as the roster has them")
        return alike[0]
    if row.person is not None and not row.email and known.of_name(row.name):
        raise Refusal(f"there is a {row.name} on the roster already; give this one's e-mail to tell them apart")
    elsewhere = linked or _elsewhere(session, row)
    if elsewhere is not None and known.from_chat:
        raise Refusal(
            f"{row.name} is on another agreement's roster. Please ask whoever runs Accord: "
            "`python -m bot people import` adds them here."
        )
    return elsewhere


def _may_be(one: Person, row: RosterRow) -> bool:
    """Return whether a line may mean somebody, and it is not certain: other e-mails make two people of one name."""
    same_mail = bool(row.email) and as_read(one.email) == as_read(row.email)
    told_apart = bool(row.email and one.email) and not same_mail
    return same_mail or (not told_apart and may_be_one(one.name, row.name))


def _question(alike: Sequence[Person], row: RosterRow, *, from_chat: bool) -> str:
    whom = listed([_called(one) for one in alike], last="or")
    mail = f" ({row.email})" if row.email else ""
    if from_chat:
        return (
            f"“{row.name}”{mail} may be {whom}, who is on the roster already. If this is the same person, write the "
            "name and the e-mail as they stand there; if it is somebody else, say so below."
        )
    return (
        f"“{row.name}”{mail} may be {whom}, who is on the roster or above in this file. If this is the same person, "
        "write name and e-mail the same, or `same` in a column `person`; if it is somebody else, write `new` there"
    )


def _called(one: Person) -> str:
    return f"{one.name} ({one.email})" if one.email else f"{one.name} (no e-mail)"


def _by_account(session: Session, row: RosterRow, platform: str) -> Person | None:
    """Return the person whom the account of a line is linked to, where the name may be theirs."""
    if not row.workspace or not row.user:
        return None
    found = people.person_of_user(session, platform=platform, workspace=row.workspace, user=row.user)
    return found if found is not None and may_be_one(found.name, row.name) else None


def _elsewhere(session: Session, row: RosterRow) -> Person | None:
    """Return the first person of any agreement with this name and this e-mail; None where no e-mail is given."""
    named = people.with_email(session, row.email) if row.email else []
    return next((one for one in named if as_read(one.name) == as_read(row.name)), None)
