"""What private matters hold, and all that somebody outside was shown, can ask for, or is handed as an export."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy import Text, select
from sqlalchemy.orm import Session

from bot import homes, ics, words
from bot.cli import interests as interests_file
from bot.practice import Workspace
from bot.slack.commands import dialect
from handlers import history
from handlers.decisions import access as decision_access
from handlers.kinds import KINDS
from handlers.overview import board_pack, bulletin_facts, feeds, home, interests, menu
from handlers.requests import Answer, Ask, Request, Say, User
from handlers.tables import COMMANDS, press
from rules.errors import Refusal
from rules.periods import Period
from storage import agreements
from storage.actions import Action
from storage.agreements import Agreement
from storage.conflicts import Touched
from storage.decisions import Decision
from storage.issues import Issue
from storage.people import Account, Capacity, Holding

SHORT = 8  # a title of so few letters can stand in other words
DAYS = (date(1900, 1, 1), date(2199, 12, 31))
Matter = Issue | Decision | Action


@dataclass(frozen=True)
class Secret:
    """A private matter: its reference, what people wrote in it, and who may know of it."""

    reference: str
    said: frozenset[str]
    inside: frozenset[int]

    def found_in(self, text: str, *, names: bool = True) -> str | None:
        """Return what of it stands in a text, its reference only with `names`; None where nothing does."""
        if names and re.search(rf"\b{self.reference}\b(?!\.)", text):
            return self.reference
        return next((said for said in self.said if said in text), None)


def secrets_of(session: Session) -> list[Secret]:
    """Return every private issue, the votes on it and what is done because of them."""
    private = list(session.scalars(select(Issue).where(Issue.private)))
    if not private:
        return []
    public: set[str] = set()
    kept: list[tuple[Matter, set[str], set[int]]] = []
    matters: list[Matter] = [*session.scalars(select(Issue)), *session.scalars(select(Decision))]
    for matter in (*matters, *session.scalars(select(Action))):
        if matter.private:
            kept.append((matter, _typed(session, matter), _inside(session, matter)))
        else:
            public |= _typed(session, matter)
    return [
        Secret(matter.reference, frozenset(it for it in said - public if len(it) > SHORT), frozenset(inside))
        for matter, said, inside in kept
    ]


def _inside(session: Session, matter: Matter) -> set[int]:
    """Return the people who may know of a private matter, or might when they still acted for a partner."""
    held = list(session.scalars(select(Holding).where(Holding.agreement_id == matter.agreement_id)))
    return {h.person_id for h in held if h.capacity is Capacity.SECRETARY or h.partner in _knowing(matter)} | (
        {matter.owner_id} if isinstance(matter, Action) and matter.owner_id else set()
    )


def _knowing(matter: Matter) -> frozenset[str]:
    match matter:
        case Issue():
            return frozenset(row.partner for row in matter.partners)
        case Decision():
            return decision_access.knowing(matter)
    assert matter.decision is not None
    return decision_access.knowing(matter.decision) | {matter.partner}


def _typed(session: Session, matter: Matter) -> set[str]:
    """Return what people wrote in a matter, and in what was declared about it."""
    rows: list[Any] = [matter]
    match matter:
        case Issue():
            rows += [
                *matter.partners,
                *matter.proposals,
                *matter.visits,
                *(a for p in matter.proposals for a in p.answers),
            ]
        case Decision():
            rows += [*matter.ballots, *matter.ratifications]
    for touched in session.scalars(select(Touched).where(Touched.matter_id == matter.id)):
        rows += [touched, *touched.consents] if touched.matter == matter.matter else []
    said = {matter.title}
    for row in rows:
        said |= {getattr(row, column.name) for column in row.__table__.columns if isinstance(column.type, Text)}
    return set(filter(None, said))


def strangers(session: Session, accounts: Iterable[Account], secrets: Iterable[Secret]) -> list[Account]:
    """Return the accounts of people outside one of these matters: of those who hold the same capacities, one."""
    found: dict[Any, Account] = {}
    for account in accounts:
        held = list(session.scalars(select(Holding).where(Holding.person_id == account.person_id)))
        part = frozenset((h.capacity, h.ends_on is None) for h in held), account.link
        if any(account.person_id not in secret.inside for secret in secrets):
            found.setdefault(part, account)
    return list(found.values())


# --- What was shown -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shown:
    """What was on somebody's screen: to whom, what, and whether in answer to words of their own, which it may repeat."""

    to: frozenset[str]
    text: str
    answer: bool = False


