"""An agreement's year: every dated thing it implies and every date that runs, as somebody may see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from dateutil.relativedelta import relativedelta
from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import local_day
from handlers.decisions import facts as decision_facts
from handlers.milestones.facts import key_of_milestone
from handlers.overview import running
from handlers.requests import Answer, Button, Request, Say
from handlers.reviews.facts import key_of_review
from handlers.signatures import facts as signature_facts
from rules import months
from rules.calendars import pack_calendars
from rules.dated import UNPUBLISHED, joined
from rules.errors import Refusal
from rules.obligations import Kind, Known, Obligation, obligations
from rules.sentences import word
from storage import agreements, ahead, closed_days, deadlines, matters, meetings, milestones, reviews, signatures
from storage.agreements import Agreement
from storage.people import Holding

A_YEAR = relativedelta(months=12)
MOST_AT_ONCE = 24  # lines in which a whole year is shown; a fuller one shows the first few of each month
FIRST_FEW = 3
LONGEST_MONTH = 35
LONGEST_WITHOUT_DATE = 12
LONGEST_ANSWER = 10_000  # characters: nobody reads more at once, so what is said of a date is cut before a date is
ROOMS = (300, 150, 60)

PAGES = (
    *("calendar_january", "calendar_february", "calendar_march", "calendar_april", "calendar_may", "calendar_june"),
    *("calendar_july", "calendar_august", "calendar_september", "calendar_october", "calendar_november"),
    "calendar_december",
)
"""The presses that show one month of an agreement's next twelve."""

_DUE = {
    decision_facts.CLOSING: "the vote closes",
    decision_facts.REVIEW: "to be looked at again",
    signature_facts.SIGNING: "to be signed",
}
"""What is due with a clock that is none of the pack's."""


def known_of(session: Session, agreement: Agreement) -> Known:
    """Return what is known of an agreement that its pack does not say: its days, its meetings, and declared events.

    Raises Refusal where these days cannot be, such as an end before the beginning.
    """
    force = agreements.in_force(session, agreement)
    declared = reviews.declared(session, agreement.id)
    plans = meetings.plans_of(session, agreement)
    signed_on = signatures.agreement_signed_on(session, agreement.id)
    return Known(force.begins_on, force.ends_on, signed_on, plans=plans, declared=declared)


def dated(
    session: Session, agreement: Agreement, held: Sequence[Holding], first_on: date, until: date, now: datetime
) -> tuple[Obligation, ...]:
    """Return what an agreement asks for from a day to another, both included, and at the end what has no date and why.

    Open dates of matters are among it, as far as whoever holds these capacities may see them; nobody's capacities show
    what everybody may see. Raises Refusal as `rules.obligations.obligations` does.
    """
    extra = of_matters(session, agreement.id, held, now)
    return _worked_out(session, agreement, first_on, until, now, extra=extra)


def dated_or_why(
    session: Session, agreement: Agreement, held: Sequence[Holding], first_on: date, until: date, now: datetime
) -> tuple[Obligation, ...]:
    """Return what `dated` does; where the agreement's own dates cannot be, the matters' alone, and at the end why."""
    extra = of_matters(session, agreement.id, held, now)
    return _or_why(session, agreement, first_on, until, now, extra=extra)


def own_dates(
    session: Session, agreement: Agreement, first_on: date, until: date, now: datetime
) -> tuple[Obligation, ...]:
    """Return what `dated_or_why` does without the dates of matters."""
    return _or_why(session, agreement, first_on, until, now, extra=())


def _or_why(
    session: Session,
    agreement: Agreement,
    first_on: date,
    until: date,
    now: datetime,
    *,
    extra: Iterable[Obligation],
) -> tuple[Obligation, ...]:
    found = tuple(extra)
    try:
        return _worked_out(session, agreement, first_on, until, now, extra=found)
    except Refusal as why:
        rule = agreements.current_terms(session, agreement.id).term
        none = Obligation("term", Kind.BEGINS, "The agreement's own dates", rule.clause, None, None, str(why))
        return (*(one for one in found if one.on is not None and first_on <= one.on <= until), none)


def _worked_out(
    session: Session,
    agreement: Agreement,
    first_on: date,
    until: date,
    now: datetime,
    *,
    extra: Iterable[Obligation],
) -> tuple[Obligation, ...]:
    terms = agreements.current_terms(session, agreement.id)
    calendars = pack_calendars(terms, known_on=local_day(terms, now), proclaimed=closed_days.proclaimed(session))
    known, begun = known_of(session, agreement), _begun(session, agreement)
    found = obligations(terms, known, first_on=first_on, until=until, calendars=calendars, extra=extra)
    return tuple(one for one in found if one.key not in begun or one.kind is Kind.MATTER)


def _begun(session: Session, agreement: Agreement) -> set[str]:
    """Return the keys of what has become a matter, whose own date stands in the place of the agreement's."""
    begun = {key_of_review(occurrence) for occurrence in reviews.occurrences(session, agreement.id)}
    reached = milestones.of_document(session, agreement.id).items()
    return begun | {key_of_milestone(key) for key, it in reached if it.due_on is not None or it.state.final}


# --- The dates of matters -----------------------------------------------------------------------------------------


