"""What people ask for in a word: a short menu, and what stands behind each word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import names_of
from handlers.agreements.binding import bind_here
from handlers.debts import show_buttons
from handlers.kinds import KINDS
from handlers.overview import bulletin, calendar, debts, feeds, open_points, running
from handlers.overview.shown import by_reference
from handlers.people import accounts, roster, seats
from handlers.requests import Answer, Button, Request, Say
from handlers.trackers import looking as tracker_looking
from rules.errors import Refusal
from rules.open_points import unsettled
from storage import agreements, issues, outbox
from storage.agreements import Agreement
from storage.seeing import seeing
from storage.trackers import Tracker

LONGEST_LIST = 25
REFERENCE = re.compile(r"[a-z]{1,6}-([a-z]{0,2})[0-9]{1,9}(?:\.[0-9a-z.]{1,8})?")


def command(session: Session, request: Request) -> Answer:
    """Answer a word and whatever stands behind it, or none with the menu; an unknown word gets the nearest one."""
    asked, _, rest = request.text.strip().partition(" ")
    asked = asked.lower()
    if asked in WORDS:
        return WORDS[asked](session, replace(request, text=rest.strip()))
    named = REFERENCE.fullmatch(asked)  # whether there is such a matter is for those who may see it
    if named is not None and named[1] in BY_REFERENCE:
        return BY_REFERENCE[named[1]](session, replace(request, text=asked))
    if not asked:
        return menu(session, request)
    near = difflib.get_close_matches(asked, WORDS, n=1, cutoff=0.5)
    return Say("unknown_word", {"typed": asked[:60], "near": near[0] if near else None, "words": list(WORDS)})


def menu(session: Session, request: Request) -> Answer:
    """Show a short menu: what this agreement is, what I owe, and what can be typed."""
    chosen = agreement_here(session, request)
    if not isinstance(chosen, Agreement):
        return Say("help", {"agreement": None, "words": list(WORDS)})
    actor = actors.actor_in(session, chosen, request)
    mine = debts.of_person(session, actor.person.id, request.now)
    return Say(
        "menu",
        {
            "agreement": actor.terms.short_title,
            "name": actor.person.name,
            "for": names_of(actor.terms, actor.partners()),
            "secretary": actor.is_secretary,
            "owed": len(mine),
            "issues": issues.how_many(session, chosen.id, seeing(actor.holdings)),
            "open_points": len(unsettled(actor.terms)),
            "failed": len(outbox.dead_letters(session, chosen.id)) if actor.is_secretary else 0,
        },
        (Button("raise_issue", chosen.id), Button("issues", chosen.id), Button("due", chosen.id)),
    )


def agreement_here(session: Session, request: Request) -> Agreement | list[Agreement]:
    """Return the agreement a request is about: its row's, its channel's, or the only one; otherwise all of them."""
    if request.row:
        return actors.agreement_pressed(session, request)
    if request.channel is not None:
        here = agreements.in_channel(session, platform=request.user.platform, channel=request.channel)
        if here is not None:
            return here
    mine = actors.agreements_of(session, request)
    if not mine:
        person, _ = actors.person_of(session, request.user)
        raise Refusal(f"{person.name} holds no capacity in any agreement today. Please ask the secretary of yours.")
    return mine[0] if len(mine) == 1 else mine


def _in(name: str, show: Callable[[Session, Request, Agreement], Answer]) -> Callable[[Session, Request], Answer]:
    """Return a function that shows something of the agreement a request is about, or asks which it is."""

    def answer(session: Session, request: Request) -> Answer:
        chosen = agreement_here(session, request)
        if isinstance(chosen, Agreement):
            return show(session, request, chosen)
        titles = [agreements.current_terms(session, a.id).short_title for a in chosen]
        return Say(
            "which_agreement",
            {"titles": titles},
            tuple(Button(name, a.id, label=title) for a, title in zip(chosen, titles, strict=True)),
        )

    return answer


def help_(session: Session, request: Request) -> Answer:
    """Show what can be typed, and what it does."""
    del session, request
    return Say("help", {"agreement": None, "words": list(WORDS)})


# --- What is due, and what did not arrive -------------------------------------------------------------------------


def due(session: Session, request: Request) -> Answer:
    """Show what whoever asks owes, in all their agreements, and the next dates."""
    person, _ = actors.person_of(session, request.user)
    mine = debts.of_person(session, person.id, request.now)
    upcoming: list[dict[str, Any]] = []
    for agreement in actors.agreements_of(session, request):
        actor = actors.actor_in(session, agreement, request)
        upcoming += running.running(session, agreement.id, actor.holdings, request.now)
    return Say(
        "due",
        {
            "name": person.name,
            "debts": [debt.facts(session, request.now) for debt in mine],
            "upcoming": sorted(upcoming, key=lambda row: str(row["due_at"]))[:LONGEST_LIST],
        },
        show_buttons(mine),
    )


def failed(session: Session, request: Request, agreement: Agreement) -> Answer:
    """Show the secretary the messages that could not be delivered, with what to do."""
    actor = actors.actor_in(session, agreement, request)
    if not actor.is_secretary:
        raise Refusal(
            "The list of undelivered messages is the secretary's. "
            + actors.secretary_hint(session, agreement, actor.today)
        )
    rows = [
        {
            "template": message.template,
            "fault": message.fault,
            "reference": message.facts.get("reference"),
            "partner": message.facts.get("partner"),
            "at": message.queued_at.isoformat(),
        }
        for message in outbox.dead_letters(session, agreement.id)
    ]
    return Say("undelivered", {"rows": rows, "timezone": actor.terms.timezone})


def tracker(session: Session, request: Request) -> Answer:
    """Show the tracker of an agreement, or what has the reference behind the word."""
    shown = tracker_looking.show if request.text.strip() else _in("tracker", tracker_looking.list_trackers)
    return shown(session, request)


def _of_kind(name: str) -> tuple[tuple[str, Callable[[Session, Request], Answer]], ...]:
    """Return the words of a kind of matter, with what stands behind them: one lists its matters, one shows one."""
    listed = KINDS[name].kind.listed
    return (listed, _in(listed, KINDS[name].listing)), (name, partial(by_reference, name))


BY_REFERENCE: Mapping[str, Callable[[Session, Request], Answer]] = {
    **{workflow.kind.model.letter.lower(): partial(by_reference, name) for name, workflow in KINDS.items()},
    Tracker.letter.lower(): tracker_looking.show,
}
"""What shows a matter, by the letters before the number of its reference: SEF-7 is an issue, SEF-D7 a decision."""

WORDS: Mapping[str, Callable[[Session, Request], Answer]] = {
    **{typed: show for name in KINDS for typed, show in _of_kind(name)},
    "due": due,
    "calendar": _in("calendar", calendar.show),
    "feed": _in("feed", feeds.show),
    "tracker": tracker,
    "bulletin": _in("bulletin", bulletin.show),
    "people": _in("people", roster.show),
    "seats": _in("seats", seats.show),
    "link": accounts.claim_start,
    "here": bind_here,
    "open": _in("open_points", open_points.open_list),
    "undelivered": _in("undelivered", failed),
    "help": help_,
}