def shown(workspace: Workspace) -> Iterator[Shown]:
    """Give all that the bot ever put before somebody, also what was changed or taken away since."""
    triggers = {str(it.request.get("trigger_id")): it.who or "" for it in workspace.journal if it.direction == "to bot"}
    views: dict[str, str] = {}
    for it in workspace.journal:
        asked: Mapping[str, Any] = it.request
        if it.direction == "to bot":
            yield Shown(frozenset({it.who or ""}), _text(it.answer), answer=True)
            continue
        view, channel = dict(asked.get("view") or {}), str(asked.get("channel") or asked.get("channel_id") or "")
        view.pop("private_metadata", None)
        match it.kind:
            case "views.publish":
                yield Shown(frozenset({str(asked["user_id"])}), _text(view))
            case "views.open" | "views.push" | "views.update":
                who = triggers[asked["trigger_id"]] if "trigger_id" in asked else views[asked["view_id"]]
                if isinstance(it.answer, dict) and it.answer.get("ok"):
                    views[it.answer["view"]["id"]] = who
                yield Shown(frozenset({who}), _text(view), answer=True)
            case "chat.postEphemeral":
                yield Shown(frozenset({str(asked["user"])}), _text(asked), answer=True)
            case "files.completeUploadExternal":
                for file in asked["files"]:
                    kept = workspace.files[file["id"]]
                    yield Shown(_readers(workspace, channel), f"{kept.name}\n{kept.title}\n{kept.alt}")
                    yield Shown(_readers(workspace, channel), in_document(kept.content))
            case _ if channel:
                yield Shown(_readers(workspace, channel), _text(asked))


def _readers(workspace: Workspace, channel: str) -> frozenset[str]:
    if channel in workspace.people:
        return frozenset({channel})
    return workspace.channels[channel].members if channel in workspace.channels else frozenset()


def _text(payload: Any) -> str:
    return json.dumps(payload, ensure_ascii=False, default=str)


def in_document(content: bytes) -> str:
    """Return what a reader finds in a PDF, page by page and among its properties; nothing in anything else."""
    if not content.startswith(b"%PDF") or shutil.which("pdftotext") is None:
        return ""
    pages = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True)
    about = subprocess.run(["pdfinfo", "-"], input=content, capture_output=True, check=True)
    return (pages.stdout + about.stdout).decode()


# --- What can be asked for ----------------------------------------------------------------------------------------

LISTS = (
    "propose_decision",
    "declare_conflict",
    "request_signatures",
    "calendar",
    "due",
    "meeting_one_off",
    "undelivered",
)
WORDS = tuple(word for word in menu.WORDS if word != "help" and word not in KINDS)
"""What is typed: not what is answered with an example of a reference."""


def asked_for(session: Session, account: Account, now: datetime, references: Iterable[str]) -> Iterator[str]:
    """Give what an account is told by each word, list and form, on its home tab and in its calendar.

    `references` are typed too, and taken out of the answer. What is asked changes rows: the session is to be rolled back.
    """
    user = User(account.platform, account.workspace, account.user)
    here = Request(user, now, source={"kind": "command"}, public_url="https://here.example")
    for agreement in agreements.all_agreements(session):
        request = replace(here, row=agreement.id)
        for name in (*COMMANDS, *LISTS):
            do = COMMANDS.get(name) or partial(press, name)
            yield _said(session, request, do)
        for line in ("", *WORDS):
            yield _said(session, replace(request, text=line), COMMANDS["partnership"])
        for token in _tokens(session, request, agreement):
            dates = feeds.read(session, token, now)
            yield "" if dates is None else ics.feed_file(dates, stamp=now).replace(b"\r\n ", b"").decode()
    for reference in references:
        told = _said(session, replace(here, text=reference), COMMANDS["partnership"])
        yield re.sub(rf"(?i)\b{reference}\b", "", told)
    page = homes.page(*home.facts(session, account, now), dialect)
    yield "\n".join(words.as_text(words.Words("", section.blocks)) for section in (*page.first, *page.rest))


def _said(session: Session, request: Request, do: Callable[[Session, Request], Answer]) -> str:
    """Return an answer as it is read: its words, the labels of its buttons, and all of a form."""
    try:
        answer = do(session, request)
    except Refusal as refused:
        return str(refused)
    if isinstance(answer, Say):
        said = words.render(answer.template, answer.facts, dialect)
        return "\n".join([said.line, words.as_text(said), *(button.label or "" for button in answer.buttons)])
    return repr(answer.form) if isinstance(answer, Ask) else ""


def _tokens(session: Session, request: Request, agreement: Agreement) -> list[str]:
    try:
        answer = feeds.show(session, request, agreement)
    except Refusal:
        return []
    assert isinstance(answer, Say)
    given = [row["address"] for row in answer.facts["rows"] if row["address"]]
    return [address.removesuffix(feeds.ENDING).rpartition("/")[2] for address in given]


# --- What is handed out -------------------------------------------------------------------------------------------


def handed_out(session: Session, agreement: Agreement, now: datetime) -> Iterator[str]:
    """Give what is exported of an agreement for whoever gets it, private matters left out."""
    yield from history.lines(session, agreement, private=False)
    yield words.as_text(words.render("board_pack", pack := board_pack.facts_of(session, agreement, *DAYS, now)))
    yield json.dumps(pack, ensure_ascii=False)
    yield interests_file.as_csv(interests.published(session, agreement, now))
    yield json.dumps(bulletin_facts.facts_of(session, agreement, Period(*DAYS, "ever"), now), ensure_ascii=False)