def of_matters(session: Session, agreement_id: int, held: Sequence[Holding], now: datetime) -> list[Obligation]:
    """Return the dates that run in an agreement as obligations, soonest first, as those who hold this may see them."""
    with ahead.reading(session):
        live = deadlines.live_of_agreement(session, agreement_id)
        known = matters.of_ids(session, matters.by_kind((one.matter, one.matter_id) for one in live))
        matters.read_ahead(session, known.values())
        found = running.running(session, agreement_id, held, now)
    return [
        of_matter(
            row["reference"],
            row["title"],
            row["clock"],
            row["deadline"],
            private=row["private"],
            waits_for=row["owing"],
            stands_for=row["stands_for"],
        )
        for row in found
    ]


def of_matter(
    reference: str,
    title: str,
    clock: str,
    deadline: Mapping[str, Any],
    *,
    private: bool,
    waits_for: Iterable[str] = (),
    stands_for: str | None = None,
) -> Obligation:
    """Return a matter's date as an obligation. Its key stays when the date moves: it is the matter's and the clock's.

    `deadline` is as the templates get it. `waits_for` are the names of those who still owe something. `stands_for` is
    the key of the agreement's own date that the matter has come of, which its date takes the place of.
    """
    on, names = date.fromisoformat(deadline["due_on"]), ", ".join(waits_for)
    notes = (
        f"Waits for: {names}." if names else None,
        None if deadline["confirmed"] else "Provisional: not every partner is notified yet.",
        UNPUBLISHED if deadline["provisional"] else None,
        deadline.get("unknown"),  # workings stored before it was said have none
        "Private to the partners concerned." if private else None,
    )
    due = f", {_DUE[clock]}" if clock in _DUE else ""
    what = f"{reference}: {title}{due}"
    key = stands_for or key_of(reference, clock)
    return Obligation(key, Kind.MATTER, what, deadline["clause"], on, on, joined(*notes))


def key_of(reference: str, clock: str) -> str:
    """Return what names a matter's date for ever within its agreement."""
    return f"matter.{reference}.{clock}"


# --- As people read it --------------------------------------------------------------------------------------------


def facts_of(one: Obligation, agreement: str | None = None) -> dict[str, Any]:
    """Return an obligation for the templates; with the agreement's name, where several could be meant."""
    return {
        "on": one.on.isoformat() if one.on else None,
        "what": one.what,
        "clause": one.clause,
        "note": one.note,
        "agreement": agreement,
    }


def show(session: Session, request: Request, agreement: Agreement) -> Answer:
    """Show the next twelve months, or the one month whose name was typed behind the word."""
    name = request.text.strip()
    number = months.number_of(name)
    if name and number is None:
        raise Refusal(
            f"I know no month of that name. Please type {word('calendar')} alone, or with a month behind it, such "
            f"as {word('calendar', 'March')}."
        )
    return _answer(session, request, agreement, number)


def show_month(number: int, session: Session, request: Request) -> Answer:
    """Show one month of the next twelve, by its number in the year."""
    return _answer(session, request, actors.agreement_pressed(session, request), number)


def _answer(session: Session, request: Request, agreement: Agreement, number: int | None) -> Answer:
    actor = actors.actor_in(session, agreement, request)
    first_on, until = actor.today, actor.today + A_YEAR
    found = dated_or_why(session, agreement, actor.holdings, first_on, until, request.now)
    by_month: dict[date, list[dict[str, Any]]] = {}
    for one in found:
        if one.on is not None:
            by_month.setdefault(one.on.replace(day=1), []).append(facts_of(one))
    without = [facts_of(one) for one in found if one.on is None] if number is None else []
    whole = sum(map(len, by_month.values())) <= MOST_AT_ONCE
    most = LONGEST_MONTH if number else MOST_AT_ONCE if whole else FIRST_FEW
    shown = {month: rows for month, rows in by_month.items() if number in (None, month.month)}
    facts = {
        "agreement": actor.terms.short_title,
        "first_on": first_on.isoformat(),
        "until": until.isoformat(),
        "month": months.NAMES[number - 1] if number else None,
        "months": [
            {"name": _named(month), "rows": rows[:most], "more": max(0, len(rows) - most)}
            for month, rows in shown.items()
        ],
        "room": _room([*(row for rows in shown.values() for row in rows[:most]), *without[:LONGEST_WITHOUT_DATE]]),
        "without_date": without[:LONGEST_WITHOUT_DATE],
        "more_without_date": max(0, len(without) - LONGEST_WITHOUT_DATE),
    }
    pages = (
        _beside(first_on, list(by_month), number) if number else [m for m, rows in by_month.items() if len(rows) > most]
    )
    buttons = [Button(PAGES[page.month - 1], agreement.id, label=_named(page)) for page in pages]
    if number:
        buttons.append(Button("calendar", agreement.id, label="All twelve months"))
    return Say("calendar", facts, tuple(buttons))


def _room(rows: Sequence[Mapping[str, Any]]) -> int:
    """Return how many characters of what is said of each date these lines have room for; 0 when there is none."""
    words, line = 100, 60  # the most of a title that is shown, and what stands around it
    bare = sum(min(len(row["what"]), words) + line for row in rows)
    for room in ROOMS:
        if bare + sum(min(len(row["note"] or ""), room) for row in rows) <= LONGEST_ANSWER:
            return room
    return 0


def _named(month: date) -> str:
    return f"{months.NAMES[month.month - 1]} {month.year}"


def _beside(today: date, known: Sequence[date], number: int) -> list[date]:
    """Return the months with dates before and after one, which is the next of its number, as far as there are any."""
    here = months.beside(today, (number - today.month) % 12)
    earlier = [month for month in known if month < here][-1:]
    later = [month for month in known if month > here and month.month != number][:1]
    return [*earlier, *later]
