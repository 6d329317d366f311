"""Look at a tracker and its rows, and post its picture to the channel."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors, outgoing
from handlers.actors import Actor
from handlers.matters import Kind, pressed, seen
from handlers.requests import Answer, Button, Request, Say
from handlers.trackers.facts import criterion_facts, facts_of, summary
from rules.errors import Refusal
from rules.trackers import paged
from storage import rows, trackers
from storage.agreements import Agreement
from storage.trackers import Criterion, Tracker

MOST_OF_A_PAGE = 20  # rows, each with a button
HEAVIEST_PAGE = 7000  # characters: nobody reads more at once
LONGEST_SHOWN = {"title": 200, "gap": 300, "owner": 80, "target": 80}  # characters, as the templates cut them
MOST_OF_A_PICTURE = 40  # rows
HEAVIEST_PICTURE = 9000  # characters
AROUND = 60  # characters around a row's own words


# --- Looking ------------------------------------------------------------------------------------------------------

KIND = Kind("tracker", "tracker or row", "tracker", "SEF-T1", Tracker)


def list_trackers(session: Session, request: Request, agreement: Agreement) -> Answer:
    """Show an agreement's tracker; where it has several, those there are."""
    actor = actors.actor_in(session, agreement, request)
    found = trackers.of_agreement(session, agreement.id)
    kept = {tracker.key for tracker in found}
    empty = [rule.name for rule in actor.terms.trackers if rule.key not in kept]
    if len(found) == 1 and not empty:
        return _page(session, request, found[0], actor, start=0)
    return Say(
        "tracker_list",
        {
            "agreement": actor.terms.short_title,
            "rows": [summary(session, tracker, request.now) for tracker in found],
            "empty": empty,
        },
        tuple(Button("tracker_show", tracker.id, label=tracker.reference) for tracker in found),
    )


def show(session: Session, request: Request) -> Answer:
    """Show a tracker, or a row of one, by its reference."""
    wanted = request.text.strip().upper()
    row = trackers.criterion_by_reference(session, wanted)
    found = row.tracker if row is not None else rows.by_reference(session, Tracker, wanted)
    tracker, actor = seen(session, request, KIND, found, wanted[:20])
    return _page(session, request, tracker, actor, start=0) if row is None else _detail(session, request, row, actor)


def show_pressed(session: Session, request: Request) -> Answer:
    """Show the tracker whose button was pressed."""
    tracker, actor = pressed(session, request, KIND)
    return _page(session, request, tracker, actor, start=0)


def page_pressed(session: Session, request: Request) -> Answer:
    """Show the page of a tracker that begins with the row whose button was pressed."""
    row, actor = seen_row(session, request)
    rows = row.tracker.rows
    start = next((place for place, one in enumerate(rows) if one.id == row.id), 0)
    return _page(session, request, row.tracker, actor, start=start)


def criterion_pressed(session: Session, request: Request) -> Answer:
    """Show the row whose button was pressed, with its history."""
    row, actor = seen_row(session, request)
    return _detail(session, request, row, actor)


def seen_row(session: Session, request: Request, *, lock: bool = False) -> tuple[Criterion, Actor]:
    """Return the row a request is about and who asks. With `lock`, nobody else changes its tracker."""
    row = trackers.criterion(session, request.row or 0)
    asked = replace(request, row=row.tracker_id if row is not None else None)
    tracker, actor = pressed(session, asked, KIND, lock=lock)
    return next(one for one in tracker.criteria if one.id == request.row), actor


def _page(session: Session, request: Request, tracker: Tracker, actor: Actor, *, start: int) -> Answer:
    facts = facts_of(session, tracker, request.now)
    rows, stored = facts["rows"], tracker.rows
    here = next((page for page in _pages(rows, MOST_OF_A_PAGE, HEAVIEST_PAGE) if start in page), range(0))
    shown = {**facts, "rows": [rows[place] for place in here], "all": len(rows), "start": here.start}
    buttons = [Button("criterion_show", stored[place].id, label=rows[place]["number"]) for place in here]
    if here.stop < len(rows):
        buttons.append(Button("tracker_page", stored[here.stop].id))
    elif here.start:
        buttons.append(Button("tracker_show", tracker.id, label="From the beginning"))
    return Say("tracker_page", shown, (*buttons, *_offered(tracker, actor, facts)))


def _offered(tracker: Tracker, actor: Actor, facts: dict[str, Any]) -> tuple[Button, ...]:
    """Return what somebody can do to a tracker as it stands."""
    offered: list[str] = []
    if facts["named"] and (actor.is_secretary or actor.partners(*actors.ACTING)):
        offered.append("tracker_propose")
    if facts["waiting"] and actor.is_secretary:
        offered += ["tracker_confirm", "tracker_refuse"]
    if actor.is_secretary or actor.partners(*actors.ACTING):
        offered.append("tracker_picture")
    return tuple(Button(name, tracker.id) for name in offered)


def _detail(session: Session, request: Request, row: Criterion, actor: Actor) -> Answer:
    facts = criterion_facts(session, row, request.now)
    buttons: list[Button] = []
    waiting = row.waiting
    acting = actor.partners(*actors.ACTING)
    if waiting is None and facts["named"] and (actor.is_secretary or acting):
        buttons.append(Button("criterion_propose", row.id))
    if waiting is not None:
        if actor.is_secretary:
            buttons += [Button("tracker_confirm", row.tracker_id), Button("tracker_refuse", row.tracker_id)]
        if actor.is_secretary or waiting.proposed_for in acting:
            buttons.append(Button("change_withdraw", waiting.id))
    return Say("criterion_detail", facts, (*buttons, Button("tracker_show", row.tracker_id)))


def _pages(rows: list[dict[str, Any]], most: int, heaviest: int) -> list[range]:
    weights = [_weight(row) for row in rows]
    return list(paged(weights, [row["feature"] for row in rows], most=most, heaviest=heaviest))


def _weight(row: dict[str, Any]) -> int:
    """Return how many characters a row takes where it is shown, at most."""
    own = sum(min(len(row[part] or ""), most) for part, most in LONGEST_SHOWN.items())
    waits = row["waits"] or {"status": None}
    return own + len(row["status"] or "") + len(waits["status"] or "") + AROUND


# --- The picture --------------------------------------------------------------------------------------------------


def post_picture(session: Session, request: Request) -> Answer:
    """Post the picture of a tracker to its agreement's channel; a long one in several."""
    tracker, actor = pressed(session, request, KIND)
    actors.partners_led(session, actor, "A picture of a tracker is posted to everybody")
    facts = facts_of(session, tracker, request.now)
    pages = _pages(facts["rows"], MOST_OF_A_PICTURE, HEAVIEST_PICTURE)
    if not pages:
        raise Refusal(f"There is nothing in {tracker.reference} that a picture could show.")
    for number, page in enumerate(pages, 1):
        outgoing.picture(
            session,
            tracker.agreement_id,
            "tracker_picture",
            {**facts, "rows": facts["rows"][page.start : page.stop], "part": number, "parts": len(pages)},
            once=f"tracker:{tracker.id}:picture:{number}:{request.now:%Y%m%d%H%M}",  # a second press is a slip
            now=request.now,
        )
    return Say("tracker_posted", {**summary(session, tracker, request.now), "parts": len(pages)})
