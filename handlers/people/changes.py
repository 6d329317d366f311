"""What a change of the roster made otherwise: for the answer, and for the register, with what was and what is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.actors import name_of
from rules.terms import Terms


@dataclass(frozen=True)
class Change:
    """One thing about a person that is otherwise now. `was` and `now` as the register has them; None: nothing there.

    `part` is held (they hold what they did not hold), starts_on, ends_on, timezone, email or account. `post` says what
    they hold where it is about that: a capacity with its partner, or a forum's seat.
    """

    person: str
    part: str
    was: str | None
    now: str | None
    post: Mapping[str, str | None]
    person_id: int = 0

    def as_facts(self) -> dict[str, Any]:
        """Return it for the register."""
        return {"person": self.person, **self.post, "part": self.part, "was": self.was, "now": self.now}


def of_dates(
    person: str,
    post: Mapping[str, str | None],
    was: tuple[date | None, date | None],
    now: tuple[date | None, date | None],
    *,
    person_id: int,
) -> list[Change]:
    """Return what is otherwise about the first and the last day of something that is held."""
    return [
        Change(person, part, _iso(before), _iso(after), post, person_id)
        for part, before, after in zip(("starts_on", "ends_on"), was, now, strict=True)
        if before != after
    ]


def in_words(change: Change, terms: Terms) -> str:
    """Return a change as a line that people read."""
    who = f"{change.person}, {_post(change.post, terms)}" if change.post else change.person
    was, now = change.was, change.now
    match change.part:
        case "held":
            return f"{change.person}: {_post(change.post, terms)}{now or ''}, new"
        case "starts_on":
            before = f"before: {_day(was)}" if was else "before: no first day"
            return f"{who}: begins on {_day(now)} ({before})"
        case "ends_on" if now is None:
            return f"{who}: has no last day any more (before: {_day(was)})"
        case "ends_on":
            before = f"before: {_day(was)}" if was else "before: no last day"
            return f"{who}: ends on {_day(now)} ({before})"
        case "account":
            return f"{who} acts from {'another' if was else 'a'} chat account, which has been linked to them"
        case _:
            named = {"timezone": "time zone", "email": "e-mail"}[change.part]
            return f"{who}: {named} {now or 'none'} (before: {was or 'none'})"


def from_to(starts_on: date | None, ends_on: date | None) -> str:
    """Return from when until when something is held, as the end of a line; empty where no day is set."""
    begins = f" from {in_words_of(starts_on)}" if starts_on else ""
    return begins + (f" until {in_words_of(ends_on)}" if ends_on else "")


def in_words_of(day: date) -> str:
    """Return a day as people read it."""
    return f"{day.day} {day:%B %Y}"


def _post(post: Mapping[str, str | None], terms: Terms) -> str:
    if post.get("forum"):
        forum = next((it.name for it in terms.forums if it.key == post["forum"]), post["forum"])
        return f"{post['seat'] or post.get('post')} on the {forum}"
    partner = post.get("partner")
    return f"{post.get('capacity')} for {name_of(terms, partner)}" if partner else str(post.get("capacity"))


def _day(iso: str | None) -> str:
    return in_words_of(date.fromisoformat(iso)) if iso else "no day"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
